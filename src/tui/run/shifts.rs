//! The acts of a shift, as the screens ask for them. Runs in the thread that writes.

use uuid::Uuid;

use crate::acts::shift::{self, Handover, Role};
use crate::acts::{Refused, Saved, Who, session};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Logbook, files};
use crate::record::when::Moment;
use crate::tui::app::Written;
use crate::tui::app::handover::{Ask, Seen, Shown, Told};
use crate::tui::app::sign::Sign;
use crate::words::Words;

/// Does what is asked.
pub fn answer(book: &Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint) -> Told {
    match ask {
        Ask::Look(shift) => Told::Seen(look(book, who, *shift, mint.now()).map(Box::new)),
        Ask::Step { id, base, step } => Told::Stepped(shift::step(book, who, (*id, *base), step, mint)),
        Ask::Sign(sign) => Told::Signed(signed(book, who, sign, mint)),
        Ask::Sheet(shift, lang) => Told::Sheet(shift::sheet(book, who, shift, &Words::new(*lang), mint)),
        Ask::Print { shift, lang, file } => {
            let words = Words::new(*lang);
            let written = shift::print(book, who, shift, (&words, &super::lists::typed(file)), mint);
            Told::Printed(written.and_then(|file| {
                let (size, sha256) = files::print(&file)?;
                Ok(Written { file: files::shown(&file), size, sha256 })
            }))
        }
    }
}

fn look(book: &Logbook, who: &Who, asked: Option<Uuid>, now: Moment) -> Outcome<Seen> {
    let record = |id: Uuid| book.record(&id).map(Box::new);
    let open = book.open_shift()?;
    let shown = asked.or(open).map(|id| shown(book, who, record(id)?, now)).transpose()?;
    let next = if open.is_none() { shift::suggested(book, who)? } else { serde_json::Map::new() };
    Ok(Seen { open: open.map(record).transpose()?, shown, next })
}

fn shown(book: &Logbook, who: &Who, shift: Box<crate::logbook::Record>, now: Moment) -> Outcome<Shown> {
    Ok(Shown {
        items: shift::matters(book, who, &shift, now)?,
        signatures: shift::signatures(book, who, &shift.row.record)?,
        head: book.own_head()?.hash.short(),
        backup: book.newest_backup().map(|(at, file)| (at, files::shown(&file))),
        shift,
    })
}

/// Whoever signs has to show their own password, here and now.
fn signed(book: &Logbook, who: &Who, sign: &Sign, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    let proven = session::prove(book, &sign.login, &sign.password.0)?;
    if sign.role == Role::Commander {
        return shift::countersign(book, proven.who(), (sign.id, sign.shift), mint);
    }
    let input = serde_json::Map::new();
    let given = Handover { id: sign.id, base: Some(sign.base), input: &input, incoming: Some(&proven) };
    shift::handover(book, who, &given, mint)
}
