//! Every rule has an example that it speaks of, and one that differs in a single thing and that it is silent about.
//! `findings/examples.jsonl` holds them, a line each; a rule without both fails here, by looking at the source for the
//! codes there are. Rules that need a logbook name the test that shows them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};
use trucban::record::{self, Kind, Lookup, Neighbour, when};
use uuid::Uuid;

const EXAMPLES: &str = include_str!("findings/examples.jsonl");

/// Codes of rules that compare a record with a logbook, a file or a batch, each with the test that shows it.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("E003", "tests/cli/add.case", "đã ghi ở LDG-P2-VV-2024-000001 với nội dung khác"),
    ("E006", "tests/logbook/writing.rs", "never refused later"),
    ("E019", "tests/cli/registers.case", "Mã khu dân cư “TDP 4” đã có"),
    ("E131", "tests/sync/forked.rs", "[\"E131\"]"),
    ("E302", "tests/duty/patrol.rs", "it isn't out yet"),
    ("E304", "tests/duty/patrol.rs", "[\"E304\"]"),
    ("E401", "tests/acts.rs", "[\"E401\"]"),
    ("E404", "tests/duty/handover.rs", "[\"E404\"]"),
    ("E407", "tests/duty/handover.rs", "(\"E407\", \"1000\")"),
    ("W001", "tests/acts.rs", "[\"W001\", \"W002\"]"),
    ("W002", "tests/acts.rs", "no shift is open"),
    ("W130", "tests/sync/restored.rs", "vec![\"W130\"] } else { vec![] }"),
    ("W133", "tests/sync/sealing.rs", "(\"W133\", records[1])"),
    ("W403", "tests/acts.rs", "[\"W403\"]"),
];

/// A logbook with two areas, one officer and two records.
struct Known;

impl Lookup for Known {
    fn area(&self, text: &str) -> Option<String> {
        ["TDP 4", "TDP 7"].contains(&text).then(|| text.to_owned())
    }

    fn officer(&self, text: &str) -> Option<Uuid> {
        (text == "an").then(|| Uuid::from_u128(1))
    }

    fn record(&self, text: &str) -> Option<Uuid> {
        let known = ["VV-2026-000001", "TT-2026-000001"];
        known.iter().position(|number| *number == text).map(|n| Uuid::from_u128(n as u128))
    }

    fn kind_of(&self, record: &Uuid) -> Option<String> {
        Some(if record.is_nil() { "incident" } else { "patrol" }.to_owned())
    }
}

/// The codes that the rules name for these records, cleaned, each alone and all together.
fn said(kind: Kind, records: &[Value]) -> BTreeSet<&'static str> {
    let now = when::parse("2026-11-23T20:00:00+07:00").unwrap();
    let mut codes = BTreeSet::new();
    let mut neighbours = Vec::new();
    for record in records {
        let (data, found) = record::clean(kind, record.as_object().unwrap(), &Known, now);
        codes.extend(found.iter().chain(&record::check(kind, &data)).map(|finding| finding.code));
        neighbours.push((data.main_time(kind).unwrap_or(now), Neighbour::of(Some(kind), &data)));
    }
    neighbours.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    codes.extend(record::compare(&neighbours).into_iter().map(|(_, finding)| finding.code));
    codes
}

/// In how many fields two lists of records differ; one record more or less is one thing.
fn differences(one: &[Value], other: &[Value]) -> usize {
    let keys = |a: &Map<String, Value>, b: &Map<String, Value>| {
        let all: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
        all.into_iter().filter(|key| a.get(*key) != b.get(*key)).count()
    };
    let pairs = one.iter().zip(other).map(|(a, b)| keys(a.as_object().unwrap(), b.as_object().unwrap()));
    pairs.sum::<usize>() + one.len().abs_diff(other.len())
}

#[test]
fn every_example_is_spoken_of_and_its_twin_is_not() {
    for line in EXAMPLES.lines() {
        let example: Value = serde_json::from_str(line).unwrap();
        let (code, kind) = (example["code"].as_str().unwrap(), Kind::parse(example["kind"].as_str().unwrap()).unwrap());
        let records = |key: &str| example[key].as_array().unwrap().clone();
        let (says, silent) = (records("says"), records("silent"));
        assert_eq!(differences(&says, &silent), 1, "{line}");
        assert!(said(kind, &says).contains(code), "{code} is silent: {line}");
        assert!(!said(kind, &silent).contains(code), "{code} speaks of the twin: {line}");
    }
}

#[test]
fn every_rule_has_its_examples_or_names_the_test_that_shows_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut codes = BTreeSet::new();
    gather(&root.join("src"), &mut codes);
    codes.extend(["E016", "E022"].map(str::to_owned));
    assert!(codes.len() > 50 && codes.contains("E200") && codes.contains("H601"), "{codes:?}");
    let shown: BTreeSet<String> = EXAMPLES.lines().map(|line| line.get(9..13).unwrap().to_owned()).collect();
    for code in &codes {
        let elsewhere = ELSEWHERE.iter().find(|(known, ..)| known == code);
        let named = elsewhere.is_some_and(|(_, file, text)| {
            let file = std::fs::read_to_string(root.join(file)).unwrap();
            file.contains(text) && file.contains(code.as_str())
        });
        assert!(shown.contains(code) || named, "{code}: two examples in tests/findings/examples.jsonl are missing");
    }
    assert!(shown.iter().all(|code| codes.contains(code)), "an example of no rule");
}

/// The codes with which the source makes findings; tests below `mod tests` make none of their own.
fn gather(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            gather(&entry, codes);
        } else if entry.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&entry).unwrap();
            let made = text.split("Finding::new(\"").skip(1).filter_map(|rest| rest.get(..4));
            codes.extend(made.map(str::to_owned));
            // Those of the privacy scanner, by what was found.
            codes.extend(text.split("=> \"H").skip(1).filter_map(|rest| Some(format!("H{}", rest.get(..3)?))));
        }
    }
}
