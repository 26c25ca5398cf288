//! Signals: what stands out in the work of the post. Whoever may read the log may see them.

use super::{Right, Who, week};
use crate::fault::Outcome;
use crate::figures::signals::{self, Share, Signal};
use crate::logbook::{Logbook, Record};
use crate::record::Kind;
use crate::record::when::Moment;

/// Every signal as things stand, first what somebody should look at.
///
/// # Errors
/// E021, E129; those of the database.
pub fn all(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<Signal>> {
    who.need(Right::Read)?;
    week::at_post(book)?;
    signals::signals(book, now)
}

/// What a campaign asked for and what was done; nothing for any other record.
///
/// # Errors
/// E021; those of the database.
pub fn progress(book: &Logbook, who: &Who, record: &Record) -> Outcome<Vec<Share>> {
    who.need(Right::Read)?;
    if record.kind != Some(Kind::Campaign) {
        return Ok(Vec::new());
    }
    signals::shares(book, &record.row.record, &record.data)
}
