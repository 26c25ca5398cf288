//! Entries, envelopes and the hash chain: pure functions over bytes. No I/O, no clock.

mod chain;
mod entry;
pub mod envelope;
mod hash;

pub use chain::{Head, follows};
pub use entry::{Act, Entry, VERSION, is_unit_code};
pub use envelope::Salt;
pub use hash::Hash;

use uuid::Uuid;

use crate::record::when::Moment;

/// Where time, ids and salts come from. The faces hand in the real ones; the made-up ward brings its own.
pub trait Mint {
    /// The clock, at +07:00.
    fn now(&mut self) -> Moment;
    /// A fresh `UUIDv7`.
    fn id(&mut self) -> Uuid;
    /// A fresh salt for an envelope.
    fn salt(&mut self) -> Salt;
}
