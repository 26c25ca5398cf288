//! Patrol mode as a value: what can be done about patrols, the patrol that is led on, and where the cursor stands.

use serde_json::Value;
use uuid::Uuid;

use super::effect::Effect;
use super::msg::Code;
use crate::acts::patrol::Tour;
use crate::record::when::Moment;
use crate::tui::command::{Command, Id, Place};

/// The screen.
#[derive(Debug, Default)]
pub struct Patrols {
    /// Patrols that are planned or out, once they were read.
    pub tours: Option<Vec<Tour>>,
    /// The patrol that is led on; none while one is chosen.
    pub led: Option<Uuid>,
    /// The line under the cursor while one is chosen.
    pub at: usize,
    /// Where the cursor stands on the one that is led; none for what comes next.
    pub spot: Option<Spot>,
    /// A step is on its way to the disk.
    pub stepping: bool,
    /// The minute for which they were asked last.
    asked: Option<i64>,
}

/// A line of a patrol that the cursor can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The patrol as a whole.
    Whole,
    /// It goes out.
    Go,
    /// A point of its route.
    Point(usize),
    /// An area that isn't on its route.
    Elsewhere,
    /// Something that it noticed.
    Seen(usize),
}

/// What can be chosen where no patrol is led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Write down one that is over.
    Write,
    /// Go out now.
    Start,
    /// Plan one.
    Plan,
    /// One that is planned or out.
    Lead(usize),
}

impl Patrols {
    /// Nothing read yet; this one is to be led, if one is.
    pub(super) fn leading(led: Option<Uuid>) -> Self {
        Self { led, ..Self::default() }
    }

    /// Where the keys go.
    #[must_use]
    pub const fn place(&self) -> Place {
        if self.led.is_some() { Place::Patrol } else { Place::Patrols }
    }

    /// What can be chosen.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let mut all = vec![Choice::Write, Choice::Start, Choice::Plan];
        all.extend((0..self.tours.as_ref().map_or(0, Vec::len)).map(Choice::Lead));
        all
    }

    /// The patrol that is led on.
    #[must_use]
    pub fn tour(&self) -> Option<&Tour> {
        self.tours.as_ref()?.iter().find(|tour| Some(tour.record.row.record) == self.led)
    }

    /// Where the cursor stands: where it was put, as far as that is still there, else on what comes next.
    #[must_use]
    pub fn here(&self) -> Spot {
        let Some(tour) = self.tour() else { return Spot::Whole };
        let all = spots(tour);
        // Behind the last thing that was noticed stands the one that is being written.
        let last = tour.record.data.items("observations").len().saturating_sub(1);
        let put = self.spot.map(|spot| if let Spot::Seen(n) = spot { Spot::Seen(n.min(last)) } else { spot });
        put.filter(|spot| all.contains(spot)).unwrap_or_else(|| next(tour))
    }

    /// The wording id of what a command does to the patrol that is led, where the cursor stands; none if nothing.
    #[must_use]
    pub fn hint(&self, command: &Command) -> Option<&'static str> {
        let Some(tour) = self.tour() else { return Some(command.wording) };
        let does = match (command.id, self.here()) {
            (Id::Reach, Spot::Go) => return Some("tui-patrol-go"),
            (Id::Reach, Spot::Whole) => return Some("cmd-open"),
            (Id::Reach, Spot::Seen(n)) => return incident_at(tour, n).map(|_| "cmd-open"),
            (Id::Reach, Spot::Point(n)) => is_out(tour) && is_ahead(tour, n),
            (Id::Found, Spot::Seen(n)) => incident_at(tour, n).is_none(),
            (Id::Found, _) => return Some("cmd-incident"),
            (id, _) => fits(id, tour),
        };
        does.then_some(command.wording)
    }

    pub(super) fn ask(&mut self, now: Moment) -> Effect {
        self.asked = Some(now.timestamp().div_euclid(60));
        Effect::Patrols { at: now, also: self.led }
    }

    /// Asks again when the minute has changed.
    pub(super) fn minute(&mut self, now: Moment) -> Option<Effect> {
        let other = self.asked != Some(now.timestamp().div_euclid(60));
        other.then(|| self.ask(now))
    }

    /// Takes a newer picture. The first one leads to the patrol that is out: the officer's own, else the newest.
    pub(super) fn take(&mut self, tours: Vec<Tour>, me: &Uuid) {
        if self.tours.is_none() && self.led.is_none() {
            let out = |tour: &&Tour| is_out(tour);
            let mine = |tour: &&Tour| tour.record.data.text("leader") == Some(&me.to_string());
            let found = tours.iter().filter(out).rfind(mine).or_else(|| tours.iter().rfind(out));
            self.led = found.map(|tour| tour.record.row.record);
        }
        self.tours = Some(tours);
        self.at = self.at.min(self.choices().len().saturating_sub(1));
    }

    pub(super) fn key(&mut self, code: Code) {
        let by = match code {
            Code::Up => -1,
            Code::Down => 1,
            Code::PageUp => -8,
            Code::PageDown => 8,
            Code::Home => isize::MIN,
            Code::End => isize::MAX,
            _ => return,
        };
        let Some(tour) = self.tour() else {
            self.at = self.at.saturating_add_signed(by).min(self.choices().len() - 1);
            return;
        };
        let (all, here) = (spots(tour), self.here());
        let at = all.iter().position(|spot| *spot == here).unwrap_or(0);
        self.spot = all.get(at.saturating_add_signed(by).min(all.len().saturating_sub(1))).copied();
    }
}

/// The lines of a patrol that the cursor can stand on, from the top.
#[must_use]
pub fn spots(tour: &Tour) -> Vec<Spot> {
    let data = &tour.record.data;
    let mut all = vec![Spot::Whole];
    all.extend((data.text("state") == Some("planned")).then_some(Spot::Go));
    all.extend((0..data.items("route").len()).map(Spot::Point));
    all.extend(is_out(tour).then_some(Spot::Elsewhere));
    all.extend((0..data.items("observations").len()).map(Spot::Seen));
    all
}

/// Whether a point of the route is still to be reached.
pub(super) fn is_ahead(tour: &Tour, n: usize) -> bool {
    tour.record.data.items("route").get(n).is_some_and(|point| point.get("at").is_none_or(Value::is_null))
}

/// Whether a patrol is in a state in which this can be done to it.
pub(super) fn fits(id: Id, tour: &Tour) -> bool {
    match id {
        Id::Observe | Id::Finish => is_out(tour),
        Id::Cancel => is_out(tour) || tour.record.data.text("state") == Some("planned"),
        _ => true,
    }
}

/// What is to be done next: go out, reach the first point that wasn't reached, else whatever comes.
fn next(tour: &Tour) -> Spot {
    match tour.record.data.text("state") {
        Some("planned") => Spot::Go,
        Some("active") => {
            let first = (0..tour.record.data.items("route").len()).find(|n| is_ahead(tour, *n));
            first.map_or(Spot::Elsewhere, Spot::Point)
        }
        _ => Spot::Whole,
    }
}

pub(super) fn is_out(tour: &Tour) -> bool {
    tour.record.data.text("state") == Some("active")
}

/// The incident that an observation has become.
pub(super) fn incident_at(tour: &Tour, n: usize) -> Option<Uuid> {
    Uuid::try_parse(tour.record.data.items("observations").get(n)?.get("incident")?.as_str()?).ok()
}
