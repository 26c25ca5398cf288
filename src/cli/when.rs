//! Stretches of time on the command line: days and moments, as people type them.

use chrono::Days;

use crate::fault::{Fault, Kind, Outcome};
use crate::record::when::{self, Lies, Moment};

/// From when; a day begins at midnight.
pub fn from(text: Option<&str>, now: Moment) -> Outcome<Option<Moment>> {
    text.map(|text| moment(text, "--from", 0, now)).transpose()
}

/// Up to when; a day is meant whole.
pub fn to(text: Option<&str>, now: Moment) -> Outcome<Option<Moment>> {
    text.map(|text| moment(text, "--to", 1, now)).transpose()
}

fn moment(text: &str, name: &str, days: u64, now: Moment) -> Outcome<Moment> {
    let whole = || {
        let day = when::typed_day(text, now, Lies::Behind)?.checked_add_days(Days::new(days))?;
        Some(when::midnight(day))
    };
    when::typed(text, now, Lies::Behind).or_else(whole).ok_or_else(|| {
        let fault = Fault::new(Kind::Use, "E030").with("name", name).with("value", crate::text::clean::line(text));
        fault.with("values", "2026-11-23, 23/11/2026, 2026-11-23T19:20:00+07:00")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_meant_whole() {
        let now = when::parse("2026-11-24T10:00:00+07:00").unwrap();
        let kept = |at: Outcome<Option<Moment>>| at.map(|at| at.map(when::kept).unwrap_or_default()).unwrap();
        for day in ["2026-11-23", "23/11/2026", "hôm qua"] {
            assert_eq!(kept(from(Some(day), now)), "2026-11-23T00:00:00+07:00", "{day}");
            assert_eq!(kept(to(Some(day), now)), "2026-11-24T00:00:00+07:00", "{day}");
        }
        assert_eq!(kept(to(Some("2026-11-23T19:20:00+07:00"), now)), "2026-11-23T19:20:00+07:00");
        assert_eq!(kept(to(Some("23/11 19h20"), now)), "2026-11-23T19:20:00+07:00");
        assert_eq!(kept(from(None, now)), "");
        assert_eq!(to(Some("tuần tới"), now).unwrap_err().code, "E030");
    }
}
