//! Bare inserts: the finished rows of a logbook, ready as bytes, each once, into the same tables with the same indexes.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, params_from_iter, types::Value};
use trucban::journal::{Entry, envelope};
use trucban::logbook::Key;
use trucban::record::{Data, Kind};
use trucban::text::fold;

use super::common;

/// The rows of a logbook, a thousand entries to a transaction.
pub fn thousands(folder: &Path, key: &Key) -> Duration {
    inserted(folder, key, &mut std::iter::repeat(1000))
}

/// The rows that batches brought to a desk, one transaction a batch.
pub fn batches(folder: &Path, key: &Key) -> Duration {
    let from = common::bare(&folder.join("logbook.db"), key, 8 * 1024);
    let sizes = "SELECT b.last - b.first + 1 FROM received b JOIN journals j ON j.id = b.journal
                 JOIN entries e ON e.journal = j.num AND e.seq = b.first ORDER BY e.row";
    let sizes: Vec<i64> = rows(&from, sizes, &[]).iter().map(|row| integer(&row[0])).collect();
    // What isn't of a batch is the desk's own beginning.
    let own = "SELECT count(*) FROM entries e JOIN journals j ON j.num = e.journal WHERE j.id NOT IN
               (SELECT journal FROM received)";
    let own = integer(&rows(&from, own, &[])[0][0]);
    drop(from);
    inserted(folder, key, &mut std::iter::once(own).chain(sizes))
}

/// Inserts the rows of a logbook into a new database with the same schema, so many entries to a transaction; only the
/// inserts are timed.
fn inserted(folder: &Path, key: &Key, sizes: &mut dyn Iterator<Item = i64>) -> Duration {
    let file = common::cache().join("bare.db");
    let from = common::bare(&folder.join("logbook.db"), key, 8 * 1024);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    let to = common::bare(&file, key, 64 * 1024);
    schema(&from, &to);
    let journals: Vec<Vec<Value>> = rows(&from, "SELECT * FROM journals", &[]);
    insert(&to, "journals", &journals);
    let (mut took, mut after) = (Duration::ZERO, 0_i64);
    for size in sizes {
        let slice = Slice::read(&from, after, size);
        let Some(last) = slice.entries.last() else { break };
        after = integer(&last[0]);
        took += common::timed(|| slice.write(&to));
    }
    drop(to);
    std::fs::remove_file(file).unwrap();
    took
}

/// So many entries, with what stands beside them.
struct Slice {
    entries: Vec<Vec<Value>>,
    envelopes: Vec<Vec<Value>>,
    records: Vec<Vec<Value>>,
    links: Vec<Vec<Value>>,
    visits: Vec<Vec<Value>>,
    found: Vec<Vec<Value>>,
    received: Vec<Vec<Value>>,
    search: Vec<Vec<Value>>,
}

impl Slice {
    fn read(from: &Connection, after: i64, most: i64) -> Self {
        let entries = rows(from, "SELECT * FROM entries WHERE row > ?1 ORDER BY row LIMIT ?2", &[after, most]);
        let last = entries.last().map_or(after, |row| integer(&row[0]));
        let within = |sql: &str| rows(from, sql, &[after, last]);
        let envelopes = within("SELECT * FROM envelopes WHERE key > 2 * ?1 + 1 AND key <= 2 * ?2 + 1 ORDER BY key");
        let records = within("SELECT * FROM records WHERE row > ?1 AND row <= ?2 ORDER BY row");
        let links = within("SELECT l.* FROM links l WHERE l.row > ?1 AND l.row <= ?2 ORDER BY l.row");
        let visits = within("SELECT v.* FROM visits v WHERE v.row > ?1 AND v.row <= ?2 ORDER BY v.row");
        let found = within(
            "SELECT f.* FROM records r CROSS JOIN found f ON f.unit = r.unit AND f.record = r.record
             WHERE r.row > ?1 AND r.row <= ?2 ORDER BY r.row",
        );
        let received = within(
            "SELECT b.* FROM entries e CROSS JOIN journals j ON j.num = e.journal
             CROSS JOIN received b ON b.journal = j.id AND b.first = e.seq WHERE e.row > ?1 AND e.row <= ?2",
        );
        let newest = "SELECT r.row, r.number, e.line, f.bytes FROM records r JOIN entries e ON e.row = r.newest
             JOIN envelopes f ON f.key = 2 * r.newest WHERE r.row > ?1 AND r.row <= ?2 ORDER BY r.row";
        let search = within(newest).into_iter().map(|row| words(&row)).collect();
        Self { entries, envelopes, records, links, visits, found, received, search }
    }

    fn write(&self, to: &Connection) {
        let tx = to.unchecked_transaction().unwrap();
        insert(to, "entries", &self.entries);
        insert(to, "envelopes", &self.envelopes);
        insert(to, "records", &self.records);
        insert(to, "links", &self.links);
        insert(to, "visits", &self.visits);
        insert(to, "found", &self.found);
        insert(to, "received", &self.received);
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
