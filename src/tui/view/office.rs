//! The office: the room's name and what is searched, one table, and below it what is said about the row under the
//! cursor. One drawing for all rooms.

use ratatui::layout::{Position, Rect};

use super::pen::{Pen, cols, cursor, row};
use super::pointer::to_line;
use super::theme::Meaning;
use crate::text::{clean, wrap};
use crate::tui::app::App;
use crate::tui::app::office::{Column, Office, Room, Row};

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, office: &Office, pen: &mut Pen, body: Rect) -> Option<Position> {
    let place = heading(app, office, pen, row(body, 0));
    // In a small window the names of the columns go first, then the line above the note.
    let names = u16::from(body.height >= 10);
    let foot = if body.height >= 14 { 1 + office.room.note() } else { 2 };
    let area = Rect { y: body.y + 1 + names, height: body.height - 1 - names - foot, ..body };
    let fitting = fitting(office.room.plan().columns, usize::from(body.width));
    if names > 0 && office.refused.is_none() {
        let heads: Vec<String> = fitting.iter().map(|column| head(app, office, column.n)).collect();
        let line = row(body, 1);
        cells(pen, line, &fitting, |n| heads.get(n).map_or("", String::as_str), Meaning::Quiet);
    }
    rows(app, office, pen, area, &fitting);
    note(app, office, pen, Rect { y: body.bottom() - foot, height: foot, ..body });
    place
}

/// Where one is, how many rows there are, and what is searched.
fn heading(app: &App, office: &Office, pen: &mut Pen, area: Rect) -> Option<Position> {
    let width = usize::from(area.width);
    let plan = office.room.plan();
    let name = office.of.as_deref().map_or_else(|| app.words.get(plan.wording).to_owned(), clean::shown);
    let above = plan.above.map(|above| format!("{} › ", app.words.get(above.plan().wording)));
    let mut text = format!("{}{name}", above.unwrap_or_default());
    if let Some(days) = office.pages.days {
        text.push_str(&format!(" · {}", days.name(&app.words)));
    }
    if !office.table.is_empty() && office.room != Room::Menu {
        let more = if office.pages.more { "+" } else { "" };
        text.push_str(&format!(" ({}{more})", office.table.len()));
    }
    let label = format!("{}: ", app.words.get("tui-search"));
    let most = width.saturating_sub(wrap::width(&label) + 12);
    let used = usize::from(pen.brief((area.x + 1, area.y), most, &text, Meaning::Head)) + 3;
    let used = used + usize::from(pen.text((area.x + cols(used), area.y), width - used, &label, Meaning::Quiet));
    let room = width.saturating_sub(used + 1).min(40);
    let (typed, column) = office.table.query.view(room);
    let x = area.x + cols(used);
    pen.blank(Rect { x, width: cols(room), ..area }, Meaning::Entry);
    pen.text((x, area.y), room, typed, Meaning::Entry);
    cursor(area, usize::from(x) + column, area.y)
}

fn head(app: &App, office: &Office, n: usize) -> String {
    let column = office.room.plan().columns.get(n);
    column.map_or_else(String::new, |column| app.words.get(column.wording).to_owned())
}

/// A column that a window has room for: which, and how wide.
struct Fitting {
    n: usize,
    wide: usize,
    cut: fn(&str, usize) -> String,
}

/// The columns that a window has room for.
fn fitting(columns: &[Column], width: usize) -> Vec<Fitting> {
    let shown = || columns.iter().enumerate().filter(|(_, column)| usize::from(column.from) <= width);
    let taken: usize = 2 + shown().map(|(_, column)| usize::from(column.width) + 1).sum::<usize>();
    let rest = width.saturating_sub(taken).max(1);
    let fit = |(n, column): (usize, &Column)| Fitting {
        n,
        wide: if column.width == 0 { rest } else { usize::from(column.width) },
        cut: if column.names { wrap::ends } else { wrap::brief },
    };
    shown().map(fit).collect()
}

