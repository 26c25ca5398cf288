//! The screens of the release program in a real terminal: how soon the log stands there once the key is known, how
//! quickly a keystroke is answered, what memory an open log holds, and what an idle hour costs.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a bench may stop at the first surprise"
)]

mod common;
#[path = "../tests/common/pty.rs"]
mod pty;
#[path = "common/signed_in.rs"]
mod signed_in;

use std::path::Path;
use std::time::Duration;

use pty::Terminal;
use signed_in::{at_board, enter, locked, unlocked};
use trucban::logbook::{demo_in, login_for, logins_in, unlock_key};

/// How long the idle program is watched.
const IDLE: Duration = Duration::from_secs(60);

fn main() {
    let folders: Vec<_> = common::sizes().into_iter().map(|records| (records, common::folder(records))).collect();
    common::table("From Enter behind the password to the first frame of the board", "the key alone");
    for (records, folder) in &folders {
        let (frame, key) = first_frame(folder);
        common::row(&format!("{records} records"), frame, key, "100 ms more");
    }
    println!(
        "\n| records | keystroke to screen, search | memory, log open | peak, key derivation | ticks in {IDLE:?} idle, log | board |"
    );
    println!("|---|---|---|---|---|---|");
    for (records, folder) in &folders {
        let terminal = unlocked(folder);
        let keystroke = keystroke(&terminal);
        let (log, board) = (idle(&terminal), idle(&at_board(folder)));
        let (now, peak) = (memory(&terminal, "VmRSS"), memory(&terminal, "VmHWM"));
        println!("| {records} | {} | {now} MB | {peak} MB | {log} | {board} |", common::shown(keystroke));
    }
}

/// What the program uses while nobody touches it, in ticks of a hundredth of a second.
fn idle(terminal: &Terminal) -> u64 {
    let before = terminal.ticks();
    std::thread::sleep(IDLE);
    terminal.ticks() - before
}

/// The whole way, and the part of it that only derives the key, in turns.
fn first_frame(folder: &Path) -> (Duration, Duration) {
    let (name, password) = demo_in(folder).unwrap();
    let login = login_for(&name, &logins_in(folder)).unwrap();
    let (mut frames, mut keys) = (Vec::new(), Vec::new());
    for _ in 0..common::TIMES {
        let terminal = locked(folder);
        frames.push(common::timed(|| enter(&terminal)));
        keys.push(common::timed(|| drop(unlock_key(folder, &login, &password))));
    }
    (common::median(frames), common::median(keys))
}

/// From a letter of a search to the letter on the screen.
fn keystroke(terminal: &Terminal) -> Duration {
    let typed = "trom xe";
    let times = (1..=typed.len()).map(|end| {
        terminal.settle();
        let wanted = format!("Find: {}", &typed[..end]);
        common::timed(|| {
            terminal.send(&typed[end - 1..end]);
            terminal.wait("letter", |screen| screen.contents().contains(wanted.trim_end()));
        })
    });
    common::median(times.collect())
}

/// Memory that the kernel counts for the program, in megabytes.
fn memory(terminal: &Terminal, which: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", terminal.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with(which)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}
