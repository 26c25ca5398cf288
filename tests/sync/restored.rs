//! A post that was restored from a backup goes on in a new journal; the desk merges it whatever it has seen of the
//! lost days.

use std::path::{Path, PathBuf};

use trucban::acts::session::sign_in;
use trucban::acts::{batch, keep, week};
use trucban::fault::Outcome;
use trucban::logbook::{Filter, Logbook, Mode};
use trucban::seal::SigningKey;
use trucban::sync::regain::Regained;
use trucban::sync::{NAMESPACE_FILE, card};

use crate::common::PASSWORD;
use crate::two::{Two, result, told};

/// A post with one batch received, then a record and a backup, then a lost record that may have been handed in.
fn lost(handed_in: bool) -> Two {
    let mut two = Two::new();
    two.log("Một");
    let first = two.export("out").file;
    assert_eq!(two.receive_one(&first), result("merged", None));
    two.log("Trước khi sao lưu");
    let backup = two.out("backup.tar");
    keep::backup(&two.post.book, &two.post.who, &backup, &mut two.clock).unwrap();
    two.log("Sau khi sao lưu");
    let second = two.export("out").file;
    if handed_in {
        assert_eq!(two.receive_one(&second), result("merged", None));
    }
    let folder = two.out("restored");
    keep::restore(&backup, &folder, (None, PASSWORD), &mut two.clock).unwrap();
    let (book, who) = sign_in(&folder, None, PASSWORD, Mode::Write).unwrap();
    (two.post.book, two.post.who) = (book, who);
    two
}

#[test]
fn the_desk_merges_what_goes_on_after_a_restore() {
    for (handed_in, expected) in [(false, "merged"), (true, "already-merged")] {
        let mut two = lost(handed_in);
        let record = two.log("Sau khi khôi phục");
        let again = two.export("again");
        assert_eq!((again.newest.number, again.newest.first, again.sealed), (1, 1, 2));
        let run = two.receive(&[two.out("again")]);
        // The first batch had never been acknowledged to the post, so it is there again.
        let mut results: Vec<_> = run.files.iter().map(told).collect();
        results.sort();
        let mut wanted = vec![result("already-merged", None), result(expected, None), result("merged", None)];
        wanted.sort();
        assert_eq!(results, wanted, "{handed_in}");
        assert_eq!(two.desk.book.record(&record).unwrap().data.text("title"), Some("Sau khi khôi phục"));
        two.healthy();
        let receipt = run.files[0].receipt.clone().unwrap();
        let taken = week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap();
        // The desk knows more of the lost journal than the post does, and the post says so.
        let codes: Vec<_> = taken.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, if handed_in { vec!["W130"] } else { vec![] });
        assert!(two.export("later").sealed == 0);
    }
}

#[test]
fn a_new_journal_waits_for_the_one_that_it_continues() {
    let mut two = lost(false);
    two.log("Sau khi khôi phục");
    let newest = two.export("again");
    assert_eq!(two.receive_one(&newest.file), result("held-gap", Some("E120")));
    let run = two.receive(&[two.out("again")]);
    let merged = run.files.iter().filter(|handed| handed.item.result == "merged").count();
    assert!(merged == 2, "{:?}", run.files.iter().map(told).collect::<Vec<_>>());
    two.healthy();
}

/// Brings back what these files hold with the recovery paper of the post.
fn import(two: &mut Two, paths: &[PathBuf]) -> Vec<Outcome<Regained>> {
    let paper = two.out("paper.txt");
    std::fs::write(&paper, &*two.post.recovery).unwrap();
    let done = batch::import(&two.post.book, &two.post.who, (paths, &paper), &mut |_| Ok(())).unwrap();
    done.into_iter().map(|imported| imported.result).collect()
}

/// Numbers and titles of a post's records.
fn titles(book: &Logbook) -> Vec<(String, Option<String>)> {
    let filter = Filter { unit: Some("LDG-P2".into()), limit: 50, ..Filter::default() };
    let mut rows: Vec<_> = book.list(&filter).unwrap().into_iter().map(|row| (row.number, row.title)).collect();
    rows.sort();
    rows
}

