//! What is fed with hostile bytes: one function for each door that bytes from outside come through. Each may refuse,
//! and none may panic; what is taken has to say the same when it is written and read again. The fuzzer and the plain
//! test that replays its findings share this list.

use serde_json::{Map, Value};
use trucban::journal::envelope;
use trucban::journal::{Entry, Hash};
use trucban::record::clock::{self, Step};
use trucban::record::rulebook::Rulebook;
use trucban::record::{self, Data, Kind, Lookup, MAX_DEPTH, clean, merge, strict, when};
use trucban::sync::bag::{self, Bag};
use trucban::sync::{Card, FACTS, HEADER, Header, INDICATORS, JOURNAL, PERSONS, check, lines, receipt};
use trucban::text::{clean as tidy, csv, fold, wrap};
use uuid::Uuid;

/// Takes bytes, and panics only when the program is wrong.
pub type Target = fn(&[u8]);

/// Every target by its name, which is the name of its folder below `corpus`.
pub const ALL: &[(&str, Target)] = &[
    ("bag", bag),
    ("card", card),
    ("content", content),
    ("entry", entry),
    ("envelope", envelope),
    ("header", header),
    ("judge", judge),
    ("receipt", receipt),
    ("record", record),
    ("signature", signature),
    ("tar", tar),
    ("text", text),
];

/// A tar is taken only if it is what we would have packed ourselves.
fn tar(data: &[u8]) {
    if let Ok(bag) = Bag::walk(data) {
        assert_eq!(bag.pack().unwrap(), data, "a tar that is not ours was taken");
    }
}

/// A bag whose parts are cut out of the bytes: manifests, batch.json and the rest disagree in every way there is.
fn bag(data: &[u8]) {
    let bag =
        cut(data, &["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", HEADER, JOURNAL]);
    let _ = bag::check_manifests(&bag);
    let _ = check::bag(bag, &check::Parties::default());
}

fn header(data: &[u8]) {
    if let Ok(header) = Header::parse(data) {
        let again = Header::parse(header.to_json().as_bytes()).unwrap();
        assert_eq!(again.to_json(), header.to_json());
    }
}

/// Lines and envelopes against a header that asks for exactly what the bytes hold.
fn content(data: &[u8]) {
    let bag = cut(data, &[JOURNAL, FACTS, PERSONS, INDICATORS]);
    let Some(first) = bag.get(JOURNAL).and_then(|file| file.split(|byte| *byte == b'\n').next()) else { return };
    let Ok(entry) = Entry::from_line(first) else { return };
    let Some(header) = asking(&bag, &entry) else { return };
    if let Ok(lines) = check::lines(&bag, &header) {
        let Ok(content) = check::content(&bag, &header, &lines) else { return };
        for (at, line) in lines.iter().enumerate() {
            check::sheets(&content, at, &line.entry).expect("what was checked can be opened again");
        }
    }
}

fn entry(data: &[u8]) {
    if let Ok(entry) = Entry::from_line(data) {
        assert_eq!(Entry::from_line(entry.to_line().as_bytes()).unwrap(), entry);
    }
}

fn envelope(data: &[u8]) {
    let _ = envelope::open(data);
    let _ = envelope::open_checked(data, &Hash::of(data));
    if let Ok((hash, text)) = lines::read(data) {
        let again = lines::write(&hash, text.as_bytes()).unwrap();
        assert_eq!(lines::read(again.as_bytes()).unwrap(), (hash, text));
    }
}

fn receipt(data: &[u8]) {
    if let Ok(told) = receipt::parse(data) {
        let again = receipt::parse(told.to_json().as_bytes()).unwrap();
        assert_eq!(again.to_json(), told.to_json());
    }
}

fn card(data: &[u8]) {
    if let Ok(card) = Card::parse(data) {
        assert_eq!(Card::parse(card.to_text().as_bytes()).unwrap().to_text(), card.to_text());
    }
}

fn signature(data: &[u8]) {
    if let Ok(signed) = check::signature(Some(data)) {
        assert!(check::signed(b"something that nobody signed", &signed).is_err());
    }
}

/// JSON as `add` and `amend` take it: what is clean stays the same when it is cleaned again.
fn record(data: &[u8]) {
    let Some((pick, json)) = data.split_first() else { return };
    let Ok(given) = strict::object(json, MAX_DEPTH) else { return };
    let Some(kind) = Kind::ALL.get(usize::from(*pick) % Kind::ALL.len()) else { return };
    let at = when::parse("2026-11-23T20:14:05+07:00").unwrap();
    let (whole, findings) = clean(*kind, &given, &Anybody, at);
    if findings.is_empty() {
        let (again, _) = clean(*kind, &whole.0, &Anybody, at);
        assert_eq!(again, whole, "cleaning twice changes something");
    }
    let _ = merge(*kind, &Data(Map::new()), &given, &Anybody, at);
}

