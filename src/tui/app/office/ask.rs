//! What the office asks of the thread that writes, and what that thread answers: plain values, no wording.

use uuid::Uuid;

use super::super::csv::Written;
use super::super::desk;
use super::super::msg::Secret;
use super::Room;
use crate::acts::keep::Backups;
use crate::fault::Outcome;
use crate::figures::signals::Signal;
use crate::logbook::{Area, Health, Officer};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// What a room shows.
    Look(Room),
    /// A new password: for the officer of this login, or for oneself.
    Password {
        /// The login.
        login: Option<String>,
        /// The password.
        password: Secret,
    },
    /// End an officer, who can't sign in any more, and change the database key.
    Disable {
        /// The login.
        login: String,
    },
    /// End an area.
    EndArea {
        /// Its record.
        record: Uuid,
        /// Why.
        why: String,
    },
    /// Write a backup.
    Backup {
        /// Where to, as it was typed; empty for the logbook's own place.
        to: String,
    },
    /// Check everything about the logbook.
    Check,
    /// Make the views anew.
    Rebuild,
    /// Something at the desk.
    Desk(desk::Ask),
    /// Change a setting.
    Set {
        /// Its name.
        name: &'static str,
        /// The value.
        value: String,
    },
}

impl Ask {
    /// How it is long work, if it is: whether it can be stopped.
    #[must_use]
    pub const fn stops(&self) -> Option<bool> {
        match self {
            Self::Disable { .. } => Some(false),
            Self::Backup { .. } | Self::Check | Self::Rebuild => Some(true),
            _ => None,
        }
    }

    /// It only reads, and takes longer where the log is longer: the thread that reads answers it.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        matches!(self, Self::Look(Room::Signals))
    }

    /// Nobody else may have the logbook open meanwhile, not even the thread that reads.
    #[must_use]
    pub const fn is_alone(&self) -> bool {
        matches!(self, Self::Disable { .. } | Self::Rebuild)
    }
}

/// What is answered.
#[derive(Debug)]
pub enum Told {
    /// To a look at this room.
    Seen(Room, Outcome<Seen>),
    /// To something at the desk.
    Desk(desk::Told),
    /// To everything that changes something.
    Done(Outcome<Said>),
    /// To a backup.
    BackedUp(Outcome<Written>),
    /// To a check.
    Checked(Outcome<Health>),
}

/// What a room shows.
#[derive(Debug, Clone)]
pub enum Seen {
    /// The officers.
    Officers(Vec<Officer>),
    /// The areas.
    Areas(Vec<Area>),
    /// The settings with their values.
    Settings(Vec<(&'static str, String)>),
    /// The backups.
    Backups(Backups),
    /// What stands out.
    Signals(Vec<Signal>),
}

/// What was done, as a wording id and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The wording id.
    pub wording: &'static str,
    /// The values.
    pub args: Vec<(&'static str, String)>,
}

impl Said {
    /// Something said with one value.
    #[must_use]
    pub fn one(wording: &'static str, name: &'static str, value: impl Into<String>) -> Self {
        Self { wording, args: vec![(name, value.into())] }
    }
}
