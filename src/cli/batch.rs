//! `batch …`: looking at a batch without keeping anything.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::Done;
use super::context::Context;
use crate::acts::batch::{self, Lens, Report};
use crate::fault::{Fault, Outcome};
use crate::logbook::{Mode, files};
use crate::record::when;
use crate::sync::check;

/// `batch …`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Show what a batch says it is.
    Inspect(Args),
    /// Check a batch whole.
    Verify(Args),
}

/// `batch inspect|verify FILE|DIR [--identity FILE]`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A batch, an unpacked bag, or a folder of batches.
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// A key file; then nobody has to sign in.
    #[arg(long, value_name = "FILE")]
    pub identity: Option<PathBuf>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    let (args, whole) = match act {
        Act::Inspect(args) => (args, false),
        Act::Verify(args) => (args, true),
    };
    if let Some(identity) = &args.identity {
        return looks(&args.path, &Lens::of_file(identity)?, whole, context);
    }
    let (book, who) = context.open(Mode::Write)?;
    looks(&args.path, &Lens::of_book(&book, &who)?, whole, context)
}

fn looks(path: &Path, lens: &Lens<'_>, whole: bool, context: &mut Context) -> Done {
    let found = batch::behind(path)?;
    if found.is_empty() && !context.json() {
        context.out.aside(context.words.get("desk-nothing"));
    }
    let mut worst = 0;
    for file in &found {
        worst = worst.max(tell(file, batch::look(file, lens, whole), context)?);
    }
    Ok(worst)
}

fn tell(file: &Path, looked: Outcome<Report>, context: &mut Context) -> Done {
    match looked {
        Ok(report) => {
            shown(file, &report, context);
            Ok(0)
        }
        Err(fault) if check::is_verdict(fault.code) => {
            refused(file, &fault, context);
            Ok(fault.kind.exit())
        }
        Err(fault) => Err(fault),
    }
}

fn refused(file: &Path, fault: &Fault, context: &mut Context) {
    if context.json() {
        let object = json!({"file": files::shown(file), "result": check::result(fault.code), "code": fault.code});
        context.out.json(&object);
    } else {
        let line =
            format!("{}: {}", files::shown(file), context.words.get(&format!("result-{}", check::result(fault.code))));
        context.out.line(&line);
    }
    context.fail(fault);
}

fn shown(file: &Path, report: &Report, context: &mut Context) {
    let object = object(file, report);
    if context.json() {
        return context.out.json(&Value::Object(object));
    }
    let result = context.words.get(if report.whole { "batch-verified" } else { "batch-inspected" }).to_owned();
    context.out.line(&format!("{}: {result}", files::shown(file)));
    for (key, id) in [
        ("name", "batch-name"),
        ("id", "batch-id"),
        ("unit", "batch-unit"),
        ("receiver", "batch-receiver"),
        ("week", "batch-week"),
        ("entries", "batch-entries"),
        ("persons", "batch-persons"),
        ("sealed_at", "batch-sealed"),
        ("signer", "batch-signer"),
        ("trusted", "batch-trusted"),
    ] {
        let value = match object.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => "-".to_owned(),
            Some(value) => value.to_string(),
        };
        let line = format!("  {}: {value}", context.words.get(id));
        context.out.line(&line);
    }
}

fn object(file: &Path, report: &Report) -> Map<String, Value> {
    let header = &report.header;
    let object = json!({
        "file": files::shown(file), "result": if report.whole { "verified" } else { "inspected" }, "code": null,
        "name": header.name().to_string(), "id": report.id.hex(), "unit": header.unit, "receiver": header.receiver,
        "number": header.number, "week": header.period.week, "journal": header.journal,
        "first": header.first, "last": header.last, "entries": header.counts.entries, "facts": header.counts.facts,
        "persons": header.counts.persons, "with_persons": header.with_persons, "findings": header.findings,
        "sealed_at": when::kept(header.sealed_at), "signer": report.fingerprint, "trusted": report.trusted,
    });
    if let Value::Object(object) = object { object } else { Map::new() }
}
