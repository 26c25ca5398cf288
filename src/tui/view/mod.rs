//! The program as cells: drawing takes `&App`, never changes it, and says where the real cursor stands (input
//! methods follow it). Text of users never goes through a widget that wraps; `text::wrap` does that.

mod board;
mod card;
mod first;
mod form;
mod frame;
mod handover;
mod hints;
mod log;
mod office;
mod password;
mod patrol;
mod pen;
mod persons;
mod pointer;
mod register;
pub mod theme;
mod unlock;
mod week;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::pen::Pen;
use self::pointer::Targets;
use self::theme::Meaning;
use super::app::{App, Key, Page, Screen, Session};
use super::command::Place;
use crate::text::wrap;

/// The smallest window in which there is something to see.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Draws the whole window and says where the cursor is.
#[must_use]
pub fn draw(app: &App, cells: &mut Buffer) -> Option<Position> {
    whole(app, Pen::new(cells, app.theme(), None))
}

/// The keys that a click on this place presses; none where there is nothing to click on.
#[must_use]
pub fn keys_at(app: &App, place: Position) -> Vec<Key> {
    let mut cells = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
    let mut targets = Targets::default();
    let _ = whole(app, Pen::new(&mut cells, app.theme(), Some(&mut targets)));
    targets.at(place)
}

fn whole(app: &App, mut pen: Pen) -> Option<Position> {
    let area = pen.area();
    pen.blank(area, Meaning::Plain);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(app, &mut pen);
        return None;
    }
    frame::bar(app, &mut pen);
    let body = Rect { y: area.y + 1, height: area.height - 3, ..area };
    let below = match &app.screen {
        Screen::First(first) => first::draw(app, first, &mut pen, body),
        Screen::Unlock(unlock) => unlock::draw(app, unlock, &mut pen, body),
        Screen::Open(session) => match &session.form {
            Some(form) => form::draw(app, session, form, &mut pen, body),
            None => under_forms(app, session, &mut pen, body),
        },
    };
    let place = match &app.card {
        Some(card) => {
            pen.cover();
            card::draw(app, card, &mut pen, body)
        }
        None => below,
    };
    frame::foot(app, &mut pen);
    place
}

/// A page, the board, or the log.
fn under_forms(app: &App, session: &Session, pen: &mut Pen, body: Rect) -> Option<Position> {
    match &session.page {
        Some(page) if !session.log.inside => match page {
            Page::Week(weeks) => week::draw(app, weeks, pen, body),
            Page::Persons(persons) => return persons::draw(app, session, persons, pen, body),
            Page::Handover(page) => handover::draw(app, page, pen, body),
            Page::Office(office) => return office::draw(app, office, pen, body),
            Page::Patrol(patrols) => patrol::draw(app, patrols, pen, body),
        },
        None if session.place() == Place::Board => board::draw(app, session, pen, body),
        _ => return log::draw(app, session, pen, body),
    }
    None
}

/// The card of a window that is too small.
fn too_small(app: &App, pen: &mut Pen) {
    let area = pen.area();
    let size = format!("{}x{}", SMALLEST.0, SMALLEST.1);
    let text = app.words.with("tui-too-small", &[("size", &size)]);
    for (n, row) in wrap::lines(&text, usize::from(area.width)).into_iter().enumerate() {
        let text = text.get(row).unwrap_or_default();
        pen.text((area.x, area.y.saturating_add(pen::cols(n))), usize::from(area.width), text, Meaning::Plain);
    }
}
