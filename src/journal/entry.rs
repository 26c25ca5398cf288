//! One line of the journal: what was done, by whom, and the hashes that bind it to its content and to the line before.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::hash::Hash;
use crate::fault::{Fault, Kind, Outcome};
use crate::record::strict;
use crate::record::when::{self, Moment};

/// The format that this program writes.
pub const VERSION: u64 = 1;
/// The longest line that anybody accepts, in bytes.
const LONGEST: usize = 4096;

/// The highest number that every reader of JSON takes as it is; no journal comes near.
const HIGHEST: u64 = (1 << 53) - 1;

/// What an entry does to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Begins it.
    Create,
    /// A new version of all its fields, with a reason.
    Amend,
    /// Adds a remark or event.
    Note,
    /// Signs a line of it.
    Sign,
    /// Ends it, with a reason.
    Void,
    /// Names envelopes that were removed, with the rule.
    Purge,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 6] = [Self::Create, Self::Amend, Self::Note, Self::Sign, Self::Void, Self::Purge];

    /// As the journal writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Amend => "amend",
            Self::Note => "note",
            Self::Sign => "sign",
            Self::Void => "void",
            Self::Purge => "purge",
        }
    }

    /// The act with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// Whether it carries all fields of the record.
    #[must_use]
    pub const fn is_version(self) -> bool {
        matches!(self, Self::Create | Self::Amend)
    }
}

/// One entry. The bytes of its line are what is stored, hashed, exported and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The journal it stands in.
    pub journal: Uuid,
    /// Code of the post.
    pub unit: String,
    /// 1, 2, 3, … without a gap.
    pub seq: u64,
    /// The entry's own id, made when the form opened.
    pub id: Uuid,
    /// The clock as read when written. Order is `seq`, never this.
    pub at: Moment,
    /// The officer who did it.
    pub by: Uuid,
    /// The open shift.
    pub shift: Option<Uuid>,
    /// What it does.
    pub act: Act,
    /// Record kind, English name; a newer program may know more kinds.
    pub kind: String,
    /// The record.
    pub record: Uuid,
    /// 1 for create, one more for each later act on the record.
    pub rev: u64,
    /// Hash of the facts envelope.
    pub facts: Hash,
    /// Hash of the persons envelope.
    pub persons: Option<Hash>,
    /// Hash of the line before.
    pub prev: Hash,
}

impl Entry {
    /// The line, without a line break.
    #[must_use]
    pub fn to_line(&self) -> String {
        let text = |text: &str| Value::from(text).to_string();
        let at = self.at.format("%Y-%m-%dT%H:%M:%S%.3f%:z");
        let shift = self.shift.map_or_else(|| "null".to_owned(), |id| format!("\"{id}\""));
        let persons = self.persons.map_or_else(|| "null".to_owned(), |hash| format!("\"{hash}\""));
        let Self { journal, seq, id, by, record, rev, facts, prev, .. } = self;
        let (unit, act, kind) = (text(&self.unit), self.act.name(), text(&self.kind));
        format!(
            "{{\"v\":{VERSION},\"journal\":\"{journal}\",\"unit\":{unit},\"seq\":{seq},\"id\":\"{id}\",\"at\":\"{at}\",\
             \"by\":\"{by}\",\"shift\":{shift},\"act\":\"{act}\",\"kind\":{kind},\"record\":\"{record}\",\"rev\":{rev},\
             \"facts\":\"{facts}\",\"persons\":{persons},\"prev\":\"{prev}\"}}"
        )
    }

    /// Whether its line can be read back: what can't is not to be written.
    ///
    /// # Errors
    /// E112 with the key that nobody would accept.
    pub fn check(&self) -> Outcome<()> {
        let within = |n| (1..=HIGHEST).contains(&n);
        let wrong = [
            ("unit", !is_unit_code(&self.unit)),
            ("seq", !within(self.seq)),
            ("at", !when::is_known_year(self.at)),
            ("kind", !is_kind_name(&self.kind)),
            ("rev", !within(self.rev)),
        ];
        wrong.iter().find(|(_, is)| *is).map_or(Ok(()), |(key, _)| Err(bad(key)))
    }

    /// Reads a line of this format. Keys that a newer minor version added are passed over.
    ///
    /// # Errors
    /// E112 when a key is missing, twice, or not of its shape.
    pub fn from_line(line: &[u8]) -> Outcome<Self> {
        if line.len() > LONGEST {
            return Err(bad("length"));
        }
        let object = strict::object(line, 4).map_err(|fault| bad("json").because(fault))?;
        read(&object).map_err(bad)
    }
}

fn bad(key: &str) -> Fault {
    Fault::new(Kind::Data, "E112").with("key", key)
}

