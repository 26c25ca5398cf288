//! The real clock, fresh ids and fresh salts of the screens. Nothing below this floor reads a clock by itself.

use chrono::Utc;
use uuid::Uuid;

use crate::journal::{Mint, Salt};
use crate::record::when::{self, Moment};
use crate::tui::app::Now;

/// Hands out what is real now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock;

impl Clock {
    /// What an update may know of the world.
    pub fn moment(&mut self) -> Now {
        Now { at: self.now(), ids: [self.id(), self.id()] }
    }
}

impl Mint for Clock {
    fn now(&mut self) -> Moment {
        Utc::now().with_timezone(&when::zone())
    }

    fn id(&mut self) -> Uuid {
        Uuid::now_v7()
    }

    fn salt(&mut self) -> Salt {
        let mut salt = Salt::default();
        if getrandom::fill(&mut salt).is_err() {
            salt = *Uuid::now_v7().as_bytes();
        }
        salt
    }
}
