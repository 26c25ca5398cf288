//! The recovery paper: an age identity file that says what it is and what to do with it. What it holds opens the whole
//! logbook; it is wiped when it is dropped.

use zeroize::Zeroizing;

use crate::words::Words;

/// The lines of the paper.
#[must_use]
pub fn lines(unit: &str, recovery: &str, words: &Words) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(1024));
    for line in words.with("cli-paper", &[("unit", unit)]).lines() {
        text.push_str("# ");
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(recovery);
    text.push('\n');
    text
}
