//! Vietnamese text: cleaning, folding, wrapping, editing. Pure; no wording, no I/O.

pub mod clean;
pub mod fold;
pub mod tone;
