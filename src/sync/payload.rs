//! The lines of a batch, made from the journal: checked against the chain while they are gathered, cut where a cap is
//! reached. Which persons go along depends on the journal up to a given entry only, so that it comes out the same again.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

use super::bag::Bag;
use super::{FACTS, JOURNAL, MAX_ENTRIES, MAX_PAYLOAD, PERSONS, lines};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Entry, Hash, Head, envelope, follows};
use crate::logbook::{Logbook, Sheet};
use crate::record::Kind;

/// Left for batch.json and indicators.csv.
const REST: u64 = 1024 * 1024;

/// A part of one journal.
#[derive(Debug, Clone)]
pub struct Slice {
    /// The journal.
    pub journal: Uuid,
    /// The entry before the first.
    pub from: Head,
    /// The last entry that may be in it.
    pub to: u64,
}

/// The lines of a slice.
#[derive(Debug, Clone)]
pub struct Payload {
    /// journal.jsonl.
    pub journal: Vec<u8>,
    /// facts.jsonl.
    pub facts: Vec<u8>,
    /// persons.jsonl, when they go along.
    pub persons: Option<Vec<u8>>,
    /// Entries in it.
    pub entries: u64,
    /// Facts envelopes in it.
    pub with_facts: u64,
    /// Persons envelopes in it.
    pub with_persons: u64,
    /// Its last entry.
    pub head: Head,
}

impl Payload {
    /// Puts the lines into a bag.
    pub fn put_into<'a>(&'a self, bag: &mut Bag<'a>) {
        bag.put(JOURNAL, &self.journal);
        bag.put(FACTS, &self.facts);
        if let Some(persons) = &self.persons {
            bag.put(PERSONS, persons);
        }
    }

    fn size(&self) -> usize {
        self.journal.len() + self.facts.len() + self.persons.as_ref().map_or(0, Vec::len)
    }
}

/// Gathers the lines of a slice, as many as the caps let in. With `secrets`, persons go along, but for kinds that are
/// sealed (tips) and for records that hold a secret by that entry.
///
/// # Errors
/// E113, E114 where the journal is damaged; those of the database.
pub fn gather(book: &Logbook, slice: &Slice, secrets: Option<u64>) -> Outcome<Payload> {
    let mut secrets = secrets.map(|known| Secrets { book, known, seen: HashMap::new() });
    let mut payload = Payload {
        journal: Vec::new(),
        facts: Vec::new(),
        persons: secrets.as_ref().map(|_| Vec::new()),
        entries: 0,
        with_facts: 0,
        with_persons: 0,
        head: slice.from,
    };
    book.each_of(&slice.journal, (slice.from.seq + 1, slice.to), |sheet| {
        let entry = Entry::from_line(sheet.line)?;
        let head = follows(payload.head, &entry, sheet.line)?;
        let facts = line(&entry.facts, sheet.facts)?;
        let persons = match (&mut secrets, &entry.persons) {
            (Some(secrets), Some(hash)) => {
                if secrets.holds(&entry, slice)? {
                    None
                } else {
                    line(hash, sheet.persons)?
                }
            }
            _ => None,
        };
        let more =
            sheet.line.len() + [&facts, &persons].iter().map(|l| l.as_ref().map_or(0, String::len)).sum::<usize>();
        let full = (payload.size() + more + 3) as u64 > MAX_PAYLOAD - REST;
        if payload.entries == MAX_ENTRIES || (full && payload.entries > 0) {
            return Ok(false);
        }
        payload.entries += 1;
        payload.with_facts += u64::from(facts.is_some());
        payload.with_persons += u64::from(persons.is_some());
        payload.head = head;
        push(&mut payload.journal, sheet.line);
        if let Some(line) = &facts {
            push(&mut payload.facts, line.as_bytes());
        }
        for (file, line) in payload.persons.iter_mut().zip(&persons) {
            push(file, line.as_bytes());
        }
        Ok(true)
    })?;
    let cut = payload.head.seq < slice.to && payload.entries == 0;
    if cut { Err(Fault::new(Trouble::Data, "E113").with("seq", payload.head.seq + 1)) } else { Ok(payload) }
}

fn push(file: &mut Vec<u8>, line: &[u8]) {
    file.extend_from_slice(line);
    file.push(b'\n');
}

/// The line of an envelope that is here and is what its entry names.
fn line(hash: &Hash, bytes: Option<&[u8]>) -> Outcome<Option<String>> {
    let Some(bytes) = bytes else { return Ok(None) };
    if Hash::of(bytes) != *hash {
        return Err(Fault::new(Trouble::Data, "E114").with("hash", hash));
    }
    lines::write(hash, bytes).map(Some)
}

/// Which records hold somebody whose name is kept secret.
struct Secrets<'a> {
    book: &'a Logbook,
    known: u64,
    seen: HashMap<Uuid, bool>,
}

impl Secrets<'_> {
    fn holds(&mut self, entry: &Entry, slice: &Slice) -> Outcome<bool> {
        if Kind::parse(&entry.kind).is_some_and(Kind::is_sealed) {
            return Ok(true);
        }
        if let Some(known) = self.seen.get(&entry.record) {
            return Ok(*known);
        }
        let mut secret = false;
        self.book.each_on(&entry.record, (&slice.journal, self.known), |Sheet { persons, .. }| {
            secret |= persons.is_some_and(has_secret);
            Ok(())
        })?;
        self.seen.insert(entry.record, secret);
        Ok(secret)
    }
}

/// A persons envelope with a kept secret; one that can't be read is taken as one.
fn has_secret(bytes: &[u8]) -> bool {
    let Ok(opened) = envelope::open(bytes) else { return true };
    let persons = opened.data.get("persons").and_then(Value::as_array);
    persons.into_iter().flatten().any(|person| person.get("keep_secret") == Some(&Value::Bool(true)))
}
