//! A time or day changed by arrows: the part under the cursor goes on or back by one. Pure; it knows no form.

use chrono::{Months, NaiveDate, TimeDelta};

use crate::record::when::{self, Moment};
use crate::record::{Field, Shape};
use crate::text::number;

/// Minutes go on by so many, from one multiple to the next.
const MINUTES: i64 = 5;

/// The part of `23/11/2026 20:14` that a byte stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Day,
    Month,
    Year,
    Hour,
    Minute,
}

impl Part {
    const fn at(byte: usize) -> Self {
        match byte {
            0..=2 => Self::Day,
            3..=5 => Self::Month,
            6..=10 => Self::Year,
            11..=13 => Self::Hour,
            _ => Self::Minute,
        }
    }
}

/// What the field says after the part under the cursor went on, or back, and where the cursor then is. Nothing where no
/// time stands.
pub(super) fn turned(field: &Field, (text, at): (&str, usize), on: bool, now: Moment) -> Option<(String, usize)> {
    let empty = text.trim().is_empty();
    match field.shape {
        Shape::When => {
            let from = if empty { now } else { when::typed(text, now, field.lies)? };
            // Of what is typed in a short form no part stands where it will stand.
            let part = if text == when::shown(from) { Part::at(at) } else { Part::Minute };
            let new = moment(from, part, on)?;
            let shown = when::shown(new);
            let at = if part == Part::Minute { shown.len() } else { at };
            Some((shown, at))
        }
        Shape::Day => {
            let today = now.with_timezone(&when::zone()).date_naive();
            let from = if empty { today } else { when::typed_day(text, now, field.lies)? };
            let whole = text == number::day(from) && at < text.len();
            let part = if whole { Part::at(at) } else { Part::Day };
            let shown = number::day(day(from, part, on)?);
            let at = if whole { at } else { shown.len() };
            Some((shown, at))
        }
        _ => None,
    }
}

fn moment(from: Moment, part: Part, on: bool) -> Option<Moment> {
    let from = from.with_timezone(&when::zone());
    let by = |minutes: i64| from.checked_add_signed(TimeDelta::minutes(if on { minutes } else { -minutes }));
    let new = match part {
        Part::Minute => {
            let over = from.timestamp().div_euclid(60).rem_euclid(MINUTES);
            by(match (on, over) {
                (true, over) => MINUTES - over,
                (false, 0) => MINUTES,
                (false, over) => over,
            })?
        }
        Part::Hour => by(60)?,
        part => when::local(day(from.date_naive(), part, on)?.and_time(from.time())),
    };
    when::is_known_year(new).then_some(new)
}

fn day(from: NaiveDate, part: Part, on: bool) -> Option<NaiveDate> {
    let months = match part {
        Part::Month => 1,
        Part::Year => 12,
        _ => return if on { from.succ_opt() } else { from.pred_opt() },
    };
    if on { from.checked_add_months(Months::new(months)) } else { from.checked_sub_months(Months::new(months)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_under_the_cursor_goes_on_or_back() {
        let now = when::parse("2026-11-23T20:14:00+07:00").unwrap();
        let (time, date) = (Field::new("at", Shape::When).past(), Field::new("on", Shape::Day));
        for (field, text, at, on, expected) in [
            (&time, "23/11/2026 20:14", 16, true, "23/11/2026 20:15"),
            (&time, "23/11/2026 20:14", 16, false, "23/11/2026 20:10"),
            (&time, "23/11/2026 20:15", 16, false, "23/11/2026 20:10"),
            (&time, "23/11/2026 20:15", 14, true, "23/11/2026 20:20"),
            (&time, "23/11/2026 23:58", 16, true, "24/11/2026 00:00"),
            (&time, "23/11/2026 20:14", 12, false, "23/11/2026 19:14"),
            (&time, "23/11/2026 20:14", 0, false, "22/11/2026 20:14"),
            (&time, "31/10/2026 20:14", 4, true, "30/11/2026 20:14"),
            (&time, "23/11/2026 20:14", 7, false, "23/11/2025 20:14"),
            (&time, "22h", 1, true, "22/11/2026 22:05"),
            (&time, "", 0, false, "23/11/2026 20:10"),
            (&date, "", 0, true, "24/11/2026"),
            (&date, "23/11/2026", 10, false, "22/11/2026"),
            (&date, "23/11/2026", 3, true, "23/12/2026"),
        ] {
            let new = turned(field, (text, at), on, now);
            assert_eq!(new.as_ref().map(|(text, _)| text.as_str()), Some(expected), "{text} {at}");
            let (again, kept) = new.unwrap();
            assert!(turned(field, (&again, kept), !on, now).is_some(), "{text} {at}");
        }
        assert_eq!(turned(&time, ("hỏng", 0), true, now), None);
        assert_eq!(turned(&Field::new("n", Shape::Money), ("5", 0), true, now), None);
    }
}
