//! Made-up persons: names drawn from lists, phones that no network has.

use serde_json::{Value, json};

use super::material::{Material, Pattern};
use super::scene::{Scene, form};

/// The persons of an incident.
pub(super) fn persons(scene: &mut Scene<'_>, pattern: &Pattern) -> Vec<Value> {
    let all = pattern.persons.iter().enumerate();
    let mut found = Vec::new();
    for (n, role) in all {
        // The first is nearly always known; of the others, the more the less.
        if scene.dice.chance(if n == 0 { 930 } else { 550 }) {
            let person = person(scene, role, pattern.secret && n == 0, pattern.plates);
            found.push(person);
        }
    }
    found
}

fn person(scene: &mut Scene<'_>, role: &str, secret: bool, plates: bool) -> Value {
    let names = &Material::builtin().ward.names;
    let female = scene.dice.chance(480);
    let given = if female { &names.female } else { &names.male };
    let name = [&names.family, &given.middle, &given.given].map(|list| scene.dice.text(list)).join(" ");
    let figures = |n: u64, width: usize| format!("{n:0width$}");
    let phone = [("three", figures(scene.dice.below(1000), 3))];
    let plate = [("one", figures(scene.dice.below(10), 1)), ("two", figures(scene.dice.below(100), 2))];
    let known = scene.dice.chance(700);
    json!({
        "role": role,
        "name": name,
        "birth_year": scene.dice.between(1948, 2009),
        "sex": if female { "f" } else { "m" },
        "phone": known.then(|| form("phone", &phone)),
        "address": known.then(|| address(scene)),
        "plate": (plates && known).then(|| form("plate", &plate)),
        "keep_secret": secret,
    })
}

/// A private address in the scene's own lane.
pub(super) fn address(scene: &mut Scene<'_>) -> String {
    let house = scene.dice.between(1, 120).to_string();
    let lane = scene.fill("{lane}");
    form("address", &[("house", house), ("lane", lane)])
}

/// Somebody in this role.
pub(super) fn somebody(scene: &mut Scene<'_>, role: &str) -> Value {
    person(scene, role, false, false)
}

/// One more witness.
pub(super) fn witness(scene: &mut Scene<'_>) -> Value {
    person(scene, "witness", false, false)
}
