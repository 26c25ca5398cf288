//! What a form's values are and what the rules say about them. The rules themselves are those of `record`.

use serde_json::{Map, Value};

use super::super::registers::Registers;
use super::Form;
use super::cell::Cell;
use super::slots::{Slot, gather};
use super::{DESPITE_PATH, Purpose, WHY_PATH};
use crate::record::when::Moment;
use crate::record::{Envelope, Fallback, Finding, Level, Shape, check, clean, clean_fields, fields, leaks, parse_text};

impl Form {
    /// The values as they would be saved; what can't be read stays as it was typed, for the rules to name.
    #[must_use]
    pub fn values(&self, known: &Registers, now: Moment) -> Map<String, Value> {
        let mut values = gather(&self.slots, |slot, cell| match read(slot, cell, known, now) {
            Ok(value) => value,
            Err(_) => cell.raw(),
        });
        values.shift_remove(WHY_PATH);
        values.shift_remove(DESPITE_PATH);
        self.purpose.complete(&mut values);
        values
    }

    /// The values as they were typed, for the draft.
    #[must_use]
    pub fn raw(&self) -> Map<String, Value> {
        gather(&self.slots, |_, cell| cell.raw())
    }

    /// The reason of an amendment.
    #[must_use]
    pub fn why(&self) -> String {
        self.said(WHY_PATH).unwrap_or_default()
    }

    /// The reason to close a shift though something open has no answer.
    #[must_use]
    pub fn despite(&self) -> Option<String> {
        self.said(DESPITE_PATH)
    }

    fn said(&self, path: &str) -> Option<String> {
        let cell = self.slots.iter().find(|slot| slot.path == path).and_then(Slot::cell)?;
        cell.raw().as_str().map(crate::text::clean::line).filter(|text| !text.is_empty())
    }

    /// What is to be written: everything of a new record, what changed of an old one (null clears).
    #[must_use]
    pub fn changed(&self, known: &Registers, now: Moment) -> Map<String, Value> {
        let mut values = self.values(known, now);
        if self.purpose == Purpose::OpenShift {
            // What nobody filled is empty; else it would be taken over from the shift before once more.
            for key in self.slots.iter().filter_map(|slot| slot.path.split(['[', '.']).next()) {
                values.entry(key).or_insert_with(|| self.cleared(key));
            }
        }
        if !self.purpose.amends() {
            // What stood there and was emptied is said, too: else what it was made from would fill it again.
            for key in self.initial.keys().filter(|key| !values.contains_key(*key)).cloned().collect::<Vec<_>>() {
                values.insert(key, Value::Null);
            }
            return values;
        }
        let keys = self.initial.keys().chain(values.keys().filter(|key| !self.initial.contains_key(*key)));
        keys.filter(|key| self.initial.get(*key) != values.get(*key))
            .map(|key| (key.clone(), values.get(key).cloned().unwrap_or_else(|| self.cleared(key))))
            .collect()
    }

    /// What a key becomes when nothing is left of it: a list is emptied, anything else is null.
    fn cleared(&self, key: &str) -> Value {
        let list = |slot: &Slot| slot.path == key && super::slots::inner(slot.field).is_some();
        if self.slots.iter().any(list) { Value::Array(Vec::new()) } else { Value::Null }
    }

    /// Asks every rule and keeps the errors at their places; whether the form may be saved.
    pub fn judge(&mut self, known: &Registers, now: Moment) -> bool {
        let values = self.values(known, now);
        let found = match self.purpose.kind() {
            Some(kind) => {
                let base = self.base.as_ref().map(|base| base.data.0.clone()).unwrap_or_default();
                let (data, mut found) = clean(kind, &over(base, &self.changed(known, now)), known, now);
                found.extend(check(kind, &data));
                found
            }
            None => clean_fields(self.purpose.described(), &values, known, now).1,
        };
        self.keep_problems(found);
        self.unread(known, now);
        let asks_why = self.slots.iter().any(|slot| slot.path == WHY_PATH);
        if asks_why && self.why().is_empty() {
            self.problems.insert(WHY_PATH.into(), Finding::new("E007", WHY_PATH).with("key", WHY_PATH));
        }
        self.problems.is_empty()
    }

