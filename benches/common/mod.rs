//! What the benches share: logbooks of the made-up ward kept under target/, a bare connection to them, medians, and
//! one way to print a figure beside its limit. Nothing here is a test: no figure ever fails a build.

#![allow(dead_code, reason = "each bench uses its part")]
#![allow(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

pub mod year;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use trucban::acts::{Who, demo, session};
use trucban::demo::Plan;
use trucban::logbook::{Key, Logbook, Mode, demo_in, logins_in, unlock_key};
use trucban::record::when::{self, Moment};

/// Records in a week of every size, so that the newest week is as large in each.
pub const WEEKLY: u64 = 1923;
/// Times that a figure is taken; the one in the middle is printed.
pub const TIMES: usize = 7;

/// The sizes to measure, as `TRUCBAN_BENCH=10000,100000` asks; ten thousand otherwise.
pub fn sizes() -> Vec<u64> {
    let asked = std::env::var("TRUCBAN_BENCH").unwrap_or_default();
    let sizes: Vec<u64> = asked.split(',').filter_map(|size| size.trim().parse().ok()).collect();
    if sizes.is_empty() { vec![10_000] } else { sizes }
}

/// Every entry on what is open and has clocks, with its facts, by the indexes of open records and of entries.
const OPEN: &str = "SELECT e.line, f.bytes FROM records r CROSS JOIN entries e ON e.record = r.record
    LEFT JOIN envelopes f ON f.key = 2 * e.row
    WHERE r.unit = ?1 AND r.kind IN ('incident', 'property') AND r.void = 0
    AND r.status IN ('open', 'in_progress')";

/// The last moment of every made-up logbook here.
pub fn until() -> Moment {
    when::parse("2026-11-22T20:00:00+07:00").unwrap()
}

/// So many records, at the same weekly rate whatever their number.
pub fn plan(records: u64) -> Plan {
    Plan { records, weeks: u32::try_from(records.div_ceil(WEEKLY)).unwrap(), seed: 1, until: until() }
}

/// Where made logbooks and scratch copies lie: under target/, unless `TRUCBAN_BENCH_FOLDER` says where.
pub fn cache() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join("bench");
    std::env::var_os("TRUCBAN_BENCH_FOLDER").map_or_else(usual, PathBuf::from)
}

/// The folder of a made-up logbook of this size, made when it isn't there yet.
pub fn folder(records: u64) -> PathBuf {
    let folder = cache().join(format!("ward-{records}"));
    if !folder.join("logbook.db").is_file() {
        make(&folder, records);
    }
    folder
}

/// Makes a made-up logbook and says how long that took.
pub fn make(folder: &Path, records: u64) -> Duration {
    let part = folder.with_extension("part");
    for old in [&part, &folder.to_owned()] {
        if old.exists() {
            std::fs::remove_dir_all(old).unwrap();
        }
    }
    let start = Instant::now();
    let made = demo::make(&part, plan(records), &mut |_| Ok(()));
    drop(made.map_err(|fault| fault.to_string()).unwrap());
    let took = start.elapsed();
    std::fs::rename(&part, folder).unwrap();
    took
}

/// The key of a made-up logbook.
pub fn key(folder: &Path) -> Key {
    let (officer, password) = demo_in(folder).unwrap();
    let login = trucban::logbook::login_for(&officer, &logins_in(folder)).unwrap();
    unlock_key(folder, &login, &password).map_err(|fault| fault.to_string()).unwrap().remove(0)
}

/// Opens a made-up logbook as its commander.
pub fn open(folder: &Path, mode: Mode) -> (Logbook, Who) {
    let (officer, password) = demo_in(folder).unwrap();
    session::sign_in(folder, Some(&officer), &password, mode).map_err(|fault| fault.to_string()).unwrap()
}

/// A bare connection to a database under this key, set as the logbook sets its own.
pub fn bare(file: &Path, key: &Key, cache_kib: i64) -> Connection {
    let db = Connection::open(file).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\"", *key.hex())).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;",
    )
    .unwrap();
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
    db.pragma_update(None, "cache_size", -cache_kib).unwrap();
    db.set_prepared_statement_cache_capacity(64);
    db
}

/// A copy of a folder with its files, to be written on.
pub fn copy(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// The middle of several.
pub fn median(mut all: Vec<Duration>) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// How long each of two things takes, in turns, so that noise falls on both; the medians.
pub fn pair(mut one: impl FnMut(), mut other: impl FnMut()) -> (Duration, Duration) {
    let [one, other] = turns([&mut one, &mut other]);
    (one, other)
}

/// The same of as many things as there are.
pub fn turns<const N: usize>(mut all: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..TIMES {
        all.iter_mut().zip(&mut times).for_each(|(work, times)| times.push(timed(work)));
    }
    times.map(median)
}

/// How long something takes.
pub fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// A figure beside what it is measured against.
pub fn row(what: &str, ours: Duration, bare: Duration, limit: &str) {
    let ratio = ours.as_secs_f64() / bare.as_secs_f64().max(1e-9);
    println!("| {what} | {} | {} | {ratio:.2} | {limit} |", shown(ours), shown(bare));
}

/// The head of a table.
pub fn table(title: &str, other: &str) {
    println!("\n### {title}\n\n| what | trucban | {other} | ratio | limit |\n|---|---|---|---|---|");
}

/// A duration with three figures.
pub fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        m if m < 1e3 => format!("{m:.0} µs"),
        m if m < 1e5 => format!("{:.2} ms", m / 1e3),
        m if m < 1e6 => format!("{:.0} ms", m / 1e3),
        m => format!("{:.2} s", m / 1e6),
    }
}

/// The real clock, fresh ids and salts.
pub struct Clock;

impl trucban::journal::Mint for Clock {
    fn now(&mut self) -> Moment {
        chrono::Utc::now().with_timezone(&when::zone())
    }

    fn id(&mut self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }

    fn salt(&mut self) -> trucban::journal::Salt {
        *uuid::Uuid::now_v7().as_bytes()
    }
}

/// Reads what legal clocks that run are made from, every byte, and makes nothing of it; how many entries there are.
pub fn open_matters(db: &Connection, unit: &str) -> usize {
    let mut all = db.prepare_cached(OPEN).unwrap();
    let bytes = |row: &rusqlite::Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Option<Vec<u8>>>(1)?));
    all.query_map([unit], bytes).unwrap().map(Result::unwrap).filter(|(line, _)| !line.is_empty()).count()
}
