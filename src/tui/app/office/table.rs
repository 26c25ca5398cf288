//! A table of rows that is looked through: one cursor, and a filter that is typed. It knows no room and asks nobody.

use super::super::form::cell;
use super::super::msg::{Code, Key};
use super::super::registers::{asked, begins};
use super::Of;
use crate::text::edit::Editor;
use crate::text::fold;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub of: Of,
    /// A cell for each column of the room.
    pub cells: Vec<String>,
    /// What is said below the table while the cursor stands on it; the room's own hint when nothing.
    pub note: String,
    /// It is over: ended, disabled, out of reach.
    pub faint: bool,
    /// Somebody has to see to it.
    pub alarm: bool,
}

impl Row {
    /// A row without anything special to say.
    #[must_use]
    pub const fn new(of: Of, cells: Vec<String>) -> Self {
        Self { of, cells, note: String::new(), faint: false, alarm: false }
    }

    /// With something to say below the table.
    #[must_use]
    pub fn noted(self, note: String) -> Self {
        Self { note, ..self }
    }

    /// Somebody has to see to it.
    #[must_use]
    pub fn alarming(self, alarm: bool) -> Self {
        Self { alarm, ..self }
    }

    /// Over, or out of reach.
    #[must_use]
    pub fn faint(self, faint: bool) -> Self {
        Self { faint, ..self }
    }
}

/// The table.
#[derive(Debug, Default)]
pub struct Table {
    /// What was typed to find a row.
    pub query: Editor,
    /// The row under the cursor, counted among those that are shown.
    pub at: usize,
    rows: Vec<Row>,
    /// The rows that the query finds.
    shown: Vec<usize>,
}

impl Table {
    /// Takes rows in; the cursor stays on what it stood on, or goes to what is wanted.
    pub fn fill(&mut self, rows: Vec<Row>, wanted: Option<&Of>) {
        let stood = wanted.cloned().or_else(|| self.row().map(|row| row.of.clone()));
        self.rows = rows;
        self.sift();
        let found = self.shown().position(|row| Some(&row.of) == stood.as_ref());
        self.at = found.unwrap_or(self.at).min(self.shown.len().saturating_sub(1));
    }

    /// Adds rows at the end.
    pub fn extend(&mut self, rows: Vec<Row>) {
        self.rows.extend(rows);
        self.sift();
    }

    /// How many rows there are, found or not.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that the query finds.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|n| self.rows.get(*n))
    }

    /// How many those are.
    #[must_use]
    pub const fn found(&self) -> usize {
        self.shown.len()
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        self.shown.get(self.at).and_then(|n| self.rows.get(*n))
    }

    /// Whether something was typed to find a row.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        !self.query.text().is_empty()
    }

    /// Finds rows as if this had been typed.
    pub fn seek(&mut self, query: &str) {
        self.query.set(query);
        self.at = 0;
        self.sift();
    }

    /// Takes the query away; whether there was one.
    pub fn clear(&mut self) -> bool {
        let some = self.is_searched();
        self.query.set("");
        self.sift();
        some
    }

    /// Moves the cursor, or types.
    pub fn key(&mut self, key: Key, page: isize) {
        let last = self.shown.len().saturating_sub(1);
        let by = match key.code {
            Code::Up => -1,
            Code::Down => 1,
            Code::PageUp => -page,
            Code::PageDown => page,
            Code::Home => isize::MIN,
            Code::End => isize::MAX,
            _ => return self.write(key),
        };
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Text pasted.
    pub fn paste(&mut self, text: &str) {
        self.query.paste(text);
        self.at = 0;
        self.sift();
    }

    fn write(&mut self, key: Key) {
        let before = self.query.text().to_owned();
        match key.text() {
            Some(' ') if before.is_empty() => {}
            Some(c) => self.query.insert(c),
            None => {
                cell::edit(&mut self.query, key, usize::MAX);
            }
        }
        if self.query.text() != before {
            self.at = 0;
            self.sift();
        }
    }

    /// Finds the rows that have a word for each word of the query.
    fn sift(&mut self) {
        let wanted: Vec<&str> = fold::words(asked(self.query.text())).collect();
        let says = |row: &Row, word: &str| row.cells.iter().any(|cell| begins(cell, word));
        let found = self.rows.iter().enumerate().filter(|(_, row)| wanted.iter().all(|word| says(row, word)));
        self.shown = found.map(|(n, _)| n).collect();
        self.at = self.at.min(self.shown.len().saturating_sub(1));
    }
}
