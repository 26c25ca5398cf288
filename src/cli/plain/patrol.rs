//! Patrols: one that is over, planned or going out now; and the steps of those that are out.

use serde_json::Value;

use super::form::Form;
use super::pick;
use super::talk::{Heard, Stop};
use crate::acts::patrol::{self, Tour};
use crate::cli::context::Context;
use crate::journal::Mint as _;
use crate::logbook::Mode;
use crate::record::sketch::Origin;
use crate::record::{Field, Kind, Purpose, Shape, when};
use crate::report::names;

/// The ways to begin one, and what each asks for.
const BEGIN: [(&str, Purpose); 3] = [
    ("tui-patrols-write", Purpose::Create(Kind::Patrol)),
    ("tui-patrols-start", Purpose::StartPatrol),
    ("tui-patrols-plan", Purpose::PlanPatrol),
];

static AREA: Field = Field::new("area", Shape::Area).required();

/// A step of a patrol.
#[derive(Debug, Clone, Copy)]
enum Item {
    Start,
    Reach,
    Observe,
    Found,
    Finish,
    Cancel,
}

impl Item {
    const fn wording(self) -> &'static str {
        match self {
            Self::Start => "tui-patrol-go",
            Self::Reach => "cmd-reach",
            Self::Observe => "cmd-observe",
            Self::Found => "cmd-found",
            Self::Finish => "cmd-finish",
            Self::Cancel => "cmd-cancel",
        }
    }
}

/// Lets begin a patrol, or choose one that is planned or out.
pub fn run(context: &mut Context) -> Heard<()> {
    let (book, who) = context.open(Mode::Write)?;
    let tours = patrol::tours(&book, &who, None, context.mint.now())?;
    drop(book);
    let words = &context.words;
    let begin = BEGIN.iter().map(|(id, _)| words.get(id).to_owned());
    let known = tours.iter().map(|tour| {
        let row = &tour.record.row;
        let state = names::status(&row.kind, row.status.as_deref().unwrap_or_default(), words);
        format!("{} · {state} · {}", row.number, when::shown(row.at))
    });
    let all: Vec<String> = begin.chain(known).collect();
    let at = context.choose("plain-what", &all, "cmd-leave")?;
    if let Some((_, purpose)) = BEGIN.get(at) {
        return Form::new(context, *purpose)?.fill(context);
    }
    tours.get(at - BEGIN.len()).map_or(Ok(()), |tour| steps(context, tour))
}

/// What can be done with one.
fn steps(context: &mut Context, tour: &Tour) -> Heard<()> {
    let out = tour.record.data.text("state") == Some("active");
    let items: &[Item] = if out {
        &[Item::Reach, Item::Observe, Item::Found, Item::Finish, Item::Cancel]
    } else {
        &[Item::Start, Item::Cancel]
    };
    let called: Vec<String> = items.iter().map(|item| context.words.get(item.wording()).to_owned()).collect();
    let at = context.choose("plain-what", &called, "cmd-leave")?;
    match items.get(at) {
        Some(Item::Start) => start(context, tour),
        Some(Item::Reach) => reach(context, tour),
        Some(Item::Observe) => Form::about(context, Purpose::Observe, &tour.record)?.fill(context),
        Some(Item::Found) => found(context, tour),
        Some(Item::Finish) => Form::about(context, Purpose::FinishPatrol, &tour.record)?.fill(context),
        Some(Item::Cancel) => Form::about(context, Purpose::CancelPatrol, &tour.record)?.fill(context),
        None => Ok(()),
    }
}

fn start(context: &mut Context, tour: &Tour) -> Heard<()> {
    let (book, who) = context.open(Mode::Write)?;
    let ids = (context.mint.id(), tour.record.row.record);
    let saved = patrol::start(&book, &who, ids, &serde_json::Map::new(), &mut context.mint);
    context.saved(saved, "cli-amended")?;
    Ok(())
}

/// The patrol is in an area now.
fn reach(context: &mut Context, tour: &Tour) -> Heard<()> {
    let all = pick::choices(context, &AREA)?.unwrap_or_default();
    pick::show(context, &all);
    let label = context.words.field(Kind::Patrol.name(), AREA.key).to_owned();
    let area = loop {
        let Some(answer) = context.ask_as(&label, true)? else { continue };
        if let Some(code) = pick::chosen(context, &all, &AREA, &answer)? {
            break code;
        }
    };
    let (book, who) = context.open(Mode::Write)?;
    let ids = (context.mint.id(), tour.record.row.record);
    let saved = patrol::checkpoint(&book, &who, ids, &area, &mut context.mint);
    context.saved(saved, "cli-amended")?;
    Ok(())
}

/// An observation becomes an incident.
fn found(context: &mut Context, tour: &Tour) -> Heard<()> {
    let seen: Vec<&Value> = tour.record.data.items("observations").iter().filter(|seen| is_open(seen)).collect();
    let text = |seen: &&Value| seen.get("text").and_then(Value::as_str).unwrap_or_default().to_owned();
    let texts: Vec<String> = seen.iter().map(text).collect();
    let at = context.choose("plain-which", &texts, "cmd-leave")?;
    let Some(observation) = seen.get(at).and_then(|seen| seen.as_object()) else { return Err(Stop::Back) };
    let given = patrol::incident_fields(&tour.record, observation, context.mint.now());
    let origin = Origin { patrol: tour.record.row.record, observation: observation.clone() };
    Form::new(context, Purpose::Found)?.given(given).from(origin).fill(context)
}

fn is_open(seen: &Value) -> bool {
    seen.get("incident").is_none_or(Value::is_null)
}
