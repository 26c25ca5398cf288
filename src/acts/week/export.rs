//! Export: sealing what isn't, and writing the files that the receiver hasn't acknowledged. A file appears under its
//! name only when it is whole and was read back; what was sealed stays sealed even when no file can be written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::approve::{already, append, reason};
use super::{Held, Pending, Week, at_post, holds, is_acknowledged, named, sound_rules};
use crate::acts::clocks::Timer;
use crate::acts::look::{self, Checked};
use crate::acts::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Access, Logbook, Sealed, files};
use crate::sync::pack::{self, Sealing};
use crate::sync::{BatchName, Card, MAX_FILE, MAX_SMALL, NAMESPACE_FILE, Progress, Stage, Watch, card, file};

/// Which batches are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Seals what isn't sealed; then all that no receipt acknowledges and that aren't whole in the folder.
    Due,
    /// Only this number, again.
    Number(u64),
    /// This number and all after it, again.
    From(u64),
}

/// What is to be exported.
#[derive(Debug, Clone, Copy)]
pub struct Export<'a> {
    /// The week, the one that is due unless named.
    pub week: Option<&'a str>,
    /// Which batches.
    pub which: Which,
    /// Into this folder; the logbook's own outbox otherwise.
    pub out: Option<&'a Path>,
    /// Persons go along in what is sealed now.
    pub persons: bool,
    /// Why holds are passed.
    pub despite: Option<&'a str>,
}

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The newest batch of those that were asked for.
    pub newest: Sealed,
    /// Its name.
    pub name: BatchName,
    /// Its file.
    pub file: PathBuf,
    /// The signature beside it.
    pub signature: PathBuf,
    /// Batches sealed now.
    pub sealed: usize,
    /// All files written, each followed by its signature.
    pub files: Vec<PathBuf>,
    /// Numbers of batches that can't be made again: more is missing than purges have taken, or the receiver has them.
    pub gone: Vec<u64>,
}

/// Seals and writes. Stopped while it seals, nothing was sealed; stopped while it writes, the files written so far are
/// whole and the next export writes the others.
///
/// # Errors
/// E021, E122 no receiver, E128 no such batch, E129; holds that nobody passed; E040, E042 the disk.
pub fn export(
    book: &Logbook,
    who: &Who,
    export: &Export<'_>,
    mint: &mut dyn Mint,
    progress: Watch<'_>,
) -> Result<Exported, Held> {
    who.need(Right::Oversee)?;
    at_post(book)?;
    let receiver = Card::receiver(book)?.ok_or_else(|| Fault::new(Trouble::Use, "E122"))?;
    let sealed = match export.which {
        Which::Due => seal(book, who, export, &receiver, mint, progress)?,
        Which::Number(_) | Which::From(_) => 0,
    };
    let out = export.out.map_or_else(|| book.folder().outbox(), Path::to_owned);
    std::fs::create_dir_all(&out).map_err(|error| files::cannot_write(&out, error))?;
    let mut wanted = wanted(book, export.which, &receiver, &out)?;
    let (mut written, mut gone, total) = (Vec::new(), Vec::new(), wanted.len() as u64);
    for (done, batch) in wanted.iter_mut().enumerate() {
        progress(Progress { stage: Stage::Write, done: done as u64, total })?;
        let tar = match made(book, batch, mint) {
            Ok(tar) => tar,
            // The others must not wait for it.
            Err(fault) if fault.code == "E127" && export.which == Which::Due => {
                gone.push(batch.number);
                continue;
            }
            Err(fault) => return Err(fault.into()),
        };
        written.extend(write(book, &receiver, batch, (&tar, &out))?);
    }
    // Everything is on disk; there is nothing left to stop.
    let _ = progress(Progress { stage: Stage::Write, done: total, total });
    let newest = wanted.pop().ok_or_else(|| Fault::new(Trouble::Use, "E128").with("number", ""))?;
    let name = pack::name(book, &newest);
    let (file, signature) = (out.join(name.file()), out.join(name.signature()));
    Ok(Exported { newest, name, file, signature, sealed, files: written, gone })
}

