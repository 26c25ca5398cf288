//! `week …`: what goes out, the approval, and the files for the receiver.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::Done;
use super::context::Context;
use super::look::report;
use super::progress::Steps;
use super::view::{Names, padded};
use crate::acts::look::Checked;
use crate::acts::week::{self, Export, Exported, Held, Preview, Which};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Mode, files};
use crate::record::when;

/// `week …`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Weeks and where they stand.
    List,
    /// What would go out.
    Preview(PreviewArgs),
    /// Approve what goes out.
    Approve(ApproveArgs),
    /// Seal and write.
    Export(ExportArgs),
}

/// `week preview [--week W]`.
#[derive(Debug, clap::Args)]
pub struct PreviewArgs {
    /// The week.
    #[arg(long, value_name = "W")]
    pub week: Option<String>,
}

/// `week approve [--week W] [--despite TEXT]`.
#[derive(Debug, clap::Args)]
pub struct ApproveArgs {
    /// The week.
    #[arg(long, value_name = "W")]
    pub week: Option<String>,
    /// Why holds are passed.
    #[arg(long, value_name = "TEXT")]
    pub despite: Option<String>,
}

/// `week export [--week W] [--batch N|--from N] [--out DIR] [--with-persons] [--despite TEXT]`.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The week.
    #[arg(long, value_name = "W")]
    pub week: Option<String>,
    /// Only this batch, again.
    #[arg(long, value_name = "N", conflicts_with = "from")]
    pub batch: Option<u64>,
    /// This batch and all after it, again.
    #[arg(long, value_name = "N")]
    pub from: Option<u64>,
    /// Where to.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Persons go along.
    #[arg(long)]
    pub with_persons: bool,
    /// Why holds are passed.
    #[arg(long, value_name = "TEXT")]
    pub despite: Option<String>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    match act {
        Act::List => list(context),
        Act::Preview(args) => preview(args, context),
        Act::Approve(args) => approve(args, context),
        Act::Export(args) => export(args, context),
    }
}

fn list(context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let now = context.mint.now();
    for listed in week::list(&book, &who, now)? {
        let batches: Vec<Value> = listed
            .batches
            .iter()
            .map(|(batch, known)| {
                json!({
                    "number": batch.number, "id": batch.batch.hex(), "journal": batch.journal,
                    "entries": batch.entries(), "findings": batch.findings, "with_persons": batch.persons,
                    "sealed_at": when::kept(batch.at), "acknowledged": known,
                })
            })
            .collect();
        if context.json() {
            context.out.json(&json!({
                "week": listed.name, "from": listed.week.map(|week| when::kept(week.from)),
                "to": listed.week.map(|week| when::kept(week.to)), "state": listed.state.name(), "batches": batches,
            }));
            continue;
        }
        let dates = listed.week.map(|week| week.dates()).unwrap_or_default();
        let numbers: Vec<_> = listed.batches.iter().map(|(batch, _)| batch.number.to_string()).collect();
        let state = context.words.get(&format!("week-{}", listed.state.name())).to_owned();
        let cells = [padded(&listed.name, 10), padded(&dates, 20), padded(&state, 18), numbers.join(", ")];
        context.out.line(cells.join("  ").trim_end());
    }
    if !context.json()
        && let Some(through) = week::through(&book)?
    {
        let line = context.words.with("week-through", &[("week", &through)]);
        context.out.line(&line);
    }
    week::missing(&book)?.iter().for_each(|finding| context.remark(None, finding));
    Ok(0)
}

fn preview(args: &PreviewArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let now = context.mint.now();
    let preview = week::preview(&book, &who, args.week.as_deref(), now)?;
    let held = !preview.holds().is_empty();
    if context.json() {
        context.out.json(&preview_json(&preview));
    } else {
        let receiver = preview.receiver.as_ref().map(|card| card.name.clone()).unwrap_or_default();
        let line = context.words.with(
            "week-preview",
            &[
                ("week", &preview.week.name()),
                ("dates", &preview.week.dates()),
                ("entries", &preview.entries.to_string()),
                ("records", &preview.records.to_string()),
                ("receiver", &receiver),
            ],
        );
        context.out.line(&line);
    }
    report_all(&preview.findings, &book, context)?;
    preview.missing.iter().for_each(|finding| context.remark(None, finding));
    Ok(if held { Trouble::Finding.exit() } else { 0 })
}

