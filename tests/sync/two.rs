//! The pair that every test here begins with, and the plain way: merged, merged already, a receipt that is taken in.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use trucban::acts::desk::{self, Handed, Reporting, Run};
use trucban::acts::session::Founded;
use trucban::acts::week::{self, Export, Exported, Held, Which};
use trucban::acts::write::{self, Form};
use trucban::journal::Mint as _;
use trucban::record::{Kind, when};
use trucban::sync::Card;

use crate::common::{Clock, incident};

/// A post that has taken a desk as its receiver, and a desk that trusts the post.
pub struct Two {
    pub root: TempDir,
    pub clock: Clock,
    pub post: Founded,
    pub desk: Founded,
}

impl Two {
    pub fn new() -> Self {
        let (root, mut clock) = (tempfile::tempdir().unwrap(), Clock::evening());
        let post = crate::common::post(&root.path().join("post"), &mut clock);
        let desk = crate::common::desk(&root.path().join("desk"), &mut clock);
        let mut two = Self { root, clock, post, desk };
        two.introduce();
        two
    }

    fn introduce(&mut self) {
        let card = week::card(&self.post.book, &self.post.who).unwrap();
        let read = Card::parse(card.to_text().as_bytes()).unwrap();
        desk::trust(&self.desk.book, &self.desk.who, &read, Some(&card.fingerprint().unwrap()), &mut self.clock)
            .unwrap();
        let card = week::card(&self.desk.book, &self.desk.who).unwrap();
        week::set_receiver(&self.post.book, &self.post.who, &card, None).unwrap();
    }

    /// Logs an incident at the post.
    pub fn log(&mut self, title: &str) -> uuid::Uuid {
        let input = incident(title);
        let form = Form { id: self.clock.id(), record: self.clock.id(), kind: Kind::Incident, input: &input };
        write::create(&self.post.book, &self.post.who, &form, &mut self.clock).unwrap().record
    }

