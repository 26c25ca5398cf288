//! `amend`, `note`, `void`: writing on a record that is there.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::context::Context;
use super::refuse::finding_json;
use super::{Done, input};
use crate::acts::write::{self, Amendment};
use crate::acts::{Refused, Saved};
use crate::journal::Mint as _;
use crate::logbook::Mode;

/// `amend ID FILE|- --why TEXT [--base REV]`.
#[derive(Debug, clap::Args)]
pub struct AmendArgs {
    /// Number or id.
    #[arg(value_name = "ID")]
    pub id: String,
    /// One JSON object with the keys that change.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The reason.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
    /// The version that it was made from.
    #[arg(long, value_name = "REV")]
    pub base: Option<u64>,
}

/// `note ID --text TEXT [--event E]`.
#[derive(Debug, clap::Args)]
pub struct NoteArgs {
    /// Number or id.
    #[arg(value_name = "ID")]
    pub id: String,
    /// What is noted.
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    /// What happened.
    #[arg(long, value_name = "E")]
    pub event: Option<String>,
}

/// `void ID --why TEXT`.
#[derive(Debug, clap::Args)]
pub struct VoidArgs {
    /// Number or id.
    #[arg(value_name = "ID")]
    pub id: String,
    /// The reason.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
}

pub fn amend(args: &AmendArgs, context: &mut Context) -> Done {
    let changes = input::object(&args.file)?;
    let (book, who) = context.open(Mode::Write)?;
    let record = book.resolve(&args.id)?;
    let id = context.mint.id();
    let amendment = Amendment { id, record, input: &changes, why: &args.why, base: args.base };
    let saved = write::amend(&book, &who, &amendment, &mut context.mint);
    context.saved(saved, "cli-amended")
}

pub fn note(args: &NoteArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let record = book.resolve(&args.id)?;
    let mut fields = Map::new();
    fields.insert("text".into(), Value::from(args.text.as_str()));
    fields.insert("event".into(), args.event.as_deref().map_or(Value::Null, Value::from));
    let id = context.mint.id();
    let saved = write::note(&book, &who, (id, record), &fields, &mut context.mint);
    context.saved(saved, "cli-noted")
}

pub fn void(args: &VoidArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let record = book.resolve(&args.id)?;
    let id = context.mint.id();
    let saved = write::void(&book, &who, (id, record), (&args.why, None), &mut context.mint);
    context.saved(saved, "cli-voided")
}

impl Context {
    /// Says what was saved, or why nothing was. `done` is the wording of a success, with the number.
    pub fn saved(&mut self, saved: Result<Saved, Refused>, done: &str) -> Done {
        let saved = match saved {
            Ok(saved) => saved,
            Err(refused) => return self.refused(refused),
        };
        if self.json() {
            let findings: Vec<Value> = saved.findings.iter().map(|f| finding_json(f, &self.words)).collect();
            let object = json!({
                "result": "saved", "id": saved.record.to_string(), "number": saved.number, "rev": saved.rev,
                "findings": findings,
            });
            self.out.json(&object);
        } else {
            let line = self.words.with(done, &[("number", &saved.number)]);
            self.out.line(&line);
            saved.findings.iter().for_each(|finding| self.remark(None, finding));
        }
        Ok(0)
    }
}
