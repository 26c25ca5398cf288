//! A post gets another signing key: the receiver is told by the old one, or trusts it anew where that one is lost.

use trucban::acts::{desk, week};
use trucban::logbook::KeyState;
use trucban::sync::card;

use crate::two::{Two, result};

/// Takes one file, and its receipt at the post.
fn answered(two: &mut Two, file: &std::path::Path) -> desk::Run {
    let run = two.receive(&[file.to_owned()]);
    let receipt = run.files[0].receipt.clone().unwrap();
    week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap();
    run
}

fn signs(two: &Two) -> String {
    card::signing(&two.post.book).unwrap().public().unwrap()
}

fn states(two: &Two) -> Vec<KeyState> {
    two.desk.book.keys_of("LDG-P2").unwrap().iter().map(|known| known.state).collect()
}

#[test]
fn the_old_key_signs_until_the_receiver_holds_the_batch_that_names_the_new_one() {
    let mut two = Two::new();
    two.log("Một");
    let first = two.export("out").file;
    answered(&mut two, &first);
    let old = signs(&two);
    let new = week::new_key(&two.post.book, &two.post.who, false, &mut two.clock).unwrap().key;
    assert!(new != old && signs(&two) == old);
    let second = two.export("out").file;
    two.log("Hai");
    let third = two.export("out").file;
    // Nobody has brought the receipt back yet, so the third is signed by the old key too.
    let run = two.receive(&[second.clone(), third.clone()]);
    assert_eq!(run.files[0].named.as_deref(), Some(&*new), "the clerk is told");
    assert!(run.files.iter().all(|handed| handed.item.result == "merged"));
    assert_eq!((states(&two), signs(&two)), (vec![KeyState::Valid; 2], old.clone()));
    answered(&mut two, &third);
    assert_eq!(signs(&two), new);
    assert_eq!(week::card(&two.post.book, &two.post.who).unwrap().key, new);
    two.log("Ba");
    let fourth = two.export("later").file;
    assert_eq!(two.receive_one(&fourth), result("merged", None));
    assert_eq!(states(&two), [KeyState::Valid, KeyState::Revoked], "the old one has ended by itself");
    assert_eq!(two.receive_one(&third), result("bad-signature", Some("E104")));
    two.healthy();
    // Once more, and what is signed follows.
    let next = week::new_key(&two.post.book, &two.post.who, false, &mut two.clock).unwrap().key;
    assert_eq!(signs(&two), new);
    let fifth = two.export("later").file;
    answered(&mut two, &fifth);
    assert_eq!(signs(&two), next);
}

#[test]
fn a_post_whose_key_was_stolen_comes_back_with_a_new_card_and_what_it_had_sealed_is_signed_anew() {
    let mut two = Two::new();
    two.log("Một");
    let first = two.export("out").file;
    answered(&mut two, &first);
    two.log("Hai");
    let second = two.export("out").file;
    desk::revoke(&two.desk.book, &two.desk.who, "LDG-P2", (true, "mất máy"), &mut two.clock).unwrap();
    assert_eq!(two.receive_one(&second), result("bad-signature", Some("E104")));
    let card = week::new_key(&two.post.book, &two.post.who, true, &mut two.clock).unwrap();
    assert_eq!(signs(&two), card.key);
    let third = two.export("again");
    assert_eq!(third.newest.number, 3);
    assert_eq!(two.receive_one(&third.file), result("unknown-post", Some("E103")), "not before it is trusted");
    let fingerprint = card.fingerprint().unwrap();
    desk::trust(&two.desk.book, &two.desk.who, &card, Some(&fingerprint), &mut two.clock).unwrap();
    let run = two.receive(&[two.out("again")]);
    let results: Vec<_> = run.files.iter().map(|handed| handed.item.result.as_str()).collect();
    assert_eq!(results, ["merged", "merged"], "{:?}", run.files);
    assert_eq!(states(&two), [KeyState::Valid, KeyState::Stolen]);
    two.healthy();
}

#[test]
fn only_who_manages_a_post_changes_its_key() {
    let mut two = Two::new();
    let Two { post, desk, clock, .. } = &mut two;
    assert_eq!(week::new_key(&desk.book, &desk.who, false, clock).unwrap_err().code, "E129");
    let mut officer = post.who.clone();
    officer.role = trucban::acts::Role::Officer;
    assert_eq!(week::new_key(&post.book, &officer, true, clock).unwrap_err().code, "E021");
}
