//! When things happen in the made-up ward: so many records, spread over the weeks as duty spreads them.

use chrono::TimeDelta;

use super::dice::Dice;
use super::material::Material;
use super::{community, incident, patrol};
use crate::record::period::Week;
use crate::record::rulebook::Rulebook;
use crate::record::when::{self, Moment};

/// How much is made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// All together, registers of the post left out.
    pub records: u64,
    /// Reporting weeks; the last one holds `until`.
    pub weeks: u32,
    /// The same seed and `until` make the same records.
    pub seed: u64,
    /// Nothing lies after it.
    pub until: Moment,
}

/// Records a week at a post of usual size.
const USUAL: u64 = 50;
/// Weeks unless somebody says: a season, or as many as the records fill, up to ten years.
const WEEKS: std::ops::RangeInclusive<u64> = 12..=520;
/// Hours at which a shift begins.
const TURN: i64 = 7 * 3600;
const DAY: i64 = 24 * 3600;

impl Plan {
    /// Records unless somebody says.
    pub const USUAL_RECORDS: u64 = 600;

    /// What is made up where nobody says anything: a season that ends with the minute before this moment.
    #[must_use]
    pub fn usual(now: Moment) -> Self {
        let records = Self::USUAL_RECORDS;
        Self {
            records,
            weeks: Self::usual_weeks(records),
            seed: 1,
            until: now - TimeDelta::seconds(now.timestamp().rem_euclid(60)),
        }
    }

    /// The weeks that so many records fill.
    #[must_use]
    pub fn usual_weeks(records: u64) -> u32 {
        u32::try_from((records / USUAL).clamp(*WEEKS.start(), *WEEKS.end())).unwrap_or(12)
    }

    /// The weeks, oldest first.
    pub(super) fn weeks(&self) -> Vec<Week> {
        let rule = Rulebook::builtin().calendar();
        let mut weeks = vec![Week::containing(self.until, rule)];
        for _ in 1..self.weeks.max(1) {
            let before = weeks.last().map_or_else(|| Week::containing(self.until, rule), |week| week.previous(rule));
            weeks.push(before);
        }
        weeks.reverse();
        weeks
    }

    /// Hours of a shift; none where so few records would be shifts only.
    pub(super) fn shift_hours(&self) -> Option<i64> {
        match self.records / u64::from(self.weeks.max(1)) {
            0..=13 => None,
            14..=41 => Some(24),
            _ => Some(12),
        }
    }

    /// How many of the records lie before this second.
    pub(super) fn share(&self, start: i64, at: i64) -> u64 {
        let whole = (when::seconds(self.until) - start).max(1).unsigned_abs();
        let part = (at - start).max(0).unsigned_abs().min(whole);
        let share = u128::from(self.records) * u128::from(part) / u128::from(whole);
        u64::try_from(share).unwrap_or(self.records)
    }
}

/// What is to be written down, and when.
#[derive(Debug, Clone)]
pub(super) enum Planned {
    /// The shift changes.
    Turn,
    /// An incident of this pattern, reported then; settled on the spot or not.
    Incident { pattern: usize, reported: i64, settled: bool },
    /// A patrol that started then and is back or not.
    Patrol { start: i64, end: Option<i64>, cancelled: bool },
    /// Work of this sort with the community.
    Work(usize),
    /// What there is from the first days on: sort of work, case, area.
    Standing(usize, usize, &'static str),
}

/// One stretch of time that is planned at once: a week, or what there is of it.
pub(super) struct Stretch {
    pub from: i64,
    pub to: i64,
    /// Nothing is written down after it.
    pub until: i64,
}

impl Stretch {
    /// Plans so many records.
    pub fn plan(&self, dice: &mut Dice, records: u64, shift_hours: Option<i64>) -> Vec<(i64, Planned)> {
        let mut all: Vec<(i64, Planned)> = self.turns(shift_hours).into_iter().map(|at| (at, Planned::Turn)).collect();
        all.truncate(usize::try_from(records / 2).unwrap_or(usize::MAX));
        let left = records - all.len() as u64;
        let (patrols, works) = (left / 4, left / 8);
        all.extend((0..patrols).map(|_| self.patrol(dice)));
        all.extend((0..works).map(|_| self.work(dice)));
        all.extend((patrols + works..left).map(|_| self.incident(dice)));
        all
    }

