//! The screens in a real terminal: what it is left as when they end (by a signal, a closed window, a panic), what an
//! idle program costs, the whole way of an incident typed in Vietnamese, and drafts that outlive every end.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "common/forms.rs"]
mod ways;
#[path = "common/pty.rs"]
mod pty;
#[path = "common/stage.rs"]
mod stage;
#[path = "pty/drafts.rs"]
mod drafts;
#[path = "pty/duty.rs"]
mod duty;
#[path = "pty/forms.rs"]
mod forms;
#[path = "pty/first.rs"]
mod first;
#[path = "pty/full.rs"]
mod full;
#[path = "pty/plain.rs"]
mod plain;
#[path = "pty/modes.rs"]
mod modes;
#[path = "pty/panicking.rs"]
mod panicking;
#[path = "pty/post.rs"]
mod post;
#[path = "pty/typing.rs"]
mod typing;
#[path = "pty/windows.rs"]
mod windows;
