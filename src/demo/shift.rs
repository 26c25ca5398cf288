//! One made-up shift: strength, orders and equipment when it opens; what is handed on when it closes.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::incident::{moment, object};
use super::material::Material;
use super::scene::Scene;

/// The fields of a shift that opens at `at`.
pub(super) fn opened(dice: &mut Dice, at: i64, hours: i64, commander: Uuid, officers: &[Uuid]) -> Map<String, Value> {
    let text = &Material::builtin().ward.shift;
    let mut scene = Scene::new(dice);
    let planned = at - at.rem_euclid(3600);
    let gone = scene.dice.below(3);
    let absent: Vec<Value> = (0..gone).map(|_| json!({"count": 1, "reason": scene.dice.text(&text.absent)})).collect();
    object(json!({
        "planned_start": moment(planned), "planned_end": moment(planned + 3600 * hours), "started_at": moment(at),
        "commander": commander, "officers": officers, "present": 8 - gone, "absent": absent,
        "equipment": equipment(&mut scene), "orders": orders(&mut scene, planned),
        "remarks": scene.any(&text.remarks),
    }))
}

fn equipment(scene: &mut Scene<'_>) -> Vec<Value> {
    let text = &Material::builtin().ward.shift;
    let faulty = scene.dice.index(text.equipment.len() * 3);
    let items = text.equipment.iter().enumerate();
    items
        .map(|(n, item)| {
            let fault = (n == faulty).then(|| scene.dice.text(&text.faults));
            json!({"item": item.item, "count": item.count, "fault": fault})
        })
        .collect()
}

fn orders(scene: &mut Scene<'_>, planned: i64) -> Vec<Value> {
    let text = &Material::builtin().ward.shift;
    let count = scene.dice.below(3);
    (0..count)
        .map(|_| {
            let at = planned - 60 * scene.dice.seconds(10, 300);
            json!({"from": scene.dice.text(&text.from), "at": moment(at), "text": scene.any(&text.orders),
                "done": scene.dice.chance(600)})
        })
        .collect()
}

/// The fields that change when it closes at `at`, with what is left to the next shift.
pub(super) fn closed(at: i64, left: &[(Uuid, &str)]) -> Map<String, Value> {
    let accepted = |(record, item): &(Uuid, &str)| json!({"record": record, "item": item, "answer": "accepted"});
    let items: Vec<Value> = left.iter().map(accepted).collect();
    object(json!({"ended_at": moment(at), "handover": items}))
}
