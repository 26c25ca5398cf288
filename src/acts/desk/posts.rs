//! The posts as the desk sees them: where each stands, what it owes, what the desk said to it, and which one follows
//! which.

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::at_desk;
use crate::acts::{Right, Who};
use crate::desk::{Due, Known, due};
use crate::fault::Outcome;
use crate::journal::is_unit_code;
use crate::logbook::{Asked, Fate, KeyState, Logbook, Post, PostKey, Received, Remark, Start};
use crate::record::Data;
use crate::record::period::Week;
use crate::record::when::Moment;

/// Days after its end until a week that isn't here is late: it takes a stick to be carried over.
const DAYS: i64 = 2;

/// A post as the desk sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// The post.
    pub post: Post,
    /// Its keys, the newest first.
    pub keys: Vec<PostKey>,
    /// Where this desk began with it, unless at its beginning.
    pub start: Option<Start>,
    /// The newest batch that was merged.
    pub last: Option<Received>,
    /// Up to when its weeks are here: the end of the newest one, or when that came.
    pub through: Option<Moment>,
    /// Batches that wait for those before them.
    pub held: Vec<Received>,
    /// Batches that tell another story.
    pub forks: Vec<Received>,
    /// What the rules say about its records.
    pub findings: Vec<Remark>,
    /// How many versions came without their content, and no purge explains it.
    pub withheld: u64,
    /// What it was asked for and hasn't answered.
    pub requests: Vec<Asked>,
    /// What it should have handed in by now; nothing of one that has no key any more.
    pub due: Option<Due>,
    /// Its last day, by its own word.
    pub ended: Option<NaiveDate>,
    /// The posts that it follows, by its own word.
    pub follows: Vec<String>,
    /// The post that follows it. Only one that has ended, or whose keys are revoked, is followed: nobody takes over what
    /// another still writes.
    pub followed_by: Option<String>,
}

impl Reporting {
    /// Whether it hands nothing in any more.
    fn is_over(&self, now: Moment) -> bool {
        let keyless = !self.keys.iter().any(|known| known.state == KeyState::Valid);
        keyless || self.ended.is_some_and(|ended| ended < now.date_naive())
    }
}

