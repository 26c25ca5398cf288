//! Counting records of one kind: how many, by the values of closed lists, and what their numbers add up to.

use std::collections::BTreeMap;

use super::table::{Indicator, NONE, Unit};
use crate::record::{Choice, Data, Kind, Shape, fields};

/// What is counted of a kind beside how many there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    /// The kind.
    pub kind: Kind,
    /// What one of them is.
    pub unit: Unit,
    /// The fields whose values are counted one by one.
    pub lists: &'static [&'static str],
    /// What is summed: its name, what it counts, and how much of it a record holds.
    pub sums: &'static [(&'static str, Unit, Amount)],
}

/// How much a record holds of what is summed under a name; for a field of that name this is [`Data::count`].
pub(super) type Amount = fn(&Data, &str) -> u64;

/// What was counted so far.
pub(super) struct Tally {
    counted: Counted,
    total: u64,
    /// By list and value.
    parts: BTreeMap<(&'static str, String), u64>,
    sums: BTreeMap<&'static str, u64>,
}

impl Tally {
    pub fn new(counted: Counted) -> Self {
        Self { counted, total: 0, parts: BTreeMap::new(), sums: BTreeMap::new() }
    }

    /// One more record.
    pub fn add(&mut self, data: &Data) {
        self.total += 1;
        for list in self.counted.lists {
            self.one(list, data.text(list).unwrap_or(NONE));
        }
        for (key, _, amount) in self.counted.sums {
            let sum = self.sums.entry(key).or_default();
            *sum = sum.saturating_add(amount(data, key));
        }
    }

    /// One more of a value.
    pub fn one(&mut self, list: &'static str, value: &str) {
        // It becomes the code of a row: what a post writes there is no more than a word.
        let value = if is_word(value) { value } else { NONE };
        *self.parts.entry((list, value.to_owned())).or_default() += 1;
    }

    /// The row that says how many there are.
    pub fn total(&self) -> Indicator {
        Indicator::new(format!("{}.total", self.counted.kind.name()), self.counted.unit, self.total)
    }

    /// A row for each value of the lists, list by list.
    pub fn lists(&mut self) -> Vec<Indicator> {
        let mut rows = Vec::new();
        for list in self.counted.lists {
            let known = choice(self.counted.kind, list).map_or(&[][..], |choice| choice.values);
            rows.extend(self.rows(list, known.iter().copied()));
        }
        rows
    }

    /// Every known value of a list, then those that only a newer program knows and those that nobody named.
    pub fn rows<'a>(&mut self, list: &'static str, known: impl Iterator<Item = &'a str>) -> Vec<Indicator> {
        let Counted { kind, unit, .. } = self.counted;
        let row = |value: &str, count| Indicator::new(format!("{}.{list}.{value}", kind.name()), unit, count);
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

    /// A row for each sum.
    pub fn sums(&self) -> Vec<Indicator> {
        let one = |(key, unit, _): &(&'static str, Unit, Amount)| {
            let sum = self.sums.get(key).copied().unwrap_or_default();
            Indicator::new(format!("{}.{key}", self.counted.kind.name()), *unit, sum)
        };
        self.counted.sums.iter().map(one).collect()
    }
}

/// Whether a text can be a code of a list, of ours or of a newer program.
fn is_word(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._".contains(&b))
}

/// The closed list of a kind's field.
pub(super) fn choice(kind: Kind, key: &str) -> Option<&'static Choice> {
    match fields(kind).iter().find(|field| field.key == key)?.shape {
        Shape::One(choice) => Some(choice),
        _ => None,
    }
}
