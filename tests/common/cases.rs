//! Command lines as small files that read like a session. A file begins with what it shows; then come steps:
//!
//! ```text
//! = name            a file of that name is made, of the lines that follow with `|`
//! % NAME=value      the environment of the steps that follow
//! $ list --json     the program is run with these words
//! < text            a line of its stdin (`\xff` is a byte)
//! > text            a line of its stdout      `...` stands for any lines
//! ! text            a line of its stderr
//! ? 1               its exit code, 0 where nothing stands
//! ```
//!
//! What differs from run to run is written `{id}`, `{hash}`, `{time}`, `{week}`, `{key}`, `{size}`, `{dir}`.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// One run of the program, and what it has to print.
#[derive(Debug, Default, Clone)]
struct Step {
    words: String,
    env: Vec<(String, String)>,
    stdin: Vec<u8>,
    stdout: Vec<String>,
    stderr: Vec<String>,
    code: i32,
    line: usize,
}

/// Runs the steps of a case in a folder and says what came out differently.
pub fn run(case: &str, folder: &Path, today: chrono::NaiveDate) -> Result<(), String> {
    let mut wrong = String::new();
    for step in read(case, folder) {
        let (stdout, stderr, code) = act(&step, folder);
        let tidy = |bytes: &[u8]| -> Vec<String> {
            let text = String::from_utf8_lossy(bytes).replace(folder.to_str().unwrap(), "{dir}");
            text.lines().map(|line| tidied(line, today)).collect()
        };
        for (name, wanted, got) in [("stdout", &step.stdout, tidy(&stdout)), ("stderr", &step.stderr, tidy(&stderr))] {
            // An example in a message may happen to be today's date.
            let wanted: Vec<String> = wanted.iter().map(|line| tidied(line, today)).collect();
            if !matches(&wanted, &got) {
                let _ = writeln!(wrong, "line {}: $ {}\n  {name} was", step.line, step.words);
                wrong.extend(got.iter().map(|line| format!("    {line}\n")));
            }
        }
        if code != step.code {
            let _ = writeln!(wrong, "line {}: $ {}\n  exit code was {code}", step.line, step.words);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn read(case: &str, folder: &Path) -> Vec<Step> {
    let (mut steps, mut env, mut file) = (Vec::<Step>::new(), Vec::new(), String::new());
    for (at, line) in case.lines().enumerate() {
        let (mark, text) = line.split_at_checked(1).unwrap_or_default();
        let text = text.strip_prefix(' ').unwrap_or(text);
        let step = steps.last_mut();
        match (mark, step) {
            ("=", _) => {
                text.clone_into(&mut file);
                std::fs::write(folder.join(&file), "").unwrap();
            }
            ("|", _) => {
                let mut out = std::fs::OpenOptions::new().append(true).open(folder.join(&file)).unwrap();
                out.write_all(&bytes(text)).unwrap();
            }
            ("%", _) => env.extend(text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))),
            ("$", _) => steps.push(Step { words: text.to_owned(), env: env.clone(), line: at + 1, ..Step::default() }),
            ("<", Some(step)) => step.stdin.extend(bytes(text)),
            (">", Some(step)) => step.stdout.push(text.to_owned()),
            ("!", Some(step)) => step.stderr.push(text.to_owned()),
            ("?", Some(step)) => step.code = text.parse().unwrap(),
            ("", _) | (_, None) => {}
            (_, Some(_)) => panic!("line {}: what is this? {line}", at + 1),
        }
    }
    assert!(!steps.is_empty(), "a case without a step shows nothing");
    steps
}

/// A line as bytes, with its line break; `\xff` is one byte.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut all = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        all.push(u8::from_str_radix(&part[..2], 16).unwrap());
        all.extend_from_slice(&part.as_bytes()[2..]);
    }
    all.push(b'\n');
    all
}

fn act(step: &Step, folder: &Path) -> (Vec<u8>, Vec<u8>, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trucban"));
    for name in ["TRUCBAN_OFFICER", "LC_ALL", "LC_MESSAGES", "LANG", "XDG_DATA_HOME"] {
        command.env_remove(name);
    }
    command.current_dir(folder).args(split(&step.words)).env("HOME", folder).env("TRUCBAN_LANG", "vi");
    command.env("TRUCBAN_LOGBOOK", folder.join("book")).env("TRUCBAN_PASSWORD_FILE", folder.join("password"));
    command.envs(step.env.iter().cloned());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // It may end before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(&step.stdin);
    let done = child.wait_with_output().unwrap();
    (done.stdout, done.stderr, done.status.code().unwrap_or(-1))
}

/// Words of a command line; quotes keep blanks together, `\\"` is a quote itself.
fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut any) = (Vec::new(), String::new(), false, false);
    for c in line.replace("\\\"", "\u{1}").chars() {
        match c {
            '\u{1}' => word.push('"'),
            '"' => (quoted, any) = (!quoted, true),
            ' ' if !quoted => {
                if any {
                    words.push(std::mem::take(&mut word));
                }
                any = false;
            }
            c => {
                word.push(c);
                any = true;
            }
        }
    }
    if any {
        words.push(word);
    }
    words
}

