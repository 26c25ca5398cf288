//! A patrol while it is out: it starts, reaches points of its route, notices things, comes back. Each step is a small
//! amendment of the record as it stands now, so two windows never write past each other; and what was noticed becomes
//! an incident in one step.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::session::object;
use super::write::{Amendment, Form, created, once, own, ready};
use super::{Refused, Right, Saved, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Record};
use crate::record::when::{self, Moment};
use crate::record::{Data, Finding, Kind, Lookup, Reason};

/// What is written when nothing but the time is: fields of the record that come along with a step.
type Fields = Map<String, Value>;

/// A planned patrol goes out, now unless the fields say when.
///
/// # Errors
/// E021, E011, E302 it isn't planned; findings; those of the disk.
pub fn start(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    fields: &Fields,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    step(book, who, (id, patrol), Reason::PatrolStarted, mint, |record, now| {
        in_state(record, &["planned"])?;
        let mut input = fields.clone();
        input.insert("state".into(), json!("active"));
        default(&mut input, "started_at", now);
        Ok(input)
    })
}

/// The patrol has reached an area: the first point of its route there that has no time gets it, else a point is added.
///
/// # Errors
/// E021, E011, E302 it isn't out; findings, among them E016 no such area; those of the disk.
pub fn checkpoint(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    area: &str,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    step(book, who, (id, patrol), Reason::PatrolCheckpoint, mint, |record, now| {
        in_state(record, &["active"])?;
        let code = Lookup::area(book, area);
        let area = code.as_deref().unwrap_or(area);
        let mut route = record.data.items("route").to_vec();
        let text = |point: &Value, key: &str| point.get(key).and_then(Value::as_str).map(str::to_owned);
        let next = route.iter_mut().find(|p| text(p, "area").as_deref() == Some(area) && text(p, "at").is_none());
        match next.and_then(Value::as_object_mut) {
            Some(point) => drop(point.insert("at".into(), Value::from(when::kept(now)))),
            None => route.push(json!({"area": area, "at": when::kept(now)})),
        }
        Ok(object(json!({"route": route})))
    })
}

/// The patrol has noticed something. Its time is now and its area the one reached last, unless the observation says
/// otherwise.
///
/// # Errors
/// E021, E011, E302 it isn't out; findings; those of the disk.
pub fn observe(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    observation: &Fields,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    step(book, who, (id, patrol), Reason::PatrolObserved, mint, |record, now| {
        in_state(record, &["active"])?;
        let mut new = observation.clone();
        default(&mut new, "at", now);
        if new.get("area").is_none_or(Value::is_null) {
            new.insert("area".into(), reached(&record.data).map_or(Value::Null, Value::from));
        }
        let mut all = record.data.items("observations").to_vec();
        all.push(Value::Object(new));
        Ok(object(json!({"observations": all})))
    })
}

/// The patrol is back, now unless the fields say when; they may hold results, text and whatever else is known by then.
///
/// # Errors
/// E021, E011, E302 it isn't out; findings; those of the disk.
pub fn finish(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    fields: &Fields,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    step(book, who, (id, patrol), Reason::PatrolFinished, mint, |record, now| {
        in_state(record, &["active"])?;
        let mut input = fields.clone();
        input.insert("state".into(), json!("done"));
        default(&mut input, "ended_at", now);
        Ok(input)
    })
}

/// The area that a patrol reached last, else its own.
#[must_use]
pub fn reached(patrol: &Data) -> Option<&str> {
    let at = |point: &Value| point.get("at").and_then(Value::as_str).and_then(when::parse);
    let last = patrol.items("route").iter().filter(|point| at(point).is_some()).max_by_key(|point| at(point));
    last.and_then(|point| point.get("area")?.as_str()).or_else(|| patrol.text("area"))
}

/// An observation that becomes an incident.
#[derive(Debug)]
pub struct Found<'a> {
    /// The id of the incident's first entry, made when the form opened.
    pub id: Uuid,
    /// The incident.
    pub record: Uuid,
    /// The patrol.
    pub patrol: Uuid,
    /// Which of its observations, from 0.
    pub index: usize,
    /// The version of the patrol that was on the screen; the newest when nobody says.
    pub base: Option<u64>,
    /// Fields of the incident that the observation doesn't give, such as the category; they win over those it does.
    pub extra: &'a Fields,
}

