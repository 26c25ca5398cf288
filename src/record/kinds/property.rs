//! Tài sản nhặt được, tạm giữ: from its receipt over the public notice to whoever gets it. A detail is withheld from the
//! notice, to try claimants by; it stands in the persons envelope, which never leaves the post, and a text of the facts
//! that gives it away is held.

use super::prelude::*;

/// How it came to the post.
const TYPE: Choice = Choice::new("property-type", &["found", "held", "handed_in"]);
/// Where it is.
const STATE: Choice = Choice::new("property-state", &["open", "returned", "finder", "transferred", "destroyed"]);
/// What came of a claim.
const CLAIM: Choice = Choice::new("claim-result", &["pending", "fits", "fits_not"]);
/// The part a person has in it.
const ROLE: Choice = Choice::new("property-role", &["finder", "owner", "claimant"]);

pub(super) const ABOUT: About = About {
    name: "property",
    code: "TS",
    fields: FIELDS,
    told: &["type", "item", "area", "place", "found_at", "received_at", "receipt", "withheld"],
    main_times: &["received_at", "found_at"],
    title: "item",
    columns: &[
        Column::new("state", 17, Shows::State),
        Column::new("at", 11, Shows::Main),
        Column::new("place", 14, Shows::Field("place")),
        Column::new("area", 8, Shows::Field("area")),
        Column::new("type", 14, Shows::Field("type")),
    ],
    standing: Some(Standing { states: &STATE, open: &["open"], of: |data| data.text("state") }),
    ends: Some("disposed_at"),
    rules,
    handed: Some("property"),
    sealed: true,
    ..DUTY
};

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("type", Shape::One(&TYPE)).required().offered(Offer::Code("found")),
    Field::new("item", LINE).required().searched(),
    Field::new("description", TEXT).searched(),
    Field::new("estimate_vnd", Shape::Money),
    AREA,
    PLACE,
    Field::new("found_at", Shape::When).past(),
    Field::new("received_at", Shape::When).required().past().offered(Offer::Now),
    Field::new("receipt", SHORT),
    Field::new("kept", LINE),
    Field::new("notice", Shape::Group(&[Field::new("date", Shape::Day).past(), Field::new("place", LINE)])),
    Field::new(
        "claims",
        Shape::List(&[
            Field::new("at", Shape::When).past(),
            Field::new("result", Shape::One(&CLAIM)).required(),
            Field::new("note", LINE),
        ]),
    ),
    Field::new("state", Shape::One(&STATE)).or("open"),
    Field::new("disposed_at", Shape::When).past(),
    Field::new("disposal", TEXT).searched(),
    CAMPAIGN,
    LINKS,
    REMARKS,
    Field::new("withheld", LINE).private(),
    persons!(&ROLE),
];

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if before(data, "received_at", "found_at") {
        found.push(Finding::new("E514", "received_at"));
    }
    if before(data, "disposed_at", "received_at") {
        found.push(Finding::new("E515", "disposed_at"));
    }
    if data.text("state").is_some_and(|state| state != "open") && data.when("disposed_at").is_none() {
        found.push(Finding::new("H516", "disposed_at"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use crate::record::Kind;
    use serde_json::json;

    #[test]
    fn property_is_found_received_and_given_in_that_order() {
        let at = |hour: u32| format!("2026-11-23T{hour:02}:00:00+07:00");
        let moved = |found: u32, disposed: Option<u32>, state: &str| {
            codes(
                Kind::Property,
                json!({"found_at": at(found), "received_at": at(9), "disposed_at": disposed.map(at), "state": state}),
            )
        };
        assert_eq!(moved(9, Some(9), "returned"), []);
        assert_eq!(moved(10, None, "open"), [("E514", "received_at".to_owned())]);
        assert_eq!(moved(8, Some(8), "returned"), [("E515", "disposed_at".to_owned())]);
        assert_eq!(moved(8, None, "returned"), [("H516", "disposed_at".to_owned())]);
    }

    #[test]
    fn what_is_withheld_stands_nowhere_in_the_facts() {
        let wallet = |description: &str, note: &str| {
            codes(
                Kind::Property,
                json!({"item": "Ví da nâu", "description": description, "claims": [{"result": "pending", "note": note}],
                    "withheld": "ảnh chó trắng ở ngăn sau"}),
            )
        };
        assert_eq!(wallet("Ví da nâu, còn mới", "Khai đúng màu ví"), []);
        assert_eq!(wallet("Có ẢNH CHÓ TRẮNG ở ngăn sau", ""), [("H606", "description".to_owned())]);
        assert_eq!(wallet("", "Khai có anh cho trang o ngan sau"), [("H606", "claims[0].note".to_owned())]);
    }
}
