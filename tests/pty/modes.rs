//! What the terminal is left as when the screens end or stop, whatever ends them; what an idle program costs; what it
//! says where there is no terminal.

use std::time::Duration;

use rustix::process::Signal;

use crate::panicking;
use crate::post::{assert_given_back, incident, logbook, open, program, unlocked};
use crate::pty::Terminal;

/// The screen below the line with the clock.
fn below(terminal: &Terminal) -> Vec<String> {
    terminal.text().lines().skip(1).map(|row| row.trim_end().to_owned()).collect()
}

/// Stops the program and lets it go on, as a shell does: not before the kernel has stopped it, else nothing was stopped yet
/// and it then stays so.
fn stop_and_continue(terminal: &Terminal) {
    terminal.signal(Signal::TSTP);
    terminal.wait("normal screen", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
    while terminal.state() != 'T' {
        std::thread::sleep(Duration::from_millis(10));
    }
    terminal.signal(Signal::CONT);
    terminal.wait("alternate screen", |screen| screen.alternate_screen() && screen.bracketed_paste());
}

#[test]
fn a_signal_to_end_gives_the_terminal_back() {
    let folder = logbook();
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        let mut terminal = open(&folder);
        terminal.signal(signal);
        assert_eq!(terminal.exit(), 0, "{signal:?}");
        assert_given_back(&terminal);
    }
}

#[test]
fn a_closed_window_ends_the_program_without_burning_time() {
    let folder = logbook();
    let uncontrolled = || Terminal::spawn(program(folder.path()));
    let controlled = || Terminal::open(&program(folder.path()));
    for open in [&controlled as &dyn Fn() -> Terminal, &uncontrolled] {
        let mut terminal = open();
        terminal.wait("alternate screen", vt100::Screen::alternate_screen);
        terminal.settle();
        terminal.close();
        assert_eq!(terminal.ended(Duration::from_secs(5)).code(), Some(0));
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_two_lines() {
    let folder = logbook();
    for key in ["\x1b[24~", "\x1b[23~"] {
        let mut terminal = Terminal::open(&panicking::program(folder.path()));
        terminal.wait("alternate screen", vt100::Screen::alternate_screen);
        terminal.settle();
        terminal.send(key);
        assert_eq!(terminal.exit(), 70);
        assert_given_back(&terminal);
        let text = terminal.text();
        assert!(text.contains("tests/pty/panicking.rs:") && !text.contains("secret"), "{text}");
    }
}

#[test]
fn stopped_from_outside_it_gives_the_terminal_back_and_takes_it_again() {
    let folder = logbook();
    let terminal = open(&folder);
    let before = below(&terminal);
    for _ in 0..2 {
        stop_and_continue(&terminal);
        terminal.settle();
        assert_eq!(below(&terminal), before);
    }
}

#[test]
fn the_mouse_is_taken_handed_over_and_given_back() {
    let mode = |screen: &vt100::Screen| screen.mouse_protocol_mode();
    let folder = logbook();
    let mut terminal = unlocked(&folder);
    assert_eq!(mode(&terminal.seen().screen), vt100::MouseProtocolMode::PressRelease);
    // The key that is shown at the bottom, as a terminal reports a press on it.
    let foot = terminal.text().lines().last().unwrap().to_owned();
    let column = foot.chars().position(|c| c == '7').unwrap() + 1;
    assert!(foot.contains("F7"), "{foot}");
    terminal.send(format!("\x1b[<0;{column};24M\x1b[<0;{column};24m"));
    terminal.wait_for("Newest entries");
    terminal.send("\x1b[24~");
    terminal.wait("mouse handed over", |screen| mode(screen) == vt100::MouseProtocolMode::None);
    stop_and_continue(&terminal);
    terminal.settle();
    assert_eq!(mode(&terminal.seen().screen), vt100::MouseProtocolMode::None);
    terminal.send("\x1b[24~");
    terminal.wait("mouse taken", |screen| mode(screen) == vt100::MouseProtocolMode::PressRelease);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit(), 0);
    assert_given_back(&terminal);
}

#[test]
fn an_idle_program_costs_nothing() {
    let folder = logbook();
    let terminal = unlocked(&folder);
    let before = terminal.ticks();
    std::thread::sleep(Duration::from_secs(10));
    let used = terminal.ticks() - before;
    assert!(used <= 1, "{used} ticks in 10 s");
    assert_eq!(terminal.state(), 'S');
}

#[test]
fn every_size_is_drawn() {
    let folder = logbook();
    let mut terminal = unlocked(&folder);
    incident(&terminal, "Title*");
    terminal.wait_for("draft ");
    let before = below(&terminal);
    for (rows, columns) in [(1, 1), (1, 80), (24, 1), (10, 40), (60, 200), (24, 80)] {
        terminal.resize(rows, columns);
        terminal.settle();
    }
    assert_eq!(below(&terminal), before);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn without_a_terminal_no_screen_is_drawn() {
    // Numbered lines take over; here nobody can type the password that they ask for.
    let folder = logbook();
    let out = program(folder.path()).stdin(std::process::Stdio::null()).output().unwrap();
    assert_eq!(out.status.code(), Some(3));
    let text = String::from_utf8(out.stderr).unwrap() + &String::from_utf8(out.stdout).unwrap();
    assert!(!text.is_empty() && !text.contains('\x1b'), "{text}");
}
