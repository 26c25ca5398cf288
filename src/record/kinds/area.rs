//! Khu dân cư: keyed by post and code.

use super::prelude::*;

/// What sort of residential area (Law 30/2023/QH15, art. 2).
const TYPE: Choice =
    Choice::new("area-type", &["to_dan_pho", "khu_pho", "khoi_pho", "thon", "ap", "ban", "buon", "khom", "other"]);

pub(super) const ABOUT: About = About {
    name: "area",
    code: "KV",
    hand: Hand::Manager,
    fields: FIELDS,
    told: &["name", "code", "type"],
    main_times: &["valid_from"],
    title: "name",
    ..DUTY
};

const FIELDS: &[Field] = &[
    Field::new("code", SHORT).required(),
    Field::new("name", LINE).required().searched(),
    Field::new("type", Shape::One(&TYPE)),
    VALID_FROM,
    // Whoever ends takes it out of every choice at once.
    VALID_TO.past(),
    Field::new("predecessor", SHORT),
    REMARKS,
];
