//! Patrols and shifts of a period. A patrol counts as one once it has begun; a planned or cancelled one is no work.

use super::table::{Indicator, Unit};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::when::Moment;
use crate::record::{Data, Kind};

/// The forces whose people are counted.
const FORCES: [&str; 4] = ["police", "grassroots", "militia", "other"];
/// The results that are summed.
const RESULTS: [(&str, Unit); 6] = [
    ("people_checked", Unit::PersonTurn),
    ("vehicles_checked", Unit::VehicleTurn),
    ("minutes_written", Unit::Paper),
    ("reminders", Unit::Instance),
    ("cases_found", Unit::Case),
    ("fines_vnd", Unit::Dong),
];

pub(super) fn count(book: &Logbook, unit: &str, period: (Moment, Moment)) -> Outcome<Vec<Indicator>> {
    let mut tally = Tally::default();
    book.each_in_period(unit, Kind::Patrol, period, |_, data| tally.add(data))?;
    let mut table = vec![
        Indicator::new("patrol.total", Unit::Turn, tally.total),
        Indicator::new("patrol.cancelled", Unit::Turn, tally.cancelled),
        Indicator::new("patrol.people", Unit::PersonTurn, tally.people.iter().fold(0, |sum, n| n.saturating_add(sum))),
    ];
    for (force, people) in FORCES.iter().zip(tally.people) {
        table.push(Indicator::new(format!("patrol.people.{force}"), Unit::PersonTurn, people));
    }
    table.push(Indicator::new("patrol.duration", Unit::Minute, tally.minutes));
    table.push(Indicator::new("patrol.observations", Unit::Instance, tally.observations));
    for ((key, unit), sum) in RESULTS.iter().zip(tally.results) {
        table.push(Indicator::new(format!("patrol.{key}"), *unit, sum));
    }
    Ok(table)
}

pub(super) fn shifts(book: &Logbook, unit: &str, period: (Moment, Moment)) -> Outcome<Vec<Indicator>> {
    let (mut total, mut closed) = (0, 0);
    book.each_in_period(unit, Kind::Shift, period, |_, data| {
        total += u64::from(data.when("started_at").is_some());
        closed += u64::from(data.when("ended_at").is_some());
    })?;
    Ok(vec![Indicator::new("shift.total", Unit::Shift, total), Indicator::new("shift.closed", Unit::Shift, closed)])
}

#[derive(Default)]
struct Tally {
    total: u64,
    cancelled: u64,
    people: [u64; FORCES.len()],
    minutes: u64,
    observations: u64,
    results: [u64; RESULTS.len()],
}

impl Tally {
    fn add(&mut self, data: &Data) {
        match data.text("state") {
            Some("cancelled") => self.cancelled += 1,
            Some("planned") if data.when("started_at").is_none() => {}
            _ => self.done(data),
        }
    }

    fn done(&mut self, data: &Data) {
        self.total += 1;
        for (sum, force) in self.people.iter_mut().zip(FORCES) {
            *sum = sum.saturating_add(data.count(&format!("headcount.{force}")));
        }
        for (sum, (key, _)) in self.results.iter_mut().zip(RESULTS) {
            *sum = sum.saturating_add(data.count(&format!("results.{key}")));
        }
        if let (Some(start), Some(end)) = (data.when("started_at"), data.when("ended_at")) {
            self.minutes += u64::try_from((end - start).num_minutes()).unwrap_or(0);
        }
        self.observations += data.items("observations").len() as u64;
    }
}
