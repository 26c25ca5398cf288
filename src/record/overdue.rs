//! When a patrol is overdue. Computed whenever somebody looks, and never stored.

use chrono::TimeDelta;

use super::data::Data;
use super::when::Moment;

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

#[cfg(test)]
mod tests {
    use super::super::when;
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
}
