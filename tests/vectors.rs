//! Test vectors: one folder below `tests/vectors` for each way in which a batch can be wrong, with what a desk has to
//! say to it; for every other implementation of the format as much as for this one. A second reader in Python judges
//! them too. The golden batch and the two logbooks beside it were written once and are kept for ever: what was sealed
//! then has to be read, merged and written again by every later program.
//!
//! `TRUCBAN_WRITE_VECTORS=1 cargo test --test vectors` makes the vectors anew from `tests/vector/recipes.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "vector/bits.rs"]
mod bits;
#[path = "vector/golden.rs"]
mod golden;
#[path = "vector/content.rs"]
mod content;
#[path = "vector/inside.rs"]
mod inside;
#[path = "vector/outside.rs"]
mod outside;
#[path = "vector/parts.rs"]
mod parts;
#[path = "vector/recipes.rs"]
mod recipes;
#[path = "vector/shown.rs"]
mod shown;
#[path = "stock_tools/tools.rs"]
mod tools;
#[path = "stock_tools/week.rs"]
mod week;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use trucban::sync::check;

use golden::Desk;
use parts::Sent;
use recipes::{Recipe, made};

/// The files of a vector.
const FILE: &str = "batch.tar.age";
const EXPECTED: &str = "expected.json";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn expected((_, code, what, _): &Recipe) -> Value {
    json!({"result": code.map_or("merged", check::result), "code": code, "what": what})
}

fn put(folder: &Path, sent: &Sent, expected: &Value) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(FILE), &sent.file).unwrap();
    if let Some(signature) = &sent.signature {
        fs::write(folder.join(format!("{FILE}.sig")), signature).unwrap();
    }
    fs::write(folder.join(EXPECTED), format!("{expected:#}\n")).unwrap();
}

/// Every vector there is: its folder, and what has to be said to it.
fn vectors() -> BTreeMap<String, Value> {
    if std::env::var_os("TRUCBAN_WRITE_VECTORS").is_some() {
        static WRITTEN: std::sync::Once = std::sync::Once::new();
        WRITTEN.call_once(write);
    }
    let all = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let read = |name: String| {
        let expected = fs::read(folder().join(&name).join(EXPECTED)).ok()?;
        Some((name, serde_json::from_slice(&expected).unwrap()))
    };
    all.filter_map(read).collect()
}

fn write() {
    golden::write_once(&folder());
    let maker = golden::maker(&folder());
    for recipe in recipes::all() {
        let folder = folder().join(recipe.0);
        let _ = fs::remove_dir_all(&folder);
        put(&folder, &made(&recipe.3, &maker), &expected(recipe));
    }
}

#[test]
fn every_vector_gets_the_answer_that_it_names_and_changes_nothing_unless_merged() {
    let mut desk = Desk::open(&folder());
    let before = desk.state();
    for (name, expected) in vectors() {
        let wanted = (expected["result"].as_str().unwrap().to_owned(), expected["code"].as_str().map(str::to_owned));
        let merges = wanted.0 == "merged";
        let mut fresh = merges.then(|| Desk::open(&folder()));
        let desk = fresh.as_mut().unwrap_or(&mut desk);
        assert_eq!(desk.receive(&folder().join(&name).join(FILE)), wanted, "{name}");
        assert_eq!(desk.state() == before, !merges, "{name}");
    }
}

#[test]
fn every_recipe_has_its_vector_and_still_makes_it() {
    let vectors = vectors();
    let names: Vec<_> = vectors.keys().filter(|name| *name != "golden").collect();
    let mut recipes: Vec<_> = recipes::all().map(|recipe| recipe.0).collect();
    recipes.sort_unstable();
    assert_eq!(names, recipes);
    let (maker, mut desk) = (golden::maker(&folder()), Desk::open(&folder()));
    let scratch = tempfile::tempdir().unwrap();
    for recipe in recipes::all() {
        assert_eq!(vectors[recipe.0], expected(recipe), "{}", recipe.0);
        if recipe.1.is_none() {
            continue;
        }
        let folder = scratch.path().join(recipe.0);
        put(&folder, &made(&recipe.3, &maker), &vectors[recipe.0]);
        assert_eq!(desk.receive(&folder.join(FILE)).1.as_deref(), recipe.1, "{}", recipe.0);
    }
}

#[test]
fn a_second_reader_gives_every_vector_the_same_answer() {
    if !tools::ready("second reader of the vectors", &["python3", "ssh-keygen", "age"]) {
        return;
    }
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second_reader/read.py");
    for (name, expected) in vectors() {
        // These two only somebody with the journal can judge (steps 18 and 19 of the page).
        let journal = ["gap", "record-of-nobody"].contains(&&*name);
        let wanted = if journal { &Value::Null } else { &expected["code"] };
        let command = format!(
            "python3 '{}' {name}/{FILE} parties/post.card LDG-CT parties/desk.age-identity || true",
            reader.display()
        );
        let said: Value = serde_json::from_str(&tools::good(&folder(), &command)).unwrap_or_default();
        assert_eq!(said["code"], *wanted, "{name}: {said}");
        if name == "golden" {
            assert_eq!((&said["id"], &said["head"]), (&expected["id"], &expected["head"]));
        }
    }
    // Two that were sealed before there were kinds of community work.
    for (file, entries) in [("LDG-P2-2026W47-000001-fafa", 12), ("LDG-P2-2026W48-000002-fafa", 2)] {
        let command = format!("python3 '{}' {file}.tar.age post.card LDG-CT desk.identity", reader.display());
        let said: Value = serde_json::from_str(&tools::good(&folder().join("1.0"), &command)).unwrap();
        assert_eq!(said["counts"]["entries"], entries, "{said}");
    }
}

#[test]
fn the_golden_batch_is_merged_and_written_again_byte_for_byte() {
    let expected = &vectors()["golden"];
    let mut desk = Desk::open(&folder());
    assert_eq!(desk.receive(&folder().join("golden").join(FILE)), ("merged".to_owned(), None));
    let health = desk.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    assert_eq!(expected["entries"].as_u64(), Some(desk.book.merged_through("LDG-P2").unwrap()[0].seq));
    let post = golden::Copy::open(&folder(), "post");
    assert!(post.book.check().unwrap().is_ok());
    assert!(golden::remade(&folder()) == golden::tar_of(&folder()), "what was sealed then comes out the same now");
}
