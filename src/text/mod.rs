//! Vietnamese text: cleaning, folding, wrapping, editing. Pure; no wording, no I/O.

pub mod clean;
pub mod csv;
pub mod edit;
pub mod fold;
pub mod mask;
pub mod number;
pub mod order;
pub mod tone;
pub mod wrap;
