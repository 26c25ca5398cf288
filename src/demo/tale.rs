//! What is told of the made-up ward for tests: an even year, in which work goes by rota and nothing stands out, and the
//! same year with truths planted in it that have to be found. Whoever only wants a ward hears nothing of it.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::community::{self, Made};
use super::incident::moment;
use super::material::Material;
use super::plan::Planned;
use super::story::Step;
use crate::record::Kind;
use crate::text::fold;

/// Which tale is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tale {
    /// The usual ward.
    #[default]
    Usual,
    /// An even year.
    Even,
    /// An even year but for what is planted: an area without any work for nine weeks, a model of which 88 of 285
    /// cameras work, a category that rose while nobody was told about it, accounts copied word for word, matters left
    /// until their legal clocks ran out.
    Planted,
}

/// The area without work.
pub const SILENT: &str = "TDP 9";
/// Where its work goes meanwhile.
const INSTEAD: &str = "TDP 2";
/// The area whose cameras don't work.
pub const DARK: &str = "TDP 4";
/// The category that rose, and the topic that speaks of it.
pub const ROSE: (&str, &str) = ("VICE.DRUU", "drugs");

const DAY: i64 = 24 * 3600;
/// Days before the end within which the area is silent.
const SILENCE: std::ops::Range<i64> = 140..203;
/// Days before the end within which the category rises: a season.
const RISE: std::ops::Range<i64> = 0..91;
/// Every so many incidents are of the category that rises.
const SHARE: u64 = 7;
/// Every so many accounts are copies.
const COPIES: u64 = 30;
/// Signs from which on an account is one that nobody writes twice by chance.
const TELLING: usize = 60;
/// Every so many matters of which a legal clock asks something lie until it has run out; all others are over within half
/// a day, before any does.
const LEFT: u64 = 10;
/// Days for which they lie.
const LATE: i64 = 14;
const FASTER: i64 = 24;
/// Days between two looks at a model.
const LOOKS: i64 = 55;
/// Why a model has a new version then.
const LOOKED: &str = "looked at again";

/// A tale on its way.
#[derive(Debug, Default)]
pub(super) struct Teller {
    tale: Tale,
    until: i64,
    turn: usize,
    tours: usize,
    incidents: u64,
    matters: u64,
    accounts: HashSet<String>,
    first: Option<String>,
}

impl Teller {
    pub fn new(tale: Tale, until: i64) -> Self {
        Self { tale, until, ..Self::default() }
    }

    fn planted(&self, at: i64, days: &std::ops::Range<i64>) -> bool {
        self.tale == Tale::Planted && days.contains(&((self.until - at) / DAY))
    }

    /// How many of the records of the first week may be what there is from the first days on.
    pub fn most_standing(&self, records: u64) -> u64 {
        if self.tale == Tale::Usual { records / 4 } else { records }
    }

    /// What was reported, as the tale has it: nothing that has to be written to the superior within two hours.
    pub fn calm(&self, fields: &mut Map<String, Value>) {
        if self.tale != Tale::Usual && fields.get("urgency") == Some(&json!("urgent")) {
            fields.insert("urgency".into(), json!("high"));
        }
    }

    /// What is still to come of a matter that was written down at `at`, the next one last, as the tale has it.
    pub fn go_on(&mut self, at: i64, mut steps: Vec<(i64, Step)>, settled: bool) -> Vec<(i64, Step)> {
        if self.tale == Tale::Usual {
            return steps;
        }
        let asked = steps.iter().any(|(_, step)| matches!(step, Step::Event(_)));
        self.matters += u64::from(asked);
        if asked && self.tale == Tale::Planted && self.matters.is_multiple_of(LEFT) {
            return vec![(at + LATE * DAY, Step::End)];
        }
        for (when, _) in &mut steps {
            *when = at + (*when - at) / FASTER;
        }
        if !settled && !steps.iter().any(|(_, step)| matches!(step, Step::End | Step::Void)) {
            let last = steps.first().map_or(at, |(when, _)| *when);
            steps.insert(0, (last + 3600, Step::End));
        }
        steps
    }

    /// When somebody looks at a model again, and what it says then.
    pub fn look_again(&self, kind: Kind, at: i64, fields: &Map<String, Value>) -> Option<(i64, Map<String, Value>)> {
        let next = at + LOOKS * DAY;
        (kind == Kind::Model && self.tale != Tale::Usual).then(|| {
            let mut fields = fields.clone();
            fields.insert("checked_on".into(), Value::from(moment(next).chars().take(10).collect::<String>()));
            (next, fields)
        })
    }

