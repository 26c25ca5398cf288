//! Appending: numbers, revs, retries, two windows at once, and views that follow from the journal alone.

use std::collections::BTreeSet;
use std::thread;

use serde_json::json;
use trucban::acts::write::{Form, add_lines, create};
use trucban::acts::{Refused, shift};
use trucban::fault::Kind as Trouble;
use trucban::journal::{Act, Mint};
use trucban::logbook::{Logbook, Mode, New};
use trucban::record::{Data, Kind, when};

use crate::bench::{Bench, lines, listed, new};
use crate::common::{Clock, PASSWORD, incident, object};

#[test]
fn entries_are_numbered_chained_and_kept() {
    let mut bench = Bench::new();
    let (one, two) = bench.everything();
    assert_eq!(one.number, "LDG-P2-VV-2026-000001");
    assert_eq!(two.number, "LDG-P2-VV-2026-000002");
    let lines = lines(&bench.book);
    let acts: Vec<_> =
        lines.iter().map(|line| (line["act"].as_str().unwrap(), line["rev"].as_u64().unwrap())).collect();
    let made = [("create", 1), ("create", 1), ("create", 1), ("create", 1)];
    let mine = [("create", 1), ("create", 1), ("amend", 2), ("note", 3), ("sign", 4), ("void", 2)];
    assert_eq!(acts, [&made[..], &mine[..]].concat(), "officer, unit and two areas come first");
    assert!(lines.iter().zip(1..).all(|(line, seq)| line["seq"] == json!(seq)));
    assert_eq!((&lines[0]["kind"], &lines[1]["kind"]), (&json!("officer"), &json!("unit")));
    let record = bench.book.record(&one.record).unwrap();
    assert_eq!((record.rev, record.version, record.row.void), (4, 2, false));
    assert_eq!(record.data.text("title"), Some("Trộm xe đạp trước chợ"));
    assert!(bench.book.record(&two.record).unwrap().row.void);
    let history = bench.book.history(&one.record).unwrap();
    assert_eq!(history.iter().map(|v| v.act).collect::<Vec<_>>(), [Act::Create, Act::Amend, Act::Note, Act::Sign]);
    let health = bench.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    assert_eq!(health.entries, lines.len() as u64);
}

#[test]
fn a_retry_with_the_same_id_writes_nothing() {
    let mut bench = Bench::new();
    let (data, id, record) = (bench.cleaned("Một lần"), bench.mint.id(), bench.mint.id());
    let first = bench.append(new(id, record, Act::Create, data.clone())).unwrap();
    bench.amend(record, 1, "Sửa rồi").unwrap();
    let head = bench.book.own_head().unwrap();
    let again = bench.append(new(id, record, Act::Create, data)).unwrap();
    assert!(again.known && !first.known);
    assert_eq!((again.number, again.rev), (first.number, 1));
    assert_eq!(bench.book.own_head().unwrap(), head);
}

#[test]
fn a_retry_of_an_act_is_answered_though_things_have_moved_on() {
    let mut bench = Bench::new();
    let plan = object(json!({
        "planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00",
    }));
    let ids = (bench.mint.id(), bench.mint.id());
    for known in [false, true] {
        let saved = shift::open(&bench.book, &bench.who, ids, &plan, &mut bench.mint).unwrap();
        assert_eq!(saved.known, known, "its own shift doesn't stand in the way of a retry");
    }
    let id = bench.mint.id();
    for known in [false, true] {
        let saved =
            shift::close(&bench.book, &bench.who, (id, None), (&object(json!({})), Some("thử")), &mut bench.mint)
                .unwrap();
        assert_eq!((saved.known, saved.rev), (known, 2));
    }
}

