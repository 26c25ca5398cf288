//! What somebody has typed and not saved, as a draft keeps it: JSON in the logbook's own database, the same whichever
//! face they typed it into. One that can't be read any more is refused whole, never half.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::purpose::WHY_PATH;
use super::{Data, Kind, Purpose};
use crate::text::clean;

/// The version that an amendment was begun on.
#[derive(Debug, Clone)]
pub struct Base {
    /// Its number.
    pub version: u64,
    /// Its content as it was shown.
    pub data: Data,
    /// The record's human number.
    pub number: String,
}

/// The observation that becomes an incident.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The patrol.
    pub patrol: Uuid,
    /// What it noticed, as it was seen.
    pub observation: Map<String, Value>,
}

/// What was typed so far.
#[derive(Debug, Clone)]
pub struct Sketch {
    /// What it is for.
    pub purpose: Purpose,
    /// The entry that saving writes, the same at every try.
    pub entry: Uuid,
    /// The record.
    pub record: Uuid,
    /// What it was begun on; none for a new record.
    pub base: Option<Base>,
    /// The observation that becomes an incident.
    pub origin: Option<Origin>,
    /// The path of the field in which somebody was.
    pub at: Option<String>,
    /// The values, as they were typed.
    pub values: Map<String, Value>,
}

impl Sketch {
    /// The key of its draft.
    #[must_use]
    pub fn key(purpose: Purpose, entry: Uuid) -> String {
        format!("{}/{entry}", purpose.name())
    }

    /// The body of its draft.
    #[must_use]
    pub fn body(&self) -> String {
        let base =
            self.base.as_ref().map(|base| json!({"version": base.version, "number": base.number, "data": base.data.0}));
        let origin = |origin: &Origin| json!({"patrol": origin.patrol, "observation": origin.observation});
        let draft = json!({
            "v": 1,
            "purpose": self.purpose.name(),
            "kind": self.purpose.kind().map(Kind::name),
            "entry": self.entry,
            "record": self.record,
            "base": base,
            "origin": self.origin.as_ref().map(origin),
            "at": self.at,
            "values": self.values,
        });
        draft.to_string()
    }

    /// What a draft kept.
    #[must_use]
    pub fn parse(body: &str) -> Option<Self> {
        let draft: Value = serde_json::from_str(body).ok()?;
        let text = |key: &str| draft.get(key).and_then(Value::as_str);
        let id = |key: &str| text(key).and_then(|id| Uuid::try_parse(id).ok());
        Some(Self {
            purpose: Purpose::parse(text("purpose")?, text("kind").and_then(Kind::parse))?,
            entry: id("entry")?,
            record: id("record")?,
            base: draft.get("base").and_then(base),
            origin: draft.get("origin").and_then(origin),
            at: text("at").map(str::to_owned),
            values: draft.get("values")?.as_object()?.clone(),
        })
    }

    /// The first words in it.
    #[must_use]
    pub fn words(&self) -> String {
        let keys = ["title", "text", "remarks", WHY_PATH];
        let first = keys.iter().find_map(|key| self.values.get(*key).and_then(Value::as_str));
        clean::line(first.unwrap_or_default())
    }
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
