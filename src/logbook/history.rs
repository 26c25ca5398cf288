//! Who did what to a record, entry by entry.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::derive::FIRST_TIME;
use super::{Logbook, look, sql};
use crate::fault::Outcome;
use crate::journal::{Act, Entry};
use crate::record::when::Moment;
use crate::record::{Data, Kind};

/// One entry of a record's history, without persons.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The rev that it made.
    pub rev: u64,
    /// What it did.
    pub act: Act,
    /// When.
    pub at: Moment,
    /// The officer.
    pub by: Uuid,
    /// The reason.
    pub why: Option<String>,
    /// All fields, of a create or amend whose facts are there.
    pub data: Option<Data>,
    /// Text and event, of a note.
    pub note: Option<Map<String, Value>>,
    /// The entry touched persons.
    pub persons: bool,
}

impl Logbook {
    /// Every entry on a record, oldest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn history(&self, record: &Uuid) -> Outcome<Vec<Version>> {
        // Of the unit that the record is shown for: another post may have used the same id.
        let all = format!(
            "SELECT e.row, e.line FROM entries e JOIN journals j ON j.num = e.journal WHERE e.record = ?1
             AND j.unit = (SELECT unit FROM records WHERE record = ?1 ORDER BY unit = ?2 DESC, row LIMIT 1)
             AND {FIRST_TIME} ORDER BY e.row"
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        let values = (sql::blob(record), &self.own.unit);
        let rows = all.query_map(values, |row| Ok((row.get(0)?, row.get(1)?))).map_err(sql::fault)?;
        let rows: Vec<(i64, Vec<u8>)> = rows.collect::<Result<_, _>>().map_err(sql::fault)?;
        rows.iter().map(|(row, line)| self.version(*row, &Entry::from_line(line)?)).collect()
    }

    fn version(&self, row: i64, entry: &Entry) -> Outcome<Version> {
        let facts = self.facts_of(row)?;
        let why = facts.as_ref().and_then(|opened| opened.why.clone());
        let content = facts.map(|opened| opened.data);
        let (data, note) = match entry.act {
            Act::Create | Act::Amend => (content.map(|c| look::plain(Kind::parse(&entry.kind), c, None)), None),
            _ => (None, content.filter(|c| !c.is_empty())),
        };
        let persons = entry.persons.is_some();
        Ok(Version { rev: entry.rev, act: entry.act, at: entry.at, by: entry.by, why, data, note, persons })
    }
}
