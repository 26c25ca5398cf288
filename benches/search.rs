//! Search and list: ten queries and the first page, each beside the same SQL on a bare connection.

#![allow(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

mod common;

use std::path::Path;
use std::time::Duration;

use common::year;
use rusqlite::{Connection, params_from_iter};
use trucban::logbook::{Filter, Logbook, Mode};
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

/// A log: by the program, and as a bare connection.
struct Log {
    book: Logbook,
    bare: Connection,
}

impl Log {
    fn open(folder: &Path) -> Self {
        let (book, _) = common::open(folder, Mode::Read);
        Self { book, bare: common::bare(&folder.join("logbook.db"), &common::key(folder), 8 * 1024) }
    }

    fn list(&self, filter: &Filter) -> usize {
        self.book.list(filter).ok().unwrap().len()
    }
}

/// A question, as officers ask it and in SQL.
struct Question {
    what: &'static str,
    filter: Filter,
    sql: String,
    /// What is searched for, as FTS5 wants it.
    words: Option<String>,
}

fn main() {
    for records in common::sizes() {
        let log = Log::open(&common::folder(records));
        let all = questions(None);
        common::table(&format!("Search and list, {records} records"), "bare SQL");
        let mut searches: Vec<Duration> = Vec::new();
        for question in &all {
            let (mut ours, mut theirs) = (0, 0);
            let times = common::pair(|| ours = log.list(&question.filter), || theirs = question.bare(&log));
            assert_eq!(ours, theirs, "{}", question.what);
            common::row(&format!("{} ({ours} rows)", question.what), times.0, times.1, "at most 1.5");
            searches.extend(question.words.is_some().then_some(times.0));
        }
        searches.sort_unstable();
        let [.., ninth, worst] = searches.as_slice() else { unreachable!("ten queries") };
        println!("\nnine within {} (at most 5 ms), the worst {}", common::shown(*ninth), common::shown(*worst));
        plans(&log, &all);
        let posts = year::posts(records);
        if year::received(posts).is_dir() {
            desk(posts, &log);
        }
    }
}

/// A desk that has received a year of many posts, beside bare SQL and beside a post's log of the same size: all its posts,
/// and one of them.
fn desk(posts: u64, post: &Log) {
    let desk = Log::open(&year::received(posts));
    let one = year::code(posts.div_ceil(2));
    for within in [None, Some(&*one)] {
        let all = questions(within);
        println!("\n### A desk of {posts} posts, {}\n", within.unwrap_or("all of them"));
        println!("| what | desk | bare SQL | ratio | a post's log of that size | ratio |\n|---|---|---|---|---|---|");
        for (question, same) in all.iter().zip(questions(None)) {
            let (mut ours, mut theirs) = (0, 0);
            let [here, bare, there] = common::turns([
                &mut || ours = desk.list(&question.filter),
                &mut || theirs = question.bare(&desk),
                &mut || assert!(post.list(&same.filter) <= PAGE),
            ]);
            assert_eq!(ours, theirs, "{}", question.what);
            let ratio = |other: Duration| here.as_secs_f64() / other.as_secs_f64();
            let [shown, bare_shown, there_shown] = [here, bare, there].map(common::shown);
            println!(
                "| {} ({ours} rows) | {shown} | {bare_shown} | {:.2} | {there_shown} | {:.2} |",
                question.what,
                ratio(bare),
                ratio(there)
            );
        }
        plans(&desk, &all);
    }
}

/// What is asked: of all records, or of those of one post.
fn questions(unit: Option<&str>) -> Vec<Question> {
    let page = || Filter { limit: PAGE, unit: unit.map(str::to_owned), ..Filter::default() };
    // One post is the narrowest condition of a desk, whatever else is asked.
    let within = |condition: &str| match unit {
        Some(unit) => format!("{} AND r.unit = '{unit}'", condition.replace("r.", "+r.")),
        None => condition.to_owned(),
    };
    let list = |what, filter, condition: &str| Question {
        what,
        filter,
        sql: format!(
            "SELECT {COLUMNS} FROM records r WHERE {} ORDER BY r.at DESC, r.row DESC LIMIT {PAGE}",
            within(condition)
        ),
        words: None,
    };
    let first = list("first page of the log", page(), &log());
    let lists = filters(page).into_iter().map(|(what, filter, condition)| list(what, filter, &condition));
    let searches = QUERIES.into_iter().map(|(typed, words)| Question {
        what: typed,
        filter: Filter { query: Some(typed.to_owned()), ..page() },
        sql: format!(
            "SELECT {COLUMNS} FROM search CROSS JOIN records r ON r.row = search.rowid
             WHERE {} AND search MATCH ?1 ORDER BY search.rowid DESC LIMIT {PAGE}",
            within(&log())
        ),
        words: Some(match unit.and_then(|unit| unit.rsplit('-').next()) {
            Some(code) => format!("exact : \"{}\" AND {words}", code.to_lowercase()),
            None => words.to_owned(),
        }),
    });
    std::iter::once(first).chain(lists).chain(searches).collect()
}

impl Question {
    fn bare(&self, log: &Log) -> usize {
        let values: Vec<&str> = self.words.iter().map(String::as_str).collect();
        rows(&log.bare, &self.sql, &values)
    }
}

/// What the log holds, registers left out.
fn log() -> String {
    let registers = Kind::ALL.into_iter().filter(|kind| !kind.is_logged()).map(|kind| format!("'{kind}'"));
    format!("r.kind NOT IN ({})", registers.collect::<Vec<_>>().join(", "))
}

/// Filters that officers set, and what they are in SQL.
fn filters(page: impl Fn() -> Filter) -> [(&'static str, Filter, String); 5] {
    let (text, log) = (|text: &str| Some(text.to_owned()), log());
    [
        ("patrols", Filter { kind: Some(Kind::Patrol), ..page() }, "r.kind = 'patrol'".to_owned()),
        ("one area", Filter { area: text("TDP 6"), ..page() }, format!("{log} AND r.area = 'TDP 6'")),
        (
            "one status",
            Filter { statuses: vec!["in_progress".to_owned()], ..page() },
            format!("{log} AND r.status = 'in_progress'"),
        ),
        (
            "a rare category",
            Filter { category: text("PERS.HOMI"), ..page() },
            format!("{log} AND r.category = 'PERS.HOMI'"),
        ),
        (
            "a group in an area",
            Filter { category: text("FIRE"), area: text("TDP 11"), ..page() },
            format!("{log} AND r.area = 'TDP 11' AND r.category > 'FIRE.' AND r.category < 'FIRE/'"),
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

/// How the database goes about each statement, each once, if somebody wants to know.
fn plans(log: &Log, all: &[Question]) {
    if std::env::var_os("TRUCBAN_PLANS").is_none() {
        return;
    }
    let statements: std::collections::BTreeSet<&str> = all.iter().map(|question| &*question.sql).collect();
    for sql in statements {
        println!("\n{sql}");
        let sql = format!("EXPLAIN QUERY PLAN {}", sql.replace("?1", "'\"xe\"'"));
        let mut plan = log.bare.prepare(&sql).unwrap();
        let steps = plan.query_map([], |row| row.get::<_, String>(3)).unwrap();
        steps.for_each(|step| println!("  {}", step.unwrap()));
    }
}
