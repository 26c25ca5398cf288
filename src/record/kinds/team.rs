//! Tổ bảo vệ an ninh, trật tự (Law 30/2023/QH15): the force at the grassroots, with its roster against the one decided.

use super::prelude::*;

pub(super) const ABOUT: About = About {
    name: "team",
    code: "TO",
    fields: FIELDS,
    told: &["name", "area", "members", "required", "valid_from"],
    main_times: &["valid_from"],
    title: "name",
    columns: &[
        Column::new("members", 10, Shows::Share("members", "required")),
        Column::new("area", 8, Shows::Field("area")),
        Column::new("trained", 8, Shows::Field("trained")),
        Column::new("from", 10, Shows::Main),
    ],
    rules,
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("name", LINE).required().searched(),
    AREA,
    PLACE,
    Field::new("members", COUNT),
    Field::new("required", COUNT),
    Field::new("trained", COUNT),
    Field::new("decision", SHORT),
    VALID_FROM,
    VALID_TO,
    Field::new("predecessor", Shape::Record).of("team"),
    LINKS,
    REMARKS,
    persons!(&HEADS),
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if before(data, "valid_to", "valid_from") {
        found.push(Finding::new("E508", "valid_to"));
    }
    if !data.get("members").is_null() && data.count("trained") > data.count("members") {
        found.push(Finding::new("E509", "trained").with("members", data.count("members")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use crate::record::Kind;
    use serde_json::json;

    #[test]
    fn a_team_ends_after_its_beginning_and_trains_its_own_members() {
        let until = |day: &str| codes(Kind::Team, json!({"valid_from": "2026-05-01", "valid_to": day}));
        assert_eq!(until("2026-04-30"), [("E508", "valid_to".to_owned())]);
        assert_eq!(until("2026-05-01"), []);
        let trained = |n: u64| codes(Kind::Team, json!({"members": 4, "trained": n}));
        assert_eq!(trained(5), [("E509", "trained".to_owned())]);
        assert_eq!(trained(4), []);
    }
}
