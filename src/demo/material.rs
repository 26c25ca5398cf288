//! What the made-up ward is made of, read from its three files. No wording in code.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::{Map, Value};

/// Lists of texts by name.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// Everything that stands in the files.
#[derive(Debug, Default)]
pub(super) struct Material {
    /// The ward, its people and its words.
    pub ward: Place,
    /// What happens, one pattern for each category.
    pub patterns: Vec<Pattern>,
    /// The work with the community, kind by kind.
    pub works: Vec<Work>,
}

/// A unit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitText {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// An officer of the made-up post.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerText {
    /// Full name.
    pub name: String,
    /// Rank.
    pub rank: String,
    /// Service number.
    pub number: String,
    /// What they may do.
    pub role: String,
}

/// A residential area of the made-up ward.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaText {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What sort.
    pub kind: String,
    /// How much of what happens, happens here.
    pub(super) share: u64,
    pub(super) streets: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub unit: UnitText,
    pub desk: UnitText,
    pub password: String,
    pub officers: Vec<OfficerText>,
    pub areas: Vec<AreaText>,
    pub forms: BTreeMap<String, String>,
    pub papers: BTreeMap<String, String>,
    pub names: Names,
    pub hours: BTreeMap<String, Vec<u64>>,
    pub words: Lists,
    pub places: Lists,
    pub openings: Lists,
    pub actions: Lists,
    pub endings: Endings,
    pub later: Later,
    pub patrol: PatrolText,
    pub shift: ShiftText,
}

/// Last sentences by outcome; by what was done at once while there is no outcome.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Endings {
    pub open: Lists,
    #[serde(flatten)]
    pub outcomes: Lists,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub family: Vec<String>,
    pub female: Given,
    pub male: Given,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    pub middle: Vec<String>,
    pub given: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Later {
    pub ranks: String,
    pub notes: Vec<String>,
    /// In so many of a thousand cases an event is noted too late.
    pub late: u64,
    pub events: Vec<EventText>,
    pub closing: Vec<String>,
    pub mending: Vec<Mending>,
    pub voiding: Vec<String>,
}

/// An event that a legal clock asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventText {
    pub event: String,
    pub text: String,
    /// Only of matters classified so.
    class: Option<String>,
    /// Only of matters that are so urgent.
    urgency: Option<String>,
    /// So many minutes after the matter was written down.
    pub minutes: [u64; 2],
    /// The same where it is too late; where that never is, nothing.
    pub late: Option<[u64; 2]>,
}

impl EventText {
    /// Whether it is asked for of an incident with these fields.
    pub fn is_about(&self, fields: &Map<String, Value>) -> bool {
        let is = |key: &str, asked: &Option<String>| {
            asked.as_deref().is_none_or(|asked| fields.get(key).and_then(Value::as_str) == Some(asked))
        };
        is("classification", &self.class) && is("urgency", &self.urgency)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PatrolText {
    pub texts: Vec<String>,
    pub particulars: Vec<String>,
    pub cancelled: Vec<String>,
    pub on_the_way: String,
    pub seen: BTreeMap<String, Vec<Seen>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seen {
    pub text: String,
    pub action: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShiftText {
    pub remarks: Vec<String>,
    pub from: Vec<String>,
    pub orders: Vec<String>,
    pub absent: Vec<String>,
    pub faults: Vec<String>,
    pub equipment: Vec<Item>,
    pub handover: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub item: String,
    pub count: u64,
}

/// What is mended in a record, and the reason that stands with it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mending {
    pub what: String,
    pub why: String,
}

/// How incidents of one category look.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pattern {
    pub code: String,
    pub weight: u64,
    pub hours: String,
    /// Minutes between the thing and the report.
    pub lag: [u64; 2],
    pub channels: Vec<String>,
    pub places: Vec<String>,
    pub action: String,
    pub persons: Vec<String>,
    /// `classification/outcome`.
    pub ends: Vec<String>,
    pub cases: Vec<Case>,
    /// Thousands of đồng.
    #[serde(default)]
    pub loss: [u64; 2],
    /// Injured in so many of a hundred.
    #[serde(default)]
    pub hurt: u64,
    /// Dead in so many of a hundred.
    #[serde(default)]
    pub dead: u64,
    pub quantity: Option<Quantity>,
    /// The first person's name is kept secret.
    #[serde(default)]
    pub secret: bool,
    /// A plate is noted.
    #[serde(default)]
    pub plates: bool,
}

/// One way in which it goes; lists that stand here are meant instead of the pattern's.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub titles: Vec<String>,
    pub text: String,
    #[serde(default)]
    pub places: Vec<String>,
    #[serde(default)]
    pub channels: Vec<String>,
    #[serde(default)]
    pub ends: Vec<String>,
}

/// What is weighed or counted, in tenths of the unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quantity {
    pub what: String,
    pub unit: String,
    pub from: u64,
    pub to: u64,
}

