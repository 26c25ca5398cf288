//! The worker that is killed: this test program run once more, told by its environment what to do again and again. It
//! says on a file, before and after, what it is about to do and what has been acknowledged to it; the operating system
//! keeps what a killed process has written.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use trucban::logbook::{Key, Logbook, Mode};

use crate::common::Clock;

const NAMES: [&str; 4] = ["TRUCBAN_WORK", "TRUCBAN_FOLDER", "TRUCBAN_KEY", "TRUCBAN_MARKS"];

/// What a worker does, until it is killed.
pub type Work = fn(&mut Logbook, &mut Clock, &mut Marks);

/// The work of each name.
const WORKS: &[(&str, Work)] = &[
    ("save", crate::saving::save),
    ("password", crate::keys::passwords),
    ("officer", crate::keys::officers),
    ("backup", crate::keys::backups),
    ("leave", crate::keys::leave),
    ("receive", crate::receiving::receive),
];

/// One test at a time: a process that another test is just starting holds, for a moment, whatever this one had open,
/// and times are measured here.
pub fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file on which a worker says how far it is.
pub struct Marks(fs::File);

impl Marks {
    pub fn say(&mut self, what: &str, of: &str) {
        self.0.write_all(format!("{what} {of}\n").as_bytes()).unwrap();
    }
}

#[test]
#[ignore = "run by the other tests, as the process that they kill"]
fn worker() {
    let [work, folder, key, marks] = NAMES.map(|name| std::env::var(name).unwrap());
    let marks = fs::File::options().append(true).create(true).open(marks).unwrap();
    let seed = RandomState::new().build_hasher().finish() >> 40;
    let mut mint = Clock::at("2026-11-23T20:00:00+07:00", seed);
    if work == "found" {
        return crate::keys::found(Path::new(&folder), &mut mint, &mut Marks(marks));
    }
    if work == "older" {
        return crate::older::open(Path::new(&folder), &Key::parse(&key).unwrap(), &mut Marks(marks));
    }
    let mut book = Logbook::open(Path::new(&folder), &Key::parse(&key).unwrap(), Mode::Write).unwrap();
    let (_, work) = WORKS.iter().find(|(name, _)| *name == work).unwrap();
    work(&mut book, &mut mint, &mut Marks(marks));
}

/// What a worker had said when it was killed.
pub struct Told {
    /// What it began, in order.
    pub begun: Vec<String>,
    /// What was acknowledged to it.
    pub done: Vec<String>,
}

impl Told {
    /// It was killed between beginning and acknowledgement.
    pub fn inside(&self) -> Option<&str> {
        self.begun.last().filter(|last| self.done.last() != Some(last)).map(String::as_str)
    }
}

/// Starts a worker, waits until it has begun, lets it work for a while and kills it.
pub fn killed(work: &str, on: (&Path, Option<&Key>), after: Duration) -> Told {
    let (mut child, marks) = begun(work, on);
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    told(&marks)
}

/// How long the first thing takes that a worker does, as it does it.
pub fn lasting(work: &str, on: (&Path, Option<&Key>)) -> Duration {
    let (mut child, marks) = begun(work, on);
    let start = Instant::now();
    wait(&mut child, || !told(&marks).done.is_empty());
    let lasted = start.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    lasted
}

/// A worker that has begun, and the file of its marks.
fn begun(work: &str, (folder, key): (&Path, Option<&Key>)) -> (Child, PathBuf) {
    let marks = folder.with_extension("marks");
    let _ = fs::remove_file(&marks);
    let mut child = start(work, folder, key, &marks);
    wait(&mut child, || fs::metadata(&marks).is_ok_and(|about| about.len() > 0));
    (child, marks)
}

fn wait(child: &mut Child, so: impl Fn() -> bool) {
    let patience = Instant::now();
    while !so() {
        assert!(patience.elapsed() < Duration::from_secs(120), "the worker never came so far");
        assert!(child.try_wait().unwrap().is_none(), "the worker gave up");
        std::thread::sleep(Duration::from_micros(100));
    }
}

fn told(marks: &Path) -> Told {
    let said = fs::read_to_string(marks).unwrap();
    let of = |what: &str| said.lines().filter_map(|line| line.strip_prefix(what)).map(str::to_owned).collect();
    Told { begun: of("begin "), done: of("done ") }
}

fn start(work: &str, folder: &Path, key: Option<&Key>, marks: &PathBuf) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["worker::worker", "--exact", "--ignored", "--nocapture"])
        .env(NAMES[0], work)
        .env(NAMES[1], folder)
        .env(NAMES[2], key.map_or_else(String::new, |key| key.hex().to_string()))
        .env(NAMES[3], marks)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Moments to kill at, spread evenly over a stretch, in an order that jumps about in it.
pub fn spread(count: u32, over: Duration) -> impl Iterator<Item = Duration> {
    (0..count).map(move |n| over * (n * 67 % count) / count)
}
