//! Signals: what stands out in the work of the post. Whoever may read the log may see them.

use super::{Right, Who};
use crate::fault::Outcome;
use crate::figures::signals::{self, Progress, Signal};
use crate::logbook::{Logbook, Record};
use crate::record::Kind;
use crate::record::when::{self, Moment};

/// Every signal as things stand, first what somebody should look at.
///
/// # Errors
/// E021; those of the database.
pub fn all(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<Signal>> {
    who.need(Right::Read)?;
    signals::signals(book, now)
}

/// How far a campaign is; nothing for any other record.
///
/// # Errors
/// E021; those of the database.
pub fn progress(book: &Logbook, who: &Who, record: &Record, now: Moment) -> Outcome<Option<Progress>> {
    who.need(Right::Read)?;
    if record.kind != Some(Kind::Campaign) {
        return Ok(None);
    }
    let today = now.with_timezone(&when::zone()).date_naive();
    signals::progress(book, &record.row.record, &record.data, today)
}