    /// What was planned, as the tale has it.
    pub fn turn(&mut self, at: i64, planned: Planned) -> Planned {
        match planned {
            Planned::Work(_) if self.tale != Tale::Usual => self.by_rota(at),
            Planned::Incident { reported, settled, .. } if self.planted(at, &RISE) => {
                self.incidents += 1;
                match patterns().find(|(_, code)| *code == ROSE.0 && self.incidents.is_multiple_of(SHARE)) {
                    Some((pattern, _)) => Planned::Incident { pattern, reported, settled },
                    None => planned,
                }
            }
            planned => planned,
        }
    }

    /// The next of all cases, in the next of all areas.
    fn by_rota(&mut self, at: i64) -> Planned {
        let silent = self.planted(at, &RISE);
        let cases: Vec<_> = community::rota().filter(|(.., topic)| !silent || *topic != Some(ROSE.1)).collect();
        let areas = &Material::builtin().ward.areas;
        self.turn += 1;
        let case = cases.get(self.turn % cases.len().max(1));
        let area = areas.get(self.turn % areas.len().max(1)).map_or("", |area| area.code.as_str());
        case.map_or(Planned::Work(0), |(work, case, _)| Planned::Standing(*work, *case, area))
    }

    /// A record and the version that follows, as the tale has them.
    pub fn bend(&mut self, kind: Kind, at: i64, made: &mut Made) {
        let before = made.fields.clone();
        self.shape(kind, at, &mut made.fields);
        if let Some((_, _, later)) = &mut made.later {
            for (key, value) in later.iter_mut().filter(|(key, value)| before.get(*key) == Some(value)) {
                value.clone_from(made.fields.get(key).unwrap_or(&Value::Null));
            }
        }
        if let Some((next, fields)) = self.look_again(kind, at, &made.fields) {
            made.later = Some((next, LOOKED, fields));
        }
    }

    /// The fields of a record, as the tale has them.
    pub fn shape(&mut self, kind: Kind, at: i64, fields: &mut Map<String, Value>) {
        if self.tale == Tale::Usual {
            return;
        }
        if let Some(Value::Array(route)) = fields.get_mut("route").filter(|_| kind == Kind::Patrol) {
            self.tours += 1;
            let areas = &Material::builtin().ward.areas;
            let area = areas.get(self.tours % areas.len().max(1)).map(|area| area.code.as_str());
            route.push(json!({"area": area, "at": moment(at)}));
        }
        if matches!(kind, Kind::Patrol | Kind::Outreach | Kind::Joint) && self.planted(at, &SILENCE) {
            fields.values_mut().for_each(move_away);
        }
        if kind == Kind::Patrol && fields.get("observations").is_some_and(|seen| *seen == json!([])) {
            fields.insert("observations".into(), json!([{"at": moment(at), "kind": "obstruction"}]));
        }
        let cameras = fields.get("type") == Some(&json!("cameras")) && fields.get("area") == Some(&json!(DARK));
        if kind == Kind::Model && cameras && self.tale == Tale::Planted {
            fields.insert("units".into(), json!({"total": 285, "working": 88}));
        }
        if let Some(account) = kind.account().and_then(|key| fields.get_mut(key)) {
            self.account(account);
        }
    }

    /// No account is told twice, but for those that are to be found.
    fn account(&mut self, account: &mut Value) {
        let Some(text) = account.as_str().map(str::to_owned) else { return };
        let count = self.accounts.len() as u64 + 1;
        if self.first.is_none() && text.chars().count() > TELLING {
            self.first = Some(text.clone());
        }
        let copied = self.tale == Tale::Planted && count.is_multiple_of(COPIES);
        if let Some(first) = self.first.as_ref().filter(|_| copied) {
            *account = Value::from(first.as_str());
            self.accounts.insert(format!("{count}"));
            return;
        }
        if !self.accounts.insert(fold::folded(&text)) {
            let text = format!("{text} ({count}/{})", self.turn);
            self.accounts.insert(fold::folded(&text));
            *account = Value::from(text);
        }
    }
}

fn patterns() -> impl Iterator<Item = (usize, &'static str)> {
    Material::builtin().patterns.iter().map(|pattern| pattern.code.as_str()).enumerate()
}

/// Takes the silent area out of whatever names it.
fn move_away(value: &mut Value) {
    match value {
        Value::String(text) if text == SILENT => INSTEAD.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(move_away),
        Value::Object(object) => object.values_mut().for_each(move_away),
        _ => {}
    }
}
