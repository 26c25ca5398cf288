//! A form: its heading, its lines in one column or two, the choices of the field under the cursor, and below what
//! that field wants and what stands in its way.

use ratatui::layout::{Position, Rect};

use super::pen::{Pen, cols, cursor, row};
use super::pointer::walk;
use super::theme::Meaning;
use crate::record::when::{self, Lies, Moment};
use crate::record::{Fallback, Shape};
use crate::report::names;
use crate::text::{clean, wrap};
use crate::tui::app::form::cell::{Cell, Pick};
use crate::tui::app::form::layout::{BLOCK_ROWS, columns, lines, spans};
use crate::tui::app::form::slots::{Part, Slot};
use crate::tui::app::form::{DESPITE_PATH, Form, WHY_PATH};
use crate::tui::app::lines::short_number;
use crate::tui::app::{App, Code, Key, Session};

/// What drawing a form needs.
struct Canvas<'a, 'b> {
    app: &'a App,
    session: &'a Session,
    form: &'a Form,
    pen: &'a mut Pen<'b>,
    area: Rect,
    place: Option<Position>,
    /// Where the choices hang, when they are open.
    hook: Option<(u16, u16, usize)>,
}

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, session: &Session, form: &Form, pen: &mut Pen, body: Rect) -> Option<Position> {
    heading(app, form, pen, row(body, 0));
    let problem = problem(app, form).unwrap_or_default();
    let told = wrap::lines(&problem, usize::from(body.width - 2));
    // In a window of some height a long advice has a second row.
    let foot = if body.height >= 14 { 3 + u16::from(told.len() > 1) } else { 2 };
    let below = Rect { y: body.bottom() - foot, height: foot, ..body };
    let y = help(app, form, pen, below);
    for (n, line) in told.iter().enumerate().take(usize::from(below.bottom().saturating_sub(y))) {
        let y = y + cols(n);
        let rest = if y + 1 == below.bottom() { line.start..problem.len() } else { line.clone() };
        let part = problem.get(rest).unwrap_or_default().trim_end();
        pen.brief((body.x + 1, y), usize::from(body.width - 2), part, Meaning::Problem);
    }
    let area = Rect { y: body.y + 1, height: body.height - 1 - foot, ..body };
    let mut canvas = Canvas { app, session, form, pen, area, place: None, hook: None };
    canvas.lines();
    canvas.choices();
    canvas.place.filter(|_| !form.saving)
}

fn heading(app: &App, form: &Form, pen: &mut Pen, area: Rect) {
    let mut text = names::purpose(form.purpose, &app.words);
    if let Some(base) = &form.base {
        text.push_str(&format!(" {}", short_number(&base.number)));
    }
    let used = pen.brief((area.x + 1, area.y), usize::from(area.width - 2), &text, Meaning::Head);
    let (state, meaning) = state(app, form);
    let room = usize::from(area.width).saturating_sub(usize::from(used) + 4);
    let wide = wrap::width(&state).min(room);
    pen.brief((area.right() - 1 - cols(wide), area.y), room, &state, meaning);
}

/// Where what is typed is: on its way, in a draft, or nowhere but on the screen.
fn state(app: &App, form: &Form) -> (String, Meaning) {
    let hour = |at: Moment| at.with_timezone(&when::zone()).format("%H:%M").to_string();
    if form.saving {
        return (app.words.get("tui-saving").to_owned(), Meaning::Quiet);
    }
    if let Some(since) = form.failing {
        return (app.words.with("tui-draft-failing", &[("at", &hour(since))]), Meaning::Problem);
    }
    let kept = form.kept.filter(|_| form.dirty);
    (kept.map_or_else(String::new, |at| app.words.with("tui-draft-at", &[("at", &hour(at))])), Meaning::Quiet)
}

