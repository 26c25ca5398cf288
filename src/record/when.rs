//! Moments and days as people here write them: kept at +07:00, shown as 23/11/2026 19:20, typed in short forms.
//! Vietnam has one offset and no summer time. "Now" always comes in as a value.

use std::ops::Sub;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta};

/// A moment with its offset.
pub type Moment = DateTime<FixedOffset>;

/// Vietnam's offset from UTC in seconds.
const OFFSET: i32 = 7 * 3600;

/// The offset +07:00.
#[must_use]
pub fn zone() -> FixedOffset {
    // Seven hours always lie within a day, so the fallback is never taken.
    FixedOffset::east_opt(OFFSET).unwrap_or_else(|| chrono::Utc.fix())
}

/// This wall-clock time at +07:00.
#[must_use]
pub fn local(at: NaiveDateTime) -> Moment {
    DateTime::from_naive_utc_and_offset(at - TimeDelta::seconds(i64::from(OFFSET)), zone())
}

/// The first moment of a day at +07:00.
#[must_use]
pub fn midnight(day: NaiveDate) -> Moment {
    local(day.and_time(NaiveTime::MIN))
}

/// As records keep it: RFC 3339 at +07:00, whole seconds.
#[must_use]
pub fn kept(at: Moment) -> String {
    at.with_timezone(&zone()).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Reads RFC 3339 with any offset, between the years 1900 and 2200.
#[must_use]
pub fn parse(text: &str) -> Option<Moment> {
    let at = DateTime::parse_from_rfc3339(text.trim()).ok()?.with_timezone(&zone());
    is_known_year(at).then_some(at)
}

/// Reads a moment as batches and journal lines write it, `2026-11-23T20:14:05.123+07:00`, with or without milliseconds:
/// whoever reads it means the same, and it can be said again as it was.
#[must_use]
pub fn exact(text: &str) -> Option<Moment> {
    let shape: &[u8] = if text.len() == 29 { b"0000-00-00T00:00:00.000+00:00" } else { b"0000-00-00T00:00:00+00:00" };
    let fits = |(have, wanted): (u8, &u8)| match wanted {
        b'0' => have.is_ascii_digit(),
        b'+' => matches!(have, b'+' | b'-'),
        other => have == *other,
    };
    let whole = text.len() == shape.len() && text.bytes().zip(shape).all(fits);
    // A second after the 59th is none that everybody knows.
    parse(text).filter(|_| whole && text.get(17..19).is_some_and(|second| second < "60"))
}

/// Whether the year is one that records know: 1900 to 2199 at +07:00.
#[must_use]
pub fn is_known_year(at: Moment) -> bool {
    (1900..2200).contains(&at.with_timezone(&zone()).year())
}

/// Whether a clock is to be doubted beside what was written last: it stands before that, or more than a day after.
#[must_use]
pub fn is_doubtful(now: Moment, last: Moment) -> bool {
    last > now || now - last > TimeDelta::days(1)
}

/// Reads a day, `YYYY-MM-DD`.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    (1900..2200).contains(&day.year()).then_some(day)
}

/// Seconds since 1970, by which the database orders.
#[must_use]
pub fn seconds(at: Moment) -> i64 {
    at.timestamp()
}

/// The moment of that many seconds since 1970.
#[must_use]
pub fn from_seconds(seconds: i64) -> Option<Moment> {
    DateTime::from_timestamp(seconds, 0).map(|at| at.with_timezone(&zone()))
}

/// For people: `23/11/2026 19:20`.
#[must_use]
pub fn shown(at: Moment) -> String {
    at.with_timezone(&zone()).format("%d/%m/%Y %H:%M").to_string()
}

/// Where a moment lies that is typed without its day, or a day without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// Behind now: the last such moment.
    Behind,
    /// On either side of now: the nearest.
    Around,
    /// Ahead of now: the next such moment.
    Ahead,
}

/// So much later than now is still now: clocks differ.
pub const LEEWAY: TimeDelta = TimeDelta::minutes(10);

/// A day so far behind may still be meant where days lie ahead: a plan is mended when it has begun.
const MONTH: TimeDelta = TimeDelta::days(31);

