//! Batches that an earlier program of the same version sealed: they verify and merge as on the first day. And the other
//! way round: what a later program of that version seals is kept by one that doesn't know all of its kinds.

use std::path::{Path, PathBuf};

use serde_json::json;
use trucban::acts::{desk, look};
use trucban::logbook::Filter;
use trucban::sync::Card;

use crate::common::Clock;
use crate::hostile::Liar;
use crate::two::{result, told};

/// Two batches of a made-up post, from before there were other kinds than incidents, patrols and shifts. The second
/// brings persons along.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/1.0");

#[test]
fn what_was_sealed_before_is_merged_as_it_was() {
    let (root, mut clock) = (tempfile::tempdir().unwrap(), Clock::evening());
    let kept = |name: &str| std::fs::read_to_string(Path::new(KEPT).join(name)).unwrap();
    let to = crate::common::desk(&root.path().join("desk"), &mut clock);
    let identity = kept("desk.identity");
    let secret = identity.lines().find(|line| line.starts_with("AGE-SECRET-KEY")).unwrap();
    to.book.write(|book| book.keep("identity", secret)).unwrap();
    let card = Card::parse(kept("post.card").as_bytes()).unwrap();
    desk::trust(&to.book, &to.who, &card, None, &mut clock).unwrap();
    let (paths, out) = ([PathBuf::from(KEPT)], root.path().join("answers"));
    let run = desk::receive(&to.book, &to.who, (&paths, Some(&out)), &mut clock, &mut |_| Ok(())).unwrap();
    assert_eq!(run.files.iter().map(told).collect::<Vec<_>>(), vec![result("merged", None); 2]);
    assert_eq!(run.files.iter().map(|file| file.item.entries_new).collect::<Vec<_>>(), [12, 2]);
    let show = |number: &str| look::show(&to.book, &to.who, number).unwrap();
    let theft = show("LDG-P2-VV-2026-000001");
    assert_eq!((theft.data.count("loss_vnd"), theft.rev), (20_000_000, 3));
    assert_eq!(to.book.with_persons(&theft).unwrap().items("persons").len(), 0);
    assert!(show("LDG-P2-VV-2026-000003").row.void);
    assert_eq!(show("LDG-P2-TT-2026-000001").data.items("route").len(), 2);
    let found = Filter { query: Some("karaoke".into()), limit: 9, ..Filter::default() };
    assert_eq!(to.book.list(&found).unwrap().len(), 1);
    let health = to.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn an_unknown_kind_of_the_same_version_is_kept_and_shown_raw() {
    let mut liar = Liar::new();
    let mut later = liar.forge();
    let last = later.entries.len() - 1;
    later.entries[last].kind = "drone_flight".into();
    later.change(last, |sheet| sheet["data"] = json!({"number": "LDG-P2-BD-2026-000001", "height": {"m": 120}}));
    let (record, sheet) = (later.entries[last].record, later.facts[last].clone());
    assert_eq!(liar.code(later.chain()), result("merged", None));
    let (book, who) = (&liar.two.desk.book, &liar.two.desk.who);
    let shown = look::show(book, who, "LDG-P2-BD-2026-000001").unwrap();
    assert_eq!((shown.row.record, shown.kind, shown.data.get("height.m")), (record, None, &json!(120)));
    let listed = book.list(&Filter { limit: 9, ..Filter::default() }).unwrap();
    assert!(listed.iter().any(|row| row.record == record && row.kind == "drone_flight"), "{listed:?}");
    let journal = book.journals_of("LDG-P2").unwrap()[0];
    let mut bytes = Vec::new();
    book.each_of(&journal, (1, 99), |line| {
        bytes = line.facts.unwrap_or_default().to_vec();
        Ok(true)
    })
    .unwrap();
    assert_eq!(bytes, sheet, "as it came");
    liar.two.healthy();
}
