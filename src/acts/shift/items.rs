//! What one officer hands over to the next: every matter that is open, and what was said to it. A matter with a record
//! is known by the record; an order, a fault or a count has none and is known by its own words, so that one which
//! changes has to be answered anew.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::acts::clocks::Timer;
use crate::acts::{Right, Who};
use crate::fault::Outcome;
use crate::logbook::{Logbook, Record, Row};
use crate::record::clock::{Clock, State};
use crate::record::when::Moment;
use crate::record::{Data, Finding, Kind};
use crate::words::value_id;

/// What sort of matter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// An incident that isn't finished.
    Incident,
    /// An order of the shift that isn't done.
    Order,
    /// Equipment with a fault.
    Fault,
    /// Persons who are held.
    PersonHeld,
    /// Property that is held.
    Property,
    /// Something promised, which stands on the list itself.
    Promise,
}

impl Sort {
    /// The code in the list.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Order => "order",
            Self::Fault => "fault",
            Self::PersonHeld => "person_held",
            Self::Property => "property",
            Self::Promise => "promise",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        let all = [Self::Incident, Self::Order, Self::Fault, Self::PersonHeld, Self::Property, Self::Promise];
        all.into_iter().find(|sort| sort.code() == code)
    }

    /// The id of its wording.
    #[must_use]
    pub fn id(self) -> String {
        value_id("handover-item", self.code())
    }
}

/// What the incoming officer said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Accepted as it is; otherwise there is a question.
    pub accepted: bool,
    /// The question, or a remark.
    pub note: Option<String>,
}

/// One open matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverItem {
    /// What sort.
    pub sort: Sort,
    /// The record, if it has one.
    pub record: Option<Uuid>,
    /// Its human number.
    pub number: Option<String>,
    /// The words by which it is known when it has no record: the order, the item and its fault, a count.
    pub what: Option<String>,
    /// One line about it: the record's title, else its words.
    pub title: String,
    /// Code of the area.
    pub area: Option<String>,
    /// Since when it is open, as far as the log says.
    pub since: Option<Moment>,
    /// What the shift's handover list says to it.
    pub answer: Option<Answer>,
    /// Its legal clocks that whoever takes over has to know of.
    pub clocks: Vec<Clock>,
}

impl HandoverItem {
    /// How a message names it: the number, or its words.
    #[must_use]
    pub fn name(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.title)
    }

    fn of_record(sort: Sort, row: Row) -> Self {
        Self {
            sort,
            record: Some(row.record),
            number: Some(row.number),
            what: None,
            title: row.title.unwrap_or_default(),
            area: row.area,
            since: Some(row.at),
            answer: None,
            clocks: Vec::new(),
        }
    }

    fn of_shift(sort: Sort, what: String, since: Option<Moment>) -> Self {
        let title = what.clone();
        let (what, clocks) = (Some(what), Vec::new());
        Self { sort, record: None, number: None, what, title, area: None, since, answer: None, clocks }
    }

    /// Whether an entry of the list speaks of this.
    pub(super) fn is_meant(&self, entry: &Value) -> bool {
        let text = |key: &str| entry.get(key).and_then(Value::as_str);
        match self.record {
            Some(record) => text("record").is_some_and(|id| id == record.to_string()),
            None => text("item") == Some(self.sort.code()) && words(entry) == self.what.as_deref(),
        }
    }
}

