//! Opening, handing over and closing the shift. One is open at a time; what is written while it is open belongs to it,
//! and what is open at its end is answered before it closes.

mod handover;
mod items;
mod sheet;
mod step;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::write::{Amendment, Form, create, once, open_shift, ready, reason};
use super::{Refused, Right, Saved, Who};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::Logbook;
use crate::record::{Data, Finding, Kind, Reason, when};

pub use handover::{Handover, Role, Signature, countersign, handover, signatures};
pub(super) use items::of as items_of;
pub use items::{Answer, HandoverItem, Sort, items, matters};
pub use sheet::{print, sheet};
pub use step::{Step, step};

/// Opens a shift; it starts now unless the input says when, and takes over what [`carried`] says.
///
/// # Errors
/// E021; findings, among them E401 when one is open already; those of the disk.
pub fn open(
    book: &Logbook,
    who: &Who,
    (id, record): (Uuid, Uuid),
    input: &Map<String, Value>,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    let mut input = input.clone();
    default(&mut input, "started_at", Value::from(when::kept(mint.now())));
    default(&mut input, "officers", Value::from(vec![who.officer.to_string()]));
    for (key, value) in carried(book)? {
        input.entry(key).or_insert(value);
    }
    create(book, who, &Form { id, record, kind: Kind::Shift, input: &input }, mint)
}

/// What a new shift takes over from the one before it, unless somebody says otherwise: orders that aren't done, what
/// was promised, the equipment, and how many persons and things are held.
///
/// # Errors
/// Those of the database.
pub fn carried(book: &Logbook) -> Outcome<Map<String, Value>> {
    let mut last = before(book)?;
    if let Some(orders) = last.get_mut("orders").and_then(Value::as_array_mut) {
        orders.retain(|order| order.get("done") != Some(&Value::Bool(true)));
    }
    if let Some(list) = last.get_mut("handover").and_then(Value::as_array_mut) {
        *list = items::promised(list);
    }
    last.retain(|key, _| ["orders", "equipment", "persons_held", "property_held", "handover"].contains(&key.as_str()));
    Ok(last)
}

/// What the form of a new shift begins with: what is taken over, and the strength as it was, to be counted anew.
///
/// # Errors
/// E021; those of the database.
pub fn suggested(book: &Logbook, who: &Who) -> Outcome<Map<String, Value>> {
    who.need(Right::Read)?;
    let mut last = before(book)?;
    last.retain(|key, _| ["present", "absent"].contains(&key.as_str()));
    last.extend(carried(book)?);
    Ok(last)
}

/// The last shift that was closed.
fn before(book: &Logbook) -> Outcome<Map<String, Value>> {
    let Some(last) = book.last_shift()? else { return Ok(Map::new()) };
    Ok(book.record(&last)?.data.0)
}

/// Closes the open shift, now unless the input says when; other keys amend it. A backup is made in the folder. `base`
/// is the version of the shift that the form showed, the newest when nobody says: lists are replaced whole, so one that
/// was read before another window wrote would take away what that window added. `despite` is a commander's reason for
/// closing it though something that is open has no answer.
///
/// # Errors
/// E021, E402 none is open, E010 changed in between, E013 an empty reason; findings, among them E404 a matter without
/// an answer; those of the disk. That the backup failed is a warning: the shift is closed.
pub fn close(
    book: &Logbook,
    who: &Who,
    (id, base): (Uuid, Option<u64>),
    (input, despite): (&Map<String, Value>, Option<&str>),
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    let despite = despite.map(reason).transpose()?;
    let mut saved = once(book, &id, |book| {
        let shift = open_shift(book)?;
        let mut input = input.clone();
        default(&mut input, "ended_at", Value::from(when::kept(mint.now())));
        let why = despite.as_deref().unwrap_or(Reason::ShiftClosed.code());
        let amendment = Amendment { id, record: shift.row.record, input: &input, why, base };
        let mut next = ready(book, (shift, Kind::Shift), &amendment, mint)?;
        items::name(&mut next.data);
        answered(book, who, &next.data, despite.is_some())?;
        next.append(book, who, mint)
    })?;
    if !saved.known && book.backup_here(mint.now()).is_err() {
        saved.findings.push(Finding::new("W403", ""));
    }
    Ok(saved)
}

/// Lets a shift close when everything open has its answer, or when a commander says why not.
fn answered(book: &Logbook, who: &Who, shift: &Data, despite: bool) -> Result<(), Refused> {
    let Some(finding) = items::unanswered(&items_of(book, Some(shift), usize::MAX)?) else { return Ok(()) };
    if despite { Ok(who.need(Right::Oversee)?) } else { Err(Refused::Findings(vec![finding])) }
}

fn default(input: &mut Map<String, Value>, key: &str, value: Value) {
    if input.get(key).is_none_or(Value::is_null) {
        input.insert(key.to_owned(), value);
    }
}
