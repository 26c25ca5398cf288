//! The same end for every form: the program is killed, its signal sent, its window closed, its officer gone away in the
//! middle of it, and the next time the draft is there. The forms are those of `tests/common/forms.rs`; each has a
//! logbook of its own, and all of them are waited for at once.

use std::thread::{scope, sleep};
use std::time::Duration;

use rustix::process::Signal;
use tempfile::TempDir;
use trucban::acts::session::sign_in;
use trucban::logbook::Mode;
use trucban::words::{Lang, Words};

use crate::common::PASSWORD;
use crate::post::{ENTER, at_board, busy, enter, field, letters, logbook, script};
use crate::pty::Terminal;
use crate::ways::{FORMS, Way};

const TEXT: &str = "Mất xe ở chợ Đà Lạt";

/// Opens the form and types into it.
fn typing(folder: &TempDir, way: &Way, words: &Words) -> Terminal {
    let terminal = at_board(folder);
    script(&terminal, way.keys);
    field(&terminal, way.label(words));
    terminal.keys(letters(TEXT));
    terminal.wait_for(TEXT);
    terminal
}

/// Goes on with the draft that is offered at a start.
fn take_up(terminal: &Terminal, text: &str) {
    terminal.wait_for("Drafts not saved yet");
    terminal.send(ENTER);
    terminal.wait_for(text);
    terminal.settle();
}

fn taken_up(folder: &TempDir, text: &str) -> Terminal {
    let terminal = at_board(folder);
    take_up(&terminal, text);
    terminal
}

/// Types the last of these letters behind the text.
fn more(terminal: &Terminal, letters: &str) {
    terminal.send(&letters[letters.len() - 1..]);
    terminal.wait_for(&format!("{TEXT}{letters}"));
}

fn ends(way: &Way, words: &Words) {
    let folder = if way.busy { busy() } else { logbook() };
    let (book, _) = sign_in(folder.path(), None, PASSWORD, Mode::Write).unwrap();
    book.set("lock.minutes", "1").unwrap();
    drop(book);

    let mut terminal = typing(&folder, way, words);
    sleep(Duration::from_millis(2200));
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.exit(), -9);

    let mut terminal = taken_up(&folder, TEXT);
    more(&terminal, "a");
    terminal.signal(Signal::HUP);
    assert_eq!(terminal.exit(), 0);

    let mut terminal = taken_up(&folder, &format!("{TEXT}a"));
    more(&terminal, "ab");
    terminal.close();
    assert_eq!(terminal.ended(Duration::from_secs(10)).code(), Some(0));

    let terminal = taken_up(&folder, &format!("{TEXT}ab"));
    more(&terminal, "abc");
    left_alone(&terminal, &format!("{TEXT}abc"));
}

/// After a minute without a key it is locked and holds nothing of the logbook; the password brings the draft.
fn left_alone(terminal: &Terminal, text: &str) {
    let of_the_logbook = || {
        let held = std::fs::read_dir(format!("/proc/{}/fd", terminal.pid())).unwrap().flatten();
        let targets = held.filter_map(|file| std::fs::read_link(file.path()).ok());
        targets.filter(|target| target.to_string_lossy().contains("logbook.db")).count()
    };
    assert!(of_the_logbook() > 0);
    sleep(Duration::from_secs(60));
    terminal.wait_for("Locked.");
    assert!(!terminal.text().contains(TEXT));
    terminal.settle();
    assert_eq!(of_the_logbook(), 0, "both connections are closed");
    enter(terminal);
    take_up(terminal, text);
}

#[test]
fn whatever_ends_it_each_form_has_its_draft() {
    let words = Words::new(Lang::En);
    scope(|scope| {
        let running: Vec<_> = FORMS.iter().map(|way| (way, scope.spawn(|| ends(way, &words)))).collect();
        let failed: Vec<_> = running.into_iter().filter_map(|(way, run)| run.join().err().map(|_| way)).collect();
        assert!(failed.is_empty(), "{failed:?}");
    });
}
