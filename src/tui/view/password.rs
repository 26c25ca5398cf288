//! The cards on which a new password is typed twice, and the own one once more. They show dots and nothing else.

use ratatui::layout::{Position, Rect};

use super::card::boxed;
use super::pen::{Pen, cols, cursor};
use super::theme::Meaning;
use super::unlock::state;
use crate::text::wrap;
use crate::tui::app::{App, Password, Secret, Unlock};

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
        let at = dots(pen, inside, (cols(n), label, wide), typed);
        if (n == 1) == password.again {
            place = at;
        }
    }
    said_below(pen, inside, 3, (&said, meaning));
    place
}

/// Draws the card on which whoever is signed in shows who they are once more.
pub(super) fn proof(app: &App, who: &Unlock, pen: &mut Pen, body: Rect) -> Option<Position> {
    let columns = usize::from(body.width).saturating_sub(4).min(60);
    let label = format!("{}: ", app.words.get("tui-password"));
    let said = state(app, who, "tui-prove.hint");
    let rows = wrap::lines(&said, columns).len();
    let inside = boxed(pen, body, (columns, rows + 2), app.words.get("tui-prove"));
    let place = dots(pen, inside, (0, &label, wrap::width(&label)), &who.password);
    said_below(pen, inside, 2, (&said, Meaning::Quiet));
    place.filter(|_| !who.busy)
}

/// A label and as many dots as signs were typed; where the cursor is behind them.
fn dots(pen: &mut Pen, inside: Rect, (row, label, wide): (u16, &str, usize), typed: &Secret) -> Option<Position> {
    let y = inside.y + row;
    pen.text((inside.x, y), wide, label, Meaning::Plain);
    let (x, room) = (inside.x + cols(wide), usize::from(inside.width).saturating_sub(wide));
    let signs = typed.signs().min(room.saturating_sub(1));
    pen.blank(Rect { x, y, width: cols(room), height: 1 }, Meaning::Entry);
    pen.text((x, y), room, &"•".repeat(signs), Meaning::Entry);
    cursor(inside, usize::from(x) + signs, y)
}

/// A text below, as far as there is room.
fn said_below(pen: &mut Pen, inside: Rect, from: u16, (said, meaning): (&str, Meaning)) {
    let columns = usize::from(inside.width);
    for (y, row) in (inside.y + from..inside.bottom()).zip(wrap::lines(said, columns)) {
        pen.text((inside.x, y), columns, said.get(row).unwrap_or_default(), meaning);
    }
}
