//! The handover on the screen: every open matter with what was said to it, how the shift stands, who has signed. The
//! officer who goes and the one who comes stand before it together. Only asks and shows; what may be is decided by
//! the acts.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::cards::{Card, Question};
use super::effect::Effect;
use super::msg::{Code, Key, Now};
use super::page::Page;
use super::sign::{Sign, Signing};
use super::{App, Refused, Saved, Session, Written};
use crate::acts::Right;
use crate::acts::shift::{Answer, HandoverItem, Role, Signature, Sort, Step};
use crate::fault::{Fault, Outcome};
use crate::logbook::Record;
use crate::record::Kind;
use crate::record::when::Moment;
use crate::text::clean;
use crate::text::edit::Editor;
use crate::tui::command::Id;
use crate::words::Lang;

/// What is asked of the thread that writes.
#[derive(Debug, Clone)]
pub enum Ask {
    /// How a shift stands: the named one, or the open one.
    Look(Option<Uuid>),
    /// Write down what was said.
    Step {
        /// The entry's id.
        id: Uuid,
        /// The version of the shift that was looked at.
        base: u64,
        /// What.
        step: Step,
    },
    /// Let somebody sign who shows their own password.
    Sign(Sign),
    /// The handover sheet as text.
    Sheet(Uuid, Lang),
    /// The handover sheet as a file.
    Print {
        /// The shift.
        shift: Uuid,
        /// The language of the paper.
        lang: Lang,
        /// The file as it was typed.
        file: String,
    },
}

/// What that thread answers.
#[derive(Debug)]
pub enum Told {
    /// To a look.
    Seen(Outcome<Box<Seen>>),
    /// To a step.
    Stepped(Result<Saved, Refused>),
    /// To a signature.
    Signed(Result<Saved, Refused>),
    /// To the question for the sheet.
    Sheet(Outcome<String>),
    /// To the question for the file.
    Printed(Outcome<Written>),
}

impl Told {
    /// Why it wasn't done, unless the rules stand in the way.
    #[must_use]
    pub const fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Seen(Err(fault))
            | Self::Sheet(Err(fault))
            | Self::Printed(Err(fault))
            | Self::Stepped(Err(Refused::Fault(fault)))
            | Self::Signed(Err(Refused::Fault(fault))) => Some(fault),
            _ => None,
        }
    }
}

/// What is to come of the next look at the shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// Nothing but what the bar says.
    #[default]
    None,
    /// Its screen, or the form of a new one.
    Asked,
    /// A shift has ended here: its screen once more, and what comes next.
    Ended,
}

/// How things stand on duty.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The open shift.
    pub open: Option<Box<Record>>,
    /// The shift that was asked for.
    pub shown: Option<Shown>,
    /// What the next shift begins with.
    pub next: Map<String, Value>,
}

/// How a shift stands.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The shift.
    pub shift: Box<Record>,
    /// Its matters, with what was said to them.
    pub items: Vec<HandoverItem>,
    /// Who has signed, oldest first.
    pub signatures: Vec<Signature>,
    /// The first digits of the hash at which the journal stands.
    pub head: String,
    /// The newest backup in the logbook's own folder: when, and the file.
    pub backup: Option<(Moment, String)>,
}

impl Shown {
    /// Whether the shift has ended.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.shift.data.when("ended_at").is_some()
    }

    /// How many matters have no answer.
    #[must_use]
    pub fn left(&self) -> usize {
        self.items.iter().filter(|item| item.answer.is_none()).count()
    }

    /// The last signature in this role that still holds for the shift as it is.
    #[must_use]
    pub fn signed(&self, role: Role) -> Option<&Signature> {
        self.signatures.iter().rev().find(|signature| signature.role == role && !signature.changed)
    }

    /// Who has signed to take over, even if something was changed since.
    #[must_use]
    pub fn incoming(&self) -> Option<Uuid> {
        self.signatures.iter().rev().find(|signature| signature.role == Role::Incoming).map(|found| found.officer)
    }
}

/// The screen.
#[derive(Debug)]
pub struct Handover {
    /// What was seen last.
    pub shown: Shown,
    /// What the next shift begins with.
    pub next: Map<String, Value>,
    /// The line under the cursor: the matters, then how the shift stands.
    pub at: usize,
    /// The sheet, while it is read.
    pub sheet: Option<Sheet>,
    /// Who is about to sign.
    pub signing: Signing,
    /// A step or a look is on its way. Keys that come meanwhile wait for it.
    pub waits: bool,
    /// What was typed for the step on its way, to be had back if it can't be written.
    typed: Option<(Question, String)>,
}

/// The sheet as it is read.
#[derive(Debug)]
pub struct Sheet {
    /// The text.
    pub text: String,
    /// Rows scrolled over.
    pub top: usize,
}