/// Seals what isn't sealed, with an approval unless one waits. All of it in one transaction. Returns how many batches.
///
/// # Errors
/// As [`export`].
pub(in crate::acts) fn seal(
    book: &Logbook,
    who: &Who,
    export: &Export<'_>,
    receiver: &Card,
    mint: &mut dyn Mint,
    progress: Watch<'_>,
) -> Result<usize, Held> {
    sound_rules(book)?;
    let week = named(book, export.week, mint.now())?;
    let pending = Pending::read(book, &week)?;
    if pending.entries == 0 && book.is_sealed(&week.name())? {
        return Ok(0);
    }
    let checked = look::checked(book, &pending.records, &Timer::of(book, mint.now()))?;
    let held = holds(&checked);
    let reason = reason(export.despite)?;
    let approved = already(book, &pending, week, &held)?.is_some();
    if !held.is_empty() && reason.is_none() && !approved {
        return Err(Held::Holds(held));
    }
    let findings = tally(&checked);
    let made = book.write(|book| {
        if !approved {
            append(book, who, week, (&held, reason.as_deref()), mint)?;
        }
        let at = mint.now();
        if export.persons {
            log(book, who, &week, receiver, at)?;
        }
        let sealing = Sealing { week, at, receiver, persons: export.persons, findings: &findings };
        pack::seal(book, &sealing, progress)
    })?;
    Ok(made.len())
}

/// That persons leave the post is written down before they do.
fn log(book: &Logbook, who: &Who, week: &Week, receiver: &Card, at: crate::record::when::Moment) -> Outcome<()> {
    let why = format!("{} -> {}", week.name(), receiver.unit);
    book.log_access(&Access { at, by: who.officer, what: "export", record: None, why: Some(&why) })
}

fn tally(checked: &[Checked]) -> BTreeMap<String, u64> {
    let mut findings = BTreeMap::new();
    for finding in checked.iter().flat_map(|record| &record.findings) {
        *findings.entry(finding.code.to_owned()).or_default() += 1;
    }
    findings
}

/// The batches that are to be written, oldest first.
fn wanted(book: &Logbook, which: Which, receiver: &Card, out: &Path) -> Outcome<Vec<Sealed>> {
    let mut all = book.sealed()?;
    all.retain(|batch| batch.receiver == receiver.unit);
    let own = book.own().journal;
    match which {
        Which::Number(number) => {
            all.retain(|batch| batch.journal == own && batch.number == number);
        }
        Which::From(number) => all.retain(|batch| batch.journal == own && batch.number >= number),
        Which::Due => {
            let newest = all.last().cloned();
            let mut due = Vec::new();
            for batch in all {
                // What was carried into another journal goes out there.
                let left = book.carried_to(&batch.journal, batch.last)?.0 != batch.journal;
                if !left && !is_acknowledged(book, &batch)? && !is_whole(book, &batch, out)? {
                    due.push(batch);
                }
            }
            let newest = newest.filter(|newest| due.last() != Some(newest));
            return Ok(due.into_iter().chain(newest).collect());
        }
    }
    let number = match which {
        Which::Number(number) | Which::From(number) => number,
        Which::Due => 0,
    };
    if all.is_empty() { Err(Fault::new(Trouble::Use, "E128").with("number", number)) } else { Ok(all) }
}

/// Whether a batch lies in the folder as we wrote it: our own signature holds for the bytes that are there.
fn is_whole(book: &Logbook, batch: &Sealed, out: &Path) -> Outcome<bool> {
    let name = pack::name(book, batch);
    let read = |name: String, limit| files::read(&out.join(name), limit, "E101").ok();
    let (Some(file), Some(signature)) = (read(name.file(), MAX_FILE), read(name.signature(), MAX_SMALL)) else {
        return Ok(false);
    };
    let public = card::signing(book)?.public()?;
    let armored = String::from_utf8_lossy(&signature);
    Ok(crate::seal::verify(&[&public], NAMESPACE_FILE, &file, &armored).is_ok())
}

/// The tar of a batch. What a purge has taken apart is sealed once more without it, unless the receiver holds it all.
fn made(book: &Logbook, batch: &mut Sealed, mint: &mut dyn Mint) -> Outcome<Vec<u8>> {
    match pack::remake(book, batch) {
        Err(fault) if fault.code == "E127" && !is_acknowledged(book, batch)? => {
            batch.batch = book.write(|book| pack::reseal(book, batch, mint.now()))?;
            pack::remake(book, batch)
        }
        made => made,
    }
}

/// Writes one batch and its signature, and reads both back.
fn write(book: &Logbook, receiver: &Card, batch: &Sealed, (tar, out): (&[u8], &Path)) -> Outcome<[PathBuf; 2]> {
    let sent = file::wrap(book, receiver, tar)?;
    let name = pack::name(book, batch);
    let (file, signature) = (out.join(name.file()), out.join(name.signature()));
    // An old signature would speak of other bytes.
    if let Err(error) = std::fs::remove_file(&signature)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        return Err(files::cannot_write(&signature, error));
    }
    let pair = files::write_checked(&file, &sent.file)
        .and_then(|()| files::write_checked(&signature, sent.signature.as_bytes()));
    if let Err(fault) = pair {
        // Without its signature a file is worth nothing to anybody.
        let _ = std::fs::remove_file(&file);
        return Err(fault);
    }
    Ok([file, signature])
}
