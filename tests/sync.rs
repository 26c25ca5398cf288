//! A post and a desk on disk: what one hands in, the other takes, answers and refuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;

#[path = "sync/two.rs"]
mod two;
#[path = "sync/refused.rs"]
mod refused;
#[path = "sync/order.rs"]
mod order;
#[path = "sync/sealing.rs"]
mod sealing;
