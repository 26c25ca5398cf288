//! What reaches the program: keys, time, signals, and answers of the threads. Plain values; nothing here is read
//! from a terminal or a database.

use serde_json::{Map, Value};
use unicode_segmentation::UnicodeSegmentation as _;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Manners;
use crate::acts::board::Board;
use crate::acts::desk::Origin;
use crate::acts::figures::Table;
use crate::acts::look::{PersonSearch, Slice};
use crate::acts::patrol::Tour;
use crate::acts::{Refused, Saved, Who};
use crate::fault::{Fault, Outcome};
use crate::figures::signals::Share;
use crate::logbook::{Area, Draft, Officer, Post, Record, Row, Version};
use crate::record::Data;
use crate::record::clock::Clock;
use crate::record::when::Moment;
use crate::report::register::Entry;

/// The moment of a message, and ids that nobody has used: what an update may know of the world.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// The clock.
    pub at: Moment,
    /// Two fresh ids (version 7), for an entry and its record.
    pub ids: [Uuid; 2],
}

/// One thing that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse was pressed on this column and row. What that means is known to whoever draws: it comes as keys.
    Press(u16, u16),
    /// Text came in one piece.
    Paste(String),
    /// The window has this many columns and rows.
    Resize(u16, u16),
    /// Time passed; wanted at [`super::App::wake`].
    Tick,
    /// The terminal is gone.
    Hangup,
    /// Somebody asks the program to end.
    Terminate,
    /// Somebody asks the program to stop for a while.
    Suspend,
    /// It goes on after a stop.
    Resume,
    /// The answer to [`super::Effect::Unlock`].
    Unlocked(Outcome<Box<Opened>>),
    /// The answer to [`super::Effect::Save`], with its ticket.
    Saved(u64, Result<Saved, Refused>),
    /// The answer to [`super::Effect::Page`], with its generation.
    Page(u64, Outcome<Vec<Entry>>),
    /// The answer to [`super::Effect::Recall`].
    Recalled(crate::record::Kind, Outcome<Option<Data>>),
    /// The answer to [`super::Effect::Seek`], with its ticket.
    Sought(u64, Outcome<Vec<Row>>),
    /// The answer to [`super::Effect::Detail`].
    Detail(Outcome<Box<Detail>>),
    /// The answer to [`super::Effect::Reveal`]: the content with its persons.
    Revealed(Uuid, Outcome<Data>),
    /// The answer to [`super::Effect::Board`].
    Board(Outcome<Box<Board>>),
    /// The answer to [`super::Effect::Patrols`].
    Patrols(Outcome<Vec<Tour>>),
    /// The answer to [`super::Effect::Shift`].
    Shift(super::handover::Told),
    /// The answer to [`super::Effect::KeepDraft`]: the draft as it is kept now.
    DraftKept(Outcome<Draft>),
    /// What is said to [`super::Effect::First`].
    First(super::first::Told),
    /// What is said to [`super::Effect::Week`].
    Week(super::week::Told),
    /// How far long work is.
    Going(crate::sync::Progress),
    /// The answer to [`super::Effect::Csv`]: how many rows, and the file.
    Csv(Outcome<(usize, super::Written)>),
    /// The answer to [`super::Effect::FindPersons`] and to [`super::Effect::Persons`]: the search and what it found now.
    Persons(u64, Outcome<(Box<PersonSearch>, Slice)>),
    /// What is said to [`super::Effect::Office`].
    Office(super::office::Told),
    /// Something went wrong that nobody asked about.
    Failed(Fault),
}

/// What an officer sees of the logbook right after unlocking.
#[derive(Debug)]
pub struct Opened {
    /// Who signed in.
    pub who: Who,
    /// Code of the unit.
    pub unit: String,
    /// Name of the unit.
    pub unit_name: String,
    /// A made-up logbook: every screen says so.
    pub demo: bool,
    /// A receiving desk's: the posts that report to it; at a post there are none to speak of.
    pub posts: Option<Vec<Post>>,
    /// The register of officers.
    pub officers: Vec<Officer>,
    /// The register of areas.
    pub areas: Vec<Area>,
    /// The open shift.
    pub shift: Option<Box<Record>>,
    /// What this officer has typed and not saved, newest first.
    pub drafts: Vec<Draft>,
    /// When the last entry of the journal was written, by the clock of then.
    pub last_entry: Option<Moment>,
    /// What the settings ask for.
    pub manners: Manners,
}

