//! `batch …`: looking at a batch without keeping anything; bringing own ones back after a restore.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::Done;
use super::context::Context;
use super::progress::{self, Steps};
use crate::acts::batch::{self, Imported, Lens, Report};
use crate::acts::week;
use crate::fault::{Fault, Outcome};
use crate::logbook::{Mode, files};
use crate::record::when;
use crate::sync::check;
use crate::sync::regain::Regained;

/// `batch …`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Show what a batch says it is.
    Inspect(Args),
    /// Check a batch whole.
    Verify(Args),
    /// Bring back what a restored logbook has lost.
    Import(ImportArgs),
}

/// `batch import FILE... --identity FILE`.
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// Own batches, and folders of them.
    #[arg(value_name = "FILE", required = true)]
    pub paths: Vec<PathBuf>,
    /// The recovery paper as a file.
    #[arg(long, value_name = "FILE")]
    pub identity: PathBuf,
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
        Act::Import(args) => return import(args, context),
    };
    if let Some(identity) = &args.identity {
        return looks(&args.path, &Lens::of_file(identity)?, whole, context);
    }
    let (book, who) = context.open(Mode::Write)?;
    looks(&args.path, &Lens::of_book(&book, &who)?, whole, context)
}

fn import(args: &ImportArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Bulk)?;
    let (mut bar, stop) = (Steps::new(&context.words), progress::interrupted());
    let done = batch::import(&book, &who, (&args.paths, &args.identity), &mut |at| {
        bar.show(at);
        stop.check()
    });
    bar.end();
    let imported = done?;
    if imported.is_empty() && !context.json() {
        context.out.aside(context.words.get("desk-nothing"));
    }
    let mut worst = 0;
    for Imported { file, result } in &imported {
        worst = worst.max(brought(file, result, context));
    }
    week::missing(&book)?.iter().for_each(|finding| context.remark(None, finding));
    Ok(worst)
}

fn brought(file: &Path, result: &Outcome<Regained>, context: &mut Context) -> u8 {
    let file = files::shown(file);
    let (new, known) = result.as_ref().map_or((0, 0), |regained| (regained.new, regained.known));
    let result = match result {
        Ok(regained) if regained.new > 0 => Ok("imported"),
        Ok(_) => Ok("known"),
        Err(fault) => Err(fault),
    };
    if context.json() {
        let code = result.err().map(|fault| fault.code);
        let result = result.unwrap_or("refused");
        context.out.json(&json!({
            "file": file, "result": result, "code": code, "entries_new": new, "entries_known": known,
        }));
    } else {
        let named = context.words.get(&format!("batch-{}", result.unwrap_or("refused"))).to_owned();
        let args = [("file", &*file), ("result", &*named), ("new", &*new.to_string()), ("known", &*known.to_string())];
        let line = context.words.with("desk-handed", &args);
        context.out.line(&line);
    }
    result.err().map_or(0, |fault| context.fail(fault))
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
