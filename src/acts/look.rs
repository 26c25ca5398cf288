//! Looking things up: lists, one record, its history, what the rules say. Persons stay hidden unless somebody asks
//! for them, and that is logged before anything is shown.

mod accesses;
mod persons;
mod register;

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::clocks::Timer;
use super::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Access, Filter, Logbook, Record, Row, Version};
use crate::record::when::Moment;
use crate::record::{self, Data, Finding};
use crate::report::register::Entry;
use crate::text::{clean, mask};

pub use accesses::{Looked, access_page, accesses, export_accesses};
pub use persons::{PersonSearch, Slice, find_persons};
pub use register::register;

/// Records of a list are read so many at a time.
const PAGE: usize = 500;

/// One page of records.
///
/// # Errors
/// E021; those of the database.
pub fn list(book: &Logbook, who: &Who, filter: &Filter) -> Outcome<Vec<Row>> {
    who.need(Right::Read)?;
    book.list(filter)
}

/// A list to be taken away as a file: the same rows, a page at a time, after a line in the access log. How many.
///
/// # Errors
/// E021; those of the database; whatever `each` answers with, which ends it.
pub fn export_list(
    book: &Logbook,
    who: &Who,
    filter: &Filter,
    mint: &mut dyn Mint,
    each: &mut dyn FnMut(&[Entry]) -> Outcome<()>,
) -> Outcome<usize> {
    who.need(Right::Reveal)?;
    log(book, who, "export", (None, filter.query.as_deref()), mint)?;
    let now = mint.now();
    let mut done = 0;
    let mut page = filter.clone();
    loop {
        page.limit = PAGE.min(filter.limit - done);
        let rows = book.list(&page)?;
        done += rows.len();
        page.after = rows.last().map(Row::cursor);
        let last = rows.len() < page.limit || done >= filter.limit;
        each(&register::told(book, filter.kind, rows, now)?)?;
        if last {
            return Ok(done);
        }
    }
}

/// One record, by number or id, without its persons.
///
/// # Errors
/// E021, E011; those of the database.
pub fn show(book: &Logbook, who: &Who, text: &str) -> Outcome<Record> {
    who.need(Right::Read)?;
    book.record(&book.resolve(text)?)
}

/// The facts of the newest record of a kind that somebody wrote, if there is one among the newest of that kind.
///
/// # Errors
/// E021; those of the database.
pub fn own_newest(book: &Logbook, who: &Who, kind: record::Kind) -> Outcome<Option<Data>> {
    who.need(Right::Read)?;
    let newest = book.newest_by(kind, &who.officer)?;
    newest.map(|id| book.record(&id).map(|record| record.data)).transpose()
}

/// The record's content with its persons masked: enough to know one's own record by. Whoever asked to be kept secret
/// is not shown at all.
///
/// # Errors
/// E021; those of the database.
pub fn masked(book: &Logbook, who: &Who, record: &Record) -> Outcome<Data> {
    who.need(Right::Read)?;
    let Some(kind) = record.kind.filter(|_| record.row.hidden > 0) else { return Ok(record.data.clone()) };
    let mut whole = book.with_persons(record)?;
    for field in record::fields(kind).iter().filter(|field| field.envelope == record::Envelope::Persons) {
        match whole.0.get_mut(field.key) {
            Some(Value::Array(persons)) => {
                let persons = persons.iter_mut().filter_map(Value::as_object_mut);
                persons.for_each(|person| mask_person(person, kind.is_sealed()));
            }
            Some(value) if !value.is_null() => *value = Value::Null,
            _ => {}
        }
    }
    Ok(whole)
}

fn mask_person(person: &mut Map<String, Value>, secret: bool) {
    let secret = secret || person.get("keep_secret").and_then(Value::as_bool).unwrap_or(false);
    for (key, value) in person.iter_mut() {
        let text = value.as_str().filter(|text| !text.is_empty());
        *value = match (key.as_str(), text) {
            ("role" | "keep_secret", _) => continue,
            ("name", Some(_)) if secret => Value::from("***"),
            ("name", Some(name)) => Value::from(mask::name(name)),
            ("phone" | "plate", Some(number)) if !secret => Value::from(mask::number(number)),
            _ => Value::Null,
        };
    }
}

/// The record's content with its persons. The access is on disk before this returns.
///
/// # Errors
/// E021, E014 a reason is needed; those of the database.
pub fn reveal(book: &Logbook, who: &Who, record: &Record, why: &str, mint: &mut dyn Mint) -> Outcome<Data> {
    who.need(Right::Reveal)?;
    let why = clean::line(why);
    if why.is_empty() {
        return Err(Fault::new(Trouble::Use, "E014"));
    }
    log(book, who, "reveal", (Some(record.row.record), Some(&why)), mint)?;
    book.with_persons(record)
}

/// A record as JSON shows it: id, number, kind, rev, void; its fields; how many persons are hidden, or the persons.
#[must_use]
pub fn shown(record: &Record, revealed: Option<&Data>) -> Map<String, Value> {
    let row = &record.row;
    let mut whole = Map::new();
    let head = [
        ("id", Value::from(row.record.to_string())),
        ("number", Value::from(row.number.as_str())),
        ("kind", Value::from(row.kind.as_str())),
        ("unit", Value::from(row.unit.as_str())),
        ("rev", Value::from(record.rev)),
        ("void", Value::from(row.void)),
    ];
    whole.extend(head.map(|(key, value)| (key.to_owned(), value)));
    whole.extend(revealed.unwrap_or(&record.data).0.clone());
    if revealed.is_none() {
        whole.insert("persons_hidden".into(), Value::from(row.hidden));
    }
    whole
}

