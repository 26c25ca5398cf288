//! One made-up incident: what was reported, what was done, and how it ended, each fitting the other.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::material::{Case, Material, Pattern, list};
use super::persons::{address, persons};
use super::scene::{Scene, clock, form, round_sum, sum, told};
use crate::record::catalogue::Catalogue;
use crate::record::when;

/// What is known before the incident is made.
pub(super) struct Report {
    /// Place of its pattern in the list.
    pub pattern: usize,
    /// When it was reported.
    pub reported: i64,
    /// When it was written down.
    pub logged: i64,
    /// It was settled on the spot, before it was written down.
    pub settled: bool,
    /// Who wrote it down.
    pub officer: Uuid,
    /// Running number of the papers.
    pub paper: u64,
}

/// How it will end, or has ended.
#[derive(Debug, Clone, Default)]
pub(super) struct Ending {
    outcome: &'static str,
    sentence: String,
    /// What the papers say is got back, in đồng.
    recovered: u64,
}

/// The record's fields, and how the story goes on.
#[derive(Default)]
pub(super) struct Made {
    /// The fields that differ from their fallbacks.
    pub fields: Map<String, Value>,
    /// How it ends.
    pub ending: Ending,
}

/// A pattern, by how often things happen.
pub(super) fn draw(dice: &mut Dice) -> usize {
    dice.weighted(Material::builtin().patterns.iter().map(|pattern| pattern.weight))
}

/// Makes an incident.
pub(super) fn make(dice: &mut Dice, report: &Report) -> Made {
    let material = Material::builtin();
    let Some(pattern) = material.patterns.get(report.pattern) else { return Made::default() };
    let mut scene = Scene::new(dice);
    let Some(case) = scene.dice.pick(&pattern.cases) else { return Made::default() };
    let kind = scene.dice.text(either(&case.places, &pattern.places));
    let place = scene.any(list(&material.ward.places, kind));
    scene.set("place", place.clone());
    let [low, high] = pattern.lag;
    let occurred = report.reported - 60 * scene.dice.seconds(low, high);
    let said = [clock(report.reported), told(occurred, report.reported)];
    for (name, value) in ["reported", "occurred"].into_iter().zip(said) {
        scene.set(name, value);
    }
    let loss = loss(&mut scene, pattern, &case.text);
    let (ending, class) = ending(&mut scene, either(&case.ends, &pattern.ends), loss);
    let mut fields = object(json!({
        "category": pattern.code, "channel": scene.dice.text(either(&case.channels, &pattern.channels)),
        "place": place, "place_kind": kind, "reported_at": moment(report.reported), "occurred_from": moment(occurred),
        "area": scene.area.code, "urgency": urgency(&mut scene, &pattern.code), "loss_vnd": loss * 1000,
        "quantities": quantities(&mut scene, pattern), "classification": class,
    }));
    casualties(&mut scene, pattern, &case.text, &mut fields);
    tell(&mut scene, (pattern, case), report, &ending, &mut fields);
    papers(&mut scene, pattern, report, &mut fields);
    if report.settled {
        fields.extend(settle(&ending, report.logged - 120));
    } else if scene.dice.chance(450) {
        fields.insert("status".into(), Value::from("in_progress"));
    }
    Made { fields, ending }
}

fn either<'a>(own: &'a [String], general: &'a [String]) -> &'a [String] {
    if own.is_empty() { general } else { own }
}

/// The fields that an ending changes.
pub(super) fn settle(ending: &Ending, at: i64) -> Map<String, Value> {
    let status = if ending.outcome == "transferred" { "transferred" } else { "closed" };
    object(json!({
        "status": status, "outcome": ending.outcome, "outcome_text": ending.sentence, "outcome_at": moment(at),
        "recovered_vnd": ending.recovered,
    }))
}

fn loss(scene: &mut Scene<'_>, pattern: &Pattern, text: &str) -> u64 {
    if !text.contains("{loss}") {
        return 0;
    }
    let thousands = round_sum(scene.dice, pattern.loss).max(100);
    let said = sum(thousands);
    scene.set("loss", said);
    thousands
}

