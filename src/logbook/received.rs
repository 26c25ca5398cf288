//! Batches that came to a desk, by id: merged, held until the missing ones come, or kept apart as the other story of
//! a fork. And the receipts that went back.

use rusqlite::{OptionalExtension as _, Row as Found};
use uuid::Uuid;

use super::{Acknowledged, KeptReceipt, Logbook, sql};
use crate::fault::Outcome;
use crate::journal::Hash;
use crate::record::when::{self, Moment};

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is part of the journal.
    Merged,
    /// It waits for those before it.
    Held,
    /// It tells another story than the one that came first: quarantined.
    Fork,
}

impl Fate {
    const fn name(self) -> &'static str {
        match self {
            Self::Merged => "merged",
            Self::Held => "held",
            Self::Fork => "fork",
        }
    }

    fn parse(name: &str) -> Self {
        match name {
            "merged" => Self::Merged,
            "held" => Self::Held,
            _ => Self::Fork,
        }
    }
}

/// A batch that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The post.
    pub unit: String,
    /// The batch's id.
    pub batch: Hash,
    /// Its journal.
    pub journal: Uuid,
    /// Its number in it.
    pub number: u64,
    /// Its first entry.
    pub first: u64,
    /// Its last entry.
    pub last: u64,
    /// Hash of its last line.
    pub head: Hash,
    /// The week under which it was handed in.
    pub week: String,
    /// When it came.
    pub at: Moment,
    /// SHA-256 of the file that it came in.
    pub file: Hash,
    /// The copy's name in `inbox/<unit>/`.
    pub name: String,
    /// What became of it.
    pub fate: Fate,
}

pub(super) const COLUMNS: &str = "unit, batch, journal, number, first, last, head, week, at, file, name, state";

pub(super) fn read(found: &Found<'_>) -> rusqlite::Result<Received> {
    let count = |n: usize| found.get(n).map(sql::count);
    let state: String = found.get(11)?;
    Ok(Received {
        unit: found.get(0)?,
        batch: Hash(found.get(1)?),
        journal: Uuid::from_bytes(found.get(2)?),
        number: count(3)?,
        first: count(4)?,
        last: count(5)?,
        head: Hash(found.get(6)?),
        week: found.get(7)?,
        at: when::from_seconds(found.get(8)?).unwrap_or_default(),
        file: Hash(found.get(9)?),
        name: found.get(10)?,
        fate: Fate::parse(&state),
    })
}

impl Logbook {
    /// The batch with this id, if it came before.
    ///
    /// # Errors
    /// Those of the database.
    pub fn received(&self, unit: &str, batch: &Hash) -> Outcome<Option<Received>> {
        let find = format!("SELECT {COLUMNS} FROM received WHERE unit = ?1 AND batch = ?2");
        let mut find = self.db.prepare_cached(&find).map_err(sql::fault)?;
        find.query_row((unit, batch.0), read).optional().map_err(sql::fault)
    }

    /// The batch that was merged from this very file.
    ///
    /// # Errors
    /// Those of the database.
    pub fn merged_from(&self, unit: &str, file: &Hash) -> Outcome<Option<Received>> {
        let find = format!("SELECT {COLUMNS} FROM received WHERE file = ?2 AND unit = ?1 AND state = 'merged'");
        let mut find = self.db.prepare_cached(&find).map_err(sql::fault)?;
        find.query_row((unit, file.0), read).optional().map_err(sql::fault)
    }

