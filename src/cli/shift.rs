//! `shift`: opening and closing it.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::context::Context;
use super::{Done, input};
use crate::acts::shift;
use crate::fault::Outcome;
use crate::journal::Mint as _;
use crate::logbook::Mode;

/// `shift open|close FILE|-`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Open a shift.
    Open(Args),
    /// Close the open shift.
    Close(Args),
}

/// The fields of the shift.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One JSON object; nothing when only the time is to be written.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
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
        Act::Close(args) => {
            let given = fields(args.file.as_deref())?;
            let (book, who) = context.open(Mode::Write)?;
            let id = context.mint.id();
            let saved = shift::close(&book, &who, id, &given, &mut context.mint);
            context.saved(saved, "cli-shift-closed")
        }
    }
}

fn fields(file: Option<&Path>) -> Outcome<Map<String, Value>> {
    file.map_or_else(|| Ok(Map::new()), input::object)
}
