//! The posts as the desk sees them: where each stands, what it owes, and what the desk said to it.

use super::at_desk;
use crate::acts::{Right, Who};
use crate::fault::Outcome;
use crate::logbook::{Asked, Fate, Logbook, Post, PostKey, Received, Remark, Start};

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
}

/// Every trusted post and where it stands.
///
/// # Errors
/// E021, E129; those of the database.
pub fn posts(book: &Logbook, who: &Who) -> Outcome<Vec<Reporting>> {
    who.need(Right::Read)?;
    at_desk(book)?;
    book.posts()?.into_iter().map(|post| reporting(book, post)).collect()
}

pub(super) fn reporting(book: &Logbook, post: Post) -> Outcome<Reporting> {
    let unit = &post.unit;
    let merged = book.received_of(unit, Fate::Merged)?;
    Ok(Reporting {
        keys: book.keys_of(unit)?,
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
