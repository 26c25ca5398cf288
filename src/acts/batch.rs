//! Looking at a batch file or an unpacked bag, with a key file alone or as somebody who has signed in: nothing is kept
//! and nothing changes. And bringing own batches back into a restored logbook.

mod import;

use std::fs;
use std::path::{Path, PathBuf};

use super::desk::{gather, own_identity};
use super::week::beside;
use super::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Hash;
use crate::logbook::{KeyState, Logbook, files};
use crate::seal::{self, Identity};
use crate::sync::bag::Bag;
use crate::sync::check::{self, Parties, Signed};
use crate::sync::{BAGIT, Header, MAX_FILE, MAX_PAYLOAD, MAX_SMALL, SIGNATURE, card};

pub use import::{Imported, import};

/// Most files of an unpacked bag.
const MOST: usize = 64;

/// What the one who looks has.
pub struct Lens<'a> {
    identities: Vec<Identity>,
    book: Option<&'a Logbook>,
}

impl<'a> Lens<'a> {
    /// A key file: a desk's identity, or the recovery paper of the post.
    ///
    /// # Errors
    /// E041, E027 not a key file.
    pub fn of_file(file: &Path) -> Outcome<Self> {
        Ok(Self { identities: vec![key_file(file)?], book: None })
    }

    /// A logbook: its identity and the keys that it trusts.
    ///
    /// # Errors
    /// E021, E043.
    pub fn of_book(book: &'a Logbook, who: &Who) -> Outcome<Self> {
        who.need(Right::Read)?;
        Ok(Self { identities: vec![own_identity(book)?], book: Some(book) })
    }

    /// The post that a key belongs to, where keys are known at all.
    fn post(&self, key: &str) -> Outcome<Option<String>> {
        let Some(book) = self.book else { return Ok(None) };
        let found = if card::own_keys(book)?.iter().any(|own| own == key) {
            Some((book.own().unit.clone(), KeyState::Valid))
        } else {
            book.post_key(key)?
        };
        check::key(found).map(Some)
    }

    fn parties(&self, unit: Option<String>, key: &str) -> Outcome<Parties> {
        let mut keys = vec![key.to_owned()];
        if let Some((book, unit)) = self.book.zip(unit.as_deref()) {
            keys.extend(book.believed(unit)?);
        }
        let receiver = self.book.filter(|book| book.own().desk).map(|book| book.own().unit.clone());
        Ok(Parties { unit, keys, receiver })
    }
}

/// What a look showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What batch.json says.
    pub header: Header,
    /// The batch's id.
    pub id: Hash,
    /// `SHA256:…` of the key that signed it.
    pub fingerprint: String,
    /// The post to which that key belongs, if that is known here.
    pub trusted: Option<String>,
    /// Every line and envelope was checked too.
    pub whole: bool,
}

/// The files and bags behind a path: a file, an unpacked bag, or a folder of batch files.
///
/// # Errors
/// E041.
pub fn behind(path: &Path) -> Outcome<Vec<PathBuf>> {
    if path.join(BAGIT).is_file() { Ok(vec![path.to_owned()]) } else { gather(&[path.to_owned()]) }
}

/// Looks at one file or bag; with `whole`, takes it through every step that needs no journal.
///
/// # Errors
/// E041; E101 to E115, as the first step says that fails.
pub fn look(path: &Path, lens: &Lens<'_>, whole: bool) -> Outcome<Report> {
    if path.is_dir() { unpacked(path, lens, whole) } else { packed(path, lens, whole) }
}

fn packed(path: &Path, lens: &Lens<'_>, whole: bool) -> Outcome<Report> {
    let file = files::read(path, MAX_FILE, "E101")?;
    check::size(file.len() as u64)?;
    let signed = signed_by(path)?;
    let trusted = lens.post(&signed.key)?;
    check::signed(&file, &signed)?;
    let tar = check::decrypt(&file, &lens.identities)?;
    drop(file);
    seen(check::walk(&tar)?, lens, (&signed.key, trusted), whole)
}

/// What the signature beside a file says; nothing is said of its truth yet.
fn signed_by(path: &Path) -> Outcome<Signed> {
    let sig = beside(path);
    let signature = if sig.exists() { Some(files::read(&sig, MAX_SMALL, "E102")?) } else { None };
    check::signature(signature.as_deref())
}

/// The identity in a key file.
fn key_file(file: &Path) -> Outcome<Identity> {
    let bytes = zeroize::Zeroizing::new(files::read(file, MAX_SMALL, "E027")?);
    let bad = |error| Fault::new(Trouble::Data, "E027").because(error);
    Identity::parse(std::str::from_utf8(&bytes).map_err(bad)?)
}

fn unpacked(path: &Path, lens: &Lens<'_>, whole: bool) -> Outcome<Report> {
    let members = members(path)?;
    let top =
        path.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_str()?.to_owned())).unwrap_or_default();
    let mut bag = Bag::new(&top);
    for (name, bytes) in &members {
        bag.put(name, bytes);
    }
    let missing = || Fault::new(Trouble::Data, "E108");
    let armored = bag.get(SIGNATURE).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(missing)?;
    let key = seal::signer(armored).map_err(|fault| missing().because(fault))?;
    let trusted = lens.post(&key)?;
    seen(bag, lens, (&key, trusted), whole)
}

fn seen(bag: Bag<'_>, lens: &Lens<'_>, (key, trusted): (&str, Option<String>), whole: bool) -> Outcome<Report> {
    let fingerprint = seal::fingerprint(key)?;
    let parties = lens.parties(trusted.clone(), key)?;
    if whole {
        let checked = check::bag(bag, &parties)?;
        return Ok(Report { header: checked.header, id: checked.id, fingerprint, trusted, whole });
    }
    let keys: Vec<&str> = parties.keys.iter().map(String::as_str).collect();
    let id = check::inner_signature(&bag, &keys)?;
    check::manifests(&bag)?;
    Ok(Report { header: check::header(&bag)?, id, fingerprint, trusted, whole })
}

/// The files of an unpacked bag: regular ones, two levels, no more of them and no larger than a batch has.
fn members(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    let mut left = MAX_PAYLOAD + 4 * MAX_SMALL;
    for (prefix, folder) in [(String::new(), folder.to_owned())].into_iter().chain(within(folder)) {
        let mut names: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().collect();
        names.sort_by_key(fs::DirEntry::file_name);
        for entry in names {
            let name = entry.file_name().into_string();
            let (Ok(kind), Ok(name)) = (entry.file_type(), name) else { continue };
            if !kind.is_file() {
                continue;
            }
            let bytes = files::read(&entry.path(), left, "E101")?;
            left -= bytes.len() as u64;
            found.push((format!("{prefix}{name}"), bytes));
            if found.len() > MOST {
                return Err(Fault::new(Trouble::Data, "E110").with("key", "files"));
            }
        }
    }
    Ok(found)
}

fn within(folder: &Path) -> impl Iterator<Item = (String, PathBuf)> + use<> {
    let folder = folder.to_owned();
    ["data", "schema"].into_iter().map(move |name| (format!("{name}/"), folder.join(name)))
}
