//! What the screens need to know of a logbook: right after signing in, and of one record. Reads only.

use uuid::Uuid;

use crate::acts::{Who, look};
use crate::fault::Outcome;
use crate::logbook::{Logbook, Record};
use crate::tui::app::{Detail, Linked, Manners, Opened};

/// More that speak of one record are not shown beside it.
const MOST_LINKED: usize = 20;

/// The logbook right after signing in.
///
/// # Errors
/// Those of the database.
pub fn opened(book: &Logbook, who: &Who) -> Outcome<Opened> {
    let own = book.own();
    Ok(Opened {
        who: who.clone(),
        unit: own.unit.clone(),
        unit_name: own.name.clone(),
        demo: own.demo.is_some(),
        officers: book.officers()?,
        areas: book.areas()?,
        shift: open_shift(book)?,
        drafts: book.drafts(&who.officer)?,
        last_entry: book.last_entry()?,
        manners: Manners::read(|name| book.setting(name))?,
    })
}

fn open_shift(book: &Logbook) -> Outcome<Option<Box<Record>>> {
    book.open_shift()?.map(|id| book.record(&id).map(Box::new)).transpose()
}

/// A record as the reading screen shows it.
///
/// # Errors
/// E021, E011; those of the database.
pub fn detail(book: &Logbook, who: &Who, record: &Uuid) -> Outcome<Detail> {
    let mut record = look::show(book, who, &record.to_string())?;
    record.data = look::masked(book, who, &record)?;
    let history = look::history(book, who, &record.row.record)?;
    let linked = linked(book, who, &record.row.record)?;
    Ok(Detail { record, history, linked })
}

/// The records that speak of this one.
fn linked(book: &Logbook, who: &Who, record: &Uuid) -> Outcome<Vec<Linked>> {
    let speaking = look::linked(book, who, record)?.into_iter().filter(|(row, _)| !row.void);
    Ok(speaking.take(MOST_LINKED).map(|(row, how)| Linked { number: row.number, kind: row.kind, how }).collect())
}
