//! The indicators as a file for people: UTF-8 with a byte order mark, RFC 4180 with CRLF, no cell that a spreadsheet
//! takes for a formula. Made of journal content and wording only: always Vietnamese, no clock, no settings, no name of the machine.

use super::indicators;
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::when::{self, Moment};
use crate::text::csv::{BOM, row};
use crate::words::{Lang, Words};

const HEADER: [&str; 7] = ["post", "from", "to", "code", "indicator", "unit", "value"];

/// The file. Each row carries post and period, so that the files of many posts and weeks can be laid on each other.
///
/// # Errors
/// Those of the database.
pub fn indicators_csv(book: &Logbook, from: Moment, to: Moment) -> Outcome<String> {
    let words = Words::new(Lang::Vi);
    let mut file = String::from(BOM) + &row(HEADER);
    let (post, begins, ends) = (&book.own().unit, when::kept(from), when::kept(to));
    for indicator in indicators(book, from, to)? {
        let (name, value) = (indicator.name(&words), indicator.value.to_string());
        file += &row([post, &begins, &ends, &indicator.code, &name, words.get(indicator.unit.id()), &value]);
    }
    Ok(file)
}
