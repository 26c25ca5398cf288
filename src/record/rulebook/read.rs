//! Reading a file of rules: strict, and whoever made a mistake is told the line. The parser's own words stay English;
//! what only this program can know about it is a code that the wording chooses by.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected};
use toml::Spanned;

use super::{ClockRule, Retention, Usual, Year, periods};
use crate::record::about::fields;
use crate::record::kinds::Kind;
use crate::record::note::EVENT;
use crate::record::period::Rule;
use crate::record::when;

/// What is wrong in a file of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1 on.
    pub line: usize,
    /// `syntax` with the parser's words; `kind`, `start`, `limit`, `days`, `field`, `anchor`, `takes` or `twice` with the id
    /// that it is about.
    pub problem: &'static str,
    /// The parser's words, or the id.
    pub said: String,
}

/// A file that was read.
pub(super) struct File {
    pub clocks: Vec<ClockRule>,
    pub years: Vec<Year>,
    pub usual: Option<Usual>,
    pub periods: Vec<Rule>,
    pub retention: Vec<Retention>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default, rename = "clock")]
    clocks: Vec<Spanned<ClockRule>>,
    #[serde(default, rename = "year")]
    years: Vec<Spanned<Year>>,
    usual: Option<Usual>,
    #[serde(default, rename = "period")]
    periods: Vec<Spanned<periods::Raw>>,
    #[serde(default)]
    retention: Vec<Spanned<Retention>>,
}

/// Reads a file.
pub(super) fn file(text: &str) -> Result<File, Wrong> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let raw: Raw = toml::from_str(text).map_err(|error| Wrong {
        line: error.span().map_or(1, |span| line(span.start)),
        problem: "syntax",
        said: error.message().lines().collect::<Vec<_>>().join("; "),
    })?;
    let (mut ids, mut years) = (Vec::new(), BTreeSet::new());
    for rule in &raw.clocks {
        let wrong = |problem| Wrong { line: line(rule.span().start), problem, said: rule.get_ref().id.clone() };
        let others = ids.iter().filter(|other: &&&ClockRule| other.id == rule.get_ref().id);
        let twice = others.copied().any(|other| meet(other, rule.get_ref()));
        unsound(rule.get_ref()).or(twice.then_some("twice")).map_or(Ok(()), |problem| Err(wrong(problem)))?;
        ids.push(rule.get_ref());
    }
    for year in &raw.years {
        let said = year.get_ref().year.to_string();
        let problem = if years.insert(year.get_ref().year) { "days" } else { "twice" };
        if problem == "twice" || !year.get_ref().is_sound() {
            return Err(Wrong { line: line(year.span().start), problem, said });
        }
    }
    let mut periods: Vec<Rule> = Vec::new();
    for period in &raw.periods {
        let wrong = |problem| Wrong { line: line(period.span().start), problem, said: period.get_ref().said() };
        let rule = period.get_ref().rule().map_err(wrong)?;
        if periods.iter().any(|other| other.is_like(&rule) && other.from == rule.from) {
            return Err(wrong("twice"));
        }
        periods.push(rule);
    }
    let mut names = BTreeSet::new();
    for rule in &raw.retention {
        let twice = (!names.insert(&rule.get_ref().id)).then_some("twice");
        if let Some(problem) = rule.get_ref().unsound().or(twice) {
            return Err(Wrong { line: line(rule.span().start), problem, said: rule.get_ref().id.clone() });
        }
    }
    let retention = raw.retention.into_iter().map(Spanned::into_inner).collect();
    let clocks = raw.clocks.into_iter().map(Spanned::into_inner).collect();
    Ok(File {
        clocks,
        years: raw.years.into_iter().map(Spanned::into_inner).collect(),
        usual: raw.usual,
        periods,
        retention,
    })
}

/// What no rule can be.
fn unsound(rule: &ClockRule) -> Option<&'static str> {
    let known = |path: &str| {
        let key = path.split('.').next().unwrap_or(path);
        fields(rule.kind).iter().any(|field| field.key == key)
    };
    let limits = rule.extended.iter().map(|extension| extension.limit).chain(rule.resumed).chain([rule.limit]);
    match () {
        () if rule.kind.standing().is_none_or(|standing| standing.open.is_empty()) => Some("kind"),
        () if rule.start.is_some() == rule.after.is_some() => Some("start"),
        () if !rule.when.keys().chain(&rule.start).all(|path| known(path)) => Some("field"),
        () if !limits.into_iter().all(super::Limit::is_sound) => Some("limit"),
        () if rule.to.is_some_and(|to| to < rule.from) => Some("days"),
        () => None,
    }
}

/// Whether two versions of a rule stand on the same day.
fn meet(one: &ClockRule, other: &ClockRule) -> bool {
    one.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| one.from <= to)
}

pub(super) fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<Kind, D::Error> {
    let name = String::deserialize(from)?;
    let names = || Kind::logged().map(Kind::name).collect::<Vec<_>>().join(", ");
    Kind::parse(&name).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&name), &names().as_str()))
}

fn known<E: Error>(name: &str) -> Result<&'static str, E> {
    let found = EVENT.values.iter().find(|value| **value == name);
    found.copied().ok_or_else(|| E::unknown_variant(name, EVENT.values))
}

pub(super) fn event<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static str>, D::Error> {
    known(&String::deserialize(from)?).map(Some)
}

pub(super) fn events<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<&'static str>, D::Error> {
    Vec::<String>::deserialize(from)?.iter().map(|name| known(name)).collect()
}

fn read_day<E: Error>(text: &str) -> Result<NaiveDate, E> {
    when::parse_day(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &"YYYY-MM-DD"))
}

pub(super) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    read_day(&String::deserialize(from)?)
}

pub(super) fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    day(from).map(Some)
}

pub(super) fn days<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeSet<NaiveDate>, D::Error> {
    Vec::<String>::deserialize(from)?.iter().map(|text| read_day(text)).collect()
}

pub(super) fn month_days<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(u32, u32)>, D::Error> {
    let read = |text: &String| {
        let parts = text.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        let sound = parts.filter(|(month, day)| (1..=12).contains(month) && (1..=31).contains(day));
        sound.ok_or_else(|| D::Error::invalid_value(Unexpected::Str(text), &"MM-DD"))
    };
    Vec::<String>::deserialize(from)?.iter().map(read).collect()
}
