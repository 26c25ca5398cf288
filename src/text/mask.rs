//! Personal data as it may be shown before a reveal: enough to recognise one's own record, not enough to tell a person.

use unicode_segmentation::UnicodeSegmentation;

/// A name with the first letter of each word left: `N*** V** A*`. Never more than three stars, so that long words
/// tell no length.
#[must_use]
pub fn name(text: &str) -> String {
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A number with its last three signs left: `***567`.
#[must_use]
pub fn number(text: &str) -> String {
    let signs: Vec<&str> = text.graphemes(true).filter(|sign| !sign.trim().is_empty()).collect();
    let shown = if signs.len() > 5 { 3 } else { 0 };
    let tail: String = signs.iter().skip(signs.len() - shown).copied().collect();
    format!("***{tail}")
}

fn word(text: &str) -> String {
    let mut signs = text.graphemes(true);
    let first = signs.next().unwrap_or_default();
    format!("{first}{}", "*".repeat(signs.count().min(3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_first_letters() {
        assert_eq!(name("Nguyễn Văn An"), "N*** V** A*");
        assert_eq!(name("  Đỗ   Ý "), "Đ* Ý");
        assert_eq!(name(""), "");
        assert_eq!(name("H\u{2019}Bia Ayun\u{306}"), "H*** A***");
    }

    #[test]
    fn numbers_keep_their_last_signs() {
        assert_eq!(number("0912 345 678"), "***678");
        assert_eq!(number("49-B1 234.56"), "***.56");
        assert_eq!((number("113"), number("")), ("***".into(), "***".into()));
    }
}
