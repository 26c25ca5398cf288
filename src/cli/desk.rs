//! `desk …`: whom the desk trusts, what comes in, what is answered.

mod posts;

use std::path::PathBuf;

use serde_json::json;

use super::Done;
use super::card::{CardArgs, trust};
use super::context::Context;
use super::progress::{self, Steps};
use crate::acts::desk::{self, Handed, Run};
use crate::logbook::{Mode, files};

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
    /// A post's keys count no more.
    Revoke(RevokeArgs),
    /// Begin with a post in the middle.
    Start(StartArgs),
    /// Ask a post for something.
    Request(RequestArgs),
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

/// `desk revoke UNIT [--stolen] --why TEXT`.
#[derive(Debug, clap::Args)]
pub struct RevokeArgs {
    /// The post.
    #[arg(value_name = "UNIT")]
    pub unit: String,
    /// Somebody else has the key.
    #[arg(long)]
    pub stolen: bool,
    /// The reason.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
}

/// `desk start UNIT NUMBER`.
#[derive(Debug, clap::Args)]
pub struct StartArgs {
    /// The post.
    #[arg(value_name = "UNIT")]
    pub unit: String,
    /// The first batch.
    #[arg(value_name = "NUMBER")]
    pub number: u64,
}

/// `desk request UNIT ID --text TEXT [--code CODE]`.
#[derive(Debug, clap::Args)]
pub struct RequestArgs {
    /// The post.
    #[arg(value_name = "UNIT")]
    pub unit: String,
    /// The record.
    #[arg(value_name = "ID")]
    pub record: String,
    /// What is asked.
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    /// The finding that it is about.
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    match act {
        Act::Trust(args) => trust(args, context),
        Act::Receive(args) => receive(args, context),
        Act::Posts => posts::run(context),
        Act::Identity => identity(context),
        Act::Revoke(args) => revoke(args, context),
        Act::Start(args) => start(args, context),
        Act::Request(args) => request(args, context),
    }
}

fn receive(args: &ReceiveArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Bulk)?;
    let (mut bar, stop) = (Steps::new(&context.words), progress::interrupted());
    let done = desk::receive(&book, &who, (&args.paths, args.out.as_deref()), &mut context.mint, &mut |at| {
        bar.show(at);
        stop.check()
    });
    bar.end();
    let Run { files, asked, trouble, left, aside } = done?;
    if files.is_empty() && trouble.is_none() && !context.json() {
        context.out.aside(context.words.get("desk-nothing"));
    }
    let mut worst = 0;
    for handed in &files {
        worst = worst.max(handed.fault.as_ref().map_or(0, |fault| fault.kind.exit()));
        tell(handed, context);
    }
    for (unit, receipt) in &asked {
        let receipt = files::shown(receipt);
        if context.json() {
            context.out.json(&json!({
                "file": null, "result": "requests", "code": null, "entries_new": 0, "entries_known": 0,
                "receipt": receipt, "unit": unit,
            }));
        } else {
            let line = context.words.with("desk-asked", &[("unit", unit), ("file", &receipt)]);
            context.out.line(&line);
        }
    }
    if let Some(folder) = aside.filter(|_| !context.json()) {
        let line = context.words.with("desk-receipts-aside", &[("folder", &files::shown(&folder))]);
        context.out.aside(&line);
    }
    if left > 0 && !context.json() {
        let line = context.words.with("desk-left", &[("count", &left.to_string())]);
        context.out.aside(&line);
    }
    match trouble {
        // What was done is said first; the disk has the last word.
        Some(fault) => Ok(worst.max(context.fail(&fault))),
        None => Ok(worst),
    }
}

fn tell(handed: &Handed, context: &mut Context) {
    let Handed { file, item, fault, receipt, named, .. } = handed;
    let key = named.as_deref().and_then(|key| crate::seal::fingerprint(key).ok());
    if context.json() {
        let missing = (!item.missing.is_empty()).then_some(&item.missing);
        let mut object = json!({
            "file": files::shown(file), "result": item.result, "code": item.code, "entries_new": item.entries_new,
            "entries_known": item.entries_known, "receipt": receipt.as_ref().map(|path| files::shown(path)),
            "unit": handed.unit, "number": item.number, "batch_id": item.batch.map(|id| id.hex()),
        });
        if let Some(object) = object.as_object_mut() {
            object.extend(missing.map(|missing| ("missing".to_owned(), json!(missing))));
            object.extend(key.as_ref().map(|key| ("new_key".to_owned(), json!(key))));
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
    if let Some(key) = key {
        let unit = handed.unit.clone().unwrap_or_default();
        let line = context.words.with("desk-new-key", &[("unit", &unit), ("fingerprint", &key)]);
        context.out.line(&format!("     {line}"));
    }
    if let Some(fault) = fault {
        let (message, hint) = context.words.fault(fault);
        context.out.aside(&format!("{} {message}", fault.code));
        context.out.aside(&format!("     {hint}"));
    }
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

fn revoke(args: &RevokeArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let keys = desk::revoke(&book, &who, &args.unit, (args.stolen, &args.why), &mut context.mint)?;
    let object = json!({"unit": args.unit, "stolen": args.stolen, "keys": keys});
    said(&object, ("desk-revoked", &[("unit", &args.unit), ("keys", &keys.to_string())]), context);
    Ok(0)
}

fn start(args: &StartArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    desk::start(&book, &who, &args.unit, args.number, &mut context.mint)?;
    let object = json!({"unit": args.unit, "number": args.number});
    said(&object, ("desk-started", &[("unit", &args.unit), ("number", &args.number.to_string())]), context);
    Ok(0)
}

fn request(args: &RequestArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let what = (&*args.unit, &*args.record, args.code.as_deref());
    let row = desk::request(&book, &who, what, &args.text, &mut context.mint)?;
    let object = json!({"unit": args.unit, "id": row.record, "number": row.number, "code": args.code});
    said(&object, ("desk-requested", &[("unit", &args.unit), ("record", &row.number)]), context);
    Ok(0)
}

/// One result, in either form.
fn said(object: &serde_json::Value, (id, args): (&str, &[(&str, &str)]), context: &mut Context) {
    if context.json() {
        context.out.json(object);
    } else {
        let line = context.words.with(id, args);
        context.out.line(&line);
    }
}
