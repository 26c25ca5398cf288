//! `signals`: what stands out in the work of the post, as lines or JSON.

use serde_json::{Map, Value, json};

use super::Done;
use super::context::Context;
use super::view::{Names, padded};
use crate::acts::signals;
use crate::figures::signals::{About, Jump, Signal};
use crate::journal::Mint as _;
use crate::logbook::{Filter, Mode};
use crate::record::when as moment;
use crate::report::signals::said;

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
    if context.json() {
        for signal in &all {
            context.out.json(&object(signal));
        }
        return Ok(0);
    }
    let names = Names::of(&book)?;
    let mut sort = None;
    for signal in &all {
        let said = said(signal, &context.words, |code| names.area(code));
        if sort.replace(signal.sort) != Some(signal.sort) {
            context.out.line(&said.sort);
        }
        context.out.line(&format!("  {}  {}", padded(&said.about, 32), said.text));
    }
    if all.is_empty() {
        context.out.aside(context.words.get("cli-no-signals"));
    }
    Ok(0)
}

fn object(signal: &Signal) -> Value {
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
    };
    let (record, list) = match &signal.jump {
        Some(Jump::Record(id)) => (Some(id.to_string()), None),
        Some(Jump::List(filter)) => (None, Some(options(filter))),
        None => (None, None),
    };
    json!({
        "signal": signal.sort.name(), "told": signal.told, "about": sort, "name": name, "figures": figures,
        "records": signal.records, "record": record, "list": list,
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
