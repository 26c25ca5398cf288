//! The handover: its matters with what was said to them, how the shift stands, the sheet, and what is to be done next.

use ratatui::layout::{Position, Rect};

use super::log::draw_line;
use super::pen::{Pen, cols, cursor, row, top};
use super::pointer::{to_line, walk};
use super::theme::Meaning;
use crate::acts::shift::{HandoverItem, Role};
use crate::record::clock::{Clock, State};
use crate::report::clock;
use crate::text::{clean, wrap};
use crate::tui::app::handover::Handover;
use crate::tui::app::handover_lines::items_width;
use crate::tui::app::lines::Line;
use crate::tui::app::sign::Signing;
use crate::tui::app::{App, Code, Session};

/// In fewer columns a clock's state stands in fewer words.
const NARROW: u16 = 45;

/// A row of the list: a matter, a legal clock on it, the question about it, a line of the shift.
#[derive(Clone, Copy)]
enum Row<'a> {
    Item(usize, &'a HandoverItem),
    Clock(&'a Clock),
    Note(&'a str),
    Fact(usize, &'a Line),
}

/// Draws it.
pub(super) fn draw(app: &App, page: &Handover, pen: &mut Pen, body: Rect) {
    if page.sheet.is_some() {
        return sheet(app, page, pen, body);
    }
    heading(app, page, pen, row(body, 0));
    let last = row(body, body.height - 1);
    pen.brief((last.x + 1, last.y), usize::from(last.width - 2), &app.handover_next(), Meaning::Head);
    let area = Rect { y: body.y + 1, height: body.height - 2, ..body };
    let (items, facts) = (items(page), app.shift_lines());
    let facts: Vec<Row> =
        facts.iter().enumerate().map(|(n, line)| Row::Fact(page.shown.items.len() + n, line)).collect();
    if !app.is_wide() {
        if page.shown.items.is_empty() {
            none(app, pen, row(area, 0));
            return rows(app, page, pen, Rect { y: area.y + 1, height: area.height - 1, ..area }, &facts);
        }
        return rows(app, page, pen, area, &[items, facts].concat());
    }
    let left = cols(items_width(usize::from(area.width)));
    if page.shown.items.is_empty() {
        none(app, pen, Rect { width: left, ..row(area, 0) });
    }
    rows(app, page, pen, Rect { width: left, ..area }, &items);
    for y in area.top()..area.bottom() {
        pen.text((area.x + left, y), 1, "│", Meaning::Quiet);
    }
    rows(app, page, pen, Rect { x: area.x + left + 1, width: area.width - left - 1, ..area }, &facts);
}

fn items(page: &Handover) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (n, item) in page.shown.items.iter().enumerate() {
        rows.push(Row::Item(n, item));
        rows.extend(item.clocks.iter().map(Row::Clock));
        let note = item.answer.as_ref().and_then(|answer| answer.note.as_deref());
        rows.extend(note.map(Row::Note));
    }
    rows
}

/// Which shift on the left; on the right how much is answered, which is never cut.
fn heading(app: &App, page: &Handover, pen: &mut Pen, area: Rect) {
    let (heading, counts) = app.handover_heading();
    let wide = wrap::width(&counts).min(usize::from(area.width - 2));
    let room = usize::from(area.width).saturating_sub(wide + 4);
    pen.brief((area.x + 1, area.y), room, &heading, Meaning::Head);
    let meaning = if page.shown.left() > 0 { Meaning::Problem } else { Meaning::Notice };
    pen.text((area.right() - 1 - cols(wide), area.y), wide, &counts, meaning);
}

fn none(app: &App, pen: &mut Pen, area: Rect) {
    pen.brief((area.x + 2, area.y), usize::from(area.width - 2), app.words.get("tui-handover-nothing"), Meaning::Quiet);
}

/// A part of the screen; the row under the cursor keeps to its middle.
fn rows(app: &App, page: &Handover, pen: &mut Pen, area: Rect, all: &[Row<'_>]) {
    let here = |row: &Row| matches!(row, Row::Item(n, _) | Row::Fact(n, _) if *n == page.at);
    let high = usize::from(area.height);
    let top = top(all.iter().position(here).unwrap_or(0), all.len(), high);
    for (n, line) in all.iter().enumerate().skip(top).take(high) {
        let area = row(area, cols(n - top));
        let width = usize::from(area.width);
        if let Row::Item(to, _) | Row::Fact(to, _) = line {
            pen.click(area, || to_line(page.at, *to));
        }
        match line {
            Row::Item(_, item) => matter(app, pen, area, item, here(line)),
            Row::Clock(clock) => legal(app, page, pen, area, clock),
            Row::Note(note) => {
                let said = app.words.with("tui-handover-note", &[("note", &clean::shown(note))]);
                pen.brief((area.x + 6, area.y), width.saturating_sub(7), &said, Meaning::Notice);
            }
            Row::Fact(_, line) => draw_line(pen, (area.x + 2, area.y), width.saturating_sub(3), line),
        }
        if here(line) {
            pen.text((area.x, area.y), 1, "›", Meaning::Picked);
        }
    }
    if all.len() > top + high {
        pen.text((area.right() - 1, area.bottom() - 1), 1, "↓", Meaning::Key);
    }
}

/// A matter as an entry of a list to be ticked off, its age at the end.
fn matter(app: &App, pen: &mut Pen, area: Rect, item: &HandoverItem, picked: bool) {
    let (mark, meaning) = match item.answer.as_ref().map(|answer| answer.accepted) {
        None => ("[ ]", Meaning::Plain),
        Some(true) => ("[x]", Meaning::Quiet),
        Some(false) => ("[?]", Meaning::Notice),
    };
    let meaning = if picked { Meaning::Picked } else { meaning };
    pen.blank(area, if picked { Meaning::Picked } else { Meaning::Plain });
    let age = app.age(item.since);
    let wide = wrap::width(&age);
    let room = usize::from(area.width).saturating_sub(wide + 5);
    pen.brief((area.x + 2, area.y), room, &format!("{mark} {}", app.matter(item)), meaning);
    pen.text((area.right() - 2 - cols(wide), area.y), wide, &age, meaning);
}

/// A legal clock below its matter: by when what has to be done, and how that stands, as it stood at the shift's end.
fn legal(app: &App, page: &Handover, pen: &mut Pen, area: Rect, one: &Clock) {
    let now = page.shown.shift.data.when("ended_at").unwrap_or(app.now);
    let meaning = match one.state {
        State::Red | State::Late => Meaning::Problem,
        State::Amber => Meaning::Notice,
        _ => Meaning::Plain,
    };
    let text = format!("{} {} {}", clock::mark(one), clock::last(one, now), clock::name(one, &app.words));
    let area = Rect { x: area.x + 5, width: area.width.saturating_sub(6), ..area };
    // Where both don't fit, what has to be done counts for more than the state's name: the sign says that too.
    let end = if area.width < NARROW { clock::left } else { clock::standing };
    pen.pair(area, (&text, None, &end(one, now, &app.words)), meaning, false);
}

/// The sheet as it will be printed.
fn sheet(app: &App, page: &Handover, pen: &mut Pen, body: Rect) {
    let lines = app.sheet_lines();
    let high = usize::from(body.height);
    let top = page.sheet.as_ref().map_or(0, |sheet| sheet.top).min(lines.len().saturating_sub(high));
    for (n, line) in lines.iter().skip(top).take(high).enumerate() {
        pen.text((body.x, body.y + cols(n)), usize::from(body.width), line, Meaning::Plain);
    }
    if lines.len() > top + high {
        pen.text((body.right() - 1, body.bottom() - 1), 1, "↓", Meaning::Key);
    }
}

/// The card on which somebody signs: the role, who, the password; says where the cursor is.
pub(super) fn sign(app: &App, session: &Session, pen: &mut Pen, body: Rect) -> Option<Position> {
    let signing = &session.handover()?.signing;
    let people = signing.people.len().clamp(1, 6);
    let columns = usize::from(body.width).saturating_sub(4).min(60);
    let inside = super::card::boxed(pen, body, (columns, people + 3), app.words.get("tui-sign"));
    let role = |role: Role| app.words.get(&role.id()).to_owned();
    let used = pen.brief((inside.x, inside.y), columns, &role(signing.role), Meaning::Head);
    if let Some(other) = app.other_signer() {
        let said = app.words.with("tui-sign-other", &[("role", &role(other))]);
        let room = columns.saturating_sub(usize::from(used) + 2);
        pen.brief((inside.x + used + 2, inside.y), room, &said, Meaning::Quiet);
    }
    let high = usize::from(inside.height).saturating_sub(3).max(1);
    choices(app, signing, pen, Rect { y: inside.y + 1, height: cols(high), ..inside });
    let y = inside.y + 1 + cols(high);
    let label = format!("{}: ", app.words.get("tui-password"));
    let used = pen.text((inside.x, y), columns, &label, Meaning::Plain);
    let room = columns.saturating_sub(usize::from(used));
    let signs = signing.who.password.signs().min(room.saturating_sub(1));
    pen.blank(Rect { x: inside.x + used, y, width: cols(room), height: 1 }, Meaning::Entry);
    pen.text((inside.x + used, y), room, &"•".repeat(signs), Meaning::Entry);
    let waits = signing.who.waits(app.now);
    let state = if signing.who.busy {
        app.words.get("tui-signing").to_owned()
    } else if waits > 0 {
        app.words.with("tui-wait", &[("seconds", &waits.to_string())])
    } else {
        app.words.get("tui-sign.hint").to_owned()
    };
    pen.brief((inside.x, y + 1), columns, &state, Meaning::Quiet);
    cursor(inside, usize::from(inside.x + used) + signs, y).filter(|_| !signing.who.busy)
}

/// Those who may sign, around the one who is chosen.
fn choices(app: &App, signing: &Signing, pen: &mut Pen, area: Rect) {
    if signing.people.is_empty() {
        pen.brief((area.x, area.y), usize::from(area.width), app.words.get("tui-sign-nobody"), Meaning::Problem);
    }
    let high = usize::from(area.height);
    let top = top(signing.who.at, signing.people.len(), high);
    for (n, (_, name)) in signing.people.iter().enumerate().skip(top).take(high) {
        let (mark, meaning) = if n == signing.who.at { ("› ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
        let said = format!("{mark}{} ", clean::shown(name));
        let line = row(area, cols(n - top));
        pen.brief((line.x, line.y), usize::from(line.width), &said, meaning);
        pen.click(line, || walk((signing.who.at, n), (Code::Up, Code::Down)));
    }
}