/// What the field under the cursor wants; the row below it.
fn help(app: &App, form: &Form, pen: &mut Pen, area: Rect) -> u16 {
    let width = usize::from(area.width - 2);
    let mut y = area.y;
    if area.height > 2 {
        pen.text((area.x, y), usize::from(area.width), &"─".repeat(usize::from(area.width)), Meaning::Quiet);
        y += 1;
    }
    if let Some(slot) = form.slot() {
        let label = label(app, form, slot);
        let used = pen.brief((area.x + 1, y), width, &label, Meaning::Head);
        let room = width.saturating_sub(usize::from(used) + 2);
        pen.brief((area.x + 1 + used + 2, y), room, app.words.get(hint(slot)), Meaning::Quiet);
    }
    y + 1
}

/// What stands in the way of the field under the cursor.
fn problem(app: &App, form: &Form) -> Option<String> {
    let problem = form.problems.get(&form.slot()?.path)?;
    let text = match (problem.code, app.words.finding(problem)) {
        ("E007", _) => app.words.get("tui-needed").to_owned(),
        // What the field wants stands in the line above; the advice speaks to those who write JSON.
        ("E008" | "E011" | "E016" | "E022", (message, _)) => message,
        (_, (message, advice)) => format!("{message}. {advice}"),
    };
    Some(format!("! {text}"))
}

/// The wording id of what a field wants.
fn hint(slot: &Slot) -> &'static str {
    match (&slot.part, slot.field.shape) {
        (Part::Add, _) => "tui-hint-add",
        _ if slot.path == DESPITE_PATH => "tui-despite.hint",
        (_, Shape::When) if slot.field.lies == Lies::Ahead => "tui-hint-when-ahead",
        (_, Shape::When) => "tui-hint-when",
        (_, Shape::Day) => "tui-hint-day",
        (_, Shape::Category) => "tui-hint-category",
        (_, Shape::One(_) | Shape::Area | Shape::Officer | Shape::Flag) => "tui-hint-pick",
        (_, Shape::Block(_)) => "tui-hint-block",
        (_, Shape::Money) => "tui-hint-money",
        (_, Shape::Count(_)) => "tui-hint-count",
        (_, Shape::Decimal) => "tui-hint-decimal",
        (_, Shape::Record) => "tui-hint-record",
        _ => "tui-hint-line",
    }
}

/// What a slot is called.
fn label(app: &App, form: &Form, slot: &Slot) -> String {
    if slot.path == WHY_PATH {
        return app.words.get("tui-why").to_owned();
    }
    if slot.path == DESPITE_PATH {
        return app.words.get("tui-despite").to_owned();
    }
    let name = app.words.field(form.purpose.named(), &slot.path).to_owned();
    match slot.part {
        Part::Add => format!("+ {}", app.words.with("tui-add", &[("what", &name)])),
        Part::Item(n) => format!("{name} {}", n + 1),
        _ => name,
    }
}

/// The keys to a slot. Choices that are open are closed first; on the slot itself it is what opens it.
fn keys_to(form: &Form, n: usize, slot: &Slot) -> Vec<Key> {
    let stops = |n: usize| form.slots.iter().take(n).filter(|slot| slot.takes_cursor()).count();
    let open = form.cell().is_some_and(Cell::is_open);
    let close = open.then(|| Key::plain(Code::Esc));
    let then = match &slot.part {
        _ if n != form.at => walk((stops(form.at), stops(n)), (Code::BackTab, Code::Tab)),
        Part::Add => vec![Key::plain(Code::Enter)],
        Part::Cell(Cell::Pick(_)) if !open => vec![Key::plain(Code::Char(' '))],
        _ => Vec::new(),
    };
    close.into_iter().chain(then).collect()
}

impl Canvas<'_, '_> {
    fn lines(&mut self) {
        let lines = lines(self.form, usize::from(self.area.width));
        let here = |line: &(usize, Option<usize>)| line.0 == self.form.at || line.1 == Some(self.form.at);
        let at = lines.iter().position(here).unwrap_or(0);
        let high = usize::from(self.area.height);
        let tall = self.tall(high);
        // One line has the cursor and may be taller; all others are one row.
        let total = lines.len() + tall - 1;
        let top = at.saturating_sub(high.saturating_sub(tall) / 2).min(total.saturating_sub(high));
        let mut y = self.area.y;
        for (n, (left, right)) in lines.iter().enumerate().skip(top) {
            if y >= self.area.bottom() {
                break;
            }
            self.slot(*left, self.area.x, y);
            if let Some(right) = right {
                let column = columns(usize::from(self.area.width), false).column;
                self.slot(*right, self.area.x + cols(column + 1), y);
            }
            y += if n == at { cols(tall) } else { 1 };
        }
        self.more(top > 0, total > top + high);
    }

