//! Bulk writing: the made-up ward, record by record through the one way in, beside bare inserts of the same rows into
//! the same tables and indexes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod common;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, params_from_iter, types::Value};
use trucban::demo::Ward;
use trucban::journal::{Entry, envelope};
use trucban::logbook::{Logbook, Own};
use trucban::record::{Data, Kind};
use trucban::text::fold;

const SLICE: usize = 1000;

fn main() {
    common::table("Bulk writing, records a second", "bare inserts");
    for records in common::sizes() {
        let folder = common::cache().join(format!("bulk-{records}"));
        let ours = ward(&folder, records);
        let bare = bare(&folder, &common::cache().join("bare.db"));
        common::row(&format!("{records} records"), ours, bare, "at most 2");
        let rate = |took: Duration| u128::from(records) * 1000 / took.as_millis().max(1);
        println!("\n{records} records: {} a second, bare {}", rate(ours), rate(bare));
    }
}

/// Lives the ward in a fresh logbook; only the living is timed.
fn ward(folder: &Path, records: u64) -> Duration {
    let _ = std::fs::remove_dir_all(folder);
    let officer = uuid::Uuid::from_u128(1);
    let journal = uuid::Uuid::from_u128(7);
    let unit = trucban::demo::unit();
    let (name, password) = ("A", trucban::demo::password());
    let demo = Some(format!("{name}\n{password}"));
    let own = Own { unit: unit.code.clone(), name: unit.name.clone(), journal, desk: false, demo };
    let (book, ..) = Logbook::create(folder, own, (officer, name), password, 15, |_, _| Ok(())).ok().unwrap();
    let book = book.in_bulk().ok().unwrap();
    let mut ward = Ward::new(common::plan(records));
    ward.staff((1..=8).map(uuid::Uuid::from_u128).collect());
    common::timed(|| while ward.live(&book, &mut |_| {}).ok().unwrap().is_some() {})
}

/// Inserts the rows of that logbook into a new database with the same schema; only the inserts are timed.
fn bare(folder: &Path, file: &Path) -> Duration {
    let key = common::key(folder);
    let from = common::bare(&folder.join("logbook.db"), &key, 8 * 1024);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    let to = common::bare(file, &key, 64 * 1024);
    schema(&from, &to);
    let journals: Vec<Vec<Value>> = rows(&from, "SELECT * FROM journals", &[]);
    insert(&to, "journals", &journals);
    let mut took = Duration::ZERO;
    let mut after = 0_i64;
    loop {
        let slice = Slice::read(&from, after);
        let Some(last) = slice.entries.last() else { break };
        after = integer(&last[0]);
        took += common::timed(|| slice.write(&to));
    }
    took
}

/// So many entries, with what stands beside them.
struct Slice {
    entries: Vec<Vec<Value>>,
    envelopes: Vec<Vec<Value>>,
    records: Vec<Vec<Value>>,
    search: Vec<Vec<Value>>,
}

impl Slice {
    fn read(from: &Connection, after: i64) -> Self {
        let entries = rows(from, &format!("SELECT * FROM entries WHERE row > ?1 ORDER BY row LIMIT {SLICE}"), &[after]);
        let last = entries.last().map_or(after, |row| integer(&row[0]));
        let within = |sql: &str| rows(from, sql, &[after, last]);
        let envelopes = within("SELECT * FROM envelopes WHERE key > 2 * ?1 + 1 AND key <= 2 * ?2 + 1 ORDER BY key");
        let records = within("SELECT * FROM records WHERE row > ?1 AND row <= ?2 ORDER BY row");
        let newest = "SELECT r.row, r.number, e.line, f.bytes FROM records r JOIN entries e ON e.row = r.newest
             JOIN envelopes f ON f.key = 2 * r.newest WHERE r.row > ?1 AND r.row <= ?2 ORDER BY r.row";
        let search = within(newest).into_iter().map(|row| words(&row)).collect();
        Self { entries, envelopes, records, search }
    }

    fn write(&self, to: &Connection) {
        let tx = to.unchecked_transaction().unwrap();
        insert(to, "entries", &self.entries);
        insert(to, "envelopes", &self.envelopes);
        insert(to, "records", &self.records);
        let mut put = to.prepare_cached("INSERT INTO search (rowid, exact, folded) VALUES (?1, ?2, ?3)").unwrap();
        for row in &self.search {
            put.execute(params_from_iter(row)).unwrap();
        }
        tx.commit().unwrap();
    }
}

/// The row of the search index, as the logbook makes it.
fn words(row: &[Value]) -> Vec<Value> {
    let [at, Value::Text(number), Value::Blob(line), Value::Blob(facts)] = row else { unreachable!("four columns") };
    let entry = Entry::from_line(line).ok().unwrap();
    let data = Data(envelope::open(facts).ok().unwrap().data);
    let text = format!("{number}\n{}", data.searched(Kind::parse(&entry.kind).unwrap()));
    vec![at.clone(), Value::Text(fold::exact(&text)), Value::Text(fold::folded(&text))]
}

/// The tables, indexes and triggers of one database in another.
fn schema(from: &Connection, to: &Connection) {
    let all = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_%'
               AND name NOT LIKE 'sqlite_%' ORDER BY type <> 'table', rowid";
    for row in rows(from, all, &[]) {
        let [Value::Text(sql)] = row.as_slice() else { unreachable!("one column") };
        to.execute_batch(sql).unwrap();
    }
}

fn rows(db: &Connection, sql: &str, values: &[i64]) -> Vec<Vec<Value>> {
    let mut query = db.prepare_cached(sql).unwrap();
    let width = query.column_count();
    let found = query.query_map(params_from_iter(values), |row| (0..width).map(|n| row.get(n)).collect()).unwrap();
    found.map(Result::unwrap).collect()
}

fn insert(to: &Connection, table: &str, rows: &[Vec<Value>]) {
    let Some(first) = rows.first() else { return };
    let places = vec!["?"; first.len()].join(", ");
    let mut put = to.prepare_cached(&format!("INSERT INTO {table} VALUES ({places})")).unwrap();
    for row in rows {
        put.execute(params_from_iter(row)).unwrap();
    }
}

fn integer(value: &Value) -> i64 {
    if let Value::Integer(n) = value { *n } else { unreachable!("an integer") }
}
