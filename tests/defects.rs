//! Batches that a trusted post signed and that are nevertheless wrong: each defect a bag can have, made in a real batch
//! and signed again, is refused with its own code, and nothing at the desk changes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "stock_tools/week.rs"]
mod week;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use trucban::journal::Hash;
use trucban::seal;
use trucban::sync::bag::Bag;
use trucban::sync::{
    BAG_INFO, Card, FACTS, HEADER, INDICATORS, JOURNAL, MANIFEST, NAMESPACE_BATCH, PERSONS, README, SIGNATURE,
    TAG_MANIFEST, card,
};
use week::Week;

/// The files of a bag, to be changed.
struct Files {
    top: String,
    all: BTreeMap<String, Vec<u8>>,
}

impl Files {
    fn of(tar: &[u8]) -> Self {
        let bag = Bag::walk(tar).unwrap();
        let all = bag.members().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        Self { top: bag.top.to_owned(), all }
    }

    fn bag(&self) -> Bag<'_> {
        let mut bag = Bag::new(&self.top);
        self.all.iter().for_each(|(name, bytes)| bag.put(name, bytes));
        bag
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.all[name].clone()).unwrap()
    }

    fn put(&mut self, name: &str, text: impl Into<Vec<u8>>) {
        self.all.insert(name.to_owned(), text.into());
    }

    /// Replaces in a file, where it has to be found.
    fn replace(&mut self, name: &str, from: &str, to: &str) {
        let before = self.text(name);
        assert!(before.contains(from), "{from} in {name}");
        self.put(name, before.replacen(from, to, 1));
    }

    /// The lines of a file, changed.
    fn lines(&mut self, name: &str, change: impl FnOnce(&mut Vec<String>)) {
        let mut lines: Vec<String> = self.text(name).lines().map(str::to_owned).collect();
        change(&mut lines);
        self.put(name, lines.join("\n") + "\n");
    }

    fn header(&mut self, change: impl FnOnce(&mut Value)) {
        let mut header = serde_json::from_slice(&self.all[HEADER]).unwrap();
        change(&mut header);
        self.put(HEADER, format!("{header}\n"));
    }

    /// Changes entries, and makes chain and head fit again.
    fn entries(&mut self, change: impl Fn(&mut Value)) {
        let mut prev = None;
        self.lines(JOURNAL, |lines| {
            for line in lines.iter_mut() {
                let mut entry: Value = serde_json::from_str(line).unwrap();
                change(&mut entry);
                if let Some(prev) = &prev {
                    entry["prev"] = json!(prev);
                }
                *line = entry.to_string();
                prev = Some(Hash::of(line.as_bytes()).hex());
            }
        });
        self.header(|header| header["head"] = json!(prev.unwrap()));
    }

    /// Manifests and inner signature of what is there now.
    fn sign(&mut self, week: &Week) {
        let (bytes, count) = self.bag().oxum();
        let info = self.text(BAG_INFO);
        let at = info.find("Payload-Oxum").unwrap();
        let info = format!("{}Payload-Oxum: {bytes}.{count}\n", &info[..at]);
        self.put(BAG_INFO, info);
        let manifest = self.bag().manifest();
        self.put(MANIFEST, manifest);
        self.seal(week);
    }

    /// Tag manifest and inner signature only.
    fn seal(&mut self, week: &Week) {
        let tags = self.bag().tag_manifest();
        let signature = card::signing(&week.post.book).unwrap().sign(NAMESPACE_BATCH, tags.as_bytes()).unwrap();
        self.put(TAG_MANIFEST, tags);
        self.put(SIGNATURE, signature);
    }
}

/// Hands a tar to the desk as the post would, and returns result and code.
fn received(week: &mut Week, tar: &[u8]) -> (String, Option<String>) {
    let receiver = Card::own(&week.desk.book).unwrap();
    week.put_signed("b.tar.age", &seal::encrypt(&[receiver.recipient], tar).unwrap());
    week.receive_one("b.tar.age")
}

type Defect = (&'static str, &'static str, fn(&mut Files, &Week));

