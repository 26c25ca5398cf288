//! The real clock, fresh ids and salts. Nothing but this file reads them for the command line.

use uuid::Uuid;

use crate::journal::{Mint, Salt};
use crate::record::when::{self, Moment};

/// Time, ids and salts as the computer gives them.
#[derive(Debug, Clone, Copy)]
pub struct Clock;

impl Mint for Clock {
    fn now(&mut self) -> Moment {
        chrono::Utc::now().with_timezone(&when::zone())
    }

    fn id(&mut self) -> Uuid {
        Uuid::now_v7()
    }

    fn salt(&mut self) -> Salt {
        let mut salt = Salt::default();
        // Without randomness a content could be guessed from its hash: rather nothing is written at all.
        if getrandom::fill(&mut salt).is_err() {
            std::process::abort();
        }
        salt
    }
}
