//! `completions` and `man`: what shells and `man` need, made from the table of commands.

use std::path::PathBuf;

use clap_complete::Shell;

use super::context::Context;
use super::{Done, help};
use crate::logbook::files;

/// `completions SHELL`.
#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// `man [--out DIR]`.
#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// A folder for a page of each command.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

pub fn completions(args: &CompletionsArgs, context: &mut Context) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::table(&context.words), "trucban", &mut script);
    context.out.put(&script);
    0
}

pub fn man(args: &ManArgs, context: &mut Context) -> Done {
    let mut table = help::table(&context.words);
    table.build();
    let Some(folder) = &args.out else {
        context.out.put(&page(table)?);
        return Ok(0);
    };
    let mut pages = Vec::new();
    gather(table, &mut pages);
    for command in pages {
        let name = format!("{}.1", command.get_display_name().unwrap_or_else(|| command.get_name()));
        let file = folder.join(name);
        files::write(&file, &page(command)?)?;
        context.out.line(&files::shown(&file));
    }
    Ok(0)
}

/// The command and all below it.
fn gather(command: clap::Command, all: &mut Vec<clap::Command>) {
    for inner in command.get_subcommands() {
        gather(inner.clone(), all);
    }
    all.push(command);
}

fn page(command: clap::Command) -> crate::fault::Outcome<Vec<u8>> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command).render(&mut text).map_err(crate::fault::Fault::bug)?;
    Ok(text)
}
