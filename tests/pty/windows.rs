//! Two windows on one logbook, and a command that wants it for itself.

use std::process::{Command, Output};

use trucban::acts::Role;
use trucban::acts::registers::{NewOfficer, add_officer};
use trucban::acts::session::sign_in;
use trucban::logbook::Mode;
use trucban::record::Number;

use crate::common::{PASSWORD, WORK};
use crate::post::{ENTER, F2, beside, clock, field, incident, letters, logbook, program, unlock, unlocked};
use crate::pty::Terminal;

const AMEND: &str = "\x05";
const LOCK: &str = "\x0c";

/// An incident that only lacks its save.
fn written(terminal: &Terminal, title: &str) {
    incident(terminal, "Area*");
    terminal.keys(letters("tdp 4"));
    terminal.send(ENTER);
    field(terminal, "Title*");
    terminal.keys(letters(title));
    terminal.wait_for(title);
}

/// An amendment of the first incident that only lacks its save.
fn amended(terminal: &Terminal, label: &str, value: &str) {
    terminal.keys(letters("000001"));
    terminal.settle();
    terminal.send(AMEND);
    terminal.wait_for("Amend");
    field(terminal, "Reason");
    terminal.keys(letters("nghe lại"));
    field(terminal, label);
    terminal.keys(letters(value));
}

#[test]
fn two_windows_add_at_once_and_the_later_amendment_is_shown_the_other() {
    let folder = logbook();
    let (one, other) = (unlocked(&folder), unlocked(&folder));
    written(&one, "Mất xe ở chợ");
    written(&other, "Mất ví ở bến xe");
    one.send(F2);
    other.send(F2);
    for window in [&one, &other] {
        window.wait_for("Saved VV-");
    }
    let (book, rows) = beside(&folder);
    let mut numbers: Vec<u64> = rows.iter().map(|row| Number::parse(&row.number).unwrap().serial).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2]);

    amended(&one, "Place", "cổng sau");
    amended(&other, "Loss (VND)", "20000000");
    other.send(F2);
    other.wait_for("Saved VV-");
    one.send(F2);
    one.wait_for("The record was changed elsewhere");
    one.wait_for("In the newer version: 20.000.000");
    one.send(ENTER);
    one.settle();
    one.send(F2);
    one.wait_for("Saved VV-");
    let first = rows.iter().find(|row| row.number.ends_with("000001")).unwrap();
    let both = book.record(&first.record).unwrap().data;
    assert_eq!((both.get("place"), both.get("loss_vnd")), (&"cổng sau".into(), &20_000_000.into()));
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
}

/// Disables an officer from the command line.
fn disable(folder: &tempfile::TempDir) -> Output {
    let password = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(password.path(), PASSWORD).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_trucban"));
    command.args(["officer", "disable", "le-thi-binh", "--officer", "nguyen-van-an", "--lang", "en", "--logbook"]);
    command.arg(folder.path()).arg("--password-file").arg(password.path()).output().unwrap()
}

#[test]
fn an_officer_is_disabled_only_when_no_other_window_has_the_logbook_open() {
    let folder = logbook();
    let (book, who) = sign_in(folder.path(), None, PASSWORD, Mode::Write).unwrap();
    let name = "Lê Thị Bình";
    let new = NewOfficer { name, role: Role::Officer, rank: None, number: None, password: PASSWORD, work: WORK };
    add_officer(&book, &who, &new, &mut clock(8)).unwrap();
    drop(book);
    let terminal = Terminal::open(program(folder.path()).args(["--officer", "nguyen-van-an"]));
    terminal.wait_for("Password:");
    unlock(&terminal);
    let refused = disable(&folder);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(6), "{said}");
    assert!(said.contains("E028") && said.contains("Close the other trucban windows"), "{said}");

    // A window that is only locked holds nothing.
    terminal.send(LOCK);
    terminal.wait_for("Locked.");
    terminal.settle();
    let done = disable(&folder);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    unlock(&terminal);
    terminal.wait_for("Find: ");
}
