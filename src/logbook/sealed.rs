//! Batches sealed here, and what is not sealed yet. A sealed batch is never changed; the same number never stands twice.

use rusqlite::{OptionalExtension as _, Row as Found};
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{Entry, Hash, Head};
use crate::record::when::{self, Moment};

/// One sealed batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The journal it is a slice of.
    pub journal: Uuid,
    /// Running number within the journal, from 1.
    pub number: u64,
    /// Number of its first entry.
    pub first: u64,
    /// Number of its last entry; one before the first when nothing was new.
    pub last: u64,
    /// Head of the journal at sealing, by which secrets were judged.
    pub known: u64,
    /// The week under which it is handed in, such as `2026-W47`.
    pub week: String,
    /// When it was sealed.
    pub at: Moment,
    /// Code of the receiver.
    pub receiver: String,
    /// With persons.
    pub persons: bool,
    /// Findings that go with it.
    pub findings: u64,
    /// Its id.
    pub batch: Hash,
}

impl Sealed {
    /// Entries in it.
    #[must_use]
    pub const fn entries(&self) -> u64 {
        self.last + 1 - self.first
    }
}

/// What stands in one of the own journals after its newest batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsealed {
    /// The journal.
    pub journal: Uuid,
    /// The end of the newest batch.
    pub from: Head,
    /// The last entry that goes out: the head, or where the next journal goes on.
    pub to: u64,
    /// The next batch's number.
    pub number: u64,
    /// Id of the batch before.
    pub previous: Option<Hash>,
}

const COLUMNS: &str = "j.id, s.number, s.first, s.last, s.known, s.week, s.at, s.receiver, s.persons, s.findings,
     coalesce((SELECT r.batch FROM resealed r WHERE r.journal = s.journal AND r.number = s.number
               ORDER BY r.row DESC LIMIT 1), s.batch)";

fn read(found: &Found<'_>) -> rusqlite::Result<Sealed> {
    let count = |n: usize| found.get(n).map(sql::count);
    Ok(Sealed {
        journal: Uuid::from_bytes(found.get(0)?),
        number: count(1)?,
        first: count(2)?,
        last: count(3)?,
        known: count(4)?,
        week: found.get(5)?,
        at: when::from_seconds(found.get(6)?).unwrap_or_default(),
        receiver: found.get(7)?,
        persons: found.get(8)?,
        findings: count(9)?,
        batch: Hash(found.get(10)?),
    })
}

impl Logbook {
    /// Every sealed batch, in the order of sealing.
    ///
    /// # Errors
    /// Those of the database.
    pub fn sealed(&self) -> Outcome<Vec<Sealed>> {
        let all =
            format!("SELECT {COLUMNS} FROM sealed s JOIN journals j ON j.num = s.journal ORDER BY s.journal, s.number");
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        all.query_map([], read).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The batch with this id, also one that was sealed once more since.
    ///
    /// # Errors
    /// Those of the database.
    pub fn sealed_as(&self, batch: &Hash) -> Outcome<Option<Sealed>> {
        let find = format!(
            "SELECT {COLUMNS} FROM sealed s JOIN journals j ON j.num = s.journal WHERE s.batch = ?1 OR EXISTS (
                SELECT 1 FROM resealed r WHERE r.journal = s.journal AND r.number = s.number AND r.batch = ?1)"
        );
        sql::optional(self.db.query_row(&find, [batch.0], read))
    }

