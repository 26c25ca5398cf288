//! The program as a value: `update(&mut App, Msg, Now) -> Vec<Effect>`. Nothing here does I/O, sleeps, reads a clock
//! or knows the database; it names the plain values of the logbook (rows, filters, drafts) and no connection.

mod ago;
mod answers;
pub mod cards;
mod choose;
pub mod columns;
mod csv;
pub mod desk;
mod effect;
pub mod export;
pub mod filter;
pub mod first;
pub mod form;
mod forms;
pub mod handover;
pub mod handover_lines;
mod handover_told;
mod hold;
pub mod home;
mod leave;
pub mod lines;
mod links;
pub mod list;
mod manners;
pub mod menu;
mod msg;
pub mod office;
pub mod page;
pub mod persons;
pub mod password;
pub mod patrol;
pub mod patrol_lines;
mod patrol_steps;
mod reading;
pub mod recall;
pub mod receiver;
pub mod registers;
mod route;
pub mod seek;
pub mod sign;
mod unlock;
mod void;
pub mod week;
pub mod week_lines;
mod week_receipts;
mod week_told;
pub mod work;

use std::collections::VecDeque;

pub use crate::acts::{Refused, Saved, Who};
pub use cards::Card;
pub use csv::Written;
pub use effect::Effect;
pub use first::First;
pub use form::Form;
pub use home::Home;
pub use lines::Line;
pub use list::Log;
pub use manners::{Manners, Theme};
pub use msg::{Code, Deed, Detail, Key, Link, Msg, Now, Opened, Save, Secret};
pub use page::Page;
pub use password::Password;
pub use registers::Registers;
pub use unlock::Unlock;
pub use work::Work;

use self::leave::Leaving;
use super::command::Place;
use crate::logbook::{Draft, Record};
use crate::record::when::Moment;
use crate::words::Words;

/// What is known before anybody signs in.
#[derive(Debug, Clone, Default)]
pub struct Door {
    /// The logins, in the order to choose from.
    pub logins: Vec<String>,
    /// The login to begin with, if one was named.
    pub login: Option<String>,
    /// Login and password of a made-up logbook, shown on the unlock screen.
    pub demo: Option<(String, String)>,
    /// There is no logbook yet: the folder in which one can be founded, as it is shown.
    pub first: Option<String>,
    /// The theme that fits the terminal.
    pub theme: Theme,
}

/// The whole state of the screens.
pub struct App {
    /// The wording.
    pub words: Words,
    /// What is known before anybody signs in.
    pub door: Door,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// The moment of the last message.
    pub now: Moment,
    /// Unlocking, or what is open.
    pub screen: Screen,
    /// What lies over the screen.
    pub card: Option<Card>,
    /// One line about what just happened.
    pub notice: Option<String>,
    /// What the settings ask for; kept while the screen is locked.
    manners: Manners,
    /// The last key, after which the screen locks in time.
    touched: Moment,
    /// The next such key ends the program.
    quitting: bool,
    leaving: Option<Leaving>,
    tickets: u64,
    out: Vec<Effect>,
}

/// What the window shows below cards.
pub enum Screen {
    /// There is no logbook yet.
    First(Box<First>),
    /// Nobody is signed in.
    Unlock(Unlock),
    /// Somebody is.
    Open(Box<Session>),
}

/// What a signed-in officer works with.
pub struct Session {
    /// Who.
    pub who: Who,
    /// Code of the unit.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// Every screen says that the data is made up.
    pub demo: bool,
    /// It is a receiving desk's.
    pub desk: bool,
    /// The stretch of time over which its posts are compared.
    pub span: crate::desk::Span,
    /// The period of which the figures are looked at.
    figures: office::Asked,
    /// Officers and areas.
    pub known: Registers,
    /// The open shift.
    pub shift: Option<Box<Record>>,
    /// What was typed and not saved.
    pub drafts: Vec<Draft>,
    /// The board.
    pub home: Home,
    /// The log.
    pub log: Log,
    /// A screen of its own kind that is looked at instead of board and log.
    pub page: Option<Page>,
    /// The form being filled in.
    pub form: Option<Form>,
    /// Long work that is under way.
    pub work: Option<Work>,
    /// What each field held last.
    pub recall: recall::Recall,
    /// What was found when everything was checked last, and when.
    health: Option<Box<(Moment, office::Found)>>,
    /// What a purge would take, as it was found last.
    due: Option<Box<office::Due>>,
    /// Keys that wait for what is on its way.
    held: VecDeque<Key>,
    /// Keys from before it was open.
    early: VecDeque<Key>,
    /// A form waits for the newer version of its record.
    conflict: bool,
    /// A record that is being declared void.
    voiding: Option<void::Voiding>,
    /// What is to come of the shift that was asked for.
    turn: handover::Turn,
    ticket: u64,
}

