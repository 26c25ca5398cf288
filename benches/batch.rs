//! Batches and bulk: writing the newest week, verifying it beside its parts run bare, receiving and making up records
//! beside bare inserts of the same rows into the same tables and indexes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod common;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, params_from_iter, types::Value};
use sha2::{Digest as _, Sha256, Sha512};
use trucban::acts::batch::{self, Lens};
use trucban::acts::session::{Founded, Founding, found};
use trucban::acts::week::{Export, Which, export};
use trucban::acts::{Who, desk};
use trucban::demo::Ward;
use trucban::journal::{Entry, envelope};
use trucban::logbook::{Logbook, Mode, Own};
use trucban::record::{Data, Kind};
use trucban::seal::{self, Identity};
use trucban::sync::bag::Bag;
use trucban::sync::{Card, FACTS, JOURNAL, check};
use trucban::text::fold;

const SLICE: usize = 1000;
/// Batches that are received, of about two thousand records each.
const RECEIVED: u64 = 5;

fn main() {
    let asked = std::env::var("TRUCBAN_PARTS").unwrap_or_else(|_| "week,receive,bulk".to_owned());
    let is_asked = |part: &str| asked.split(',').any(|name| name == part);
    if is_asked("week") {
        weeks(&common::sizes());
    }
    for records in common::sizes() {
        if is_asked("receive") {
            receive(records);
        }
        if is_asked("bulk") {
            bulk(records);
        }
    }
}

/// The post of a size, and a desk that it reports to, both open.
fn parties(records: u64) -> (Logbook, Who, Founded) {
    let (post, who) = common::open(&common::folder(records), Mode::Write);
    let folder = desk_of(records);
    let _ = std::fs::remove_dir_all(&folder);
    let text = trucban::demo::desk();
    let founding = Founding {
        folder: &folder,
        unit: &text.code,
        name: &text.name,
        officer: "A",
        areas: &[],
        desk: true,
        demo: None,
        password: trucban::demo::password(),
        work: 15,
    };
    let desk = found(&founding, &mut common::Clock).ok().unwrap();
    let card = Card::own(&desk.book).ok().unwrap();
    post.write(|post| post.keep("receiver", &card.to_text())).ok().unwrap();
    let card = Card::own(&post).ok().unwrap();
    desk::trust(&desk.book, &desk.who, &card, None, &mut common::Clock).ok().unwrap();
    (post, who, desk)
}

/// Writes one sealed batch.
fn write(post: &Logbook, who: &Who, number: u64, out: &Path) -> PathBuf {
    let asked = Export { week: None, which: Which::Number(number), out: Some(out), persons: false, despite: None };
    export(post, who, &asked, &mut common::Clock, &mut |_| Ok(())).ok().unwrap().file
}

/// Where the desk of a size lies.
fn desk_of(records: u64) -> PathBuf {
    common::cache().join(format!("desk-{records}"))
}

/// Writes the newest sealed week of each size, in turns, so that noise falls on all of them; then verifies it.
fn weeks(sizes: &[u64]) {
    let mut all: Vec<_> = sizes.iter().map(|records| (*records, parties(*records))).collect();
    let out = |records: &u64| common::cache().join(format!("out-{records}"));
    let newest = |post: &Logbook| post.sealed().ok().unwrap().last().unwrap().number;
    let numbers: Vec<u64> = all.iter().map(|(_, (post, ..))| newest(post)).collect();
    let mut files = vec![PathBuf::new(); all.len()];
    let mut times = vec![Vec::new(); all.len()];
    for _ in 0..common::TIMES {
        for (n, (records, (post, who, _))) in all.iter_mut().enumerate() {
            // A week is written once, by a program that hasn't read it before.
            post.reopen().ok().unwrap();
            times[n].push(common::timed(|| files[n] = write(post, who, numbers[n], &out(records))));
        }
    }
    let took: Vec<Duration> = times.into_iter().map(common::median).collect();
    common::table("Writing the newest week of a long log", &format!("of {} records", sizes[0]));
    for (records, took_it) in sizes.iter().zip(&took) {
        common::row(&format!("of {records} records"), *took_it, took[0], "at most 1.25");
    }
    for ((records, (_, _, desk)), file) in all.iter().zip(&files) {
        verify(*records, desk, file);
        std::fs::remove_dir_all(out(records)).unwrap();
        std::fs::remove_dir_all(desk_of(*records)).unwrap();
    }
}

