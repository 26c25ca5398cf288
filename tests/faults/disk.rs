//! A full disk: said clearly, everything old readable, and on it goes when there is room again.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use trucban::acts::registers::set_password;
use trucban::acts::session::{Founded, sign_in};
use trucban::acts::write::{Form, create};
use trucban::acts::{Refused, Who};
use trucban::fault::{Fault, Kind as Trouble};
use trucban::journal::Mint as _;
use trucban::logbook::{Draft, Filter, Logbook, Mode};
use trucban::record::Kind;

use crate::common::{Clock, PASSWORD, WORK, incident, post};
use crate::worker::alone;

/// A small disk of its own, gone with the test.
pub struct Disk(tempfile::TempDir);

impl Disk {
    pub fn new(size: &str) -> Option<Self> {
        let disk = Self(tempfile::tempdir().unwrap());
        mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], disk.0.path()).then_some(disk)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn grow(&self, size: &str) {
        assert!(mount(&["-o", &format!("remount,size={size}")], self.0.path()));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn mount(options: &[&str], on: &Path) -> bool {
    Command::new("mount").args(options).arg(on).output().is_ok_and(|done| done.status.success())
}

pub fn skipped() {
    // Past the test harness, which keeps what a passing test prints.
    std::io::stderr().write_all(b"SKIPPED: a full disk: no right to mount a small one here\n").unwrap();
}

fn save(book: &Logbook, who: &Who, mint: &mut Clock) -> Result<(), Fault> {
    let mut input = incident("Trộm xe máy trước chợ");
    input.insert("narrative".into(), json!("kể lại dài dòng ".repeat(600)));
    let (id, record) = (mint.id(), mint.id());
    match create(book, who, &Form { id, record, kind: Kind::Incident, input: &input }, mint) {
        Ok(_) => Ok(()),
        Err(Refused::Fault(fault)) => Err(fault),
        Err(Refused::Findings(findings)) => panic!("{findings:?}"),
    }
}

#[test]
fn a_full_disk_is_said_loses_nothing_and_is_got_over() {
    let _turn = alone();
    let Some(disk) = Disk::new("5m") else {
        return skipped();
    };
    let folder = disk.0.path().join("log");
    let mut mint = Clock::evening();
    let Founded { mut book, who, .. } = post(&folder, &mut mint);
    book.folder().keep_reserve().unwrap();
    let mut saved = 0;
    let fault = loop {
        match save(&book, &who, &mut mint) {
            Ok(()) => saved += 1,
            Err(fault) => break fault,
        }
        assert!(saved < 2000, "it never got full");
    };
    assert_eq!((fault.code, fault.kind.exit()), ("E040", 5));
    let listed = |book: &Logbook| book.list(&Filter { limit: 5000, ..Filter::default() }).unwrap().len();
    assert_eq!(listed(&book), saved, "read while full");
    assert_eq!(save(&book, &who, &mut mint).unwrap_err().kind, Trouble::Disk, "and again");
    book.reopen().unwrap();
    assert_eq!(listed(&book), saved);

    let copy = folder.join("backups/copy.tar");
    let fault = book.backup(&copy).unwrap_err();
    assert!(matches!(fault.code, "E040" | "E042") && fault.kind.exit() == 5, "{fault}");
    assert_eq!(std::fs::read_dir(folder.join("backups")).unwrap().count(), 0, "no half backup takes the last room");
    if let Err(fault) = set_password(&book, &who, None, "mật khẩu mới hẳn", WORK) {
        assert_eq!(fault.kind.exit(), 5, "{fault}");
        assert!(sign_in(&folder, None, PASSWORD, Mode::Write).is_ok(), "the old password opens");
    } else {
        set_password(&book, &who, None, PASSWORD, WORK).unwrap();
    }

    let draft =
        Draft { key: "incident/new".into(), officer: who.officer, at: mint.now(), body: "đang gõ ".repeat(200) };
    assert!(book.save_draft(&draft).is_ok() || book.folder().give_up_reserve() && book.save_draft(&draft).is_ok());
    assert_eq!(book.drafts(&who.officer).unwrap().len(), 1, "what was being typed is kept, with the room set aside");

    disk.grow("40m");
    save(&book, &who, &mut mint).unwrap();
    book.backup(&copy).unwrap();
    assert_eq!(listed(&book), saved + 1);
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    drop(book);
    let (book, _) = sign_in(&folder, None, PASSWORD, Mode::Write).unwrap();
    assert_eq!(listed(&book), saved + 1);
}
