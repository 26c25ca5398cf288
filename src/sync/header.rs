//! `data/batch.json`: what a batch is, from whom, for whom, and where in the journal it stands.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{BatchName, FORMAT, VERSION};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{Hash, is_unit_code};
use crate::record::strict;
use crate::record::when::{self, Moment};

/// The week under which a batch is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Such as `2026-W47`.
    pub week: String,
    /// Its first moment.
    pub from: Moment,
    /// The first moment after it.
    pub to: Moment,
}

/// How much is in a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines of the journal.
    pub entries: u64,
    /// Facts envelopes.
    pub facts: u64,
    /// Persons envelopes.
    pub persons: u64,
}

/// All that batch.json says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Minor version of the format; the major one is ours.
    pub minor: u64,
    /// The post.
    pub unit: String,
    /// The receiver.
    pub receiver: String,
    /// Running number within the journal, from 1.
    pub number: u64,
    /// The week.
    pub period: Period,
    /// Id of the batch before, within the journal.
    pub previous: Option<Hash>,
    /// The journal.
    pub journal: Uuid,
    /// Number of the first entry.
    pub first: u64,
    /// Number of the last entry; one before the first when nothing was new.
    pub last: u64,
    /// Hash that the first line names as the one before.
    pub prev: Hash,
    /// Hash of the last line.
    pub head: Hash,
    /// Head of the post's access log.
    pub access_head: Hash,
    /// How much is in it.
    pub counts: Counts,
    /// Findings that go with it: code and how many.
    pub findings: BTreeMap<String, u64>,
    /// Persons go along.
    pub with_persons: bool,
    /// When it was sealed.
    pub sealed_at: Moment,
}

/// The largest batch.json that anybody accepts, in bytes: what it says takes a hundredth of that, and a reader holds all
/// of it in memory.
const LONGEST: usize = 64 * 1024;

const KEYS: [&str; 17] = [
    "format",
    "version",
    "unit",
    "receiver",
    "number",
    "period",
    "previous",
    "journal",
    "first",
    "last",
    "prev",
    "head",
    "access_head",
    "counts",
    "findings",
    "with_persons",
    "sealed_at",
];

impl Header {
    /// The name of the batch.
    #[must_use]
    pub fn name(&self) -> BatchName {
        BatchName::new(&self.unit, &self.period.week, self.number, &self.journal)
    }

    /// The file, one object and a line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        let hash = |hash: Hash| hash.hex();
        let whole = json!({
            "format": FORMAT,
            "version": VERSION,
            "unit": self.unit,
            "receiver": self.receiver,
            "number": self.number,
            "period": {
                "week": self.period.week, "from": when::kept(self.period.from), "to": when::kept(self.period.to),
            },
            "previous": self.previous.map(hash),
            "journal": self.journal,
            "first": self.first,
            "last": self.last,
            "prev": hash(self.prev),
            "head": hash(self.head),
            "access_head": hash(self.access_head),
            "counts": {
                "entries": self.counts.entries, "facts": self.counts.facts, "persons": self.counts.persons,
            },
            "findings": self.findings,
            "with_persons": self.with_persons,
            "sealed_at": when::kept(self.sealed_at),
        });
        format!("{whole}\n")
    }

    /// Reads batch.json: the version first, then everything else.
    ///
    /// # Errors
    /// E111 of a version that this program can't read; E110 with the key.
    pub fn parse(bytes: &[u8]) -> Outcome<Self> {
        if bytes.len() > LONGEST {
            return Err(bad("length"));
        }
        let object = strict::object(bytes, 3).map_err(|fault| bad("json").because(fault))?;
        if object.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(bad("format"));
        }
        let minor = version(object.get("version").and_then(Value::as_str))?;
        read(&object, minor).map_err(bad)
    }
}

fn bad(key: &str) -> Fault {
    Fault::new(Kind::Data, "E110").with("key", key)
}

/// The minor version, if the major one is 1.
///
/// # Errors
/// E111; E110 when it is no version at all.
pub(super) fn version(text: Option<&str>) -> Outcome<u64> {
    let text = text.ok_or_else(|| bad("version"))?;
    let (major, minor) = text.split_once('.').ok_or_else(|| bad("version"))?;
    let number = |part: &str| part.parse::<u32>().ok().filter(|n| n.to_string() == part).map(u64::from);
    match (number(major), number(minor)) {
        (Some(1), Some(minor)) => Ok(minor),
        (Some(_), Some(_)) => Err(Fault::new(Kind::Data, "E111").with("version", text)),
        _ => Err(bad("version")),
    }
}

