//! What patrol mode says: what can be done about patrols, and the patrol that is led on, as rows. Text only.

use serde_json::Value;

use super::lines::{Tone, capital, short_number, tiny};
use super::patrol::{Choice, Patrols, Spot, incident_at, spots};
use super::{App, Session};
use crate::acts::patrol::Tour;
use crate::record::when;
use crate::text::clean;
use crate::words::value_id;

/// One row, and where the cursor stands when it is on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    /// What it is for the cursor; none for a heading or a remark.
    pub at: Option<T>,
    /// What it says.
    pub text: String,
    /// What stands at its right end.
    pub end: String,
    /// How it is meant.
    pub tone: Tone,
}

impl<T> Row<T> {
    fn of(at: T, text: String, end: String) -> Self {
        Self { at: Some(at), text, end, tone: Tone::Pair }
    }

    fn said(text: String, tone: Tone) -> Self {
        Self { at: None, text, end: String::new(), tone }
    }

    /// As something that is late.
    fn late(self) -> Self {
        Self { text: format!("! {}", self.text), tone: Tone::Problem, ..self }
    }
}

/// The patrol that is led on, in the parts that can stand side by side.
#[derive(Debug, Default)]
pub struct Rows {
    /// What it is, and what is late about it.
    pub whole: Vec<Row<Spot>>,
    /// Its route.
    pub route: Vec<Row<Spot>>,
    /// What it noticed.
    pub seen: Vec<Row<Spot>>,
}

impl App {
    /// What can be chosen where no patrol is led.
    #[must_use]
    pub fn patrol_choices(&self, patrols: &Patrols) -> Vec<Row<Choice>> {
        let tours = patrols.tours.as_deref().unwrap_or_default();
        let mut rows = Vec::new();
        for choice in patrols.choices() {
            let id = match choice {
                Choice::Write => "tui-patrols-write",
                Choice::Start => "tui-patrols-start",
                Choice::Plan => "tui-patrols-plan",
                Choice::Lead(n) => {
                    if n == 0 {
                        let count = tours.len().to_string();
                        let heading = self.words.with("tui-patrols-standing", &[("count", &count)]);
                        rows.push(Row::said(heading, Tone::Head));
                    }
                    rows.extend(tours.get(n).map(|tour| self.tour_row(tour, choice)));
                    continue;
                }
            };
            rows.push(Row::of(choice, self.words.get(id).to_owned(), String::new()));
        }
        rows
    }

    fn tour_row(&self, tour: &Tour, choice: Choice) -> Row<Choice> {
        let row =
            Row::of(choice, format!("{} · {}", tiny(&tour.record.row.number), self.tour_name(tour)), String::new());
        match tour.late {
            Some(overdue) => Row { end: self.late(overdue), ..row }.late(),
            None => Row { end: self.tour_state(tour), ..row },
        }
    }

    /// How it moves, how many, where, who leads it.
    fn tour_name(&self, tour: &Tour) -> String {
        let (data, mut said) = (&tour.record.data, Vec::new());
        said.extend(data.text("mode").map(|mode| self.words.get(&value_id("mode", mode)).to_owned()));
        let heads = ["police", "grassroots", "militia", "other"].map(|force| data.count(&format!("headcount.{force}")));
        let count = heads.iter().sum::<u64>();
        said.extend((count > 0).then(|| self.words.with("tui-patrol-people", &[("count", &count.to_string())])));
        said.extend(data.text("area").map(|area| self.area(area)));
        let leader = data.text("leader").and_then(|id| self.session()?.known.officer_name(id));
        said.extend(leader.map(|name| clean::shown(&name)));
        said.join(" · ")
    }

    /// Since when it is out, when it leaves, or that it is over.
    fn tour_state(&self, tour: &Tour) -> String {
        let data = &tour.record.data;
        let at = |key: &str| data.when(key).map(|at| self.hour(at)).unwrap_or_default();
        match data.text("state") {
            Some("active") => {
                let out = self.age(data.when("started_at").or(Some(tour.record.row.at)));
                self.words.with("tui-patrol-out", &[("age", &out), ("due", &at("planned_end"))])
            }
            Some("planned") => self.words.with("tui-patrol-leaves", &[("at", &at("planned_start"))]),
            state => {
                let state = self.words.get(&value_id("patrol-state", state.unwrap_or_default())).to_owned();
                format!("{state} {}", at("ended_at")).trim_end().to_owned()
            }
        }
    }

