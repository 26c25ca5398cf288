//! Where a checked batch stands against the journals that are here, and merging it. All reads first; then, within one
//! write of the caller, every new entry goes in through the code that a save uses. Nothing here changes what is there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use uuid::Uuid;

use super::Header;
use super::check::{Checked, Line, Records, sheets};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::envelope::Opened;
use crate::journal::{Act, Entry, Hash};
use crate::logbook::{Foreign, Journal, Logbook, Remark};
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
        None => begins(book, batch),
    }
}

/// A journal of which nothing is here.
fn begins(book: &Logbook, batch: &Checked<'_>) -> Outcome<Standing> {
    let header = &batch.header;
    let journals = book.journals_of(&header.unit)?;
    let empty = || Fault::new(Kind::Data, "E110").with("key", "first");
    if let Some(start) = book.start(&header.unit)? {
        match journals.first() {
            None if header.number > start.number => {
                return Ok(Standing::Gap { missing: numbers(start.number, header.number) });
            }
            None if header.number == start.number => {
                let next = Standing::Next { known: 0, continues: None };
                return if batch.lines.is_empty() { Err(empty()) } else { Ok(next) };
            }
            // Ids of journals are made in order of time.
            Some(first) if header.journal > *first => {}
            _ => return Err(before_start(start.number)),
        }
    }
    if header.number > 1 || header.first > 1 {
        return Ok(Standing::Gap { missing: numbers(1, header.number) });
    }
    if batch.lines.is_empty() {
        return Err(empty());
    }
    if header.prev != Hash::ZERO {
        return continued(book, batch);
    }
    // A second beginning of a post that has begun already is another story.
    let begun = !journals.is_empty();
    Ok(if begun { Standing::Fork { common: 0 } } else { Standing::Next { known: 0, continues: None } })
}

/// What was handed in before this desk began with the post.
fn before_start(number: u64) -> Fault {
    Fault::new(Kind::Data, "E116").with("number", number)
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
    if journal.begins > 1 && header.last < journal.begins {
        return Err(before_start(book.start(&header.unit)?.map_or(1, |start| start.number)));
    }
    if let Some(common) = journal.frozen.filter(|_| header.first > head.seq + 1) {
        return Ok(Standing::Fork { common });
    }
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
pub(super) fn differs(book: &Logbook, batch: &Checked<'_>, journal: &Journal) -> Outcome<Option<u64>> {
    let header = &batch.header;
    let before = header.first - 1;
    let here = if before < journal.begins {
        // What the first line names is the same only if the first line is; that is compared next.
        Some(header.prev)
    } else {
        book.line_hash(&header.journal, before)?
    };
    if here != Some(header.prev) {
        return Ok(Some(before.saturating_sub(1)));
    }
    let here = |line: &&Line<'_>| (journal.begins..=journal.head.seq).contains(&line.entry.seq);
    for line in batch.lines.iter().filter(here) {
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
    let middle = book.start(&header.unit)?.is_some();
    let mut merged = Merged { known: known as u64, ..Merged::default() };
    let (mut records, mut judged) = (Records::default(), Judged::default());
    for (at, line) in batch.lines.iter().enumerate().skip(known) {
        let entry = &line.entry;
        let before = || book.last_on(&entry.record, journal.lineage());
        // What a desk that began in the middle doesn't hold may be gone on with.
        if middle { records.next(entry, before) } else { records.next_of_all(entry, before) }?;
        let told = is_told(book, entry)?;
        let (sheet, persons) = sheets(&batch.content, at, entry)?;
        let [facts, persons] =
            [&sheet, &persons].map(|sheet| sheet.as_ref().map(|(text, opened)| (text.as_bytes(), opened)));
        if let Some((_, opened)) = facts.filter(|_| entry.act == Act::Purge) {
            let items = opened.data.get("items").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            merged.purged = true;
            if book.follow_purge(entry, items)? {
                judged.add(entry.record, Finding::new("W133", "persons"));
            }
        }
        book.merge(&Foreign { entry, line: line.bytes, facts, persons }, told)?;
        if let Some((_, opened)) = sheet.filter(|_| !told) {
            merged.key = key(entry, &opened).or(merged.key);
            judged.judge(entry, opened);
        }
        merged.new += 1;
    }
    judged.keep(book, &header.unit, &batch.id)?;
    Ok(merged)
}

/// Whether an earlier journal of the post has told this act: the same id, which then has to be the same act.
pub(super) fn is_told(book: &Logbook, entry: &Entry) -> Outcome<bool> {
    let Some(earlier) = book.entry_at(&entry.unit, &entry.id)? else { return Ok(false) };
    let act = |entry: &Entry| (entry.act, entry.kind.clone(), entry.record, entry.rev, entry.by, entry.at);
    let readdressed = matches!(entry.act, Act::Purge | Act::Sign);
    let content = (earlier.facts == entry.facts || readdressed) && earlier.persons == entry.persons;
    let twice = book.has_entry(&entry.id, &entry.journal)?;
    if !twice && act(&earlier) == act(entry) && content {
        return Ok(true);
    }
    Err(Fault::new(Kind::Data, "E112").with("key", "id"))
}

/// What the rules say about the newest version of each record, as far as facts tell.
#[derive(Default)]
struct Judged {
    findings: BTreeMap<Uuid, Vec<Finding>>,
    /// Records of which something may have been said before.
    older: BTreeSet<Uuid>,
}

impl Judged {
    fn judge(&mut self, entry: &Entry, opened: Opened) {
        let found = match (entry.act, Sort::parse(&entry.kind)) {
            (Act::Create | Act::Amend, Some(kind)) => record::check(kind, &Data(opened.data)),
            (Act::Void, _) => Vec::new(),
            _ => return,
        };
        if entry.act != Act::Create {
            self.older.insert(entry.record);
        }
        if found.is_empty() {
            self.findings.remove(&entry.record);
        } else {
            self.findings.insert(entry.record, found);
        }
    }

    fn add(&mut self, record: Uuid, finding: Finding) {
        self.findings.entry(record).or_default().push(finding);
    }

    /// Puts it in the place of what was said before.
    fn keep(&self, book: &Logbook, unit: &str, batch: &Hash) -> Outcome<()> {
        self.older.iter().try_for_each(|record| book.mend(unit, record))?;
        for (record, found) in &self.findings {
            for Finding { code, path, .. } in found {
                let remark = Remark { code: (*code).to_owned(), record: *record, path: path.clone() };
                book.keep_found(unit, batch, &remark)?;
            }
        }
        Ok(())
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
