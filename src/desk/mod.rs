//! What a receiving desk makes of what came in: whether a post is late, how posts stand beside each other. Pure: it reads no clock and no logbook.

mod compare;
mod lateness;

pub use compare::{Compared, Counted, Here, Span, add, value};
pub use lateness::{Due, Known, due};
