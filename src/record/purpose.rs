//! What somebody is asked to fill in, and so which fields of the description are asked for. No field is described here but the reason
//! of an amendment.

use serde_json::Value;
use serde_json::{Map, json};

use super::when::{self, Moment};
use super::{Envelope, Field, Kind, NOTE, OBSERVED, Offer, Shape, fields};

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new record; a patrol that is over.
    Create(Kind),
    /// A new version of one.
    Amend(Kind),
    /// A remark or event.
    Note,
    /// New areas, one a line.
    Areas,
    /// The beginning of a shift.
    OpenShift,
    /// How the open one stands before it is handed over.
    HandOver,
    /// The end of one.
    CloseShift {
        /// Something open has no answer: a commander says why it ends nevertheless.
        over: bool,
    },
    /// A patrol that goes out later.
    PlanPatrol,
    /// One that goes out now.
    StartPatrol,
    /// Something that a patrol has noticed.
    Observe,
    /// A patrol is back.
    FinishPatrol,
    /// It doesn't take place, or is broken off.
    CancelPatrol,
    /// What a patrol noticed becomes an incident.
    Found,
    /// How an incident ended.
    Settle,
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
    "persons_held",
    "property_held",
    "remarks",
];
const STANDING: &[&str] = &["present", "absent", "orders", "equipment", "persons_held", "property_held", "remarks"];
const END: &[&str] = &["ended_at", "remarks"];
/// The code of an area is its name unless somebody says.
static AREA_CODE: Field = Field::new("code", Shape::Line(64));
/// New areas in one go.
const AREAS: &[Field] = &[Field::new("names", Shape::Block(20_000)).required()];
/// The day on which somebody or something of a register ends.
const ENDS: &str = "valid_to";
/// What is told first of something noticed.
const OBSERVED_TOLD: &[&str] = &["kind", "text", "action"];
const PLAN: &[&str] =
    &["mode", "planned_start", "planned_end", "area", "place", "headcount", "route", "state", "leader", "remarks"];
const START: &[&str] =
    &["mode", "planned_end", "started_at", "area", "place", "headcount", "route", "state", "leader", "remarks"];
const FINISH: &[&str] = &["ended_at", "headcount", "results", "km", "text", "remarks"];
const SETTLE: &[&str] = &["classification", "outcome", "outcome_at", "outcome_text", "status"];
/// When it was to be doesn't matter any more once it is over.
const PLANS: &[&str] = &["planned_start", "planned_end"];
/// Only other programs give it.
const NEVER: &str = "external_id";

impl Purpose {
    /// Those that are for one kind only.
    const OF_ONE_KIND: [Self; 13] = [
        Self::Note,
        Self::OpenShift,
        Self::Areas,
        Self::HandOver,
        Self::CloseShift { over: false },
        Self::CloseShift { over: true },
        Self::PlanPatrol,
        Self::StartPatrol,
        Self::Observe,
        Self::FinishPatrol,
        Self::CancelPatrol,
        Self::Found,
        Self::Settle,
    ];

