//! facts.jsonl and persons.jsonl: for each entry, in order, the envelope that its line names, and nothing else. The
//! envelopes are opened one at a time, and kept open only where they are few: a batch may be large, the memory for it is
//! not.

use std::cell::RefCell;
use std::collections::HashMap;

use serde_json::Value;

use super::Line;
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::envelope::{self, Opened};
use crate::journal::{Entry, Hash};
use crate::record::{Kind as Sort, Number};
use crate::sync::bag::Bag;
use crate::sync::{FACTS, Header, PERSONS, lines as files};

/// A human number's serial is never larger.
const MOST: u64 = 1_000_000_000;

/// A line of facts.jsonl and one of persons.jsonl.
type Pair<'a> = (Option<&'a [u8]>, Option<&'a [u8]>);

/// So many bytes of envelopes stay open between checking and merging; of a larger batch each is opened once more, for
/// all of them at once would take several times their size.
const STAY_OPEN: usize = 4 * 1024 * 1024;

/// Where the envelopes of each entry stand: the line of facts.jsonl and that of persons.jsonl.
#[derive(Debug, Clone, Default)]
pub struct Content<'a> {
    lines: Vec<Pair<'a>>,
    /// Those that are open, until somebody takes them.
    open: RefCell<HashMap<usize, Sheets>>,
}

/// An envelope: its bytes, and what they say.
pub type Sheet = (String, Opened);
/// Facts and persons of an entry.
type Sheets = (Option<Sheet>, Option<Sheet>);

/// Checks the envelopes of a batch against its lines.
///
/// # Errors
/// E112 not a line, E114 not the envelope that the entry names, E115 a number that is not the post's to give.
pub fn content<'a>(bag: &Bag<'a>, header: &Header, lines: &[Line<'_>]) -> Outcome<Content<'a>> {
    let mut facts = Reader::of(bag, FACTS)?;
    let mut persons = Reader::of(bag, PERSONS)?;
    let mut content = Content { lines: Vec::with_capacity(lines.len()), open: RefCell::default() };
    let size: usize = [FACTS, PERSONS].iter().filter_map(|file| bag.get(file)).map(<[u8]>::len).sum();
    let bad = |seq: u64| Fault::new(Kind::Data, "E114").with("seq", seq);
    let (mut with_facts, mut with_persons) = (0, 0);
    for Line { entry, .. } in lines {
        let fact = facts.take(&entry.facts)?;
        let person = entry.persons.map(|hash| persons.take(&hash)).transpose()?.flatten();
        match &fact {
            Some((_, (_, opened))) => numbered(entry, opened)?,
            // Only what a purge may take: the purge itself can stand in a later batch.
            None if entry.act.is_version() => {}
            None => return Err(bad(entry.seq)),
        }
        with_facts += u64::from(fact.is_some());
        with_persons += u64::from(person.is_some());
        let (facts_line, fact) = fact.unzip();
        let (persons_line, person) = person.unzip();
        if size <= STAY_OPEN {
            content.open.get_mut().insert(content.lines.len(), (fact, person));
        }
        content.lines.push((facts_line, persons_line));
    }
    let whole = facts.is_done()? && persons.is_done()?;
    let counted = with_facts == header.counts.facts && with_persons == header.counts.persons;
    if whole && counted { Ok(content) } else { Err(bad(header.last)) }
}

/// Reads the lines of a file one after the other, each once.
struct Reader<'a, I> {
    lines: I,
    next: Option<(&'a [u8], Hash, String)>,
}

impl<'a> Reader<'a, ()> {
    fn of(bag: &Bag<'a>, file: &str) -> Outcome<Reader<'a, impl Iterator<Item = &'a [u8]>>> {
        Ok(Reader { lines: files::split(bag.get(file).unwrap_or_default())?, next: None })
    }
}

impl<'a, I: Iterator<Item = &'a [u8]>> Reader<'a, I> {
    /// The next line, if it holds this envelope.
    fn take(&mut self, wanted: &Hash) -> Outcome<Option<(&'a [u8], Sheet)>> {
        self.fill()?;
        let Some((line, hash, text)) = self.next.take_if(|(_, hash, _)| hash == wanted) else { return Ok(None) };
        let opened = envelope::open_checked(text.as_bytes(), &hash)?;
        Ok(Some((line, (text, opened))))
    }

    fn fill(&mut self) -> Outcome<()> {
        if self.next.is_none()
            && let Some(line) = self.lines.next()
        {
            let (hash, text) = files::read(line)?;
            self.next = Some((line, hash, text));
        }
        Ok(())
    }

    fn is_done(&mut self) -> Outcome<bool> {
        self.fill()?;
        Ok(self.next.is_none())
    }
}

/// The envelopes of the entry at this place, to be kept; opened once more unless they still are.
///
/// # Errors
/// As [`content`].
pub fn sheets(content: &Content<'_>, at: usize, entry: &Entry) -> Outcome<Sheets> {
    if let Some(open) = content.open.borrow_mut().remove(&at) {
        return Ok(open);
    }
    let (facts, persons) = content.lines.get(at).copied().unwrap_or_default();
    let facts = facts.map(|line| open(line, &entry.facts)).transpose()?;
    let persons = persons.zip(entry.persons).map(|(line, hash)| open(line, &hash)).transpose()?;
    Ok((facts, persons))
}

/// How many entries bring their persons along.
#[must_use]
pub fn persons_of(content: &Content<'_>) -> usize {
    content.lines.iter().filter(|(_, persons)| persons.is_some()).count()
}

fn open(line: &[u8], hash: &Hash) -> Outcome<Sheet> {
    let (named, bytes) = files::read(line)?;
    if named != *hash {
        return Err(Fault::new(Kind::Data, "E114").with("hash", hash));
    }
    let opened = envelope::open_checked(bytes.as_bytes(), hash)?;
    Ok((bytes, opened))
}

/// A version names its record by a number of its own post and kind: numbers are what people look things up by.
fn numbered(entry: &Entry, opened: &Opened) -> Outcome<()> {
    if !entry.act.is_version() {
        return Ok(());
    }
    let number = opened.data.get("number").and_then(Value::as_str);
    let fits = number.and_then(Number::parse).is_some_and(|parsed| {
        parsed.unit.as_deref() == Some(&entry.unit)
            && parsed.serial < MOST
            && Sort::parse(&entry.kind).is_none_or(|kind| kind.code() == parsed.code)
            && Some(parsed.to_string().as_str()) == number
    });
    let broken = || Fault::new(Kind::Data, "E115").with("record", entry.record).with("seq", entry.seq);
    if fits { Ok(()) } else { Err(broken()) }
}
