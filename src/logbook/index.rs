//! The search index follows a transaction at its end, row by row upwards: FTS5 flushes what it has gathered whenever a
//! row comes out of order, or whenever another statement might have to be undone.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

use super::derive::FIRST_TIME;
use super::search::{self, Indexed};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::{Act, Entry};
use crate::record::{Data, Kind};

/// So many rows are indexed together; they wait in memory.
const MOST: usize = 1000;

/// Records that wait to be indexed, by row.
#[derive(Default)]
pub(super) struct Waiting(RefCell<BTreeMap<i64, Due>>);

/// What is to be indexed of a record.
struct Due {
    /// Its words; none where they have to be read again.
    words: Option<String>,
    /// It stands in the index, with other words.
    known: bool,
}

impl Waiting {
    /// Forgets what a transaction that was given up has left.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

impl Logbook {
    /// The words of a new record, to be indexed before the transaction ends.
    pub(super) fn index_new(&self, row: i64, words: String) -> Outcome<()> {
        self.waits(row, Some(words), false)
    }

    /// A record that has changed, to be indexed anew before the transaction ends; its words, where they are known.
    pub(super) fn index_again(&self, row: i64, words: Option<String>) -> Outcome<()> {
        self.waits(row, words, true)
    }

    fn waits(&self, row: i64, words: Option<String>, known: bool) -> Outcome<()> {
        let waiting = {
            let mut waiting = self.waiting.0.borrow_mut();
            let due = waiting.entry(row).or_insert(Due { words: None, known });
            due.words = words;
            waiting.len()
        };
        if waiting < MOST { Ok(()) } else { self.index_waiting() }
    }

    /// Indexes what waits.
    pub(super) fn index_waiting(&self) -> Outcome<()> {
        for (row, Due { words, known }) in self.waiting.0.take() {
            if known {
                let gone = self.db.prepare_cached("DELETE FROM search WHERE rowid = ?1");
                gone.and_then(|mut q| q.execute([row])).map_err(sql::fault)?;
            }
            match words {
                Some(words) => self.put_words(row, &words)?,
                None => self.index_record(&self.indexed(row)?)?,
            }
        }
        Ok(())
    }

    /// Indexes a record as it stands: its newest version and every note on it.
    pub(super) fn index_record(&self, indexed: &Indexed) -> Outcome<()> {
        let mut words = format!("{}\n", indexed.number);
        if let (Some(facts), Some(kind)) = (self.facts_of(indexed.newest)?, Kind::parse(&indexed.kind)) {
            words.push_str(&Data(facts.data).searched(kind));
        }
        if indexed.noted > 0 {
            self.noted_words(indexed, &mut words)?;
        }
        self.put_words(indexed.row, &words)
    }

    fn put_words(&self, row: i64, text: &str) -> Outcome<()> {
        self.db
            .prepare_cached("INSERT INTO search (rowid, exact, folded) VALUES (?1, ?2, ?3)")
            .and_then(|mut q| q.execute((row, search::exact(text), search::folded(text))))
            .map_err(sql::fault)?;
        Ok(())
    }

    fn indexed(&self, row: i64) -> Outcome<Indexed> {
        let find = "SELECT row, newest, number, kind, noted, unit, record FROM records WHERE row = ?1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        find.query_row([row], Indexed::read).map_err(sql::fault)
    }

    fn noted_words(&self, indexed: &Indexed, words: &mut String) -> Outcome<()> {
        let notes = format!(
            "SELECT e.row, e.line FROM entries e JOIN journals j ON j.num = e.journal
             WHERE e.record = ?1 AND j.unit = ?2 AND {FIRST_TIME} ORDER BY e.row"
        );
        let mut notes = self.db.prepare_cached(&notes).map_err(sql::fault)?;
        let mut rows = notes.query((sql::blob(&indexed.record), &indexed.unit)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let line: Vec<u8> = found.get(1).map_err(sql::fault)?;
            if Entry::from_line(&line)?.act == Act::Note {
                let facts = self.facts_of(found.get(0).map_err(sql::fault)?)?;
                let text = facts.as_ref().and_then(|facts| facts.data.get("text")).and_then(Value::as_str);
                words.push_str(text.unwrap_or_default());
                words.push('\n');
            }
        }
        Ok(())
    }
}
