//! Text as search compares it: as typed but in one case and one spelling, or without any marks.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// NFC, lower case, tone marks in their standard place: what a word typed with marks has to equal.
#[must_use]
pub fn exact(text: &str) -> String {
    super::tone::standard(&composed(&composed(text).to_lowercase()))
}

/// NFC; most text is it already.
fn composed(text: &str) -> Cow<'_, str> {
    if is_composed(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether a text surely is NFC. What Vietnamese keyboards give stands in two blocks where every letter is.
pub(super) fn is_composed(text: &str) -> bool {
    let simple = |c| matches!(c, '\0'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}');
    text.chars().all(simple) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Lower case without marks, đ as d: what a word typed without marks has to equal.
#[must_use]
pub fn folded(text: &str) -> String {
    let quick: Option<String> = text.chars().map(letter).collect();
    quick.unwrap_or_else(|| {
        let lower = text.to_lowercase();
        lower.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).nfc().collect()
    })
}

/// The plain letter under a Vietnamese one, and ASCII in lower case; none for what needs the long way.
pub(super) const fn letter(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        'À'..='Ã' | 'à'..='ã' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ê' | 'è'..='ê' | 'Ẹ'..='ệ' => 'e',
        'Ì' | 'Í' | 'ì' | 'í' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Õ' | 'ò'..='õ' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù' | 'Ú' | 'ù' | 'ú' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' => 'd',
        _ => return None,
    })
}

/// Whether a word was typed with a mark, so that it asks for exactly that spelling.
#[must_use]
pub fn is_marked(word: &str) -> bool {
    exact(word) != folded(word)
}

/// The words of a query or a text, split where the search index splits.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty())
}

/// The candidate that is spelt most alike, if any is near enough to be meant.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = folded(text).chars().take(64).collect();
    let near =
        candidates.map(|c| (distance(&wanted, &folded(c).chars().collect::<Vec<_>>()), c)).min_by_key(|(d, _)| *d);
    near.filter(|(d, _)| *d <= 2.max(wanted.len() / 3)).map(|(_, candidate)| candidate)
}

/// Edits between two words (Levenshtein), row by row.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut left = i + 1;
        let mut diagonal = i;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let here = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, here);
            left = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_matter_only_when_typed() {
        assert_eq!(folded("Đường Nguyễn Huệ"), "duong nguyen hue");
        assert_eq!(exact("NGUYE\u{302}\u{303}N"), "nguyễn");
        assert_eq!(exact("Hoà"), exact("hòa"));
        assert!(is_marked("đường") && is_marked("Đ") && !is_marked("DUONG") && !is_marked("2026"));
        assert_eq!(words("trom-xe\" OR (*)").collect::<Vec<_>>(), ["trom", "xe", "OR"]);
    }

    #[test]
    fn slips_find_what_was_meant() {
        let keys = ["category", "channel", "reported_at", "title"];
        assert_eq!(nearest("titel", keys.into_iter()), Some("title"));
        assert_eq!(nearest("catgory", keys.into_iter()), Some("category"));
        assert_eq!(nearest("xyzzyq", keys.into_iter()), None);
        assert_eq!(distance(&['a', 'b'], &['a', 'c', 'd']), 2);
    }

    #[test]
    fn the_quick_way_leads_where_the_long_one_does() {
        for c in '\0'..='\u{2fff}' {
            assert!(!is_composed(&c.to_string()) || c.nfc().eq([c]), "{c}");
        }
        for c in ('\0'..='\u{1fff}').filter(|c| letter(*c).is_some()) {
            let long: String = c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect();
            let long = if long == "đ" { "d".to_owned() } else { long };
            assert_eq!(folded(&c.to_string()), long, "{c}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_stable(text in any::<String>()) {
            let plain = folded(&text);
            prop_assert_eq!(folded(&plain), plain.clone());
        }
    }
}