/// How records of one kind of community work look.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Work {
    pub kind: String,
    /// How often it is done; 0 for what is written down once, in the first days.
    #[serde(default)]
    pub weight: u64,
    pub fields: Map<String, Value>,
    pub later: Option<After>,
    pub cases: Vec<WorkCase>,
}

/// One way in which it goes; what stands here is meant instead of the kind's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkCase {
    /// Lists of places.
    #[serde(default)]
    pub at: Vec<String>,
    /// Areas that have one of these from the first days on.
    #[serde(default)]
    pub standing: Vec<String>,
    pub fields: Map<String, Value>,
    pub later: Option<After>,
}

/// The version that follows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct After {
    /// In so many of a thousand records.
    pub chance: u64,
    pub hours: [u64; 2],
    pub why: String,
    pub fields: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Works {
    work: Vec<Work>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Patterns {
    pattern: Vec<Pattern>,
}

impl Material {
    /// The one inside the program.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Material> = OnceLock::new();
        // The files are part of the program and a test reads them, so the empty fallback is never seen.
        BUILTIN.get_or_init(|| Self::read().unwrap_or_default())
    }

    fn read() -> Result<Self, toml::de::Error> {
        let patterns: Patterns = toml::from_str(include_str!("incidents.toml"))?;
        let works: Works = toml::from_str(include_str!("community.toml"))?;
        let ward = toml::from_str(include_str!("ward.toml"))?;
        Ok(Self { ward, patterns: patterns.pattern, works: works.work })
    }

    /// How something is written.
    pub fn form(&self, name: &str) -> &str {
        self.ward.forms.get(name).map_or("", String::as_str)
    }
}

/// The list of this name; empty when there is none.
pub(super) fn list<'a>(lists: &'a Lists, name: &str) -> &'a [String] {
    lists.get(name).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::catalogue::Catalogue;
    use crate::record::rulebook::Rulebook;
    use crate::record::{Data, Field, Kind, NOTE, Shape};

    #[test]
    fn the_files_are_whole() {
        let all = Material::read().unwrap();
        let catalogue: Vec<&str> = Catalogue::builtin().categories().map(|c| c.code.as_str()).collect();
        let patterns: Vec<&str> = all.patterns.iter().map(|p| p.code.as_str()).collect();
        assert_eq!(patterns, catalogue, "one pattern for each category, in the order of the catalogue");
        assert_eq!(all.ward.areas.len(), 12);
        for work in &all.works {
            assert!(Kind::parse(&work.kind).is_some() && !work.cases.is_empty(), "{}", work.kind);
            for area in work.cases.iter().flat_map(|case| &case.standing) {
                assert!(work.weight == 0 && all.ward.areas.iter().any(|known| known.code == *area), "{area}");
            }
            for place in work.cases.iter().flat_map(|case| &case.at) {
                assert!(all.ward.places.contains_key(place), "{} {place}", work.kind);
            }
        }
        for event in &all.ward.later.events {
            let asked = serde_json::json!({"classification": event.class, "urgency": event.urgency});
            let data = Data(asked.as_object().unwrap().clone());
            let clocks = Rulebook::builtin().clocks();
            assert!(clocks.iter().any(|clock| clock.is_about(Kind::Incident, &data)), "{}", event.text);
            let known =
                |field: &Field| matches!(field.shape, Shape::One(one) if one.values.contains(&event.event.as_str()));
            assert!(NOTE.iter().any(known), "{}", event.event);
        }
        for hours in all.ward.hours.values().filter(|hours| hours.len() != 24) {
            assert_eq!(hours.len(), 7, "hours of a day or days of a week");
        }
    }

    #[test]
    fn every_name_in_the_patterns_leads_somewhere() {
        let all = Material::builtin();
        for pattern in &all.patterns {
            let code = &pattern.code;
            assert!(all.ward.hours.contains_key(&pattern.hours), "{code}");
            assert!(all.ward.actions.contains_key(&pattern.action), "{code}");
            assert!(all.ward.endings.open.contains_key(&pattern.action), "{code}");
            assert!(pattern.cases.len() >= 2 && !pattern.places.is_empty() && !pattern.ends.is_empty(), "{code}");
            let cases = || pattern.cases.iter();
            assert!(cases().all(|case| !case.titles.is_empty()), "{code}");
            for place in cases().flat_map(|case| &case.places).chain(&pattern.places) {
                assert!(all.ward.places.contains_key(place), "{code} {place}");
            }
            for channel in cases().flat_map(|case| &case.channels).chain(&pattern.channels) {
                assert!(all.ward.openings.contains_key(channel), "{code} {channel}");
            }
            for end in cases().flat_map(|case| &case.ends).chain(&pattern.ends) {
                let outcome = end.split_once('/').unwrap().1;
                assert!(all.ward.endings.outcomes.contains_key(outcome), "{code} {outcome}");
            }
        }
    }
}
