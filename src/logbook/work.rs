//! Long work: how far it is, and that it can be told to stop. Nothing here decides when.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::sql;
use crate::fault::{Fault, Kind, Outcome};

/// The fault of work that was stopped on request.
pub const STOPPED: &str = "E083";

/// Operations of the database engine between two looks at whether to stop: far less than an instant.
const OPERATIONS: i32 = 100;

/// How far a long act is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is at.
    pub stage: Stage,
    /// How much is done.
    pub done: u64,
    /// Of how much; 0 when nobody knows.
    pub total: u64,
}

/// Told how far a long act is; whoever answers with a fault stops it, and goes on answering so.
pub type Watch<'a> = &'a mut dyn FnMut(Progress) -> Outcome<()>;

/// What a long act is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Entries are put into batches.
    Seal,
    /// Batches are written.
    Write,
    /// Files are checked and merged.
    Receive,
    /// Indicators are counted.
    Figures,
    /// Records are written into a list; nobody counts them before.
    List,
    /// The pages of the database are checked.
    Pages,
    /// The chain and the envelopes are checked.
    Chain,
    /// The views are made from the journal.
    Views,
    /// The search index is compared.
    Words,
    /// The database is copied.
    Copy,
    /// A backup is written.
    Pack,
    /// A backup is read back.
    ReadBack,
    /// The database gets another key.
    Rekey,
    /// What a purge would take is looked for.
    Due,
    /// Content is removed for good.
    Purge,
    /// A made-up ward lives.
    Demo,
}

impl Stage {
    /// Its wording id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Seal => "stage-seal",
            Self::Write => "stage-write",
            Self::Receive => "stage-receive",
            Self::Figures => "stage-figures",
            Self::List => "stage-list",
            Self::Pages => "stage-pages",
            Self::Chain => "stage-chain",
            Self::Views => "stage-views",
            Self::Words => "stage-words",
            Self::Copy => "stage-copy",
            Self::Pack => "stage-pack",
            Self::ReadBack => "stage-read-back",
            Self::Rekey => "stage-rekey",
            Self::Due => "stage-due",
            Self::Purge => "stage-purge",
            Self::Demo => "stage-demo",
        }
    }

    /// Something done of something, at this stage.
    #[must_use]
    pub const fn at(self, done: u64, total: u64) -> Progress {
        Progress { stage: self, done, total }
    }
}

/// Says from another thread that work is to stop; also in the middle of one long question to the database.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Work is to stop.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// What was stopped before has nothing to do with what comes.
    pub fn reset(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether it is to stop.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Ends work here if it is to stop.
    ///
    /// # Errors
    /// [`STOPPED`].
    pub fn check(&self) -> Outcome<()> {
        if self.is_set() { Err(Fault::new(Kind::Use, STOPPED)) } else { Ok(()) }
    }

    /// What a signal sets.
    #[must_use]
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }

    /// Lets it end whatever this connection is at.
    pub(super) fn heed(&self, db: &mut Connection) -> Outcome<()> {
        let stop = self.clone();
        db.progress_handler(OPERATIONS, Some(move || stop.is_set())).map_err(sql::fault)
    }
}