    /// The batches of one week, in the order of sealing.
    ///
    /// # Errors
    /// Those of the database.
    pub fn sealed_for(&self, week: &str) -> Outcome<Vec<Sealed>> {
        let all = format!(
            "SELECT {COLUMNS} FROM sealed s JOIN journals j ON j.num = s.journal WHERE s.week = ?1
             ORDER BY s.journal, s.number"
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        all.query_map([week], read).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Whether a week has been handed in.
    ///
    /// # Errors
    /// Those of the database.
    pub fn is_sealed(&self, week: &str) -> Outcome<bool> {
        let find = "SELECT EXISTS (SELECT 1 FROM sealed WHERE week = ?1)";
        self.db.query_row(find, [week], |row| row.get(0)).map_err(sql::fault)
    }

    /// Keeps a sealed batch and its small files. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep_sealed(&self, sealed: &Sealed, files: &[u8]) -> Outcome<()> {
        self.in_write()?;
        let journal = self.journal_num(&sealed.journal)?.ok_or_else(|| Fault::bug("sealing a foreign journal"))?;
        let put =
            "INSERT INTO sealed VALUES (:journal, :number, :first, :last, :known, :week, :at, :receiver, :persons,
                   :findings, :batch, :files)";
        let values = rusqlite::named_params! {
            ":journal": journal, ":number": sql::int(sealed.number), ":first": sql::int(sealed.first),
            ":last": sql::int(sealed.last), ":known": sql::int(sealed.known), ":week": sealed.week,
            ":at": when::seconds(sealed.at), ":receiver": sealed.receiver, ":persons": sealed.persons,
            ":findings": sql::int(sealed.findings), ":batch": sealed.batch.0, ":files": files,
        };
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    /// Keeps a batch that was sealed once more, and its small files. What it was before stays. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep_resealed(&self, sealed: &Sealed, batch: &Hash, files: &[u8]) -> Outcome<()> {
        self.in_write()?;
        let journal = self.journal_num(&sealed.journal)?.ok_or_else(|| Fault::bug("sealing a foreign journal"))?;
        let put = "INSERT INTO resealed (journal, number, batch, files) VALUES (?1, ?2, ?3, ?4)";
        self.db.execute(put, (journal, sql::int(sealed.number), batch.0, files)).map_err(sql::fault)?;
        Ok(())
    }

    /// The small files of a sealed batch, as they were kept last.
    ///
    /// # Errors
    /// E128 when there is no such batch.
    pub fn sealed_files(&self, journal: &Uuid, number: u64) -> Outcome<Vec<u8>> {
        let find = "SELECT coalesce((SELECT r.files FROM resealed r WHERE r.journal = s.journal AND r.number = s.number
                                     ORDER BY r.row DESC LIMIT 1), s.files)
                    FROM sealed s JOIN journals j ON j.num = s.journal WHERE j.id = ?1 AND s.number = ?2";
        let found = self.db.query_row(find, (sql::blob(journal), sql::int(number)), |row| row.get(0)).optional();
        found.map_err(sql::fault)?.ok_or_else(|| Fault::new(Kind::Use, "E128").with("number", number))
    }

    /// What is not sealed yet, oldest journal first: after a restore the tail of the old one goes out before the new one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn unsealed(&self) -> Outcome<Vec<Unsealed>> {
        let mut found = Vec::new();
        let mut at = self.journal_num(&self.own.journal)?.map(|num| (num, None));
        while let Some((num, until)) = at {
            found.push(self.unsealed_in(num, until)?);
            let before = "SELECT continues, continues_seq FROM journals WHERE num = ?1 AND continues IS NOT NULL";
            let before = self.db.query_row(before, [num], |row| Ok((row.get(0)?, Some(sql::count(row.get(1)?)))));
            at = before.optional().map_err(sql::fault)?;
        }
        found.reverse();
        Ok(found)
    }

    /// The clock of the oldest entry.
    ///
    /// # Errors
    /// Those of the database; E112 when it can't be read.
    pub fn began(&self) -> Outcome<Option<Moment>> {
        let first = "SELECT line FROM entries ORDER BY row LIMIT 1";
        let line: Option<Vec<u8>> = self.db.query_row(first, [], |row| row.get(0)).optional().map_err(sql::fault)?;
        line.map(|line| Entry::from_line(&line).map(|entry| entry.at)).transpose()
    }

    fn unsealed_in(&self, journal: i64, until: Option<u64>) -> Outcome<Unsealed> {
        let newest = format!(
            "SELECT {COLUMNS} FROM sealed s JOIN journals j ON j.num = s.journal WHERE s.journal = ?1
             ORDER BY s.number DESC LIMIT 1"
        );
        let newest = self.db.query_row(&newest, [journal], read).optional().map_err(sql::fault)?;
        let id = self.db.query_row("SELECT id FROM journals WHERE num = ?1", [journal], |row| row.get(0));
        let (head, _) = self.head_of(journal)?;
        let from = match &newest {
            Some(batch) => self.head_at(journal, batch.last)?,
            None => self.start_of(journal)?,
        };
        let id = Uuid::from_bytes(id.map_err(sql::fault)?);
        // What the next journal repeats goes out there; what came back since goes out here.
        let to = match until {
            Some(until) if self.carried_to(&id, until + 1)?.0 != id => until,
            _ => head.seq,
        };
        Ok(Unsealed {
            journal: id,
            to: to.max(from.seq),
            from,
            number: newest.as_ref().map_or(1, |batch| batch.number + 1),
            previous: newest.map(|batch| batch.batch),
        })
    }
}
