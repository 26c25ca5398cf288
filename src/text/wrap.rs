//! Where lines of text break, by word and grapheme. It measures as the terminal does and never panics, however
//! narrow the room.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that a text takes in one row.
#[must_use]
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The longest beginning that fits into so many columns.
#[must_use]
pub fn fit(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let end = text.grapheme_indices(true).find(|(_, grapheme)| {
        used += grapheme.width();
        used > columns
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The text in so many columns; what had to be cut off shows as `…`.
#[must_use]
pub fn brief(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    if columns == 0 { String::new() } else { format!("{}…", fit(text, columns - 1).trim_end()) }
}

/// The same for names: their last words stay, for it is by these that one is told from the next. `Tổ bảo vệ an…TDP 4`.
#[must_use]
pub fn ends(text: &str, columns: usize) -> String {
    if width(text) <= columns || columns < 12 {
        return brief(text, columns);
    }
    let (before, end) = text.split_at(last(text, columns / 3));
    let end = end.split_once(' ').filter(|_| !before.ends_with(' ')).map_or(end, |(_, words)| words);
    format!("{}…{end}", fit(text, columns - 1 - width(end)).trim_end())
}

/// Where the longest end begins that fits into so many columns.
fn last(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let fits = text.grapheme_indices(true).rev().take_while(|(_, grapheme)| {
        used += grapheme.width();
        used <= columns
    });
    fits.last().map_or(text.len(), |(at, _)| at)
}

/// The rows of a text as byte ranges; at least one. Rows cover everything but the line breaks. The blank at which a
/// row breaks stays at its end and may stand one column over the edge. What is wider than a row gets one alone.
#[must_use]
pub fn lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut rows = Vec::new();
    let (mut start, mut used) = (0, 0);
    let mut gap = None; // just behind the last blank of the row
    for (at, grapheme) in text.grapheme_indices(true) {
        if matches!(grapheme, "\n" | "\r\n") {
            rows.push(start..at);
            (start, used, gap) = (at + grapheme.len(), 0, None);
            continue;
        }
        let wide = grapheme.width();
        let hangs = grapheme == " " && used == columns;
        while used > 0 && used + wide > columns && !hangs {
            let cut = gap.take().unwrap_or(at);
            rows.push(start..cut);
            start = cut;
            used = text.get(cut..at).map_or(0, width);
        }
        used += wide;
        if grapheme == " " {
            gap = Some(at + grapheme.len());
        }
    }
    rows.push(start..text.len());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, columns: usize) -> Vec<&str> {
        lines(text, columns).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_break_between_words() {
        assert_eq!(shown("Trộm xe máy trước chợ", 9), ["Trộm xe ", "máy trước ", "chợ"]);
        assert_eq!(shown("một\n\nhai", 9), ["một", "", "hai"]);
        assert_eq!(shown("", 9), [""]);
        assert_eq!(shown("a\n", 9), ["a", ""]);
        assert_eq!(shown("nghiêng ngả", 4), ["nghi", "êng ", "ngả"]);
        assert_eq!(shown("ab   c", 2), ["ab ", "  ", "c"]);
    }

    #[test]
    fn a_wide_sign_in_a_narrow_room_still_gets_on() {
        for columns in [0, 1] {
            assert_eq!(shown("日本", columns), ["日", "本"]);
            assert_eq!(shown("a👩‍👩‍👧b", columns), ["a", "👩‍👩‍👧", "b"]);
        }
        assert_eq!(shown("a b日", 3), ["a ", "b日"]);
    }

    #[test]
    fn of_a_long_name_both_ends_stay() {
        let team = "Tổ bảo vệ an ninh, trật tự TDP 10";
        assert_eq!(ends(team, 33), team);
        assert_eq!(ends(team, 22), "Tổ bảo vệ an ni…TDP 10");
        assert_eq!(ends(team, 15), "Tổ bảo vệ an…10");
        assert_eq!(ends(team, 11), "Tổ bảo vệ…");
        assert_eq!(ends("Vụ việc theo nhóm: Con người cần trợ giúp", 38), "Vụ việc theo nhóm: Con ng…cần trợ giúp");
        assert_eq!(ends("/var/lib/trucban/backups/2026-11-29.tar", 20), "/var/lib/truc…29.tar");
    }

    #[test]
    fn long_text_is_cut_with_a_sign() {
        assert_eq!(brief("Trộm xe máy", 11), "Trộm xe máy");
        assert_eq!(brief("Trộm xe máy", 9), "Trộm xe…");
        assert_eq!((brief("日本", 2), brief("ab", 1), brief("ab", 0)), ("…".into(), "…".into(), String::new()));
        assert_eq!(fit("日本", 3), "日");
    }

    proptest! {
        #[test]
        fn rows_hold_everything_and_fit(text in "([a-zà-ỹ \n日👩\u{200d}\u{301}\r]|🇻🇳){0,60}", columns in 0usize..12) {
            let rows = lines(&text, columns);
            let mut next = 0;
            for row in rows {
                prop_assert!(row.start >= next && row.end >= row.start);
                prop_assert!(matches!(&text[next..row.start], "" | "\n" | "\r\n"));
                next = row.end;
                let body = text[row.clone()].strip_suffix(' ').unwrap_or(&text[row]);
                prop_assert!(width(body) <= columns.max(1) || body.graphemes(true).filter(|g| g.width() > 0).count() == 1);
            }
            prop_assert_eq!(next, text.len());
        }

        #[test]
        fn what_is_cut_fits(text in "([a-zà-ỹ 日👩\u{200d}\u{301}]|🇻🇳){0,60}", columns in 0usize..40) {
            prop_assert!(width(&ends(&text, columns)) <= columns);
            prop_assert!(width(&brief(&text, columns)) <= columns);
        }
    }
}
