//! Registers and keys: officers, areas, settings, the recovery paper.

use serde_json::{Map, Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::session::{self, object, put};
use super::{Refused, Right, Role, Saved, Who, write};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Mint};
use crate::logbook::{Access, Area, Logbook, New, Officer, SETTINGS};
use crate::record::{self, Finding, Kind, Lookup};
use crate::seal::Identity;
use crate::text::clean;

/// An officer to be added.
#[derive(Debug)]
pub struct NewOfficer<'a> {
    /// Full name.
    pub name: &'a str,
    /// What they may do here.
    pub role: Role,
    /// Rank, if it is to be shown.
    pub rank: Option<&'a str>,
    /// Service number.
    pub number: Option<&'a str>,
    /// Their first password.
    pub password: &'a str,
    /// Work factor of its key derivation.
    pub work: u8,
}

/// Adds an officer who can sign in. Returns the login.
///
/// # Errors
/// E021, E025 password too short; those of the disk.
pub fn add_officer(book: &Logbook, who: &Who, new: &NewOfficer<'_>, mint: &mut dyn Mint) -> Outcome<String> {
    let fields = object(json!({
        "name": clean::line(new.name), "role": new.role.code(), "rank": new.rank, "service_number": new.number,
    }));
    let ids = (mint.id(), mint.id());
    let (login, _) = enlist(book, who, ids, (&fields, new.password, new.work), mint)?;
    Ok(login)
}

/// As [`add_officer`], with the ids that a form has made, the fields that it holds, the password and its work factor.
/// Saved twice, the officer is there once.
///
/// # Errors
/// As [`add_officer`]; findings of level error.
pub fn enlist(
    book: &Logbook,
    who: &Who,
    (id, record): (Uuid, Uuid),
    (input, password, work): (&Map<String, Value>, &str, u8),
    mint: &mut dyn Mint,
) -> Result<(String, Saved), Refused> {
    who.need(Right::Manage)?;
    if let Some(done) = book.appended(&id)? {
        let there = book.logins()?.into_iter().find(|login| login.officer == done.record);
        return Ok((there.map(|login| login.login).unwrap_or_default(), write::saved(done, Vec::new())));
    }
    let at = mint.now();
    let (data, findings) = record::clean(Kind::Officer, input, book, at);
    write::refuse(&findings)?;
    let name = data.text("name").unwrap_or_default().to_owned();
    let new = session::version(id, at, who.officer, (Kind::Officer, record), data);
    let mut saved = None;
    let login = book.add_login(&record, &name, password, work, |book| {
        saved = Some(write::saved(book.append(&new, mint)?, Vec::new()));
        Ok(())
    })?;
    Ok((login, saved.ok_or_else(|| Fault::bug("an officer without an entry"))?))
}

/// The officers of this unit.
///
/// # Errors
/// E021; those of the database.
pub fn officers(book: &Logbook, who: &Who) -> Outcome<Vec<Officer>> {
    who.need(Right::Read)?;
    book.officers()
}

/// The reason that stands with the amendment which ends an officer.
pub const DISABLED: &str = "officer disabled";

/// Ends an officer: they can't sign in, and the database key is changed. Other windows have to be closed. Done again
/// after an interruption it goes on.
///
/// # Errors
/// E021, E022, E056 oneself, E028 another window is open, E055 no room; those of the disk.
pub fn disable_officer(book: &mut Logbook, who: &Who, name: &str, mint: &mut dyn Mint) -> Outcome<String> {
    who.need(Right::Manage)?;
    let missing = || Fault::new(Trouble::Finding, "E022").with("name", clean::line(name));
    let logins = book.logins()?;
    let names: Vec<String> = logins.iter().map(|login| login.login.clone()).collect();
    let login = crate::logbook::login_for(name, &names).ok_or_else(missing)?;
    if login == who.login {
        return Err(Fault::new(Trouble::Use, "E056"));
    }
    let officer = logins.iter().find(|known| known.login == login).map(|known| known.officer).ok_or_else(missing)?;
    book.disable_login(&login, |book| end_officer(book, who, &officer, mint))?;
    Ok(login)
}

/// Says in the register since when an officer is none.
fn end_officer(book: &Logbook, who: &Who, officer: &Uuid, mint: &mut dyn Mint) -> Outcome<()> {
    let record = book.record(officer)?;
    let (id, at) = (mint.id(), mint.now());
    let mut data = book.with_persons(&record)?;
    data.0.insert("valid_to".into(), Value::from(at.format("%Y-%m-%d").to_string()));
    let new = New {
        act: Act::Amend,
        base: Some(record.version),
        why: Some(DISABLED),
        ..session::version(id, at, who.officer, (Kind::Officer, *officer), data)
    };
    book.append(&new, mint).map(|_| ())
}

/// A new password for oneself, or, by who manages, for another.
///
/// # Errors
/// E021, E022, E025; those of the disk.
pub fn set_password(book: &Logbook, who: &Who, login: Option<&str>, password: &str, work: u8) -> Outcome<String> {
    let logins: Vec<String> = book.logins()?.into_iter().map(|login| login.login).collect();
    let wanted = login.unwrap_or(&who.login);
    let missing = || Fault::new(Trouble::Finding, "E022").with("name", clean::line(wanted));
    let login = crate::logbook::login_for(wanted, &logins).ok_or_else(missing)?;
    if login != who.login {
        who.need(Right::Manage)?;
    }
    book.change_password(&login, password, work)?;
    Ok(login)
}

