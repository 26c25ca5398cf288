//! The log on the screen: what is asked for, the pages that came, the row under the cursor, the record beside it. It
//! asks for pages and never for a count, so it costs the same however long the log is.

use uuid::Uuid;

use super::effect::Effect;
use super::filter::{Chip, Filters};
use super::msg::Detail;
use crate::logbook::{Cursor, Filter, Row};
use crate::record::Data;
use crate::report::register::Entry;
use crate::text::edit::Editor;
use crate::tui::command::Id;

/// Rows of one page.
pub const PAGE: usize = 100;

/// The log.
#[derive(Debug, Default)]
pub struct Log {
    /// What was typed to search.
    pub query: Editor,
    /// What the list is narrowed to.
    pub filters: Filters,
    /// The rows read so far.
    pub rows: Vec<Entry>,
    /// The row under the cursor.
    pub at: usize,
    /// The record being read.
    pub reading: Option<Reading>,
    /// The record that is on its way to be read.
    pub opening: Option<Uuid>,
    /// What is to be done with it when it comes.
    pub then: Option<Id>,
    /// The records through which links led here, the last one last.
    pub trail: Vec<Uuid>,
    /// The keys go to the record and not to the list.
    pub inside: bool,
    generation: u64,
    awaits: Awaits,
    more: bool,
    asked: Asked,
    /// The record that the cursor is to stand on when the page comes.
    wanted: Option<Uuid>,
}

/// Whether a query is worth a search: one letter would touch a good part of the index and tell nothing; a digit may be
/// a number's last.
pub(super) fn is_telling(query: &str) -> bool {
    let query = query.trim();
    query.chars().count() >= 2 || query.chars().all(|c| c.is_ascii_digit()) && !query.is_empty()
}

/// What a list was asked for.
type Asked = (Filters, Option<String>);

/// The page that is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Awaits {
    #[default]
    Nothing,
    First,
    Next,
}

/// A record being read.
#[derive(Debug)]
pub struct Reading {
    /// The record and its history.
    pub detail: Detail,
    /// Its content with persons, after a reveal.
    pub revealed: Option<Data>,
    /// The history is shown.
    pub history: bool,
    /// Rows scrolled over.
    pub top: usize,
}

impl Reading {
    /// The record as it may be shown now.
    #[must_use]
    pub fn data(&self) -> &Data {
        self.revealed.as_ref().unwrap_or(&self.detail.record.data)
    }
}

impl Log {
    /// Asks for the first page anew; the cursor goes to a record, if one is named.
    pub fn reload(&mut self, wanted: Option<Uuid>) -> Effect {
        self.generation += 1;
        self.awaits = Awaits::First;
        self.asked = self.asks();
        self.wanted = wanted;
        self.page(None)
    }

    /// Asks for what the filter says now, if that is something else than before.
    pub fn refresh(&mut self) -> Option<Effect> {
        (self.asks() != self.asked).then(|| self.reload(None))
    }

    /// Takes a page in; pages of an older question are dropped.
    pub fn take(&mut self, generation: u64, rows: Vec<Entry>) {
        if generation != self.generation {
            return;
        }
        self.more = rows.len() >= PAGE;
        if std::mem::take(&mut self.awaits) == Awaits::Next {
            self.rows.extend(rows);
            return;
        }
        self.rows = rows;
        let wanted = self.wanted.take();
        self.at = wanted.and_then(|id| self.rows.iter().position(|entry| entry.row.record == id)).unwrap_or(0);
    }

    /// No page comes; whether it was the one awaited.
    pub fn fail(&mut self, generation: u64) -> bool {
        let mine = generation == self.generation;
        if mine {
            self.awaits = Awaits::Nothing;
        }
        mine
    }

    /// Whether the first page is on its way.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.awaits == Awaits::First
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.at).map(|entry| &entry.row)
    }

    /// Moves the cursor; asks for the next page before the end is reached.
    pub fn go(&mut self, by: isize) -> Option<Effect> {
        let last = self.rows.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        if !self.more || self.awaits != Awaits::Nothing || self.at + PAGE / 2 < self.rows.len() {
            return None;
        }
        self.awaits = Awaits::Next;
        let after = self.rows.last().map(|entry| entry.row.cursor());
        Some(self.page(after))
    }

    /// Takes the query and every chip away; whether there was one.
    pub fn clear(&mut self) -> bool {
        let some = !self.is_whole();
        self.query.set("");
        self.filters = Filters::default();
        some
    }

    /// The keys go to a record from now on.
    pub(super) fn enter(&mut self) {
        self.inside = true;
        self.trail.clear();
    }

    /// Nothing narrows the list.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.query.text().is_empty() && self.filters.chips().is_empty()
    }

    /// Nothing but a kind narrows the list.
    #[must_use]
    pub fn is_register(&self) -> bool {
        self.query.text().is_empty() && matches!(self.filters.chips(), [Chip::Kind(_)])
    }

    fn asks(&self) -> Asked {
        let query = self.query.text();
        (self.filters.clone(), is_telling(query).then(|| query.to_owned()))
    }

    /// What stands in the list, from its beginning.
    #[must_use]
    pub fn filter(&self) -> Filter {
        let (filters, query) = self.asked.clone();
        Filter { query, limit: PAGE, ..filters.asks() }
    }

    fn page(&self, after: Option<Cursor>) -> Effect {
        let filter = Box::new(Filter { after, ..self.filter() });
        Effect::Page { generation: self.generation, filter }
    }
}
