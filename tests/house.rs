//! The law of the house, held on every file: floors import only downwards, guests stay in their rooms, every file says
//! what it is and can be read in one sitting, and none is forgotten. Each rule is shown to find a planted breach.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "house/law.rs"]
mod law;
#[path = "house/scan.rs"]
mod scan;

use law::Source;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder of the house, as paths from the top.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn rust_files() -> Vec<(String, String)> {
    let all = ["src", "tests", "benches"].into_iter().flat_map(files).filter(|path| path.ends_with(".rs"));
    all.filter(|path| !path.contains("/target/"))
        .map(|path| (read(&path), path))
        .map(|(text, path)| (path, text))
        .collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn sources() -> Vec<Source> {
    let all = rust_files();
    let sources: Vec<Source> =
        all.iter().filter_map(|(path, text)| Some(Source::new(path.strip_prefix("src/")?, text))).collect();
    assert!(sources.len() > 40, "the source is elsewhere: {}", sources.len());
    sources
}

fn assert_none(broken: impl IntoIterator<Item = String>) {
    let broken: Vec<String> = broken.into_iter().collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn floors_import_only_downwards_and_never_sideways() {
    assert_none(sources().iter().flat_map(law::upward));
}

#[test]
fn guests_stay_in_their_rooms() {
    assert_none(sources().iter().flat_map(law::homeless));
}

#[test]
fn no_code_speaks_for_itself() {
    assert_none(sources().iter().flat_map(law::wording));
}

#[test]
fn every_file_says_what_it_is_and_can_be_read_in_one_sitting() {
    let all = rust_files();
    let said: Vec<String> = all.iter().flat_map(|(path, text)| law::guides(path, text)).collect();
    eprintln!("longer than the guides ({} and {} lines):\n{}", law::FILE_GUIDE, law::FUNCTION_GUIDE, said.join("\n"));
    assert_none(all.iter().flat_map(|(path, text)| law::shape(path, text)));
}

#[test]
fn nothing_grows_at_the_top() {
    let allowed = ["Cargo.toml", "Cargo.lock", "README.md", "LICENSE", "src", "tests", "docs", "benches", "target"];
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_none(names.filter(|name| !name.starts_with('.') && !allowed.contains(&name.as_str())));
}

#[test]
fn no_file_of_the_program_is_forgotten() {
    let reached = reach(["src/lib.rs", "src/main.rs"].map(str::to_owned).into());
    assert_none(files("src").into_iter().filter(|path| path.ends_with(".rs") && !reached.contains(path)));
}

#[test]
fn no_file_of_the_tests_is_forgotten() {
    let all = files("tests");
    let targets = all.iter().filter(|path| path.ends_with(".rs") && path.matches('/').count() == 1);
    let manifest = read("Cargo.toml");
    let named = all.iter().filter(|path| manifest.contains(&format!("path = \"{path}\"")));
    // The program's own tests may be judged by a file that stands here.
    let own = std::iter::once("src/lib.rs".to_owned());
    let reached = reach(targets.chain(named).cloned().chain(own).collect());
    let text: String = reached.iter().map(|path| read(path)).collect();
    assert_none(all.iter().filter(|path| !is_reached(path, &all, &reached, &text)).cloned());
}

/// Rust files by `mod`, those of a crate within by its manifest, snapshots by their test, other files by a reached
/// test that names their folder.
fn is_reached(path: &str, all: &[String], reached: &BTreeSet<String>, text: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let (folder, name) = (parts.next().unwrap_or_default(), path.rsplit('/').next().unwrap_or_default());
    if reached.contains(path) || all.contains(&format!("tests/{folder}/Cargo.toml")) {
        return true;
    }
    if path.ends_with(".snap") {
        let target = name.split("__").next().unwrap_or_default();
        return reached.contains(&format!("tests/{target}.rs"));
    }
    let by_name =
        [format!("tests/{folder}\""), format!("tests/{folder}/"), format!("\"{folder}\""), format!("{folder}/{name}")];
    !path.ends_with(".rs") && by_name.iter().any(|named| text.contains(named.as_str()))
}

/// The Rust files that these lead to by `mod`.
fn reach(mut open: Vec<String>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let tops: Vec<String> = open.clone();
    while let Some(path) = open.pop() {
        let folder = Path::new(&path).parent().unwrap().to_owned();
        let is_root = tops.contains(&path) || path.ends_with("/mod.rs");
        let own = if is_root { folder.clone() } else { folder.join(Path::new(&path).file_stem().unwrap()) };
        for (name, given) in law::modules(&read(&path)) {
            let ways: Vec<PathBuf> = match given {
                Some(given) => vec![folder.join(given)],
                None => vec![own.join(format!("{name}.rs")), own.join(&name).join("mod.rs")],
            };
            let found = ways.iter().map(|way| way.to_str().unwrap().replace('\\', "/"));
            open.extend(found.filter(|way| root().join(way).is_file() && !reached.contains(way)));
        }
        reached.insert(path);
    }
    reached
}

#[path = "house/planted.rs"]
mod planted;
