//! Receiving: the first batches of one post, a year of many; beside bare inserts of what the desk then holds, one
//! transaction a batch. And the same files once more, beside reading them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256, Sha512};
use trucban::acts::desk;
use trucban::acts::session::Founded;
use trucban::demo::Plan;
use trucban::logbook::{Key, Logbook};
use trucban::sync::pack::{self, Sealing};
use trucban::sync::{Card, file};

use super::{born, common, desk_at, desk_of, parties, write};

/// Batches that are received of one post, of about two thousand records each.
const RECEIVED: u64 = 5;
/// Weeks of a year.
const WEEKS: u32 = 52;
/// Records of a post in a week of that year: 150 posts log 700,000, a million entries.
const WEEKLY: u64 = 90;

/// Receives the first batches of a post at a fresh desk.
pub fn first_batches(records: u64) {
    let (post, who, desk) = parties(records);
    let out = common::cache().join("out");
    let last = post.sealed().ok().unwrap().last().unwrap().number;
    let files: Vec<PathBuf> = (1..=last.min(RECEIVED)).map(|number| write(&post, &who, number, &out)).collect();
    measured(desk, &files, &format!("the first batches of {records} records"));
    std::fs::remove_dir_all(out).unwrap();
    std::fs::remove_dir_all(desk_of(records)).unwrap();
}

/// Receives a year of as many posts as log so many records in one.
pub fn year(records: u64) {
    let posts = (records / (u64::from(WEEKS) * WEEKLY)).max(1);
    let (folder, out) = (common::cache().join("desk-year"), common::cache().join("out-year"));
    let _ = std::fs::remove_dir_all(&out);
    let desk = desk_at(&folder);
    for post in 1..=posts {
        hand_in(post, &desk, &out);
    }
    measured(desk, std::slice::from_ref(&out), &format!("a year of {posts} posts"));
    std::fs::remove_dir_all(out).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
}

/// One post lives a year and hands in every week.
fn hand_in(post: u64, desk: &Founded, out: &Path) {
    let folder = common::cache().join("post-of-the-year");
    let plan = Plan { records: u64::from(WEEKS) * WEEKLY, weeks: WEEKS, seed: post, until: common::until() };
    let (book, mut ward) = born(&folder, &format!("LDG-P{post}"), plan);
    desk::trust(&desk.book, &desk.who, &Card::own(&book).ok().unwrap(), None, &mut common::Clock).ok().unwrap();
    let receiver = Card::own(&desk.book).ok().unwrap();
    std::fs::create_dir_all(out).unwrap();
    while let Some(week) = ward.live(&book, &mut |_| Ok(())).ok().unwrap() {
        let findings = std::collections::BTreeMap::new();
        let sealing = Sealing { week, at: week.to, receiver: &receiver, persons: false, findings: &findings };
        let sealed = book.write(|book| pack::seal(book, &sealing, &mut |_| Ok(()))).ok().unwrap();
        for sealed in sealed {
            put(
                &book,
                &receiver,
                &pack::remake(&book, &sealed).ok().unwrap(),
                &out.join(pack::name(&book, &sealed).file()),
            );
        }
    }
    drop(book);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Encrypts, signs, and writes both without waiting for the disk.
pub fn put(book: &Logbook, receiver: &Card, tar: &[u8], path: &Path) {
    let sent = file::wrap(book, receiver, tar).ok().unwrap();
    std::fs::write(path, sent.file).unwrap();
    std::fs::write(format!("{}.sig", path.display()), sent.signature).unwrap();
}

/// Receives twice, and compares.
fn measured(desk: Founded, paths: &[PathBuf], what: &str) {
    let folder = desk.book.folder().path().to_owned();
    let Founded { book, who, .. } = desk;
    let (key, book) = (key_of(&book), book.in_bulk().ok().unwrap());
    let once = || {
        let mut run = desk::Run::default();
        let receive =
            || run = desk::receive(&book, &who, (paths, None), &mut common::Clock, &mut |_| Ok(())).ok().unwrap();
        (common::timed(receive), run)
    };
    let (took, run) = once();
    let merged = run.files.iter().filter(|file| file.item.result == "merged").count();
    assert_eq!(merged, run.files.len());
    let entries: u64 = run.files.iter().map(|file| file.item.entries_new).sum();
    let theirs = super::bare::batches(&folder, &key);
    common::table(&format!("Receiving {what}: {merged} batches, {entries} entries"), "bare inserts");
    common::row("receive", took, theirs, "at most 2");
    println!("\n{} entries a second, bare {}", super::rate(entries, took), super::rate(entries, theirs));
    let (again, run) = once();
    assert!(run.files.iter().all(|file| file.item.result == "already-merged"));
    let files: Vec<PathBuf> = run.files.into_iter().map(|handed| handed.file).collect();
    common::table("The same files once more", "reading and hashing them");
    common::row("again", again, read(&files, true), "at most 1.5");
    println!("\nreading alone {}", common::shown(read(&files, false)));
}

/// Reads files and the signatures beside them; with what tells a file and its signature, a SHA-256 and a SHA-512.
pub fn read(files: &[PathBuf], hashed: bool) -> Duration {
    common::timed(|| {
        for file in files {
            let bytes = std::fs::read(file).unwrap();
            std::hint::black_box(std::fs::read(format!("{}.sig", file.display())).unwrap());
            if hashed {
                std::hint::black_box((Sha256::digest(&bytes), Sha512::digest(&bytes)));
            }
            std::hint::black_box(bytes);
        }
    })
}

/// The database key of the desk that was just made.
fn key_of(desk: &Logbook) -> Key {
    let folder = desk.folder().path();
    let login = trucban::logbook::logins_in(folder).remove(0);
    trucban::logbook::unlock_key(folder, &login, trucban::demo::password()).ok().unwrap().remove(0)
}
