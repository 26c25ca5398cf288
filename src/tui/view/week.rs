//! The week: the list of weeks, what the chosen one hands in, and how far an export is.

use ratatui::layout::Rect;

use super::log::draw_line;
use super::pen::{Pen, cols, row};
use super::theme::Meaning;
use crate::tui::app::App;
use crate::tui::app::week::{Weeks, Work};
use crate::tui::app::week_lines::LIST;

/// Draws it.
pub(super) fn draw(app: &App, weeks: &Weeks, pen: &mut Pen, body: Rect) {
    let body = match &weeks.work {
        Some(work) => {
            progress(app, work, pen, row(body, body.height - 1));
            Rect { height: body.height - 1, ..body }
        }
        None => body,
    };
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

/// A bar, the share that is done, the time left, and how it is stopped.
fn progress(app: &App, work: &Work, pen: &mut Pen, area: Rect) {
    let width = usize::from(area.width);
    let (stage, done, total) = match &work.going {
        Some(going) => (app.words.get(going.stage.id()), going.done, going.total.max(1)),
        None => (app.words.get("tui-week-begins"), 0, 1),
    };
    let done = done.min(total);
    let percent = (done.saturating_mul(100) / total).to_string();
    let left = work.left(app.now).map(|left| left.to_string()).unwrap_or_default();
    let said = if work.stopping {
        app.words.get("tui-week-stopping").to_owned()
    } else {
        app.words.with("tui-week-working", &[("stage", stage), ("percent", &percent), ("left", &left)])
    };
    let used = usize::from(pen.brief((area.x + 1, area.y), width.saturating_sub(2), &said, Meaning::Notice));
    let room = width.saturating_sub(used + 4).min(40);
    if room >= 10 {
        let share = usize::try_from(done.saturating_mul(room as u64) / total).unwrap_or(0).min(room);
        let bar = format!("{}{}", "█".repeat(share), "░".repeat(room - share));
        pen.text((area.x + cols(used) + 3, area.y), room, &bar, Meaning::Key);
    }
}