    /// Signs that there is more above or below.
    fn more(&mut self, above: bool, below: bool) {
        let x = self.area.right() - 1;
        if above {
            self.pen.text((x, self.area.y), 1, "↑", Meaning::Key);
        }
        if below {
            self.pen.text((x, self.area.bottom() - 1), 1, "↓", Meaning::Key);
        }
    }

    /// Rows of the line under the cursor.
    fn tall(&self, high: usize) -> usize {
        match self.form.cell() {
            Some(Cell::Text(editor)) if editor.is_block() => {
                let width = columns(usize::from(self.area.width), true).value;
                editor.rows(width).len().clamp(3, BLOCK_ROWS).min(high.max(1))
            }
            _ => 1,
        }
    }

    fn slot(&mut self, n: usize, x: u16, y: u16) {
        let (app, form) = (self.app, self.form);
        let Some(slot) = form.slots.get(n) else { return };
        let here = n == form.at;
        let wide = columns(usize::from(self.area.width), spans(slot));
        let name = label(app, form, slot);
        if slot.takes_cursor() {
            let high = if here { self.tall(usize::from(self.area.height)) } else { 1 };
            let place = Rect { x, y, width: cols(wide.column), height: cols(high) };
            self.pen.click(place, || keys_to(form, n, slot));
        }
        match slot.part {
            Part::Head => {
                let count = form.count(&slot.path);
                let text = if count > 0 { format!("{name} ({count})") } else { name };
                self.pen.brief((x + 1, y), wide.column - 1, &text, Meaning::Head);
            }
            Part::Item(_) => {
                self.pen.brief((x + 2, y), wide.column - 2, &format!("─ {name}"), Meaning::Quiet);
            }
            Part::Add => {
                let meaning = if here { Meaning::Picked } else { Meaning::Quiet };
                self.pen.brief((x + 2, y), wide.column - 2, &name, meaning);
                if here {
                    self.place = cursor(self.area, usize::from(x) + 2, y);
                }
            }
            Part::Cell(_) => self.field(slot, here, (x, y)),
        }
    }

    /// A label, the mark before it and the value.
    fn field(&mut self, slot: &Slot, here: bool, (x, y): (u16, u16)) {
        let wide = columns(usize::from(self.area.width), spans(slot));
        let troubled = self.form.problems.contains_key(&slot.path);
        let (mark, meaning) = match (troubled, here) {
            (true, _) => ("!", Meaning::Problem),
            (_, true) => ("›", Meaning::Head),
            _ => (" ", Meaning::Plain),
        };
        self.pen.text((x, y), 1, mark, meaning);
        let needed = if slot.field.fallback == Fallback::Required { "*" } else { "" };
        let room = wide.label.saturating_sub(2 + needed.len());
        let name = format!("{}{needed}", wrap::brief(&label(self.app, self.form, slot), room));
        self.pen.text((x + 1, y), wide.label, &name, if here { Meaning::Picked } else { Meaning::Quiet });
        let at = (x + cols(wide.label), y);
        match slot.cell() {
            Some(Cell::Text(editor)) if here && editor.is_block() => self.block(editor, at, wide.value),
            Some(Cell::Text(editor)) if here => {
                let (text, column) = editor.view(wide.value);
                self.entry(at, wide.value, text, column);
            }
            Some(Cell::Pick(pick)) if here => self.pick(slot, pick, at, wide.value),
            Some(cell) => self.value(slot, cell, at, wide.value),
            None => {}
        }
    }

    fn entry(&mut self, (x, y): (u16, u16), width: usize, text: &str, column: usize) {
        self.pen.blank(Rect { x, y, width: cols(width), height: 1 }, Meaning::Entry);
        self.pen.text((x, y), width, text, Meaning::Entry);
        self.place = cursor(self.area, usize::from(x) + column, y);
    }