/// Made before the bag is signed again.
const DEFECTS: &[Defect] = &[
    ("E110", "a file more", |files, _| files.put("data/more.txt", "x")),
    ("E110", "a file less", |files, _| drop(files.all.remove(INDICATORS))),
    ("E110", "persons, and batch.json says none", |files, _| files.put(PERSONS, "")),
    ("E110", "another folder's name", |files, _| files.top = "LDG-P2-2026W48-000002-0009".into()),
    ("E110", "a key more", |files, _| files.header(|header| header["more"] = json!(1))),
    ("E110", "a key twice", |files, _| files.replace(HEADER, "{", "{\"unit\":\"LDG-P2\",")),
    ("E110", "numbers that don't fit", |files, _| files.header(|header| header["counts"]["entries"] = json!(3))),
    ("E110", "another post's", |files, _| files.header(|header| header["unit"] = json!("LDG-P3"))),
    ("E111", "another version", |files, _| files.header(|header| header["version"] = json!("2.0"))),
    ("E105", "for another desk", |files, _| files.header(|header| header["receiver"] = json!("HCM"))),
    ("E112", "a line that is no JSON", |files, _| files.lines(JOURNAL, |lines| lines[2] = "{".into())),
    ("E112", "a line without its end", |files, _| {
        let end = files.text(JOURNAL).trim_end().to_owned();
        files.put(JOURNAL, end);
    }),
    ("E112", "a key twice in a line", |files, _| files.lines(JOURNAL, |l| l[2] = l[2].replacen('{', "{\"v\":1,", 1))),
    ("E112", "another journal", |files, _| files.entries(|entry| entry["journal"] = entry["record"].clone())),
    ("E112", "another unit", |files, _| files.entries(|entry| entry["unit"] = json!("LDG-P3"))),
    ("E112", "one id for all", |files, _| files.entries(|entry| entry["id"] = entry["journal"].clone())),
    ("E112", "a line less", |files, _| files.lines(JOURNAL, |lines| drop(lines.pop()))),
    ("E113", "two lines change places", |files, _| files.lines(JOURNAL, |lines| lines.swap(3, 4))),
    ("E113", "a line changed", |files, _| files.replace(JOURNAL, "\"rev\":1,\"facts\"", "\"rev\":1 ,\"facts\"")),
    ("E113", "another head", |files, _| files.header(|header| header["head"] = json!(Hash::ZERO.hex()))),
    ("E114", "an envelope changed", |files, _| files.replace(FACTS, "Trộm", "Trôm")),
    ("E114", "the envelope of a note less", |files, _| {
        let at = files.text(JOURNAL).lines().position(|line| line.contains("\"act\":\"note\"")).unwrap();
        files.lines(FACTS, |lines| drop(lines.remove(at)));
        files.header(|header| header["counts"]["facts"] = json!(header["counts"]["facts"].as_u64().unwrap() - 1));
    }),
    ("E114", "an envelope more", |files, _| files.lines(FACTS, |lines| lines.push(lines[0].clone()))),
    ("E114", "two envelopes change places", |files, _| files.lines(FACTS, |lines| lines.swap(3, 4))),
    ("E112", "a line that is no envelope's", |files, _| files.lines(FACTS, |lines| lines[0] = "{}".into())),
    ("E115", "a record that begins twice", |files, _| {
        files.entries(|entry| {
            if entry["act"] == "amend" {
                entry["act"] = json!("create");
            }
        });
    }),
    ("E115", "a record of two kinds", |files, _| {
        files.entries(|entry| {
            if entry["act"] == "note" {
                entry["kind"] = json!("patrol");
            }
        });
    }),
];

#[test]
fn a_signed_batch_with_a_defect_is_refused_with_its_code() {
    let mut week = Week::new(false);
    week.introduce();
    let before = state(&week);
    for (code, what, damage) in DEFECTS {
        let mut files = Files::of(&week.tar());
        damage(&mut files, &week);
        files.sign(&week);
        let tar = files.bag().pack().unwrap();
        assert_eq!(received(&mut week, &tar).1.as_deref(), Some(*code), "{what}");
        assert_eq!(state(&week), before, "{what}");
    }
    // The same hands, without a defect: it was none of the other steps that refused.
    let mut files = Files::of(&week.tar());
    files.sign(&week);
    let tar = files.bag().pack().unwrap();
    assert_eq!(received(&mut week, &tar), ("merged".into(), None));
    assert_ne!(state(&week), before);
}

#[test]
fn a_defect_under_the_inner_signature_is_refused_with_its_code() {
    let mut week = Week::new(false);
    week.introduce();
    let before = state(&week);
    let tar = week.tar();
    let unsealed: [Defect; 6] = [
        ("E108", "another key", |files, week| {
            let key = card::signing(&week.desk.book).unwrap();
            files.put(SIGNATURE, key.sign(NAMESPACE_BATCH, &files.all[TAG_MANIFEST]).unwrap());
        }),
        ("E108", "another namespace", |files, week| {
            let key = card::signing(&week.post.book).unwrap();
            files.put(SIGNATURE, key.sign("trucban-batch-file@v1", &files.all[TAG_MANIFEST]).unwrap());
        }),
        ("E108", "no signature", |files, _| drop(files.all.remove(SIGNATURE))),
        ("E109", "a tag file changed", |files, _| files.put(README, "x")),
        ("E109", "a data file changed", |files, _| files.put(INDICATORS, "x")),
        ("E109", "a manifest that isn't of these files, signed", |files, week| {
            files.put(MANIFEST, "");
            files.seal(week);
        }),
    ];
    for (code, what, damage) in unsealed {
        let mut files = Files::of(&tar);
        damage(&mut files, &week);
        let tar = files.bag().pack().unwrap();
        assert_eq!(received(&mut week, &tar).1.as_deref(), Some(code), "{what}");
    }
    for (what, bad) in [
        ("cut", tar[..tar.len() - 512].to_vec()),
        ("longer", [&tar[..], &[0; 512]].concat()),
        ("a mode", {
            let mut bad = tar.clone();
            bad[106] = b'5';
            bad
        }),
        ("nothing", Vec::new()),
    ] {
        assert_eq!(received(&mut week, &bad).1.as_deref(), Some("E107"), "{what}");
    }
    week.put_signed("b.tar.age", b"no age file");
    assert_eq!(week.receive_one("b.tar.age").1.as_deref(), Some("E106"));
    assert_eq!(state(&week), before);
}

/// What stands in the desk's journals and records.
fn state(week: &Week) -> String {
    let health = week.desk.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    let merged = week.desk.book.merged_through("LDG-P2").unwrap();
    format!("{} {} {merged:?}", health.entries, health.head)
}
