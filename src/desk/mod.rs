//! What a receiving desk makes of what came in: whether a post is late. Pure: it reads no clock and no logbook.

mod lateness;

pub use lateness::{Due, Known, due};
