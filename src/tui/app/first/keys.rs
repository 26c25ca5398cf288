//! What keys do on the first run: Enter and Tab go on, Esc and Shift+Tab go back, everything else is typed.

use super::question::{self, Amiss};
use super::{Ask, First, Question, Step};
use crate::tui::app::cards::{Card, Question as Asked};
use crate::tui::app::effect::Effect;
use crate::tui::app::form::cell;
use crate::tui::app::msg::{Code, Key, Secret};
use crate::tui::app::{App, Screen};
use crate::tui::command::Id;

/// What comes of going on.
enum Go {
    /// It was only a step.
    Step,
    /// Something has to be done.
    Ask(Ask),
    /// Something stands in the way.
    Amiss(Amiss),
    /// Groups of the code were not what stands there.
    Wrong(usize),
}

impl App {
    /// A key on the first run.
    pub(in crate::tui::app) fn first_key(&mut self, key: Key) {
        if let Screen::First(first) = &mut self.screen
            && !first.waits
        {
            first.key(key);
        }
    }

    /// A command on the first run.
    pub(in crate::tui::app) fn first_run(&mut self, id: Id, key: Key) {
        let Screen::First(first) = &mut self.screen else { return };
        match id {
            _ if first.waits => {}
            Id::Before => first.back(key),
            Id::Paper => self.ask_paper(),
            _ if first.takes_enter() && key.code == Code::Enter => first.answer_mut(Question::Areas).newline(),
            _ => self.first_on(),
        }
    }

    /// What was said about a clock that can't be right.
    pub(in crate::tui::app) fn first_clock(&mut self, right: bool) {
        if let Screen::First(first) = &mut self.screen
            && right
        {
            first.go(Step::Ask(Question::Name));
        }
    }

    fn first_on(&mut self) {
        let Screen::First(first) = &mut self.screen else { return };
        if first.is_begin() && first.at == 0 && First::is_unset(self.now) {
            self.card = Some(Card::Clock { last: None, at: 1 });
            return;
        }
        match first.on() {
            Go::Step => {}
            Go::Ask(Ask::Demo) => {
                first.waits = true;
                self.work(Effect::First(Ask::Demo));
            }
            Go::Ask(ask) => {
                first.waits = true;
                self.emit([Effect::First(ask)]);
            }
            Go::Amiss(Amiss::Empty) => self.first_amiss(self.words.get("tui-needed").to_owned()),
            Go::Amiss(Amiss::Code) => self.first_amiss(self.words.get("tui-first-code").to_owned()),
            Go::Amiss(Amiss::Long { line, max }) => {
                let said = self.words.with("tui-first-long", &[("line", &line), ("max", &max.to_string())]);
                self.first_amiss(said);
            }
            Go::Amiss(Amiss::Fault(fault)) => self.first_fault(&fault),
            Go::Wrong(group) => {
                let said = self.words.with("tui-first-wrong", &[("n", &(group + 1).to_string())]);
                self.first_amiss(said);
            }
        }
    }

    /// What stands in the way, at the field.
    pub(super) fn first_amiss(&mut self, said: String) {
        if let Screen::First(first) = &mut self.screen {
            first.problem = Some(said);
        }
    }

    pub(super) fn first_fault(&mut self, fault: &crate::fault::Fault) {
        let (message, hint) = self.words.fault(fault);
        self.first_amiss(format!("{message}. {hint}"));
    }

    /// Asks for the file that the recovery paper is written into.
    fn ask_paper(&mut self) {
        self.card = Some(Card::Ask { question: Asked::Paper, text: crate::text::edit::Editor::line("") });
    }

    /// A file was typed.
    pub(in crate::tui::app) fn first_answer(&mut self, typed: &str) {
        let Screen::First(first) = &mut self.screen else { return };
        let unit = question::code(first.answer(Question::Code).text());
        let Some(print) = first.paper.as_ref().and_then(|paper| paper.print(typed, &unit, &self.words)) else { return };
        first.waits = true;
        self.emit([Effect::First(Ask::Print(print))]);
    }

    /// Text pasted in one piece.
    pub(in crate::tui::app) fn first_paste(&mut self, text: &str) {
        let Screen::First(first) = &mut self.screen else { return };
        if first.waits {
            return;
        }
        first.replace_suggested(true);
        match first.secret() {
            Some(secret) => secret.paste(text),
            None => first.editor().into_iter().for_each(|editor| editor.paste(text)),
        }
        first.typed();
    }
}

impl First {
    fn key(&mut self, key: Key) {
        let last = self.lines() - 1;
        let inside = self.takes_enter() && matches!(key.code, Code::Up | Code::Down);
        match key.code {
            Code::Up if !inside => self.at = self.at.saturating_sub(1),
            Code::Down if !inside => self.at = (self.at + 1).min(last),
            _ => self.write(key),
        }
    }

    fn write(&mut self, key: Key) {
        self.replace_suggested(key.text().is_some());
        let typed = match self.secret() {
            Some(secret) => secret.key(key),
            None => self.editor().is_some_and(|editor| match key.text() {
                Some(c) => {
                    editor.insert(c);
                    true
                }
                None => match key.code {
                    Code::Up => editor.up(usize::MAX),
                    Code::Down => editor.down(usize::MAX),
                    _ => cell::edit(editor, key, usize::MAX),
                },
            }),
        };
        if typed {
            self.typed();
        }
    }

