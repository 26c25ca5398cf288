//! What was typed and not saved outlives every end of the program, and is offered at the next start.

use std::fs::File;
use std::io::Write as _;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::panicking;
use crate::post::{
    ENTER, F2, assert_given_back, at_unlock, beside, field, first_incident, incident, letters, logbook, unlock,
    unlocked,
};
use crate::pty::Terminal;

const TITLE: &str = "Mất xe máy ở chợ Đà Lạt";

/// Goes on with the draft at the next start, and finds the title in it.
fn assert_offered(folder: &TempDir, title: &str) -> Terminal {
    let terminal = unlocked(folder);
    terminal.wait_for("Drafts not saved yet");
    terminal.send(ENTER);
    terminal.wait_for("›Title*");
    terminal.wait_for(title);
    terminal
}

/// How long the disk takes for a letter right now, beside everything else that runs.
fn synced(folder: &TempDir) -> Duration {
    let begun = Instant::now();
    let mut file = File::create(folder.path().join("letter")).unwrap();
    file.write_all(b"a").unwrap();
    file.sync_all().unwrap();
    begun.elapsed()
}

fn typing(folder: &TempDir) -> Terminal {
    let terminal = unlocked(folder);
    type_title(&terminal);
    terminal
}

fn type_title(terminal: &Terminal) {
    incident(terminal, "Title*");
    terminal.keys(letters(TITLE));
    terminal.wait_for(TITLE);
}

#[test]
fn a_signal_keeps_the_draft_to_its_last_letter() {
    let folder = logbook();
    let mut terminal = typing(&folder);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit(), 0);
    assert_given_back(&terminal);
    let terminal = assert_offered(&folder, TITLE);
    field(&terminal, "Area*");
    terminal.keys(letters("tdp 4"));
    terminal.send(ENTER);
    terminal.send(F2);
    terminal.wait_for(&format!("Saved {}", first_incident()));
    let (book, rows) = beside(&folder);
    assert_eq!(rows[0].title.as_deref(), Some(TITLE));
    assert!(book.drafts(&book.record(&rows[0].record).unwrap().author).unwrap().is_empty(), "saved, so no draft");
}

#[test]
fn a_closed_window_keeps_the_draft_to_its_last_letter() {
    let folder = logbook();
    let mut terminal = typing(&folder);
    terminal.close();
    assert_eq!(terminal.ended(Duration::from_secs(5)).code(), Some(0));
    assert_offered(&folder, TITLE);
}

#[test]
fn a_window_closed_without_a_signal_keeps_the_draft_and_burns_no_time() {
    let folder = logbook();
    let mut terminal = Terminal::spawn(crate::post::program(folder.path()));
    terminal.wait_for("Password:");
    unlock(&terminal);
    type_title(&terminal);
    let before = terminal.ticks();
    let ended = terminal.close_and_count(Duration::from_secs(5));
    assert!(ended.used - before < 50, "{} ticks", ended.used - before);
    assert_eq!(ended.status.code(), Some(0));
    assert_offered(&folder, TITLE);
}

#[test]
fn a_panic_keeps_the_draft_to_its_last_letter() {
    let folder = logbook();
    for key in ["\x1b[24~", "\x1b[23~"] {
        let mut terminal = at_unlock(&panicking::program(folder.path()));
        unlock(&terminal);
        if terminal.text().contains("Drafts not saved yet") {
            terminal.send(ENTER);
            terminal.wait_for("›Title*");
        } else {
            type_title(&terminal);
        }
        terminal.wait_for(TITLE);
        terminal.send(key);
        assert_eq!(terminal.exit(), 70);
        assert_given_back(&terminal);
        let text = terminal.text();
        assert!(text.contains("tests/pty/panicking.rs:") && text.contains("kept as a draft"), "{text}");
        assert!(!text.contains("secret"), "{text}");
        assert_offered(&folder, TITLE);
    }
}

#[test]
fn killed_outright_the_draft_is_two_seconds_old_at_most() {
    let folder = logbook();
    let mut terminal = typing(&folder);
    // Typing goes on without a pause: the draft must not wait for one.
    let more = " và còn nữa,".repeat(12);
    let (mut sent, mut syncs) = (Vec::new(), Duration::ZERO);
    for letter in letters(&more) {
        terminal.send(letter);
        sent.push(Instant::now());
        syncs = syncs.max(synced(&folder));
        sleep(Duration::from_millis(30));
    }
    let killed = Instant::now();
    let typed = format!("{TITLE}{more}");
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.exit(), -9);
    let draft = kept(&folder, "title");
    assert!(typed.starts_with(&draft), "{draft}");
    // Two seconds, a letter, and what this disk took for a sync meanwhile: a draft wants two.
    let missing = typed.chars().count() - draft.chars().count();
    let age = missing.checked_sub(1).map_or(Duration::ZERO, |last| killed - sent[sent.len() - 1 - last]);
    assert!(age <= Duration::from_millis(2030) + 2 * syncs, "{age:?} {syncs:?} {draft}");
    let mut terminal = assert_offered(&folder, "còn nữa");
    sleep(Duration::from_secs(2));
    terminal.keys(letters("!"));
    sleep(Duration::from_secs(2));
    terminal.signal(Signal::KILL);
    terminal.exit();
    assert!(kept(&folder, "title").ends_with('!'), "{}", kept(&folder, "title"));
}

/// What the one draft has at this path.
pub fn kept(folder: &TempDir, path: &str) -> String {
    let (book, _) = beside(folder);
    let officer = book.officers().unwrap()[0].id;
    let drafts = book.drafts(&officer).unwrap();
    assert_eq!(drafts.len(), 1);
    let body: serde_json::Value = serde_json::from_str(&drafts[0].body).unwrap();
    body["values"][path].as_str().unwrap().to_owned()
}
