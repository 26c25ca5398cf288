//! `card`, `receiver`, `desk trust`: who is who. A fingerprint is compared on another way before a card is taken.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::context::Context;
use super::{Done, ask};
use crate::acts::{desk, week};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::logbook::{Mode, files};
use crate::sync::{Card, MAX_SMALL};

/// `card [--out FILE] [--new-key [--revoked]]`.
#[derive(Debug, clap::Args)]
pub struct OwnCardArgs {
    /// Where to.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Sign with another key.
    #[arg(long)]
    pub new_key: bool,
    /// The receiver takes the old key no more.
    #[arg(long, requires = "new_key")]
    pub revoked: bool,
}

/// `desk trust CARD [--fingerprint F]`, `receiver CARD [--fingerprint F]`.
#[derive(Debug, clap::Args)]
pub struct CardArgs {
    /// The card.
    #[arg(value_name = "CARD")]
    pub card: PathBuf,
    /// What was read over the phone.
    #[arg(long, value_name = "F")]
    pub fingerprint: Option<String>,
}

pub fn card(args: &OwnCardArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let card = if args.new_key {
        week::new_key(&book, &who, args.revoked, &mut context.mint)?
    } else {
        week::card(&book, &who)?
    };
    written(&card, args, context)?;
    if args.new_key && !context.json() {
        let id = if args.revoked { "card-key-now" } else { "card-key-later" };
        context.out.aside(context.words.get(id));
    }
    Ok(0)
}

fn written(card: &Card, args: &OwnCardArgs, context: &mut Context) -> Done {
    if let Some(out) = &args.out {
        files::write_checked(out, card.to_text().as_bytes())?;
        if !context.json() {
            context.written(out)?;
            return tell_card(card, context);
        }
    }
    if context.json() {
        let mut object = card_json(card)?;
        if let (Some(out), Some(object)) = (&args.out, object.as_object_mut()) {
            object.insert("file".into(), Value::from(files::shown(out)));
        }
        context.out.json(&object);
    } else {
        context.out.put(card.to_text().as_bytes());
    }
    Ok(0)
}

fn card_json(card: &Card) -> Outcome<Value> {
    Ok(json!({
        "unit": card.unit, "name": card.name, "signing_key": card.key, "recipient": card.recipient,
        "fingerprint": card.fingerprint()?,
    }))
}

fn tell_card(card: &Card, context: &mut Context) -> Done {
    let fingerprint = card.fingerprint()?;
    let args = [("unit", &*card.unit), ("name", &*card.name), ("fingerprint", &*fingerprint)];
    let line = context.words.with("desk-card", &args);
    context.out.line(&line);
    Ok(0)
}

pub fn receiver(args: &CardArgs, context: &mut Context) -> Done {
    let card = read_card(&args.card)?;
    let (book, who) = context.open(Mode::Write)?;
    let fingerprint = agreed(&card, args.fingerprint.as_deref(), context)?;
    week::set_receiver(&book, &who, &card, fingerprint.as_deref())?;
    taken(&card, "desk-receiver", context)
}

pub fn trust(args: &CardArgs, context: &mut Context) -> Done {
    let card = read_card(&args.card)?;
    let (book, who) = context.open(Mode::Write)?;
    let fingerprint = agreed(&card, args.fingerprint.as_deref(), context)?;
    desk::trust(&book, &who, &card, fingerprint.as_deref(), &mut context.mint)?;
    taken(&card, "desk-trusted", context)
}

fn read_card(file: &Path) -> Outcome<Card> {
    Card::parse(&files::read(file, MAX_SMALL, "E101")?)
}

/// Shows the fingerprint and asks, where somebody sits at a terminal and hasn't given it.
fn agreed(card: &Card, given: Option<&str>, context: &mut Context) -> Outcome<Option<String>> {
    if given.is_some() || !ask::is_terminal() {
        return Ok(given.map(str::to_owned));
    }
    tell_card(card, context)?;
    context.out.flush()?;
    if ask::yes(context.words.get("desk-compare"))? {
        return card.fingerprint().map(Some);
    }
    Err(Fault::new(Trouble::Data, "E124").with("found", card.fingerprint()?))
}

fn taken(card: &Card, id: &str, context: &mut Context) -> Done {
    if context.json() {
        context.out.json(&card_json(card)?);
        return Ok(0);
    }
    tell_card(card, context)?;
    let line = context.words.with(id, &[("unit", &card.unit), ("name", &card.name)]);
    context.out.line(&line);
    Ok(0)
}