impl App {
    /// The program at its unlock screen.
    #[must_use]
    pub fn new(words: Words, door: Door, size: (u16, u16), now: Now) -> Self {
        let screen = match &door.first {
            Some(folder) => Screen::First(Box::new(First::new(folder.clone()))),
            None => Screen::Unlock(locked(&door)),
        };
        Self {
            words,
            door,
            size,
            now: now.at,
            screen,
            card: None,
            notice: None,
            manners: Manners::default(),
            touched: now.at,
            quitting: false,
            leaving: None,
            tickets: 0,
            out: Vec::new(),
        }
    }

    /// What is open, once somebody signed in.
    #[must_use]
    pub const fn session(&self) -> Option<&Session> {
        match &self.screen {
            Screen::Open(session) => Some(session),
            Screen::First(_) | Screen::Unlock(_) => None,
        }
    }

    /// How it looks: as the setting says, unless the terminal or its user wants no colour.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.manners.theme.filter(|_| self.door.theme != Theme::None).unwrap_or(self.door.theme)
    }

    /// Whether the mouse clicks on things.
    #[must_use]
    pub const fn wants_mouse(&self) -> bool {
        self.manners.mouse
    }

    /// Hands the mouse to the terminal, or takes it again.
    pub(super) fn other_mouse(&mut self) {
        self.manners.mouse = !self.manners.mouse;
        let said = if self.manners.mouse { "tui-mouse-on" } else { "tui-mouse-off" };
        self.notice = Some(self.words.get(said).to_owned());
    }

    /// Takes up what the settings ask for, at once.
    pub(super) fn behave(&mut self, manners: Manners) {
        self.manners = manners;
    }

    /// Where the keys go.
    #[must_use]
    pub fn place(&self) -> Place {
        match (&self.card, &self.screen) {
            (Some(_), _) => Place::Card,
            (None, screen) => screen.place(),
        }
    }

    const fn session_mut(&mut self) -> Option<&mut Session> {
        match &mut self.screen {
            Screen::Open(session) => Some(session),
            Screen::First(_) | Screen::Unlock(_) => None,
        }
    }

    fn emit(&mut self, effect: impl IntoIterator<Item = Effect>) {
        self.out.extend(effect);
    }
}

impl Screen {
    /// Where the keys go when no card lies above.
    const fn place(&self) -> Place {
        match self {
            Self::First(first) if first.is_paper() => Place::Paper,
            Self::First(_) => Place::First,
            Self::Unlock(_) => Place::Unlock,
            Self::Open(session) => session.place(),
        }
    }
}

impl Session {
    /// Where the keys go when no card lies above.
    #[must_use]
    pub const fn place(&self) -> Place {
        match (&self.form, &self.page, self.log.inside) {
            (Some(_), ..) => Place::Form,
            (None, Some(page), false) => page.place(),
            (None, None, _) if self.home.shown => Place::Board,
            (None, _, true) => Place::Detail,
            (None, None, false) => Place::Log,
        }
    }
}

/// Takes one message in and says what is to be done outside.
pub fn update(app: &mut App, msg: Msg, now: Now) -> Vec<Effect> {
    app.now = now.at;
    match msg {
        Msg::Key(key) => {
            app.key(key, now);
            app.release_early(now);
        }
        Msg::Paste(text) => app.paste(&text, now),
        Msg::Resize(columns, rows) => app.resize(columns, rows),
        Msg::Tick | Msg::Resume => app.tick(now),
        Msg::Hangup | Msg::Terminate => app.end_now(),
        Msg::Suspend => app.suspend(),
        answer => {
            app.answer(answer, now);
            app.release_early(now);
            app.release_keys(now);
        }
    }
    std::mem::take(&mut app.out)
}

/// The unlock screen of this logbook.
fn locked(door: &Door) -> Unlock {
    let wanted = door.login.as_ref().or(door.demo.as_ref().map(|(login, _)| login));
    let at = door.logins.iter().position(|login| Some(login) == wanted).unwrap_or(0);
    Unlock { at, ..Unlock::default() }
}
