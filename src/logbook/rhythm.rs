//! On which days something was done, and the records that signals are made from. Every question walks an index over the
//! stretch of time that it is about, however long the log is; void records are never counted.

use rusqlite::{OptionalExtension as _, Params};
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::envelope;
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind};

/// A record that has to do with somebody or something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    /// With whom or what: the code of an area.
    pub whose: String,
    /// When.
    pub at: Moment,
    /// The row of the record.
    pub row: i64,
}

/// The main time of the first record of what is counted; registers that are older are few.
const FIRST: &str = "SELECT at FROM records WHERE unit = ?1
    AND +kind IN ('incident', 'patrol', 'shift', 'outreach', 'joint') AND void = 0 ORDER BY at LIMIT 1";

/// Records of a kind by area.
const PLACED: &str = "SELECT area, at, row FROM records
    WHERE kind = ?1 AND at >= ?2 AND at < ?3 AND +unit = ?4 AND void = 0 AND +area IS NOT NULL";

/// Patrols by area: the index begins with the area, so each is asked for by itself.
const SEEN: &str = "SELECT v.area, v.at, v.row FROM areas a CROSS JOIN visits v ON v.unit = a.unit AND v.area = a.code
    WHERE v.at >= ?1 AND v.at < ?2 AND a.unit = ?3";

const CATEGORIES: &str = "SELECT category, count(*) FROM records WHERE kind = 'incident' AND at >= ?1 AND at < ?2
    AND +unit = ?3 AND void = 0 AND +category IS NOT NULL GROUP BY category";

/// The newest version of all records of a kind.
const REGISTERED: &str = "SELECT r.record, r.row, f.bytes FROM records r CROSS JOIN envelopes f ON f.key = 2 * r.newest
    WHERE r.kind = ?1 AND +r.unit = ?2 AND r.void = 0 ORDER BY r.at, r.row";

/// The facts of every version of a record up to its newest one.
const VERSIONS: &str = "SELECT f.bytes FROM records r CROSS JOIN entries e ON e.record = r.record
    CROSS JOIN envelopes f ON f.key = 2 * e.row
    WHERE r.record = ?1 AND r.unit = ?2 AND r.void = 0 AND e.row <= r.newest ORDER BY e.row";

/// Records that speak of a record.
const SPEAKING: &str = "SELECT r.at, r.row FROM links l CROSS JOIN records r ON r.row = l.row
    WHERE l.target = ?1 AND r.unit = ?2 AND r.void = 0 AND r.at >= ?3 AND r.at < ?4 GROUP BY l.row";

/// The same with their facts, whenever they were.
const TOLD: &str = "SELECT r.kind, r.row, f.bytes FROM links l CROSS JOIN records r ON r.row = l.row
    CROSS JOIN envelopes f ON f.key = 2 * r.newest
    WHERE l.target = ?1 AND r.unit = ?2 AND r.void = 0 GROUP BY l.row";

impl Logbook {
    /// The main time of the first record of a post that is written down on duty.
    ///
    /// # Errors
    /// Those of the database.
    pub fn begun(&self, unit: &str) -> Outcome<Option<Moment>> {
        let mut find = self.db.prepare_cached(FIRST).map_err(sql::fault)?;
        let first: Option<i64> = find.query_row([unit], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(first.and_then(when::from_seconds))
    }

    /// The records of a kind that lay in an area of this unit.
    ///
    /// # Errors
    /// Those of the database.
    pub fn placed(&self, kind: Kind, (from, to): (Moment, Moment)) -> Outcome<Vec<Busy>> {
        self.busy(PLACED, (kind.name(), when::seconds(from), when::seconds(to), &self.own.unit))
    }

    /// The patrols that saw an area of this unit.
    ///
    /// # Errors
    /// Those of the database.
    pub fn seen(&self, (from, to): (Moment, Moment)) -> Outcome<Vec<Busy>> {
        self.busy(SEEN, (when::seconds(from), when::seconds(to), &self.own.unit))
    }

    fn busy(&self, all: &str, values: impl Params) -> Outcome<Vec<Busy>> {
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Busy { whose: row.get(0)?, at: when::from_seconds(row.get(1)?).unwrap_or_default(), row: row.get(2)? })
        };
        let rows = all.query_map(values, read);
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// How many incidents of each category this unit had.
    ///
    /// # Errors
    /// Those of the database.
    pub fn categories(&self, (from, to): (Moment, Moment)) -> Outcome<Vec<(String, u64)>> {
        let mut all = self.db.prepare_cached(CATEGORIES).map_err(sql::fault)?;
        let values = (when::seconds(from), when::seconds(to), &self.own.unit);
        let rows = all.query_map(values, |row| Ok((row.get(0)?, sql::count(row.get(1)?))));
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Hands every record of a kind to `each`, by main time: the record, its row and its facts as they are now. For
    /// kinds of which a post has few.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_registered(&self, kind: Kind, mut each: impl FnMut(Uuid, i64, &Data)) -> Outcome<()> {
        let mut all = self.db.prepare_cached(REGISTERED).map_err(sql::fault)?;
        let mut rows = all.query((kind.name(), &self.own.unit)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let bytes: Vec<u8> = found.get(2).map_err(sql::fault)?;
            let record = Uuid::from_bytes(found.get(0).map_err(sql::fault)?);
            each(record, found.get(1).map_err(sql::fault)?, &Data(envelope::open(&bytes)?.data));
        }
        Ok(())
    }