/// One line of cells.
fn cells<'a>(pen: &mut Pen, line: Rect, fitting: &[Fitting], text: impl Fn(usize) -> &'a str, meaning: Meaning) {
    let mut x = line.x + 2;
    for (place, column) in fitting.iter().enumerate() {
        let room = column.wide.min(usize::from(line.right().saturating_sub(x)));
        pen.text((x, line.y), room, &(column.cut)(text(place), room), meaning);
        x = (x + cols(column.wide) + 1).min(line.right());
    }
}

/// The rows around the one under the cursor, or what stands in their place.
fn rows(app: &App, office: &Office, pen: &mut Pen, area: Rect, fitting: &[Fitting]) {
    let width = usize::from(area.width.saturating_sub(4));
    if let Some(said) = empty(app, office) {
        for (n, line) in wrap::lines(said, width).into_iter().enumerate().take(usize::from(area.height)) {
            pen.text((area.x + 2, area.y + cols(n)), width, said.get(line).unwrap_or_default(), Meaning::Quiet);
        }
        return;
    }
    let (high, table) = (usize::from(area.height), &office.table);
    let top = table.at.saturating_sub(high / 2).min(table.found().saturating_sub(high));
    for (n, entry) in table.shown().enumerate().skip(top).take(high) {
        let meaning = match (n == table.at, entry.faint, entry.alarm) {
            (true, ..) => Meaning::Picked,
            (false, true, _) => Meaning::Quiet,
            (false, false, true) => Meaning::Problem,
            (false, false, false) => Meaning::Plain,
        };
        let line = row(area, cols(n - top));
        pen.blank(line, meaning);
        cells(pen, line, fitting, |place| cell(entry, fitting, place), meaning);
        if n == table.at {
            pen.text((line.x, line.y), 1, "›", meaning);
        } else if entry.alarm && !cell(entry, fitting, 0).starts_with('!') {
            // A clock says by a sign of its own how late it is.
            pen.text((line.x, line.y), 1, "!", meaning);
        }
        pen.click(line, || to_line(table.at, n));
    }
    if table.found() > top + high {
        pen.text((area.right() - 1, area.bottom() - 1), 1, "↓", Meaning::Key);
    }
}

fn cell<'a>(entry: &'a Row, fitting: &[Fitting], place: usize) -> &'a str {
    fitting.get(place).and_then(|column| entry.cells.get(column.n)).map_or("", String::as_str)
}

/// What stands where the rows would be, when there are none.
fn empty<'a>(app: &'a App, office: &'a Office) -> Option<&'a str> {
    match &office.refused {
        Some(refused) => Some(refused),
        None if office.waits && office.table.is_empty() => Some(app.words.get(office.room.waits())),
        None if office.table.is_empty() => Some(app.words.get(office.room.plan().empty)),
        None if office.table.found() == 0 => Some(app.words.get("tui-log-none")),
        None => None,
    }
}

/// What is said about the row under the cursor, or about the room.
fn note(app: &App, office: &Office, pen: &mut Pen, area: Rect) {
    let width = usize::from(area.width.saturating_sub(2));
    let mut y = area.y;
    if area.height > 2 {
        pen.text((area.x, y), usize::from(area.width), &"─".repeat(usize::from(area.width)), Meaning::Quiet);
        y += 1;
    }
    let hint = format!("{}.hint", office.room.plan().wording);
    let said = office.table.row().map(|row| row.note.as_str()).filter(|note| !note.is_empty());
    let said = said.unwrap_or_else(|| app.words.get(&hint)).to_owned();
    for (n, line) in wrap::lines(&said, width).into_iter().enumerate().take(usize::from(area.bottom() - y)) {
        pen.text((area.x + 1, y + cols(n)), width, said.get(line).unwrap_or_default(), Meaning::Plain);
    }
}
