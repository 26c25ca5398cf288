//! The workbench of these tests: a post in a temporary folder, entries of every act, and the database as whoever has
//! the key could reach it without this program.

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use trucban::acts::Who;
use trucban::acts::session::Founded;
use trucban::fault::Outcome;
use trucban::journal::{Act, Mint};
use trucban::logbook::{Appended, Filter, Key, Logbook, Mode, New, Row, unlock_key};
use trucban::record::{self, Data, Kind};
use uuid::Uuid;

use crate::common::{Clock, PASSWORD, incident, object, post};

/// A post, its first officer, and the clock by which things happen there.
pub struct Bench {
    pub folder: TempDir,
    pub book: Logbook,
    pub who: Who,
    pub recovery: String,
    pub mint: Clock,
}

impl Bench {
    pub fn new() -> Self {
        let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
        let Founded { book, who, recovery } = post(&folder.path().join("log"), &mut mint);
        Self { folder, book, who, recovery: recovery.to_string(), mint }
    }

    pub fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("log")
    }

    pub fn key(&self) -> Key {
        unlock_key(&self.path(), &self.who.login, PASSWORD).unwrap().remove(0)
    }

    /// Another window on the same logbook.
    pub fn window(&self) -> Logbook {
        Logbook::open(&self.path(), &self.key(), Mode::Write).unwrap()
    }

    /// The database without this program: whoever has the key can do anything to it.
    pub fn raw(&self) -> Connection {
        let db = Connection::open(self.path().join("logbook.db")).unwrap();
        db.execute_batch("PRAGMA cipher_log_level = NONE").unwrap();
        db.execute_batch(&format!("PRAGMA key = \"x'{}'\"", *self.key().hex())).unwrap();
        db
    }

    /// The data of an incident, cleaned as the acts do it.
    pub fn cleaned(&mut self, title: &str) -> Data {
        let (data, findings) = record::clean(Kind::Incident, &incident(title), &self.book, self.mint.now());
        assert!(findings.is_empty(), "{findings:?}");
        data
    }

    pub fn create(&mut self, title: &str) -> Appended {
        let (data, id, record) = (self.cleaned(title), self.mint.id(), self.mint.id());
        self.append(new(id, record, Act::Create, data)).unwrap()
    }

    /// Appends with the clock and officer of the bench.
    pub fn append(&mut self, new: New<'_>) -> Outcome<Appended> {
        let new = New { at: self.mint.now(), by: self.who.officer, ..new };
        self.book.write(|book| book.append(&new, &mut self.mint))
    }

    pub fn amend(&mut self, record: Uuid, base: u64, title: &str) -> Outcome<Appended> {
        let (data, id) = (self.cleaned(title), self.mint.id());
        self.append(New { base: Some(base), why: Some("gõ nhầm"), ..new(id, record, Act::Amend, data) })
    }

    pub fn note(&mut self, record: Uuid, text: &str) -> Outcome<Appended> {
        let data = Data(object(json!({"text": text, "event": null, "at": null})));
        let id = self.mint.id();
        self.append(new(id, record, Act::Note, data))
    }

    pub fn void(&mut self, record: Uuid, base: u64) -> Outcome<Appended> {
        let id = self.mint.id();
        self.append(New { base: Some(base), why: Some("ghi hai lần"), ..new(id, record, Act::Void, Data::default()) })
    }

    /// One of everything: a record amended, noted, signed and void, and one that stands.
    pub fn everything(&mut self) -> (Appended, Appended) {
        let (one, two) = (self.create("Trộm xe máy trước chợ"), self.create("Gây rối ở quán karaoke"));
        self.amend(one.record, 1, "Trộm xe đạp trước chợ").unwrap();
        self.note(one.record, "Đã gọi bị hại").unwrap();
        let id = self.mint.id();
        let sign = Data(object(json!({"role": "commander", "of": "0".repeat(64)})));
        self.append(new(id, one.record, Act::Sign, sign)).unwrap();
        self.void(two.record, 1).unwrap();
        (one, two)
    }
}

/// An entry on an incident; time and officer come from the bench.
pub fn new<'a>(id: Uuid, record: Uuid, act: Act, data: Data) -> New<'a> {
    let at = trucban::record::when::parse("2026-11-23T20:00:00+07:00").unwrap();
    New { id, at, by: Uuid::nil(), shift: None, act, kind: Kind::Incident, record, base: None, why: None, data }
}

/// Everything that the log lists, newest first.
pub fn listed(book: &Logbook) -> Vec<Row> {
    book.list(&Filter { limit: 10_000, ..Filter::default() }).unwrap()
}

/// The lines of the own journal.
pub fn lines(book: &Logbook) -> Vec<Value> {
    let mut lines = Vec::new();
    for journal in book.own_journals().unwrap() {
        book.each_line(&journal, 1, |_, line| {
            lines.push(serde_json::from_slice(line).unwrap());
            Ok(())
        })
        .unwrap();
    }
    lines
}
