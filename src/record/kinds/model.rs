//! Mô hình tự phòng, tự quản: what was founded, what of it works, and when somebody looked last.

use super::prelude::*;

/// What sort of model.
const TYPE: Choice = Choice::new(
    "model-type",
    &["cameras", "self_guard", "fire_safety", "school_gate", "gong", "clan", "boarding", "border", "alarm", "other"],
);
/// Where it stands.
const STATE: Choice = Choice::new("model-state", &["active", "weak", "suspended", "ended"]);

pub(super) const ABOUT: About = About {
    name: "model",
    code: "MH",
    fields: FIELDS,
    told: &["name", "type", "area", "units", "households", "checked_on", "state"],
    main_times: &["founded"],
    title: "name",
    columns: &[
        Column::new("state", 14, Shows::State),
        Column::new("units", 8, Shows::Share("units.working", "units.total")),
        Column::new("checked", 10, Shows::Field("checked_on")),
        Column::new("area", 8, Shows::Field("area")),
        Column::new("type", 18, Shows::Field("type")),
    ],
    standing: Some(Standing { states: &STATE, open: &[], of: |data| data.text("state") }),
    rules,
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("name", LINE).required().searched(),
    Field::new("type", Shape::One(&TYPE)).required(),
    AREA,
    PLACE,
    Field::new("founded", Shape::Day).past(),
    Field::new("decision", SHORT),
    Field::new("units", Shape::Group(&[Field::new("total", COUNT), Field::new("working", COUNT)])),
    Field::new("households", COUNT),
    Field::new("checked_on", Shape::Day).past().offered(Offer::Now),
    Field::new("state", Shape::One(&STATE)).or("active"),
    LINKS,
    REMARKS,
    persons!(&HEADS),
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    let (total, working) = (data.count("units.total"), data.count("units.working"));
    let counted = !data.get("units.total").is_null() && !data.get("units.working").is_null();
    if counted && working > total {
        found.push(Finding::new("E505", "units.working").with("total", total));
    } else if counted && 2 * working < total && data.text("state") == Some("active") {
        found.push(Finding::new("W506", "state").with("working", working).with("total", total));
    }
    if before(data, "checked_on", "founded") {
        found.push(Finding::new("E507", "checked_on"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use crate::record::Kind;
    use serde_json::{Value, json};

    #[test]
    fn what_works_is_part_of_the_whole_and_more_than_half_of_what_is_called_active() {
        let model = |total: Value, working: Value, state: &str| {
            codes(Kind::Model, json!({"units": {"total": total, "working": working}, "state": state}))
        };
        assert_eq!(model(json!(285), json!(286), "active"), [("E505", "units.working".to_owned())]);
        assert_eq!(model(json!(285), json!(88), "active"), [("W506", "state".to_owned())]);
        assert_eq!(model(json!(285), json!(88), "weak"), []);
        assert_eq!(model(json!(10), json!(5), "active"), []);
        assert_eq!(model(json!(10), Value::Null, "active"), []);
    }

    #[test]
    fn nobody_looks_at_a_model_before_it_is_founded() {
        let checked = |day: &str| codes(Kind::Model, json!({"founded": "2026-05-01", "checked_on": day}));
        assert_eq!(checked("2026-04-30"), [("E507", "checked_on".to_owned())]);
        assert_eq!(checked("2026-05-01"), []);
    }
}