#[test]
fn a_stale_base_is_refused_and_a_note_never_is() {
    let mut bench = Bench::new();
    let record = bench.create("Bản đầu").record;
    bench.note(record, "đã ghi").unwrap();
    bench.amend(record, 1, "Bản hai").unwrap();
    let head = bench.book.own_head().unwrap();
    for refused in [bench.amend(record, 1, "Bản chậm"), bench.void(record, 1)] {
        let fault = refused.unwrap_err();
        assert_eq!((fault.code, fault.kind), ("E010", Trouble::Busy));
    }
    assert_eq!(bench.book.own_head().unwrap(), head, "nothing was written");
    bench.note(record, "vẫn ghi được").unwrap();
    let version = bench.book.record(&record).unwrap().version;
    bench.amend(record, version, "Bản bốn").unwrap();
    bench.void(record, 5).unwrap();
    let fault = bench.note(record, "muộn").unwrap_err();
    assert_eq!(fault.code, "E012");
}

#[test]
fn what_fails_halfway_leaves_nothing() {
    let mut bench = Bench::new();
    let head = bench.book.own_head().unwrap();
    let (data, id, record) = (bench.cleaned("Không thành"), bench.mint.id(), bench.mint.id());
    let entry = New { by: bench.who.officer, ..new(id, record, Act::Create, data) };
    let failed = bench.book.write(|book| {
        book.append(&entry, &mut bench.mint)?;
        Err::<(), _>(trucban::fault::Fault::new(Trouble::Use, "E013"))
    });
    assert_eq!(failed.unwrap_err().code, "E013");
    assert_eq!(bench.book.own_head().unwrap(), head);
    assert!(listed(&bench.book).is_empty());
    assert_eq!(bench.create("Thành").number, "LDG-P2-VV-2026-000001", "its number was never given away");
    let big = Data(object(json!({"text": "x".repeat(70_000), "event": null, "at": null})));
    let id = bench.mint.id();
    assert_eq!(bench.append(new(id, record, Act::Note, big.clone())).unwrap_err().code, "E011");
    let there = listed(&bench.book)[0].record;
    let id = bench.mint.id();
    assert_eq!(bench.append(new(id, there, Act::Note, big)).unwrap_err().code, "E006", "never refused later");
}

#[test]
fn a_clock_beyond_all_years_breaks_nothing() {
    let mut bench = Bench::new();
    let record = bench.create("Đồng hồ hỏng").record;
    let far = chrono::DateTime::from_timestamp(8_000_000_000, 0).unwrap().with_timezone(&when::zone());
    let (data, id) = (Data(object(json!({"text": "x", "event": null, "at": null}))), bench.mint.id());
    let entry = New { at: far, by: bench.who.officer, ..new(id, record, Act::Note, data) };
    assert_eq!(bench.book.write(|book| book.append(&entry, &mut bench.mint)).unwrap_err().code, "E112");
    bench.note(record, "đồng hồ đã sửa").unwrap();
    assert!(bench.book.check().unwrap().is_ok());
}

#[test]
fn an_odd_clock_is_written_as_it_is_and_said() {
    let mut bench = Bench::new();
    let first = bench.create("Đúng giờ");
    assert!(!first.odd_clock);
    for (days, odd) in [(-3, true), (5, true), (0, false)] {
        bench.mint.pass(chrono::TimeDelta::days(days));
        assert_eq!(bench.note(first.record, "đồng hồ").unwrap().odd_clock, odd, "{days}");
    }
    assert!(bench.book.check().unwrap().is_ok(), "order is seq, never the clock");
}

#[test]
fn numbers_follow_the_year_of_the_main_time_here() {
    let mut bench = Bench::new();
    let mut number = |reported: &str| {
        let mut data = bench.cleaned("Giao thừa");
        data.0.insert("reported_at".into(), json!(reported));
        let (id, record) = (bench.mint.id(), bench.mint.id());
        bench.append(new(id, record, Act::Create, data)).unwrap()
    };
    assert_eq!(number("2025-12-31T23:59:59+07:00").number, "LDG-P2-VV-2025-000001");
    assert_eq!(number("2025-12-31T17:00:00+00:00").number, "LDG-P2-VV-2026-000001", "midnight at +07:00");
    let last = number("2025-06-01T08:00:00+07:00");
    assert_eq!(last.number, "LDG-P2-VV-2025-000002");
    bench.amend(last.record, 1, "Năm khác").unwrap();
    assert_eq!(bench.book.record(&last.record).unwrap().row.number, last.number, "an amendment keeps the number");
}

