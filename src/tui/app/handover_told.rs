//! What was said about a shift: how it stands, its sheet, that it has ended. And the forms of a shift, which lead there
//! and back. Only shows it.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::cards::{Card, Question};
use super::effect::Effect;
use super::form::{Base, Form, Purpose};
use super::handover::{Ask, Handover, Seen, Sheet, Shown, Told, Turn};
use super::leave::Leaving;
use super::lines::short_number;
use super::msg::Now;
use super::page::Page;
use super::{App, Screen};
use crate::acts::Right;
use crate::record::when;

impl App {
    /// What the thread that writes says about a shift.
    pub(super) fn shift_told(&mut self, told: Told, now: Now) {
        match told {
            Told::Seen(Ok(seen)) => self.seen(*seen, now),
            Told::Seen(Err(fault)) => {
                if let Some(page) = self.handover() {
                    page.waits = false;
                }
                self.trouble(&fault);
            }
            Told::Stepped(result) => self.stepped(result),
            Told::Signed(result) => self.signed(result, now),
            Told::Sheet(Ok(text)) => {
                if let Some(page) = self.handover() {
                    page.sheet = Some(Sheet { text, top: 0 });
                }
            }
            Told::Printed(Ok(written)) => {
                let said = vec![self.written(&written)];
                self.card = Some(Card::Told { heading: "tui-sheet-written", said, top: 0 });
            }
            Told::Printed(Err(fault)) | Told::Sheet(Err(fault)) => self.trouble(&fault),
        }
    }

    /// How things stand; what was asked for opens on it.
    fn seen(&mut self, seen: Seen, now: Now) {
        let Some(session) = self.session_mut() else { return };
        session.shift = seen.open;
        let turn = std::mem::take(&mut session.turn);
        let opens = turn == Turn::Ended || turn == Turn::Asked && session.form.is_none();
        let Some(shown) = seen.shown else {
            if opens {
                let me = session.who.officer;
                self.begin_shift(seen.next, me, now);
            }
            return;
        };
        match session.page.as_mut() {
            Some(Page::Handover(page)) if page.is_of(&shown) => page.take(shown, seen.next),
            _ if opens => {
                session.log.inside = false;
                session.home.opened = false;
                session.page = Some(Page::Handover(Box::new(Handover::new(shown, seen.next))));
            }
            _ => return,
        }
        if turn == Turn::Ended {
            self.card = Some(Card::Closed { at: 0 });
        }
    }

    /// The form of a new shift, filled with what it takes over.
    fn begin_shift(&mut self, next: Map<String, Value>, officer: Uuid, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let mut given = Purpose::OpenShift.defaults(now.at, &officer.to_string(), None);
        given.extend(next);
        let ([entry, record], around) = (now.ids, (&session.known, now.at));
        session.form = Some(Form::new(Purpose::OpenShift, entry, record, None, &given, around));
    }

    /// The form for strength, equipment, orders and remarks of the shift on the screen.
    pub(super) fn edit_shift(&mut self, now: Now) {
        self.shift_form(Purpose::HandOver, now);
    }

    /// The form that ends the shift, if everything has its answer or a commander says why not.
    pub(super) fn close_shift(&mut self, now: Now) {
        let Some(left) = self.handover().map(|page| page.shown.left()) else { return };
        let commands = self.session().is_some_and(|session| session.who.may(Right::Oversee));
        if left > 0 {
            self.say_left(left);
        }
        if left == 0 || commands {
            self.shift_form(Purpose::CloseShift { over: left > 0 }, now);
        }
    }

    fn shift_form(&mut self, purpose: Purpose, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(shift) = session.handover().map(|page| &page.shown.shift) else { return };
        let base = Base { version: shift.version, data: shift.data.clone(), number: shift.row.number.clone() };
        let (record, around) = (shift.row.record, (&session.known, now.at));
        let mut form = Form::new(purpose, now.ids[0], record, Some(base.clone()), &base.data.0, around);
        if matches!(purpose, Purpose::CloseShift { .. }) {
            form.fill("ended_at", &Value::from(when::kept(now.at)));
        }
        session.form = Some(form);
    }

    /// A shift has begun, or it has ended: then it is shown once more, with what comes next.
    pub(super) fn shift_saved(&mut self, purpose: Purpose, record: Uuid) {
        let Some(session) = self.session_mut() else { return };
        match purpose {
            Purpose::OpenShift => self.emit([Effect::Shift(Ask::Look(None))]),
            Purpose::CloseShift { .. } => {
                session.turn = Turn::Ended;
                self.emit([Effect::Shift(Ask::Look(Some(record)))]);
            }
            _ => {}
        }
    }

    /// Has the sheet made, which is logged.
    pub(super) fn ask_sheet(&mut self) {
        let lang = self.words.lang();
        let shift = self.handover().map(|page| page.shown.shift.row.record);
        self.emit(shift.map(|shift| Effect::Shift(Ask::Sheet(shift, lang))));
    }

    /// Asks into which file the sheet goes.
    pub(super) fn ask_print(&mut self) {
        let Some(page) = self.handover() else { return };
        let name = format!("~/{}.txt", short_number(&page.shown.shift.row.number));
        self.ask_line(Question::Print, &name);
    }

    /// What is said of a shift that has just ended: when, and where the backup lies.
    #[must_use]
    pub fn closed_lines(&self) -> Vec<String> {
        let Some(shown) = self.session().and_then(super::Session::handover).map(|page| &page.shown) else {
            return Vec::new();
        };
        let at = shown.shift.data.when("ended_at").map(when::shown).unwrap_or_default();
        let number = short_number(&shown.shift.row.number);
        let backup = match &shown.backup {
            Some((_, file)) => self.words.with("tui-closed-backup", &[("file", file)]),
            None => self.words.get("tui-closed-no-backup").to_owned(),
        };
        // In a small window only the first is seen, and the bar behind it says the other.
        vec![backup, self.words.with("tui-closed-at", &[("number", &number), ("at", &at)])]
    }

    /// After the end of a shift: who takes over signs in, or the next one is opened in this window, or later.
    pub(super) fn after_shift(&mut self, choice: usize, now: Now) {
        let Some(session) = self.session() else { return };
        let Some(page) = session.handover() else { return };
        let next = page.shown.incoming();
        match choice {
            0 => {
                let login = session.known.officers.iter().find(|officer| Some(officer.id) == next);
                let login = login.and_then(|officer| officer.login.clone());
                self.go_away(Leaving::Lock);
                let at = self.door.logins.iter().position(|known| Some(known) == login.as_ref());
                if let (Screen::Unlock(unlock), Some(at)) = (&mut self.screen, at) {
                    unlock.at = at;
                }
            }
            1 => {
                let (given, officer) = (page.next.clone(), next.unwrap_or(session.who.officer));
                self.begin_shift(given, officer, now);
            }
            _ => {}
        }
    }
}

impl Handover {
    /// Whether it is the screen of this shift.
    fn is_of(&self, shown: &Shown) -> bool {
        self.shown.shift.row.record == shown.shift.row.record
    }

    /// Takes in how the shift stands now; the cursor stays on its matter.
    fn take(&mut self, shown: Shown, next: Map<String, Value>) {
        let stood = self.item().map(|item| (item.sort, item.record, item.what.clone()));
        let same = shown.items.iter().position(|item| stood == Some((item.sort, item.record, item.what.clone())));
        self.at = same.unwrap_or(self.at);
        (self.shown, self.next, self.waits) = (shown, next, false);
    }
}
