//! The week: the list of weeks, what the chosen one hands in, and how far an export is.

use ratatui::layout::Rect;

use super::log::draw_line;
use super::pen::{Pen, cols, row};
use super::pointer::{to_line, walk};
use super::theme::Meaning;
use crate::tui::app::week::Weeks;
use crate::tui::app::week_lines::{LIST, Leading};
use crate::tui::app::{App, Code, Key};

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
        // The cursor stands in what the week says; this only names the week.
        let (mark, meaning) = if picked { ("● ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
        let line = row(area, cols(n - top));
        pen.blank(line, meaning);
        pen.brief((line.x, line.y), usize::from(line.width), &format!("{mark}{}", app.week_line(week)), meaning);
        pen.click(line, || walk((at, n), (Code::Left, Code::Right)));
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
        if leading.record.is_some() {
            pen.click(row(area, cols(n - top)), || keys_to(&lines, (weeks.at, n)));
        }
        if n == weeks.at {
            let mark = if leading.record.is_some() { Meaning::Picked } else { Meaning::Quiet };
            pen.text((area.x, y), 1, "›", mark);
        }
    }
    if lines.len() > top + high {
        pen.text((area.right() - 1, area.bottom() - 1), 1, "↓", Meaning::Key);
    }
}

/// The keys from one line to another that leads to a record: the cursor goes from record to record.
fn keys_to(lines: &[Leading], (at, to): (usize, usize)) -> Vec<Key> {
    let before = |n: usize| lines.iter().take(n).filter(|line| line.record.is_some()).count();
    let down = usize::from(to > at);
    to_line(before(at + down), before(to + down))
}
