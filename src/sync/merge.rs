//! Where a checked batch stands against the journals that are here, and merging it. All reads first; then, within one
//! write of the caller, every new entry goes in through the code that a save uses. Nothing here changes what is there.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::Header;
use super::check::{Checked, Records, sheets};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::envelope::Opened;
use crate::journal::{Act, Entry, Hash};
use crate::logbook::{Foreign, Journal, Logbook};
use crate::record::{self, Data, Finding, Kind as Sort};

/// Most missing numbers that are named.
const NAMED: u64 = 1000;

/// How a batch stands against what is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Everything in it is here already.
    Known,
    /// It goes on where the journal ends; so many of its entries are here already.
    Next {
        /// Entries that are here.
        known: usize,
        /// The journal and entry that a new journal continues.
        continues: Option<(Uuid, u64)>,
    },
    /// Something before it is missing.
    Gap {
        /// Numbers of batches, as far as they can be told.
        missing: Vec<u64>,
    },
    /// It tells another story than what is here.
    Fork {
        /// The last common entry.
        common: u64,
    },
}

/// Compares a batch with the journals that are here.
///
/// # Errors
/// E110 when its journal is another unit's; E113 when what it continues isn't what it says; those of the database.
pub fn standing(book: &Logbook, batch: &Checked<'_>) -> Outcome<Standing> {
    let header = &batch.header;
    let wrong = |key: &str| Fault::new(Kind::Data, "E110").with("key", key);
    if header.unit == book.own().unit {
        return Err(wrong("unit"));
    }
    match book.journal(&header.journal)? {
        Some(journal) if journal.unit != header.unit => Err(wrong("journal")),
        Some(journal) => against(book, batch, &journal),
        None if header.number > 1 || header.first > 1 => Ok(Standing::Gap { missing: numbers(1, header.number) }),
        None if batch.lines.is_empty() => Err(wrong("first")),
        None if header.prev == Hash::ZERO => {
            // A second beginning of a post that has begun already.
            let begun = !book.journals_of(&header.unit)?.is_empty();
            Ok(if begun { Standing::Fork { common: 0 } } else { Standing::Next { known: 0, continues: None } })
        }
        None => continued(book, batch),
    }
}

/// A new journal that continues one: its first entry says which, and has to name that line's hash.
fn continued(book: &Logbook, batch: &Checked<'_>) -> Outcome<Standing> {
    let broken = || Fault::new(Kind::Data, "E113").with("seq", 1);
    let first = batch.lines.first().ok_or_else(broken)?;
    let (facts, _) = sheets(&batch.content, 0, &first.entry)?;
    let (_, opened) = facts.ok_or_else(broken)?;
    let says = |key: &str| opened.data.get("continues").and_then(|continues| continues.get(key));
    let journal = says("journal").and_then(Value::as_str).and_then(|id| Uuid::try_parse(id).ok()).ok_or_else(broken)?;
    let seq = says("seq").and_then(Value::as_u64).filter(|seq| *seq > 0).ok_or_else(broken)?;
    if first.entry.kind != Sort::Unit.name() || first.entry.act != Act::Create {
        return Err(broken());
    }
    match book.journal(&journal)? {
        Some(before) if before.unit != batch.header.unit => Err(broken()),
        Some(before) if before.head.seq >= seq => match book.line_hash(&journal, seq)? {
            Some(hash) if hash == batch.header.prev => Ok(Standing::Next { known: 0, continues: Some((journal, seq)) }),
            _ => Ok(Standing::Fork { common: seq - 1 }),
        },
        _ => Ok(Standing::Gap { missing: Vec::new() }),
    }
}

fn against(book: &Logbook, batch: &Checked<'_>, journal: &Journal) -> Outcome<Standing> {
    let header = &batch.header;
    let head = journal.head;
    if header.first > head.seq + 1 {
        let missing = match numbers(journal.number + 1, header.number) {
            none if none.is_empty() => vec![header.number.saturating_sub(1)],
            some => some,
        };
        return Ok(Standing::Gap { missing });
    }
    if let Some(common) = differs(book, batch, journal)? {
        return Ok(Standing::Fork { common });
    }
    let known = batch.lines.iter().take_while(|line| line.entry.seq <= head.seq).count();
    let new = known < batch.lines.len();
    match journal.frozen {
        Some(common) if new => return Ok(Standing::Fork { common }),
        _ if header.number <= journal.number && !new => return Ok(Standing::Known),
        _ => {}
    }
    if header.number > journal.number + 1 {
        return Ok(Standing::Gap { missing: numbers(journal.number + 1, header.number) });
    }
    Ok(Standing::Next { known, continues: None })
}

