//! What a patrol noticed becomes an incident: both records name each other, all or nothing.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Fields, of_post, reached};
use crate::acts::session::object;
use crate::acts::write::{Amendment, Form, created, once, ready};
use crate::acts::{Refused, Right, Saved, Who};
use crate::fault::{Fault, Kind as Trouble};
use crate::journal::Mint;
use crate::logbook::{Logbook, Record};
use crate::record::when::{self, Moment};
use crate::record::{Kind, Reason};

/// An observation that becomes an incident.
#[derive(Debug)]
pub struct Found<'a> {
    /// The id of the incident's first entry, made when the form opened.
    pub id: Uuid,
    /// The incident.
    pub record: Uuid,
    /// The patrol.
    pub patrol: Uuid,
    /// The observation as it was seen; by now it may stand at another place of the list.
    pub observation: &'a Fields,
    /// Fields of the incident that the observation doesn't give, such as the category; they win over those it does.
    pub extra: &'a Fields,
}

/// Makes an incident of an observation and writes the incident's id into it, all or nothing. Returns what was saved of
/// the incident.
///
/// # Errors
/// E021, E011, E303 no such observation, E304 it is an incident already; findings on the incident; those of the disk.
pub fn to_incident(book: &Logbook, who: &Who, found: &Found<'_>, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    once(book, &found.id, |book| {
        let patrol = of_post(book, &found.patrol)?;
        let mut observations = patrol.data.items("observations").to_vec();
        let same =
            observations.iter_mut().filter_map(Value::as_object_mut).filter(|seen| is_same(seen, found.observation));
        // Of two that say the same the one is meant that is no incident yet.
        let observation = same.min_by_key(|seen| incident_of(seen).is_some());
        let missing = || Fault::new(Trouble::Finding, "E303").with("record", &patrol.row.number);
        let observation = observation.ok_or_else(missing)?;
        if let Some(incident) = incident_of(observation) {
            let number = book.record(&incident).map(|record| record.row.number).unwrap_or_default();
            return Err(Fault::new(Trouble::Finding, "E304").with("record", number).into());
        }
        let mut input = incident_fields(&patrol, observation, mint.now());
        input.extend(found.extra.clone());
        observation.insert("incident".into(), Value::from(found.record.to_string()));
        let form = Form { id: found.id, record: found.record, kind: Kind::Incident, input: &input };
        let saved = created(book, who, &form, mint)?;
        let (id, record) = (mint.id(), found.patrol);
        let input = object(json!({"observations": observations}));
        let amendment = Amendment { id, record, input: &input, why: Reason::PatrolIncident.code(), base: None };
        ready(book, (patrol, Kind::Patrol), &amendment, mint)?.append(book, who, mint)?;
        Ok(saved)
    })
}

/// What an observation already says of the incident that it becomes: for the form that asks for the rest.
#[must_use]
pub fn incident_fields(patrol: &Record, observation: &Fields, now: Moment) -> Map<String, Value> {
    let said = |key: &str| observation.get(key).cloned().unwrap_or_default();
    let noticed = observation.get("at").and_then(Value::as_str).and_then(when::parse);
    let area = Some(said("area")).filter(Value::is_string).or_else(|| reached(&patrol.data).map(Value::from));
    let at = when::kept(noticed.unwrap_or(now));
    object(json!({
        "channel": "patrol",
        "area": area,
        "reported_at": at,
        "occurred_from": noticed.map(when::kept),
        "title": said("text"),
        "narrative": said("text"),
        "first_response": {"officer": patrol.data.get("leader"), "action": said("action")},
        "links": [{"type": "found_by", "to": patrol.row.record}],
    }))
}

/// Whether two observations say the same, apart from the incident that one has become.
fn is_same(one: &Fields, other: &Fields) -> bool {
    let said = |seen: &Fields, key: &str| seen.get(key).cloned().unwrap_or_default();
    ["at", "area", "kind", "text", "action"].iter().all(|key| said(one, key) == said(other, key))
}

/// The incident that an observation has become.
fn incident_of(observation: &Fields) -> Option<Uuid> {
    observation.get("incident").and_then(Value::as_str).and_then(|id| Uuid::try_parse(id).ok())
}
