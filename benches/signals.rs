//! Findings and signals: what a check of a year and of the week that is due costs, and all signals, each beside a bare
//! scan of the rows that it needs.

#![allow(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

mod common;

use chrono::TimeDelta;
use rusqlite::{Connection, Params};
use trucban::acts::{look, signals, week};
use trucban::logbook::{Logbook, Mode};
use trucban::record::when::{self, Moment};

/// Days that signals look back on, at most; also the year that is checked.
const YEAR: i64 = 364;
const SEASON: i64 = 91;
const MONTH: i64 = 28;

/// Records of a period with the facts and persons of the newest version.
const NEWEST: &str = "SELECT r.record, r.at, r.kind, f.bytes, p.bytes FROM records r
    LEFT JOIN envelopes f ON f.key = 2 * r.newest LEFT JOIN envelopes p ON p.key = 2 * r.newest + 1
    WHERE r.unit = ?1 AND r.at >= ?2 AND r.at < ?3 AND r.void = 0";
/// All entries on those of them that have more than one, with their facts.
const LATER: &str = "SELECT e.line, f.bytes FROM records r CROSS JOIN entries e ON e.record = r.record
    LEFT JOIN envelopes f ON f.key = 2 * e.row
    WHERE r.unit = ?1 AND r.at >= ?2 AND r.at < ?3 AND r.void = 0 AND r.rev > 1";
/// Records of one kind in a period, with the facts of the newest version.
const KIND: &str = "SELECT r.record, f.bytes FROM records r LEFT JOIN envelopes f ON f.key = 2 * r.newest
    WHERE r.unit = ?1 AND r.at >= ?2 AND r.at < ?3 AND r.kind = ?4 AND r.void = 0";
/// All versions of the records of a register.
const VERSIONS: &str = "SELECT r.record, f.bytes FROM records r CROSS JOIN entries e ON e.record = r.record
    LEFT JOIN envelopes f ON f.key = 2 * e.row WHERE r.kind = ?1";
/// The facts of what names a campaign of the last year.
const NAMING: &str = "SELECT s.kind, f.bytes FROM records c CROSS JOIN links l ON l.target = c.record
    CROSS JOIN records s ON s.row = l.row LEFT JOIN envelopes f ON f.key = 2 * s.newest
    WHERE c.kind = 'campaign' AND c.unit = ?1 AND c.at >= ?2 AND c.at < ?3 AND c.void = 0 AND s.void = 0";
const VISITS: &str = "SELECT area, at FROM visits WHERE unit = ?1 AND at >= ?2 AND at < ?3";
const CATEGORIES: &str =
    "SELECT category, at FROM records WHERE kind = 'incident' AND unit = ?1 AND at >= ?2 AND at < ?3
    AND void = 0";
/// Entries that no batch holds.
const UNSEALED: &str = "SELECT e.line, f.bytes, p.bytes FROM entries e
    LEFT JOIN envelopes f ON f.key = 2 * e.row LEFT JOIN envelopes p ON p.key = 2 * e.row + 1
    WHERE e.journal = (SELECT max(num) FROM journals) AND e.seq > ?1";

fn main() {
    let now = common::until();
    for records in common::sizes() {
        let folder = common::folder(records);
        let (book, who) = common::open(&folder, Mode::Read);
        let bare = common::bare(&folder.join("logbook.db"), &common::key(&folder), 8 * 1024);
        common::table(&format!("Findings and signals, {records} records"), "bare scan");
        let unit = book.own().unit.as_str();
        let year = now - TimeDelta::days(YEAR);

        let (mut found, mut read) = (0, 0);
        let times = common::pair(
            || found = look::check(&book, &who, (Some(year), None), now).ok().unwrap().len(),
            || read = newest(&bare, unit, (year, now)) + later(&bare, unit, (year, now)),
        );
        common::row(&format!("check of a year, {found} records with findings, {read} rows"), times.0, times.1, "");

        let times = common::pair(
            || found = week::preview(&book, &who, None, now).ok().unwrap().findings.len(),
            || read = unsealed(&bare, &book) + common::open_matters(&bare, unit),
        );
        common::row(
            &format!("check of the week and all clocks that run, {found} records with findings, {read} rows"),
            times.0,
            times.1,
            "",
        );

        let times = common::pair(
            || found = signals::all(&book, &who, now).ok().unwrap().len(),
            || read = all_signals(&bare, unit, now),
        );
        common::row(&format!("all {found} signals, {read} rows"), times.0, times.1, "");
    }
}

fn newest(bare: &Connection, unit: &str, period: (Moment, Moment)) -> usize {
    rows(bare, NEWEST, (unit, when::seconds(period.0), when::seconds(period.1)))
}

fn later(bare: &Connection, unit: &str, period: (Moment, Moment)) -> usize {
    rows(bare, LATER, (unit, when::seconds(period.0), when::seconds(period.1)))
}

fn unsealed(bare: &Connection, book: &Logbook) -> usize {
    let last = book.sealed().ok().unwrap().last().map_or(0, |sealed| sealed.last);
    rows(bare, UNSEALED, [i64::try_from(last).unwrap()])
}

/// What signals are made from: work of a year, incidents of two seasons, places of one, shifts of a month, registers.
fn all_signals(bare: &Connection, unit: &str, now: Moment) -> usize {
    let (from, to) = (|days| when::seconds(now - TimeDelta::days(days)), when::seconds(now));
    let mut read = rows(bare, VISITS, (unit, from(YEAR), to)) + rows(bare, CATEGORIES, (unit, from(2 * SEASON), to));
    let kinds = [("patrol", YEAR), ("outreach", YEAR), ("joint", YEAR), ("incident", SEASON), ("shift", MONTH)];
    for (kind, days) in kinds {
        read += rows(bare, KIND, (unit, from(days), to, kind));
    }
    read += rows(bare, NAMING, (unit, from(YEAR), to));
    read + ["model", "team", "campaign"].map(|kind| rows(bare, VERSIONS, [kind])).iter().sum::<usize>()
}

/// Runs a statement, reads every column, and says how many rows there were.
fn rows(db: &Connection, sql: &str, values: impl Params) -> usize {
    let mut query = db.prepare_cached(sql).unwrap();
    let width = query.column_count();
    let read = query.query_map(values, |row| {
        for column in 0..width {
            let _: rusqlite::types::Value = row.get(column)?;
        }
        Ok(())
    });
    read.unwrap().map(Result::unwrap).count()
}
