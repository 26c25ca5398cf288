//! A whole shift in a real terminal of 80x24, killed in the middle of its handover: opened, three incidents, an order,
//! a patrol that finds a fourth incident, each matter answered, signed with a password of one's own, closed, the week approved and exported.

use rustix::process::Signal;
use serde_json::json;
use tempfile::TempDir;
use trucban::acts::registers::{NewOfficer, add_officer};
use trucban::acts::session::sign_in;
use trucban::acts::shift::{self, Role as Signs};
use trucban::acts::{Role, desk, week};
use trucban::journal::Entry;
use trucban::logbook::{Filter, Logbook, Mode};
use trucban::record::Kind;

use crate::common::{self, PASSWORD, WORK};
use crate::post::{ENTER, F2, at_board, clock, letters, logbook, script};
use crate::pty::Terminal;

/// The password of the officer who takes over.
const NEXT: &str = "một mật khẩu khác";

/// What the journal has to say of the shift, each step of it in order.
const ACTS: [&str; 18] = [
    "create shift",
    "create incident",
    "create incident",
    "create incident",
    // An order; a patrol, what it noticed, the incident that this became, its end.
    "amend shift",
    "create patrol",
    "amend patrol",
    "create incident",
    "amend patrol",
    "amend patrol",
    // An answer, a question, three answers at once, the hour of the handover, two signatures, the end.
    "amend shift",
    "amend shift",
    "amend shift",
    "amend shift",
    "sign shift",
    "sign shift",
    "amend shift",
    "create week",
];

/// A post with a second officer, and a desk that is its receiver.
fn post() -> (TempDir, TempDir) {
    let (folder, other) = (logbook(), tempfile::tempdir().unwrap());
    let mut mint = clock(11);
    let desk = common::desk(&other.path().join("desk"), &mut mint);
    let (book, who) = sign_in(folder.path(), None, PASSWORD, Mode::Write).unwrap();
    desk::trust(&desk.book, &desk.who, &week::card(&book, &who).unwrap(), None, &mut mint).unwrap();
    week::set_receiver(&book, &who, &week::card(&desk.book, &desk.who).unwrap(), None).unwrap();
    let (name, role) = ("Phạm Văn Dũng", Role::Officer);
    let new = NewOfficer { name, role, rank: None, number: None, password: NEXT, work: WORK };
    add_officer(&book, &who, &new, &mut mint).unwrap();
    (folder, other)
}

fn open(folder: &TempDir) -> Terminal {
    let terminal = at_board(folder);
    terminal.wait_for("Open (");
    terminal
}

/// Presses keys and waits for what they lead to.
fn leads(terminal: &Terminal, keys: &str, to: &str) {
    script(terminal, keys);
    terminal.wait_for(to);
}

fn types(terminal: &Terminal, text: &str) {
    terminal.keys(letters(text));
    terminal.settle();
}

fn incident(terminal: &Terminal, title: &str, number: u8) {
    leads(terminal, "F3", "New incident");
    types(terminal, "trom xe");
    script(terminal, "Enter \"4\" Enter Enter Enter \"-15'\" Enter Enter Enter");
    types(terminal, title);
    terminal.send(F2);
    terminal.wait_for(&format!("-00000{number} at"));
}

/// A patrol from its start to its end; what it notices becomes an incident.
fn patrol(terminal: &Terminal) {
    leads(terminal, "Esc F4", "Start a patrol now");
    leads(terminal, "Down Enter", "Started at");
    leads(terminal, "F2", "out for 0'");
    types(terminal, "dark");
    script(terminal, "Enter");
    types(terminal, "Đèn hẻm 12 hỏng");
    leads(terminal, "F2", "Noticed (1)");
    leads(terminal, "F3", "Incident from an observation");
    types(terminal, "trom xe");
    script(terminal, "Enter \"4\" Enter");
    leads(terminal, "F2", "-000004 at");
    leads(terminal, "F6", "Finish the patrol");
    leads(terminal, "F2", "done");
    script(terminal, "Esc");
}

