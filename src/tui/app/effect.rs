//! What the program wants done outside of itself. The threads do it and answer with a message.

use uuid::Uuid;

use super::msg::{Save, Secret};
use crate::logbook::Filter;
use crate::record::when::Moment;

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
    /// Read what is on now; answered by `Board`.
    Board {
        /// The moment of the picture.
        at: Moment,
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
    /// Read the open shift and what it would hand over; answered by `Shift`.
    Shift,
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
    /// Something about weeks; answered by `Week`, an export also while it is under way.
    Week(super::week::Ask),
    /// End the export that is under way, cleanly.
    Stop,
    /// Stop the process until somebody resumes it (drafts asked for before are on disk).
    Suspend,
    /// End the program (drafts asked for before are on disk).
    Quit,
}
