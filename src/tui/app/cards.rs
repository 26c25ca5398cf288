//! Cards that lie over a screen and ask or tell one thing. Enter takes what is marked, Esc goes back; nothing is
//! ever taken by a letter.

use uuid::Uuid;

use super::desk::serves;
use super::export::Choice;
use super::menu::Menu;
use super::msg::{Code, Detail, Key};
use super::office::{Noting, Wanted};
use super::password::Password;
use super::registers::{asked, begins};
use super::unlock::Unlock;
use crate::record::Kind;
use crate::record::when::Moment;
use crate::text::edit::Editor;
use crate::text::fold;
use crate::tui::command::{COMMANDS, Command, Place};
use crate::words::Words;

/// A card.
#[derive(Debug)]
pub enum Card {
    /// Every key.
    Help {
        /// Rows scrolled over.
        top: usize,
    },
    /// Every command, searched by typing.
    Palette {
        /// What was typed.
        query: Editor,
        /// The line under the cursor.
        at: usize,
    },
    /// What the list can be narrowed to, searched by typing.
    Filter {
        /// What was typed.
        query: Editor,
        /// The line under the cursor.
        at: usize,
    },
    /// Something is chosen, searched by typing.
    Choose {
        /// From what.
        from: From,
        /// What was typed.
        query: Editor,
        /// The line under the cursor.
        at: usize,
    },
    /// A form that was changed is to be left: keep the draft, go on, drop.
    Leave {
        /// The line under the cursor.
        at: usize,
    },
    /// The persons of a record are to be named: why.
    Reveal {
        /// The record.
        record: Uuid,
        /// The reason.
        why: Editor,
    },
    /// Something is asked that is answered with a line.
    Ask {
        /// What.
        question: Question,
        /// The answer.
        text: Editor,
    },
    /// Somebody signs with a password of their own.
    Sign,
    /// A shift has ended: what comes next.
    Closed {
        /// The line under the cursor.
        at: usize,
    },
    /// Some ways on are offered.
    Menu(Box<Menu>),
    /// A new password is typed, twice.
    Password(Password),
    /// Whoever is signed in shows once more that it is them.
    Prove(Box<Unlock>),
    /// A new recovery code is noted.
    Paper(Box<Noting>),
    /// Something was done; these lines say what.
    Told {
        /// Wording id of its name.
        heading: &'static str,
        /// What is said.
        said: Vec<String>,
        /// Rows scrolled over.
        top: usize,
    },
    /// Whether this terminal shows and takes Vietnamese.
    Glyphs {
        /// What was typed to try.
        trial: Editor,
    },
    /// The registers behind one key: a kind is chosen.
    Kinds {
        /// The line under the cursor.
        at: usize,
    },
    /// The drafts to go on with.
    Drafts {
        /// The line under the cursor.
        at: usize,
    },
    /// The clock looks wrong.
    Clock {
        /// When the last entry was written, by the clock of then; none before there is a logbook.
        last: Option<Moment>,
        /// The line under the cursor.
        at: usize,
    },
    /// Somebody else changed the record meanwhile.
    Conflict {
        /// What stands there now.
        theirs: Box<Detail>,
        /// The line under the cursor.
        at: usize,
    },
    /// Something failed.
    Trouble {
        /// What happened.
        message: String,
        /// What to do.
        hint: String,
    },
}

/// What a card lets choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The areas: which one has a patrol reached?
    Areas,
    /// The records that the one being read is linked with.
    Links,
}

impl From {
    /// The wording id of the card's name.
    #[must_use]
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Areas => "tui-patrol-elsewhere",
            Self::Links => "cmd-follow",
        }
    }
}

/// One thing to choose: what it is called, what stands behind it, and what choosing it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// What stands at the right end.
    pub end: String,
    /// What it does.
    pub does: Does,
}

/// What choosing does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Does {
    /// The patrol that is led has reached an area.
    Reach(String),
    /// Reads a record.
    Read(Uuid),
}

