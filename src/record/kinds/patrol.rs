//! Tuần tra: what is asked of a patrol, and what its record says beyond its fields: whether it is overdue (computed
//! whenever somebody looks, never stored), and which areas it has seen.

use chrono::TimeDelta;
use serde_json::Value;

use super::prelude::*;
use crate::record::when::{self, Moment};

/// How the patrol moves.
const MODE: Choice = Choice::new("mode", &["foot", "bicycle", "motorbike", "car", "post"]);
/// Where the patrol stands; overdue is computed.
const STATE: Choice = Choice::new("patrol-state", &["planned", "active", "done", "cancelled"]);
/// What a patrol noticed (sơ hở).
const OBSERVATION: Choice = Choice::new(
    "observation",
    &[
        "dark_street",
        "broken_camera",
        "unlocked",
        "fire_risk",
        "obstruction",
        "noise",
        "traffic",
        "person_needs_help",
        "other",
    ],
);

pub(super) const ABOUT: About = About {
    name: "patrol",
    code: "TT",
    fields: FIELDS,
    told: &["started_at", "ended_at", "area", "headcount", "text"],
    main_times: &["started_at", "planned_start"],
    title: "text",
    columns: &[
        Column::new("at", 11, Shows::Main),
        Column::new("route", 16, Shows::Areas(route)),
        Column::new("people", 6, Shows::Field("headcount")),
        Column::new("reminders", 8, Shows::Field("results.reminders")),
        Column::new("minutes", 8, Shows::Field("results.minutes_written")),
        Column::new("seen", 6, Shows::Field("observations")),
        Column::new("state", 12, Shows::State),
    ],
    standing: Some(Standing { states: &STATE, open: &["planned", "active"], of: |data| data.text("state") }),
    rules,
    account: Some("text"),
    ..DUTY
};

/// Something that a patrol noticed.
pub const OBSERVED: &[Field] = &[
    Field::new("at", Shape::When).past(),
    Field::new("area", Shape::Area),
    Field::new("kind", Shape::One(&OBSERVATION)).required(),
    Field::new("text", LINE).searched(),
    Field::new("action", LINE),
    Field::new("incident", Shape::Record).of("incident"),
];

const FIELDS: &[Field] = &[
    EXTERNAL_ID,
    Field::new("mode", Shape::One(&MODE)).required().offered(Offer::Code("motorbike")),
    Field::new("planned_start", Shape::When),
    Field::new("planned_end", Shape::When).ahead(),
    Field::new("started_at", Shape::When).past(),
    Field::new("ended_at", Shape::When).past().offered(Offer::Now),
    AREA,
    PLACE,
    Field::new(
        "headcount",
        Shape::Group(&[
            Field::new("police", COUNT).zero(),
            Field::new("grassroots", COUNT).zero(),
            Field::new("militia", COUNT).zero(),
            Field::new("other", COUNT).zero(),
        ]),
    ),
    Field::new(
        "route",
        Shape::List(&[Field::new("area", Shape::Area).required(), Field::new("at", Shape::When).past()]),
    ),
    Field::new("observations", Shape::List(OBSERVED)),
    Field::new(
        "results",
        Shape::Group(&[
            Field::new("people_checked", COUNT).zero(),
            Field::new("vehicles_checked", COUNT).zero(),
            Field::new("minutes_written", COUNT).zero(),
            Field::new("reminders", COUNT).zero(),
            Field::new("cases_found", COUNT).zero(),
            Field::new("fines_vnd", Shape::Money).zero(),
        ]),
    ),
    Field::new("km", Shape::Decimal),
    Field::new("state", Shape::One(&STATE)).or("planned").offered(Offer::Code("done")),
    Field::new("leader", Shape::Officer).offered(Offer::Me),
    Field::new("text", TEXT).searched(),
    CAMPAIGN,
    LINKS,
    REMARKS,
];

