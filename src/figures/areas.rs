//! The areas of a post as they stand, each with those that it was made from: what was done in two areas that were merged was
//! done in the one that follows them.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::{Data, Kind};
use crate::text::{clean, fold, order};

/// The word between two names, folded.
const AND: &str = " va ";

/// An area that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The codes by which its work is found: its own, then those of the areas that it was made from.
    pub codes: Vec<String>,
    /// Since when anybody can be expected there; none where it always was there, or follows another area.
    pub since: Option<NaiveDate>,
}

/// What the register says of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entered {
    code: String,
    name: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// What it was made from, as it was written, in folded words.
    before: Vec<String>,
}

impl Entered {
    fn of(data: &Data) -> Self {
        let text = |key| data.text(key).unwrap_or_default();
        // An area's code may hold spaces, so that only these part one from the next.
        let before = text("predecessor").split([',', ';', '+']).map(|one| fold::folded(one.trim()));
        Self {
            code: clean::shown(text("code")),
            name: clean::shown(text("name")),
            from: data.day("valid_from"),
            to: data.day("valid_to"),
            before: before.filter(|one| !one.is_empty()).collect(),
        }
    }

    fn stands(&self, today: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= today) && self.to.is_none_or(|to| to >= today)
    }

    fn is_called(&self, folded: &str) -> bool {
        fold::folded(&self.code) == folded || fold::folded(&self.name) == folded
    }

    /// Those that it was made from. What is no area's name may be two of them with an "and" between.
    fn before<'a>(&self, all: &'a [Self]) -> Vec<&'a Self> {
        let called = |name: &str| all.iter().filter(|area| area.is_called(name)).collect::<Vec<_>>();
        let known = |name: &String| match called(name) {
            none if none.is_empty() => name.split(AND).flat_map(called).collect(),
            found => found,
        };
        self.before.iter().flat_map(known).collect()
    }
}

/// The areas of this post that stand on a day, in order of code as people count.
///
/// # Errors
/// Those of the database; E114 when an envelope is damaged.
pub fn standing(book: &Logbook, today: NaiveDate) -> Outcome<Vec<Standing>> {
    let mut all = Vec::new();
    book.each_registered(Kind::Area, |_: Uuid, _, data| all.push(Entered::of(data)))?;
    Ok(stand(&all, today))
}

/// The only one of these areas that was made from the one with this code, or is it.
#[must_use]
pub fn now<'a>(areas: &'a [Standing], code: &'a str) -> &'a str {
    let mut follow = areas.iter().filter(|area| area.codes.iter().any(|one| one == code));
    match (follow.next(), follow.next()) {
        (Some(area), None) => &area.code,
        _ => code,
    }
}

fn stand(all: &[Entered], today: NaiveDate) -> Vec<Standing> {
    let mut areas: Vec<Standing> =
        all.iter().filter(|area| area.stands(today)).map(|area| with_those(area, all)).collect();
    areas.sort_by(|a, b| order::natural(&a.code, &b.code));
    areas
}

/// An area with all that it was made from, also over several mergers; an area that names itself ends the search.
fn with_those(area: &Entered, all: &[Entered]) -> Standing {
    let mut known = vec![area];
    let mut next = 0;
    while let Some(one) = known.get(next) {
        for before in one.before(all) {
            if !known.contains(&before) {
                known.push(before);
            }
        }
        next += 1;
    }
    Standing {
        code: area.code.clone(),
        name: area.name.clone(),
        codes: known.iter().map(|one| one.code.clone()).collect(),
        since: area.from.filter(|_| known.len() == 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::when::parse_day;
    use serde_json::json;

    fn area(code: &str, (from, to): (Option<&str>, Option<&str>), before: Option<&str>) -> Entered {
        let data = json!({"code": code, "name": format!("Khu {code}"), "valid_from": from, "valid_to": to, "predecessor": before});
        Entered::of(&Data(data.as_object().unwrap().clone()))
    }

    fn on(day: &str, all: &[Entered]) -> Vec<(String, Vec<String>, Option<NaiveDate>)> {
        stand(all, parse_day(day).unwrap()).into_iter().map(|area| (area.code, area.codes, area.since)).collect()
    }

    #[test]
    fn an_area_stands_from_its_first_day_to_its_last() {
        let all = [area("TDP 1", (None, Some("2026-06-30")), None), area("TDP 2", (Some("2026-07-01"), None), None)];
        assert_eq!(on("2026-06-30", &all), [("TDP 1".into(), vec!["TDP 1".into()], None)]);
        assert_eq!(on("2026-07-01", &all), [("TDP 2".into(), vec!["TDP 2".into()], parse_day("2026-07-01"))]);
    }

    #[test]
    fn what_was_merged_is_found_by_code_or_name_however_it_was_written() {
        for before in ["TDP 3, TDP 4", "tdp 3 và Khu TDP 4", "TDP 4;TDP 3 + TDP 9"] {
            let ended = (None, Some("2026-06-30"));
            let new = (Some("2026-07-01"), None);
            let all = [area("TDP 3", ended, None), area("TDP 4", ended, None), area("TDP 34", new, Some(before))];
            let codes = ["TDP 34", "TDP 3", "TDP 4"].map(str::to_owned).to_vec();
            let mut standing = stand(&all, parse_day("2026-07-02").unwrap());
            standing[0].codes[1..].sort();
            assert_eq!((standing.len(), &standing[0].codes, standing[0].since), (1, &codes, None), "{before}");
            assert_eq!(["TDP 3", "TDP 34", "TDP 9"].map(|code| now(&standing, code)), ["TDP 34", "TDP 34", "TDP 9"]);
        }
    }

    #[test]
    fn what_merely_sounds_like_the_word_between_two_names_parts_none() {
        let all = [area("Thôn Vạ Lài", (None, None), None), area("X", (None, None), Some("thôn vạ lài; Lài"))];
        let codes = ["X", "Thôn Vạ Lài"].map(str::to_owned).to_vec();
        assert!(on("2026-07-01", &all).contains(&("X".into(), codes, None)));
    }

    #[test]
    fn mergers_are_followed_back_and_a_circle_ends() {
        let all = [
            area("A", (None, Some("2025-01-01")), Some("C")),
            area("B", (None, Some("2026-01-01")), Some("A")),
            area("C", (None, None), Some("B, C")),
        ];
        assert_eq!(on("2026-07-01", &all), [("C".into(), ["C", "B", "A"].map(str::to_owned).to_vec(), None)]);
    }

    #[test]
    fn of_an_area_that_was_split_nobody_can_say_in_which_part_a_thing_was() {
        let all = [
            area("A", (None, Some("2026-01-01")), None),
            area("A1", (Some("2026-01-02"), None), Some("A")),
            area("A2", (Some("2026-01-02"), None), Some("A")),
        ];
        let standing = stand(&all, parse_day("2026-07-01").unwrap());
        assert_eq!(standing.iter().map(|area| area.codes.len()).collect::<Vec<_>>(), [2, 2]);
        assert_eq!(now(&standing, "A"), "A");
    }
}
