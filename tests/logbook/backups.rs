//! Backups and restoring: everything comes back, the journal goes on as a new one, numbers are never given twice, and
//! a file that is no backup is refused whole.

use std::fs;
use std::path::Path;

use serde_json::json;
use trucban::acts::session::sign_in;
use trucban::acts::{Who, keep, look, registers};
use trucban::fault::{Fault, Kind};
use trucban::journal::Mint as _;
use trucban::logbook::{Filter, Logbook, Mode, Progress, Stage, Stop, tar};
use trucban::record::when;

use crate::bench::{Bench, lines, listed};
use crate::common::{Clock, PASSWORD};

fn restored(bench: &mut Bench, name: &str) -> (Logbook, Who) {
    let folder = bench.folder.path().join(name);
    keep::restore(&bench.folder.path().join("copy.tar"), &folder, (None, PASSWORD), &mut bench.mint).unwrap();
    sign_in(&folder, None, PASSWORD, Mode::Write).unwrap()
}

fn backed_up(bench: &mut Bench) {
    keep::backup(&bench.book, &bench.who, &bench.folder.path().join("copy.tar"), &mut bench.mint).unwrap();
}

#[test]
fn everything_comes_back_and_a_new_journal_goes_on() {
    let mut bench = Bench::new();
    let (one, two) = bench.everything();
    let found = bench.book.record(&one.record).unwrap();
    look::reveal(&bench.book, &bench.who, &found, "gọi lại bị hại", &mut bench.mint).unwrap();
    bench.book.set("week.day", "fri").unwrap();
    backed_up(&mut bench);
    let (before, head, journal) = (listed(&bench.book), bench.book.own_head().unwrap(), bench.book.own().journal);
    let old_lines = lines(&bench.book);
    bench.create("Sau bản sao lưu: mất");
    let (book, who) = restored(&mut bench, "new");
    assert_eq!(listed(&book), before);
    let record = book.record(&one.record).unwrap();
    assert_eq!(book.with_persons(&record).unwrap().items("persons")[0]["name"], "Trần Thị Cúc", "persons too");
    assert_eq!(book.history(&one.record).unwrap(), bench.book.history(&one.record).unwrap());
    assert_eq!(book.setting("week.day").unwrap(), "fri");
    assert_eq!(look::accesses(&book, &who, None, None).unwrap().len(), 1);
    assert!(book.record(&two.record).unwrap().row.void);
    let query = Filter { query: Some("xe dap".into()), limit: 9, ..Filter::default() };
    assert_eq!(book.list(&query).unwrap().len(), 1, "search too");
    assert!(keep::open_with_paper(book.folder().path(), &bench.recovery).is_ok(), "the paper too");

    let new_lines = lines(&book);
    assert_eq!(new_lines[..old_lines.len()], old_lines[..]);
    let first = &new_lines[old_lines.len()];
    assert_eq!((&first["seq"], &first["act"], &first["kind"]), (&json!(1), &json!("create"), &json!("unit")));
    assert_eq!(first["prev"], json!(head.hash.hex()));
    assert_ne!(first["journal"], json!(journal.to_string()));
    let unit = registers::unit(&book).unwrap();
    assert_eq!(unit["continues"], json!({"journal": journal, "seq": head.seq, "head": head.hash.hex()}));
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    assert_eq!(health.entries, new_lines.len() as u64);
    assert_eq!(health.head, book.own_head().unwrap().hash.hex());
    book.rebuild().unwrap();
    assert!(book.check().unwrap().is_ok());
}