/// A residential area to be added.
#[derive(Debug)]
pub struct NewArea<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its code, which records name; the name unless given.
    pub code: Option<&'a str>,
    /// What sort of area.
    pub kind: Option<&'a str>,
}

/// Adds an area. Returns its record and code.
///
/// # Errors
/// E021, E019 the code is taken; findings as faults; those of the disk.
pub fn add_area(book: &Logbook, who: &Who, new: &NewArea<'_>, mint: &mut dyn Mint) -> Outcome<(Uuid, String)> {
    who.need(Right::Manage)?;
    let name = clean::line(new.name);
    let code = clean::line(new.code.unwrap_or(&name));
    let taken = book.areas()?.into_iter().any(|area| area.code == code);
    if taken {
        return Err(Fault::new(Trouble::Finding, "E019").with("code", code));
    }
    let fields = object(json!({"code": code, "name": name, "type": new.kind}));
    let id = mint.id();
    book.write(|book| put(book, who, (Kind::Area, id), &fields, None, mint))?;
    Ok((id, code))
}

/// Adds areas, one of each line, their names being their codes; those that are there already stay as they are. All of
/// them are added or none. `id` is the entry of the first, so that saving twice adds once.
///
/// # Errors
/// E021, E007 no line, E019 all are there; findings of level error; those of the disk.
pub fn add_areas(
    book: &Logbook,
    who: &Who,
    (id, record): (Uuid, Uuid),
    names: &str,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    who.need(Right::Manage)?;
    write::once(book, &id, |book| {
        let mut known: Vec<String> = book.areas()?.into_iter().map(|area| area.code).collect();
        let (mut first, mut last) = (None::<Saved>, String::new());
        for name in names.lines().map(clean::line).filter(|name| !name.is_empty()) {
            last.clone_from(&name);
            if known.contains(&name) {
                continue;
            }
            let (id, record) = if first.is_none() { (id, record) } else { (mint.id(), mint.id()) };
            let input = object(json!({"code": name, "name": name}));
            let saved = write::created(book, who, &write::Form { id, record, kind: Kind::Area, input: &input }, mint)?;
            known.push(name);
            first.get_or_insert(saved);
        }
        first.ok_or_else(|| {
            let nothing = Finding::new("E007", "names").with("key", "names");
            let found = if last.is_empty() { nothing } else { Finding::new("E019", "names").with("code", last) };
            Refused::Findings(vec![found])
        })
    })
}

/// Ends an area today: it can't be chosen any more, and what was logged there stays.
///
/// # Errors
/// E021, E011, E013 no reason; findings of level error; those of the disk.
pub fn end_area(book: &Logbook, who: &Who, record: Uuid, why: &str, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    who.need(Right::Manage)?;
    let (id, today) = (mint.id(), mint.now().format("%Y-%m-%d").to_string());
    let input = object(json!({"valid_to": today}));
    write::amend(book, who, &write::Amendment { id, record, input: &input, why, base: None }, mint)
}

/// The areas of this unit.
///
/// # Errors
/// E021; those of the database.
pub fn areas(book: &Logbook, who: &Who) -> Outcome<Vec<Area>> {
    who.need(Right::Read)?;
    book.areas()
}

/// Every setting with its value.
///
/// # Errors
/// E021; those of the database.
pub fn settings(book: &Logbook, who: &Who) -> Outcome<Vec<(&'static str, String)>> {
    who.need(Right::Read)?;
    SETTINGS.iter().map(|setting| Ok((setting.name, book.setting(setting.name)?))).collect()
}

/// Changes a setting.
///
/// # Errors
/// E021, E030; those of the disk.
pub fn set(book: &Logbook, who: &Who, name: &str, value: &str) -> Outcome<()> {
    who.need(Right::Manage)?;
    book.set(name, value)
}

/// A recovery code that opens nothing yet.
///
/// # Errors
/// E021.
pub fn fresh_recovery(who: &Who) -> Outcome<Zeroizing<String>> {
    who.need(Right::Manage)?;
    Ok(Identity::generate().secret())
}

/// A recovery code, which was noted, opens this logbook from now on, and the one before opens it no more. Whoever holds
/// it can read everything, so the log of accesses says who made it.
///
/// # Errors
/// E021, E027 no code; those of the disk.
pub fn set_recovery(book: &Logbook, who: &Who, code: &str, mint: &mut dyn Mint) -> Outcome<()> {
    who.need(Right::Manage)?;
    let seen = Access { at: mint.now(), by: who.officer, what: "recovery", record: None, why: None };
    book.set_recovery(&Identity::parse(code)?, |book| book.log_access(&seen))
}

/// A new recovery code, to be shown once; the old one opens nothing from now on.
///
/// # Errors
/// E021; those of the disk.
pub fn new_recovery(book: &Logbook, who: &Who, mint: &mut dyn Mint) -> Outcome<Zeroizing<String>> {
    let code = fresh_recovery(who)?;
    set_recovery(book, who, &code, mint)?;
    Ok(code)
}

/// The officer that a name means: an id, a login or a name.
#[must_use]
pub fn find_officer(book: &Logbook, name: &str) -> Option<Uuid> {
    Lookup::officer(book, name)
}

/// The fields of the unit's own record as it stands.
///
/// # Errors
/// Those of the database.
pub fn unit(book: &Logbook) -> Outcome<Map<String, Value>> {
    match book.unit_record()? {
        Some(record) => Ok(book.record(&record)?.data.0),
        None => session::unit_fields(book),
    }
}
