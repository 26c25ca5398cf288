//! One file through all steps: looked at from outside, copied, opened, checked, merged. It ends in one transaction,
//! with its line in the intake log; before that, nothing of journals or records changes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::copies;
use super::copying::{Copying, keep};
use super::incoming::kept_name;
use super::log::Waiting;
use super::receive::Handed;
use crate::acts::Who;
use crate::acts::week::beside;
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Hash, Mint};
use crate::logbook::{Fate, Logbook, Received, Remark, files};
use crate::record::when::Moment;
use crate::seal::Identity;
use crate::sync::check::{self, Checked, Parties};
use crate::sync::merge::{self, Merged, Standing};
use crate::sync::receipt::{Item, MAX_FINDINGS};
use crate::sync::{MAX_FILE, MAX_SMALL};

/// Said of a version whose facts didn't come along and that no purge explains.
const WITHHELD: &str = "W136";

/// Who is at work, and with what.
pub(super) struct Desk<'a> {
    pub book: &'a Logbook,
    pub who: &'a Who,
    pub identity: Identity,
    /// Lines for the intake log.
    pub waiting: Waiting,
}

/// A file as it is looked at.
pub(super) struct Looked {
    pub path: PathBuf,
    pub sha256: Hash,
    /// The name of the copy, once there is one.
    pub kept: String,
    /// The key that signed it, once that is known to be true.
    pub key: String,
    /// A signing key that it names and that was new here.
    pub named: Option<String>,
    /// Its line stands in the intake log.
    pub logged: bool,
}

impl Looked {
    pub(super) fn new(path: PathBuf) -> Self {
        let (kept, key) = (String::new(), String::new());
        Self { path, sha256: Hash::ZERO, kept, key, named: None, logged: false }
    }
}

