//! What becomes of a made-up incident after it was written down: notes, mendings, an ending, or nothing more.

use std::cmp::Reverse;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::incident::{self, Ending, moment, object};
use super::material::{EventText, Material, Mending};
use super::persons;
use super::scene::Scene;
use crate::record::when;

/// A record on which something is still to come.
pub(super) struct Story {
    pub record: Uuid,
    /// The rev of its newest version.
    pub version: u64,
    pub fields: Map<String, Value>,
    pub ending: Ending,
    /// What comes and when, the next one last.
    pub steps: Vec<(i64, Step)>,
}

/// One thing that comes.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Note,
    Event(&'static EventText),
    Mend(&'static Mending),
    End,
    Void,
}

/// What is still to come of an incident that was written down at `at`, the next one last.
pub(super) fn steps(dice: &mut Dice, at: i64, settled: bool, fields: &Map<String, Value>) -> Vec<(i64, Step)> {
    let mut steps = Vec::new();
    if dice.chance(15) {
        let when = at + 60 * dice.seconds(10, 200);
        steps.extend(dice.pick(&Material::builtin().ward.later.mending).map(|m| (when, Step::Mend(m))));
    } else if dice.chance(5) {
        return vec![(at + 60 * dice.seconds(5, 60), Step::Void)];
    }
    if !settled {
        let end = at + 60 * dice.seconds(300, 13_000);
        let ends = dice.chance(995);
        if dice.chance(600) {
            steps.push((at + dice.seconds(3600, (end - at).unsigned_abs()), Step::Note));
        }
        steps.extend(events(dice, at, fields).into_iter().filter(|(at, _)| !ends || *at < end));
        steps.extend(ends.then_some((end, Step::End)));
    }
    steps.sort_by_key(|(at, _)| Reverse(*at));
    steps
}

/// What legal clocks ask for of an incident, mostly in time.
fn events(dice: &mut Dice, at: i64, fields: &Map<String, Value>) -> Vec<(i64, Step)> {
    let texts = &Material::builtin().ward.later;
    let mut steps = Vec::new();
    for event in texts.events.iter().filter(|event| event.is_about(fields)) {
        let [low, high] = event.late.filter(|_| dice.chance(texts.late)).unwrap_or(event.minutes);
        steps.push((at + 60 * dice.seconds(low, high), Step::Event(event)));
    }
    steps
}

/// A remark.
pub(super) fn note(dice: &mut Dice) -> Map<String, Value> {
    let text = Scene::new(dice).sentence(&Material::builtin().ward.later.notes);
    object(json!({"text": text, "event": null, "at": null}))
}

/// An event with its words.
pub(super) fn event(event: &EventText, at: i64) -> Map<String, Value> {
    object(json!({"text": event.text, "event": event.event, "at": moment(at)}))
}

impl Story {
    /// The fields that a step changes.
    pub fn changes(&self, dice: &mut Dice, step: Step, at: i64) -> Map<String, Value> {
        let Step::Mend(mending) = step else { return incident::settle(&self.ending, at) };
        match mending.what.as_str() {
            "loss" => {
                let loss = self.fields.get("loss_vnd").and_then(Value::as_u64).unwrap_or(0);
                object(json!({"loss_vnd": loss + 500_000}))
            }
            "occurred" => {
                let from = self.fields.get("occurred_from").and_then(Value::as_str).and_then(when::parse);
                from.map_or_else(Map::new, |at| object(json!({"occurred_from": moment(when::seconds(at) - 1200)})))
            }
            _ => {
                let mut persons = self.fields.get("persons").and_then(Value::as_array).cloned().unwrap_or_default();
                persons.push(persons::witness(&mut Scene::new(dice)));
                object(json!({"persons": persons}))
            }
        }
    }
}
