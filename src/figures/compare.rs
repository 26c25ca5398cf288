//! Indicators beside those of other periods, as reports compare them: this one, the one before, the same one last year,
//! and the year so far. Numbers only; a share of nothing is not a number, and before the log begins there is none at all.

use super::{Indicator, indicators_of};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::period::{Compared, Span};

/// One indicator in four periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// This period.
    pub this: Indicator,
    /// The period before, of the same length; none where it ended before anything was logged.
    pub previous: Option<u64>,
    /// The same period last year; none where it ended before anything was logged.
    pub last_year: Option<u64>,
    /// From the beginning of the year to the end of this period.
    pub cumulative: u64,
}

impl Row {
    /// How many more than in the period before.
    #[must_use]
    pub fn more(&self) -> Option<i64> {
        self.previous.map(|then| difference(self.this.value, then))
    }

    /// How many more than in the same period last year.
    #[must_use]
    pub fn more_than_last_year(&self) -> Option<i64> {
        self.last_year.map(|then| difference(self.this.value, then))
    }
}

/// How many more there are now; capped where no number is that large.
#[must_use]
pub fn difference(now: u64, then: u64) -> i64 {
    let far = i64::try_from(now.abs_diff(then)).unwrap_or(i64::MAX);
    if now < then { -far } else { far }
}

/// The indicators of a post for a period beside the others. A row that only another period has stands there with zero,
/// so that nothing goes unseen.
///
/// # Errors
/// Those of the database.
pub fn compared(book: &Logbook, unit: &str, periods: &Compared) -> Outcome<Vec<Row>> {
    let of = |span: (_, _)| indicators_of(book, unit, span.0, span.1);
    let others = [of(periods.previous)?, of(periods.last_year)?, of(periods.cumulative)?];
    let mut table = of(periods.this)?;
    for other in others.iter().flatten() {
        if !table.iter().any(|row| row.code == other.code) {
            table.push(Indicator { value: 0, ..other.clone() });
        }
    }
    let value = |n: usize, code: &str| -> u64 {
        let found = others.get(n).and_then(|table| table.iter().find(|row| row.code == code));
        found.map_or(0, |row| row.value)
    };
    let first = book.begun(unit)?;
    let was_kept = |span: Span| first.is_some_and(|first| first < span.1);
    let (before, then) = (was_kept(periods.previous), was_kept(periods.last_year));
    let rows = table.into_iter().map(|this| Row {
        previous: before.then(|| value(0, &this.code)),
        last_year: then.then(|| value(1, &this.code)),
        cumulative: value(2, &this.code),
        this,
    });
    Ok(rows.collect())
}