    /// Hands the facts of every version of a record of this unit to `each`, oldest first.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_version(&self, record: &Uuid, mut each: impl FnMut(&Data)) -> Outcome<()> {
        let mut all = self.db.prepare_cached(VERSIONS).map_err(sql::fault)?;
        let mut rows = all.query((sql::blob(record), &self.own.unit)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let bytes: Vec<u8> = found.get(0).map_err(sql::fault)?;
            each(&Data(envelope::open(&bytes)?.data));
        }
        Ok(())
    }

    /// When records of this unit spoke of a record, and their rows.
    ///
    /// # Errors
    /// Those of the database.
    pub fn spoken_of(&self, record: &Uuid, (from, to): (Moment, Moment)) -> Outcome<Vec<(Moment, i64)>> {
        let mut all = self.db.prepare_cached(SPEAKING).map_err(sql::fault)?;
        let values = (sql::blob(record), &self.own.unit, when::seconds(from), when::seconds(to));
        let read =
            |row: &rusqlite::Row<'_>| Ok((when::from_seconds(row.get(0)?).unwrap_or_default(), row.get::<_, i64>(1)?));
        let rows = all.query_map(values, read);
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Hands every record of this unit that speaks of this one to `each`: its kind, row and facts.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_speaking(&self, of: &Uuid, mut each: impl FnMut(Kind, i64, &Data)) -> Outcome<()> {
        let mut all = self.db.prepare_cached(TOLD).map_err(sql::fault)?;
        let mut rows = all.query((sql::blob(of), &self.own.unit)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let kind: String = found.get(0).map_err(sql::fault)?;
            let bytes: Vec<u8> = found.get(2).map_err(sql::fault)?;
            if let Some(kind) = Kind::parse(&kind) {
                each(kind, found.get(1).map_err(sql::fault)?, &Data(envelope::open(&bytes)?.data));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logbook::{Own, period};

    /// What is asked of weeks may not walk through years.
    #[test]
    fn every_question_walks_an_index_over_its_time() {
        let folder = tempfile::tempdir().unwrap();
        let own = Own { unit: "P2".into(), name: "P2".into(), journal: Uuid::from_u128(1), desk: false, demo: None };
        let officer = (Uuid::from_u128(2), "An");
        let recovery = crate::seal::Identity::generate();
        let made = Logbook::create(folder.path(), own, officer, "mật khẩu thử", 15, &recovery, |_, _| Ok(()));
        let db = &made.unwrap().0.db;
        for (question, first) in [
            (FIRST, "SEARCH records USING INDEX records_unit (unit=?)"),
            (PLACED, "SEARCH records USING INDEX records_kind (kind=? AND at>? AND at<?)"),
            (SEEN, "SEARCH a USING PRIMARY KEY (unit=?)"),
            (SEEN, "SEARCH v USING PRIMARY KEY (unit=? AND area=? AND at>? AND at<?)"),
            (CATEGORIES, "SEARCH records USING INDEX records_kind (kind=? AND at>? AND at<?)"),
            (REGISTERED, "SEARCH r USING INDEX records_kind (kind=?)"),
            (VERSIONS, "(record=? AND rowid<?)"),
            (SPEAKING, "SEARCH l USING PRIMARY KEY (target=?)"),
            (TOLD, "SEARCH l USING PRIMARY KEY (target=?)"),
            (&period::facts(false), "SEARCH r USING INDEX records_kind (kind=? AND at>? AND at<?)"),
            (&period::facts(true), "SEARCH r USING INDEX records_unit (unit=? AND at>? AND at<?)"),
            (&period::count(false), "SEARCH r USING INDEX records_kind (kind=? AND at>? AND at<?)"),
            (&period::count(true), "SEARCH r USING INDEX records_unit (unit=? AND at>? AND at<?)"),
        ] {
            let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {question}")).unwrap();
            let steps: Vec<String> = plan.raw_query().mapped(|row| row.get(3)).map(Result::unwrap).collect();
            assert!(steps.iter().any(|step| step.ends_with(first)), "{question}: {steps:?}");
            let walks = |step: &String| step.starts_with("SEARCH") || step.starts_with("USE TEMP B-TREE FOR GROUP BY");
            assert!(steps.iter().all(walks), "{question}: {steps:?}");
        }
    }
}
