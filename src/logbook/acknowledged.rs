//! Receipts that came back to a post, and how far they acknowledge its journals.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Hash;
use crate::record::when::{self, Moment};

/// How far a journal has been received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acknowledged {
    /// The journal.
    pub journal: Uuid,
    /// Number of the last batch.
    pub number: u64,
    /// Number of the last entry.
    pub seq: u64,
    /// Hash of that entry's line.
    pub head: Hash,
}

/// A receipt as it is kept: the bytes that were signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptReceipt {
    /// Its running number.
    pub n: u64,
    /// When it came in or was written.
    pub at: Moment,
    /// The signed bytes.
    pub body: Vec<u8>,
    /// The signature over them.
    pub signature: String,
}

impl Logbook {
    /// How far the receiver has acknowledged a journal.
    ///
    /// # Errors
    /// Those of the database.
    pub fn acknowledged(&self, journal: &Uuid) -> Outcome<Option<Acknowledged>> {
        let find = "SELECT number, seq, head FROM acknowledged WHERE journal = ?1";
        let found = self.db.query_row(find, [sql::blob(journal)], |row| {
            let (number, seq) = (sql::count(row.get(0)?), sql::count(row.get(1)?));
            Ok(Acknowledged { journal: *journal, number, seq, head: Hash(row.get(2)?) })
        });
        found.optional().map_err(sql::fault)
    }

    /// Notes how far a journal is acknowledged; never less than before. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn acknowledge(&self, ack: &Acknowledged) -> Outcome<()> {
        self.in_write()?;
        let put = "INSERT INTO acknowledged VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE
                   SET number = excluded.number, seq = excluded.seq, head = excluded.head
                   WHERE (excluded.seq, excluded.number) > (seq, number)";
        let values = (sql::blob(&ack.journal), sql::int(ack.number), sql::int(ack.seq), ack.head.0);
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    /// Keeps a receipt that came in; false when it is there already. Within a write.
    ///
    /// # Errors
    /// E126 when another receipt of this number is there.
    pub fn keep_receipt(&self, desk: &str, receipt: &KeptReceipt) -> Outcome<bool> {
        self.in_write()?;
        let find = "SELECT body FROM receipts_in WHERE desk = ?1 AND n = ?2";
        let known = self.db.query_row(find, (desk, sql::int(receipt.n)), |row| row.get::<_, Vec<u8>>(0)).optional();
        match known.map_err(sql::fault)? {
            Some(body) if body == receipt.body => return Ok(false),
            Some(_) => return Err(Fault::new(Kind::Data, "E126").with("what", "n")),
            None => {}
        }
        let put = "INSERT INTO receipts_in VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = (desk, sql::int(receipt.n), when::seconds(receipt.at), &receipt.body, &receipt.signature);
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(true)
    }

    /// The newest receipts that came in, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn receipts(&self, limit: usize) -> Outcome<Vec<KeptReceipt>> {
        let all = format!("SELECT n, at, body, signature FROM receipts_in ORDER BY rowid DESC LIMIT {limit}");
        let mut all = self.db.prepare(&all).map_err(sql::fault)?;
        let rows = all.query_map([], |row| {
            Ok(KeptReceipt {
                n: sql::count(row.get(0)?),
                at: when::from_seconds(row.get(1)?).unwrap_or_default(),
                body: row.get(2)?,
                signature: row.get(3)?,
            })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Hash of the line of an own entry, if it is here.
    ///
    /// # Errors
    /// Those of the database.
    pub fn line_hash(&self, journal: &Uuid, seq: u64) -> Outcome<Option<Hash>> {
        let find = "SELECT e.line FROM entries e JOIN journals j ON j.num = e.journal WHERE j.id = ?1 AND e.seq = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let line: Option<Vec<u8>> =
            find.query_row((sql::blob(journal), sql::int(seq)), |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(line.map(|line| Hash::of(&line)))
    }
}
