//! What stands in the list as a file for spreadsheets: where to, and what was written.

use super::cards::{Card, Question};
use super::work::STOPPED;
use super::{App, Effect};
use crate::fault::Outcome;
use crate::text::edit::Editor;
use crate::text::{clean, number};

/// A file that was written for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where it lies.
    pub file: String,
    /// Its bytes.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: String,
}

impl App {
    /// Asks where to.
    pub(super) fn ask_csv(&mut self) {
        self.card = Some(Card::Ask { question: Question::Csv, text: Editor::line("") });
    }

    /// The path that was typed.
    pub(super) fn csv_answer(&mut self, path: &str) {
        let path = clean::line(path);
        let Some(filter) = self.session().map(|session| session.log.filter()) else { return };
        self.work(Effect::Csv { filter: Box::new(filter), path, lang: self.words.lang() });
    }

    /// What became of it.
    pub(super) fn csv_written(&mut self, result: Outcome<(usize, Written)>) {
        self.file_written("tui-csv-done", "tui-csv-rows", result);
    }

    /// What became of a file of rows.
    pub(super) fn file_written(&mut self, heading: &'static str, counted: &str, result: Outcome<(usize, Written)>) {
        self.work_over();
        match result {
            Ok((rows, written)) => {
                let rows = number::grouped(rows as u64);
                let said = vec![self.words.with(counted, &[("rows", &rows)]), self.written(&written)];
                self.card = Some(Card::Told { heading, said, top: 0 });
            }
            Err(fault) if fault.code == STOPPED => self.notice = Some(self.words.fault(&fault).0),
            Err(fault) => self.trouble(&fault),
        }
    }

    /// Path, size and SHA-256 of a file, in one line.
    pub(super) fn written(&self, written: &Written) -> String {
        let size = number::grouped(written.size);
        self.words.with("cli-written", &[("file", &written.file), ("size", &size), ("sha256", &written.sha256)])
    }
}
