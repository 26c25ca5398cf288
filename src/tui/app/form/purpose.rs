//! What a form is for, and so which fields of the description it asks for. No field is described here but the reason
//! of an amendment.

use serde_json::Value;
use serde_json::{Map, json};

use crate::record::when::{self, Moment};
use crate::record::{Envelope, Field, Kind, NOTE, Shape, fields};

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new record.
    Create(Kind),
    /// A new version of one.
    Amend(Kind),
    /// A remark or event.
    Note,
    /// The beginning of a shift.
    OpenShift,
    /// The end of one.
    CloseShift,
}

/// Why a record is amended; stands first in the form and beside the data in the entry.
pub static WHY: Field = Field::new("why", Shape::Line(200)).required();
/// The path of the reason in a form.
pub const WHY_PATH: &str = "why";

/// Why a commander closes a shift though something open has no answer.
pub static DESPITE: Field = Field::new("despite", Shape::Line(200));
/// The path of that reason in a form.
pub const DESPITE_PATH: &str = "despite";

const BEGIN: &[&str] = &[
    "planned_start",
    "planned_end",
    "started_at",
    "commander",
    "officers",
    "present",
    "absent",
    "orders",
    "equipment",
    "remarks",
];
const END: &[&str] =
    &["ended_at", "present", "absent", "orders", "equipment", "persons_held", "property_held", "handover", "remarks"];
/// What is told first of an event, in the order in which people tell it: a common one is written down before the form
/// has to be scrolled. The rest follows as it is described.
const INCIDENT_TOLD: &[&str] =
    &["category", "area", "place", "channel", "reported_at", "occurred_from", "occurred_to", "title", "narrative"];
const PATROL_TOLD: &[&str] = &["started_at", "ended_at", "area", "headcount", "text"];
/// Kinds of record that they point to can't be logged yet, or only other programs give them.
const NEVER: &[&str] = &["external_id", "campaign"];

impl Purpose {
    /// The kind whose description it follows; none for a note.
    #[must_use]
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Create(kind) | Self::Amend(kind) => Some(kind),
            Self::OpenShift | Self::CloseShift => Some(Kind::Shift),
            Self::Note => None,
        }
    }

    /// The kind's name as wording ids use it.
    #[must_use]
    pub const fn named(self) -> &'static str {
        match self.kind() {
            Some(kind) => kind.name(),
            None => "note",
        }
    }

    /// The wording id of the form's heading.
    #[must_use]
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Create(Kind::Incident) => "tui-form-incident",
            Self::Create(Kind::Patrol) => "tui-form-patrol",
            Self::Create(_) => "tui-form-record",
            Self::Amend(_) => "tui-form-amend",
            Self::Note => "tui-form-note",
            Self::OpenShift => "tui-form-open-shift",
            Self::CloseShift => "tui-form-close-shift",
        }
    }

    /// The name in a draft.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Amend(_) => "amend",
            Self::Note => "note",
            Self::OpenShift => "open",
            Self::CloseShift => "close",
        }
    }

    /// The purpose with this name in a draft.
    #[must_use]
    pub fn parse(name: &str, kind: Option<Kind>) -> Option<Self> {
        match name {
            "create" => kind.map(Self::Create),
            "amend" => kind.map(Self::Amend),
            "note" => Some(Self::Note),
            "open" => Some(Self::OpenShift),
            "close" => Some(Self::CloseShift),
            _ => None,
        }
    }

    /// The fields that the form asks for. An amendment asks for persons only when they were revealed into `given`.
    #[must_use]
    pub fn fields(self, given: &Map<String, Value>) -> Vec<&'static Field> {
        let described = self.kind().map_or(NOTE, fields).iter().filter(|field| !field.made);
        let wanted = |field: &&'static Field| match self {
            Self::OpenShift => BEGIN.contains(&field.key),
            Self::CloseShift => END.contains(&field.key),
            Self::Amend(_) => field.envelope == Envelope::Facts || given.contains_key(field.key),
            Self::Create(_) | Self::Note => true,
        };
        let hidden = |field: &&'static Field| NEVER.contains(&field.key);
        let mut asked: Vec<&'static Field> = described.filter(wanted).filter(|field| !hidden(field)).collect();
        let told = self.told();
        asked.sort_by_key(|field| told.iter().position(|key| *key == field.key).unwrap_or(told.len()));
        let reason = matches!(self, Self::Amend(_)).then_some(&WHY);
        let despite = matches!(self, Self::CloseShift).then_some(&DESPITE);
        reason.into_iter().chain(asked).chain(despite).collect()
    }

    /// The fields that come first, the same for a new record and for its amendments.
    pub(super) const fn told(self) -> &'static [&'static str] {
        match self {
            Self::Create(Kind::Incident) | Self::Amend(Kind::Incident) => INCIDENT_TOLD,
            Self::Create(Kind::Patrol) | Self::Amend(Kind::Patrol) => PATROL_TOLD,
            _ => &[],
        }
    }

    /// What stands in the form before anybody types: what is nearly always right.
    #[must_use]
    pub fn defaults(self, now: Moment, me: &str, area: Option<&str>) -> Map<String, Value> {
        let at = when::kept(now);
        let given = match self {
            Self::Create(Kind::Incident) => {
                json!({"reported_at": at, "channel": "in_person", "area": area, "status": "open", "urgency": "normal"})
            }
            Self::Create(Kind::Patrol) => {
                json!({"mode": "motorbike", "ended_at": at, "area": area, "state": "done", "leader": me})
            }
            Self::OpenShift => {
                // Shifts are planned by the hour; the nearest one is meant.
                let start = now + chrono::TimeDelta::minutes(30);
                let start = start - chrono::TimeDelta::seconds(start.timestamp().rem_euclid(3600));
                let end = when::kept(start + chrono::TimeDelta::hours(12));
                json!({"planned_start": when::kept(start), "planned_end": end, "started_at": at, "officers": [me]})
            }
            Self::CloseShift => json!({"ended_at": at}),
            Self::Note => json!({"at": at}),
            Self::Create(_) | Self::Amend(_) => Value::Null,
        };
        match given {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }
}