fn matches(wanted: &[String], got: &[String]) -> bool {
    match wanted.split_first() {
        None => got.is_empty(),
        Some((first, rest)) if first == "..." => (0..=got.len()).any(|skip| matches(rest, &got[skip..])),
        Some((first, rest)) => got.first() == Some(first) && matches(rest, &got[1..]),
    }
}

/// A line with what differs from run to run replaced.
fn tidied(line: &str, today: chrono::NaiveDate) -> String {
    let mut tidy = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let begins = !tidy.ends_with(|c: char| c.is_ascii_alphanumeric());
        let found = if begins { changing(rest, today) } else { None };
        let (length, name) = found.unwrap_or((c.len_utf8(), &rest[..c.len_utf8()]));
        tidy.push_str(name);
        rest = &rest[length..];
    }
    tidy
}

/// How keys and their fingerprints begin.
const KEYS: [&str; 4] = ["AGE-SECRET-KEY-1", "SHA256:", "age1", "ssh-ed25519 "];

/// The length of this week's name, or a neighbour's: `2026-W47`, `2026W47`.
fn week(text: &str, today: chrono::NaiveDate) -> Option<usize> {
    let year: i32 = text.get(..4)?.parse().ok()?;
    let dash = usize::from(text[4..].starts_with('-'));
    let number = text[4 + dash..].strip_prefix('W')?.get(..2)?.parse().ok()?;
    let thursday = chrono::NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Thu)?;
    ((thursday - today).num_days().abs() <= 10).then_some(7 + dash)
}

fn changing(text: &str, today: chrono::NaiveDate) -> Option<(usize, &'static str)> {
    let run = |wanted: fn(char) -> bool| text.find(|c| !wanted(c)).unwrap_or(text.len());
    let hex = run(|c| c.is_ascii_digit() || ('a'..='f').contains(&c) || c == '-');
    let digits = run(|c| c.is_ascii_digit() || c == '.');
    let near = |pattern: &str, length: usize| {
        let day = text.get(..length).and_then(|day| chrono::NaiveDate::parse_from_str(day, pattern).ok());
        day.is_some_and(|day| (day - today).num_days().abs() <= 1)
    };
    match () {
        () if hex == 36 && uuid::Uuid::try_parse(&text[..36]).is_ok() => Some((36, "{id}")),
        () if hex == 64 => Some((64, "{hash}")),
        () if KEYS.iter().any(|key| text.starts_with(key)) => {
            let blank = usize::from(text.starts_with("ssh")) * "ssh-ed25519 ".len();
            let body = text[blank..].find(|c: char| !c.is_ascii_alphanumeric() && !":-+/".contains(c));
            Some((body.map_or(text.len(), |end| blank + end), "{key}"))
        }
        () if week(text, today).is_some() => Some((week(text, today)?, "{week}")),
        () if near("%Y-%m-%d", 10) => Some((run(|c| c.is_ascii_digit() || "-T:+.".contains(c)), "{time}")),
        () if near("%d/%m/%Y", 10) && text.get(10..16).is_some_and(|t| t.contains(':')) => Some((16, "{time}")),
        () if digits > 0 && text[digits..].starts_with(" byte") => Some((digits, "{size}")),
        () => None,
    }
}

#[test]
fn what_changes_is_replaced_and_nothing_else() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let tidy = |line: &str| tidied(line, today);
    assert_eq!(tidy("\"id\":\"01a20f56-1b88-77ef-86db-83eb0e7230c6\","), "\"id\":\"{id}\",");
    assert_eq!(tidy("25/11/2026 03:53 · x · 2026-11-24T03:53:01.123+07:00"), "{time} · x · {time}");
    assert_eq!(tidy("19/05/2024 03:53 2024-05-19T03:53:01+07:00"), "19/05/2024 03:53 2024-05-19T03:53:01+07:00");
    assert_eq!(tidy(&format!("head {}", "0a".repeat(32))), "head {hash}");
    assert_eq!(tidy("(1.234 byte, 12 b)"), "({size} byte, 12 b)");
    assert_eq!(tidy("2026-W48 P2-2026W47-000001 2024-W20"), "{week} P2-{week}-000001 2024-W20");
    assert_eq!(tidy("x SHA256:a+/B y ssh-ed25519 AAAA= age1qq."), "x {key} y {key}= {key}.");
}

#[test]
fn a_wrong_line_is_noticed() {
    let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    assert!(matches(&lines("a ... c"), &lines("a b b c")) && matches(&lines("a ..."), &lines("a")));
    assert!(
        !matches(&lines("a"), &lines("a b"))
            && !matches(&lines("a ... c"), &lines("a b"))
            && !matches(&[], &lines("a"))
    );
    assert_eq!(split("add --why \"hai \\\" từ\" \"\" x"), ["add", "--why", "hai \" từ", "", "x"]);
}
