//! What a note on a record holds (act `note`), and the events that it may tell. Clocks stop on events, not on prose.

use super::field::{Choice, Field, Shape};

/// What happened to a matter.
pub(super) const EVENT: Choice = Choice::new(
    "event",
    &[
        "transferred",
        "notified",
        "record_made",
        "decided",
        "extended",
        "suspended",
        "resumed",
        "returned",
        "closed",
        "reopened",
        "order_received",
        "assigned",
        "breach_found",
    ],
);

/// The fields of a note.
pub const NOTE: &[Field] = &[
    Field::new("text", Shape::Block(20_000)).required().searched(),
    Field::new("event", Shape::One(&EVENT)),
    Field::new("at", Shape::When).past(),
];
