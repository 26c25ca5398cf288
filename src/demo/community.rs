//! The community work of the made-up ward, straight from `community.toml`: what is written down, and what becomes of it.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::dice::Dice;
use super::incident::moment;
use super::material::{Material, Work, WorkCase, list};
use super::persons;
use super::scene::{Scene, capital};
use crate::record::{Kind, when};

/// A record in the making, and the version that may follow.
pub(super) struct Made {
    /// What it is.
    pub kind: Kind,
    /// Its fields, without those that are their fallbacks.
    pub fields: Map<String, Value>,
    /// When it changes, why, and what it says then.
    pub later: Option<(i64, &'static str, Map<String, Value>)>,
}

/// What sort of work comes next, by how often it is done.
pub(super) fn draw(dice: &mut Dice) -> usize {
    dice.weighted(Material::builtin().works.iter().map(|work| work.weight))
}

/// What there is from the first days on: sort of work, case, and area.
pub(super) fn standing() -> impl Iterator<Item = (usize, usize, &'static str)> {
    Material::builtin().works.iter().enumerate().flat_map(|(work, all)| {
        let cases = all.cases.iter().enumerate();
        cases.flat_map(move |(case, one)| one.standing.iter().map(move |area| (work, case, area.as_str())))
    })
}

/// Every case of the work with the community that is done again and again, campaigns left out: sort of work, case, and
/// the topic of an outreach.
pub(super) fn rota() -> impl Iterator<Item = (usize, usize, Option<&'static str>)> {
    let works = Material::builtin().works.iter().enumerate();
    let again = works.filter(|(_, work)| work.weight > 0 && work.kind != "campaign");
    again.flat_map(|(n, work)| {
        let topic = |case: &'static WorkCase| case.fields.get("topic").filter(|_| work.kind == "outreach");
        work.cases.iter().enumerate().map(move |(m, case)| (n, m, topic(case).and_then(Value::as_str)))
    })
}

/// Makes a record that is written down at `at`; none where the material has nothing of the sort.
pub(super) fn make(dice: &mut Dice, work: usize, at: i64, officer: Uuid) -> Option<Made> {
    let work = Material::builtin().works.get(work)?;
    let case = dice.pick(&work.cases)?;
    made(Scene::new(dice), (work, case), at, officer)
}

/// Makes one of those that there are from the first days on.
pub(super) fn found(dice: &mut Dice, which: (usize, usize, &str), at: i64, officer: Uuid) -> Option<Made> {
    let work = Material::builtin().works.get(which.0)?;
    made(Scene::of(dice, which.2), (work, work.cases.get(which.1)?), at, officer)
}

fn made(
    mut scene: Scene<'_>,
    (work, case): (&'static Work, &'static WorkCase),
    at: i64,
    officer: Uuid,
) -> Option<Made> {
    scene.set("officer", officer.to_string());
    let kind = scene.dice.text(&case.at);
    let place = scene.any(list(&Material::builtin().ward.places, kind));
    scene.set("place", place);
    let mut fields = filled(&mut scene, &work.fields, at);
    fields.extend(filled(&mut scene, &case.fields, at));
    let later = case.later.as_ref().or(work.later.as_ref()).filter(|later| scene.dice.chance(later.chance));
    let later = later.map(|later| {
        let [low, high] = later.hours;
        let then = at + 3600 * scene.dice.seconds(low, high);
        let mut whole = fields.clone();
        whole.extend(filled(&mut scene, &later.fields, then));
        (then, later.why.as_str(), whole)
    });
    Some(Made { kind: Kind::parse(&work.kind)?, fields, later })
}

fn filled(scene: &mut Scene<'_>, template: &'static Map<String, Value>, at: i64) -> Map<String, Value> {
    template.iter().map(|(key, value)| (key.clone(), fill(scene, value, at))).collect()
}

/// A value of the material: text with its words filled in, and tables that say what is to be drawn.
fn fill(scene: &mut Scene<'_>, template: &'static Value, at: i64) -> Value {
    match template {
        Value::String(text) if text == "{now}" => Value::from(moment(at)),
        Value::String(text) if text.starts_with('{') && text.contains(' ') => Value::from(capital(&scene.fill(text))),
        Value::String(text) => Value::from(scene.fill(text)),
        Value::Array(all) => all.iter().map(|one| fill(scene, one, at)).filter(|value| !value.is_null()).collect(),
        Value::Object(table) => drawn(scene, table, at).unwrap_or_else(|| Value::Object(filled(scene, table, at))),
        other => other.clone(),
    }
}

/// What a table of the material asks for: one of some values, a number, a day or a moment so far off, a person, a value
/// that is there in so many of a thousand cases.
fn drawn(scene: &mut Scene<'_>, table: &'static Map<String, Value>, at: i64) -> Option<Value> {
    let (key, value) = table.iter().next()?;
    let bounds = || {
        let [low, high] = value.as_array()?.as_slice() else { return None };
        Some((low.as_i64()?, high.as_i64()?))
    };
    Some(match key.as_str() {
        "pick" => {
            let chosen = scene.dice.pick(value.as_array()?)?;
            fill(scene, chosen, at)
        }
        "count" => Value::from(between(scene.dice, bounds()?)),
        "days" => Value::from(day(at + 24 * 3600 * between(scene.dice, bounds()?))),
        "minutes" => Value::from(moment(at + 60 * between(scene.dice, bounds()?))),
        "person" => persons::somebody(scene, value.as_str()?),
        "chance" => {
            let there = scene.dice.chance(value.as_u64()?);
            table.get("then").filter(|_| there).map_or(Value::Null, |then| fill(scene, then, at))
        }
        _ => return None,
    })
}

fn between(dice: &mut Dice, (low, high): (i64, i64)) -> i64 {
    low + dice.seconds(0, (high - low).unsigned_abs())
}

fn day(at: i64) -> String {
    when::from_seconds(at).unwrap_or_default().date_naive().to_string()
}
