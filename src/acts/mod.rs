//! What an officer or clerk does, one function each: from a logbook, a person and an input to an outcome. Rights are
//! checked here and nowhere else; wording and the screen are never known here.

pub mod batch;
pub mod demo;
pub mod desk;
pub mod board;
pub mod clocks;
pub mod figures;
pub mod keep;
pub mod look;
pub mod patrol;
pub mod purge;
pub mod registers;
mod rights;
pub mod session;
pub mod shift;
pub mod signals;
pub mod week;
pub mod write;

pub use rights::{Right, Role, Who};

use uuid::Uuid;

use crate::fault::Fault;
use crate::record::Finding;

/// Why nothing was written.
#[derive(Debug)]
pub enum Refused {
    /// It could not be done.
    Fault(Fault),
    /// The rules stand in the way, each at its place.
    Findings(Vec<Finding>),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refused> for Fault {
    /// Where only one failure can be told: the first finding.
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Fault(fault) => fault,
            Refused::Findings(found) => match found.first() {
                Some(first) => session::fault_of(first),
                None => Self::bug("refused for no reason"),
            },
        }
    }
}

/// What was written, and on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The record.
    pub record: Uuid,
    /// Its human number.
    pub number: String,
    /// Its rev after this.
    pub rev: u64,
    /// It was there already, so nothing was written.
    pub known: bool,
    /// Holds and warnings, which stop no save.
    pub findings: Vec<Finding>,
}
