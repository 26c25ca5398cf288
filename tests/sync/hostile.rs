//! What a trusted key may still not do: every defect behind a good signature has its code, and changes nothing.

use serde_json::json;
use trucban::acts::{desk, week};
use trucban::journal::{Act, Hash};
use trucban::logbook::{KeyState, Sealed};
use trucban::sync::{Card, FACTS, HEADER, JOURNAL, MANIFEST, README, TAG_MANIFEST};
use uuid::Uuid;

use crate::forge::{Forge, send};
use crate::two::{Two, result, told};

pub struct Liar {
    pub two: Two,
    sealed: Sealed,
    pub to: Card,
    sent: usize,
}

impl Liar {
    pub fn new() -> Self {
        let mut two = Two::new();
        two.log("Trộm xe máy");
        two.log("Gây rối");
        let sealed = two.export("honest").newest;
        let to = week::card(&two.desk.book, &two.desk.who).unwrap();
        Self { two, sealed, to, sent: 0 }
    }

    pub fn forge(&self) -> Forge {
        Forge::of(&self.two.post.book, &self.sealed)
    }

    /// Sends a forged batch and takes it to the desk.
    pub fn code(&mut self, forge: Forge) -> (String, Option<String>) {
        self.sent += 1;
        let folder = self.two.out(&format!("forged-{}", self.sent));
        let file = forge.send(&self.two.post.book, &self.to, &folder);
        self.two.receive_one(&file)
    }

    fn raw(&mut self, tar: &[u8]) -> (String, Option<String>) {
        self.sent += 1;
        let folder = self.two.out(&format!("forged-{}", self.sent));
        let file = send(&self.two.post.book, &self.to, tar, &folder);
        self.two.receive_one(&file)
    }
}

#[test]
fn an_honest_batch_put_together_again_is_merged() {
    let mut liar = Liar::new();
    let forge = liar.forge().chain();
    assert_eq!(liar.code(forge), result("merged", None));
    liar.two.healthy();
}

#[test]
fn packing_signature_and_manifests() {
    let mut liar = Liar::new();
    let before = liar.two.state();
    let tar = liar.forge().tar();
    assert_eq!(liar.raw(&[&tar[..], &[0; 512]].concat()), result("bad-format", Some("E107")));
    assert_eq!(liar.raw(&tar[..tar.len() / 2]), result("bad-format", Some("E107")));
    assert_eq!(liar.raw(b""), result("bad-format", Some("E107")));
    let stranger = crate::common::post(&liar.two.out("stranger"), &mut liar.two.clock);
    let tar = liar.forge().signed(&stranger.book).tar();
    assert_eq!(liar.raw(&tar), result("bad-format", Some("E108")));
    let mut unlisted = liar.forge();
    unlisted.files.insert(README.into(), b"trust me".to_vec());
    let tar = unlisted.signed(&liar.two.post.book).tar();
    assert_eq!(liar.raw(&tar), result("bad-format", Some("E109")));
    for (file, from, to) in [(MANIFEST, "  data", " *data"), (TAG_MANIFEST, "  bag", " *bag")] {
        let tar = liar.forge().replace(file, from, to).signed(&liar.two.post.book).tar();
        assert_eq!(liar.raw(&tar), result("bad-format", Some("E109")), "{file}");
    }
    assert_eq!(liar.two.state(), before);
}

#[test]
fn the_header_and_the_list_of_files() {
    let mut liar = Liar::new();
    let before = liar.two.state();
    let bad = |code| result("bad-format", Some(code));
    for (from, to) in [("\"format\"", "\"formats\""), ("\"number\":1", "\"number\":0"), ("2026-W48", "../../x")] {
        let forge = liar.forge().replace(HEADER, from, to);
        assert_eq!(liar.code(forge), bad("E110"), "{to}");
    }
    let forge = liar.forge().replace(HEADER, "\"1.0\"", "\"2.0\"");
    assert_eq!(liar.code(forge), result("unsupported-version", Some("E111")));
    let mut more = liar.forge();
    more.files.insert("data/more.txt".into(), b"more".to_vec());
    assert_eq!(liar.code(more), bad("E110"));
    let mut less = liar.forge();
    less.files.remove("data/indicators.csv");
    assert_eq!(liar.code(less), bad("E110"));
    let mut other = liar.forge();
    other.header.unit = "LDG-P3".into();
    other.entries.iter_mut().for_each(|entry| entry.unit = "LDG-P3".into());
    assert_eq!(liar.code(other.chain()), bad("E110"));
    let mut elsewhere = liar.forge();
    elsewhere.header.receiver = "HCM".into();
    assert_eq!(liar.code(elsewhere.chain()), result("not-for-us", Some("E105")));
    let mut large = liar.forge();
    large.files.insert("data/indicators.csv".into(), vec![b'x'; 41 * 1024 * 1024]);
    assert_eq!(liar.code(large), result("too-large", Some("E101")));
    assert_eq!(liar.two.state(), before);
}

