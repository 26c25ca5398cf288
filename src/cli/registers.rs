//! `officer`, `area`, `setting`, `recovery`: the registers of a logbook.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use serde_json::json;

use super::context::Context;
use super::progress::Progress;
use super::view::padded;
use super::{Done, ask, init};
use crate::acts::registers::{self, NewArea, NewOfficer};
use crate::acts::{Right, Role};
use crate::fault::Fault;
use crate::logbook::{Mode, SETTINGS};
use crate::record::{Kind, Shape, fields};
use crate::seal;
use crate::words::value_id;

/// `officer …`.
#[derive(Debug, clap::Subcommand)]
pub enum OfficerAct {
    /// Add an officer.
    Add(OfficerArgs),
    /// The officers.
    List,
    /// A new password.
    Passwd(PasswordArgs),
    /// End an officer, and change the database key.
    Disable(DisableArgs),
}

/// `officer add NAME --role R [--rank T] [--number N] [--new-password-file F]`.
#[derive(Debug, clap::Args)]
pub struct OfficerArgs {
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

/// `area …`.
#[derive(Debug, clap::Subcommand)]
pub enum AreaAct {
    /// Add an area.
    Add(AreaArgs),
    /// The areas.
    List,
}

/// `area add NAME [--code CODE] [--kind K]`.
#[derive(Debug, clap::Args)]
pub struct AreaArgs {
    /// Its name.
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Its code.
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// What sort.
    #[arg(long, value_name = "K", value_parser = values(Kind::Area, "type"))]
    pub kind: Option<String>,
}

/// `setting …`.
#[derive(Debug, clap::Subcommand)]
pub enum SettingAct {
    /// The settings.
    List,
    /// Change one.
    Set(SettingArgs),
}

/// `setting set KEY VALUE`.
#[derive(Debug, clap::Args)]
pub struct SettingArgs {
    /// Its name.
    #[arg(value_name = "KEY")]
    pub key: String,
    /// Its new value.
    #[arg(value_name = "VALUE")]
    pub value: String,
}

/// `recovery new`.
#[derive(Debug, clap::Subcommand)]
pub enum RecoveryAct {
    /// A new recovery code.
    New,
}

/// The values of a field that is a closed list.
fn values(kind: Kind, key: &str) -> PossibleValuesParser {
    let shape = fields(kind).iter().find(|field| field.key == key).map(|field| field.shape);
    let values = if let Some(Shape::One(choice)) = shape { choice.values } else { &[] };
    PossibleValuesParser::new(values.iter().copied())
}

pub fn officer(act: &OfficerAct, context: &mut Context) -> Done {
    match act {
        OfficerAct::Add(args) => add_officer(args, context),
        OfficerAct::List => list_officers(context),
        OfficerAct::Passwd(args) => set_password(args, context),
        OfficerAct::Disable(args) => disable(args, context),
    }
}

fn add_officer(args: &OfficerArgs, context: &mut Context) -> Done {
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
    if context.json() {
        context.out.json(&json!({"login": login}));
    } else {
        let line = context.words.with("cli-officer-added", &[("login", &login)]);
        context.out.line(&line);
    }
    Ok(0)
}

fn list_officers(context: &mut Context) -> Done {
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

fn disable(args: &DisableArgs, context: &mut Context) -> Done {
    let (mut book, who) = context.open(Mode::Write)?;
    let bar = Progress::waiting(context.words.get("cli-progress-rekey"));
    let done = registers::disable_officer(&mut book, &who, &args.name, &mut context.mint);
    bar.end();
    let login = done?;
    if context.json() {
        context.out.json(&json!({"login": login, "active": false}));
    } else {
        let line = context.words.with("cli-officer-disabled", &[("login", &login)]);
        context.out.line(&line);
    }
    Ok(0)
}

fn set_password(args: &PasswordArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let password = ask::new_password(args.new_password_file.as_deref(), &context.words)?;
    let login = registers::set_password(&book, &who, args.name.as_deref(), &password, seal::calibrated())?;
    if context.json() {
        context.out.json(&json!({"login": login}));
    } else {
        let line = context.words.with("cli-password-set", &[("login", &login)]);
        context.out.line(&line);
    }
    Ok(0)
}

pub fn area(act: &AreaAct, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    match act {
        AreaAct::Add(args) => {
            let new = NewArea { name: &args.name, code: args.code.as_deref(), kind: args.kind.as_deref() };
            let (id, code) = registers::add_area(&book, &who, &new, &mut context.mint)?;
            if context.json() {
                context.out.json(&json!({"id": id.to_string(), "code": code}));
            } else {
                let line = context.words.with("cli-area-added", &[("code", &code)]);
                context.out.line(&line);
            }
        }
        AreaAct::List => {
            for area in registers::areas(&book, &who)? {
                if context.json() {
                    context.out.json(&json!({
                        "id": area.id.to_string(), "code": area.code, "name": area.name, "type": area.kind,
                        "active": !area.ended,
                    }));
                    continue;
                }
                let kind = area.kind.map(|kind| context.words.get(&value_id("area-type", &kind)).to_owned());
                let line = [padded(&area.code, 12), padded(&kind.unwrap_or_default(), 14), area.name];
                context.out.line(line.join("  ").trim_end());
            }
        }
    }
    Ok(0)
}

pub fn setting(act: &SettingAct, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    if let SettingAct::Set(args) = act {
        registers::set(&book, &who, &args.key, &args.value)?;
    }
    for (name, value) in registers::settings(&book, &who)? {
        if matches!(act, SettingAct::Set(args) if args.key != name) {
            continue;
        }
        let values = SETTINGS.iter().find(|setting| setting.name == name).map_or("", |setting| setting.values);
        if context.json() {
            context.out.json(&json!({"key": name, "value": value, "values": values}));
            continue;
        }
        let about = context.words.get(&format!("setting-{}", name.replace('.', "-"))).to_owned();
        context.out.line(&format!("{}  {}  {about} ({values})", padded(name, 14), padded(&value, 6)));
    }
    Ok(0)
}

pub fn recovery(act: &RecoveryAct, context: &mut Context) -> Done {
    let RecoveryAct::New = act;
    let (book, who) = context.open(Mode::Write)?;
    let code = registers::new_recovery(&book, &who)?;
    if context.json() {
        context.out.json(&json!({"recovery": code.as_str()}));
    } else {
        init::paper(context, &book.own().unit, &code);
    }
    Ok(0)
}
