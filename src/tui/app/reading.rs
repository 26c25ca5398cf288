//! The list and the record beside it: moving, searching, reading, revealing.

use uuid::Uuid;

use super::cards::Card;
use super::effect::Effect;
use super::filter::offers;
use super::form::{Form, cell, layout};
use super::list::Reading;
use super::msg::{Code, Key, Now};
use super::{App, Session};
use crate::record::{Envelope, Field, Kind, fields};
use crate::text::edit::Editor;
use crate::tui::command::{Id, Place};

impl App {
    /// Whether the record has room beside the list.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        usize::from(self.size.0) >= layout::WIDE
    }

    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        self.read_beside();
    }

    pub(super) fn log_key(&mut self, key: Key) {
        let page = isize::from(self.size.1.saturating_sub(6).max(1).cast_signed());
        let Some(session) = self.session_mut() else { return };
        let log = &mut session.log;
        log.then = None;
        let asked = match key.code {
            Code::Up => log.go(-1),
            Code::Down => log.go(1),
            Code::PageUp => log.go(-page),
            Code::PageDown => log.go(page),
            Code::Home => log.go(isize::MIN),
            Code::End => log.go(isize::MAX),
            Code::Delete if log.query.text().len() == log.query.at() => {
                log.filters.drop_last();
                log.refresh()
            }
            _ => {
                match key.text() {
                    // A blank before any word would be a filter that nobody sees.
                    Some(' ') if log.query.text().is_empty() => {}
                    Some(c) => log.query.insert(c),
                    None => {
                        cell::edit(&mut log.query, key, usize::MAX);
                    }
                }
                log.refresh()
            }
        };
        self.emit(asked);
        self.read_beside();
    }

    pub(super) fn next_filter(&mut self, id: Id) {
        let Some(session) = self.session_mut() else { return };
        match id {
            Id::Kind => session.log.filters.next_kind(),
            _ => session.log.filters.next_status(),
        }
        let asked = session.log.refresh();
        self.emit(asked);
    }

    /// The card in which conditions are found by typing.
    pub(super) fn open_filter(&mut self) {
        self.show_log();
        self.card = Some(Card::Filter { query: Editor::line(""), at: 0 });
    }

    /// A condition was chosen: it is on from now, or off if it was on.
    pub(super) fn filter_chosen(&mut self, query: &str, at: usize) {
        let now = self.now;
        let Self { screen: super::Screen::Open(session), words, .. } = self else { return };
        let Some(chip) = offers(session, query, words, now).into_iter().nth(at) else { return };
        let filters = &mut session.log.filters;
        if filters.chips().contains(&chip) {
            filters.drop(&chip);
        } else {
            filters.set(chip);
        }
        let asked = session.log.refresh();
        self.emit(asked);
    }

    pub(super) fn detail_key(&mut self, key: Key) {
        let page = usize::from(self.size.1.saturating_sub(6).max(1));
        // Bar, tabs and the two lines at the bottom take four rows.
        let seen = usize::from(self.size.1.saturating_sub(4).max(1));
        let last = self.record_lines().len().saturating_sub(seen);
        let Some(reading) = self.session_mut().and_then(|session| session.log.reading.as_mut()) else { return };
        reading.top = match key.code {
            Code::Up => reading.top.saturating_sub(1),
            Code::Down => reading.top + 1,
            Code::PageUp => reading.top.saturating_sub(page),
            Code::PageDown => reading.top + page,
            Code::Home => 0,
            Code::End => last,
            Code::Left | Code::Right => {
                reading.history = key.code == Code::Right;
                0
            }
            _ => reading.top,
        }
        .min(last);
    }

    /// Enter on a row: the keys go to the record.
    pub(super) fn open_row(&mut self) {
        let Some(session) = self.session_mut() else { return };
        let Some(record) = session.log.row().map(|row| row.record) else { return };
        session.log.enter();
        if !session.reads(record) {
            self.read(record);
        }
    }

    /// Reads a record over the page in front; Esc comes back to it.
    pub(super) fn read_over(&mut self, record: Uuid) {
        if let Some(session) = self.session_mut() {
            session.log.enter();
            self.read(record);
        }
    }

    /// Does something with the record in front.
    pub(super) fn record_act(&mut self, id: Id, now: Now) {
        match id {
            Id::Amend => self.amend_form(now),
            Id::Note => self.note_form(now),
            Id::Settle => self.settle_form(now),
            Id::Void => self.ask_void(),
            _ => self.follow(),
        }
    }

    /// Asks for a record to be read.
    pub(super) fn read(&mut self, record: Uuid) {
        if let Some(session) = self.session_mut() {
            session.log.reading = None;
            session.log.opening = Some(record);
            self.emit([Effect::Detail { record }]);
        }
    }

    pub(super) fn other_tab(&mut self) {
        if let Some(reading) = self.session_mut().and_then(|session| session.log.reading.as_mut()) {
            reading.history = !reading.history;
            reading.top = 0;
        }
    }

    /// Beside the list stands the record under the cursor.
    pub(super) fn read_beside(&mut self) {
        let wide = self.is_wide();
        let Some(session) = self.session_mut().filter(|session| session.form.is_none()) else { return };
        if !wide || session.log.inside {
            return;
        }
        match session.log.row().map(|row| row.record) {
            Some(record) if !session.reads(record) && session.log.opening != Some(record) => self.read(record),
            Some(_) => {}
            None => session.log.reading = None,
        }
    }

    pub(super) fn ask_reveal(&mut self) {
        let Some(reading) = self.session().and_then(|session| session.log.reading.as_ref()) else { return };
        if reading.revealed.is_some() {
            return;
        }
        let kind = reading.detail.record.kind;
        let private = |field: &Field| field.envelope == Envelope::Persons;
        if !kind.is_some_and(|kind| fields(kind).iter().any(private)) {
            self.notice = Some(self.words.get("tui-reveal-nobody").to_owned());
            return;
        }
        let record = reading.detail.record.row.record;
        self.card = Some(Card::Reveal { record, why: Editor::line("") });
    }

    pub(super) fn reveal(&mut self, record: Uuid, why: Editor) {
        if why.text().trim().is_empty() {
            self.notice = Some(self.words.get("tui-reveal-needs-reason").to_owned());
            self.card = Some(Card::Reveal { record, why });
            return;
        }
        self.emit([Effect::Reveal { record, why: crate::text::clean::line(why.text()) }]);
    }
}