fn read(object: &Map<String, Value>, minor: u64) -> Result<Header, &'static str> {
    // A newer minor version may have added keys; this one has exactly its own.
    if minor == 0 && object.keys().any(|key| !KEYS.contains(&key.as_str())) {
        return Err("keys");
    }
    let text = |key: &'static str| object.get(key).and_then(Value::as_str).ok_or(key);
    let count = |key: &'static str| object.get(key).and_then(Value::as_u64).filter(|n| *n < 1 << 53).ok_or(key);
    let hash = |key: &'static str| text(key).and_then(|text| Hash::parse(text).ok_or(key));
    let unit = |key: &'static str| text(key).ok().filter(|code| is_unit_code(code)).map(str::to_owned).ok_or(key);
    let header = Header {
        minor,
        unit: unit("unit")?,
        receiver: unit("receiver")?,
        number: count("number")?,
        period: object.get("period").and_then(|said| period(said, minor)).ok_or("period")?,
        previous: if object.get("previous").is_some_and(Value::is_null) { None } else { Some(hash("previous")?) },
        journal: text("journal")
            .ok()
            .and_then(|text| Uuid::try_parse(text).ok().filter(|id| id.to_string() == text))
            .ok_or("journal")?,
        first: count("first")?,
        last: count("last")?,
        prev: hash("prev")?,
        head: hash("head")?,
        access_head: hash("access_head")?,
        counts: object.get("counts").and_then(|said| counts(said, minor)).ok_or("counts")?,
        findings: findings(object.get("findings")).ok_or("findings")?,
        with_persons: object.get("with_persons").and_then(Value::as_bool).ok_or("with_persons")?,
        sealed_at: text("sealed_at").ok().and_then(when::exact).ok_or("sealed_at")?,
    };
    consistent(&header).map(|()| header)
}

/// What its numbers have to say of each other.
fn consistent(header: &Header) -> Result<(), &'static str> {
    let empty = header.first == header.last + 1;
    match header {
        Header { number: 0, .. } => Err("number"),
        Header { first: 0, .. } => Err("first"),
        _ if header.last + 1 < header.first || header.last + 1 - header.first != header.counts.entries => Err("last"),
        _ if empty && header.prev != header.head => Err("head"),
        _ if header.counts.facts > header.counts.entries || header.counts.persons > header.counts.entries => {
            Err("counts")
        }
        _ if !header.with_persons && header.counts.persons > 0 => Err("with_persons"),
        _ if (header.number == 1) != header.previous.is_none() => Err("previous"),
        _ => Ok(()),
    }
}

/// An object of three keys; a newer minor version may have added some.
fn three(value: &Value, minor: u64) -> Option<&Map<String, Value>> {
    value.as_object().filter(|object| minor > 0 || object.len() == 3)
}

fn period(value: &Value, minor: u64) -> Option<Period> {
    let object = three(value, minor)?;
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    let week = text("week").filter(|week| is_week(week))?.to_owned();
    let (from, to) = (when::exact(text("from")?)?, when::exact(text("to")?)?);
    (from < to).then_some(Period { week, from, to })
}

/// `2026-W47`: it becomes part of file names.
fn is_week(text: &str) -> bool {
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once("-W").is_some_and(|(year, week)| digits(year, 4) && digits(week, 2))
}

fn counts(value: &Value, minor: u64) -> Option<Counts> {
    let object = three(value, minor)?;
    let count = |key: &str| object.get(key).and_then(Value::as_u64);
    Some(Counts { entries: count("entries")?, facts: count("facts")?, persons: count("persons")? })
}

