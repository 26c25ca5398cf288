//! The week at a post: what goes out, what the rules say about it, the commander's approval, and the files for the
//! receiver. Everything that isn't sealed goes out; the week only says under which name it is handed in.

mod approve;
mod brief;
mod export;
mod key;
mod receiver;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use uuid::Uuid;

use super::clocks::Timer;
use super::look::{self, Checked};
use super::{Refused, Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Entry;
use crate::logbook::{Logbook, Sealed};
use crate::record::period::Week;
use crate::record::rulebook::Rulebook;
use crate::record::when::Moment;
use crate::record::{Finding, Hand, Kind, Level};
use crate::sync::Card;

pub use approve::{Approved, approve};
pub use brief::{Brief, brief};
pub(in crate::acts) use export::seal;
pub use export::{Export, Exported, Which, export};
pub use key::new_key;
pub use receiver::{Taken, card, missing, receipt, receipts, set_receiver, through};
pub(super) use receiver::{common, compare, is_forked, note_receipts};

/// Why a week doesn't go out.
#[derive(Debug)]
pub enum Held {
    /// It could not be done.
    Fault(Fault),
    /// Records with findings that have to be mended, or passed with a reason.
    Holds(Vec<Checked>),
}

impl From<Fault> for Held {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Held> for Refused {
    fn from(held: Held) -> Self {
        match held {
            Held::Fault(fault) => Self::Fault(fault),
            Held::Holds(records) => Self::Findings(records.into_iter().flat_map(|record| record.findings).collect()),
        }
    }
}

/// Where a week stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing was handed in.
    Open,
    /// Sealed, and not yet acknowledged whole.
    Sealed,
    /// The receiver has all of it.
    Acknowledged,
}

impl State {
    /// The name, as JSON writes it and its wording id ends.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Sealed => "sealed",
            Self::Acknowledged => "acknowledged",
        }
    }
}

/// One week of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Such as `2026-W47`.
    pub name: String,
    /// Its bounds: of one that was handed in those that it had then.
    pub week: Option<Week>,
    /// Where it stands.
    pub state: State,
    /// Its batches, with whether each is acknowledged.
    pub batches: Vec<(Sealed, bool)>,
    /// What isn't sealed goes out under this week, unless another one is named.
    pub due: bool,
}

/// The weeks that were handed in, the one that is due and the one that runs, newest first.
///
/// # Errors
/// E021, E129; those of the database.
pub fn list(book: &Logbook, who: &Who, now: Moment) -> Outcome<Vec<Listed>> {
    who.need(Right::Read)?;
    at_post(book)?;
    let calendar = book.calendar()?;
    let mut weeks: BTreeMap<String, Vec<(Sealed, bool)>> = BTreeMap::new();
    let due = due(book, now)?;
    for week in [due, Week::containing(now, &calendar)] {
        weeks.entry(week.name()).or_default();
    }
    for sealed in book.sealed()? {
        let known = is_acknowledged(book, &sealed)?;
        weeks.entry(sealed.week.clone()).or_default().push((sealed, known));
    }
    let handed_in = handed_in(book)?;
    let listed = weeks.into_iter().rev().map(|(name, batches)| {
        let state = match batches.as_slice() {
            [] => State::Open,
            all if all.iter().all(|(_, known)| *known) => State::Acknowledged,
            _ => State::Sealed,
        };
        let sealed = handed_in.get(&name).copied().filter(|_| !batches.is_empty());
        let week = sealed.or_else(|| Week::parse(&name, &calendar));
        Listed { week, due: name == due.name(), name, state, batches }
    });
    Ok(listed.collect())
}

/// The weeks that were approved, with the bounds that they had then: a rule that changes later changes none of them.
fn handed_in(book: &Logbook) -> Outcome<BTreeMap<String, Week>> {
    let mut weeks = BTreeMap::new();
    book.each_registered(Kind::Week, |_, _, data| {
        let named = data.text("week").and_then(|name| Week::parse(name, Rulebook::builtin().calendar()));
        if let Some((week, (from, to))) = named.zip(data.when("from").zip(data.when("to"))) {
            weeks.insert(week.name(), Week { from, to, ..week });
        }
    })?;
    Ok(weeks)
}

/// Nothing is handed in by rules that somebody meant otherwise: while the post's own file is wrong, it may be another week.
fn sound_rules(book: &Logbook) -> Outcome<()> {
    book.rules().1.map_or(Ok(()), Err)
}

/// What would go out now.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The week under which it would be handed in.
    pub week: Week,
    /// Entries that no batch holds yet.
    pub entries: u64,
    /// Records that they are about, registers left out.
    pub records: u64,
    /// The week already has a batch.
    pub sealed: bool,
    /// An approval for it waits to be sealed.
    pub approved: bool,
    /// For whom, once a receiver was chosen.
    pub receiver: Option<Card>,
    /// Records with findings; at the end those that have gone out already and have an overdue clock.
    pub findings: Vec<Checked>,
    /// Incidents, patrols and shifts that began on each of its days.
    pub days: Vec<[u64; 3]>,
    /// What the receiver holds of this post and isn't here.
    pub missing: Vec<Finding>,
}

