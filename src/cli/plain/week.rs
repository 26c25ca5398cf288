//! The week: what stands in the way, the commander's approval, the files for the receiver. Each is the command itself.

use std::path::PathBuf;

use super::talk::{Heard, Stop};
use crate::cli::Done;
use crate::cli::context::Context;
use crate::cli::week::{Act, ApproveArgs, ExportArgs, PreviewArgs, run as command};

const ITEMS: [&str; 4] = ["cmd-open", "cmd-approve", "cmd-export", "plain-weeks"];

/// Shows what would go out and asks what is to be done.
pub fn run(context: &mut Context) -> Heard<()> {
    preview(context)?;
    let names: Vec<String> = ITEMS.iter().map(|id| context.words.get(id).to_owned()).collect();
    match context.choose("plain-what", &names, "cmd-leave")? {
        0 => preview(context),
        1 => despite(context, |despite, context| command(&Act::Approve(ApproveArgs { week: None, despite }), context)),
        2 => export(context),
        _ => context.told(|context| command(&Act::List, context)),
    }
}

fn preview(context: &mut Context) -> Heard<()> {
    context.told(|context| command(&Act::Preview(PreviewArgs { week: None }), context))
}

fn export(context: &mut Context) -> Heard<()> {
    let out = context.ask("tui-ask-out-label")?.map(PathBuf::from);
    despite(context, |despite, context| {
        let args = ExportArgs { week: None, batch: None, from: None, out: out.clone(), with_persons: false, despite };
        command(&Act::Export(args), context)
    })
}

/// Does it; where something is held, asks for the reason to pass it and does it again.
fn despite(context: &mut Context, act: impl Fn(Option<String>, &mut Context) -> Done) -> Heard<()> {
    match act(None, context) {
        Err(fault) if fault.code == "E132" => {
            context.fail(&fault);
            let Some(why) = context.ask("tui-ask-despite-label")? else { return Err(Stop::Back) };
            act(Some(why), context).map(|_| ()).map_err(Stop::Fault)
        }
        done => done.map(|_| ()).map_err(Stop::Fault),
    }
}
