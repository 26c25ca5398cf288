//! A save: one incident through the act, beside the same statements on a bare connection.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod common;

use std::time::Duration;

use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};
use trucban::acts::write::{Form, create};
use trucban::acts::{Saved, Who};
use trucban::logbook::{Logbook, Mode};
use trucban::record::Kind;
use trucban::text::fold;
use uuid::Uuid;

/// Saves in one measured stretch.
const SAVES: usize = 20;

fn main() {
    for records in common::sizes() {
        let from = common::folder(records);
        let folder = common::cache().join("save");
        common::copy(&from, &folder);
        let (book, who) = common::open(&folder, Mode::Write);
        let bare = Bare::open(&folder);
        common::table(&format!("{SAVES} saves of an incident, {records} records"), "the same statements");
        let form = form();
        // A checkpoint or a merge of the index comes every so many saves, always at the same place of a fixed
        // sequence: so the order changes, and all of it is summed up.
        let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
        for round in 0..2 * common::TIMES {
            for turn in [round, round + 1] {
                let (sum, saves): (_, &dyn Fn()) = if turn % 2 == 0 {
                    (&mut ours, &|| drop(save(&book, &who, &form)))
                } else {
                    (&mut theirs, &|| bare.save())
                };
                *sum += common::timed(|| (0..SAVES).for_each(|_| saves()));
            }
        }
        let each = |sum: Duration| sum / u32::try_from(2 * common::TIMES).unwrap();
        common::row("save, synced", each(ours), each(theirs), "at most 2");
        drop(book);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

fn form() -> Map<String, Value> {
    let Value::Object(form) = json!({
        "category": "PROP.THVH", "channel": "in_person", "reported_at": "2026-11-22T19:20:00+07:00",
        "occurred_from": "2026-11-22T18:30:00+07:00", "area": "TDP 4", "place": "cổng chợ, phía đường Chợ Mới",
        "place_kind": "market", "title": "Trộm xe máy trước chợ", "loss_vnd": 18_000_000, "classification": "crime_report",
        "narrative": "Người trình báo để xe máy trước cổng chợ, khoảng 19h quay ra thì không còn. Xe có khóa cổ, không \
            khóa đĩa. Đã cử cán bộ đến hiện trường, lập biên bản, rà soát camera dọc đường. Đang tiếp tục xác minh.",
        "persons": [{"role": "victim", "name": "Nguyễn Văn Mít", "birth_year": 1990, "phone": "0000 000 001"}],
    }) else {
        unreachable!("an object")
    };
    form
}

fn save(book: &Logbook, who: &Who, form: &Map<String, Value>) -> Saved {
    let form = Form { id: Uuid::now_v7(), record: Uuid::now_v7(), kind: Kind::Incident, input: form };
    create(book, who, &form, &mut common::Clock).ok().unwrap()
}

/// The statements of a save, with the bytes of the newest incident.
struct Bare {
    db: Connection,
    journal: i64,
    line: Vec<u8>,
    facts: Vec<u8>,
    persons: Vec<u8>,
    words: [String; 2],
}

impl Bare {
    fn open(folder: &std::path::Path) -> Self {
        let db = common::bare(&folder.join("logbook.db"), &common::key(folder), 8 * 1024);
        db.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
        let sql =
            "SELECT e.journal, e.line, f.bytes, p.bytes, r.title FROM records r JOIN entries e ON e.row = r.newest
                   JOIN envelopes f ON f.key = 2 * e.row JOIN envelopes p ON p.key = 2 * e.row + 1
                   WHERE r.kind = 'incident' ORDER BY r.row DESC LIMIT 1";
        let (journal, line, facts, persons): (i64, Vec<u8>, Vec<u8>, Vec<u8>) =
            db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
        let text = form().values().filter_map(Value::as_str).collect::<Vec<_>>().join("\n");
        let words = [fold::exact(&text), fold::folded(&text)];
        Self { db, journal, line, facts, persons, words }
    }

    fn save(&self) {
        let db = &self.db;
        let tx = rusqlite::Transaction::new_unchecked(db, rusqlite::TransactionBehavior::Immediate).unwrap();
        let put = |sql: &str, values: &[&dyn rusqlite::ToSql]| db.prepare_cached(sql).unwrap().execute(values).unwrap();
        let head = "SELECT seq, line FROM entries WHERE journal = ?1 ORDER BY seq DESC LIMIT 1";
        let seq: i64 = db.prepare_cached(head).unwrap().query_row([self.journal], |row| row.get(0)).unwrap();
        let next = "SELECT serial FROM counters WHERE unit = 'MAU-P1' AND kind = 'VV' AND year = 2026";
        let serial: i64 = db.prepare_cached(next).unwrap().query_row([], |row| row.get(0)).unwrap();
        let (id, record) = (*Uuid::now_v7().as_bytes(), *Uuid::now_v7().as_bytes());
        let entry = "INSERT INTO entries (journal, seq, id, record, line) VALUES (?1, ?2, ?3, ?4, ?5)";
        put(entry, params![self.journal, seq + 1, id, record, self.line]);
        let row = db.last_insert_rowid();
        put("INSERT INTO envelopes VALUES (?1, ?2)", params![2 * row, self.facts]);
        put("INSERT INTO envelopes VALUES (?1, ?2)", params![2 * row + 1, self.persons]);
        put(
            "INSERT INTO records (row, unit, record, kind, number, serial, at, title, area, category, status, rev,
                version, author, newest, hidden) VALUES (?1, 'MAU-P1', ?2, 'incident', ?3, ?4, 1795349999, ?5, 'TDP 4',
                'PROP.THVH', 'open', 1, 1, ?2, ?1, 1)",
            params![row, record, format!("MAU-P1-VV-2026-{:06}", serial + 1), serial + 1, "Trộm xe máy trước chợ"],
        );
        put(
            "UPDATE counters SET serial = ?1 WHERE unit = 'MAU-P1' AND kind = 'VV' AND year = 2026",
            params![serial + 1],
        );
        put(
            "INSERT INTO search (rowid, exact, folded) VALUES (?1, ?2, ?3)",
            params![row, self.words[0], self.words[1]],
        );
        tx.commit().unwrap();
    }
}
