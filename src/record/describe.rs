//! The fields of each kind, in the order of the form and of the JSON. Adding a field to a kind is a line here and
//! its wording; nothing else names fields one by one.

use super::choices::{
    AREA_TYPE, CHANNEL, CLASSIFICATION, EVENT, HANDOVER_ANSWER, HANDOVER_ITEM, LINK, MODE, OBSERVATION, OUTCOME,
    PATROL_STATE, PERSON_ROLE, PLACE_KIND, ROLE, SEX, SHIFT_STATUS, STATUS, UNIT_TYPE, URGENCY,
};
use super::field::{Choice, Field, Shape};
use super::kind::Kind;

const SHORT: Shape = Shape::Line(64);
const LINE: Shape = Shape::Line(200);
const TEXT: Shape = Shape::Block(20_000);
const COUNT: Shape = Shape::Count(1_000_000);

const EXTERNAL_ID: Field = Field::new("external_id", SHORT);
const AREA_FIELD: Field = Field::new("area", Shape::Area);
const PLACE: Field = Field::new("place", LINE).searched();
const CAMPAIGN: Field = Field::new("campaign", Shape::Record);
const LINKS: Field = Field::new(
    "links",
    Shape::List(&[Field::new("type", Shape::One(&LINK)).required(), Field::new("to", Shape::Record).required()]),
);
const REMARKS: Field = Field::new("remarks", TEXT);

const INCIDENT: &[Field] = &[
    EXTERNAL_ID,
    Field::new("category", Shape::Category).required(),
    Field::new("channel", Shape::One(&CHANNEL)).required(),
    Field::new("reported_at", Shape::When).required().past(),
    Field::new("occurred_from", Shape::When).past(),
    Field::new("occurred_to", Shape::When).past(),
    Field::new("occurred_approx", Shape::Flag),
    Field::new("area", Shape::Area).required(),
    PLACE,
    Field::new("place_kind", Shape::One(&PLACE_KIND)),
    Field::new("title", LINE).required().searched(),
    Field::new("narrative", TEXT).searched(),
    Field::new("urgency", Shape::One(&URGENCY)).or("normal"),
    Field::new("dead", COUNT).zero(),
    Field::new("injured", COUNT).zero(),
    Field::new("loss_vnd", Shape::Money).zero(),
    Field::new("recovered_vnd", Shape::Money).zero(),
    Field::new(
        "quantities",
        Shape::List(&[
            Field::new("what", LINE).required(),
            Field::new("unit", SHORT).required(),
            Field::new("amount", Shape::Decimal).required(),
        ]),
    ),
    Field::new(
        "first_response",
        Shape::Group(&[
            Field::new("officer", Shape::Officer),
            Field::new("arrived_at", Shape::When).past(),
            Field::new("action", LINE),
        ]),
    ),
    Field::new(
        "documents",
        Shape::List(&[
            Field::new("kind", SHORT).required(),
            Field::new("number", SHORT),
            Field::new("date", Shape::Day),
            Field::new("kept", LINE),
        ]),
    ),
    Field::new("classification", Shape::One(&CLASSIFICATION)),
    Field::new("status", Shape::One(&STATUS)).or("open"),
    Field::new("outcome", Shape::One(&OUTCOME)),
    Field::new("outcome_text", TEXT).searched(),
    Field::new("outcome_at", Shape::When).past(),
    CAMPAIGN,
    LINKS,
    REMARKS,
    Field::new("exact_place", LINE).private(),
    Field::new(
        "persons",
        Shape::List(&[
            Field::new("role", Shape::One(&PERSON_ROLE)).required(),
            Field::new("name", LINE),
            Field::new("birth_year", Shape::Count(2100)),
            Field::new("sex", Shape::One(&SEX)),
            Field::new("phone", SHORT),
            Field::new("address", LINE),
            Field::new("plate", SHORT),
            Field::new("keep_secret", Shape::Flag),
        ]),
    )
    .private(),
];

const PATROL: &[Field] = &[
    EXTERNAL_ID,
    Field::new("mode", Shape::One(&MODE)).required(),
    Field::new("planned_start", Shape::When),
    Field::new("started_at", Shape::When).past(),
    Field::new("ended_at", Shape::When).past(),
    AREA_FIELD,
    PLACE,
    Field::new(
        "headcount",
        Shape::Group(&[
            Field::new("police", COUNT).zero(),
            Field::new("grassroots", COUNT).zero(),
            Field::new("militia", COUNT).zero(),
            Field::new("other", COUNT).zero(),
        ]),
    ),
    Field::new(
        "route",
        Shape::List(&[Field::new("area", Shape::Area).required(), Field::new("at", Shape::When).past()]),
    ),
    Field::new(
        "observations",
        Shape::List(&[
            Field::new("at", Shape::When).past(),
            Field::new("area", Shape::Area),
            Field::new("kind", Shape::One(&OBSERVATION)).required(),
            Field::new("text", LINE).searched(),
            Field::new("action", LINE),
            Field::new("incident", Shape::Record),
        ]),
    ),
    Field::new(
        "results",
        Shape::Group(&[
            Field::new("people_checked", COUNT).zero(),
            Field::new("vehicles_checked", COUNT).zero(),
            Field::new("minutes_written", COUNT).zero(),
            Field::new("reminders", COUNT).zero(),
            Field::new("cases_found", COUNT).zero(),
            Field::new("fines_vnd", Shape::Money).zero(),
        ]),
    ),
    Field::new("km", Shape::Decimal),
    Field::new("state", Shape::One(&PATROL_STATE)).or("planned"),
    Field::new("leader", Shape::Officer),
    Field::new("text", TEXT).searched(),
    CAMPAIGN,
    LINKS,
    REMARKS,
];

