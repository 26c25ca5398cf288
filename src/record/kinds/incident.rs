//! Vụ việc: from the first report to the outcome.

use super::prelude::*;

/// What sort of place it is.
const PLACE_KIND: Choice = Choice::new(
    "place-kind",
    &[
        "house",
        "street",
        "alley",
        "market",
        "shop",
        "school",
        "hospital",
        "office",
        "park",
        "water",
        "building_site",
        "transport",
        "other",
    ],
);
/// How pressing it is.
const URGENCY: Choice = Choice::new("urgency", &["normal", "high", "urgent"]);
/// What it is in law; drives the clocks.
const CLASSIFICATION: Choice =
    Choice::new("classification", &["crime_report", "administrative", "civil", "accident", "assistance", "unfounded"]);
/// Where the matter stands.
const STATUS: Choice = Choice::new("status", &["open", "in_progress", "transferred", "closed"]);
/// The part a person has in it.
const PERSON_ROLE: Choice =
    Choice::new("person-role", &["reporter", "victim", "involved", "witness", "suspect", "informant"]);
/// How it ended.
const OUTCOME: Choice = Choice::new(
    "outcome",
    &["transferred", "penalised", "mediated", "warned", "returned", "assisted", "nothing_found", "other"],
);

pub(super) const ABOUT: About = About {
    name: "incident",
    code: "VV",
    fields: FIELDS,
    told: &[
        "category",
        "area",
        "place",
        "channel",
        "reported_at",
        "occurred_from",
        "occurred_to",
        "title",
        "narrative",
    ],
    main_times: &["reported_at"],
    title: "title",
    columns: &[
        Column::new("state", 12, Shows::State),
        Column::new("clock", 13, Shows::Clock),
        Column::new("area", 8, Shows::Field("area")),
        Column::new("at", 11, Shows::Main),
        Column::new("category", 22, Shows::Field("category")),
    ],
    standing: Some(Standing { states: &STATUS, open: &["open", "in_progress"], of: |data| data.text("status") }),
    ends: Some("outcome_at"),
    rules,
    handed: Some("incident"),
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("category", Shape::Category).required(),
    Field::new("channel", Shape::One(&CHANNEL)).required().offered(Offer::Code("in_person")),
    Field::new("reported_at", Shape::When).required().past().offered(Offer::Now),
    Field::new("occurred_from", Shape::When).past(),
    Field::new("occurred_to", Shape::When).past(),
    Field::new("occurred_approx", Shape::Flag),
    AREA.required(),
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
    persons!(&PERSON_ROLE),
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if before(data, "occurred_to", "occurred_from") {
        found.push(Finding::new("E200", "occurred_to"));
    }
    if before(data, "reported_at", "occurred_from") {
        found.push(Finding::new("E201", "reported_at"));
    }
    if data.count("recovered_vnd") > data.count("loss_vnd") {
        found.push(Finding::new("W202", "recovered_vnd"));
    }
    if before(data, "outcome_at", "reported_at") {
        found.push(Finding::new("E203", "outcome_at"));
    }
    let closed = data.text("status") == Some("closed");
    if closed && (data.text("classification").is_none() || data.text("outcome").is_none()) {
        found.push(Finding::new("H204", "status"));
    }
    if data.text("category") == Some("OTHR.OTHR") && data.text("narrative").is_none() {
        found.push(Finding::new("H205", "narrative"));
    }
    if data.text("outcome") == Some("other") && data.text("outcome_text").is_none() {
        found.push(Finding::new("E208", "outcome_text"));
    }
    found
}
