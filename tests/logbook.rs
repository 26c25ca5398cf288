//! The logbook on disk, below the acts: writing, keys, search, the doctor, backups, and what lies in the folder's bytes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;

#[path = "logbook/backups.rs"]
mod backups;
#[path = "logbook/bench.rs"]
mod bench;
#[path = "logbook/damage.rs"]
mod damage;
#[path = "logbook/kept.rs"]
mod kept;
#[path = "logbook/keys.rs"]
mod keys;
#[path = "logbook/search.rs"]
mod search;
#[path = "logbook/writing.rs"]
mod writing;
