//! The made-up ward keeps its promises: the same plan gives the same records, and all of them pass the rules.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::journal::Act;
use crate::logbook::{Filter, Logbook, Own, Record};
use crate::record::{self, Data, Kind, when};

fn plan(records: u64, weeks: u32, seed: u64) -> Plan {
    Plan { records, weeks, seed, until: when::parse("2026-11-25T20:14:00+07:00").unwrap() }
}

/// A ward that has lived, without registers and keys of its own.
fn lived(plan: Plan) -> (tempfile::TempDir, Logbook) {
    let folder = tempfile::tempdir().unwrap();
    let journal = Uuid::from_u128(7);
    let own = Own { unit: unit().code.clone(), name: unit().name.clone(), journal, desk: false, demo: None };
    let officer = Uuid::from_u128(1);
    let (book, ..) = Logbook::create(
        &folder.path().join("book"),
        own,
        (officer, "A"),
        password(),
        15,
        &crate::seal::Identity::generate(),
        |_, _| Ok(()),
    )
    .unwrap();
    let mut ward = Ward::new(plan);
    ward.staff((1..=8).map(Uuid::from_u128).collect());
    while ward.live(&book, &mut |_| Ok(())).unwrap().is_some() {}
    (folder, book)
}

fn all(book: &Logbook) -> Vec<(Record, Data)> {
    let rows = book.list(&Filter { limit: 100_000, ..Filter::default() }).unwrap();
    let whole = |row: crate::logbook::Row| {
        let record = book.record(&row.record).unwrap();
        let data = book.with_persons(&record).unwrap();
        (record, data)
    };
    rows.into_iter().map(whole).collect()
}

#[test]
fn as_many_records_as_asked_and_none_that_a_rule_minds() {
    let (_folder, book) = lived(plan(1500, 4, 1));
    let all = all(&book);
    assert_eq!(all.len(), 1500);
    let until = plan(1, 1, 1).until;
    for (record, data) in &all {
        let kind = record.kind.unwrap();
        assert_eq!(record::check(kind, data), [], "{} {}", record.row.number, serde_json::json!(data.0));
        assert!(record.row.at <= until);
        let text = data.searched(kind);
        assert!(!text.contains(['{', '}']) && !text.contains("  "), "{text}");
        let digits = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
        assert!(digits < 5, "{text}");
    }
    let codes: BTreeSet<&str> = all.iter().filter_map(|(record, _)| record.row.category.as_deref()).collect();
    assert!(codes.len() > 40, "{codes:?}");
    assert!(book.check().unwrap().is_ok());
}

#[test]
fn shifts_follow_each_other_and_the_last_is_open() {
    let (_folder, book) = lived(plan(400, 4, 1));
    let shifts: Vec<Record> =
        all(&book).into_iter().map(|(record, _)| record).filter(|r| r.kind == Some(Kind::Shift)).collect();
    assert!(shifts.len() > 40, "{}", shifts.len());
    let open: Vec<_> = shifts.iter().filter(|s| s.row.status.as_deref() == Some("open")).collect();
    assert_eq!(open.len(), 1);
    assert_eq!(book.open_shift().unwrap(), Some(open[0].row.record));
    for pair in shifts.windows(2) {
        assert_eq!(pair[1].data.when("ended_at").map(when::shown), pair[0].data.when("started_at").map(when::shown));
    }
}

#[test]
fn open_matters_go_on_and_old_ones_are_settled() {
    let (_folder, book) = lived(plan(1000, 6, 1));
    let all = all(&book);
    let histories: Vec<_> = all.iter().map(|(r, _)| book.history(&r.row.record).unwrap()).collect();
    let acts = |act| histories.iter().flatten().filter(|version| version.act == act).count();
    assert!(acts(Act::Note) > 50 && acts(Act::Amend) > 100 && acts(Act::Void) > 0);
    assert!(histories.iter().flatten().all(|v| (v.act == Act::Amend || v.act == Act::Void) == v.why.is_some()));
    let old = plan(1, 1, 1).until - chrono::TimeDelta::days(10);
    let open = |(record, _): &&(Record, Data)| {
        record.kind == Some(Kind::Incident) && matches!(record.row.status.as_deref(), Some("open" | "in_progress"))
    };
    let still: Vec<_> = all.iter().filter(open).collect();
    assert!(!still.is_empty() && still.len() < 120, "{}", still.len());
    assert!(still.iter().filter(|(record, _)| record.row.at < old && !record.row.void).count() < 6);
}

#[test]
fn work_names_the_campaign_in_whose_days_it_is_done() {
    let (_folder, book) = lived(plan(2000, 20, 1));
    let all = all(&book);
    let day = |data: &Data| {
        let at = data.when("planned_start").map(|at| at.with_timezone(&when::zone()).date_naive());
        at.or(data.day("date")).unwrap()
    };
    let mut kinds = BTreeSet::new();
    for (record, data) in &all {
        let Some(campaign) = data.text("campaign") else { continue };
        let found = all.iter().find(|(other, _)| other.row.record.to_string() == campaign).unwrap();
        assert!(found.1.day("from") <= Some(day(data)) && Some(day(data)) <= found.1.day("to"));
        kinds.insert(record.row.kind.as_str());
    }
    assert_eq!(kinds, ["joint", "outreach", "patrol"].into());
}

#[test]
fn the_same_seed_and_last_day_make_the_same_records() {
    let of =
        |plan| all(&lived(plan).1).into_iter().map(|(r, data)| (r.row.number, r.row.record, data)).collect::<Vec<_>>();
    let first = of(plan(150, 3, 9));
    assert_eq!(first, of(plan(150, 3, 9)));
    assert_ne!(first, of(plan(150, 3, 10)));
}

#[test]
fn the_smallest_wards_live_too() {
    for records in [0, 1, 7] {
        assert_eq!(all(&lived(plan(records, 12, 1)).1).len() as u64, records);
    }
}
