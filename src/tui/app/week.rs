//! The week on the screen: which weeks there are, what the chosen one would hand in, the work that is under way. Only
//! asks and shows; what may go out is decided by the acts.

use super::cards::Question;
use super::effect::Effect;
use super::export::Choice;
use super::msg::{Code, Key};
use super::page::Page;
use super::receiver::Read;
use super::{App, Session, Written};
use crate::acts::week::{Approved, Exported, Held, Listed, Preview, Taken};
use crate::fault::Outcome;
use crate::logbook::Row;
use crate::sync::Card as UnitCard;
use crate::sync::receipt::Receipt;
use crate::text::clean;
use crate::tui::command::Id;

/// What is asked of the thread that writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The weeks, and what one of them would hand in: the named one, or the one that is due.
    Look(Option<String>),
    /// Approve a week.
    Approve {
        /// Its name.
        week: String,
        /// Why holds are passed.
        despite: Option<String>,
    },
    /// Seal a week and write its files.
    Export {
        /// Its name.
        week: String,
        /// The folder as it was typed; empty for the logbook's own.
        out: String,
        /// What of it.
        choice: Choice,
    },
    /// Take a receipt in.
    Receipt {
        /// The file as it was typed.
        file: String,
    },
    /// Read another unit's card.
    ReadCard {
        /// The file as it was typed.
        file: String,
    },
    /// Take a unit as the receiver.
    Receiver {
        /// Its card.
        card: UnitCard,
        /// The fingerprint that was compared.
        fingerprint: String,
    },
    /// Write the own card.
    OwnCard {
        /// The file or folder as it was typed; empty for the logbook's own.
        file: String,
    },
}

/// What that thread answers.
#[derive(Debug)]
pub enum Told {
    /// To a look.
    Seen(Outcome<Box<Seen>>),
    /// To an approval.
    Approved(Result<Approved, Held>),
    /// To an export.
    Exported(Result<Box<Batches>, Held>),
    /// To a receipt.
    Taken(Outcome<Box<Taken>>),
    /// To a card that was to be read.
    CardRead(Outcome<Read>),
    /// To a receiver that was to be taken.
    Receiver(Outcome<UnitCard>),
    /// To the own card.
    OwnCard(Outcome<(Read, Written)>),
}

/// The weeks, and what one of them would hand in.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Newest first.
    pub weeks: Vec<Listed>,
    /// Of the week that was asked for.
    pub preview: Preview,
    /// The newest receipts, newest first.
    pub answers: Vec<Answer>,
}

/// A receipt, with the records here that it speaks of.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What it says.
    pub receipt: Receipt,
    /// The records.
    pub rows: Vec<Row>,
}

/// What an export wrote.
#[derive(Debug)]
pub struct Batches {
    /// The batches.
    pub exported: Exported,
    /// Each file without its signature.
    pub files: Vec<Written>,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Weeks {
    /// What was seen last.
    pub seen: Option<Box<Seen>>,
    /// The line under the cursor.
    pub at: usize,
    /// An answer is on its way.
    pub waits: bool,
    /// When it comes, the cursor goes to the newest receipt.
    pub(super) to_receipts: bool,
}

impl Weeks {
    /// The name of the week that is shown.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.seen.as_ref().map(|seen| seen.preview.week.name())
    }

    /// The week that is shown, as the list has it.
    fn listed(&self) -> Option<&Listed> {
        let (seen, name) = (self.seen.as_ref()?, self.name()?);
        seen.weeks.iter().find(|week| week.name == name)
    }

    /// Whether what isn't sealed may go out under the week that is shown: it is the one that is due, or has no batch.
    #[must_use]
    pub fn takes(&self) -> bool {
        self.listed().is_none_or(|week| week.due || week.batches.is_empty())
    }

    /// Holds that nobody has passed.
    #[must_use]
    pub fn holds(&self) -> usize {
        let preview = self.seen.as_ref().map(|seen| &seen.preview).filter(|preview| !preview.approved);
        preview.map_or(0, |preview| preview.holds().iter().map(|record| record.findings.len()).sum())
    }

    /// The name of the week so many places further down in the list.
    fn beside(&self, by: isize) -> Option<String> {
        let (seen, name) = (self.seen.as_ref()?, self.name()?);
        let at = seen.weeks.iter().position(|week| week.name == name)?;
        seen.weeks.get(at.checked_add_signed(by)?).map(|week| week.name.clone())
    }
}

