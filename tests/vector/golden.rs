//! The golden batch, and the post and the desk that it belongs to: made once, then only read, each time in a copy.

use std::fs;
use std::path::Path;

use serde_json::json;
use trucban::acts::desk::receive;
use trucban::acts::week::{Export, Which, export};
use trucban::acts::write::{Form, create};
use trucban::acts::{Who, session};
use trucban::journal::Mint as _;
use trucban::logbook::{Logbook, Mode};
use trucban::record::Kind;
use trucban::seal::{self, Identity};
use trucban::sync::{Card, README, card, pack};

use crate::common::{Clock, PASSWORD, incident};
use crate::parts::{Files, Maker};
use crate::week::Week;

/// A logbook of `tests/vectors`, opened in a copy.
pub struct Copy {
    pub book: Logbook,
    pub who: Who,
    root: tempfile::TempDir,
}

impl Copy {
    pub fn open(vectors: &Path, name: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        copy(&vectors.join("parties").join(name), root.path());
        let login = if name == "post" { "nguyen-van-an" } else { "le-thi-binh" };
        let (book, who) = session::sign_in(root.path(), Some(login), PASSWORD, Mode::Write).unwrap();
        Self { book, who, root }
    }
}

/// The desk of the vectors, which has received nothing yet.
pub struct Desk {
    pub book: Logbook,
    who: Who,
    root: tempfile::TempDir,
    mint: Clock,
}

impl Desk {
    pub fn open(vectors: &Path) -> Self {
        let Copy { book, who, root } = Copy::open(vectors, "desk");
        Self { book, who, root, mint: Clock::at("2026-11-30T08:00:00+07:00", 77) }
    }

    /// Receives one file; result and code.
    pub fn receive(&mut self, file: &Path) -> (String, Option<String>) {
        let receipts = self.root.path().join("receipts");
        let files = [file.to_owned()];
        let mut run =
            receive(&self.book, &self.who, (&files, Some(&receipts)), &mut self.mint, &mut |_| Ok(())).unwrap();
        assert!(run.trouble.is_none(), "{:?}", run.trouble);
        let item = run.files.remove(0).item;
        (item.result, item.code)
    }

    /// What stands in its journals and records.
    pub fn state(&self) -> String {
        let health = self.book.check().unwrap();
        assert!(health.is_ok(), "{health:?}");
        format!("{} {} {:?}", health.entries, health.head, self.book.merged_through("LDG-P2").unwrap())
    }
}

/// Whoever makes vectors, from the golden post.
pub fn maker(vectors: &Path) -> Maker {
    let post = Copy::open(vectors, "post");
    let desk = Copy::open(vectors, "desk");
    let sealed = post.book.sealed().unwrap();
    let mut maker = Maker {
        tar: pack::remake(&post.book, &sealed[0]).unwrap(),
        next: pack::remake(&post.book, &sealed[1]).unwrap(),
        post: card::signing(&post.book).unwrap(),
        stranger: card::signing(&desk.book).unwrap(),
        desk: Card::own(&desk.book).unwrap().recipient,
    };
    (maker.tar, maker.next) = (slim(&maker, &maker.tar), slim(&maker, &maker.next));
    maker
}

/// The same batch with stubs for what no check reads, so that seventy vectors stay small.
fn slim(maker: &Maker, tar: &[u8]) -> Vec<u8> {
    let mut files = Files::of(tar);
    files.all.iter_mut().filter(|(name, _)| name.starts_with("schema/") || *name == README).for_each(|(_, bytes)| {
        *bytes = b"{}\n".to_vec();
    });
    files.sign(maker);
    files.bag().pack().unwrap()
}

/// The golden batch's tar, as today's program makes it again.
pub fn remade(vectors: &Path) -> Vec<u8> {
    let post = Copy::open(vectors, "post");
    pack::remake(&post.book, &post.book.sealed().unwrap()[0]).unwrap()
}

/// The tar inside the golden batch.
pub fn tar_of(vectors: &Path) -> Vec<u8> {
    let identity = Identity::parse(&fs::read_to_string(vectors.join("parties/desk.age-identity")).unwrap()).unwrap();
    seal::decrypt(&[identity], &fs::read(vectors.join("golden").join(crate::FILE)).unwrap()).unwrap().to_vec()
}

/// Makes post, desk and golden batch, unless they are there: they are never written again.
pub fn write_once(vectors: &Path) {
    if vectors.join("golden").exists() {
        return;
    }
    let mut week = Week::new(false);
    week.introduce();
    let golden = vectors.join("golden");
    fs::create_dir_all(&golden).unwrap();
    let file = week.out().join(format!("{}.tar.age", week.name));
    fs::copy(&file, golden.join(crate::FILE)).unwrap();
    fs::copy(file.with_extension("age.sig"), golden.join(format!("{}.sig", crate::FILE))).unwrap();
    let head = week.post.book.check().unwrap().head;
    let expected = json!({"result": "merged", "code": null, "what": "a whole week of a real post", "name": week.name,
        "id": week.sealed.batch.hex(), "head": head, "entries": week.sealed.entries()});
    fs::write(golden.join(crate::EXPECTED), format!("{expected:#}\n")).unwrap();
    let form = Form { id: week.mint.id(), record: week.mint.id(), kind: Kind::Incident, input: &incident("Mất ví") };
    create(&week.post.book, &week.post.who, &form, &mut week.mint).unwrap();
    let wanted = Export { week: Some("2026-W48"), which: Which::Due, out: None, persons: false, despite: None };
    export(&week.post.book, &week.post.who, &wanted, &mut week.mint, &mut |_| Ok(())).unwrap();
    let parties = vectors.join("parties");
    fs::create_dir_all(&parties).unwrap();
    for name in ["post.card", "desk.card", "desk.age-identity"] {
        fs::copy(week.out().join(name), parties.join(name)).unwrap();
    }
    let root = week.logbook().parent().unwrap().to_owned();
    // Closed, nothing is left beside the database.
    drop((week.post, week.desk));
    for name in ["post", "desk"] {
        copy(&root.join(name).join("keys"), &parties.join(name).join("keys"));
        fs::copy(root.join(name).join("logbook.db"), parties.join(name).join("logbook.db")).unwrap();
    }
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
