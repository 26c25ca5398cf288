//! A second reader, written in Python from the page of the format alone, says the same of a batch as the program.

use std::path::PathBuf;

use serde_json::Value;

use crate::tools::{good, judged, ready, shell};
use crate::week::Week;

fn reader() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/second_reader/read.py")
}

fn command(week: &Week) -> String {
    let reader = reader();
    format!("python3 '{}' {}.tar.age post.card LDG-CT desk.age-identity", reader.display(), week.name)
}

#[test]
fn a_second_reader_says_what_the_program_says() {
    if !ready("second reader", &["python3", "ssh-keygen", "age"]) {
        return;
    }
    for persons in [false, true] {
        let week = Week::new(persons);
        let said: Value = serde_json::from_str(&good(&week.out(), &command(&week))).unwrap();
        let sealed = &week.sealed;
        assert_eq!(said["name"], week.name);
        assert_eq!(said["id"], sealed.batch.hex());
        assert_eq!(said["head"], week.post.book.check().unwrap().head);
        assert_eq!((said["first"].as_u64(), said["last"].as_u64()), (Some(sealed.first), Some(sealed.last)));
        assert_eq!(said["counts"]["entries"], sealed.entries());
        assert_eq!(said["with_persons"], persons);
        assert_eq!(said["counts"]["persons"].as_u64().unwrap() > 0, persons);
    }
}

#[test]
fn a_second_reader_refuses_what_was_changed() {
    if !ready("second reader's refusals", &["python3", "ssh-keygen", "age"]) {
        return;
    }
    let week = Week::new(false);
    let file = format!("{}.tar.age", week.name);
    judged(&week.out(), &command(&week), &format!("printf x >> {file}"));
    judged(&week.out(), &command(&week), &format!("rm {file}.sig"));
    judged(&week.out(), &command(&week), "cp desk.card post.card");
    let strange = shell(&week.out(), &command(&week).replace("LDG-CT", "LDG-XX"));
    assert!(String::from_utf8_lossy(&strange.stdout).contains("E105"));
}
