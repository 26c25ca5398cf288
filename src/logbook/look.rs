//! One record as it stands now, and what names lead to.

use rusqlite::OptionalExtension as _;
use rusqlite::types::FromSql;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::list::{self, COLUMNS, Row};
use super::{Logbook, sql};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::record::{Data, Envelope, Kind, Lookup, Number, fields};
use crate::text::fold;

/// A record in its newest version. Persons are not in it; see [`Logbook::with_persons`].
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What lists show.
    pub row: Row,
    /// Its kind, if this program knows it.
    pub kind: Option<Kind>,
    /// The rev that an amendment is based on.
    pub version: u64,
    /// The rev of its last entry.
    pub rev: u64,
    /// Who wrote its first entry.
    pub author: Uuid,
    /// The shift of its first entry.
    pub shift: Option<Uuid>,
    /// Its facts, without persons.
    pub data: Data,
    newest: i64,
}

impl Record {
    /// A record as a mere value, which stands in no logbook: what is shown can be tried with it.
    #[must_use]
    pub fn apart(row: Row, kind: Option<Kind>, version: u64, author: Uuid, data: Data) -> Self {
        Self { row, kind, version, rev: version, author, shift: None, data, newest: 0 }
    }

    /// The row of the entry with its newest version.
    pub(super) const fn newest(&self) -> i64 {
        self.newest
    }
}

impl Logbook {
    /// The record with this id.
    ///
    /// # Errors
    /// E011 when there is none.
    pub fn record(&self, id: &Uuid) -> Outcome<Record> {
        let find = format!(
            "SELECT {COLUMNS}, r.version, r.author, r.shift, r.newest, r.rev FROM records r WHERE r.record = ?1
             ORDER BY r.unit = ?2 DESC, r.row LIMIT 1"
        );
        let mut find = self.db.prepare_cached(&find).map_err(sql::fault)?;
        let found = find.query_row((sql::blob(id), &self.own.unit), |found| {
            let shift: Option<[u8; 16]> = found.get(14)?;
            let kind: String = found.get(3)?;
            Ok(Record {
                row: list::row(found)?,
                kind: Kind::parse(&kind),
                version: sql::count(found.get(12)?),
                rev: sql::count(found.get(16)?),
                author: Uuid::from_bytes(found.get(13)?),
                shift: shift.map(Uuid::from_bytes),
                data: Data::default(),
                newest: found.get(15)?,
            })
        });
        let found = found.optional().map_err(sql::fault)?;
        let mut record = found.ok_or_else(|| Fault::new(Trouble::Finding, "E011").with("record", id))?;
        let facts = self.facts_of(record.newest)?.map(|opened| opened.data).unwrap_or_default();
        record.data = plain(record.kind, facts, None);
        Ok(record)
    }

    /// What lists show of the record with this id, if it is here.
    ///
    /// # Errors
    /// Those of the database.
    pub fn row_of(&self, id: &Uuid) -> Outcome<Option<Row>> {
        let find =
            format!("SELECT {COLUMNS} FROM records r WHERE r.record = ?1 ORDER BY r.unit = ?2 DESC, r.row LIMIT 1");
        let mut find = self.db.prepare_cached(&find).map_err(sql::fault)?;
        find.query_row((sql::blob(id), &self.own.unit), list::row).optional().map_err(sql::fault)
    }

    /// The newest record of a kind that an officer wrote, among the newest ones of that kind in this unit: however long
    /// the log is, no more than those are looked at.
    ///
    /// # Errors
    /// Those of the database.
    pub fn newest_by(&self, kind: Kind, officer: &Uuid) -> Outcome<Option<Uuid>> {
        let find = "SELECT record FROM (SELECT record, author, unit, void, at, row FROM records WHERE kind = ?1
                    ORDER BY at DESC, row DESC LIMIT 500) WHERE author = ?2 AND unit = ?3 AND void = 0
                    ORDER BY at DESC, row DESC LIMIT 1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let values = (kind.name(), sql::blob(officer), &self.own.unit);
        let found = find.query_row(values, |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(found.map(Uuid::from_bytes))
    }

    /// The record's content with its persons. Rights and the access log are the caller's duty.
    ///
    /// # Errors
    /// Those of the database.
    pub fn with_persons(&self, record: &Record) -> Outcome<Data> {
        let Some(persons) = self.persons_of(record.newest)? else { return Ok(record.data.clone()) };
        Ok(plain(record.kind, record.data.0.clone(), Some(persons.data)))
    }

    /// The record's content as it was first written, with its persons.
    ///
    /// # Errors
    /// Those of the database.
    pub fn first_version(&self, record: &Record) -> Outcome<Data> {
        let facts = self.facts_of(record.row.row)?.map(|opened| opened.data).unwrap_or_default();
        Ok(plain(record.kind, facts, self.persons_of(record.row.row)?.map(|opened| opened.data)))
    }