#[test]
fn lines_chain_and_envelopes() {
    let mut liar = Liar::new();
    let before = liar.two.state();
    let bad = |code| result("bad-format", Some(code));
    for (file, from, to, code) in [
        (JOURNAL, "{\"v\":1", "{\"v\":1,\"v\":1", "E112"),
        (JOURNAL, "{\"v\":1", "\u{feff}{\"v\":1", "E112"),
        (JOURNAL, "}\n{", "}\n\n{", "E112"),
        (JOURNAL, "\"act\":\"create\"", "\"act\":\"steal\"", "E112"),
        (JOURNAL, "20:00:", "20:01:", "E113"),
        (FACTS, "{\"sha256\"", "{\"sha512\"", "E112"),
        (FACTS, "{\"sha256\"", "[\"sha256\"", "E112"),
        (FACTS, "Trộm", "Mất", "E114"),
        (FACTS, "Gây rối", "Yên ổn", "E114"),
    ] {
        let forge = liar.forge().replace(file, from, to);
        assert_eq!(liar.code(forge), bad(code), "{file} {to}");
    }
    let mut bytes = liar.forge();
    bytes.files.get_mut(JOURNAL).unwrap()[10] = 0xff;
    assert_eq!(liar.code(bytes), bad("E112"));
    let mut cut = liar.forge();
    cut.files.get_mut(JOURNAL).unwrap().pop();
    assert_eq!(liar.code(cut), bad("E112"));
    let mut missing = liar.forge().chain();
    missing.files.insert(FACTS.into(), Vec::new());
    assert_eq!(liar.code(missing), bad("E114"));
    let mut salt = liar.forge();
    salt.change(2, |sheet| sheet["salt"] = json!("short"));
    assert_eq!(liar.code(salt.chain()), bad("E114"));
    let mut deep = liar.forge();
    deep.change(2, |sheet| sheet["data"] = (0..20).fold(json!(1), |value, _| json!({"a": value})));
    assert_eq!(liar.code(deep.chain()), bad("E114"));
    let mut head = liar.forge();
    head.header.head = Hash::of(b"other");
    head.files.insert(HEADER.into(), head.header.to_json().into_bytes());
    assert_eq!(liar.code(head), bad("E113"));
    assert_eq!(liar.two.state(), before);
}

#[test]
fn records_are_built_up_in_order() {
    let mut liar = Liar::new();
    let before = liar.two.state();
    let bad = |code| result("bad-format", Some(code));
    let mut jump = liar.forge();
    jump.entries.last_mut().unwrap().rev = 2;
    assert_eq!(liar.code(jump.chain()), bad("E115"));
    let mut orphan = liar.forge();
    let last = orphan.entries.last_mut().unwrap();
    (last.rev, last.act, last.record) = (7, Act::Amend, Uuid::from_u128(7));
    assert_eq!(liar.code(orphan.chain()), bad("E115"));
    let mut twice = liar.forge();
    let record = twice.entries[2].record;
    twice.entries.last_mut().unwrap().record = record;
    assert_eq!(liar.code(twice.chain()), bad("E115"));
    let mut id = liar.forge();
    id.entries.last_mut().unwrap().id = id.entries[0].id;
    assert_eq!(liar.code(id.chain()), bad("E112"));
    for number in ["LDG-P3-VV-2026-000001", "LDG-P2-TT-2026-000001", "x", "LDG-P2-VV-2026-9999999999999"] {
        let mut forge = liar.forge();
        let at = forge.entries.iter().position(|entry| entry.kind == "incident").unwrap();
        forge.change(at, |sheet| sheet["data"]["number"] = json!(number));
        assert_eq!(liar.code(forge.chain()), bad("E115"), "{number}");
    }
    assert_eq!(liar.two.state(), before);
}

#[test]
fn one_post_cannot_write_into_the_story_of_another() {
    let mut liar = Liar::new();
    let honest = liar.forge().chain();
    assert_eq!(liar.code(honest), result("merged", None));
    let other = crate::common::post_of(&liar.two.out("third"), "LDG-P3", &mut liar.two.clock);
    let card = week::card(&other.book, &other.who).unwrap();
    desk::trust(&liar.two.desk.book, &liar.two.desk.who, &card, None, &mut liar.two.clock).unwrap();
    let before = liar.two.state();
    week::set_receiver(&other.book, &other.who, &liar.to, None).unwrap();
    let out = liar.two.out("third-out");
    let export = week::Export { week: None, which: week::Which::Due, out: Some(&out), persons: false, despite: None };
    week::export(&other.book, &other.who, &export, &mut liar.two.clock, &mut |_| Ok(())).unwrap();
    let sealed = other.book.sealed().unwrap().remove(0);
    // Its own batch, in the journal of the first post and in that of the desk.
    for journal in [liar.sealed.journal, liar.two.desk.book.own().journal] {
        let mut forge = Forge::of(&other.book, &sealed);
        forge.header.journal = journal;
        forge.entries.iter_mut().for_each(|entry| entry.journal = journal);
        let folder = liar.two.out(&format!("third-{journal}"));
        let file = forge.chain().send(&other.book, &liar.to, &folder);
        assert_eq!(liar.two.receive_one(&file), result("bad-format", Some("E110")));
    }
    assert_eq!(liar.two.state(), before);
    // The same ids of records and entries as the first post's: both stand side by side.
    let first = liar.forge();
    let mut forge = Forge::of(&other.book, &sealed);
    let theirs = first.entries.iter().find(|entry| entry.kind == "incident").unwrap();
    let last = forge.entries.last_mut().unwrap();
    (last.record, last.id) = (theirs.record, theirs.id);
    let file = forge.chain().send(&other.book, &liar.to, &liar.two.out("third-same"));
    assert_eq!(liar.two.receive_one(&file), result("merged", None));
    let record = liar.two.desk.book.record(&theirs.record).unwrap();
    assert_eq!((record.row.unit.as_str(), record.row.kind.as_str()), ("LDG-P2", "incident"));
    assert_eq!(liar.two.desk.book.history(&theirs.record).unwrap().len(), 1);
    liar.two.healthy();
}