impl Desk<'_> {
    /// Takes one file through all steps.
    ///
    /// # Errors
    /// Those of the disk; what is wrong with the file is in the result.
    pub(super) fn take(&self, path: &Path, mint: &mut dyn Mint) -> Outcome<Handed> {
        let mut looked = Looked::new(path.to_owned());
        let mut unit = None;
        let taken = self.steps(&mut looked, &mut unit, mint.now());
        self.settled(looked, unit, taken, mint.now())
    }

    /// Everything that can be said of a file, up to the merge.
    fn steps(&self, looked: &mut Looked, unit: &mut Option<String>, at: Moment) -> Outcome<Item> {
        let file = files::read(&looked.path, MAX_FILE, "E101")?;
        check::size(file.len() as u64)?;
        looked.sha256 = Hash::of(&file);
        let sig = beside(&looked.path);
        let signature = if sig.exists() { Some(files::read(&sig, MAX_SMALL, "E102")?) } else { None };
        let signed = check::signature(signature.as_deref())?;
        let post = check::key(self.book.post_key(&signed.key)?)?;
        check::signed(&file, &signed)?;
        *unit = Some(post.clone());
        looked.key.clone_from(&signed.key);
        if let Some(known) = self.book.merged_from(&post, &looked.sha256)? {
            return self.again(looked, &known, (&file, &signed.armored));
        }
        looked.kept = kept_name(&looked.path, &post, &looked.sha256);
        let file = Arc::new(file);
        let copying = Copying::begin(self.copy_of(&post, &looked.kept), &file, signed.armored)?;
        let opened = self.open(looked, &post, (file, &copying), at);
        copying.done()?;
        opened
    }

    /// A file that was merged: what it holds is known, so it isn't decrypted again.
    fn again(&self, looked: &mut Looked, known: &Received, (file, signature): (&[u8], &str)) -> Outcome<Item> {
        looked.kept.clone_from(&known.name);
        let copy = self.copy_of(&known.unit, &known.name);
        if !copy.exists() && !self.book.carriers(&known.unit)?.iter().any(|batch| batch.batch == known.batch) {
            keep(&copy, file, signature)?;
        }
        Ok(Item {
            entries_known: known.last + 1 - known.first,
            findings: self.found(&known.unit, known)?,
            ..item(looked.sha256, known)
        })
    }

    fn copy_of(&self, unit: &str, name: &str) -> PathBuf {
        self.book.folder().inbox().join(unit).join(name)
    }

    /// Decrypts, checks, and merges once its copy is there.
    pub(super) fn open(
        &self,
        looked: &mut Looked,
        unit: &str,
        (file, copying): (Arc<Vec<u8>>, &Copying),
        at: Moment,
    ) -> Outcome<Item> {
        let tar = check::decrypt(&file, std::slice::from_ref(&self.identity))?;
        // The largest there may be is large enough once.
        drop(file);
        let batch = check::tar(&tar, &self.parties(unit)?)?;
        copying.done()?;
        let received = received(looked, &batch, at);
        let mut item = item(looked.sha256, &received);
        let standing = match self.book.received(unit, &batch.id)?.map(|known| known.fate) {
            Some(Fate::Merged) => Standing::Known,
            _ => merge::standing(self.book, &batch)?,
        };
        match standing {
            Standing::Known => {
                item.entries_known = batch.header.counts.entries;
                item.findings = self.found(unit, &received)?;
            }
            Standing::Next { known, continues } => {
                let merged = self.merge(&batch, (known, continues), &received, looked)?;
                (looked.logged, looked.named) = (true, merged.key);
                if merged.purged {
                    self.book.forget()?;
                    copies::clear(self.book, unit, &self.waiting.lines(), at)?;
                }
                item.entries_new = merged.new;
                item.entries_known = merged.known;
                item.findings = self.found(unit, &received)?;
                "merged".clone_into(&mut item.result);
            }
            Standing::Gap { missing } => {
                item.missing = missing;
                refuse(&mut item, "E120");
                self.set_apart(&received, (Fate::Held, None), &item, looked)?;
            }
            Standing::Fork { common } => {
                item.entries_known = common.saturating_sub(batch.header.first.saturating_sub(1));
                refuse(&mut item, "E121");
                self.set_apart(&received, (Fate::Fork, Some(common)), &item, looked)?;
            }
        }
        Ok(item)
    }

    /// What the rules say about the records that a batch brought.
    fn found(&self, unit: &str, batch: &Received) -> Outcome<Vec<Remark>> {
        let mut found = self.book.found_with(unit, &batch.batch)?;
        let withheld = self.book.withheld_between(&batch.journal, (batch.first, batch.last))?;
        let remark = |record| Remark { code: WITHHELD.to_owned(), record, path: "facts".to_owned() };
        found.extend(withheld.into_iter().map(remark));
        found.truncate(MAX_FINDINGS);
        Ok(found)
    }

    fn parties(&self, unit: &str) -> Outcome<Parties> {
        Ok(Parties {
            unit: Some(unit.to_owned()),
            keys: self.book.believed(unit)?,
            receiver: Some(self.book.own().unit.clone()),
        })
    }

    /// The last step: the batch, what became of it and its line in the intake log, all in one.
    fn merge(
        &self,
        batch: &Checked<'_>,
        place: (usize, Option<(Uuid, u64)>),
        received: &Received,
        looked: &Looked,
    ) -> Outcome<Merged> {
        self.write(|book| {
            let mut merged = merge::merge(book, batch, place)?;
            if let Some(key) = merged.key.take() {
                merged.key = book.add_key(&received.unit, &key, received.at)?.then_some(key);
            }
            book.retire_before(&received.unit, &looked.key, received.at)?;
            book.put_received(&Received { fate: Fate::Merged, ..received.clone() })?;
            let mut item = item(looked.sha256, received);
            (item.entries_new, item.entries_known) = (merged.new, merged.known);
            "merged".clone_into(&mut item.result);
            self.note(looked, Some(&received.unit), &item, received.at);
            Ok(merged)
        })
    }

    /// Keeps a batch that can't be merged, with its line in the intake log.
    fn set_apart(
        &self,
        received: &Received,
        (fate, common): (Fate, Option<u64>),
        item: &Item,
        looked: &mut Looked,
    ) -> Outcome<()> {
        self.write(|book| {
            if let Some(common) = common {
                book.freeze(&received.journal, &received.unit, common)?;
            }
            book.put_received(&Received { fate, ..received.clone() })?;
            self.note(looked, Some(&received.unit), item, received.at);
            Ok(())
        })?;
        looked.logged = true;
        Ok(())
    }

    /// Turns what the steps said into a result, and writes it to the intake log unless that was done.
    pub(super) fn settled(
        &self,
        looked: Looked,
        unit: Option<String>,
        taken: Outcome<Item>,
        at: Moment,
    ) -> Outcome<Handed> {
        let (item, fault) = match taken {
            Ok(item) => {
                let fault = self.told(&item, unit.as_deref())?;
                (item, fault)
            }
            Err(fault) if check::is_verdict(fault.code) => {
                let mut item = Item { file: looked.sha256, ..empty() };
                refuse(&mut item, fault.code);
                (item, Some(fault))
            }
            Err(fault) => return Err(fault),
        };
        if !looked.logged {
            self.note(&looked, unit.as_deref(), &item, at);
            self.settle_log(false)?;
        }
        Ok(Handed { file: looked.path, unit, item, fault, named: looked.named, receipt: None })
    }

    /// The words for a gap or a fork, which are no faults of the file.
    fn told(&self, item: &Item, unit: Option<&str>) -> Outcome<Option<Fault>> {
        let unit = unit.unwrap_or_default();
        match item.code.as_deref() {
            Some("E120") => {
                let missing: Vec<_> = item.missing.iter().take(20).map(u64::to_string).collect();
                let fault = Fault::new(Trouble::Finding, "E120").with("unit", unit);
                Ok(Some(fault.with("missing", missing.join(", "))))
            }
            Some("E121") => {
                let journal = item.journal.unwrap_or_default();
                let common = self.book.journal(&journal)?.and_then(|journal| journal.frozen).unwrap_or(0);
                let first = self.book.merged_with(&journal, common + 1)?;
                let name = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
                let fault = Fault::new(Trouble::Data, "E121").with("unit", unit).with("seq", common);
                Ok(Some(fault.with("first", name(first.map(|first| first.number))).with("other", name(item.number))))
            }
            _ => Ok(None),
        }
    }
}

fn empty() -> Item {
    Item {
        file: Hash::ZERO,
        journal: None,
        number: None,
        batch: None,
        result: "already-merged".to_owned(),
        code: None,
        missing: Vec::new(),
        entries_new: 0,
        entries_known: 0,
        findings: Vec::new(),
    }
}

fn item(file: Hash, batch: &Received) -> Item {
    let (journal, number, id) = (Some(batch.journal), Some(batch.number), Some(batch.batch));
    Item { file, journal, number, batch: id, ..empty() }
}

fn refuse(item: &mut Item, code: &str) {
    check::result(code).clone_into(&mut item.result);
    item.code = Some(code.to_owned());
}

fn received(looked: &Looked, batch: &Checked<'_>, at: Moment) -> Received {
    let header = &batch.header;
    Received {
        unit: header.unit.clone(),
        batch: batch.id,
        journal: header.journal,
        number: header.number,
        first: header.first,
        last: header.last,
        head: header.head,
        week: header.period.week.clone(),
        at,
        file: looked.sha256,
        name: looked.kept.clone(),
        fate: Fate::Held,
    }
}
