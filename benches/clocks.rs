//! The legal clocks that run at a post, all of them, as the board asks every minute: beside bare SQL that reads the same
//! records with all that happened to them.

#![allow(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

mod common;

use trucban::acts::board::board;
use trucban::acts::clocks::due;
use trucban::logbook::Mode;

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
            || entries = common::open_matters(&bare, &unit),
        );
        let what = format!("{records} records: {running} clocks, {entries} entries on open records");
        common::row(&what, ours, theirs, "the board under 100 ms");
        let (whole, _) = common::pair(|| drop(board(&book, &who, common::until()).ok().unwrap()), || ());
        println!("| {records} records: the whole board | {} | | | under 100 ms |", common::shown(whole));
    }
}
