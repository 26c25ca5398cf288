//! `add`: records from a file of JSON lines, all of them or none.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;

use super::context::Context;
use super::progress::Progress;
use super::{Done, input, kind};
use crate::acts::write::{Added, add_lines};
use crate::logbook::Mode;

/// `add KIND FILE|-`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What sort of records.
    #[arg(value_name = "KIND", value_parser = kind::names())]
    pub kind: String,
    /// One JSON object a line; `-` reads stdin.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

pub fn run(args: &Args, context: &mut Context) -> Done {
    let kind = kind::named(&args.kind)?;
    let input = input::bytes(&args.file)?;
    let (book, who) = context.open(Mode::Bulk)?;
    let bar = Progress::counting(context.words.get("cli-progress-add"), input.split(|b| *b == b'\n').count() as u64);
    let done = add_lines(&book, &who, kind, &input, &mut context.mint, &mut |lines| bar.reach(lines as u64));
    bar.end();
    match done? {
        Ok(added) => {
            tell(&added, context);
            Ok(0)
        }
        Err(refused) => Ok(context.refused_lines(refused)),
    }
}

fn tell(added: &[Added], context: &mut Context) {
    for line in added {
        let result = if line.known { "known" } else { "added" };
        if context.json() {
            let object = json!({
                "line": line.line, "result": result, "id": line.record.to_string(), "number": line.number,
            });
            context.out.json(&object);
        } else {
            let said = context.words.get(if line.known { "cli-known" } else { "cli-added" });
            context.out.line(&format!("{:>6}  {}  {said}", line.line, line.number));
        }
    }
    if !context.json() {
        let known = added.iter().filter(|line| line.known).count();
        let [new, known] = [added.len() - known, known].map(|n| if n == 0 { String::new() } else { n.to_string() });
        let counts = [("added", new.as_str()), ("known", &known)];
        let sum = context.words.with("cli-added-sum", &counts);
        context.out.line(&sum);
    }
    warn(added, context);
}

/// Holds and warnings, each code once: what thousands of lines have in common is said in one.
fn warn(added: &[Added], context: &mut Context) {
    let mut codes: BTreeMap<&str, Vec<(usize, &crate::record::Finding)>> = BTreeMap::new();
    for line in added {
        for finding in &line.findings {
            codes.entry(finding.code).or_default().push((line.line, finding));
        }
    }
    for found in codes.values() {
        let Some((line, first)) = found.first() else { continue };
        context.remark(Some(*line), first);
        if let Some(more) = found.len().checked_sub(1).filter(|more| *more > 0) {
            let more = context.words.with("cli-more-lines", &[("count", &more.to_string())]);
            context.out.aside(&format!("     {more}"));
        }
    }
}
