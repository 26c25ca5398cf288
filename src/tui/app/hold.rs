//! Keys that come before what they mean is there: a step is being written, a list or a search is on its way. They wait
//! and are answered in their order, so that a fast hand loses none and none lands on what stood there before.

use super::msg::{Code, Key, Now};
use super::{App, Screen, Session};
use crate::tui::command::{Id, Place, meant};

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

    /// Whether the password is being tried, or the logbook opened.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        matches!(&self.screen, Screen::Unlock(unlock) if unlock.busy) && self.card.is_none()
    }

    /// A key while the logbook opens. From a command on they wait: an incident can be begun before it is there. What is
    /// typed before any command may be the password once more, and goes nowhere.
    pub(super) fn early_key(&mut self, key: Key) {
        let Screen::Unlock(unlock) = &mut self.screen else { return };
        let begins = (key.ctrl || matches!(key.code, Code::F(_))) && meant(key, Place::Board).is_some();
        if (begins || !unlock.early.is_empty()) && unlock.early.len() < MOST {
            unlock.early.push_back(key);
        }
        self.notice = Some(match unlock.early.len() {
            0 => self.words.get("tui-early-none").to_owned(),
            count => self.words.with("tui-early-held", &[("count", &count.to_string())]),
        });
    }

    /// Answers the keys from before the logbook was open, once no question stands in their way that nobody had seen
    /// then. Whoever took up a draft instead meant something else.
    pub(super) fn release_early(&mut self, now: Now) {
        if self.card.is_some() {
            return;
        }
        let Some(session) = self.session_mut().filter(|session| !session.early.is_empty()) else { return };
        let early = std::mem::take(&mut session.early);
        if session.form.is_some() {
            self.notice = Some(self.words.get("tui-early-dropped").to_owned());
        } else {
            session.held.extend(early);
            self.release_keys(now);
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