const SHIFT: &[Field] = &[
    EXTERNAL_ID,
    Field::new("planned_start", Shape::When).required(),
    Field::new("planned_end", Shape::When).required(),
    Field::new("started_at", Shape::When).past(),
    Field::new("ended_at", Shape::When).past(),
    Field::new("commander", Shape::Officer),
    Field::new("officers", Shape::Officers),
    Field::new("present", COUNT),
    Field::new("absent", Shape::List(&[Field::new("count", COUNT).required(), Field::new("reason", LINE).required()])),
    Field::new(
        "orders",
        Shape::List(&[
            Field::new("from", LINE),
            Field::new("at", Shape::When).past(),
            Field::new("text", Shape::Line(1000)).required().searched(),
            Field::new("done", Shape::Flag),
        ]),
    ),
    Field::new(
        "equipment",
        Shape::List(&[Field::new("item", LINE).required(), Field::new("count", COUNT), Field::new("fault", LINE)]),
    ),
    Field::new("persons_held", COUNT).zero(),
    Field::new("property_held", COUNT).zero(),
    Field::new(
        "handover",
        Shape::List(&[
            Field::new("record", Shape::Record),
            Field::new("item", Shape::One(&HANDOVER_ITEM)).required(),
            Field::new("what", Shape::Line(1000)),
            Field::new("answer", Shape::One(&HANDOVER_ANSWER)),
            Field::new("note", LINE),
        ]),
    ),
    LINKS,
    REMARKS,
];

const WEEK: &[Field] = &[
    Field::new("week", SHORT).required().searched().made(),
    Field::new("from", Shape::When).required().made(),
    Field::new("to", Shape::When).required().made(),
    Field::new(
        "counts",
        Shape::Group(&[
            Field::new("incidents", COUNT).zero(),
            Field::new("patrols", COUNT).zero(),
            Field::new("shifts", COUNT).zero(),
        ]),
    )
    .made(),
    Field::new(
        "holds",
        Shape::List(&[
            Field::new("code", SHORT).required(),
            Field::new("record", Shape::Record).required(),
            Field::new("reason", LINE).required(),
        ]),
    )
    .made(),
    REMARKS,
];

const OFFICER: &[Field] = &[
    Field::new("service_number", SHORT),
    Field::new("rank", SHORT),
    Field::new("role", Shape::One(&ROLE)).required(),
    Field::new("valid_from", Shape::Day),
    Field::new("valid_to", Shape::Day),
    Field::new("name", LINE).required().private(),
    Field::new("phone", SHORT).private(),
];

const AREA: &[Field] = &[
    Field::new("code", SHORT).required(),
    Field::new("name", LINE).required().searched(),
    Field::new("type", Shape::One(&AREA_TYPE)),
    Field::new("valid_from", Shape::Day),
    Field::new("valid_to", Shape::Day),
    Field::new("predecessor", SHORT),
    REMARKS,
];

const UNIT: &[Field] = &[
    Field::new("code", SHORT).required(),
    Field::new("name", LINE).required().searched(),
    Field::new("type", Shape::One(&UNIT_TYPE)),
    Field::new("valid_from", Shape::Day),
    Field::new("valid_to", Shape::Day),
    Field::new("predecessor", SHORT),
    Field::new("signing_key", Shape::Line(200)).made(),
    Field::new("recipient", Shape::Line(200)).made(),
    Field::new(
        "continues",
        Shape::Group(&[
            Field::new("journal", SHORT),
            Field::new("seq", Shape::Count(u64::MAX >> 12)),
            Field::new("head", Shape::Line(64)),
        ]),
    )
    .made(),
];

/// What a note on a record holds (act `note`).
pub const NOTE: &[Field] = &[
    Field::new("text", TEXT).required().searched(),
    Field::new("event", Shape::One(&EVENT)),
    Field::new("at", Shape::When).past(),
];

/// The fields of a kind, in the order of the form and of the JSON.
#[must_use]
pub const fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Incident => INCIDENT,
        Kind::Patrol => PATROL,
        Kind::Shift => SHIFT,
        Kind::Week => WEEK,
        Kind::Officer => OFFICER,
        Kind::Area => AREA,
        Kind::Unit => UNIT,
    }
}

/// The statuses or states that records of a kind go through, if they have any.
#[must_use]
pub fn statuses(kind: Kind) -> Option<&'static Choice> {
    if kind == Kind::Shift {
        return Some(&SHIFT_STATUS);
    }
    let field = fields(kind).iter().find(|field| matches!(field.key, "status" | "state"))?;
    if let Shape::One(choice) = field.shape { Some(choice) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_never_those_that_the_program_adds() {
        let own = ["id", "number", "kind", "rev", "void", "persons_hidden", "history", "unit"];
        for kind in Kind::ALL {
            let mut keys: Vec<_> = fields(kind).iter().map(|f| f.key).collect();
            assert!(keys.iter().all(|key| !own.contains(key)), "{kind}");
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), fields(kind).len(), "{kind}");
        }
    }
}
