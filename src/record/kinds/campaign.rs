//! Đợt cao điểm, phương án lễ, tết: a window in time with its plan. What was done in it is counted from the records that
//! name it.

use super::prelude::*;

/// What sort of campaign.
const TYPE: Choice = Choice::new("campaign-type", &["crime", "holiday", "event", "traffic", "fire", "other"]);

pub(super) const ABOUT: About = About {
    name: "campaign",
    code: "CD",
    fields: FIELDS,
    told: &["name", "type", "from", "to", "plan_number", "quotas"],
    main_times: &["from"],
    title: "name",
    rules,
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("name", LINE).required().searched(),
    Field::new("type", Shape::One(&TYPE)).required(),
    Field::new("from", Shape::Day).required(),
    Field::new("to", Shape::Day).required(),
    Field::new("plan_number", SHORT),
    Field::new(
        "quotas",
        Shape::Group(&[
            Field::new("patrols", COUNT).zero(),
            Field::new("outreach", COUNT).zero(),
            Field::new("checks", COUNT).zero(),
        ]),
    ),
    Field::new("lunar", Shape::Flag),
    // A campaign is nearly always the whole ward's.
    Field::new("area", Shape::Area),
    PLACE,
    Field::new("tasks", TEXT).searched(),
    Field::new("result", TEXT).searched(),
    LINKS,
    REMARKS,
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if before(data, "to", "from") {
        found.push(Finding::new("E508", "to"));
    }
    if ["patrols", "outreach", "checks"].iter().all(|quota| data.count(&format!("quotas.{quota}")) == 0) {
        found.push(Finding::new("W511", "quotas"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use crate::record::Kind;
    use serde_json::json;

    #[test]
    fn a_campaign_has_days_in_their_order_and_something_to_be_counted() {
        let campaign = |to: &str, patrols: u64| {
            codes(Kind::Campaign, json!({"from": "2026-12-15", "to": to, "quotas": {"patrols": patrols}}))
        };
        assert_eq!(campaign("2026-12-14", 1), [("E508", "to".to_owned())]);
        assert_eq!(campaign("2026-12-15", 1), []);
        assert_eq!(campaign("2026-12-15", 0), [("W511", "quotas".to_owned())]);
    }
}
