//! What can be wrong, or strange, in what entries say: their keys, their content and its numbers. Two readers that read
//! it differently would hold two records.

use serde_json::{Value, json};
use trucban::journal::Hash;
use trucban::sync::{FACTS, HEADER, JOURNAL, PERSONS};

use crate::parts::Files;
use crate::recipes::Hands::Bag;
use crate::recipes::Recipe;

const NONE: Option<&str> = None;

pub const CONTENT: &[Recipe] = &[
    (
        "batch-json-too-large",
        Some("E110"),
        "batch.json of more than 64 KiB",
        Bag(|files| files.replace(HEADER, "{", &format!("{{{}", " ".repeat(64 * 1024)))),
    ),
    (
        "batch-json-deep",
        Some("E110"),
        "a value of batch.json stands in four lists and objects",
        Bag(|files| {
            files.header(|header| {
                header["version"] = json!("1.1");
                header["mood"] = json!({"a": {"b": [1]}});
            });
        }),
    ),
    (
        "batch-json-period-more",
        Some("E110"),
        "version 1.0 knows no such key in period",
        Bag(|files| files.header(|header| header["period"]["more"] = json!(1))),
    ),
    (
        "batch-json-moment",
        Some("E110"),
        "sealed in the year 1",
        Bag(|files| files.header(|header| header["sealed_at"] = json!("0001-01-01T00:00:00+07:00"))),
    ),
    (
        "files-too-many-entries",
        Some("E101"),
        "batch.json counts 20,001 entries",
        Bag(|files| {
            files.header(|header| {
                header["last"] = json!(header["first"].as_u64().unwrap() + 20_000);
                header["counts"]["entries"] = json!(20_001);
            });
        }),
    ),
    (
        "line-more",
        Some("E112"),
        "more lines than batch.json counts",
        Bag(|files| {
            files.header(|header| {
                for key in ["entries", "facts"] {
                    header["counts"][key] = json!(header["counts"][key].as_u64().unwrap() - 1);
                }
                header["last"] = json!(header["last"].as_u64().unwrap() - 1);
            });
        }),
    ),
    (
        "line-number-huge",
        Some("E112"),
        "a number beyond all floating ones",
        Bag(|files| first_key(files, "\"x\":1e999,")),
    ),
    (
        "line-surrogate",
        Some("E112"),
        "half of a surrogate pair, which is no character",
        Bag(|files| first_key(files, "\"x\":\"\\ud800\",")),
    ),
    (
        "line-moment",
        Some("E112"),
        "a line of the year 9999",
        Bag(|files| files.entries(|entry| entry["at"] = json!("9999-12-31T23:59:59.000+07:00"))),
    ),
    (
        "line-moment-form",
        Some("E112"),
        "a moment that is no RFC 3339 with an offset in figures",
        Bag(|files| files.entries(|entry| entry["at"] = json!("2026-11-23T20:14:05Z"))),
    ),
    (
        "line-kind-empty",
        Some("E112"),
        "a kind without a name",
        Bag(|files| {
            files.entries(|entry| {
                if entry["kind"] == "patrol" {
                    entry["kind"] = json!("");
                }
            });
        }),
    ),
    (
        "line-seq",
        Some("E113"),
        "a line that leaves a number out",
        Bag(|files| {
            files.entries(|entry| {
                if entry["act"] == "void" {
                    entry["seq"] = json!(entry["seq"].as_u64().unwrap() + 1);
                }
            });
        }),
    ),
    (
        "line-key-more",
        NONE,
        "a key of a line that nobody knows is kept with its bytes",
        Bag(|files| files.entries(|entry| entry["mood"] = json!({"calm": [1]}))),
    ),
    (
        "number-other-unit",
        Some("E115"),
        "a human number of another unit",
        Bag(|files| numbered(files, |number| number.replace("LDG-P2", "LDG-P3"))),
    ),
    (
        "number-other-kind",
        Some("E115"),
        "a human number of another kind",
        Bag(|files| numbered(files, |number| number.replace("-VV-", "-TT-"))),
    ),
    (
        "number-short",
        Some("E115"),
        "a human number without its zeros",
        Bag(|files| numbered(files, |number| number.replace("-0000", "-"))),
    ),
    (
        "number-missing",
        Some("E115"),
        "a version without its number",
        Bag(|files| {
            files.facts(|entry, facts| {
                if entry["act"] == "create" {
                    facts["data"].as_object_mut().unwrap().remove("number");
                }
            });
        }),
    ),
    (
        "envelope-salt",
        Some("E114"),
        "a salt of fewer than 16 bytes",
        Bag(|files| files.facts(|_, facts| facts["salt"] = json!("BwcHBwcHBwc="))),
    ),
    (
        "envelope-why",
        Some("E114"),
        "a reason that is no text",
        Bag(|files| files.facts(|_, facts| facts["why"] = json!(["x"]))),
    ),
    (
        "envelope-data",
        Some("E114"),
        "data that is no object",
        Bag(|files| files.facts(|_, facts| facts["data"] = json!([]))),
    ),
    (
        "envelope-key-twice",
        Some("E114"),
        "a key stands twice in an envelope",
        Bag(|files| files.sheets(|text| text.replacen("\"data\":{", "\"data\":{\"x\":1,\"x\":1,", 1))),
    ),
    (
        "envelope-deep",
        Some("E114"),
        "a value stands in nine lists and objects",
        Bag(|files| files.sheets(|text| text.replacen("\"data\":{", "\"data\":{\"x\":[[[[[[[1]]]]]]],", 1))),
    ),
    (
        "envelope-too-large",
        Some("E114"),
        "an envelope of more than 64 KiB",
        Bag(|files| {
            let wide = format!("{{{}", " ".repeat(64 * 1024));
            files.facts_of("void", |text| text.replacen('{', &wide, 1));
        }),
    ),
    (
        "envelope-no-json",
        Some("E114"),
        "an envelope that is no JSON",
        Bag(|files| files.facts_of("void", |_| "x".into())),
    ),
    (
        "envelope-key-more",
        NONE,
        "keys of an envelope that nobody knows are kept with its bytes",
        Bag(|files| files.facts(|_, facts| facts["mood"] = json!("calm"))),
    ),
    (
        "envelope-line-key-twice",
        Some("E112"),
        "a key that nobody knows stands twice in a line of facts.jsonl",
        Bag(|files| files.lines(FACTS, |lines| lines[1] = lines[1].replacen('{', "{\"x\":1,\"x\":1,", 1))),
    ),
    (
        "envelope-line-key-more",
        NONE,
        "a line of facts.jsonl may say more",
        Bag(|files| files.lines(FACTS, |lines| lines[1] = lines[1].replacen('{', "{\"x\":{\"y\":[1]},", 1))),
    ),
    (
        "persons-of-nobody",
        Some("E114"),
        "persons whose hash no line names",
        Bag(|files| {
            let text = "{\"salt\":\"BwcHBwcHBwcHBwcHBwcHBw==\",\"data\":{\"persons\":[]}}";
            let line = json!({"sha256": Hash::of(text.as_bytes()).hex(), "envelope": text});
            files.put(PERSONS, format!("{line}\n"));
            files.header(|header| {
                header["with_persons"] = json!(true);
                header["counts"]["persons"] = json!(1);
            });
        }),
    ),
    (
        "event-unknown",
        NONE,
        "a note tells an event that nobody knows yet",
        Bag(|files| {
            files.facts(|entry, facts| {
                if entry["act"] == "note" {
                    facts["data"]["event"] = json!("teleported");
                }
            });
        }),
    ),
];

