//! Answers of the threads: what was opened, saved, found, read, kept, or went wrong.

use std::collections::VecDeque;

use uuid::Uuid;

use super::cards::Card;
use super::effect::Effect;
use super::list::{Log, Reading};
use super::msg::{Code, Detail, Key, Msg, Now, Opened};
use super::{App, Home, Refused, Registers, Saved, Screen, Session};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::logbook::Draft;
use crate::record::when::is_doubtful;
use crate::record::{Data, Number};

impl App {
    pub(super) fn answer(&mut self, msg: Msg, now: Now) {
        match msg {
            Msg::Unlocked(Ok(opened)) => self.opened(*opened, now),
            Msg::Unlocked(Err(fault)) => self.not_opened(&fault, now),
            Msg::Saved(ticket, result) => self.saved(ticket, result, now),
            Msg::Page(generation, Ok(rows)) => {
                if let Some(session) = self.session_mut() {
                    session.log.take(generation, rows);
                }
                self.read_beside();
            }
            Msg::Page(generation, Err(fault)) => self.no_page(generation, &fault),
            Msg::Recalled(kind, result) => self.recalled(kind, result, now),
            Msg::Sought(ticket, result) => self.sought(ticket, result),
            Msg::Detail(Ok(detail)) => self.detail(*detail, now),
            Msg::Revealed(record, Ok(data)) => self.revealed(record, data),
            Msg::Board(result) => self.board(result),
            Msg::Shift(told) => self.shift_told(told, now),
            Msg::Patrols(result) => self.patrols_seen(result),
            Msg::First(told) => self.first_told(told, now),
            Msg::Week(told) => self.week_told(told),
            Msg::Going(going) => self.going(going),
            Msg::Csv(result) => self.csv_written(result),
            Msg::Persons(ticket, result) => self.persons_found(ticket, result),
            Msg::Office(told) => self.office_told(told),
            Msg::DraftKept(result) => self.draft_kept(result),
            Msg::Detail(Err(fault)) | Msg::Revealed(_, Err(fault)) | Msg::Failed(fault) => self.trouble(&fault),
            _ => {}
        }
    }

    fn no_page(&mut self, generation: u64, fault: &Fault) {
        if self.session_mut().is_some_and(|session| session.log.fail(generation)) {
            self.forget_keys();
            self.trouble(fault);
        }
    }

    pub(super) fn trouble(&mut self, fault: &Fault) {
        if crate::logbook::is_interrupted(fault) {
            return;
        }
        let (message, hint) = self.words.fault(fault);
        self.card = Some(Card::Trouble { message, hint });
    }

    fn opened(&mut self, opened: Opened, now: Now) {
        let Screen::Unlock(unlock) = &mut self.screen else { return };
        let early = std::mem::take(&mut unlock.early);
        // The clock of a made-up ward is made up too.
        let last = opened.last_entry.filter(|_| !opened.demo);
        self.behave(opened.manners);
        let mut session = Session { early, ..session(opened) };
        let first = session.log.reload(None);
        self.screen = Screen::Open(Box::new(session));
        self.notice = None;
        self.touched = now.at;
        self.show_home();
        self.emit([first]);
        match last.filter(|last| is_doubtful(now.at, *last)) {
            Some(last) => self.card = Some(Card::Clock { last: Some(last), at: 0 }),
            None => self.offer_drafts(false),
        }
    }

    fn not_opened(&mut self, fault: &Fault, now: Now) {
        let Screen::Unlock(unlock) = &mut self.screen else { return };
        unlock.busy = false;
        unlock.work = None;
        unlock.early.clear();
        if fault.kind == Trouble::Right {
            unlock.was_wrong(now.at);
            self.notice = Some(self.words.fault(fault).0);
        } else {
            self.trouble(fault);
        }
    }

    fn saved(&mut self, ticket: u64, result: Result<Saved, Refused>, now: Now) {
        let Some(session) = self.session_mut().filter(|session| session.ticket == ticket) else { return };
        if let Some(voiding) = session.voiding.take() {
            return self.voided(voiding, result, now);
        }
        let Some(form) = session.form.as_mut().filter(|form| form.saving) else {
            return self.patrol_stepped(result, now);
        };
        form.saving = false;
        match result {
            Ok(saved) => self.form_saved(&saved, now),
            Err(refused) => {
                self.leaving = None;
                self.form_refused(refused);
            }
        }
    }

    fn form_saved(&mut self, saved: &Saved, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(purpose) = session.form.as_ref().map(|form| form.purpose) else { return };
        session.remember(now);
        self.drop_draft();
        if let Some(session) = self.session_mut() {
            session.form = None;
        }
        self.shift_saved(purpose, saved.record);
        self.wrote(saved, now);
        self.patrol_saved(purpose, saved.record);
        self.office_wrote(saved.record);
        self.left();
    }

    /// Something was written: what is in front follows, and the line says what.
    pub(super) fn wrote(&mut self, saved: &Saved, now: Now) {
        let Some(session) = self.session_mut() else { return };
        session.log.reading = None;
        let again = session.log.reload(Some(saved.record));
        let inside = session.log.inside;
        self.emit([again]);
        if inside {
            self.read(saved.record);
        }
        self.page_again();
        self.board_again();
        self.notice = Some(self.saved_line(saved, now));
    }

