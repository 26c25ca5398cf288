//! The journal's lines as they are: for export, for a batch, for whoever checks the chain.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{Entry, Head};
use crate::record::when::Moment;

impl Logbook {
    /// The journals of this unit, oldest first; each but the first continues the one before.
    ///
    /// # Errors
    /// Those of the database.
    pub fn own_journals(&self) -> Outcome<Vec<Uuid>> {
        let mut all = self.db.prepare("SELECT id FROM journals WHERE unit = ?1 ORDER BY num").map_err(sql::fault)?;
        let rows = all.query_map([&self.own.unit], |row| row.get(0).map(Uuid::from_bytes)).map_err(sql::fault)?;
        rows.collect::<Result<_, _>>().map_err(sql::fault)
    }

    /// Hands every line of a journal, from an entry's number on, to `each`, in order.
    ///
    /// # Errors
    /// Those of the database, and of `each`.
    pub fn each_line(&self, journal: &Uuid, from: u64, mut each: impl FnMut(u64, &[u8]) -> Outcome<()>) -> Outcome<()> {
        let num = self.journal_num(journal)?.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
        let all = "SELECT seq, line FROM entries WHERE journal = ?1 AND seq >= ?2 ORDER BY seq";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = all.query((num, sql::int(from))).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let seq = sql::count(found.get(0).map_err(sql::fault)?);
            let line = found.get_ref(1).and_then(|value| Ok(value.as_blob()?)).map_err(sql::fault)?;
            each(seq, line)?;
        }
        Ok(())
    }

    /// Where the own journal stands.
    ///
    /// # Errors
    /// Those of the database.
    pub fn own_head(&self) -> Outcome<Head> {
        self.head().map(|(_, head, _)| head)
    }

    /// The clock of the own journal's last entry.
    ///
    /// # Errors
    /// Those of the database.
    pub fn last_entry(&self) -> Outcome<Option<Moment>> {
        self.head().map(|(_, _, at)| at)
    }

    /// The clock of a journal's first entry.
    ///
    /// # Errors
    /// Those of the database.
    pub fn journal_begun(&self, journal: &Uuid) -> Outcome<Option<Moment>> {
        let first = "SELECT e.line FROM entries e JOIN journals j ON j.num = e.journal WHERE j.id = ?1 AND e.seq = 1";
        let line: Option<Vec<u8>> =
            self.db.query_row(first, [sql::blob(journal)], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(line.and_then(|line| Entry::from_line(&line).ok()).map(|entry| entry.at))
    }

    /// How many entries this unit has written, in all its journals.
    ///
    /// # Errors
    /// Those of the database.
    pub fn own_entries(&self) -> Outcome<u64> {
        let sum =
            "SELECT sum((SELECT max(seq) FROM entries e WHERE e.journal = j.num)) FROM journals j WHERE unit = ?1";
        let sum: Option<Option<i64>> =
            self.db.query_row(sum, [&self.own.unit], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(sql::count(sum.flatten().unwrap_or(0)))
    }
}
