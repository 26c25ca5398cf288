//! What can be logged: kinds, field descriptions, catalogue, periods and findings. No wording, no I/O, no clock.
//!
//! A record is a described value: [`fields`] names each field of a kind once, and form, JSON, schema, detail
//! and change view all follow from that description.

mod about;
pub mod catalogue;
mod clean;
pub mod clock;
mod column;
mod compare;
mod data;
mod field;
mod finding;
mod kinds;
pub mod lunar;
mod note;
mod number;
pub mod period;
pub mod purpose;
mod reason;
pub mod privacy;
mod refer;
pub mod rulebook;
mod rules;
mod topic;
pub mod sketch;
pub mod strict;
pub mod when;

pub use about::{Hand, Standing, fields};
pub use clean::{Lookup, clean, clean_fields, merge, parse_text};
pub use column::{Column, Shows};
pub use compare::{Neighbour, compare};
pub use data::{Change, Data, changes, is_blank};
pub use field::{Choice, Envelope, Fallback, Field, Offer, Shape};
pub use finding::{Finding, Level};
pub use kinds::{Course, Kind, OBSERVED, Overdue, course, overdue, overdue_next, visits};
pub use note::NOTE;
pub use number::Number;
pub use purpose::Purpose;
pub use reason::Reason;
pub use refer::{mentions, officers, references};
pub use rules::{check, leaks, said};
pub use sketch::Sketch;
pub use topic::topic_of;

/// Longest JSON nesting that an envelope's data may have.
pub const MAX_DEPTH: usize = 8;
/// Largest envelope in bytes.
pub const MAX_ENVELOPE: usize = 64 * 1024;
/// Most đồng that one field holds.
pub const MAX_MONEY: u64 = 1_000_000_000_000_000;
/// Largest line of JSON input in bytes.
pub const MAX_LINE: usize = 1024 * 1024;

#[cfg(test)]
mod tests;