/// Outcome and classification.
fn ending(scene: &mut Scene<'_>, ends: &'static [String], loss: u64) -> (Ending, &'static str) {
    let (class, outcome) = scene.dice.text(ends).split_once('/').unwrap_or_default();
    let sentence = scene.sentence(list(&Material::builtin().ward.endings.outcomes, outcome));
    let recovered = if outcome == "returned" { loss * 1000 } else { 0 };
    (Ending { outcome, sentence, recovered }, class)
}

fn urgency(scene: &mut Scene<'_>, code: &str) -> &'static str {
    let pressing = Catalogue::builtin().get(code).is_some_and(|category| category.urgent);
    match (pressing, scene.dice.below(10)) {
        (true, 0..=4) => "urgent",
        (true, _) | (false, 9) => "high",
        _ => "normal",
    }
}

/// Numbers that fit the text: who is said to be hurt is counted.
fn casualties(scene: &mut Scene<'_>, pattern: &Pattern, text: &str, fields: &mut Map<String, Value>) {
    let dead = u64::from(scene.dice.below(100) < pattern.dead);
    let hurt = text.contains("{hurt}") || (dead == 0 && scene.dice.below(100) < pattern.hurt);
    let injured = if hurt { 1 + u64::from(scene.dice.chance(150)) } else { 0 };
    fields.insert("dead".into(), Value::from(dead));
    fields.insert("injured".into(), Value::from(injured));
}

fn quantities(scene: &mut Scene<'_>, pattern: &Pattern) -> Value {
    let Some(quantity) = &pattern.quantity else { return json!([]) };
    let tenths = scene.dice.between(quantity.from, quantity.to);
    let said = [("n", format!("{},{}", tenths / 10, tenths % 10)), ("unit", quantity.unit.clone())];
    let said = form("quantity", &said);
    scene.set("quantity", said);
    let amount = format!("{}.{}", tenths / 10, tenths % 10);
    json!([{"what": quantity.what, "unit": quantity.unit, "amount": amount}])
}

/// Title and narrative: how the report came, what happened, what was done, and how it stands.
fn tell(
    scene: &mut Scene<'_>,
    (pattern, case): (&'static Pattern, &'static Case),
    report: &Report,
    ending: &Ending,
    fields: &mut Map<String, Value>,
) {
    let ward = &Material::builtin().ward;
    let channel = fields.get("channel").and_then(Value::as_str).unwrap_or_default();
    let opening = scene.sentence(list(&ward.openings, channel));
    let what = super::scene::capital(&scene.fill(&case.text));
    let action = scene.sentence(list(&ward.actions, &pattern.action));
    let last = if report.settled {
        ending.sentence.clone()
    } else {
        scene.sentence(list(&ward.endings.open, &pattern.action))
    };
    let arrived = report.reported + scene.dice.seconds(150, 240);
    fields.insert("title".into(), Value::from(scene.sentence(&case.titles)));
    fields.insert("narrative".into(), Value::from(format!("{opening} {what}\n{action} {last}")));
    fields.insert(
        "first_response".into(),
        json!({"officer": report.officer, "arrived_at": moment(arrived), "action": action}),
    );
    fields.insert("persons".into(), Value::from(persons(scene, pattern)));
    let private = matches!(fields.get("place_kind").and_then(Value::as_str), Some("house" | "alley"));
    if private && scene.dice.chance(600) {
        fields.insert("exact_place".into(), Value::from(address(scene)));
    }
}

fn papers(scene: &mut Scene<'_>, pattern: &Pattern, report: &Report, fields: &mut Map<String, Value>) {
    let Some(kind) = Material::builtin().ward.papers.get(&pattern.action) else { return };
    if scene.dice.chance(700) {
        let number = form("minutes", &[("n", report.paper.to_string())]);
        let day = moment(report.reported).chars().take(10).collect::<String>();
        fields.insert("documents".into(), json!([{"kind": kind, "number": number, "date": day}]));
    }
}

/// A moment as records keep it.
pub(super) fn moment(seconds: i64) -> String {
    when::kept(when::from_seconds(seconds).unwrap_or_default())
}

pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
