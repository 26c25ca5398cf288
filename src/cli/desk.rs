//! `desk …`: whom the desk trusts, what comes in, what is answered.

use std::path::PathBuf;

use serde_json::json;

use super::Done;
use super::card::{CardArgs, trust};
use super::context::Context;
use super::progress::Steps;
use super::view::padded;
use crate::acts::desk::{self, Handed, Run};
use crate::logbook::{Mode, files};
use crate::record::when;

/// `desk …`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Trust a post.
    Trust(CardArgs),
    /// Receive files.
    Receive(ReceiveArgs),
    /// The posts and where they stand.
    Posts,
    /// The key to what is sent here.
    Identity,
}

/// `desk receive FILE|DIR... [--out DIR]`.
#[derive(Debug, clap::Args)]
pub struct ReceiveArgs {
    /// Files and folders.
    #[arg(value_name = "FILE", required = true)]
    pub paths: Vec<PathBuf>,
    /// Where receipts go.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    match act {
        Act::Trust(args) => trust(args, context),
        Act::Receive(args) => receive(args, context),
        Act::Posts => posts(context),
        Act::Identity => identity(context),
    }
}

fn receive(args: &ReceiveArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Bulk)?;
    let mut bar = Steps::new(&context.words);
    let done =
        desk::receive(&book, &who, (&args.paths, args.out.as_deref()), &mut context.mint, &mut |at| bar.show(at));
    bar.end();
    let Run { files, trouble } = done?;
    if files.is_empty() && trouble.is_none() && !context.json() {
        context.out.aside(context.words.get("desk-nothing"));
    }
    let mut worst = 0;
    for handed in &files {
        worst = worst.max(handed.fault.as_ref().map_or(0, |fault| fault.kind.exit()));
        tell(handed, context);
    }
    match trouble {
        // What was done is said first; the disk has the last word.
        Some(fault) => Ok(worst.max(context.fail(&fault))),
        None => Ok(worst),
    }
}

fn tell(handed: &Handed, context: &mut Context) {
    let Handed { file, item, fault, receipt, .. } = handed;
    if context.json() {
        let missing = (!item.missing.is_empty()).then_some(&item.missing);
        let mut object = json!({
            "file": files::shown(file), "result": item.result, "code": item.code, "entries_new": item.entries_new,
            "entries_known": item.entries_known, "receipt": receipt.as_ref().map(|path| files::shown(path)),
            "unit": handed.unit, "number": item.number, "batch_id": item.batch.map(|id| id.hex()),
        });
        if let (Some(missing), Some(object)) = (missing, object.as_object_mut()) {
            object.insert("missing".into(), json!(missing));
        }
        return context.out.json(&object);
    }
    let result = context.words.get(&format!("result-{}", item.result)).to_owned();
    let (new, known) = (item.entries_new.to_string(), item.entries_known.to_string());
    let args = [("file", &*files::shown(file)), ("result", &*result), ("new", &*new), ("known", &*known)];
    let line = context.words.with("desk-handed", &args);
    context.out.line(&line);
    if let Some(receipt) = receipt {
        let line = context.words.with("desk-answered", &[("file", &files::shown(receipt))]);
        context.out.line(&format!("     {line}"));
    }
    if let Some(fault) = fault {
        let (message, hint) = context.words.fault(fault);
        context.out.aside(&format!("{} {message}", fault.code));
        context.out.aside(&format!("     {hint}"));
    }
}

fn posts(context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    for reporting in desk::posts(&book, &who)? {
        let last = reporting.last.as_ref();
        if context.json() {
            let last = last.map(|last| {
                json!({"number": last.number, "week": last.week, "at": when::kept(last.at), "batch_id": last.batch.hex()})
            });
            context.out.json(&json!({
                "unit": reporting.post.unit, "name": reporting.post.name, "since": when::kept(reporting.post.since),
                "last": last, "held": reporting.held.len(), "forks": reporting.forks.len(),
            }));
            continue;
        }
        let last = last.map_or_else(|| "-".to_owned(), |last| format!("{} ({})", last.week, last.number));
        let (held, forks) = (reporting.held.len().to_string(), reporting.forks.len().to_string());
        let waits = context.words.with("desk-waits", &[("held", &held), ("forks", &forks)]);
        let cells = [padded(&reporting.post.unit, 16), padded(&last, 16), waits, reporting.post.name];
        context.out.line(cells.join("  ").trim_end());
    }
    Ok(0)
}

fn identity(context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let identity = desk::identity(&book, &who, &mut context.mint)?;
    if context.json() {
        context.out.json(&json!({"identity": &**identity.secret(), "recipient": identity.recipient()}));
        return Ok(0);
    }
    let about = context.words.with("desk-identity", &[("unit", &book.own().unit)]);
    for line in about.lines() {
        context.out.line(&format!("# {line}"));
    }
    context.out.line(&format!("# {}", identity.recipient()));
    context.out.line(&identity.secret());
    Ok(0)
}
