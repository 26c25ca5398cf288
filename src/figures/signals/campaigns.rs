//! What a campaign asked for against what was done: patrols that went out, outreach, and inspections that name it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{About, Asked, Jump, Signal, Sort, YEAR, register};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::{Data, Kind, course};

/// The quotas of a campaign, in the order of its form.
const QUOTAS: [&str; 3] = ["patrols", "outreach", "checks"];

/// One quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Its key among the quotas.
    pub key: &'static str,
    /// What was asked for.
    pub planned: u64,
    /// What was done.
    pub done: u64,
}

/// How far a campaign is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Progress {
    pub shares: Vec<Share>,
    /// The campaign's row, and those of what was done.
    pub rows: Vec<i64>,
    /// Days that are over, the day of asking with them.
    pub days: i64,
    /// Days from the first to the last.
    pub all_days: i64,
}

/// What a campaign asked for and what was done, quota by quota; those of nothing are left out.
///
/// # Errors
/// Those of the database.
pub fn shares(book: &Logbook, record: &Uuid, data: &Data) -> Outcome<Vec<Share>> {
    counted(book, record, data).map(|(shares, _)| shares)
}

/// The same with the rows of the records that count.
fn counted(book: &Logbook, record: &Uuid, data: &Data) -> Outcome<(Vec<Share>, Vec<i64>)> {
    let (mut done, mut rows) = ([0; QUOTAS.len()], Vec::new());
    book.each_speaking(record, |kind, row, data| {
        if let Some(done) = counts_as(kind, data).and_then(|n| done.get_mut(n)) {
            *done += 1;
            rows.push(row);
        }
    })?;
    let shares = QUOTAS.iter().zip(done);
    let shares = shares.map(|(key, done)| Share { key, planned: data.count(&format!("quotas.{key}")), done });
    Ok((shares.filter(|share| share.planned > 0).collect(), rows))
}

fn progress(book: &Logbook, (record, row): (&Uuid, i64), data: &Data, today: NaiveDate) -> Outcome<Option<Progress>> {
    let Some(course) = course(data, today) else { return Ok(None) };
    let (shares, mut rows) = counted(book, record, data)?;
    rows.push(row);
    Ok(Some(Progress { shares, rows, days: course.over, all_days: course.all }))
}

/// Which quota a record is counted towards, when it names the campaign itself.
fn counts_as(kind: Kind, data: &Data) -> Option<usize> {
    match kind {
        Kind::Patrol => (data.text("state") == Some("done")).then_some(0),
        Kind::Outreach => Some(1),
        Kind::Joint => (data.text("type") == Some("inspection")).then_some(2),
        _ => None,
    }
}

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let mut signals = Vec::new();
    for (record, row, data) in register(book, Kind::Campaign)? {
        let begun = data.day("from").is_some_and(|from| from <= asked.today);
        let recent = data.day("to").is_some_and(|to| (asked.today - to).num_days() < YEAR.cast_signed());
        if !begun || !recent {
            continue;
        }
        let Some(progress) = progress(book, (&record, row), &data, asked.today)? else { continue };
        let name = data.title(Kind::Campaign).unwrap_or_default();
        signals.extend(judge(name, &progress).map(|signal| signal.leads_to(Jump::these(progress.rows))));
    }
    Ok(signals)
}

/// The quota that is furthest behind, if any stands. Told when a campaign is over and owes something, and while it runs
/// when less than half of what its days ask for is done.
pub(super) fn judge(name: &str, progress: &Progress) -> Option<Signal> {
    let (days, all) = (progress.days.unsigned_abs(), progress.all_days.unsigned_abs());
    let behind = |share: &&Share| share.done * 1000 / share.planned.max(1);
    let worst = progress.shares.iter().min_by_key(behind)?;
    let late = |share: &Share| {
        // While it runs: done / planned < days / all / 2, and a part of one is nothing that anybody owes.
        let asked = share.planned * days;
        if days == all { share.done < share.planned } else { 2 * share.done * all < asked && asked >= all }
    };
    let told = progress.shares.iter().filter(|share| late(share)).min_by_key(behind);
    let share = told.unwrap_or(worst);
    let records = progress.rows.len() as u64;
    let signal = Signal::new(Sort::Campaign, About::Named(name.to_owned()), told.is_some(), records)
        .with("quota", share.key)
        .with("done", share.done)
        .with("planned", share.planned)
        .with("days", progress.days)
        .with("all", progress.all_days);
    Some(signal)
}
