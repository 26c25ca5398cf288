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
    /// Up to when its weeks are here.
    pub through: Option<Moment>,
    /// All of them together.
    pub indicators: Vec<Indicator>,
}

/// How much of the stretch is here of a post. What wasn't handed in isn't nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// All of it.
    All,
    /// Its beginning, up to a moment.
    Until(Moment),
    /// No week of it.
    Nothing,
}

impl Compared {
    /// How much of it is here of a post.
    #[must_use]
    pub fn here(&self, one: &Counted) -> Here {
        match one.through {
            Some(through) if through >= self.to => Here::All,
            Some(through) if through > self.from => Here::Until(through),
            _ => Here::Nothing,
        }
    }

    /// How many posts haven't handed in all of it.
    #[must_use]
    pub fn short(&self) -> usize {
        self.posts.iter().filter(|one| self.here(one) != Here::All).count()
    }

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
    fn what_was_not_handed_in_is_not_nothing() {
        let at = |day: &str| when::parse(&format!("{day}T00:00:00+07:00")).unwrap();
        let name = |unit: &str| Post {
            unit: unit.into(),
            name: unit.into(),
            recipient: String::new(),
            since: at("2026-01-01"),
        };
        let post = |through| Counted { post: name("P"), with: vec![], through, indicators: vec![] };
        let days = [None, Some("2026-11-16"), Some("2026-11-17"), Some("2026-11-22"), Some("2026-11-23")];
        let posts: Vec<Counted> = days.map(|day| post(day.map(at))).into();
        let compared = Compared { from: at("2026-11-16"), to: at("2026-11-23"), posts };
        let here: Vec<Here> = compared.posts.iter().map(|one| compared.here(one)).collect();
        let until = |day| Here::Until(at(day));
        assert_eq!(here, [Here::Nothing, Here::Nothing, until("2026-11-17"), until("2026-11-22"), Here::All]);
        assert_eq!(compared.short(), 4);
    }

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
