//! What a form does to the logbook: each is one act, and says what it did.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::talk::Heard;
use crate::acts::{Refused, Saved, Who, patrol, registers, shift, write};
use crate::cli::context::Context;
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Mode};
use crate::record::purpose::{DESPITE_PATH, WHY_PATH};
use crate::record::{Kind, Purpose, Reason, Sketch, when};

/// Saves it; false, with the reason said, when nothing was written.
pub fn save(sketch: &Sketch, context: &mut Context) -> Heard<bool> {
    let (book, who) = context.open(Mode::Write)?;
    match write(sketch, (&book, &who), context) {
        Ok(saved) => {
            book.drop_draft(&who.officer, &Sketch::key(sketch.purpose, sketch.entry))?;
            tell(sketch.purpose, &saved, context);
            Ok(true)
        }
        Err(refused) => {
            if let Err(fault) = context.refused(named(refused, sketch.purpose, context)) {
                context.fail(&fault);
            }
            Ok(false)
        }
    }
}

fn write(sketch: &Sketch, (book, who): (&Logbook, &Who), context: &mut Context) -> Result<Saved, Refused> {
    let (ids, mut input) = ((sketch.entry, sketch.record), sketch.values.clone());
    sketch.purpose.complete(&mut input);
    let base = sketch.base.as_ref().map(|base| base.version);
    let why = text(&mut input, WHY_PATH).unwrap_or_default();
    let despite = text(&mut input, DESPITE_PATH);
    let mint = &mut context.mint;
    let create = |kind: Kind| write::Form { id: sketch.entry, record: sketch.record, kind, input: &input };
    match sketch.purpose {
        Purpose::Create(kind) => write::create(book, who, &create(kind), mint),
        Purpose::PlanPatrol | Purpose::StartPatrol => write::create(book, who, &create(Kind::Patrol), mint),
        Purpose::Amend(_) | Purpose::Settle => {
            let changed = changed(sketch, &input);
            let why = if sketch.purpose == Purpose::Settle { Reason::IncidentSettled.code() } else { &why };
            let amendment = write::Amendment { id: sketch.entry, record: sketch.record, input: &changed, why, base };
            write::amend(book, who, &amendment, mint)
        }
        Purpose::Note => write::note(book, who, ids, &input, mint),
        Purpose::OpenShift => shift::open(book, who, ids, &input, mint),
        Purpose::HandOver => {
            let given = shift::Handover { id: sketch.entry, base, input: &input, incoming: None };
            shift::handover(book, who, &given, mint)
        }
        Purpose::CloseShift { .. } => shift::close(book, who, (sketch.entry, base), (&input, despite.as_deref()), mint),
        Purpose::Observe => patrol::observe(book, who, ids, &input, mint),
        Purpose::FinishPatrol => patrol::finish(book, who, ids, &input, mint),
        Purpose::CancelPatrol => patrol::cancel(book, who, ids, &why, mint),
        Purpose::Areas => {
            let names = input.get("names").and_then(Value::as_str).unwrap_or_default();
            registers::add_areas(book, who, ids, names, mint)
        }
        Purpose::Found => {
            let nothing = (Uuid::nil(), Map::new());
            let (patrol, observation) =
                sketch.origin.as_ref().map_or(nothing, |origin| (origin.patrol, origin.observation.clone()));
            let (id, record) = ids;
            let found = patrol::Found { id, record, patrol, observation: &observation, extra: &input };
            patrol::to_incident(book, who, &found, mint)
        }
    }
}

/// Findings with what people call a field in the place of its path.
fn named(refused: Refused, purpose: Purpose, context: &Context) -> Refused {
    let Refused::Findings(mut findings) = refused else { return refused };
    for finding in findings.iter_mut().filter(|finding| !finding.path.is_empty()) {
        let path: String =
            finding.path.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
        context.words.field(purpose.named(), &path).clone_into(&mut finding.path);
    }
    Refused::Findings(findings)
}

/// The fields that were changed since it was begun.
fn changed(sketch: &Sketch, input: &Map<String, Value>) -> Map<String, Value> {
    let before = |key: &str| sketch.base.as_ref().and_then(|base| base.data.0.get(key)).unwrap_or(&Value::Null);
    input.iter().filter(|(key, value)| before(key) != *value).map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// Takes a text out that is no field of the record.
fn text(input: &mut Map<String, Value>, key: &str) -> Option<String> {
    let text = input.shift_remove(key)?.as_str().map(str::to_owned);
    text.filter(|text| !text.is_empty())
}

fn tell(purpose: Purpose, saved: &Saved, context: &mut Context) {
    let id = match purpose {
        Purpose::Note => "cli-noted",
        Purpose::OpenShift => "cli-shift-opened",
        Purpose::CloseShift { .. } => "cli-shift-closed",
        Purpose::Create(_) | Purpose::PlanPatrol | Purpose::StartPatrol | Purpose::Found | Purpose::Areas => {
            "tui-saved"
        }
        _ => "cli-amended",
    };
    let at = when::shown(context.mint.now());
    let line = context.words.with(id, &[("number", &saved.number), ("at", &at)]);
    context.out.line(&line);
    saved.findings.iter().for_each(|finding| context.remark(None, finding));
}