/// What a card asks for with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Why a week goes out though something is held.
    Despite {
        /// The week.
        week: String,
        /// How much is held.
        holds: usize,
    },
    /// Into which folder a week is exported.
    Out {
        /// The week.
        week: String,
        /// What of it.
        choice: Choice,
    },
    /// Why the record being read is void.
    Void,
    /// Where the receipt lies.
    Receipt,
    /// Into which file the list is written.
    Csv,
    /// What the incoming officer asks about a matter.
    Query {
        /// The matter, in words.
        about: String,
    },
    /// What was promised to somebody.
    Promise,
    /// Into which file the handover sheet is written.
    Print,
    /// Where another unit's card lies.
    TakeCard,
    /// Into which file the own card is written.
    OwnCard,
    /// Into which file the recovery code is written.
    Paper,
    /// Something that the office needs to know.
    Office(Wanted),
}

impl Question {
    /// Its wording id: the name, as attribute `hint` what to type, and with `-label` what stands before it.
    #[must_use]
    pub const fn wording(&self) -> &'static str {
        match self {
            Self::Despite { .. } => "tui-ask-despite",
            Self::Out { choice: Choice { persons: true, .. }, .. } => "tui-ask-out-persons",
            Self::Out { .. } => "tui-ask-out",
            Self::Void => "tui-ask-void",
            Self::Receipt => "tui-ask-receipt",
            Self::Csv => "tui-ask-csv",
            Self::Query { .. } => "tui-ask-query",
            Self::Promise => "tui-ask-promise",
            Self::Print => "tui-ask-print",
            Self::TakeCard => "tui-ask-card",
            Self::OwnCard => "tui-ask-own-card",
            Self::Paper => "tui-ask-paper",
            Self::Office(wanted) => wanted.wording(),
        }
    }

    /// What to type, in words.
    #[must_use]
    pub fn hint(&self, words: &Words) -> String {
        let id = format!("{}.hint", self.wording());
        match self {
            Self::Office(wanted) => {
                words.with(&id, &wanted.args(words).each_ref().map(|(name, value)| (*name, value.as_str())))
            }
            Self::Query { about } => words.with(&id, &[("about", about)]),
            _ => words.get(&id).to_owned(),
        }
    }

    /// Whether the handover's screen asks it.
    #[must_use]
    pub const fn is_of_handover(&self) -> bool {
        matches!(self, Self::Query { .. } | Self::Promise | Self::Print)
    }
}

/// The choices of a card that offers some, as wording ids.
#[must_use]
pub const fn options(card: &Card) -> &'static [&'static str] {
    match card {
        Card::Leave { .. } => &["tui-leave-keep", "tui-leave-stay", "tui-leave-drop"],
        Card::Clock { last: Some(_), .. } => &["tui-clock-right", "tui-clock-wrong"],
        Card::Clock { last: None, .. } => &["tui-clock-right", "tui-first-clock-wrong"],
        Card::Closed { .. } => &["tui-closed-lock", "tui-closed-next", "tui-closed-later"],
        Card::Conflict { .. } => &["tui-conflict-mine", "tui-conflict-theirs", "tui-conflict-back"],
        _ => &[],
    }
}

impl Card {
    /// A card to choose from something, nothing typed yet.
    #[must_use]
    pub fn choose(from: From) -> Self {
        Self::Choose { from, query: Editor::line(""), at: 0 }
    }

    /// The text being typed into it.
    pub const fn editor(&mut self) -> Option<&mut Editor> {
        match self {
            Self::Palette { query, .. } | Self::Filter { query, .. } | Self::Choose { query, .. } => Some(query),
            Self::Reveal { why: text, .. } | Self::Ask { text, .. } | Self::Glyphs { trial: text } => Some(text),
            _ => None,
        }
    }

    /// The line under the cursor.
    #[must_use]
    pub const fn at(&self) -> usize {
        match self {
            Self::Help { top: at }
            | Self::Palette { at, .. }
            | Self::Filter { at, .. }
            | Self::Choose { at, .. }
            | Self::Leave { at }
            | Self::Kinds { at }
            | Self::Drafts { at }
            | Self::Clock { at, .. }
            | Self::Closed { at }
            | Self::Told { top: at, .. }
            | Self::Conflict { at, .. } => *at,
            Self::Menu(menu) => menu.at,
            Self::Glyphs { .. }
            | Self::Reveal { .. }
            | Self::Ask { .. }
            | Self::Password(_)
            | Self::Prove(_)
            | Self::Paper(_)
            | Self::Trouble { .. }
            | Self::Sign => 0,
        }
    }

