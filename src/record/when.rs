//! Moments and days as people here write them: kept at +07:00, shown as 23/11/2026 19:20, typed in short forms.
//! Vietnam has one offset and no summer time. "Now" always comes in as a value.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta};

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

/// Whether the year is one that records know: 1900 to 2199 at +07:00.
#[must_use]
pub fn is_known_year(at: Moment) -> bool {
    (1900..2200).contains(&at.with_timezone(&zone()).year())
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

/// Reads what an officer types: `23/11/2026 19:20`, `23/11 19:20`, `19:20`, `20h`, `20h15`, `-15'`, `hôm qua 22:30`,
/// `nay 7h`. A bare time later than now by more than an hour is taken as yesterday's. RFC 3339 works too.
#[must_use]
pub fn typed(text: &str, now: Moment) -> Option<Moment> {
    let now = now.with_timezone(&zone());
    let plain = crate::text::fold::folded(text.trim());
    if let Some(at) = parse(text) {
        return Some(at);
    }
    if let Some(minutes) = plain.strip_prefix('-') {
        let minutes: i64 = minutes.trim_end_matches(['\'', 'p', ' ']).parse().ok()?;
        return (0..=10_080).contains(&minutes).then(|| now - TimeDelta::minutes(minutes));
    }
    let (day, clock) = split_day(&plain, now.date_naive())?;
    let time = clock_time(clock)?;
    let at = local(day.unwrap_or(now.date_naive()).and_time(time));
    let ahead = day.is_none() && at - now > TimeDelta::hours(1);
    Some(if ahead { at - TimeDelta::days(1) } else { at })
}

/// Reads a typed day: `23/11/2026`, `23/11`, `hôm nay`, `hôm qua` or `YYYY-MM-DD`.
#[must_use]
pub fn typed_day(text: &str, now: Moment) -> Option<NaiveDate> {
    let plain = crate::text::fold::folded(text.trim());
    let today = now.with_timezone(&zone()).date_naive();
    parse_day(&plain).or_else(|| split_day(&format!("{plain} 0h"), today).and_then(|(day, _)| day))
}

fn split_day(plain: &str, today: NaiveDate) -> Option<(Option<NaiveDate>, &str)> {
    let yesterday = today.checked_sub_days(Days::new(1))?;
    for (word, day) in [("hom qua", yesterday), ("hom nay", today), ("qua", yesterday), ("nay", today)] {
        if let Some(rest) = plain.strip_prefix(word) {
            return Some((Some(day), rest.trim()));
        }
    }
    let Some((head, rest)) = plain.split_once(' ').filter(|(head, _)| head.contains('/')) else {
        return Some((None, plain));
    };
    let mut parts = head.split('/').map(str::parse::<u32>);
    let (day, month) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let year = match parts.next() {
        Some(year) => i32::try_from(year.ok()?).ok().map(|y| if y < 100 { y + 2000 } else { y })?,
        None => today.year(),
    };
    NaiveDate::from_ymd_opt(year, month, day)
        .filter(|d| (1900..2200).contains(&d.year()))
        .map(|day| (Some(day), rest.trim()))
}

fn clock_time(clock: &str) -> Option<NaiveTime> {
    let (hour, minute) = clock.split_once([':', 'h', 'g']).unwrap_or((clock, ""));
    let minute = minute.trim().trim_end_matches(['\'', 'p']);
    NaiveTime::from_hms_opt(hour.trim().parse().ok()?, if minute.is_empty() { 0 } else { minute.parse().ok()? }, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn officers_type_times_in_short_forms() {
        let now = parse("2026-11-23T20:14:00+07:00").unwrap();
        for (typed_text, expected) in [
            ("20h", "2026-11-23T20:00:00+07:00"),
            ("20h05", "2026-11-23T20:05:00+07:00"),
            ("19:20", "2026-11-23T19:20:00+07:00"),
            ("23:50", "2026-11-22T23:50:00+07:00"),
            ("-15'", "2026-11-23T19:59:00+07:00"),
            ("hôm qua 22:30", "2026-11-22T22:30:00+07:00"),
            ("nay 7h", "2026-11-23T07:00:00+07:00"),
            ("21/11 6h30", "2026-11-21T06:30:00+07:00"),
            ("01/02/2025 00:00", "2025-02-01T00:00:00+07:00"),
            ("2026-11-23T12:20:00Z", "2026-11-23T19:20:00+07:00"),
        ] {
            assert_eq!(typed(typed_text, now).map(kept).as_deref(), Some(expected), "{typed_text}");
        }
        for wrong in ["", "25h", "mai", "32/01 7h", "7h61", "-x", "1/2/3/4"] {
            assert_eq!(typed(wrong, now), None, "{wrong}");
        }
        assert_eq!(typed_day("21/11", now), NaiveDate::from_ymd_opt(2026, 11, 21));
        assert_eq!(typed_day("hôm qua", now), NaiveDate::from_ymd_opt(2026, 11, 22));
    }
}
