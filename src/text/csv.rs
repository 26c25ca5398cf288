//! A row of a CSV file (RFC 4180) that a spreadsheet opens without harm: no cell is ever taken for a formula.

/// What a file begins with, so that spreadsheets read it as UTF-8.
pub const BOM: char = '\u{feff}';

/// One row with its line break, CRLF as the format wants it.
#[must_use]
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

/// Quoted where the format needs it; a text that looks like a formula is led by an apostrophe, a number stays one.
fn cell(text: &str) -> String {
    // What parses as a number may still be a word: -inf.
    let number = text.parse::<f64>().is_ok_and(f64::is_finite);
    let led = text.starts_with(['\t', '\r']) || text.trim_start().starts_with(['=', '+', '-', '@']);
    let formula = led && !number;
    let safe = if formula { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\r', '\n']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_when_they_must_be() {
        assert_eq!(
            row(["a", "b c", "", "một, hai", "nói \"a\"", "x\ny"]),
            "a,b c,,\"một, hai\",\"nói \"\"a\"\"\",\"x\ny\"\r\n"
        );
    }

    #[test]
    fn nothing_is_a_formula() {
        for text in ["=1+1", "+cmd", "-a", "@SUM(A1)", "\t=1", "\r=1", " =1", "-inf", "+NaN"] {
            assert!(cell(text).trim_start_matches('"').starts_with('\''), "{text}");
        }
        assert_eq!((cell("-5"), cell("+7.5"), cell("1=1")), ("-5".into(), "+7.5".into(), "1=1".into()));
    }
}
