//! The search for persons: words, reason, what that means, and the records that were found.

use ratatui::layout::{Position, Rect};

use super::log::line_of;
use super::pen::{Pen, cols, cursor, row};
use super::pointer::{to_line, walk};
use super::theme::Meaning;
use crate::text::edit::Editor;
use crate::text::wrap;
use crate::tui::app::persons::{MOST, Part, Persons};
use crate::tui::app::{App, Code, Key, Session};

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, session: &Session, persons: &Persons, pen: &mut Pen, body: Rect) -> Option<Position> {
    let words = &app.words;
    let (said, why) = (words.get("tui-persons-words"), words.get("tui-why"));
    let label = wrap::width(said).max(wrap::width(why)) + 2;
    let mut place = None;
    for (n, (part, name, editor)) in
        [(Part::Words, said, &persons.words), (Part::Why, why, &persons.why)].into_iter().enumerate()
    {
        let line = row(body, cols(n));
        pen.click(line, || to_part(persons, part));
        let found = field(pen, line, (name, label), editor);
        place = if persons.at == part { found } else { place };
    }
    let hint = words.get("tui-persons-hint");
    let width = usize::from(body.width.saturating_sub(2));
    // In a low window the records come first.
    let hints = if body.height < 12 && persons.done.is_some() { Vec::new() } else { wrap::lines(hint, width) };
    for (n, line) in hints.iter().enumerate().take(usize::from(body.height - 2)) {
        let y = body.y + 2 + cols(n);
        pen.text((body.x + 1, y), width, hint.get(line.clone()).unwrap_or_default(), Meaning::Quiet);
    }
    let top = 2 + cols(hints.len());
    if let Some(state) = state(app, persons).filter(|_| top < body.height) {
        pen.brief((body.x + 1, body.y + top), width, &state, Meaning::Head);
    }
    let rows = Rect { y: body.y + top + 1, height: body.height.saturating_sub(top + 1), ..body };
    found(app, session, persons, pen, rows);
    place
}

/// The keys to a part.
fn to_part(persons: &Persons, to: Part) -> Vec<Key> {
    let place = |part| match part {
        Part::Words => 0,
        Part::Why => 1,
        Part::Found => 2,
    };
    walk((place(persons.at), place(to)), (Code::BackTab, Code::Tab))
}

/// One line to be typed into.
fn field(pen: &mut Pen, area: Rect, (name, label): (&str, usize), editor: &Editor) -> Option<Position> {
    pen.text((area.x + 1, area.y), label, &format!("{name}:"), Meaning::Quiet);
    let x = area.x + 1 + cols(label);
    let room = usize::from(area.right().saturating_sub(x + 1));
    let (text, column) = editor.view(room);
    pen.blank(Rect { x, width: cols(room), height: 1, ..area }, Meaning::Entry);
    pen.text((x, area.y), room, text, Meaning::Entry);
    cursor(area, usize::from(x) + column, area.y)
}

/// How far the search is and what it found.
fn state(app: &App, persons: &Persons) -> Option<String> {
    if persons.done.is_none() && !persons.going {
        return None;
    }
    let count = persons.found.len();
    let (done, all) = persons.done.unwrap_or((0, 1));
    let percent = (done.saturating_mul(100) / all.max(1)).min(100);
    let state = if persons.going {
        "going"
    } else if count >= MOST {
        "many"
    } else if done < all {
        "stopped"
    } else {
        "done"
    };
    let args = [("state", state), ("count", &count.to_string()), ("percent", &percent.to_string())];
    Some(app.words.with("tui-persons-state", &args))
}

/// The records; the cursor keeps to the middle.
fn found(app: &App, session: &Session, persons: &Persons, pen: &mut Pen, area: Rect) {
    let high = usize::from(area.height);
    let top = persons.row.saturating_sub(high / 2).min(persons.found.len().saturating_sub(high));
    for (n, entry) in persons.found.iter().enumerate().skip(top).take(high) {
        let picked = n == persons.row && persons.at == Part::Found;
        let line = row(area, cols(n - top));
        line_of(app, session, pen, line, (entry, picked));
        pen.click(line, || match persons.at {
            Part::Found => to_line(persons.row, n),
            _ => [to_part(persons, Part::Found), walk((persons.row, n), (Code::Up, Code::Down))].concat(),
        });
        if picked {
            pen.text((line.x, line.y), 1, "›", Meaning::Picked);
        }
    }
}