/// What a desk says of content that no form has cleaned: rules, clocks, title, search words, changes, links.
fn judge(data: &[u8]) {
    let Some((pick, json)) = data.split_first() else { return };
    let Ok(said) = strict::object(json, MAX_DEPTH) else { return };
    let Some(kind) = Kind::ALL.get(usize::from(*pick) % Kind::ALL.len()) else { return };
    let (now, data) = (when::parse("2026-11-23T20:14:05+07:00").unwrap(), Data(said));
    for finding in record::check(*kind, &data) {
        assert_eq!(finding.code.len(), 4);
    }
    let at = data.main_time(*kind).unwrap_or(now);
    let steps = [
        Step { at, data: Some(&data), note: None },
        Step { at: now, data: None, note: Some(&data.0) },
        Step { at: now, data: Some(&data), note: None },
    ];
    let _ = clock::clocks(Rulebook::builtin(), (*kind, &data), &clock::happened(*kind, steps), now);
    let _ = (data.title(*kind), data.searched(*kind), data.prose(*kind).len());
    let _ = (record::references(*kind, &data), record::mentions(*kind, &data));
    let (facts, persons) = data.split(*kind);
    let whole = Data::join(*kind, facts, persons);
    assert!(record::changes(*kind, &whole, &whole).is_empty());
    let _ = record::changes(*kind, &Data::default(), &data);
}

/// Text as it reaches screen, index and spreadsheet.
fn text(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (line, shown) = (tidy::line(&text), tidy::shown(&text));
    assert_eq!(tidy::line(&line), line);
    assert!(!shown.chars().any(char::is_control), "a control character reaches the screen");
    let _ = fold::words(&line).count();
    for width in [1, 2, 7, 80] {
        let rows = wrap::lines(&line, width);
        assert!(rows.iter().all(|row| line.get(row.clone()).is_some()));
    }
    let number = text.parse::<f64>().is_ok_and(f64::is_finite);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        assert!(csv::row([&*text]).trim_start_matches('"').starts_with('\''), "a cell that is a formula");
    }
    let _ = when::parse(&text);
}

/// The bytes cut at NUL, as the files of a bag with these names.
fn cut<'a>(data: &'a [u8], names: &[&'a str]) -> Bag<'a> {
    let mut bag = Bag::new("A-2026W47-000001-0000");
    names.iter().zip(data.split(|byte| *byte == 0)).for_each(|(name, part)| bag.put(name, part));
    bag
}

/// A header as an honest post would write it around these files.
fn asking(bag: &Bag<'_>, first: &Entry) -> Option<Header> {
    let count = |name: &str| bag.get(name).unwrap_or_default().split_inclusive(|byte| *byte == b'\n').count();
    let last = bag.get(JOURNAL)?.strip_suffix(b"\n")?.rsplit(|byte| *byte == b'\n').next()?;
    let entries = count(JOURNAL);
    let persons = bag.get(PERSONS).is_some();
    let mut said = Map::new();
    let period =
        serde_json::json!({"week": "2026-W47", "from": "2026-11-16T00:00:00+07:00", "to": "2026-11-23T00:00:00+07:00"});
    let counts = serde_json::json!({"entries": entries, "facts": count(FACTS), "persons": count(PERSONS)});
    let values: [(&str, Value); 17] = [
        ("format", "trucban-batch".into()),
        ("version", "1.0".into()),
        ("unit", first.unit.clone().into()),
        ("receiver", "B".into()),
        ("number", 1.into()),
        ("period", period),
        ("previous", Value::Null),
        ("journal", first.journal.to_string().into()),
        ("first", first.seq.into()),
        ("last", (first.seq + entries as u64).saturating_sub(1).into()),
        ("prev", first.prev.hex().into()),
        ("head", Hash::of(last).hex().into()),
        ("access_head", Hash::ZERO.hex().into()),
        ("counts", counts),
        ("findings", Value::Object(Map::new())),
        ("with_persons", persons.into()),
        ("sealed_at", "2026-11-23T08:00:00+07:00".into()),
    ];
    said.extend(values.map(|(key, value)| (key.to_owned(), value)));
    Header::parse(Value::Object(said).to_string().as_bytes()).ok()
}

/// A logbook that knows whatever it is asked for.
struct Anybody;

impl Lookup for Anybody {
    fn area(&self, text: &str) -> Option<String> {
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn officer(&self, text: &str) -> Option<Uuid> {
        Uuid::try_parse(text).ok()
    }

    fn record(&self, text: &str) -> Option<Uuid> {
        Uuid::try_parse(text).ok()
    }
}
