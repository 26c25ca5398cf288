//! The log as a table that a spreadsheet opens without asking: words for codes, nothing that it could run.

use std::collections::HashMap;

use super::names;
use super::register::{Entry, Reader, heading};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::when::{self, Moment};
use crate::record::{Column, Kind, Shows};
use crate::text::{clean, csv};
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

    /// What the file begins with.
    #[must_use]
    pub fn head(&self) -> String {
        let heads = COLUMNS.into_iter().map(|column| self.words.get(&format!("cli-column-{column}")).to_owned());
        let own = self.own.iter().map(|(_, column)| heading(column, self.words));
        let heads: Vec<String> = heads.chain(own).collect();
        format!("{}{}", csv::BOM, csv::row(heads.iter().map(String::as_str)))
    }

    /// One record.
    #[must_use]
    pub fn row(&self, entry: &Entry) -> String {
        let (words, row) = (self.words, &entry.row);
        let officer = |id: &str| self.officers.get(id).cloned().unwrap_or_else(|| id.to_owned());
        let reader = Reader { words, now: self.now, officer: &officer };
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
        let own = self.own.iter().map(|(kind, column)| match column.shows {
            // A spreadsheet takes 4/5 for a day in May.
            Shows::Share(..) | Shows::Counted(_) => {
                reader.cell(*kind, column, entry).replace('/', words.get("register-of"))
            }
            _ => reader.cell(*kind, column, entry),
        });
        let cells: Vec<String> = cells.into_iter().chain(own).map(|cell| clean::shown(&cell)).collect();
        csv::row(cells.iter().map(String::as_str))
    }
}
