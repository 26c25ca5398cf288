//! The posts beside each other over one stretch of time.

use chrono::{NaiveDate, TimeDelta};

use super::{at_desk, groups};
use crate::acts::{Right, Who};
use crate::desk::{self, Compared, Counted};
use crate::fault::Outcome;
use crate::figures;
use crate::journal::Mint;
use crate::logbook::{Logbook, Stage, Watch};
use crate::record::when::{self, Moment};

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
        let through = group.first().and_then(|first| through((first.through, first.ended), to));
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

/// Up to when the weeks of a post are here; all of them where its last day is among them.
fn through((newest, ended): (Option<Moment>, Option<NaiveDate>), to: Moment) -> Option<Moment> {
    let through = newest?;
    let is_whole = ended.is_some_and(|last| when::midnight(last) + TimeDelta::days(1) <= through);
    Some(if is_whole { through.max(to) } else { through })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_post_that_ended_nothing_is_missing_once_its_last_day_is_here() {
        let at = |day: &str| when::midnight(when::parse_day(day).unwrap());
        let last = when::parse_day("2026-11-18");
        let (week, later) = (at("2026-11-23"), at("2026-11-30"));
        assert_eq!(through((Some(week), last), later), Some(later));
        assert_eq!(through((Some(at("2026-11-19")), last), later), Some(later));
        assert_eq!(through((Some(at("2026-11-16")), last), later), Some(at("2026-11-16")));
        assert_eq!(through((Some(week), None), later), Some(week));
        assert_eq!(through((None, last), later), None);
    }
}
