//! Batches and bulk: writing the newest week, verifying it beside its parts run bare, receiving and making up records
//! beside bare inserts of the same rows into the same tables and indexes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod common;

#[path = "batch/bare.rs"]
mod bare;
#[path = "batch/largest.rs"]
mod largest;
#[path = "batch/receive.rs"]
mod receive;

use std::path::{Path, PathBuf};
use std::time::Duration;

use common::year::{self, born, desk_at};
use sha2::{Digest as _, Sha256, Sha512};
use trucban::acts::batch::{self, Lens};
use trucban::acts::session::Founded;
use trucban::acts::week::{Export, Which, export};
use trucban::acts::{Who, desk};
use trucban::logbook::{Logbook, Mode};
use trucban::seal::{self, Identity};
use trucban::sync::bag::Bag;
use trucban::sync::{Card, FACTS, JOURNAL, check};

fn main() {
    if let Ok(folder) = std::env::var(largest::CHILD) {
        return largest::received(Path::new(&folder));
    }
    let asked = std::env::var("TRUCBAN_PARTS").unwrap_or_else(|_| "week,receive,year,largest,bulk".to_owned());
    let is_asked = |part: &str| asked.split(',').any(|name| name == part);
    if is_asked("week") {
        weeks(&common::sizes());
    }
    if is_asked("largest") {
        largest::all();
    }
    for records in common::sizes() {
        if is_asked("receive") {
            receive::first_batches(records);
        }
        if is_asked("year-files") {
            year::handed_in(year::posts(records));
        }
        if is_asked("year") {
            receive::year(records);
        }
        if is_asked("bulk") {
            bulk(records);
        }
    }
}

/// The post of a size, and a desk that it reports to, both open.
fn parties(records: u64) -> (Logbook, Who, Founded) {
    let (post, who) = common::open(&common::folder(records), Mode::Write);
    let desk = desk_at(&desk_of(records));
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

fn bulk(records: u64) {
    let folder = common::cache().join(format!("bulk-{records}"));
    let ours = ward(&folder, records);
    let theirs = bare::thousands(&folder, &common::key(&folder));
    common::table(&format!("Making up {records} records"), "bare inserts");
    common::row("bulk writing", ours, theirs, "at most 2");
    println!("\n{} records a second, bare {}", rate(records, ours), rate(records, theirs));
    std::fs::remove_dir_all(folder).unwrap();
}

fn rate(count: u64, took: Duration) -> u128 {
    u128::from(count) * 1000 / took.as_millis().max(1)
}

/// Lives the ward in a fresh logbook; only the living is timed.
fn ward(folder: &Path, records: u64) -> Duration {
    let (book, mut ward) = born(folder, &trucban::demo::unit().code, common::plan(records));
    common::timed(|| while ward.live(&book, &mut |_| Ok(())).ok().unwrap().is_some() {})
}
