//! A made-up year with planted truths, every one of which is told, and the same year without them, in which nothing is:
//! neither by the signals nor by the rules.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use trucban::acts::{Who, demo, look, session::Founded, signals};
use trucban::demo::tale::{DARK, ROSE, SILENT};
use trucban::demo::{Plan, Tale};
use trucban::figures::signals::{About, Signal, Sort};
use trucban::logbook::{Filter, Logbook};
use trucban::record::Kind;
use trucban::record::when::{self, Moment};

/// What is told of a year: signals that cross their thresholds, and codes of the rules with how often.
fn year(tale: Tale) -> (Vec<Signal>, BTreeMap<&'static str, usize>) {
    let folder = tempfile::tempdir().unwrap();
    let until = when::parse("2026-11-25T20:14:00+07:00").unwrap();
    let plan = Plan { records: 2600, weeks: 52, seed: 1, until };
    let made = demo::tell(&folder.path().join("ward"), (plan, tale), &mut |_| Ok(()));
    let Founded { book, who, .. } = made.unwrap();
    let mut told = signals::all(&book, &who, until).unwrap();
    assert!(told.iter().any(|signal| signal.sort == Sort::Regular && signal.records > 50), "there is something to see");
    told.retain(|signal| signal.told);
    let mut codes = codes(&book, &who, until);
    // In a year, two things of one sort happen in one area within an hour by chance, and are asked about.
    assert!(codes.remove("W206").unwrap_or(0) <= 3, "{codes:?}");
    (told, codes)
}

/// What the rules say, by code with how often.
fn codes(book: &Logbook, who: &Who, until: Moment) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for checked in look::check(book, who, (None, None), until).unwrap() {
        checked.findings.iter().for_each(|finding| *codes.entry(finding.code).or_default() += 1);
    }
    codes
}

fn names(told: &[Signal]) -> Vec<String> {
    told.iter().map(|signal| format!("{} {:?} {:?}", signal.sort.name(), signal.about, signal.args)).collect()
}

#[test]
fn nothing_is_told_of_an_even_year() {
    let (told, codes) = year(Tale::Even);
    assert_eq!(names(&told), Vec::<String>::new());
    assert_eq!(codes, BTreeMap::new());
}

#[test]
fn every_planted_truth_is_told_and_nothing_else() {
    let (told, mut codes) = year(Tale::Planted);
    let arg = |signal: &Signal, name: &str| signal.args.iter().find(|(key, _)| *key == name).unwrap().1.clone();
    let mut rest = told.clone();
    let mut take = |sort: Sort, is: &dyn Fn(&About) -> bool| {
        let at = rest.iter().position(|signal| signal.sort == sort && is(&signal.about));
        rest.remove(at.unwrap_or_else(|| panic!("{sort:?} is missing: {:#?}", names(&told))))
    };
    // Nine weeks, and the days around them on which nobody would have come anyway.
    let silent = take(Sort::Gap, &|about| *about == About::Area(SILENT.into()));
    assert!((63..80).contains(&arg(&silent, "gap").parse::<u32>().unwrap()), "{silent:?}");
    let team = take(Sort::Gap, &|about| matches!(about, About::Named(name) if name.ends_with(SILENT)));
    assert!(arg(&team, "gap").parse::<u32>().unwrap() >= 63, "the team of that area, too: {team:?}");
    let dark = take(Sort::Units, &|about| matches!(about, About::Named(name) if name.ends_with(DARK)));
    assert_eq!((arg(&dark, "working"), arg(&dark, "total")), ("88".into(), "285".into()));
    take(Sort::Units, &|about| *about == About::Cameras);
    let rose = take(Sort::Rising, &|about| *about == About::Category(ROSE.0.into()));
    assert_eq!((arg(&rose, "topic"), arg(&rose, "sessions")), (ROSE.1.into(), "0".into()));
    assert_eq!(names(&rest), Vec::<String>::new());
    // Matters were left until their clocks had run out, and some of them still are.
    assert!(codes.remove("W211").is_some_and(|late| late > 5), "{codes:?}");
    codes.remove("W210");
    // Half of the cameras stand still in a model that is called active; accounts were copied.
    assert!(codes.remove("W506").is_some());
    assert!(codes.remove("W504").is_some_and(|copies| copies > 5), "{codes:?}");
    assert_eq!(codes, BTreeMap::new());
}

/// The ward that people try the program with: what clocks ask for is noted in time, but for a few.
#[test]
fn an_ordinary_season_is_late_now_and_then() {
    let folder = tempfile::tempdir().unwrap();
    let until = when::parse("2026-11-25T20:14:00+07:00").unwrap();
    let made = demo::make(&folder.path().join("ward"), Plan::usual(until), &mut |_| Ok(()));
    let Founded { book, who, .. } = made.unwrap();
    let incidents = Filter { kind: Some(Kind::Incident), limit: 1000, ..Filter::default() };
    let incidents = book.list(&incidents).unwrap().len();
    let codes = codes(&book, &who, until);
    let (late, overdue) = (codes.get("W211").copied().unwrap_or(0), codes.get("W210").copied().unwrap_or(0));
    println!("{incidents} incidents, {codes:?}");
    let copied = codes.get("W504").copied().unwrap_or(0);
    assert!(copied < 12, "copied accounts stand out: {codes:?}");
    assert!(late > 0 && late * 25 < incidents && overdue * 50 < incidents, "{incidents}: {codes:?}");
}
