//! The desk's copies of what came in: those go that hold what a purge of their post has taken.

use std::collections::HashSet;

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::fault::Outcome;
use crate::journal::{Hash, Mint};
use crate::logbook::Logbook;
use crate::record::when::Moment;

/// The copies of files that still hold what a purge of the post has taken go, and backups, of which a new one is made
/// first. Lines of the intake log that wait to be written count as well.
pub(super) fn clear(book: &Logbook, unit: &str, waiting: &[Map<String, Value>], at: Moment) -> Outcome<()> {
    let carriers: Vec<Hash> = book.carriers(unit)?.iter().map(|batch| batch.batch).collect();
    let files = files_of(book, unit, &carriers, waiting)?;
    let copies = std::fs::read_dir(book.folder().inbox().join(unit)).into_iter().flatten().flatten();
    for copy in copies {
        let name = copy.file_name();
        // A copy's name ends in the first digits of its hash (`kept_name`).
        let hash = name.to_str().and_then(|name| name.rsplit('-').next()?.split('.').next());
        if hash.is_some_and(|hash| files.contains(hash)) {
            let _ = std::fs::remove_file(copy.path());
        }
    }
    if book.newest_backup().is_some() { book.renew_backups(at) } else { Ok(()) }
}

/// The files in which these batches of a post came, whatever they were called: by the first digits of their hash.
fn files_of(book: &Logbook, unit: &str, batches: &[Hash], waiting: &[Map<String, Value>]) -> Outcome<HashSet<String>> {
    let mut lines = book.intake(usize::MAX >> 1)?;
    lines.extend_from_slice(waiting);
    let hash = |line: &Map<String, Value>, key: &str| line.get(key).and_then(Value::as_str).and_then(Hash::parse);
    lines.retain(|line| line.get("unit").and_then(Value::as_str) == Some(unit));
    lines.retain(|line| hash(line, "batch_id").is_some_and(|batch| batches.contains(&batch)));
    Ok(lines.iter().filter_map(|line| Some(hash(line, "sha256")?.short())).collect())
}

/// Takes the hold from a record; whether there was one. What its post has purged meanwhile goes now.
///
/// # Errors
/// Those of the disk.
pub(in crate::acts) fn release(book: &Logbook, record: &Uuid, mint: &mut dyn Mint) -> Outcome<bool> {
    let unit = book.row_of(record)?.map(|row| row.unit).unwrap_or_default();
    let (there, gone) = book.write(|book| {
        let there = book.release(record)?;
        Ok((there, there && unit != book.own().unit && book.catch_up_with_purges(&unit, record)?))
    })?;
    if gone {
        book.forget()?;
        clear(book, &unit, &[], mint.now())?;
    }
    Ok(there)
}
