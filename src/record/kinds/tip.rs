//! Tin quần chúng: what somebody told, and what became of it. Who told it stands in the persons envelope alone, and
//! that never leaves the post.

use super::prelude::*;

/// What the tip was worth, once somebody looked.
const USABLE: Choice = Choice::new("tip-usable", &["unchecked", "yes", "no"]);
/// The part that a person has in a tip.
const ROLE: Choice = Choice::new("tip-role", &["informant", "named"]);

pub(super) const ABOUT: About = About {
    name: "tip",
    code: "TI",
    fields: FIELDS,
    told: &["topic", "area", "place", "content", "channel", "received_at"],
    main_times: &["received_at"],
    title: "content",
    columns: &[
        Column::new("at", 11, Shows::Main),
        Column::new("usable", 16, Shows::State),
        Column::new("topic", 12, Shows::Field("topic")),
        Column::new("led", 8, Shows::Field("incident")),
        Column::new("channel", 12, Shows::Field("channel")),
    ],
    standing: Some(Standing { states: &USABLE, open: &[], of: |data| data.text("usable") }),
    rules,
    sealed: true,
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("received_at", Shape::When).required().past().offered(Offer::Now),
    Field::new("channel", Shape::One(&CHANNEL)).required().offered(Offer::Code("phone")),
    Field::new("topic", Shape::One(&TOPIC)).required(),
    AREA,
    PLACE,
    Field::new("content", TEXT).required().searched(),
    Field::new("usable", Shape::One(&USABLE)).or("unchecked"),
    Field::new("incident", Shape::Record).of("incident"),
    Field::new("replied_at", Shape::When).past(),
    CAMPAIGN,
    LINKS,
    REMARKS,
    persons!(&ROLE),
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if before(data, "replied_at", "received_at") {
        found.push(Finding::new("E500", "replied_at"));
    }
    if data.text("usable") == Some("no") && data.text("incident").is_some() {
        found.push(Finding::new("W501", "usable"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use crate::record::Kind;
    use serde_json::json;

    #[test]
    fn a_reply_follows_the_tip_and_a_worthless_one_led_nowhere() {
        let at = |hour: u32| format!("2026-11-23T{hour:02}:00:00+07:00");
        let tip = |replied, usable: &str, incident: Option<&str>| {
            codes(
                Kind::Tip,
                json!({"received_at": at(9), "replied_at": replied, "usable": usable, "incident": incident}),
            )
        };
        assert_eq!(tip(Some(at(8)), "yes", Some("x")), [("E500", "replied_at".to_owned())]);
        assert_eq!(tip(Some(at(9)), "no", None), []);
        assert_eq!(tip(None, "no", Some("x")), [("W501", "usable".to_owned())]);
    }
}
