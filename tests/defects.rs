//! Everything that can be wrong with a batch, made in one that today's program has sealed, by the hands that make the
//! vectors: each is refused with its code, and nothing at the desk changes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "vector/content.rs"]
mod content;
#[path = "vector/inside.rs"]
mod inside;
#[path = "vector/outside.rs"]
mod outside;
#[path = "vector/parts.rs"]
mod parts;
#[path = "vector/recipes.rs"]
mod recipes;
#[path = "stock_tools/week.rs"]
mod week;

use trucban::acts::week::{Export, Which, export};
use trucban::acts::write::{Form, create};
use trucban::journal::Mint as _;
use trucban::record::Kind;
use trucban::sync::{Card, card, pack};

use parts::{Maker, Sent};
use recipes::made;
use week::Week;

/// The batch of the week, the one after it, and the keys.
fn maker(week: &mut Week) -> Maker {
    let tar = week.tar();
    let out = week.out().join("next");
    let Week { post, desk, mint, .. } = week;
    let input = common::incident("Vụ tuần sau");
    let form = Form { id: mint.id(), record: mint.id(), kind: Kind::Incident, input: &input };
    create(&post.book, &post.who, &form, mint).unwrap();
    let due = Export { week: Some("2026-W49"), which: Which::Due, out: Some(&out), persons: false, despite: None };
    export(&post.book, &post.who, &due, mint, &mut |_| Ok(())).unwrap();
    let next = &post.book.sealed().unwrap()[1];
    Maker {
        tar,
        next: pack::remake(&post.book, next).unwrap(),
        post: card::signing(&post.book).unwrap(),
        stranger: card::signing(&desk.book).unwrap(),
        desk: Card::own(&desk.book).unwrap().recipient,
    }
}

/// Hands it to the desk; result and code.
fn received(week: &mut Week, sent: &Sent) -> (String, Option<String>) {
    let file = week.out().join("b.tar.age");
    std::fs::write(&file, &sent.file).unwrap();
    let signature = file.with_extension("age.sig");
    match &sent.signature {
        Some(armored) => std::fs::write(signature, armored).unwrap(),
        None => drop(std::fs::remove_file(signature)),
    }
    week.receive_one("b.tar.age")
}

#[test]
fn a_batch_of_today_with_a_defect_is_refused_with_its_code() {
    let mut week = Week::new(false);
    week.introduce();
    let (maker, before) = (maker(&mut week), state(&week));
    for (name, code, what, hands) in recipes::all().filter(|recipe| recipe.1.is_some()) {
        assert_eq!(received(&mut week, &made(hands, &maker)).1.as_deref(), *code, "{name}: {what}");
        assert_eq!(state(&week), before, "{name}: {what}");
    }
    // The same hands, without a defect: it was none of the other steps that refused.
    assert_eq!(received(&mut week, &maker.send(&maker.tar)).0, "merged");
    assert_ne!(state(&week), before);
}

/// What stands in the desk's journals and records.
fn state(week: &Week) -> String {
    let health = week.desk.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    let merged = week.desk.book.merged_through("LDG-P2").unwrap();
    format!("{} {} {merged:?}", health.entries, health.head)
}
