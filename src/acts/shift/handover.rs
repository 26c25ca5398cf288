//! The handover: each open matter is accepted or queried by the incoming officer, and both officers sign the same line
//! of the journal. A signature names the hash of what was signed, so a later change shows.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::items;
use crate::acts::session::{Proven, object, version};
use crate::acts::write::{Amendment, once, open_shift, own, ready};
use crate::acts::{Refused, Right, Saved, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Entry, Hash, Mint};
use crate::logbook::{Appended, Logbook, New};
use crate::record::when::Moment;
use crate::record::{Data, Kind, Reason, changes};

/// A handover to be written.
#[derive(Debug)]
pub struct Handover<'a> {
    /// The entry's id, made when the form opened.
    pub id: Uuid,
    /// The version of the shift that the form showed; the newest when nobody says.
    pub base: Option<u64>,
    /// `handover`, the list with the answers, and whatever else of the shift is set right on this occasion.
    pub input: &'a Map<String, Value>,
    /// Who takes over, proved by their own password. Without, the answers are kept and nobody signs.
    pub incoming: Option<&'a Proven>,
}

/// Writes the answers into the open shift and lets both officers sign, all or nothing.
///
/// # Errors
/// E021 of either officer, E402 none is open, E405 nobody takes over from themselves, E010; findings, among them E404
/// a matter without an answer, E406 a question without words and E407 more answers than a shift can hold; those of the
/// disk.
pub fn handover(book: &Logbook, who: &Who, given: &Handover<'_>, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    who.need(Right::Write)?;
    let incoming = given.incoming.map(Proven::who);
    if let Some(incoming) = incoming {
        incoming.need(Right::Write)?;
        if incoming.officer == who.officer {
            let same = Fault::new(Trouble::Finding, "E405").with("name", &incoming.name);
            return Err(same.into());
        }
    }
    once(book, &given.id, |book| {
        let shift = open_shift(book)?;
        let record = shift.row.record;
        let why = Reason::ShiftHandedOver.code();
        let amendment = Amendment { id: given.id, record, input: given.input, why, base: given.base };
        let mut next = ready(book, (shift, Kind::Shift), &amendment, mint)?;
        items::name(&mut next.data);
        if let Some(finding) = items::too_long(&next.data) {
            return Err(Refused::Findings(vec![finding]));
        }
        let Some(incoming) = incoming else { return next.append(book, who, mint) };
        if let Some(finding) = items::unanswered(&items::of(book, Some(&next.data), usize::MAX)?) {
            return Err(Refused::Findings(vec![finding]));
        }
        let mut saved = next.append(book, who, mint)?;
        let line = book.own_head()?.hash;
        for (officer, role) in [(who, Role::Outgoing), (incoming, Role::Incoming)] {
            let id = mint.id();
            saved.rev = sign(book, officer, (id, record), (role, line), mint)?.rev;
        }
        Ok(saved)
    })
}

/// A commander signs the newest version of a shift, open or closed.
///
/// # Errors
/// E021, E011, E012, E009 not a shift; those of the disk.
pub fn countersign(
    book: &Logbook,
    who: &Who,
    (id, shift): (Uuid, Uuid),
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    who.need(Right::Oversee)?;
    once(book, &id, |book| {
        let record = own(book, &shift)?;
        if record.kind != Some(Kind::Shift) {
            return Err(Fault::new(Trouble::Use, "E009").with("kind", &record.row.kind).into());
        }
        let lines = book.lines_on(&shift)?;
        let newest = lines.iter().rev().find(|(entry, _)| entry.act.is_version());
        let (_, line) = newest.ok_or_else(|| Fault::bug("a shift without a version"))?;
        let Appended { record, number, rev, known, .. } = sign(book, who, (id, shift), (Role::Commander, *line), mint)?;
        Ok(Saved { record, number, rev, known, findings: Vec::new() })
    })
}

/// Appends a signature, within a write.
fn sign(
    book: &Logbook,
    who: &Who,
    (id, shift): (Uuid, Uuid),
    (role, line): (Role, Hash),
    mint: &mut dyn Mint,
) -> Outcome<Appended> {
    let data = Data(object(json!({"role": role.code(), "of": line.hex()})));
    let new = New {
        act: Act::Sign,
        shift: book.open_shift()?,
        ..version(id, mint.now(), who.officer, (Kind::Shift, shift), data)
    };
    book.append(&new, mint)
}

/// In which role somebody signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who hands over.
    Outgoing,
    /// Who takes over.
    Incoming,
    /// The commander, who countersigns.
    Commander,
}

impl Role {
    /// As the journal writes it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outgoing => "outgoing",
            Self::Incoming => "incoming",
            Self::Commander => "commander",
        }
    }

    /// The id of its wording.
    #[must_use]
    pub fn id(self) -> String {
        format!("sign-{}", self.code())
    }

    fn parse(code: &str) -> Option<Self> {
        [Self::Outgoing, Self::Incoming, Self::Commander].into_iter().find(|role| role.code() == code)
    }
}

/// One signature under a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// In which role.
    pub role: Role,
    /// Who.
    pub officer: Uuid,
    /// When.
    pub at: Moment,
    /// Hash of the line that was signed.
    pub of: Hash,
    /// Rev of the version that was signed; none when that line isn't here.
    pub rev: Option<u64>,
    /// The record has changed since, by more than its end being written down.
    pub changed: bool,
}

/// The signatures under a shift, oldest first.
///
/// # Errors
/// E021; those of the database.
pub fn signatures(book: &Logbook, who: &Who, shift: &Uuid) -> Outcome<Vec<Signature>> {
    who.need(Right::Read)?;
    let lines = book.lines_on(shift)?;
    let history = book.history(shift)?;
    let versions = |rev: u64| {
        history.iter().rev().filter_map(|v| v.data.as_ref().map(|data| (v.rev, data))).find(|(r, _)| *r <= rev)
    };
    let mut found = Vec::new();
    for (entry, note) in lines.iter().zip(&history).map(|((entry, _), v)| (entry, v.note.as_ref())) {
        let text = |key: &str| note.and_then(|note| note.get(key)).and_then(Value::as_str);
        let signed = (entry.act == Act::Sign).then(|| Some((Role::parse(text("role")?)?, Hash::parse(text("of")?)?)));
        let Some((role, of)) = signed.flatten() else { continue };
        let rev = lines.iter().find(|(_, hash)| *hash == of).map(|(entry, _)| entry.rev);
        let touched = |later: &Entry| match later.act {
            Act::Sign | Act::Purge => false,
            Act::Amend => versions(later.rev - 1).zip(versions(later.rev)).is_none_or(|(a, b)| !only_ended(a.1, b.1)),
            _ => true,
        };
        let changed = rev.is_none_or(|rev| lines.iter().any(|(later, _)| later.rev > rev && touched(later)));
        found.push(Signature { role, officer: entry.by, at: entry.at, of, rev, changed });
    }
    Ok(found)
}

/// Whether the only difference is that the shift's end was written down.
fn only_ended(before: &Data, after: &Data) -> bool {
    let changed = changes(Kind::Shift, before, after);
    changed.iter().all(|change| change.path == "ended_at" && change.before.is_null())
}