#[test]
fn a_newer_minor_version_and_an_unknown_kind_are_kept_as_they_are() {
    let mut liar = Liar::new();
    let mut newer = liar.forge();
    let last = newer.entries.len() - 1;
    newer.entries[last].kind = "drone_flight".into();
    newer.change(last, |sheet| {
        sheet["data"] = json!({"number": "LDG-P2-BD-2026-000001", "height": {"m": 120}});
    });
    let mut newer =
        newer.chain().replace(HEADER, "\"1.0\"", "\"1.4\"").replace(HEADER, "\"unit\"", "\"weather\":\"fog\",\"unit\"");
    newer.files.insert("data/weather.csv".into(), b"fog\n".to_vec());
    let record = newer.entries[last].record;
    assert_eq!(liar.code(newer), result("merged", None));
    let shown = liar.two.desk.book.record(&record).unwrap();
    assert_eq!((shown.kind, shown.row.kind.as_str()), (None, "drone_flight"));
    assert_eq!(shown.data.get("height.m"), 120);
    liar.two.healthy();
}

#[test]
fn a_key_change_comes_in_a_batch_signed_by_the_old_key() {
    let mut liar = Liar::new();
    let stranger = crate::common::post(&liar.two.out("stranger"), &mut liar.two.clock);
    let key = week::card(&stranger.book, &stranger.who).unwrap().key;
    assert_eq!(liar.two.desk.book.post_key(&key).unwrap(), None);
    let mut forge = liar.forge();
    let at = forge.entries.iter().position(|entry| entry.kind == "unit").unwrap();
    let mut amend = forge.entries[at].clone();
    (amend.seq, amend.id) = (forge.header.last + 1, Uuid::from_u128(9));
    (amend.act, amend.rev) = (Act::Amend, 2);
    forge.entries.push(amend);
    forge.facts.push(forge.facts[at].clone());
    let last = forge.facts.len() - 1;
    forge.change(last, |sheet| sheet["data"]["signing_key"] = json!(key));
    let (prev, first) = {
        let forge = forge.chain();
        let next = (forge.header.head, forge.header.last + 1);
        let file = forge.send(&liar.two.post.book, &liar.to, &liar.two.out("named"));
        let run = liar.two.receive(&[file]);
        assert_eq!((told(&run.files[0]), run.files[0].named.as_ref()), (result("merged", None), Some(&key)));
        next
    };
    let states = |two: &Two| {
        let keys = two.desk.book.keys_of("LDG-P2").unwrap();
        keys.into_iter().map(|key| (key.key, key.state, key.why)).collect::<Vec<_>>()
    };
    let old = week::card(&liar.two.post.book, &liar.two.post.who).unwrap().key;
    let valid = |key: &str| (key.to_owned(), KeyState::Valid, None);
    assert_eq!(states(&liar.two), [valid(&key), valid(&old)], "both sign: a file of the old one may be on its way");
    // The first batch that the new key has signed puts the old one out of use.
    let mut next = liar.forge();
    next.header.number = 2;
    next.header.previous = Some(Hash::of(b"the batch before"));
    (next.header.prev, next.header.first) = (prev, first);
    next.entries.truncate(1);
    next.facts.truncate(1);
    let entry = &mut next.entries[0];
    (entry.seq, entry.id, entry.record) = (first, Uuid::from_u128(10), Uuid::from_u128(11));
    next.change(0, |sheet| sheet["data"]["number"] = json!("LDG-P2-CB-2026-000009"));
    let file = next.chain().send(&stranger.book, &liar.to, &liar.two.out("new"));
    assert_eq!(liar.two.receive_one(&file), result("merged", None));
    assert_eq!(states(&liar.two), [valid(&key), (old.clone(), KeyState::Revoked, None)]);
    let again = liar.forge().chain();
    assert_eq!(liar.code(again), result("bad-signature", Some("E104")));
    // What it signed inside stays good.
    let inside = liar.forge();
    let file = send(&stranger.book, &liar.to, &inside.tar(), &liar.two.out("inside"));
    assert_eq!(liar.two.receive_one(&file), result("already-merged", None));
    liar.two.healthy();
}
