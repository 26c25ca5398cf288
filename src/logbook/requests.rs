//! What people at a desk ask posts for. A request goes out with each receipt until the post has written on the record;
//! so a receipt that is lost loses nothing.

use rusqlite::Row as Found;
use uuid::Uuid;

use super::list::{self, COLUMNS, Row};
use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::record::Number;
use crate::record::when::{self, Moment};

/// Something that a person at the desk asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The record.
    pub record: Uuid,
    /// The finding that it is about.
    pub code: Option<String>,
    /// In words.
    pub text: String,
    /// Who asks.
    pub officer: Uuid,
    /// When.
    pub at: Moment,
    /// Number of the first receipt that carried it; none yet when it waits.
    pub sent: Option<u64>,
}

/// So many go out with one receipt, the oldest first.
const MOST: usize = 1000;

const ASKED: &str = "record, code, text, officer, at, n";

/// Nothing was written on the record since.
const OPEN: &str = "NOT EXISTS (SELECT 1 FROM entries e JOIN journals j ON j.num = e.journal
                                WHERE e.record = q.record AND e.row > q.known AND j.unit = q.unit)";

fn read(found: &Found<'_>) -> rusqlite::Result<Asked> {
    let sent: Option<i64> = found.get(5)?;
    Ok(Asked {
        record: Uuid::from_bytes(found.get(0)?),
        code: found.get(1)?,
        text: found.get(2)?,
        officer: Uuid::from_bytes(found.get(3)?),
        at: when::from_seconds(found.get(4)?).unwrap_or_default(),
        sent: sent.map(sql::count),
    })
}

impl Logbook {
    /// The record of a post that a text means: its number, long or short, or its id.
    ///
    /// # Errors
    /// E011; those of the database.
    pub fn record_of(&self, unit: &str, text: &str) -> Outcome<Row> {
        let missing = || Fault::new(Kind::Finding, "E011").with("record", crate::text::clean::line(text));
        let id = Uuid::try_parse(text.trim()).ok();
        let number = Number::parse(text).filter(|number| number.unit.as_deref().is_none_or(|of| of == unit));
        let number = number.map(|number| format!("{unit}-{}", number.short()));
        let find = format!(
            "SELECT {COLUMNS} FROM records r WHERE r.unit = ?1 AND (r.record = ?2 OR r.number = ?3) ORDER BY r.row
             LIMIT 1"
        );
        let values = (unit, id.as_ref().map(sql::blob), number);
        sql::optional(self.db.query_row(&find, values, list::row))?.ok_or_else(missing)
    }

    /// Keeps a request to a post. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn ask(&self, unit: &str, asked: &Asked) -> Outcome<()> {
        self.in_write()?;
        let put = "INSERT INTO requests (unit, record, code, text, officer, at, known) VALUES (?1, ?2, ?3, ?4, ?5, ?6,
                   (SELECT coalesce(max(e.row), 0) FROM entries e JOIN journals j ON j.num = e.journal
                    WHERE e.record = ?2 AND j.unit = ?1))";
        let Asked { record, code, text, officer, at, .. } = asked;
        let values = (unit, sql::blob(record), code, text, sql::blob(officer), when::seconds(*at));
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    /// The requests that a post hasn't answered, oldest first, as many as a receipt carries.
    ///
    /// # Errors
    /// Those of the database.
    pub fn asked(&self, unit: &str) -> Outcome<Vec<Asked>> {
        let all = format!("SELECT {ASKED} FROM requests q WHERE unit = ?1 AND {OPEN} ORDER BY row LIMIT {MOST}");
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        all.query_map([unit], read).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The posts with a request that no receipt has carried yet.
    ///
    /// # Errors
    /// Those of the database.
    pub fn waiting_for_a_receipt(&self) -> Outcome<Vec<String>> {
        let all = format!("SELECT DISTINCT unit FROM requests q WHERE n IS NULL AND {OPEN} ORDER BY unit");
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        all.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(sql::fault)
    }

    /// What [`Logbook::asked`] names goes out with a receipt. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn sent(&self, unit: &str, n: u64) -> Outcome<()> {
        self.in_write()?;
        let set = format!(
            "UPDATE requests SET n = ?2 WHERE n IS NULL AND row IN
             (SELECT row FROM requests q WHERE unit = ?1 AND {OPEN} ORDER BY row LIMIT {MOST})"
        );
        self.db.execute(&set, (unit, sql::int(n))).map_err(sql::fault)?;
        Ok(())
    }
}
