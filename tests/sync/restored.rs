//! A post that was restored from a backup goes on in a new journal; the desk merges it whatever it has seen of the
//! lost days.

use trucban::acts::session::sign_in;
use trucban::acts::{keep, week};
use trucban::logbook::Mode;

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
