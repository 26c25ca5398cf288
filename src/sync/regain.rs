//! Bringing back what a restored logbook has lost, from batches that it had handed in: entries of an older journal of its
//! own, after what is here of it. The journal that is being written is never touched.

use serde_json::Value;

use super::check::{Checked, Records, sheets};
use super::merge::{differs, is_told};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Act;
use crate::logbook::{Foreign, Logbook};

/// What a batch brought back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Regained {
    /// Entries that were not here.
    pub new: u64,
    /// Entries that were.
    pub known: u64,
    /// A purge among them took copies here along.
    pub purged: bool,
}

/// Takes what is missing here out of an own batch. Within a write of the caller, who drops it all when this fails.
///
/// # Errors
/// E139 its journal isn't of this logbook, E137 something before it is missing, E140 it tells another story or belongs
/// to the journal that is being written; E115, E112 as when a desk merges; those of the database.
pub fn regain(book: &Logbook, batch: &Checked<'_>) -> Outcome<Regained> {
    let header = &batch.header;
    let journal = book.journal(&header.journal)?.filter(|journal| journal.unit == book.own().unit);
    let journal = journal.ok_or_else(|| Fault::new(Kind::Data, "E139"))?;
    let head = journal.head;
    if header.first > head.seq + 1 {
        let fault = Fault::new(Kind::Finding, "E137").with("number", header.number);
        return Err(fault.with("first", header.first).with("have", head.seq));
    }
    let another = |seq: u64| Fault::new(Kind::Data, "E140").with("seq", seq);
    if let Some(common) = differs(book, batch, &journal)? {
        return Err(another(common + 1));
    }
    if header.journal == book.own().journal && header.last > head.seq {
        return Err(another(head.seq + 1));
    }
    let known = batch.lines.iter().take_while(|line| line.entry.seq <= head.seq).count();
    let mut regained = Regained { known: known as u64, ..Regained::default() };
    let mut records = Records::default();
    for (at, line) in batch.lines.iter().enumerate().skip(known) {
        let entry = &line.entry;
        records.next_of_all(entry, || book.last_on(&entry.record, journal.lineage()))?;
        let told = is_told(book, entry)?;
        let (facts, persons) = sheets(&batch.content, at, entry)?;
        let [facts, persons] =
            [&facts, &persons].map(|sheet| sheet.as_ref().map(|(text, opened)| (text.as_bytes(), opened)));
        if let Some((_, opened)) = facts.filter(|_| entry.act == Act::Purge) {
            let items = opened.data.get("items").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            book.follow_purge(entry, items)?;
            regained.purged = true;
        }
        book.merge(&Foreign { entry, line: line.bytes, facts, persons }, told)?;
        regained.new += 1;
    }
    Ok(regained)
}
