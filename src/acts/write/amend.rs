//! Amending: a new version of a record, with the reason. What was, stays.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::super::session::version;
use super::{Refused, Saved, Who, once, only_one_open, reason, refuse, saved, taken, writable};
use crate::journal::{Act, Mint};
use crate::logbook::{Logbook, New, Record, from_newest};
use crate::record::when::Moment;
use crate::record::{self, Data, Finding, Kind};

/// An amendment: keys given replace, null clears, absent keys stay.
#[derive(Debug)]
pub struct Amendment<'a> {
    /// The entry's id.
    pub id: Uuid,
    /// The record.
    pub record: Uuid,
    /// What changes.
    pub input: &'a Map<String, Value>,
    /// The reason.
    pub why: &'a str,
    /// The version that it was made from; the newest when nobody says.
    pub base: Option<u64>,
}

/// Saves an amendment.
///
/// # Errors
/// E021, E010 changed in between, E011, E012, E013 no reason; findings of level error; those of the disk.
pub fn amend(book: &Logbook, who: &Who, amendment: &Amendment<'_>, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    once(book, &amendment.id, |book| {
        let found = writable(book, who, &amendment.record)?;
        ready(book, found, amendment, mint)?.append(book, who, mint)
    })
}

/// An amendment that passed every check. It is appended in the transaction in which it was made.
pub(in super::super) struct Ready {
    /// The whole new version.
    pub data: Data,
    /// The reason.
    pub why: String,
    kind: Kind,
    record: Uuid,
    id: Uuid,
    base: u64,
    at: Moment,
    shift: Option<Uuid>,
    findings: Vec<Finding>,
}

/// Makes the new version of a record and checks it. Whether this person may do so is asked before.
pub(in super::super) fn ready(
    book: &Logbook,
    (record, kind): (Record, Kind),
    amendment: &Amendment<'_>,
    mint: &mut dyn Mint,
) -> Result<Ready, Refused> {
    // First of all: what the rules say about fields that somebody else has changed since is no help.
    from_newest(amendment.base, record.version, &record.row.number)?;
    let why = reason(amendment.why)?;
    let at = mint.now();
    let before = book.with_persons(&record)?;
    let (data, mut findings) = record::merge(kind, &before, amendment.input, book, at);
    findings.extend(record::check(kind, &data));
    let id = record.row.record;
    let shift = book.open_shift()?;
    findings.extend(only_one_open(kind, &data, shift.filter(|open| *open != id)));
    findings.extend(taken(book, (kind, id), &data)?);
    refuse(&findings)?;
    let base = amendment.base.unwrap_or(record.version);
    Ok(Ready { data, why, kind, record: id, id: amendment.id, base, at, shift, findings })
}

impl Ready {
    /// Appends it.
    pub(in super::super) fn append(self, book: &Logbook, who: &Who, mint: &mut dyn Mint) -> Result<Saved, Refused> {
        let new = New {
            act: Act::Amend,
            base: Some(self.base),
            why: Some(&self.why),
            shift: self.shift,
            ..version(self.id, self.at, who.officer, (self.kind, self.record), self.data)
        };
        Ok(saved(book.append(&new, mint)?, self.findings))
    }
}
