//! What the desk asks of the thread that writes, and what that thread answers: plain values, no wording.

use crate::acts::desk::{Reporting, Story};
use crate::fault::Outcome;
use crate::record::period::WeekRule;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The posts and where they stand.
    Posts,
    /// One post, week by week.
    Post(String),
}

/// What is answered.
#[derive(Debug)]
pub enum Told {
    /// To a look at the posts.
    Posts(Outcome<Vec<Reporting>>),
    /// To a look at one post.
    Post(Outcome<(Box<Story>, WeekRule)>),
}
