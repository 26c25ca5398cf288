//! A patrol while it is out: it starts, reaches points of its route, notices things, comes back. Each step is a small
//! amendment of the record as it stands now, so two windows never write past each other; and what was noticed becomes
//! an incident in one step.

mod found;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::look;
use super::session::object;
use super::write::{Amendment, once, own, ready, reason};
use super::{Refused, Right, Saved, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Record};
use crate::record::when::{self, Moment};
use crate::record::{Data, Finding, Kind, Lookup, Overdue, Reason, overdue};

pub use found::{Found, incident_fields, to_incident};

/// Patrols that are planned or out are read up to so many.
const MOST: usize = 20;

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
    step(book, who, (id, patrol), Reason::PatrolStarted.code(), mint, |record, now| {
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
    step(book, who, (id, patrol), Reason::PatrolCheckpoint.code(), mint, |record, now| {
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
    step(book, who, (id, patrol), Reason::PatrolObserved.code(), mint, |record, now| {
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
    step(book, who, (id, patrol), Reason::PatrolFinished.code(), mint, |record, now| {
        in_state(record, &["active"])?;
        let mut input = fields.clone();
        input.insert("state".into(), json!("done"));
        default(&mut input, "ended_at", now);
        Ok(input)
    })
}

/// A patrol that is planned or out doesn't take place, or is broken off.
///
/// # Errors
/// E021, E011, E013 no reason, E302 it is over; findings; those of the disk.
pub fn cancel(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    why: &str,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    let why = reason(why)?;
    step(book, who, (id, patrol), &why, mint, |record, _| {
        in_state(record, &["planned", "active"])?;
        Ok(object(json!({"state": "cancelled"})))
    })
}

/// A patrol with what is known beside its record.
#[derive(Debug, Clone)]
pub struct Tour {
    /// The record.
    pub record: Record,
    /// What is late about it.
    pub late: Option<Overdue>,
    /// Human numbers of the records that it names.
    pub numbers: Vec<(Uuid, String)>,
}

/// The patrols that are planned or out, oldest first, and behind them one that was asked for if it is neither.
///
/// # Errors
/// E021, E011; those of the database.
pub fn tours(book: &Logbook, who: &Who, also: Option<Uuid>, now: Moment) -> Outcome<Vec<Tour>> {
    who.need(Right::Read)?;
    let mut all: Vec<Uuid> =
        book.standing(Kind::Patrol, &["planned", "active"], MOST)?.iter().map(|row| row.record).collect();
    all.extend(also.filter(|also| !all.contains(also)));
    let tour = |id: &Uuid| {
        let record = book.record(id)?;
        let numbers = look::numbers(book, who, (Kind::Patrol, [&record.data]))?;
        Ok(Tour { late: overdue(&record.data, now), record, numbers })
    };
    all.iter().map(tour).collect()
}

/// The area that a patrol reached last, else its own.
#[must_use]
pub fn reached(patrol: &Data) -> Option<&str> {
    let at = |point: &Value| point.get("at").and_then(Value::as_str).and_then(when::parse);
    let last = patrol.items("route").iter().filter(|point| at(point).is_some()).max_by_key(|point| at(point));
    last.and_then(|point| point.get("area")?.as_str()).or_else(|| patrol.text("area"))
}

/// One step of a patrol: reads the record as it stands, amends it by what `change` makes of it and the clock.
fn step(
    book: &Logbook,
    who: &Who,
    (id, patrol): (Uuid, Uuid),
    why: &str,
    mint: &mut dyn Mint,
    change: impl FnOnce(&Record, Moment) -> Result<Fields, Refused>,
) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    once(book, &id, |book| {
        let found = of_post(book, &patrol)?;
        let input = change(&found, mint.now())?;
        let amendment = Amendment { id, record: patrol, input: &input, why, base: None };
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

fn default(input: &mut Map<String, Value>, key: &str, now: Moment) {
    if input.get(key).is_none_or(Value::is_null) {
        input.insert(key.to_owned(), Value::from(when::kept(now)));
    }
}
