//! The receiving desk on the screen: the posts that report here, one of them week by week, what is received and asked.
//! Its rooms are tables like those of the office, and drawn by the same hand; who may do what is decided by the acts.

mod ask;
mod compare;
mod received;
mod rows;
mod task;
mod told;

pub use ask::{Ask, Told};
pub use task::{Task, Wanted};

use super::App;
use super::filter::Chip;
use super::home::Led;
use super::office::{self, Office, Room};
use crate::desk::Span;
use crate::tui::command::{Id, Place};

/// Where a command or a place belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Post,
    Desk,
}

/// A desk writes nothing down itself, and a post receives nothing.
const fn side(id: Id) -> Side {
    match id {
        Id::Incident
        | Id::Patrol
        | Id::Other
        | Id::New
        | Id::Void
        | Id::Shift
        | Id::Week
        | Id::Amend
        | Id::Note
        | Id::Settle
        | Id::Room(Room::Signals | Room::Figures | Room::Clocks)
        | Id::Task(office::Task::Earlier | office::Task::Later | office::Task::Length) => Side::Post,
        Id::Room(Room::Posts | Room::Compare) | Id::Task(office::Task::Desk(_)) => Side::Desk,
        _ => Side::Both,
    }
}

const fn side_of(place: Place) -> Side {
    match place {
        Place::Office(Room::Posts | Room::Post | Room::Compare) => Side::Desk,
        Place::Board
        | Place::Form
        | Place::Week
        | Place::Handover
        | Place::Sheet
        | Place::Patrols
        | Place::Patrol
        | Place::Office(Room::Signals | Room::Figures | Room::Clocks) => Side::Post,
        _ => Side::Both,
    }
}

/// Whether a command means anything in this logbook.
#[must_use]
pub fn serves(id: Id, desk: bool) -> bool {
    side(id) != if desk { Side::Post } else { Side::Desk }
}

/// Whether a place is ever seen in this logbook.
#[must_use]
pub fn is_seen(place: Place, desk: bool) -> bool {
    side_of(place) != if desk { Side::Post } else { Side::Desk }
}

impl App {
    /// Whether a desk is open.
    #[must_use]
    pub fn is_desk(&self) -> bool {
        self.session().is_some_and(|session| session.desk)
    }

    /// Shows what there is to see first: the board, or at a desk the posts.
    pub(super) fn show_home(&mut self) {
        if self.is_desk() { self.show_posts() } else { self.show_board() }
    }

    /// Leaves the page in front: back to the posts or the board, or to the log, wherever one came from.
    pub(super) fn leave_page(&mut self) {
        let Some(session) = self.session_mut() else { return };
        session.page = None;
        if session.desk && session.home.shown {
            return self.show_posts();
        }
        self.board_again();
        self.read_beside();
    }

    fn show_posts(&mut self) {
        if let Some(session) = self.session_mut() {
            (session.home.shown, session.home.narrowed) = (true, Led::No);
        }
        self.open_room(Room::Posts);
    }

    /// One post, week by week.
    pub(super) fn open_post(&mut self, unit: String) {
        self.show_room(Office::new(Room::Post, Some(unit)));
    }

    /// Asks for what a room of the desk shows.
    pub(super) fn look_at_desk(&mut self, room: Room, of: Option<String>) {
        let ask = match (room, of) {
            (Room::Post, Some(unit)) => Ask::Post(unit),
            (Room::Compare, _) => Ask::Compare(self.session().map_or(Span::LastWeek, |session| session.span)),
            _ => Ask::Posts,
        };
        self.ask_office(office::Ask::Desk(ask));
    }

    /// The log, at a desk; of one post where one is looked at. Esc comes back.
    pub(super) fn show_posts_log(&mut self) {
        let unit = self.office().and_then(|office| office.of.clone());
        let Some(session) = self.session_mut() else { return };
        session.page = None;
        self.show_log();
        let Some(session) = self.session_mut() else { return };
        let Some(unit) = unit else { return };
        session.home.narrowed = Led::Board;
        session.log.clear();
        session.log.filters.set(Chip::Post(unit));
        let asked = session.log.refresh();
        self.emit(asked);
    }
}