/// The areas of its route, or its own where it has none.
fn route(data: &Data) -> Vec<&str> {
    let route: Vec<&str> = data.items("route").iter().filter_map(|point| point.get("area")?.as_str()).collect();
    if route.is_empty() { data.text("area").into_iter().collect() } else { route }
}

fn rules(data: &Data) -> Vec<Finding> {
    let mut found = Vec::new();
    if data.when("started_at").or(data.when("planned_start")).is_none() {
        found.push(Finding::new("E007", "planned_start").with("key", "planned_start"));
    }
    for (end, start) in [("planned_end", "planned_start"), ("ended_at", "started_at")] {
        if before(data, end, start) {
            found.push(Finding::new("E300", end));
        }
    }
    found
}

/// Minutes after a planned time within which a patrol is still taken to be on its way.
const GRACE: i64 = 30;
/// Hours after which somebody asks where a patrol is that was planned for no end.
const LONGEST: i64 = 4;
/// Minutes without a sign of a patrol after which somebody asks.
const SILENCE: i64 = 90;

/// What is late about a patrol, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overdue {
    /// It should have gone out at this moment.
    NotStarted(Moment),
    /// It has been out since this moment, longer than planned, or than patrols take.
    NotBack(Moment),
    /// It is out, and nothing was heard of it since this moment.
    Silent(Moment),
}

/// Whether a patrol is overdue.
#[must_use]
pub fn overdue(patrol: &Data, now: Moment) -> Option<Overdue> {
    limits(patrol).into_iter().flatten().find(|(limit, _)| now > *limit).map(|(_, late)| late)
}

/// The next moment behind which a patrol is overdue in another way, unless something is heard of it.
#[must_use]
pub fn overdue_next(patrol: &Data, now: Moment) -> Option<Moment> {
    limits(patrol).into_iter().flatten().map(|(limit, _)| limit).filter(|limit| now <= *limit).min()
}

/// Behind which moments a patrol is overdue, and how; the gravest first.
fn limits(patrol: &Data) -> [Option<(Moment, Overdue)>; 2] {
    match patrol.text("state") {
        Some("planned") if patrol.when("started_at").is_none() => {
            let late = |planned| (planned + TimeDelta::minutes(GRACE), Overdue::NotStarted(planned));
            [patrol.when("planned_start").map(late), None]
        }
        Some("active") if patrol.when("ended_at").is_none() => {
            let Some(started) = patrol.when("started_at") else { return [None; 2] };
            let latest = match patrol.when("planned_end") {
                Some(planned) => planned + TimeDelta::minutes(GRACE),
                None => started + TimeDelta::hours(LONGEST),
            };
            let heard = signs(patrol).max().map_or(started, |last| last.max(started));
            let silent = (heard + TimeDelta::minutes(SILENCE), Overdue::Silent(heard));
            [Some((latest, Overdue::NotBack(started))), Some(silent)]
        }
        _ => [None; 2],
    }
}

/// When something was heard of a patrol: points that it reached, things that it noticed.
fn signs(patrol: &Data) -> impl Iterator<Item = Moment> {
    let entries = patrol.items("route").iter().chain(patrol.items("observations"));
    entries.filter_map(|entry| entry.get("at").and_then(Value::as_str).and_then(when::parse))
}

