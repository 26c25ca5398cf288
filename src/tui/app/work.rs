//! Long work of the thread that writes, one at a time: how far it is, and that Esc ends it cleanly. Until it is over
//! no other key means anything: that thread is busy, and a key that waits for it unseen is worse than one that does
//! nothing.

use super::msg::{Code, Key};
use super::{App, Effect, Screen};
pub use crate::logbook::STOPPED;
use crate::record::when::Moment;
use crate::sync::Progress;

/// Work that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// How far it is.
    pub going: Option<Progress>,
    /// When what it is at began.
    pub since: Moment,
    /// It was asked to stop.
    pub stopping: bool,
    /// It can be stopped at all.
    pub stops: bool,
}

impl Work {
    /// Seconds that are left, as far as the time so far can tell.
    #[must_use]
    pub fn left(&self, now: Moment) -> Option<i64> {
        let going = self.going.filter(|going| going.done > 0 && going.done <= going.total)?;
        let (done, rest) = (i64::try_from(going.done).ok()?, i64::try_from(going.total - going.done).ok()?);
        // Within the first second nothing can be told.
        let took = Some((now - self.since).num_seconds()).filter(|took| *took > 0)?;
        Some(took.saturating_mul(rest) / done)
    }
}

impl App {
    /// Whether long work is under way.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.under_way().is_some()
    }

    /// The work that is under way.
    #[must_use]
    pub fn under_way(&self) -> Option<&Work> {
        match &self.screen {
            Screen::First(first) => first.work.as_ref(),
            Screen::Open(session) => session.work.as_ref(),
            Screen::Unlock(unlock) => unlock.work.as_ref(),
        }
    }

    const fn work_mut(&mut self) -> &mut Option<Work> {
        match &mut self.screen {
            Screen::First(first) => &mut first.work,
            Screen::Open(session) => &mut session.work,
            Screen::Unlock(unlock) => &mut unlock.work,
        }
    }

    /// Has long work done.
    pub(super) fn work(&mut self, effect: Effect) {
        self.begin_work(effect, true);
    }

    /// Has long work done that has to come to its end.
    pub(super) fn work_through(&mut self, effect: Effect) {
        self.begin_work(effect, false);
    }

    fn begin_work(&mut self, effect: Effect, stops: bool) {
        *self.work_mut() = Some(Work { going: None, since: self.now, stopping: false, stops });
        self.emit([effect]);
    }

    /// How far it is. Opening a logbook is long work from the moment at which it says so.
    pub(super) fn going(&mut self, going: Progress) {
        let now = self.now;
        let opens = matches!(&self.screen, Screen::Unlock(unlock) if unlock.busy);
        let work = self.work_mut();
        if opens && work.is_none() {
            *work = Some(Work { going: None, since: now, stopping: false, stops: true });
        }
        if let Some(work) = work {
            if work.going.is_some_and(|before| before.stage != going.stage) {
                work.since = now;
            }
            work.going = Some(going);
        }
    }

    /// It is over, well or not. Whoever waited for it gets to read what came of it before the screen locks.
    pub(super) fn work_over(&mut self) {
        let now = self.now;
        if self.work_mut().take().is_some() {
            self.touched = now;
        }
    }

    /// Whether what is under way has to come to its end.
    #[must_use]
    pub fn is_bound(&self) -> bool {
        self.under_way().is_some_and(|work| !work.stops)
    }

    /// A key meanwhile: Esc stops it, once.
    pub(super) fn stop_work(&mut self, key: Key) {
        let Some(work) = self.work_mut() else { return };
        if key.code == Code::Esc && work.stops && !std::mem::replace(&mut work.stopping, true) {
            self.emit([Effect::Stop]);
        }
    }
}
