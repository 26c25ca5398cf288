//! The first run: there is no logbook yet. Five questions, a recovery code that has to be noted, and only then a
//! logbook; or a made-up ward to try. Whatever ends it before, nothing is on disk and what was typed is gone.

mod keys;
mod paper;
mod question;
mod told;

use zeroize::Zeroizing;

pub use paper::{Paper, Print};
pub use question::Question;

use super::msg::Secret;
use super::receiver::Read;
use super::work::Work;
use crate::fault::Outcome;
use crate::record::when::Moment;
use crate::sync::Card as UnitCard;
use crate::text::edit::Editor;

/// What is asked of the thread that writes.
#[derive(Debug, Clone)]
pub enum Ask {
    /// A recovery code. It opens nothing before a logbook is founded with it.
    Paper,
    /// Read a card whose file was typed.
    Card(String),
    /// Write the recovery paper into a file that was typed.
    Print(Print),
    /// Found the logbook.
    Found(Box<New>),
    /// Make up a ward.
    Demo,
}

/// What that thread answers.
#[derive(Debug)]
pub enum Told {
    /// The recovery code.
    Paper(Secret),
    /// The card.
    Card(Outcome<Read>),
    /// Where the paper lies now.
    Printed(Outcome<String>),
    /// There is a logbook now: what its unlock screen has to know.
    Ready(Outcome<Ready>),
}

/// What a new logbook begins with.
#[derive(Debug, Clone)]
pub struct New {
    /// Name of the post.
    pub name: String,
    /// Its code.
    pub unit: String,
    /// The receiver, whose fingerprint was compared.
    pub receiver: Option<UnitCard>,
    /// Names of residential areas.
    pub areas: Vec<String>,
    /// The commander's name.
    pub officer: String,
    /// The commander's password.
    pub password: Secret,
    /// The recovery code, which was noted.
    pub recovery: Secret,
}

/// What the unlock screen of a logbook shows.
#[derive(Debug, Clone)]
pub struct Ready {
    /// Who can sign in.
    pub logins: Vec<String>,
    /// Who just founded it.
    pub login: String,
    /// The password of a made-up ward, which is no secret.
    pub demo: Option<String>,
}

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A logbook, or a made-up ward; does this terminal show and take Vietnamese?
    Welcome,
    /// A question.
    Ask(Question),
    /// The recovery code is shown.
    Paper,
    /// Was it noted?
    Check,
}

/// The screen.
#[derive(Debug)]
pub struct First {
    /// The folder in which the logbook is to be, as it is shown.
    pub folder: String,
    /// Where somebody is.
    pub step: Step,
    /// The line under the cursor, where a step has several.
    pub at: usize,
    /// What was typed to try.
    pub trial: Editor,
    /// What was typed to each question.
    pub answers: [Editor; Question::ALL.len()],
    /// The code was suggested: what is typed now replaces it.
    pub suggested: bool,
    /// The commander's password, first and again.
    pub passwords: [Secret; 2],
    /// A card that was read; its fingerprint is being compared.
    pub read: Option<Read>,
    /// The receiver that was taken.
    pub receiver: Option<UnitCard>,
    /// The recovery code.
    pub paper: Option<Paper>,
    /// What stands in the way, in words.
    pub problem: Option<String>,
    /// An answer is on its way; until it comes, keys mean nothing.
    pub waits: bool,
    /// A ward is being made up.
    pub work: Option<Work>,
}

/// A clock that stands outside of these years was never set, or wrongly.
const YEARS: std::ops::Range<i32> = 2025..2100;

impl First {
    /// The screen as it begins.
    #[must_use]
    pub fn new(folder: String) -> Self {
        let line = || Editor::line("");
        let answers = [line(), line(), line(), Editor::block(""), line()];
        Self {
            folder,
            step: Step::Welcome,
            at: 0,
            trial: Editor::line(""),
            answers,
            suggested: false,
            passwords: [Secret::default(), Secret::default()],
            read: None,
            receiver: None,
            paper: None,
            problem: None,
            waits: false,
            work: None,
        }
    }

    /// Whether the clock can't be right.
    #[must_use]
    pub fn is_unset(now: Moment) -> bool {
        use chrono::Datelike as _;
        !YEARS.contains(&now.year())
    }

    /// What was typed to a question.
    #[must_use]
    pub const fn answer(&self, question: Question) -> &Editor {
        let [name, code, receiver, areas, officer] = &self.answers;
        match question {
            Question::Name => name,
            Question::Code => code,
            Question::Receiver => receiver,
            Question::Areas => areas,
            Question::Officer => officer,
        }
    }

    const fn answer_mut(&mut self, question: Question) -> &mut Editor {
        let [name, code, receiver, areas, officer] = &mut self.answers;
        match question {
            Question::Name => name,
            Question::Code => code,
            Question::Receiver => receiver,
            Question::Areas => areas,
            Question::Officer => officer,
        }
    }

    /// Whether Enter breaks a line here.
    #[must_use]
    pub fn takes_enter(&self) -> bool {
        self.step == Step::Ask(Question::Areas)
    }

    /// Whether nothing was chosen yet.
    pub(super) fn is_begin(&self) -> bool {
        self.step == Step::Welcome
    }

    /// Whether the recovery code is on the screen.
    #[must_use]
    pub const fn is_paper(&self) -> bool {
        matches!(self.step, Step::Paper)
    }

    /// How many lines the cursor can stand on.
    const fn lines(&self) -> usize {
        match self.step {
            Step::Welcome | Step::Check => 2,
            Step::Ask(Question::Officer) => 3,
            Step::Ask(_) | Step::Paper => 1,
        }
    }

    fn go(&mut self, step: Step) {
        (self.step, self.at, self.problem) = (step, 0, None);
    }

    /// Wipes what nobody may find on a screen that was left alone.
    pub(super) fn forget(&mut self) {
        self.passwords = [Secret::default(), Secret::default()];
        self.paper = None;
        if matches!(self.step, Step::Paper | Step::Check) {
            self.go(Step::Ask(Question::Officer));
        }
    }

    /// What the logbook begins with, once all was answered and noted.
    fn new_book(&self) -> Option<New> {
        Some(New {
            name: question::line(self.answer(Question::Name)),
            unit: question::code(self.answer(Question::Code).text()),
            receiver: self.receiver.clone(),
            areas: question::areas(self.answer(Question::Areas).text()),
            officer: question::line(self.answer(Question::Officer)),
            password: self.passwords[0].clone(),
            recovery: Secret(Zeroizing::new(self.paper.as_ref()?.code().to_owned())),
        })
    }
}
