//! Both files are whole: they parse, say the same things with the same values, and have words for all that the
//! code can name (records: `record/tests.rs`). The code is read as text, so that nothing has to be listed a second time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;
use crate::fault::Kind as Sort;

#[test]
fn faults_speak_with_their_values() {
    let fault = Fault::bug("two heads");
    let (message, hint) = Words::new(Lang::En).fault(&fault);
    assert!(message.ends_with(": two heads") && hint.starts_with("Nothing was changed"), "{message} {hint}");
    let (message, _) = Words::new(Lang::Vi).fault(&Fault::new(Sort::Bug, "X999"));
    assert_eq!(message, "X999");
}

#[test]
fn a_hint_names_the_nearest_word_if_there_is_one() {
    let words = Words::new(Lang::En);
    let near = |near: &str| words.finding(&Fault::new(Sort::Finding, "E004").with("key", "titel").with("near", near)).1;
    assert_eq!(near("title"), "Do you mean “title”? Correct the name or leave it out.");
    assert!(near("").starts_with("Leave it out"), "{}", near(""));
}

#[test]
fn the_wording_can_choose_by_a_number_and_shows_it_as_it_was_given() {
    let words = Words::new(Lang::En);
    let findings =
        |of: [&str; 3]| words.with("tui-board-findings", &[("errors", of[0]), ("holds", of[1]), ("warnings", of[2])]);
    assert_eq!(findings(["0", "2", "0"]).trim_end(), "2 to fix,");
    for shown in ["1234567", "0012", "3e9", "12345678901234567890", "1.234"] {
        assert!(findings([shown, "0", "0"]).contains(shown), "{shown}");
    }
}

#[test]
fn wording_is_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Words::new(Lang::Vi));
}

#[test]
fn the_files_are_fluent_and_name_nothing_twice() {
    for lang in Lang::ALL {
        let parsed = FluentResource::try_new(lang.text().to_owned()).map_err(|(_, errors)| errors);
        assert!(parsed.is_ok(), "{}: {:?}", lang.code(), parsed.err());
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = ids::of(lang.text()).filter(|id| !seen.insert(*id)).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", lang.code());
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_values() {
    let [vi, en] = Lang::ALL.map(|lang| messages(lang.text()));
    for (id, values) in &vi {
        let other = en.get(id);
        assert!(other.is_some(), "{id} is missing in English");
        assert_eq!(Some(values), other, "{id} has other values in English");
    }
    let missing: Vec<_> = en.keys().filter(|id| !vi.contains_key(*id)).collect();
    assert!(missing.is_empty(), "missing in Vietnamese: {missing:?}");
}

#[test]
fn codes_have_a_message_and_a_hint_whose_values_the_code_gives() {
    let given = codes(&source());
    assert!(given.len() > 40, "{}", given.len());
    let values = messages(Lang::Vi.text());
    let spoken: BTreeSet<String> = values.keys().filter(|id| is_code(id)).cloned().collect();
    assert_known(spoken.iter().chain(given.keys()).flat_map(|code| [code.clone(), format!("{code}.hint")]));
    for (code, names) in given.into_iter().filter_map(|(code, names)| Some((code, names?))) {
        let both = [code.clone(), format!("{code}.hint")];
        let unknown: Vec<_> =
            both.iter().filter_map(|id| values.get(id)).flatten().filter(|value| !names.contains(*value)).collect();
        assert!(unknown.is_empty(), "{code} speaks of {unknown:?}, the code gives {names:?}");
    }
}

#[test]
fn every_id_that_the_code_asks_for_is_there() {
    assert_known(asked(&source()));
}

#[test]
fn what_is_missing_would_be_found() {
    let text = "# c = d\na-b = x { $one }\n    .hint = { $two ->\n       *[other] y\n    }\nE001 = z\n";
    let found = messages(text);
    assert_eq!(found.keys().collect::<Vec<_>>(), ["E001", "a-b", "a-b.hint"]);
    assert_eq!(found["a-b"], BTreeSet::from(["one".to_owned()]));
    assert_eq!(found["a-b.hint"], BTreeSet::from(["two".to_owned()]));
    // Put together from pieces, so that this very text asks for nothing.
    let code = ["Fault::new(K, \"E0", "10\").with(\"key\", 1).with(\n\"max\", 2); fn x() { x.with(\"no\", 1)"].concat();
    assert_eq!(codes(&code)["E010"], Some(BTreeSet::from(["key".to_owned(), "max".to_owned()])));
    assert_eq!(codes(&["over, \"E0", "10\")"].concat())["E010"], None);
    let call = ["self.words", "\n.get(\"a-b\"); words", ".with(\"c-d\", &[]); map.get(\"e\")"].concat();
    assert_eq!(asked(&call), ["a-b", "c-d"]);
    assert!(is_code("H204") && !is_code("H20") && !is_code("X204") && !is_code("Hint"));
}

fn assert_known(wanted: impl IntoIterator<Item = String>) {
    let both = Lang::ALL.map(|lang| (lang.code(), messages(lang.text())));
    let wanted: BTreeSet<String> = wanted.into_iter().collect();
    for (lang, known) in both {
        let missing: Vec<_> = wanted.iter().filter(|id| !known.contains_key(*id)).collect();
        assert!(missing.is_empty(), "no wording in {lang}.ftl: {missing:?}");
    }
}

/// Every message and attribute of a Fluent file with the values that it speaks of.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    let (mut message, mut now) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let attribute = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" ="));
        if let Some(id) = ids::of(line).next() {
            id.clone_into(&mut message);
            message.clone_into(&mut now);
        } else if let Some((name, _)) = attribute {
            now = format!("{message}.{name}");
        }
        let values: &mut BTreeSet<String> = all.entry(now.clone()).or_default();
        let begin = line.split('$').skip(1);
        values.extend(begin.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned()));
    }
    all
}

/// All code of the program.
fn source() -> String {
    fn gather(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, text);
            } else if path.extension().is_some_and(|e| e == "rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

fn is_code(id: &str) -> bool {
    id.len() == 4 && id.starts_with(['E', 'H', 'W']) && id.bytes().skip(1).all(|b| b.is_ascii_digit())
}

/// The codes in a source text, each with the names of the values that it is ever made with; none where a code is only
/// handed on.
fn codes(source: &str) -> BTreeMap<String, Option<BTreeSet<String>>> {
    let mut found: BTreeMap<String, Option<BTreeSet<String>>> = BTreeMap::new();
    let literals: Vec<&str> = source.split('"').collect();
    for (at, code) in literals.iter().enumerate().filter(|(_, literal)| is_code(literal)) {
        let names = found.entry((*code).to_owned()).or_default();
        let before = literals[at - 1];
        if before.rsplit(';').next().is_some_and(|line| line.contains("::new(")) {
            names.get_or_insert_default().extend(values_given(&literals[at + 1..]));
        }
    }
    found
}

/// The first words of the `.with(…)` calls after a code, up to the next code or function.
fn values_given(after: &[&str]) -> BTreeSet<String> {
    let pairs = after.chunks_exact(2).take_while(|pair| !pair[0].contains("fn ") && !is_code(pair[1]));
    pairs.filter(|pair| pair[0].trim_end().ends_with(".with(")).map(|pair| pair[1].to_owned()).collect()
}

/// The ids that a source text asks for by name.
fn asked(source: &str) -> Vec<String> {
    let dense: String = source.split_whitespace().collect();
    let calls = ["words.get(\"", "words.with(\""];
    calls
        .iter()
        .flat_map(|call| dense.split(call).skip(1).filter_map(|rest| rest.split('"').next()))
        .map(str::to_owned)
        .collect()
}