    /// The kind of the whole record that it holds; none where it holds only a part of one.
    #[must_use]
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Create(kind) | Self::Amend(kind) => Some(kind),
            Self::OpenShift | Self::HandOver | Self::CloseShift { .. } => Some(Kind::Shift),
            Self::PlanPatrol | Self::StartPatrol | Self::FinishPatrol => Some(Kind::Patrol),
            Self::Found | Self::Settle => Some(Kind::Incident),
            Self::Note | Self::Areas | Self::Observe | Self::CancelPatrol => None,
        }
    }

    /// What its fields are called in wording ids: the kind, where it follows one, or the part of a record.
    #[must_use]
    pub const fn named(self) -> &'static str {
        match (self, self.kind()) {
            (_, Some(kind)) => kind.name(),
            (Self::Observe, _) => "patrol-observations",
            (other, _) => other.name(),
        }
    }

    /// The fields that it asks for, before some are left out.
    #[must_use]
    pub const fn described(self) -> &'static [Field] {
        match (self, self.kind()) {
            (_, Some(kind)) => fields(kind),
            (Self::Note, _) => NOTE,
            (Self::Areas, _) => AREAS,
            (Self::Observe, _) => OBSERVED,
            _ => &[],
        }
    }

    /// Whether it changes a record of which it shows only a part.
    #[must_use]
    pub const fn amends(self) -> bool {
        matches!(self, Self::Amend(_) | Self::HandOver | Self::CloseShift { .. } | Self::FinishPatrol | Self::Settle)
    }

    /// The wording id of its heading, which may name the kind.
    #[must_use]
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Create(_) => "tui-form-create",
            Self::Amend(_) => "tui-form-amend",
            Self::Note => "tui-form-note",
            Self::Areas => "tui-form-areas",
            Self::OpenShift => "tui-form-open-shift",
            Self::HandOver => "tui-form-hand-over",
            Self::CloseShift { .. } => "tui-form-close-shift",
            Self::PlanPatrol => "tui-form-plan-patrol",
            Self::StartPatrol => "tui-form-start-patrol",
            Self::Observe => "tui-form-observe",
            Self::FinishPatrol => "tui-form-finish-patrol",
            Self::CancelPatrol => "tui-form-cancel-patrol",
            Self::Found => "tui-form-found",
            Self::Settle => "tui-form-settle",
        }
    }

    /// The name in a draft.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Amend(_) => "amend",
            Self::Note => "note",
            Self::Areas => "areas",
            Self::OpenShift => "open",
            Self::HandOver => "hand-over",
            Self::CloseShift { over: false } => "close",
            Self::CloseShift { over: true } => "close-over",
            Self::PlanPatrol => "plan",
            Self::StartPatrol => "start",
            Self::Observe => "observe",
            Self::FinishPatrol => "finish",
            Self::CancelPatrol => "cancel",
            Self::Found => "found",
            Self::Settle => "settle",
        }
    }

    /// The purpose with this name in a draft.
    #[must_use]
    pub fn parse(name: &str, kind: Option<Kind>) -> Option<Self> {
        let of_any = kind.into_iter().flat_map(|kind| [Self::Create(kind), Self::Amend(kind)]);
        of_any.chain(Self::OF_ONE_KIND).find(|purpose| purpose.name() == name)
    }

    /// The fields that the form asks for. An amendment asks for persons only when they were revealed into `given`.
    #[must_use]
    pub fn fields(self, given: &Map<String, Value>) -> Vec<&'static Field> {
        let described = self.described().iter().filter(|field| !field.made);
        let wanted = |field: &&'static Field| match self {
            Self::OpenShift => BEGIN.contains(&field.key),
            Self::HandOver => STANDING.contains(&field.key),
            Self::CloseShift { .. } => END.contains(&field.key),
            Self::PlanPatrol => PLAN.contains(&field.key),
            Self::StartPatrol => START.contains(&field.key),
            Self::FinishPatrol => FINISH.contains(&field.key),
            Self::Settle => SETTLE.contains(&field.key),
            // An incident is made of it by a key.
            Self::Observe => field.key != "incident",
            Self::Create(Kind::Patrol) => !PLANS.contains(&field.key),
            Self::Amend(_) => field.envelope == Envelope::Facts || given.contains_key(field.key),
            // Nobody begins with the day on which they end.
            Self::Create(Kind::Officer | Kind::Area) => field.key != ENDS,
            Self::Create(_) | Self::Note | Self::Areas | Self::CancelPatrol | Self::Found => true,
        };
        let hidden = |field: &&'static Field| field.key == NEVER;
        let free = self == Self::Create(Kind::Area);
        let code = |field: &'static Field| if free && field.key == AREA_CODE.key { &AREA_CODE } else { field };
        let asked = described.filter(wanted).filter(|field| !hidden(field)).map(code);
        let mut asked: Vec<&'static Field> = asked.collect();
        let told = self.told();
        asked.sort_by_key(|field| told.iter().position(|key| *key == field.key).unwrap_or(told.len()));
        let reason = matches!(self, Self::Amend(_) | Self::CancelPatrol).then_some(&WHY);
        let despite = matches!(self, Self::CloseShift { over: true }).then_some(&DESPITE);
        reason.into_iter().chain(asked).chain(despite).collect()
    }

    /// The fields that come first, the same for a new record and for its amendments.
    #[must_use]
    pub const fn told(self) -> &'static [&'static str] {
        match self {
            Self::Create(kind) | Self::Amend(kind) => kind.told(),
            Self::Found => Kind::Incident.told(),
            Self::Observe => OBSERVED_TOLD,
            Self::Settle => SETTLE,
            _ => &[],
        }
    }

    /// The kind of record in which its fields stand, whole or in part.
    #[must_use]
    pub const fn follows(self) -> Option<Kind> {
        match (self, self.kind()) {
            (Self::Observe, _) => Some(Kind::Patrol),
            (_, kind) => kind,
        }
    }

    /// Adds what follows from other values where nobody said.
    pub fn complete(self, values: &mut Map<String, Value>) {
        if self == Self::Create(Kind::Area) && !values.contains_key(AREA_CODE.key) {
            values.extend(values.get("name").cloned().map(|name| (AREA_CODE.key.to_owned(), name)));
        }
    }

    /// What stands in the form before anybody types: what is nearly always right.
    #[must_use]
    pub fn defaults(self, now: Moment, me: &str, area: Option<&str>) -> Map<String, Value> {
        let at = when::kept(now);
        let given = match self {
            Self::Create(kind) => offered(kind, now, me, area),
            Self::PlanPatrol => {
                let start = now + chrono::TimeDelta::minutes(60);
                let start = start - chrono::TimeDelta::seconds(start.timestamp().rem_euclid(3600));
                let end = when::kept(start + chrono::TimeDelta::hours(2));
                json!({"mode": "motorbike", "planned_start": when::kept(start), "planned_end": end, "area": area,
                    "state": "planned", "leader": me})
            }
            Self::StartPatrol => {
                json!({"mode": "motorbike", "started_at": at, "area": area, "state": "active", "leader": me})
            }
            Self::Observe => json!({"at": at, "area": area}),
            Self::OpenShift => {
                // Shifts are planned by the hour; the nearest one is meant.
                let start = now + chrono::TimeDelta::minutes(30);
                let start = start - chrono::TimeDelta::seconds(start.timestamp().rem_euclid(3600));
                let end = when::kept(start + chrono::TimeDelta::hours(12));
                json!({"planned_start": when::kept(start), "planned_end": end, "started_at": at, "officers": [me]})
            }
            Self::Note => json!({"at": at}),
            _ => Value::Null,
        };
        match given {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }
}

/// What the description of a kind offers.
fn offered(kind: Kind, now: Moment, me: &str, area: Option<&str>) -> Value {
    let value = |field: &Field| {
        Some(match field.offered? {
            Offer::Now if field.shape == Shape::Day => now.with_timezone(&when::zone()).date_naive().to_string(),
            Offer::Now => when::kept(now),
            Offer::Me => me.to_owned(),
            Offer::LastArea => area?.to_owned(),
            Offer::Code(code) => code.to_owned(),
        })
    };
    fields(kind).iter().filter_map(|field| Some((field.key.to_owned(), Value::from(value(field)?)))).collect()
}
