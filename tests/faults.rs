//! Faults that a cheap PC has: killed at any moment, no room on the disk. Nothing that was acknowledged is lost, and
//! there is always a way in.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "common/many.rs"]
mod many;

#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/keys.rs"]
mod keys;
#[path = "faults/older.rs"]
mod older;
#[path = "faults/receiving.rs"]
mod receiving;
#[path = "faults/saving.rs"]
mod saving;
#[path = "faults/worker.rs"]
mod worker;
