//! Numbered lines in a terminal that can't place text: a sign-in with a slip, an incident, the draft that a closed window
//! leaves, and that the terminal is never told to do anything.

use std::process::Command;

use trucban::acts::session::sign_in;
use trucban::logbook::{Filter, Mode};
use trucban::record::Sketch;

use crate::common::PASSWORD;
use crate::pty::Terminal;

/// The program without screens.
fn program(folder: &std::path::Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.args(["--lang", "en", "--logbook"]).arg(folder).env("TERM", "dumb");
    program.env_remove("TRUCBAN_PASSWORD_FILE").env_remove("TRUCBAN_OFFICER");
    program
}

/// Waits for a question: it is the last line there is.
fn asked(terminal: &Terminal, question: &str) {
    terminal.wait(question, |screen| screen.contents().trim_end().lines().last().unwrap_or("").starts_with(question));
}

/// Types an answer and waits for the next question.
fn say(terminal: &Terminal, line: &str, then: &str) {
    terminal.send(format!("{line}\n"));
    asked(terminal, then);
}

#[test]
fn a_terminal_that_cannot_place_text_gets_lines() {
    let folder = crate::post::logbook();
    let mut terminal = Terminal::open(&program(folder.path()));
    asked(&terminal, "Password:");
    terminal.send("wrong\n");
    terminal.wait_for("E020");
    asked(&terminal, "Password:");
    say(&terminal, PASSWORD, "Which item");
    let answers = [
        ("3", "Category:"),
        ("trom xe may", "Area:"),
        ("tdp 4", "Place:"),
        ("", "Channel"),
        ("2", "Reported at"),
        ("", "Occurred from"),
        ("", "Occurred until"),
        ("", "Title:"),
        ("Motorbike gone", "Narrative"),
        ("", "Enter saves"),
        ("", "Which item"),
        ("3", "Category:"),
        ("trom xe may", "Area:"),
        ("1", "Place:"),
    ];
    for (line, then) in answers {
        say(&terminal, line, then);
    }
    let text = terminal.text();
    assert!(text.contains("Saved") && !text.contains(PASSWORD), "{text}");
    terminal.close();
    terminal.ended(std::time::Duration::from_secs(10));

    let (book, who) = sign_in(folder.path(), None, PASSWORD, Mode::Read).unwrap();
    let rows = book.list(&Filter { limit: 9, ..Filter::default() }).unwrap();
    assert_eq!(rows.iter().filter(|row| row.title.as_deref() == Some("Motorbike gone")).count(), 1);
    let kept = book.drafts(&who.officer).unwrap();
    let sketch = Sketch::parse(&kept[0].body).unwrap();
    assert_eq!((kept.len(), &sketch.values["area"]), (1, &"TDP 4".into()));
}

#[test]
fn a_window_that_is_gone_without_a_signal_ends_the_lines() {
    let folder = crate::post::logbook();
    let beside = tempfile::tempdir().unwrap();
    let password = beside.path().join("password");
    std::fs::write(&password, PASSWORD).unwrap();
    let mut program = program(folder.path());
    program.env("TRUCBAN_PASSWORD_FILE", &password);
    let mut terminal = Terminal::spawn(program);
    asked(&terminal, "Which item");
    terminal.close();
    // How it ends is told to nobody; that it ends is what counts.
    terminal.ended(std::time::Duration::from_secs(10));
}
