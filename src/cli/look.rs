//! `show`, `check`, `access list`: looking at records without changing them. Persons come out only on request, with a
//! reason, and the request is logged first.

use serde_json::{Map, Value, json};

use super::context::Context;
use super::origin;
use super::progress::Progress;
use super::refuse::finding_json;
use super::view::{self, Names};
use super::{Done, when};
use crate::acts::look::{self, Checked};
use crate::acts::{clocks, desk};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Mode, Record, Version};
use crate::record::period::Week;
use crate::record::when as moment;
use crate::record::{Data, Level, changes};
use crate::report::{clock, names};
use crate::text::clean;

/// `show ID [--history] [--reveal --why TEXT]`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// Number or id.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Every entry on it.
    #[arg(long)]
    pub history: bool,
    /// Persons too.
    #[arg(long)]
    pub reveal: bool,
    /// The reason.
    #[arg(long, value_name = "TEXT", requires = "reveal")]
    pub why: Option<String>,
}

/// `check [--week W]`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Only this week.
    #[arg(long, value_name = "W")]
    pub week: Option<String>,
}

/// `access list [--from D] [--to D]`.
#[derive(Debug, clap::Subcommand)]
pub enum AccessAct {
    /// Who saw what.
    List(AccessArgs),
}

/// The stretch of time.
#[derive(Debug, clap::Args)]
pub struct AccessArgs {
    /// From this day on.
    #[arg(long, value_name = "D")]
    pub from: Option<String>,
    /// Up to this day.
    #[arg(long, value_name = "D")]
    pub to: Option<String>,
}

pub fn show(args: &ShowArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let record = look::show(&book, &who, &args.id)?;
    let why = args.why.as_deref().unwrap_or_default();
    let reveal = |context: &mut Context| look::reveal(&book, &who, &record, why, &mut context.mint);
    let persons = if args.reveal { Some(reveal(context)?) } else { None };
    let whole = look::history(&book, &who, &record.row.record)?;
    let origin = desk::origin(&book, &who, &record, &whole)?;
    let history = if args.history { whole } else { Vec::new() };
    let now = context.mint.now();
    let clocks = clocks::on(&book, &who, &record, now)?;
    doubt(&book, context);
    if context.json() {
        let mut whole = look::shown(&record, persons.as_ref());
        whole.insert("clocks".into(), clocks.iter().map(clocks::object).collect());
        if args.history {
            whole.insert("history".into(), steps(&record, &history));
        }
        whole.extend(origin.as_ref().map(|origin| ("origin".to_owned(), origin::object(origin))));
        context.out.json(&Value::Object(whole));
        return Ok(0);
    }
    let mut names = Names::of(&book)?;
    names.meet(origin.as_ref().map_or(&[], |origin| &origin.officers), &context.words);
    let masked = persons.is_none();
    let data = persons.map_or_else(|| look::masked(&book, &who, &record), Ok)?;
    page(&record, (&data, masked), &names, context);
    let label = context.words.field("common", "clocks").to_owned();
    let told = clocks.iter().map(|one| format!("{label}: {}", clock::told(one, now, &context.words)));
    let told: Vec<String> = told.collect();
    context.out.lines(&told);
    if let Some(origin) = &origin {
        context.out.lines(&origin::lines((&record, origin), &names, &context.words));
    }
    tale(&record, &history, &names, context);
    Ok(0)
}

/// Says what is wrong with the post's own rules; the program's go on.
pub fn doubt(book: &Logbook, context: &mut Context) {
    if let Some(fault) = book.rules().1 {
        let (said, hint) = context.words.fault(&fault);
        context.out.aside(&format!("{} {said}", fault.code));
        context.out.aside(&hint);
    }
}

fn page(record: &Record, (data, masked): (&Data, bool), names: &Names<'_>, context: &mut Context) {
    let (row, words) = (&record.row, &context.words);
    let kind = names::kind(&row.kind, words);
    let head = format!("{} · {kind}", names.number(&row.number));
    let head = if row.void { words.with("cli-void", &[("title", &head)]) } else { head };
    let mut lines = vec![head];
    match record.kind {
        Some(kind) => lines.extend(view::lines(kind, data, names, words)),
        None => lines.push(Value::Object(data.0.clone()).to_string()),
    }
    if masked && row.hidden > 0 {
        lines.push(words.get("cli-masked").to_owned());
    }
    context.out.lines(&lines);
}

/// The history as JSON: what each entry did, and which fields it changed.
fn steps(record: &Record, history: &[Version]) -> Value {
    let mut before: Option<&Data> = None;
    let steps = history.iter().map(|version| {
        let changed = changed(record, before, version)
            .into_iter()
            .map(|change| json!({"path": change.path, "before": change.before, "after": change.after}));
        let step = json!({
            "rev": version.rev, "act": version.act.name(), "at": moment::kept(version.at), "by": version.by.to_string(),
            "why": version.why, "changes": changed.collect::<Vec<_>>(), "note": version.note,
            "persons_touched": version.persons,
        });
        before = version.data.as_ref().or(before);
        step
    });
    Value::Array(steps.collect())
}

