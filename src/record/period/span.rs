//! Periods that are no weeks, and what each is compared with. A rule says the day of the month on which months begin
//! (the ministry's run from the 15th to the 14th); quarters and years are made of such months. Windows of Tết are
//! compared by lunar day.

use chrono::{Datelike, Days, Months, NaiveDate};

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

/// How months are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRule {
    /// The day on which a month begins, 1 to 28; from the second on it belongs to the month in which it ends.
    pub day: u32,
}

impl MonthRule {
    /// Months as the ministry's figures count them: from the 15th to the 14th.
    pub const MINISTRY: Self = Self { day: 15 };
    /// Months of the calendar.
    pub const CALENDAR: Self = Self { day: 1 };

    /// So many months that end with this one: 1 a month, 3 a quarter, 12 a year.
    #[must_use]
    pub fn months(self, (year, month): (i32, u32), count: u32) -> Option<Compared> {
        let first = self.begin(year, month)?;
        let (from, to) = (back(first, count - 1)?, first.checked_add_months(Months::new(1))?);
        let span = |from: NaiveDate, to: NaiveDate| (when::midnight(from), when::midnight(to));
        Some(Compared {
            this: span(from, to),
            previous: span(back(from, count)?, from),
            last_year: span(back(from, 12)?, back(to, 12)?),
            cumulative: span(self.begin(year, 1)?, to),
        })
    }

    /// The first day of the month that has this name.
    fn begin(self, year: i32, month: u32) -> Option<NaiveDate> {
        let day = NaiveDate::from_ymd_opt(year, month, self.day.clamp(1, 28))?;
        if self.day > 1 { back(day, 1) } else { Some(day) }
    }
}

fn back(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(months))
}

/// Days of a campaign or holiday, the last one too: before them as many days, and last year the same days by the date,
/// or by the moon, as windows of Tết are compared.
#[must_use]
pub fn days((first, last): (NaiveDate, NaiveDate), by_moon: bool) -> Option<Compared> {
    let length = u64::try_from((last - first).num_days() + 1).ok().filter(|days| *days > 0)?;
    let end = last.succ_opt()?;
    let year_before = if by_moon {
        let moon = LunarDay::of(first);
        moon.in_year(moon.year - 1)?
    } else {
        back(first, 12)?
    };
    let span = |from: NaiveDate, to: NaiveDate| (when::midnight(from), when::midnight(to));
    Some(Compared {
        this: span(first, end),
        previous: span(first.checked_sub_days(Days::new(length))?, first),
        last_year: span(year_before, year_before.checked_add_days(Days::new(length))?),
        cumulative: span(NaiveDate::from_ymd_opt(first.year(), 1, 1)?, end),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown((from, to): Span) -> String {
        format!("{} {}", from.format("%d/%m/%y"), to.format("%d/%m/%y"))
    }

    fn all(found: Option<Compared>) -> [String; 4] {
        let found = found.unwrap();
        [found.this, found.previous, found.last_year, found.cumulative].map(shown)
    }

    fn day(text: &str) -> NaiveDate {
        when::parse_day(text).unwrap()
    }

    #[test]
    fn months_run_from_the_fifteenth_also_over_a_year() {
        let month = |year, month, count| all(MonthRule::MINISTRY.months((year, month), count));
        assert_eq!(
            month(2026, 9, 1),
            ["15/08/26 15/09/26", "15/07/26 15/08/26", "15/08/25 15/09/25", "15/12/25 15/09/26"]
        );
        assert_eq!(
            month(2026, 1, 1),
            ["15/12/25 15/01/26", "15/11/25 15/12/25", "15/12/24 15/01/25", "15/12/25 15/01/26"]
        );
        assert_eq!(
            month(2026, 3, 3),
            ["15/12/25 15/03/26", "15/09/25 15/12/25", "15/12/24 15/03/25", "15/12/25 15/03/26"]
        );
        assert_eq!(
            month(2026, 12, 12),
            ["15/12/25 15/12/26", "15/12/24 15/12/25", "15/12/24 15/12/25", "15/12/25 15/12/26"]
        );
        let plain = all(MonthRule::CALENDAR.months((2028, 3), 1));
        assert_eq!(plain, ["01/03/28 01/04/28", "01/02/28 01/03/28", "01/03/27 01/04/27", "01/01/28 01/04/28"]);
        assert_eq!(MonthRule::MINISTRY.months((2026, 13), 1), None);
    }

    #[test]
    fn tet_is_compared_by_the_moon() {
        // From the 27th of the last month on: nine days.
        let tet = all(days((day("2026-02-14"), day("2026-02-22")), true));
        assert_eq!(tet[..3], ["14/02/26 23/02/26", "05/02/26 14/02/26", "26/01/25 04/02/25"]);
        assert_eq!(all(days((day("2026-02-14"), day("2026-02-22")), false))[2], "14/02/25 23/02/25");
        assert_eq!(all(days((day("2028-02-29"), day("2028-02-29")), false))[2], "28/02/27 01/03/27");
        assert_eq!(days((day("2026-02-14"), day("2026-02-13")), true), None);
    }
}
