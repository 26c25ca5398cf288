//! Where, who, and the password: from options, the environment, or a question on the terminal. A password never comes
//! from the command line, where others could read it.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::fault::{Fault, Kind, Outcome};
use crate::logbook::files;
use crate::words::Words;

/// A file with a password in its first line is never larger.
const LARGEST: u64 = 64 * 1024;

/// An environment variable, unless it is empty.
pub fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The folder of the logbook: as given, as the environment says, else in the user's data folder.
pub fn folder(given: Option<&Path>) -> Outcome<PathBuf> {
    let env = || std::env::var_os("TRUCBAN_LOGBOOK").filter(|value| !value.is_empty()).map(PathBuf::from);
    let found = given.map(Path::to_owned).or_else(env).or_else(|| Some(data_folder()?.join("trucban")));
    found.ok_or_else(|| Fault::new(Kind::Use, "E053").with("name", "--logbook DIR"))
}

/// Where programs of this system keep a user's data.
fn data_folder() -> Option<PathBuf> {
    let path = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        return path("APPDATA");
    }
    path("XDG_DATA_HOME").or_else(|| path("HOME").map(|home| home.join(".local").join("share")))
}

/// The password of whoever is at work.
pub fn password(file: Option<&Path>, words: &Words) -> Outcome<Zeroizing<String>> {
    match file.map(Path::to_owned).or_else(|| set("TRUCBAN_PASSWORD_FILE").map(PathBuf::from)) {
        Some(file) => first_line(&file),
        None => prompt(words.get("cli-password")),
    }
}

/// The password of another officer, who is named: out of a file, else typed in the same window.
pub fn password_of(name: &str, file: Option<&Path>, words: &Words) -> Outcome<Zeroizing<String>> {
    let name = crate::text::clean::line(name);
    file.map_or_else(|| prompt(&words.with("cli-password-of", &[("name", &name)])), first_line)
}

/// A password to be set: out of a file, else typed twice.
pub fn new_password(file: Option<&Path>, words: &Words) -> Outcome<Zeroizing<String>> {
    if let Some(file) = file {
        return first_line(file);
    }
    let first = prompt(words.get("cli-password-new"))?;
    if *prompt(words.get("cli-password-again"))? == *first {
        return Ok(first);
    }
    Err(Fault::new(Kind::Use, "E052"))
}

/// Whether somebody can be asked.
pub fn is_terminal() -> bool {
    std::io::stdin().is_terminal()
}

/// Whether screens can be shown: a terminal on both sides, and one that can place text.
pub fn is_screen() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !dumb && is_terminal() && std::io::stdout().is_terminal()
}

/// Asks for a yes; anything else is a no.
pub fn yes(question: &str) -> Outcome<bool> {
    use std::io::{BufRead as _, Write as _};
    let mut answer = String::new();
    let asked = write!(std::io::stderr(), "{question} ");
    let read = asked.and_then(|()| std::io::stdin().lock().read_line(&mut answer));
    read.map_err(|error| Fault::new(Kind::Right, "E050").because(error))?;
    Ok(matches!(crate::text::fold::folded(answer.trim()).as_str(), "c" | "co" | "y" | "yes"))
}

/// The first line of a file, without its line break.
fn first_line(file: &Path) -> Outcome<Zeroizing<String>> {
    let bytes = Zeroizing::new(files::read(file, LARGEST, "E048")?);
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = std::str::from_utf8(line).map_err(|e| Fault::new(Kind::Data, "E002").with("at", e.valid_up_to() + 1))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Asks on the terminal, without showing what is typed.
fn prompt(question: &str) -> Outcome<Zeroizing<String>> {
    let none = || Fault::new(Kind::Right, "E050");
    if !std::io::stdin().is_terminal() {
        return Err(none());
    }
    rpassword::prompt_password(format!("{question}: ")).map(Zeroizing::new).map_err(|error| none().because(error))
}
