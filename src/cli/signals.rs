//! `signals`: what stands out in the work of the post, as lines or JSON.

use serde_json::{Map, Value, json};

use super::Done;
use super::context::Context;
use super::view::{Names, padded};
use crate::acts::{Who, look, signals};
use crate::fault::Outcome;
use crate::figures::signals::{About, Jump, SHOWN, Signal};
use crate::journal::Mint as _;
use crate::logbook::{Filter, Logbook, Mode};
use crate::record::when as moment;
use crate::report::signals::{Said, said};

/// `signals [--all]`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Also what crosses no threshold.
    #[arg(long)]
    pub all: bool,
}

pub fn run(args: &Args, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let now = context.mint.now();
    let mut all = signals::all(&book, &who, now)?;
    all.retain(|signal| args.all || signal.told);
    let names = Names::of(&book)?;
    let mut sort = None;
    for signal in &all {
        let said = said(signal, &context.words, |code| names.area(code));
        if context.json() {
            let from = numbers(&book, &who, signal)?;
            context.out.json(&object(signal, &said, &from));
            continue;
        }
        if sort.replace(signal.sort) != Some(signal.sort) {
            context.out.line(&format!("{}: {}", said.sort, said.how));
        }
        context.out.line(&format!("  {}  {}. {}", padded(&said.about, 32), said.text, said.from));
    }
    if all.is_empty() && !context.json() {
        context.out.aside(context.words.get("cli-no-signals"));
    }
    Ok(0)
}

/// The numbers of the records behind a signal, the newest first.
fn numbers(book: &Logbook, who: &Who, signal: &Signal) -> Outcome<Vec<String>> {
    let rows = match &signal.jump {
        Some(Jump::Record(record)) => book.row_of(record)?.into_iter().collect(),
        Some(Jump::List(filter)) => look::list(book, who, &Filter { limit: SHOWN, ..*filter.clone() })?,
        None => Vec::new(),
    };
    Ok(rows.into_iter().map(|row| row.number).collect())
}

fn object(signal: &Signal, said: &Said, from: &[String]) -> Value {
    let figures: Map<String, Value> =
        signal.args.iter().map(|(key, value)| ((*key).to_owned(), number(value))).collect();
    let (sort, name) = match &signal.about {
        About::Area(code) => ("area", json!(code)),
        About::Named(name) => ("name", json!(name)),
        About::Partner(code) => ("partner", json!(code)),
        About::Category(code) => ("category", json!(code)),
        About::Place { area, place } => ("place", json!({"area": area, "place": place})),
        About::Item(item) => ("item", json!(item)),
        About::Cameras => ("cameras", Value::Null),
        About::Post => ("post", Value::Null),
        About::Lead => ("lead", Value::Null),
    };
    let (record, list) = match &signal.jump {
        Some(Jump::Record(id)) => (Some(id.to_string()), None),
        Some(Jump::List(filter)) => (None, filter.rows.is_empty().then(|| options(filter))),
        None => (None, None),
    };
    json!({
        "signal": signal.sort.name(), "told": signal.told, "about": sort, "name": name, "figures": figures,
        "records": signal.records, "record": record, "list": list, "text": said.text, "how": said.how, "from": from,
    })
}

/// Counts are numbers; days and codes stay text.
fn number(value: &str) -> Value {
    value.parse::<u64>().map_or_else(|_| Value::from(value), Value::from)
}

/// What `list` has to be asked to show the records.
fn options(filter: &Filter) -> Value {
    json!({
        "kind": filter.kind.map(crate::record::Kind::name), "area": filter.area, "category": filter.category,
        "from": filter.from.map(moment::kept), "to": filter.to.map(moment::kept), "query": filter.query,
    })
}
