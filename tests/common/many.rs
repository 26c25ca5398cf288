//! Several posts that hand in to one desk, desks that know them all, and what stands at a desk in the end.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;
use trucban::acts::session::{Founded, sign_in};
use trucban::acts::week::{self, Export, Which};
use trucban::acts::write::{Amendment, Form, amend, create};
use trucban::acts::{Who, desk};
use trucban::journal::{Hash, Mint as _};
use trucban::logbook::{Fate, Filter, Logbook, Mode, Row};
use trucban::record::Kind;
use uuid::Uuid;

use super::common::{self, Clock, PASSWORD, incident, object};

/// Posts and the desk that they hand in to.
pub struct Many {
    pub root: TempDir,
    pub clock: Clock,
    pub posts: Vec<Founded>,
}

impl Many {
    /// So many posts, which have taken the desk as their receiver; it trusts them.
    pub fn new(posts: usize) -> Self {
        let (root, mut clock) = (tempfile::tempdir().unwrap(), Clock::evening());
        let desk = common::desk(&root.path().join("desk"), &mut clock);
        let card = week::card(&desk.book, &desk.who).unwrap();
        let post = |n| {
            let folder = root.path().join(format!("post-{n}"));
            let post = common::post_of(&folder, &format!("LDG-P{n}"), &mut clock);
            week::set_receiver(&post.book, &post.who, &card, None).unwrap();
            let card = week::card(&post.book, &post.who).unwrap();
            desk::trust(&desk.book, &desk.who, &card, None, &mut clock).unwrap();
            post
        };
        let posts = (1..=posts).map(post).collect();
        drop(desk);
        Self { root, clock, posts }
    }

    /// A fresh copy of that desk, as it was before anything came in; closed.
    pub fn fresh_desk(&self, name: &str) -> PathBuf {
        let folder = self.root.path().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        copy(&self.root.path().join("desk"), &folder);
        folder
    }

    /// Where batches lie.
    pub fn stick(&self) -> PathBuf {
        self.root.path().join("stick")
    }

    /// An incident at a post.
    pub fn log(&mut self, post: usize, title: &str) -> Uuid {
        let (Founded { book, who, .. }, input) = (&self.posts[post], incident(title));
        let form = Form { id: self.clock.id(), record: self.clock.id(), kind: Kind::Incident, input: &input };
        create(book, who, &form, &mut self.clock).unwrap().record
    }

    /// Another title for an incident.
    pub fn amend(&mut self, post: usize, record: Uuid, title: &str) {
        let (Founded { book, who, .. }, input) = (&self.posts[post], object(json!({"title": title})));
        let amendment = Amendment { id: self.clock.id(), record, input: &input, why: "nghe nhầm", base: None };
        amend(book, who, &amendment, &mut self.clock).unwrap();
    }

    /// The newest batch of a post.
    pub fn export(&mut self, post: usize) -> PathBuf {
        self.export_to(post, &self.stick())
    }

    pub fn export_to(&mut self, post: usize, out: &Path) -> PathBuf {
        let Founded { book, who, .. } = &self.posts[post];
        let export = Export { week: None, which: Which::Due, out: Some(out), persons: false, despite: None };
        week::export(book, who, &export, &mut self.clock, &mut |_| Ok(())).unwrap().file
    }
}

/// A desk's logbook, opened as its clerk.
pub fn open(folder: &Path) -> (Logbook, Who) {
    sign_in(folder, None, PASSWORD, Mode::Write).unwrap()
}

/// A copy of a closed folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Everything that a desk holds of a post: journals, records with their content, findings, keys, batches. When it came
/// and in which order is left out.
pub fn state(book: &Logbook, unit: &str) -> Hash {
    let mut said = Vec::new();
    for id in book.journals_of(unit).unwrap() {
        let journal = book.journal(&id).unwrap().unwrap();
        said.push(format!("{id} {:?}", (journal.begins, journal.head, journal.number, journal.frozen)));
    }
    for row in book.list(&Filter { unit: Some(unit.into()), limit: 100_000, ..Filter::default() }).unwrap() {
        let data = book.record(&row.record).unwrap().data;
        said.push(format!("{:?} {data:?}", Row { row: 0, ..row }));
    }
    for fate in [Fate::Merged, Fate::Held, Fate::Fork] {
        let batches = book.received_of(unit, fate).unwrap();
        said.extend(batches.iter().map(|batch| format!("{fate:?} {} {}", batch.number, batch.batch)));
    }
    said.extend(book.found_of(unit).unwrap().iter().map(|found| format!("{found:?}")));
    said.extend(book.keys_of(unit).unwrap().iter().map(|known| format!("{} {:?}", known.key, known.state)));
    said.push(format!("{} withheld", book.withheld_of(unit).unwrap()));
    said.sort();
    Hash::of(said.join("\n").as_bytes())
}

/// The same of every post that the desk trusts.
pub fn states(book: &Logbook) -> Vec<(String, Hash)> {
    let units = book.posts().unwrap().into_iter().map(|post| post.unit);
    units.map(|unit| (unit.clone(), state(book, &unit))).collect()
}

/// How far every journal of a post was merged, or up to where two stories agree.
pub fn common_story(book: &Logbook, unit: &str) -> String {
    format!("{:?}", book.merged_through(unit).unwrap())
}
