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
    for part in text.split_inclusive(|c: char| !c.is_alphabetic() && !is_combining_mark(c)) {
        if may_move(part) {
            let word = part.trim_end_matches(|c: char| !c.is_alphabetic() && !is_combining_mark(c));
            place(word, &mut whole);
            whole.push_str(part.get(word.len()..).unwrap_or_default());
        } else {
            whole.push_str(part);
        }
    }
    whole
}

/// Whether a word can have a tone mark that belongs elsewhere: it has one of the pairs, and not both letters plain.
fn may_move(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| {
        let pair = matches!((letter(before), letter(c)), (Some('o'), Some('a' | 'e')) | (Some('u'), Some('y')));
        let found = is_combining_mark(c) || (pair && !(before.is_ascii() && c.is_ascii()));
        before = c;
        found
    })
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
        fn placing_twice_is_placing_once(text in "[a-zàáảãạăâđêôơưòóỏõọùúủũụỳýỷỹỵéè ,.]{0,24}") {
            let once = standard(&text);
            prop_assert_eq!(standard(&once), once.clone());
        }
    }
}