    fn pick(&mut self, slot: &Slot, pick: &Pick, at: (u16, u16), width: usize) {
        if pick.open {
            let (text, column) = pick.query.view(width);
            self.entry(at, width, text, column);
            self.hook = Some((at.0, at.1, width));
        } else {
            let name = pick.chosen.as_ref().map(|code| self.session.known.named(slot.field, code, &self.app.words));
            let name = wrap::brief(&name.unwrap_or_default(), width);
            self.entry(at, width, &name, 0);
        }
    }

    /// A text of several lines, the rows around the cursor.
    fn block(&mut self, editor: &crate::text::edit::Editor, (x, y): (u16, u16), width: usize) {
        let high = self.tall(usize::from(self.area.height));
        let rows = editor.rows(width);
        let (line, column) = editor.cursor_at(width);
        let top = line.saturating_sub(high - 1);
        self.pen.blank(Rect { x, y, width: cols(width), height: cols(high) }.intersection(self.area), Meaning::Entry);
        for (n, range) in rows.into_iter().skip(top).take(high).enumerate() {
            let text = editor.text().get(range).unwrap_or_default();
            self.pen.text((x, y + cols(n)), width, text, Meaning::Entry);
        }
        self.place = cursor(self.area, usize::from(x) + column, y + cols(line - top));
    }

    /// A value that isn't under the cursor: its first line.
    fn value(&mut self, slot: &Slot, cell: &Cell, at: (u16, u16), width: usize) {
        let (text, more) = match cell {
            Cell::Text(editor) => {
                let text = editor.text().trim_start();
                let first = text.split('\n').next().unwrap_or_default();
                (wrap::fit(first, width + 1).to_owned(), text.len() > first.len())
            }
            Cell::Pick(pick) => {
                let code = pick.chosen.as_deref();
                (
                    code.map_or_else(String::new, |code| self.session.known.named(slot.field, code, &self.app.words)),
                    false,
                )
            }
        };
        if text.is_empty() {
            self.pen.text(at, width, "·", Meaning::Quiet);
        } else {
            let fits = wrap::width(&text) + 2 <= width;
            let text = if more && fits { format!("{text} …") } else { text };
            self.pen.brief(at, width, &text, Meaning::Plain);
        }
    }

    /// The choices, below the field or above it where there is more room.
    fn choices(&mut self) {
        let Some((x, y, width)) = self.hook else { return };
        let Some(Cell::Pick(pick)) = self.form.cell() else { return };
        let choices = self.form.choices(&self.session.known, &self.app.words);
        let (below, above) = (self.area.bottom() - y - 1, y - self.area.y);
        let high = cols(choices.len().clamp(1, 8)).min(below.max(above));
        let from = if below >= high { y + 1 } else { y - high };
        let area = Rect { x, y: from, width: cols(width), height: high };
        self.pen.blank(area, Meaning::Plain);
        if choices.is_empty() {
            let (said, meaning) = if self.session.known.sought.is_coming() {
                ("tui-loading", Meaning::Quiet)
            } else {
                ("tui-no-choice", Meaning::Problem)
            };
            self.pen.brief((x, from), width, self.app.words.get(said), meaning);
        }
        let top = (pick.at + 1).saturating_sub(usize::from(high));
        for (n, choice) in choices.iter().enumerate().skip(top).take(usize::from(high)) {
            let picked = n == pick.at;
            let (mark, meaning) = if picked { ("› ", Meaning::Picked) } else { ("│ ", Meaning::Plain) };
            let line = row(area, cols(n - top));
            self.pen.blank(line, meaning);
            self.pen.brief((line.x, line.y), width, &format!("{mark}{}", clean::shown(&choice.name)), meaning);
            self.pen.click(line, || {
                let chosen = walk((pick.at, n), (Code::Up, Code::Down)).into_iter();
                chosen.chain([Key::plain(Code::Enter)]).collect()
            });
        }
    }
}
