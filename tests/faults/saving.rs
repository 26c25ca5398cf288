//! A saving officer's program, killed two hundred times.

use std::time::{Duration, Instant};

use trucban::acts::session::Founded;
use trucban::fault::Outcome;
use trucban::journal::{Act, Mint as _};
use trucban::logbook::{Key, Logbook, Mode, New, unlock_key};
use trucban::record::{Data, Kind};
use uuid::Uuid;

use crate::common::{Clock, PASSWORD, incident, post};
use crate::worker::{Marks, alone, killed, spread};

/// Saves incidents; the marks stand right after the transaction began and after it was acknowledged.
pub fn save(book: &mut Logbook, mint: &mut Clock, marks: &mut Marks) {
    let by = book.officers().unwrap()[0].id;
    loop {
        let (id, record, at) = (mint.id(), mint.id(), mint.now());
        let data = Data(incident("Trộm xe máy trước chợ"));
        let entry = New {
            id,
            at,
            by,
            shift: None,
            act: Act::Create,
            kind: Kind::Incident,
            record,
            base: None,
            why: None,
            data,
        };
        book.write(|book| {
            marks.say("begin", &id.to_string());
            book.append(&entry, mint)
        })
        .unwrap();
        marks.say("done", &id.to_string());
    }
}

/// An incident, within a transaction.
pub fn append(book: &Logbook, mint: &mut Clock) -> Outcome<()> {
    let (id, record, at) = (mint.id(), mint.id(), mint.now());
    let by = book.officers()?[0].id;
    let data = Data(incident("Đo"));
    let (act, kind) = (Act::Create, Kind::Incident);
    let entry = New { id, at, by, shift: None, act, kind, record, base: None, why: None, data };
    book.append(&entry, mint).map(|_| ())
}

/// How long a save takes here, so that the kills are spread over one and not over the pause after it.
fn one_save(book: &Logbook, mint: &mut Clock) -> Duration {
    let start = Instant::now();
    for _ in 0..20 {
        book.write(|book| append(book, mint)).unwrap();
    }
    start.elapsed() / 20
}

#[test]
fn a_program_killed_two_hundred_times_while_saving_loses_nothing_acknowledged() {
    let _turn = alone();
    let folder = tempfile::tempdir().unwrap();
    let (mut before_commit, mut acknowledged, mut kept) = (0, 0, 0);
    for round in 0..8 {
        let path = folder.path().join(format!("log{round}"));
        let mut mint = Clock::evening();
        let Founded { book, who, .. } = post(&path, &mut mint);
        let key = unlock_key(&path, &who.login, PASSWORD).unwrap().remove(0);
        let over = one_save(&book, &mut mint) * 4;
        let mut entries = book.own_entries().unwrap();
        drop(book);
        for after in spread(25, over) {
            let told = killed("save", (&path, Some(&key)), after);
            acknowledged += told.done.len();
            let book = Logbook::open(&path, &key, Mode::Write).unwrap();
            let there = |id: &String| book.appended(&Uuid::try_parse(id).unwrap()).unwrap().is_some();
            assert!(told.done.iter().all(there), "acknowledged and lost");
            let extra = told.inside().filter(|id| there(&(*id).to_owned())).map_or(0, |_| 1);
            // What is begun and not there was in its transaction for certain.
            before_commit += u64::from(told.inside().is_some()) - extra;
            kept += extra;
            let now = book.own_entries().unwrap();
            assert_eq!(now, entries + told.done.len() as u64 + extra, "at most the one that was being written");
            entries = now;
            let health = book.check().unwrap();
            assert!(health.is_ok(), "{health:?}");
        }
        still_writes(&path, &key, &mut mint);
    }
    println!(
        "200 kills, {before_commit} inside a transaction and before its end, {acknowledged} saves acknowledged, \
         {kept} kept that were not"
    );
    assert!(before_commit >= 50, "only {before_commit} of 200 kills fell inside a transaction");
}

fn still_writes(path: &std::path::Path, key: &Key, mint: &mut Clock) {
    let book = Logbook::open(path, key, Mode::Write).unwrap();
    let before = book.own_entries().unwrap();
    mint.pass(chrono::TimeDelta::hours(1));
    one_save(&book, mint);
    assert_eq!(book.own_entries().unwrap(), before + 20);
}
