//! Approval: an entry of kind `week`, with counts and with every hold that the commander passed and why.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Held, Pending, Week, at_post, holds, named, sound_rules};
use crate::acts::clocks::Timer;
use crate::acts::look::{self, Checked};
use crate::acts::session::{object, version};
use crate::acts::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::Logbook;
use crate::record::{self, Kind, when};
use crate::text::clean;

/// What an approval wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approved {
    /// The week's record.
    pub record: Uuid,
    /// Its human number.
    pub number: String,
    /// The week.
    pub week: Week,
    /// It was approved already, and nothing has come up since.
    pub known: bool,
    /// The holds that were passed.
    pub passed: Vec<Checked>,
}

/// Approves what goes out under a week.
///
/// # Errors
/// E021, E030 not a week, E129; records with holds, unless `despite` says why they go out all the same.
pub fn approve(
    book: &Logbook,
    who: &Who,
    week: Option<&str>,
    despite: Option<&str>,
    mint: &mut dyn Mint,
) -> Result<Approved, Held> {
    who.need(Right::Oversee)?;
    at_post(book)?;
    sound_rules(book)?;
    let week = named(book, week, mint.now())?;
    let pending = Pending::read(book, &week)?;
    let held = holds(&look::checked(book, &pending.records, &Timer::of(book, mint.now()))?);
    let reason = reason(despite)?;
    if let Some(approved) = already(book, &pending, week, &held)? {
        return Ok(approved);
    }
    if !held.is_empty() && reason.is_none() {
        return Err(Held::Holds(held));
    }
    let passed = held.clone();
    let (record, number) = book.write(|book| append(book, who, week, (&held, reason.as_deref()), mint))?;
    Ok(Approved { record, number, week, known: false, passed })
}

/// The reason for passing holds; given and empty is no reason.
pub(super) fn reason(despite: Option<&str>) -> Outcome<Option<String>> {
    let Some(text) = despite.map(clean::line) else { return Ok(None) };
    if text.is_empty() { Err(Fault::new(Trouble::Use, "E013")) } else { Ok(Some(text)) }
}

/// An approval that waits to be sealed and has passed all that is held now.
pub(super) fn already(book: &Logbook, pending: &Pending, week: Week, held: &[Checked]) -> Outcome<Option<Approved>> {
    let Some(id) = pending.approval else { return Ok(None) };
    let record = book.record(&id)?;
    let passed = record.data.items("holds");
    let is_passed = |checked: &Checked| {
        let of = checked.row.record.to_string();
        checked.findings.iter().all(|finding| {
            passed.iter().any(|hold| {
                hold.get("code").and_then(Value::as_str) == Some(finding.code)
                    && hold.get("record").and_then(Value::as_str) == Some(&of)
            })
        })
    };
    let number = record.row.number.clone();
    let approved = Approved { record: id, number, week, known: true, passed: held.to_vec() };
    Ok(held.iter().all(is_passed).then_some(approved))
}

/// Appends the week's entry, within a write.
pub(super) fn append(
    book: &Logbook,
    who: &Who,
    week: Week,
    (held, reason): (&[Checked], Option<&str>),
    mint: &mut dyn Mint,
) -> Outcome<(Uuid, String)> {
    let at = mint.now();
    let (data, findings) = record::clean(Kind::Week, &fields(book, week, held, reason)?, book, at);
    if let Some(finding) = findings.first() {
        return Err(Fault::bug(format!("{} {}", finding.code, finding.path)));
    }
    let (id, record) = (mint.id(), mint.id());
    let new =
        crate::logbook::New { shift: book.open_shift()?, ..version(id, at, who.officer, (Kind::Week, record), data) };
    Ok((record, book.append(&new, mint)?.number))
}

fn fields(book: &Logbook, week: Week, held: &[Checked], reason: Option<&str>) -> Outcome<Map<String, Value>> {
    let count = |kind| book.count_in_period(&book.own().unit, kind, (week.from, week.to));
    let mut passed = Vec::new();
    for checked in held {
        let mut codes: Vec<_> = checked.findings.iter().map(|finding| finding.code).collect();
        codes.dedup();
        passed.extend(
            codes
                .iter()
                .map(|code| json!({"code": code, "record": checked.row.record, "reason": reason.unwrap_or_default()})),
        );
    }
    Ok(object(json!({
        "week": week.name(),
        "from": when::kept(week.from),
        "to": when::kept(week.to),
        "counts": {
            "incidents": count(Kind::Incident)?, "patrols": count(Kind::Patrol)?, "shifts": count(Kind::Shift)?,
        },
        "holds": passed,
    })))
}