    /// Moves the cursor or types; `lines` is how many lines there are to move over.
    pub fn key(&mut self, key: Key, lines: usize) {
        if let Self::Paper(noting) = self {
            return noting.key(key);
        }
        if let Self::Password(password) = self {
            return password.key(key);
        }
        let last = lines.saturating_sub(1);
        let by = match key.code {
            Code::Up => -1,
            Code::Down => 1,
            Code::PageUp => -8,
            Code::PageDown => 8,
            Code::Home if self.editor().is_none() => isize::MIN,
            Code::End if self.editor().is_none() => isize::MAX,
            _ => 0,
        };
        if by == 0 {
            self.write(key);
        } else if let Self::Menu(menu) = self {
            menu.at = menu.at.saturating_add_signed(by).min(last);
        } else if let Self::Help { top: at }
        | Self::Palette { at, .. }
        | Self::Filter { at, .. }
        | Self::Choose { at, .. }
        | Self::Leave { at }
        | Self::Kinds { at }
        | Self::Drafts { at }
        | Self::Clock { at, .. }
        | Self::Closed { at }
        | Self::Told { top: at, .. }
        | Self::Conflict { at, .. } = self
        {
            *at = at.saturating_add_signed(by).min(last);
        }
    }

    /// Text pasted into it.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Password(password) => password.paste(text),
            Self::Paper(noting) => noting.paste(text),
            Self::Prove(who) if !who.busy => who.password.paste(text),
            card => {
                if let Some(editor) = card.editor() {
                    editor.paste(text);
                }
            }
        }
    }

    fn write(&mut self, key: Key) {
        let Some(editor) = self.editor() else { return };
        match key.text() {
            Some(c) => editor.insert(c),
            None => {
                super::form::cell::edit(editor, key, usize::MAX);
            }
        }
        if let Self::Palette { at, .. } | Self::Filter { at, .. } | Self::Choose { at, .. } = self {
            *at = 0;
        }
    }
}

/// The kinds that have a register and no key of their own.
pub fn kinds() -> impl Iterator<Item = Kind> {
    Kind::logged().filter(|kind| !matches!(kind, Kind::Incident | Kind::Patrol | Kind::Shift | Kind::Week))
}

/// The commands that work in a place and have every word of the query in their name or what they do: first the one of
/// that very name, last those that only have it in what they do.
#[must_use]
pub fn found(query: &str, place: Place, desk: bool, words: &Words) -> Vec<&'static Command> {
    let query = asked(query);
    let wanted: Vec<&str> = fold::words(query).collect();
    let named = |command: &Command, word: &str| begins(words.get(command.wording), word);
    let says = |command: &Command, word: &str| {
        named(command, word) || begins(words.get(&format!("{}.hint", command.wording)), word)
    };
    let is_called = |command: &Command| fold::folded(words.get(command.wording)) == fold::folded(query.trim());
    let here = COMMANDS.iter().filter(|command| command.works(place) && serves(command.id, desk));
    let mut found: Vec<&Command> = here.filter(|command| wanted.iter().all(|word| says(command, word))).collect();
    let last = |command: &&Command| !wanted.iter().all(|word| named(command, word));
    found.sort_by_key(|command| (!is_called(command), last(command)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::command::Id;
    use crate::words::Lang;

    #[test]
    fn a_register_is_found_by_what_it_holds() {
        let words = Words::new(Lang::Vi);
        for query in ["cao diem", "tin quan chung", "tuyen truyen", "tai san", "mo hinh"] {
            let found = found(query, Place::Board, false, &words);
            assert!(found.iter().any(|command| command.id == Id::Other), "{query}");
        }
    }

    #[test]
    fn a_command_is_found_by_its_name_before_those_that_only_speak_of_it() {
        let words = Words::new(Lang::Vi);
        let first = |query: &str| found(query, Place::Board, false, &words).first().map(|command| command.id);
        for (query, id) in [("tuan", Id::Week), ("tuan tra", Id::Patrol), ("nhat ky", Id::Log), ("Tuần ", Id::Week)] {
            assert_eq!(first(query), Some(id), "{query}");
        }
        assert!(found("tuan", Place::Board, false, &words).len() > 1);
        assert_eq!(found("", Place::Board, false, &words).first().map(|command| command.id), Some(Id::Help));
    }
}
