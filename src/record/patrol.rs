//! What a patrol's record says beyond its fields: whether it is overdue (computed whenever somebody looks, never
//! stored), and which areas it has seen.

use chrono::TimeDelta;
use serde_json::Value;

use super::data::Data;
use super::when::{self, Moment};

/// Minutes after its planned start within which a patrol is still taken to be on its way.
const GRACE: i64 = 30;
/// Hours after which somebody asks where a patrol is.
const LONGEST: i64 = 4;

/// What is late about a patrol, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overdue {
    /// It should have gone out at this moment.
    NotStarted(Moment),
    /// It has been out since this moment, longer than patrols take.
    NotBack(Moment),
}

/// Whether a patrol is overdue.
#[must_use]
pub fn overdue(patrol: &Data, now: Moment) -> Option<Overdue> {
    match patrol.text("state") {
        Some("planned") if patrol.when("started_at").is_none() => {
            let planned = patrol.when("planned_start")?;
            (now - planned > TimeDelta::minutes(GRACE)).then_some(Overdue::NotStarted(planned))
        }
        Some("active") if patrol.when("ended_at").is_none() => {
            let started = patrol.when("started_at")?;
            (now - started > TimeDelta::hours(LONGEST)).then_some(Overdue::NotBack(started))
        }
        _ => None,
    }
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
        assert_eq!(overdue(&planned, at("22:31")), Some(Overdue::NotStarted(at("22:00"))));
        let active = patrol(json!({"state": "active", "started_at": "2026-11-23T18:00:00+07:00"}));
        assert_eq!(overdue(&active, at("22:00")), None);
        assert_eq!(overdue(&active, at("22:01")), Some(Overdue::NotBack(at("18:00"))));
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
