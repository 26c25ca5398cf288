//! The week: the list of weeks, what the chosen one hands in, and how far an export is.

use ratatui::layout::Rect;

use super::log::draw_line;
use super::pen::{Pen, cols, row};
use super::theme::Meaning;
use crate::tui::app::App;
use crate::tui::app::week::Weeks;
use crate::tui::app::week_lines::LIST;

/// Draws it.
pub(super) fn draw(app: &App, weeks: &Weeks, pen: &mut Pen, body: Rect) {
    if weeks.seen.is_none() {
        let said = if weeks.waits { app.words.get("tui-loading") } else { "" };
        pen.brief((body.x + 2, body.y), usize::from(body.width - 2), said, Meaning::Quiet);
        return;
    }
    if app.is_wide() {
        let left = cols(LIST);
        list(app, weeks, pen, Rect { width: left, ..body });
        for y in body.top()..body.bottom() {
            pen.text((body.x + left, y), 1, "│", Meaning::Quiet);
        }
        chosen(app, weeks, pen, Rect { x: body.x + left + 1, width: body.width - left - 1, ..body });
    } else {
        let count = weeks.seen.as_ref().map_or(0, |seen| seen.weeks.len());
        let high = (body.height / 4).clamp(1, 5).min(cols(count.max(1)));
        list(app, weeks, pen, Rect { height: high, ..body });
        chosen(app, weeks, pen, Rect { y: body.y + high, height: body.height - high, ..body });
    }
}

/// The weeks around the chosen one.
fn list(app: &App, weeks: &Weeks, pen: &mut Pen, area: Rect) {
    let Some(seen) = &weeks.seen else { return };
    let (high, name) = (usize::from(area.height), weeks.name().unwrap_or_default());
    let at = seen.weeks.iter().position(|week| week.name == name).unwrap_or(0);
    let top = at.saturating_sub(high / 2).min(seen.weeks.len().saturating_sub(high));
    for (n, week) in seen.weeks.iter().enumerate().skip(top).take(high) {
        let picked = week.name == name;
        let (mark, meaning) = if picked { ("› ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
        let line = row(area, cols(n - top));
        pen.blank(line, meaning);
        pen.brief((line.x, line.y), usize::from(line.width), &format!("{mark}{}", app.week_line(week)), meaning);
    }
}

/// What the chosen week says; the line under the cursor keeps to the middle.
fn chosen(app: &App, weeks: &Weeks, pen: &mut Pen, area: Rect) {
    let lines = app.week_lines();
    let high = usize::from(area.height);
    let top = weeks.at.saturating_sub(high / 2).min(lines.len().saturating_sub(high));
    let width = usize::from(area.width.saturating_sub(2));
    for (n, leading) in lines.iter().enumerate().skip(top).take(high) {
        let y = area.y + cols(n - top);
        draw_line(pen, (area.x + 2, y), width, &leading.line);
        if n == weeks.at {
            let mark = if leading.record.is_some() { Meaning::Picked } else { Meaning::Quiet };
            pen.text((area.x, y), 1, "›", mark);
        }
    }
    if lines.len() > top + high {
        pen.text((area.right() - 1, area.bottom() - 1), 1, "↓", Meaning::Key);
    }
}
