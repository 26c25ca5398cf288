//! One file through all steps: looked at from outside, copied, opened, checked, merged. It ends in one transaction,
//! with its line in the intake log; before that, nothing of journals or records changes.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::incoming::kept_name;
use super::receive::Handed;
use crate::acts::Who;
use crate::acts::week::beside;
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Hash, Mint};
use crate::logbook::{Fate, Logbook, Received, Remark, files};
use crate::record::when::{self, Moment};
use crate::seal::Identity;
use crate::sync::check::{self, Checked, Parties};
use crate::sync::merge::{self, Merged, Standing};
use crate::sync::receipt::{Item, MAX_FINDINGS};
use crate::sync::{MAX_FILE, MAX_SMALL};

/// Who is at work, and with what.
pub(super) struct Desk<'a> {
    pub book: &'a Logbook,
    pub who: &'a Who,
    pub identity: Identity,
}

/// A file as it is looked at.
pub(super) struct Looked {
    pub path: PathBuf,
    pub sha256: Hash,
    /// The name of the copy, once there is one.
    pub kept: String,
}

impl Desk<'_> {
    /// Takes one file through all steps.
    ///
    /// # Errors
    /// Those of the disk; what is wrong with the file is in the result.
    pub(super) fn take(&self, path: &Path, mint: &mut dyn Mint) -> Outcome<Handed> {
        let mut looked = Looked { path: path.to_owned(), sha256: Hash::ZERO, kept: String::new() };
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
        looked.kept = kept_name(&looked.path, &post, &looked.sha256);
        self.keep(&looked.kept, &post, &file, &signed.armored)?;
        self.open(looked, &post, &file, at)
    }

    /// Keeps a copy, before anything in the file is read.
    fn keep(&self, name: &str, unit: &str, file: &[u8], signature: &str) -> Outcome<()> {
        let copy = self.book.folder().inbox().join(unit).join(name);
        let there = files::read(&copy, MAX_FILE, "E101").is_ok_and(|kept| kept == file);
        files::write(&beside(&copy), signature.as_bytes())?;
        if there { Ok(()) } else { files::write(&copy, file) }
    }

    /// Decrypts, checks, merges.
    pub(super) fn open(&self, looked: &Looked, unit: &str, file: &[u8], at: Moment) -> Outcome<Item> {
        let tar = check::decrypt(file, std::slice::from_ref(&self.identity))?;
        let batch = check::tar(&tar, &self.parties(unit)?)?;
        let mut item = item(looked.sha256, &batch);
        let received = received(looked, &batch, at);
        let standing = match self.book.received(unit, &batch.id)?.map(|known| known.fate) {
            Some(Fate::Merged) => Standing::Known,
            _ => merge::standing(self.book, &batch)?,
        };
        match standing {
            Standing::Known => {
                item.entries_known = batch.header.counts.entries;
                item.findings = self.found(unit, &batch.id)?;
            }
            Standing::Next { known, continues } => {
                let merged = self.merge(&batch, (known, continues), &received, looked)?;
                if merged.purged {
                    self.book.forget()?;
                }
                item.entries_new = merged.new;
                item.entries_known = merged.known;
                item.findings = self.found(unit, &batch.id)?;
                "merged".clone_into(&mut item.result);
            }
            Standing::Gap { missing } => {
                self.set_apart(&received, Fate::Held, None)?;
                item.missing = missing;
                refuse(&mut item, "E120");
            }
            Standing::Fork { common } => {
                self.set_apart(&received, Fate::Fork, Some(common))?;
                item.entries_known = common.saturating_sub(batch.header.first.saturating_sub(1));
                refuse(&mut item, "E121");
            }
        }
        Ok(item)
    }

    /// What the rules say about the records that a batch brought.
    fn found(&self, unit: &str, batch: &Hash) -> Outcome<Vec<Remark>> {
        let mut found = self.book.found_with(unit, batch)?;
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
        self.book.write(|book| {
            let merged = merge::merge(book, batch, place)?;
            if let Some(key) = &merged.key {
                book.add_key(&received.unit, key, received.at)?;
            }
            book.put_received(&Received { fate: Fate::Merged, ..received.clone() })?;
            let mut item = item(looked.sha256, batch);
            (item.entries_new, item.entries_known) = (merged.new, merged.known);
            "merged".clone_into(&mut item.result);
            self.log(looked, Some(&received.unit), &item, received.at)?;
            Ok(merged)
        })
    }

    fn set_apart(&self, received: &Received, fate: Fate, common: Option<u64>) -> Outcome<()> {
        self.book.write(|book| {
            if let Some(common) = common {
                book.freeze(&received.journal, &received.unit, common)?;
            }
            book.put_received(&Received { fate, ..received.clone() })
        })
    }

    /// Turns what the steps said into a result, and writes it to the intake log unless the merge has.
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
        if item.result != "merged" {
            self.book.write(|_| self.log(&looked, unit.as_deref(), &item, at))?;
        }
        Ok(Handed { file: looked.path, unit, item, fault, receipt: None })
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

    fn log(&self, looked: &Looked, unit: Option<&str>, item: &Item, at: Moment) -> Outcome<()> {
        let what = json!({
            "at": when::kept(at),
            "by": self.who.officer,
            "file": files::shown(&looked.path),
            "sha256": looked.sha256.hex(),
            "unit": unit,
            "result": item.result,
            "code": item.code,
            "journal": item.journal,
            "number": item.number,
            "batch_id": item.batch.map(|id| id.hex()),
            "entries_new": item.entries_new,
            "entries_known": item.entries_known,
        });
        let Value::Object(what) = what else { return self.book.log_intake(at, Map::new()) };
        self.book.log_intake(at, what)
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

fn item(file: Hash, batch: &Checked<'_>) -> Item {
    let header = &batch.header;
    let (journal, number, id) = (Some(header.journal), Some(header.number), Some(batch.id));
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
