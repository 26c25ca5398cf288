//! What the rules said about the records of posts, as a desk keeps it: by record, so that what was mended is gone, and
//! with the batch that brought it, so that a file which comes again is answered the same.

use rusqlite::Row as Found;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::Hash;

/// A code of the rules, at its place in a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The code.
    pub code: String,
    /// The record.
    pub record: Uuid,
    /// Where in it.
    pub path: String,
}

fn read(found: &Found<'_>) -> rusqlite::Result<Remark> {
    Ok(Remark { code: found.get(0)?, record: Uuid::from_bytes(found.get(1)?), path: found.get(2)? })
}

impl Logbook {
    /// Forgets what was said about a record: it has a newer version. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn mend(&self, unit: &str, record: &Uuid) -> Outcome<()> {
        self.in_write()?;
        let gone = "DELETE FROM found WHERE unit = ?1 AND record = ?2";
        let mut gone = self.db.prepare_cached(gone).map_err(sql::fault)?;
        gone.execute((unit, sql::blob(record))).map_err(sql::fault)?;
        Ok(())
    }

    /// Keeps what the rules say about a record with a batch. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep_found(&self, unit: &str, batch: &Hash, remark: &Remark) -> Outcome<()> {
        self.in_write()?;
        let put = "INSERT INTO found VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET batch = ?5";
        let mut put = self.db.prepare_cached(put).map_err(sql::fault)?;
        let values = (unit, sql::blob(&remark.record), &remark.code, &remark.path, batch.0);
        put.execute(values).map_err(sql::fault)?;
        Ok(())
    }

    /// What was said with a batch and still stands.
    ///
    /// # Errors
    /// Those of the database.
    pub fn found_with(&self, unit: &str, batch: &Hash) -> Outcome<Vec<Remark>> {
        let all = "SELECT code, record, path FROM found WHERE batch = ?2 AND unit = ?1 ORDER BY record, code, path";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        all.query_map((unit, batch.0), read).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// What stands against the records of a post.
    ///
    /// # Errors
    /// Those of the database.
    pub fn found_of(&self, unit: &str) -> Outcome<Vec<Remark>> {
        let all = "SELECT code, record, path FROM found WHERE unit = ?1 ORDER BY record, code, path";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        all.query_map([unit], read).and_then(Iterator::collect).map_err(sql::fault)
    }
}
