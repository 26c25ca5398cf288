//! Patrol mode: what can be done about patrols, or the patrol that is led on. Narrow, its parts stand below one
//! another; wide, the route stands beside what was noticed.

use ratatui::layout::Rect;

use super::log::meaning;
use super::pen::{Pen, cols, row, top};
use super::pointer::to_line;
use super::theme::Meaning;
use crate::tui::app::App;
use crate::tui::app::patrol::{Patrols, spots};
use crate::tui::app::patrol_lines::{Row, Rows};

/// Draws it.
pub(super) fn draw(app: &App, patrols: &Patrols, pen: &mut Pen, body: Rect) {
    if patrols.tours.is_none() {
        pen.brief((body.x + 2, body.y), usize::from(body.width - 2), app.words.get("tui-loading"), Meaning::Quiet);
        return;
    }
    let Some(tour) = patrols.tour() else {
        let heading = app.words.get("tui-place-patrols");
        pen.brief((body.x + 1, body.y), usize::from(body.width - 1), heading, Meaning::Head);
        let below = Rect { y: body.y + 1, height: body.height - 1, ..body };
        let all = patrols.choices();
        return list(pen, below, &app.patrol_choices(patrols), (&all, patrols.at));
    };
    let all = spots(tour);
    let at = all.iter().position(|spot| *spot == patrols.here()).unwrap_or(0);
    let here = (&*all, at);
    let Rows { whole, mut route, mut seen } = app.patrol_rows();
    if app.is_wide() {
        let high = cols(whole.len()).min(body.height);
        list(pen, Rect { height: high, ..body }, &whole, here);
        let below = Rect { y: body.y + high, height: body.height - high, ..body };
        let left = body.width * 2 / 5;
        list(pen, Rect { width: left, ..below }, &route, here);
        for y in below.top()..below.bottom() {
            pen.text((below.x + left, y), 1, "│", Meaning::Quiet);
        }
        list(pen, Rect { x: below.x + left + 1, width: below.width - left - 1, ..below }, &seen, here);
    } else {
        let mut rows = whole;
        rows.append(&mut route);
        rows.append(&mut seen);
        list(pen, body, &rows, here);
    }
}

/// Rows around the cursor, if it stands among them; `all` is everything that it can stand on.
fn list<T: PartialEq>(pen: &mut Pen, area: Rect, rows: &[Row<T>], (all, here): (&[T], usize)) {
    let high = usize::from(area.height);
    let place = |row: &Row<T>| row.at.as_ref().and_then(|at| all.iter().position(|other| other == at));
    let at = rows.iter().position(|row| place(row) == Some(here));
    let top = top(at.unwrap_or(0), rows.len(), high);
    for (n, said) in rows.iter().enumerate().skip(top).take(high) {
        let line = row(area, cols(n - top));
        if let Some(to) = place(said) {
            pen.click(line, || to_line(here, to));
        }
        pen.pair(line, (&said.text, None, &said.end), meaning(said.tone), at == Some(n));
    }
    if rows.len() > top + high {
        pen.text((area.right() - 1, area.bottom() - 1), 1, "↓", Meaning::Key);
    }
}
