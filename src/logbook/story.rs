//! What a desk reads to tell the story of one post: every batch that it kept, what stands against the records, which
//! files were refused. Reads only.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::list::{self, COLUMNS};
use super::received::{self, Received};
use super::{Logbook, Remark, Row, sql};
use crate::fault::Outcome;
use crate::journal::Hash;

/// A journal and a place in it.
type Place = (Uuid, u64);

/// A remark of the rules, the batch with which it came, and the record that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// What the rules said.
    pub remark: Remark,
    /// The batch.
    pub batch: Hash,
    /// The record.
    pub row: Row,
}

/// So far back the intake log is looked through for files that were refused.
const INTAKE: usize = 5000;

impl Logbook {
    /// The newest batches of a post, whatever became of them, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn batches_of(&self, unit: &str, limit: usize) -> Outcome<Vec<Received>> {
        let all = format!(
            "SELECT {} FROM received WHERE unit = ?1 ORDER BY week DESC, number DESC, at DESC LIMIT {limit}",
            received::COLUMNS
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        all.query_map([unit], received::read).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// What stands against the records of a post, with the records, the newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn against(&self, unit: &str, limit: usize) -> Outcome<Vec<Against>> {
        let all = format!(
            "SELECT {COLUMNS}, f.code, f.path, f.batch FROM found f JOIN records r ON r.record = f.record AND
             r.unit = f.unit WHERE f.unit = ?1 ORDER BY r.at DESC, r.row DESC, f.code, f.path LIMIT {limit}"
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        let rows = all.query_map([unit], |found| {
            let row = list::row(found)?;
            let remark = Remark { code: found.get(12)?, record: row.record, path: found.get(13)? };
            Ok(Against { remark, batch: Hash(found.get(14)?), row })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The newest files of a post that were refused, as the intake log has them, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn refused_of(&self, unit: &str, limit: usize) -> Outcome<Vec<Map<String, Value>>> {
        let text = |line: &Map<String, Value>, key: &str| line.get(key).and_then(Value::as_str).map(str::to_owned);
        let waits = |code: &str| matches!(code, "E120" | "E121");
        let mut lines = self.intake(INTAKE)?;
        lines.retain(|line| {
            text(line, "unit").as_deref() == Some(unit) && text(line, "code").is_some_and(|code| !waits(&code))
        });
        lines.truncate(limit);
        Ok(lines)
    }

    /// Where the first and the newest entry on a record of a post stand.
    ///
    /// # Errors
    /// Those of the database.
    pub fn ends_of(&self, unit: &str, record: &Uuid) -> Outcome<Option<(Place, Place)>> {
        let all = "SELECT j.id, e.seq FROM entries e JOIN journals j ON j.num = e.journal
                   WHERE e.record = ?2 AND j.unit = ?1 ORDER BY e.row";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map((unit, sql::blob(record)), |found| {
            Ok((Uuid::from_bytes(found.get(0)?), sql::count(found.get(1)?)))
        });
        let places: Vec<Place> = rows.and_then(Iterator::collect).map_err(sql::fault)?;
        Ok(places.first().copied().zip(places.last().copied()))
    }
}
