//! Buổi tuyên truyền: to whom something was told, about what, how, and what came of it.

use super::prelude::*;

/// How people are reached.
const FORM: Choice = Choice::new(
    "outreach-form",
    &["meeting", "loudspeaker", "school", "leaflets", "zalo", "house_visit", "event", "other"],
);
/// Forms in which people come together, so that they can be counted.
const COUNTED: [&str; 4] = ["meeting", "school", "house_visit", "event"];

pub(super) const ABOUT: About = About {
    name: "outreach",
    code: "TR",
    fields: FIELDS,
    told: &["date", "form", "topic", "title", "area", "place", "attendance", "result"],
    main_times: &["date"],
    title: "title",
    columns: &[
        Column::new("day", 10, Shows::Main),
        Column::new("attendance", 8, Shows::Field("attendance")),
        Column::new("area", 8, Shows::Field("area")),
        Column::new("topic", 12, Shows::Field("topic")),
        Column::new("form", 16, Shows::Field("form")),
    ],
    rules,
    account: Some("result"),
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("date", Shape::Day).required().past().offered(Offer::Now),
    Field::new("form", Shape::One(&FORM)).required(),
    Field::new("topic", Shape::One(&TOPIC)).required(),
    Field::new("title", LINE).required().searched(),
    AREA,
    PLACE,
    Field::new("attendance", COUNT),
    Field::new("leaflets", COUNT).zero(),
    PARTNER,
    PARTNER_NAME,
    Field::new("officer", Shape::Officer).offered(Offer::Me),
    Field::new("result", TEXT).searched(),
    CAMPAIGN,
    LINKS,
    REMARKS,
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if data.text("form").is_some_and(|form| COUNTED.contains(&form)) && data.count("attendance") == 0 {
        found.push(Finding::new("W502", "attendance"));
    }
    if data.text("result").is_none() {
        found.push(Finding::new("W503", "result"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use crate::record::Kind;
    use serde_json::json;

    #[test]
    fn who_came_and_what_came_of_it_is_asked_for() {
        let held = |form: &str, attendance: Option<u64>, result: Option<&str>| {
            codes(Kind::Outreach, json!({"form": form, "attendance": attendance, "result": result}))
        };
        assert_eq!(held("meeting", None, Some("x")), [("W502", "attendance".to_owned())]);
        assert_eq!(held("meeting", Some(0), Some("x")), [("W502", "attendance".to_owned())]);
        assert_eq!(held("meeting", Some(1), Some("x")), []);
        assert_eq!(held("loudspeaker", None, Some("x")), []);
        assert_eq!(held("loudspeaker", None, None), [("W503", "result".to_owned())]);
    }
}
