//! Who saw what: read a page at a time, for the log of accesses grows like every other.

use uuid::Uuid;

use super::{PAGE, log};
use crate::acts::{Right, Who};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Logbook, Seen};
use crate::record::when::{self, Moment};

/// One access, as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Its row, to go on from.
    pub row: i64,
    /// When; none where the line can't be read.
    pub at: Option<Moment>,
    /// Who.
    pub by: Option<Uuid>,
    /// What was done, as a code.
    pub what: String,
    /// The record and its number, if it was one.
    pub record: Option<(Uuid, String)>,
    /// The reason, or the words searched.
    pub why: String,
}

/// Who saw what between two moments, newest first.
///
/// # Errors
/// E021; those of the database.
pub fn accesses(book: &Logbook, who: &Who, from: Option<Moment>, to: Option<Moment>) -> Outcome<Vec<Seen>> {
    who.need(Right::ReadAccess)?;
    book.accesses(from, to)
}

/// A page of the same; the one after a row.
///
/// # Errors
/// E021; those of the database.
pub fn access_page(
    book: &Logbook,
    who: &Who,
    between: (Option<Moment>, Option<Moment>),
    before: Option<i64>,
    most: usize,
) -> Outcome<Vec<Looked>> {
    who.need(Right::ReadAccess)?;
    let page = book.accesses_before(between, before, most)?;
    page.into_iter().map(|(row, seen)| looked(book, row, &seen)).collect()
}

/// All of them to be taken away as a file, a page at a time, after a line in that very log.
///
/// # Errors
/// E021; those of the database; whatever `each` answers with, which ends it.
pub fn export_accesses(
    book: &Logbook,
    who: &Who,
    between: (Option<Moment>, Option<Moment>),
    mint: &mut dyn Mint,
    each: &mut dyn FnMut(&[Looked]) -> Outcome<()>,
) -> Outcome<()> {
    who.need(Right::ReadAccess)?;
    log(book, who, "export-access", (None, None), mint)?;
    let mut before = None;
    loop {
        let page = access_page(book, who, between, before, PAGE)?;
        before = page.last().map(|last| last.row);
        each(&page)?;
        if page.len() < PAGE {
            return Ok(());
        }
    }
}

fn looked(book: &Logbook, row: i64, seen: &Seen) -> Outcome<Looked> {
    let text = |key: &str| seen.0.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
    let id = |key: &str| Uuid::try_parse(text(key)).ok();
    let named = |record: Uuid| book.row_of(&record).map(|row| row.map(|row| (record, row.number)));
    Ok(Looked {
        row,
        at: when::parse(text("at")),
        by: id("by"),
        what: text("what").to_owned(),
        record: id("record").map(named).transpose()?.flatten(),
        why: text("why").to_owned(),
    })
}
