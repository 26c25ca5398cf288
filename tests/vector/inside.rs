//! What can be wrong in a bag that the post's own hands have packed: lists, batch.json, lines, chain, envelopes; and
//! what a reader has to live with.

use serde_json::{Value, json};
use trucban::journal::Hash;
use trucban::sync::{
    BAG_INFO, FACTS, HEADER, INDICATORS, JOURNAL, MANIFEST, NAMESPACE_BATCH, NAMESPACE_FILE, PERSONS, README,
    SIGNATURE, TAG_MANIFEST,
};

use crate::parts::Files;
use crate::recipes::Hands::{Bag, Inside, Outside};
use crate::recipes::Recipe;

const NONE: Option<&str> = None;

pub const INSIDE: &[Recipe] = &[
    (
        "inner-stranger",
        Some("E108"),
        "the inner signature is by another key",
        Inside(|files, maker| {
            files.put(SIGNATURE, maker.stranger.sign(NAMESPACE_BATCH, &files.all[TAG_MANIFEST]).unwrap());
        }),
    ),
    (
        "inner-namespace",
        Some("E108"),
        "the inner signature is in another namespace",
        Inside(|files, maker| {
            files.put(SIGNATURE, maker.post.sign(NAMESPACE_FILE, &files.all[TAG_MANIFEST]).unwrap());
        }),
    ),
    (
        "inner-missing",
        Some("E108"),
        "there is no inner signature",
        Inside(|files, _| drop(files.all.remove(SIGNATURE))),
    ),
    (
        "manifest-tag-file",
        Some("E109"),
        "a tag file was changed after it was listed",
        Inside(|files, _| files.put(README, "x")),
    ),
    (
        "manifest-data-file",
        Some("E109"),
        "a data file was changed after it was listed",
        Inside(|files, _| files.put(INDICATORS, "x")),
    ),
    (
        "manifest-empty",
        Some("E109"),
        "the manifest lists nothing, signed",
        Inside(|files, maker| {
            files.put(MANIFEST, "");
            files.seal(maker);
        }),
    ),
    (
        "manifest-oxum",
        Some("E109"),
        "Payload-Oxum counts a byte more, signed",
        Inside(|files, maker| {
            let info = files.text(BAG_INFO).replace("Payload-Oxum: ", "Payload-Oxum: 1");
            files.put(BAG_INFO, info);
            files.seal(maker);
        }),
    ),
    ("batch-json-broken", Some("E110"), "batch.json is no JSON", Bag(|files| files.put(HEADER, "{"))),
    (
        "batch-json-key-twice",
        Some("E110"),
        "a key stands twice in batch.json",
        Bag(|files| files.replace(HEADER, "{", "{\"unit\":\"LDG-P2\",")),
    ),
    (
        "batch-json-key-more",
        Some("E110"),
        "version 1.0 knows no such key",
        Bag(|files| files.header(|header| header["more"] = json!(1))),
    ),
    (
        "batch-json-counts",
        Some("E110"),
        "its numbers don't fit each other",
        Bag(|files| files.header(|header| header["counts"]["entries"] = json!(3))),
    ),
    (
        "batch-json-number-huge",
        Some("E110"),
        "a number beyond 2^53",
        Bag(|files| files.replace(HEADER, "\"number\":1,", "\"number\":99999999999999999999,")),
    ),
    (
        "batch-json-other-folder",
        Some("E110"),
        "the folder has another batch's name",
        Bag(|files| files.top = "LDG-P2-2026W48-000002-0009".into()),
    ),
    (
        "batch-json-other-unit",
        Some("E110"),
        "signed by one post, of another",
        Bag(|files| files.header(|header| header["unit"] = json!("LDG-P3"))),
    ),
    (
        "version-2",
        Some("E111"),
        "a version that nobody can read yet",
        Bag(|files| files.header(|header| header["version"] = json!("2.0"))),
    ),
    ("files-more", Some("E110"), "a file that version 1.0 doesn't know", Bag(|files| files.put("data/more.txt", "x"))),
    ("files-less", Some("E110"), "indicators.csv is missing", Bag(|files| drop(files.all.remove(INDICATORS)))),
    (
        "files-persons-unsaid",
        Some("E110"),
        "persons.jsonl is there, and batch.json says it isn't",
        Bag(|files| files.put(PERSONS, "")),
    ),
    (
        "receiver-other",
        Some("E105"),
        "made for another desk",
        Bag(|files| files.header(|header| header["receiver"] = json!("HCM"))),
    ),
    (
        "line-broken",
        Some("E112"),
        "a line that is no JSON",
        Bag(|files| files.lines(JOURNAL, |lines| lines[2] = "{".into())),
    ),
    (
        "line-open-end",
        Some("E112"),
        "the last line has no end",
        Bag(|files| {
            let text = files.text(JOURNAL).trim_end().to_owned();
            files.put(JOURNAL, text);
        }),
    ),
    (
        "line-key-twice",
        Some("E112"),
        "a key stands twice in a line",
        Bag(|files| files.lines(JOURNAL, |l| l[2] = l[2].replacen('{', "{\"v\":1,", 1))),
    ),
    (
        "line-deep",
        Some("E112"),
        "a line nested ten thousand deep",
        Bag(|files| {
            files.lines(JOURNAL, |l| {
                l[2] = format!("{}{}", "[".repeat(2000), "]".repeat(2000));
            });
        }),
    ),
    (
        "line-utf8",
        Some("E112"),
        "a line that is not UTF-8",
        Bag(|files| {
            let mut bytes = files.all[JOURNAL].clone();
            bytes[10] = 0xff;
            files.put(JOURNAL, bytes);
        }),
    ),
    (
        "line-nul",
        Some("E112"),
        "a NUL in a line",
        Bag(|files| files.lines(JOURNAL, |l| l[2] = l[2].replacen('{', "{\0", 1))),
    ),
    (
        "line-too-long",
        Some("E112"),
        "a line of more than 4096 bytes",
        Bag(|files| files.lines(JOURNAL, |l| l[2] = l[2].replacen('{', &format!("{{{}", " ".repeat(4096)), 1))),
    ),
    (
        "line-less",
        Some("E112"),
        "fewer lines than batch.json counts",
        Bag(|files| files.lines(JOURNAL, |lines| drop(lines.pop()))),
    ),
    (
        "line-other-unit",
        Some("E112"),
        "lines of another unit",
        Bag(|files| files.entries(|entry| entry["unit"] = json!("LDG-P3"))),
    ),
    (
        "line-other-journal",
        Some("E112"),
        "lines of another journal",
        Bag(|files| files.entries(|entry| entry["journal"] = entry["record"].clone())),
    ),
    (
        "line-one-id",
        Some("E112"),
        "entries that share an id",
        Bag(|files| files.entries(|entry| entry["id"] = entry["journal"].clone())),
    ),
    (
        "chain-order",
        Some("E113"),
        "two lines change places",
        Bag(|files| files.lines(JOURNAL, |lines| lines.swap(3, 4))),
    ),
    (
        "chain-changed",
        Some("E113"),
        "a line was changed after it was chained",
        Bag(|files| files.replace(JOURNAL, "\"rev\":1,\"facts\"", "\"rev\":1 ,\"facts\"")),
    ),
    (
        "chain-head",
        Some("E113"),
        "batch.json names another head",
        Bag(|files| files.header(|header| header["head"] = json!(Hash::ZERO.hex()))),
    ),
    (
        "record-begins-twice",
        Some("E115"),
        "a record is created twice",
        Bag(|files| {
            files.entries(|entry| {
                if entry["act"] == "amend" {
                    entry["act"] = json!("create");
                }
            });
        }),
    ),
    (
        "record-two-kinds",
        Some("E115"),
        "a record changes its kind",
        Bag(|files| {
            files.entries(|entry| {
                if entry["act"] == "note" {
                    entry["kind"] = json!("patrol");
                }
            });
        }),
    ),
    (
        "record-of-nobody",
        Some("E115"),
        "an entry on a record that nobody created",
        Bag(|files| {
            files.entries(|entry| {
                if entry["act"] == "void" {
                    entry["record"] = entry["id"].clone();
                }
            });
        }),
    ),
    (
        "envelope-changed",
        Some("E114"),
        "an envelope isn't the one that its entry names",
        Bag(|files| files.replace(FACTS, "Trộm", "Trôm")),
    ),
    (
        "envelope-less",
        Some("E114"),
        "the envelope of a note is missing: no purge takes that",
        Bag(|files| without(files, "note")),
    ),
    (
        "envelope-withheld",
        NONE,
        "the facts of a version are missing: a later purge may say why, and until then it is named",
        Bag(|files| without(files, "create")),
    ),
    (
        "envelope-more",
        Some("E114"),
        "an envelope too many",
        Bag(|files| files.lines(FACTS, |lines| lines.push(lines[0].clone()))),
    ),
    (
        "envelope-swapped",
        Some("E114"),
        "two envelopes change places",
        Bag(|files| files.lines(FACTS, |lines| lines.swap(3, 4))),
    ),
    (
        "envelope-line",
        Some("E112"),
        "a line of facts.jsonl that is none",
        Bag(|files| files.lines(FACTS, |lines| lines[0] = "{}".into())),
    ),
    ("gap", Some("E120"), "the batch before it hasn't come yet", Outside(|maker| maker.send(&maker.next))),
    (
        "minor-version",
        NONE,
        "version 1.1: a kind, an act's key and a file that 1.0 doesn't know are kept as they are",
        Bag(newer),
    ),
    (
        "hostile-text",
        NONE,
        "escape sequences, bidi controls, formulas and future times are content like any other",
        Bag(hostile),
    ),
];

