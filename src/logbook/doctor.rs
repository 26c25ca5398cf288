//! The doctor: everything that can be checked about a logbook, and the views made anew.

use std::path::Path;

use rusqlite::Connection;

use super::{Key, Logbook, Mode, Stage, Stop, Watch, open, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{self, Entry, Hash, Head};

/// What the doctor found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Entries of all journals in this logbook.
    pub entries: u64,
    /// Head of the own journal.
    pub head: String,
    /// `ok`, or where a chain or an envelope breaks.
    pub chain: String,
    /// `ok`, or what the database says.
    pub integrity: String,
    /// `same`, or the views that differ from a fresh derivation.
    pub derived: String,
    /// Envelopes that did not come along: persons that other posts keep to themselves, or that no batch brings back.
    pub withheld: u64,
    /// Envelopes that a purge removed and names.
    pub purged: u64,
    /// Envelopes that are neither, and not here: lost.
    pub lost: u64,
}

impl Health {
    /// Nothing is wrong.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.chain == "ok" && self.integrity == "ok" && self.derived == "same" && self.lost == 0
    }
}

/// Opens a logbook and checks everything; damage that keeps it from opening is a finding too.
///
/// # Errors
/// E023, E026, E044; not damage.
pub fn check_folder(folder: &Path, keys: &[Key]) -> Outcome<Health> {
    let mut last = Fault::new(Kind::Data, "E043");
    for key in keys {
        match Logbook::open(folder, key, Mode::Read) {
            Ok(book) => return book.check(),
            Err(fault) if fault.code == "E043" => last = fault,
            Err(fault) => return Err(fault),
        }
    }
    Ok(Health::damaged(last.to_string()))
}

impl Health {
    fn damaged(integrity: String) -> Self {
        let unknown = || "?".to_owned();
        Self {
            entries: 0,
            head: String::new(),
            chain: unknown(),
            integrity,
            derived: unknown(),
            withheld: 0,
            purged: 0,
            lost: 0,
        }
    }
}

impl Logbook {
    /// Checks everything: pages, chain, envelopes, access log, and the views against a fresh derivation.
    ///
    /// # Errors
    /// Those of opening; damage is in the result.
    pub fn check(&self) -> Outcome<Health> {
        self.check_watched(&Stop::default(), &mut |_| Ok(()))
    }

    /// As [`Logbook::check`], for somebody who looks on and may stop it.
    ///
    /// # Errors
    /// As [`Logbook::check`]; what `watch` says.
    pub fn check_watched(&self, stop: &Stop, watch: Watch<'_>) -> Outcome<Health> {
        watch(Stage::Pages.at(0, 0))?;
        // Each on a connection of its own: one that has met a damaged page can't read anything more.
        let integrity = integrity(&self.aside(stop)?.db);
        // What was found by then is no finding when it was stopped, so that is asked once more after each step.
        watch(Stage::Chain.at(0, 0))?;
        let chain = self.aside(stop)?.chain(watch);
        watch(Stage::Views.at(0, 0))?;
        let derived = self.aside(stop)?.compare(watch).unwrap_or_else(|fault| fault.to_string());
        watch(Stage::Words.at(0, 0))?;
        Ok(Health {
            entries: chain.entries,
            head: chain.head.map_or_else(String::new, |hash| hash.hex()),
            chain: chain.broken.unwrap_or_else(|| "ok".to_owned()),
            integrity,
            derived,
            withheld: chain.withheld,
            purged: chain.purged,
            lost: chain.lost,
        })
    }

    /// A connection that sees one state of the log throughout, whatever another window writes meanwhile.
    fn aside(&self, stop: &Stop) -> Outcome<Self> {
        let aside = self.beside(stop)?;
        aside.db.execute_batch("BEGIN").map_err(sql::fault)?;
        Ok(aside)
    }

    /// A connection of its own for long work, which can be stopped in the middle of a question.
    pub(super) fn beside(&self, stop: &Stop) -> Outcome<Self> {
        let folder = super::Folder::open(self.folder.path())?;
        let mut db = open::connect(&folder, &self.key, Mode::Write)?;
        stop.heed(&mut db)?;
        Ok(Self::new(folder, &self.key, Mode::Write, self.own.clone(), db))
    }

    /// Drops the views and makes them again from the journal, while nobody else has the logbook open.
    ///
    /// # Errors
    /// E028 when another window has it open; those of the database.
    pub fn rebuild(&self) -> Outcome<()> {
        self.rebuild_watched(&mut |_| Ok(()))
    }

    /// As [`Logbook::rebuild`], for somebody who looks on and may stop it; then the views are as they were.
    ///
    /// # Errors
    /// As [`Logbook::rebuild`]; what `watch` says.
    pub fn rebuild_watched(&self, watch: Watch<'_>) -> Outcome<()> {
        self.folder.alone(|| self.write(|book| book.derive_all(watch)))
    }

    /// How many entries there are, as far as their rows tell: what progress is measured by.
    pub(super) fn about_entries(&self) -> u64 {
        let last = self.db.query_row("SELECT max(row) FROM entries", [], |row| row.get::<_, Option<i64>>(0));
        sql::count(last.ok().flatten().unwrap_or(0))
    }

    /// At unlock: the last thousand entries of the own journal.
    ///
    /// # Errors
    /// E045 where the chain breaks.
    pub fn check_tail(&self) -> Outcome<()> {
        let (journal, head, _) = self.head()?;
        let from = sql::int(head.seq.saturating_sub(1000));
        let tail = "SELECT seq, line FROM entries WHERE journal = ?1 AND seq >= ?2 ORDER BY seq";
        let mut tail = self.db.prepare(tail).map_err(sql::fault)?;
        let mut rows = tail.query((journal, from)).map_err(sql::fault)?;
        let mut at: Option<Head> = None;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let (seq, line): (i64, Vec<u8>) = (found.get(0).map_err(sql::fault)?, found.get(1).map_err(sql::fault)?);
            let broken = |fault: Fault| Fault::new(Kind::Data, "E045").with("seq", seq).because(fault);
            let entry = Entry::from_line(&line).map_err(broken)?;
            at = Some(match at {
                Some(head) => journal::follows(head, &entry, &line).map_err(broken)?,
                None => Head { seq: entry.seq, hash: Hash::of(&line) },
            });
        }
        Ok(())
    }
}

/// What SQLCipher and SQLite say about the pages.
fn integrity(db: &Connection) -> String {
    for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check(5)"] {
        let lines: rusqlite::Result<Vec<String>> =
            db.prepare(pragma).and_then(|mut check| check.query_map([], |row| row.get(0))?.collect());
        match lines {
            Ok(lines) if lines.is_empty() || lines == ["ok"] => {}
            Ok(lines) => return lines.join("; "),
            Err(error) => return error.to_string(),
        }
    }
    "ok".to_owned()
}
