//! Posts whose batches a desk takes from the middle on, because it is newer than they are. What was before never comes,
//! and that is said for ever.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::record::when::{self, Moment};

/// Where a desk begins with a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Number of the first batch that it takes.
    pub number: u64,
    /// Who said so.
    pub officer: Uuid,
    /// When.
    pub at: Moment,
}

impl Logbook {
    /// Where this desk begins with a post, unless at its beginning.
    ///
    /// # Errors
    /// Those of the database.
    pub fn start(&self, unit: &str) -> Outcome<Option<Start>> {
        let find = "SELECT number, officer, at FROM starts WHERE unit = ?1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found = find.query_row([unit], |row| {
            Ok(Start {
                number: sql::count(row.get(0)?),
                officer: Uuid::from_bytes(row.get(1)?),
                at: when::from_seconds(row.get(2)?).unwrap_or_default(),
            })
        });
        found.optional().map_err(sql::fault)
    }

    /// Begins with a post in the middle. As long as nothing of it is here, another number may be named. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn put_start(&self, unit: &str, start: &Start) -> Outcome<()> {
        self.in_write()?;
        let put = "INSERT INTO starts VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT DO UPDATE SET number = ?2, officer = ?3, at = ?4";
        let values = (unit, sql::int(start.number), sql::blob(&start.officer), when::seconds(start.at));
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }
}
