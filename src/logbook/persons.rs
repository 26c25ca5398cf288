//! Persons envelopes one after the other, for the search that is logged. Who may ask, and that it is logged first, is
//! the caller's duty.

use serde_json::{Map, Value};

use super::list::{self, COLUMNS, Row};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::envelope;

impl Logbook {
    /// The last row of the log, from which a search walks down.
    ///
    /// # Errors
    /// Those of the database.
    pub fn last_row(&self) -> Outcome<i64> {
        let last: Option<i64> =
            self.db.query_row("SELECT max(row) FROM records", [], |row| row.get(0)).map_err(sql::fault)?;
        Ok(last.unwrap_or(0))
    }

    /// Hands the newest persons of every record with a row in `from..=to` (without the first) to `each`, newest first.
    /// Registers are left out.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_persons(&self, (from, to): (i64, i64), mut each: impl FnMut(Row, &Map<String, Value>)) -> Outcome<()> {
        let all = format!(
            "SELECT {COLUMNS}, p.bytes FROM records r CROSS JOIN envelopes p ON p.key = 2 * r.newest + 1
             WHERE r.row > ?1 AND r.row <= ?2 AND r.kind NOT IN ('officer', 'area', 'unit') ORDER BY r.row DESC"
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        let mut rows = all.query((from, to)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let bytes: Vec<u8> = found.get(12).map_err(sql::fault)?;
            each(list::row(found).map_err(sql::fault)?, &envelope::open(&bytes)?.data);
        }
        Ok(())
    }
}
