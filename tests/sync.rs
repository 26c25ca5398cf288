//! A post and a desk on disk: what one hands in, the other takes, answers and refuses.
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

#[path = "sync/two.rs"]
mod two;
#[path = "sync/posts.rs"]
mod posts;
#[path = "sync/purged.rs"]
mod purged;
#[path = "sync/refused.rs"]
mod refused;
#[path = "sync/forge.rs"]
mod forge;
#[path = "sync/forked.rs"]
mod forked;
#[path = "sync/hostile.rs"]
mod hostile;
#[path = "sync/attacks.rs"]
mod attacks;
#[path = "sync/kinds.rs"]
mod kinds;
#[path = "sync/older.rs"]
mod older;
#[path = "sync/large.rs"]
mod large;
#[path = "sync/order.rs"]
mod order;
#[path = "sync/restored.rs"]
mod restored;
#[path = "sync/shuffled.rs"]
mod shuffled;
#[path = "sync/keys.rs"]
mod keys;
#[path = "sync/mergers.rs"]
mod mergers;
#[path = "sync/sealing.rs"]
mod sealing;
