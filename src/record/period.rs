//! Reporting periods. A week is shown with its dates and named in files by the ISO week of its fourth day; where periods
//! begin is said by the rules of `period/calendar`, and what each is compared with by `period/span`.

mod calendar;
mod span;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::when::{self, Moment};

pub use calendar::{Anchor, Calendar, Rule};
pub use span::{Compared, Length, Period, Span, dates, days};

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
    pub fn containing(at: Moment, calendar: &Calendar) -> Self {
        let found = Period::containing(Length::Week, at, calendar).map(Self::of);
        // Only where years have five digits is there none; a week of the calendar then says as much as any.
        found.unwrap_or_else(|| {
            let from = when::midnight(calendar::monday(at.with_timezone(&when::zone()).date_naive()));
            let iso = from.iso_week();
            Self { year: iso.year(), week: iso.week(), from, to: from + TimeDelta::days(7) }
        })
    }

    /// The week with a name such as `2026-W47`.
    #[must_use]
    pub fn parse(name: &str, calendar: &Calendar) -> Option<Self> {
        Period::parse(Length::Week, name, calendar).map(Self::of)
    }

    fn of(period: Period) -> Self {
        Self { year: period.year, week: period.number, from: period.from, to: period.to }
    }

    /// The week before.
    #[must_use]
    pub fn previous(self, calendar: &Calendar) -> Self {
        Self::containing(self.from - TimeDelta::seconds(1), calendar)
    }

    /// How many weeks later this one is.
    #[must_use]
    pub fn since(&self, earlier: &Self) -> i64 {
        let monday = |week: &Self| NaiveDate::from_isoywd_opt(week.year, week.week, chrono::Weekday::Mon);
        monday(self).zip(monday(earlier)).map_or(0, |(later, earlier)| (later - earlier).num_weeks())
    }

    /// Its days, each from its first moment to the next one's; a week in which the rule changes has fewer or more.
    pub fn days(&self) -> impl Iterator<Item = Span> + use<> {
        let (from, to) = (self.from, self.to);
        let starts = (0..).map(move |n| from + TimeDelta::days(n)).take_while(move |at| *at < to);
        starts.map(move |at| (at, (at + TimeDelta::days(1)).min(to)))
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
        dates((self.from, self.to))
    }
}

#[cfg(test)]
mod tests;
