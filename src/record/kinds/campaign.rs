//! Đợt cao điểm, phương án lễ, tết: a window in time with its plan. What was done in it is counted from the records that
//! name it.

use chrono::NaiveDate;

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
    columns: &[
        Column::new("progress", 24, Shows::Progress),
        Column::new("left", 12, Shows::Left),
        Column::new("period", 21, Shows::Span("from", "to")),
        Column::new("plan", 12, Shows::Field("plan_number")),
    ],
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

/// How far a campaign is in its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Days until it begins; 0 once it has.
    pub ahead: i64,
    /// Days that are over, the day of asking with them.
    pub over: i64,
    /// Days from the first to the last.
    pub all: i64,
    /// Days after this one; less than 0 once it is over.
    pub left: i64,
}

/// How far a campaign is in its days.
#[must_use]
pub fn course(campaign: &Data, today: NaiveDate) -> Option<Course> {
    let (from, to) = campaign.day("from").zip(campaign.day("to"))?;
    let all = ((to - from).num_days() + 1).max(0);
    let over = ((today - from).num_days() + 1).clamp(0, all);
    Some(Course { ahead: (from - today).num_days().max(0), over, all, left: (to - today).num_days() })
}

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
    use super::*;
    use crate::record::Kind;
    use serde_json::json;

    #[test]
    fn a_campaign_has_days_ahead_over_and_left() {
        let data = json!({"from": "2026-12-15", "to": "2027-01-13"});
        let at = |day: &str| {
            let course = course(&Data(data.as_object().unwrap().clone()), crate::record::when::parse_day(day).unwrap());
            course.map(|course| (course.ahead, course.over, course.all, course.left)).unwrap()
        };
        assert_eq!(at("2026-12-14"), (1, 0, 30, 30));
        assert_eq!(at("2026-12-15"), (0, 1, 30, 29));
        assert_eq!(at("2027-01-13"), (0, 30, 30, 0));
        assert_eq!(at("2027-01-14"), (0, 30, 30, -1));
        assert_eq!(course(&Data::default(), crate::record::when::parse_day("2026-12-14").unwrap()), None);
    }

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