#[test]
fn no_number_is_given_twice_after_a_restore() {
    let mut bench = Bench::new();
    bench.create("Một");
    backed_up(&mut bench);
    let (mut book, who) = restored(&mut bench, "b");
    let mut seed = 10;
    let mut next = |book: &Logbook, kind: &str, at: &str| {
        seed += 1;
        let mut mint = Clock::at("2027-01-05T08:00:00+07:00", seed);
        let line = match kind {
            "incident" => {
                json!({"category": "PROP.THVH", "channel": "phone", "reported_at": at, "area": "TDP 4", "title": "x"})
            }
            _ => json!({"mode": "foot", "started_at": at, "state": "done"}),
        };
        let kind = trucban::record::Kind::parse(kind).unwrap();
        let line = line.to_string();
        let added = trucban::acts::write::add_lines(book, &who, kind, line.as_bytes(), &mut mint, &mut |_| ());
        added.unwrap().unwrap()[0].number.clone()
    };
    assert_eq!(next(&book, "incident", "2026-11-23T19:00:00+07:00"), "LDG-P2-VV-2026-001000");
    assert_eq!(next(&book, "incident", "2026-11-23T19:30:00+07:00"), "LDG-P2-VV-2026-001001");
    assert_eq!(
        next(&book, "patrol", "2026-11-23T19:00:00+07:00"),
        "LDG-P2-TT-2026-001000",
        "the lost days may have had the first patrol of the year"
    );
    assert_eq!(next(&book, "incident", "2025-11-23T19:00:00+07:00"), "LDG-P2-VV-2025-001000");
    assert_eq!(next(&book, "incident", "2027-01-02T19:00:00+07:00"), "LDG-P2-VV-2027-000001", "nothing was lost there");
    book.rebuild().unwrap();
    assert_eq!(next(&book, "patrol", "2026-11-23T19:40:00+07:00"), "LDG-P2-TT-2026-001001");
    // Lost and restored once more, from a copy of the restored one.
    keep::backup(&book, &who, &bench.folder.path().join("copy.tar"), &mut bench.mint).unwrap();
    book = restored(&mut bench, "c").0;
    assert_eq!(next(&book, "patrol", "2026-11-23T19:50:00+07:00"), "LDG-P2-TT-2026-002000");
    assert_eq!(next(&book, "patrol", "2025-11-23T19:50:00+07:00"), "LDG-P2-TT-2025-002000");
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn room_is_left_for_the_numbers_of_the_lost_days() {
    let mut bench = Bench::new();
    bench.create("Một");
    bench.raw().execute("UPDATE counters SET serial = 995 WHERE kind = 'VV'", []).unwrap();
    assert_eq!(bench.create("Trước nghìn").number, "LDG-P2-VV-2026-000996");
    // Derived anew from the journal, the counter stands at the number that was really given.
    bench.book.rebuild().unwrap();
    backed_up(&mut bench);
    bench.book = restored(&mut bench, "new").0;
    let numbers = [bench.create("Sau").number, bench.create("Sau nữa").number];
    assert_eq!(numbers, ["LDG-P2-VV-2026-002000", "LDG-P2-VV-2026-002001"], "1000 to 1199 may have been given");
}

#[test]
fn a_folder_with_anything_in_it_stays_as_it_is() {
    let mut bench = Bench::new();
    backed_up(&mut bench);
    let folder = bench.folder.path().join("taken");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("thu.txt"), "x").unwrap();
    let copy = bench.folder.path().join("copy.tar");
    let mut restore = |folder: &Path, password| keep::restore(&copy, folder, (None, password), &mut bench.mint);
    assert_eq!(restore(&folder, PASSWORD).unwrap_err().code, "E024");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    let empty = bench.folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(restore(&empty, "sai mật khẩu").unwrap_err().code, "E020");
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0, "a failed restore leaves nothing");
    restore(&empty, PASSWORD).unwrap();
    assert!(sign_in(&empty, None, PASSWORD, Mode::Write).is_ok());
    assert!(fs::read_dir(&empty).unwrap().all(|entry| !entry.unwrap().file_name().to_string_lossy().contains("part")));
}

