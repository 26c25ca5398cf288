//! Opening the database, in the one order that is safe, and bringing an older one up to date.

use std::path::Path;
use std::sync::Once;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::keys::Key;
use super::{Folder, Logbook, Stage, Watch, files, own, sql};
use crate::fault::{Fault, Kind, Outcome};

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The only writer of a window.
    Write,
    /// Searches and figures.
    Read,
    /// Long writing: more memory for pages.
    Bulk,
}

/// "trub", so that `file` and others can tell what it is once decrypted.
const APPLICATION: i32 = 0x7472_7562;
/// Landed migrations, never edited; a database knows how many it has had.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
];
const DERIVED: &str = include_str!("schema/derived.sql");
/// The derived tables, search apart.
pub(super) const VIEWS: [&str; 6] = ["records", "counters", "officers", "areas", "links", "visits"];
const SEARCH: &str = include_str!("schema/search.sql");

impl Logbook {
    /// Opens an existing logbook with its database key.
    ///
    /// # Errors
    /// E023, E026 (made by a newer program), E043 (damaged), E044 (busy).
    pub fn open(folder: &Path, key: &Key, mode: Mode) -> Outcome<Self> {
        Self::open_watched(folder, key, mode, &mut |_| Ok(()))
    }

    /// As [`Self::open`]; a logbook of an older program is brought up to date, which takes its time in a long one.
    ///
    /// # Errors
    /// As [`Self::open`]; those of `watch`, after which the logbook is as old as before.
    pub fn open_watched(folder: &Path, key: &Key, mode: Mode, watch: Watch<'_>) -> Outcome<Self> {
        let folder = Folder::open(folder)?;
        let db = connect(&folder, key, mode)?;
        let own = own::read(&db)?;
        let book = Self::new(folder, key, mode, own, db);
        if mode != Mode::Read && version(&book.db)? < known() {
            book.folder.alone(|| book.migrate(watch))?;
        }
        Ok(book)
    }

    /// Makes the database of a new logbook, with what `first` writes. It gets its name when all of that is on disk,
    /// so a power cut leaves no half logbook behind.
    pub(super) fn make(
        folder: Folder,
        key: &Key,
        own: own::Own,
        first: impl FnOnce(&Self) -> Outcome<()>,
    ) -> Outcome<Self> {
        let new = folder.path().join("logbook.db.new");
        let db = connection(&new, key, Mode::Write, OpenFlags::SQLITE_OPEN_CREATE)?;
        let mut book = Self::new(folder, key, Mode::Write, own, db);
        book.write(|book| {
            for step in MIGRATIONS {
                book.db.execute_batch(step).map_err(sql::fault)?;
            }
            book.db.execute_batch(DERIVED).and_then(|()| book.db.execute_batch(SEARCH)).map_err(sql::fault)?;
            book.db.pragma_update(None, "application_id", APPLICATION).map_err(sql::fault)?;
            book.db.pragma_update(None, "user_version", known()).map_err(sql::fault)?;
            own::write(&book.db, &book.own)?;
            first(book)
        })?;
        book.disconnect()?;
        let named = std::fs::rename(&new, book.folder.database()).and_then(|()| book.folder.sync());
        named.map_err(|error| files::cannot_write(&book.folder.database(), error))?;
        book.reopen()?;
        Ok(book)
    }

    /// Makes ready for long writing.
    ///
    /// # Errors
    /// Those of the database.
    pub fn in_bulk(mut self) -> Outcome<Self> {
        cache(&self.db, Mode::Bulk)?;
        self.mode = Mode::Bulk;
        Ok(self)
    }

    /// Runs the migrations that this database hasn't had, with a copy of it beside it first. Nobody else has it open.
    /// Whatever ends it before leaves the logbook as it was.
    fn migrate(&self, watch: Watch<'_>) -> Outcome<()> {
        let had = usize::try_from(version(&self.db)?).unwrap_or(0);
        let Some(missing) = MIGRATIONS.get(had..).filter(|steps| !steps.is_empty()) else { return Ok(()) };
        watch(Stage::Copy.at(0, 0))?;
        self.copy_to(&self.folder.backups().join(format!("before-version-{}.db", known())))?;
        self.write(|book| {
            for step in missing {
                book.db.execute_batch(step).map_err(sql::fault)?;
            }
            watch(Stage::Views.at(0, book.about_entries()))?;
            book.derive_all(watch)?;
            book.db.pragma_update(None, "user_version", known()).map_err(sql::fault)
        })
    }

    /// Drops the derived tables and makes them again, empty.
    pub(super) fn clear_derived(&self) -> Outcome<()> {
        for table in VIEWS.into_iter().chain(["search"]) {
            self.db.execute_batch(&format!("DROP TABLE IF EXISTS {table}")).map_err(sql::fault)?;
        }
        self.db.execute_batch(DERIVED).and_then(|()| self.db.execute_batch(SEARCH)).map_err(sql::fault)
    }
}

/// The derived tables as temporary ones of this connection, which hide those of the file.
pub(super) fn shadow_derived(db: &Connection) -> Outcome<()> {
    let script = DERIVED.replace("CREATE TABLE ", "CREATE TEMP TABLE ").replace("INDEX ", "INDEX temp.");
    db.execute_batch(&script).map_err(sql::fault)
}

