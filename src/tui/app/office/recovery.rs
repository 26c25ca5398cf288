//! A new recovery code: made for whoever shows their password once more, shown once on a card, two groups of it asked
//! back, and only then the one before ends. It stands in no draft, no line and no log, and is wiped with the card.

use super::super::App;
use super::super::cards::Card;
use super::super::effect::Effect;
use super::super::first::Paper;
use super::super::form::cell;
use super::super::msg::{Code, Key, Now, Secret};
use super::Ask;
use crate::fault::Outcome;
use crate::text::edit::Editor;

/// A code that is being noted.
#[derive(Debug)]
pub struct Noting {
    /// The code, and what was typed back.
    pub paper: Paper,
    /// It is being typed back.
    pub checking: bool,
    /// Which of the two groups.
    pub at: usize,
    /// The file that it is to be written into, while that is typed.
    pub file: Option<Editor>,
    /// Where it was written.
    pub written: Option<String>,
    /// What stands in the way, in words.
    pub problem: Option<String>,
}

impl Noting {
    /// Answers a key; Enter and Esc are the card's.
    pub(in super::super) fn key(&mut self, key: Key) {
        if let Some(file) = &mut self.file {
            self.problem = None;
            match key.text() {
                Some(c) => file.insert(c),
                None => {
                    cell::edit(file, key, usize::MAX);
                }
            }
            return;
        }
        match key.code {
            Code::F(2) if !self.checking => self.file = Some(Editor::line("")),
            Code::Up | Code::BackTab => self.at = 0,
            Code::Down | Code::Tab => self.at = 1,
            _ => {
                self.here().map(|typed| typed.key(key));
            }
        }
    }

    /// Text pasted.
    pub(in super::super) fn paste(&mut self, text: &str) {
        match &mut self.file {
            Some(file) => file.paste(text),
            None => self.here().into_iter().for_each(|typed| typed.paste(text)),
        }
    }

    fn here(&mut self) -> Option<&mut Secret> {
        self.problem = None;
        self.paper.typed.get_mut(self.at).filter(|_| self.checking)
    }
}

impl App {
    /// The code in the safe ends with a new one: whoever only found the window open may not do that.
    pub(super) fn ask_for_code(&mut self) {
        self.card = Some(Card::Prove(Box::default()));
    }

    pub(in super::super) fn proof_key(&mut self, key: Key, now: Now) {
        let Some(Card::Prove(who)) = &mut self.card else { return };
        let tried = who.key(key, 1, now.at);
        self.emit(tried.map(|password| Effect::Office(Ask::NewCode(password))));
    }

    /// There is a code: it is shown, unless nobody waits for it any more.
    pub(super) fn show_code(&mut self, code: Outcome<Paper>) {
        let now = self.now;
        let Some(Card::Prove(who)) = &mut self.card else { return };
        match code {
            Ok(paper) => {
                self.note(Noting { paper, checking: false, at: 0, file: None, written: None, problem: None });
            }
            Err(fault) if fault.code == "E020" => {
                who.busy = false;
                who.was_wrong(now);
                self.notice = Some(self.words.fault(&fault).0);
            }
            Err(fault) => {
                self.card = None;
                self.office_failed(&fault);
            }
        }
    }

    /// It lies in a file now, or not.
    pub(super) fn code_written(&mut self, written: Outcome<String>) {
        let said = written.map_err(|fault| self.words.fault(&fault).0);
        let Some(Card::Paper(noting)) = &mut self.card else { return };
        match said {
            Ok(file) => (noting.written, noting.file, noting.problem) = (Some(file), None, None),
            Err(problem) => noting.problem = Some(problem),
        }
    }

    fn note(&mut self, noting: Noting) {
        self.card = Some(Card::Paper(Box::new(noting)));
    }

    /// Enter: it was noted, a group was typed, both were.
    pub(in super::super) fn code_noted(&mut self, noting: Noting) {
        if let Some(file) = &noting.file {
            let unit = self.session().map(|session| session.unit.clone()).unwrap_or_default();
            let print = noting.paper.print(file.text(), &unit, &self.words);
            self.note(noting);
            return self.emit(print.map(|print| Effect::Office(Ask::Print(print))));
        }
        match noting.paper.wrong() {
            _ if !noting.checking => self.note(Noting { checking: true, ..noting }),
            _ if noting.at == 0 => self.note(Noting { at: 1, ..noting }),
            None => self.ask_office(Ask::Recovery(Secret(noting.paper.code().to_owned().into()))),
            Some(at) => {
                let Noting { mut paper, written, .. } = noting;
                let group = paper.asked.get(at).map_or(0, |n| n + 1).to_string();
                let problem = Some(self.words.with("tui-first-wrong", &[("n", &group)]));
                if let Some(typed) = paper.typed.get_mut(at) {
                    *typed = Secret::default();
                }
                self.note(Noting { paper, checking: true, at, file: None, written, problem });
            }
        }
    }

    /// Esc: back from the file or to the code, or away from it. Then the one before still counts.
    pub(in super::super) fn code_left(&mut self, noting: Noting) {
        if noting.file.is_some() {
            self.note(Noting { file: None, problem: None, ..noting });
        } else if noting.checking {
            self.note(Noting { checking: false, at: 0, problem: None, ..noting });
        } else {
            self.notice = Some(self.words.get("tui-recovery-kept").to_owned());
        }
    }
}
