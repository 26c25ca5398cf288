//! What the desk's screens ask for, done by the acts. Runs in the thread that writes.

use crate::acts::{Who, desk};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::period::WeekRule;
use crate::tui::app::desk::{Ask, Told};

/// Does what is asked.
pub fn answer(book: &Logbook, who: &Who, ask: &Ask) -> Told {
    match ask {
        Ask::Posts => Told::Posts(desk::posts(book, who)),
        Ask::Post(unit) => Told::Post(story(book, who, unit)),
    }
}

fn story(book: &Logbook, who: &Who, unit: &str) -> Outcome<(Box<desk::Story>, WeekRule)> {
    Ok((Box::new(desk::story(book, who, unit)?), book.week_rule()?))
}