    /// Batches of a post with one fate, in the order in which they would be merged.
    ///
    /// # Errors
    /// Those of the database.
    pub fn received_of(&self, unit: &str, fate: Fate) -> Outcome<Vec<Received>> {
        let all =
            format!("SELECT {COLUMNS} FROM received WHERE unit = ?1 AND state = ?2 ORDER BY journal, number, first");
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        all.query_map((unit, fate.name()), read).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The merged batch that holds an entry.
    ///
    /// # Errors
    /// Those of the database.
    pub fn merged_with(&self, journal: &Uuid, seq: u64) -> Outcome<Option<Received>> {
        let find = format!(
            "SELECT {COLUMNS} FROM received WHERE journal = ?1 AND state = 'merged' AND ?2 BETWEEN first AND last
             ORDER BY number LIMIT 1"
        );
        let found = self.db.query_row(&find, (sql::blob(journal), sql::int(seq)), read);
        found.optional().map_err(sql::fault)
    }

    /// Writes down what became of a batch. Once merged it stays merged. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn put_received(&self, received: &Received) -> Outcome<()> {
        self.in_write()?;
        let put = "INSERT INTO received VALUES (:unit, :batch, :journal, :number, :first, :last, :head, :week, :at,
                   :file, :name, :state)
                   ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at, file = excluded.file,
                       name = excluded.name
                   WHERE state <> 'merged'";
        let values = rusqlite::named_params! {
            ":unit": received.unit, ":batch": received.batch.0, ":journal": sql::blob(&received.journal),
            ":number": sql::int(received.number), ":first": sql::int(received.first),
            ":last": sql::int(received.last), ":head": received.head.0, ":week": received.week,
            ":at": when::seconds(received.at), ":file": received.file.0, ":name": received.name,
            ":state": received.fate.name(),
        };
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    /// A batch that waited waits no longer: it was refused. Its line in the intake log and its copy stay. Within a
    /// write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn drop_held(&self, unit: &str, batch: &Hash) -> Outcome<()> {
        self.in_write()?;
        let drop = "DELETE FROM received WHERE unit = ?1 AND batch = ?2 AND state = 'held'";
        self.db.execute(drop, (unit, batch.0)).map_err(sql::fault)?;
        Ok(())
    }

    /// How far the journals of a post have been merged; of one that is frozen, the last entry that both stories have.
    ///
    /// # Errors
    /// Those of the database.
    pub fn merged_through(&self, unit: &str) -> Outcome<Vec<Acknowledged>> {
        let mut all = Vec::new();
        for id in self.journals_of(unit)? {
            let Some(journal) = self.journal(&id)? else { continue };
            let seq = journal.frozen.map_or(journal.head.seq, |common| common.min(journal.head.seq));
            let Some(head) = self.line_hash(&id, seq)? else { continue };
            let number = if seq < journal.head.seq { self.number_within(&id, seq)? } else { journal.number };
            all.push(Acknowledged { journal: id, number, seq, head });
        }
        Ok(all)
    }

    /// Number of the last batch that was merged and ends at or before an entry; 0 when there is none.
    fn number_within(&self, journal: &Uuid, seq: u64) -> Outcome<u64> {
        let find =
            "SELECT coalesce(max(number), 0) FROM received WHERE journal = ?1 AND state = 'merged' AND last <= ?2";
        self.db
            .query_row(find, (sql::blob(journal), sql::int(seq)), |row| row.get(0).map(sql::count))
            .map_err(sql::fault)
    }

    /// Keeps the next receipt for a post, which `make` writes once its number is known: no number is used twice.
    /// Within a write.
    ///
    /// # Errors
    /// Those of the database and of `make`.
    pub fn next_receipt(
        &self,
        unit: &str,
        at: Moment,
        make: impl FnOnce(u64) -> Outcome<(Vec<u8>, String)>,
    ) -> Outcome<KeptReceipt> {
        self.in_write()?;
        let last = "SELECT coalesce(max(n), 0) FROM receipts_out WHERE unit = ?1";
        let last: i64 = self.db.query_row(last, [unit], |row| row.get(0)).map_err(sql::fault)?;
        let n = sql::count(last) + 1;
        let (body, signature) = make(n)?;
        let put = "INSERT INTO receipts_out VALUES (?1, ?2, ?3, ?4, ?5)";
        self.db.execute(put, (unit, sql::int(n), when::seconds(at), &body, &signature)).map_err(sql::fault)?;
        Ok(KeptReceipt { n, at, body, signature })
    }
}
