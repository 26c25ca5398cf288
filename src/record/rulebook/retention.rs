//! How long personal data is kept: a rule names records that have served their purpose, and what of them goes. Their
//! newest facts always stay.

use std::collections::BTreeMap;

use chrono::{Days, Months};
use serde::Deserialize;

use super::read;
use crate::record::about::fields;
use crate::record::data::Data;
use crate::record::kinds::Kind;
use crate::record::when::{self, Moment};

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Stable, never reused: purges name it.
    pub id: String,
    /// What it names, in Vietnamese.
    pub vi: String,
    /// The same in English.
    pub en: String,
    /// The kind of its records.
    #[serde(deserialize_with = "read::kind")]
    pub kind: Kind,
    /// Fields and the values that they have to have.
    #[serde(default)]
    when: BTreeMap<String, Vec<String>>,
    /// The field from which it counts.
    start: String,
    keep: Keep,
    takes: Vec<Takes>,
    /// Where it is written.
    pub source: String,
    /// Whether that text was read as it stands now.
    pub confirmed: bool,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Keep {
    Days(u32),
    Months(u32),
}

/// What goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Takes {
    /// The persons of every version.
    Persons,
    /// Facts of versions that were amended since.
    Earlier,
}

impl Retention {
    /// Whether a record that says this has served its purpose.
    #[must_use]
    pub fn is_due(&self, data: &Data, now: Moment) -> bool {
        let has = |(field, values): (&String, &Vec<String>)| {
            data.text(field).is_some_and(|value| values.iter().any(|wanted| wanted == value))
        };
        let start = data.when(&self.start).or_else(|| data.day(&self.start).map(when::midnight));
        self.when.iter().all(has) && start.and_then(|start| self.end(start)).is_some_and(|end| end < now)
    }

    /// Until when what began then is kept.
    fn end(&self, start: Moment) -> Option<Moment> {
        match self.keep {
            Keep::Days(n) => start.checked_add_days(Days::new(n.into())),
            // A month ends on the same day of the month, or on its last one.
            Keep::Months(n) => start.with_timezone(&when::zone()).checked_add_months(Months::new(n)),
        }
    }

    /// No record with a later main time can be due, where that is what the rule counts from.
    #[must_use]
    pub fn latest(&self, now: Moment) -> Option<Moment> {
        let days = match self.keep {
            Keep::Days(n) => n,
            Keep::Months(n) => n * 28,
        };
        let counts = self.kind.about().main_times == [self.start.as_str()];
        now.checked_sub_days(Days::new(days.into())).filter(|_| counts)
    }

    /// Whether it takes persons, or else facts of earlier versions.
    #[must_use]
    pub fn takes(&self, persons: bool) -> bool {
        self.takes.contains(if persons { &Takes::Persons } else { &Takes::Earlier })
    }

    /// What no rule can be.
    pub(super) fn unsound(&self) -> Option<&'static str> {
        let known = |path: &String| {
            let key = path.split('.').next().unwrap_or(path);
            fields(self.kind).iter().any(|field| field.key == key)
        };
        let sound = match self.keep {
            Keep::Days(n) => (1..=36_600).contains(&n),
            Keep::Months(n) => (1..=1_200).contains(&n),
        };
        match () {
            () if !self.when.keys().chain([&self.start]).all(known) => Some("field"),
            () if !sound => Some("limit"),
            () if self.takes.is_empty() => Some("takes"),
            () => None,
        }
    }
}
