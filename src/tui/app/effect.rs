//! What the program wants done outside of itself. The threads do it and answer with a message.

use uuid::Uuid;

use super::msg::{Save, Secret};
use crate::acts::look::PersonSearch;
use crate::logbook::Filter;
use crate::record::when::Moment;
use crate::words::Lang;

/// One thing to be done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Sign in; answered by `Unlocked`.
    Unlock {
        /// The login.
        login: String,
        /// The password.
        password: Secret,
    },
    /// Forget the key: close every connection to the logbook. Drafts asked for before are kept first.
    Lock,
    /// Write what a form holds; answered by `Saved`.
    Save(Box<Save>),
    /// Read a page of the list; answered by `Page`. A newer generation makes older ones pointless.
    Page {
        /// Comes back with the answer.
        generation: u64,
        /// What to list.
        filter: Box<Filter>,
    },
    /// Find records for a field of a form; answered by `Sought`. A newer one makes older ones pointless.
    Seek {
        /// Comes back with the answer.
        ticket: u64,
        /// What to find.
        filter: Box<Filter>,
    },
    /// Read the facts of the officer's own newest record of a kind; answered by `Recalled`.
    Recall {
        /// The kind.
        kind: crate::record::Kind,
    },
    /// Read what is on now; answered by `Board`.
    Board {
        /// The moment of the picture.
        at: Moment,
    },
    /// Read the patrols that are planned or out, and maybe another; answered by `Patrols`.
    Patrols {
        /// The moment of the picture.
        at: Moment,
        /// One that is wanted in any case.
        also: Option<Uuid>,
    },
    /// Read a record; answered by `Detail`. A newer one makes older ones pointless.
    Detail {
        /// Which.
        record: Uuid,
    },
    /// Show the persons of a record, which is logged; answered by `Revealed`.
    Reveal {
        /// Which.
        record: Uuid,
        /// The reason.
        why: String,
    },
    /// Something about a shift; answered by `Shift`.
    Shift(super::handover::Ask),
    /// Keep what a form holds; answered by `DraftKept`.
    KeepDraft {
        /// Which form.
        key: String,
        /// JSON.
        body: String,
    },
    /// Forget a draft.
    DropDraft {
        /// Which form.
        key: String,
    },
    /// Something on the first run; answered by `First`.
    First(super::first::Ask),
    /// Something about weeks; answered by `Week`. An export is long work.
    Week(super::week::Ask),
    /// Something in the office; answered by `Office`.
    Office(super::office::Ask),
    /// Write a list into a file for spreadsheets, which is logged; answered by `Csv`. Long work.
    Csv {
        /// What to list.
        filter: Box<Filter>,
        /// The file or folder as it was typed; empty for the logbook's own.
        path: String,
        /// The language of its words.
        lang: Lang,
    },
    /// Begin a search for persons, which is logged; answered by `Persons`.
    FindPersons {
        /// Comes back with the answer.
        ticket: u64,
        /// What is looked for.
        words: String,
        /// The reason.
        why: String,
    },
    /// Look through the next slice of the log; answered by `Persons`. A newer search makes older ones pointless.
    Persons {
        /// Comes back with the answer.
        ticket: u64,
        /// The search.
        search: Box<PersonSearch>,
    },
    /// End the long work that is under way, cleanly. Until its answer it says by `Going` how far it is.
    Stop,
    /// Stop the process until somebody resumes it (drafts asked for before are on disk).
    Suspend,
    /// End the program (drafts asked for before are on disk).
    Quit,
}

impl Effect {
    /// Whether it may take long, says how far it is, and can be stopped.
    #[must_use]
    pub const fn is_long(&self) -> bool {
        matches!(self, Self::Unlock { .. } | Self::First(_) | Self::Week(_) | Self::Office(_) | Self::Csv { .. })
    }
}
