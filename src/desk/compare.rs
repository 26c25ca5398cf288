//! The posts beside each other: the same indicators of each over one stretch of time, and their sums. And which
//! stretches people compare.

use chrono::{Datelike as _, Months, NaiveDate};

use crate::figures::Indicator;
use crate::logbook::Post;
use crate::record::period::{Week, WeekRule};
use crate::record::when::{self, Moment};

/// A stretch that people compare posts over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The week before this one.
    LastWeek,
    /// This week.
    Week,
    /// The month before this one.
    LastMonth,
    /// This month.
    Month,
    /// The quarter before this one.
    LastQuarter,
    /// This quarter.
    Quarter,
    /// The year before this one.
    LastYear,
    /// This year.
    Year,
}

impl Span {
    /// Every stretch, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::LastWeek,
        Self::Week,
        Self::LastMonth,
        Self::Month,
        Self::LastQuarter,
        Self::Quarter,
        Self::LastYear,
        Self::Year,
    ];

    /// The id of its wording.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::LastWeek => "span-last-week",
            Self::Week => "span-week",
            Self::LastMonth => "span-last-month",
            Self::Month => "span-month",
            Self::LastQuarter => "span-last-quarter",
            Self::Quarter => "span-quarter",
            Self::LastYear => "span-last-year",
            Self::Year => "span-year",
        }
    }

    /// Its first moment and the first one after it, as seen from a moment.
    #[must_use]
    pub fn period(self, now: Moment, rule: WeekRule) -> (Moment, Moment) {
        let week = Week::containing(now, rule);
        let (months, back) = match self {
            Self::Week => return (week.from, week.to),
            Self::LastWeek => {
                let week = week.previous(rule);
                return (week.from, week.to);
            }
            Self::Month => (1, 0),
            Self::LastMonth => (1, 1),
            Self::Quarter => (3, 0),
            Self::LastQuarter => (3, 3),
            Self::Year => (12, 0),
            Self::LastYear => (12, 12),
        };
        let today = now.with_timezone(&when::zone()).date_naive();
        let month = today.month0() / months * months + 1;
        let begins = NaiveDate::from_ymd_opt(today.year(), month, 1).unwrap_or(today);
        let first = begins.checked_sub_months(Months::new(back)).unwrap_or(begins);
        let after = first.checked_add_months(Months::new(months)).unwrap_or(first);
        (when::midnight(first), when::midnight(after))
    }
}

/// The posts beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The first moment that counts.
    pub from: Moment,
    /// The first one that counts no more.
    pub to: Moment,
    /// Each post with its indicators.
    pub posts: Vec<(Post, Vec<Indicator>)>,
}

impl Compared {
    /// Every indicator that any post has, with the sum over all; a newer program at a post may count more than others.
    #[must_use]
    pub fn sums(&self) -> Vec<Indicator> {
        let mut sums: Vec<Indicator> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for one in self.posts.iter().flat_map(|(_, indicators)| indicators) {
            let at = *places.entry(one.code.as_str()).or_insert(sums.len());
            match sums.get_mut(at) {
                Some(sum) => sum.value = sum.value.saturating_add(one.value),
                None => sums.push(one.clone()),
            }
        }
        sums
    }
}

/// What an indicator says; nothing that was counted is 0.
#[must_use]
pub fn value(indicators: &[Indicator], code: &str) -> u64 {
    indicators.iter().find(|one| one.code == code).map_or(0, |one| one.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_weeks_months_quarters_and_years() {
        let now = when::parse("2026-02-16T08:00:00+07:00").unwrap();
        let said = |span: Span| {
            let (from, to) = span.period(now, WeekRule::default());
            format!("{} {}", from.format("%Y-%m-%d"), to.format("%Y-%m-%d"))
        };
        assert_eq!(
            Span::ALL.map(said),
            [
                "2026-02-09 2026-02-16",
                "2026-02-16 2026-02-23",
                "2026-01-01 2026-02-01",
                "2026-02-01 2026-03-01",
                "2025-10-01 2026-01-01",
                "2026-01-01 2026-04-01",
                "2025-01-01 2026-01-01",
                "2026-01-01 2027-01-01",
            ]
        );
    }
}
