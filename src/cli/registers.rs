//! `area`, `setting`, `recovery`: what a logbook knows about its post.

use clap::builder::PossibleValuesParser;
use serde_json::json;

use super::context::Context;
use super::view::padded;
use super::{Done, init};
use crate::acts::registers::{self, NewArea};
use crate::logbook::{Mode, SETTINGS};
use crate::record::{Kind, Shape, fields};
use crate::words::value_id;

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
pub fn values(kind: Kind, key: &str) -> PossibleValuesParser {
    let shape = fields(kind).iter().find(|field| field.key == key).map(|field| field.shape);
    let values = if let Some(Shape::One(choice)) = shape { choice.values } else { &[] };
    PossibleValuesParser::new(values.iter().copied())
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
        let values = SETTINGS
            .iter()
            .find(|setting| setting.name == name)
            .map_or_else(String::new, |setting| setting.values.to_string());
        if context.json() {
            context.out.json(&json!({"key": name, "value": value, "values": values}));
            continue;
        }
        let about = context.words.get(&format!("setting-{}", name.replace('.', "-"))).to_owned();
        context.out.line(&format!("{}  {}  {about} ({values})", padded(name, 14), padded(&value, 8)));
    }
    Ok(0)
}

pub fn recovery(act: &RecoveryAct, context: &mut Context) -> Done {
    let RecoveryAct::New = act;
    let (book, who) = context.open(Mode::Write)?;
    let code = registers::new_recovery(&book, &who, &mut context.mint)?;
    if context.json() {
        context.out.json(&json!({"recovery": code.as_str()}));
    } else {
        init::paper(context, &book.own().unit, &code);
    }
    Ok(0)
}
