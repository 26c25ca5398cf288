//! The shift: opened, handed over matter by matter, signed by both, closed.

use std::path::Path;

use super::form::Form;
use super::talk::{Heard, Stop};
use crate::acts::session;
use crate::acts::shift::{self, Answer, Handover, HandoverItem, Step};
use crate::cli::ask;
use crate::cli::context::Context;
use crate::cli::shift::{Act, MeantArgs, SheetArgs, run as command};
use crate::cli::view::Names;
use crate::journal::Mint as _;
use crate::logbook::{Mode, Record};
use crate::record::{Purpose, when};
use crate::report::clock;

/// What can be done with the open shift.
const OPEN: [&str; 6] = ["plain-answer", "cmd-promise", "cmd-shift-edit", "cmd-sign", "cmd-close-shift", "cmd-sheet"];
/// What can be done when none is open.
const CLOSED: [&str; 3] = ["tui-form-open-shift", "cmd-sheet", "plain-countersign"];

/// Shows how the shift stands and asks what is to be done.
pub fn run(context: &mut Context) -> Heard<()> {
    let Some(shift) = open(context)? else { return closed(context) };
    let at = shift.data.when("started_at").map(when::shown).unwrap_or_default();
    let present = shift.data.0.get("present").filter(|n| !n.is_null()).map(ToString::to_string).unwrap_or_default();
    let args = [("number", &*shift.row.number), ("at", &*at), ("present", &*present)];
    let line = context.words.with("tui-board-shift", &args);
    context.out.line(&line);
    let left = matters(context)?.iter().filter(|item| item.answer.is_none()).count();
    let line = match left {
        0 => context.words.get("tui-handover-none-left").to_owned(),
        left => context.words.with("tui-handover-left", &[("count", &left.to_string())]),
    };
    context.out.line(&line);
    match context.choose("plain-what", &named(context, &OPEN), "cmd-leave")? {
        0 => answer(context),
        1 => promise(context),
        2 => Form::about(context, Purpose::HandOver, &shift)?.fill(context),
        3 => sign(context),
        4 => {
            let over = left > 0;
            Form::about(context, Purpose::CloseShift { over }, &shift)?.fill(context)
        }
        _ => sheet(context),
    }
}

fn closed(context: &mut Context) -> Heard<()> {
    context.say("plain-no-shift");
    match context.choose("plain-what", &named(context, &CLOSED), "cmd-leave")? {
        0 => {
            let (book, who) = context.open(Mode::Write)?;
            let before = shift::suggested(&book, &who)?;
            drop(book);
            Form::new(context, Purpose::OpenShift)?.given(before).fill(context)
        }
        1 => sheet(context),
        _ => context.told(|context| command(&Act::Countersign(MeantArgs { id: None }), context)),
    }
}

fn sheet(context: &mut Context) -> Heard<()> {
    context.told(|context| command(&Act::Sheet(SheetArgs { id: None, out: None }), context))
}

fn named(context: &Context, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| context.words.get(id).to_owned()).collect()
}

fn open(context: &Context) -> Heard<Option<Record>> {
    let (book, _) = context.open(Mode::Write)?;
    Ok(book.open_shift()?.map(|id| book.record(&id)).transpose()?)
}

fn matters(context: &mut Context) -> Heard<Vec<HandoverItem>> {
    let (book, who) = context.open(Mode::Write)?;
    Ok(shift::items(&book, &who, context.mint.now())?)
}

/// Asks about each matter that has no answer; each answer is written at once.
fn answer(context: &mut Context) -> Heard<()> {
    for item in matters(context)?.into_iter().filter(|item| item.answer.is_none()) {
        let line = {
            let (book, _) = context.open(Mode::Write)?;
            let names = Names::of(&book)?;
            let number = item.number.as_deref().map(|number| names.number(number).to_owned());
            let parts = [Some(context.words.get(&item.sort.id()).to_owned()), number, Some(item.title.clone())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        context.out.line(&line);
        let now = context.mint.now();
        for one in &item.clocks {
            context.out.line(&format!("{} {}", clock::mark(one), clock::told(one, now, &context.words)));
        }
        let answers = named(context, &["cmd-accept", "cmd-query"]);
        let accepted = context.choose("plain-what", &answers, "cmd-leave")? == 0;
        let note = if accepted { None } else { Some(context.ask_needed("tui-ask-query-label")?) };
        step(context, &Step::Answer(vec![item], Answer { accepted, note }))?;
    }
    context.say("tui-handover-none-left");
    Ok(())
}

fn promise(context: &mut Context) -> Heard<()> {
    let promise = context.ask_needed("tui-ask-promise-label")?;
    step(context, &Step::Promise(promise))
}

/// Writes one answer into the open shift.
fn step(context: &mut Context, step: &Step) -> Heard<()> {
    let Some(shift) = open(context)? else { return Err(Stop::Back) };
    let (book, who) = context.open(Mode::Write)?;
    let id = context.mint.id();
    let saved = shift::step(&book, &who, (id, shift.version), step, &mut context.mint);
    context.saved(saved, "cli-shift-answered")?;
    Ok(())
}

/// Both officers sign; who takes over shows their own password.
fn sign(context: &mut Context) -> Heard<()> {
    let incoming = context.ask_needed("plain-incoming")?;
    let file = if ask::is_terminal() {
        None
    } else {
        let label = context.words.with("cli-password-of", &[("name", &incoming)]);
        let label = format!("{label} · {}", context.words.get("tui-ask-print-label"));
        context.ask_as(&label, true)?
    };
    let password = ask::password_of(&incoming, file.as_deref().map(Path::new), &context.words)?;
    let (book, who) = context.open(Mode::Write)?;
    let proven = session::prove(&book, &incoming, &password)?;
    let input = serde_json::Map::new();
    let id = context.mint.id();
    let given = Handover { id, base: None, input: &input, incoming: Some(&proven) };
    let saved = shift::handover(&book, &who, &given, &mut context.mint);
    context.saved(saved, "cli-shift-handed-over")?;
    Ok(())
}
