//! Where periods begin, by rules that stand from a day on. Names come first: every ISO week and every month of a year
//! begins once, under the newest rule that stands on that beginning, and ends where the next name begins. So a rule that
//! changes leaves no gap, no overlap and no name twice: the period in which it does is shorter or longer than others.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use crate::record::when::{self, Moment};

/// The day on which periods begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Weeks, on this day of the week.
    Week(Weekday),
    /// Months, on this day of the month, 1 to 28; from the second on a month belongs to the one in which it ends.
    /// Quarters, half years and years are made of months.
    Month(u32),
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The day on which they begin.
    pub anchor: Anchor,
    /// The hour, 0 to 23.
    pub hour: u32,
    /// Periods that begin on this day or later follow it; the first rule holds before its day too.
    pub from: NaiveDate,
    /// Where it is written.
    pub source: String,
    /// Whether that text was read as it stands now.
    pub confirmed: bool,
}

impl Rule {
    /// Where the week of this Monday begins: its fourth day lies in that ISO week.
    fn week(&self, day: Weekday, monday: NaiveDate) -> (NaiveDate, u32) {
        let after = u64::from(day.num_days_from_monday());
        let start = monday + Days::new(after);
        (if after > 3 { start - Days::new(7) } else { start }, self.hour)
    }

    /// Where a month begins, counted from that of the year 0.
    fn month(&self, day: u32, month: i32) -> Option<(NaiveDate, u32)> {
        let month = if day > 1 { month - 1 } else { month };
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1);
        NaiveDate::from_ymd_opt(year, month, day.clamp(1, 28)).map(|day| (day, self.hour))
    }

    /// The same sort of periods.
    #[must_use]
    pub const fn is_like(&self, other: &Self) -> bool {
        matches!((self.anchor, other.anchor), (Anchor::Week(_), Anchor::Week(_)) | (Anchor::Month(_), Anchor::Month(_)))
    }
}

/// The rules that hold at a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// By the day from which they stand.
    rules: Vec<Rule>,
}

/// Where a period begins, and by which of the rules.
pub(super) type Start = (Moment, Option<usize>);

impl Calendar {
    /// The rules, each sort by the day from which it stands.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// These rules with others in place of what stands on their days.
    #[must_use]
    pub fn with(mut self, others: Vec<Rule>) -> Self {
        self.rules.retain(|rule| !others.iter().any(|other| other.is_like(rule) && other.from <= rule.from));
        self.rules.extend(others);
        self.rules.sort_by_key(|rule| rule.from);
        self
    }

    /// These rules where weeks, until one of them says else, begin on another day than `usual` has it.
    #[must_use]
    pub fn beginning(mut self, usual: &Self, (day, hour): (Weekday, u32)) -> Self {
        let is_week = |rule: &&mut Rule| matches!(rule.anchor, Anchor::Week(_));
        if let Some(first) = self.rules.iter_mut().find(is_week).filter(|first| usual.rules.contains(first)) {
            (first.anchor, first.hour) = (Anchor::Week(day), hour);
        }
        self
    }

    /// Where the week begins whose fourth day lies in the ISO week of this Monday.
    pub(super) fn week(&self, monday: NaiveDate) -> Start {
        self.start(|rule| match rule.anchor {
            Anchor::Week(day) => Some(rule.week(day, monday)),
            Anchor::Month(_) => None,
        })
        .unwrap_or((when::midnight(monday), None))
    }

    /// Where a month begins, counted from that of the year 0; nowhere beyond the years that there are.
    pub(super) fn month(&self, month: i32) -> Option<Start> {
        self.start(|rule| match rule.anchor {
            Anchor::Month(day) => rule.month(day, month),
            Anchor::Week(_) => None,
        })
    }

    fn start(&self, begin: impl Fn(&Rule) -> Option<(NaiveDate, u32)>) -> Option<Start> {
        let mut all = self.rules.iter().enumerate().filter_map(|(n, rule)| begin(rule).map(|start| (n, rule, start)));
        let first = all.next()?;
        let newer = all.rfind(|(_, rule, (day, _))| rule.from <= *day);
        let (n, _, (day, hour)) = newer.unwrap_or(first);
        Some((when::midnight(day) + TimeDelta::hours(i64::from(hour)), Some(n)))
    }
}

/// The Monday of an ISO week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}
