//! Damage and tampering: a flipped byte anywhere, an entry changed by whoever has the key. The doctor says so; nothing
//! panics, nothing is silently well. And: nothing that was written can be read in the bytes of the folder.

use std::fs;
use std::path::Path;

use serde_json::json;
use trucban::acts::{look, shift};
use trucban::journal::Mint as _;
use trucban::logbook::{Health, check_folder};
use unicode_normalization::UnicodeNormalization as _;

use crate::bench::Bench;
use crate::common::object;

const PAGE: usize = 4096;

#[test]
fn a_byte_flipped_in_any_page_is_found() {
    let mut bench = Bench::new();
    for n in 0..60 {
        bench.create(&format!("Vụ việc số {n} ở chợ"));
    }
    let (one, _) = bench.everything();
    look::reveal(&bench.book, &bench.who, &bench.book.record(&one.record).unwrap(), "gọi lại", &mut bench.mint)
        .unwrap();
    let (keys, path) = (vec![bench.key()], bench.path());
    let Bench { folder, book, .. } = bench;
    drop(book);
    let file = path.join("logbook.db");
    assert!(!path.join("logbook.db-wal").exists(), "all of it is in the database");
    let whole = fs::read(&file).unwrap();
    assert!(check_folder(&path, &keys).unwrap().is_ok());
    assert_eq!(fs::read(&file).unwrap(), whole, "the doctor changes nothing");
    let pages = whole.len() / PAGE;
    assert!(pages > 40, "{pages}");
    let mut at = 0x2545_F491_usize;
    for page in 0..pages {
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Also the very first bytes, which hold the salt, and the last ones of a page, which hold its seal.
        let within = match page {
            0 => 3,
            1 => PAGE - 1,
            2 => 0,
            _ => (at >> 20) % PAGE,
        };
        let mut bad = whole.clone();
        bad[page * PAGE + within] ^= 1 << (at >> 50 & 7);
        fs::write(&file, &bad).unwrap();
        let health = check_folder(&path, &keys);
        let told = health.as_ref().is_ok_and(|health| !health.is_ok() && health.integrity != "ok");
        assert!(told, "page {page}, byte {within}: {health:?}");
    }
    // Damage in a view leaves the chain readable, and is told apart from damage in the journal.
    fs::write(&file, &whole).unwrap();
    let healthy = check_folder(&path, &keys).unwrap();
    let with_chain = (2..pages).filter(|page| {
        let mut bad = whole.clone();
        bad[page * PAGE + 9] ^= 1;
        fs::write(&file, &bad).unwrap();
        check_folder(&path, &keys).unwrap().head == healthy.head
    });
    assert!(with_chain.take(5).count() == 5, "a damaged page costs that page");
    for cut in [0, 100, PAGE, whole.len() / 2, whole.len() - PAGE, whole.len() - 1] {
        fs::write(&file, &whole[..cut]).unwrap();
        let health = check_folder(&path, &keys);
        assert!(health.as_ref().is_ok_and(|health| !health.is_ok()), "cut at {cut}: {health:?}");
    }
    fs::write(&file, &whole).unwrap();
    assert!(check_folder(&path, &keys).unwrap().is_ok());
    drop(folder);
}

/// What the doctor says after somebody with the key has run this.
fn after(sql: &str) -> Health {
    let mut bench = Bench::new();
    let (one, _) = bench.everything();
    let record = bench.book.record(&one.record).unwrap();
    for why in ["một", "hai", "ba"] {
        look::reveal(&bench.book, &bench.who, &record, why, &mut bench.mint).unwrap();
    }
    assert!(bench.book.check().unwrap().is_ok());
    bench.raw().execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    bench.book.check().unwrap()
}

#[test]
fn triggers_keep_accidents_away_from_history() {
    let mut bench = Bench::new();
    bench.everything();
    let raw = bench.raw();
    raw.execute_batch("PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON").unwrap();
    for sql in [
        "UPDATE entries SET line = line",
        "DELETE FROM entries",
        "UPDATE envelopes SET bytes = bytes",
        "DELETE FROM envelopes",
        "INSERT OR REPLACE INTO envelopes SELECT key, x'00' FROM envelopes",
        "UPDATE access SET line = 'x'",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries",
    ] {
        let left = raw.execute_batch(sql);
        assert!(left.is_err() || bench.book.check().unwrap().is_ok(), "{sql}");
    }
    assert!(bench.book.check().unwrap().is_ok());
}

