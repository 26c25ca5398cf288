//! What a fuzzer has found interesting, once more and without it: no panic, and what is taken says the same again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "fuzz/targets.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

#[test]
fn no_input_of_the_corpus_breaks_anything() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut folders: Vec<_> = fs::read_dir(&corpus).unwrap().map(|folder| folder.unwrap().file_name()).collect();
    folders.sort();
    let names: Vec<_> = targets::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(folders, names, "one folder for each target");
    for (name, target) in targets::ALL {
        let inputs: Vec<_> = fs::read_dir(corpus.join(name)).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(!inputs.is_empty(), "{name} has no input");
        for input in inputs {
            let data = fs::read(&input).unwrap();
            assert!(catch_unwind(|| target(&data)).is_ok(), "{name} breaks on {}", input.display());
        }
    }
}

/// The fuzzer is a crate of its own, so nothing else says when what it builds on has changed.
#[test]
fn the_fuzzer_is_built_from_what_the_program_is_built_from() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let needs = |lock: &str| {
        let own =
            lock.split("[[package]]").find(|package| package.contains("name = \"trucban\"\n")).unwrap().to_owned();
        let all = own.split_once("dependencies = [").unwrap().1.split_once(']').unwrap().0;
        // A version follows a name where there are several.
        let name = |line: &str| line.trim().trim_matches(['"', ',']).split(' ').next().unwrap().to_owned();
        all.lines().map(name).filter(|name| !name.is_empty()).collect::<BTreeSet<_>>()
    };
    let (program, fuzzer) = (needs(&read("Cargo.lock")), needs(&read("tests/fuzz/Cargo.lock")));
    let only_tests = read("Cargo.toml").split_once("[dev-dependencies]").unwrap().1.to_owned();
    let built = |name: &&String| !only_tests.contains(&format!("\n{name} ="));
    let missing: Vec<_> = program.difference(&fuzzer).filter(built).collect();
    assert!(missing.is_empty(), "`cargo update --workspace --manifest-path tests/fuzz/Cargo.toml`: {missing:?}");
}
