//! Lines of the intake log. That of a file which changes nothing waits for the next transaction, at the latest the one
//! before the receipts: a sync for each file that was here already would cost more than reading it.

use std::cell::RefCell;

use serde_json::{Map, Value, json};

use super::take::{Desk, Looked};
use crate::fault::Outcome;
use crate::logbook::{Logbook, files};
use crate::record::when::{self, Moment};
use crate::sync::receipt::Item;

/// So many lines wait at most.
const MOST: usize = 500;

/// Lines that wait, in the order of the files.
#[derive(Default)]
pub(super) struct Waiting(RefCell<Vec<(Moment, Map<String, Value>)>>);

impl Waiting {
    /// The lines.
    pub(super) fn lines(&self) -> Vec<Map<String, Value>> {
        self.0.borrow().iter().map(|(_, line)| line.clone()).collect()
    }
}

impl Desk<'_> {
    /// Notes what became of a file.
    pub(super) fn note(&self, looked: &Looked, unit: Option<&str>, item: &Item, at: Moment) {
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
        let what = if let Value::Object(what) = what { what } else { Map::new() };
        self.waiting.0.borrow_mut().push((at, what));
    }

    /// Changes something, in one transaction with every line that waits and with those that `act` notes.
    pub(super) fn write<T>(&self, act: impl FnOnce(&Logbook) -> Outcome<T>) -> Outcome<T> {
        let before = self.waiting.0.borrow().len();
        let done = self.book.write(|book| {
            let done = act(book)?;
            self.waiting.0.borrow().iter().try_for_each(|(at, what)| book.log_intake(*at, what.clone()))?;
            Ok(done)
        });
        let mut waiting = self.waiting.0.borrow_mut();
        // What wasn't written is told otherwise.
        waiting.truncate(if done.is_ok() { 0 } else { before });
        done
    }

    /// Writes down what waits, once it is much or when nothing more comes.
    pub(super) fn settle_log(&self, last: bool) -> Outcome<()> {
        let waiting = self.waiting.0.borrow().len();
        if waiting >= MOST || (last && waiting > 0) { self.write(|_| Ok(())) } else { Ok(()) }
    }
}
