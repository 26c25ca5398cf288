//! The log: what was written last or what has these words, one record, its history, and writing on it.

use super::form::Form;
use super::talk::Heard;
use crate::acts::look;
use crate::cli::context::Context;
use crate::cli::look::{ShowArgs, show};
use crate::cli::view::Names;
use crate::cli::{list, when};
use crate::fault::Outcome;
use crate::journal::Mint as _;
use crate::logbook::{Filter, Mode, Row};
use crate::record::when::Moment;
use crate::record::{Kind, Purpose};
use crate::report::names;

/// Rows at once.
const ROWS: usize = 20;

/// Asks for more than words.
const MORE: &str = "+";

/// What can be done with a record.
#[derive(Debug, Clone, Copy)]
enum Item {
    Note,
    Amend,
    Settle,
    History,
    Reveal,
}

impl Item {
    const fn wording(self) -> &'static str {
        match self {
            Self::Note => "cmd-note",
            Self::Amend => "cmd-amend",
            Self::Settle => "tui-form-settle",
            Self::History => "cmd-tab",
            Self::Reveal => "cmd-reveal",
        }
    }
}

/// Searches, lets choose a record, and shows it.
pub fn run(context: &mut Context) -> Heard<()> {
    let filter = asked(context)?;
    let (book, who) = context.open(Mode::Write)?;
    let rows = look::list(&book, &who, &filter)?;
    let names = Names::of(&book)?;
    let lines: Vec<String> = rows.iter().map(|row| list::text(row, &names, &context.words)).collect();
    drop(names);
    drop(book);
    if rows.is_empty() {
        context.say("cli-nothing-found");
        return Ok(());
    }
    context.list(&lines, "cmd-leave");
    loop {
        let at = context.number("plain-row", &lines, "cmd-leave")?;
        if let Some(row) = rows.get(at) {
            back_to_list(record(context, row))?;
        }
    }
}

/// What is to be listed: words, and for whoever wants more a kind and days.
fn asked(context: &mut Context) -> Heard<Filter> {
    let all = Filter { limit: ROWS, ..Filter::default() };
    let query = context.ask("plain-search")?;
    if query.as_deref() != Some(MORE) {
        return Ok(Filter { query, ..all });
    }
    let kind = kind(context)?;
    let from = day(context, "plain-from", when::from)?;
    let to = day(context, "plain-to", when::to)?;
    let query = context.ask("plain-words")?;
    Ok(Filter { kind, from, to, query, ..all })
}

/// A kind by its number; none is every kind.
fn kind(context: &mut Context) -> Heard<Option<Kind>> {
    let register = |kind: &Kind| matches!(kind, Kind::Officer | Kind::Area | Kind::Unit | Kind::Week);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| !register(kind)).collect();
    let called: Vec<String> = kinds.iter().map(|kind| names::kind(kind.name(), &context.words)).collect();
    context.list(&called, "cmd-leave");
    loop {
        let Some(answer) = context.ask("plain-kind")? else { return Ok(None) };
        match answer.parse::<usize>().ok().and_then(|n| kinds.get(n.checked_sub(1)?)) {
            Some(kind) => return Ok(Some(*kind)),
            None => context.say("plain-no-number"),
        }
    }
}

/// A day as it is typed; none leaves that end open.
fn day(
    context: &mut Context,
    question: &str,
    read: fn(Option<&str>, Moment) -> Outcome<Option<Moment>>,
) -> Heard<Option<Moment>> {
    loop {
        let typed = context.ask(question)?;
        match read(typed.as_deref(), context.mint.now()) {
            Ok(at) => return Ok(at),
            Err(_) => context.say("plain-no-day"),
        }
    }
}

/// Going back from a record leads to the list it was in.
fn back_to_list(done: Heard<()>) -> Heard<()> {
    match done {
        Err(super::talk::Stop::Back) => Ok(()),
        done => done,
    }
}

/// One record, and what to do with it.
fn record(context: &mut Context, row: &Row) -> Heard<()> {
    shown(context, row, false, None)?;
    let mut items = vec![Item::Note, Item::Amend, Item::History];
    if row.kind == Kind::Incident.name() {
        items.insert(2, Item::Settle);
    }
    if row.hidden > 0 {
        items.push(Item::Reveal);
    }
    let names: Vec<String> = items.iter().map(|item| context.words.get(item.wording()).to_owned()).collect();
    let at = context.choose("plain-what", &names, "cmd-leave")?;
    match items.get(at) {
        Some(Item::Note) => about(context, row, Purpose::Note),
        Some(Item::Amend) => Kind::parse(&row.kind).map_or(Ok(()), |kind| about(context, row, Purpose::Amend(kind))),
        Some(Item::Settle) => about(context, row, Purpose::Settle),
        Some(Item::History) => shown(context, row, true, None),
        Some(Item::Reveal) => {
            let why = context.ask_needed("tui-why")?;
            shown(context, row, false, Some(why))
        }
        None => Ok(()),
    }
}

fn shown(context: &mut Context, row: &Row, history: bool, why: Option<String>) -> Heard<()> {
    let args = ShowArgs { id: row.number.clone(), history, reveal: why.is_some(), why };
    context.told(|context| show(&args, context))
}

/// A form about the record as it stands now.
fn about(context: &mut Context, row: &Row, purpose: Purpose) -> Heard<()> {
    let (book, who) = context.open(Mode::Write)?;
    let record = look::show(&book, &who, &row.record.to_string())?;
    drop(book);
    Form::about(context, purpose, &record)?.fill(context)
}
