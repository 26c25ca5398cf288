//! Tools that we did not write, called through a shell as people call them. One that isn't there is skipped aloud;
//! with `TRUCBAN_NO_SKIP` set, as in .ci/run, it is a failure.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

/// What Python has to know for the checks of bags, schemas and the lunar calendar.
const MODULES: &str = "import bagit, bagit_profile, jsonschema, lunar_vn";

/// Whether every tool is here. If not, says which, and what therefore isn't checked.
pub fn ready(check: &str, tools: &[&str]) -> bool {
    let here = |tool: &&&str| match **tool {
        "python3" => shell(Path::new("."), &format!("python3 -c '{MODULES}'")).status.success(),
        tool => shell(Path::new("."), &format!("command -v {tool}")).status.success(),
    };
    let missing: Vec<&str> = tools.iter().filter(|tool| !here(tool)).copied().collect();
    if missing.is_empty() {
        return true;
    }
    let why = format!("SKIPPED: {check}: {} not installed (docs/contributing.md)", missing.join(", "));
    assert!(std::env::var_os("TRUCBAN_NO_SKIP").is_none(), "{why}");
    // Not through print!, which a passing test swallows.
    let _ = writeln!(std::io::stderr(), "{why}");
    false
}

/// Runs a script in a folder; any command in it that fails ends it.
pub fn shell(folder: &Path, script: &str) -> Output {
    let mut bash = Command::new("bash");
    bash.args(["-euo", "pipefail", "-c", script]).current_dir(folder).env("PATH", path()).env("LC_ALL", "C.UTF-8");
    bash.output().unwrap()
}

/// What a script printed, both ways.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Runs a script that has to succeed, and returns what it printed.
#[track_caller]
pub fn good(folder: &Path, script: &str) -> String {
    let output = shell(folder, script);
    assert!(output.status.success(), "{script}\n{}", said(&output));
    said(&output)
}

/// A check that holds, and no longer holds after the damage: it has teeth.
#[track_caller]
pub fn judged(folder: &Path, check: &str, damage: &str) {
    let copy = tempfile::tempdir().unwrap();
    good(folder, &format!("cp -a . '{}'", copy.path().display()));
    good(copy.path(), check);
    good(copy.path(), damage);
    let after = shell(copy.path(), check);
    assert!(!after.status.success(), "still passes after {damage}: {check}\n{}", said(&after));
}

/// The folder of the Python that `TRUCBAN_PYTHON` names comes first.
fn path() -> OsString {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let python = std::env::var_os("TRUCBAN_PYTHON");
    let Some(folder) = python.as_deref().and_then(|python| Path::new(python).parent()) else { return before };
    let all = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&before));
    std::env::join_paths(all).unwrap()
}
