//! One place for the tone mark. Both schools of spelling, hòa and hoà, are the same word to whoever searches.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::letter;

/// Grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Moves the tone mark in `oa`, `oe`, `uy` of each word to the standard place: on the first vowel of an open
/// syllable (hòa), on the second before a final consonant (hoàn) and after q (quý). Expects lower case NFC.
#[must_use]
pub fn standard(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(from) = rest.find(in_word) {
        let (before, word) = rest.split_at(from);
        let (word, after) = word.split_at(word.find(|c| !in_word(c)).unwrap_or(word.len()));
        whole.push_str(before);
        if may_move(word) {
            place(word, &mut whole);
        } else {
            whole.push_str(word);
        }
        rest = after;
    }
    whole + rest
}

fn in_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        // The letters that Vietnamese has are known without the tables of every script.
        letter(c).is_some() || c.is_alphabetic() || is_combining_mark(c)
    }
}

/// Whether a word may have a tone mark in the wrong place; most have none of the pairs, or one that is right.
fn may_move(word: &str) -> bool {
    let (mut first, mut second) = (' ', ' ');
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let pair = matches!((letter(second), letter(c)), (Some('o'), Some('a' | 'e')) | (Some('u'), Some('y')));
        let on_second = first == 'q' || letters.peek().is_some();
        if is_combining_mark(c) || (pair && !if on_second { second } else { c }.is_ascii()) {
            return true;
        }
        (first, second) = (second, c);
    }
    false
}

/// A letter, whatever changes its shape, and its tone.
struct Letter {
    base: char,
    shaped: String,
    tone: Option<char>,
}

fn place(word: &str, whole: &mut String) {
    let mut letters = split(word);
    let pair = letters.windows(2).position(|two| match two {
        [a, b] => {
            let plain = a.shaped.is_empty() && b.shaped.is_empty();
            let toned = a.tone.is_some() != b.tone.is_some();
            plain && toned && matches!((a.base, b.base), ('o', 'a' | 'e') | ('u', 'y'))
        }
        _ => false,
    });
    let Some(at) = pair else { return whole.push_str(word) };
    let after_q = at > 0 && letters.get(at - 1).is_some_and(|l| l.base == 'q');
    let second = after_q || letters.len() > at + 2;
    let tone = letters.iter_mut().skip(at).take(2).find_map(|l| l.tone.take());
    if let Some(letter) = letters.get_mut(if second { at + 1 } else { at }) {
        letter.tone = tone;
    }
    let spelt = letters.iter().flat_map(|l| std::iter::once(l.base).chain(l.shaped.chars()).chain(l.tone));
    whole.extend(spelt.collect::<String>().nfc());
}

fn split(word: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for c in word.nfd() {
        match letters.last_mut() {
            Some(letter) if TONES.contains(&c) && letter.tone.is_none() => letter.tone = Some(c),
            Some(letter) if is_combining_mark(c) => letter.shaped.push(c),
            _ => letters.push(Letter { base: c, shaped: String::new(), tone: None }),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_schools_meet() {
        for (one, other) in
            [("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("hòan", "hoàn"), ("qúy", "quý"), ("tuý", "túy")]
        {
            assert_eq!(standard(one), standard(other), "{one}");
        }
        assert_eq!(standard("quý hoà, toàn tòan"), "quý hòa, toàn toàn");
        for kept in ["đường", "tuần", "thuở", "nguyễn", "xuân", "loại", "huỳnh", "khoai", "toán"] {
            assert_eq!(standard(kept), kept);
        }
    }

    proptest! {
        #[test]
        fn words_that_are_passed_over_need_no_change(word in "q?[bhkt]?[oòóỏõọôơuùúủũụưaàâyýỳe]{1,3}[nci]?") {
            let mut placed = String::new();
            place(&word, &mut placed);
            prop_assert!(may_move(&word) || placed == word, "{} {}", word, placed);
        }

        #[test]
        fn placing_twice_is_placing_once(text in "[a-zàáảãạăâđêôơưòóỏõọùúủũụỳýỷỹỵéè ,.]{0,24}") {
            let once = standard(&text);
            prop_assert_eq!(standard(&once), once.clone());
        }
    }
}
