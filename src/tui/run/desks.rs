//! What the desk's screens ask for, done by the acts. Runs in the thread that writes.

use super::lists::typed;
use super::sheets;
use super::weeks::{own_card, read_card};
use crate::acts::{Who, desk};
use crate::desk::{Compared, Span};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Watch};
use crate::record::period::Calendar;
use crate::record::when::Moment;
use crate::text::clean;
use crate::tui::app::desk::{Ask, Told};
use crate::tui::app::office::Said;

/// Does what is asked.
pub fn answer(book: &Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint, watch: Watch<'_>) -> Told {
    match ask {
        Ask::Posts => Told::Posts(desk::posts(book, who, mint.now())),
        Ask::Post(unit) => Told::Post(story(book, who, unit, mint.now())),
        Ask::Receive { from } => {
            Told::Received(desk::receive(book, who, (&[typed(from)], None), mint, watch).map(Box::new))
        }
        Ask::Compare(span) => Told::Compared(*span, compared(book, who, *span, mint, watch)),
        Ask::Sheet { span, path, lang } => Told::Sheet(sheets::compared(book, who, (*span, path, *lang), mint, watch)),
        Ask::ReadCard { file } => Told::CardRead(read_card(file)),
        Ask::OwnCard { file } => Told::OwnCard(own_card(book, who, file)),
        ask => Told::Done(done(book, who, ask, mint)),
    }
}

fn story(book: &Logbook, who: &Who, unit: &str, now: Moment) -> Outcome<(Box<desk::Story>, Calendar)> {
    Ok((Box::new(desk::story(book, who, unit, now)?), book.calendar()?))
}

fn compared(book: &Logbook, who: &Who, span: Span, mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<Box<Compared>> {
    let now = mint.now();
    let period = span.period(now, &book.calendar()?);
    Ok(Box::new(desk::compared(book, who, period, now, watch)?))
}

fn done(book: &Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint) -> Outcome<Said> {
    match ask {
        Ask::Trust { card, fingerprint } => {
            desk::trust(book, who, card, Some(fingerprint), mint)?;
            let args = vec![("unit", clean::shown(&card.unit)), ("name", clean::shown(&card.name))];
            Ok(Said { wording: "desk-trusted", args })
        }
        Ask::Revoke { unit, stolen, why } => {
            let keys = desk::revoke(book, who, unit, (*stolen, why), mint)?;
            Ok(Said { wording: "tui-revoked", args: vec![("unit", clean::shown(unit)), ("keys", keys.to_string())] })
        }
        Ask::Start { unit, number } => {
            let unfit = || {
                let fault = Fault::new(Kind::Use, "E030").with("name", "NUMBER").with("value", number);
                fault.with("values", "1, 2, 3, …")
            };
            let number = number.trim().parse().map_err(|_| unfit())?;
            desk::start(book, who, unit, number, mint)?;
            Ok(Said {
                wording: "desk-started",
                args: vec![("unit", clean::shown(unit)), ("number", number.to_string())],
            })
        }
        Ask::Request { unit, record, code, text } => {
            let row = desk::request(book, who, (unit, record, code.as_deref()), text, mint)?;
            Ok(Said { wording: "tui-requested", args: vec![("unit", row.unit), ("record", row.number)] })
        }
        _ => Err(Fault::bug("it is done elsewhere")),
    }
}