/// Every trusted post and where it stands, in order of code; those that are followed right below the one that follows.
///
/// # Errors
/// E021, E129; those of the database.
pub fn posts(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<Reporting>> {
    Ok(groups(book, who, now)?.into_iter().flatten().collect())
}

/// The same as they are counted: each post with all that it follows, whoever those followed.
///
/// # Errors
/// As [`posts`].
pub fn groups(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<Vec<Reporting>>> {
    who.need(Right::Read)?;
    at_desk(book)?;
    let mut all: Vec<Reporting> =
        book.posts()?.into_iter().map(|post| reporting(book, post, now)).collect::<Outcome<_>>()?;
    let claims: Vec<(String, Vec<String>)> =
        all.iter().map(|post| (post.post.unit.clone(), post.follows.clone())).collect();
    for post in all.iter_mut().filter(|post| post.is_over(now)) {
        let mut following = claims.iter().filter(|(unit, follows)| {
            // Two that name each other would be shown below nobody.
            *unit != post.post.unit && follows.contains(&post.post.unit) && !post.follows.contains(unit)
        });
        post.followed_by = following.next().map(|(unit, _)| unit.clone());
    }
    Ok(grouped(all))
}

/// Puts every post right behind the one that follows it. In a ring, where nobody comes last, the first one does.
fn grouped(all: Vec<Reporting>) -> Vec<Vec<Reporting>> {
    let (followed, mut first): (Vec<_>, Vec<_>) = all.into_iter().partition(|post| post.followed_by.is_some());
    let mut left = VecDeque::from(followed);
    let mut groups = Vec::new();
    first.reverse();
    while let Some(post) = first.pop().or_else(|| left.pop_front()) {
        let (mut group, mut at) = (vec![post], 0);
        while let Some(unit) = group.get(at).map(|post| post.post.unit.clone()) {
            let (behind, others): (Vec<_>, Vec<_>) =
                left.into_iter().partition(|post| post.followed_by.as_ref() == Some(&unit));
            left = others.into();
            group.extend(behind);
            at += 1;
        }
        groups.push(group);
    }
    groups
}

pub(super) fn reporting(book: &Logbook, post: Post, now: Moment) -> Outcome<Reporting> {
    let unit = &post.unit;
    let merged = book.received_of(unit, Fate::Merged)?;
    let said = book.says_of_itself(unit)?.unwrap_or_default();
    let ended = said.day("valid_to");
    let keys = book.keys_of(unit)?;
    // A week that is yet to come must not hide what is missing until then.
    let calendar = book.calendar()?;
    let running = Week::containing(now, &calendar).name();
    let newest = merged.iter().map(|batch| batch.week.as_str()).filter(|week| *week <= running.as_str()).max();
    // A week that was handed in before it ended is here up to then.
    let came = merged.iter().filter(|batch| Some(batch.week.as_str()) == newest).map(|batch| batch.at).max();
    let through = newest.and_then(|week| Week::parse(week, &calendar)).zip(came).map(|(week, came)| week.to.min(came));
    let known = Known { since: post.since, last: newest, ended };
    let due =
        if keys.iter().any(|known| known.state == KeyState::Valid) { due(known, &calendar, DAYS, now) } else { None };
    Ok(Reporting {
        due,
        ended,
        follows: follows(&said),
        followed_by: None,
        through,
        keys,
        start: book.start(unit)?,
        last: merged.into_iter().max_by_key(|batch| (batch.at, batch.number)),
        held: book.received_of(unit, Fate::Held)?,
        forks: book.received_of(unit, Fate::Fork)?,
        findings: book.found_of(unit)?,
        withheld: book.withheld_of(unit)?,
        requests: book.asked(unit)?,
        post,
    })
}

/// The codes that a post names as those before it.
fn follows(said: &Data) -> Vec<String> {
    let codes = said.text("predecessor").unwrap_or_default().split([',', ';', ' ']).map(str::trim);
    codes.filter(|code| is_unit_code(code)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::when;

    fn post(unit: &str, followed_by: Option<&str>) -> Reporting {
        let since = when::parse("2026-11-23T20:14:00+07:00").unwrap();
        Reporting {
            post: Post { unit: unit.into(), name: unit.into(), recipient: String::new(), since },
            keys: Vec::new(),
            start: None,
            last: None,
            through: None,
            held: Vec::new(),
            forks: Vec::new(),
            findings: Vec::new(),
            withheld: 0,
            requests: Vec::new(),
            due: None,
            ended: None,
            follows: Vec::new(),
            followed_by: followed_by.map(str::to_owned),
        }
    }

    #[test]
    fn nobody_is_left_out_or_counted_twice_however_they_follow_each_other() {
        let said = |all: &[(&str, Option<&str>)]| {
            let groups = grouped(all.iter().map(|(unit, by)| post(unit, *by)).collect());
            let units = |group: Vec<Reporting>| group.into_iter().map(|post| post.post.unit).collect::<String>();
            groups.into_iter().map(units).collect::<Vec<_>>()
        };
        assert_eq!(said(&[("a", None), ("b", None)]), ["a", "b"]);
        // One after the other, and two that became one.
        assert_eq!(said(&[("a", Some("b")), ("b", Some("c")), ("c", None), ("d", Some("c"))]), ["cbda"]);
        // A ring, and one that follows somebody unknown here.
        assert_eq!(said(&[("a", Some("b")), ("b", Some("c")), ("c", Some("a")), ("d", None)]), ["d", "acb"]);
        assert_eq!(said(&[("a", Some("x")), ("b", None)]), ["b", "a"]);
    }
}
