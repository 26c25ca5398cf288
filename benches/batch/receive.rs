//! Receiving: the first batches of one post, a year of many; beside bare inserts of what the desk then holds, one
//! transaction a batch. And the same files once more, beside reading them.

use std::path::PathBuf;
use std::time::Duration;

use sha2::{Digest as _, Sha256, Sha512};
use trucban::acts::{Who, desk};
use trucban::logbook::{Key, Logbook};

use super::common::year;
use super::{common, desk_of, parties, write};

/// Batches that are received of one post, of about two thousand records each.
const RECEIVED: u64 = 5;

/// Receives the first batches of a post at a fresh desk.
pub fn first_batches(records: u64) {
    let (post, who, desk) = parties(records);
    let out = common::cache().join("out");
    let last = post.sealed().ok().unwrap().last().unwrap().number;
    let files: Vec<PathBuf> = (1..=last.min(RECEIVED)).map(|number| write(&post, &who, number, &out)).collect();
    measured(desk.book, &desk.who, &files, &format!("the first batches of {records} records"));
    std::fs::remove_dir_all(out).unwrap();
    std::fs::remove_dir_all(desk_of(records)).unwrap();
}

/// Receives a year of as many posts as log so many records in one. The desk stays, for `search`.
pub fn year(records: u64) {
    let posts = year::posts(records);
    let (folders, desk) = (year::handed_in(posts), year::received(posts));
    let part = desk.with_extension("part");
    let (book, who) = year::desk_for(&folders, &part);
    measured(book, &who, &folders, &format!("a year of {posts} posts"));
    let _ = std::fs::remove_dir_all(&desk);
    std::fs::rename(part, desk).unwrap();
}

/// Receives twice, and compares.
fn measured(book: Logbook, who: &Who, paths: &[PathBuf], what: &str) {
    let (folder, receipts) = (book.folder().path().to_owned(), common::cache().join("receipts"));
    let (key, book) = (key_of(&book), book.in_bulk().ok().unwrap());
    let once = || {
        let mut run = desk::Run::default();
        let receive = || {
            let asked = (paths, Some(&*receipts));
            run = desk::receive(&book, who, asked, &mut common::Clock, &mut |_| Ok(())).ok().unwrap();
        };
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
    std::fs::remove_dir_all(receipts).unwrap();
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
