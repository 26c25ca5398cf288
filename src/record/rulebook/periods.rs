//! How a file of rules writes where periods begin, and what none of them can be.

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected};

use super::read;
use crate::record::period::{Anchor, Rule};

/// One `[[period]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    kind: Kind,
    #[serde(default, deserialize_with = "weekday")]
    weekday: Option<Weekday>,
    day: Option<u32>,
    #[serde(default)]
    hour: u32,
    #[serde(deserialize_with = "read::day")]
    from: NaiveDate,
    source: String,
    confirmed: bool,
}

/// What begins by the rule.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Week,
    Month,
}

impl Raw {
    /// How people find it again in the file.
    pub fn said(&self) -> String {
        let kind = match self.kind {
            Kind::Week => "week",
            Kind::Month => "month",
        };
        format!("{kind} {}", self.from)
    }

    /// The rule; `anchor` where it doesn't say on which day and hour, or says it twice.
    pub fn rule(&self) -> Result<Rule, &'static str> {
        let anchor = match (self.kind, self.weekday, self.day) {
            (Kind::Week, Some(day), None) => Anchor::Week(day),
            (Kind::Month, None, Some(day @ 1..=28)) => Anchor::Month(day),
            _ => return Err("anchor"),
        };
        if self.hour > 23 {
            return Err("anchor");
        }
        let Self { hour, from, confirmed, .. } = *self;
        Ok(Rule { anchor, hour, from, source: self.source.clone(), confirmed })
    }
}

fn weekday<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Weekday>, D::Error> {
    let name = String::deserialize(from)?;
    let day =
        name.parse().map_err(|_| D::Error::invalid_value(Unexpected::Str(&name), &"mon, tue, wed, thu, fri, sat, sun"));
    day.map(Some)
}
