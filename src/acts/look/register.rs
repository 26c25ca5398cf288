//! The records of one kind, with what its register tells of each.

use uuid::Uuid;

use super::super::clocks::Timer;
use super::{Who, list};
use crate::fault::Outcome;
use crate::figures::signals;
use crate::logbook::{Filter, Logbook, Row};
use crate::record::when::Moment;
use crate::record::{Data, Kind, Shape, Shows};
use crate::report::register::{Entry, Told};

/// One page of records; where one kind is asked for, with what its columns are made of.
///
/// # Errors
/// E021; those of the database.
pub fn register(book: &Logbook, who: &Who, filter: &Filter, now: Moment) -> Outcome<Vec<Entry>> {
    let rows = list(book, who, filter)?;
    told(book, filter.kind, rows, now)
}

/// Rows of a kind with what its columns are made of.
pub(super) fn told(book: &Logbook, kind: Option<Kind>, rows: Vec<Row>, now: Moment) -> Outcome<Vec<Entry>> {
    let Some(kind) = kind.filter(|kind| !kind.columns().is_empty()) else {
        return Ok(rows.into_iter().map(Entry::from).collect());
    };
    let timer = Timer::of(book, now);
    let one = |row: Row| {
        let told = of(book, (kind, &row), &timer)?.map(Box::new);
        Ok(Entry { row, told })
    };
    rows.into_iter().map(one).collect()
}

fn of(book: &Logbook, (kind, row): (Kind, &Row), timer: &Timer) -> Outcome<Option<Told>> {
    let record = book.record(&row.record)?;
    if record.row.unit != row.unit {
        // Two posts use one id; a desk tells only of the first.
        return Ok(None);
    }
    let shows = |wanted: fn(&Shows) -> bool| kind.columns().iter().any(|column| wanted(&column.shows));
    let clocks = if shows(|shows| matches!(shows, Shows::Clock)) { timer.clocks(book, &record)? } else { Vec::new() };
    let progress = if shows(|shows| matches!(shows, Shows::Progress)) {
        signals::shares(book, &row.record, &record.data)?
    } else {
        Vec::new()
    };
    let said = |id: Uuid| book.row_of(&id).transpose().map(|row| Ok((id, row?.number)));
    let numbers = named(kind, &record.data, Shape::Record).filter_map(said).collect::<Outcome<_>>()?;
    // Whoever stands in another post's register is known by what that register says of them.
    let elsewhere = row.unit != book.own().unit;
    let officers = named(kind, &record.data, Shape::Officer).filter(|_| elsewhere);
    let officers = officers.filter_map(|id| book.badge(&row.unit, &id).transpose()).collect::<Outcome<_>>()?;
    Ok(Some(Told { data: record.data, clocks, progress, numbers, officers }))
}

/// What columns of this shape name.
fn named(kind: Kind, data: &Data, shape: Shape) -> impl Iterator<Item = Uuid> {
    let columns = kind.columns().iter();
    let named = columns.filter(move |column| column.field(kind).is_some_and(|field| field.shape == shape));
    named.filter_map(|column| match column.shows {
        Shows::Field(path) => Uuid::try_parse(data.text(path)?).ok(),
        _ => None,
    })
}
