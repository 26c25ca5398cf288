//! Tuần báo cáo: made by approval, with counts and the holds that were passed.

use super::prelude::*;

pub(super) const ABOUT: About = About {
    name: "week",
    code: "TU",
    hand: Hand::Program,
    fields: FIELDS,
    main_times: &["from"],
    title: "week",
    columns: &[
        Column::new("incidents", 8, Shows::Field("counts.incidents")),
        Column::new("patrols", 8, Shows::Field("counts.patrols")),
        Column::new("shifts", 8, Shows::Field("counts.shifts")),
    ],
    ..DUTY
};

const FIELDS: &[Field] = &[
    Field::new("week", SHORT).required().searched().made(),
    Field::new("from", Shape::When).required().made(),
    Field::new("to", Shape::When).required().made(),
    Field::new(
        "counts",
        Shape::Group(&[
            Field::new("incidents", COUNT).zero(),
            Field::new("patrols", COUNT).zero(),
            Field::new("shifts", COUNT).zero(),
        ]),
    )
    .made(),
    Field::new(
        "holds",
        Shape::List(&[
            Field::new("code", SHORT).required(),
            Field::new("record", Shape::Record).required(),
            Field::new("reason", LINE).required(),
        ]),
    )
    .made(),
    REMARKS,
];
