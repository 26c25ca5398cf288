//! The law of the floors as functions over source text: each says what is broken, in words for the next person.

use super::scan;

/// The floors from the ground up; those of one line are neighbours.
const FLOORS: &[&[&str]] = &[
    &["fault"],
    &["text", "words"],
    &["record"],
    &["journal"],
    &["seal"],
    &["logbook"],
    &["figures"],
    &["sync"],
    &["desk", "report", "demo"],
    &["acts"],
    &["tui", "cli"],
];

/// Crates and calls with a home: the words, and where they may stand.
const HOMES: &[(&[&str], &[&str])] = &[
    (&["rusqlite"], &["logbook"]),
    (&["age", "ssh_key"], &["seal"]),
    (&["crossterm"], &["tui/guard", "tui/input", "tui/signals", "tui/run"]),
    (&["ratatui"], &["tui"]),
    (&["SystemTime::now", "Utc::now", "Local::now", "Uuid::now_v7", "Uuid::new_v4"], CLOCKS),
    // A stopwatch tells no time of day: measuring how long a password takes, and telling a paste from typing.
    (&["Instant::now"], &["main", "cli", "tui/run", "tui/input", "tui/signals", "seal/password"]),
];

const CLOCKS: &[&str] = &["main", "cli", "tui/run"];

/// Longest file, tests included, and longest function; beyond the guides it is only said.
pub const FILE: usize = 450;
pub const FUNCTION: usize = 60;
pub const FILE_GUIDE: usize = 300;
pub const FUNCTION_GUIDE: usize = 40;

/// A source file: its path below `src` without `.rs` or `/mod`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let path = path.strip_suffix(".rs").unwrap_or(path);
        Self { path: path.strip_suffix("/mod").unwrap_or(path).to_owned(), text: text.to_owned() }
    }

    fn floor(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }
}

fn height(floor: &str) -> Option<usize> {
    FLOORS.iter().position(|level| level.contains(&floor))
}

/// Imports that don't go down.
pub fn upward(source: &Source) -> Vec<String> {
    let floor = source.floor();
    let Some(own) = height(floor) else {
        return if matches!(floor, "lib" | "main") { Vec::new() } else { vec![format!("{floor} is no floor")] };
    };
    let code = scan::code(&source.text);
    let wrong = imports(&code, source.path.split('/').count());
    let wrong = wrong.into_iter().filter(|other| *other != floor && height(other).is_some_and(|there| there >= own));
    wrong.map(|other| format!("{} imports {other}", source.path)).collect()
}

/// The floors that a text names: `crate::floor`, a group after `crate::`, or as many `super::` as lead to the top.
fn imports(code: &str, depth: usize) -> Vec<&str> {
    let dense = |at: usize| code[at..].trim_start().strip_prefix("::").map(|rest| code.len() - rest.len());
    let mut found = Vec::new();
    let mut supers = 0;
    for (at, word) in scan::words(code) {
        let Some(next) = dense(at + word.len()) else {
            supers = 0;
            continue;
        };
        supers = if word == "super" { supers + 1 } else { 0 };
        if word == "crate" || supers >= depth {
            found.extend(scan::ways_on(&code[next..]));
        }
    }
    found
}

/// Crates and calls that stand outside their home.
pub fn homeless(source: &Source) -> Vec<String> {
    let code = scan::code(&source.text);
    let dense: String = code.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ::", "::").replace(":: ", "::");
    let at_home =
        |homes: &[&str]| homes.iter().any(|home| source.path == *home || source.path.starts_with(&format!("{home}/")));
    let strangers = HOMES.iter().filter(|(_, homes)| !at_home(homes)).flat_map(|(names, _)| *names);
    strangers.filter(|name| names(&dense, name)).map(|name| format!("{} uses {name}", source.path)).collect()
}

/// Whether a crate or call is named: as a path, not as somebody's variable or field.
fn names(dense: &str, name: &str) -> bool {
    dense.match_indices(name).any(|(at, _)| {
        let (before, after) = (&dense[..at], &dense[at + name.len()..]);
        let whole = |c: char| c.is_alphanumeric() || c == '_';
        if before.ends_with(whole) || after.starts_with(whole) {
            return false;
        }
        let is_call = name.contains("::");
        let imported = before.ends_with("use ") || before.ends_with("extern crate ");
        is_call || after.starts_with("::") || imported || before.ends_with("ratatui::")
    })
}

/// Vietnamese in strings: people read only what stands in the wording files. The text floor knows letters and marks.
pub fn wording(source: &Source) -> Vec<String> {
    // Patterns by which personal data is recognised are heard, never said.
    if source.floor() == "text"
        || source.path == "record/privacy"
        || source.path.ends_with("/tests")
        || source.path.contains("/tests/")
    {
        return Vec::new();
    }
    let own = source.text.find("#[cfg(test)]").map_or(source.text.as_str(), |at| &source.text[..at]);
    let spoken = |text: &&str| text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let found = scan::strings(own).into_iter().filter(spoken);
    found.map(|text| format!("{} speaks: {text}", source.path)).collect()
}

/// What every file owes: a head that says what it is, and a size that can be read.
pub fn shape(path: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("//! ") {
        wrong.push(format!("{path} doesn't begin with //!"));
    }
    let lines = text.lines().count();
    if lines > FILE {
        wrong.push(format!("{path} has {lines} lines, more than {FILE}"));
    }
    let long = scan::functions(&scan::code(text)).into_iter().filter(|f| f.lines > FUNCTION);
    wrong.extend(long.map(|f| format!("{path}:{} fn {} has {} lines, more than {FUNCTION}", f.line, f.name, f.lines)));
    wrong
}

/// What is longer than the guides: said, never refused.
pub fn guides(path: &str, text: &str) -> Vec<String> {
    let own = text.find("#[cfg(test)]").map_or(text, |at| &text[..at]);
    let lines = own.lines().count();
    let mut said = Vec::new();
    if lines > FILE_GUIDE {
        said.push(format!("{path}: {lines} lines"));
    }
    let long = scan::functions(&scan::code(text)).into_iter().filter(|f| f.lines > FUNCTION_GUIDE);
    said.extend(long.map(|f| format!("{path}:{} fn {}: {} lines", f.line, f.name, f.lines)));
    said
}

/// The modules that a file declares in files of their own: name, and its path if one is given.
pub fn modules(text: &str) -> Vec<(String, Option<String>)> {
    let code = scan::code(text);
    let all = scan::words(&code);
    let mut found = Vec::new();
    for pair in all.windows(2).filter(|pair| pair[0].1 == "mod") {
        let (at, name) = pair[1];
        if code[at + name.len()..].trim_start().starts_with(';') {
            let line = text[..pair[0].0].rfind(';').map_or(0, |from| from + 1);
            let attribute = text[line..pair[0].0].rsplit_once("#[path = \"").and_then(|(_, rest)| rest.split_once('"'));
            found.push((name.to_owned(), attribute.map(|(path, _)| path.to_owned())));
        }
    }
    found
}