#[test]
fn whoever_has_the_key_can_change_the_past_but_not_unseen() {
    const FREE: &str = "DROP TRIGGER entries_stay; DROP TRIGGER entries_remain; DROP TRIGGER envelopes_stay;
        DROP TRIGGER envelopes_remain; DROP TRIGGER access_stays; DROP TRIGGER access_remains; PRAGMA foreign_keys = OFF;";
    for tampering in [
        "UPDATE entries SET line = CAST(replace(CAST(line AS TEXT), '20:00:', '21:00:') AS BLOB) WHERE seq = 6",
        "UPDATE entries SET line = CAST(CAST(line AS TEXT) || ' ' AS BLOB) WHERE seq = 1",
        "DELETE FROM entries WHERE seq = 5",
        "DELETE FROM entries WHERE seq <= 3",
        "UPDATE entries SET record = zeroblob(16) WHERE seq = 7",
        "UPDATE entries SET id = zeroblob(16) WHERE seq = 7",
        "UPDATE entries SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM entries)",
        "UPDATE envelopes SET bytes = (SELECT bytes FROM envelopes WHERE key = 2 * 5) WHERE key = 2 * 6",
        "INSERT INTO envelopes SELECT 2 * 8 + 1, bytes FROM envelopes WHERE key = 2 * 5 + 1",
        "DELETE FROM access WHERE row = 1",
        "DELETE FROM access WHERE row = 2",
        "UPDATE access SET line = replace(line, 'hai', 'bốn') WHERE row = 2",
    ] {
        let health = after(&format!("{FREE}{tampering}"));
        assert!(!health.is_ok() && health.chain != "ok", "{tampering}: {health:?}");
    }
    let lost = after(&format!("{FREE}DELETE FROM envelopes WHERE key = 2 * 5 + 1"));
    assert_eq!((lost.is_ok(), lost.lost, lost.withheld, lost.purged), (false, 1, 0, 0));
}

#[test]
fn views_that_say_something_else_are_named() {
    for (planted, view) in [
        ("UPDATE records SET title = 'Khác' WHERE kind = 'incident'", "records"),
        ("UPDATE records SET void = 0", "records"),
        ("DELETE FROM records WHERE kind = 'area'", "records"),
        ("UPDATE counters SET serial = 0 WHERE kind = 'VV'", "counters"),
        ("UPDATE officers SET role = 'clerk'", "officers"),
        ("DELETE FROM areas WHERE code = 'TDP 4'", "areas"),
        ("DELETE FROM search WHERE rowid = (SELECT max(rowid) FROM search)", "search"),
        ("INSERT INTO search (rowid, exact, folded) VALUES (99999, 'bịa', 'bia')", "search"),
        (
            "DELETE FROM search WHERE rowid = 5; INSERT INTO search (rowid, exact, folded) VALUES (5, 'bịa', 'bia')",
            "search",
        ),
    ] {
        let health = after(planted);
        assert!(!health.is_ok() && health.derived.contains(view), "{planted}: {health:?}");
        assert_eq!((health.chain.as_str(), health.integrity.as_str()), ("ok", "ok"), "{planted}");
    }
}

/// A text as bytes in the spellings in which a file could hold it.
fn spellings(text: &str) -> Vec<Vec<u8>> {
    let forms = [text.to_owned(), text.nfd().collect(), text.to_lowercase(), trucban::text::fold::folded(text)];
    let mut all = Vec::new();
    for form in forms {
        all.push(form.encode_utf16().flat_map(u16::to_le_bytes).collect());
        all.push(form.encode_utf16().flat_map(u16::to_be_bytes).collect());
        all.push(form.into_bytes());
    }
    all
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn nothing_that_was_written_can_be_read_in_the_folder() {
    let mut bench = Bench::new();
    bench.everything();
    let draft = trucban::logbook::Draft {
        key: "incident/new".into(),
        officer: bench.who.officer,
        at: bench.mint.now(),
        body: "Bản nháp chưa lưu".into(),
    };
    bench.book.save_draft(&draft).unwrap();
    let plan = json!({"planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00"});
    let ids = (bench.mint.id(), bench.mint.id());
    shift::open(&bench.book, &bench.who, ids, &object(plan), &mut bench.mint).unwrap();
    let id = bench.mint.id();
    shift::close(&bench.book, &bench.who, (id, None), (&object(json!({})), Some("thử")), &mut bench.mint).unwrap();
    let (path, key) = (bench.path(), bench.key().hex());
    let secrets = [
        "Trộm xe máy trước chợ",
        "xe đạp",
        "karaoke",
        "Trần Thị Cúc",
        "0912345678",
        "Mất xe trước cổng chợ",
        "Đã gọi bị hại",
        "Bản nháp chưa lưu",
        "Nguyễn Văn An",
        "AGE-SECRET-KEY",
        "OPENSSH PRIVATE KEY",
        key.as_str(),
        "SQLite format 3",
    ];
    let look = |when: &str| {
        let files = files(&path);
        assert!(
            files.iter().any(|(name, _)| name.ends_with(".tar")),
            "the backup at shift close is looked through too"
        );
        for (name, bytes) in &files {
            for secret in secrets {
                for spelling in spellings(secret) {
                    let there = bytes.windows(spelling.len()).any(|window| window == spelling);
                    assert!(!there, "{secret:?} in {name}, {when}");
                }
            }
        }
        files.len()
    };
    assert!(bench.path().join("logbook.db-wal").exists(), "the write-ahead log is looked through too");
    let open = look("while open");
    bench.book.rebuild().unwrap();
    look("after a rebuild");
    let planted = path.join("outbox/planted");
    fs::write(&planted, "… Trộm xe máy trước chợ …").unwrap();
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| look("planted"))).is_err(), "this test can fail");
    fs::remove_file(planted).unwrap();
    let Bench { folder, book, .. } = bench;
    drop(book);
    assert!(look("after closing") < open, "the write-ahead log is gone");
    drop(folder);
}
