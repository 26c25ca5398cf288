//! Kinds of record as the command line names them.

use clap::builder::PossibleValuesParser;

use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::record::Kind;

/// The English names.
pub fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name))
}

/// The kind with this name.
pub fn named(name: &str) -> Outcome<Kind> {
    Kind::parse(name).ok_or_else(|| Fault::new(Trouble::Use, "E009").with("kind", name))
}