/// Makes an incident of an observation and writes the incident's id into it, all or nothing. Returns what was saved of
/// the incident.
///
/// # Errors
/// E021, E010 the patrol has changed, E011, E303 no such observation, E304 it is an incident already; findings on the
/// incident; those of the disk.
pub fn to_incident(book: &Logbook, who: &Who, found: &Found<'_>, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    once(book, &found.id, |book| {
        let patrol = of_post(book, &found.patrol)?;
        let mut observations = patrol.data.items("observations").to_vec();
        let observation = observations.get_mut(found.index).and_then(Value::as_object_mut);
        let observation = observation.ok_or_else(|| missing(&patrol))?;
        if let Some(incident) = observation.get("incident").and_then(Value::as_str) {
            let number = Uuid::try_parse(incident).ok().and_then(|id| book.record(&id).ok()).map(|r| r.row.number);
            return Err(Fault::new(Trouble::Finding, "E304").with("record", number.unwrap_or_default()).into());
        }
        let mut input = fields_of(&patrol, observation, mint.now());
        input.extend(found.extra.clone());
        observation.insert("incident".into(), Value::from(found.record.to_string()));
        let form = Form { id: found.id, record: found.record, kind: Kind::Incident, input: &input };
        let saved = created(book, who, &form, mint)?;
        let (id, record, base) = (mint.id(), found.patrol, found.base);
        let input = object(json!({"observations": observations}));
        let amendment = Amendment { id, record, input: &input, why: Reason::PatrolIncident.code(), base };
        ready(book, (patrol, Kind::Patrol), &amendment, mint)?.append(book, who, mint)?;
        Ok(saved)
    })
}

/// What an observation already says of the incident that it becomes: for the form that asks for the rest.
///
/// # Errors
/// E021, E011, E303 no such observation.
pub fn incident_fields(
    book: &Logbook,
    who: &Who,
    (patrol, index): (&Uuid, usize),
    now: Moment,
) -> Outcome<Map<String, Value>> {
    who.need(Right::Read)?;
    let patrol = of_post(book, patrol)?;
    let observation = patrol.data.items("observations").get(index).and_then(Value::as_object);
    Ok(fields_of(&patrol, observation.ok_or_else(|| missing(&patrol))?, now))
}

fn fields_of(patrol: &Record, observation: &Map<String, Value>, now: Moment) -> Map<String, Value> {
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

/// One step of a patrol: reads the record as it stands, amends it by what `change` makes of it and the clock.
fn step(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    why: Reason,
    mint: &mut dyn Mint,
    change: impl FnOnce(&Record, Moment) -> Result<Fields, Refused>,
) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    once(book, &id, |book| {
        let found = of_post(book, &patrol)?;
        let input = change(&found, mint.now())?;
        let amendment = Amendment { id, record: patrol, input: &input, why: why.code(), base: None };
        ready(book, (found, Kind::Patrol), &amendment, mint)?.append(book, who, mint)
    })
}

/// A patrol of this post. Whoever is on duty leads it on, whoever planned it.
fn of_post(book: &Logbook, patrol: &Uuid) -> Outcome<Record> {
    let record = own(book, patrol)?;
    if record.kind == Some(Kind::Patrol) {
        return Ok(record);
    }
    Err(Fault::new(Trouble::Use, "E009").with("kind", &record.row.kind))
}

fn in_state(record: &Record, states: &[&str]) -> Result<(), Refused> {
    let state = record.data.text("state").unwrap_or_default();
    if states.contains(&state) {
        return Ok(());
    }
    Err(Refused::Findings(vec![Finding::new("E302", "state").with("record", &record.row.number).with("state", state)]))
}

fn missing(patrol: &Record) -> Fault {
    Fault::new(Trouble::Finding, "E303").with("record", &patrol.row.number)
}

fn default(input: &mut Map<String, Value>, key: &str, now: Moment) {
    if input.get(key).is_none_or(Value::is_null) {
        input.insert(key.to_owned(), Value::from(when::kept(now)));
    }
}
