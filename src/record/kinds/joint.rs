//! Phối hợp, kiểm tra, họp Ban Chỉ đạo: what was done with others, and what was found that somebody has to mend.

use serde_json::Value;

use super::prelude::*;
use crate::record::when;

/// What sort of work.
const TYPE: Choice = Choice::new(
    "joint-type",
    &["inspection", "guidance", "committee", "activity", "training", "commendation", "handed_in", "other"],
);
/// Whether something that was found waits to be mended; computed.
const STATUS: Choice = Choice::new("joint-status", &["open", "closed"]);

pub(super) const ABOUT: About = About {
    name: "joint",
    code: "PH",
    fields: FIELDS,
    told: &["date", "type", "title", "partner", "partner_name", "area", "people", "content", "findings"],
    main_times: &["date"],
    title: "title",
    columns: &[
        Column::new("day", 10, Shows::Main),
        Column::new("open", 8, Shows::Counted(standing)),
        Column::new("partner", 18, Shows::Field("partner")),
        Column::new("type", 16, Shows::Field("type")),
        Column::new("area", 8, Shows::Field("area")),
    ],
    standing: Some(Standing { states: &STATUS, open: &["open"], of: status }),
    rules,
    account: Some("content"),
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("date", Shape::Day).required().past().offered(Offer::Now),
    Field::new("type", Shape::One(&TYPE)).required(),
    Field::new("title", LINE).required().searched(),
    PARTNER,
    PARTNER_NAME,
    AREA,
    PLACE,
    Field::new("people", COUNT),
    Field::new("content", TEXT).searched(),
    Field::new(
        "findings",
        Shape::List(&[
            Field::new("text", LINE).required().searched(),
            Field::new("due", Shape::Day).ahead(),
            Field::new("closed_on", Shape::Day).past(),
        ]),
    ),
    CAMPAIGN,
    LINKS,
    REMARKS,
];

fn status(data: &Data) -> Option<&str> {
    standing(data).map(|(open, _)| if open > 0 { "open" } else { "closed" })
}

/// How many of its findings wait to be mended; nothing where nothing was found.
fn standing(data: &Data) -> Option<(usize, usize)> {
    let all = data.items("findings");
    let open = all.iter().filter(|finding| finding.get("closed_on").is_none_or(Value::is_null)).count();
    (!all.is_empty()).then_some((open, all.len()))
}

fn rules(data: &Data) -> Vec<Finding> {
    let held = data.day("date");
    let mut found = Vec::new();
    for (n, finding) in data.items("findings").iter().enumerate() {
        let day = |key: &str| finding.get(key).and_then(Value::as_str).and_then(when::parse_day);
        let path = |key: &str| format!("findings[{n}].{key}");
        if day("closed_on").is_some() && day("closed_on") < held {
            found.push(Finding::new("E513", path("closed_on")));
        }
        if day("due").is_none() && day("closed_on").is_none() {
            found.push(Finding::new("W512", path("due")));
        }
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
    fn what_was_found_has_a_day_until_it_is_mended() {
        let joint = |due: Value, closed: Value| {
            let findings = json!([{"text": "Camera hỏng", "due": due, "closed_on": closed}]);
            let data = json!({"date": "2026-11-20", "findings": findings});
            let status = status(&Data(data.as_object().unwrap().clone())).map(str::to_owned);
            (codes(Kind::Joint, data), status)
        };
        let (open, closed) = (Some("open".to_owned()), Some("closed".to_owned()));
        assert_eq!(joint(Value::Null, Value::Null), (vec![("W512", "findings[0].due".to_owned())], open.clone()));
        assert_eq!(joint(json!("2026-12-01"), Value::Null), (vec![], open));
        assert_eq!(joint(Value::Null, json!("2026-11-20")), (vec![], closed.clone()));
        let early = vec![("E513", "findings[0].closed_on".to_owned())];
        assert_eq!(joint(Value::Null, json!("2026-11-19")), (early, closed));
    }
}