/// Every open matter, with what was said to it and its clocks: those of the log, oldest first, then those of the open
/// shift.
///
/// # Errors
/// E021; those of the database.
pub fn items(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<HandoverItem>> {
    who.need(Right::Read)?;
    let shift = book.open_shift()?.map(|id| book.record(&id)).transpose()?;
    let items = of(book, shift.as_ref().map(|record| &record.data), usize::MAX)?;
    clocked(book, &Timer::of(book, now), items)
}

/// The matters of one shift: of the open one what is open now, of a closed one what its list says, with the clocks as
/// they stood when it ended.
///
/// # Errors
/// E021; those of the database.
pub fn matters(book: &Logbook, who: &Who, shift: &Record, now: Moment) -> Outcome<Vec<HandoverItem>> {
    who.need(Right::Read)?;
    let Some(end) = shift.data.when("ended_at") else {
        return clocked(book, &Timer::of(book, now), of(book, Some(&shift.data), usize::MAX)?);
    };
    let matter = |entry: &Value| {
        let id = entry.get("record").and_then(Value::as_str).and_then(|id| Uuid::try_parse(id).ok());
        of_entry(entry, id.and_then(|id| book.record(&id).ok()).map(|found| found.row))
    };
    let items = shift.data.items("handover").iter().filter_map(matter).collect();
    clocked(book, &Timer::then(book, end), items)
}

/// The same with their clocks: those that are late or were done late, and the one that ends next.
fn clocked(book: &Logbook, timer: &Timer, mut items: Vec<HandoverItem>) -> Outcome<Vec<HandoverItem>> {
    for (item, record) in items.iter_mut().filter_map(|item| item.record.map(|record| (item, record))) {
        item.clocks = timer.clocks(book, &book.record(&record)?)?;
        let mut next = true;
        item.clocks.retain(|clock| match clock.state {
            State::Red | State::Late => true,
            State::Amber | State::Green => std::mem::take(&mut next),
            State::Paused | State::InTime => false,
        });
    }
    Ok(items)
}

/// The open matters with a shift as it stands or is about to stand; of the log at most so many.
pub(in crate::acts) fn of(book: &Logbook, shift: Option<&Data>, most: usize) -> Outcome<Vec<HandoverItem>> {
    let mut items = Vec::new();
    for kind in Kind::ALL {
        let Some((sort, standing)) = kind.handed().and_then(Sort::parse).zip(kind.standing()) else { continue };
        let rows = book.standing(kind, standing.open, most)?;
        items.extend(rows.into_iter().map(|row| HandoverItem::of_record(sort, row)));
    }
    if let Some(shift) = shift {
        items.extend(of_shift(shift));
        let list = shift.items("handover");
        for item in &mut items {
            item.answer = list.iter().rev().filter(|entry| item.is_meant(entry)).find_map(answer);
        }
    }
    Ok(items)
}

/// What the shift's own record says is open.
fn of_shift(shift: &Data) -> Vec<HandoverItem> {
    let start = shift.when("started_at").or_else(|| shift.when("planned_start"));
    let text = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut items = Vec::new();
    for order in shift.items("orders").iter().filter(|order| order.get("done") != Some(&Value::Bool(true))) {
        let at = text(order, "at").as_deref().and_then(crate::record::when::parse);
        items.extend(text(order, "text").map(|what| HandoverItem::of_shift(Sort::Order, what, at.or(start))));
    }
    for kept in shift.items("equipment") {
        let Some(fault) = text(kept, "fault") else { continue };
        let what = format!("{}: {fault}", text(kept, "item").unwrap_or_default());
        items.push(HandoverItem::of_shift(Sort::Fault, what, start));
    }
    for (sort, key) in [(Sort::PersonHeld, "persons_held"), (Sort::Property, "property_held")] {
        let count = shift.count(key);
        items.extend((count > 0).then(|| HandoverItem::of_shift(sort, count.to_string(), start)));
    }
    for entry in shift.items("handover").iter().filter(|e| text(e, "item").as_deref() == Some(Sort::Promise.code())) {
        items.extend(words(entry).map(|what| HandoverItem::of_shift(Sort::Promise, what.to_owned(), start)));
    }
    items
}

/// The words by which an entry without a record is known. A promise may be nothing but its note.
fn words(entry: &Value) -> Option<&str> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str);
    let promise = text("item") == Some(Sort::Promise.code());
    text("what").or_else(|| text("note").filter(|_| promise))
}

/// What was promised, as the list of the next shift says it: without an answer.
pub(super) fn promised(list: &[Value]) -> Vec<Value> {
    let promise = |entry: &&Value| entry.get("item").and_then(Value::as_str) == Some(Sort::Promise.code());
    list.iter().filter(promise).filter_map(words).map(promise_of).collect()
}

/// A promise as an entry of the list.
pub(super) fn promise_of(what: &str) -> Value {
    json!({"item": Sort::Promise.code(), "what": what})
}

/// The matter of an entry of the list, with the record that it names.
fn of_entry(entry: &Value, row: Option<Row>) -> Option<HandoverItem> {
    let sort = Sort::parse(entry.get("item").and_then(Value::as_str)?)?;
    let said = || HandoverItem::of_shift(sort, words(entry).unwrap_or_default().to_owned(), None);
    let item = row.map_or_else(said, |row| HandoverItem::of_record(sort, row));
    Some(HandoverItem { answer: answer(entry), ..item })
}

fn answer(entry: &Value) -> Option<Answer> {
    let accepted = entry.get("answer").and_then(Value::as_str)? == "accepted";
    Some(Answer { accepted, note: entry.get("note").and_then(Value::as_str).map(str::to_owned) })
}

/// Writes into the answers which matter of the shift each means, where that was left out: the first of its sort that
/// no other answer names, in the order of [`items`].
pub(super) fn name(shift: &mut Data) {
    let mut free = of_shift(shift);
    free.retain(|item| !shift.items("handover").iter().any(|entry| item.is_meant(entry)));
    let Some(list) = shift.0.get_mut("handover").and_then(Value::as_array_mut) else { return };
    for entry in list.iter_mut().filter_map(Value::as_object_mut) {
        let known = ["record", "what"].iter().any(|key| entry.get(*key).is_some_and(Value::is_string));
        let sort = entry.get("item").and_then(Value::as_str).unwrap_or_default();
        let first = free.iter().position(|item| item.sort.code() == sort).filter(|_| !known);
        if let Some(item) = first.map(|first| free.remove(first)) {
            entry.insert("what".into(), Value::from(item.what));
        }
    }
}

/// Largest list of answers, in bytes of JSON: what else a shift says, and its end, always have room beside it.
const LIST: usize = crate::record::MAX_ENVELOPE / 4 * 3;

/// The finding that the list of answers has grown too long to be kept.
pub(super) fn too_long(shift: &Data) -> Option<Finding> {
    let long = shift.get("handover").to_string().len() > LIST;
    long.then(|| Finding::new("E407", "handover").with("count", shift.items("handover").len()))
}

/// The finding that matters are unanswered: how many, and the first.
pub(super) fn unanswered(items: &[HandoverItem]) -> Option<Finding> {
    let mut open = items.iter().filter(|item| item.answer.is_none());
    let first = open.next()?;
    let finding = Finding::new("E404", "handover").with("count", 1 + open.count());
    Some(finding.with("item", first.sort.code()).with("first", first.name()))
}
