//! Categories that rose against the season before, held against what people were told about them meanwhile. A rise is
//! one that chance doesn't explain: at least ten, and beyond three times the spread that counts have by themselves.

use std::collections::BTreeMap;

use chrono::Days;

use super::{About, Asked, ENOUGH, Jump, SEASON, Signal, Sort};
use crate::fault::Outcome;
use crate::logbook::{Filter, Logbook};
use crate::record::when::{self, Moment};
use crate::record::{Kind, topic_of};

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let before = asked.today - Days::new(2 * SEASON);
    // Half a season of records says nothing about a whole one.
    if asked.begun > before {
        return Ok(Vec::new());
    }
    let recent = asked.last(SEASON);
    let earlier: BTreeMap<String, u64> = book.categories((when::midnight(before), recent.0))?.into_iter().collect();
    let mut held: BTreeMap<String, u64> = BTreeMap::new();
    book.each_in_period(&book.own().unit, Kind::Outreach, recent, |_, data| {
        *held.entry(data.text("topic").unwrap_or_default().to_owned()).or_default() += 1;
    })?;
    let now = book.categories(recent)?;
    Ok(now
        .into_iter()
        .filter_map(|(category, count)| {
            let before = earlier.get(&category).copied().unwrap_or(0);
            judge(category, (count, before), &held, recent.0)
        })
        .collect())
}

/// One category: nothing unless it rose, and unless people can be told about such things.
pub(super) fn judge(
    category: String,
    (recent, before): (u64, u64),
    held: &BTreeMap<String, u64>,
    from: Moment,
) -> Option<Signal> {
    let topic = topic_of(&category).filter(|_| rose(recent, before))?;
    let sessions = held.get(topic).copied().unwrap_or(0);
    let filter =
        Filter { kind: Some(Kind::Incident), category: Some(category.clone()), from: Some(from), ..Filter::default() };
    let signal = Signal::new(Sort::Rising, About::Category(category), sessions == 0, recent + before + sessions)
        .with("recent", recent)
        .with("before", before)
        .with("topic", topic)
        .with("sessions", sessions);
    Some(signal.leads_to(Jump::List(Box::new(filter))))
}

fn rose(recent: u64, before: u64) -> bool {
    let more = recent.saturating_sub(before);
    recent >= ENOUGH && more.saturating_mul(more) >= 9 * (recent + before)
}
