//! Founding a logbook and signing in to one.

use std::path::Path;

use serde_json::{Map, Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Role, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Mint, is_unit_code};
use crate::logbook::{Key, Logbook, Mode, New, Own, Watch, login_for, logins_in, unlock_key};
use crate::record::{self, Data, Finding, Kind};
use crate::seal::{Identity, SigningKey};
use crate::sync::Card;
use crate::text::clean;

/// What a new logbook begins with.
#[derive(Debug)]
pub struct Founding<'a> {
    /// Its folder, new or empty.
    pub folder: &'a Path,
    /// Code of the post or desk.
    pub unit: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Name of the first officer: commander of a post, clerk of a desk.
    pub officer: &'a str,
    /// Names of residential areas.
    pub areas: &'a [String],
    /// A receiving desk.
    pub desk: bool,
    /// Made-up data, with what the unlock screen shows.
    pub demo: Option<&'a str>,
    /// The first officer's password.
    pub password: &'a str,
    /// Work factor of the password's key derivation, see [`crate::seal::calibrated`].
    pub work: u8,
}

/// A new logbook, open.
pub struct Founded {
    /// The logbook.
    pub book: Logbook,
    /// Its first officer, signed in.
    pub who: Who,
    /// The recovery code. It stands nowhere else.
    pub recovery: Zeroizing<String>,
}

/// Makes a new logbook: folder, keys, and the first entries.
///
/// # Errors
/// E030 not a unit code or name, E024 folder not empty, E025 password too short, E042 disk.
pub fn found(founding: &Founding<'_>, mint: &mut dyn Mint) -> Outcome<Founded> {
    found_with(founding, &Identity::generate(), None, mint)
}

/// As [`found`], with a recovery code that was noted before there is anything to recover, and with the receiver, whose
/// fingerprint was compared.
///
/// # Errors
/// As [`found`]; E125 when the receiver's card names this very unit.
pub fn found_with(
    founding: &Founding<'_>,
    recovery: &Identity,
    receiver: Option<&Card>,
    mint: &mut dyn Mint,
) -> Outcome<Founded> {
    let (unit_name, officer_name) = (clean::line(founding.name), clean::line(founding.officer));
    let wrong = |name: &str, value: &str, values: &str| {
        Fault::new(Trouble::Use, "E030").with("name", name).with("value", value).with("values", values)
    };
    if !is_unit_code(founding.unit) {
        return Err(wrong("unit", &clean::line(founding.unit), "A-Z 0-9 -, LDG-P2"));
    }
    if unit_name.is_empty() || officer_name.is_empty() {
        return Err(wrong(if unit_name.is_empty() { "name" } else { "officer" }, "", "…"));
    }
    let own = Own {
        unit: founding.unit.to_owned(),
        name: unit_name,
        journal: mint.id(),
        desk: founding.desk,
        demo: founding.demo.map(str::to_owned),
    };
    let id = mint.id();
    let role = if founding.desk { Role::Clerk } else { Role::Commander };
    let mut who = Who { officer: id, role, name: officer_name.clone(), login: String::new() };
    if let Some(card) = receiver.filter(|card| card.unit == founding.unit) {
        return Err(Fault::new(Trouble::Use, "E125").with("unit", &card.unit));
    }
    let first = (id, officer_name.as_str());
    let (book, _) =
        Logbook::create(founding.folder, own, first, founding.password, founding.work, recovery, |book, login| {
            login.clone_into(&mut who.login);
            if let Some(card) = receiver {
                book.keep("receiver", &card.to_text())?;
            }
            first_entries(book, &who, founding, mint)
        })?;
    Ok(Founded { book, who, recovery: recovery.secret() })
}

fn first_entries(book: &Logbook, who: &Who, founding: &Founding<'_>, mint: &mut dyn Mint) -> Outcome<()> {
    let officer = object(json!({"name": who.name, "role": who.role.code()}));
    put(book, who, (Kind::Officer, who.officer), &officer, None, mint)?;
    let unit = unit_fields(book)?;
    let id = mint.id();
    put(book, who, (Kind::Unit, id), &unit, None, mint)?;
    for name in founding.areas.iter().map(|name| clean::line(name)).filter(|name| !name.is_empty()) {
        let id = mint.id();
        put(book, who, (Kind::Area, id), &object(json!({"code": name, "name": name})), None, mint)?;
    }
    Ok(())
}

/// The fields of the unit's own record, with its public keys.
pub(super) fn unit_fields(book: &Logbook) -> Outcome<Map<String, Value>> {
    let missing = || Fault::new(Trouble::Data, "E043");
    let signing = SigningKey::parse(&book.kept("signing")?.ok_or_else(missing)?)?.public()?;
    let identity = Identity::parse(&book.kept("identity")?.ok_or_else(missing)?)?;
    let kind = if book.own().desk { "superior" } else { "ward" };
    Ok(object(json!({
        "code": book.own().unit, "name": book.own().name, "type": kind,
        "signing_key": signing, "recipient": identity.recipient(),
    })))
}

/// Appends the first entry of a register's record, within a write.
pub(super) fn put(
    book: &Logbook,
    who: &Who,
    (kind, record): (Kind, Uuid),
    input: &Map<String, Value>,
    why: Option<&str>,
    mint: &mut dyn Mint,
) -> Outcome<String> {
    let at = mint.now();
    let (data, findings) = record::clean(kind, input, book, at);
    if let Some(finding) = findings.into_iter().find(|f| f.level() == record::Level::Error) {
        return Err(fault_of(&finding));
    }
    let id = mint.id();
    let new = New { why, ..version(id, at, who.officer, (kind, record), data) };
    book.append(&new, mint).map(|appended| appended.number)
}