    /// What was saved, where, when, and what the rules still say about it.
    fn saved_line(&self, saved: &Saved, now: Now) -> String {
        let number = Number::parse(&saved.number).map_or_else(|| saved.number.clone(), |number| number.short());
        let at = now.at.with_timezone(&crate::record::when::zone()).format("%H:%M").to_string();
        let mut line = self.words.with("tui-saved", &[("number", &number), ("at", &at)]);
        if let Some(first) = saved.findings.first() {
            line.push_str(" · ");
            line.push_str(&self.words.finding(first).0);
        }
        if saved.findings.len() > 1 {
            let more = (saved.findings.len() - 1).to_string();
            line.push_str(&self.words.with("tui-saved-more", &[("count", &more)]));
        }
        line
    }

    fn form_refused(&mut self, refused: Refused) {
        let Self { screen: Screen::Open(session), words, .. } = self else { return };
        let Some(form) = session.form.as_mut() else { return };
        match refused {
            Refused::Findings(found) => {
                form.keep_problems(found);
                let notice = form.show_problem(words);
                self.notice = Some(notice);
            }
            Refused::Fault(fault) if fault.code == "E010" => {
                let record = form.record;
                session.conflict = true;
                session.log.opening = Some(record);
                self.emit([Effect::Detail { record }]);
            }
            Refused::Fault(fault) => self.trouble(&fault),
        }
    }

    fn detail(&mut self, detail: Detail, now: Now) {
        let Self { screen: Screen::Open(session), words, .. } = self else { return };
        session.known.meet(detail.origin.as_ref().map_or(&[], |origin| &origin.officers), words);
        let record = detail.record.row.record;
        let own = (record, detail.record.row.number.clone());
        session.known.learn(detail.numbers.iter().cloned().chain([own]));
        let conflict = std::mem::take(&mut session.conflict);
        if conflict && session.form.as_ref().is_some_and(|form| form.record == record) {
            self.card = Some(Card::Conflict { theirs: Box::new(detail), at: 0 });
        } else {
            self.take_detail(detail);
            self.void_compared(record);
            let then = self.session_mut().and_then(|session| session.log.then.take());
            if let Some(then) = then.filter(|_| self.card.is_none() && self.is_reading(record)) {
                self.run(then, Key::plain(Code::Enter), now);
            }
        }
    }

    fn is_reading(&self, record: Uuid) -> bool {
        self.session().is_some_and(|session| session.form.is_none() && session.reads(record))
    }

    /// A record to be read, if it is still the one under the cursor.
    pub(super) fn take_detail(&mut self, detail: Detail) {
        let Some(session) = self.session_mut() else { return };
        if session.log.opening == Some(detail.record.row.record) {
            session.log.opening = None;
            session.log.reading = Some(Reading { detail, revealed: None, history: false, top: 0 });
        }
    }

    fn revealed(&mut self, record: Uuid, data: Data) {
        let reading = self.session_mut().and_then(|session| session.log.reading.as_mut());
        if let Some(reading) = reading.filter(|reading| reading.detail.record.row.record == record) {
            reading.revealed = Some(data);
            self.notice = Some(self.words.get("tui-revealed").to_owned());
        }
    }

    fn draft_kept(&mut self, result: Outcome<Draft>) {
        let now = self.now;
        let Some(session) = self.session_mut() else { return };
        match result {
            Ok(draft) => {
                let form = session.form.as_mut().filter(|form| form.draft_key() == draft.key);
                if let Some(form) = form {
                    form.keeping = false;
                    form.kept = Some(draft.at);
                    form.failing = None;
                }
                session.drafts.retain(|kept| kept.key != draft.key);
                session.drafts.insert(0, draft);
                self.left();
            }
            Err(fault) => {
                // It is tried again in a moment and said above the form; a card would take the keys of whoever types on.
                if let Some(form) = session.form.as_mut().filter(|form| form.keeping) {
                    form.keeping = false;
                    form.unkept = Some(now);
                    form.failing.get_or_insert(now);
                }
                if self.leaving.take().is_some() {
                    self.trouble(&fault);
                }
            }
        }
    }
}

fn session(opened: Opened) -> Session {
    Session {
        who: opened.who,
        unit: opened.unit,
        unit_name: opened.unit_name,
        demo: opened.demo,
        desk: opened.posts.is_some(),
        span: crate::desk::Span::LastWeek,
        figures: super::office::Asked::default(),
        known: Registers {
            officers: opened.officers,
            areas: opened.areas,
            posts: opened.posts.unwrap_or_default(),
            ..Registers::default()
        },
        shift: opened.shift,
        drafts: opened.drafts,
        home: Home::in_front(),
        log: Log::default(),
        page: None,
        form: None,
        work: None,
        health: None,
        recall: super::recall::Recall::default(),
        held: VecDeque::new(),
        early: VecDeque::new(),
        due: None,
        conflict: false,
        voiding: None,
        turn: super::handover::Turn::None,
        ticket: 0,
    }
}
