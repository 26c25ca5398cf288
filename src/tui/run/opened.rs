//! What the screens need to know of a logbook: right after signing in, and of one record. Reads only.

use uuid::Uuid;

use crate::acts::{Who, clocks, desk, figures, look, signals};
use crate::fault::Outcome;
use crate::logbook::{Logbook, Record};
use crate::record::references;
use crate::record::when::Moment;
use crate::tui::app::{Detail, Link, Manners, Opened};

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
        posts: own.desk.then(|| book.posts()).transpose()?,
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
pub fn detail(book: &Logbook, who: &Who, record: &Uuid, now: Moment) -> Outcome<Detail> {
    let mut record = look::show(book, who, &record.to_string())?;
    record.data = look::masked(book, who, &record)?;
    let history = look::history(book, who, &record.row.record)?;
    let numbers = match record.kind {
        Some(kind) => look::numbers(book, who, (kind, history.iter().filter_map(|version| version.data.as_ref())))?,
        None => Vec::new(),
    };
    let links = links(book, who, &record)?;
    let clocks = clocks::on(book, who, &record, now)?;
    let origin = desk::origin(book, who, &record, &history)?;
    let progress = signals::progress(book, who, &record)?;
    let beside = figures::beside(book, who, &record, now)?;
    Ok(Detail { record, history, links, progress, beside, clocks, numbers, origin })
}

/// The records that this one speaks of, and those that speak of it.
fn links(book: &Logbook, who: &Who, record: &Record) -> Outcome<Vec<Link>> {
    let mut links = Vec::new();
    for (how, id) in record.kind.map_or_else(Vec::new, |kind| references(kind, &record.data)) {
        let row = book.row_of(&id)?;
        links.extend(row.map(|row| Link { row, how, back: false }));
    }
    let speaking = look::linked(book, who, &record.row.record)?;
    links.extend(speaking.into_iter().take(MOST_LINKED).map(|(row, how)| Link { row, how, back: true }));
    links.retain(|link| !link.row.void);
    Ok(links)
}