/// A finding where only a fault can be returned.
pub(super) fn fault_of(finding: &Finding) -> Fault {
    let fault = Fault::new(Trouble::Finding, finding.code);
    finding.args.iter().fold(fault, |fault, (name, value)| fault.with(name, value))
}

/// A first version, without shift or reason.
pub(super) fn version<'a>(
    id: Uuid,
    at: record::when::Moment,
    by: Uuid,
    (kind, record): (Kind, Uuid),
    data: Data,
) -> New<'a> {
    New { id, at, by, shift: None, act: Act::Create, kind, record, base: None, why: None, data }
}

pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// The login that is meant, of a logbook that nobody has opened yet. `officer` is a login or a name; none is needed
/// where only one can sign in.
///
/// # Errors
/// E022 nobody of that name, E023 no logbook, E029 several and none was named.
pub fn login(folder: &Path, officer: Option<&str>) -> Outcome<String> {
    let logins = logins_in(folder);
    if !folder.join("logbook.db").is_file() {
        return Err(Fault::new(Trouble::Use, "E023").with("folder", crate::logbook::files::shown(folder)));
    }
    match (officer, logins.as_slice()) {
        (Some(name), _) => {
            login_for(name, &logins).ok_or_else(|| Fault::new(Trouble::Right, "E022").with("name", clean::line(name)))
        }
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(Fault::new(Trouble::Use, "E029").with("names", logins.join(", "))),
    }
}

/// Opens a logbook as one of its officers, named as in [`login`].
///
/// # Errors
/// As [`login`]; E020 wrong password, E026, E027, E043, E044, E045.
pub fn sign_in(folder: &Path, officer: Option<&str>, password: &str, mode: Mode) -> Outcome<(Logbook, Who)> {
    sign_in_watched(folder, officer, password, (mode, &mut |_| Ok(())))
}

/// As [`sign_in`], and says how far it is where that takes its time.
///
/// # Errors
/// As [`sign_in`]; those of the watch.
pub fn sign_in_watched(
    folder: &Path,
    officer: Option<&str>,
    password: &str,
    how: (Mode, Watch<'_>),
) -> Outcome<(Logbook, Who)> {
    let login = login(folder, officer)?;
    let keys = unlock_key(folder, &login, password)?;
    go_on(folder, (&login, &keys), how)
}

/// Opens the logbook for somebody who has signed in before.
///
/// # Errors
/// As [`sign_in_watched`], but for the password.
pub fn go_on(
    folder: &Path,
    (login, keys): (&str, &[Key]),
    (mode, watch): (Mode, Watch<'_>),
) -> Outcome<(Logbook, Who)> {
    let book = first_that_fits(keys, |key| Logbook::open_watched(folder, key, mode, watch))?;
    book.check_tail()?;
    let who = who(&book, login)?;
    Ok((book, who))
}

/// Somebody who has just shown their own password in a window where another is signed in. Only [`prove`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven(Who);

impl Proven {
    /// The officer.
    #[must_use]
    pub const fn who(&self) -> &Who {
        &self.0
    }
}

/// Proves who somebody is by their own password, in a logbook that another has opened. `officer` is a login or a name.
///
/// # Errors
/// E020 wrong password, E022 nobody of that name, E027 a key of another logbook.
pub fn prove(book: &Logbook, officer: &str, password: &str) -> Outcome<Proven> {
    let folder = book.folder().path();
    let nobody = || Fault::new(Trouble::Right, "E022").with("name", clean::line(officer));
    let login = login_for(officer, &logins_in(folder)).ok_or_else(nobody)?;
    if !book.is_opened_by(&unlock_key(folder, &login, password)?) {
        return Err(Fault::new(Trouble::Data, "E027"));
    }
    who(book, &login).map(Proven)
}

/// Opens a logbook with the first of the keys that fits: there are two while the database key is being changed.
///
/// # Errors
/// As opening with the last key.
pub fn open(folder: &Path, keys: &[Key], mode: Mode) -> Outcome<Logbook> {
    first_that_fits(keys, |key| Logbook::open(folder, key, mode))
}

fn first_that_fits(keys: &[Key], mut open: impl FnMut(&Key) -> Outcome<Logbook>) -> Outcome<Logbook> {
    let mut last = Fault::new(Trouble::Data, "E043");
    for key in keys {
        match open(key) {
            Err(fault) if fault.code == "E043" => last = fault,
            other => return other,
        }
    }
    Err(last)
}

/// The officer behind a login.
///
/// # Errors
/// E022 when the login is nobody's, or no longer.
pub fn who(book: &Logbook, login: &str) -> Outcome<Who> {
    let nobody = || Fault::new(Trouble::Right, "E022").with("name", login);
    let officer = book.officer_of(login)?.filter(|officer| !officer.ended).ok_or_else(nobody)?;
    let role = Role::parse(&officer.role).ok_or_else(nobody)?;
    let name = officer.name.unwrap_or_else(|| login.to_owned());
    Ok(Who { officer: officer.id, role, name, login: login.to_owned() })
}
