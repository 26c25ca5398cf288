//! journal.jsonl: every line whole, of this journal and post, the next one after the one before, and each record built
//! up in order as far as the batch itself can tell.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{Act, Entry, Head, follows};
use crate::logbook::Before;
use crate::sync::bag::Bag;
use crate::sync::{Header, JOURNAL, lines as files};

/// One line and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// The exact bytes, which are what is kept.
    pub bytes: &'a [u8],
    /// What they say.
    pub entry: Entry,
}

/// Reads the lines of a batch.
///
/// # Errors
/// E112 with the key, E113 with the number, E115 with the record.
pub fn lines<'a>(bag: &Bag<'a>, header: &Header) -> Outcome<Vec<Line<'a>>> {
    let file = bag.get(JOURNAL).unwrap_or_default();
    let wrong = |key: &str| Fault::new(Kind::Data, "E112").with("key", key);
    let count = usize::try_from(header.counts.entries).unwrap_or(usize::MAX);
    let mut head = Head { seq: header.first.saturating_sub(1), hash: header.prev };
    let (mut ids, mut records) = (HashSet::new(), Records::default());
    let mut all = Vec::with_capacity(count.min(file.len() / 64));
    for bytes in files::split(file)? {
        if all.len() == count {
            return Err(wrong("counts"));
        }
        let entry = Entry::from_line(bytes)?;
        if entry.journal != header.journal {
            return Err(wrong("journal"));
        }
        if entry.unit != header.unit {
            return Err(wrong("unit"));
        }
        head = follows(head, &entry, bytes)?;
        if !ids.insert(entry.id) {
            return Err(wrong("id"));
        }
        records.next(&entry, || Ok(Before::default()))?;
        all.push(Line { bytes, entry });
    }
    if all.len() != count {
        return Err(wrong("counts"));
    }
    if head.hash != header.head || head.seq != header.last {
        return Err(Fault::new(Kind::Data, "E113").with("seq", header.last));
    }
    Ok(all)
}

/// How far each record has come: a `create` with rev 1 first, then rev + 1 each time, the kind staying the same.
#[derive(Debug, Default)]
pub struct Records(HashMap<Uuid, (u64, String)>);

impl Records {
    /// Takes the next entry on a record. `before` is asked once, when the record first comes up.
    ///
    /// # Errors
    /// E115 with the record; those of `before`.
    pub fn next(&mut self, entry: &Entry, before: impl FnOnce() -> Outcome<Before>) -> Outcome<()> {
        let broken = || Fault::new(Kind::Data, "E115").with("record", entry.record).with("seq", entry.seq);
        let create = entry.act == Act::Create;
        if create != (entry.rev == 1) {
            return Err(broken());
        }
        if let Some((rev, kind)) = self.0.get_mut(&entry.record) {
            let fits = !create && entry.rev == *rev + 1 && entry.kind == *kind;
            *rev = entry.rev;
            return if fits { Ok(()) } else { Err(broken()) };
        }
        let before = before()?;
        let mut states = before.line.iter().chain(&before.beside).peekable();
        let fits = if create {
            before.line.is_none()
        } else {
            states.peek().is_none() || states.any(|(rev, kind)| entry.rev == rev + 1 && entry.kind == *kind)
        };
        self.0.insert(entry.record, (entry.rev, entry.kind.clone()));
        if fits { Ok(()) } else { Err(broken()) }
    }

    /// The same, where everything before the batch is known: a record that nobody created can't be gone on with.
    ///
    /// # Errors
    /// As [`Records::next`].
    pub fn next_of_all(&mut self, entry: &Entry, before: impl FnOnce() -> Outcome<Before>) -> Outcome<()> {
        let orphan = entry.act != Act::Create;
        self.next(entry, || {
            let before = before()?;
            if orphan && before == Before::default() {
                return Err(Fault::new(Kind::Data, "E115").with("record", entry.record).with("seq", entry.seq));
            }
            Ok(before)
        })
    }
}