    /// The id of the record with this external id, if there is one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn by_external(&self, kind: Kind, external: &str) -> Outcome<Option<Uuid>> {
        let find = "SELECT record FROM records WHERE unit = ?1 AND kind = ?2 AND external = ?3";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found = find.query_row((&self.own.unit, kind.name(), external), |row| row.get(0)).optional();
        Ok(found.map_err(sql::fault)?.map(Uuid::from_bytes))
    }

    /// The id that an officer means by a number, long or short, or by the id itself.
    ///
    /// # Errors
    /// E011.
    pub fn resolve(&self, text: &str) -> Outcome<Uuid> {
        let missing = || Fault::new(Trouble::Finding, "E011").with("record", crate::text::clean::line(text));
        Lookup::record(self, text).ok_or_else(missing)
    }

    fn by_number(&self, number: &Number) -> Outcome<Option<Uuid>> {
        let unit = number.unit.clone().unwrap_or_else(|| self.own.unit.clone());
        let find = "SELECT record FROM records WHERE number = ?1 AND unit = ?2 ORDER BY row LIMIT 1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found = find.query_row((format!("{unit}-{}", number.short()), &unit), |row| row.get(0)).optional();
        Ok(found.map_err(sql::fault)?.map(Uuid::from_bytes))
    }

    /// Runs a query of (rank, name) pairs and returns the one that is meant: the only one of the best rank. Where two
    /// could be meant, nobody may guess.
    fn meant<T: FromSql + PartialEq>(&self, find: &str, values: impl rusqlite::Params) -> Option<T> {
        let mut find = self.db.prepare_cached(find).ok()?;
        let rows = find.query_map(values, |row| Ok((row.get(0)?, row.get(1)?))).ok()?;
        let found: Vec<(i64, T)> = rows.collect::<Result<_, _>>().ok()?;
        let best = found.iter().map(|(rank, _)| *rank).min()?;
        let mut named = found.into_iter().filter(|(rank, _)| *rank == best).map(|(_, name)| name);
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }
}

impl Lookup for Logbook {
    fn area(&self, text: &str) -> Option<String> {
        // A code also finds an area that has ended: older records name it.
        let find = "SELECT CASE WHEN code = ?2 THEN 0 WHEN name = ?2 THEN 1 ELSE 2 END, code FROM areas
                    WHERE unit = ?1 AND (code = ?2 OR ended IS NULL AND (name = ?2 OR folded = ?3))";
        self.meant(find, (&self.own.unit, text, fold::folded(text)))
    }

    fn officer(&self, text: &str) -> Option<Uuid> {
        let id = Uuid::try_parse(text).ok().map(|id| sql::blob(&id));
        let find = "SELECT CASE WHEN o.officer = ?2 THEN 0 WHEN l.login = ?3 THEN 1 WHEN o.name = ?3 THEN 2 ELSE 3 END
                           + CASE WHEN coalesce(o.officer <> ?2, 1) AND o.ended IS NOT NULL THEN 4 ELSE 0 END, o.officer
                    FROM officers o LEFT JOIN logins l ON l.officer = o.officer
                    WHERE o.unit = ?1 AND (o.officer = ?2 OR l.login = ?3 OR o.name = ?3 OR o.folded = ?4)";
        self.meant(find, (&self.own.unit, id, text, fold::folded(text))).map(Uuid::from_bytes)
    }

    fn record(&self, text: &str) -> Option<Uuid> {
        if let Ok(id) = Uuid::try_parse(text.trim()) {
            return self.has_record(&id).ok().filter(|there| *there).map(|_| id).or_else(|| {
                // A desk holds records of many units.
                self.record(&id).ok().map(|record| record.row.record)
            });
        }
        Number::parse(text).and_then(|number| self.by_number(&number).ok().flatten())
    }

    fn kind_of(&self, record: &Uuid) -> Option<String> {
        self.state_of(record).ok().flatten().map(|state| state.kind)
    }
}

/// The content as the description orders it; without persons where none are given.
pub(super) fn plain(kind: Option<Kind>, mut facts: Map<String, Value>, persons: Option<Map<String, Value>>) -> Data {
    for made in ["number", "base"] {
        facts.shift_remove(made);
    }
    let Some(kind) = kind else { return Data(facts) };
    let masked = persons.is_none();
    let mut data = Data::join(kind, facts, persons);
    if masked {
        data.0.retain(|key, _| !is_private(Some(kind), key));
    }
    data
}

fn is_private(kind: Option<Kind>, key: &str) -> bool {
    kind.is_some_and(|kind| fields(kind).iter().any(|f| f.key == key && f.envelope == Envelope::Persons))
}
