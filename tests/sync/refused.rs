//! What is refused, with its code; and that nothing of journals and records changes by it.

use std::path::PathBuf;

use trucban::acts::desk;
use trucban::acts::week;

use crate::two::{Two, result};

/// A desk that holds one batch, and a second batch that it doesn't hold yet.
fn second() -> (Two, PathBuf) {
    let mut two = Two::new();
    two.log("Một");
    let first = two.export("out");
    two.receive_one(&first.file);
    two.log("Hai");
    let file = two.export("out").file;
    (two, file)
}

#[test]
fn a_flipped_bit_anywhere_and_a_wrong_or_missing_signature() {
    let (mut two, file) = second();
    let before = two.state();
    let (good, sig) = (std::fs::read(&file).unwrap(), file.with_extension("age.sig"));
    for at in [0, good.len() / 2, good.len() - 1] {
        let mut bad = good.clone();
        bad[at] ^= 1;
        std::fs::write(&file, bad).unwrap();
        assert_eq!(two.receive_one(&file), result("bad-signature", Some("E102")), "{at}");
    }
    std::fs::write(&file, &good).unwrap();
    let signature = std::fs::read(&sig).unwrap();
    std::fs::remove_file(&sig).unwrap();
    assert_eq!(two.receive_one(&file), result("bad-signature", Some("E102")));
    let other = two.out("out").read_dir().unwrap().map(|file| file.unwrap().path());
    let other = other.filter(|path| path.extension().is_some_and(|e| e == "sig")).find(|path| *path != sig).unwrap();
    std::fs::copy(other, &sig).unwrap();
    assert_eq!(two.receive_one(&file), result("bad-signature", Some("E102")));
    assert_eq!(two.state(), before);
    assert!(!two.out("answers").join("receipt-LDG-P2-2.json").exists(), "no post is known, so nobody is answered");
    std::fs::write(&sig, signature).unwrap();
    assert_eq!(two.receive_one(&file), result("merged", None));
    let results: Vec<_> = two.desk.book.intake(10).unwrap().iter().map(|line| line["result"].clone()).collect();
    assert_eq!(
        results,
        ["merged", "bad-signature", "bad-signature", "bad-signature", "bad-signature", "bad-signature", "merged"]
    );
}

#[test]
fn unknown_posts_and_batches_for_another_desk() {
    let (mut two, file) = second();
    let before = two.state();
    let other = crate::common::desk(&two.out("other-desk"), &mut two.clock);
    let stranger = desk::receive(&other.book, &other.who, (&[file], None), &mut two.clock, &mut |_| Ok(())).unwrap();
    assert_eq!(crate::two::told(&stranger.files[0]), result("unknown-post", Some("E103")));
    assert!(stranger.files[0].receipt.is_none());
    // The post turns to another desk; what it seals for that one is brought here.
    let mut card = week::card(&other.book, &other.who).unwrap();
    card.unit = "LDG-KHAC".into();
    week::set_receiver(&two.post.book, &two.post.who, &card, None).unwrap();
    two.log("Ba");
    let file = two.export("out").file;
    assert_eq!(two.receive_one(&file), result("not-for-us", Some("E105")));
    assert!(two.out("answers").join("receipt-LDG-P2-2.json").exists(), "a known post is answered");
    assert_eq!(two.state(), before);
}

#[test]
fn a_batch_for_us_by_name_that_only_another_can_read() {
    let (mut two, _) = second();
    let other = crate::common::desk(&two.out("other-desk"), &mut two.clock);
    let card = week::card(&other.book, &other.who).unwrap();
    week::set_receiver(&two.post.book, &two.post.who, &card, None).unwrap();
    let before = two.state();
    two.log("Ba");
    let file = two.export("out2").file;
    assert_eq!(two.receive_one(&file), result("not-for-us", Some("E105")));
    assert_eq!(two.state(), before);
}

#[test]
fn cards_are_taken_by_fingerprint_and_keys_never_change_hands() {
    let mut two = Two::new();
    let card = week::card(&two.post.book, &two.post.who).unwrap();
    let trust = |two: &mut Two, card: &trucban::sync::Card, fingerprint: Option<&str>| {
        desk::trust(&two.desk.book, &two.desk.who, card, fingerprint, &mut two.clock).map_err(|fault| fault.code)
    };
    assert_eq!(trust(&mut two, &card, Some("SHA256:x")), Err("E124"));
    assert_eq!(trust(&mut two, &card, None), Ok(()), "the same card again");
    let mut other = card.clone();
    other.unit = "LDG-P3".into();
    assert_eq!(trust(&mut two, &other, None), Err("E125"), "a key of another post");
    let stranger = crate::common::post(&two.out("stranger"), &mut two.clock);
    let stranger = week::card(&stranger.book, &stranger.who).unwrap();
    assert_eq!(trust(&mut two, &stranger, None), Err("E125"), "another key of a known post");
    let own = week::card(&two.desk.book, &two.desk.who).unwrap();
    assert_eq!(trust(&mut two, &own, None), Err("E125"));
    let denied = desk::trust(&two.post.book, &two.post.who, &card, None, &mut two.clock).unwrap_err();
    assert_eq!(denied.code, "E021");
}
