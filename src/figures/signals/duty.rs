//! Forces and equipment: shifts with fewer people than the minimum, and what has been out of order shift after shift.

use chrono::NaiveDate;
use serde_json::Value;

use super::{About, Asked, Jump, Signal, Sort, day_of};
use crate::fault::Outcome;
use crate::logbook::{Filter, Logbook};
use crate::record::{Data, Kind};
use crate::text::fold;

/// Days that are looked back on.
const MONTH: u64 = 28;
/// Days for which a fault may stand before somebody should look.
const PATIENCE: i64 = 7;

/// What one shift counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shift {
    /// Its row.
    pub row: i64,
    pub day: NaiveDate,
    /// People; none where nobody counted.
    pub present: Option<u64>,
    /// What is out of order.
    pub faults: Vec<String>,
}

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let (mut shifts, period) = (Vec::new(), asked.last(MONTH));
    book.each_in_period(&book.own().unit, Kind::Shift, period, |row, data| shifts.extend(shift(row, data)))?;
    let list = Filter { kind: Some(Kind::Shift), from: Some(period.0), ..Filter::default() };
    let strength = strength(&shifts, asked.minimum).map(|signal| signal.leads_to(Jump::List(Box::new(list))));
    let mut all: Vec<Signal> = strength.into_iter().collect();
    all.extend(faults(&shifts));
    Ok(all)
}

fn shift(row: i64, data: &Data) -> Option<Shift> {
    let text = |item: &Value, key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
    let faulty = data.items("equipment").iter().filter(|item| text(item, "fault").is_some());
    Some(Shift {
        row,
        day: day_of(data.when("started_at")?),
        present: data.get("present").as_u64(),
        faults: faulty.filter_map(|item| text(item, "item")).collect(),
    })
}

/// How many shifts had fewer people than the minimum; nothing where nobody set one, or nobody counted.
pub(super) fn strength(shifts: &[Shift], minimum: u64) -> Option<Signal> {
    let counted = shifts.iter().filter_map(|shift| shift.present);
    let (all, short) = (counted.clone().count(), counted.filter(|present| *present < minimum).count());
    if minimum == 0 || all == 0 {
        return None;
    }
    let signal = Signal::new(Sort::Strength, About::Post, short > 0, all as u64);
    Some(signal.with("short", short).with("all", all).with("minimum", minimum))
}

/// Equipment that every shift, from the newest back through a week or more, found out of order. Shifts come oldest
/// first.
pub(super) fn faults(shifts: &[Shift]) -> Vec<Signal> {
    let Some(newest) = shifts.last() else { return Vec::new() };
    let mut all = Vec::new();
    for item in &newest.faults {
        let is_faulty = |shift: &&Shift| shift.faults.iter().any(|other| fold::folded(other) == fold::folded(item));
        let row: Vec<&Shift> = shifts.iter().rev().take_while(is_faulty).collect();
        let Some(first) = row.last().filter(|first| (newest.day - first.day).num_days() >= PATIENCE) else { continue };
        let signal = Signal::new(Sort::Fault, About::Item(item.clone()), true, row.len() as u64)
            .days("from", first.day)
            .with("days", (newest.day - first.day).num_days())
            .with("shifts", row.len());
        all.push(signal.leads_to(Jump::these(row.iter().map(|shift| shift.row).collect())));
    }
    all
}
