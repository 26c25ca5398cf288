//! Officers and areas, as lists to choose from.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::envelope;
use crate::text::{clean, order};

/// An officer of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// Record id.
    pub id: Uuid,
    /// Name, where persons are known (not at a desk).
    pub name: Option<String>,
    /// Rank.
    pub rank: Option<String>,
    /// Role.
    pub role: String,
    /// Login name, of those who can sign in here.
    pub login: Option<String>,
    /// No longer active.
    pub ended: bool,
}

/// An officer of another unit, as far as a desk knows: names only where persons came along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Record id.
    pub id: Uuid,
    /// Human number of the record.
    pub record: String,
    /// Name.
    pub name: Option<String>,
    /// Rank.
    pub rank: Option<String>,
    /// Role.
    pub role: String,
    /// Service number.
    pub number: Option<String>,
}

/// A residential area of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Record id.
    pub id: Uuid,
    /// Code, which other records name.
    pub code: String,
    /// Name.
    pub name: String,
    /// What sort.
    pub kind: Option<String>,
    /// Merged or closed.
    pub ended: bool,
}

impl Logbook {
    /// The officers of this post, in order of name.
    ///
    /// # Errors
    /// Those of the database.
    pub fn officers(&self) -> Outcome<Vec<Officer>> {
        let all = "SELECT o.officer, o.name, o.rank, o.role, l.login, o.ended IS NOT NULL OR coalesce(l.active, 1) = 0
                   FROM officers o LEFT JOIN logins l ON l.officer = o.officer WHERE o.unit = ?1 ORDER BY o.folded, l.login";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map([&self.own.unit], |row| {
            Ok(Officer {
                id: Uuid::from_bytes(row.get(0)?),
                name: row.get(1)?,
                rank: row.get(2)?,
                role: row.get(3)?,
                login: row.get(4)?,
                ended: row.get(5)?,
            })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// An officer of this or another unit, by what that unit's own register says.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn badge(&self, unit: &str, officer: &Uuid) -> Outcome<Option<Badge>> {
        let find = "SELECT o.name, o.rank, o.role, r.number, r.newest FROM officers o
                    JOIN records r ON r.unit = o.unit AND r.record = o.officer WHERE o.unit = ?1 AND o.officer = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let read = |row: &rusqlite::Row<'_>| {
            let badge = Badge {
                id: *officer,
                name: row.get(0)?,
                rank: row.get(1)?,
                role: row.get(2)?,
                record: row.get(3)?,
                number: None,
            };
            Ok((badge, row.get(4)?))
        };
        let Some((badge, newest)) = sql::optional(find.query_row((unit, sql::blob(officer)), read))? else {
            return Ok(None);
        };
        let facts = self.facts_of(newest)?;
        let number = facts.as_ref().and_then(|facts| facts.data.get("service_number")?.as_str());
        Ok(Some(Badge { number: number.map(clean::shown), ..badge }))
    }

    /// The officer who signs in under this login.
    ///
    /// # Errors
    /// Those of the database.
    pub fn officer_of(&self, login: &str) -> Outcome<Option<Officer>> {
        Ok(self.officers()?.into_iter().find(|officer| officer.login.as_deref() == Some(login)))
    }

    /// The areas of this post, in order of code as people count.
    ///
    /// # Errors
    /// Those of the database.
    pub fn areas(&self) -> Outcome<Vec<Area>> {
        let all = "SELECT record, code, name, type, ended IS NOT NULL FROM areas WHERE unit = ?1";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map([&self.own.unit], |row| {
            Ok(Area {
                id: Uuid::from_bytes(row.get(0)?),
                code: row.get(1)?,
                name: row.get(2)?,
                kind: row.get(3)?,
                ended: row.get(4)?,
            })
        });
        let mut areas: Vec<Area> = rows.and_then(Iterator::collect).map_err(sql::fault)?;
        areas.sort_by(|a, b| order::natural(&a.code, &b.code));
        Ok(areas)
    }

    /// Every signing key that this unit's own records have ever named.
    ///
    /// # Errors
    /// Those of the database; E114 when an envelope is damaged.
    pub fn own_signing_keys(&self) -> Outcome<Vec<String>> {
        let all = "SELECT f.bytes FROM records r JOIN entries e ON e.record = r.record
                   JOIN journals j ON j.num = e.journal AND j.unit = r.unit JOIN envelopes f ON f.key = 2 * e.row
                   WHERE r.unit = ?1 AND r.kind = 'unit' ORDER BY e.row";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let sheets = all.query_map([&self.own.unit], |row| row.get::<_, Vec<u8>>(0)).map_err(sql::fault)?;
        let mut keys = Vec::new();
        for sheet in sheets {
            let opened = envelope::open(&sheet.map_err(sql::fault)?)?;
            keys.extend(opened.data.get("signing_key").and_then(serde_json::Value::as_str).map(str::to_owned));
        }
        Ok(keys)
    }

    /// The record that describes this unit itself.
    ///
    /// # Errors
    /// Those of the database.
    pub fn unit_record(&self) -> Outcome<Option<Uuid>> {
        let find =
            "SELECT record FROM records WHERE unit = ?1 AND kind = 'unit' AND void = 0 ORDER BY row DESC LIMIT 1";
        let found = self.db.query_row(find, [&self.own.unit], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(found.map(Uuid::from_bytes))
    }
}