/// The areas that a patrol has seen, each with the moment: its own area, points of the route that it reached, areas of
/// what it observed. Where a finished patrol noted no time at any point, it was at all of them.
#[must_use]
pub fn visits(patrol: &Data) -> Vec<(&str, Moment)> {
    let Some(started) = patrol.when("started_at").filter(|_| patrol.text("state") != Some("cancelled")) else {
        return Vec::new();
    };
    let at = |entry: &Value| entry.get("at").and_then(Value::as_str).and_then(when::parse);
    let route = patrol.items("route");
    let unnoted = patrol.text("state") == Some("done") && route.iter().all(|point| at(point).is_none());
    let reached = route.iter().filter(|point| unnoted || at(point).is_some());
    let places = reached.chain(patrol.items("observations"));
    let mut seen: Vec<(&str, Moment)> = patrol.text("area").map(|area| (area, started)).into_iter().collect();
    seen.extend(places.filter_map(|place| Some((place.get("area")?.as_str()?, at(place).unwrap_or(started)))));
    seen.sort_unstable();
    seen.dedup();
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_patrol_is_late_after_its_grace() {
        let at = |text: &str| when::parse(&format!("2026-11-23T{text}:00+07:00")).unwrap();
        let patrol = |value: serde_json::Value| Data(value.as_object().unwrap().clone());
        let planned = patrol(json!({"state": "planned", "planned_start": "2026-11-23T22:00:00+07:00"}));
        assert_eq!(overdue(&planned, at("22:30")), None);
        assert_eq!(overdue_next(&planned, at("22:30")), Some(at("22:30")));
        assert_eq!(overdue_next(&planned, at("22:31")), None);
        assert_eq!(overdue(&planned, at("22:31")), Some(Overdue::NotStarted(at("22:00"))));
        let started = "2026-11-23T18:00:00+07:00";
        let seen = json!([{"at": "2026-11-23T21:00:00+07:00"}]);
        let active = patrol(json!({"state": "active", "started_at": started, "observations": seen}));
        assert_eq!(overdue(&active, at("22:00")), None);
        assert_eq!(overdue(&active, at("22:01")), Some(Overdue::NotBack(at("18:00"))));
        let silent = patrol(json!({"state": "active", "started_at": started, "route": [{"at": null}]}));
        assert_eq!(overdue(&silent, at("19:30")), None);
        assert_eq!(overdue(&silent, at("19:31")), Some(Overdue::Silent(at("18:00"))));
        for (end, late) in [("20:00", "20:31"), ("22:30", "23:01")] {
            let end = format!("2026-11-23T{end}:00+07:00");
            let route = json!([{"at": "2026-11-23T22:20:00+07:00"}]);
            let long = patrol(json!({"state": "active", "started_at": started, "planned_end": end, "route": route}));
            assert_eq!(overdue(&long, at(late)), Some(Overdue::NotBack(at("18:00"))));
            assert_eq!(overdue(&long, at(late) - TimeDelta::minutes(1)), None, "{end}");
        }
        for over in ["done", "cancelled"] {
            let patrol = patrol(json!({"state": over, "planned_start": "2026-11-23T01:00:00+07:00"}));
            assert_eq!(overdue(&patrol, at("22:00")), None, "{over}");
        }
        assert_eq!(overdue(&patrol(json!({"state": "planned"})), at("22:00")), None, "planned for no hour");
    }
    #[test]
    fn a_patrol_has_seen_what_it_reached() {
        let at = |text: &str| format!("2026-11-23T{text}:00+07:00");
        let patrol = |state: &str, second: Option<String>| {
            let value = json!({
                "state": state, "started_at": at("22:00"), "area": null,
                "route": [{"area": "A", "at": at("22:10")}, {"area": "B", "at": second}],
                "observations": [{"area": "C", "at": null}, {"area": null, "at": at("22:30")}],
            });
            Data(value.as_object().unwrap().clone())
        };
        let areas = |patrol: &Data| visits(patrol).iter().map(|(area, _)| (*area).to_owned()).collect::<Vec<_>>();
        assert_eq!(areas(&patrol("active", None)), ["A", "C"]);
        assert_eq!(areas(&patrol("done", Some(at("22:20")))), ["A", "B", "C"]);
        assert_eq!(areas(&patrol("cancelled", None)), Vec::<String>::new());
        let mut unnoted = patrol("done", None);
        unnoted.0["route"][0]["at"] = Value::Null;
        assert_eq!(areas(&unnoted), ["A", "B", "C"]);
        unnoted.0.insert("started_at".into(), Value::Null);
        assert_eq!(areas(&unnoted), Vec::<String>::new(), "it never went out");
    }
}