impl Preview {
    /// Those that stop the sealing unless they are passed.
    #[must_use]
    pub fn holds(&self) -> Vec<Checked> {
        holds(&self.findings)
    }
}

/// Checks what would go out now.
///
/// # Errors
/// E021, E030 not a week, E129; those of the database.
pub fn preview(book: &Logbook, who: &Who, week: Option<&str>, now: Moment) -> Outcome<Preview> {
    who.need(Right::Read)?;
    at_post(book)?;
    let week = named(book, week, now)?;
    let pending = Pending::read(book, &week)?;
    let timer = Timer::of(book, now);
    let mut findings = look::checked(book, &pending.records, &timer)?;
    findings.extend(timer.overdue(book, &findings)?);
    Ok(Preview {
        entries: pending.entries,
        records: pending.records.len() as u64,
        sealed: book.is_sealed(&week.name())?,
        approved: pending.approval.is_some(),
        receiver: Card::receiver(book)?,
        findings,
        days: days(book, &week)?,
        missing: missing(book)?,
        week,
    })
}

/// Incidents, patrols and shifts by the days of a week.
fn days(book: &Logbook, week: &Week) -> Outcome<Vec<[u64; 3]>> {
    let of = |day| {
        let mut counts = [0; 3];
        for (count, kind) in counts.iter_mut().zip([Kind::Incident, Kind::Patrol, Kind::Shift]) {
            *count = book.count_in_period(&book.own().unit, kind, day)?;
        }
        Ok(counts)
    };
    week.days().map(of).collect()
}

/// What no batch holds yet.
struct Pending {
    entries: u64,
    records: Vec<Uuid>,
    /// The newest approval of the week.
    approval: Option<Uuid>,
}

impl Pending {
    /// Reads the unsealed lines only: the log before them may be as long as it likes.
    fn read(book: &Logbook, week: &Week) -> Outcome<Self> {
        let mut pending = Self { entries: 0, records: Vec::new(), approval: None };
        let (mut seen, mut weeks) = (HashSet::new(), BTreeSet::new());
        for part in book.unsealed()? {
            pending.entries += part.to - part.from.seq;
            book.each_of(&part.journal, (part.from.seq + 1, part.to), |sheet| {
                let entry = Entry::from_line(sheet.line)?;
                match Kind::parse(&entry.kind) {
                    Some(Kind::Week) => drop(weeks.insert(entry.record)),
                    Some(kind) if kind.hand() == Hand::Duty && seen.insert(entry.record) => {
                        pending.records.push(entry.record);
                    }
                    _ => {}
                }
                Ok(true)
            })?;
        }
        for record in weeks {
            let found = book.record(&record)?;
            if !found.row.void && found.data.text("week") == Some(&week.name()) {
                pending.approval = Some(record);
            }
        }
        Ok(pending)
    }
}

fn holds(findings: &[Checked]) -> Vec<Checked> {
    let held = |checked: &Checked| {
        let findings: Vec<_> = checked.findings.iter().filter(|f| f.level() != Level::Warning).cloned().collect();
        (!findings.is_empty()).then(|| Checked { row: checked.row.clone(), findings })
    };
    findings.iter().filter_map(held).collect()
}

/// The week that was named, or the one that is due.
fn named(book: &Logbook, week: Option<&str>, now: Moment) -> Outcome<Week> {
    let Some(name) = week else { return due(book, now) };
    Week::parse(name, &book.calendar()?).ok_or_else(|| {
        let value = crate::text::clean::line(name);
        Fault::new(Trouble::Use, "E030").with("name", "--week").with("value", value).with("values", "2026-W47")
    })
}

/// The week before, unless it was handed in or this logbook is younger; else the one that runs.
fn due(book: &Logbook, now: Moment) -> Outcome<Week> {
    let calendar = book.calendar()?;
    let current = Week::containing(now, &calendar);
    let before = current.previous(&calendar);
    let began = book.began()?.is_some_and(|at| at < before.to);
    Ok(if began && !book.is_sealed(&before.name())? { before } else { current })
}

/// Whether the receiver has said that it holds this batch.
fn is_acknowledged(book: &Logbook, sealed: &Sealed) -> Outcome<bool> {
    // By entries: a number can have been given twice, after a restore; and after a fork they stand elsewhere.
    let (journal, last) = book.carried_to(&sealed.journal, sealed.last)?;
    let Some(ack) = book.acknowledged(&journal)? else { return Ok(false) };
    Ok(ack.seq >= last && (sealed.entries() > 0 || ack.number >= sealed.number))
}

/// The signature beside a file: its name with `.sig`.
pub(super) fn beside(file: &std::path::Path) -> std::path::PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// Weeks are handed in by posts; a desk writes its own report.
pub(super) fn at_post(book: &Logbook) -> Outcome<()> {
    if book.own().desk { Err(Fault::new(Trouble::Use, "E129").with("place", "post")) } else { Ok(()) }
}
