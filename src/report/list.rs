//! The log as a table that a spreadsheet opens without asking: words for codes, nothing that it could run.

use std::collections::HashMap;

use super::names;
use crate::fault::Outcome;
use crate::logbook::{Logbook, Row};
use crate::record::when;
use crate::text::{clean, csv};
use crate::words::Words;

/// The columns, as their wording ids end.
const COLUMNS: [&str; 9] = ["number", "at", "kind", "unit", "area", "category", "status", "title", "void"];

/// A table in the making.
pub struct Table<'a> {
    words: &'a Words,
    areas: HashMap<String, String>,
}

impl<'a> Table<'a> {
    /// A table of this logbook's records.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of(book: &Logbook, words: &'a Words) -> Outcome<Self> {
        let areas = book.areas()?.into_iter().map(|area| (names::area(&area.code, &area.name), area.code));
        Ok(Self { words, areas: areas.map(|(name, code)| (code, name)).collect() })
    }

    /// What the file begins with.
    #[must_use]
    pub fn head(&self) -> String {
        let heads = COLUMNS.map(|column| self.words.get(&format!("cli-column-{column}")).to_owned());
        format!("{}{}", csv::BOM, csv::row(heads.iter().map(String::as_str)))
    }

    /// One record.
    #[must_use]
    pub fn row(&self, row: &Row) -> String {
        let words = self.words;
        let area = row.area.as_ref().map(|code| self.areas.get(code).cloned().unwrap_or_else(|| clean::shown(code)));
        let category = row.category.as_deref().map(|code| names::category_and_code(code, words));
        let status = row.status.as_deref().map(|status| names::status(&row.kind, status, words));
        let cells = [
            row.number.clone(),
            when::shown(row.at),
            names::kind(&row.kind, words),
            row.unit.clone(),
            area.unwrap_or_default(),
            category.unwrap_or_default(),
            status.unwrap_or_default(),
            row.title.clone().unwrap_or_default(),
            words.get(if row.void { "cli-yes" } else { "cli-no" }).to_owned(),
        ];
        csv::row(cells.map(|cell| clean::shown(&cell)).iter().map(String::as_str))
    }
}
