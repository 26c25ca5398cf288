//! Indicators of a period, counted by main time and without void records: whole numbers with a stable code and the
//! unit word that Vietnamese reports use. Read-only. Rates and comparisons are made from these, never sealed.

pub mod areas;
mod community;
pub mod compare;
mod csv;
mod incidents;
mod patrols;
pub mod signals;
mod table;
mod tally;

pub use csv::indicators_csv;
pub use table::{Indicator, Unit};

use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::when::Moment;

/// The indicators of this post for `from..to`: the same rows in the same order every time, zeros too.
///
/// # Errors
/// Those of the database.
pub fn indicators(book: &Logbook, from: Moment, to: Moment) -> Outcome<Vec<Indicator>> {
    indicators_of(book, &book.own().unit, from, to)
}

/// The same for any post whose records are in this logbook, as a desk's are.
///
/// # Errors
/// Those of the database.
pub fn indicators_of(book: &Logbook, unit: &str, from: Moment, to: Moment) -> Outcome<Vec<Indicator>> {
    let mut table = incidents::count(book, unit, (from, to))?;
    table.extend(patrols::count(book, unit, (from, to))?);
    table.extend(patrols::shifts(book, unit, (from, to))?);
    table.extend(community::count(book, unit, (from, to))?);
    Ok(table)
}

#[cfg(test)]
mod tests;