fn changed(record: &Record, before: Option<&Data>, version: &Version) -> Vec<crate::record::Change> {
    match (record.kind, before, &version.data) {
        (Some(kind), Some(before), Some(after)) => changes(kind, before, after),
        _ => Vec::new(),
    }
}

/// The history in words.
fn tale(record: &Record, history: &[Version], names: &Names<'_>, context: &mut Context) {
    let mut before: Option<&Data> = None;
    for version in history {
        let words = &context.words;
        let act = names::act(version.act, words);
        let who = names.officer(&version.by.to_string(), words);
        let why = version.why.as_deref().map(|why| format!(" · {}", view::why(why, words))).unwrap_or_default();
        let mut lines = vec![format!("{:>3}. {} · {who} · {act}{why}", version.rev, moment::shown(version.at))];
        for change in changed(record, before, version) {
            let kind = record.kind.map_or("", crate::record::Kind::name);
            let name = words.field(kind, &change.path).to_owned();
            let say = |value| view::value(&change.field, value, names, words);
            lines.push(format!("     {name}: {} → {}", say(&change.before), say(&change.after)));
        }
        lines.extend(note(version.note.as_ref(), words).map(|note| format!("     {note}")));
        context.out.lines(&lines);
        before = version.data.as_ref().or(before);
    }
}

fn note(note: Option<&Map<String, Value>>, words: &crate::words::Words) -> Option<String> {
    let text = |key: &str| note?.get(key)?.as_str();
    if let (Some(role), Some(of)) = (text("role"), text("of")) {
        return Some(format!("{} · {}", words.get(&format!("sign-{role}")), of.get(..12).unwrap_or(of)));
    }
    let event = text("event").map(|event| words.get(&crate::words::value_id("event", event)).to_owned());
    let parts: Vec<String> = event.into_iter().chain(text("text").map(str::to_owned)).collect();
    (!parts.is_empty()).then(|| parts.join(": "))
}

pub fn check(args: &CheckArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let week = args.week.as_deref().map(|name| week(name, &book)).transpose()?;
    let bar = Progress::waiting(context.words.get("cli-progress-check"));
    let period = (week.map(|week| week.from), week.map(|week| week.to));
    let found = look::check(&book, &who, period, context.mint.now());
    bar.end();
    let found = found?;
    doubt(&book, context);
    let names = Names::of(&book)?;
    for checked in &found {
        report(checked, &names, context);
    }
    if found.is_empty() && !context.json() {
        context.out.line(context.words.get("cli-check-clean"));
    }
    let grave = found.iter().flat_map(|checked| &checked.findings).any(|f| f.level() >= Level::Hold);
    Ok(if grave { Trouble::Finding.exit() } else { 0 })
}

/// The week with a name such as `2026-W47`.
pub fn week(name: &str, book: &Logbook) -> Outcome<Week> {
    Week::parse(name, &book.calendar()?).ok_or_else(|| {
        let fault = Fault::new(Trouble::Use, "E030").with("name", "--week").with("value", clean::line(name));
        fault.with("values", "2026-W47")
    })
}

/// A record's findings, one line or object each.
pub fn report(checked: &Checked, names: &Names<'_>, context: &mut Context) {
    for finding in &checked.findings {
        let mut object = finding_json(finding, &context.words);
        if !context.json() {
            let say = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
            let place = if finding.path.is_empty() { String::new() } else { format!(" ({})", finding.path) };
            let number = names.number(&checked.row.number);
            let line = format!("{number}  {} {}{place}", finding.code, say("message"));
            let hint = format!("     {}", say("hint"));
            context.out.line(&line);
            context.out.line(&hint);
            continue;
        }
        if let Some(object) = object.as_object_mut() {
            let row = &checked.row;
            let head = [("kind", row.kind.clone()), ("number", row.number.clone()), ("id", row.record.to_string())];
            for (key, value) in head {
                object.shift_insert(0, key.into(), Value::from(value));
            }
        }
        context.out.json(&object);
    }
}

pub fn access(act: &AccessAct, context: &mut Context) -> Done {
    let AccessAct::List(args) = act;
    let now = context.mint.now();
    let (from, to) = (when::from(args.from.as_deref(), now)?, when::to(args.to.as_deref(), now)?);
    let (book, who) = context.open(Mode::Write)?;
    let names = Names::of(&book)?;
    let seen = look::accesses(&book, &who, from, to)?;
    if seen.is_empty() && !context.json() {
        context.out.aside(context.words.get("cli-nobody-looked"));
    }
    for seen in seen {
        if context.json() {
            context.out.json(&Value::Object(seen.0));
            continue;
        }
        let say = |key: &str| seen.0.get(key).and_then(Value::as_str).unwrap_or_default();
        let at = moment::parse(say("at")).map_or_else(String::new, moment::shown);
        let record = book.resolve(say("record")).and_then(|id| book.record(&id)).map(|record| record.row.number);
        let what = context.words.get(&format!("cli-access-{}", say("what"))).to_owned();
        let number = record.unwrap_or_default();
        let by = names.officer(say("by"), &context.words);
        let parts = [&at, &by, &what, names.number(&number), say("why")];
        let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        context.out.line(&line);
    }
    Ok(0)
}
