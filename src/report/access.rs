//! Who saw what, as a table for spreadsheets: words for codes.

use super::sheet::Cell;
use crate::record::when::Moment;
use crate::text::clean;
use crate::words::Words;

/// The columns, as their wording ids end.
const COLUMNS: [&str; 5] = ["at", "who", "did", "number", "why"];

/// The heads of its columns.
#[must_use]
pub fn heads(words: &Words) -> Vec<String> {
    COLUMNS.map(|column| words.get(&format!("column-{column}")).to_owned()).into()
}

/// One access: when, who, what, on which record, why.
#[must_use]
pub fn row(words: &Words, at: Option<Moment>, [who, what, number, why]: [&str; 4]) -> Vec<Cell> {
    let at = at.map_or_else(|| Cell::Text(String::new()), Cell::At);
    let said = [who, &did(words, what), number, why].map(|said| Cell::Text(said.to_owned()));
    [at].into_iter().chain(said).collect()
}

/// What was done, in words; a code that this program doesn't know stands for itself.
#[must_use]
pub fn did(words: &Words, what: &str) -> String {
    let id = format!("cli-access-{what}");
    let said = words.get(&id);
    if said == id { clean::shown(what) } else { said.to_owned() }
}
