//! The Vietnamese lunar calendar: a month begins on the day of the new moon at +07:00, the eleventh holds the winter
//! solstice, and of thirteen months between two solstices the first one in which the sun enters no twelfth of its path
//! is a leap month. New moon and sun follow J. Meeus, Astronomical Algorithms (1998), chapters 49 and 25; the rules are
//! those that Hồ Ngọc Đức describes. Good for the years that records know.

use chrono::{Datelike, Days, NaiveDate};

/// Day number of 31 December of the year before the first, as astronomers count days.
const EPOCH: i64 = 1_721_425;
/// A day here begins so much before the day number's own noon, seven hours ahead of Greenwich.
const MIDNIGHT: f64 = 0.5 + 7.0 / 24.0;
/// What the clock of the sky is ahead of ours, in days: about 70 seconds in our time.
const AHEAD: f64 = 70.0 / 86_400.0;
/// Days from one new moon to the next, on average.
const MONTH: f64 = 29.530_588_861;
/// The new moon from which they are counted, 6 January 2000.
const FIRST: f64 = 2_451_550.097_66;

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LunarDay {
    /// The year, by the number of the solar year in which it begins.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// The month is the leap one behind the month of this number.
    pub leap: bool,
    /// 1 to 30.
    pub day: u32,
}

/// A month between two winter solstices.
#[derive(Debug, Clone, Copy)]
struct Month {
    start: NaiveDate,
    days: i64,
    number: u32,
    leap: bool,
}

impl LunarDay {
    /// The lunar date of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let before = months(day.year() - 1);
        let all = before.iter().map(|month| (month, day.year() - 1));
        let after = months(day.year());
        let all: Vec<_> = all.chain(after.iter().map(|month| (month, day.year()))).collect();
        let found = all.iter().rev().find(|(month, _)| month.start <= day);
        // Every day of a year lies behind the start of a month before it, so the fallback is never taken.
        found.map_or(Self { year: day.year(), month: 1, leap: false, day: 1 }, |(month, winter)| Self {
            year: if month.number >= 11 { *winter } else { winter + 1 },
            month: month.number,
            leap: month.leap,
            day: u32::try_from((day - month.start).num_days() + 1).unwrap_or(1),
        })
    }

    /// The day that it is; none when that year has no such day.
    #[must_use]
    pub fn solar(self) -> Option<NaiveDate> {
        let winter = if self.month >= 11 { self.year } else { self.year - 1 };
        let month = months(winter).into_iter().find(|month| (month.number, month.leap) == (self.month, self.leap))?;
        let fits = self.day >= 1 && i64::from(self.day) <= month.days;
        fits.then(|| month.start + Days::new(u64::from(self.day - 1)))
    }

    /// The same day of the lunar calendar in another year. A leap month is its plain one there, and the thirtieth of a
    /// short month its last.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        let there = Self { year, ..self };
        let plain = Self { leap: false, ..there };
        [there, plain, Self { day: self.day.min(29), ..plain }].into_iter().find_map(Self::solar)
    }
}

/// The first day of the lunar year that begins in a solar year.
#[must_use]
pub fn tet(year: i32) -> Option<NaiveDate> {
    LunarDay { year, month: 1, leap: false, day: 1 }.solar()
}

/// The months from the one with the winter solstice of a year to the one before the next such month.
fn months(winter: i32) -> Vec<Month> {
    let first = eleventh(winter);
    let next = eleventh(winter + 1);
    let starts: Vec<i64> = (first..=next).map(new_moon).collect();
    let enters = |pair: &[i64]| pair.first().map(|day| twelfth(*day)) != pair.last().map(|day| twelfth(*day));
    let pairs = || starts.windows(2);
    let leap = if starts.len() > 13 { pairs().position(|pair| !enters(pair)) } else { None };
    let mut number = 10;
    let mut all = Vec::with_capacity(13);
    for (n, pair) in pairs().enumerate() {
        let (Some(start), Some(end)) = (pair.first(), pair.last()) else { continue };
        number = if leap == Some(n) { number } else { number % 12 + 1 };
        let Some(day) = civil(*start) else { continue };
        all.push(Month { start: day, days: end - start, number, leap: leap == Some(n) });
    }
    all
}