    /// Makes room for what is typed in the place of a code that was only suggested; any other key takes it up.
    fn replace_suggested(&mut self, types: bool) {
        let suggested = self.step == Step::Ask(Question::Code) && std::mem::take(&mut self.suggested);
        if suggested && types {
            self.answer_mut(Question::Code).set("");
        }
    }

    /// Something else stands there now: what was said about it is over.
    fn typed(&mut self) {
        self.problem = None;
        if self.step == Step::Ask(Question::Receiver) {
            (self.read, self.receiver) = (None, None);
        }
    }

    /// The secret under the cursor, if one is typed here.
    const fn secret(&mut self) -> Option<&mut Secret> {
        let ([first, again], paper) = (&mut self.passwords, &mut self.paper);
        match (self.step, self.at) {
            (Step::Ask(Question::Officer), 1) => Some(first),
            (Step::Ask(Question::Officer), 2) => Some(again),
            (Step::Check, at) => match paper {
                Some(paper) => {
                    let [one, other] = &mut paper.typed;
                    Some(if at == 0 { one } else { other })
                }
                None => None,
            },
            _ => None,
        }
    }

    /// The editor under the cursor, if something is typed that is no secret.
    const fn editor(&mut self) -> Option<&mut crate::text::edit::Editor> {
        match self.step {
            Step::Welcome => Some(&mut self.trial),
            Step::Ask(question) => Some(self.answer_mut(question)),
            Step::Paper | Step::Check => None,
        }
    }

    /// Enter or Tab: to the next line, or to the next step when nothing stands in the way.
    fn on(&mut self) -> Go {
        self.problem = None;
        if self.at + 1 < self.lines() && self.step != Step::Welcome {
            self.at += 1;
            return Go::Step;
        }
        match self.step {
            Step::Welcome if self.at == 1 => return Go::Ask(Ask::Demo),
            Step::Welcome => self.go(Step::Ask(Question::Name)),
            Step::Ask(question) => return self.answered(question),
            Step::Paper => self.go(Step::Check),
            Step::Check => return self.checked(),
        }
        Go::Step
    }

    fn answered(&mut self, question: Question) -> Go {
        if let Err(amiss) = self.judge(question) {
            self.at = 0;
            if question == Question::Officer && matches!(amiss, Amiss::Fault(_)) {
                self.passwords = [Secret::default(), Secret::default()];
                self.at = 1;
            }
            return Go::Amiss(amiss);
        }
        match question {
            Question::Name => self.suggest(),
            Question::Receiver => {
                if let Some(go) = self.receiver_on() {
                    return go;
                }
            }
            _ => {}
        }
        match (question.beside(true), &self.paper) {
            (Some(next), _) => self.go(Step::Ask(next)),
            (None, Some(_)) => self.go(Step::Paper),
            (None, None) => return Go::Ask(Ask::Paper),
        }
        Go::Step
    }

    /// A card that was typed is read; one that was read and compared is taken.
    fn receiver_on(&mut self) -> Option<Go> {
        let typed = question::line(self.answer(Question::Receiver));
        if let Some(read) = self.read.take() {
            self.receiver = Some(read.card);
            let unit = question::code(self.answer(Question::Code).text());
            let own = self.other_unit(&unit).err()?;
            self.receiver = None;
            return Some(Go::Amiss(Amiss::Fault(own)));
        }
        (!typed.is_empty() && self.receiver.is_none()).then_some(Go::Ask(Ask::Card(typed)))
    }

    /// Two groups were typed.
    fn checked(&mut self) -> Go {
        let Some(paper) = &self.paper else { return Go::Step };
        match (paper.wrong(), self.new_book()) {
            (Some(n), _) => {
                self.at = n;
                Go::Wrong(self.paper.as_ref().and_then(|paper| paper.asked.get(n)).copied().unwrap_or_default())
            }
            (None, Some(new)) => Go::Ask(Ask::Found(Box::new(new))),
            (None, None) => Go::Step,
        }
    }

    /// Puts a code made of the name where none was typed.
    fn suggest(&mut self) {
        let code = question::suggested(self.answer(Question::Name).text());
        let editor = self.answer_mut(Question::Code);
        if editor.text().is_empty() {
            editor.paste(&code);
            self.suggested = true;
        }
    }

    /// Esc or Shift+Tab: to the line before, or to the step before. A card that was read is put away first.
    fn back(&mut self, key: Key) {
        if self.at > 0 && key.code == Code::BackTab {
            self.at -= 1;
            return;
        }
        if self.read.take().is_some() {
            return;
        }
        match self.step {
            Step::Welcome => {}
            Step::Ask(question) => self.go(question.beside(false).map_or(Step::Welcome, Step::Ask)),
            Step::Paper => self.go(Step::Ask(Question::Officer)),
            Step::Check => self.go(Step::Paper),
        }
    }
}
