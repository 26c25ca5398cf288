//! Going away: leaving a form, locking, ending. What was typed is kept first; only the officer's own word drops it.

use super::cards::Card;
use super::effect::Effect;
use super::msg::Now;
use super::page::Page;
use super::{App, Screen, locked};
use crate::record::when::Moment;
use crate::tui::command::Place;

/// Seconds after a change in a form until its draft is kept.
const KEEP_AFTER: i64 = 1;

/// What is done as soon as the draft is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    Form,
    Lock,
    Quit,
}

impl App {
    /// When the next tick is wanted: a draft is due, a wait is over, the clock shows another minute, the lock is due.
    #[must_use]
    pub fn wake(&self) -> Option<Moment> {
        let minute = 60 - self.now.timestamp().rem_euclid(60);
        let mut next = self.now + chrono::TimeDelta::seconds(minute);
        match &self.screen {
            Screen::Unlock(unlock) if unlock.waits(self.now) > 0 => next = self.now + chrono::TimeDelta::seconds(1),
            Screen::First(_) | Screen::Unlock(_) => {}
            Screen::Open(session) => {
                let proves = matches!(&self.card, Some(Card::Prove(who)) if who.waits(self.now) > 0);
                if proves || session.handover().is_some_and(|page| page.signing.who.waits(self.now) > 0) {
                    next = self.now + chrono::TimeDelta::seconds(1);
                }
                let draft = session.form.as_ref().and_then(|form| form.unkept);
                // What is due already waits for an answer: no tick can hurry it.
                let second = self.now + chrono::TimeDelta::seconds(1);
                let ahead = |due: Moment| if due > self.now { due } else { second };
                next = next.min(draft.map_or(next, |since| ahead(since + chrono::TimeDelta::seconds(KEEP_AFTER))));
                let lock = chrono::TimeDelta::minutes(i64::from(self.manners.lock_minutes));
                next = next.min(ahead(self.touched + lock));
            }
        }
        Some(next)
    }

    pub(super) fn tick(&mut self, now: Now) {
        let idle = (now.at - self.touched).num_seconds().abs() >= i64::from(self.manners.lock_minutes) * 60;
        if let Screen::First(first) = &mut self.screen
            && idle
        {
            first.forget();
        }
        let Some(session) = self.session() else { return };
        // A clock that was set back must not put the draft off.
        let due = |since: Moment| (now.at - since).num_milliseconds().abs() >= KEEP_AFTER * 1000;
        if session.form.as_ref().and_then(|form| form.unkept).is_some_and(due) {
            self.keep_draft();
        }
        let Some(session) = self.session_mut() else { return };
        let again = match (session.place(), &mut session.page) {
            (Place::Board, _) => session.home.minute(now.at),
            (Place::Patrols | Place::Patrol, Some(Page::Patrol(patrols))) => patrols.minute(now.at),
            _ => None,
        };
        self.emit(again);
        if idle && !self.is_working() {
            self.go_away(Leaving::Lock);
        }
    }

    /// Sends the draft of the form to the writer, if there is something new in it.
    pub(super) fn keep_draft(&mut self) {
        let form = self.session_mut().and_then(|session| session.form.as_mut());
        let Some(form) = form.filter(|form| form.unkept.is_some() && !form.saving) else { return };
        form.unkept = None;
        form.keeping = true;
        let keep = Effect::KeepDraft { key: form.draft_key(), body: form.body() };
        self.emit([keep]);
    }

    /// Locks or ends; with something typed, only once it is on disk.
    pub(super) fn go_away(&mut self, how: Leaving) {
        self.keep_draft();
        let waits =
            self.session().and_then(|session| session.form.as_ref()).is_some_and(|form| form.keeping || form.saving);
        if waits {
            self.leaving = Some(how);
        } else {
            self.leave_now(how);
        }
    }

    /// What was waited for is on disk.
    pub(super) fn left(&mut self) {
        if let Some(how) = self.leaving.take() {
            self.go_away(how);
        }
    }

    fn leave_now(&mut self, how: Leaving) {
        self.leaving = None;
        match how {
            Leaving::Quit => {
                // The end waits for the writer, which may be at something long.
                let stop = self.is_working().then_some(Effect::Stop);
                self.emit(stop.into_iter().chain([Effect::Quit]));
            }
            Leaving::Form => {
                self.close_form();
                self.notice = Some(self.words.get("tui-draft-kept").to_owned());
            }
            Leaving::Lock => {
                self.screen = Screen::Unlock(locked(&self.door));
                self.card = None;
                self.notice = Some(self.words.get("tui-locked").to_owned());
                self.emit([Effect::Lock]);
            }
        }
    }

    /// The terminal or the system goes: keep what can be kept and end.
    pub(super) fn end_now(&mut self) {
        self.keep_draft();
        self.leave_now(Leaving::Quit);
    }

    pub(super) fn suspend(&mut self) {
        self.keep_draft();
        self.emit([Effect::Suspend]);
    }

    /// Ends at the second press.
    pub(super) fn ask_quit(&mut self) {
        if std::mem::replace(&mut self.quitting, true) {
            self.go_away(Leaving::Quit);
        } else {
            self.notice = Some(self.words.get("tui-quit-again").to_owned());
        }
    }

    /// Esc.
    pub(super) fn leave_place(&mut self) {
        match self.place() {
            Place::Form => {
                let dirty = self.session().and_then(|session| session.form.as_ref()).is_some_and(|form| form.dirty);
                if dirty { self.card = Some(Card::Leave { at: 0 }) } else { self.close_form() }
            }
            Place::Detail if self.go_back() => {}
            Place::Detail => {
                if let Some(session) = self.session_mut() {
                    session.log.inside = false;
                    // What was revealed is masked again as soon as it isn't read any more.
                    if let Some(reading) = session.log.reading.as_mut() {
                        reading.revealed = None;
                    }
                    if session.home.opened {
                        self.show_home();
                    }
                }
                self.page_again();
            }
            Place::Week | Place::Handover | Place::Patrols | Place::Patrol => self.leave_page(),
            Place::Persons => self.leave_persons(),
            Place::Sheet => {
                if let Some(page) = self.handover() {
                    page.sheet = None;
                }
            }
            Place::Office(_) => self.leave_room(),
            Place::Log => self.leave_log(),
            Place::First | Place::Paper | Place::Unlock | Place::Board | Place::Card => {}
        }
    }

    /// What the officer chose for a form that was changed: keep the draft, go on, drop it.
    pub(super) fn leave_form(&mut self, choice: usize) {
        match choice {
            0 => self.go_away(Leaving::Form),
            1 => {}
            _ => {
                self.drop_draft();
                self.close_form();
                self.notice = Some(self.words.get("tui-draft-dropped").to_owned());
            }
        }
    }

    /// Forgets the draft of the form.
    pub(super) fn drop_draft(&mut self) {
        let Some(session) = self.session_mut() else { return };
        let Some(form) = session.form.as_mut() else { return };
        let key = form.draft_key();
        form.unkept = None;
        session.drafts.retain(|draft| draft.key != key);
        self.emit([Effect::DropDraft { key }]);
    }

    pub(super) fn close_form(&mut self) {
        if let Some(session) = self.session_mut() {
            session.form = None;
        }
        self.board_again();
        self.read_beside();
    }
}
