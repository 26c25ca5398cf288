//! What of a week is written: what isn't sealed yet, with or without personal data, or a batch once more. Only asks; the
//! acts decide.

use super::cards::Question;
use super::effect::Effect;
use super::menu::Then;
use super::week::{Ask, Seen};
use super::{App, Session};
use crate::acts::Right;
use crate::acts::week::Which;

/// An export that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Which batches.
    pub which: Which,
    /// Personal data goes along.
    pub persons: bool,
}

impl Choice {
    /// What isn't sealed, without personal data.
    pub const DUE: Self = Self { which: Which::Due, persons: false };
}

impl App {
    /// Offers what can be written of the chosen week.
    pub(super) fn ask_export(&mut self, week: &str) {
        if !self.may_oversee() {
            return;
        }
        let Some(weeks) = self.session().and_then(Session::weeks) else { return };
        let Some(seen) = weeks.seen.as_deref() else { return };
        let choices = choices(seen, weeks.takes());
        let way = |choice: Choice| Then::Ask(Question::Out { week: week.to_owned(), choice });
        let offers = choices.into_iter().map(|(name, choice)| {
            let (id, number) = name;
            (self.words.with(id, &[("number", &number)]), way(choice))
        });
        let offers = offers.collect();
        self.offer("cmd-export", Vec::new(), offers);
    }

    /// Hands in a week in which nothing happened, without another question.
    pub(super) fn export_zero(&mut self, week: String) {
        let Some(seen) = self.session().and_then(|session| session.weeks()?.seen.as_deref()) else { return };
        let (records, left) = (seen.preview.records, seen.preview.entries > 0 || !seen.preview.sealed);
        if records > 0 {
            self.notice = Some(self.words.with("tui-week-not-zero", &[("records", &records.to_string())]));
        } else if !left {
            self.notice = Some(self.words.get("tui-week-nothing").to_owned());
        } else if self.may_oversee() {
            self.work(Effect::Week(Ask::Export { week, out: String::new(), choice: Choice::DUE }));
        }
    }

    /// Whether the officer may hand a week in; says so if not, before anything is asked for.
    fn may_oversee(&mut self) -> bool {
        let Some(session) = self.session() else { return false };
        match session.who.need(Right::Oversee) {
            Ok(()) => true,
            Err(fault) => {
                self.trouble(&fault);
                false
            }
        }
    }
}

/// What can be written: the wording id with a number, and what is then asked for.
fn choices(seen: &Seen, takes: bool) -> Vec<((&'static str, String), Choice)> {
    let preview = &seen.preview;
    let left = preview.entries > 0 || !preview.sealed;
    let mut all = Vec::new();
    if takes && left {
        all.push((("tui-export-due", String::new()), Choice::DUE));
        all.push((("tui-export-persons", String::new()), Choice { persons: true, ..Choice::DUE }));
    } else if takes {
        all.push((("tui-export-unanswered", String::new()), Choice::DUE));
    }
    let listed = seen.weeks.iter().find(|week| week.name == preview.week.name());
    let numbers: Vec<u64> = listed.into_iter().flat_map(|week| &week.batches).map(|(batch, _)| batch.number).collect();
    let again = |which| Choice { which, persons: false };
    if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
        all.push((("tui-export-again", last.to_string()), again(Which::Number(*last))));
        all.push((("tui-export-from", first.to_string()), again(Which::From(*first))));
    }
    all
}
