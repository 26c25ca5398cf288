//! The table of commands with its help in the language that was asked for. The language has to be known before the
//! table can be read, so it is looked for among the words of the command line first.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::args::Cli;
use crate::words::Words;

/// Where options of every command stand in its help: behind its own, before what only explains.
const LAST: usize = 999;

/// What has to be known before parsing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The language, as it was written.
    pub lang: Option<String>,
    /// Errors as JSON.
    pub json: bool,
}

/// Looks through the words of a command line that may be wrong elsewhere.
pub fn wish(line: &[OsString]) -> Wish {
    let words: Vec<&str> = line.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let words = words.split(|word| *word == "--").next().unwrap_or_default();
    let apart = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1)).copied();
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    Wish { lang: apart.or(joined).map(str::to_owned), json: words.contains(&"--json") }
}

/// The table with its wording, that of the parser's own parts too.
pub fn table(words: &Words) -> clap::Command {
    let version = Arg::new("version").short('V').long("version").display_order(LAST).action(ArgAction::Version);
    worded(Cli::command().disable_version_flag(true).arg(version), "", words)
}

fn worded(command: Command, path: &str, words: &Words) -> Command {
    let usage = words.get("help-usage");
    let help = Arg::new("help").short('h').long("help").display_order(LAST).action(ArgAction::Help);
    let command = command
        .about(words.get(&about_id(path)).to_owned())
        .long_about(None)
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"))
        .subcommand_help_heading(words.get("help-commands").to_owned())
        .subcommand_value_name(words.get("help-command").to_owned())
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| argument(arg, path, words));
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let inner = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command.mut_subcommand(name, |found| worded(found, &inner, words))
    })
}

/// An argument with its help, behind which stand what may be given and what holds where nothing is.
fn argument(arg: Arg, path: &str, words: &Words) -> Arg {
    let mut help = words.get(&arg_id(path, arg.get_id().as_str(), words)).to_owned();
    let takes_values = arg.get_action().takes_values();
    if takes_values {
        let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if !values.is_empty() {
            help.push_str(&format!(" [{}]", values.join(", ")));
        }
        let usual: Vec<&str> = arg.get_default_values().iter().filter_map(|value| value.to_str()).collect();
        if !usual.is_empty() {
            help.push_str(&format!(" {}", words.with("help-default", &[("value", &usual.join(", "))])));
        }
    }
    let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
    let arg = if arg.is_global_set() { arg.display_order(LAST - 1) } else { arg };
    let arg = arg.help(help).long_help(None).help_heading(words.get(heading).to_owned());
    arg.hide_possible_values(takes_values).hide_default_value(takes_values)
}

/// `help-shift-open`; of the program itself `help-trucban`.
fn about_id(path: &str) -> String {
    format!("help-{}", if path.is_empty() { "trucban" } else { path })
}

/// `arg-list-from` where a command says it in its own way, else `arg-from`.
fn arg_id(path: &str, id: &str, words: &Words) -> String {
    let id = id.replace('_', "-").to_lowercase();
    let own = format!("arg-{path}-{id}");
    if words.get(&own) == own { format!("arg-{id}") } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn lines(command: &clap::Command, found: &mut Vec<String>) {
        found.extend(command.get_about().map(ToString::to_string));
        found.extend(command.get_arguments().filter_map(clap::Arg::get_help).map(ToString::to_string));
        command.get_subcommands().for_each(|inner| lines(inner, found));
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let table = table(&Words::new(lang));
            table.clone().debug_assert();
            let mut found = Vec::new();
            lines(&table, &mut found);
            assert!(found.len() > 50, "{}", found.len());
            let missing: Vec<_> = found.iter().filter(|l| l.starts_with("help-") || l.starts_with("arg-")).collect();
            assert!(missing.is_empty(), "no wording in {}: {missing:?}", lang.code());
        }
    }

    #[test]
    fn language_and_json_are_known_before_parsing() {
        let wish = |line: &[&str]| super::wish(&line.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(wish(&["trucban", "--lang", "en", "lst"]), Wish { lang: Some("en".into()), json: false });
        assert_eq!(wish(&["trucban", "x", "--json", "--lang=vi"]), Wish { lang: Some("vi".into()), json: true });
        assert_eq!(wish(&["trucban", "--lang"]), Wish::default());
        assert_eq!(wish(&["trucban", "--", "--json", "--lang", "en"]), Wish::default());
    }
}
