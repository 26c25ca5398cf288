//! A year of many posts, kept under target/bench/year, so that it is made up once: the desk before anything came, a
//! folder for each post with its card and its weeks, and the desk as it is once it has received them.

use std::path::{Path, PathBuf};

use trucban::acts::session::{self, Founded, Founding};
use trucban::acts::{Who, desk};
use trucban::demo::{Plan, Ward};
use trucban::logbook::{Logbook, Mode, Own};
use trucban::seal::Identity;
use trucban::sync::pack::{self, Sealing};
use trucban::sync::{Card, file};
use uuid::Uuid;

/// Weeks of a year.
const WEEKS: u32 = 52;
/// Records of a post in a week of that year: 150 posts log 700,000, a million entries.
const WEEKLY: u64 = 90;

/// How many posts log so many records in a year.
pub fn posts(records: u64) -> u64 {
    (records / (u64::from(WEEKS) * WEEKLY)).max(1)
}

/// The code of a post.
pub fn code(post: u64) -> String {
    format!("LDG-P{post}")
}

/// The desk that has received the year of so many posts, if it has.
pub fn received(posts: u64) -> PathBuf {
    cache().join(format!("received-{posts}"))
}

/// The folders with what so many posts hand in, made up where they aren't there yet.
pub fn handed_in(posts: u64) -> Vec<PathBuf> {
    let receiver = receiver();
    let made = |post| {
        let folder = cache().join(code(post));
        if !folder.is_dir() {
            println!("making up {}", code(post));
            lived(post, &receiver, &folder);
        }
        folder
    };
    (1..=posts).map(made).collect()
}

/// A desk that trusts these posts and has received nothing, in this folder.
pub fn desk_for(posts: &[PathBuf], folder: &Path) -> (Logbook, Who) {
    super::copy(&desk(), folder);
    let (book, who) = session::sign_in(folder, None, trucban::demo::password(), Mode::Bulk).ok().unwrap();
    for post in posts {
        let card = Card::parse(&std::fs::read(post.join("card")).unwrap()).ok().unwrap();
        desk::trust(&book, &who, &card, None, &mut super::Clock).ok().unwrap();
    }
    (book, who)
}

fn cache() -> PathBuf {
    super::cache().join("year")
}

fn desk() -> PathBuf {
    cache().join("desk")
}

/// The card of the desk, which is founded when it isn't there yet.
fn receiver() -> Card {
    if !desk().is_dir() {
        let part = cache().join("desk.part");
        std::fs::create_dir_all(cache()).unwrap();
        drop(desk_at(&part));
        std::fs::rename(part, desk()).unwrap();
    }
    let (book, _) = session::sign_in(&desk(), None, trucban::demo::password(), Mode::Read).ok().unwrap();
    Card::own(&book).ok().unwrap()
}

/// One post lives a year and hands in every week.
fn lived(post: u64, receiver: &Card, folder: &Path) {
    let part = folder.with_extension("part");
    let _ = std::fs::remove_dir_all(&part);
    std::fs::create_dir_all(&part).unwrap();
    let plan = Plan { records: u64::from(WEEKS) * WEEKLY, weeks: WEEKS, seed: post, until: super::until() };
    let home = cache().join("post");
    let (book, mut ward) = born(&home, &code(post), plan);
    while let Some(week) = ward.live(&book, &mut |_| Ok(())).ok().unwrap() {
        let findings = std::collections::BTreeMap::new();
        let sealing = Sealing { week, at: week.to, receiver, persons: false, findings: &findings };
        for sealed in book.write(|book| pack::seal(book, &sealing, &mut |_| Ok(()))).ok().unwrap() {
            let tar = pack::remake(&book, &sealed).ok().unwrap();
            put(&book, receiver, &tar, &part.join(pack::name(&book, &sealed).file()));
        }
    }
    std::fs::write(part.join("card"), Card::own(&book).ok().unwrap().to_text()).unwrap();
    drop(book);
    std::fs::remove_dir_all(home).unwrap();
    std::fs::rename(part, folder).unwrap();
}

/// A fresh logbook of a post with this code, and a ward to be lived in it.
pub fn born(folder: &Path, code: &str, plan: Plan) -> (Logbook, Ward) {
    let _ = std::fs::remove_dir_all(folder);
    let officer = Uuid::from_u128(1);
    let (name, password) = ("A", trucban::demo::password());
    let demo = Some(format!("{name}\n{password}"));
    let unit = trucban::demo::unit();
    let own = Own { unit: code.to_owned(), name: unit.name.clone(), journal: Uuid::now_v7(), desk: false, demo };
    let paper = Identity::generate();
    let made = Logbook::create(folder, own, (officer, name), password, 15, &paper, |_, _| Ok(()));
    let (book, ..) = made.ok().unwrap();
    let mut ward = Ward::new(plan);
    ward.staff((1..=8).map(Uuid::from_u128).collect());
    (book.in_bulk().ok().unwrap(), ward)
}

/// A fresh desk.
pub fn desk_at(folder: &Path) -> Founded {
    let _ = std::fs::remove_dir_all(folder);
    let (text, password) = (trucban::demo::desk(), trucban::demo::password());
    let founding = Founding {
        folder,
        unit: &text.code,
        name: &text.name,
        officer: "A",
        areas: &[],
        desk: true,
        demo: Some(&format!("A\n{password}")),
        password,
        work: 15,
    };
    session::found(&founding, &mut super::Clock).ok().unwrap()
}

/// Encrypts, signs, and writes both without waiting for the disk.
pub fn put(book: &Logbook, receiver: &Card, tar: &[u8], path: &Path) {
    let sent = file::wrap(book, receiver, tar).ok().unwrap();
    std::fs::write(path, sent.file).unwrap();
    std::fs::write(format!("{}.sig", path.display()), sent.signature).unwrap();
}
