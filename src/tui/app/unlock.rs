//! Somebody who shows who they are: chosen from a list, the password as it is typed, how often it was wrong. The
//! password goes out in a message and is wiped here at once.

use std::collections::VecDeque;

use super::msg::{Code, Key, Secret};
use super::work::Work;
use crate::record::when::Moment;

/// Wrong passwords before waiting begins to grow.
const PATIENCE: u32 = 3;

/// The unlock screen, and whoever signs in a window where another is signed in.
#[derive(Debug, Clone, Default)]
pub struct Unlock {
    /// The one of the list under the cursor.
    pub at: usize,
    /// What was typed.
    pub password: Secret,
    /// How often it was wrong in a row.
    pub wrong: u32,
    /// Nothing is tried before.
    pub until: Option<Moment>,
    /// The key is being derived, or the logbook opened.
    pub busy: bool,
    /// A logbook of an older program is being brought up to date.
    pub work: Option<Work>,
    /// Keys that wait for the open logbook.
    pub(super) early: VecDeque<Key>,
}

impl Unlock {
    /// Answers a key; a password that is to be tried. The list has this many lines.
    pub fn key(&mut self, key: Key, lines: usize, now: Moment) -> Option<Secret> {
        if self.busy {
            return None;
        }
        match key.code {
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at = (self.at + 1).min(lines.saturating_sub(1)),
            Code::Enter if self.at < lines => return self.try_it(now),
            _ => {
                self.password.key(key);
            }
        }
        None
    }

    /// The password was wrong: from the third time on, each try waits twice as long.
    pub fn was_wrong(&mut self, now: Moment) {
        self.wrong += 1;
        let doubled = self.wrong.saturating_sub(PATIENCE).min(6);
        self.until = (self.wrong >= PATIENCE).then(|| now + chrono::TimeDelta::seconds(5 << doubled));
    }

    /// Seconds that are still to be waited.
    #[must_use]
    pub fn waits(&self, now: Moment) -> i64 {
        // A clock that was set back must not lock anybody out for days.
        self.until.map_or(0, |until| (until - now).num_milliseconds().div_euclid(1000) + 1).clamp(0, 320)
    }

    fn try_it(&mut self, now: Moment) -> Option<Secret> {
        if self.password.0.is_empty() || (self.until.is_some() && self.waits(now) > 0) {
            return None;
        }
        self.busy = true;
        self.until = None;
        Some(std::mem::take(&mut self.password))
    }
}
