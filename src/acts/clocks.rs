//! Legal clocks of real records: what is due next, and what each record's clocks say. Computed whenever it is asked
//! for, from open records and their events alone; nothing of it is stored.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};
use uuid::Uuid;

use super::look::Checked;
use super::{Right, Who};
use crate::fault::{Fault, Outcome};
use crate::logbook::{Logbook, Record, Row, Version};
use crate::record::clock::{self, Clock, State, Step};
use crate::record::rulebook::Rulebook;
use crate::record::when::{self, Moment};
use crate::record::{Finding, Kind};

/// The rules that hold now, and the moment by which clocks are judged.
#[derive(Debug)]
pub struct Timer {
    rules: Rulebook,
    /// What is wrong with the post's own rules; then those of the program hold.
    pub wrong: Option<Fault>,
    now: Moment,
    /// Nothing is known of what was written after that moment.
    past: bool,
}

/// A clock that runs on a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The record.
    pub row: Row,
    /// The clock.
    pub clock: Clock,
}

impl Timer {
    /// The rules of a logbook as they are now.
    #[must_use]
    pub fn of(book: &Logbook, now: Moment) -> Self {
        let (rules, wrong) = book.rules();
        Self { rules, wrong, now, past: false }
    }

    /// Clocks as they stood at a moment, by what was written until then.
    #[must_use]
    pub fn then(book: &Logbook, at: Moment) -> Self {
        Self { past: true, ..Self::of(book, at) }
    }

    /// The clocks on a record, those that are over too; none on a void one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn clocks(&self, book: &Logbook, record: &Record) -> Outcome<Vec<Clock>> {
        let asked = record.rev > 1 && (self.past || self.is_about(record));
        let history = if asked { book.history(&record.row.record)? } else { Vec::new() };
        Ok(self.run(record, &history))
    }

    /// Whether any clock is about a record as it is now.
    fn is_about(&self, record: &Record) -> bool {
        let kind = record.kind.filter(|_| !record.row.void);
        kind.is_some_and(|kind| self.rules.clocks().iter().any(|rule| rule.is_about(kind, &record.data)))
    }

    /// The same by the entries on the record; they say nothing more of one that has only its first.
    fn run(&self, record: &Record, history: &[Version]) -> Vec<Clock> {
        let Some(kind) = record.kind.filter(|_| !record.row.void) else { return Vec::new() };
        if !self.past && !self.is_about(record) {
            return Vec::new();
        }
        let known = || history.iter().filter(|one| !self.past || one.at <= self.now);
        let newest = known().filter_map(|one| one.data.as_ref()).next_back();
        let data = newest.filter(|_| self.past).unwrap_or(&record.data);
        let only = (record.rev == 1).then_some(Step { at: record.row.at, data: Some(&record.data), note: None });
        let steps = known().filter(|_| record.rev > 1);
        let steps = steps.map(|one| Step { at: one.at, data: one.data.as_ref(), note: one.note.as_ref() });
        let happened = clock::happened(kind, only.into_iter().chain(steps));
        clock::clocks(&self.rules, (kind, data), &happened, self.now)
    }

    /// The clocks of a list's row; of most kinds none, and then nothing is read.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of_row(&self, book: &Logbook, row: &Row) -> Outcome<Vec<Clock>> {
        let has = Kind::parse(&row.kind).is_some_and(|kind| self.rules.clocks().iter().any(|rule| rule.kind == kind));
        if has { self.clocks(book, &book.record(&row.record)?) } else { Ok(Vec::new()) }
    }

    /// The clocks that run at this post, what is due first before the rest.
    ///
    /// # Errors
    /// Those of the database.
    pub fn due(&self, book: &Logbook) -> Outcome<Vec<Due>> {
        let mut found = Vec::new();
        for kind in self.rules.kinds() {
            let open = kind.standing().map_or(&[][..], |standing| standing.open);
            // All of them, by the index of what is open: that doesn't grow with the log, and the oldest clock of a
            // matter that nobody looked at is the one that must not be missed.
            for row in book.standing(kind, open, usize::MAX)? {
                let clocks = self.clocks(book, &book.record(&row.record)?)?.into_iter();
                found.extend(clocks.filter(Clock::is_running).map(|clock| Due { row: row.clone(), clock }));
            }
        }
        found.sort_by(|a, b| (a.clock.due, a.row.row, &a.clock.id).cmp(&(b.clock.due, b.row.row, &b.clock.id)));
        Ok(found)
    }

    /// What clocks have to say about a record with these entries: which are overdue, and what was done late. It never goes
    /// away again.
    pub(super) fn findings(&self, record: &Record, history: &[Version]) -> Vec<Finding> {
        self.run(record, history).iter().filter_map(finding).collect()
    }

    /// Records with an overdue clock that aren't among these.
    pub(super) fn overdue(&self, book: &Logbook, but: &[Checked]) -> Outcome<Vec<Checked>> {
        let known: HashSet<Uuid> = but.iter().map(|checked| checked.row.record).collect();
        let (mut found, mut places): (Vec<Checked>, HashMap<Uuid, usize>) = (Vec::new(), HashMap::new());
        for due in self.due(book)?.into_iter().filter(|due| !known.contains(&due.row.record)) {
            let Some(finding) = finding(&due.clock) else { continue };
            let place = *places.entry(due.row.record).or_insert(found.len());
            match found.get_mut(place) {
                Some(checked) => checked.findings.push(finding),
                None => found.push(Checked { row: due.row, findings: vec![finding] }),
            }
        }
        Ok(found)
    }
}

/// The clocks that run at this post.
///
/// # Errors
/// E021; those of the database.
pub fn due(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<Due>> {
    who.need(Right::Read)?;
    Timer::of(book, now).due(book)
}

/// The clocks on one record as they stand now, those that are over too.
///
/// # Errors
/// E021; those of the database.
pub fn on(book: &Logbook, who: &Who, record: &Record, now: Moment) -> Outcome<Vec<Clock>> {
    who.need(Right::Read)?;
    Timer::of(book, now).clocks(book, record)
}

fn finding(clock: &Clock) -> Option<Finding> {
    let code = match clock.state {
        State::Red => "W210",
        State::Late => "W211",
        _ => return None,
    };
    let [vi, en] = &clock.name;
    let done = clock.done.map(when::shown).unwrap_or_default();
    let finding = Finding::new(code, "clocks").with("rule", &clock.id).with("vi", vi).with("en", en);
    Some(finding.with("due", when::shown(clock.last())).with("done", done))
}

/// A clock as JSON shows it.
#[must_use]
pub fn object(clock: &Clock) -> Value {
    let [vi, en] = &clock.name;
    json!({
        "rule": clock.id, "vi": vi, "en": en, "from": when::kept(clock.from), "due": when::kept(clock.due),
        "done": clock.done.map(when::kept), "state": clock.state.name(), "source": clock.source,
        "confirmed": clock.confirmed,
    })
}
