//! `officer`: who can sign in to a logbook, and as what.

use std::path::PathBuf;

use serde_json::json;

use super::context::Context;
use super::progress::Progress;
use super::registers::values;
use super::view::padded;
use super::{Done, ask};
use crate::acts::registers::{self, NewOfficer};
use crate::acts::{Right, Role};
use crate::fault::Fault;
use crate::logbook::Mode;
use crate::record::Kind;
use crate::seal;
use crate::words::value_id;

/// `officer …`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// Add an officer.
    Add(AddArgs),
    /// The officers.
    List,
    /// End an officer.
    Disable(DisableArgs),
    /// A new password.
    Passwd(PasswordArgs),
}

/// `officer add NAME --role R [--rank T] [--number N] [--new-password-file F]`.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Full name.
    #[arg(value_name = "NAME")]
    pub name: String,
    /// What they may do here.
    #[arg(long, value_name = "R", value_parser = values(Kind::Officer, "role"))]
    pub role: String,
    /// Rank.
    #[arg(long, value_name = "T")]
    pub rank: Option<String>,
    /// Service number.
    #[arg(long, value_name = "N")]
    pub number: Option<String>,
    /// A file whose first line is their first password.
    #[arg(long, value_name = "F")]
    pub new_password_file: Option<PathBuf>,
}

/// `officer disable NAME`.
#[derive(Debug, clap::Args)]
pub struct DisableArgs {
    /// Login or name.
    #[arg(value_name = "NAME")]
    pub name: String,
}

/// `officer passwd [NAME] [--new-password-file F]`.
#[derive(Debug, clap::Args)]
pub struct PasswordArgs {
    /// Login or name; oneself when nobody is named.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// A file whose first line is the new password.
    #[arg(long, value_name = "F")]
    pub new_password_file: Option<PathBuf>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    match act {
        Act::Add(args) => add(args, context),
        Act::List => list(context),
        Act::Disable(args) => disable(args, context),
        Act::Passwd(args) => passwd(args, context),
    }
}

fn add(args: &AddArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    who.need(Right::Manage)?;
    let password = ask::new_password(args.new_password_file.as_deref(), &context.words)?;
    // The parser took only roles that there are.
    let unknown = || Fault::bug(&args.role);
    let new = NewOfficer {
        name: &args.name,
        role: Role::parse(&args.role).ok_or_else(unknown)?,
        rank: args.rank.as_deref(),
        number: args.number.as_deref(),
        password: &password,
        work: seal::calibrated(),
    };
    let login = registers::add_officer(&book, &who, &new, &mut context.mint)?;
    Ok(tell(&login, "cli-officer-added", context))
}

fn list(context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    for officer in registers::officers(&book, &who)? {
        if context.json() {
            context.out.json(&json!({
                "id": officer.id.to_string(), "login": officer.login, "name": officer.name, "rank": officer.rank,
                "role": officer.role, "active": !officer.ended,
            }));
            continue;
        }
        let ended = if officer.ended { context.words.get("cli-ended") } else { "" };
        let cells = [
            padded(officer.login.as_deref().unwrap_or("-"), 20),
            padded(context.words.get(&value_id("role", &officer.role)), 16),
            padded(officer.rank.as_deref().unwrap_or_default(), 12),
            format!("{} {ended}", officer.name.as_deref().unwrap_or_default()),
        ];
        context.out.line(cells.join("  ").trim_end());
    }
    Ok(0)
}

fn passwd(args: &PasswordArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let password = ask::new_password(args.new_password_file.as_deref(), &context.words)?;
    let login = registers::set_password(&book, &who, args.name.as_deref(), &password, seal::calibrated())?;
    Ok(tell(&login, "cli-password-set", context))
}

fn disable(args: &DisableArgs, context: &mut Context) -> Done {
    let (mut book, who) = context.open(Mode::Write)?;
    let bar = Progress::waiting(context.words.get("cli-progress-rekey"));
    let login = registers::disable_officer(&mut book, &who, &args.name, &mut context.mint);
    bar.end();
    Ok(tell(&login?, "cli-officer-disabled", context))
}

/// Says whose login it was about.
fn tell(login: &str, done: &str, context: &mut Context) -> u8 {
    if context.json() {
        context.out.json(&json!({"login": login}));
    } else {
        let line = context.words.with(done, &[("login", login)]);
        context.out.line(&line);
    }
    0
}
