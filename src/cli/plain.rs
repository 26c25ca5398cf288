//! `--plain`: what the screens do as numbered lines, for screen readers, pipes, and terminals that can't place text.
//! Each act is one function, and most of them run the command of the same name; it decides nothing about records or
//! rights, and holds the logbook open only while an act runs.

mod board;
mod form;
mod log;
mod pick;
mod patrol;
mod save;
mod shift;
mod talk;
mod week;

use super::Done;
use super::context::Context;
use crate::acts::write::may_add;
use crate::fault::{Fault, Kind as Trouble};
use crate::journal::Mint as _;
use crate::logbook::{Mode, demo_in, logins_in};
use crate::record::sketch::Sketch;
use crate::record::when;
use crate::record::{Kind, Purpose};
use crate::report::names;
use form::Form;
use talk::{Heard, Stop};

/// Wrong passwords that are forgiven.
const TRIES: usize = 3;

/// What can be done, in the order of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Board,
    Log,
    Incident,
    Patrol,
    Other,
    Shift,
    Week,
    Drafts,
    Lock,
}

impl Item {
    const ALL: [Self; 9] = [
        Self::Board,
        Self::Log,
        Self::Incident,
        Self::Patrol,
        Self::Other,
        Self::Shift,
        Self::Week,
        Self::Drafts,
        Self::Lock,
    ];

    const fn wording(self) -> &'static str {
        match self {
            Self::Board => "cmd-board",
            Self::Log => "cmd-log",
            Self::Incident => "cmd-incident",
            Self::Patrol => "cmd-patrol",
            Self::Other => "cmd-other",
            Self::Shift => "cmd-shift",
            Self::Week => "cmd-week",
            Self::Drafts => "cmd-drafts",
            Self::Lock => "cmd-lock",
        }
    }
}

/// Talks until somebody leaves or the input ends.
pub fn run(context: &mut Context) -> Done {
    match sign_in(context) {
        Err(Stop::Fault(fault)) => return Err(fault),
        Err(Stop::Back | Stop::End) => return Ok(0),
        Ok(()) => {}
    }
    let words = &context.words;
    let lines = [words.get("tui-no-secrets").to_owned(), words.get("plain-hint").to_owned()];
    context.out.lines(&lines);
    let names: Vec<String> = Item::ALL.iter().map(|item| context.words.get(item.wording()).to_owned()).collect();
    if let Err(fault) = board::show(context) {
        context.fail(&fault);
    }
    context.list(&names, "cmd-quit");
    loop {
        match choose(context, &names) {
            Err(Stop::End) => return Ok(0),
            Err(Stop::Fault(fault)) => drop(context.fail(&fault)),
            Ok(()) | Err(Stop::Back) => {}
        }
    }
}

/// Asks what is to be done, and has it done.
fn choose(context: &mut Context, names: &[String]) -> Heard<()> {
    let item = match context.number("plain-menu", names, "cmd-quit") {
        Err(Stop::Back) => return Err(Stop::End),
        chosen => Item::ALL.get(chosen?).copied(),
    };
    match item {
        Some(Item::Board) => context.told(board::show),
        Some(Item::Log) => log::run(context),
        Some(Item::Incident) => new(context, Purpose::Create(Kind::Incident)),
        Some(Item::Patrol) => patrol::run(context),
        Some(Item::Other) => other(context),
        Some(Item::Shift) => shift::run(context),
        Some(Item::Week) => week::run(context),
        Some(Item::Drafts) => drafts(context),
        Some(Item::Lock) => lock(context),
        None => Ok(()),
    }
}

/// Who, and the password; a slip may be mended where somebody types. Then a clock that looks wrong is asked about.
fn sign_in(context: &mut Context) -> Heard<()> {
    let folder = context.folder()?;
    let logins = logins_in(&folder);
    if let Some((login, password)) = demo_in(&folder) {
        let said = context.words.with("tui-demo-sign-in", &[("login", &login), ("password", &password)]);
        context.out.line(&said);
        context.out.flush()?;
    }
    if context.officer().is_none() && logins.len() > 1 {
        match context.choose("plain-who", &logins, "cmd-quit") {
            Ok(n) => context.globals.officer = logins.get(n).cloned(),
            Err(_) => return Err(Fault::new(Trouble::Right, "E050").into()),
        }
    }
    let mut tries = 1;
    loop {
        match context.sign_in() {
            Err(fault) if fault.code == "E020" && tries < TRIES && super::ask::is_terminal() => {
                context.fail(&fault);
                tries += 1;
            }
            done => {
                done?;
                return clock(context);
            }
        }
    }
}

/// A wrong time can't be put right later: nobody writes before the clock was looked at.
fn clock(context: &mut Context) -> Heard<()> {
    let (book, _) = context.open(Mode::Read)?;
    // The clock of a made-up ward is made up too.
    let last = book.last_entry()?.filter(|_| book.own().demo.is_none());
    drop(book);
    let now = context.mint.now();
    let Some(last) = last.filter(|last| when::is_doubtful(now, *last)) else { return Ok(()) };
    let words = &context.words;
    let said = words.with("tui-clock-said", &[("now", &when::shown(now)), ("last", &when::shown(last))]);
    let answers = ["tui-clock-right", "tui-clock-wrong"].map(|id| words.get(id).to_owned());
    context.out.line(&said);
    match context.choose("plain-clock", &answers, "cmd-quit") {
        Ok(0) => Ok(()),
        Err(Stop::Fault(fault)) => Err(fault.into()),
        Ok(_) | Err(Stop::Back | Stop::End) => {
            context.forget();
            Err(Stop::End)
        }
    }
}

/// Forgets the key and asks for the password again.
fn lock(context: &mut Context) -> Heard<()> {
    context.forget();
    context.say("tui-locked");
    sign_in(context)
}

/// A new record, field after field.
fn new(context: &mut Context, purpose: Purpose) -> Heard<()> {
    Form::new(context, purpose)?.fill(context)
}

/// A kind of record that has no number of its own.
fn other(context: &mut Context) -> Heard<()> {
    let who = context.who()?;
    let other = |kind: &Kind| !matches!(kind, Kind::Incident | Kind::Patrol | Kind::Shift | Kind::Officer | Kind::Area);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| other(kind) && may_add(&who, *kind)).collect();
    let called: Vec<String> = kinds.iter().map(|kind| names::kind(kind.name(), &context.words)).collect();
    let at = context.choose("cmd-other", &called, "cmd-leave")?;
    kinds.get(at).map_or(Ok(()), |kind| new(context, Purpose::Create(*kind)))
}

/// What was typed and not saved, also by the screens.
fn drafts(context: &mut Context) -> Heard<()> {
    let (book, who) = context.open(Mode::Write)?;
    let kept = book.drafts(&who.officer)?;
    drop(book);
    let known: Vec<Sketch> = kept.iter().filter_map(|draft| Sketch::parse(&draft.body)).collect();
    let called = |sketch: &Sketch| {
        let (purpose, words) = (names::purpose(sketch.purpose, &context.words), sketch.words());
        if words.is_empty() { purpose } else { format!("{purpose} · {words}") }
    };
    let called: Vec<String> = known.iter().map(called).collect();
    if known.is_empty() {
        context.say("tui-drafts-none");
        return Ok(());
    }
    let at = context.choose("cmd-drafts", &called, "cmd-leave")?;
    let Some(sketch) = known.into_iter().nth(at) else { return Ok(()) };
    Form::resume(context, sketch)?.fill(context)
}
