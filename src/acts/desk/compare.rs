//! The posts beside each other over one stretch of time.

use super::at_desk;
use crate::acts::{Right, Who};
use crate::desk::Compared;
use crate::fault::Outcome;
use crate::figures;
use crate::journal::Mint;
use crate::logbook::{Logbook, Stage, Watch};
use crate::record::when::Moment;

/// The indicators of every post for `from..to`. Says how far it is, and stops when it is told to.
///
/// # Errors
/// E021, E129; those of the database; that it was stopped.
pub fn compared(book: &Logbook, who: &Who, (from, to): (Moment, Moment), watch: Watch<'_>) -> Outcome<Compared> {
    who.need(Right::Read)?;
    at_desk(book)?;
    let all = book.posts()?;
    let total = all.len() as u64;
    let mut posts = Vec::with_capacity(all.len());
    for (done, post) in all.into_iter().enumerate() {
        watch(Stage::Figures.at(done as u64, total))?;
        let indicators = figures::indicators_of(book, &post.unit, from, to)?;
        posts.push((post, indicators));
    }
    Ok(Compared { from, to, posts })
}

/// The same to be taken away as a file, after a line in the access log.
///
/// # Errors
/// As [`compared`].
pub fn export_compared(
    book: &Logbook,
    who: &Who,
    period: (Moment, Moment),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Outcome<Compared> {
    who.need(Right::Reveal)?;
    at_desk(book)?;
    crate::acts::look::log(book, who, "export", (None, Some("indicators")), mint)?;
    compared(book, who, period, watch)
}
