//! Planted breaches: what the rules of the house have to find, and what they must leave in peace.

use super::law::{self, Source};
use super::scan::{self, Function};

fn upward(path: &str, text: &str) -> Vec<String> {
    law::upward(&Source::new(path, text))
}

fn homeless(path: &str, text: &str) -> Vec<String> {
    law::homeless(&Source::new(path, text))
}

#[test]
fn an_import_upwards_or_sideways_is_found() {
    assert_eq!(upward("record/mod.rs", "use crate::logbook::Logbook;"), ["record imports logbook"]);
    assert_eq!(upward("text/fold.rs", "fn f() { crate :: words::get() }"), ["text/fold imports words"]);
    assert_eq!(
        upward("cli/add.rs", "use crate::{fault::{Fault, Kind}, acts::{self}, tui::run};"),
        ["cli/add imports tui"]
    );
    assert_eq!(upward("sync/pack.rs", "use super::super::desk::Post;"), ["sync/pack imports desk"]);
    assert_eq!(upward("attic/mod.rs", ""), ["attic is no floor"]);
}

#[test]
fn imports_downwards_comments_and_strings_are_left_in_peace() {
    for (path, text) in [
        ("acts/desk.rs", "use crate::desk; use super::write; use crate::acts::look;"),
        (
            "record/mod.rs",
            "// crate::logbook\n/* crate::cli /* crate::tui */ crate::acts */ const A: &str = \"crate::sync\";",
        ),
        ("record/mod.rs", "const A: &str = r#\"crate::cli\"#; const B: char = '\"'; // crate::tui \""),
        ("logbook/list.rs", "use super::search; mod tests { use super::super::sql; }"),
        ("main.rs", "use trucban::cli;"),
    ] {
        assert_eq!(upward(path, text), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn a_guest_outside_of_its_room_is_found() {
    assert_eq!(homeless("acts/write.rs", "use rusqlite::Connection;"), ["acts/write uses rusqlite"]);
    assert_eq!(homeless("logbook/keys.rs", "let e = age::Encryptor::new();"), ["logbook/keys uses age"]);
    assert_eq!(homeless("sync/seal.rs", "use ssh_key;"), ["sync/seal uses ssh_key"]);
    assert_eq!(homeless("tui/view/log.rs", "use ratatui::crossterm::event::Event;"), ["tui/view/log uses crossterm"]);
    assert_eq!(homeless("cli/list.rs", "fn f(a: ratatui ::Frame) {}"), ["cli/list uses ratatui"]);
    assert_eq!(
        homeless("acts/mod.rs", "let id = Uuid::now_v7();"),
        ["acts/mod uses Uuid::now_v7"].map(|s| s.replace("/mod", ""))
    );
    assert_eq!(homeless("tui/app/mod.rs", "chrono::Utc::now()"), ["tui/app uses Utc::now"]);
    assert_eq!(homeless("logbook/open.rs", "let t = Instant\n    ::now();"), ["logbook/open uses Instant::now"]);
}

#[test]
fn guests_in_their_rooms_are_left_in_peace() {
    for (path, text) in [
        ("logbook/sql.rs", "use rusqlite::Error;"),
        ("seal/recipients.rs", "use age::x25519; use ssh_key::PublicKey;"),
        ("tui/input.rs", "use crossterm::event; let t = Instant::now();"),
        ("record/rules.rs", "let age = person.age; if age > 3 {} // age::Encryptor"),
        ("cli/mod.rs", "Uuid::now_v7(); Utc::now();"),
        ("main.rs", "SystemTime::now();"),
    ] {
        assert_eq!(homeless(path, text), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn wording_in_code_is_found() {
    let spoken = |path: &str, text: &str| law::wording(&Source::new(path, text));
    assert_eq!(spoken("cli/add.rs", "say(\"Đã lưu\"); // Đã lưu"), ["cli/add speaks: \"Đã lưu\""]);
    assert_eq!(spoken("cli/add.rs", "say(r#\"a \"lưu\" b\"#)").len(), 1);
    for (path, text) in [
        ("cli/add.rs", "//! Ca trực\nsay(\"… · →\"); 'đ'; #[cfg(test)] mod tests { say(\"Đã lưu\") }"),
        ("text/number.rs", "\" đ\""),
        ("words/tests.rs", "\"đ\""),
    ] {
        assert_eq!(spoken(path, text), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn a_file_without_head_and_what_is_too_long_are_found() {
    let long = |lines: usize| format!("//! Long.\nfn long(a: [u8; 2]) {{\n{}}}\n", "    work();\n".repeat(lines));
    assert_eq!(law::shape("a.rs", "use std::fs;\n"), ["a.rs doesn't begin with //!"]);
    assert_eq!(law::shape("a.rs", &long(law::FUNCTION - 2)), Vec::<String>::new());
    assert_eq!(law::shape("a.rs", &long(law::FUNCTION - 1)), ["a.rs:2 fn long has 61 lines, more than 60"]);
    assert_eq!(
        law::shape("a.rs", &format!("//! A.\n{}", "\n".repeat(law::FILE))),
        ["a.rs has 451 lines, more than 450"]
    );
    assert_eq!(law::guides("a.rs", &long(39)), ["a.rs:2 fn long: 41 lines"]);
}

#[test]
fn functions_are_measured_over_braces_in_strings_and_characters() {
    let text = "trait T { fn none(&self, a: [u8; 3]); }\nfn one() -> char {\n    let a = \"}\";\n    '}'\n}\nfn two<'a>(a: &'a str) { f(a, '\\'') }\n";
    let one = Function { name: "one".into(), line: 2, lines: 4 };
    let two = Function { name: "two".into(), line: 6, lines: 1 };
    assert_eq!(scan::functions(&scan::code(text)), [one, two]);
}

#[test]
fn modules_in_files_of_their_own_are_seen() {
    let text =
        "mod a;\nmod b { mod c; }\n#[path = \"house/d.rs\"]\npub mod d;\n// mod e;\nconst F: &str = \"mod f;\";\n";
    let found = law::modules(text);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["a", "c", "d"]);
    assert_eq!(found[2].1.as_deref(), Some("house/d.rs"));
}

#[test]
fn a_forgotten_test_file_is_found() {
    let all = ["tests/a.rs", "tests/common/lost.rs", "tests/cases/x.case", "tests/fuzz/Cargo.toml", "tests/fuzz/f.rs"]
        .map(str::to_owned);
    let reached = ["tests/a.rs".to_owned()].into();
    let seen = |path: &str, text: &str| super::is_reached(path, &all, &reached, text);
    assert!(seen("tests/a.rs", "") && seen("tests/fuzz/f.rs", "") && seen("tests/snapshots/a__x.snap", ""));
    assert!(seen("tests/cases/x.case", "join(\"tests/cases\")") && !seen("tests/cases/x.case", "tests/other"));
    assert!(!seen("tests/common/lost.rs", "\"common\"") && !seen("tests/snapshots/b__x.snap", ""));
}
