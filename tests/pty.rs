//! The screens in a real terminal: what it is left as when they end (by a signal, a closed window, a panic), what an
//! idle program costs, and the whole way of an incident typed in Vietnamese.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "common/pty.rs"]
mod pty;
#[path = "pty/panicking.rs"]
mod panicking;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use chrono::Utc;
use common::Clock;
use pty::Terminal;
use rustix::process::Signal;
use tempfile::TempDir;
use trucban::record::when;

/// A logbook whose clock is the real one, so that nothing about it is odd.
fn logbook() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let now = when::kept(Utc::now().with_timezone(&when::zone()) - chrono::TimeDelta::minutes(5));
    common::post(dir.path(), &mut Clock::at(&now, 7));
    dir
}

fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.args(["--lang", "en", "--logbook"]).arg(folder);
    program.env("TERM", "xterm-256color").env_remove("NO_COLOR");
    program
}

/// Every mode of the terminal is given back, and that was said in bytes.
fn assert_given_back(terminal: &Terminal) {
    let seen = terminal.seen();
    let screen = &seen.screen;
    assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor(), "{}", screen.contents());
    for bytes in [&b"\x1b[?1049h"[..], b"\x1b[?2004h", b"\x1b[?1049l", b"\x1b[?2004l", b"\x1b[?25h"] {
        let said = seen.bytes.windows(bytes.len()).filter(|window| *window == bytes).count();
        assert!(said > 0, "{} was never said", bytes.escape_ascii());
    }
    let left = seen.bytes.windows(8).filter(|window| *window == b"\x1b[?1049l").count();
    let entered = seen.bytes.windows(8).filter(|window| *window == b"\x1b[?1049h").count();
    assert_eq!(left, entered, "left as often as entered, or the shell's text is overwritten");
}

fn open(folder: &TempDir) -> Terminal {
    let terminal = Terminal::open(&program(folder.path()));
    terminal.wait("alternate screen", |screen| screen.alternate_screen() && screen.bracketed_paste());
    terminal.settle();
    terminal
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
    let before = terminal.text();
    for _ in 0..2 {
        terminal.signal(Signal::TSTP);
        terminal.wait("normal screen", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
        while terminal.state() != 'T' {
            std::thread::sleep(Duration::from_millis(10));
        }
        terminal.signal(Signal::CONT);
        terminal.wait("alternate screen", |screen| screen.alternate_screen() && screen.bracketed_paste());
        terminal.settle();
        assert_eq!(terminal.text(), before);
    }
}

#[test]
fn an_idle_program_costs_nothing() {
    let folder = logbook();
    let terminal = open(&folder);
    let before = terminal.ticks();
    std::thread::sleep(Duration::from_secs(10));
    let used = terminal.ticks() - before;
    assert!(used <= 1, "{used} ticks in 10 s");
    assert_eq!(terminal.state(), 'S');
}

#[test]
fn every_size_is_drawn() {
    let folder = logbook();
    let mut terminal = open(&folder);
    let before = terminal.text();
    for (rows, columns) in [(1, 1), (1, 80), (24, 1), (10, 40), (60, 200), (24, 80)] {
        terminal.resize(rows, columns);
        terminal.settle();
    }
    assert_eq!(terminal.text(), before);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit(), 0);
}

#[test]
fn without_a_terminal_it_says_so() {
    let folder = logbook();
    let out = program(folder.path()).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    let text = String::from_utf8(out.stderr).unwrap() + &String::from_utf8(out.stdout).unwrap();
    assert!(!text.contains('\x1b'), "{text}");
    let mut dumb = Terminal::open(program(folder.path()).env("TERM", "dumb"));
    assert_eq!(dumb.exit(), 2);
    assert!(!dumb.seen().bytes.contains(&0x1b));
}
