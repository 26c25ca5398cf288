//! Changes to a form that are no typing: undo, emptying, filling a place, moving onto a newer version.

use serde_json::{Value, json};

use super::super::registers::Registers;
use super::cell::Cell;
use super::check::over;
use super::slots::{self, Slot};
use super::{Base, Form, Purpose, WHY_PATH};
use crate::logbook::Record;
use crate::record::Data;
use crate::record::when::{self, Moment};
use crate::tui::app::Now;

impl Form {
    /// Takes the last change in this field back, or does it again; whether there was one.
    pub fn undo(&mut self, again: bool, now: Moment) -> bool {
        let Some(cell) = self.cell_mut() else { return false };
        let done = if again { cell.redo() } else { cell.undo() };
        if done {
            self.touch(now);
        }
        done
    }

    /// Empties the field.
    pub fn empty(&mut self, now: Moment) {
        if let Some(cell) = self.cell_mut() {
            cell.clear();
            self.touch(now);
        }
    }

    /// The field was changed from outside of it.
    pub fn touched(&mut self, now: Moment) {
        self.touch(now);
    }

    /// Puts a value into the cell at a path; what was typed there can be had back with undo.
    pub fn fill(&mut self, path: &str, value: &Value) {
        let Some(slot) = self.slots.iter_mut().find(|slot| slot.path == path && slot.takes_cursor()) else { return };
        let new = Cell::new(slot.field, value);
        if let Some(cell) = slot.cell_mut() {
            cell.take(new);
        }
    }

    /// Puts what was changed here onto the newer version of the record.
    pub fn rebase(&mut self, theirs: &Record, known: &Registers, now: Moment) {
        let mut mine = self.changed(known, now);
        mine.insert(WHY_PATH.into(), Value::from(self.why()));
        let at = self.slot().map(|slot| slot.path.clone()).unwrap_or_default();
        let mut given = facts_of(theirs);
        if let Some(base) = &self.base {
            // Persons that were revealed for this form are masked in what was read now.
            for (key, value) in &base.data.0 {
                given.0.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        let base = Base { version: theirs.version, data: given.clone(), number: theirs.row.number.clone() };
        let fresh = Self::new(self.purpose, self.entry, self.record, Some(base), &given.0, (known, now));
        let described = self.purpose.fields(&given.0);
        let slots = slots::build(&described, &known.numbered(&described, &over(given.0, &mine)));
        let origin = self.origin.take();
        *self = Self { slots, origin, dirty: true, unkept: Some(now), kept: self.kept, ..fresh };
        self.at = self.slots.iter().position(|slot| slot.takes_cursor() && slot.path == at).unwrap_or(0);
        if !self.slot().is_some_and(Slot::takes_cursor) {
            self.at = 0;
        }
    }
}

impl Form {
    /// A form that ends a patrol: what is known of it, and what its observations have led to.
    #[must_use]
    pub fn finish_patrol(patrol: &Record, base: Base, (known, now): (&Registers, Now)) -> Self {
        let [entry, _] = now.ids;
        let given = &patrol.data.0;
        let mut form = Self::new(Purpose::FinishPatrol, entry, patrol.row.record, Some(base), given, (known, now.at));
        form.fill("ended_at", &Value::from(when::kept(now.at)));
        let led_on = |seen: &&Value| seen.get("incident").is_some_and(Value::is_string);
        let cases = patrol.data.items("observations").iter().filter(led_on).count();
        if patrol.data.count("results.cases_found") == 0 && cases > 0 {
            form.fill("results.cases_found", &Value::from(cases));
        }
        let heads = patrol.data.get("headcount").as_object().is_some_and(|all| all.values().any(|n| *n != json!(0)));
        form.stand_on(if heads { "results.people_checked" } else { "headcount.police" });
        form
    }
}

impl Form {
    /// A form that ends an incident: closed now, unless something else stands there.
    #[must_use]
    pub fn settle_incident(incident: &Record, (known, now): (&Registers, Now)) -> Self {
        let data = facts_of(incident);
        let base = Base { version: incident.version, data: data.clone(), number: incident.row.number.clone() };
        let [entry, _] = now.ids;
        let mut form = Self::new(Purpose::Settle, entry, incident.row.record, Some(base), &data.0, (known, now.at));
        if matches!(data.text("status"), Some("open" | "in_progress") | None) {
            form.fill("status", &Value::from("closed"));
        }
        if data.when("outcome_at").is_none() {
            form.fill("outcome_at", &Value::from(when::kept(now.at)));
        }
        form.stand_on(if data.text("classification").is_some() { "outcome" } else { "classification" });
        form
    }
}

/// What a form may be opened on before a reveal: masked persons are no values to be saved.
#[must_use]
pub fn facts_of(record: &Record) -> Data {
    record.kind.map_or_else(|| record.data.clone(), |kind| Data(record.data.split(kind).0))
}
