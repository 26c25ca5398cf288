//! The legal clocks that run at a post, all of them, as the board asks every minute: beside bare SQL that reads the same
//! records with all that happened to them.

#![allow(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

mod common;

use rusqlite::Connection;
use trucban::acts::board::board;
use trucban::acts::clocks::due;
use trucban::logbook::Mode;

/// Every envelope of facts of what is open and has clocks, by the indexes of open records and of entries.
const BARE: &str = "SELECT e.line, f.bytes FROM records r CROSS JOIN entries e ON e.record = r.record
    LEFT JOIN envelopes f ON f.key = 2 * e.row
    WHERE r.unit = ?1 AND r.kind IN ('incident', 'property') AND r.void = 0
    AND r.status IN ('open', 'in_progress')";

fn main() {
    common::table("All legal clocks that run", "bare SQL, read only");
    for records in common::sizes() {
        let folder = common::folder(records);
        let (book, who) = common::open(&folder, Mode::Read);
        let bare = common::bare(&folder.join("logbook.db"), &common::key(&folder), 8 * 1024);
        let unit = book.own().unit.clone();
        let (mut running, mut entries) = (0, 0);
        let (ours, theirs) = common::pair(
            || running = due(&book, &who, common::until()).ok().unwrap().len(),
            || entries = read(&bare, &unit),
        );
        let what = format!("{records} records: {running} clocks, {entries} entries on open records");
        common::row(&what, ours, theirs, "the board under 100 ms");
        let (whole, _) = common::pair(|| drop(board(&book, &who, common::until()).ok().unwrap()), || ());
        println!("| {records} records: the whole board | {} | | | under 100 ms |", common::shown(whole));
    }
}

/// Reads every byte and makes nothing of it; how many entries there are.
fn read(db: &Connection, unit: &str) -> usize {
    let mut all = db.prepare_cached(BARE).unwrap();
    let bytes = |row: &rusqlite::Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Option<Vec<u8>>>(1)?));
    all.query_map([unit], bytes).unwrap().map(Result::unwrap).filter(|(line, _)| !line.is_empty()).count()
}
