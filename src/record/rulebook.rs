//! What law and superiors fix in numbers: legal clocks, days off, reporting periods,
//! how long personal data is kept. One file inside the program,
//! `rulebook/vn.toml`, says it; a post's own file of the same form replaces what it names. No wording, no file access.

mod days;
mod periods;
mod read;
mod retention;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::data::Data;
use super::kinds::Kind;
use super::period::Calendar;

pub use days::{Limit, Usual, Year};
pub use read::Wrong;
pub use retention::Retention;

/// An event of notes, by its code.
type Event = &'static str;

/// All rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rulebook {
    clocks: Vec<ClockRule>,
    years: BTreeMap<i32, Year>,
    usual: Usual,
    calendar: Calendar,
    retention: Vec<Retention>,
}

/// One legal clock, as it stood from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// Stable, never reused; several versions with other days have the same one.
    pub id: String,
    /// What has to be done, in Vietnamese.
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
    pub(super) start: Option<String>,
    /// The event from which it counts.
    #[serde(default, deserialize_with = "read::event")]
    pub(super) after: Option<Event>,
    /// The events that end it.
    #[serde(deserialize_with = "read::events")]
    pub(super) stop: Vec<Event>,
    /// How long.
    pub(super) limit: Limit,
    /// What each further extension makes of it.
    #[serde(default)]
    pub(super) extended: Vec<Extension>,
    /// It is a term that runs out, and no duty: what ends it later isn't late.
    #[serde(default)]
    pub(super) term: bool,
    /// The limit that counts from where a suspended matter goes on.
    pub(super) resumed: Option<Limit>,
    /// Where it is written.
    pub source: String,
    /// Whether that text was read as it stands now.
    pub confirmed: bool,
    /// What starts it lies on this day or later.
    #[serde(deserialize_with = "read::day")]
    pub(super) from: NaiveDate,
    /// And on this day or earlier.
    #[serde(default, deserialize_with = "read::maybe_day")]
    pub(super) to: Option<NaiveDate>,
}

/// What an extension makes of a clock.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Extension {
    /// Its own id.
    pub id: String,
    pub limit: Limit,
    /// From where its limit counts.
    pub counts: Counts,
}

/// From where an extension counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Counts {
    /// From what started the clock.
    Start,
    /// From the end so far.
    End,
}

impl ClockRule {
    /// Whether it is about a record that says this.
    #[must_use]
    pub fn is_about(&self, kind: Kind, data: &Data) -> bool {
        let has = |(field, values): (&String, &Vec<String>)| {
            data.text(field).is_some_and(|value| values.iter().any(|wanted| wanted == value))
        };
        self.kind == kind && self.when.iter().all(has)
    }

    /// Whether it stands for what begins on this day.
    #[must_use]
    pub(super) fn stands_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Rulebook {
    /// The one inside the program.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Rulebook> = OnceLock::new();
        // The file is part of the program and a test reads it, so the empty fallback is never seen.
        BUILTIN.get_or_init(|| Self::default().with(include_str!("rulebook/vn.toml")).unwrap_or_default())
    }

    /// These rules with those of a post's own file in place of what it names.
    ///
    /// # Errors
    /// What is wrong in it, and in which line; then nothing of it is taken.
    pub fn with(&self, text: &str) -> Result<Self, Wrong> {
        let file = read::file(text)?;
        let mut whole = self.clone();
        whole.clocks.retain(|rule| file.clocks.iter().all(|other| other.id != rule.id));
        whole.clocks.extend(file.clocks);
        whole.years.extend(file.years.into_iter().map(|year| (year.year, year)));
        whole.usual = file.usual.unwrap_or(whole.usual);
        whole.calendar = whole.calendar.with(file.periods);
        whole.retention.retain(|rule| file.retention.iter().all(|other| other.id != rule.id));
        whole.retention.extend(file.retention);
        Ok(whole)
    }

    /// The clocks, every version of each.
    #[must_use]
    pub fn clocks(&self) -> &[ClockRule] {
        &self.clocks
    }

    /// How long personal data is kept.
    #[must_use]
    pub fn retention(&self) -> &[Retention] {
        &self.retention
    }

    /// Where periods begin.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The kinds that have clocks.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        Kind::ALL.into_iter().filter(|kind| self.clocks.iter().any(|rule| rule.kind == *kind))
    }
}

#[cfg(test)]
mod tests;
