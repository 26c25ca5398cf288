//! Rules that compare records with each other. They are asked for a stretch of time and never stored.

use super::data::Data;
use super::finding::Finding;
use super::kinds::Kind;
use super::when::{self, Moment};
use crate::text::{fold, number};

/// More than one in so many incidents under "other" says that the catalogue isn't being used.
const OTHER_SHARE: usize = 10;
/// Fewer incidents than this show nothing.
const ENOUGH: usize = 10;
/// So many patrols in a row without an observation say that nobody looked.
const BLIND: usize = 5;

/// An account shorter than this may well be the same twice.
const TELLING: usize = 40;

/// What the comparing rules need of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    sort: Sort,
    /// The field that tells what was done, and its words, where they are many enough to be one's own.
    account: Option<(&'static str, String)>,
}

/// What is compared of some kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sort {
    /// An incident's area and category.
    Incident {
        /// Code of the area.
        area: String,
        /// Code of the category.
        category: String,
    },
    /// A patrol that is done, and whether it observed anything.
    Patrol {
        /// It did.
        observed: bool,
    },
    /// Nothing is compared.
    Other,
}

impl Neighbour {
    /// What is compared of a record.
    #[must_use]
    pub fn of(kind: Option<Kind>, data: &Data) -> Self {
        let text = |key| data.text(key).unwrap_or_default().to_owned();
        let sort = match kind {
            Some(Kind::Incident) => Sort::Incident { area: text("area"), category: text("category") },
            Some(Kind::Patrol) if data.text("state") == Some("done") => {
                Sort::Patrol { observed: !data.items("observations").is_empty() }
            }
            _ => Sort::Other,
        };
        let account = kind.and_then(Kind::account).and_then(|key| Some((key, fold::folded(data.text(key)?))));
        Self { sort, account: account.filter(|(_, words)| words.chars().count() >= TELLING) }
    }
}

/// What stands out among records, newest first: the index of a record, and the finding on it.
#[must_use]
pub fn compare(records: &[(Moment, Neighbour)]) -> Vec<(usize, Finding)> {
    let mut found = doubles(records);
    found.extend(others(records));
    found.extend(blind(records));
    found.extend(copied(records));
    found
}

/// The same category in the same area within an hour of the one before.
fn doubles(records: &[(Moment, Neighbour)]) -> Vec<(usize, Finding)> {
    let mut last = std::collections::HashMap::new();
    let mut found = Vec::new();
    for (n, (at, neighbour)) in records.iter().enumerate().rev() {
        let Sort::Incident { area, category } = &neighbour.sort else { continue };
        let before = last.insert((area, category), *at);
        if before.is_some_and(|before| *at - before <= chrono::TimeDelta::hours(1)) {
            found.push((n, Finding::new("W206", "category")));
        }
    }
    found
}

/// Too many under "other": said once, on the newest of them.
fn others(records: &[(Moment, Neighbour)]) -> Option<(usize, Finding)> {
    let incidents = records.iter().enumerate().filter_map(|(n, (_, neighbour))| match &neighbour.sort {
        Sort::Incident { category, .. } => Some((n, category == "OTHR.OTHR")),
        _ => None,
    });
    let incidents: Vec<_> = incidents.collect();
    let other = incidents.iter().filter(|(_, other)| *other).count();
    let (newest, _) = incidents.iter().find(|(_, other)| *other)?;
    let many = incidents.len() >= ENOUGH && other * OTHER_SHARE > incidents.len();
    many.then(|| (*newest, Finding::new("W207", "category").with("other", other).with("all", incidents.len())))
}

/// Patrols in a row that observed nothing: said on the one that makes it five, and on the tenth.
fn blind(records: &[(Moment, Neighbour)]) -> Vec<(usize, Finding)> {
    let mut row = 0;
    let mut found = Vec::new();
    for (n, (_, neighbour)) in records.iter().enumerate().rev() {
        let Sort::Patrol { observed } = &neighbour.sort else { continue };
        row = if *observed { 0 } else { row + 1 };
        if row > 0 && row % BLIND == 0 {
            found.push((n, Finding::new("W301", "observations").with("count", row)));
        }
    }
    found
}

/// What was done, in the very words of an earlier record: said on the later one.
fn copied(records: &[(Moment, Neighbour)]) -> Vec<(usize, Finding)> {
    let mut first: std::collections::HashMap<&str, Moment> = std::collections::HashMap::new();
    let mut found = Vec::new();
    for (n, (at, neighbour)) in records.iter().enumerate().rev() {
        let Some((key, words)) = &neighbour.account else { continue };
        match first.get(words.as_str()) {
            Some(before) => found.push((
                n,
                Finding::new("W504", *key).with("at", number::day(before.with_timezone(&when::zone()).date_naive())),
            )),
            None => drop(first.insert(words, *at)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn at(minutes: i64) -> Moment {
        when::parse("2026-11-23T00:00:00+07:00").unwrap() + chrono::TimeDelta::minutes(minutes)
    }

    fn incident(area: &str, category: &str) -> Neighbour {
        Neighbour { sort: Sort::Incident { area: area.into(), category: category.into() }, account: None }
    }

    fn codes(records: &[(Moment, Neighbour)]) -> Vec<(usize, &'static str)> {
        compare(records).into_iter().map(|(n, finding)| (n, finding.code)).collect()
    }

    #[test]
    fn the_same_thing_within_an_hour_may_be_logged_twice() {
        let theft = || incident("TDP 1", "PROP.THFT");
        assert_eq!(codes(&[(at(60), theft()), (at(0), theft())]), [(0, "W206")]);
        assert_eq!(codes(&[(at(61), theft()), (at(0), theft())]), []);
        assert_eq!(codes(&[(at(5), theft()), (at(0), incident("TDP 2", "PROP.THFT"))]), []);
    }

    #[test]
    fn others_over_a_tenth_are_named_once() {
        let week = |others: usize| -> Vec<_> {
            let category = |n| if n < others { "OTHR.OTHR" } else { "PROP.THFT" };
            (0..10)
                .map(|n| (at(-100 * i64::try_from(n).unwrap()), incident(&format!("TDP {n}"), category(n))))
                .collect()
        };
        assert_eq!(codes(&week(1)), []);
        assert_eq!(codes(&week(2)), [(0, "W207")]);
    }

    #[test]
    fn five_patrols_that_saw_nothing_stand_out() {
        let patrols = |observed: &[bool]| -> Vec<_> {
            observed
                .iter()
                .map(|seen| (at(0), Neighbour { sort: Sort::Patrol { observed: *seen }, account: None }))
                .collect()
        };
        assert_eq!(codes(&patrols(&[false; 4])), []);
        assert_eq!(codes(&patrols(&[false; 5])), [(0, "W301")]);
        assert_eq!(codes(&patrols(&[false, false, true, false, false, false])), []);
    }

    #[test]
    fn the_same_account_twice_is_named_on_the_later_one() {
        let held = |result: &str| {
            let data = json!({"result": result});
            Neighbour::of(Some(Kind::Outreach), &Data(data.as_object().unwrap().clone()))
        };
        let long = "Bà con ký cam kết không cho người lạ mượn tài khoản ngân hàng";
        let said = |later: &str| codes(&[(at(9000), held(later)), (at(0), held(long))]);
        assert_eq!(said(&long.to_uppercase()), [(0, "W504")]);
        assert_eq!(said("Bà con ký cam kết không cho người lạ mượn tài khoản, sim"), []);
        assert_eq!(codes(&[(at(1), held("Đã phát hết tờ rơi")), (at(0), held("Đã phát hết tờ rơi"))]), []);
    }
}
