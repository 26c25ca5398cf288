//! `receipt FILE`: taking in what the receiver answered.

use std::path::PathBuf;

use serde_json::json;

use super::Done;
use super::context::Context;
use super::refuse::finding_json;
use super::view::padded;
use crate::acts::week::{self, Taken};
use crate::fault::Kind as Trouble;
use crate::logbook::Mode;
use crate::record::Level;
use crate::sync::check;

/// `receipt FILE`.
#[derive(Debug, clap::Args)]
pub struct ReceiptArgs {
    /// The receipt.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

pub fn run(args: &ReceiptArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let taken = week::receipt(&book, &who, &args.file, &mut context.mint)?;
    if context.json() {
        object(&taken, context);
    } else {
        lines(&taken, context);
    }
    let alarm = taken.findings.iter().any(|finding| finding.level() == Level::Error);
    Ok(if alarm { Trouble::Data.exit() } else { 0 })
}

fn object(taken: &Taken, context: &mut Context) {
    let receipt = &taken.receipt;
    let items = receipt.items.iter().map(|item| {
        json!({
            "number": item.number, "batch_id": item.batch.map(|id| id.hex()), "result": item.result,
            "code": item.code, "missing": item.missing,
        })
    });
    let requests = receipt.requests.iter();
    let requests =
        requests.map(|request| json!({"record": request.record, "code": request.code, "text": request.text}));
    let object = json!({
        "result": if taken.known { "known" } else { "taken" }, "desk": receipt.desk, "unit": receipt.unit,
        "n": receipt.n, "through": taken.through, "items": items.collect::<Vec<_>>(),
        "requests": requests.collect::<Vec<_>>(),
        "findings": taken.findings.iter().map(|f| finding_json(f, &context.words)).collect::<Vec<_>>(),
    });
    context.out.json(&object);
}

fn lines(taken: &Taken, context: &mut Context) {
    let receipt = &taken.receipt;
    let through = taken.through.clone().unwrap_or_default();
    let args = [("n", &*receipt.n.to_string()), ("desk", &*receipt.desk), ("week", &*through)];
    let line = context.words.with("desk-receipt", &args);
    context.out.line(&line);
    for item in &receipt.items {
        let number = item.number.map(|number| number.to_string()).unwrap_or_default();
        let result = named(&item.result, context);
        let code = item.code.clone().unwrap_or_default();
        context.out.line(format!("  {}  {result}  {code}", padded(&number, 8)).trim_end());
    }
    for request in &receipt.requests {
        context.out.line(&format!("  {}  {}", request.record, request.text));
    }
    for finding in &taken.findings {
        context.remark(None, finding);
    }
}

/// The result in words; one that this program doesn't know, as it is.
fn named(result: &str, context: &Context) -> String {
    let id = format!("result-{result}");
    if check::RESULTS.contains(&result) { context.words.get(&id).to_owned() } else { result.to_owned() }
}