    pub fn out(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn try_export(&mut self, out: &Path, which: Which, persons: bool) -> Result<Exported, Held> {
        let export = Export { week: None, which, out: Some(out), persons, despite: None };
        week::export(&self.post.book, &self.post.who, &export, &mut self.clock, &mut |_| Ok(()))
    }

    /// Exports what is due into a folder of this name.
    pub fn export(&mut self, out: &str) -> Exported {
        let out = self.out(out);
        self.try_export(&out, Which::Due, false).unwrap()
    }

    pub fn receive(&mut self, paths: &[PathBuf]) -> Run {
        let out = self.out("answers");
        desk::receive(&self.desk.book, &self.desk.who, (paths, Some(&out)), &mut self.clock, &mut |_| Ok(())).unwrap()
    }

    /// Receives one file: its result and code.
    pub fn receive_one(&mut self, file: &Path) -> (String, Option<String>) {
        let run = self.receive(&[file.to_owned()]);
        assert!(run.trouble.is_none(), "{:?}", run.trouble);
        told(&run.files[0])
    }

    /// What stands in the desk's journals and records: all that a refused file may not change.
    pub fn state(&self) -> (String, String) {
        let health = self.desk.book.check().unwrap();
        assert!(health.is_ok(), "{health:?}");
        let filter = trucban::logbook::Filter { limit: 10_000, ..Default::default() };
        let journals = self.desk.book.journals_of("LDG-P2").unwrap().into_iter();
        let heads: Vec<_> = journals.map(|id| self.desk.book.journal_head(&id).unwrap()).collect();
        (
            format!("{} {} {heads:?}", health.entries, health.head),
            format!("{:?}", self.desk.book.list(&filter).unwrap()),
        )
    }

    /// The posts as the desk sees them that evening.
    pub fn posts(&self) -> Vec<Reporting> {
        self.posts_at("2026-11-23T21:00:00+07:00")
    }

    pub fn posts_at(&self, now: &str) -> Vec<Reporting> {
        desk::posts(&self.desk.book, &self.desk.who, when::parse(now).unwrap()).unwrap()
    }

    pub fn healthy(&self) {
        for book in [&self.post.book, &self.desk.book] {
            let health = book.check().unwrap();
            assert!(health.is_ok(), "{health:?}");
        }
    }
}

pub fn told(handed: &Handed) -> (String, Option<String>) {
    (handed.item.result.clone(), handed.item.code.clone())
}

pub fn result(name: &str, code: Option<&str>) -> (String, Option<String>) {
    (name.to_owned(), code.map(str::to_owned))
}

#[test]
fn a_batch_is_merged_once_and_its_receipt_comes_back() {
    let mut two = Two::new();
    let record = two.log("Trộm xe máy trước chợ");
    let exported = two.export("out");
    assert_eq!(exported.name.file(), exported.file.file_name().unwrap().to_str().unwrap());
    assert_eq!((exported.newest.number, exported.sealed, exported.files.len()), (1, 1, 2));
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    let merged = two.desk.book.record(&record).unwrap();
    assert_eq!((merged.row.unit.as_str(), merged.data.text("title")), ("LDG-P2", Some("Trộm xe máy trước chợ")));
    assert_eq!(two.desk.book.with_persons(&merged).unwrap().items("persons").len(), 0, "persons stay at the post");
    let found = trucban::logbook::Filter { query: Some("trom xe".into()), limit: 5, ..Default::default() };
    assert_eq!(two.desk.book.list(&found).unwrap().len(), 1);
    assert_eq!(two.receive_one(&exported.file), result("already-merged", None));
    for n in [1, 2] {
        let file = two.out("answers").join(format!("receipt-LDG-P2-{n}.json"));
        let taken = week::receipt(&two.post.book, &two.post.who, &file, &mut two.clock).unwrap();
        assert_eq!((taken.known, taken.findings.len(), taken.through.as_deref()), (false, 0, Some("2026-W48")));
        assert_eq!(taken.receipt.items[0].batch, Some(exported.newest.batch));
    }
    let file = two.out("answers").join("receipt-LDG-P2-1.json");
    assert!(week::receipt(&two.post.book, &two.post.who, &file, &mut two.clock).unwrap().known);
    two.healthy();
    let listed = week::list(&two.post.book, &two.post.who, two.clock.now()).unwrap();
    assert_eq!(listed[0].state, week::State::Acknowledged);
    let posts = two.posts();
    assert_eq!((posts.len(), posts[0].last.as_ref().unwrap().number, posts[0].held.len()), (1, 1, 0));
}

#[test]
fn a_file_that_was_merged_is_answered_without_being_opened() {
    let mut two = Two::new();
    two.log("Trộm xe máy");
    let exported = two.export("out");
    let again = two.try_export(&two.out("again"), Which::Number(1), false).unwrap();
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    // From now on this desk can open nothing that was sent to it.
    let lost = trucban::seal::Identity::generate();
    two.desk.book.write(|book| book.keep("identity", &lost.secret())).unwrap();
    let run = two.receive(std::slice::from_ref(&exported.file));
    assert_eq!(told(&run.files[0]), result("already-merged", None));
    assert_eq!(
        (run.files[0].item.batch, run.files[0].item.entries_known),
        (Some(exported.newest.batch), exported.newest.entries())
    );
    assert_eq!(two.receive_one(&again.file), result("not-for-us", Some("E105")), "the same batch in another file");
    let logged = two.desk.book.intake(10).unwrap();
    let results: Vec<_> = logged.iter().map(|line| line["result"].as_str().unwrap()).collect();
    assert_eq!(results, ["not-for-us", "already-merged", "merged"]);
    two.healthy();
}

#[test]
fn persons_go_along_when_asked_for_but_not_those_with_a_secret() {
    let mut two = Two::new();
    let open = two.log("Trộm xe máy");
    let mut input = incident("Gây rối");
    input.insert("persons".into(), serde_json::json!([{"role": "informant", "name": "Phạm Đức", "keep_secret": true}]));
    let form = Form { id: two.clock.id(), record: two.clock.id(), kind: Kind::Incident, input: &input };
    let secret = write::create(&two.post.book, &two.post.who, &form, &mut two.clock).unwrap().record;
    let out = two.out("out");
    let exported = two.try_export(&out, Which::Due, true).unwrap();
    assert!(exported.newest.persons);
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    for (record, persons) in [(open, 1), (secret, 0)] {
        let record = two.desk.book.record(&record).unwrap();
        assert_eq!(two.desk.book.with_persons(&record).unwrap().items("persons").len(), persons);
    }
    let seen = two.post.book.accesses(None, None).unwrap();
    assert_eq!(seen[0].0["what"], "export");
    two.healthy();
}

#[test]
fn receipts_of_others_are_turned_away() {
    let mut two = Two::new();
    two.log("Trộm xe máy");
    let exported = two.export("out");
    two.receive_one(&exported.file);
    let file = two.out("answers").join("receipt-LDG-P2-1.json");
    let sig = two.out("answers").join("receipt-LDG-P2-1.json.sig");
    let taken = |two: &mut Two| week::receipt(&two.post.book, &two.post.who, &file, &mut two.clock).unwrap_err().code;
    let (body, signature) = (std::fs::read(&file).unwrap(), std::fs::read(&sig).unwrap());
    std::fs::remove_file(&sig).unwrap();
    assert_eq!(taken(&mut two), "E102");
    std::fs::write(&sig, &signature).unwrap();
    std::fs::write(&file, [&body[..], b" "].concat()).unwrap();
    assert_eq!(taken(&mut two), "E102");
    assert_eq!(week::through(&two.post.book).unwrap(), None);
}