/// Every entry on a record, oldest first, without persons.
///
/// # Errors
/// E021; those of the database.
pub fn history(book: &Logbook, who: &Who, record: &Uuid) -> Outcome<Vec<Version>> {
    who.need(Right::Read)?;
    book.history(record)
}

/// At most so many records are shown at the other end of links.
const LINKED: usize = 100;

/// The records of the same post that speak of a record, the newest first, each with how it does: the type of a link
/// (`value-link-…`), or the path of a field (`observations.incident`).
///
/// # Errors
/// E021, E011; those of the database.
pub fn linked(book: &Logbook, who: &Who, record: &Uuid) -> Outcome<Vec<(Row, String)>> {
    who.need(Right::Read)?;
    let unit = book.record(record)?.row.unit;
    book.speaking_of(&unit, record, LINKED)
}

/// The human numbers of the records that versions of a record name, so that nobody is shown an id.
///
/// # Errors
/// E021; those of the database.
pub fn numbers<'a>(
    book: &Logbook,
    who: &Who,
    (kind, versions): (record::Kind, impl IntoIterator<Item = &'a Data>),
) -> Outcome<Vec<(Uuid, String)>> {
    who.need(Right::Read)?;
    let named: BTreeSet<Uuid> =
        versions.into_iter().flat_map(|data| record::mentions(kind, data)).map(|(_, id)| id).collect();
    named.iter().filter_map(|id| book.row_of(id).transpose().map(|row| Ok((*id, row?.number)))).collect()
}

/// What the rules say about a record as it stands, and about the notes on it. Persons are compared, never shown.
///
/// # Errors
/// Those of the database.
pub fn findings(book: &Logbook, record: &Record) -> Outcome<Vec<Finding>> {
    found(book, record, &entries(book, record)?)
}

/// The entries on a record that has more than its first.
fn entries(book: &Logbook, record: &Record) -> Outcome<Vec<Version>> {
    if record.rev > 1 { book.history(&record.row.record) } else { Ok(Vec::new()) }
}

fn found(book: &Logbook, record: &Record, history: &[Version]) -> Outcome<Vec<Finding>> {
    let Some(kind) = record.kind.filter(|_| !record.row.void) else { return Ok(Vec::new()) };
    let whole = book.with_persons(record)?;
    let mut found = record::check(kind, &whole);
    for note in history.iter().filter_map(|version| version.note.as_ref()) {
        let text = note.get("text").and_then(Value::as_str).unwrap_or_default();
        found.extend(record::said(kind, &whole, "text", text));
    }
    Ok(found)
}

/// A record with what the rules say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The record.
    pub row: Row,
    /// At least one.
    pub findings: Vec<Finding>,
}

/// What the rules say about the records between two moments: each alone, those that compare them, and their clocks.
///
/// # Errors
/// E021; those of the database.
pub fn check(
    book: &Logbook,
    who: &Who,
    (from, to): (Option<Moment>, Option<Moment>),
    now: Moment,
) -> Outcome<Vec<Checked>> {
    who.need(Right::Read)?;
    let unit = Some(book.own().unit.clone());
    let mut filter = Filter { from, to, unit, limit: PAGE, ..Filter::default() };
    let timer = Timer::of(book, now);
    let mut all = Vec::new();
    loop {
        let page = book.list(&filter)?;
        for row in page.iter().filter(|row| !row.void) {
            all.push(Ruled::on(book, book.record(&row.record)?, &timer)?);
        }
        filter.after = page.last().map(Row::cursor);
        if page.len() < PAGE {
            break;
        }
    }
    Ok(together(all))
}

/// What the rules say about these records: each alone, those that compare them, and their clocks.
///
/// # Errors
/// Those of the database.
pub(super) fn checked(book: &Logbook, records: &[Uuid], timer: &Timer) -> Outcome<Vec<Checked>> {
    let mut all = Vec::with_capacity(records.len());
    for record in records {
        let record = book.record(record)?;
        if !record.row.void {
            all.push(Ruled::on(book, record, timer)?);
        }
    }
    all.sort_by_key(|ruled| std::cmp::Reverse((ruled.checked.row.at, ruled.checked.row.row)));
    Ok(together(all))
}

/// A record with what the rules say about it alone, and what they compare.
struct Ruled {
    checked: Checked,
    facts: crate::record::Neighbour,
}

impl Ruled {
    fn on(book: &Logbook, record: Record, timer: &Timer) -> Outcome<Self> {
        let facts = crate::record::Neighbour::of(record.kind, &record.data);
        let history = entries(book, &record)?;
        let mut findings = found(book, &record, &history)?;
        findings.extend(timer.findings(&record, &history));
        Ok(Self { checked: Checked { findings, row: record.row }, facts })
    }
}

/// Adds what comparing says to records that come newest first, and keeps those with findings.
fn together(mut all: Vec<Ruled>) -> Vec<Checked> {
    let neighbours: Vec<_> = all.iter().map(|ruled| (ruled.checked.row.at, ruled.facts.clone())).collect();
    for (n, finding) in record::compare(&neighbours) {
        if let Some(ruled) = all.get_mut(n) {
            ruled.checked.findings.push(finding);
        }
    }
    all.into_iter().map(|ruled| ruled.checked).filter(|checked| !checked.findings.is_empty()).collect()
}

/// Writes a line of the access log.
pub(super) fn log(
    book: &Logbook,
    who: &Who,
    what: &str,
    (record, why): (Option<Uuid>, Option<&str>),
    mint: &mut dyn Mint,
) -> Outcome<()> {
    book.write(|book| book.log_access(&Access { at: mint.now(), by: who.officer, what, record, why }))
}
