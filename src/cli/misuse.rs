//! What is wrong with a command line, in words: the parser's own are English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::clean;
use crate::words::Words;

/// What the parser minds, in one line; its own words for what no command of ours can bring about.
pub fn said(error: &clap::Error, words: &Words) -> String {
    let of = |kind| error.get(kind).map(list).unwrap_or_default();
    let invalid = of(ContextKind::InvalidArg);
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "misuse-argument",
        ErrorKind::InvalidSubcommand => "misuse-command",
        ErrorKind::MissingRequiredArgument => "misuse-missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "misuse-no-command",
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => "misuse-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "misuse-value",
        ErrorKind::ArgumentConflict if of(ContextKind::PriorArg) == invalid => "misuse-twice",
        ErrorKind::ArgumentConflict => "misuse-conflict",
        _ => return gist(&error.to_string()),
    };
    let similar = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let similar = similar.map(of).concat();
    let said = words.with(
        id,
        &[
            ("arg", &invalid),
            ("command", &of(ContextKind::InvalidSubcommand)),
            ("value", &of(ContextKind::InvalidValue)),
            ("values", &or_none(of(ContextKind::ValidValue))),
            ("other", &of(ContextKind::PriorArg)),
        ],
    );
    if similar.is_empty() { said } else { words.with("misuse-similar", &[("said", &said), ("similar", &similar)]) }
}

/// One value or several, in a line.
fn list(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => clean::line(one),
        ContextValue::Strings(all) => all.iter().map(|one| clean::line(one)).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

/// What the wording can choose by.
fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}

/// The parser's message without usage: its first paragraph.
fn gist(text: &str) -> String {
    clean::line(text.split("\n\n").next().unwrap_or_default().trim().trim_start_matches("error: "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;
    use crate::words::Lang;

    fn told(line: &[&str]) -> [String; 2] {
        Lang::ALL.map(|lang| {
            let words = Words::new(lang);
            let error = help::table(&words).try_get_matches_from(line).unwrap_err();
            super::said(&error, &words)
        })
    }

    #[test]
    fn what_is_wrong_is_said_in_the_language_that_was_asked_for() {
        for (line, vi, en) in [
            ("trucban lst", "không có lệnh lst (có phải: list)", "there is no command lst (maybe: list)"),
            (
                "trucban show 1 --jsn",
                "không có tùy chọn --jsn (có phải: --json)",
                "there is no option --jsn (maybe: --json)",
            ),
            ("trucban add incident", "còn thiếu <FILE>", "<FILE> is missing"),
            ("trucban list --logbook", "--logbook <DIR> phải kèm một giá trị", "--logbook <DIR> wants a value"),
            (
                "trucban list --lang fr",
                "fr không dùng được cho --lang <LANG>, chỉ có: vi, en",
                "fr can't be used for --lang <LANG>, only: vi, en",
            ),
            ("trucban list --limit x", "x không dùng được cho --limit <N>", "x can't be used for --limit <N>"),
            ("trucban list --json --json", "--json chỉ ghi một lần", "--json can be given once"),
        ] {
            assert_eq!(told(&line.split(' ').collect::<Vec<_>>()), [vi, en], "{line}");
        }
    }

    #[test]
    fn what_the_parser_says_itself_is_one_line() {
        let text = "error: unrecognized subcommand 'lst'\n\n  tip: a similar subcommand exists: 'list'\n\nUsage: x\n";
        assert_eq!(gist(text), "unrecognized subcommand 'lst'");
    }
}