#[test]
fn two_windows_writing_at_once_share_one_row_of_numbers() {
    let bench = Bench::new();
    let (key, path, officer) = (bench.key(), bench.path(), bench.who.officer);
    let workers: Vec<_> = (2..5)
        .map(|seed| {
            let (key, path) = (key.clone(), path.clone());
            thread::spawn(move || {
                let book = Logbook::open(&path, &key, Mode::Write).unwrap();
                let mut mint = Clock::at("2026-11-23T20:00:00+07:00", seed);
                for n in 0..25 {
                    let data = Data(incident(&format!("Cửa sổ {seed}, vụ {n}")));
                    let (id, record, at) = (mint.id(), mint.id(), mint.now());
                    let entry = New { at, by: officer, ..new(id, record, Act::Create, data) };
                    book.write(|book| book.append(&entry, &mut mint)).unwrap();
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    let rows = listed(&bench.book);
    let numbers: BTreeSet<_> = rows.iter().map(|row| row.number.clone()).collect();
    assert_eq!((rows.len(), numbers.len()), (75, 75));
    assert_eq!(numbers.last().map(String::as_str), Some("LDG-P2-VV-2026-000075"), "no gap");
    assert!(lines(&bench.book).iter().zip(1..).all(|(line, seq)| line["seq"] == json!(seq)));
    let health = bench.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn two_windows_open_one_shift_and_bring_a_file_in_once() {
    let bench = Bench::new();
    let (path, officer) = (bench.path(), bench.who.clone());
    let workers: Vec<_> = (2..6)
        .map(|seed| {
            let (path, who, key) = (path.clone(), officer.clone(), bench.key());
            thread::spawn(move || {
                let book = Logbook::open(&path, &key, Mode::Write).unwrap();
                let mut mint = Clock::at("2026-11-23T20:00:00+07:00", seed);
                let plan = object(json!({
                    "planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00",
                }));
                let ids = (mint.id(), mint.id());
                let opened = shift::open(&book, &who, ids, &plan, &mut mint).is_ok();
                let mut line = incident("Một tệp, hai cửa sổ");
                line.insert("external_id".into(), json!("tep-1"));
                let line = serde_json::Value::Object(line).to_string();
                let added = add_lines(&book, &who, Kind::Incident, line.as_bytes(), &mut mint, &mut |_| ());
                (opened, added.unwrap().unwrap().iter().filter(|added| !added.known).count())
            })
        })
        .collect();
    let done: Vec<_> = workers.into_iter().map(|worker| worker.join().unwrap()).collect();
    assert_eq!(done.iter().filter(|(opened, _)| *opened).count(), 1);
    assert_eq!(done.iter().map(|(_, added)| added).sum::<usize>(), 1);
}

#[test]
fn an_external_id_belongs_to_one_record_also_when_that_is_void() {
    let mut bench = Bench::new();
    let mut save = |external: &str, title: &str| {
        let mut input = incident(title);
        input.insert("external_id".into(), json!(external));
        let (id, record) = (bench.mint.id(), bench.mint.id());
        create(&bench.book, &bench.who, &Form { id, record, kind: Kind::Incident, input: &input }, &mut bench.mint)
    };
    let first = save("2026-0831", "Một").unwrap();
    let refused = |refused: Result<_, Refused>| match refused {
        Err(Refused::Findings(findings)) => findings[0].code,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(save("2026-0831", "Hai")), "E003");
    assert!(save("2026-0832", "Hai").is_ok());
    bench.void(first.record, 1).unwrap();
    assert_eq!(bench.book.by_external(Kind::Incident, "2026-0831").unwrap(), Some(first.record));
}

#[test]
fn the_views_follow_from_the_journal_alone() {
    let mut bench = Bench::new();
    bench.everything();
    let seen = |book: &Logbook| {
        let rows = listed(book);
        let records: Vec<_> = rows.iter().map(|row| book.record(&row.record).unwrap()).collect();
        let found = book.list(&trucban::logbook::Filter {
            query: Some("xe đạp".into()),
            limit: 9,
            ..trucban::logbook::Filter::default()
        });
        (rows, records, book.officers().unwrap(), book.areas().unwrap(), found.unwrap())
    };
    let before = seen(&bench.book);
    assert_eq!(before.4.len(), 1);
    bench.book.rebuild().unwrap();
    assert_eq!(seen(&bench.book), before);
    assert_eq!(bench.create("Sau khi dựng lại").number, "LDG-P2-VV-2026-000003");
    let window = bench.window();
    assert_eq!(bench.book.rebuild().unwrap_err().code, "E028", "not while another window has it open");
    drop(window);
    bench.book.rebuild().unwrap();
}

#[test]
fn a_window_that_slept_through_a_new_journal_writes_nothing_into_the_old_one() {
    let mut bench = Bench::new();
    bench.create("Trước");
    let mut other = bench.window();
    let journal = bench.mint.id();
    other
        .continue_in(journal, None, &mut bench.mint, |book, _, _, mint| {
            let (id, record) = (mint.id(), mint.id());
            let data = Data(object(json!({"code": "LDG-P2", "name": "Công an phường 2"})));
            let entry = New { kind: Kind::Unit, by: bench.who.officer, ..new(id, record, Act::Create, data) };
            book.append(&entry, mint)
        })
        .unwrap();
    let record = listed(&bench.book)[0].record;
    assert_eq!(bench.note(record, "vào sổ cũ").unwrap_err().code, "E044");
    bench.book.reopen().unwrap();
    bench.note(record, "vào sổ mới").unwrap();
    assert_eq!(bench.book.own().journal, journal);
    assert!(bench.book.check().unwrap().is_ok());
}

#[test]
fn a_reader_reads_and_a_missing_logbook_stays_missing() {
    let mut bench = Bench::new();
    let reader = bench.book.reader().unwrap();
    bench.create("Đọc được ngay");
    assert_eq!(listed(&reader).len(), 1);
    assert_eq!(reader.write(|_| Ok(())).unwrap_err().kind, Trouble::Bug);
    let key = bench.key();
    let nowhere = bench.folder.path().join("nowhere");
    assert_eq!(Logbook::open(&nowhere, &key, Mode::Write).err().unwrap().code, "E023");
    assert!(!nowhere.exists(), "opening makes nothing");
    std::fs::create_dir(&nowhere).unwrap();
    std::fs::write(nowhere.join("logbook.db"), b"").unwrap();
    assert_eq!(Logbook::open(&nowhere, &key, Mode::Write).err().unwrap().code, "E043", "an empty file is no logbook");
    assert_eq!(std::fs::metadata(nowhere.join("logbook.db")).unwrap().len(), 0);
    let other = trucban::logbook::Key::generate().unwrap();
    assert_eq!(Logbook::open(&bench.path(), &other, Mode::Read).err().unwrap().code, "E043");
    let taken = bench.folder.path().join("taken");
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(taken.join("thu.txt"), "của người khác").unwrap();
    let mut mint = Clock::evening();
    let founding = trucban::acts::session::Founding {
        folder: &taken,
        unit: "LDG-P2",
        name: "x",
        officer: "y",
        areas: &[],
        desk: false,
        demo: None,
        password: PASSWORD,
        work: 15,
    };
    assert_eq!(trucban::acts::session::found(&founding, &mut mint).err().unwrap().code, "E024");
    assert_eq!(std::fs::read_dir(&taken).unwrap().count(), 1, "nothing is laid beside what was there");
}
