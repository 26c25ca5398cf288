//! Incidents of a period: how many, of what sort, where they stand, and what they cost.

use std::collections::BTreeMap;

use super::table::{Indicator, NONE, Unit};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::catalogue::Catalogue;
use crate::record::when::Moment;
use crate::record::{Choice, Data, Kind, Shape, fields};

/// The fields whose values are counted one by one.
const LISTS: [&str; 3] = ["status", "classification", "outcome"];
/// The fields that are summed.
const SUMS: [(&str, Unit); 4] =
    [("dead", Unit::Person), ("injured", Unit::Person), ("loss_vnd", Unit::Dong), ("recovered_vnd", Unit::Dong)];

pub(super) fn count(book: &Logbook, unit: &str, period: (Moment, Moment)) -> Outcome<Vec<Indicator>> {
    let mut tally = Tally::default();
    book.each_in_period(unit, Kind::Incident, period, |_, data| tally.add(data))?;
    let mut table = vec![Indicator::new("incident.total", Unit::Case, tally.total)];
    table.extend(tally.rows("group", Catalogue::builtin().groups().iter().map(|group| group.code.as_str())));
    table.extend(tally.rows("category", Catalogue::builtin().categories().map(|category| category.code.as_str())));
    for list in LISTS {
        table.extend(tally.rows(list, values(list)));
    }
    table.extend(SUMS.map(|(key, unit)| {
        Indicator::new(format!("incident.{key}"), unit, tally.sums.get(key).copied().unwrap_or_default())
    }));
    Ok(table)
}

#[derive(Default)]
struct Tally {
    total: u64,
    /// By list and value.
    parts: BTreeMap<(&'static str, String), u64>,
    sums: BTreeMap<&'static str, u64>,
}

impl Tally {
    fn add(&mut self, data: &Data) {
        self.total += 1;
        let category = data.text("category").unwrap_or(NONE);
        self.one("group", category.split('.').next().unwrap_or(NONE));
        self.one("category", category);
        for list in LISTS {
            self.one(list, data.text(list).unwrap_or(NONE));
        }
        for (key, _) in SUMS {
            let sum = self.sums.entry(key).or_default();
            *sum = sum.saturating_add(data.count(key));
        }
    }

    fn one(&mut self, list: &'static str, value: &str) {
        // It becomes the code of a row: what a post writes there is no more than a word.
        let value = if is_word(value) { value } else { NONE };
        *self.parts.entry((list, value.to_owned())).or_default() += 1;
    }

    /// Every known value of a list, then those that only a newer program knows and those that nobody named.
    fn rows<'a>(&mut self, list: &'static str, known: impl Iterator<Item = &'a str>) -> Vec<Indicator> {
        let row = |value: &str, count| Indicator::new(format!("incident.{list}.{value}"), Unit::Case, count);
        let mut rows: Vec<Indicator> =
            known.map(|value| row(value, self.parts.remove(&(list, value.to_owned())).unwrap_or_default())).collect();
        let rest = std::mem::take(&mut self.parts);
        for ((of, value), count) in rest {
            if of == list {
                rows.push(row(&value, count));
            } else {
                self.parts.insert((of, value), count);
            }
        }
        rows
    }
}

/// Whether a text can be a code of a list, of ours or of a newer program.
fn is_word(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._".contains(&b))
}

/// The closed list of an incident's field.
fn values(key: &str) -> impl Iterator<Item = &'static str> + use<> {
    let field = fields(Kind::Incident).iter().find(|field| field.key == key);
    let choice: Option<&'static Choice> = field.and_then(|field| match field.shape {
        Shape::One(choice) => Some(choice),
        _ => None,
    });
    choice.into_iter().flat_map(|choice| choice.values.iter().copied())
}
