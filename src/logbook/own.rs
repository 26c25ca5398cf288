//! What this logbook is. Kept beside the journal, never derived from it.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Logbook, files, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::text::clean;

/// Whose logbook it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Code of the post or desk.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// The journal that is being written.
    pub journal: Uuid,
    /// A receiving desk rather than a post.
    pub desk: bool,
    /// Made-up data: officer and password, one a line, that the unlock screen shows. They stand in the folder in clear.
    pub demo: Option<String>,
}

/// The file beside the database that says that everything in it is made up.
const DEMO: &str = "demo";
/// No such file is larger.
const LARGEST: u64 = 4096;

/// Officer and password of a logbook whose data are made up; none for any other.
#[must_use]
pub fn demo_in(folder: &Path) -> Option<(String, String)> {
    let bytes = files::read(&folder.join(DEMO), LARGEST, "E041").ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (officer, password) = text.trim_end().split_once('\n')?;
    Some((clean::line(officer), clean::line(password)))
}

impl Logbook {
    /// Says beside the database that its data are made up, and how to open it.
    pub(super) fn show_demo(&self) -> Outcome<()> {
        let Some(demo) = &self.own.demo else { return Ok(()) };
        files::write(&self.folder.path().join(DEMO), format!("{demo}\n").as_bytes())
    }

    /// A value kept under a name, such as a private key.
    ///
    /// # Errors
    /// Those of the database.
    pub fn kept(&self, name: &str) -> Outcome<Option<Zeroizing<String>>> {
        get(&self.db, name).map(|value| value.map(Zeroizing::new))
    }

    /// Keeps a value under a name.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep(&self, name: &str, value: &str) -> Outcome<()> {
        put(&self.db, name, value)
    }

    /// Keeps nothing under a name any more.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep_no_more(&self, name: &str) -> Outcome<()> {
        self.db.execute("DELETE FROM own WHERE name = ?1", [name]).map_err(sql::fault)?;
        Ok(())
    }
}

/// Reads who this is; a database without is damaged or half made.
pub(super) fn read(db: &Connection) -> Outcome<Own> {
    Ok(Own {
        unit: need(db, "unit")?,
        name: need(db, "name")?,
        journal: journal(db)?,
        desk: get(db, "desk")?.is_some(),
        demo: get(db, "demo")?,
    })
}

/// The journal that is being written, as the database knows it now: another window may have begun a new one.
pub(super) fn journal(db: &Connection) -> Outcome<Uuid> {
    Uuid::try_parse(&need(db, "journal")?).map_err(|error| Fault::new(Kind::Data, "E043").because(error))
}

fn need(db: &Connection, name: &str) -> Outcome<String> {
    get(db, name)?.ok_or_else(|| Fault::new(Kind::Data, "E043"))
}

/// Writes who this is, and its journal.
pub(super) fn write(db: &Connection, own: &Own) -> Outcome<()> {
    put(db, "unit", &own.unit)?;
    put(db, "name", &own.name)?;
    put(db, "journal", &own.journal.to_string())?;
    if own.desk {
        put(db, "desk", "1")?;
    }
    if let Some(demo) = &own.demo {
        put(db, "demo", demo)?;
    }
    db.execute("INSERT OR IGNORE INTO journals (id, unit) VALUES (?1, ?2)", (sql::blob(&own.journal), &own.unit))
        .map_err(sql::fault)?;
    Ok(())
}

fn get(db: &Connection, name: &str) -> Outcome<Option<String>> {
    let found = db.prepare_cached("SELECT value FROM own WHERE name = ?1").map_err(sql::fault);
    found?.query_row([name], |row| row.get(0)).optional().map_err(sql::fault)
}

fn put(db: &Connection, name: &str, value: &str) -> Outcome<()> {
    db.execute("INSERT INTO own VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", (name, value))
        .map_err(sql::fault)?;
    Ok(())
}
