//! `purge` and `hold`: taking out what has served its purpose, and keeping what must stay.

use serde_json::json;
use uuid::Uuid;

use super::Done;
use super::context::Context;
use super::progress::Steps;
use crate::acts::purge::{self, Purge, Which};
use crate::fault::Outcome;
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Mode};

/// `purge --rule R|ID --why TEXT [--preview]`.
#[derive(Debug, clap::Args)]
pub struct PurgeArgs {
    /// Number or id of one record.
    #[arg(value_name = "ID", required_unless_present = "rule", conflicts_with = "rule")]
    pub id: Option<String>,
    /// All that this rule names.
    #[arg(long, value_name = "R")]
    pub rule: Option<String>,
    /// The reason.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
    /// Only show what would go.
    #[arg(long)]
    pub preview: bool,
}

/// `hold …`.
#[derive(Debug, clap::Subcommand)]
pub enum HoldAct {
    /// Put a hold on a record.
    Add(HoldArgs),
    /// Take it off.
    Remove(HoldArgs),
    /// The holds.
    List,
}

/// `hold add|remove ID`.
#[derive(Debug, clap::Args)]
pub struct HoldArgs {
    /// Number or id.
    #[arg(value_name = "ID")]
    pub id: String,
}

pub fn run(args: &PurgeArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let which = which(args, &book)?;
    let mut bars = Steps::new(&context.words);
    let mut watch = |at| {
        bars.show(at);
        Ok(())
    };
    let found = if args.preview {
        purge::preview_watched(&book, &who, which, context.mint.now(), &mut watch)
    } else {
        purge::purge_watched(&book, &who, which, &args.why, &mut context.mint, &mut watch)
    };
    bars.end();
    let found = found?;
    for purge in &found {
        tell(purge, args.preview, context);
    }
    if found.is_empty() && !context.json() {
        context.out.line(context.words.get("cli-purge-nothing"));
    }
    Ok(0)
}

fn which<'a>(args: &'a PurgeArgs, book: &Logbook) -> Outcome<Which<'a>> {
    match (&args.rule, &args.id) {
        (Some(name), _) => Ok(Which::Rule(name)),
        (None, id) => book.resolve(id.as_deref().unwrap_or_default()).map(Which::Record),
    }
}

fn tell(purge: &Purge, preview: bool, context: &mut Context) {
    let (persons, facts) = purge.counts();
    if context.json() {
        return context.out.json(&json!({
            "id": purge.row.record.to_string(), "number": purge.row.number, "persons": persons, "facts": facts,
            "held": purge.held, "purged": !preview && !purge.held,
        }));
    }
    let id = match (purge.held, preview) {
        (true, _) => "cli-purge-held",
        (false, true) => "cli-purge-would",
        (false, false) => "cli-purge-done",
    };
    let (persons, facts) = (persons.to_string(), facts.to_string());
    let values = [("number", purge.row.number.as_str()), ("persons", &persons), ("facts", &facts)];
    let line = context.words.with(id, &values);
    context.out.line(&line);
}

pub fn hold(act: &HoldAct, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    match act {
        HoldAct::Add(args) => {
            let record = book.resolve(&args.id)?;
            purge::hold(&book, &who, &record, &mut context.mint)?;
            held(&book, &record, "cli-hold-added", context)
        }
        HoldAct::Remove(args) => {
            let record = book.resolve(&args.id)?;
            let there = purge::release(&book, &who, &record, &mut context.mint)?;
            held(&book, &record, if there { "cli-hold-removed" } else { "cli-hold-none" }, context)
        }
        HoldAct::List => {
            for (hold, _) in purge::holds(&book, &who)? {
                held(&book, &hold.record, "cli-hold-is", context)?;
            }
            Ok(0)
        }
    }
}

fn held(book: &Logbook, record: &Uuid, id: &str, context: &mut Context) -> Done {
    let number = book.record(record)?.row.number;
    if context.json() {
        let held = book.is_held(record)?;
        context.out.json(&json!({"id": record.to_string(), "number": number, "held": held}));
    } else {
        let line = context.words.with(id, &[("number", &number)]);
        context.out.line(&line);
    }
    Ok(0)
}
