//! Opening and closing the shift. One is open at a time; what is written while it is open belongs to it.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::write::{Amendment, Form, amend, create};
use super::{Refused, Right, Saved, Who};
use crate::fault::{Fault, Kind as Trouble};
use crate::journal::Mint;
use crate::logbook::{Appended, Logbook};
use crate::record::{Finding, Kind, when};

/// The reason that stands with the amendment which closes a shift.
pub const CLOSED: &str = "shift closed";

/// Opens a shift; it starts now unless the input says when.
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
    create(book, who, &Form { id, record, kind: Kind::Shift, input: &input }, mint)
}

/// Closes the open shift, now unless the input says when; other keys amend it. A backup is made in the folder.
///
/// # Errors
/// E021, E402 none is open; findings; those of the disk. That the backup failed is a warning: the shift is closed.
pub fn close(
    book: &Logbook,
    who: &Who,
    id: Uuid,
    input: &Map<String, Value>,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    if let Some(done) = book.appended(&id)? {
        let Appended { record, number, rev, known, .. } = done;
        return Ok(Saved { record, number, rev, known, findings: Vec::new() });
    }
    let record = book.open_shift()?.ok_or_else(|| Fault::new(Trouble::Finding, "E402"))?;
    let mut input = input.clone();
    default(&mut input, "ended_at", Value::from(when::kept(mint.now())));
    let mut saved = amend(book, who, &Amendment { id, record, input: &input, why: CLOSED, base: None }, mint)?;
    if book.backup_here(mint.now()).is_err() {
        saved.findings.push(Finding::new("W403", ""));
    }
    Ok(saved)
}

fn default(input: &mut Map<String, Value>, key: &str, value: Value) {
    if input.get(key).is_none_or(Value::is_null) {
        input.insert(key.to_owned(), value);
    }
}
