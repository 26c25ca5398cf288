//! Writing in the log: add, amend, note, void. Everything is checked first and then written in one transaction.

mod amend;
mod lines;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::session::version;
use super::{Refused, Right, Saved, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Mint};
use crate::logbook::{Appended, Logbook, New, Record, from_newest};
use crate::record::when::{self, Moment};
use crate::record::{self, Data, Finding, Hand, Kind, Level};
use crate::text::clean;

pub(super) use amend::ready;
pub use amend::{Amendment, amend};
pub use lines::{Added, RefusedLine, add_lines};

/// A form to be saved as a new record. Both ids are made when it opens, so that saving twice writes once.
#[derive(Debug)]
pub struct Form<'a> {
    /// The entry's id.
    pub id: Uuid,
    /// The record's id.
    pub record: Uuid,
    /// What it is.
    pub kind: Kind,
    /// Its fields, as JSON in and out writes them.
    pub input: &'a Map<String, Value>,
}

/// Saves a new record.
///
/// # Errors
/// E021; findings of level error; E009 a kind that isn't written this way; those of the disk.
pub fn create(book: &Logbook, who: &Who, form: &Form<'_>, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    book.attempt(|book| created(book, who, form, mint))
}

/// As [`create`], within a transaction that does more.
pub(super) fn created(book: &Logbook, who: &Who, form: &Form<'_>, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    who.need(right_to_add(form.kind)?)?;
    if let Some(done) = appended(book, &form.id)? {
        return Ok(done);
    }
    let at = mint.now();
    let (data, mut findings) = record::clean(form.kind, form.input, book, at);
    findings.extend(record::check(form.kind, &data));
    let shift = book.open_shift()?;
    findings.extend(only_one_open(form.kind, &data, shift));
    findings.extend(taken(book, (form.kind, form.record), &data)?);
    refuse(&findings)?;
    findings.extend(without_shift(form.kind, &data, shift, at));
    let new = New { shift, ..version(form.id, at, who.officer, (form.kind, form.record), data) };
    Ok(saved(book.append(&new, mint)?, findings))
}

/// Adds a remark, and maybe an event, to a record. `input` has the keys of [`record::NOTE`].
///
/// # Errors
/// E021, E011, E012; findings of level error; those of the disk.
pub fn note(
    book: &Logbook,
    who: &Who,
    (id, record): (Uuid, Uuid),
    input: &Map<String, Value>,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    let record = own(book, &record)?;
    let kind = known_kind(&record)?;
    let at = mint.now();
    let (mut fields, mut findings) = record::clean_fields(record::NOTE, input, book, at);
    refuse(&findings)?;
    let said = fields.get("text").and_then(Value::as_str).unwrap_or_default();
    findings.extend(record::said(kind, &book.with_persons(&record)?, "text", said));
    if fields.get("event").is_some_and(Value::is_string) && fields.get("at").is_none_or(Value::is_null) {
        fields.insert("at".into(), Value::from(when::kept(at)));
    }
    let appended = book.write(|book| {
        let shift = book.open_shift()?;
        let record = (kind, record.row.record);
        let new = New { act: Act::Note, shift, ..version(id, at, who.officer, record, Data(fields)) };
        book.append(&new, mint)
    })?;
    Ok(saved(appended, findings))
}

/// Ends a record for good: it stays visible, struck through, and counts no more. `base` is the version that somebody
/// saw; the newest when nobody says.
///
/// # Errors
/// E021, E010 changed in between, E011, E012, E013 no reason; those of the disk.
pub fn void(
    book: &Logbook,
    who: &Who,
    (id, record): (Uuid, Uuid),
    (why, base): (&str, Option<u64>),
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    once(book, &id, |book| {
        let (record, kind) = writable(book, who, &record)?;
        if !is_ever_void(kind) {
            return Err(Fault::new(Trouble::Use, "E009").with("kind", kind).into());
        }
        from_newest(base, record.version, &record.row.number)?;
        let why = reason(why)?;
        let new = New {
            act: Act::Void,
            base: Some(record.version),
            why: Some(&why),
            shift: book.open_shift()?,
            ..version(id, mint.now(), who.officer, (kind, record.row.record), Data::default())
        };
        Ok(saved(book.append(&new, mint)?, Vec::new()))
    })
}

/// Who may add a record of this kind.
pub(super) fn right_to_add(kind: Kind) -> Outcome<Right> {
    match kind.hand() {
        Hand::Duty => Ok(Right::Write),
        Hand::Manager => Ok(Right::Manage),
        Hand::Act | Hand::Program => Err(Fault::new(Trouble::Use, "E009").with("kind", kind)),
    }
}

/// Whether somebody may add records of a kind.
#[must_use]
pub fn may_add(who: &Who, kind: Kind) -> bool {
    right_to_add(kind).is_ok_and(|right| who.may(right))
}

/// Whether this person may void a record, while that shift is open.
///
/// # Errors
/// E021; E009 a kind that is never void.
pub fn may_void(who: &Who, record: &Record, open: Option<Uuid>) -> Outcome<()> {
    let kind = changeable(who, record, open)?;
    if is_ever_void(kind) { Ok(()) } else { Err(Fault::new(Trouble::Use, "E009").with("kind", kind)) }
}

