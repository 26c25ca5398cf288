//! Keys that come before what they mean is there: a step is being written, a list or a search is on its way. They wait
//! and are answered in their order, so that a fast hand loses none and none lands on what stood there before.

use super::msg::{Code, Key, Now};
use super::{App, Session};
use crate::tui::command::{Id, Place};

/// Keys that wait; more are a stuck key.
const MOST: usize = 256;

impl App {
    /// Keeps a key that has to wait; whether it does.
    pub(super) fn hold_key(&mut self, key: Key, id: Option<Id>) -> bool {
        let place = self.place();
        let Some(session) = self.session_mut() else { return false };
        if !session.waits(place) || session.held.is_empty() && !is_about(place, key, id) {
            return false;
        }
        if session.held.len() < MOST {
            session.held.push_back(key);
        }
        true
    }

    /// Answers the keys that waited, up to the next one that has to.
    pub(super) fn release_keys(&mut self, now: Now) {
        let next = |app: &mut Self| {
            let place = app.place();
            app.session_mut().filter(|session| !session.waits(place))?.held.pop_front()
        };
        while let Some(key) = next(self) {
            self.key(key, now);
        }
    }

    /// What the keys that wait were about doesn't come.
    pub(super) fn forget_keys(&mut self) {
        if let Some(session) = self.session_mut() {
            session.held.clear();
        }
    }
}

impl Session {
    /// Whether something is on its way here.
    fn waits(&self, place: Place) -> bool {
        match place {
            Place::Handover => self.handover().is_some_and(|page| page.waits),
            Place::Log => self.log.is_loading(),
            Place::Form => self.known.sought.is_coming(),
            _ => false,
        }
    }
}

/// Whether a key is about what is on its way.
fn is_about(place: Place, key: Key, id: Option<Id>) -> bool {
    match place {
        Place::Log => matches!(id, Some(Id::Open | Id::Amend | Id::Note | Id::Settle | Id::Reveal)),
        Place::Form => matches!(key.code, Code::Enter | Code::Tab) && !key.ctrl,
        _ => true,
    }
}