/// An empty search index of this connection, which hides that of the file.
pub(super) fn shadow_search(db: &Connection) -> Outcome<()> {
    let script =
        SEARCH.replace("CREATE VIRTUAL TABLE ", "DROP TABLE IF EXISTS temp.search; CREATE VIRTUAL TABLE temp.");
    db.execute_batch(&script).map_err(sql::fault)
}

/// A connection to an existing database.
pub(super) fn connect(folder: &Folder, key: &Key, mode: Mode) -> Outcome<Connection> {
    connection(&folder.database(), key, mode, OpenFlags::empty())
}

/// Set once a first connection was opened: SQLite calls itself ready before SQLCipher is, and of two threads that open at
/// once the second one's key would be refused.
static READY: Once = Once::new();

/// A connection that is safe to use: key, journal mode, limits. The order matters.
fn connection(file: &Path, key: &Key, mode: Mode, create: OpenFlags) -> Outcome<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    READY.call_once(|| drop(Connection::open_in_memory()));
    let db = Connection::open_with_flags(file, flags).map_err(sql::fault)?;
    // SQLCipher would otherwise write its complaints over the screen.
    db.execute_batch("PRAGMA cipher_log_level = NONE").map_err(sql::fault)?;
    // Before the first read, which has to wait while another window repairs or tidies the write-ahead log.
    db.busy_timeout(std::time::Duration::from_secs(10)).map_err(sql::fault)?;
    db.execute_batch(&key.pragma("key")).map_err(sql::fault)?;
    db.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).map_err(sql::fault)?;
    match version(&db)? {
        // An empty file takes any key and looks like a new database. It is left as it is.
        0 if create.is_empty() => return Err(Fault::new(Kind::Data, "E043")),
        had if had > known() => {
            return Err(Fault::new(Kind::Data, "E026").with("version", had).with("known", known()));
        }
        _ => {}
    }
    db.set_prepared_statement_cache_capacity(64);
    // Recursive triggers: what may not be deleted may not be replaced either.
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;",
    )
    .map_err(sql::fault)?;
    cache(&db, mode)?;
    if mode == Mode::Read {
        db.pragma_update(None, "query_only", true).map_err(sql::fault)?;
    }
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true).map_err(sql::fault)?;
    // Plans don't depend on the values that are asked for; else a statement is prepared anew each time it is used.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(sql::fault)?;
    Ok(db)
}

/// Memory for pages: 8 MiB, for long writing 64.
fn cache(db: &Connection, mode: Mode) -> Outcome<()> {
    let pages = if mode == Mode::Bulk { -64 * 1024 } else { -8 * 1024 };
    db.pragma_update(None, "cache_size", pages).map_err(sql::fault)
}

/// The newest version of the schema that this program knows: how many migrations there are.
fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

fn version(db: &Connection) -> Outcome<i64> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(sql::fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_question_about_records_walks_through_all_of_them() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(DERIVED).unwrap();
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
        let newest = "ORDER BY r.at DESC, r.row DESC LIMIT 50";
        let kinds = format!("r.kind NOT IN ({})", crate::logbook::list::registers());
        for (condition, sorted) in [
            ("r.record = ?1".to_owned(), true),
            ("r.unit = ?1 AND r.record = ?2".to_owned(), true),
            ("r.number = ?1".to_owned(), true),
            ("r.serial % 1000 = ?1".to_owned(), true),
            (format!("r.kind = ?1 {newest}"), false),
            (format!("{kinds} AND r.area = ?1 {newest}"), false),
            (format!("{kinds} AND r.status = ?1 {newest}"), false),
            (format!("{kinds} AND r.unit = ?1 {newest}"), false),
            (format!("+r.kind = ?1 AND r.unit = ?2 AND r.at < ?3 {newest}"), false),
            (format!("{kinds} AND r.category = ?1 {newest}"), false),
            (format!("+r.kind = ?1 AND r.status = ?2 {newest}"), false),
            (format!("+r.kind = ?1 AND r.area = ?2 AND r.at >= ?3 {newest}"), false),
            (
                format!("{kinds} AND +r.area = ?1 AND r.unit = ?2 AND +r.category = ?3 AND +r.status = ?4 {newest}"),
                false,
            ),
        ] {
            let sql = format!("EXPLAIN QUERY PLAN SELECT r.row, r.title FROM records r WHERE {condition}");
            let mut plan = db.prepare(&sql).unwrap();
            let steps: Vec<String> = plan.raw_query().mapped(|row| row.get(3)).map(Result::unwrap).collect();
            assert!(steps.iter().all(|step| step.starts_with("SEARCH r USING")), "{condition}: {steps:?}");
            assert!(sorted || steps.len() == 1, "sorted by hand: {condition}: {steps:?}");
        }
        let void = format!("EXPLAIN QUERY PLAN SELECT r.row FROM records r WHERE +{kinds} AND r.void = 1 {newest}");
        let step: String = db.query_row(&void, [], |row| row.get(3)).unwrap();
        assert!(step.ends_with("USING INDEX records_void"), "{step}");
    }
}
