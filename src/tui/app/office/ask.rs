//! What the office asks of the thread that writes, and what that thread answers: plain values, no wording.

use uuid::Uuid;

use super::super::csv::Written;
use super::super::desk;
use super::super::filter::Stretch;
use super::super::first::{Paper, Print};
use super::super::msg::Secret;
use super::{Accesses, Asked, Due, Room, Take};
use crate::acts::clocks;
use crate::acts::figures::Table;
use crate::acts::keep::{Backups, Volumes};
use crate::acts::purge::Sum;
use crate::fault::Outcome;
use crate::figures::signals::Signal;
use crate::logbook::{Area, Health, Hold, Officer, Row};
use crate::record::rulebook::Retention;
use crate::words::Lang;

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
    /// Find what a purge would take.
    Due(Take),
    /// Have it go for good.
    Purge {
        /// What.
        take: Take,
        /// Why.
        why: String,
    },
    /// Put a hold on a record.
    Hold {
        /// Its number.
        number: String,
    },
    /// Take the hold from a record.
    Release {
        /// The record.
        record: Uuid,
    },
    /// A page of who saw what.
    Accesses {
        /// The days; all when none are chosen.
        days: Option<Stretch>,
        /// The row after which it goes on.
        before: Option<i64>,
    },
    /// The figures of a period.
    Figures(Asked),
    /// Write who saw what into a file.
    AccessFile {
        /// Where to, as it was typed.
        to: String,
        /// The days.
        days: Option<Stretch>,
        /// In which language.
        lang: Lang,
    },
    /// Begin a new journal that continues this one.
    NewJournal {
        /// Why.
        why: String,
    },
    /// A recovery code that opens nothing yet, for whoever has this password.
    NewCode(Secret),
    /// Write it into a file.
    Print(Print),
    /// It was noted, and counts from now on.
    Recovery(Secret),
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
            Self::Disable { .. } | Self::Purge { .. } => Some(false),
            Self::Backup { .. } | Self::Check | Self::Rebuild | Self::Due(_) | Self::AccessFile { .. } => Some(true),
            Self::Desk(ask) => ask.stops(),
            _ => None,
        }
    }

    /// It only reads, and takes longer where the log is longer: the thread that reads answers it.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        matches!(self, Self::Look(Room::Signals | Room::Clocks) | Self::Figures(_))
    }

    /// The thread that reads has to let go of the logbook meanwhile, and opens it anew.
    #[must_use]
    pub const fn is_alone(&self) -> bool {
        matches!(self, Self::Disable { .. } | Self::Rebuild | Self::NewJournal { .. })
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
    Checked(Outcome<Found>),
    /// To what a purge would take.
    Due(Outcome<Due>),
    /// To a recovery code.
    Code(Outcome<Paper>),
    /// To writing it: where it lies now.
    Printed(Outcome<String>),
    /// To a purge.
    Purged(Outcome<Sum>),
    /// To a page of who saw what.
    Accesses(Outcome<Accesses>),
    /// To the figures of this period.
    Figures(Asked, Outcome<Box<Table>>),
    /// To the file of who saw what: how many rows, and where.
    AccessFile(Outcome<(usize, Written)>),
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
    /// The legal clocks that run.
    Clocks(Vec<clocks::Due>),
    /// The volumes of the journal.
    Volumes(Volumes),
    /// The rules by which something goes for good.
    Rules(Vec<Retention>),
    /// The holds, oldest first.
    Holds(Vec<(Hold, Row)>),
}

/// What was found when everything was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// About the logbook itself.
    pub health: Health,
    /// The receiver holds another story.
    pub forked: bool,
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
