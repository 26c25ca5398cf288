//! Who saw what: append-only, with a hash chain of its own.

use rusqlite::OptionalExtension as _;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::Hash;
use crate::record::when::{self, Moment};

/// One access that is to be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access<'a> {
    /// When.
    pub at: Moment,
    /// The officer.
    pub by: Uuid,
    /// What was done, such as `reveal`, `export`, `print`.
    pub what: &'a str,
    /// The record, if it was one.
    pub record: Option<Uuid>,
    /// The reason or the words searched.
    pub why: Option<&'a str>,
}

/// One line of the access log.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen(pub serde_json::Map<String, Value>);

impl Logbook {
    /// Writes an access to the log. Call it within [`Logbook::write`], and before showing anything.
    ///
    /// # Errors
    /// Those of the database.
    pub fn log_access(&self, access: &Access<'_>) -> Outcome<()> {
        // Another window may write a line between the reading of the head and the writing of the next.
        self.in_write()?;
        let line = json!({
            "at": access.at.format("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string(),
            "by": access.by,
            "what": access.what,
            "record": access.record,
            "why": access.why,
            "prev": self.access_head()?.hex(),
        })
        .to_string();
        let put = "INSERT INTO access (at, line) VALUES (?1, ?2)";
        self.db.execute(put, (when::seconds(access.at), line)).map_err(sql::fault)?;
        Ok(())
    }

    /// Hash of the last line; zeros before the first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn access_head(&self) -> Outcome<Hash> {
        let last = "SELECT line FROM access ORDER BY row DESC LIMIT 1";
        let line: Option<String> = self.db.query_row(last, [], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(line.map_or(Hash::ZERO, |line| Hash::of(line.as_bytes())))
    }

    /// The lines between two moments, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn accesses(&self, from: Option<Moment>, to: Option<Moment>) -> Outcome<Vec<Seen>> {
        let all = self.accesses_before((from, to), None, usize::MAX)?;
        Ok(all.into_iter().map(|(_, seen)| seen).collect())
    }

    /// As [`Logbook::accesses`], so many of them, each with its row; those before a row, to go on there.
    ///
    /// # Errors
    /// Those of the database.
    pub fn accesses_before(
        &self,
        (from, to): (Option<Moment>, Option<Moment>),
        before: Option<i64>,
        most: usize,
    ) -> Outcome<Vec<(i64, Seen)>> {
        let page = "SELECT row, line FROM access WHERE at >= ?1 AND at < ?2 AND row < ?3 ORDER BY row DESC LIMIT ?4";
        let mut page = self.db.prepare_cached(page).map_err(sql::fault)?;
        let bounds = (from.map_or(i64::MIN, when::seconds), to.map_or(i64::MAX, when::seconds));
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let values = (bounds.0, bounds.1, before.unwrap_or(i64::MAX), most);
        let lines = page.query_map(values, |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).map_err(sql::fault)?;
        let read = |(row, line): (i64, String)| (row, Seen(serde_json::from_str(&line).unwrap_or_default()));
        lines.map(|line| line.map(read).map_err(sql::fault)).collect()
    }

    /// The row at which the chain of the access log, or of the intake log, breaks, if it does.
    pub(super) fn log_break(&self, table: &'static str) -> Outcome<Option<i64>> {
        let all = format!("SELECT row, line FROM {table} ORDER BY row");
        let mut all = self.db.prepare(&all).map_err(sql::fault)?;
        let mut rows = all.query([]).map_err(sql::fault)?;
        let mut head = Hash::ZERO.hex();
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let line: String = found.get(1).map_err(sql::fault)?;
            let object: Value = serde_json::from_str(&line).unwrap_or_default();
            if object.get("prev").and_then(Value::as_str) != Some(&head) {
                return found.get(0).map(Some).map_err(sql::fault);
            }
            head = Hash::of(line.as_bytes()).hex();
        }
        Ok(None)
    }
}
