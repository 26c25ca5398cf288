//! Sealing: a slice of the journal becomes a batch whose small files and inner signature are kept. Made again, at any
//! time and by any later program, it is the same tar byte for byte, or it isn't made.

use std::collections::BTreeMap;

use super::bag::{self, Bag};
use super::check::Checked;
use super::header::{Counts, Header, Period};
use super::payload::{self, Payload, Slice};
use super::{
    BAG_INFO, BAGIT, BatchName, FACTS, HEADER, INDICATORS, JOURNAL, MANIFEST, NAMESPACE_BATCH, PERSONS, Progress,
    README, SIGNATURE, Stage, TAG_MANIFEST, Watch, card, readme, schema,
};
use crate::fault::{Fault, Kind, Outcome};
use crate::figures;
use crate::journal::{Hash, Head};
use crate::logbook::{Logbook, Sealed, Unsealed};
use crate::record::period::Week;
use crate::record::when::Moment;

/// What a sealing needs beside the journal.
pub struct Sealing<'a> {
    /// The week under which it is handed in; it selects nothing.
    pub week: Week,
    /// The clock.
    pub at: Moment,
    /// For whom.
    pub receiver: &'a super::Card,
    /// Persons go along, but for tips and records with a secret.
    pub persons: bool,
    /// Findings that go with it: code and how many.
    pub findings: &'a BTreeMap<String, u64>,
}

/// Seals everything that isn't yet, in as many batches as the caps ask for; an empty one when nothing is new and the
/// week has none. Within a write: all of it or nothing.
///
/// # Errors
/// E113, E114 when the slice is damaged; those of the database.
pub fn seal(book: &Logbook, sealing: &Sealing<'_>, progress: Watch<'_>) -> Outcome<Vec<Sealed>> {
    let all = book.unsealed()?;
    let total: u64 = all.iter().map(|journal| journal.to - journal.from.seq).sum();
    let indicators = figures::indicators_csv(book, sealing.week.from, sealing.week.to)?;
    let mut made: Vec<Sealed> = Vec::new();
    let mut done = 0;
    for mut journal in all {
        let current = journal.journal == book.own().journal;
        let due = current && made.is_empty() && !book.is_sealed(&sealing.week.name())?;
        let mut open = journal.from.seq < journal.to || due;
        while open {
            progress(Progress { stage: Stage::Seal, done, total })?;
            let sealed = one(book, sealing, &mut journal, &indicators)?;
            done += sealed.entries();
            progress(Progress { stage: Stage::Seal, done, total })?;
            made.push(sealed);
            open = journal.from.seq < journal.to;
        }
    }
    Ok(made)
}

/// Seals the next batch of a journal and moves on in it.
fn one(book: &Logbook, sealing: &Sealing<'_>, journal: &mut Unsealed, indicators: &str) -> Outcome<Sealed> {
    let slice = Slice { journal: journal.journal, from: journal.from, to: journal.to };
    let secrets = sealing.persons.then_some(journal.to);
    let payload = payload::gather(book, &slice, secrets)?;
    let header = header(book, sealing, journal, &payload)?;
    let (batch, files) = small_files(book, &header, &payload, indicators.as_bytes())?;
    let sealed = Sealed {
        journal: journal.journal,
        number: journal.number,
        first: header.first,
        last: header.last,
        known: journal.to,
        week: header.period.week.clone(),
        at: sealing.at,
        receiver: header.receiver.clone(),
        persons: sealing.persons,
        findings: header.findings.values().sum(),
        batch,
    };
    book.keep_sealed(&sealed, &files)?;
    *journal = Unsealed { from: payload.head, number: journal.number + 1, previous: Some(batch), ..journal.clone() };
    Ok(sealed)
}

fn header(book: &Logbook, sealing: &Sealing<'_>, journal: &Unsealed, payload: &Payload) -> Outcome<Header> {
    let week = &sealing.week;
    Ok(Header {
        minor: 0,
        unit: book.own().unit.clone(),
        receiver: sealing.receiver.unit.clone(),
        number: journal.number,
        period: Period { week: week.name(), from: week.from, to: week.to },
        previous: journal.previous,
        journal: journal.journal,
        first: journal.from.seq + 1,
        last: payload.head.seq,
        prev: journal.from.hash,
        head: payload.head.hash,
        access_head: book.access_head()?,
        counts: Counts { entries: payload.entries, facts: payload.with_facts, persons: payload.with_persons },
        findings: sealing.findings.clone(),
        with_persons: sealing.persons,
        sealed_at: sealing.at,
    })
}

