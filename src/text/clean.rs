//! Text at the door: NFC, no control characters, no characters that reorder or hide what is read.

use unicode_normalization::UnicodeNormalization;

/// One line: NFC, line breaks and tabs to spaces, runs of spaces to one, trimmed.
#[must_use]
pub fn line(text: &str) -> String {
    if is_tidy(text, |c| c == ' ') {
        return text.to_owned();
    }
    let mut tidy = String::with_capacity(text.len());
    for word in shown(text).split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy.nfc().collect()
}

/// Several lines: NFC, `\n` as the only line break, no blanks at the ends.
#[must_use]
pub fn block(text: &str) -> String {
    if is_tidy(text, |c| matches!(c, ' ' | '\n')) {
        return text.to_owned();
    }
    let unified = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let kept: String = unified.chars().filter_map(|c| if c == '\n' { Some(c) } else { visible(c) }).nfc().collect();
    kept.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Whether nothing has to be done: NFC, every character to be seen, and blanks, of the kinds that may be, single and
/// never at an end.
fn is_tidy(text: &str, blank: impl Fn(char) -> bool) -> bool {
    let mut after_blank = true;
    let single = text.chars().all(|c| {
        let fine = if blank(c) { !after_blank } else { !c.is_whitespace() && visible(c) == Some(c) };
        after_blank = blank(c);
        fine
    });
    single && (!after_blank || text.is_empty()) && super::fold::is_composed(text)
}

/// Text from outside, safe to put on a screen in one line; nothing else is changed.
#[must_use]
pub fn shown(text: &str) -> String {
    text.chars().filter_map(visible).collect()
}

/// The character as it may be shown: breaks become spaces, what can't be seen or reorders others goes.
fn visible(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{61c}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_characters_go_and_breaks_become_spaces() {
        assert_eq!(line("  Trộm\txe\r\n máy\u{202e}\u{1b}[31m "), "Trộm xe máy[31m");
        assert_eq!(block(" a\r\nb \u{0}\rc\n\n"), "a\nb\nc");
        assert_eq!(line("Nguye\u{302}\u{303}n"), "Nguyễn");
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            let (one, many) = (line(&text), block(&text));
            prop_assert_eq!(line(&one), one.clone());
            prop_assert_eq!(block(&many), many.clone());
            prop_assert!(one.chars().all(|c| !c.is_control()));
            prop_assert!(many.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
}
