//! Days off and working days, and where a limit ends: the first day isn't counted, a month ends on the same day of the
//! month or its last one, and an end on a day off moves to the next working day. Hours are exact.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};
use serde::Deserialize;

use super::{Rulebook, read};
use crate::record::lunar::{self, LunarDay};
use crate::record::when::{self, Moment};

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Hours, to the minute.
    Hours(u32),
    /// Days of the calendar.
    Days(u32),
    /// Days without weekends and days off.
    WorkingDays(u32),
    /// Months of the calendar.
    Months(u32),
}

impl Limit {
    /// Whether it is one that a person can have meant.
    #[must_use]
    pub(super) const fn is_sound(self) -> bool {
        match self {
            Self::Hours(n) => n >= 1 && n <= 10_000,
            Self::Days(n) | Self::WorkingDays(n) => n >= 1 && n <= 3_660,
            Self::Months(n) => n >= 1 && n <= 240,
        }
    }

    /// Whether it ends at a minute, not with a day.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Hours(_))
    }
}

/// The days off of one year, as they were announced.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// The year.
    pub year: i32,
    #[serde(deserialize_with = "read::days")]
    off: BTreeSet<NaiveDate>,
    #[serde(default, deserialize_with = "read::days")]
    work: BTreeSet<NaiveDate>,
    /// Where it was announced.
    pub source: String,
    /// Whether that was read.
    pub confirmed: bool,
}

impl Year {
    /// Its days all lie in it.
    pub(super) fn is_sound(&self) -> bool {
        self.off.iter().chain(&self.work).all(|day| day.year() == self.year)
    }
}

/// The days off of a year for which nothing was announced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usual {
    #[serde(deserialize_with = "read::month_days")]
    solar: Vec<(u32, u32)>,
    #[serde(deserialize_with = "read::month_days")]
    lunar: Vec<(u32, u32)>,
    tet: Tet,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tet {
    before: u8,
    after: u8,
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

impl Usual {
    /// Whether a weekday is free: a day of the list, or the one that makes up for one on a weekend.
    fn is_off(&self, day: NaiveDate) -> bool {
        let mut owed = 0;
        // Nothing is made up for over a longer stretch than this.
        let mut at = day.checked_sub_days(Days::new(14)).unwrap_or(day);
        loop {
            let (free, weekend) = (self.names(at), is_weekend(at));
            let made_up = !free && !weekend && owed > 0;
            if at == day {
                return free || made_up;
            }
            owed = if free && weekend { owed + 1 } else { owed - i32::from(made_up) };
            at = next(at);
        }
    }

    fn names(&self, day: NaiveDate) -> bool {
        let tet = lunar::tet(day.year()).is_some_and(|tet| {
            let from = (day - tet).num_days();
            (-i64::from(self.tet.before)..i64::from(self.tet.after)).contains(&from)
        });
        let of_moon = || {
            let moon = LunarDay::of(day);
            !moon.leap && self.lunar.contains(&(moon.month, moon.day))
        };
        tet || self.solar.contains(&(day.month(), day.day())) || of_moon()
    }
}

impl Rulebook {
    /// Whether people work on a day: not on weekends and days off, but on a day of a weekend that was swapped.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.years.get(&day.year()) {
            Some(year) => year.work.contains(&day) || (!is_weekend(day) && !year.off.contains(&day)),
            None => !is_weekend(day) && !self.usual.is_off(day),
        }
    }

    /// Where a limit ends that counts from a moment: the first moment that is too late, but for hours, which end at
    /// their last one.
    #[must_use]
    pub fn end(&self, from: Moment, limit: Limit) -> Moment {
        let day = from.with_timezone(&when::zone()).date_naive();
        let last = match limit {
            Limit::Hours(n) => return from + TimeDelta::hours(i64::from(n)),
            Limit::Days(n) => day.checked_add_days(Days::new(u64::from(n))),
            Limit::Months(n) => day.checked_add_months(Months::new(n)),
            Limit::WorkingDays(n) => Some((0..n).fold(day, |day, _| self.working(next(day)))),
        };
        when::midnight(next(self.working(last.unwrap_or(day))))
    }

    /// This day, or the next one on which people work.
    fn working(&self, day: NaiveDate) -> NaiveDate {
        // A table that frees a whole year still has an end.
        (0..400)
            .try_fold(day, |day, _| if self.is_working(day) { Err(day) } else { Ok(next(day)) })
            .unwrap_or_else(|day| day)
    }
}
