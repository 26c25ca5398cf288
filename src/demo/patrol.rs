//! One made-up patrol: who went, where, what they saw and what came of it.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::incident::{moment, object};
use super::material::Material;
use super::scene::Scene;

/// What is known before the patrol is made.
pub(super) struct Tour {
    /// When it was to start, and started.
    pub start: i64,
    /// When it ended, if it has.
    pub end: Option<i64>,
    /// It didn't take place.
    pub cancelled: bool,
    /// Who led it.
    pub leader: Uuid,
    /// An incident that was found on the way, and when.
    pub found: Option<Found>,
}

/// An incident that a patrol came upon.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// When.
    pub at: i64,
    /// Which.
    pub record: Uuid,
    /// What it was.
    pub title: String,
}

/// Starts of patrols, in minutes of the day.
const STARTS: [u64; 8] = [270, 360, 660, 960, 1140, 1200, 1290, 1350];
const MODES: [&str; 7] = ["motorbike", "motorbike", "motorbike", "foot", "car", "post", "bicycle"];

/// When on a day a patrol starts, in seconds after midnight.
pub(super) fn start(dice: &mut Dice) -> i64 {
    let minutes = dice.pick(&STARTS).copied().unwrap_or_default();
    60 * dice.seconds(minutes, minutes + 25)
}

/// Makes a patrol.
pub(super) fn make(dice: &mut Dice, tour: &Tour) -> Map<String, Value> {
    let ward = &Material::builtin().ward;
    let mode = dice.pick(&MODES).copied().unwrap_or_default();
    let mut scene = Scene::new(dice);
    let planned = tour.start - 60 * scene.dice.seconds(0, 12);
    let mut fields = object(json!({
        "mode": mode, "planned_start": moment(planned), "area": scene.area.code, "leader": tour.leader,
        "headcount": {"police": scene.dice.between(1, 3), "grassroots": scene.dice.between(0, 4),
            "militia": scene.dice.below(3), "other": 0},
    }));
    if tour.cancelled {
        fields.insert("state".into(), Value::from("cancelled"));
        fields.insert("text".into(), Value::from(scene.any(&ward.patrol.cancelled)));
        return fields;
    }
    fields.insert("started_at".into(), Value::from(moment(tour.start)));
    let (text, particular) = (scene.sentence(&ward.patrol.texts), scene.sentence(&ward.patrol.particulars));
    fields.insert("text".into(), Value::from(format!("{text} {particular}")));
    fields.insert("state".into(), Value::from(if tour.end.is_some() { "done" } else { "active" }));
    if let Some(end) = tour.end {
        fields.extend(came_back(&mut scene, tour, end, mode));
    }
    fields
}

fn came_back(scene: &mut Scene<'_>, tour: &Tour, end: i64, mode: &str) -> Map<String, Value> {
    let stops = scene.dice.between(2, 6);
    let between = (end - tour.start) / (i64::try_from(stops).unwrap_or(1) + 1);
    let mut route = Vec::new();
    let mut seen = Vec::new();
    let mut at = tour.start;
    for _ in 0..stops {
        at += between;
        let mut stop = Scene::new(scene.dice);
        route.push(json!({"area": stop.area.code, "at": moment(at)}));
        if stop.dice.chance(230) {
            seen.push(observation(&mut stop, at));
        }
    }
    if let Some(found) = &tour.found {
        let action = &Material::builtin().ward.patrol.on_the_way;
        seen.push(json!({"at": moment(found.at), "area": scene.area.code, "kind": "other", "text": found.title,
            "action": action, "incident": found.record}));
    }
    seen.sort_by(|a, b| a["at"].as_str().cmp(&b["at"].as_str()));
    let minutes = u64::from(scene.dice.chance(300)) * scene.dice.between(1, 3);
    let speed = match mode {
        "foot" | "post" => 3,
        "bicycle" => 8,
        _ => 14,
    };
    let tenths = scene.dice.between(5, 10) * speed * u64::try_from(end - tour.start).unwrap_or(0) / 3600;
    object(json!({
        "ended_at": moment(end), "route": route, "km": format!("{}.{}", tenths / 10, tenths % 10),
        "results": {"people_checked": scene.dice.below(9), "vehicles_checked": scene.dice.below(7),
            "minutes_written": minutes, "reminders": seen.len() as u64 + scene.dice.below(3),
            "cases_found": u64::from(tour.found.is_some()), "fines_vnd": minutes * 250_000},
        "observations": seen,
    }))
}

fn observation(scene: &mut Scene<'_>, at: i64) -> Value {
    let kinds: Vec<_> = Material::builtin().ward.patrol.seen.iter().collect();
    let (kind, seen) = scene.dice.pick(&kinds).and_then(|(kind, list)| Some((*kind, scene.dice.pick(list)?))).unzip();
    let text = seen.map(|seen| super::scene::capital(&scene.fill(&seen.text)));
    json!({"at": moment(at), "area": scene.area.code, "kind": kind, "text": text, "action": seen.map(|s| &s.action)})
}
