//! What the desk asks of the thread that writes, and what that thread answers: plain values, no wording.

use super::super::csv::Written;
use super::super::office::Said;
use super::super::receiver::Read;
use crate::acts::desk::{Reporting, Run, Story};
use crate::desk::{Compared, Span};
use crate::fault::Outcome;
use crate::record::period::Calendar;
use crate::sync::Card;
use crate::words::Lang;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The posts and where they stand.
    Posts,
    /// One post, week by week.
    Post(String),
    /// The posts beside each other. Long work.
    Compare(Span),
    /// The same as a spreadsheet. Long work.
    Sheet {
        /// Over which stretch of time.
        span: Span,
        /// The file or folder as it was typed; empty for the outbox.
        path: String,
        /// The language of its words.
        lang: Lang,
    },
    /// Take in what lies here. Long work.
    Receive {
        /// The file or folder as it was typed.
        from: String,
    },
    /// Read the card of a post.
    ReadCard {
        /// The file as it was typed.
        file: String,
    },
    /// Trust a post.
    Trust {
        /// Its card.
        card: Card,
        /// The fingerprint that was compared.
        fingerprint: String,
    },
    /// Write the own card.
    OwnCard {
        /// The file or folder as it was typed; empty for the outbox.
        file: String,
    },
    /// The keys of a post count no more.
    Revoke {
        /// The post.
        unit: String,
        /// Somebody else has a key.
        stolen: bool,
        /// The reason.
        why: String,
    },
    /// Begin with a post in the middle.
    Start {
        /// The post.
        unit: String,
        /// The number of the first batch, as it was typed.
        number: String,
    },
    /// Ask a post for something about a record.
    Request {
        /// The post.
        unit: String,
        /// The record, by its number or id.
        record: String,
        /// The finding that it is about.
        code: Option<String>,
        /// What is asked.
        text: String,
    },
}

impl Ask {
    /// How it is long work, if it is: whether it can be stopped.
    #[must_use]
    pub const fn stops(&self) -> Option<bool> {
        match self {
            Self::Receive { .. } | Self::Compare(_) | Self::Sheet { .. } => Some(true),
            _ => None,
        }
    }
}

/// What is answered.
#[derive(Debug)]
pub enum Told {
    /// To a look at the posts.
    Posts(Outcome<Vec<Reporting>>),
    /// To a look at one post.
    Post(Outcome<(Box<Story>, Calendar)>),
    /// To a comparison.
    Compared(Span, Outcome<Box<Compared>>),
    /// To a spreadsheet.
    Sheet(Outcome<Written>),
    /// To what was received.
    Received(Outcome<Box<Run>>),
    /// To a card that was to be read.
    CardRead(Outcome<Read>),
    /// To the own card.
    OwnCard(Outcome<(Read, Written)>),
    /// To everything else that changes something.
    Done(Outcome<Said>),
}
