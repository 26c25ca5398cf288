//! Search and list: ten queries and the first page, each beside the same SQL on a bare connection.

#![allow(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

mod common;

use std::time::Duration;

use rusqlite::{Connection, params_from_iter};
use trucban::logbook::{Filter, Mode};
use trucban::record::Kind;

/// Rows of a page.
const PAGE: usize = 50;

/// What is typed, and the same as FTS5 wants it.
const QUERIES: [(&str, &str); 10] = [
    ("trom xe may", r#"folded : "trom" AND folded : "xe" AND folded : "may" *"#),
    ("Trộm xe máy", r#"exact : "trộm" AND folded : "xe" AND exact : "máy" *"#),
    ("duong hoa mai", r#"folded : "duong" AND folded : "hoa" AND folded : "mai" *"#),
    ("đường Hoa Sữa", r#"exact : "đường" AND folded : "hoa" AND exact : "sữa" *"#),
    ("karaoke", r#"folded : "karaoke" *"#),
    ("cho mau tui", r#"folded : "cho" AND folded : "mau" AND folded : "tui" *"#),
    ("lua dao chuyen khoan", r#"folded : "lua" AND folded : "dao" AND folded : "chuyen" AND folded : "khoan" *"#),
    ("ma tuy", r#"folded : "ma" AND folded : "tuy" *"#),
    ("th", r#"folded : "th" *"#),
    // Two frequent words that never meet: the index has to be walked from end to end.
    ("karaoke sao ke", r#"folded : "karaoke" AND folded : "sao" AND folded : "ke" *"#),
];

const COLUMNS: &str =
    "r.row, r.record, r.unit, r.kind, r.number, r.title, r.area, r.category, r.status, r.at, r.void, r.hidden";
const LOG: &str = "r.kind IN ('incident', 'patrol', 'shift', 'week')";

fn main() {
    for records in common::sizes() {
        let folder = common::folder(records);
        let (book, _) = common::open(&folder, Mode::Read);
        let bare = common::bare(&folder.join("logbook.db"), &common::key(&folder), 8 * 1024);
        common::table(&format!("Search and list, {records} records"), "bare SQL");
        let page = || Filter { limit: PAGE, ..Filter::default() };
        let first = format!("SELECT {COLUMNS} FROM records r WHERE {LOG} ORDER BY r.at DESC, r.row DESC LIMIT {PAGE}");
        let times = common::pair(|| drop(book.list(&page()).ok().unwrap()), || assert!(rows(&bare, &first, &[]) > 0));
        common::row("first page of the log", times.0, times.1, "at most 1.5");
        for (what, filter, condition) in filters() {
            let sql = format!(
                "SELECT {COLUMNS} FROM records r WHERE {condition} ORDER BY r.at DESC, r.row DESC LIMIT {PAGE}"
            );
            let times = common::pair(
                || drop(book.list(&filter).ok().unwrap()),
                || {
                    rows(&bare, &sql, &[]);
                },
            );
            common::row(what, times.0, times.1, "at most 1.5");
            if std::env::var_os("TRUCBAN_PLANS").is_some() {
                plans(&bare, &[&sql]);
            }
        }
        let found = format!(
            "SELECT {COLUMNS} FROM search CROSS JOIN records r ON r.row = search.rowid
             WHERE {LOG} AND search MATCH ?1 ORDER BY search.rowid DESC LIMIT {PAGE}"
        );
        let mut all: Vec<Duration> = Vec::new();
        for (typed, expression) in QUERIES {
            let filter = Filter { query: Some(typed.to_owned()), ..page() };
            let mut ours = 0;
            let mut theirs = 0;
            let times = common::pair(
                || ours = book.list(&filter).ok().unwrap().len(),
                || theirs = rows(&bare, &found, &[expression]),
            );
            assert_eq!(ours, theirs, "{typed}");
            common::row(&format!("`{typed}` ({ours} rows)"), times.0, times.1, "at most 1.5, under 5 ms");
            all.push(times.0);
        }
        all.sort_unstable();
        let [.., ninth, worst] = all.as_slice() else { unreachable!("ten queries") };
        println!("\nnine within {}, the worst {}", common::shown(*ninth), common::shown(*worst));
        if std::env::var_os("TRUCBAN_PLANS").is_some() {
            plans(&bare, &[&first, &found]);
        }
    }
}

/// Filters that officers set, and what they are in SQL.
fn filters() -> [(&'static str, Filter, String); 5] {
    let page = || Filter { limit: PAGE, ..Filter::default() };
    let text = |text: &str| Some(text.to_owned());
    [
        ("patrols", Filter { kind: Some(Kind::Patrol), ..page() }, "r.kind = 'patrol'".to_owned()),
        ("one area", Filter { area: text("TDP 6"), ..page() }, format!("{LOG} AND r.area = 'TDP 6'")),
        (
            "one status",
            Filter { statuses: vec!["in_progress".to_owned()], ..page() },
            format!("{LOG} AND r.status = 'in_progress'"),
        ),
        (
            "a rare category",
            Filter { category: text("PERS.HOMI"), ..page() },
            format!("{LOG} AND r.category = 'PERS.HOMI'"),
        ),
        (
            "a group in an area",
            Filter { category: text("FIRE"), area: text("TDP 11"), ..page() },
            format!("{LOG} AND r.area = 'TDP 11' AND r.category > 'FIRE.' AND r.category < 'FIRE/'"),
        ),
    ]
}

/// Runs a statement and reads every column, as a list has to.
fn rows(db: &Connection, sql: &str, values: &[&str]) -> usize {
    let mut query = db.prepare_cached(sql).unwrap();
    let width = query.column_count();
    let read = query.query_map(params_from_iter(values), |row| {
        for column in 0..width {
            let _: rusqlite::types::Value = row.get(column)?;
        }
        Ok(())
    });
    read.unwrap().map(Result::unwrap).count()
}

/// How the database goes about each statement.
fn plans(db: &Connection, all: &[&str]) {
    for sql in all {
        println!("\n{sql}");
        let sql = format!("EXPLAIN QUERY PLAN {}", sql.replace("?1", "'\"xe\"'"));
        let mut plan = db.prepare(&sql).unwrap();
        let steps = plan.query_map([], |row| row.get::<_, String>(3)).unwrap();
        steps.for_each(|step| println!("  {}", step.unwrap()));
    }
}
