//! The log: what is searched, the rows, the record beside them or in their place.

use ratatui::layout::{Position, Rect};

use super::pen::{Pen, cols, cursor, row};
use super::pointer::to_line;
use super::register;
use super::theme::Meaning;
use crate::logbook::Row;
use crate::record::when;
use crate::report::names;
use crate::report::register::Entry;
use crate::text::{clean, wrap};
use crate::tui::app::columns::Layout;
use crate::tui::app::lines::{Line, Tone, capital, short_number, tiny};
use crate::tui::app::{App, Code, Key, Session};
use crate::tui::command::{Id, keys_of};

/// So much is left for typing beside the chips.
const ROOM: usize = 24;

/// Rows of a list that leave none for headings.
const LOW: u16 = 8;

/// Columns of the code of a post, at a desk.
const UNIT: usize = 10;

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, session: &Session, pen: &mut Pen, body: Rect) -> Option<Position> {
    let log = &session.log;
    if !app.is_wide() {
        if log.inside {
            record(app, session, pen, Rect { x: body.x + 1, width: body.width - 2, ..body });
            return None;
        }
        return list(app, session, pen, body);
    }
    let left = cols(app.list_width());
    let place = list(app, session, pen, Rect { width: left, ..body });
    for y in body.top()..body.bottom() {
        pen.text((body.x + left, y), 1, "│", Meaning::Quiet);
    }
    record(app, session, pen, Rect { x: body.x + left + 2, width: body.width - left - 2, ..body });
    place.filter(|_| !log.inside)
}

fn list(app: &App, session: &Session, pen: &mut Pen, area: Rect) -> Option<Position> {
    let log = &session.log;
    let (place, used) = search(app, session, pen, area);
    // Beside a record the last column keeps off the line between them.
    let width = usize::from(area.width) - usize::from(app.is_wide());
    let layout = session.layout(width, if session.desk { UNIT + 1 } else { 0 });
    // In a low window a record more says more than what the columns are called.
    let headed = layout.as_ref().filter(|_| area.height > LOW && !log.rows.is_empty());
    if let Some(layout) = headed {
        register::heads(app, pen, row(area, used), layout);
    }
    let used = used + u16::from(headed.is_some());
    let rows = Rect { y: area.y + used, height: area.height - used, ..area };
    if log.rows.is_empty() {
        let said = if log.is_loading() {
            "tui-loading"
        } else if log.is_whole() {
            if session.desk { "tui-log-empty-desk" } else { "tui-log-empty" }
        } else if log.is_register() {
            "tui-register-empty"
        } else {
            "tui-log-none"
        };
        pen.brief((rows.x + 2, rows.y), usize::from(rows.width - 2), app.words.get(said), Meaning::Quiet);
        return place;
    }
    let high = usize::from(rows.height);
    // The cursor keeps to the middle, so a row more is always seen above and below it.
    let top = log.at.saturating_sub(high / 2).min(log.rows.len().saturating_sub(high));
    for (n, entry) in log.rows.iter().enumerate().skip(top).take(high) {
        let picked = n == log.at;
        let line = row(rows, cols(n - top));
        let picked_here = picked && !log.inside;
        match &layout {
            Some(layout) => in_register(app, session, pen, line, (layout, entry, picked_here)),
            None => line_of(app, session, pen, line, (&entry.row, picked_here)),
        }
        pen.click(line, || {
            // Keys that go to the record have to come back to the list first.
            let back = log.inside.then(|| Key::plain(Code::Esc));
            back.into_iter().chain(to_line(log.at, n)).collect()
        });
        if picked {
            pen.text((line.x, line.y), 1, "›", if log.inside { Meaning::Head } else { Meaning::Picked });
        }
    }
    place
}

/// What is searched and which conditions are on; the cursor, and how many rows that took. Chips that leave too little
/// room for typing stand in a row of their own.
fn search(app: &App, session: &Session, pen: &mut Pen, area: Rect) -> (Option<Position>, u16) {
    let log = &session.log;
    let width = usize::from(area.width);
    let on: Vec<String> = log
        .filters
        .chips()
        .iter()
        .map(|chip| format!("[{}]", capital(&chip.brief(&session.known, &app.words))))
        .collect();
    let (chips, meaning) = match on.as_slice() {
        [] => (app.words.get("tui-filter-none").to_owned(), Meaning::Quiet),
        on => (on.join(" "), Meaning::Head),
    };
    let below = wrap::width(&chips) + ROOM > width;
    let at = if below { 1 } else { width - wrap::width(&chips) - 1 };
    let place = (area.x + cols(at), area.y + u16::from(below));
    let wide = pen.brief(place, width - at, &chips, meaning);
    pen.click(Rect { x: place.0, y: place.1, width: wide, height: 1 }, || keys_of(Id::Filter));
    let end = if below { width } else { at };
    let used = pen.text((area.x + 1, area.y), end, &format!("{}: ", app.words.get("tui-search")), Meaning::Quiet) + 1;
    let room = end.saturating_sub(usize::from(used) + 1);
    let (text, column) = log.query.view(room);
    pen.blank(Rect { x: area.x + used, width: cols(room), height: 1, ..area }, Meaning::Entry);
    pen.text((area.x + used, area.y), room, text, Meaning::Entry);
    (cursor(area, usize::from(area.x + used) + column, area.y), 1 + u16::from(below))
}