/// The last common entry, where a batch differs from what is here.
fn differs(book: &Logbook, batch: &Checked<'_>, journal: &Journal) -> Outcome<Option<u64>> {
    let header = &batch.header;
    let before = header.first - 1;
    let here = if before == 0 {
        // What the first line names is the same only if the first line is; that is compared next.
        Some(header.prev)
    } else {
        book.line_hash(&header.journal, before)?
    };
    if here != Some(header.prev) {
        return Ok(Some(before.saturating_sub(1)));
    }
    for line in batch.lines.iter().take_while(|line| line.entry.seq <= journal.head.seq) {
        if book.line_hash(&header.journal, line.entry.seq)? != Some(Hash::of(line.bytes)) {
            return Ok(Some(line.entry.seq - 1));
        }
    }
    Ok(None)
}

fn numbers(from: u64, until: u64) -> Vec<u64> {
    (from..until).take(usize::try_from(NAMED).unwrap_or(usize::MAX)).collect()
}

/// What a merge did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Entries that are new.
    pub new: u64,
    /// Entries that were here.
    pub known: u64,
    /// What the rules say about the records, as far as facts tell.
    pub findings: Vec<(Uuid, Finding)>,
    /// A signing key that the post's own record names now.
    pub key: Option<String>,
    /// A purge took copies here along.
    pub purged: bool,
}

/// Merges a batch that stands next. Within a write of the caller, who drops it all when this fails.
///
/// # Errors
/// E115 when a record isn't gone on with as it stands here, E112 an entry's id twice; those of the database.
pub fn merge(book: &Logbook, batch: &Checked<'_>, (known, continues): (usize, Option<(Uuid, u64)>)) -> Outcome<Merged> {
    let header: &Header = &batch.header;
    if book.journal(&header.journal)?.is_none() {
        book.add_journal(&header.journal, &header.unit, continues)?;
    }
    let journal = book.journal(&header.journal)?.ok_or_else(|| Fault::bug("journal gone"))?;
    let mut merged = Merged { known: known as u64, ..Merged::default() };
    let (mut records, mut findings) = (Records::default(), BTreeMap::<Uuid, Vec<Finding>>::new());
    for (at, line) in batch.lines.iter().enumerate().skip(known) {
        let entry = &line.entry;
        records.next_of_all(entry, || book.last_on(&entry.record, journal.lineage()))?;
        if book.has_entry(&entry.id, &header.journal)? {
            return Err(Fault::new(Kind::Data, "E112").with("key", "id"));
        }
        let (facts, persons) = sheets(&batch.content, at, entry)?;
        let [facts, persons] =
            [&facts, &persons].map(|sheet| sheet.as_ref().map(|(text, opened)| (text.as_bytes(), opened)));
        if let Some((_, opened)) = facts.filter(|_| entry.act == Act::Purge) {
            let items = opened.data.get("items").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            merged.purged = true;
            if book.follow_purge(entry, items)? {
                findings.entry(entry.record).or_default().push(Finding::new("W133", "persons"));
            }
        }
        book.merge(&Foreign { entry, line: line.bytes, facts, persons })?;
        if let Some((_, opened)) = facts {
            judge(entry, opened, &mut findings);
            merged.key = key(entry, opened).or(merged.key);
        }
        merged.new += 1;
    }
    merged.findings = findings.into_iter().flat_map(|(id, found)| found.into_iter().map(move |f| (id, f))).collect();
    Ok(merged)
}

/// What the rules say about the newest version of each record.
fn judge(entry: &Entry, opened: &Opened, findings: &mut BTreeMap<Uuid, Vec<Finding>>) {
    match (entry.act, Sort::parse(&entry.kind)) {
        (Act::Create | Act::Amend, Some(kind)) => {
            let found = record::check(kind, &Data(opened.data.clone()));
            if found.is_empty() {
                findings.remove(&entry.record)
            } else {
                findings.insert(entry.record, found)
            };
        }
        (Act::Void, _) => drop(findings.remove(&entry.record)),
        _ => {}
    }
}

/// The signing key that an amendment of the post's own record names. A first version never adds one: a desk that
/// trusts today's key must not come to trust the one that it replaced.
fn key(entry: &Entry, opened: &Opened) -> Option<String> {
    let own = entry.kind == Sort::Unit.name() && entry.act == Act::Amend;
    let of_itself = opened.data.get("code").and_then(Value::as_str) == Some(&entry.unit);
    let key = opened.data.get("signing_key").and_then(Value::as_str).filter(|_| own && of_itself)?;
    (crate::seal::is_public_key(key) && key.split(' ').count() == 2).then(|| key.to_owned())
}