#[test]
fn what_was_lost_comes_back_from_own_batches_with_the_paper() {
    let mut two = lost(true);
    two.log("Sau khi khôi phục");
    two.export("again");
    let run = two.receive(&[two.out("again")]);
    let receipt = run.files[0].receipt.clone().unwrap();
    week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap();
    let missing = week::missing(&two.post.book).unwrap();
    assert_eq!(missing.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["W130"]);
    let (before, out) = (two.post.book.own_head().unwrap(), two.out("out"));
    let results = import(&mut two, std::slice::from_ref(&out));
    let regained: Vec<_> = results.into_iter().map(|result| result.unwrap().new).collect();
    assert!(regained[0] == 0 && regained[1] > 0, "{regained:?}");
    assert_eq!(two.post.book.own_head().unwrap(), before, "the journal that is being written is left alone");
    assert_eq!(week::missing(&two.post.book).unwrap(), []);
    assert_eq!(titles(&two.post.book), titles(&two.desk.book));
    let health = two.post.book.check().unwrap();
    assert!(health.is_ok() && health.withheld == 1, "persons stayed at home: {health:?}");
    two.post.book.rebuild().unwrap();
    // Once more changes nothing, and the receiver knows whatever is handed in of it.
    assert!(import(&mut two, std::slice::from_ref(&out)).into_iter().all(|result| result.unwrap().new == 0));
    two.log("Tiếp theo");
    two.export("later");
    let run = two.receive(&[two.out("later")]);
    assert!(run.files.iter().all(|handed| handed.item.code.is_none()), "{:?}", run.files);
    assert_eq!(titles(&two.post.book), titles(&two.desk.book));
    two.healthy();
}

/// The same file beside a signature made with this key, in a folder of this name.
fn signed_again(two: &Two, file: &Path, bytes: &[u8], name: &str, key: &SigningKey) -> PathBuf {
    let again = two.out(name).join(file.file_name().unwrap());
    std::fs::create_dir_all(again.parent().unwrap()).unwrap();
    std::fs::write(&again, bytes).unwrap();
    let signature = key.sign(NAMESPACE_FILE, bytes).unwrap();
    std::fs::write(again.with_extension("age.sig"), signature).unwrap();
    again
}

#[test]
fn only_own_batches_in_their_order_bring_something_back() {
    let mut two = lost(true);
    // The second of two batches that were lost.
    let second = two.out("out");
    let mut files: Vec<_> = std::fs::read_dir(second).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "age"));
    files.sort();
    let file = files[1].clone();
    let bytes = std::fs::read(&file).unwrap();
    let before = (two.post.book.own_head().unwrap(), titles(&two.post.book));
    let code = |two: &mut Two, file: &Path| match import(two, &[file.to_owned()]).remove(0) {
        Ok(_) => "taken",
        Err(fault) => fault.code,
    };
    let keys = [&two.desk.book, &two.post.book].map(|book| card::signing(book).unwrap());
    let foreign = signed_again(&two, &file, &bytes, "foreign", &keys[0]);
    assert_eq!(code(&mut two, &foreign), "E103");
    let cut = signed_again(&two, &file, &bytes[..bytes.len() - 1], "cut", &keys[1]);
    assert_eq!(code(&mut two, &cut), "E106");
    std::fs::write(&cut, &bytes).unwrap();
    assert_eq!(code(&mut two, &cut), "E102");
    let paper = std::mem::replace(&mut two.post.recovery, trucban::seal::Identity::generate().secret());
    assert_eq!(code(&mut two, &file), "E105");
    two.post.recovery = paper;
    assert_eq!((two.post.book.own_head().unwrap(), titles(&two.post.book)), before);
    assert_eq!((code(&mut two, &file), code(&mut two, &file)), ("taken", "taken"));
    two.healthy();
    // A logbook that never held that journal takes nothing, and neither does one that is far behind.
    let empty = crate::common::post(&two.out("empty"), &mut two.clock);
    let tar = trucban::sync::pack::remake(&two.post.book, &two.post.book.sealed().unwrap()[1]).unwrap();
    let identity = trucban::seal::Identity::parse(&empty.recovery).unwrap();
    let sealed = trucban::seal::encrypt(&[identity.recipient()], &tar).unwrap();
    let other = signed_again(&two, &file, &sealed, "other", &card::signing(&empty.book).unwrap());
    let paper = two.out("empty.txt");
    std::fs::write(&paper, &*empty.recovery).unwrap();
    let done = batch::import(&empty.book, &empty.who, (&[other], &paper), &mut |_| Ok(())).unwrap();
    assert_eq!(done[0].result.as_ref().unwrap_err().code, "E108", "signed inside by nobody of this logbook");
}