fn preview_json(preview: &Preview) -> Value {
    json!({
        "week": preview.week.name(), "from": when::kept(preview.week.from), "to": when::kept(preview.week.to),
        "entries": preview.entries, "records": preview.records, "sealed": preview.sealed,
        "approved": preview.approved, "receiver": preview.receiver.as_ref().map(|card| card.unit.clone()),
        "findings": preview.findings.iter().map(|record| record.findings.len()).sum::<usize>(),
        "holds": preview.holds().iter().map(|record| record.findings.len()).sum::<usize>(),
    })
}

fn report_all(found: &[Checked], book: &Logbook, context: &mut Context) -> Outcome<()> {
    let names = Names::of(book)?;
    for checked in found {
        report(checked, &names, context);
    }
    Ok(())
}

fn approve(args: &ApproveArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let approved = week::approve(&book, &who, args.week.as_deref(), args.despite.as_deref(), &mut context.mint);
    let approved = match approved {
        Ok(approved) => approved,
        Err(held) => return stopped(held, &book, context),
    };
    let passed: usize = approved.passed.iter().map(|record| record.findings.len()).sum();
    if context.json() {
        context.out.json(&json!({
            "result": if approved.known { "known" } else { "approved" }, "id": approved.record,
            "number": approved.number, "week": approved.week.name(), "holds": passed,
        }));
    } else {
        let args = [("week", &*approved.week.name()), ("number", &*approved.number), ("holds", &*passed.to_string())];
        let line = context.words.with("week-approved", &args);
        context.out.line(&line);
    }
    Ok(0)
}

/// Shows what is held, and ends with the exit code of findings.
fn stopped(held: Held, book: &Logbook, context: &mut Context) -> Done {
    match held {
        Held::Fault(fault) => Err(fault),
        Held::Holds(records) => {
            report_all(&records, book, context)?;
            let count: usize = records.iter().map(|record| record.findings.len()).sum();
            Err(Fault::new(Trouble::Finding, "E132").with("count", count))
        }
    }
}

fn export(args: &ExportArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Bulk)?;
    let which = match (args.batch, args.from) {
        (Some(number), _) => Which::Number(number),
        (None, Some(number)) => Which::From(number),
        (None, None) => Which::Due,
    };
    let wanted = Export {
        week: args.week.as_deref(),
        which,
        out: args.out.as_deref(),
        persons: args.with_persons,
        despite: args.despite.as_deref(),
    };
    let mut bar = Steps::new(&context.words);
    let done = week::export(&book, &who, &wanted, &mut context.mint, &mut |at| {
        bar.show(at);
        Ok(())
    });
    bar.end();
    match done {
        Ok(exported) => tell(&exported, context),
        Err(held) => stopped(held, &book, context),
    }
}

fn tell(exported: &Exported, context: &mut Context) -> Done {
    let newest = &exported.newest;
    if context.json() {
        context.out.json(&json!({
            "name": exported.name.to_string(), "number": newest.number, "id": newest.batch.hex(),
            "file": files::shown(&exported.file), "signature": files::shown(&exported.signature),
            "entries": newest.entries(), "findings": newest.findings, "week": newest.week,
            "sealed": exported.sealed, "with_persons": newest.persons,
            "files": exported.files.iter().map(|file| files::shown(file)).collect::<Vec<_>>(),
        }));
    } else {
        for file in exported.files.iter().filter(|file| file.extension().is_some_and(|e| e == "age")) {
            context.written(file)?;
        }
        let entries = newest.entries().to_string();
        let args = [("name", &*exported.name.to_string()), ("week", &*newest.week), ("entries", &*entries)];
        let line = context.words.with("week-exported", &args);
        context.out.line(&line);
    }
    for number in &exported.gone {
        let (message, hint) = context.words.fault(&Fault::new(Trouble::Data, "E127").with("number", number));
        context.out.aside(&message);
        context.out.aside(&format!("     {hint}"));
    }
    Ok(0)
}
