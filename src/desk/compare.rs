//! The posts beside each other: the same indicators of each over one stretch of time, and their sums. And which
//! stretches people compare.

use std::collections::HashMap;

use crate::figures::Indicator;
use crate::logbook::Post;
use crate::record::period::{self, Calendar, Length, Period};
use crate::record::when::Moment;

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
    /// The half year before this one.
    LastHalf,
    /// This half year.
    Half,
    /// The year before this one.
    LastYear,
    /// This year.
    Year,
}

impl Span {
    /// Every stretch, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::LastWeek,
        Self::Week,
        Self::LastMonth,
        Self::Month,
        Self::LastQuarter,
        Self::Quarter,
        Self::LastHalf,
        Self::Half,
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
            Self::LastHalf => "span-last-half",
            Self::Half => "span-half",
            Self::LastYear => "span-last-year",
            Self::Year => "span-year",
        }
    }

    /// Its first moment and the first one after it, as seen from a moment.
    #[must_use]
    pub fn period(self, now: Moment, calendar: &Calendar) -> period::Span {
        let (length, back) = match self {
            Self::Week => (Length::Week, 0),
            Self::LastWeek => (Length::Week, 1),
            Self::Month => (Length::Month, 0),
            Self::LastMonth => (Length::Month, 1),
            Self::Quarter => (Length::Quarter, 0),
            Self::LastQuarter => (Length::Quarter, 1),
            Self::Half => (Length::Half, 0),
            Self::LastHalf => (Length::Half, 1),
            Self::Year => (Length::Year, 0),
            Self::LastYear => (Length::Year, 1),
        };
        let found = Period::containing(length, now, calendar).and_then(|period| period.step(-back, calendar));
        // Only where years have five digits is there none, and nothing to count either.
        found.map_or((now, now), |period| (period.from, period.to))
    }
}

/// The posts beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The first moment that counts.
    pub from: Moment,
    /// The first one that counts no more.
    pub to: Moment,
    /// Each post.
    pub posts: Vec<Counted>,
}

/// A post and its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The post.
    pub post: Post,
    /// Those that it follows, and whose figures are counted with its own.
    pub with: Vec<String>,
    /// All of them together.
    pub indicators: Vec<Indicator>,
}

impl Compared {
    /// Every indicator that any post has, with the sum over all.
    #[must_use]
    pub fn sums(&self) -> Vec<Indicator> {
        let mut sums = Vec::new();
        self.posts.iter().for_each(|one| add(&mut sums, &one.indicators));
        sums
    }
}

/// Adds figures to sums; a newer program at a post may count more than others.
pub fn add(sums: &mut Vec<Indicator>, more: &[Indicator]) {
    let places: HashMap<String, usize> = sums.iter().enumerate().map(|(at, one)| (one.code.clone(), at)).collect();
    for one in more {
        match places.get(&one.code).and_then(|at| sums.get_mut(*at)) {
            Some(sum) => sum.value = sum.value.saturating_add(one.value),
            None => sums.push(one.clone()),
        }
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
    use crate::record::rulebook::Rulebook;
    use crate::record::when;

    #[test]
    fn stretches_are_weeks_months_quarters_and_years() {
        let now = when::parse("2026-02-16T08:00:00+07:00").unwrap();
        let said = |span: Span| {
            let (from, to) = span.period(now, Rulebook::builtin().calendar());
            format!("{} {}", from.format("%Y-%m-%d"), to.format("%Y-%m-%d"))
        };
        assert_eq!(
            Span::ALL.map(said),
            [
                "2026-02-09 2026-02-16",
                "2026-02-16 2026-02-23",
                "2026-01-15 2026-02-15",
                "2026-02-15 2026-03-15",
                "2025-09-15 2025-12-15",
                "2025-12-15 2026-03-15",
                "2025-06-15 2025-12-15",
                "2025-12-15 2026-06-15",
                "2024-12-15 2025-12-15",
                "2025-12-15 2026-12-15",
            ]
        );
    }
}