    fn turns(&self, shift_hours: Option<i64>) -> Vec<i64> {
        let Some(step) = shift_hours.map(|hours| hours * 3600) else { return Vec::new() };
        let offset = i64::from(when::zone().local_minus_utc());
        let first = self.from + (TURN - offset - self.from).rem_euclid(step);
        std::iter::successors(Some(first), |at| Some(at + step)).take_while(|at| *at < self.to).collect()
    }

    fn incident(&self, dice: &mut Dice) -> (i64, Planned) {
        let pattern = incident::draw(dice);
        let ward = Material::builtin();
        let name = ward.patterns.get(pattern).map_or("", |p| p.hours.as_str());
        let hours = ward.ward.hours.get(name).map_or(&[][..], Vec::as_slice);
        let reported = self.moment(dice, |dice| {
            let hour = i64::try_from(dice.weighted(hours.iter().copied())).unwrap_or(0);
            3600 * hour + 60 * dice.seconds(0, 59)
        });
        let settled = dice.chance(700);
        let logged = reported + 60 * if settled { dice.seconds(40, 110) } else { dice.seconds(5, 25) };
        let settled = settled && logged <= self.until;
        (logged.min(self.until), Planned::Incident { pattern, reported, settled })
    }

    fn work(&self, dice: &mut Dice) -> (i64, Planned) {
        let hours = Material::builtin().ward.hours.get("day").map_or(&[][..], Vec::as_slice);
        let at = self.moment(dice, |dice| {
            let hour = i64::try_from(dice.weighted(hours.iter().copied())).unwrap_or(0);
            3600 * hour + 60 * dice.seconds(0, 59)
        });
        (at.min(self.until), Planned::Work(community::draw(dice)))
    }

    fn patrol(&self, dice: &mut Dice) -> (i64, Planned) {
        let start = self.moment(dice, patrol::start);
        let end = start + 60 * dice.seconds(80, 170);
        let cancelled = dice.chance(20);
        let logged = end + 60 * dice.seconds(5, 15);
        if cancelled || logged > self.until {
            return ((start + 300).min(self.until), Planned::Patrol { start, end: None, cancelled });
        }
        (logged, Planned::Patrol { start, end: Some(end), cancelled })
    }

    /// A moment within, on a day as likely as its weekday and at the time of day that `time` draws.
    fn moment(&self, dice: &mut Dice, time: impl Fn(&mut Dice) -> i64) -> i64 {
        let days = Material::builtin().ward.hours.get("weekdays").map_or(&[][..], Vec::as_slice);
        for _ in 0..16 {
            let day = i64::try_from(dice.weighted(days.iter().copied())).unwrap_or(0);
            let at = self.from + day * DAY + time(dice);
            if at < self.to {
                return at;
            }
        }
        // So little is left of the week that the time of day doesn't matter.
        self.from + dice.seconds(0, (self.to - self.from - 1).max(0).unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(records: u64, weeks: u32) -> Plan {
        Plan { records, weeks, seed: 1, until: when::parse("2026-11-25T20:14:00+07:00").unwrap() }
    }

    #[test]
    fn weeks_end_with_the_one_that_holds_the_last_day() {
        let weeks = plan(600, 3).weeks();
        assert_eq!(weeks.iter().map(Week::name).collect::<Vec<_>>(), ["2026-W46", "2026-W47", "2026-W48"]);
        assert_eq!((Plan::usual_weeks(600), Plan::usual_weeks(1), Plan::usual_weeks(1_000_000)), (12, 12, 520));
    }

    #[test]
    fn a_stretch_holds_what_was_asked_and_nothing_after_its_end() {
        let from = when::seconds(when::parse("2026-11-23T00:00:00+07:00").unwrap());
        let stretch = Stretch { from, to: from + 3 * DAY, until: from + 3 * DAY };
        let all = stretch.plan(&mut Dice::new(5, 0), 90, Some(12));
        assert_eq!(all.len(), 90);
        assert_eq!(all.iter().filter(|(_, what)| matches!(what, Planned::Turn)).count(), 6);
        let first = when::kept(when::from_seconds(all[0].0).unwrap());
        assert_eq!(first, "2026-11-23T07:00:00+07:00");
        for (at, what) in all {
            let start = match what {
                Planned::Turn | Planned::Work(_) | Planned::Standing(..) => at,
                Planned::Incident { reported, .. } => reported,
                Planned::Patrol { start, .. } => start,
            };
            assert!(from <= start && start <= at && at <= stretch.until, "{what:?}");
        }
    }
}
