//! Every place of a batch that a bit can be flipped at or that it can be cut at, by calling the step that has to see it.
//! By default the ends and every 61st place between; with `TRUCBAN_EVERY_BIT` every one.

use std::fs;

use trucban::seal;
use trucban::sync::NAMESPACE_FILE;
use trucban::sync::check::{self, Parties};

use crate::{FILE, folder, golden};

/// The places to look at among so many: how much at both ends, and in what steps between.
fn places(all: usize) -> impl Iterator<Item = usize> {
    let step = if every() { 1 } else { 61 };
    (0..all).filter(move |at| at % step == 0 || *at < 2048 || all - at < 2048)
}

fn every() -> bool {
    std::env::var_os("TRUCBAN_EVERY_BIT").is_some()
}

fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join("golden").join(name)).unwrap()
}

#[test]
fn a_bit_of_the_file_is_seen_by_the_signature() {
    let (mut sealed, signature) = (file(FILE), file(&format!("{FILE}.sig")));
    let signed = check::signature(Some(&signature)).unwrap();
    check::signed(&sealed, &signed).unwrap();
    // A signature sees all bytes alike: where not all are looked at, a few hundred places are enough, and cheap.
    let sparse = if every() { 1 } else { 31 };
    for at in places(sealed.len() * 8).step_by(sparse) {
        sealed[at / 8] ^= 1 << (at % 8);
        assert!(check::signed(&sealed, &signed).is_err(), "bit {at}");
        sealed[at / 8] ^= 1 << (at % 8);
    }
    for length in places(sealed.len()).step_by(sparse) {
        assert!(check::signed(&sealed[..length], &signed).is_err(), "cut to {length}");
    }
}

#[test]
fn a_bit_of_the_signature_is_refused_or_says_the_same() {
    let (sealed, whole) = (file(FILE), file(&format!("{FILE}.sig")));
    let key = check::signature(Some(&whole)).unwrap();
    let mut bad = whole.clone();
    for at in 0..whole.len() * 8 {
        bad[at / 8] ^= 1 << (at % 8);
        // Line breaks and the like mean nothing: then it is the same key over the same bytes.
        let text = String::from_utf8_lossy(&bad).into_owned();
        if seal::verify(&[&golden_key()], NAMESPACE_FILE, &sealed, &text).is_ok() {
            let signed = check::signature(Some(&bad)).unwrap();
            assert_eq!(signed.key, key.key, "bit {at}");
        }
        bad[at / 8] ^= 1 << (at % 8);
    }
}

#[test]
fn a_bit_of_the_tar_is_refused_or_the_same_batch() {
    let mut tar = golden::tar_of(&folder());
    let parties = Parties { unit: Some("LDG-P2".into()), keys: vec![golden_key()], receiver: Some("LDG-CT".into()) };
    let id = check::tar(&tar, &parties).unwrap().id;
    for at in places(tar.len() * 8) {
        tar[at / 8] ^= 1 << (at % 8);
        // A line break of the armored signature may become another blank: it is the same batch then.
        assert!(check::tar(&tar, &parties).map_or(true, |same| same.id == id), "bit {at}");
        tar[at / 8] ^= 1 << (at % 8);
    }
    for length in places(tar.len()) {
        assert!(check::tar(&tar[..length], &parties).is_err(), "cut to {length}");
    }
}

fn golden_key() -> String {
    let card = fs::read_to_string(folder().join("parties/post.card")).unwrap();
    card.lines().find_map(|line| line.strip_prefix("signing-key: ")).unwrap().to_owned()
}
