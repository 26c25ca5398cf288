//! Bringing back what a restored logbook has lost: batches of its own, opened with the recovery paper. Journal and facts
//! come back; persons only as far as they went along.

use std::path::{Path, PathBuf};

use super::{key_file, signed_by};
use crate::acts::desk::gather;
use crate::acts::week::{at_post, note_receipts};
use crate::acts::{Right, Who};
use crate::fault::{Fault, Outcome};
use crate::logbook::{Logbook, files};
use crate::seal::Identity;
use crate::sync::check::{self, Parties};
use crate::sync::regain::{Regained, regain};
use crate::sync::{MAX_FILE, Stage, Watch, card, pack};

/// What became of one file.
#[derive(Debug)]
pub struct Imported {
    /// The file.
    pub file: PathBuf,
    /// What it brought back, or why it was refused.
    pub result: Outcome<Regained>,
}

/// Brings back what is missing here, batch by batch in their order, each in one transaction. Done again it changes
/// nothing.
///
/// # Errors
/// E021, E129, E041, E027 not a key file; those of the disk. What is wrong with a file is in its result.
pub fn import(
    book: &Logbook,
    who: &Who,
    (paths, identity): (&[PathBuf], &Path),
    watch: Watch<'_>,
) -> Outcome<Vec<Imported>> {
    who.need(Right::Manage)?;
    at_post(book)?;
    let identity = key_file(identity)?;
    let paths = gather(paths)?;
    let mut all = Vec::new();
    for (done, file) in paths.iter().enumerate() {
        watch(Stage::Receive.at(done as u64, paths.len() as u64))?;
        let result = match one(book, file, &identity) {
            Err(fault) if !speaks_of_file(&fault) => return Err(fault),
            result => result,
        };
        all.push(Imported { file: file.clone(), result });
    }
    book.write(note_receipts)?;
    Ok(all)
}

fn speaks_of_file(fault: &Fault) -> bool {
    check::is_verdict(fault.code) || matches!(fault.code, "E137" | "E139" | "E140")
}

fn one(book: &Logbook, path: &Path, identity: &Identity) -> Outcome<Regained> {
    let file = files::read(path, MAX_FILE, "E101")?;
    let signed = signed_by(path)?;
    // Keys change in the lost days too: each batch may name the one that signs the next.
    let mut keys = card::own_keys(book)?;
    keys.extend(book.own_signing_keys()?);
    let unit = book.own().unit.clone();
    check::key(keys.contains(&signed.key).then(|| (unit.clone(), crate::logbook::KeyState::Valid)))?;
    check::signed(&file, &signed)?;
    let tar = check::decrypt(&file, std::slice::from_ref(identity))?;
    drop(file);
    let batch = check::tar(&tar, &Parties { unit: Some(unit), keys, receiver: None })?;
    let regained = book.write(|book| {
        let regained = regain(book, &batch)?;
        pack::adopt(book, &batch)?;
        Ok(regained)
    })?;
    if regained.purged {
        book.forget()?;
    }
    Ok(regained)
}
