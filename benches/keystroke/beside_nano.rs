//! The same keys in real terminals, in turns with the editor that is on every small machine: from a key to the frame
//! that answers it, in the search, in the list and in a form.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::common;
use crate::pty::Terminal;
use crate::signed_in::unlocked;

/// Keys in each place, at least: each script of keys is gone through to its end.
const KEYS: usize = 1200;
/// Between two keys: faster than anybody types for long.
const PAUSE: Duration = Duration::from_millis(12);
/// Typed and taken back, again and again.
const TEXT: &str = "trom xe may truoc cho dem qua";
const LIMIT: &str = "2 ms above nano at 99 %";

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

/// Measures every size of the log, or says what is missing.
pub fn run() {
    if !Command::new("nano").arg("--version").output().is_ok_and(|said| said.status.success()) {
        println!("\nSKIPPED: nano is missing, so nothing is measured beside it: apt-get install nano");
        return;
    }
    println!("\n### From a key to the frame in a terminal, {KEYS} keys each, in turns with nano\n");
    println!("| records | where | trucban | at 99 % | nano | at 99 % | above nano at 99 % | limit |");
    println!("|---|---|---|---|---|---|---|---|");
    for records in common::sizes() {
        size(records, &common::folder(records));
    }
}

fn size(records: u64, folder: &Path) {
    let file = NamedTempFile::new().unwrap();
    let lines: Vec<String> = (0..KEYS).map(|n| format!("{n} Trộm xe máy trước chợ")).collect();
    std::fs::write(file.path(), lines.join("\n")).unwrap();
    let nano =
        Terminal::open(Command::new("nano").arg("--ignorercfiles").arg(file.path()).env("TERM", "xterm-256color"));
    nano.wait_for("GNU nano");
    let ours = unlocked(folder);

    let writing: Vec<&str> = TEXT.split("").filter(|c| !c.is_empty()).chain([BACKSPACE; TEXT.len()]).collect();
    let mut typed = both(&writing, (&ours, &cursor), (&nano, &cursor));
    row(records, "a letter in the search", &mut typed);
    ours.settle();
    let walking = [[DOWN; 40], [UP; 40]].concat();
    let mut walked = both(&walking, (&ours, &marked), (&nano, &all));
    row(records, "down and up the list", &mut walked);
    narrative(&ours);
    let mut told = both(&writing, (&ours, &cursor), (&nano, &cursor));
    row(records, "a letter in a form", &mut told);
    // The logbook is kept for the next run: no draft stays in it.
    ours.settle();
    ours.keys(["\x1b"]);
    ours.settle();
    ours.keys([DOWN, DOWN, "\r"]);
    ours.wait_for("Draft dropped");
}

const BACKSPACE: &str = "\x7f";

/// What has to become another thing on the screen.
type Sign = dyn Fn(&vt100::Screen) -> String;

fn cursor(screen: &vt100::Screen) -> String {
    format!("{:?}", screen.cursor_position())
}

/// Where a cursor at the edge stays, the text moves.
fn all(screen: &vt100::Screen) -> String {
    format!("{} {}", cursor(screen), screen.contents())
}

/// The row under the cursor of the list.
fn marked(screen: &vt100::Screen) -> String {
    screen.contents().lines().find(|row| row.starts_with('›')).unwrap_or_default().to_owned()
}

/// The keys in both terminals in turns, over and over, and how long each answer took.
fn both(keys: &[&str], ours: (&Terminal, &Sign), nano: (&Terminal, &Sign)) -> [Vec<Duration>; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for key in keys.repeat(KEYS.div_ceil(keys.len())) {
        for ((terminal, sign), times) in [ours, nano].into_iter().zip(&mut times) {
            let before = sign(&terminal.seen().screen);
            times.push(terminal.answer(key, "answer", |screen| sign(screen) != before));
            std::thread::sleep(PAUSE);
        }
    }
    times
}

fn row(records: u64, place: &str, times: &mut [Vec<Duration>; 2]) {
    let [(ours, ours_late), (nano, nano_late)] = times.each_mut().map(|times| {
        times.sort_unstable();
        (times[times.len() / 2], times[times.len() * 99 / 100])
    });
    let above = ours_late.saturating_sub(nano_late);
    let shown = [ours, ours_late, nano, nano_late, above].map(common::shown);
    let kept = if above <= Duration::from_millis(2) { "kept" } else { "MISSED" };
    println!("| {records} | {place} | {} | {LIMIT}: {kept} |", shown.join(" | "));
}

/// A new incident with the cursor in its narrative.
fn narrative(terminal: &Terminal) {
    terminal.send("\x1bOR");
    terminal.wait_for("›Category");
    while !terminal.text().contains("›Narrative") {
        terminal.send("\t");
        terminal.settle_for(50);
    }
}
