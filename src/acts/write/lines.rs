//! Records from a file of JSON lines: all of them, or none when one is refused. A line that is there already is a
//! no-op, so a file may be brought in twice.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::super::session::version;
use super::{Refused, Who, only_one_open, right_to_add, taken, without_shift};
use crate::fault::{Fault, Kind as Trouble};
use crate::journal::Mint;
use crate::logbook::{Logbook, New};
use crate::record::when::Moment;
use crate::record::{self, Data, Finding, Kind, Level, strict};

/// One line of the file that is a record now, or was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its line, from 1.
    pub line: usize,
    /// It was there already.
    pub known: bool,
    /// The record.
    pub record: Uuid,
    /// Its human number.
    pub number: String,
    /// Holds and warnings.
    pub findings: Vec<Finding>,
}

/// A finding with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLine {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub finding: Finding,
}

impl RefusedLine {
    /// What sort of trouble it is: bytes that are no JSON are damage, the rest a finding.
    #[must_use]
    pub fn kind(&self) -> Trouble {
        if matches!(self.finding.code, "E001" | "E002") { Trouble::Data } else { Trouble::Finding }
    }
}

/// A line that passed every check.
#[derive(Debug)]
enum Line {
    /// To be written.
    New(Data, Vec<Finding>),
    /// The same as this record.
    Known(Uuid),
    /// The same as this line of the file.
    Twin(usize),
}

