//! A form as a draft keeps it, and back. A draft is JSON in the logbook's own database; one that can't be read any
//! more is refused whole, never half.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::super::registers::Registers;
use super::check::over;
use super::slots;
use super::{Base, Form, Origin, Purpose, WHY_PATH};
use crate::record::when::Moment;
use crate::record::{Data, Kind};

impl Form {
    /// The body of the draft.
    #[must_use]
    pub fn body(&self) -> String {
        let base =
            self.base.as_ref().map(|base| json!({"version": base.version, "number": base.number, "data": base.data.0}));
        let draft = json!({
            "v": 1,
            "purpose": self.purpose.name(),
            "kind": self.purpose.kind().map(Kind::name),
            "entry": self.entry,
            "record": self.record,
            "base": base,
            "origin": self.origin.as_ref().map(|origin| json!({"patrol": origin.patrol, "observation": origin.observation})),
            "at": self.slot().map(|slot| slot.path.as_str()),
            "values": self.raw(),
        });
        draft.to_string()
    }

    /// The form that a draft kept.
    #[must_use]
    pub fn restore(body: &str, known: &Registers, now: Moment) -> Option<Self> {
        let draft: Value = serde_json::from_str(body).ok()?;
        let text = |key: &str| draft.get(key).and_then(Value::as_str);
        let id = |key: &str| text(key).and_then(|id| Uuid::try_parse(id).ok());
        let purpose = Purpose::parse(text("purpose")?, text("kind").and_then(Kind::parse))?;
        let values = draft.get("values")?.as_object()?;
        let base = draft.get("base").and_then(base);
        let given = base.as_ref().map(|base| base.data.0.clone()).unwrap_or_default();
        let mut form = Self::new(purpose, id("entry")?, id("record")?, base, &given, (known, now));
        form.slots = slots::build(&purpose.fields(&over(given, values)), values);
        form.at = text("at")
            .and_then(|at| form.slots.iter().position(|slot| slot.takes_cursor() && slot.path == at))
            .unwrap_or(0);
        if !form.slot().is_some_and(slots::Slot::takes_cursor) {
            form.at = form.slots.iter().position(slots::Slot::takes_cursor)?;
        }
        form.dirty = true;
        form.origin = draft.get("origin").and_then(origin);
        if purpose == Purpose::Found && form.origin.is_none() {
            return None;
        }
        Some(form)
    }
}

/// What names a draft in the list of drafts: its purpose and the first words in it.
#[must_use]
pub fn named(body: &str) -> Option<(Purpose, String)> {
    let draft: Value = serde_json::from_str(body).ok()?;
    let kind = draft.get("kind").and_then(Value::as_str).and_then(Kind::parse);
    let purpose = Purpose::parse(draft.get("purpose")?.as_str()?, kind)?;
    let values = draft.get("values")?.as_object()?;
    let keys = ["title", "text", "remarks", WHY_PATH];
    let first = keys.iter().find_map(|key| values.get(*key).and_then(Value::as_str));
    Some((purpose, crate::text::clean::line(first.unwrap_or_default())))
}

fn origin(kept: &Value) -> Option<Origin> {
    let patrol = Uuid::try_parse(kept.get("patrol")?.as_str()?).ok()?;
    Some(Origin { patrol, observation: kept.get("observation")?.as_object()?.clone() })
}

fn base(kept: &Value) -> Option<Base> {
    let data: Map<String, Value> = kept.get("data")?.as_object()?.clone();
    let number = kept.get("number")?.as_str()?.to_owned();
    Some(Base { version: kept.get("version")?.as_u64()?, data: Data(data), number })
}
