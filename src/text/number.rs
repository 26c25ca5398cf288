//! Numbers, money, percentages and days as Vietnamese reports write them.

use chrono::{Datelike, NaiveDate};

/// Digits grouped by dots: `1.234.567`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut whole = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            whole.push('.');
        }
        whole.push(digit);
    }
    whole
}

/// Whole đồng: `1.234.567 đ`.
#[must_use]
pub fn money(vnd: u64) -> String {
    format!("{} đ", grouped(vnd))
}

/// A number as records keep it, `31.7`, as people write it: `31,7`.
#[must_use]
pub fn decimal(kept: &str) -> String {
    kept.replace('.', ",")
}

/// A count in a report: below ten with a zero before it, so that nothing can be written in front: `01`.
#[must_use]
pub fn count(number: u64) -> String {
    if number < 10 { format!("{number:02}") } else { grouped(number) }
}

/// A share or change in hundredths of a per cent, a half away from zero. Nothing can be said of a part of nothing.
#[must_use]
pub fn hundredths(part: i64, whole: u64) -> Option<i128> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let half = if part < 0 { -whole } else { whole };
    (2 * part * 10_000 + half).checked_div(2 * whole)
}

/// A share or change in per cent, two decimals and a comma: `3,25 %`. Nothing can be said of a part of nothing.
#[must_use]
pub fn percent(part: i64, whole: u64) -> Option<String> {
    let all = hundredths(part, whole)?;
    let sign = if all < 0 { "-" } else { "" };
    Some(format!("{sign}{},{:02} %", all.unsigned_abs() / 100, all.unsigned_abs() % 100))
}

/// Money where there is little room, rounded: `18,5 tr`, `1,2 tỷ`; below a million in full, without its sign.
#[must_use]
pub fn short_money(vnd: u64) -> String {
    let (unit, name) = match vnd {
        0..1_000_000 => return grouped(vnd),
        1_000_000..1_000_000_000 => (1_000_000, "tr"),
        _ => (1_000_000_000, "tỷ"),
    };
    let tenths = vnd / (unit / 10) + u64::from(vnd % (unit / 10) >= unit / 20);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    if tenth == 0 { format!("{} {name}", grouped(whole)) } else { format!("{},{tenth} {name}", grouped(whole)) }
}

/// A day: `23/11/2026`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_reports() {
        assert_eq!(money(1_234_567), "1.234.567 đ");
        assert_eq!((decimal("31.7"), decimal("12")), ("31,7".into(), "12".into()));
        assert_eq!((money(0), money(999), money(1000)), ("0 đ".into(), "999 đ".into(), "1.000 đ".into()));
        assert_eq!(
            (count(0), count(1), count(10), count(2437)),
            ("00".into(), "01".into(), "10".into(), "2.437".into())
        );
        assert_eq!(
            [999_999, 18_000_000, 18_560_000, 1_250_000_000].map(short_money),
            ["999.999", "18 tr", "18,6 tr", "1,3 tỷ"]
        );
        assert_eq!(grouped(u64::MAX), "18.446.744.073.709.551.615");
        assert_eq!(day(NaiveDate::from_ymd_opt(2026, 11, 3).unwrap()), "03/11/2026");
    }

    #[test]
    fn percentages_are_those_of_the_sources() {
        assert_eq!(percent(31, 37).as_deref(), Some("83,78 %"));
        assert_eq!(percent(53, 180).as_deref(), Some("29,44 %"));
        assert_eq!(percent(-24, 61).as_deref(), Some("-39,34 %"));
        assert_eq!(percent(16, 25).as_deref(), Some("64,00 %"));
        assert_eq!(percent(96, 120).as_deref(), Some("80,00 %"));
        assert_eq!(percent(822, 1000).as_deref(), Some("82,20 %"));
        assert_eq!((percent(5, 0), percent(0, 0)), (None, None));
        assert_eq!(percent(0, 5).as_deref(), Some("0,00 %"));
        // A half goes away from zero, and nearly nothing has no sign.
        assert_eq!((percent(1, 20_000).as_deref(), percent(-1, 20_000).as_deref()), (Some("0,01 %"), Some("-0,01 %")));
        assert_eq!(percent(-1, 1_000_000).as_deref(), Some("0,00 %"));
        assert_eq!(percent(i64::MIN, 1).as_deref(), Some("-922337203685477580800,00 %"));
    }
}