#[test]
fn a_whole_shift_is_worked_handed_over_and_closed_whatever_happens_meanwhile() {
    let (folder, other) = post();
    let mut terminal = open(&folder);
    leads(&terminal, "F6", "Open a shift");
    leads(&terminal, "F2", "Saved CT-");
    for (title, number) in [("Trộm xe máy trước chợ", 1), ("Mất xe đạp ở trường", 2), ("Trộm xe ở bãi gửi", 3)]
    {
        incident(&terminal, title, number);
    }
    leads(&terminal, "F6", "Answered 0/3, 3 left");
    leads(&terminal, "Ctrl+E", "Edit the shift");
    script(&terminal, "Tab Tab Enter Tab Tab");
    types(&terminal, "Kiểm tra nhà trọ");
    leads(&terminal, "F2", "Answered 0/4, 4 left");
    patrol(&terminal);

    leads(&terminal, "F6", "Answered 0/5, 5 left");
    leads(&terminal, "Ctrl+D", "Answered 1/5, 4 left");
    leads(&terminal, "Ctrl+N", "Question:");
    types(&terminal, "đã xem camera chưa?");
    leads(&terminal, "Enter", "Answered 2/5, 3 left");
    // The power fails the moment the answer is on the screen.
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.exit(), -9);
    terminal = open(&folder);
    leads(&terminal, "F6", "Answered 2/5, 3 left");
    terminal.wait_for("asks: đã xem camera chưa?");

    leads(&terminal, "Ctrl+T", "Answered 5/5, 0 left");
    leads(&terminal, "F6", "Phạm Văn Dũng");
    types(&terminal, PASSWORD);
    terminal.send(ENTER);
    terminal.wait_for("Wrong password");
    types(&terminal, NEXT);
    terminal.send(ENTER);
    terminal.wait_for("both have signed");
    assert!(!String::from_utf8_lossy(&terminal.seen().bytes).contains(NEXT), "a password is never shown");
    leads(&terminal, "F8", "Close the shift");
    leads(&terminal, "F2", "Backup: ");
    script(&terminal, "Esc Esc");

    leads(&terminal, "F9", "Receiver:");
    leads(&terminal, "Ctrl+D", "Commander: approved");
    leads(&terminal, "Ctrl+X Enter", "Folder:");
    types(&terminal, &other.path().join("usb").display().to_string());
    leads(&terminal, "Enter", "SHA-256");
    is_written(&folder, &other);
}

/// What was done, by act and kind, from the first shift on.
fn acts(book: &Logbook) -> Vec<String> {
    let mut acts = Vec::new();
    let each = |_, line: &[u8]| {
        let entry = Entry::from_line(line)?;
        acts.push(format!("{} {}", entry.act.name(), entry.kind));
        Ok(())
    };
    book.each_line(&book.own().journal, 1, each).unwrap();
    let first = acts.iter().position(|act| act == "create shift").unwrap();
    acts.split_off(first)
}

/// What the journal, the folder and the stick say of it.
fn is_written(folder: &TempDir, other: &TempDir) {
    let (book, who) = sign_in(folder.path(), Some("nguyen-van-an"), PASSWORD, Mode::Read).unwrap();
    assert_eq!(book.open_shift().unwrap(), None);
    let shift = book.last_shift().unwrap().unwrap();
    let data = book.record(&shift).unwrap().data;
    let said: Vec<&str> = data.items("handover").iter().filter_map(|entry| entry["answer"].as_str()).collect();
    assert_eq!(said, ["accepted", "queried", "accepted", "accepted", "accepted"]);
    let signed = shift::signatures(&book, &who, &shift).unwrap();
    let roles: Vec<_> = signed.iter().map(|signature| (signature.role, signature.changed)).collect();
    assert_eq!(roles, [(Signs::Outgoing, false), (Signs::Incoming, false)]);
    assert_eq!(book.standing(Kind::Incident, &["open"], 10).unwrap().len(), 4);
    assert_eq!(acts(&book), ACTS);
    let filter = Filter { kind: Some(Kind::Patrol), limit: 10, ..Filter::default() };
    let tour = book.record(&book.list(&filter).unwrap()[0].record).unwrap().data.0;
    let found = tour["observations"][0]["incident"].as_str().unwrap();
    let incident = book.record(&found.parse().unwrap()).unwrap().data.0;
    assert_eq!((&tour["state"], &incident["title"]), (&json!("done"), &json!("Đèn hẻm 12 hỏng")));
    assert!(book.newest_backup().is_some());
    assert!(std::fs::read_dir(other.path().join("usb")).unwrap().count() >= 2);
    assert!(book.check().unwrap().is_ok());
}
