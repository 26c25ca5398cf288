//! Search: what goes into the index, and how a query becomes a question that can't be anything else.

use uuid::Uuid;

use crate::journal::is_unit_code;
use crate::record::Number;
use crate::text::fold;

/// More words than this in a query are passed over; nobody types them, and each costs.
const MOST_WORDS: usize = 12;

/// A record as the index needs to know it.
pub(super) struct Indexed {
    /// The record's own row, by which the index finds it.
    pub row: i64,
    /// The row of its newest version.
    pub newest: i64,
    pub number: String,
    pub kind: String,
    pub unit: String,
    pub record: Uuid,
    /// How many notes there are on it.
    pub noted: i64,
}

impl Indexed {
    /// From the columns row, newest, number, kind, noted, unit, record.
    pub(super) fn read(found: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            row: found.get(0)?,
            newest: found.get(1)?,
            number: found.get(2)?,
            kind: found.get(3)?,
            noted: found.get(4)?,
            unit: found.get(5)?,
            record: Uuid::from_bytes(found.get(6)?),
        })
    }
}

/// The text as the exact column holds it.
pub(super) fn exact(text: &str) -> String {
    fold::exact(text)
}

/// The text as the folded column holds it.
pub(super) fn folded(text: &str) -> String {
    fold::folded(text)
}

/// The FTS5 expression for a query, made of quoted words only; none when there is no word in it.
/// A word typed with marks asks for that spelling, a plain one for every spelling; only the last may be a beginning,
/// and only from two letters on (a one-letter prefix would touch a good part of the index).
///
/// Of one post at a desk, the end of its code is asked for too, which stands in the number of each of its records: the
/// index passes over those of the others, and need not fetch each to see whose it is.
pub(super) fn expression(query: &str, post: Option<&str>) -> Option<String> {
    let open_end = query.chars().next_back().is_some_and(in_word);
    let words: Vec<(&str, String)> = fold::words(query).flat_map(asked).take(MOST_WORDS).collect();
    let last = words.len().checked_sub(1)?;
    let parts = words.iter().enumerate().map(|(n, (column, word))| {
        let prefix = if n == last && open_end && word.chars().count() >= 2 { " *" } else { "" };
        format!("{column} : \"{word}\"{prefix}")
    });
    let code = post.filter(|unit| is_unit_code(unit)).and_then(|unit| unit.rsplit('-').next());
    let code = code.map(|code| format!("exact : \"{}\"", fold::exact(code)));
    Some(code.into_iter().chain(parts).collect::<Vec<_>>().join(" AND "))
}

/// A word as it is asked for: the column, and the pieces that the index can hold.
fn asked(word: &str) -> Vec<(&'static str, String)> {
    let (column, text) =
        if fold::is_marked(word) { ("exact", fold::exact(word)) } else { ("folded", fold::folded(word)) };
    let pieces = text.split(|c| !in_word(c)).map(|piece| piece.trim_start_matches(is_mark));
    pieces.filter(|piece| !piece.is_empty()).map(|piece| (column, piece.to_owned())).collect()
}

/// Whether the index surely keeps this character within a word. A word that it splits would be asked for as a
/// phrase, which an index without positions refuses, so what isn't sure splits the word here already.
fn in_word(c: char) -> bool {
    let sure = matches!(c, '\0'..='\u{2af}' | '\u{386}'..='\u{481}' | '\u{48a}'..='\u{527}' | '\u{1e00}'..='\u{1eff}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4db5}' | '\u{4e00}'..='\u{9fcb}'
        | '\u{ac00}'..='\u{d7a3}');
    (sure && c.is_alphanumeric()) || is_mark(c)
}

/// The combining marks that `unicode61` takes as part of the letter before them.
fn is_mark(c: char) -> bool {
    let marks: u64 = 0x0003_61F8_0802_9FDF;
    u32::from(c).checked_sub(0x300).is_some_and(|n| n < 50 && marks >> n & 1 == 1)
}

/// What a query means when it is a human number or its last digits.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A whole number, long or short.
    Number(Number),
    /// The last digits of one; the count of digits matters for `023`.
    Digits(String),
}

/// Reads a query as a number.
pub(super) fn named(query: &str) -> Option<Named> {
    let query = query.trim();
    if (1..=12).contains(&query.len()) && query.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Named::Digits(query.to_owned()));
    }
    Number::parse(query).map(Named::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_quoted_words_only() {
        let expression = |query| super::expression(query, None);
        assert_eq!(expression("trom xe").as_deref(), Some(r#"folded : "trom" AND folded : "xe" *"#));
        assert_eq!(expression("Đường ").as_deref(), Some(r#"exact : "đường""#));
        assert_eq!(expression("a").as_deref(), Some(r#"folded : "a""#));
        assert_eq!(
            expression("x\" OR folded:* NEAR(").as_deref(),
            Some(r#"folded : "x" AND folded : "or" AND folded : "folded" AND folded : "near""#)
        );
        for nothing in ["", "  ", "\"*", "()", "-"] {
            assert_eq!(expression(nothing), None);
            assert_eq!(super::expression(nothing, Some("LDG-P2")), None);
        }
        assert_eq!(super::expression("x y", Some("P\" OR")), expression("x y"));
        let of_one = super::expression("x\" OR y", Some("LDG-P2"));
        assert_eq!(of_one.as_deref(), Some(r#"exact : "p2" AND folded : "x" AND folded : "or" AND folded : "y""#));
    }

    #[test]
    fn numbers_are_recognised() {
        assert_eq!(named(" 123 "), Some(Named::Digits("123".into())));
        assert!(matches!(named("vv-2026-7"), Some(Named::Number(n)) if n.serial == 7));
        assert_eq!(named("trom xe"), None);
    }
}
