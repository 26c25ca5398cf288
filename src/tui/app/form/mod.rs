//! The one form engine: from a kind's description to slots, from keys to values. It saves nothing and knows no
//! screen; what it holds is told to the writer and kept as a draft by others.

pub mod cell;
mod change;
mod check;
mod dial;
mod draft;
mod items;
mod keys;
pub mod layout;
pub mod slots;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use uuid::Uuid;

pub use crate::record::purpose::{DESPITE_PATH, Purpose, WHY_PATH};
pub use crate::record::sketch::{Base, Origin, Sketch};
pub use change::facts_of;
pub use draft::named as draft_named;
pub use keys::Around;

use self::cell::Cell;
use self::slots::Slot;
use super::msg::Now;
use super::registers::Registers;
use crate::record::Finding;
use crate::record::when::Moment;

/// A form being filled in.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own, and any of them can go together")]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// The entry that saving writes, the same at every try.
    pub entry: Uuid,
    /// The record.
    pub record: Uuid,
    /// What it was opened on; none for a new record.
    pub base: Option<Base>,
    /// The observation that it makes an incident of.
    pub origin: Option<Origin>,
    /// Its lines.
    pub slots: Vec<Slot>,
    /// The slot under the cursor.
    pub at: usize,
    /// What stands in the way of saving, by path.
    pub problems: BTreeMap<String, Finding>,
    /// It was changed since it was opened.
    pub dirty: bool,
    /// Since when something is typed that no draft holds.
    pub unkept: Option<Moment>,
    /// When a draft of it was last kept.
    pub kept: Option<Moment>,
    /// Since when what is typed can't be written to the disk.
    pub failing: Option<Moment>,
    /// The cursor has just come to this field; a time or number typed now replaces what stands there.
    pub fresh: bool,
    /// A draft of it is on its way to the disk.
    pub keeping: bool,
    /// A save is on its way.
    pub saving: bool,
    /// An item is to be dropped when the key comes again.
    pub dropping: bool,
    /// The values at the beginning, as they would be saved.
    initial: Map<String, Value>,
}

impl Form {
    /// A form with these values in it.
    #[must_use]
    pub fn new(
        purpose: Purpose,
        entry: Uuid,
        record: Uuid,
        base: Option<Base>,
        values: &Map<String, Value>,
        (known, now): (&Registers, Moment),
    ) -> Self {
        let described = purpose.fields(values);
        let slots = slots::build(&described, &known.numbered(&described, values));
        let mut form = Self {
            purpose,
            entry,
            record,
            base,
            origin: None,
            slots,
            at: 0,
            problems: BTreeMap::new(),
            dirty: false,
            unkept: None,
            kept: None,
            failing: None,
            fresh: true,
            keeping: false,
            saving: false,
            dropping: false,
            initial: Map::new(),
        };
        form.initial = form.values(known, now);
        form.at = form.first_blank();
        form
    }

    /// A form for a new record, with what is nearly always right in it.
    #[must_use]
    pub fn create(purpose: Purpose, known: &Registers, now: Now, me: &Uuid, area: Option<&str>) -> Self {
        let given = purpose.defaults(now.at, &me.to_string(), area);
        let [entry, record] = now.ids;
        Self::new(purpose, entry, record, None, &given, (known, now.at))
    }

    /// The key of its draft.
    #[must_use]
    pub fn draft_key(&self) -> String {
        Sketch::key(self.purpose, self.entry)
    }

    /// The slot under the cursor.
    #[must_use]
    pub fn slot(&self) -> Option<&Slot> {
        self.slots.get(self.at)
    }

    /// The cell under the cursor.
    #[must_use]
    pub fn cell(&self) -> Option<&Cell> {
        self.slot().and_then(Slot::cell)
    }

    fn cell_mut(&mut self) -> Option<&mut Cell> {
        self.slots.get_mut(self.at).and_then(Slot::cell_mut)
    }

    /// To the next slot that takes the cursor.
    pub fn next(&mut self, known: &Registers, now: Moment) {
        let next = (self.at + 1..self.slots.len()).find(|n| self.slots.get(*n).is_some_and(Slot::takes_cursor));
        self.go(next, known, now);
    }

    /// To the one before.
    pub fn back(&mut self, known: &Registers, now: Moment) {
        let back = (0..self.at).rev().find(|n| self.slots.get(*n).is_some_and(Slot::takes_cursor));
        self.go(back, known, now);
    }

    /// To a slot, after what was typed here is settled.
    pub fn go(&mut self, to: Option<usize>, known: &Registers, now: Moment) {
        self.settle(self.at, known, now);
        if let Some(Cell::Pick(pick)) = self.cell_mut() {
            pick.close();
        }
        if let Some(to) = to {
            self.at = to;
            self.fresh = true;
        }
    }

    /// Marks that something was typed.
    fn touch(&mut self, now: Moment) {
        self.dirty = true;
        self.unkept.get_or_insert(now);
        if let Some(path) = self.slot().map(|slot| slot.path.clone()) {
            self.problems.remove(&path);
        }
    }

    /// Puts the cursor on a field.
    pub fn stand_on(&mut self, path: &str) {
        let found = self.slots.iter().position(|slot| slot.takes_cursor() && slot.path == path);
        self.at = found.unwrap_or(self.at);
    }

    /// The first required slot that nothing stands in, else the first slot.
    fn first_blank(&self) -> usize {
        let blank = |slot: &Slot| {
            slot.field.fallback == crate::record::Fallback::Required && slot.cell().is_some_and(|c| c.raw().is_null())
        };
        self.slots.iter().position(blank).or_else(|| self.slots.iter().position(Slot::takes_cursor)).unwrap_or(0)
    }
}
