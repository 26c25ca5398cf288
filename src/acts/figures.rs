//! The indicators of a post for a period, beside those with which it is compared. Whoever may read the log may see them.

use chrono::NaiveDate;

use super::week::at_post;
use super::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::figures::compare::{self, Row};
use crate::logbook::{Logbook, Record};
use crate::record::period::{self, Compared, Length, Period};
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind};
use crate::text::number;

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The period, if it is one with a name and no window of days.
    pub period: Option<Period>,
    /// The four stretches of time.
    pub spans: Compared,
    /// Every indicator in all of them.
    pub rows: Vec<Row>,
}

/// Days, the last one too, and whether last year's are found by the moon.
pub type Window = ((NaiveDate, NaiveDate), bool);

/// The period of a name such as `2026-W47`; without one that which ended last.
///
/// # Errors
/// E030 there is none; those of the database.
pub fn named(book: &Logbook, length: Length, name: Option<&str>, now: Moment) -> Outcome<Period> {
    let Some(name) = name else { return around(book, length, -1, now) };
    Period::parse(length, name, &book.calendar()?).ok_or_else(|| {
        let example = match length {
            Length::Week => "2026-W47",
            Length::Month => "2026-11",
            Length::Quarter => "2026-Q4",
            Length::Half => "2026-H2",
            Length::Year => "2026",
        };
        none(crate::text::clean::line(name), example)
    })
}

/// The period so many after the one that runs.
///
/// # Errors
/// E030 there is none; those of the database.
pub fn around(book: &Logbook, length: Length, steps: i32, now: Moment) -> Outcome<Period> {
    let calendar = book.calendar()?;
    let found = Period::containing(length, now, &calendar).and_then(|period| period.step(steps, &calendar));
    found.ok_or_else(|| {
        Fault::new(Trouble::Use, "E030").with("name", "--period").with("value", steps).with("values", "")
    })
}

/// The indicators of a period.
///
/// # Errors
/// E021, E129; those of the database.
pub fn of_period(book: &Logbook, who: &Who, period: Period) -> Outcome<Table> {
    let spans = period.compared(&book.calendar()?).ok_or_else(|| none(period.name(), ""))?;
    table(book, who, Some(period), spans)
}

/// The indicators of a window of days.
///
/// # Errors
/// E021, E129, E030 days that there aren't; those of the database.
pub fn of_days(book: &Logbook, who: &Who, (days, by_moon): Window) -> Outcome<Table> {
    let spans = period::days(days, by_moon, &book.calendar()?).ok_or_else(|| {
        let value = format!("{} > {}", number::day(days.0), number::day(days.1));
        Fault::new(Trouble::Use, "E030").with("name", "--from").with("value", value).with("values", "--from <= --to")
    })?;
    table(book, who, None, spans)
}

/// The days of a campaign, compared as it says.
///
/// # Errors
/// E011 there is no such record, E030 it is none; those of the database.
pub fn window(book: &Logbook, campaign: &str) -> Outcome<Window> {
    let record = book.record(&book.resolve(campaign)?)?;
    let data = &record.data;
    let days = data.day("from").zip(data.day("to")).filter(|_| record.kind == Some(Kind::Campaign));
    days.map(|days| (days, by_moon(data))).ok_or_else(|| {
        let fault = Fault::new(Trouble::Use, "E030").with("name", "--campaign");
        fault.with("value", record.row.number).with("values", Kind::Campaign.code())
    })
}

/// What a campaign's page puts beside other days.
const BESIDE: [&str; 4] = ["incident.total", "patrol.total", "outreach.total", "joint.total"];

/// The days of a campaign up to now, beside as many before them and last year's; nothing before it begins, nor for any
/// other record. The year so far isn't asked for, and is that of the days themselves.
///
/// # Errors
/// E021; those of the database.
pub fn beside(book: &Logbook, who: &Who, record: &Record, now: Moment) -> Outcome<Option<Table>> {
    who.need(Right::Read)?;
    let days = record.data.day("from").zip(record.data.day("to"));
    let Some((from, to)) = days.filter(|_| record.kind == Some(Kind::Campaign) && !record.row.void) else {
        return Ok(None);
    };
    let today = now.with_timezone(&when::zone()).date_naive();
    let Some(spans) = period::days((from, to.min(today)), by_moon(&record.data), &book.calendar()?) else {
        return Ok(None);
    };
    let spans = Compared { cumulative: spans.this, ..spans };
    let mut rows = compare::compared(book, &record.row.unit, &spans)?;
    rows.retain(|row| BESIDE.contains(&row.this.code.as_str()));
    Ok(Some(Table { period: None, spans, rows }))
}

fn by_moon(data: &Data) -> bool {
    data.0.get("lunar") == Some(&true.into())
}

/// There is no such period.
fn none(value: impl std::fmt::Display, example: &str) -> Fault {
    Fault::new(Trouble::Use, "E030").with("name", "--period").with("value", value).with("values", example)
}

fn table(book: &Logbook, who: &Who, period: Option<Period>, spans: Compared) -> Outcome<Table> {
    who.need(Right::Read)?;
    at_post(book)?;
    Ok(Table { period, spans, rows: compare::compared(book, &book.own().unit, &spans)? })
}