impl App {
    /// The weeks, as they stand now.
    pub(super) fn open_week(&mut self) {
        if let Some(session) = self.session_mut() {
            session.log.inside = false;
            session.home.opened = false;
            session.page = Some(Page::Week(Weeks::default()));
            self.look_at_week(None);
        }
    }

    /// Reads a week anew.
    pub(super) fn look_at_week(&mut self, name: Option<String>) {
        let Some(weeks) = self.weeks() else { return };
        weeks.waits = true;
        let name = name.or_else(|| weeks.name());
        self.emit([Effect::Week(Ask::Look(name))]);
    }

    pub(super) fn weeks(&mut self) -> Option<&mut Weeks> {
        match self.session_mut()?.page.as_mut()? {
            Page::Week(weeks) => Some(weeks),
            _ => None,
        }
    }

    pub(super) fn week_key(&mut self, key: Key) {
        let lines = self.week_lines();
        let page = usize::from(self.size.1.saturating_sub(8).max(1));
        let Some(weeks) = self.weeks() else { return };
        let holds = |n: &usize| lines.get(*n).is_some_and(|line| line.record.is_some());
        let last = lines.len().saturating_sub(1);
        let other = match key.code {
            Code::Left => weeks.beside(-1),
            Code::Right => weeks.beside(1),
            _ => None,
        };
        weeks.at = match key.code {
            Code::Up => (0..weeks.at).rev().find(holds).unwrap_or_else(|| weeks.at.saturating_sub(1)),
            Code::Down => (weeks.at + 1..=last).find(holds).unwrap_or(weeks.at + 1),
            Code::PageUp => weeks.at.saturating_sub(page),
            Code::PageDown => weeks.at + page,
            Code::Home => 0,
            Code::End => last,
            _ => weeks.at,
        }
        .min(last);
        if other.is_some() {
            weeks.at = 0;
            self.look_at_week(other);
        }
    }

    /// Enter: the record under the cursor is read; Esc comes back here.
    pub(super) fn open_found(&mut self) {
        let lines = self.week_lines();
        let at = self.session().and_then(Session::weeks).map(|weeks| weeks.at);
        let record = at.and_then(|at| lines.get(at)).and_then(|line| line.record);
        if let Some(record) = record {
            self.read_over(record);
        }
    }

    /// Approve, export, take a receipt in, see to the receiver.
    pub(super) fn week_act(&mut self, id: Id) {
        if id == Id::Receiver {
            return self.ask_receiver();
        }
        let Some(weeks) = self.weeks() else { return };
        let (takes, holds, Some(week)) = (weeks.takes(), weeks.holds(), weeks.name()) else { return };
        let question = match id {
            Id::Approve | Id::Zero if !takes => {
                self.notice = Some(self.words.get("tui-week-gone").to_owned());
                return;
            }
            Id::Approve if holds == 0 => {
                return self.emit([Effect::Week(Ask::Approve { week, despite: None })]);
            }
            Id::Approve => Question::Despite { week, holds },
            Id::Export if holds > 0 && takes => {
                self.notice = Some(self.words.with("tui-week-held", &[("count", &holds.to_string())]));
                return;
            }
            Id::Export => return self.ask_export(&week),
            Id::Zero => return self.export_zero(week),
            _ => Question::Receipt,
        };
        self.ask(question);
    }

    /// What was typed on a card.
    pub(super) fn week_answer(&mut self, question: Question, text: &str) {
        let said = clean::line(text);
        let ask = match question {
            Question::Despite { .. } | Question::Receipt | Question::TakeCard if said.is_empty() => {
                self.ask(question);
                self.notice = Some(self.words.get("tui-needed").to_owned());
                return;
            }
            Question::Despite { week, .. } => Ask::Approve { week, despite: Some(said) },
            Question::Receipt => Ask::Receipt { file: said },
            Question::Office(wanted) => return self.office_answer(wanted, text),
            Question::Out { week, choice } => {
                return self.work(Effect::Week(Ask::Export { week, out: said, choice }));
            }
            Question::TakeCard => Ask::ReadCard { file: said },
            Question::OwnCard => Ask::OwnCard { file: said },
            Question::Void => return self.void_answer(text),
            Question::Csv => return self.csv_answer(text),
            Question::Paper => return self.first_answer(text),
            Question::Query { .. } | Question::Promise | Question::Print => return,
        };
        self.emit([Effect::Week(ask)]);
    }
}
