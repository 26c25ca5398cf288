//! The log as a table for spreadsheets: words for codes.

use std::collections::HashMap;

use super::names;
use super::register::{Entry, Reader, heading};
use super::sheet::Cell;
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::when::{self, Moment};
use crate::record::{Column, Kind, Shape, Shows};
use crate::text::clean;
use crate::words::Words;

/// The columns, as their wording ids end.
const COLUMNS: [&str; 9] = ["number", "at", "kind", "unit", "area", "category", "status", "title", "void"];

/// A table in the making.
pub struct Table<'a> {
    words: &'a Words,
    now: Moment,
    areas: HashMap<String, String>,
    officers: HashMap<String, String>,
    /// Where one kind is listed, the columns that only it has.
    own: Vec<(Kind, &'static Column)>,
}

impl<'a> Table<'a> {
    /// A table of this logbook's records, of one kind or of all.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of(book: &Logbook, kind: Option<Kind>, now: Moment, words: &'a Words) -> Outcome<Self> {
        let areas = book.areas()?.into_iter().map(|area| (names::area(&area.code, &area.name), area.code));
        let officers = book.officers()?.into_iter().filter_map(|o| Some((o.id.to_string(), o.name.or(o.login)?)));
        let own = kind.into_iter().flat_map(|kind| kind.columns().iter().map(move |column| (kind, column)));
        // The others have columns of their own in every list.
        let own = own.filter(|(_, column)| {
            !matches!(column.shows, Shows::Main | Shows::State | Shows::Field("area" | "category"))
        });
        Ok(Self {
            words,
            now,
            areas: areas.map(|(name, code)| (code, name)).collect(),
            officers: officers.collect(),
            own: own.collect(),
        })
    }

    /// The heads of its columns.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        let heads = COLUMNS.into_iter().map(|column| self.words.get(&format!("cli-column-{column}")).to_owned());
        let own = self.own.iter().map(|(_, column)| heading(column, self.words));
        heads.chain(own).collect()
    }

    /// One record.
    #[must_use]
    pub fn row(&self, entry: &Entry) -> Vec<Cell> {
        let (words, row) = (self.words, &entry.row);
        let area = row.area.as_ref().map(|code| self.areas.get(code).cloned().unwrap_or_else(|| clean::shown(code)));
        let category = row.category.as_deref().map(|code| names::category_and_code(code, words));
        let status = row.status.as_deref().map(|status| names::status(&row.kind, status, words));
        let text = |said: Option<String>| Cell::Text(said.unwrap_or_default());
        let cells = [
            Cell::Text(row.number.clone()),
            Cell::At(row.at),
            Cell::Text(names::kind(&row.kind, words)),
            Cell::Text(row.unit.clone()),
            text(area),
            text(category),
            text(status),
            text(row.title.clone()),
            Cell::Text(words.get(if row.void { "cli-yes" } else { "cli-no" }).to_owned()),
        ];
        cells.into_iter().chain(self.own.iter().map(|(kind, column)| self.told(*kind, column, entry))).collect()
    }

    /// A column that only its kind has: numbers and moments as what they are, anything else in words.
    fn told(&self, kind: Kind, column: &Column, entry: &Entry) -> Cell {
        let officer =
            |id: &str| self.officers.get(id).cloned().unwrap_or_else(|| self.words.get("officer-unknown").to_owned());
        let reader = Reader { words: self.words, now: self.now, officer: &officer };
        let said = reader.cell(kind, column, entry);
        match (column.shows, &entry.told) {
            // A spreadsheet takes 4/5 for a day in May.
            (Shows::Share(..) | Shows::Counted(_), _) => Cell::Text(said.replace('/', self.words.get("register-of"))),
            (Shows::Field(path), Some(told)) => {
                let value = told.data.get(path);
                let at = || value.as_str().and_then(when::parse);
                let typed = match column.field(kind).map(|field| field.shape) {
                    Some(Shape::When) => at().map(Cell::At),
                    _ => value.as_u64().map(Cell::Number),
                };
                typed.unwrap_or(Cell::Text(said))
            }
            _ => Cell::Text(said),
        }
    }
}
