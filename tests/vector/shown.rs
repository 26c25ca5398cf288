//! A desk that has received a batch full of hostile text, under a hostile file name, shows all of it on the command line:
//! not one character of it is obeyed by the terminal.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::common::PASSWORD;
use crate::golden::copy;
use crate::{FILE, folder};

/// What a terminal would obey, or what turns a line around.
fn obeyed(c: char) -> bool {
    (c.is_control() && !"\r\n".contains(c))
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
}

fn said(place: &Path, words: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.env("TRUCBAN_LOGBOOK", place.join("desk")).env("TRUCBAN_PASSWORD_FILE", place.join("password"));
    program.env("TRUCBAN_LANG", "en").env("TRUCBAN_OFFICER", "le-thi-binh").stdin(Stdio::null());
    let done = program.args(words).output().unwrap();
    let text = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert_eq!(text.chars().find(|c| obeyed(*c)), None, "{words:?}: {text:?}");
    text
}

#[test]
fn no_character_of_a_hostile_batch_or_file_name_is_obeyed_by_the_terminal() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    copy(&folder().join("parties/desk"), &place.join("desk"));
    fs::write(place.join("password"), format!("{PASSWORD}\n")).unwrap();
    let stick = place.join("a\n\u{1b}[2J\u{202e}");
    fs::create_dir(&stick).unwrap();
    for (vector, name) in [("hostile-text", "b\r\u{1b}]0;x\u{7}\u{2066}"), ("file-cut", "c\n\u{9b}31m")] {
        let file = stick.join(format!("{name}.tar.age"));
        fs::copy(folder().join(vector).join(FILE), &file).unwrap();
        fs::copy(folder().join(vector).join(format!("{FILE}.sig")), stick.join(format!("{name}.tar.age.sig"))).unwrap();
    }
    let out = place.join("out");
    let told = said(place, &["desk", "receive", stick.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert!(told.contains("merged") && told.contains("E102"), "{told}");
    said(place, &["desk", "receive", stick.join("none\u{1b}[2J.tar.age").to_str().unwrap()]);
    let listed = said(place, &["list", "--json", "--limit", "100"]);
    let numbers: Vec<String> = listed
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["number"].as_str().unwrap().to_owned())
        .collect();
    assert!(numbers.len() > 3, "{listed}");
    let shown: String = numbers.iter().map(|number| said(place, &["show", number])).collect();
    assert!(shown.contains("gnort"), "{shown}");
    for words in [
        &["list"][..],
        &["list", "--csv"],
        &["list", "gnort"],
        &["list", "\u{1b}[2J"],
        &["desk", "posts"],
        &["check"],
        &["signals"],
        &["doctor"],
    ] {
        said(place, words);
    }
}
