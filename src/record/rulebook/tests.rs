//! The file inside the program is whole; a post's file replaces what it names, or is refused with its line.

use super::*;
use crate::record::period::Anchor;
use crate::record::when;

const CLOCK: &str = r#"
[[clock]]
id = "D1"
vi = "Chuyển tin báo (vùng sâu)"
en = "Pass the report on (remote)"
kind = "incident"
when = { classification = ["crime_report"] }
start = "reported_at"
stop = ["transferred"]
limit = { hours = 48 }
source = "s"
confirmed = true
from = "2018-03-01"
"#;

#[test]
fn the_file_is_whole() {
    let whole = Rulebook::default().with(include_str!("vn.toml")).unwrap();
    let ids: Vec<&str> = whole.clocks().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["D1", "D3", "D4", "D7", "D8", "D9", "D10", "D11", "D12"]);
    assert_eq!(whole.kinds().collect::<Vec<_>>(), [Kind::Incident, Kind::Property]);
    assert_eq!(*Rulebook::builtin(), whole);
    assert!(whole.clocks().iter().all(|rule| !rule.vi.is_empty() && !rule.en.is_empty() && !rule.source.is_empty()));
    for rule in whole.clocks() {
        for (path, values) in &rule.when {
            let field = crate::record::fields(rule.kind).iter().find(|field| field.key == path).unwrap();
            let known = |value: &String| match field.shape {
                crate::record::Shape::One(choice) => choice.values.contains(&value.as_str()),
                _ => crate::record::catalogue::Catalogue::builtin().get(value).is_some(),
            };
            assert!(values.iter().all(known), "{}: {path}", rule.id);
        }
    }
}

#[test]
fn a_posts_file_replaces_what_it_names_and_nothing_else() {
    let ours = Rulebook::builtin().with(CLOCK).unwrap();
    assert_eq!(ours.clocks().len(), Rulebook::builtin().clocks().len());
    assert_eq!(ours.clocks().iter().find(|rule| rule.id == "D1").unwrap().limit, Limit::Hours(48));
    let year = "[[year]]\nyear = 2026\noff = [\"2026-11-24\"]\nsource = \"s\"\nconfirmed = true\n";
    let ours = Rulebook::builtin().with(year).unwrap();
    let free = |book: &Rulebook, day: &str| !book.is_working(when::parse_day(day).unwrap());
    assert!(free(&ours, "2026-11-24") && !free(Rulebook::builtin(), "2026-11-24"));
    assert!(!free(&ours, "2026-04-30") && free(&ours, "2025-04-30"), "that year's table is gone, others stay");
    let period = "[[period]]\nkind = \"month\"\nday = 1\nfrom = \"2027-01-01\"\nsource = \"s\"\nconfirmed = true\n";
    let ours = Rulebook::builtin().with(period).unwrap();
    let begins = |book: &Rulebook| {
        let all = book.calendar().rules().iter();
        all.map(|rule| (rule.anchor, rule.from.to_string())).collect::<Vec<_>>()
    };
    let theirs = begins(Rulebook::builtin());
    assert_eq!(theirs.len(), 2);
    assert_eq!(begins(&ours)[..2], theirs, "what began before goes on");
    assert_eq!(begins(&ours)[2..], [(Anchor::Month(1), "2027-01-01".to_owned())]);
    assert_eq!(Rulebook::builtin().with("").unwrap(), *Rulebook::builtin());
}

#[test]
fn a_wrong_file_is_refused_with_its_line() {
    let with = |from: &str, to: &str| CLOCK.replace(from, to);
    let period = |anchor: &str| {
        format!("[[period]]\nkind = \"month\"\n{anchor}\nfrom = \"2027-01-01\"\nsource = \"s\"\nconfirmed = true\n")
    };
    for (text, line, problem) in [
        ("[[clock]]\nid = ".to_owned(), 2, "syntax"),
        (with("confirmed = true", "confirmed = 1"), 12, "syntax"),
        (with("confirmed", "certain"), 12, "syntax"),
        (with("hours = 48", "weeks = 2"), 10, "syntax"),
        (with("\"transferred\"", "\"sent\""), 9, "syntax"),
        (with("\"incident\"", "\"incidents\""), 6, "syntax"),
        (with("2018-03-01", "01/03/2018"), 13, "syntax"),
        (with("2018-03-01", "2018-02-30"), 13, "syntax"),
        (with("hours = 48", "hours = 0"), 2, "limit"),
        (with("start", "after = \"resumed\"\nstart"), 2, "start"),
        (with("start = \"reported_at\"\n", ""), 2, "start"),
        (with("reported_at", "reported"), 2, "field"),
        (with("classification", "class"), 2, "field"),
        (with("from = ", "to = \"2018-02-28\"\nfrom = "), 2, "days"),
        (format!("{CLOCK}{CLOCK}"), 15, "twice"),
        ("[[year]]\nyear = 2026\noff = [\"2027-01-01\"]\nsource = \"\"\nconfirmed = true\n".into(), 1, "days"),
        ("[usual]\nsolar = [\"13-01\"]\nlunar = []\ntet = { before = 1, after = 4 }\n".into(), 2, "syntax"),
        (period("weekday = \"mon\""), 1, "anchor"),
        (period("day = 29"), 1, "anchor"),
        (period("day = 1\nhour = 24"), 1, "anchor"),
        (period("day = 15").replace("month", "week"), 1, "anchor"),
        (period("weekday = \"thứ hai\""), 3, "syntax"),
        (period("day = 15").replace("month", "quarter"), 2, "syntax"),
        (period("day = 1").repeat(2), 7, "twice"),
        ("title = \"x\"".into(), 1, "syntax"),
    ] {
        let wrong = Rulebook::builtin().with(&text).unwrap_err();
        assert_eq!((wrong.line, wrong.problem), (line, problem), "{text}\n{}", wrong.said);
        assert!(!wrong.said.is_empty() && !wrong.said.contains('\n'));
    }
    let later = with("from = ", "to = \"2020-01-01\"\nfrom = ") + &with("2018-03-01", "2020-01-02");
    assert_eq!(Rulebook::builtin().with(&later).unwrap().clocks().iter().filter(|rule| rule.id == "D1").count(), 2);
}
