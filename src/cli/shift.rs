//! `shift`: opening, handing over and closing it; its sheet, and the commander's signature.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::context::Context;
use super::{Done, ask, input};
use crate::acts::session::{self, Proven};
use crate::acts::shift::{self, Handover};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Mode};

/// `shift open|handover|close FILE|-`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Open a shift.
    Open(Args),
    /// Write down the answers, and sign.
    Handover(HandoverArgs),
    /// Close the open shift.
    Close(Args),
    /// The handover sheet as text.
    Sheet(SheetArgs),
    /// The commander's signature under a shift.
    Countersign(MeantArgs),
}

/// The fields of the shift.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One JSON object; nothing when only the time is to be written.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// The answers.
#[derive(Debug, clap::Args)]
pub struct HandoverArgs {
    /// One JSON object.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Which shift.
#[derive(Debug, clap::Args)]
pub struct MeantArgs {
    /// Its number or id; else the open one, else the last one.
    #[arg(value_name = "ID")]
    pub id: Option<String>,
}

/// Which shift, and where to.
#[derive(Debug, clap::Args)]
pub struct SheetArgs {
    /// Its number or id; else the open one, else the last one.
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// A new file, or a folder.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    match act {
        Act::Open(args) => {
            let given = fields(args.file.as_deref())?;
            let (book, who) = context.open(Mode::Write)?;
            let ids = (context.mint.id(), context.mint.id());
            let saved = shift::open(&book, &who, ids, &given, &mut context.mint);
            context.saved(saved, "cli-shift-opened")
        }
        Act::Handover(args) => handover(args, context),
        Act::Close(args) => {
            let mut given = fields(args.file.as_deref())?;
            let why = take(&mut given, "why")?;
            let (book, who) = context.open(Mode::Write)?;
            let id = context.mint.id();
            let saved = shift::close(&book, &who, (id, None), (&given, why.as_deref()), &mut context.mint);
            context.saved(saved, "cli-shift-closed")
        }
        Act::Sheet(args) => sheet(args, context),
        Act::Countersign(args) => {
            let (book, who) = context.open(Mode::Write)?;
            let ids = (context.mint.id(), meant(&book, args.id.as_deref())?);
            let saved = shift::countersign(&book, &who, ids, &mut context.mint);
            context.saved(saved, "cli-shift-countersigned")
        }
    }
}

fn sheet(args: &SheetArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let shift = meant(&book, args.id.as_deref())?;
    if let Some(out) = &args.out {
        let file = shift::print(&book, &who, &shift, (&context.words, out), &mut context.mint)?;
        return context.written(&file);
    }
    let text = shift::sheet(&book, &who, &shift, &context.words, &mut context.mint)?;
    if context.json() {
        context.out.json(&json!({"text": text}));
    } else {
        context.out.put(text.as_bytes());
    }
    Ok(0)
}

/// The shift that is named, else the open one, else the one that was closed last.
fn meant(book: &Logbook, id: Option<&str>) -> Outcome<Uuid> {
    match id {
        Some(id) => book.resolve(id),
        None => match book.open_shift()? {
            Some(open) => Ok(open),
            None => book.last_shift()?.ok_or_else(|| Fault::new(Kind::Finding, "E402")),
        },
    }
}

/// Beside the fields of the shift the file may name who takes over; then both sign.
fn handover(args: &HandoverArgs, context: &mut Context) -> Done {
    let mut given = input::object(&args.file)?;
    let incoming = take(&mut given, "incoming")?;
    let file = take(&mut given, "incoming_password_file")?;
    let (book, who) = context.open(Mode::Write)?;
    let incoming = incoming.map(|name| prove(&book, &name, file.as_deref(), context)).transpose()?;
    let id = context.mint.id();
    let given = Handover { id, base: None, input: &given, incoming: incoming.as_ref() };
    let saved = shift::handover(&book, &who, &given, &mut context.mint);
    context.saved(saved, if incoming.is_some() { "cli-shift-handed-over" } else { "cli-shift-answered" })
}

fn prove(book: &Logbook, name: &str, file: Option<&str>, context: &Context) -> Outcome<Proven> {
    let password = ask::password_of(name, file.map(Path::new), &context.words)?;
    session::prove(book, name, &password)
}

fn fields(file: Option<&Path>) -> Outcome<Map<String, Value>> {
    file.map_or_else(|| Ok(Map::new()), input::object)
}

/// Takes a text out of the object that isn't a field of the shift.
fn take(given: &mut Map<String, Value>, key: &str) -> Outcome<Option<String>> {
    match given.shift_remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => {
            let value = crate::text::clean::line(&other.to_string());
            Err(Fault::new(Kind::Finding, "E008").with("value", value).with("near", ""))
        }
    }
}
