//! The items of a form's sub-lists: added, dropped, counted. What is dropped with something in it is asked for twice.

use serde_json::Value;

use super::slots::{self, Part, Slot};
use super::{Around, Form};
use crate::record::when::Moment;

impl Form {
    /// How many items a list has.
    #[must_use]
    pub fn count(&self, list: &str) -> usize {
        self.slots
            .iter()
            .filter_map(Slot::item)
            .filter(|(path, _)| *path == list)
            .map(|(_, n)| n + 1)
            .max()
            .unwrap_or(0)
    }

    /// Whether the cursor stands in an item of a list.
    #[must_use]
    pub fn is_in_item(&self) -> bool {
        self.slot().and_then(Slot::item).is_some()
    }

    /// Adds an item where the cursor stands on "add", and goes into it.
    pub(super) fn add_item(&mut self, now: Moment) {
        let Some(Slot { path, field, part: Part::Add }) = self.slot().cloned() else { return };
        let new = slots::item(field, self.count(&path), &Value::Null);
        let first = new.iter().position(Slot::takes_cursor).unwrap_or(0);
        let at = self.at;
        self.slots.splice(at..at, new);
        self.at = at + first;
        self.dirty = true;
        self.unkept.get_or_insert(now);
    }

    /// Whether the cursor stands at the beginning of an item that nothing stands in.
    pub(super) fn is_new_item(&self) -> bool {
        let Some(item) = self.slot().and_then(Slot::item) else { return false };
        let mut mine = self.slots.iter().enumerate().filter(|(_, slot)| slot.item() == Some(item));
        let first = mine.clone().find(|(_, slot)| slot.takes_cursor()).map(|(n, _)| n);
        first == Some(self.at) && !mine.any(|(_, slot)| says_something(slot))
    }

    /// Takes an item away in which nobody wants to write, and goes on behind its list.
    pub(super) fn leave_new_item(&mut self, around: Around) {
        let Some((list, n)) = self.slot().and_then(Slot::item).map(|(list, n)| (list.to_owned(), n)) else { return };
        self.remove(&list, n);
        let add = |slot: &Slot| slot.path == list && matches!(slot.part, Part::Add);
        self.at = self.slots.iter().position(add).unwrap_or(self.at);
        self.next(around.known, around.now);
    }

    /// Drops the item under the cursor; one that holds something only when asked twice. Whether there is one.
    pub fn drop_item(&mut self, now: Moment) -> bool {
        let Some((list, n)) = self.slot().and_then(Slot::item).map(|(list, n)| (list.to_owned(), n)) else {
            return false;
        };
        let holds = self.slots.iter().any(|slot| slot.item() == Some((&list, n)) && says_something(slot));
        if holds && !std::mem::replace(&mut self.dropping, true) {
            return true;
        }
        self.dropping = false;
        self.remove(&list, n);
        self.dirty = true;
        self.unkept.get_or_insert(now);
        true
    }

    /// Drops the items that nothing stands in.
    pub fn prune(&mut self) {
        let lists: Vec<String> =
            self.slots.iter().filter(|slot| matches!(slot.part, Part::Add)).map(|slot| slot.path.clone()).collect();
        for list in lists {
            for n in (0..self.count(&list)).rev() {
                if !self.slots.iter().any(|slot| slot.item() == Some((&list, n)) && says_something(slot)) {
                    self.remove(&list, n);
                }
            }
        }
    }

    fn remove(&mut self, list: &str, n: usize) {
        let gone = |slot: &Slot| slot.item() == Some((list, n));
        let first = self.slots.iter().position(gone).unwrap_or(0);
        let before = self.slots.iter().take(self.at).filter(|slot| gone(slot)).count();
        let inside = self.slot().is_some_and(gone);
        self.slots.retain(|slot| !gone(slot));
        for slot in &mut self.slots {
            renumber(slot, list, n);
        }
        self.problems.retain(|path, _| !path.starts_with(&format!("{list}[")));
        self.at = if inside { first } else { self.at - before };
        if !self.slot().is_some_and(Slot::takes_cursor) {
            let next = (self.at..self.slots.len()).find(|n| self.slots.get(*n).is_some_and(Slot::takes_cursor));
            self.at = next.unwrap_or(0);
        }
    }
}

/// An item behind a dropped one moves up.
fn renumber(slot: &mut Slot, list: &str, dropped: usize) {
    let Some(n) = slot.item().filter(|(path, n)| *path == list && *n > dropped).map(|(_, n)| n) else { return };
    slot.path = slot.path.replacen(&format!("[{n}]"), &format!("[{}]", n - 1), 1);
    if let Part::Item(number) = &mut slot.part {
        *number = n - 1;
    }
}

fn says_something(slot: &Slot) -> bool {
    slot.cell().is_some_and(|cell| !matches!(cell.raw(), Value::Null | Value::Bool(false)))
}
