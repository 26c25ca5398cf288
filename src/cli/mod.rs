//! The command line: the same acts as the screens, for scripts and for people without a screen. It parses, asks for
//! what is missing, calls one act and prints; it decides nothing about records or rights.
//!
//! A new group of commands is a file here with its arguments and a `run`, a row in `args::Command` and one in
//! `dispatch`.

mod add;
mod args;
mod ask;
mod batch;
mod card;
mod change;
mod clock;
mod context;
mod crash;
mod demo;
mod desk;
mod help;
mod init;
mod input;
mod kind;
mod keep;
mod list;
mod look;
mod officers;
mod origin;
mod out;
mod plain;
mod progress;
mod receipt;
mod report;
mod purge;
mod misuse;
mod refuse;
mod registers;
mod shell;
mod shift;
mod signals;
mod view;
mod week;
mod when;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::FromArgMatches as _;

use crate::fault::{Fault, Outcome};
use crate::words::{Lang, Words};
use args::{Cli, Command};
use context::Context;

/// What a command ends with: the exit code of the process, or what went wrong.
type Done = Outcome<u8>;

/// What the caller does after the command line was read.
#[derive(Debug)]
pub enum Next {
    /// End with this code.
    Exit(u8),
    /// Show the screens.
    Screens(Start),
}

/// What the screens begin with.
#[derive(Debug)]
pub struct Start {
    /// The folder of the logbook.
    pub folder: PathBuf,
    /// Login or name, if one was given.
    pub officer: Option<String>,
    /// The language.
    pub lang: Lang,
}

/// Does what the command line says; its first word is the program's own name.
pub fn run(line: impl IntoIterator<Item = OsString>) -> Next {
    let line: Vec<OsString> = line.into_iter().collect();
    let wish = help::wish(&line);
    let lang = Lang::chosen(wish.lang.as_deref(), &|name| std::env::var(name).ok());
    match crash::caught(|| parse(&line, &wish, lang)) {
        Ok(next) => next,
        Err(place) => Next::Exit(refuse::print(&Fault::bug(place), wish.json, &Words::new(lang))),
    }
}

/// Says on stderr why the screens ended, and gives the exit code.
#[must_use]
pub fn fail(fault: &Fault, lang: Lang) -> u8 {
    refuse::print(fault, false, &Words::new(lang))
}

fn parse(line: &[OsString], wish: &help::Wish, lang: Lang) -> Next {
    let mut table = help::table(&Words::new(lang));
    let parsed = table.try_get_matches_from_mut(line).and_then(|found| Cli::from_arg_matches(&found));
    match parsed {
        Ok(cli) => begin(cli, lang),
        Err(error) => Next::Exit(refuse::misuse(&error, wish.json, &Words::new(lang))),
    }
}

fn begin(cli: Cli, lang: Lang) -> Next {
    let mut context = Context::new(cli.globals, Words::new(lang));
    let Some(command) = cli.command else {
        return screens(context.start(), &mut context);
    };
    let done = dispatch(command, &mut context).and_then(|code| context.out.flush().map(|()| code));
    match (done, context.then.take()) {
        (Ok(_), Some(start)) => screens(Ok(start), &mut context),
        (Ok(code), None) => Next::Exit(code),
        (Err(fault), _) => Next::Exit(context.fail(&fault)),
    }
}

/// The screens, or lines where somebody wants them or nothing else can be shown.
fn screens(start: Outcome<Start>, context: &mut Context) -> Next {
    let done = start.and_then(|start| {
        if !context.globals.plain && ask::is_screen() {
            return Ok(Next::Screens(start));
        }
        context.globals.logbook = Some(start.folder);
        let code = plain::run(context)?;
        context.out.flush().map(|()| Next::Exit(code))
    });
    done.unwrap_or_else(|fault| Next::Exit(context.fail(&fault)))
}

fn dispatch(command: Command, context: &mut Context) -> Done {
    match command {
        Command::Demo(args) => demo::run(&args, context),
        Command::Init(args) => init::run(&args, context),
        Command::Add(args) => add::run(&args, context),
        Command::Amend(args) => change::amend(&args, context),
        Command::Note(args) => change::note(&args, context),
        Command::Void(args) => change::void(&args, context),
        Command::Shift(act) => shift::run(&act, context),
        Command::List(args) => list::run(&args, context),
        Command::Show(args) => look::show(&args, context),
        Command::Check(args) => look::check(&args, context),
        Command::Signals(args) => signals::run(&args, context),
        Command::Report(act) => report::run(&act, context),
        Command::Access(act) => look::access(&act, context),
        Command::Officer(act) => officers::run(&act, context),
        Command::Area(act) => registers::area(&act, context),
        Command::Setting(act) => registers::setting(&act, context),
        Command::Purge(args) => purge::run(&args, context),
        Command::Hold(act) => purge::hold(&act, context),
        Command::Recovery(act) => registers::recovery(&act, context),
        Command::Journal(act) => keep::journal(&act, context),
        Command::Doctor(args) => keep::doctor(&args, context),
        Command::Backup(args) => keep::backup(&args, context),
        Command::Restore(args) => keep::restore(&args, context),
        Command::Week(act) => week::run(&act, context),
        Command::Batch(act) => batch::run(&act, context),
        Command::Card(args) => card::card(&args, context),
        Command::Receiver(args) => card::receiver(&args, context),
        Command::Receipt(args) => receipt::run(&args, context),
        Command::Desk(act) => desk::run(&act, context),
        Command::Completions(args) => Ok(shell::completions(&args, context)),
        Command::Man(args) => shell::man(&args, context),
    }
}
