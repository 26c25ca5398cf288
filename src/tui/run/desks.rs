//! What the desk's screens ask for, done by the acts. Runs in the thread that writes.

use crate::acts::{Who, desk};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::period::WeekRule;
use crate::record::when::Moment;
use crate::tui::app::desk::{Ask, Told};

/// Does what is asked.
pub fn answer(book: &Logbook, who: &Who, ask: &Ask, now: Moment) -> Told {
    match ask {
        Ask::Posts => Told::Posts(desk::posts(book, who, now)),
        Ask::Post(unit) => Told::Post(story(book, who, unit, now)),
    }
}

fn story(book: &Logbook, who: &Who, unit: &str, now: Moment) -> Outcome<(Box<desk::Story>, WeekRule)> {
    Ok((Box::new(desk::story(book, who, unit, now)?), book.week_rule()?))
}
