//! A form as a draft keeps it, and back.

use super::super::registers::Registers;
use super::check::over;
use super::slots;
use super::{Form, Purpose, Sketch};
use crate::record::when::Moment;

impl Form {
    /// The body of the draft.
    #[must_use]
    pub fn body(&self) -> String {
        let sketch = Sketch {
            purpose: self.purpose,
            entry: self.entry,
            record: self.record,
            base: self.base.clone(),
            origin: self.origin.clone(),
            at: self.slot().map(|slot| slot.path.clone()),
            values: self.raw(),
        };
        sketch.body()
    }

    /// The form that a draft kept.
    #[must_use]
    pub fn restore(body: &str, known: &Registers, now: Moment) -> Option<Self> {
        let Sketch { purpose, entry, record, base, origin, at, values } = Sketch::parse(body)?;
        let given = base.as_ref().map(|base| base.data.0.clone()).unwrap_or_default();
        let mut form = Self::new(purpose, entry, record, base, &given, (known, now));
        form.slots = slots::build(&purpose.fields(&over(given, &values)), &values);
        form.at =
            at.and_then(|at| form.slots.iter().position(|slot| slot.takes_cursor() && slot.path == at)).unwrap_or(0);
        if !form.slot().is_some_and(slots::Slot::takes_cursor) {
            form.at = form.slots.iter().position(slots::Slot::takes_cursor)?;
        }
        form.dirty = true;
        form.origin = origin;
        if purpose == Purpose::Found && form.origin.is_none() {
            return None;
        }
        Some(form)
    }
}

/// What names a draft in the list of drafts: its purpose and the first words in it.
#[must_use]
pub fn named(body: &str) -> Option<(Purpose, String)> {
    let sketch = Sketch::parse(body)?;
    Some((sketch.purpose, sketch.words()))
}
