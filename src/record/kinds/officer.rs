//! Cán bộ: whoever writes here. Name and telephone are persons; a desk without them sees rank and number.

use super::prelude::*;

/// What an officer may do here.
const ROLE: Choice = Choice::new("role", &["officer", "commander", "clerk", "auditor"]);

pub(super) const ABOUT: About = About {
    name: "officer",
    code: "CB",
    hand: Hand::Act,
    fields: FIELDS,
    told: &["name", "rank", "role", "service_number", "phone"],
    main_times: &["valid_from"],
    title: "rank",
    ..DUTY
};

const FIELDS: &[Field] = &[
    Field::new("service_number", SHORT),
    Field::new("rank", SHORT),
    Field::new("role", Shape::One(&ROLE)).required().offered(Offer::Code("officer")),
    VALID_FROM,
    // Whoever ends takes it out of every choice at once.
    VALID_TO.past(),
    Field::new("name", LINE).required().private(),
    Field::new("phone", SHORT).private(),
];
