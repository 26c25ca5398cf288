//! The rhythm of some work: in how many weeks something was done, how long the longest gap was, since when nothing is
//! done. Pure.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// Days, each with the rows of its records.
pub(super) type Calendar = BTreeMap<NaiveDate, Vec<i64>>;

/// What a calendar shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rhythm {
    /// Whole weeks that were looked at, counted back from today.
    pub weeks: i64,
    /// Those in which something was done.
    pub active: i64,
    /// The longest time without anything, in days, and the days on which it began and ended.
    pub gap: (i64, NaiveDate, NaiveDate),
    /// Days since the last time.
    pub quiet: i64,
    /// The last time; none when there was none.
    pub last: Option<NaiveDate>,
    /// The rows of the records, one for each time that something was done.
    pub records: Vec<i64>,
}

impl Rhythm {
    /// The rhythm from `since` up to today. What lies outside counts for nothing.
    pub fn of(calendar: &Calendar, since: NaiveDate, today: NaiveDate) -> Self {
        let since = since.min(today);
        let within = || calendar.range(since..=today).filter(|(_, records)| !records.is_empty());
        let weeks = (((today - since).num_days() + 1) / 7).max(1);
        let mut seen: Vec<i64> = within().map(|(day, _)| (today - *day).num_days() / 7).collect();
        seen.retain(|week| *week < weeks);
        seen.dedup();
        let last = within().next_back().map(|(day, _)| *day);
        let mut gap = (0, since, since);
        let mut before = since;
        for day in within().map(|(day, _)| *day).chain([today]) {
            let days = (day - before).num_days();
            if days > gap.0 {
                gap = (days, before, day);
            }
            before = day;
        }
        let quiet = (today - last.unwrap_or(since)).num_days();
        let active = i64::try_from(seen.len()).unwrap_or(i64::MAX);
        let records = within().flat_map(|(_, records)| records).copied().collect();
        Self { weeks, active, gap, quiet, last, records }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::when::parse_day;

    fn day(text: &str) -> NaiveDate {
        parse_day(&format!("2026-{text}")).unwrap()
    }

    fn rhythm(days: &[&str]) -> Rhythm {
        let calendar = days.iter().map(|text| (day(text), vec![1])).collect();
        Rhythm::of(&calendar, day("11-02"), day("11-29"))
    }

    #[test]
    fn weeks_are_counted_back_from_today() {
        let seen = rhythm(&["11-02", "11-08", "11-29"]);
        assert_eq!((seen.active, seen.weeks, seen.records.len()), (2, 4, 3));
        assert_eq!((rhythm(&["11-22", "11-23"]).active, rhythm(&[]).active), (2, 0));
        let outside = rhythm(&["11-01", "11-30"]);
        assert_eq!((outside.active, outside.records.len(), outside.last), (0, 0, None));
    }

    #[test]
    fn the_longest_gap_may_lie_at_either_end_or_between() {
        assert_eq!(rhythm(&["11-04", "11-20"]).gap, (16, day("11-04"), day("11-20")));
        assert_eq!(rhythm(&["11-25"]).gap, (23, day("11-02"), day("11-25")));
        let quiet = rhythm(&["11-03", "11-09"]);
        assert_eq!((quiet.gap, quiet.quiet, quiet.last), ((20, day("11-09"), day("11-29")), 20, Some(day("11-09"))));
        assert_eq!((rhythm(&[]).quiet, rhythm(&["11-29"]).quiet), (27, 0));
    }
}
