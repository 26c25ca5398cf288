//! The screens that stand in front of board and log while they are looked at, one of them at a time: each a value of
//! its own, in a module of its own. This is only the list of them.

use super::Session;
use super::persons::Persons;
use super::week::Weeks;
use crate::tui::command::Place;

/// A screen of its own kind.
#[derive(Debug)]
pub enum Page {
    /// The weeks.
    Week(Weeks),
    /// The search for persons.
    Persons(Box<Persons>),
}

impl Page {
    /// Where the keys go while it is in front.
    #[must_use]
    pub const fn place(&self) -> Place {
        match self {
            Self::Week(_) => Place::Week,
            Self::Persons(_) => Place::Persons,
        }
    }
}

impl Session {
    /// The weeks, if they are looked at.
    #[must_use]
    pub const fn weeks(&self) -> Option<&Weeks> {
        match &self.page {
            Some(Page::Week(weeks)) => Some(weeks),
            _ => None,
        }
    }
}
