//! Searching persons: an act of its own, in the access log with its words before anything is looked at. Nothing about
//! persons is ever indexed, so the envelopes are opened one after the other, a slice at a time.

use serde_json::{Map, Value};

use super::{Right, Who, log};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Row};
use crate::record::Kind;
use crate::text::{clean, fold};

/// So many rows of the log are looked through at a time.
const SLICE: i64 = 2000;
/// Codes and flags, which nobody means by a name.
const NO_WORDS: [&str; 2] = ["role", "sex"];

/// A search that is under way, newest records first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonSearch {
    words: Vec<String>,
    rows: i64,
    left: i64,
}

/// What one slice of the log gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// Records in which a person fits, newest first. To see the persons takes a reveal.
    pub found: Vec<Row>,
    /// Rows of the log that are looked through by now, and how many there are.
    pub done: (u64, u64),
}

/// Begins a search for persons by name, number, address or plate. The access, with words and reason, is on disk before
/// this returns; the slices may be read on any connection.
///
/// # Errors
/// E021, E014 a reason is needed, E015 no word of two letters; those of the disk.
pub fn find_persons(
    book: &Logbook,
    who: &Who,
    (words, why): (&str, &str),
    mint: &mut dyn Mint,
) -> Outcome<PersonSearch> {
    who.need(Right::Reveal)?;
    let why = clean::line(why);
    if why.is_empty() {
        return Err(Fault::new(Trouble::Use, "E014"));
    }
    let typed = clean::line(words);
    let words: Vec<String> = fold::words(&typed).filter(|word| word.chars().count() > 1).map(str::to_owned).collect();
    if words.is_empty() {
        return Err(Fault::new(Trouble::Use, "E015"));
    }
    log(book, who, "search", (None, Some(&format!("{typed} · {why}"))), mint)?;
    let rows = book.last_row()?;
    Ok(PersonSearch { words, rows, left: rows })
}

impl PersonSearch {
    /// How far it is before the first slice: nothing found, nothing looked through.
    #[must_use]
    pub fn begun(&self) -> Slice {
        Slice { found: Vec::new(), done: (0, u64::try_from(self.rows).unwrap_or(0)) }
    }

    /// Looks through the next slice; none when all is done.
    ///
    /// # Errors
    /// Those of the database; interrupted when nobody waits any more.
    pub fn slice(&mut self, book: &Logbook) -> Outcome<Option<Slice>> {
        if self.left <= 0 {
            return Ok(None);
        }
        let from = (self.left - SLICE).max(0);
        let mut found = Vec::new();
        book.each_persons((from, self.left), |row, persons| {
            // Who told something in confidence is not found by their name.
            if !Kind::parse(&row.kind).is_some_and(Kind::is_sealed) && self.fits(persons) {
                found.push(row);
            }
        })?;
        self.left = from;
        let count = |rows: i64| u64::try_from(rows).unwrap_or(0);
        Ok(Some(Slice { found, done: (count(self.rows - from), count(self.rows)) }))
    }

    /// Whether one person, or the exact place, has every word.
    fn fits(&self, sheet: &Map<String, Value>) -> bool {
        let persons = sheet.get("persons").and_then(Value::as_array).into_iter().flatten();
        let place = sheet.get("exact_place").and_then(Value::as_str).map(str::to_owned);
        let mut texts = persons.filter_map(Value::as_object).map(text).chain(place);
        texts.any(|text| self.words.iter().all(|word| has(&text, word)))
    }
}

/// All that a person's entry says, one line a field.
fn text(person: &Map<String, Value>) -> String {
    let said = person.iter().filter(|(key, _)| !NO_WORDS.contains(&key.as_str()));
    let said = said.filter_map(|(_, value)| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    said.collect::<Vec<_>>().join("\n")
}

/// Whether a text has a word that begins so; a word typed with marks asks for that spelling. Digits may stand anywhere
/// in a number, however it is written.
fn has(text: &str, word: &str) -> bool {
    if word.len() > 2 && word.bytes().all(|b| b.is_ascii_digit()) {
        let digits = |line: &str| line.chars().filter(char::is_ascii_digit).collect::<String>();
        return text.lines().any(|line| digits(line).contains(word));
    }
    let spelt: fn(&str) -> String = if fold::is_marked(word) { fold::exact } else { fold::folded };
    let (text, word) = (spelt(text), spelt(word));
    fold::words(&text).any(|other| other.starts_with(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_person_is_found_by_any_of_their_words() {
        let sheet = json!({
            "persons": [{"role": "victim", "name": "Trần Thị Cúc", "phone": "0912 345 678"}, {"name": "Lê Đường"}],
            "exact_place": "12/4 Hùng Vương",
        });
        let fits = |words: &str| {
            let words = fold::words(words).map(str::to_owned).collect();
            PersonSearch { words, rows: 1, left: 1 }.fits(sheet.as_object().unwrap())
        };
        for found in ["cuc", "tran thi", "Cúc", "345678", "0912345678", "678", "hung vuong", "đường", "Le Du"] {
            assert!(fits(found), "{found}");
        }
        for nobody in ["cục", "cuc le", "victim", "91299", "ung"] {
            assert!(!fits(nobody), "{nobody}");
        }
    }
}
