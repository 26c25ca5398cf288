//! Every form in which an officer can be interrupted, and the keys that lead there. `tests/flows/drafts.rs` tries every
//! command of every place and fails when it meets a form that isn't here, so a new form is a new line here, and then
//! stands under every fault that drafts have to outlive.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use trucban::record::Kind;
use trucban::tui::app::form::{DESPITE_PATH, Purpose, WHY_PATH};
use trucban::words::Words;

/// A form and the way to it.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// What the form is for.
    pub purpose: Purpose,
    /// The post has an open shift and an incident; else nothing is in its log.
    pub busy: bool,
    /// From the board.
    pub keys: &'static str,
    /// A field of the form that holds text.
    pub path: &'static str,
}

/// Every form.
pub const FORMS: &[Way] = &[
    Way { purpose: Purpose::Create(Kind::Incident), busy: true, keys: "F3", path: "title" },
    Way { purpose: Purpose::Create(Kind::Patrol), busy: true, keys: "F4 F4 Enter", path: "text" },
    Way { purpose: Purpose::PlanPatrol, busy: true, keys: "F4 F4 Down Down Enter", path: "place" },
    Way { purpose: Purpose::StartPatrol, busy: true, keys: "F4 F4 Down Enter", path: "place" },
    Way { purpose: Purpose::Observe, busy: true, keys: "F4 F4 Down Enter F2 F5", path: "text" },
    Way { purpose: Purpose::FinishPatrol, busy: true, keys: "F4 F4 Down Enter F2 F6", path: "text" },
    Way { purpose: Purpose::CancelPatrol, busy: true, keys: "F4 F4 Down Enter F2 Ctrl+D", path: WHY_PATH },
    Way { purpose: Purpose::Found, busy: true, keys: "F4 F4 Down Enter F2 F5 \"dark\" Enter F2 F3", path: "place" },
    Way { purpose: Purpose::Create(Kind::Tip), busy: true, keys: "F5 Ctrl+B", path: "content" },
    Way { purpose: Purpose::OpenShift, busy: false, keys: "F6", path: "remarks" },
    Way { purpose: Purpose::HandOver, busy: true, keys: "F6 Ctrl+E", path: "remarks" },
    Way { purpose: Purpose::CloseShift { over: true }, busy: true, keys: "F6 F8", path: DESPITE_PATH },
    Way { purpose: Purpose::Amend(Kind::Incident), busy: true, keys: "F7 \"mat xe\" Enter Ctrl+E", path: WHY_PATH },
    Way { purpose: Purpose::Settle, busy: true, keys: "F7 \"mat xe\" Enter Ctrl+D", path: "outcome_text" },
    Way { purpose: Purpose::Create(Kind::Officer), busy: false, keys: "Ctrl+A Enter Ctrl+N", path: "rank" },
    Way { purpose: Purpose::Create(Kind::Area), busy: false, keys: "Ctrl+A Down Enter Ctrl+N", path: "name" },
    Way { purpose: Purpose::Areas, busy: false, keys: "Ctrl+A Down Enter Ctrl+B", path: "names" },
    Way { purpose: Purpose::Note, busy: true, keys: "F7 \"mat xe\" Enter Ctrl+N", path: "text" },
];

impl Way {
    /// Whether a form is of the sort that this way leads to: all amendments are one, all ends of a shift are, and so are
    /// the kinds that are chosen from a card.
    pub fn leads_to(&self, purpose: Purpose) -> bool {
        use Purpose::{Amend, CloseShift, Create};
        let keyed = |kind| matches!(kind, Kind::Incident | Kind::Patrol);
        match (self.purpose, purpose) {
            (Amend(_), Amend(_)) | (CloseShift { .. }, CloseShift { .. }) => true,
            (Create(one), Create(other)) => one == other || !keyed(one) && !keyed(other),
            (one, other) => one == other,
        }
    }

    /// The label of the field.
    pub fn label<'a>(&self, words: &'a Words) -> &'a str {
        match self.path {
            WHY_PATH => words.get("tui-why"),
            DESPITE_PATH => words.get("tui-despite"),
            path => words.field(self.purpose.named(), path),
        }
    }
}
