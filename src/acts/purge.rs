//! Purges and holds. What a purge removes is gone from the logbook, its index, its outbox and its own backups; the
//! journal keeps the line, and says who removed what and why.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::session::{object, version};
use super::{Right, Who, desk, write};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Mint};
use crate::logbook::{Filter, Hold, Logbook, New, Row, Sheaf, Stage, Watch};
use crate::record::rulebook::Retention;
use crate::record::when::Moment;
use crate::record::{Data, Kind};
use crate::sync::pack;
use crate::text::fold;

/// The rules that say which records have served their purpose.
///
/// # Errors
/// E021, E060 the post's own are wrong: what somebody meant to keep must not go by those of the program.
pub fn rules(book: &Logbook, who: &Who) -> Outcome<Vec<Retention>> {
    who.need(Right::Manage)?;
    let (rules, wrong) = book.rules();
    wrong.map_or_else(|| Ok(rules.retention().to_vec()), Err)
}

/// The rule of a name.
fn named(book: &Logbook, who: &Who, name: &str) -> Outcome<Retention> {
    let rules = rules(book, who)?;
    let found = rules.iter().find(|rule| rule.id == name).cloned();
    found.ok_or_else(|| {
        let names = || rules.iter().map(|rule| rule.id.as_str());
        let near = fold::nearest(name, names()).unwrap_or("none").to_owned();
        let fault = Fault::new(Trouble::Use, "E008").with("value", crate::text::clean::line(name)).with("near", near);
        fault.with("values", names().collect::<Vec<_>>().join(", "))
    })
}

/// So many records are purged in one transaction.
const SLICE: usize = 1000;

/// What a purge takes.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// All that the rule of this name names.
    Rule(&'a str),
    /// This record.
    Record(Uuid),
}

/// What goes from one record.
#[derive(Debug, Clone)]
pub struct Purge {
    /// The record.
    pub row: Row,
    /// The envelopes.
    pub sheaves: Vec<Sheaf>,
    /// A hold keeps it, so nothing goes.
    pub held: bool,
}

/// What a purge takes, or has taken, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Records of which something goes.
    pub records: usize,
    /// Their persons envelopes.
    pub persons: usize,
    /// Their superseded facts.
    pub facts: usize,
    /// Records that a hold keeps.
    pub held: usize,
}

impl Purge {
    /// How many persons envelopes go, and how many superseded facts.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let persons = self.sheaves.iter().filter(|sheaf| sheaf.persons).count();
        (persons, self.sheaves.len() - persons)
    }
}

impl Sum {
    /// That of some records.
    #[must_use]
    pub fn of(all: &[Purge]) -> Self {
        all.iter().fold(Self::default(), |sum, purge| {
            let (persons, facts) = purge.counts();
            if purge.held {
                return Self { held: sum.held + 1, ..sum };
            }
            let (persons, facts) = (sum.persons + persons, sum.facts + facts);
            Self { records: sum.records + 1, persons, facts, held: sum.held }
        })
    }
}

/// What a purge would remove; nothing is changed.
///
/// # Errors
/// E021, E011; those of the database.
pub fn preview(book: &Logbook, who: &Who, which: Which<'_>, now: Moment) -> Outcome<Vec<Purge>> {
    preview_watched(book, who, which, now, &mut |_| Ok(()))
}

/// As [`preview`], for somebody who looks on and may stop it.
///
/// # Errors
/// As [`preview`]; what `watch` says.
pub fn preview_watched(
    book: &Logbook,
    who: &Who,
    which: Which<'_>,
    now: Moment,
    watch: Watch<'_>,
) -> Outcome<Vec<Purge>> {
    who.need(Right::Manage)?;
    let rule = if let Which::Rule(name) = which { Some(named(book, who, name)?) } else { None };
    let rows = match (&rule, which) {
        (Some(rule), _) => due(book, rule, now, watch)?,
        (None, Which::Record(record)) => vec![book.record(&record)?.row],
        (None, Which::Rule(_)) => Vec::new(),
    };
    let (mut found, total) = (Vec::new(), rows.len() as u64);
    for (n, row) in (0..).zip(rows).filter(|(_, row)| row.unit == book.own().unit) {
        if n % 100 == 0 {
            watch(Stage::Due.at(n, total))?;
        }
        let mut sheaves = book.purgeable(&row.record)?;
        sheaves.retain(|sheaf| rule.as_ref().is_none_or(|rule| rule.takes(sheaf.persons)));
        if !sheaves.is_empty() {
            found.push(Purge { held: book.is_held(&row.record)?, row, sheaves });
        }
    }
    Ok(found)
}

/// Removes what [`preview`] names, but for what a hold keeps. Returns what went.
///
/// # Errors
/// E021, E011, E013 no reason, E057 a hold keeps the record that was named; those of the disk.
pub fn purge(book: &Logbook, who: &Who, which: Which<'_>, why: &str, mint: &mut dyn Mint) -> Outcome<Vec<Purge>> {
    purge_watched(book, who, which, why, mint, &mut |_| Ok(()))
}

