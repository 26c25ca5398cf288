//! The program as a value: `update(&mut App, Msg, Now) -> Vec<Effect>`. Nothing here does I/O, sleeps, reads a clock
//! or knows the database; it names the plain values of the logbook (rows, filters, drafts) and no connection.

mod effect;
mod msg;

pub use crate::acts::{Refused, Saved, Who};
pub use effect::Effect;
pub use msg::{Code, Deed, Detail, Key, Msg, Now, Opened, Save, Secret};

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
    /// Whether colour may be used at all (`NO_COLOR`).
    pub colour: bool,
}

/// The whole state of the screens.
pub struct App {
    /// The wording.
    pub words: Words,
    /// What is known before anybody signs in.
    pub door: Door,
    /// Columns and rows of the window.
    pub size: (u16, u16),
}

impl App {
    /// The program at its unlock screen.
    #[must_use]
    pub fn new(words: Words, door: Door, size: (u16, u16), _now: Now) -> Self {
        Self { words, door, size }
    }

    /// When the next tick is wanted; none while nothing waits for time.
    #[must_use]
    pub fn wake(&self) -> Option<Moment> {
        None
    }
}

/// Takes one message in and says what is to be done outside.
#[allow(clippy::needless_pass_by_value)] // messages are given away
pub fn update(app: &mut App, msg: Msg, _now: Now) -> Vec<Effect> {
    match msg {
        Msg::Resize(columns, rows) => app.size = (columns, rows),
        Msg::Hangup | Msg::Terminate => return vec![Effect::Quit],
        _ => {}
    }
    Vec::new()
}