/// Which new moon begins the month of a year's winter solstice.
fn eleventh(year: i32) -> i64 {
    let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(0, |day| i64::from(day.num_days_from_ce()) + EPOCH);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "day numbers are small")]
    let near = ((last as f64 - FIRST) / MONTH).floor() as i64 + 1;
    // The solstice lies between the 20th and the 23rd of December: of the last new moons, the first one not behind it.
    let fits = |moon: &i64| new_moon(*moon) <= last && (twelfth(new_moon(*moon)) < 9);
    (0..4).map(|back| near - back).find(fits).unwrap_or(near)
}

fn civil(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day - EPOCH).ok()?)
}

/// In which twelfth of its path, from the spring equinox on, the sun stands at the beginning of a day here.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "day numbers and twelve parts are small"
)]
fn twelfth(day: i64) -> i64 {
    let t = (day as f64 - MIDNIGHT + AHEAD - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + t * (36_000.769_83 + t * 0.000_303_2);
    let m = (357.529_11 + t * (35_999.050_29 - t * 0.000_153_7)).to_radians();
    let centre = (1.914_602 - t * (0.004_817 + t * 0.000_014)) * m.sin()
        + (0.019_993 - t * 0.000_101) * (2.0 * m).sin()
        + 0.000_289 * (3.0 * m).sin();
    let node = (125.04 - 1_934.136 * t).to_radians();
    let seen = mean + centre - 0.005_69 - 0.004_78 * node.sin();
    (seen.rem_euclid(360.0) / 30.0).floor() as i64
}

/// Sines of the moon's new phase: size in days; power of E; multiples of the sun's anomaly, the moon's anomaly, the
/// moon's distance from its node, and the node's place.
const TERMS: [(f64, i32, [f64; 4]); 25] = [
    (-0.407_20, 0, [0.0, 1.0, 0.0, 0.0]),
    (0.172_41, 1, [1.0, 0.0, 0.0, 0.0]),
    (0.016_08, 0, [0.0, 2.0, 0.0, 0.0]),
    (0.010_39, 0, [0.0, 0.0, 2.0, 0.0]),
    (0.007_39, 1, [-1.0, 1.0, 0.0, 0.0]),
    (-0.005_14, 1, [1.0, 1.0, 0.0, 0.0]),
    (0.002_08, 2, [2.0, 0.0, 0.0, 0.0]),
    (-0.001_11, 0, [0.0, 1.0, -2.0, 0.0]),
    (-0.000_57, 0, [0.0, 1.0, 2.0, 0.0]),
    (0.000_56, 1, [1.0, 2.0, 0.0, 0.0]),
    (-0.000_42, 0, [0.0, 3.0, 0.0, 0.0]),
    (0.000_42, 1, [1.0, 0.0, 2.0, 0.0]),
    (0.000_38, 1, [1.0, 0.0, -2.0, 0.0]),
    (-0.000_24, 1, [-1.0, 2.0, 0.0, 0.0]),
    (-0.000_17, 0, [0.0, 0.0, 0.0, 1.0]),
    (-0.000_07, 0, [2.0, 1.0, 0.0, 0.0]),
    (0.000_04, 0, [0.0, 2.0, -2.0, 0.0]),
    (0.000_04, 0, [3.0, 0.0, 0.0, 0.0]),
    (0.000_03, 0, [1.0, 1.0, -2.0, 0.0]),
    (0.000_03, 0, [0.0, 2.0, 2.0, 0.0]),
    (-0.000_03, 0, [1.0, 1.0, 2.0, 0.0]),
    (0.000_03, 0, [-1.0, 1.0, 2.0, 0.0]),
    (-0.000_02, 0, [-1.0, 1.0, -2.0, 0.0]),
    (-0.000_02, 0, [1.0, 3.0, 0.0, 0.0]),
    (0.000_02, 0, [0.0, 4.0, 0.0, 0.0]),
];

/// The day here on which a new moon falls, counted from the one of 6 January 2000.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "day numbers are small")]
fn new_moon(moon: i64) -> i64 {
    let k = moon as f64;
    let t = k / 1_236.85;
    let mean = FIRST + MONTH * k + t * t * (0.000_154_37 - t * 0.000_000_150);
    let e = 1.0 - t * (0.002_516 + t * 0.000_007_4);
    let angles = [
        2.5534 + 29.105_356_70 * k - t * t * 0.000_001_4,
        201.5643 + 385.816_935_28 * k + t * t * 0.010_758_2,
        160.7108 + 390.670_502_84 * k - t * t * 0.001_611_8,
        124.7746 - 1.563_755_88 * k + t * t * 0.002_067_2,
    ];
    let wave = |many: &[f64; 4]| many.iter().zip(angles).map(|(n, angle)| n * angle).sum::<f64>().to_radians().sin();
    let phase: f64 = TERMS.iter().map(|(size, power, many)| size * e.powi(*power) * wave(many)).sum();
    // The largest of the planets' shares; what is left out is below half a minute.
    let venus = 0.000_325 * (299.77 + 0.107_408 * k - t * t * 0.009_173).to_radians().sin();
    let others = 0.000_165 * (251.88 + 0.016_321 * k).to_radians().sin();
    (mean + phase + venus + others - AHEAD + MIDNIGHT).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        crate::record::when::parse_day(text).unwrap()
    }

    #[test]
    fn every_new_year_from_1975_to_2030_is_that_of_the_table() {
        let table = include_str!("lunar/tet.txt").lines().filter(|line| !line.starts_with('#'));
        let mut year = 1974;
        for first in table.map(day) {
            year += 1;
            assert_eq!(tet(year), Some(first));
            assert_eq!(LunarDay::of(first), LunarDay { year, month: 1, leap: false, day: 1 });
        }
        assert_eq!(year, 2030);
        for (text, year) in [("2024-02-10", 2024), ("2026-02-17", 2026)] {
            assert_eq!(LunarDay::of(day(text)), LunarDay { year, month: 1, leap: false, day: 1 });
        }
    }

    #[test]
    fn leap_months_stand_where_the_calendars_have_them() {
        for (year, month) in [(2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11)] {
            let leap: Vec<_> = (year - 1..=year)
                .flat_map(|winter| months(winter).into_iter().map(move |m| (m, winter)))
                .filter(|(m, winter)| m.leap && winter + i32::from(m.number < 11) == year)
                .map(|(m, _)| m.number)
                .collect();
            assert_eq!(leap, [month], "{year}");
        }
        let of = |text| LunarDay::of(day(text));
        assert_eq!(of("2023-03-22"), LunarDay { year: 2023, month: 2, leap: true, day: 1 });
        assert_eq!(of("2025-07-25"), LunarDay { year: 2025, month: 6, leap: true, day: 1 });
        assert_eq!(of("2026-11-23"), LunarDay { year: 2026, month: 10, leap: false, day: 15 });
    }

    #[test]
    fn every_day_reads_back() {
        let mut at = day("1975-01-01");
        while at < day("2051-01-01") {
            assert_eq!(LunarDay::of(at).solar(), Some(at));
            at = at + Days::new(11);
        }
        assert_eq!(LunarDay { year: 2026, month: 6, leap: true, day: 1 }.solar(), None);
        assert_eq!(LunarDay { year: 2026, month: 1, leap: false, day: 31 }.solar(), None);
    }

    #[test]
    fn a_lunar_day_has_its_like_in_every_year() {
        let twenty_third = LunarDay::of(day("2026-02-10"));
        assert_eq!((twenty_third.month, twenty_third.day), (12, 23));
        assert_eq!(twenty_third.in_year(2024), Some(day("2025-01-22")));
        let leap = LunarDay { year: 2025, month: 6, leap: true, day: 1 };
        assert_eq!(leap.in_year(2026), LunarDay { year: 2026, leap: false, ..leap }.solar());
        let last = LunarDay { year: 2023, month: 12, leap: false, day: 30 };
        assert_eq!(last.in_year(2024), Some(day("2025-01-28")), "that month has 29 days");
    }
}
