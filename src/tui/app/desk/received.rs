//! What was received, in a few lines: how much of it went in, what somebody has to see to, and where the receipts lie.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::App;
use super::super::cards::Card;
use crate::acts::desk::{Handed, Run};
use crate::fault::Outcome;
use crate::logbook::STOPPED;
use crate::seal;
use crate::sync::check::RESULTS;
use crate::text::{clean, number};

/// So many files that need somebody are named one by one.
const NAMED: usize = 60;

impl App {
    /// What came of it is said on a card.
    pub(super) fn received(&mut self, result: Outcome<Box<Run>>) {
        self.work_over();
        match result {
            Ok(run) if run.files.is_empty() && run.asked.is_empty() && run.trouble.is_none() => {
                self.notice = Some(self.words.get("desk-nothing").to_owned());
            }
            Ok(run) => {
                let said = self.run_said(&run);
                self.card = Some(Card::Told { heading: "tui-received", said, top: 0 });
            }
            Err(fault) => self.trouble(&fault),
        }
        // What came in is in the log as well, whatever was seen there before.
        let log = self.session_mut().map(|session| session.log.reload(None));
        self.emit(log);
        self.look_at_office();
    }

    fn run_said(&self, run: &Run) -> Vec<String> {
        let words = &self.words;
        let mut said = Vec::new();
        if !run.files.is_empty() {
            said.push(self.counted(run));
        }
        match &run.trouble {
            Some(trouble) if trouble.code == STOPPED => said.push(words.get("tui-received-stopped").to_owned()),
            Some(trouble) => {
                let (message, hint) = words.fault(trouble);
                said.push(format!("! {message}. {hint}"));
            }
            None => {}
        }
        if run.left > 0 {
            said.push(words.with("tui-received-left", &[("count", &number::grouped(run.left as u64))]));
        }
        said.extend(run.files.iter().filter_map(|handed| self.changed_key(handed)));
        let wrong: Vec<&Handed> = run.files.iter().filter(|handed| handed.fault.is_some()).collect();
        said.extend(wrong.iter().take(NAMED).filter_map(|handed| self.wrong(handed)));
        if wrong.len() > NAMED {
            let more = number::grouped((wrong.len() - NAMED) as u64);
            said.push(words.with("tui-received-more", &[("count", &more)]));
        }
        said.extend(self.receipts(run));
        said.extend(run.aside.as_ref().map(|folder| {
            let folder = clean::shown(&folder.display().to_string());
            format!("! {}", words.with("desk-receipts-aside", &[("folder", &folder)]))
        }));
        said
    }

    /// How many files, and what became of how many.
    fn counted(&self, run: &Run) -> String {
        let new = run.files.iter().map(|handed| handed.item.entries_new).sum();
        let count = |result: &&str| run.files.iter().filter(|handed| handed.item.result == *result).count() as u64;
        let counted = RESULTS.iter().map(|result| (result, count(result))).filter(|(_, count)| *count > 0);
        let results: Vec<String> = counted
            .map(|(result, count)| {
                format!("{} {}", number::grouped(count), self.words.get(&format!("result-{result}")))
            })
            .collect();
        let files = number::grouped(run.files.len() as u64);
        let args = [("files", &*files), ("results", &*results.join(", ")), ("new", &*number::grouped(new))];
        self.words.with("tui-received-counts", &args)
    }

    fn changed_key(&self, handed: &Handed) -> Option<String> {
        let fingerprint = seal::fingerprint(handed.named.as_deref()?).ok()?;
        let unit = handed.unit.as_deref().map(clean::shown).unwrap_or_default();
        Some(format!("! {}", self.words.with("desk-new-key", &[("unit", &unit), ("fingerprint", &fingerprint)])))
    }

    fn wrong(&self, handed: &Handed) -> Option<String> {
        let (message, hint) = self.words.fault(handed.fault.as_ref()?);
        let name = handed.file.file_name().map(|name| clean::shown(&name.to_string_lossy())).unwrap_or_default();
        Some(format!("! {name}: {message}. {hint}"))
    }

    /// The folders in which receipts lie, each with how many.
    fn receipts(&self, run: &Run) -> Vec<String> {
        let all = run.files.iter().filter_map(|handed| handed.receipt.as_ref());
        let mut all: Vec<&PathBuf> = all.chain(run.asked.iter().map(|(_, path)| path)).collect();
        all.sort();
        all.dedup();
        let mut folders: BTreeMap<&Path, u64> = BTreeMap::new();
        for path in all {
            *folders.entry(path.parent().unwrap_or(path)).or_default() += 1;
        }
        let said = folders.into_iter().map(|(folder, count)| {
            let folder = clean::shown(&folder.display().to_string());
            self.words.with("tui-received-receipts", &[("count", &number::grouped(count)), ("folder", &folder)])
        });
        said.collect()
    }
}
