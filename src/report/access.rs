//! Who saw what, as a table that a spreadsheet opens without asking: words for codes, nothing that it could run.

use crate::record::when::{self, Moment};
use crate::text::{clean, csv};
use crate::words::Words;

/// The columns, as their wording ids end.
const COLUMNS: [&str; 5] = ["at", "who", "did", "number", "why"];

/// What the file begins with.
#[must_use]
pub fn head(words: &Words) -> String {
    let heads = COLUMNS.map(|column| words.get(&format!("column-{column}")).to_owned());
    format!("{}{}", csv::BOM, csv::row(heads.iter().map(String::as_str)))
}

/// One access: when, who, what, on which record, why.
#[must_use]
pub fn row(words: &Words, at: Option<Moment>, [who, what, number, why]: [&str; 4]) -> String {
    let at = at.map(when::shown).unwrap_or_default();
    let cells = [at.as_str(), who, &did(words, what), number, why].map(clean::shown);
    csv::row(cells.iter().map(String::as_str))
}

/// What was done, in words; a code that this program doesn't know stands for itself.
#[must_use]
pub fn did(words: &Words, what: &str) -> String {
    let id = format!("cli-access-{what}");
    let said = words.get(&id);
    if said == id { clean::shown(what) } else { said.to_owned() }
}
