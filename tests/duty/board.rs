//! The board: what is on now, at a price that does not grow.