/// A tar of these members.
fn tar_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, content) in members {
        tar::write(&mut bytes, name, content.len() as u64, &mut &content[..]).unwrap();
    }
    tar::finish(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_hostile_file_is_no_backup() {
    let mut bench = Bench::new();
    backed_up(&mut bench);
    let copy = bench.folder.path().join("copy.tar");
    let good = fs::read(&copy).unwrap();
    let key: &[u8] = b"x";
    let mut huge = tar_of(&[("keys/logbook.age", key)]);
    huge[..512].copy_from_slice(&tar::header("logbook.db", (1 << 33) - 1).unwrap());
    let mut after = good.clone();
    after.extend(b"more");
    let mut linked = tar_of(&[("logbook.db", key), ("keys/logbook.age", key)]);
    linked[156] = b'2';
    let big = vec![0; 2 << 20];
    let mut many: Vec<(String, &[u8])> = (0..1100).map(|n| (format!("keys/k{n}.age"), key)).collect();
    many.push(("logbook.db".into(), key));
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    for (what, bytes) in [
        ("empty", Vec::new()),
        ("no tar", b"this is no backup".repeat(100)),
        ("cut in a member", good[..good.len() / 2].to_vec()),
        ("cut before its end", good[..good.len() - 512].to_vec()),
        ("something after its end", after),
        ("no keys", tar_of(&[("logbook.db", key)])),
        ("no database", tar_of(&[("keys/logbook.age", key)])),
        ("a name of nobody's", tar_of(&[("logbook.db", key), ("keys/logbook.age", key), ("outbox/x", key)])),
        ("a folder below keys", tar_of(&[("logbook.db", key), ("keys/a/logbook.age", key)])),
        ("a database twice", tar_of(&[("logbook.db", key), ("logbook.db", key), ("keys/logbook.age", key)])),
        ("a key twice", tar_of(&[("logbook.db", key), ("keys/logbook.age", key), ("keys/logbook.age", key)])),
        ("a key as large as a film", tar_of(&[("logbook.db", key), ("keys/logbook.age", &big)])),
        ("more keys than officers", tar_of(&many)),
        ("a size that isn't there", huge),
        ("a link", linked),
    ] {
        fs::write(&copy, bytes).unwrap();
        let to = bench.folder.path().join("to");
        let fault = keep::restore(&copy, &to, (None, PASSWORD), &mut bench.mint).unwrap_err();
        assert_eq!(fault.code, "E046", "{what}: {fault}");
        assert!(!to.exists(), "{what}");
    }
    fs::remove_file(&copy).unwrap();
    let to = bench.folder.path().join("to");
    assert_eq!(keep::restore(&copy, &to, (None, PASSWORD), &mut bench.mint).unwrap_err().code, "E041");
    fs::create_dir(&copy).unwrap();
    assert_eq!(keep::restore(&copy, &to, (None, PASSWORD), &mut bench.mint).unwrap_err().code, "E046", "a folder");
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let mut bench = Bench::new();
    for n in 0..20 {
        bench.create(&format!("Vụ {n}"));
    }
    backed_up(&mut bench);
    let copy = bench.folder.path().join("copy.tar");
    let good = fs::read(&copy).unwrap();
    let database = 512 + 4096 * 3;
    for at in [520, database + 100, database + 4096 * 20, good.len() - 1500] {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(&copy, bad).unwrap();
        let to = bench.folder.path().join("to");
        let fault = keep::restore(&copy, &to, (None, PASSWORD), &mut bench.mint).unwrap_err();
        assert!(matches!(fault.code, "E043" | "E047" | "E027" | "E020" | "E046"), "{at}: {fault}");
        assert!(!to.exists(), "{at}");
    }
}

#[test]
fn backups_in_the_folder_are_thinned_and_leave_no_scraps() {
    let mut bench = Bench::new();
    let backups = bench.book.folder().backups();
    fs::write(backups.join("cua-toi.tar"), "x").unwrap();
    let first = when::parse("2026-06-01T19:00:00+07:00").unwrap();
    for day in 0..40 {
        bench.book.backup_here(first + chrono::TimeDelta::days(day)).unwrap();
    }
    let mut names: Vec<String> =
        fs::read_dir(&backups).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 1 + 7 + 5, "{names:?}");
    assert!(names.contains(&"cua-toi.tar".to_owned()), "what others laid there is theirs");
    assert!(names.contains(&"LDG-P2-20260710-190000.tar".to_owned()));
    let old = backups.join(".copy.1.db");
    fs::write(&old, "x").unwrap();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(90_000);
    fs::File::options().write(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    let young = backups.join(".copy.2.db");
    fs::write(&young, "x").unwrap();
    bench.book.backup_here(bench.mint.now()).unwrap();
    assert!(!old.exists() && young.exists(), "what was given up goes, what may be running stays");
}

#[test]
fn work_that_is_stopped_leaves_everything_as_it_was() {
    let mut bench = Bench::new();
    for n in 0..60 {
        bench.create(&format!("Vụ số {n}"));
    }
    let file = bench.folder.path().join("copy.tar");
    let stopped = || Fault::new(Kind::Use, "E083");
    for stage in [Stage::Copy, Stage::Pack] {
        let mut watch = |at: Progress| if at.stage == stage { Err(stopped()) } else { Ok(()) };
        let fault = bench.book.backup_watched(&file, &Stop::default(), &mut watch).unwrap_err();
        assert_eq!(fault.code, "E083", "{stage:?}");
        assert!(!file.exists());
    }
    // Told in the middle of one long question to the database, it doesn't wait for the end of it.
    let stop = Stop::default();
    stop.set();
    let mut watch = |_: Progress| Ok(());
    assert!(bench.book.backup_watched(&file, &stop, &mut watch).is_err());
    assert!(!file.exists());
    let left = std::fs::read_dir(bench.book.folder().backups()).unwrap().count();
    assert_eq!(left, 0, "no copy is left behind");
    for stage in [Stage::Pages, Stage::Chain, Stage::Views, Stage::Words] {
        let mut over = false;
        let mut watch = |at: Progress| {
            over |= at.stage == stage;
            if over { Err(stopped()) } else { Ok(()) }
        };
        assert_eq!(bench.book.check_watched(&Stop::default(), &mut watch).unwrap_err().code, "E083", "{stage:?}");
    }
    bench.book.backup_watched(&file, &Stop::default(), &mut |_| Ok(())).unwrap();
    assert!(bench.book.check().unwrap().is_ok());
}
