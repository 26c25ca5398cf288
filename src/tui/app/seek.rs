//! Records that a field asks for, found by typing: the last digits of a number, or words. The field shows what the
//! logbook found last; what it found for another query is never shown.

use super::App;
use super::effect::Effect;
use super::form::Form;
use super::lines::short_number;
use super::list::is_telling;
use super::registers::{Choosable, asked};
use crate::fault::Outcome;
use crate::logbook::{Filter, Row};
use crate::record::{Kind, Number, when};
use crate::text::clean;

/// So many are found; whoever needs more types more.
const MOST: usize = 20;

/// What is looked for: among records of one kind, or of the log, by what was typed.
pub type Wanted = (Option<Kind>, String);

/// What was looked for last, and what was found.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// What; nothing while no such field is open.
    wanted: Option<Wanted>,
    /// What was found.
    found: Vec<Choosable>,
    /// The question whose answer is on its way.
    coming: Option<u64>,
}

impl Sought {
    /// Whether the answer is on its way.
    #[must_use]
    pub const fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    /// What can be chosen after typing this. A whole number can be, also before anything was found.
    #[must_use]
    pub fn choices(&self, query: &str) -> Vec<Choosable> {
        let mine = self.wanted.as_ref().is_some_and(|(_, wanted)| asked(wanted) == query);
        let mut found = if mine { self.found.clone() } else { Vec::new() };
        let whole = Number::parse(query.trim()).map(|number| number.short());
        let other = |number: &String| found.iter().all(|choice| choice.code != *number);
        if let Some(number) = whole.filter(other) {
            found.push(Choosable { code: number.clone(), name: number });
        }
        found
    }
}

impl App {
    /// Looks for what the field under the cursor asks for, if that is something else than before.
    pub(super) fn seek(&mut self) {
        let ticket = self.tickets + 1;
        let Some(session) = self.session_mut() else { return };
        let wanted = session.form.as_ref().and_then(Form::seeks);
        let sought = &mut session.known.sought;
        if sought.wanted == wanted {
            return;
        }
        *sought = Sought { wanted: wanted.clone(), ..Sought::default() };
        let Some((kind, query)) = wanted.filter(|(_, query)| query.is_empty() || is_telling(query)) else { return };
        sought.coming = Some(ticket);
        self.tickets = ticket;
        let query = Some(query).filter(|query| !query.is_empty());
        let filter = Box::new(Filter { kind, query, void: Some(false), limit: MOST, ..Filter::default() });
        self.emit([Effect::Seek { ticket, filter }]);
    }

    /// What was found.
    pub(super) fn sought(&mut self, ticket: u64, result: Outcome<Vec<Row>>) {
        let Some(session) = self.session_mut() else { return };
        let own = session.form.as_ref().map(|form| form.record);
        let sought = &mut session.known.sought;
        if sought.coming != Some(ticket) {
            return;
        }
        sought.coming = None;
        match result {
            Ok(rows) => sought.found = rows.iter().filter(|row| Some(row.record) != own).map(choosable).collect(),
            Err(fault) => {
                self.forget_keys();
                self.trouble(&fault);
            }
        }
    }
}

/// A record by its number, with what it is told apart by.
fn choosable(row: &Row) -> Choosable {
    let number = short_number(&row.number);
    let day = row.at.with_timezone(&when::zone()).format("%d/%m");
    let title = row.title.as_deref().map(|title| format!(" · {}", clean::shown(title))).unwrap_or_default();
    Choosable { name: format!("{number} · {day}{title}"), code: number }
}
