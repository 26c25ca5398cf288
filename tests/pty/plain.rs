//! Numbered lines in a terminal that can't place text: a sign-in with a slip, an incident, the draft that a closed window
//! leaves, a clock that looks wrong, and that the terminal is never told to do anything.

use std::process::Command;

use trucban::acts::session::sign_in;
use trucban::logbook::{Filter, Mode};
use trucban::record::{Sketch, when};

use crate::common::{Clock, PASSWORD, post};
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

#[test]
fn a_clock_that_looks_wrong_is_asked_about_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let long_ago = chrono::Utc::now().with_timezone(&when::zone()) - chrono::TimeDelta::days(3);
    drop(post(folder.path(), &mut Clock::at(&when::kept(long_ago), 7)));
    let mut terminal = Terminal::open(&program(folder.path()));
    asked(&terminal, "Password:");
    say(&terminal, PASSWORD, "Is the clock right");
    assert!(terminal.text().contains("The last entry was written"), "{}", terminal.text());
    terminal.send("2\n");
    terminal.ended(std::time::Duration::from_secs(10));

    let mut terminal = Terminal::open(&program(folder.path()));
    asked(&terminal, "Password:");
    say(&terminal, PASSWORD, "Is the clock right");
    say(&terminal, "1", "Which item");
    // It is asked again whenever somebody signs in.
    terminal.send("9\n");
    asked(&terminal, "Password:");
    say(&terminal, PASSWORD, "Is the clock right");
    say(&terminal, "1", "Which item");
    say(&terminal, "0", "");
    terminal.ended(std::time::Duration::from_secs(10));
}