/// Reads what an officer types: `23/11/2026 19:20`, `23/11 19:20`, `19:20`, `20h`, `20h15`, `-15'`, `+2h`,
/// `hôm qua 22:30`, `nay 7h`, `mai 7h`. What isn't said is taken from where the moment lies. RFC 3339 works too.
#[must_use]
pub fn typed(text: &str, now: Moment, lies: Lies) -> Option<Moment> {
    let now = now.with_timezone(&zone());
    let plain = crate::text::fold::folded(text.trim());
    if let Some(at) = parse(text) {
        return Some(at);
    }
    if plain.starts_with(['-', '+']) {
        return Some(now + span(&plain)?);
    }
    let today = now.date_naive();
    let (day, clock) = split_day(&plain, today, lies)?;
    let time = clock_time(clock)?;
    let at = |day: NaiveDate| local(day.and_time(time));
    match day {
        Some(day) => Some(at(day)),
        None => meant([today.pred_opt()?, today, today.succ_opt()?].map(at).into_iter(), now, (lies, LEEWAY)),
    }
}

/// Reads a typed day: `23/11/2026`, `23/11`, `hôm nay`, `hôm qua`, `mai` or `YYYY-MM-DD`.
#[must_use]
pub fn typed_day(text: &str, now: Moment, lies: Lies) -> Option<NaiveDate> {
    let plain = crate::text::fold::folded(text.trim());
    let today = now.with_timezone(&zone()).date_naive();
    parse_day(&plain).or_else(|| split_day(&format!("{plain} 0h"), today, lies).and_then(|(day, _)| day))
}

/// The nearest of those that lie where they have to. What is to come may have begun so much before now.
fn meant<T: Copy + Sub<Output = TimeDelta>>(
    all: impl Iterator<Item = T>,
    now: T,
    (lies, begun): (Lies, TimeDelta),
) -> Option<T> {
    let fits = |one: &T| match lies {
        Lies::Behind => *one - now <= LEEWAY,
        Lies::Around => true,
        Lies::Ahead => now - *one <= begun,
    };
    all.filter(fits).min_by_key(|one| (*one - now).abs())
}

/// So much before or after now: `-15'`, `+30p`, `-2h`, `+1h30`; at most a week.
fn span(plain: &str) -> Option<TimeDelta> {
    let rest = plain.get(1..)?.trim();
    let (hours, minutes) = rest.split_once(['h', 'g']).unwrap_or(("0", rest));
    let minutes = minutes.trim_end_matches(['\'', 'p', ' ']);
    let part = |text: &str| if text.is_empty() { Some(0) } else { text.trim().parse::<u16>().ok().map(i64::from) };
    let sum = part(hours)? * 60 + part(minutes)?;
    let some = !rest.is_empty() && sum <= 10_080;
    some.then(|| TimeDelta::minutes(if plain.starts_with('-') { -sum } else { sum }))
}

fn split_day(plain: &str, today: NaiveDate, lies: Lies) -> Option<(Option<NaiveDate>, &str)> {
    let (yesterday, tomorrow) = (today.pred_opt()?, today.succ_opt()?);
    let named = [
        ("hom qua", yesterday),
        ("hom nay", today),
        ("ngay mai", tomorrow),
        ("qua", yesterday),
        ("nay", today),
        ("mai", tomorrow),
        ("yesterday", yesterday),
        ("today", today),
        ("tomorrow", tomorrow),
    ];
    for (word, day) in named {
        if let Some(rest) = plain.strip_prefix(word) {
            return Some((Some(day), rest.trim()));
        }
    }
    let Some((head, rest)) = plain.split_once(' ').filter(|(head, _)| head.contains('/')) else {
        return Some((None, plain));
    };
    let mut parts = head.split('/').map(str::parse::<u32>);
    let (day, month) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let found = match parts.next() {
        Some(year) => of(i32::try_from(year.ok()?).ok().map(|y| if y < 100 { y + 2000 } else { y })?),
        None => meant((-1..=1).filter_map(|by| of(today.year() + by)), today, (lies, MONTH)),
    };
    found.filter(|d| (1900..2200).contains(&d.year())).map(|day| (Some(day), rest.trim()))
}