fn findings(value: Option<&Value>) -> Option<BTreeMap<String, u64>> {
    let is_code = |code: &str| code.len() == 4 && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let each = |(code, n): (&String, &Value)| {
        let n = n.as_u64().filter(|n| *n < 1 << 53)?;
        is_code(code).then(|| (code.clone(), n))
    };
    value?.as_object()?.iter().map(each).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::sync) fn sample() -> Header {
        Header {
            minor: 0,
            unit: "LDG-P2".into(),
            receiver: "LDG".into(),
            number: 2,
            period: Period {
                week: "2026-W47".into(),
                from: when::parse("2026-11-16T00:00:00+07:00").unwrap(),
                to: when::parse("2026-11-23T00:00:00+07:00").unwrap(),
            },
            previous: Some(Hash::of(b"one")),
            journal: Uuid::from_u128(0x7f3a),
            first: 5,
            last: 9,
            prev: Hash::of(b"4"),
            head: Hash::of(b"9"),
            access_head: Hash::ZERO,
            counts: Counts { entries: 5, facts: 5, persons: 0 },
            findings: BTreeMap::from([("H204".to_owned(), 2)]),
            with_persons: false,
            sealed_at: when::parse("2026-11-23T08:00:00+07:00").unwrap(),
        }
    }

    #[test]
    fn it_reads_back_and_keeps_its_keys() {
        let text = sample().to_json();
        assert_eq!(Header::parse(text.as_bytes()).unwrap(), sample());
        let object: Map<String, Value> = serde_json::from_str(&text).unwrap();
        assert_eq!(object.keys().collect::<Vec<_>>(), KEYS);
        assert_eq!(sample().name().to_string(), "LDG-P2-2026W47-000002-7f3a");
    }

    #[test]
    fn every_key_is_needed_and_checked() {
        let whole: Map<String, Value> = serde_json::from_str(&sample().to_json()).unwrap();
        for key in KEYS {
            let mut less = whole.clone();
            less.remove(key);
            let read =
                |object: &Map<String, Value>| Header::parse(Value::Object(object.clone()).to_string().as_bytes());
            assert_eq!(read(&less).unwrap_err().code, "E110", "{key}");
            less.insert(key.to_owned(), json!([1]));
            assert_eq!(read(&less).unwrap_err().code, "E110", "{key}");
        }
    }

    #[test]
    fn numbers_that_contradict_each_other_are_named() {
        let broken: [fn(&mut Header); 7] = [
            |h| h.number = 0,
            |h| h.first = 0,
            |h| h.last = 3,
            |h| h.counts.entries = 4,
            |h| h.counts.persons = 1,
            |h| h.previous = None,
            |h| h.period.to = h.period.from,
        ];
        for (n, change) in broken.iter().enumerate() {
            let mut header = sample();
            change(&mut header);
            assert_eq!(Header::parse(header.to_json().as_bytes()).unwrap_err().code, "E110", "{n}");
        }
    }

    #[test]
    fn what_is_too_large_or_too_exact_is_refused() {
        let code = |from: &str, to: &str| {
            let text = sample().to_json();
            assert!(text.contains(from), "{from}");
            Header::parse(text.replace(from, to).as_bytes()).map_err(|fault| fault.code)
        };
        let long = format!("\"unit\"{}", " ".repeat(LONGEST));
        for (from, to) in [
            ("\"unit\"", &*long),
            ("\"H204\":2", "\"H204\":9007199254740992"),
            ("\"week\"", "\"x\":1,\"week\""),
            ("\"entries\"", "\"x\":1,\"entries\""),
            ("T08:00:00", "T08:00:00.5"),
            ("2026-11-16T", "0001-11-16T"),
        ] {
            assert_eq!(code(from, to).unwrap_err(), "E110", "{to}");
        }
        let newer = sample().to_json().replace("\"1.0\"", "\"1.1\"").replace("\"week\"", "\"x\":1,\"week\"");
        assert!(Header::parse(newer.as_bytes()).is_ok(), "a newer minor version may say more");
    }

    #[test]
    fn the_version_decides_what_may_stand_there() {
        let with = |version: &str| {
            sample().to_json().replace("\"version\":\"1.0\"", &format!("\"version\":\"{version}\",\"x\":1"))
        };
        let code = |version: &str| Header::parse(with(version).as_bytes()).map_err(|fault| fault.code);
        assert_eq!(code("1.0").unwrap_err(), "E110");
        assert_eq!(code("1.7").unwrap().minor, 7);
        assert_eq!(code("2.0").unwrap_err(), "E111");
        for wrong in ["1", "01.0", "1.x", "", "1.0.0", "-1.0"] {
            assert_eq!(code(wrong).unwrap_err(), "E110", "{wrong}");
        }
    }
}