    /// What can't be read says so itself; the rules only see that it is no value.
    fn unread(&mut self, known: &Registers, now: Moment) {
        for slot in &self.slots {
            if let Some(Err(finding)) = slot.cell().map(|cell| read(slot, cell, known, now)) {
                self.problems.insert(slot.path.clone(), Finding { path: slot.path.clone(), ..finding });
            }
        }
    }

    /// Keeps the errors among these findings at their places, and puts the cursor on the first.
    pub fn keep_problems(&mut self, found: Vec<Finding>) {
        let mine = |finding: &Finding| finding.level() == Level::Error && finding.code != "E004";
        self.problems = found.into_iter().filter(mine).rev().map(|finding| (finding.path.clone(), finding)).collect();
    }

    /// The slot that the first problem belongs to.
    #[must_use]
    pub fn first_problem(&self) -> Option<usize> {
        self.slots.iter().position(|slot| slot.takes_cursor() && self.problems.contains_key(&slot.path))
    }

    /// Reads one cell again: tidies what was typed, or keeps its problem.
    pub(super) fn settle(&mut self, n: usize, known: &Registers, now: Moment) {
        let Some(slot) = self.slots.get_mut(n) else { return };
        let Some(cell) = slot.cell() else { return };
        match read(slot, cell, known, now) {
            Ok(value) => {
                tidy(slot, &value);
                let path = slot.path.clone();
                let slip = value.as_str().and_then(|text| self.slip(n, text));
                match slip {
                    Some(slip) => drop(self.problems.insert(path, slip)),
                    None => drop(self.problems.remove(&path)),
                }
            }
            Err(finding) => {
                self.problems.insert(slot.path.clone(), Finding { path: slot.path.clone(), ..finding });
            }
        }
    }

    /// Personal data in a text of the facts. It stops no save; but what is saved once stays in the journal, so it is said
    /// as soon as the field is left.
    fn slip(&self, n: usize, text: &str) -> Option<Finding> {
        let slot = self.slots.get(n).filter(|slot| slot.field.shape.is_prose())?;
        let of = self.purpose.kind().map_or(&[][..], fields).iter().find(|field| slot.path.starts_with(field.key));
        let private = of.is_some_and(|field| field.envelope == Envelope::Persons);
        if private { None } else { leaks(&slot.path, text).into_iter().next() }
    }
}

/// Writes a time or a number as people read it, so that undo still leads back to what was typed.
fn tidy(slot: &mut Slot, value: &Value) {
    let shape = slot.field.shape;
    if value.is_null() || !matches!(shape, Shape::When | Shape::Day | Shape::Money | Shape::Decimal) {
        return;
    }
    let reads = Cell::new(slot.field, value).raw();
    if let (Some(Cell::Text(editor)), Some(text)) = (slot.cell_mut(), reads.as_str())
        && editor.text() != text
    {
        editor.replace(text, text.len());
    }
}

/// The value of a cell; null where it is what it is anyway when nobody says.
fn read(slot: &Slot, cell: &Cell, known: &Registers, now: Moment) -> Result<Value, Finding> {
    let raw = cell.raw();
    let Some(text) = raw.as_str() else { return Ok(raw) };
    if slot.field.shape == Shape::Record {
        // The logbook knows the numbers of records; here the text only has to look like one.
        let plain = crate::text::clean::line(text);
        let known = crate::record::Lookup::record(known, &plain).is_some();
        return if known { Ok(Value::from(plain)) } else { Err(Finding::new("E011", "").with("record", plain)) };
    }
    let value = parse_text(slot.field, text, known, now)?;
    let said = slot.field.fallback != Fallback::Zero || value.as_u64() != Some(0);
    Ok(if said { value } else { Value::Null })
}

/// One object over another.
pub(super) fn over(mut base: Map<String, Value>, top: &Map<String, Value>) -> Map<String, Value> {
    for (key, value) in top {
        base.insert(key.clone(), value.clone());
    }
    base
}