impl App {
    /// Whether the record that a command is about is here; if not, it is asked for and the command waits for it.
    pub(super) fn has_record(&mut self, then: Id) -> bool {
        let Some(session) = self.session_mut() else { return false };
        let inside = session.log.inside && session.log.reading.is_some();
        let Some(record) = session.log.row().map(|row| row.record) else { return inside };
        if inside || session.reads(record) {
            return true;
        }
        session.log.then = Some(then);
        self.read(record);
        false
    }
}

impl App {
    /// Whether a command does something with the record in front, or with the field under the cursor. Where a record is read, what can be done
    /// with it needs the room; the keys that lead elsewhere go on working.
    pub(super) fn offers(&self, id: Id) -> bool {
        let Some(session) = self.session() else { return true };
        let place = self.place();
        let log = &session.log;
        let row = match place {
            // What is dropped is an item of a list.
            Place::Form if id == Id::Drop => return session.form.as_ref().is_some_and(Form::is_in_item),
            Place::Detail => log.reading.as_ref().map(|reading| &reading.detail.record.row),
            Place::Log => log.row(),
            _ => return true,
        };
        let Some(row) = row else { return !matches!(id, Id::Amend | Id::Note | Id::Settle | Id::Follow | Id::Void) };
        let is = |kind: Kind| row.kind == kind.name();
        match (id, place) {
            (Id::Incident | Id::Patrol | Id::Week, Place::Detail) => false,
            (Id::Shift, Place::Detail) => is(Kind::Shift),
            (Id::Follow, _) => log.reading.as_ref().is_some_and(|reading| !reading.detail.links.is_empty()),
            (Id::Settle, _) => is(Kind::Incident) && !row.void,
            (Id::Void, _) => self.may_void(),
            (Id::Amend | Id::Note, _) => !row.void,
            (Id::Reveal, _) => row.hidden > 0 && log.reading.as_ref().is_none_or(|reading| reading.revealed.is_none()),
            (Id::Tab, Place::Log) => self.is_wide(),
            _ => true,
        }
    }
}

impl Session {
    /// Whether this record is the one being read.
    #[must_use]
    pub fn reads(&self, record: Uuid) -> bool {
        self.log.reading.as_ref().is_some_and(|reading: &Reading| reading.detail.record.row.record == record)
    }
}