/// The bag without its lines, as a tar, and the batch id.
fn small_files(book: &Logbook, header: &Header, payload: &Payload, indicators: &[u8]) -> Outcome<(Hash, Vec<u8>)> {
    let name = header.name();
    let top = name.to_string();
    let key = card::signing(book)?;
    let batch_json = header.to_json();
    let text = readme::text(&name, &header.receiver, &key.public()?);
    let schemas = schema::files();
    let mut bag = Bag::new(&top);
    payload.put_into(&mut bag);
    bag.put(HEADER, batch_json.as_bytes());
    bag.put(INDICATORS, indicators);
    bag.put(BAGIT, bag::DECLARATION.as_bytes());
    bag.put(README, text.as_bytes());
    for (name, content) in &schemas {
        bag.put(name, content.as_bytes());
    }
    let day = header.sealed_at.format("%Y-%m-%d").to_string();
    let info = bag::info(&header.unit, &top, &day, bag.oxum());
    bag.put(BAG_INFO, info.as_bytes());
    let manifest = bag.manifest();
    bag.put(MANIFEST, manifest.as_bytes());
    let tags = bag.tag_manifest();
    bag.put(TAG_MANIFEST, tags.as_bytes());
    let signature = key.sign(NAMESPACE_BATCH, tags.as_bytes())?;
    bag.put(SIGNATURE, signature.as_bytes());
    let mut small = Bag::new(&top);
    without_lines(&bag, &mut small);
    Ok((Hash::of(tags.as_bytes()), small.pack()?))
}

/// The tar of a sealed batch, the same bytes every time.
///
/// # Errors
/// E127 when what it was made of is no longer there, as after a purge.
pub fn remake(book: &Logbook, sealed: &Sealed) -> Outcome<Vec<u8>> {
    let files = book.sealed_files(&sealed.journal, sealed.number)?;
    let mut bag = Bag::walk(&files)?;
    let (_, payload) = lines_of(book, sealed, &bag)?;
    payload.put_into(&mut bag);
    if bag.get(MANIFEST) != Some(bag.manifest().as_bytes()) {
        return Err(gone(sealed));
    }
    bag.pack()
}

/// Seals a batch once more, under its number, after a purge took some of what it carried or the key that signed it counts
/// no more: the same lines, without what is gone, under another id, which is returned. Within a write.
///
/// # Errors
/// E127 when more is missing than purges have taken.
pub fn reseal(book: &Logbook, sealed: &Sealed, at: Moment) -> Outcome<Hash> {
    if book.is_lossy(&sealed.journal, (sealed.first, sealed.last))? {
        return Err(gone(sealed));
    }
    let files = book.sealed_files(&sealed.journal, sealed.number)?;
    let bag = Bag::walk(&files)?;
    let (before, payload) = lines_of(book, sealed, &bag)?;
    let counts = Counts { entries: payload.entries, facts: payload.with_facts, persons: payload.with_persons };
    let header = Header { counts, access_head: book.access_head()?, sealed_at: at, ..before };
    let (batch, files) = small_files(book, &header, &payload, bag.get(INDICATORS).unwrap_or_default())?;
    book.keep_resealed(sealed, &batch, &files)?;
    Ok(batch)
}

/// Keeps an own batch that came back as what it was, where it follows the newest that is known here; else what it
/// brought is sealed once more, and the receiver knows it. Within a write.
///
/// # Errors
/// Those of the database.
pub fn adopt(book: &Logbook, batch: &Checked<'_>) -> Outcome<()> {
    let header = &batch.header;
    let newest = book.sealed()?.into_iter().rfind(|sealed| sealed.journal == header.journal);
    let next = newest.map_or((1, 1), |newest| (newest.number + 1, newest.last + 1));
    if (header.number, header.first) != next {
        return Ok(());
    }
    let mut small = Bag::new(batch.bag.top);
    without_lines(&batch.bag, &mut small);
    let sealed = Sealed {
        journal: header.journal,
        number: header.number,
        first: header.first,
        last: header.last,
        known: header.last,
        week: header.period.week.clone(),
        at: header.sealed_at,
        receiver: header.receiver.clone(),
        persons: header.with_persons,
        findings: header.findings.values().sum(),
        batch: batch.id,
    };
    book.keep_sealed(&sealed, &small.pack()?)
}

/// The small files of a bag.
fn without_lines<'a>(bag: &Bag<'a>, small: &mut Bag<'a>) {
    let lines = [JOURNAL, FACTS, PERSONS];
    bag.members().filter(|(name, _)| !lines.contains(name)).for_each(|(name, bytes)| small.put(name, bytes));
}

/// What a sealed batch says it is, and its lines as they can be made now.
fn lines_of(book: &Logbook, sealed: &Sealed, bag: &Bag<'_>) -> Outcome<(Header, Payload)> {
    let header = Header::parse(bag.get(HEADER).ok_or_else(|| gone(sealed))?)?;
    let from = Head { seq: sealed.first.saturating_sub(1), hash: header.prev };
    let slice = Slice { journal: sealed.journal, from, to: sealed.last };
    let secrets = sealed.persons.then_some(sealed.known);
    let payload = payload::gather(book, &slice, secrets).map_err(|fault| gone(sealed).because(fault))?;
    if payload.head.hash == header.head { Ok((header, payload)) } else { Err(gone(sealed)) }
}

fn gone(sealed: &Sealed) -> Fault {
    Fault::new(Kind::Data, "E127").with("number", sealed.number)
}

/// The name of a sealed batch of this logbook.
#[must_use]
pub fn name(book: &Logbook, sealed: &Sealed) -> BatchName {
    BatchName::new(&book.own().unit, &sealed.week, sealed.number, &sealed.journal)
}
