//! Ca trực: from its opening to its structured handover.

use serde_json::Value;

use super::prelude::*;

/// Where a shift stands; computed from its two times.
const STATUS: Choice = Choice::new("shift-status", &["planned", "open", "closed"]);
/// What a handover item is.
const ITEM: Choice =
    Choice::new("handover-item", &["incident", "property", "order", "fault", "promise", "person_held"]);
/// What the incoming officer said to it.
const ANSWER: Choice = Choice::new("handover-answer", &["accepted", "queried"]);

pub(super) const ABOUT: About = About {
    name: "shift",
    code: "CT",
    fields: FIELDS,
    main_times: &["started_at", "planned_start"],
    title: "remarks",
    columns: &[
        Column::new("hours", 17, Shows::Span("started_at", "ended_at")),
        Column::new("commander", 18, Shows::Field("commander")),
        Column::new("present", 7, Shows::Field("present")),
        Column::new("state", 12, Shows::State),
    ],
    standing: Some(Standing { states: &STATUS, open: &["open"], of: |data| Some(status(data)) }),
    rules,
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("planned_start", Shape::When).required(),
    Field::new("planned_end", Shape::When).required().ahead(),
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
            Field::new("item", Shape::One(&ITEM)).required(),
            Field::new("what", Shape::Line(1000)),
            Field::new("answer", Shape::One(&ANSWER)),
            Field::new("note", LINE),
        ]),
    ),
    LINKS,
    REMARKS,
];

fn status(data: &Data) -> &'static str {
    match (data.when("started_at"), data.when("ended_at")) {
        (_, Some(_)) => "closed",
        (Some(_), None) => "open",
        (None, None) => "planned",
    }
}

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    for (end, start) in [("planned_end", "planned_start"), ("ended_at", "started_at")] {
        if before(data, end, start) {
            found.push(Finding::new("E400", end));
        }
    }
    let queried = |item: &Value| item.get("answer").and_then(Value::as_str) == Some("queried");
    let silent = |item: &Value| item.get("note").is_none_or(Value::is_null);
    let unsaid = data.items("handover").iter().enumerate().filter(|(_, item)| queried(item) && silent(item));
    found.extend(unsaid.map(|(n, _)| Finding::new("E406", format!("handover[{n}].note"))));
    found
}