    fn area(&self, code: &str) -> String {
        let name = self.session().and_then(|session| session.known.area_name(code));
        clean::shown(&name.unwrap_or_else(|| code.to_owned()))
    }

    /// The patrol that is led on.
    #[must_use]
    pub fn patrol_rows(&self) -> Rows {
        let Some(tour) = self.session().and_then(Session::patrols).and_then(Patrols::tour) else {
            return Rows::default();
        };
        let mut rows = Rows { whole: self.whole(tour), ..Rows::default() };
        let (points, seen) = (tour.record.data.items("route"), tour.record.data.items("observations"));
        let reached = points.iter().filter(|point| time(point).is_some()).count().to_string();
        let counts = [("reached", &*reached), ("all", &points.len().to_string())];
        rows.route.push(Row::said(self.words.with("tui-patrol-route", &counts), Tone::Head));
        let heading = self.words.with("tui-patrol-seen", &[("count", &seen.len().to_string())]);
        rows.seen.push(Row::said(heading, Tone::Head));
        for spot in spots(tour) {
            match spot {
                Spot::Point(n) => rows.route.extend(points.get(n).map(|point| self.point(tour, n, point))),
                Spot::Elsewhere => {
                    let text = format!("+ {}", self.words.get("tui-patrol-elsewhere"));
                    rows.route.push(Row { tone: Tone::Quiet, ..Row::of(spot, text, String::new()) });
                }
                Spot::Seen(n) => rows.seen.extend(seen.get(n).map(|seen| self.noticed(tour, n, seen))),
                Spot::Whole | Spot::Go => {}
            }
        }
        if seen.is_empty() && spots(tour).contains(&Spot::Elsewhere) {
            rows.seen.push(Row::said(self.words.get("tui-patrol-seen-none").to_owned(), Tone::Quiet));
        }
        rows
    }

    fn whole(&self, tour: &Tour) -> Vec<Row<Spot>> {
        let name = format!("{} · {}", short_number(&tour.record.row.number), self.tour_name(tour));
        let mut rows = vec![Row { tone: Tone::Head, ..Row::of(Spot::Whole, name, self.tour_state(tour)) }];
        if let Some(overdue) = tour.late {
            rows.push(Row::said(capital(&self.late(overdue)), Tone::Problem).late());
        }
        if spots(tour).contains(&Spot::Go) {
            rows.push(Row::of(Spot::Go, format!("▷ {}", self.words.get("tui-patrol-go")), String::new()));
        }
        rows
    }

    fn point(&self, tour: &Tour, n: usize, point: &Value) -> Row<Spot> {
        let area = self.area(point.get("area").and_then(Value::as_str).unwrap_or_default());
        let ahead = tour.record.data.items("route").iter().position(|point| time(point).is_none());
        let active = tour.record.data.text("state") == Some("active");
        match time(point) {
            Some(at) => Row::of(Spot::Point(n), format!("■ {area}"), self.hour(at)),
            None if ahead == Some(n) && active => {
                Row::of(Spot::Point(n), format!("□ {area}"), self.words.get("tui-patrol-next").to_owned())
            }
            None => Row::of(Spot::Point(n), format!("□ {area}"), String::new()),
        }
    }

    fn noticed(&self, tour: &Tour, n: usize, seen: &Value) -> Row<Spot> {
        let text = |key: &str| seen.get(key).and_then(Value::as_str);
        let mut said = time(seen).map(|at| self.hour(at)).unwrap_or_default();
        if let Some(area) = text("area") {
            said.push_str(&format!(" {}", clean::shown(area)));
        }
        let kind = text("kind").map(|kind| self.words.get(&value_id("observation", kind)).to_owned());
        for (n, part) in
            [kind, text("text").map(clean::shown), text("action").map(clean::shown)].into_iter().enumerate()
        {
            let between = [" · ", ": ", " → "].get(n).copied().unwrap_or(" ");
            said.extend(part.into_iter().flat_map(|part| [between.to_owned(), part]));
        }
        let incident = incident_at(tour, n).map(|id| id.to_string());
        let number = incident.and_then(|id| self.session()?.known.number(&id).map(tiny)).unwrap_or_default();
        Row::of(Spot::Seen(n), said.trim_start().to_owned(), number)
    }
}

/// When a point was reached or something noticed.
fn time(entry: &Value) -> Option<when::Moment> {
    entry.get("at").and_then(Value::as_str).and_then(when::parse)
}
