//! Weeks, months, quarters, half years, years and windows of days, and what each is compared with: the one before, the
//! same one last year, and the year so far. Windows of Tết are compared by lunar day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::calendar::{Calendar, monday};
use crate::record::lunar::LunarDay;
use crate::record::when::{self, Moment};

/// From the first moment up to, not including, the second.
pub type Span = (Moment, Moment);

/// A period and those beside which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The period itself.
    pub this: Span,
    /// The one before.
    pub previous: Span,
    /// The same one last year.
    pub last_year: Span,
    /// From the beginning of its year to its end.
    pub cumulative: Span,
}

/// How long periods are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// Twelve months.
    Year,
}

impl Length {
    /// Every length, the shortest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// The name, as files write it and wording ids end.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }

    /// Months of it; none of a week.
    const fn months(self) -> Option<i32> {
        match self {
            Self::Week => None,
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Half => Some(6),
            Self::Year => Some(12),
        }
    }
}

/// One period that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How long it is.
    pub length: Length,
    /// The year that it belongs to.
    pub year: i32,
    /// Its number within the year, from 1.
    pub number: u32,
    /// Its first moment.
    pub from: Moment,
    /// The first moment after it.
    pub to: Moment,
    /// The rule changes at its end, so that it is shorter or longer than others.
    pub cut: bool,
    /// Its place among all of its length.
    key: i32,
}

impl Period {
    /// The one that holds this moment.
    #[must_use]
    pub fn containing(length: Length, at: Moment, calendar: &Calendar) -> Option<Self> {
        let day = at.with_timezone(&when::zone()).date_naive();
        let near = match length.months() {
            None => monday(day).to_epoch_days().div_euclid(7),
            Some(months) => (day.year() * 12 + day.month0().cast_signed()).div_euclid(months),
        };
        let holds = |period: &Self| period.from <= at && at < period.to;
        [near - 1, near, near + 1].into_iter().filter_map(|key| Self::at(length, key, calendar)).find(holds)
    }

    /// The one of this number in a year.
    #[must_use]
    pub fn named(length: Length, (year, number): (i32, u32), calendar: &Calendar) -> Option<Self> {
        if !(1900..2200).contains(&year) || number == 0 {
            return None;
        }
        let key = match length.months() {
            None => NaiveDate::from_isoywd_opt(year, number, Weekday::Mon)?.to_epoch_days().div_euclid(7),
            Some(months) if i32::try_from(number).is_ok_and(|number| number <= 12 / months) => {
                year * (12 / months) + number.cast_signed() - 1
            }
            Some(_) => return None,
        };
        Self::at(length, key, calendar)
    }

    /// The one with a name such as `2026-W47`, `2026-09`, `2026-Q3`, `2026-H1` or `2026`.
    #[must_use]
    pub fn parse(length: Length, name: &str, calendar: &Calendar) -> Option<Self> {
        let (year, number) = match length {
            Length::Week => name.split_once("-W")?,
            Length::Month => name.split_once('-')?,
            Length::Quarter => name.split_once("-Q")?,
            Length::Half => name.split_once("-H")?,
            Length::Year => (name, "1"),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let (year, number) = Some((year, number)).filter(|(year, number)| digits(year) && digits(number))?;
        Self::named(length, (year.parse().ok()?, number.parse().ok()?), calendar)
    }

    /// Such as `2026-W47`, `2026-09`, `2026-Q3`, `2026-H1` or `2026`.
    #[must_use]
    pub fn name(&self) -> String {
        let Self { year, number, .. } = self;
        match self.length {
            Length::Week => format!("{year}-W{number:02}"),
            Length::Month => format!("{year}-{number:02}"),
            Length::Quarter => format!("{year}-Q{number}"),
            Length::Half => format!("{year}-H{number}"),
            Length::Year => year.to_string(),
        }
    }

    /// So many periods later, or earlier.
    #[must_use]
    pub fn step(&self, by: i32, calendar: &Calendar) -> Option<Self> {
        Self::at(self.length, self.key.checked_add(by)?, calendar)
    }

    /// What it is compared with.
    #[must_use]
    pub fn compared(&self, calendar: &Calendar) -> Option<Compared> {
        let named = |year, number| Self::named(self.length, (year, number), calendar);
        let before = self.step(-1, calendar)?;
        // Most years have no week 53; then the last one stands for it.
        let last_year = named(self.year - 1, self.number).or_else(|| named(self.year - 1, 52))?;
        Some(Compared {
            this: (self.from, self.to),
            previous: (before.from, before.to),
            last_year: (last_year.from, last_year.to),
            cumulative: (named(self.year, 1)?.from, self.to),
        })
    }

    fn at(length: Length, key: i32, calendar: &Calendar) -> Option<Self> {
        let (year, number) = match length.months() {
            None => Some(monday_of(key)?.iso_week()).map(|iso| (iso.year(), iso.week()))?,
            Some(months) => (key.div_euclid(12 / months), key.rem_euclid(12 / months).unsigned_abs() + 1),
        };
        let start = |key: i32| match length.months() {
            None => monday_of(key).map(|monday| calendar.week(monday)),
            Some(months) => calendar.month(key.checked_mul(months)?),
        };
        let ((from, rule), (to, next)) = (start(key)?, start(key + 1)?);
        Some(Self { length, year, number, from, to, cut: rule != next, key })
    }
}

/// The Monday of the week with this place, counted from that of 1970.
fn monday_of(key: i32) -> Option<NaiveDate> {
    NaiveDate::from_epoch_days(key.checked_mul(7)?.checked_add(4)?)
}

/// Days of a campaign or holiday, the last one too: before them as many days, and last year the same days by the date,
/// or by the moon, as windows of Tết are compared. The year so far is that of the calendar.
#[must_use]
pub fn days((first, last): (NaiveDate, NaiveDate), by_moon: bool, calendar: &Calendar) -> Option<Compared> {
    let length = u64::try_from((last - first).num_days() + 1).ok().filter(|days| *days > 0)?;
    let year_before = if by_moon {
        let moon = LunarDay::of(first);
        let first = moon.in_year(moon.year - 1)?;
        (first, first.checked_add_days(Days::new(length - 1))?)
    } else {
        let back = |day: NaiveDate| day.checked_sub_months(Months::new(12));
        (back(first)?, back(last)?)
    };
    let span = |(first, last): (NaiveDate, NaiveDate)| Some((when::midnight(first), when::midnight(last.succ_opt()?)));
    let this = span((first, last))?;
    Some(Compared {
        this,
        previous: span((first.checked_sub_days(Days::new(length))?, first.pred_opt()?))?,
        last_year: span(year_before)?,
        cumulative: (Period::containing(Length::Year, this.0, calendar)?.from, this.1),
    })
}

/// The days of a span as people write them: `16/11 - 22/11/2026`, `15/12/2025 - 14/01/2026`.
#[must_use]
pub fn dates((from, to): Span) -> String {
    let local = |at: Moment| at.with_timezone(&when::zone()).date_naive();
    let (first, last) = (local(from), local(to - chrono::TimeDelta::seconds(1)));
    let short = if first.year() == last.year() { "%d/%m" } else { "%d/%m/%Y" };
    format!("{} - {}", first.format(short), last.format("%d/%m/%Y"))
}
