//! `init`: a new logbook. Prints the recovery code once, as an age identity file.

use std::path::PathBuf;

use serde_json::json;

use super::context::Context;
use super::{Done, ask, input};
use crate::acts::session::{Founded, Founding, found};
use crate::fault::{Fault, Kind};
use crate::logbook::files;
use crate::report::paper;
use crate::seal;

/// `init DIR --unit CODE --name NAME --officer NAME [--areas FILE] [--desk]`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The new folder.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Code of the unit.
    #[arg(long, value_name = "CODE")]
    pub unit: String,
    /// Name of the unit.
    #[arg(long, value_name = "NAME")]
    pub name: String,
    /// A file with one area a line.
    #[arg(long, value_name = "FILE")]
    pub areas: Option<PathBuf>,
    /// A receiving desk.
    #[arg(long)]
    pub desk: bool,
}

pub fn run(args: &Args, context: &mut Context) -> Done {
    let missing = || Fault::new(Kind::Use, "E053").with("name", "--officer NAME");
    let officer = context.globals.officer.clone().ok_or_else(missing)?;
    let areas = match &args.areas {
        Some(file) => input::lines(file)?,
        None => Vec::new(),
    };
    let file = context.globals.password_file.clone().or_else(|| ask::set("TRUCBAN_PASSWORD_FILE").map(PathBuf::from));
    let password = ask::new_password(file.as_deref(), &context.words)?;
    let founding = Founding {
        folder: &args.dir,
        unit: &args.unit,
        name: &args.name,
        officer: &officer,
        areas: &areas,
        desk: args.desk,
        demo: None,
        password: &password,
        work: seal::calibrated(),
    };
    let founded = found(&founding, &mut context.mint)?;
    tell(&founded, context);
    Ok(0)
}

fn tell(founded: &Founded, context: &mut Context) {
    let Founded { book, who, recovery } = founded;
    let folder = files::shown(book.folder().path());
    if context.json() {
        let unit = &book.own().unit;
        let made = json!({"folder": folder, "unit": unit, "login": who.login, "recovery": recovery.as_str()});
        return context.out.json(&made);
    }
    let made = context.words.with("cli-founded", &[("folder", &folder), ("login", &who.login)]);
    context.out.aside(&made);
    paper(context, &book.own().unit, recovery);
}

/// A recovery code as an age identity file, with what to do about it.
pub fn paper(context: &mut Context, unit: &str, recovery: &str) {
    paper::lines(unit, recovery, &context.words).lines().for_each(|line| context.out.line(line));
}