/// A key at the beginning of a line.
fn first_key(files: &mut Files, key: &str) {
    files.lines(JOURNAL, |lines| lines[2] = lines[2].replacen('{', &format!("{{{key}"), 1));
}

/// Another number of each incident.
fn numbered(files: &mut Files, change: impl Fn(&str) -> String) {
    files.facts(|entry, facts| {
        if entry["kind"] == "incident" && facts["data"]["number"].is_string() {
            facts["data"]["number"] = json!(change(facts["data"]["number"].as_str().unwrap()));
        }
    });
}

impl Files {
    /// Changes entries and their facts, and makes hashes, chain and head fit again.
    pub fn facts(&mut self, change: impl Fn(&mut Value, &mut Value)) {
        self.each(|entry, text| {
            let mut facts = serde_json::from_str(&text).unwrap();
            change(entry, &mut facts);
            facts.to_string()
        });
    }

    /// Changes the text of every facts envelope.
    pub fn sheets(&mut self, change: impl Fn(String) -> String) {
        self.each(|_, text| change(text));
    }

    /// Changes the text of the facts envelopes of one act.
    pub fn facts_of(&mut self, act: &str, change: impl Fn(String) -> String) {
        self.each(|entry, text| if entry["act"] == act { change(text) } else { text });
    }

    fn each(&mut self, change: impl Fn(&mut Value, String) -> String) {
        let parse = |line: &str| serde_json::from_str::<Value>(line).unwrap();
        let mut entries: Vec<Value> = self.text(JOURNAL).lines().map(parse).collect();
        let mut sheets: Vec<Value> = self.text(FACTS).lines().map(parse).collect();
        for sheet in &mut sheets {
            let hash = sheet["sha256"].clone();
            let entry = entries.iter_mut().find(|entry| entry["facts"] == hash).unwrap();
            let text = change(entry, sheet["envelope"].as_str().unwrap().to_owned());
            entry["facts"] = json!(Hash::of(text.as_bytes()).hex());
            *sheet = json!({"sha256": entry["facts"], "envelope": text});
        }
        let lines = |all: &[Value]| all.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n";
        self.put(JOURNAL, lines(&entries));
        self.put(FACTS, lines(&sheets));
        self.entries(|_| ());
    }
}
