//! Đơn vị: the post itself, its keys, and the journal that it continues.

use super::prelude::*;

/// What sort of unit.
const TYPE: Choice = Choice::new("unit-type", &["ward", "commune", "special_zone", "station", "superior"]);

pub(super) const ABOUT: About = About {
    name: "unit",
    code: "DV",
    hand: Hand::Act,
    fields: FIELDS,
    main_times: &["valid_from"],
    title: "name",
    ..DUTY
};

const FIELDS: &[Field] = &[
    Field::new("code", SHORT).required(),
    Field::new("name", LINE).required().searched(),
    Field::new("type", Shape::One(&TYPE)),
    VALID_FROM,
    VALID_TO,
    Field::new("predecessor", SHORT),
    Field::new("signing_key", Shape::Line(200)).made(),
    Field::new("recipient", Shape::Line(200)).made(),
    Field::new(
        "continues",
        Shape::Group(&[
            Field::new("journal", SHORT),
            Field::new("seq", Shape::Count(u64::MAX >> 12)),
            Field::new("head", Shape::Line(64)),
        ]),
    )
    .made(),
];
