//! What has served its purpose and goes for good, and what is kept whatever a rule says. Nothing goes before somebody
//! has seen what it is, said why, and been asked once more; and a purge is never resumed from a draft.

use super::super::App;
use super::super::lines::short_number;
use super::super::menu::Then;
use super::{Ask, Of, Room, Row, Wanted};
use crate::acts::purge::{Purge, Sum};
use crate::fault::Outcome;
use crate::logbook::{Hold, Row as Record};
use crate::record::rulebook::Retention;
use crate::record::when;
use crate::text::clean::shown;
use crate::text::number;
use crate::words::Lang;

/// What a purge is to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Take {
    /// All that the rule of this name says.
    Rule(String),
    /// The record of this number.
    Record(String),
}

/// What it would take.
#[derive(Debug, Clone)]
pub struct Due {
    /// What was asked.
    pub take: Take,
    /// All of it in numbers.
    pub sum: Sum,
    /// The first of the records; more than anybody looks through aren't carried here.
    pub first: Vec<Purge>,
}

impl App {
    /// The rules, each to be looked at before anything goes.
    pub(super) fn rule_rows(&self, rules: &[Retention]) -> Vec<Row> {
        let row = |rule: &Retention| {
            let (name, source) = (if self.words.lang() == Lang::Vi { &rule.vi } else { &rule.en }, shown(&rule.source));
            let note = self.words.with("tui-rule", &[("id", &shown(&rule.id)), ("source", &source)]);
            let doubt = if rule.confirmed { "" } else { self.words.get("clock-unconfirmed") };
            Row::new(Of::Rule(rule.id.clone()), vec![shown(name)]).noted(format!("{note} {doubt}").trim().to_owned())
        };
        rules.iter().map(row).collect()
    }

    /// What was found last.
    pub(super) fn due_rows(&self) -> Vec<Row> {
        let due = self.session().and_then(|session| session.due.as_deref());
        due.map_or_else(Vec::new, |due| due.first.iter().map(|purge| self.due_row(purge)).collect())
    }

    fn due_row(&self, purge: &Purge) -> Row {
        let (persons, facts) = purge.counts();
        let args = [("persons", &*persons.to_string()), ("facts", &*facts.to_string())];
        let goes =
            if purge.held { self.words.get("tui-due-held").to_owned() } else { self.words.with("tui-due-goes", &args) };
        let note = self.words.with(if purge.held { "tui-due-held.hint" } else { "tui-due-goes.hint" }, &args);
        let (number, title) = named(&purge.row);
        Row::new(Of::Record(purge.row.record), vec![number, goes, title]).noted(note).faint(purge.held)
    }

    /// The holds, the newest first.
    pub(super) fn hold_rows(&self, holds: &[(Hold, Record)]) -> Vec<Row> {
        let row = |(hold, record): &(Hold, Record)| {
            let (number, title) = named(record);
            let by = self.session().and_then(|session| session.known.officer_name(&hold.officer.to_string()));
            let by = shown(&by.unwrap_or_default());
            let note = self.words.with("tui-hold-by", &[("name", &by), ("at", &when::shown(hold.at))]);
            Row::new(Of::Record(hold.record), vec![number, title]).noted(note)
        };
        holds.iter().rev().map(row).collect()
    }

    /// What would go was found: it is shown.
    pub(super) fn due_found(&mut self, due: Outcome<Due>) {
        self.work_over();
        match due {
            Ok(due) => {
                if let Some(session) = self.session_mut() {
                    session.due = Some(Box::new(due));
                }
                self.open_room(Room::Due);
                self.notice = self.due_said();
            }
            Err(fault) => self.office_failed(&fault),
        }
    }

    /// What would go, in one line.
    fn due_said(&self) -> Option<String> {
        let due = self.session()?.due.as_deref()?;
        let (sum, all) = (&due.sum, due.sum.records + due.sum.held);
        let mut said = self.sum_said("tui-due-sum", sum);
        if due.first.len() < all {
            let args = [("shown", &*number::grouped(due.first.len() as u64))];
            said = format!("{said} {}", self.words.with("tui-due-first", &args));
        }
        Some(said)
    }

    fn sum_said(&self, id: &str, sum: &Sum) -> String {
        let [records, persons, facts, held] =
            [sum.records, sum.persons, sum.facts, sum.held].map(|count| number::grouped(count as u64));
        let args = [("records", &*records), ("persons", &*persons), ("facts", &*facts), ("held", &*held)];
        self.words.with(id, &args)
    }

    /// Asks why it goes, if anything does.
    pub(super) fn ask_purge(&mut self) {
        let goes = self.session().and_then(|session| session.due.as_deref()).is_some_and(|due| due.sum.records > 0);
        if goes {
            self.wants(Wanted::PurgeWhy);
        } else {
            self.notice = Some(self.words.get("tui-due-none").to_owned());
        }
    }

    /// Says what it means, and asks once more.
    pub(super) fn ask_purge_again(&mut self, why: String) {
        let Some(due) = self.session().and_then(|session| session.due.as_deref()) else { return };
        let said = vec![self.sum_said("tui-due-sum", &due.sum), self.words.get("tui-purge-said").to_owned()];
        let offers = vec![
            (self.words.get("tui-sure-no").to_owned(), Then::Back),
            (self.words.get("tui-purge-yes").to_owned(), Then::Office(Ask::Purge { take: due.take.clone(), why })),
        ];
        self.offer("tui-purge", said, offers);
    }

    /// It is gone.
    pub(super) fn purged(&mut self, gone: Outcome<Sum>) {
        self.work_over();
        match gone {
            Ok(gone) => {
                let held = self.session_mut().and_then(|session| session.due.take()).map_or(0, |due| due.sum.held);
                self.open_room(Room::Purge);
                self.notice = Some(self.sum_said("tui-purged", &Sum { held, ..gone }));
            }
            Err(fault) => self.office_failed(&fault),
        }
    }

    /// The number of the record that is read, or of what would go under the cursor: it is nearly always meant.
    pub(super) fn number_here(&self) -> String {
        let Some(session) = self.session() else { return String::new() };
        match self.office().filter(|_| !session.log.inside) {
            Some(office) if office.room == Room::Due => {
                office.table.row().and_then(|row| row.cells.first().cloned()).unwrap_or_default()
            }
            Some(_) => String::new(),
            None => {
                let reading = session.log.reading.as_ref();
                reading.map_or_else(String::new, |reading| short_number(&reading.detail.record.row.number))
            }
        }
    }

    /// A hold has come or gone: what would go is found anew.
    pub(super) fn due_again(&mut self) {
        let here = self.office().is_some_and(|office| office.room == Room::Due);
        let due = self.session().and_then(|session| session.due.as_ref()).filter(|_| here);
        if let Some(take) = due.map(|due| due.take.clone()) {
            self.ask_office(Ask::Due(take));
        }
    }
}

fn named(row: &Record) -> (String, String) {
    (short_number(&row.number), shown(row.title.as_deref().unwrap_or_default()))
}