/// As [`purge`], for somebody who looks on. Stopped between two slices, what went is gone from the files as well.
///
/// # Errors
/// As [`purge`]; what `watch` says.
pub fn purge_watched(
    book: &Logbook,
    who: &Who,
    which: Which<'_>,
    why: &str,
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Outcome<Vec<Purge>> {
    let why = write::reason(why)?;
    let now = mint.now();
    let mut found = preview_watched(book, who, which, now, watch)?;
    if let (Which::Record(_), Some(held)) = (which, found.iter().find(|purge| purge.held)) {
        return Err(Fault::new(Trouble::Finding, "E057").with("record", &held.row.number));
    }
    found.retain(|purge| !purge.held);
    let rule = if let Which::Rule(name) = which { Some(name) } else { None };
    let (mut gone, mut ended) = (0, Ok(()));
    for slice in found.chunks(SLICE) {
        ended = watch(Stage::Purge.at(gone as u64, found.len() as u64)).and_then(|()| {
            book.write(|book| slice.iter().try_for_each(|purge| one(book, who, purge, (rule, &why), mint)))
        });
        if ended.is_err() {
            break;
        }
        gone += slice.len();
    }
    if gone > 0 {
        book.forget()?;
        clear_files(book, found.get(..gone).unwrap_or_default(), now)?;
    }
    ended.map(|()| found)
}

fn one(
    book: &Logbook,
    who: &Who,
    purge: &Purge,
    (rule, why): (Option<&str>, &str),
    mint: &mut dyn Mint,
) -> Outcome<()> {
    let kind = Kind::parse(&purge.row.kind).ok_or_else(|| Fault::bug("a purge of an unknown kind"))?;
    let items: Vec<Value> = purge.sheaves.iter().map(|sheaf| item(book, sheaf)).collect();
    let data = Data(object(json!({"items": items, "rule": rule})));
    let (id, at) = (mint.id(), mint.now());
    let new = New { act: Act::Purge, why: Some(why), ..version(id, at, who.officer, (kind, purge.row.record), data) };
    book.remove(&purge.row.record, &purge.sheaves)?;
    book.append(&new, mint).map(|_| ())
}

/// One removed envelope, as the purge names it; the journal only when it is an earlier one.
fn item(book: &Logbook, sheaf: &Sheaf) -> Value {
    let mut item = Map::new();
    item.insert("seq".into(), Value::from(sheaf.seq));
    item.insert("which".into(), Value::from(if sheaf.persons { "persons" } else { "facts" }));
    if sheaf.journal != book.own().journal {
        item.insert("journal".into(), Value::from(sheaf.journal.to_string()));
    }
    Value::Object(item)
}

/// The records that a rule names.
fn due(book: &Logbook, rule: &Retention, now: Moment, watch: Watch<'_>) -> Outcome<Vec<Row>> {
    let mut filter = Filter {
        kind: Some(rule.kind),
        to: rule.latest(now),
        unit: Some(book.own().unit.clone()),
        limit: 500,
        ..Filter::default()
    };
    let mut all = Vec::new();
    loop {
        let page = book.list(&filter)?;
        filter.after = page.last().map(Row::cursor);
        let last = page.len() < filter.limit;
        for row in page.into_iter().filter(|row| !row.void) {
            if rule.is_due(&book.record(&row.record)?.data, now) {
                all.push(row);
            }
        }
        watch(Stage::Due.at(all.len() as u64, 0))?;
        if last {
            return Ok(all);
        }
    }
}

/// Files in the folder that still carry what went: batches in the outbox, and backups, of which a new one is made
/// first.
fn clear_files(book: &Logbook, found: &[Purge], now: Moment) -> Outcome<()> {
    for sealed in book.sealed()? {
        let carries = |sheaf: &Sheaf| {
            let within = sheaf.journal == sealed.journal && (sealed.first..=sealed.last).contains(&sheaf.seq);
            within && (sealed.persons || !sheaf.persons)
        };
        if found.iter().flat_map(|purge| &purge.sheaves).any(carries) {
            let name = pack::name(book, &sealed);
            for name in [name.file(), name.signature()] {
                let _ = std::fs::remove_file(book.folder().outbox().join(name));
            }
        }
    }
    book.renew_backups(now)
}

/// Puts a hold on a record: no purge touches it.
///
/// # Errors
/// E021; those of the disk.
pub fn hold(book: &Logbook, who: &Who, record: &Uuid, mint: &mut dyn Mint) -> Outcome<()> {
    who.need(Right::Manage)?;
    book.hold(&Hold { record: *record, officer: who.officer, at: mint.now() })
}

/// Takes the hold from a record; whether there was one. At a desk, what the post has purged meanwhile goes now.
///
/// # Errors
/// E021; those of the disk.
pub fn release(book: &Logbook, who: &Who, record: &Uuid, mint: &mut dyn Mint) -> Outcome<bool> {
    who.need(Right::Manage)?;
    desk::release(book, record, mint)
}

/// Every hold, oldest first, with its record.
///
/// # Errors
/// E021; those of the database.
pub fn holds(book: &Logbook, who: &Who) -> Outcome<Vec<(Hold, Row)>> {
    who.need(Right::Manage)?;
    let with_row = |hold: Hold| book.record(&hold.record).map(|record| (hold, record.row));
    book.holds()?.into_iter().map(with_row).collect()
}
