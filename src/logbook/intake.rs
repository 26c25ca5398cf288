//! Every file that was handed to a desk, whatever became of it: append-only, with a hash chain of its own.

use rusqlite::OptionalExtension as _;
use serde_json::{Map, Value};

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::Hash;
use crate::record::when::{self, Moment};

impl Logbook {
    /// Writes a file to the intake log. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn log_intake(&self, at: Moment, mut what: Map<String, Value>) -> Outcome<()> {
        self.in_write()?;
        what.insert("prev".into(), Value::from(self.intake_head()?.hex()));
        let line = Value::Object(what).to_string();
        let put = "INSERT INTO intake (at, line) VALUES (?1, ?2)";
        self.db.execute(put, (when::seconds(at), line)).map_err(sql::fault)?;
        Ok(())
    }

    /// The newest lines of the intake log, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn intake(&self, limit: usize) -> Outcome<Vec<Map<String, Value>>> {
        let all = format!("SELECT line FROM intake ORDER BY row DESC LIMIT {limit}");
        let mut all = self.db.prepare(&all).map_err(sql::fault)?;
        let lines = all.query_map([], |row| row.get::<_, String>(0)).map_err(sql::fault)?;
        lines.map(|line| Ok(serde_json::from_str(&line.map_err(sql::fault)?).unwrap_or_default())).collect()
    }

    fn intake_head(&self) -> Outcome<Hash> {
        let last = "SELECT line FROM intake ORDER BY row DESC LIMIT 1";
        let line: Option<String> = self.db.query_row(last, [], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(line.map_or(Hash::ZERO, |line| Hash::of(line.as_bytes())))
    }
}
