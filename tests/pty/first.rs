//! The first run in a real terminal: from nothing to the board, with the code on paper; ended by force at every step,
//! when nothing may be left; and a made-up ward in the temp folder.

use std::path::Path;
use std::process::Command;

use rustix::process::Signal;
use tempfile::TempDir;
use trucban::acts::keep::open_with_paper;
use trucban::acts::session::sign_in;
use trucban::logbook::{Folder, Mode};

use crate::common::PASSWORD;
use crate::post::{ENTER, ESC, F2, F3, TAB, assert_given_back, letters};
use crate::pty::Terminal;

/// The program where nothing is yet, its home and temp folder in one that goes away.
fn nothing() -> (TempDir, Command) {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.args(["--lang", "en", "--logbook"]).arg(home.path().join("log"));
    program.env("TERM", "xterm-256color").env_remove("NO_COLOR");
    program.env("HOME", home.path()).env("TMPDIR", home.path());
    (home, program)
}

/// Everything in a folder.
fn inside(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).into_iter().flatten();
    names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn type_in(terminal: &Terminal, text: &str, key: &str, then: &str) {
    terminal.keys(letters(text));
    terminal.send(key);
    terminal.wait_for(then);
    terminal.settle_for(30);
}

/// What is typed at each step, the key that goes on, and what is on the screen then.
const STEPS: [(&str, &str, &str); 8] = [
    ("", ENTER, "Question 1/5"),
    ("Công an phường 2, Bảo Lộc", ENTER, "CAP2-BL"),
    ("", ENTER, "Question 3/5"),
    ("", ENTER, "Question 4/5"),
    ("TDP 4", TAB, "Question 5/5"),
    ("Nguyễn Văn An", ENTER, "New password"),
    (PASSWORD, ENTER, "New password"),
    (PASSWORD, ENTER, "AGE-SECRET-KEY-1"),
];

/// Brings the program to the recovery code.
fn to_paper(program: &Command, steps: usize) -> Terminal {
    let terminal = Terminal::open(program);
    terminal.wait_for("No logbook at");
    for (text, key, then) in &STEPS[..steps] {
        type_in(&terminal, text, key, then);
    }
    terminal
}

/// The code as it is on the screen: what stands before the groups, and the groups.
fn code(terminal: &Terminal) -> (String, Vec<String>) {
    let text = terminal.text();
    let mut lines = text.lines().skip_while(|line| !line.contains("AGE-SECRET-KEY-1"));
    let head = lines.next().unwrap().trim().to_owned();
    // Each group stands behind its number; a group may be a number itself.
    let words = lines.take(2).flat_map(str::split_whitespace);
    (head, words.skip(1).step_by(2).map(str::to_owned).collect())
}

/// The groups that are asked for, counted from 0.
fn asked(terminal: &Terminal) -> Vec<usize> {
    let text = terminal.text();
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("Group ")?.split(':').next()?.parse().ok());
    lines.map(|n: usize| n - 1).collect()
}

#[test]
fn from_nothing_to_the_board_with_the_code_on_paper() {
    let (home, program) = nothing();
    let mut terminal = to_paper(&program, STEPS.len());
    let (head, groups) = code(&terminal);
    assert_eq!(groups.len(), 12, "{}", terminal.text());
    let print = home.path().join("usb");
    std::fs::create_dir(&print).unwrap();
    terminal.send(F2);
    type_in(&terminal, print.to_str().unwrap(), ENTER, "then delete the file");
    terminal.send(ENTER);
    terminal.settle();
    terminal.send(ENTER);
    terminal.wait_for("Is the recovery code on paper?");
    let wanted = asked(&terminal);
    // A slip is told, and costs nothing.
    type_in(&terminal, &groups[wanted[0]].to_lowercase(), ENTER, "Group");
    type_in(&terminal, "x", ENTER, "isn't what was shown");
    assert_eq!(inside(home.path()), ["usb"], "nothing is founded before");
    terminal.keys(letters("\x7f"));
    type_in(&terminal, &groups[wanted[1]], ENTER, "Password:");
    type_in(&terminal, PASSWORD, ENTER, "Nothing is open");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit(), 0);
    assert_given_back(&terminal);

    let folder = home.path().join("log");
    let (book, who) = sign_in(&folder, None, PASSWORD, Mode::Read).unwrap();
    assert_eq!((who.name.as_str(), book.own().unit.as_str()), ("Nguyễn Văn An", "CAP2-BL"));
    assert_eq!(book.areas().unwrap().len(), 1);
    drop(book);
    let typed = format!("{head} {}", groups.join(" "));
    drop(open_with_paper(&folder, &typed).unwrap());
    let printed = std::fs::read_to_string(print.join("recovery-CAP2-BL.txt")).unwrap();
    drop(open_with_paper(&folder, &printed).unwrap());
}

#[test]
fn ended_at_any_step_it_leaves_nothing() {
    for steps in 0..=STEPS.len() {
        for signal in [Signal::KILL, Signal::TERM] {
            let (home, program) = nothing();
            let mut terminal = to_paper(&program, steps);
            terminal.signal(signal);
            terminal.exit();
            assert!(inside(home.path()).is_empty(), "{steps} {signal:?}: {:?}", inside(home.path()));
        }
    }
}

#[test]
fn a_made_up_ward_can_be_stopped_and_made() {
    let (home, program) = nothing();
    let mut terminal = Terminal::open(&program);
    terminal.wait_for("No logbook at");
    terminal.keys(["\x1b[B", ENTER]);
    terminal.wait_for("Making up the ward");
    terminal.send(ESC);
    terminal.wait_for("Stopped as you asked");
    assert!(inside(home.path()).is_empty(), "{:?}", inside(home.path()));
    terminal.send(ENTER);
    terminal.wait_for("Password:");
    let text = terminal.text();
    let password = text.split("password ").nth(1).unwrap().split_whitespace().next().unwrap();
    type_in(&terminal, password, ENTER, "Newest entries");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit(), 0);
    let made = inside(home.path());
    assert!(made.len() == 1 && made[0].starts_with("trucban-demo-"), "{made:?}");
    assert!(Folder::is_vacant(&home.path().join("log")));
}

#[test]
fn a_folder_with_something_else_in_it_is_no_place_for_a_first_run() {
    let (home, program) = nothing();
    std::fs::create_dir(home.path().join("log")).unwrap();
    std::fs::write(home.path().join("log/mine.txt"), "x").unwrap();
    let mut terminal = Terminal::open(&program);
    assert_eq!(terminal.exit(), 2);
    assert!(terminal.text().contains("E023"), "{}", terminal.text());
}

#[test]
fn the_unlock_screen_shows_every_letter_on_a_key() {
    let folder = crate::post::logbook();
    let terminal = crate::post::open(&folder);
    terminal.send(F3);
    terminal.wait_for("ỳýỷỹỵ");
    type_in(&terminal, "Đường", ENTER, "Password:");
}
