//! The posts beside each other over one stretch of time.

use super::{at_desk, groups};
use crate::acts::{Right, Who};
use crate::desk::{self, Compared, Counted};
use crate::fault::Outcome;
use crate::figures;
use crate::journal::Mint;
use crate::logbook::{Logbook, Stage, Watch};
use crate::record::when::Moment;

/// The indicators of every post for `from..to`; of one that follows others, theirs with it. Says how far it is, and
/// stops when it is told to.
///
/// # Errors
/// E021, E129; those of the database; that it was stopped.
pub fn compared(
    book: &Logbook,
    who: &Who,
    (from, to): (Moment, Moment),
    now: Moment,
    watch: Watch<'_>,
) -> Outcome<Compared> {
    let groups = groups(book, who, now)?;
    let (mut done, total) = (0, groups.iter().map(|group| group.len() as u64).sum());
    let mut posts = Vec::with_capacity(groups.len());
    for group in groups {
        // From a post that is over nothing more can come.
        let through = group.first().and_then(|first| if first.is_over(now) { Some(to) } else { first.through });
        let mut group = group.into_iter().map(|post| post.post);
        let Some(post) = group.next() else { continue };
        let with: Vec<String> = group.map(|post| post.unit).collect();
        let mut indicators = Vec::new();
        for unit in std::iter::once(&post.unit).chain(&with) {
            watch(Stage::Figures.at(done, total))?;
            desk::add(&mut indicators, &figures::indicators_of(book, unit, from, to)?);
            done += 1;
        }
        posts.push(Counted { post, with, through, indicators });
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
    compared(book, who, period, mint.now(), watch)
}
