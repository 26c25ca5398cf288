//! The card on which a new password is typed twice. It shows dots and nothing else.

use ratatui::layout::{Position, Rect};

use super::card::boxed;
use super::pen::{Pen, cols, cursor};
use super::theme::Meaning;
use crate::text::wrap;
use crate::tui::app::{App, Password};

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, password: &Password, pen: &mut Pen, body: Rect) -> Option<Position> {
    let columns = usize::from(body.width).saturating_sub(4).min(60);
    let labels = ["cli-password-new", "cli-password-again"].map(|id| format!("{}: ", app.words.get(id)));
    let wide = labels.iter().map(|label| wrap::width(label)).max().unwrap_or(0);
    let (said, meaning) = match &password.problem {
        Some(problem) => (format!("! {problem}"), Meaning::Problem),
        None => (app.words.get("tui-ask-password.hint").to_owned(), Meaning::Quiet),
    };
    let rows = wrap::lines(&said, columns);
    let heading = app.words.with("tui-ask-password", &[("name", &password.name)]);
    let inside = boxed(pen, body, (columns, rows.len() + 3), &heading);
    let mut place = None;
    for (n, (label, typed)) in labels.iter().zip(&password.typed).enumerate() {
        let y = inside.y + cols(n);
        pen.text((inside.x, y), wide, label, Meaning::Plain);
        let (x, room) = (inside.x + cols(wide), usize::from(inside.width).saturating_sub(wide));
        let signs = typed.signs().min(room.saturating_sub(1));
        pen.blank(Rect { x, y, width: cols(room), height: 1 }, Meaning::Entry);
        pen.text((x, y), room, &"•".repeat(signs), Meaning::Entry);
        if (n == 1) == password.again {
            place = cursor(inside, usize::from(x) + signs, y);
        }
    }
    for (n, row) in rows.into_iter().enumerate() {
        let y = inside.y + 3 + cols(n);
        if y < inside.bottom() {
            pen.text((inside.x, y), columns, said.get(row).unwrap_or_default(), meaning);
        }
    }
    place
}