/// Verifies a written week, beside its parts.
fn verify(records: u64, desk: &Founded, file: &Path) {
    let sealed = std::fs::read(file).unwrap();
    let identity = Identity::parse(&desk.book.kept("identity").ok().unwrap().unwrap()).ok().unwrap();
    let lens = Lens::of_book(&desk.book, &desk.who).ok().unwrap();
    let times = common::pair(|| drop(batch::look(file, &lens, true).ok().unwrap()), || parts(&sealed, &identity));
    common::table(&format!("Verifying the newest week, {records} records, {} KiB", sealed.len() / 1024), "its parts");
    common::row("verify", times.0, times.1, "at most 2.5");
}

/// What verifying can't do without: SHA-512 of the file, age, SHA-256 three times, and the JSON.
fn parts(sealed: &[u8], identity: &Identity) {
    std::hint::black_box(Sha512::digest(sealed));
    let tar = seal::decrypt(std::slice::from_ref(identity), sealed).ok().unwrap();
    for _ in 0..3 {
        std::hint::black_box(Sha256::digest(&*tar));
    }
    let bag: Bag<'_> = check::walk(&tar).ok().unwrap();
    for name in [JOURNAL, FACTS] {
        for line in bag.get(name).unwrap().split(|b| *b == b'\n').filter(|line| !line.is_empty()) {
            let value: serde_json::Value = serde_json::from_slice(line).unwrap();
            if let Some(text) = value.get("envelope").and_then(serde_json::Value::as_str) {
                std::hint::black_box(serde_json::from_str::<serde_json::Value>(text).unwrap());
            }
        }
    }
}

/// Receives the first batches at a fresh desk, beside bare inserts of what it then holds.
fn receive(records: u64) {
    let (post, who, desk) = parties(records);
    let out = common::cache().join("out");
    let last = post.sealed().ok().unwrap().last().unwrap().number;
    let files: Vec<PathBuf> = (1..=last.min(RECEIVED)).map(|number| write(&post, &who, number, &out)).collect();
    let Founded { book, who, .. } = desk;
    let book = book.in_bulk().ok().unwrap();
    let (mut entries, mut merged) = (0, 0);
    let took = common::timed(|| {
        let run = desk::receive(&book, &who, (&files, None), &mut common::Clock, &mut |_| Ok(())).ok().unwrap();
        merged = run.files.iter().filter(|file| file.item.result == "merged").count();
        entries = run.files.iter().map(|file| file.item.entries_new).sum();
    });
    assert_eq!(merged, files.len());
    let key = key_of(&book);
    let theirs = bare(&desk_of(records), &key, &common::cache().join("bare.db"));
    common::table(&format!("Receiving {merged} batches of {records} records, {entries} entries"), "bare inserts");
    common::row("receive", took, theirs, "at most 2");
    println!("\n{} entries a second, bare {}", rate(entries, took), rate(entries, theirs));
    std::fs::remove_dir_all(out).unwrap();
}

fn bulk(records: u64) {
    let folder = common::cache().join(format!("bulk-{records}"));
    let ours = ward(&folder, records);
    let theirs = bare(&folder, &common::key(&folder), &common::cache().join("bare.db"));
    common::table(&format!("Making up {records} records"), "bare inserts");
    common::row("bulk writing", ours, theirs, "at most 2");
    println!("\n{} records a second, bare {}", rate(records, ours), rate(records, theirs));
    std::fs::remove_dir_all(folder).unwrap();
}

fn rate(count: u64, took: Duration) -> u128 {
    u128::from(count) * 1000 / took.as_millis().max(1)
}

/// The database key of the desk that was just made.
fn key_of(desk: &Logbook) -> trucban::logbook::Key {
    let folder = desk.folder().path();
    let login = trucban::logbook::logins_in(folder).remove(0);
    trucban::logbook::unlock_key(folder, &login, trucban::demo::password()).ok().unwrap().remove(0)
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
    let (book, ..) = Logbook::create(
        folder,
        own,
        (officer, name),
        password,
        15,
        &trucban::seal::Identity::generate(),
        |_, _| Ok(()),
    )
    .ok()
    .unwrap();
    let book = book.in_bulk().ok().unwrap();
    let mut ward = Ward::new(common::plan(records));
    ward.staff((1..=8).map(uuid::Uuid::from_u128).collect());
    common::timed(|| while ward.live(&book, &mut |_| Ok(())).ok().unwrap().is_some() {})
}

/// Inserts the rows of that logbook into a new database with the same schema; only the inserts are timed.
fn bare(folder: &Path, key: &trucban::logbook::Key, file: &Path) -> Duration {
    let from = common::bare(&folder.join("logbook.db"), key, 8 * 1024);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    let to = common::bare(file, key, 64 * 1024);
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
