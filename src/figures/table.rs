//! One row of the table of indicators, and its wording by id.

use super::tally;
use crate::record::Kind;
use crate::record::catalogue::Catalogue;
use crate::words::{Lang, Words, value_id};

/// What is counted. The words matter: a case isn't an instance, a turn isn't a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Vụ.
    Case,
    /// Trường hợp.
    Instance,
    /// Người.
    Person,
    /// Lượt.
    Turn,
    /// Lượt người.
    PersonTurn,
    /// Lượt phương tiện.
    VehicleTurn,
    /// Phút.
    Minute,
    /// Biên bản.
    Paper,
    /// Ca.
    Shift,
    /// Đồng.
    Dong,
    /// Tin.
    Tip,
    /// Tờ.
    Leaflet,
}

impl Unit {
    /// Every unit word.
    pub const ALL: [Self; 12] = [
        Self::Case,
        Self::Instance,
        Self::Person,
        Self::Turn,
        Self::PersonTurn,
        Self::VehicleTurn,
        Self::Minute,
        Self::Paper,
        Self::Shift,
        Self::Dong,
        Self::Tip,
        Self::Leaflet,
    ];

    /// The name, as JSON writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.id().trim_start_matches("indicator-unit-")
    }

    /// The wording's id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Case => "indicator-unit-case",
            Self::Instance => "indicator-unit-instance",
            Self::Person => "indicator-unit-person",
            Self::Turn => "indicator-unit-turn",
            Self::PersonTurn => "indicator-unit-person-turn",
            Self::VehicleTurn => "indicator-unit-vehicle-turn",
            Self::Minute => "indicator-unit-minute",
            Self::Paper => "indicator-unit-paper",
            Self::Shift => "indicator-unit-shift",
            Self::Dong => "indicator-unit-dong",
            Self::Tip => "indicator-unit-tip",
            Self::Leaflet => "indicator-unit-leaflet",
        }
    }
}

/// One number of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Stable code, such as `incident.group.PROP`; never reused.
    pub code: String,
    /// What is counted.
    pub unit: Unit,
    /// How many; 0 is a statement too.
    pub value: u64,
}

impl Indicator {
    pub(super) fn new(code: impl Into<String>, unit: Unit, value: u64) -> Self {
        Self { code: code.into(), unit, value }
    }

    /// Its name. A part of a whole is named by the list that it comes from.
    #[must_use]
    pub fn name(&self, words: &Words) -> String {
        let mut parts = self.code.splitn(3, '.');
        let (subject, list, part) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next());
        let name = part.map(|part| match (list, part) {
            (_, NONE) => words.get("indicator-none").to_owned(),
            ("group" | "category", code) => catalogue_name(code, words.lang()),
            ("people", force) => words.get(&format!("indicator-force-{force}")).to_owned(),
            (list, value) => {
                let choice = Kind::parse(subject).and_then(|kind| tally::choice(kind, list));
                words.get(&value_id(choice.map_or(list, |choice| choice.name), value)).to_owned()
            }
        });
        let id = format!("indicator-{subject}-{list}").replace('_', "-");
        words.with(&id, &[("part", name.as_deref().unwrap_or_default())])
    }
}

/// Stands in a code for records that say nothing.
pub(super) const NONE: &str = "none";

fn catalogue_name(code: &str, lang: Lang) -> String {
    let whole = Catalogue::builtin();
    let group = || whole.groups().iter().find(|group| group.code == code).map(|group| (&group.vi, &group.en));
    let named = whole.get(code).map(|category| (&category.vi, &category.en)).or_else(group);
    named.map_or_else(|| code.to_owned(), |(vi, en)| if lang == Lang::Vi { vi.clone() } else { en.clone() })
}
