//! A new recovery code: shown once on a card, two groups of it asked back, and only then the one before ends. It stands
//! in no draft, no line and no log, and is wiped with the card.

use super::super::App;
use super::super::cards::Card;
use super::super::first::Paper;
use super::super::msg::{Code, Key, Secret};
use super::Ask;
use crate::fault::Outcome;

/// A code that is being noted.
#[derive(Debug)]
pub struct Noting {
    /// The code, and what was typed back.
    pub paper: Paper,
    /// It is being typed back.
    pub checking: bool,
    /// Which of the two groups.
    pub at: usize,
    /// What stands in the way, in words.
    pub problem: Option<String>,
}

impl Noting {
    /// Answers a key; Enter and Esc are the card's.
    pub(in super::super) fn key(&mut self, key: Key) {
        match key.code {
            Code::Up | Code::BackTab => self.at = 0,
            Code::Down | Code::Tab => self.at = 1,
            _ => {
                self.here().map(|typed| typed.key(key));
            }
        }
    }

    /// Text pasted.
    pub(in super::super) fn paste(&mut self, text: &str) {
        self.here().into_iter().for_each(|typed| typed.paste(text));
    }

    fn here(&mut self) -> Option<&mut Secret> {
        self.problem = None;
        self.paper.typed.get_mut(self.at).filter(|_| self.checking)
    }
}

impl App {
    /// There is a code: it is shown.
    pub(super) fn show_code(&mut self, code: Outcome<Paper>) {
        match code {
            Ok(paper) => self.note(Noting { paper, checking: false, at: 0, problem: None }),
            Err(fault) => self.office_failed(&fault),
        }
    }

    fn note(&mut self, noting: Noting) {
        self.card = Some(Card::Paper(Box::new(noting)));
    }

    /// Enter: it was noted, a group was typed, both were.
    pub(in super::super) fn code_noted(&mut self, noting: Noting) {
        match noting.paper.wrong() {
            _ if !noting.checking => self.note(Noting { checking: true, ..noting }),
            _ if noting.at == 0 => self.note(Noting { at: 1, ..noting }),
            None => self.ask_office(Ask::Recovery(Secret(noting.paper.code().to_owned().into()))),
            Some(at) => {
                let Noting { mut paper, .. } = noting;
                let group = paper.asked.get(at).map_or(0, |n| n + 1).to_string();
                let problem = Some(self.words.with("tui-first-wrong", &[("n", &group)]));
                if let Some(typed) = paper.typed.get_mut(at) {
                    *typed = Secret::default();
                }
                self.note(Noting { paper, checking: true, at, problem });
            }
        }
    }

    /// Esc: back to the code, or away from it. Then the one before still counts.
    pub(in super::super) fn code_left(&mut self, noting: Noting) {
        if noting.checking {
            self.note(Noting { checking: false, at: 0, problem: None, ..noting });
        } else {
            self.notice = Some(self.words.get("tui-recovery-kept").to_owned());
        }
    }
}