impl Handover {
    /// The screen of a shift, the cursor on the first matter without an answer.
    #[must_use]
    pub fn new(shown: Shown, next: Map<String, Value>) -> Self {
        let at = shown.items.iter().position(|item| item.answer.is_none()).unwrap_or(0);
        let signing = Signing::default();
        Self { shown, next, at, sheet: None, signing, waits: false, typed: None }
    }

    /// The matter under the cursor.
    #[must_use]
    pub fn item(&self) -> Option<&HandoverItem> {
        self.shown.items.get(self.at)
    }

    /// To the next matter without an answer, round the end.
    fn go_on(&mut self) {
        let open = |n: &usize| self.shown.items.get(*n).is_some_and(|item| item.answer.is_none());
        let all = self.shown.items.len();
        self.at = (self.at + 1..all).chain(0..self.at).find(open).unwrap_or(self.at);
    }

    /// Whether a command does something as things stand; the hints leave the others out.
    #[must_use]
    pub fn offers(&self, id: Id, me: &super::Who) -> bool {
        let (closed, left) = (self.shown.is_closed(), self.shown.left());
        match id {
            Id::Accept | Id::Query | Id::Done => !closed && self.item().is_some(),
            Id::AcceptRest => !closed && left > 0,
            Id::Sign => closed || left == 0,
            Id::CloseShift => !closed && (left == 0 || me.may(Right::Oversee)),
            Id::ShiftEdit | Id::Promise => !closed,
            _ => true,
        }
    }
}

impl Session {
    /// The handover, if it is looked at.
    #[must_use]
    pub fn handover(&self) -> Option<&Handover> {
        match &self.page {
            Some(Page::Handover(handover)) => Some(handover),
            _ => None,
        }
    }
}

impl App {
    pub(super) fn handover(&mut self) -> Option<&mut Handover> {
        match self.session_mut()?.page.as_mut()? {
            Page::Handover(handover) => Some(handover),
            _ => None,
        }
    }

    /// The handover of the shift being read, else of the open one; without one, the form of a new one.
    pub(super) fn open_handover(&mut self) {
        let Some(session) = self.session_mut() else { return };
        session.turn = Turn::Asked;
        let read = session.log.reading.as_ref().filter(|_| session.log.inside).map(|reading| &reading.detail.record);
        let shift = read.filter(|record| record.kind == Some(Kind::Shift)).map(|record| record.row.record);
        self.emit([Effect::Shift(Ask::Look(shift))]);
    }

    /// Reads the shift of the screen anew: what is done next is done to the shift as it is then.
    pub(super) fn look_at_shift(&mut self) {
        let Some(page) = self.handover() else { return };
        page.waits = true;
        let shift = page.shown.shift.row.record;
        self.emit([Effect::Shift(Ask::Look(Some(shift)))]);
    }

    pub(super) fn handover_key(&mut self, key: Key) {
        let page = isize::from(self.size.1.saturating_sub(7).max(1).cast_signed());
        let by = match key.code {
            Code::Up => -1,
            Code::Down => 1,
            Code::PageUp => -page,
            Code::PageDown => page,
            Code::Home => isize::MIN,
            Code::End => isize::MAX,
            _ => return,
        };
        let facts = self.shift_lines().len();
        let sheet = self.sheet_lines().len();
        // Bar and the two lines at the bottom take three rows.
        let seen = usize::from(self.size.1.saturating_sub(3).max(1));
        let Some(page) = self.handover() else { return };
        match &mut page.sheet {
            Some(open) => open.top = open.top.saturating_add_signed(by).min(sheet.saturating_sub(seen)),
            None => page.at = page.at.saturating_add_signed(by).min((page.shown.items.len() + facts).saturating_sub(1)),
        }
    }

    /// Enter: the record of the matter under the cursor is read, else the shift's own; Esc comes back here.
    pub(super) fn open_matter(&mut self) {
        let Some(page) = self.handover() else { return };
        let record = page.item().and_then(|item| item.record).unwrap_or(page.shown.shift.row.record);
        if let Some(session) = self.session_mut() {
            session.log.inside = true;
            self.read(record);
        }
    }

    /// What a command of this screen does.
    pub(super) fn handover_act(&mut self, id: Id, now: Now) {
        let Some(page) = self.handover() else { return };
        let left = page.shown.left();
        match id {
            Id::Sheet => self.ask_sheet(),
            Id::Print => self.ask_print(),
            Id::Sign if page.shown.is_closed() || left == 0 => self.ask_signature(),
            Id::Sign => self.say_left(left),
            _ if page.shown.is_closed() => self.notice = Some(self.words.get("tui-handover-over").to_owned()),
            Id::Accept => self.accept(now),
            Id::AcceptRest => self.accept_rest(now),
            Id::Query => self.ask_query(),
            Id::Promise => self.ask_line(Question::Promise, ""),
            Id::Done => self.done(now),
            Id::ShiftEdit => self.edit_shift(now),
            _ => self.close_shift(now),
        }
    }

