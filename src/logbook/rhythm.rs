//! On which days something was done, and the records that signals are made from. Streams and sums only: nothing here
//! holds more than a year's days in memory, and void records are never counted.

use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::envelope;
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind};

/// So many records on one day of somebody or something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    /// Whose: the code of an area.
    pub whose: String,
    /// The day, at +07:00, in days since 1970.
    pub day: i64,
    /// How many records.
    pub records: u64,
}

/// The day of a moment, in days since 1970 at +07:00.
fn day(column: &str) -> String {
    format!("({column} + {}) / 86400", when::zone().local_minus_utc())
}

impl Logbook {
    /// The main time of the first record of this unit that is written down on duty.
    ///
    /// # Errors
    /// Those of the database.
    pub fn begun(&self) -> Outcome<Option<Moment>> {
        let find = "SELECT min(at) FROM records WHERE kind = ?1 AND unit = ?2 AND void = 0";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let mut first: Option<i64> = None;
        for kind in [Kind::Incident, Kind::Patrol, Kind::Shift, Kind::Outreach, Kind::Joint] {
            let values = (kind.name(), &self.own.unit);
            let at: Option<i64> = find.query_row(values, |row| row.get(0)).map_err(sql::fault)?;
            first = first.into_iter().chain(at).min();
        }
        Ok(first.and_then(when::from_seconds))
    }

    /// On which days records of a kind lay in each area of this unit.
    ///
    /// # Errors
    /// Those of the database.
    pub fn days_of_kind(&self, kind: Kind, period: (Moment, Moment)) -> Outcome<Vec<Busy>> {
        let all = format!(
            "SELECT area, {}, count(*) FROM records
             WHERE kind = ?4 AND at >= ?2 AND at < ?3 AND unit = ?1 AND void = 0 AND area IS NOT NULL GROUP BY 1, 2",
            day("at")
        );
        self.busy(&all, period, Some(kind))
    }

    /// On which days patrols saw each area of this unit.
    ///
    /// # Errors
    /// Those of the database.
    pub fn days_of_visits(&self, period: (Moment, Moment)) -> Outcome<Vec<Busy>> {
        let all = format!(
            "SELECT area, {}, count(DISTINCT row) FROM visits
             WHERE unit = ?1 AND at >= ?2 AND at < ?3 GROUP BY 1, 2",
            day("at")
        );
        self.busy(&all, period, None)
    }

    fn busy(&self, all: &str, (from, to): (Moment, Moment), kind: Option<Kind>) -> Outcome<Vec<Busy>> {
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Busy { whose: row.get(0)?, day: row.get(1)?, records: sql::count(row.get(2)?) })
        };
        let (from, to) = (when::seconds(from), when::seconds(to));
        let rows = match kind {
            Some(kind) => all.query_map((&self.own.unit, from, to, kind.name()), read),
            None => all.query_map((&self.own.unit, from, to), read),
        };
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// How many incidents of each category this unit had.
    ///
    /// # Errors
    /// Those of the database.
    pub fn categories(&self, (from, to): (Moment, Moment)) -> Outcome<Vec<(String, u64)>> {
        let all = "SELECT category, count(*) FROM records WHERE kind = 'incident' AND at >= ?2 AND at < ?3
                   AND unit = ?1 AND void = 0 AND category IS NOT NULL GROUP BY category";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let values = (&self.own.unit, when::seconds(from), when::seconds(to));
        let rows = all.query_map(values, |row| Ok((row.get(0)?, sql::count(row.get(1)?))));
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Hands the facts of every version of every record of a kind to `each`, with the record and whether it is the
    /// newest; oldest first. For registers: kinds of which a post has few.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_version(&self, kind: Kind, mut each: impl FnMut(Uuid, &Data, bool)) -> Outcome<()> {
        let all = "SELECT r.record, f.bytes, e.row = r.newest FROM records r
                   CROSS JOIN entries e ON e.record = r.record CROSS JOIN envelopes f ON f.key = 2 * e.row
                   WHERE r.kind = ?1 AND r.unit = ?2 AND r.void = 0 AND e.row <= r.newest ORDER BY r.row, e.row";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = all.query((kind.name(), &self.own.unit)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let bytes: Vec<u8> = found.get(1).map_err(sql::fault)?;
            let record = Uuid::from_bytes(found.get(0).map_err(sql::fault)?);
            each(record, &Data(envelope::open(&bytes)?.data), found.get(2).map_err(sql::fault)?);
        }
        Ok(())
    }

    /// Hands every record that speaks of this one to `each`: its kind, main time and facts.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_speaking(&self, of: &Uuid, mut each: impl FnMut(Kind, Moment, &Data)) -> Outcome<()> {
        let all = "SELECT DISTINCT r.kind, r.at, f.bytes FROM links l CROSS JOIN records r ON r.row = l.row
                   CROSS JOIN envelopes f ON f.key = 2 * r.newest
                   WHERE l.target = ?1 AND r.unit = ?2 AND r.void = 0 ORDER BY r.at";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = all.query((sql::blob(of), &self.own.unit)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let (kind, at): (String, i64) = (found.get(0).map_err(sql::fault)?, found.get(1).map_err(sql::fault)?);
            let bytes: Vec<u8> = found.get(2).map_err(sql::fault)?;
            if let Some((kind, at)) = Kind::parse(&kind).zip(when::from_seconds(at)) {
                each(kind, at, &Data(envelope::open(&bytes)?.data));
            }
        }
        Ok(())
    }
}