/// A record to be read, persons masked.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The record; its data may hold masked persons.
    pub record: Record,
    /// Its entries, oldest first.
    pub history: Vec<Version>,
    /// Records that it speaks of, and those that speak of it.
    pub links: Vec<Link>,
    /// What a campaign asked for and what was done; empty for any other record.
    pub progress: Vec<Share>,
    /// The days of a campaign beside others.
    pub beside: Option<Table>,
    /// Its legal clocks, as they stood when it was read.
    pub clocks: Vec<Clock>,
    /// Human numbers of the records that any version of it names.
    pub numbers: Vec<(Uuid, String)>,
    /// Where it came from, at a desk.
    pub origin: Option<Origin>,
}

/// A record at the other end of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The record.
    pub row: Row,
    /// How: the type of a link, or the path of a field.
    pub how: String,
    /// It is the other one that speaks of this.
    pub back: bool,
}

/// What a form is to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// Comes back with the answer.
    pub ticket: u64,
    /// What to do.
    pub deed: Deed,
    /// The id of the entry, the same at every try, so that a retry writes nothing twice.
    pub entry: Uuid,
    /// The record.
    pub record: Uuid,
    /// The fields given: all of a new record, the changed ones of an amendment (null clears).
    pub fields: Map<String, Value>,
}

/// What a form does to the logbook.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// A new record.
    Create(crate::record::Kind),
    /// A new version, with the reason and the version that it was made from.
    Amend {
        /// The reason.
        why: String,
        /// The version that the form showed.
        base: u64,
    },
    /// The end of a record that counts no more, with the reason and the version that was read.
    Void {
        /// The reason.
        why: String,
        /// The version that was shown.
        base: u64,
    },
    /// A remark or event.
    Note,
    /// A new officer, who signs in with this password.
    Enlist(Secret),
    /// New areas, one a line.
    AddAreas,
    /// Begins a shift.
    OpenShift,
    /// Sets right how the open shift stands before it is handed over.
    HandOver {
        /// The version that the form showed.
        base: u64,
    },
    /// A planned patrol goes out.
    StartPatrol,
    /// A patrol reaches the area in the fields.
    Checkpoint,
    /// It notices what the fields say.
    Observe,
    /// It is back.
    FinishPatrol,
    /// It doesn't take place, or is broken off.
    CancelPatrol {
        /// The reason.
        why: String,
    },
    /// What a patrol noticed becomes an incident, which is the record.
    Found(super::form::Origin),
    /// Ends the open shift, which is the record.
    CloseShift {
        /// The version that the form showed.
        base: u64,
        /// The commander's reason to close it though something open has no answer.
        despite: Option<String>,
    },
}

/// A password, typed or on its way; wiped when dropped, never shown.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub Zeroizing<String>);

impl Secret {
    /// How many signs were typed.
    #[must_use]
    pub fn signs(&self) -> usize {
        self.0.graphemes(true).count()
    }

    /// Typing and erasing; whether the key meant something here.
    pub fn key(&mut self, key: Key) -> bool {
        match (key.code, key.text()) {
            (_, Some(c)) => self.0.push(c),
            (Code::Backspace, _) => {
                let cut = self.0.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                self.0.truncate(cut);
            }
            (Code::Char('u'), None) if key.ctrl => *self = Self::default(),
            _ => return false,
        }
        true
    }

    /// Text pasted: its first line.
    pub fn paste(&mut self, text: &str) {
        self.0.push_str(text.lines().next().unwrap_or_default());
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// A key, as the program knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which.
    pub code: Code,
    /// With Ctrl. A letter is then lower case.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

/// The keys that mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A letter, digit or sign, as it is to be written.
    Char(char),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift+Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// F1 to F12.
    F(u8),
}

impl Key {
    /// A key alone.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A key with Ctrl.
    #[must_use]
    pub const fn ctrl(code: Code) -> Self {
        Self { code, ctrl: true, alt: false }
    }

    /// The text that it writes, if it writes any: a sign with Ctrl or Alt is never text.
    #[must_use]
    pub const fn text(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false } => Some(c),
            _ => None,
        }
    }
}
