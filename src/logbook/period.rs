//! The records of a period, for counting: streamed one by one, by main time, without those that are void.

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::envelope;
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind};

/// What is asked of the records of a kind in a period. A post walks those of the kind, nearly all of which are its own; a
/// desk those of the unit, for it holds the same kind of many posts.
fn asked(what: &str, desk: bool) -> String {
    let (kind, unit) = if desk { ("+r.kind", "r.unit") } else { ("r.kind", "+r.unit") };
    format!("SELECT {what} WHERE {kind} = ?1 AND r.at >= ?2 AND r.at < ?3 AND {unit} = ?4 AND r.void = 0")
}

/// Their facts and rows, oldest first.
pub(super) fn facts(desk: bool) -> String {
    asked("f.bytes, r.row FROM records r LEFT JOIN envelopes f ON f.key = 2 * r.newest", desk) + " ORDER BY r.at, r.row"
}

/// How many there are.
pub(super) fn count(desk: bool) -> String {
    asked("count(*) FROM records r", desk)
}

impl Logbook {
    /// Hands the facts of every record of a kind whose main time lies in `from..to` to `each`, oldest first, with the
    /// row of the record. One whose facts are not here (lost, purged) is handed over empty: it happened.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn each_in_period(
        &self,
        unit: &str,
        kind: Kind,
        (from, to): (Moment, Moment),
        mut each: impl FnMut(i64, &Data),
    ) -> Outcome<()> {
        let mut all = self.db.prepare_cached(&facts(self.own.desk)).map_err(sql::fault)?;
        let values = (kind.name(), when::seconds(from), when::seconds(to), unit);
        let mut rows = all.query(values).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)? {
            let bytes: Option<Vec<u8>> = found.get(0).map_err(sql::fault)?;
            let facts = bytes.map(|bytes| envelope::open(&bytes)).transpose()?;
            each(found.get(1).map_err(sql::fault)?, &Data(facts.map(|opened| opened.data).unwrap_or_default()));
        }
        Ok(())
    }

    /// How many records of a kind have their main time in `from..to` and aren't void.
    ///
    /// # Errors
    /// Those of the database.
    pub fn count_in_period(&self, unit: &str, kind: Kind, (from, to): (Moment, Moment)) -> Outcome<u64> {
        let mut count = self.db.prepare_cached(&count(self.own.desk)).map_err(sql::fault)?;
        let values = (kind.name(), when::seconds(from), when::seconds(to), unit);
        count.query_row(values, |row| row.get(0)).map(sql::count).map_err(sql::fault)
    }
}