    fn accept(&mut self, now: Now) {
        let Some(page) = self.handover() else { return };
        let Some(item) = page.item().cloned() else { return };
        if item.answer.as_ref().is_some_and(|answer| answer.accepted) {
            return page.go_on();
        }
        self.say(Step::Answer(vec![item], Answer { accepted: true, note: None }), None, now);
    }

    fn accept_rest(&mut self, now: Now) {
        let Some(page) = self.handover() else { return };
        let rest: Vec<HandoverItem> = page.shown.items.iter().filter(|item| item.answer.is_none()).cloned().collect();
        if rest.is_empty() {
            self.notice = Some(self.words.get("tui-handover-none-left").to_owned());
        } else {
            self.say(Step::Answer(rest, Answer { accepted: true, note: None }), None, now);
        }
    }

    /// Asks for the question, which begins as the one that stands there.
    fn ask_query(&mut self) {
        let Some(item) = self.handover().and_then(|page| page.item()).cloned() else { return };
        let note = item.answer.as_ref().and_then(|answer| answer.note.clone()).unwrap_or_default();
        self.ask_line(Question::Query { about: self.matter(&item) }, &note);
    }

    pub(super) fn ask_line(&mut self, question: Question, text: &str) {
        let mut editor = Editor::line(text);
        editor.bottom();
        self.card = Some(Card::Ask { question, text: editor });
    }

    /// An order that was carried out, a promise that was kept.
    fn done(&mut self, now: Now) {
        let Some(item) = self.handover().and_then(|page| page.item()) else { return };
        match item.sort {
            Sort::Order | Sort::Promise => {
                let step = Step::Done(item.clone());
                self.say(step, None, now);
            }
            _ => self.notice = Some(self.words.get("tui-handover-not-done").to_owned()),
        }
    }

    /// What was typed on a card of this screen.
    pub(super) fn handover_answer(&mut self, question: Question, text: &str, now: Now) {
        let said = clean::line(text);
        if said.is_empty() {
            self.ask_line(question, "");
            self.notice = Some(self.words.get("tui-needed").to_owned());
            return;
        }
        let lang = self.words.lang();
        let Some(page) = self.handover() else { return };
        let typed = Some((question.clone(), said.clone()));
        match (question, page.item().cloned()) {
            (Question::Query { .. }, Some(item)) => {
                self.say(Step::Answer(vec![item], Answer { accepted: false, note: Some(said) }), typed, now);
            }
            (Question::Promise, _) => self.say(Step::Promise(said), typed, now),
            _ => {
                let shift = page.shown.shift.row.record;
                self.emit([Effect::Shift(Ask::Print { shift, lang, file: said })]);
            }
        }
    }

    /// Has something written down that was said.
    fn say(&mut self, step: Step, typed: Option<(Question, String)>, now: Now) {
        let Some(page) = self.handover() else { return };
        (page.waits, page.typed) = (true, typed);
        let base = page.shown.shift.version;
        self.emit([Effect::Shift(Ask::Step { id: now.ids[0], base, step })]);
    }

    /// The step is written, or it is not; then what was typed for it stands in its card again.
    pub(super) fn stepped(&mut self, result: Result<Saved, Refused>) {
        let Some(page) = self.handover() else { return };
        let typed = page.typed.take();
        if let Err(refused) = result {
            self.forget_keys();
            self.refused(refused);
            if let Some((question, text)) = typed {
                self.ask_line(question, &text);
            }
        } else {
            page.go_on();
        }
        self.look_at_shift();
    }

    /// Why something about the shift was not written.
    pub(super) fn refused(&mut self, refused: Refused) {
        match refused {
            Refused::Fault(fault) if fault.code == "E010" => {
                self.notice = Some(self.words.get("tui-handover-changed").to_owned());
            }
            Refused::Fault(fault) => {
                self.notice = Some(self.words.fault(&fault).0);
                self.trouble(&fault);
            }
            Refused::Findings(found) => {
                let Some((message, hint)) = found.first().map(|finding| self.words.finding(finding)) else { return };
                self.notice = Some(message.clone());
                self.card = Some(Card::Trouble { message, hint });
            }
        }
    }

    /// Says how many matters have no answer; the cursor goes to the first.
    pub(super) fn say_left(&mut self, left: usize) {
        self.notice = Some(self.words.with("tui-handover-left", &[("count", &left.to_string())]));
        if let Some(page) = self.handover() {
            page.at = page.shown.items.iter().position(|item| item.answer.is_none()).unwrap_or(page.at);
        }
    }
}
