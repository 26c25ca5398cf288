//! Batches that waited: once one was merged, the next may go in. They are read again from the desk's own copies and
//! checked from the beginning, as if they had just come.

use std::collections::HashSet;
use std::sync::Arc;

use super::copying::Copying;
use super::receive::Run;
use super::take::{Desk, Looked};
use crate::acts::week::beside;
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Hash, Mint};
use crate::logbook::{Fate, Received, files};
use crate::record::when::Moment;
use crate::sync::receipt::Item;
use crate::sync::{MAX_FILE, MAX_SMALL, check};

/// Tries the held batches of every post: a run that was cut short, or a start that was named since, may have left some
/// that can go in.
///
/// # Errors
/// Those of the database.
pub(super) fn all(desk: &Desk<'_>, mint: &mut dyn Mint, run: &mut Run) -> Outcome<()> {
    desk.book.posts()?.iter().try_for_each(|post| held(desk, &post.unit, mint, run))
}

/// Tries the held batches of a post again, until none moves any more.
///
/// # Errors
/// Those of the database.
pub(super) fn held(desk: &Desk<'_>, unit: &str, mint: &mut dyn Mint, run: &mut Run) -> Outcome<()> {
    let mut tried = HashSet::new();
    while let Some(next) = ready(desk, unit, &tried)? {
        tried.insert(next.batch);
        let path = desk.book.folder().inbox().join(unit).join(&next.name);
        let mut looked = Looked { sha256: next.file, kept: next.name.clone(), ..Looked::new(path) };
        let taken = again(desk, &mut looked, &next, mint.now());
        if taken.as_ref().is_ok_and(|item| item.result == "held-gap") {
            continue;
        }
        match desk.settled(looked, Some(unit.to_owned()), taken, mint.now()) {
            Ok(handed) => {
                match handed.item.result.as_str() {
                    "merged" => tried.clear(),
                    // Refused, or here by another way: it waits no longer.
                    _ => desk.book.write(|book| book.drop_held(unit, &next.batch))?,
                }
                run.put(handed);
            }
            Err(fault) => run.stumble(fault),
        }
    }
    Ok(())
}

/// The first that has become the next one.
fn ready(desk: &Desk<'_>, unit: &str, tried: &HashSet<Hash>) -> Outcome<Option<Received>> {
    for batch in desk.book.received_of(unit, Fate::Held)? {
        let ready = match desk.book.journal(&batch.journal)? {
            Some(journal) => batch.number <= journal.number + 1 && batch.first <= journal.head.seq + 1,
            None => batch.number == desk.book.start(unit)?.map_or(1, |start| start.number) || batch.number == 1,
        };
        if ready && !tried.contains(&batch.batch) {
            return Ok(Some(batch));
        }
    }
    Ok(None)
}

fn again(desk: &Desk<'_>, looked: &mut Looked, held: &Received, at: Moment) -> Outcome<Item> {
    let changed = || Fault::new(Trouble::Data, "E102");
    let file = files::read(&looked.path, MAX_FILE, "E101")?;
    let signature = files::read(&beside(&looked.path), MAX_SMALL, "E102")?;
    let signed = check::signature(Some(&signature))?;
    let unit = check::key(desk.book.post_key(&signed.key)?)?;
    check::signed(&file, &signed)?;
    if unit != held.unit || Hash::of(&file) != held.file {
        return Err(changed());
    }
    looked.key = signed.key;
    desk.open(looked, &unit, (Arc::new(file), &Copying::none()), at)
}