/// Officers and units end on a day; as if they had never been would take their name from all that they wrote.
fn is_ever_void(kind: Kind) -> bool {
    !matches!(kind.hand(), Hand::Act | Hand::Program)
}

/// The record, if this person may amend or void it.
fn writable(book: &Logbook, who: &Who, record: &Uuid) -> Outcome<(Record, Kind)> {
    let record = own(book, record)?;
    let kind = changeable(who, &record, book.open_shift()?)?;
    Ok((record, kind))
}

/// The kind of a record that this person may amend, while that shift is open.
fn changeable(who: &Who, record: &Record, open: Option<Uuid>) -> Outcome<Kind> {
    let kind = known_kind(record)?;
    let own = record.author == who.officer && record.shift.is_some() && record.shift == open;
    // The open shift is whoever's is on duty.
    let current = own || Some(record.row.record) == open;
    who.need(match kind.hand() {
        Hand::Duty if current => Right::Write,
        Hand::Duty => Right::Oversee,
        Hand::Manager | Hand::Act => Right::Manage,
        Hand::Program => return Err(Fault::new(Trouble::Use, "E009").with("kind", kind)),
    })?;
    Ok(kind)
}

/// Does it in one transaction, unless an entry with this id is there already: then what that one wrote is the answer.
pub(super) fn once(
    book: &Logbook,
    id: &Uuid,
    act: impl FnOnce(&Logbook) -> Result<Saved, Refused>,
) -> Result<Saved, Refused> {
    book.attempt(|book| match appended(book, id)? {
        Some(done) => Ok(done),
        None => act(book),
    })
}

/// What an entry with this id wrote, if it is there.
fn appended(book: &Logbook, id: &Uuid) -> Outcome<Option<Saved>> {
    Ok(book.appended(id)?.map(|done| saved(done, Vec::new())))
}

/// The open shift's record; it is whoever's is on duty.
pub(super) fn open_shift(book: &Logbook) -> Outcome<Record> {
    let open = book.open_shift()?.ok_or_else(|| Fault::new(Trouble::Finding, "E402"))?;
    book.record(&open)
}

/// A record of this unit; those of other posts are read at a desk and never written.
pub(super) fn own(book: &Logbook, record: &Uuid) -> Outcome<Record> {
    let found = book.record(record)?;
    if found.row.unit == book.own().unit {
        return Ok(found);
    }
    Err(Fault::new(Trouble::Finding, "E011").with("record", &found.row.number))
}

fn known_kind(record: &Record) -> Outcome<Kind> {
    record.kind.ok_or_else(|| Fault::new(Trouble::Use, "E009").with("kind", clean::line(&record.row.kind)))
}

pub(super) fn reason(why: &str) -> Outcome<String> {
    let why = clean::line(why);
    if why.is_empty() { Err(Fault::new(Trouble::Use, "E013")) } else { Ok(why) }
}

pub(super) fn refuse(findings: &[Finding]) -> Result<(), Refused> {
    let errors: Vec<Finding> = findings.iter().filter(|f| f.level() == Level::Error).cloned().collect();
    if errors.is_empty() { Ok(()) } else { Err(Refused::Findings(errors)) }
}

/// At most one shift is open.
fn only_one_open(kind: Kind, data: &Data, open: Option<Uuid>) -> Option<Finding> {
    let opens = kind == Kind::Shift && data.when("started_at").is_some() && data.when("ended_at").is_none();
    (opens && open.is_some()).then(|| Finding::new("E401", "started_at"))
}

/// What only one record may have: an external id within its kind, the code of an area.
fn taken(book: &Logbook, (kind, record): (Kind, Uuid), data: &Data) -> Outcome<Option<Finding>> {
    if let Some(external) = data.text("external_id") {
        let other = book.by_external(kind, external)?.filter(|other| *other != record);
        if let Some(other) = other {
            let number = book.record(&other)?.row.number;
            return Ok(Some(Finding::new("E003", "external_id").with("id", external).with("record", number)));
        }
    }
    let Some(code) = data.text("code").filter(|_| kind == Kind::Area) else { return Ok(None) };
    let doubled = book.areas()?.iter().any(|area| area.code == code && area.id != record);
    Ok(doubled.then(|| Finding::new("E019", "code").with("code", code)))
}

/// What happens now and belongs to no shift is allowed and warned; an older log brought in is not.
fn without_shift(kind: Kind, data: &Data, shift: Option<Uuid>, now: Moment) -> Option<Finding> {
    let logged = kind.hand() == Hand::Duty && kind != Kind::Shift;
    let recent = data.main_time(kind).is_some_and(|at| now - at < chrono::TimeDelta::days(1));
    (logged && recent && shift.is_none()).then(|| Finding::new("W002", ""))
}

pub(super) fn saved(done: Appended, mut findings: Vec<Finding>) -> Saved {
    if done.odd_clock {
        findings.push(Finding::new("W001", ""));
    }
    let Appended { record, number, rev, known, .. } = done;
    Saved { record, number, rev, known, findings }
}
