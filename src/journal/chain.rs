//! The chain: each line names the hash of the line before, so no line can be changed, dropped or slipped in unseen.

use super::entry::Entry;
use super::hash::Hash;
use crate::fault::{Fault, Kind, Outcome};

/// Where a journal stands: its last entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry; 0 before the first.
    pub seq: u64,
    /// Hash of its line; of the continued journal's last line before the first.
    pub hash: Hash,
}

impl Head {
    /// Before the first entry of a journal that continues none.
    pub const START: Self = Self { seq: 0, hash: Hash::ZERO };
}

/// Checks that `entry`, read from `line`, is the next after `head`, and returns the new head.
///
/// # Errors
/// E113 with the number at which the chain breaks.
pub fn follows(head: Head, entry: &Entry, line: &[u8]) -> Outcome<Head> {
    if entry.seq != head.seq + 1 || entry.prev != head.hash {
        return Err(Fault::new(Kind::Data, "E113").with("seq", head.seq + 1));
    }
    Ok(Head { seq: entry.seq, hash: Hash::of(line) })
}
