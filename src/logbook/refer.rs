//! Two views beside the list: which records speak of a record, and which areas patrols have seen.

use uuid::Uuid;

use super::list::{self, COLUMNS, Row};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::record::when::{self, Moment};
use crate::record::{self, Data, Kind};
use crate::text::clean;

/// What patrols have seen of one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    /// Moments within the time that was asked for, oldest first.
    pub at: Vec<Moment>,
    /// The last one ever, before its end.
    pub last: Option<Moment>,
}

pub(super) const VISITS: &str =
    "SELECT at FROM visits WHERE unit = ?1 AND area = ?2 AND at >= ?3 AND at < ?4 ORDER BY at";
pub(super) const LAST_VISIT: &str = "SELECT max(at) FROM visits WHERE unit = ?1 AND area = ?2 AND at < ?3";

pub(super) fn speaking() -> String {
    format!(
        "SELECT {COLUMNS}, l.how FROM links l CROSS JOIN records r ON r.row = l.row
         WHERE l.target = ?1 AND r.unit = ?2 ORDER BY l.row DESC LIMIT ?3"
    )
}

impl Logbook {
    /// Derives both views of one version of the record at a row. `again` says that it isn't its first.
    pub(super) fn relate(&self, row: i64, again: bool, unit: &str, kind: Kind, data: &Data) -> Outcome<()> {
        if again {
            self.execute("DELETE FROM links WHERE row = ?1", [row])?;
        }
        for (how, target) in record::references(kind, data) {
            let put = "INSERT OR IGNORE INTO links (target, row, how) VALUES (?1, ?2, ?3)";
            self.execute(put, (sql::blob(&target), row, clean::shown(&how)))?;
        }
        if kind != Kind::Patrol {
            return Ok(());
        }
        if again {
            self.execute("DELETE FROM visits WHERE row = ?1", [row])?;
        }
        for (area, at) in record::visits(data) {
            let put = "INSERT OR IGNORE INTO visits (unit, area, at, row) VALUES (?1, ?2, ?3, ?4)";
            self.execute(put, (unit, clean::shown(area), when::seconds(at), row))?;
        }
        Ok(())
    }

    /// A void patrol has seen nothing.
    pub(super) fn forget_visits(&self, unit: &str, patrol: &Uuid) -> Outcome<()> {
        let gone = "DELETE FROM visits WHERE row = (SELECT row FROM records WHERE unit = ?1 AND record = ?2)";
        self.execute(gone, (unit, sql::blob(patrol)))
    }

    fn execute(&self, statement: &str, values: impl rusqlite::Params) -> Outcome<()> {
        self.db.prepare_cached(statement).and_then(|mut q| q.execute(values)).map_err(sql::fault)?;
        Ok(())
    }

    /// The records of the same unit that speak of a record, the newest first, each with how it does: the type of a link
    /// or the path of a field.
    ///
    /// # Errors
    /// Those of the database.
    pub fn speaking_of(&self, unit: &str, record: &Uuid, limit: usize) -> Outcome<Vec<(Row, String)>> {
        let mut find = self.db.prepare_cached(&speaking()).map_err(sql::fault)?;
        let values = (sql::blob(record), unit, i64::try_from(limit).unwrap_or(i64::MAX));
        let rows = find.query_map(values, |found| Ok((list::row(found)?, found.get(12)?))).map_err(sql::fault)?;
        rows.collect::<Result<_, _>>().map_err(sql::fault)
    }

    /// What patrols have seen of an area of this unit in `from..to`.
    ///
    /// # Errors
    /// Those of the database.
    pub fn visited(&self, area: &str, (from, to): (Moment, Moment)) -> Outcome<Visited> {
        let unit = &self.own.unit;
        let mut all = self.db.prepare_cached(VISITS).map_err(sql::fault)?;
        let values = (unit, area, when::seconds(from), when::seconds(to));
        let found = all.query_map(values, |row| row.get(0)).map_err(sql::fault)?;
        let found: Vec<i64> = found.collect::<Result<_, _>>().map_err(sql::fault)?;
        let mut last = self.db.prepare_cached(LAST_VISIT).map_err(sql::fault)?;
        let last: Option<i64> =
            last.query_row((unit, area, when::seconds(to)), |row| row.get(0)).map_err(sql::fault)?;
        let at = found.into_iter().filter_map(when::from_seconds).collect();
        Ok(Visited { at, last: last.and_then(when::from_seconds) })
    }
}