/// Adds every line of a file. `step` is told how many lines are done.
///
/// # Errors
/// E021, E009; those of the disk. The inner error: what stands in the way, line by line; nothing was written.
pub fn add_lines(
    book: &Logbook,
    who: &Who,
    kind: Kind,
    input: &[u8],
    mint: &mut dyn Mint,
    step: &mut dyn FnMut(usize),
) -> Result<Result<Vec<Added>, Vec<RefusedLine>>, Fault> {
    who.need(right_to_add(kind)?)?;
    let at = mint.now();
    // One transaction from the first look to the last line: two windows with the same file add it once.
    let done = book.attempt(|book| match read(book, (kind, at), input)? {
        Ok(lines) => write(book, who, (kind, at), lines, mint, step).map_err(Stop::Fault),
        Err(refused) => Err(Stop::Lines(refused)),
    });
    match done {
        Ok(added) => Ok(Ok(added)),
        Err(Stop::Lines(refused)) => Ok(Err(refused)),
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

/// Why a file isn't added.
enum Stop {
    Fault(Fault),
    Lines(Vec<RefusedLine>),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// A file's lines with their numbers, or what is wrong with them.
type Read = Result<Vec<(usize, Line)>, Vec<RefusedLine>>;

fn read(book: &Logbook, (kind, at): (Kind, Moment), input: &[u8]) -> Result<Read, Fault> {
    let mut reading = Reading { book, kind, at, seen: HashMap::new(), codes: HashSet::new(), open: book.open_shift()? };
    let (mut lines, mut refused) = (Vec::new(), Vec::new());
    for (number, bytes) in split(input) {
        match reading.line(number, bytes) {
            Ok(line) => lines.push((number, line)),
            Err(Refused::Fault(fault)) => return Err(fault),
            Err(Refused::Findings(findings)) => {
                refused.extend(findings.into_iter().map(|finding| RefusedLine { line: number, finding }));
            }
        }
    }
    Ok(if refused.is_empty() { Ok(lines) } else { Err(refused) })
}

fn write(
    book: &Logbook,
    who: &Who,
    (kind, at): (Kind, Moment),
    lines: Vec<(usize, Line)>,
    mint: &mut dyn Mint,
    step: &mut dyn FnMut(usize),
) -> Result<Vec<Added>, Fault> {
    let shift = book.open_shift()?;
    let mut added: Vec<Added> = Vec::with_capacity(lines.len());
    for (line, found) in lines {
        let known = |record, number| Added { line, known: true, record, number, findings: Vec::new() };
        added.push(match found {
            Line::New(data, mut findings) => {
                let (id, record) = (mint.id(), mint.id());
                findings.extend(without_shift(kind, &data, shift, at));
                let new = New { shift, ..version(id, at, who.officer, (kind, record), data) };
                let appended = book.append(&new, mint)?;
                findings.extend(appended.odd_clock.then(|| Finding::new("W001", "")));
                Added { line, known: false, record, number: appended.number, findings }
            }
            Line::Known(record) => known(record, book.record(&record)?.row.number),
            Line::Twin(first) => {
                let twin = added.iter().find(|done| done.line == first);
                let twin = twin.ok_or_else(|| Fault::bug("a twin before its first"))?;
                known(twin.record, twin.number.clone())
            }
        });
        step(added.len());
    }
    Ok(added)
}

/// Lines with their numbers: without BOM, CR and blank ones.
fn split(input: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let input = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    let lines = input.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    (1..).zip(lines).filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
}

struct Reading<'a> {
    book: &'a Logbook,
    kind: Kind,
    at: Moment,
    /// External ids of the file so far.
    seen: HashMap<String, (usize, Data)>,
    /// Codes of areas of the file so far.
    codes: HashSet<String>,
    /// A shift that is open, in the logbook or by a line before.
    open: Option<Uuid>,
}

impl Reading<'_> {
    fn line(&mut self, number: usize, bytes: &[u8]) -> Result<Line, Refused> {
        if bytes.len() > record::MAX_LINE {
            return refuse(Finding::new("E006", "").with("max", record::MAX_LINE / 1024));
        }
        let object = match strict::object(bytes, record::MAX_DEPTH) {
            Ok(object) => object,
            Err(fault) => return refuse(unreadable(&fault)),
        };
        let (data, mut findings) = record::clean(self.kind, &object, self.book, self.at);
        findings.extend(record::check(self.kind, &data));
        if findings.iter().any(|f| f.level() == Level::Error) {
            findings.retain(|f| f.level() == Level::Error);
            return Err(Refused::Findings(findings));
        }
        if let Some(external) = data.text("external_id").map(str::to_owned) {
            if let Some(known) = self.known(&external, &data)? {
                return Ok(known);
            }
            self.seen.insert(external, (number, data.clone()));
        }
        let double = taken(self.book, (self.kind, Uuid::nil()), &data)?;
        if let Some(finding) = double.or_else(|| only_one_open(self.kind, &data, self.open)) {
            return refuse(finding);
        }
        let code = data.text("code").filter(|_| self.kind == Kind::Area);
        if let Some(code) = code.filter(|code| !self.codes.insert((*code).to_owned())) {
            return refuse(Finding::new("E019", "code").with("code", code));
        }
        let opens = self.kind == Kind::Shift && data.when("started_at").is_some() && data.when("ended_at").is_none();
        self.open = if opens { Some(Uuid::nil()) } else { self.open };
        Ok(Line::New(data, findings))
    }

    /// The record or line with the same external id, if it says the same.
    fn known(&self, external: &str, data: &Data) -> Result<Option<Line>, Refused> {
        let differs = |record: &str, line: &str| {
            let id = crate::text::clean::shown(external);
            refuse(Finding::new("E003", "external_id").with("id", id).with("record", record).with("line", line))
        };
        if let Some((line, first)) = self.seen.get(external) {
            return if first == data { Ok(Some(Line::Twin(*line))) } else { differs("", &line.to_string()) };
        }
        let Some(record) = self.book.by_external(self.kind, external)? else { return Ok(None) };
        let found = self.book.record(&record)?;
        let same = [self.book.with_persons(&found)?, self.book.first_version(&found)?].iter().any(|v| same(v, data));
        if same { Ok(Some(Line::Known(record))) } else { differs(&found.row.number, "") }
    }
}

/// Whether a stored version says what the line says; a key that one of them doesn't have counts as its blank.
fn same(stored: &Data, line: &Data) -> bool {
    let said = |data: &Data, key: &str| Some(data.get(key)).filter(|value| !record::is_blank(value)).cloned();
    stored.0.keys().chain(line.0.keys()).all(|key| said(stored, key) == said(line, key))
}

fn unreadable(fault: &Fault) -> Finding {
    let finding = Finding::new(fault.code, "");
    fault.args.iter().fold(finding, |finding, (name, value)| finding.with(name, value))
}

fn refuse<T>(finding: Finding) -> Result<T, Refused> {
    Err(Refused::Findings(vec![finding]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_without_what_editors_add() {
        let lines: Vec<_> = split(b"\xef\xbb\xbf{}\r\n\n  \r\n[]").collect();
        assert_eq!(lines, [(1, &b"{}"[..]), (4, b"[]")]);
        assert_eq!(split(b"").count(), 0);
    }
}