/// Without the facts of the last entry of this act that has some; batch.json says so.
fn without(files: &mut Files, act: &str) {
    let parse = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let entries: Vec<Value> = files.text(JOURNAL).lines().map(parse).collect();
    let wanted = |line: &String| entries.iter().any(|e| e["act"] == act && line.contains(e["facts"].as_str().unwrap()));
    files.lines(FACTS, |lines| drop(lines.remove(lines.iter().rposition(wanted).unwrap())));
    files.header(|header| header["counts"]["facts"] = json!(header["counts"]["facts"].as_u64().unwrap() - 1));
}

fn newer(files: &mut Files) {
    files.header(|header| {
        header["version"] = json!("1.1");
        header["mood"] = json!("calm");
    });
    files.put("data/more.txt", "x");
    files.facts(|entry, facts| {
        if entry["kind"] == "patrol" {
            entry["kind"] = json!("drone");
            facts["data"]["height"] = json!(120);
            let number = facts["data"]["number"].as_str().unwrap().replace("-TT-", "-DR-");
            facts["data"]["number"] = json!(number);
        }
    });
}

/// Hostile text in every text of every record, and times that are yet to come.
fn hostile(files: &mut Files) {
    files.facts(|_, facts| {
        for (key, value) in facts["data"].as_object_mut().unwrap() {
            if key != "number" {
                spoil(value);
            }
        }
        if facts["why"].is_string() {
            spoil(&mut facts["why"]);
        }
        if facts["data"].get("reported_at").is_some() {
            facts["data"]["reported_at"] = json!("2199-01-01T00:00:00+07:00");
        }
    });
}

fn spoil(value: &mut Value) {
    match value {
        Value::String(text) => *text = "=HYPERLINK(\"x\")\u{1b}[2J\u{202e}gnort\u{0}\u{9b}31m\u{2066}\r\n+1".into(),
        Value::Array(items) => items.iter_mut().for_each(spoil),
        Value::Object(object) => object.values_mut().for_each(spoil),
        _ => {}
    }
}
