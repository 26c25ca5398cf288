//! The search for persons, an act of its own: words and a reason are asked for, both are in the access log before
//! anything is looked at, and what is found are records. Their persons stay masked until somebody reveals them there.

use super::effect::Effect;
use super::form::cell;
use super::msg::{Code, Key};
use super::page::Page;
use super::{App, Session};
use crate::acts::look::{PersonSearch, Slice};
use crate::fault::Outcome;
use crate::logbook::Row;
use crate::text::clean;
use crate::text::edit::Editor;

/// Whoever finds more has asked for too little.
pub const MOST: usize = 500;

/// The screen.
#[derive(Debug, Default)]
pub struct Persons {
    /// What is looked for.
    pub words: Editor,
    /// Why.
    pub why: Editor,
    /// Where the cursor is.
    pub at: Part,
    /// The row under the cursor, among those found.
    pub row: usize,
    /// Records in which a person fits, newest first.
    pub found: Vec<Row>,
    /// Rows of the log that were looked through, and how many there are; nothing before the first search.
    pub done: Option<(u64, u64)>,
    /// The search goes on.
    pub going: bool,
    /// The search that is listened to.
    ticket: u64,
}

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// The words.
    #[default]
    Words,
    /// The reason.
    Why,
    /// What was found.
    Found,
}

impl Persons {
    /// The editor that typing goes to.
    pub const fn editor(&mut self) -> Option<&mut Editor> {
        match self.at {
            Part::Words => Some(&mut self.words),
            Part::Why => Some(&mut self.why),
            Part::Found => None,
        }
    }

    /// To the next part, or the one before; never to a list with nothing in it.
    fn step(&mut self, on: bool) {
        self.at = match (self.at, on) {
            (Part::Words, true) | (Part::Found, false) => Part::Why,
            (Part::Why, true) | (Part::Words, false) if !self.found.is_empty() => Part::Found,
            _ => Part::Words,
        };
    }

    fn key(&mut self, key: Key, page: isize) {
        let last = self.found.len().saturating_sub(1);
        let rows = self.at == Part::Found;
        let by = match key.code {
            Code::Tab | Code::BackTab => return self.step(key.code == Code::Tab),
            Code::Up if !rows || self.row == 0 => return self.step(false),
            Code::Down if !rows => return self.step(true),
            Code::Up => -1,
            Code::Down => 1,
            Code::PageUp => -page,
            Code::PageDown => page,
            Code::Home if rows => isize::MIN,
            Code::End if rows => isize::MAX,
            _ => {
                match (key.text(), self.editor()) {
                    (Some(c), Some(editor)) => editor.insert(c),
                    (None, Some(editor)) => drop(cell::edit(editor, key, usize::MAX)),
                    (_, None) => {}
                }
                return;
            }
        };
        if rows {
            self.row = self.row.saturating_add_signed(by).min(last);
        }
    }
}

impl App {
    /// Shows the screen.
    pub(super) fn open_persons(&mut self) {
        if let Some(session) = self.session_mut() {
            session.log.inside = false;
            session.home.opened = false;
            session.page = Some(Page::Persons(Box::default()));
        }
    }

    pub(super) fn persons(&mut self) -> Option<&mut Persons> {
        match self.session_mut()?.page.as_mut()? {
            Page::Persons(persons) => Some(persons),
            _ => None,
        }
    }

    /// Text pasted over a page goes to what is typed there.
    pub(super) fn page_paste(&mut self, text: &str) {
        match self.persons().and_then(Persons::editor) {
            Some(editor) => editor.paste(text),
            None => self.office_paste(text),
        }
    }

    pub(super) fn persons_key(&mut self, key: Key) {
        let page = isize::from(self.size.1.saturating_sub(10).max(1).cast_signed());
        if let Some(persons) = self.persons() {
            persons.key(key, page);
        }
    }

    /// Enter: on to the reason, then the search, then the record.
    pub(super) fn persons_enter(&mut self) {
        let Some(persons) = self.persons() else { return };
        match persons.at {
            Part::Words => persons.at = Part::Why,
            Part::Why => self.find_persons(),
            Part::Found => {
                let Some(record) = persons.found.get(persons.row).map(|row| row.record) else { return };
                self.read_over(record);
            }
        }
    }

    fn find_persons(&mut self) {
        let ticket = self.tickets + 1;
        let Some(persons) = self.persons() else { return };
        let (words, why) = (clean::line(persons.words.text()), clean::line(persons.why.text()));
        let missing = [(Part::Words, &words), (Part::Why, &why)].into_iter().find(|(_, text)| text.is_empty());
        if let Some((part, _)) = missing {
            persons.at = part;
            self.notice = Some(self.words.get("tui-needed").to_owned());
            return;
        }
        persons.found.clear();
        (persons.row, persons.done, persons.going, persons.ticket) = (0, None, true, ticket);
        self.tickets = ticket;
        self.emit([Effect::FindPersons { ticket, words, why }]);
    }

    /// A slice of the log was looked through; the next one is asked for as long as somebody wants it.
    pub(super) fn persons_found(&mut self, ticket: u64, result: Outcome<(Box<PersonSearch>, Slice)>) {
        let Some(persons) = self.persons().filter(|persons| persons.ticket == ticket && persons.going) else { return };
        match result {
            Ok((search, slice)) => {
                if persons.found.is_empty() && !slice.found.is_empty() && persons.at == Part::Why {
                    persons.at = Part::Found;
                }
                persons.found.extend(slice.found);
                persons.found.truncate(MOST);
                persons.done = Some(slice.done);
                persons.going = slice.done.0 < slice.done.1 && persons.found.len() < MOST;
                let next = persons.going.then_some(Effect::Persons { ticket, search });
                self.emit(next);
            }
            Err(fault) => {
                persons.going = false;
                persons.at = Part::Words;
                self.trouble(&fault);
            }
        }
    }

    /// Esc: ends a search that goes on, else leaves the screen.
    pub(super) fn leave_persons(&mut self) {
        match self.persons() {
            Some(persons) if persons.going => persons.going = false,
            _ => {
                if let Some(session) = self.session_mut() {
                    session.page = None;
                }
                self.read_beside();
            }
        }
    }
}

impl Session {
    /// The search for persons, if it is looked at.
    #[must_use]
    pub fn persons(&self) -> Option<&Persons> {
        match &self.page {
            Some(Page::Persons(persons)) => Some(persons),
            _ => None,
        }
    }
}
