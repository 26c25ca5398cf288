//! The order in which people look for names: accents aside first, and numbers by what they count.

use std::cmp::Ordering;

use super::fold;

/// Compares two names: `TDP 2` comes before `TDP 10`, and `Đông` before `Giang`.
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    pieces(&fold::folded(a)).cmp(&pieces(&fold::folded(b))).then_with(|| a.cmp(b))
}

/// Text and numbers by turns: how many digits a number has without leading zeros, then the digits.
fn pieces(text: &str) -> Vec<(usize, String)> {
    let mut pieces: Vec<(usize, String)> = Vec::new();
    let mut counting = false;
    for c in text.chars() {
        let digit = c.is_ascii_digit();
        match pieces.last_mut().filter(|_| digit == counting) {
            Some((_, piece)) => piece.push(c),
            None => pieces.push((0, c.to_string())),
        }
        counting = digit;
    }
    for (length, piece) in &mut pieces {
        if piece.starts_with(|c: char| c.is_ascii_digit()) {
            *piece = piece.trim_start_matches('0').to_owned();
            *length = piece.len();
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_and_accents_come_last() {
        let mut names = ["TDP 10", "tdp 3", "TDP 2", "Giang", "Đông", "TDP 02", "Buôn 7", "", "TDP"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["", "Buôn 7", "Đông", "Giang", "TDP", "TDP 02", "TDP 2", "tdp 3", "TDP 10"]);
        assert_eq!(natural("Hòa", "Hoa"), "Hòa".cmp("Hoa"));
    }
}
