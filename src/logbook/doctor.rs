//! The doctor: everything that can be checked about a logbook, and the views made anew.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _};

use super::{Key, Logbook, Mode, open, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{self, Entry, Hash, Head, envelope};

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
    /// Persons envelopes that are named and not there, of other posts: withheld by them.
    pub withheld: u64,
    /// Envelopes that are named and not there, of this post: lost, unless a purge names them.
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
        Self { entries: 0, head: String::new(), chain: unknown(), integrity, derived: unknown(), withheld: 0, lost: 0 }
    }
}

impl Logbook {
    /// Checks everything: pages, chain, envelopes, access log, and the views against a fresh derivation.
    ///
    /// # Errors
    /// Those of opening; damage is in the result.
    pub fn check(&self) -> Outcome<Health> {
        let folder = super::Folder::open(self.folder.path())?;
        let db = open::connect(&folder, &self.key, Mode::Write)?;
        let other = Self { folder, key: self.key.clone(), mode: Mode::Write, own: self.own.clone(), db };
        let integrity = integrity(&other.db);
        let chain = other.chain().unwrap_or_else(|fault| Chain { broken: Some(fault.to_string()), ..Chain::default() });
        let derived = other.compare().unwrap_or_else(|fault| fault.to_string());
        Ok(Health {
            entries: chain.entries,
            head: chain.head.map_or_else(String::new, |hash| hash.hex()),
            chain: chain.broken.unwrap_or_else(|| "ok".to_owned()),
            integrity,
            derived,
            withheld: chain.withheld,
            lost: chain.lost,
        })
    }

    /// Drops the views and makes them again from the journal, while nobody else has the logbook open.
    ///
    /// # Errors
    /// E028 when another window has it open; those of the database.
    pub fn rebuild(&self) -> Outcome<()> {
        self.folder.alone(|| self.write(Self::derive_all))
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

    /// Walks every journal.
    fn chain(&self) -> Outcome<Chain> {
        let mut found = Chain::default();
        let journals: Vec<(i64, Vec<u8>)> = {
            let mut all = self.db.prepare("SELECT num, id FROM journals ORDER BY num").map_err(sql::fault)?;
            let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).map_err(sql::fault)?;
            rows.collect::<Result<_, _>>().map_err(sql::fault)?
        };
        for (journal, id) in journals {
            let head = self.walk(journal, &mut found)?;
            if id == self.own.journal.as_bytes() {
                found.head = Some(head.hash);
            }
        }
        if let Some(row) = self.access_break()? {
            found.broken.get_or_insert_with(|| format!("access log breaks at {row}"));
        }
        Ok(found)
    }

    fn walk(&self, journal: i64, found: &mut Chain) -> Outcome<Head> {
        let all = "SELECT e.line, f.bytes, p.bytes FROM entries e
                   LEFT JOIN envelopes f ON f.key = 2 * e.row LEFT JOIN envelopes p ON p.key = 2 * e.row + 1
                   WHERE e.journal = ?1 ORDER BY e.seq";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let mut rows = all.query([journal]).map_err(sql::fault)?;
        let mut head = self.walk_from(journal)?;
        while let Some(row) = rows.next().map_err(sql::fault)? {
            let line: Vec<u8> = row.get(0).map_err(sql::fault)?;
            let sheets: [Option<Vec<u8>>; 2] = [row.get(1).map_err(sql::fault)?, row.get(2).map_err(sql::fault)?];
            found.entries += 1;
            let step = Entry::from_line(&line).and_then(|entry| {
                found.envelopes(&entry, &sheets, entry.unit == self.own.unit)?;
                journal::follows(head, &entry, &line)
            });
            match step {
                Ok(next) => head = next,
                Err(fault) => {
                    let seq = head.seq + 1;
                    found.broken.get_or_insert_with(|| format!("breaks at {seq}: {fault}"));
                    head = Head { seq, hash: Hash::of(&line) };
                }
            }
        }
        Ok(head)
    }

    /// Where a walk begins: before the first entry, or where this desk began in the middle.
    fn walk_from(&self, journal: i64) -> Outcome<Head> {
        let first = "SELECT line FROM entries WHERE journal = ?1 ORDER BY seq LIMIT 1";
        let line: Option<Vec<u8>> =
            self.db.query_row(first, [journal], |row| row.get(0)).optional().map_err(sql::fault)?;
        match line.and_then(|line| Entry::from_line(&line).ok()).filter(|entry| entry.seq > 1) {
            Some(entry) => Ok(Head { seq: entry.seq - 1, hash: entry.prev }),
            None => self.start_of(journal),
        }
    }

    /// The views that differ from what the journal says, by name.
    fn compare(&self) -> Outcome<String> {
        open::shadow_derived(&self.db)?;
        self.each_entry(|row, entry, facts, persons| self.derive(row, entry, facts, persons, false))?;
        let mut differ = Vec::new();
        for view in ["records", "counters", "officers", "areas"] {
            let count = format!(
                "SELECT (SELECT count(*) FROM (SELECT * FROM main.{view} EXCEPT SELECT * FROM temp.{view}))
                      + (SELECT count(*) FROM (SELECT * FROM temp.{view} EXCEPT SELECT * FROM main.{view}))"
            );
            let rows: i64 = self.db.query_row(&count, [], |row| row.get(0)).map_err(sql::fault)?;
            if rows > 0 {
                differ.push(format!("{view}: {rows}"));
            }
        }
        let indexed = "SELECT (SELECT count(*) FROM main.records) - (SELECT count(*) FROM search)";
        let unindexed: i64 = self.db.query_row(indexed, [], |row| row.get(0)).map_err(sql::fault)?;
        if unindexed != 0 {
            differ.push(format!("search: {unindexed}"));
        }
        Ok(if differ.is_empty() { "same".to_owned() } else { differ.join(", ") })
    }
}

/// What a walk over the journals found.
#[derive(Default)]
struct Chain {
    entries: u64,
    head: Option<Hash>,
    broken: Option<String>,
    withheld: u64,
    lost: u64,
}

impl Chain {
    fn envelopes(&mut self, entry: &Entry, sheets: &[Option<Vec<u8>>; 2], own: bool) -> Outcome<()> {
        for (named, bytes) in [Some(entry.facts), entry.persons].iter().zip(sheets) {
            match (named, bytes) {
                (Some(hash), Some(bytes)) => drop(envelope::open_checked(bytes, hash)?),
                (Some(_), None) if own => self.lost += 1,
                (Some(_), None) => self.withheld += 1,
                (None, Some(_)) => return Err(Fault::new(Kind::Data, "E114")),
                (None, None) => {}
            }
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