/// One record of a list.
pub(super) fn line_of(app: &App, session: &Session, pen: &mut Pen, area: Rect, (entry, picked): (&Row, bool)) {
    let meaning = look(entry, picked);
    pen.blank(area, if picked { Meaning::Picked } else { Meaning::Plain });
    let mut x = area.x + 2;
    let end = area.right();
    let mut put = |columns: usize, text: &str| {
        let room = columns.min(usize::from(end.saturating_sub(x)));
        pen.brief((x, area.y), room, text, meaning);
        x = (x + cols(columns) + 1).min(end);
    };
    let at = entry.at.with_timezone(&when::zone());
    let width = usize::from(area.width);
    let (number, columns) = numbered(session, entry, width);
    put(columns, &number);
    put(11, &at.format("%d/%m %H:%M").to_string());
    let title = title(app, entry);
    let status = entry.status.as_deref().map(|status| names::status(&entry.kind, status, &app.words));
    let area_name =
        entry.area.as_deref().map(|code| session.known.area_name(code).unwrap_or_else(|| clean::shown(code)));
    // At a desk the post takes what status and area would.
    let room = if session.desk { width.saturating_sub(UNIT + 1) } else { width };
    let extra = if room >= 90 {
        32
    } else if room >= 70 {
        17
    } else {
        0
    };
    put(width.saturating_sub(2 + columns + 1 + 12 + extra), &title);
    if extra > 16 {
        put(15, &status.unwrap_or_default());
    }
    if extra > 17 {
        put(14, &area_name.unwrap_or_default());
    }
}

/// The number of a row, and its columns; at a desk with the post, whose code may be longer than there is room for.
fn numbered(session: &Session, entry: &Row, width: usize) -> (String, usize) {
    let (number, columns) = if width >= 60 { (short_number(&entry.number), 14) } else { (tiny(&entry.number), 7) };
    if session.desk {
        (format!("{} {number}", wrap::brief(&clean::shown(&entry.unit), UNIT)), columns + UNIT + 1)
    } else {
        (number, columns)
    }
}

/// How a row looks.
const fn look(entry: &Row, picked: bool) -> Meaning {
    match (picked, entry.void) {
        (true, _) => Meaning::Picked,
        (_, true) => Meaning::Gone,
        _ => Meaning::Plain,
    }
}

/// One record of a register.
fn in_register(
    app: &App,
    session: &Session,
    pen: &mut Pen,
    line: Rect,
    (layout, entry, picked): (&Layout, &Entry, bool),
) {
    pen.blank(line, if picked { Meaning::Picked } else { Meaning::Plain });
    let (number, _) = numbered(session, &entry.row, if layout.years { usize::MAX } else { 0 });
    let said = [number, title(app, &entry.row)];
    register::row(app, session, pen, (line, look(&entry.row, picked)), (layout, entry), said);
}

/// What a row is called: its title, or its kind.
fn title(app: &App, entry: &Row) -> String {
    let void = if entry.void { app.words.get("tui-void-mark") } else { "" };
    match &entry.title {
        Some(title) => format!("{void}{}", clean::shown(title)),
        None => format!("{void}{}", capital(&names::kind(&entry.kind, &app.words))),
    }
}

/// The record being read.
fn record(app: &App, session: &Session, pen: &mut Pen, area: Rect) {
    let log = &session.log;
    let width = usize::from(area.width);
    let Some(reading) = &log.reading else {
        if log.opening.is_some() {
            pen.brief((area.x, area.y), width, app.words.get("tui-loading"), Meaning::Quiet);
        }
        return;
    };
    if !log.inside {
        pen.click(area, || keys_of(Id::Open));
    }
    let entries = reading.detail.history.len().to_string();
    let tabs = [
        (app.words.get("tui-tab-content").to_owned(), !reading.history),
        (app.words.with("tui-tab-history", &[("count", &entries)]), reading.history),
    ];
    let mut x = area.x;
    for (name, here) in tabs {
        let meaning = if here && log.inside {
            Meaning::Picked
        } else if here {
            Meaning::Head
        } else {
            Meaning::Quiet
        };
        let name = if here { format!("[{name}]") } else { format!(" {name} ") };
        let wide = pen.text((x, area.y), usize::from(area.right().saturating_sub(x)), &name, meaning);
        if !here {
            pen.click(Rect { x, width: wide, height: 1, ..area }, || keys_of(Id::Tab));
        }
        x += wide + 1;
    }
    let lines = app.record_lines();
    let high = usize::from(area.height - 1);
    let top = reading.top.min(lines.len().saturating_sub(high));
    for (n, line) in lines.iter().skip(top).take(high).enumerate() {
        draw_line(pen, (area.x, area.y + 1 + cols(n)), width, line);
    }
    if lines.len() > top + high {
        pen.text((area.right() - 1, area.bottom() - 1), 1, "↓", Meaning::Key);
    }
}

/// One line of a record, its history or the help.
pub(super) fn draw_line(pen: &mut Pen, (x, y): (u16, u16), width: usize, line: &Line) {
    let label = match line.tone {
        Tone::Head => Meaning::Head,
        Tone::Pair | Tone::Quiet => Meaning::Quiet,
        Tone::Gone | Tone::New | Tone::Problem => Meaning::Plain,
    };
    let used = pen.text((x, y), width, &line.label, label);
    pen.text((x + used, y), width.saturating_sub(usize::from(used)), &line.text, meaning(line.tone));
}

/// How a tone looks.
pub(super) const fn meaning(tone: Tone) -> Meaning {
    match tone {
        Tone::Head => Meaning::Head,
        Tone::Pair => Meaning::Plain,
        Tone::Quiet => Meaning::Quiet,
        Tone::Gone => Meaning::Gone,
        Tone::New => Meaning::New,
        Tone::Problem => Meaning::Problem,
    }
}
