//! Reporting periods. A week has an anchor (start day and hour), is shown with its dates and named in files by the ISO
//! week of its fourth day; months, quarters, years and windows of days stand in `period/span`.

mod span;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::when::{self, Moment};

pub use span::{Compared, MonthRule, Span, days};

/// When weeks begin at this post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekRule {
    /// The first day of the week.
    pub day: Weekday,
    /// The hour at which it begins, 0 to 23.
    pub hour: u32,
}

impl Default for WeekRule {
    fn default() -> Self {
        Self { day: Weekday::Mon, hour: 0 }
    }
}

/// One reporting week: from `from` up to, not including, `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// ISO year of its fourth day.
    pub year: i32,
    /// ISO week of its fourth day, 1 to 53.
    pub week: u32,
    /// Its first moment.
    pub from: Moment,
    /// The first moment after it.
    pub to: Moment,
}

impl Week {
    /// The week that holds this moment.
    #[must_use]
    pub fn containing(at: Moment, rule: WeekRule) -> Self {
        let shifted = at.with_timezone(&when::zone()) - TimeDelta::hours(i64::from(rule.hour));
        let day = shifted.date_naive();
        let back = day.weekday().days_since(rule.day);
        Self::starting(day - Days::new(u64::from(back)), rule)
    }

    /// The week with a name such as `2026-W47`.
    #[must_use]
    pub fn parse(name: &str, rule: WeekRule) -> Option<Self> {
        let (year, week) = name.split_once("-W")?;
        let (year, week) = (year.parse::<i32>().ok()?, week.parse::<u32>().ok()?);
        if !(1900..2200).contains(&year) {
            return None;
        }
        let thursday = NaiveDate::from_isoywd_opt(year, week, Weekday::Thu)?;
        let near = Self::starting(thursday - Days::new(3), rule);
        // The anchor may lie on any weekday: the right start is the one whose fourth day falls into that ISO week.
        (0..14).map(|n| near.from.date_naive() - Days::new(7) + Days::new(n)).find_map(|day| {
            (day.weekday() == rule.day).then(|| Self::starting(day, rule)).filter(|w| (w.year, w.week) == (year, week))
        })
    }

    fn starting(day: NaiveDate, rule: WeekRule) -> Self {
        let from = when::midnight(day) + TimeDelta::hours(i64::from(rule.hour));
        let iso = (day + Days::new(3)).iso_week();
        Self { year: iso.year(), week: iso.week(), from, to: from + TimeDelta::days(7) }
    }

    /// The week before.
    #[must_use]
    pub fn previous(self, rule: WeekRule) -> Self {
        Self::containing(self.from - TimeDelta::days(1), rule)
    }

    /// What a week is compared with: the one before, the week of the same name last year, and the year so far.
    #[must_use]
    pub fn compared(self, rule: WeekRule) -> Option<Compared> {
        let before = self.previous(rule);
        // Most years have no week 53; then the last one stands for it.
        let named = |week: u32| Self::parse(&format!("{}-W{week:02}", self.year - 1), rule);
        let last_year = named(self.week).or_else(|| named(52))?;
        let first = Self::parse(&format!("{}-W01", self.year), rule)?;
        Some(Compared {
            this: (self.from, self.to),
            previous: (before.from, before.to),
            last_year: (last_year.from, last_year.to),
            cumulative: (first.from, self.to),
        })
    }

    /// `2026-W47`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-W{:02}", self.year, self.week)
    }

    /// `2026W47`, as file names write it.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}W{:02}", self.year, self.week)
    }

    /// The last day that people name: `22/11` of `16/11 - 22/11/2026`.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        (self.to - TimeDelta::seconds(1)).date_naive()
    }

    /// `16/11 - 22/11/2026`.
    #[must_use]
    pub fn dates(&self) -> String {
        format!("{} - {}", self.from.format("%d/%m"), self.last_day().format("%d/%m/%Y"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_have_names_and_dates() {
        let monday = WeekRule::default();
        let week = Week::containing(when::parse("2026-11-22T23:59:59+07:00").unwrap(), monday);
        assert_eq!((week.name().as_str(), week.dates().as_str()), ("2026-W47", "16/11 - 22/11/2026"));
        assert_eq!(Week::containing(week.to, monday).name(), "2026-W48");
        assert_eq!(Week::parse("2026-W47", monday), Some(week));
        assert_eq!(week.previous(monday).name(), "2026-W46");
        for wrong in ["2026-W54", "2026-47", "x", "2026-W00", ""] {
            assert_eq!(Week::parse(wrong, monday), None, "{wrong}");
        }
    }

    #[test]
    fn a_week_is_compared_with_its_like_in_other_years() {
        let rule = WeekRule::default();
        let days = |name: &str| {
            let found = Week::parse(name, rule).unwrap().compared(rule).unwrap();
            [found.this, found.previous, found.last_year, found.cumulative].map(|span| span.0.date_naive().to_string())
        };
        assert_eq!(days("2026-W47"), ["2026-11-16", "2026-11-09", "2025-11-17", "2025-12-29"]);
        assert_eq!(days("2026-W53"), ["2026-12-28", "2026-12-21", "2025-12-22", "2025-12-29"]);
    }

    #[test]
    fn any_anchor_reads_its_own_names_back() {
        for day in [Weekday::Mon, Weekday::Wed, Weekday::Fri, Weekday::Sun] {
            for hour in [0, 7, 23] {
                let rule = WeekRule { day, hour };
                let mut at = when::parse("2024-12-01T12:00:00+07:00").unwrap();
                for _ in 0..120 {
                    let week = Week::containing(at, rule);
                    assert!(week.from <= at && at < week.to);
                    assert_eq!(Week::parse(&week.name(), rule), Some(week), "{rule:?} {at}");
                    at += TimeDelta::days(3);
                }
            }
        }
    }
}