fn read(object: &Map<String, Value>) -> Result<Entry, &'static str> {
    if object.get("v").and_then(Value::as_u64) != Some(VERSION) {
        return Err("v");
    }
    let text = |key: &'static str| object.get(key).and_then(Value::as_str).ok_or(key);
    let count =
        |key: &'static str| object.get(key).and_then(Value::as_u64).filter(|n| (1..=HIGHEST).contains(n)).ok_or(key);
    let id = |key: &'static str| text(key).and_then(|t| uuid(t).ok_or(key));
    let hash = |key: &'static str| text(key).and_then(|t| Hash::parse(t).ok_or(key));
    let is_null = |key: &'static str| object.get(key).is_some_and(Value::is_null);
    let kind = text("kind").ok().filter(|kind| is_kind_name(kind));
    Ok(Entry {
        journal: id("journal")?,
        unit: text("unit").ok().filter(|unit| is_unit_code(unit)).ok_or("unit")?.to_owned(),
        seq: count("seq")?,
        id: id("id")?,
        at: text("at").and_then(|at| when::exact(at).ok_or("at"))?,
        by: id("by")?,
        shift: if is_null("shift") { None } else { Some(id("shift")?) },
        act: text("act").and_then(|act| Act::parse(act).ok_or("act"))?,
        kind: kind.ok_or("kind")?.to_owned(),
        record: id("record")?,
        rev: count("rev")?,
        facts: hash("facts")?,
        persons: if is_null("persons") { None } else { Some(hash("persons")?) },
        prev: hash("prev")?,
    })
}

fn is_kind_name(kind: &str) -> bool {
    (1..=32).contains(&kind.len()) && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// Only the hyphenated lower-case form: one id has one spelling.
fn uuid(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|id| *id.hyphenated().encode_lower(&mut Uuid::encode_buffer()) == *text)
}

/// `[A-Z0-9]+(-[A-Z0-9]+)*`, at most 16: it becomes part of file and folder names.
#[must_use]
pub fn is_unit_code(code: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    code.len() <= 16 && code.split('-').all(part)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sample() -> Entry {
        let id = |n: u128| Uuid::from_u128(n);
        Entry {
            journal: id(1),
            unit: "LDG-P2".into(),
            seq: 7,
            id: id(2),
            at: when::parse("2026-11-23T20:14:05.123+07:00").unwrap(),
            by: id(3),
            shift: None,
            act: Act::Create,
            kind: "incident".into(),
            record: id(4),
            rev: 1,
            facts: Hash::of(b"f"),
            persons: Some(Hash::of(b"p")),
            prev: Hash::ZERO,
        }
    }

    #[test]
    fn a_line_reads_back_and_keeps_its_key_order() {
        let line = sample().to_line();
        assert!(
            line.starts_with(
                r#"{"v":1,"journal":"00000000-0000-0000-0000-000000000001","unit":"LDG-P2","seq":7,"id":"#
            )
        );
        assert!(line.contains(r#""at":"2026-11-23T20:14:05.123+07:00","by":"#), "{line}");
        assert_eq!(Entry::from_line(line.as_bytes()).unwrap(), sample());
    }

    #[test]
    fn every_key_is_needed_and_checked() {
        let whole: Map<String, Value> = serde_json::from_str(&sample().to_line()).unwrap();
        for key in whole.keys() {
            let mut less = whole.clone();
            less.remove(key);
            let fault = Entry::from_line(Value::Object(less.clone()).to_string().as_bytes()).unwrap_err();
            assert_eq!((fault.code, fault.args[0].1.as_str()), ("E112", key.as_str()));
            less.insert(key.clone(), json!({"x": 1}));
            assert!(Entry::from_line(Value::Object(less).to_string().as_bytes()).is_err(), "{key}");
        }
        for (from, to) in [("\"incident\"", "\"\""), (".123+", ".1234+"), ("T20:", " 20:")] {
            assert!(Entry::from_line(sample().to_line().replace(from, to).as_bytes()).is_err(), "{to}");
        }
        for number in ["0", "-1", "1.0", "9007199254740992", "\"7\""] {
            let line = sample().to_line().replace("\"seq\":7", &format!("\"seq\":{number}"));
            assert!(Entry::from_line(line.as_bytes()).is_err(), "{number}");
        }
        assert!(sample().check().is_ok());
        let far = when::parse("2199-12-31T23:59:59+07:00").unwrap() + chrono::TimeDelta::days(1);
        let wrong = [Entry { at: far, ..sample() }, Entry { seq: 0, ..sample() }, Entry { rev: 1 << 60, ..sample() }];
        for entry in wrong.into_iter().chain([Entry { unit: "a".into(), ..sample() }]) {
            assert!(entry.check().is_err() && Entry::from_line(entry.to_line().as_bytes()).is_err());
        }
        for unit in ["", "ldg", "A--B", "-A", "A-", "A/B", "ABCDEFGHIJKLMNOPQ"] {
            assert!(!is_unit_code(unit), "{unit}");
        }
    }
}
