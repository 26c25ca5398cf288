//! The screens that stand in front of board and log while they are looked at, one of them at a time: each a value of
//! its own, in a module of its own. This is only the list of them.

use super::handover::Handover;
use super::office::Office;
use super::patrol::Patrols;
use super::persons::Persons;
use super::week::Weeks;
use super::{App, Session};
use crate::tui::command::Place;

/// A screen of its own kind.
#[derive(Debug)]
pub enum Page {
    /// The weeks.
    Week(Weeks),
    /// The search for persons.
    Persons(Box<Persons>),
    /// A shift that is handed over.
    Handover(Box<Handover>),
    /// The office.
    Office(Box<Office>),
    /// Patrols that are planned or out, or one of them.
    Patrol(Patrols),
}

impl Page {
    /// Where the keys go while it is in front.
    #[must_use]
    pub const fn place(&self) -> Place {
        match self {
            Self::Week(_) => Place::Week,
            Self::Persons(_) => Place::Persons,
            Self::Handover(page) if page.sheet.is_some() => Place::Sheet,
            Self::Handover(_) => Place::Handover,
            Self::Office(office) => Place::Office(office.room),
            Self::Patrol(patrols) => patrols.place(),
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

    /// The patrols, if they are looked at.
    #[must_use]
    pub const fn patrols(&self) -> Option<&Patrols> {
        match &self.page {
            Some(Page::Patrol(patrols)) => Some(patrols),
            _ => None,
        }
    }

    /// The office, if it is looked at.
    #[must_use]
    pub const fn office(&self) -> Option<&Office> {
        match &self.page {
            Some(Page::Office(office)) => Some(office),
            _ => None,
        }
    }
}

impl App {
    /// Something was written, or read and maybe mended: what is looked at is asked for anew.
    pub(super) fn page_again(&mut self) {
        match self.session().and_then(|session| session.page.as_ref()) {
            Some(Page::Week(_)) => self.look_at_week(None),
            Some(Page::Handover(_)) => self.look_at_shift(),
            Some(Page::Office(_)) => self.look_at_office(),
            Some(Page::Patrol(_)) => self.patrols_again(),
            Some(Page::Persons(_)) | None => {}
        }
    }
}