fn clock_time(clock: &str) -> Option<NaiveTime> {
    let (hour, minute) = clock.split_once([':', 'h', 'g']).unwrap_or((clock, ""));
    let minute = minute.trim().trim_end_matches(['\'', 'p']);
    NaiveTime::from_hms_opt(hour.trim().parse().ok()?, if minute.is_empty() { 0 } else { minute.parse().ok()? }, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Moment {
        parse("2026-11-23T20:14:00+07:00").unwrap()
    }

    #[test]
    fn officers_type_times_in_short_forms() {
        // What was typed, and what it means of something that was, of something planned, and of either.
        for (text, behind, around, ahead) in [
            ("20h", "23/11/2026 20:00", "23/11/2026 20:00", "24/11/2026 20:00"),
            ("20h05", "23/11/2026 20:05", "23/11/2026 20:05", "23/11/2026 20:05"),
            ("20:20", "23/11/2026 20:20", "23/11/2026 20:20", "23/11/2026 20:20"),
            ("22h", "22/11/2026 22:00", "23/11/2026 22:00", "23/11/2026 22:00"),
            ("21:00", "22/11/2026 21:00", "23/11/2026 21:00", "23/11/2026 21:00"),
            ("7h", "23/11/2026 07:00", "24/11/2026 07:00", "24/11/2026 07:00"),
            ("19h", "23/11/2026 19:00", "23/11/2026 19:00", "24/11/2026 19:00"),
            ("21/11 6h30", "21/11/2026 06:30", "21/11/2026 06:30", "21/11/2026 06:30"),
            ("05/12 8h", "05/12/2025 08:00", "05/12/2026 08:00", "05/12/2026 08:00"),
            ("29/02 8h", "", "", ""),
        ] {
            for (lies, expected) in [(Lies::Behind, behind), (Lies::Around, around), (Lies::Ahead, ahead)] {
                assert_eq!(typed(text, now(), lies).map(shown).unwrap_or_default(), expected, "{text} {lies:?}");
            }
        }
    }

    #[test]
    fn what_is_said_in_full_means_the_same_everywhere() {
        for (text, expected) in [
            ("-15'", "23/11/2026 19:59"),
            ("-90p", "23/11/2026 18:44"),
            ("-2h", "23/11/2026 18:14"),
            ("+30'", "23/11/2026 20:44"),
            ("+1h30", "23/11/2026 21:44"),
            ("hôm qua 22:30", "22/11/2026 22:30"),
            ("nay 7h", "23/11/2026 07:00"),
            ("mai 7h", "24/11/2026 07:00"),
            ("Tomorrow 7:00", "24/11/2026 07:00"),
            ("ngày mai 7h", "24/11/2026 07:00"),
            ("01/02/2025 00:00", "01/02/2025 00:00"),
            ("2026-11-23T12:20:00Z", "23/11/2026 19:20"),
        ] {
            for lies in [Lies::Behind, Lies::Around, Lies::Ahead] {
                assert_eq!(typed(text, now(), lies).map(shown).as_deref(), Some(expected), "{text} {lies:?}");
            }
        }
        for wrong in ["", "-", "+", "25h", "mai", "32/01 7h", "7h61", "-x", "-200h", "1/2/3/4"] {
            assert_eq!(typed(wrong, now(), Lies::Behind), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_written_for_programs_has_one_form() {
        for text in ["2026-11-23T20:14:05+07:00", "2026-11-23T20:14:05.120+07:00", "1900-01-01T00:00:00-12:30"] {
            assert_eq!(exact(text), parse(text), "{text}");
            assert!(exact(text).is_some(), "{text}");
        }
        for text in [
            " 2026-11-23T20:14:05+07:00",
            "2026-11-23 20:14:05+07:00",
            "2026-11-23t20:14:05+07:00",
            "2026-11-23T20:14:05Z",
            "2026-11-23T20:14:05.1+07:00",
            "2026-11-23T20:14:05.1234+07:00",
            "2026-11-23T20:14:60+07:00",
            "2026-11-23T24:00:00+07:00",
            "2026-02-29T00:00:00+07:00",
            "0001-01-01T00:00:00+07:00",
            "9999-12-31T23:59:59+07:00",
        ] {
            assert_eq!(exact(text), None, "{text}");
        }
    }

    #[test]
    fn days_without_a_year_lie_where_they_have_to() {
        for (text, lies, expected) in [
            ("21/11", Lies::Behind, "2026-11-21"),
            ("24/11", Lies::Behind, "2025-11-24"),
            ("21/11", Lies::Ahead, "2026-11-21"),
            ("30/06", Lies::Ahead, "2027-06-30"),
            ("05/01", Lies::Ahead, "2027-01-05"),
            ("05/01", Lies::Around, "2027-01-05"),
            ("hôm qua", Lies::Ahead, "2026-11-22"),
            ("mai", Lies::Behind, "2026-11-24"),
        ] {
            assert_eq!(typed_day(text, now(), lies), parse_day(expected), "{text} {lies:?}");
        }
    }
}
