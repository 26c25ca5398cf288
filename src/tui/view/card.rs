//! Cards over a screen: help, palette, questions. At every size they stay inside the window.

use ratatui::layout::{Position, Rect};

use super::log::draw_line;
use super::password;
use super::pen::{Pen, cols, cursor};
use super::pointer::to_line;
use super::theme::Meaning;
use crate::record::{Data, changes, when};
use crate::report::names;
use crate::text::edit::Editor;
use crate::text::{clean, wrap};
use crate::tui::app::cards::{found, kinds, options};
use crate::tui::app::filter::{offers, recent};
use crate::tui::app::form::{draft_named, facts_of};
use crate::tui::app::lines::{Line, Tone, capital, help};
use crate::tui::app::{App, Card, Detail};
use crate::tui::command::cap;

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, card: &Card, pen: &mut Pen, body: Rect) -> Option<Position> {
    match card {
        Card::Palette { query, at } => palette(app, pen, body, query, *at),
        Card::Filter { query, at } => filter(app, pen, body, query, *at),
        Card::Choose { from, query, at } => {
            let rows = app.choosable(*from, query.text()).into_iter().map(|chosen| (chosen.name, chosen.end));
            searched(app, pen, body, from.wording(), (query, *at), &rows.collect::<Vec<_>>())
        }
        Card::Reveal { why, .. } => {
            ask(app, pen, body, ("cmd-reveal", "tui-why", app.words.get("cmd-reveal.hint")), why)
        }
        Card::Ask { question, text } => {
            let wording = question.wording();
            ask(app, pen, body, (wording, &format!("{wording}-label"), &question.hint(&app.words)), text)
        }
        Card::Sign => app.session().and_then(|session| super::handover::sign(app, session, pen, body)),
        Card::Glyphs { trial } => super::first::glyphs_card(app, trial, pen, body),
        Card::Paper(noting) => super::first::paper_card(app, noting, pen, body),
        Card::Password(typed) => password::draw(app, typed, pen, body),
        Card::Prove(who) => password::proof(app, who, pen, body),
        card => {
            untyped(app, card, pen, body);
            None
        }
    }
}

/// Draws a card that nothing is typed into.
fn untyped(app: &App, card: &Card, pen: &mut Pen, body: Rect) {
    match card {
        Card::Help { top } => {
            let lines = help(app, usize::from(body.width));
            let inside = boxed(pen, body, (usize::from(body.width), lines.len()), app.words.get("cmd-help"));
            let top = (*top).min(lines.len().saturating_sub(usize::from(inside.height)));
            for (n, line) in lines.iter().skip(top).take(usize::from(inside.height)).enumerate() {
                draw_line(pen, (inside.x, inside.y + cols(n)), usize::from(inside.width), line);
            }
        }
        Card::Closed { at } => {
            let said = app.closed_lines().into_iter().map(|line| (Tone::Pair, line)).collect();
            question(app, pen, body, card, "tui-closed", said, *at);
        }
        Card::Menu(menu) => {
            let mut said: Vec<(Tone, String)> = menu.said.iter().map(|line| (Tone::Pair, line.clone())).collect();
            said.push((Tone::Quiet, app.words.get(&format!("{}.hint", menu.wording)).to_owned()));
            let choices: Vec<&str> = menu.offers.iter().map(|(name, _)| &**name).collect();
            text(pen, body, app.words.get(menu.wording), &said, &choices, menu.at);
        }
        Card::Told { heading, said, top } => told(pen, body, app.words.get(heading), said, *top),
        Card::Kinds { at } => {
            let names: Vec<String> = kinds().map(|kind| capital(&names::kind(kind.name(), &app.words))).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let said = [(Tone::Quiet, app.words.get("tui-kinds.hint").to_owned())];
            text(pen, body, app.words.get("cmd-other"), &said, &names, *at);
        }
        Card::Drafts { at } => drafts(app, pen, body, *at),
        Card::Trouble { message, hint } => {
            let lines = [(Tone::Head, message.clone()), (Tone::Quiet, String::new()), (Tone::Pair, hint.clone())];
            text(pen, body, app.words.get("tui-trouble"), &lines, &[], 0);
        }
        Card::Leave { at } => question(app, pen, body, card, "tui-leave", Vec::new(), *at),
        Card::Clock { last, at } => {
            let now = when::shown(app.now);
            let said = match last.map(when::shown) {
                Some(last) => app.words.with("tui-clock-said", &[("now", &now), ("last", &last)]),
                None => app.words.with("tui-first-clock-unset", &[("now", &now)]),
            };
            question(app, pen, body, card, "tui-clock", vec![(Tone::Pair, said)], *at);
        }
        Card::Conflict { theirs, at } => question(app, pen, body, card, "tui-conflict", conflict(app, theirs), *at),
        _ => {}
    }
}

/// A framed box in the middle, large enough for so much text; what is inside of it.
pub(super) fn boxed(pen: &mut Pen, body: Rect, (columns, rows): (usize, usize), heading: &str) -> Rect {
    let width = cols(columns + 4).min(body.width);
    let height = cols(rows + 2).min(body.height);
    let area = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
    pen.frame(area, heading);
    Rect { x: area.x + 2, y: area.y + 1, width: width.saturating_sub(4), height: height.saturating_sub(2) }
}

/// Lines of text, as many as there are, scrolled.
fn told(pen: &mut Pen, body: Rect, heading: &str, said: &[String], top: usize) {
    let columns = usize::from(body.width).saturating_sub(4).min(76);
    let mut lines = Vec::new();
    for text in said {
        lines.extend(wrap::lines(text, columns).into_iter().map(|row| text.get(row).unwrap_or_default().trim_end()));
        lines.push("");
    }
    lines.pop();
    let inside = boxed(pen, body, (columns, lines.len()), heading);
    let high = usize::from(inside.height);
    let top = top.min(lines.len().saturating_sub(high));
    for (n, line) in lines.iter().skip(top).take(high).enumerate() {
        pen.text((inside.x, inside.y + cols(n)), columns, line, Meaning::Plain);
    }
    if lines.len() > top + high {
        pen.text((inside.right() + 1, inside.bottom().saturating_sub(1)), 1, "↓", Meaning::Key);
    }
}

/// Lines of text and below them choices.
fn text(pen: &mut Pen, body: Rect, heading: &str, said: &[(Tone, String)], choices: &[&str], at: usize) {
    let columns = usize::from(body.width).saturating_sub(4).min(66);
    let mut lines = Vec::new();
    for (tone, text) in said {
        for row in wrap::lines(text, columns) {
            let text = text.get(row).unwrap_or_default().trim_end().to_owned();
            lines.push(Line { tone: *tone, label: String::new(), text });
        }
    }
    let rows = lines.len() + choices.len() + usize::from(!choices.is_empty());
    let inside = boxed(pen, body, (columns, rows), heading);
    // The choices are never pushed out by what is said above them; many of them keep the one under the cursor in sight.
    let shown = choices.len().min(usize::from(inside.height));
    let room = usize::from(inside.height) - shown;
    for (n, line) in lines.iter().take(room).enumerate() {
        draw_line(pen, (inside.x, inside.y + cols(n)), columns, line);
    }
    let top = (at + 1).saturating_sub(shown);
    for (n, choice) in choices.iter().enumerate().skip(top).take(shown) {
        let y = inside.bottom() - cols(shown) + cols(n - top);
        let (mark, meaning) = if n == at { ("› ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
        pen.brief((inside.x, y), columns, &format!("{mark}{choice} "), meaning);
        pen.click(Rect { y, height: 1, ..inside }, || to_line(at, n));
    }
}

fn question(app: &App, pen: &mut Pen, body: Rect, card: &Card, wording: &str, more: Vec<(Tone, String)>, at: usize) {
    // In a small window the end is cut off, so what is known of this case comes first.
    let mut said = more;
    said.push((Tone::Quiet, app.words.get(&format!("{wording}.hint")).to_owned()));
    let choices: Vec<&str> = options(card).iter().map(|id| app.words.get(id)).collect();
    text(pen, body, app.words.get(wording), &said, &choices, at);
}

/// Field by field: what it was, theirs, mine; those that both touched first.
fn conflict(app: &App, theirs: &Detail) -> Vec<(Tone, String)> {
    let Some(session) = app.session() else { return Vec::new() };
    let Some((form, kind)) = session.form.as_ref().and_then(|form| Some((form, form.purpose.kind()?))) else {
        return Vec::new();
    };
    let Some(base) = &form.base else { return Vec::new() };
    let mine = form.changed(&session.known, app.now);
    let mut lines = Vec::new();
    let mut own = base.data.clone();
    own.0.extend(mine);
    // Persons are masked in what was read, so only facts can be compared.
    let (was, _) = base.data.split(kind);
    let now = facts_of(&theirs.record);
    for change in changes(kind, &Data(was), &now).iter().take(6) {
        lines.push((Tone::Head, app.words.field(kind.name(), &change.path).to_owned()));
        let theirs = session.known.reads(&change.field, &change.after, &app.words);
        lines.push((Tone::New, app.words.with("tui-conflict-there", &[("value", &theirs)])));
        let here = session.known.reads(&change.field, own.get(&change.path), &app.words);
        lines.push((Tone::Pair, app.words.with("tui-conflict-here", &[("value", &here)])));
    }
    lines
}

fn palette(app: &App, pen: &mut Pen, body: Rect, query: &Editor, at: usize) -> Option<Position> {
    let commands = found(query.text(), app.below(), app.is_desk(), &app.words);
    let rows = commands.iter().map(|command| {
        let key = command.keys.first().map(|key| cap(*key)).unwrap_or_default();
        (app.words.get(command.wording).to_owned(), key)
    });
    searched(app, pen, body, "cmd-palette", (query, at), &rows.collect::<Vec<_>>())
}

/// What the list can be narrowed to; what is on has a mark.
fn filter(app: &App, pen: &mut Pen, body: Rect, query: &Editor, at: usize) -> Option<Position> {
    let session = app.session()?;
    let on = session.log.filters.chips();
    let rows = offers(session, query.text(), &app.words, app.now).into_iter().map(|chip| {
        let mark = if on.contains(&chip) { "✓ " } else { "  " };
        let called = recent(&chip, app.now).map(|id| format!("{}: ", app.words.get(id))).unwrap_or_default();
        let name = format!("{called}{}", chip.name(&session.known, &app.words));
        (format!("{mark}{}", capital(&name)), app.words.get(chip.label()).to_owned())
    });
    searched(app, pen, body, "cmd-filter", (query, at), &rows.collect::<Vec<_>>())
}

/// What is found by typing: names, and at the right end of each what it is or its key.
fn searched(
    app: &App,
    pen: &mut Pen,
    body: Rect,
    heading: &str,
    (query, at): (&Editor, usize),
    rows: &[(String, String)],
) -> Option<Position> {
    let inside = boxed(pen, body, (66, 16), app.words.get(heading));
    let width = usize::from(inside.width);
    let place = entry(pen, inside, query);
    let high = usize::from(inside.height.saturating_sub(1));
    let top = (at + 1).saturating_sub(high);
    let end = rows.iter().map(|(_, end)| wrap::width(end)).max().unwrap_or(0).min(width / 3);
    for (n, (name, more)) in rows.iter().enumerate().skip(top).take(high) {
        let (mark, meaning, quiet) =
            if n == at { ("›", Meaning::Picked, Meaning::Picked) } else { (" ", Meaning::Plain, Meaning::Key) };
        let line = Rect { y: inside.y + 1 + cols(n - top), height: 1, ..inside };
        pen.blank(line, meaning);
        pen.brief((line.x, line.y), width.saturating_sub(end + 1), &format!("{mark} {name}"), meaning);
        pen.brief((line.x + cols(width - end), line.y), end, more, quiet);
        pen.click(line, || to_line(at, n));
    }
    if rows.is_empty() {
        pen.brief((inside.x, inside.y + 1), width, app.words.get("tui-no-choice"), Meaning::Quiet);
    }
    place
}

fn entry(pen: &mut Pen, inside: Rect, editor: &Editor) -> Option<Position> {
    let width = usize::from(inside.width);
    let (text, column) = editor.view(width);
    pen.blank(Rect { height: inside.height.min(1), ..inside }, Meaning::Entry);
    pen.text((inside.x, inside.y), width, text, Meaning::Entry);
    cursor(inside, usize::from(inside.x) + column, inside.y)
}

/// Something that is answered with a line.
fn ask(
    app: &App,
    pen: &mut Pen,
    body: Rect,
    (wording, label, hint): (&str, &str, &str),
    why: &Editor,
) -> Option<Position> {
    let columns = usize::from(body.width).saturating_sub(4).min(60);
    let rows = wrap::lines(hint, columns);
    let inside = boxed(pen, body, (columns, rows.len() + 2), app.words.get(wording));
    for (n, row) in rows.into_iter().enumerate().take(usize::from(inside.height.saturating_sub(2))) {
        pen.text((inside.x, inside.y + 2 + cols(n)), columns, hint.get(row).unwrap_or_default(), Meaning::Quiet);
    }
    let label = format!("{}: ", app.words.get(label));
    let used = pen.text((inside.x, inside.y), columns, &label, Meaning::Plain);
    entry(pen, Rect { x: inside.x + used, width: inside.width.saturating_sub(used), ..inside }, why)
}

fn drafts(app: &App, pen: &mut Pen, body: Rect, at: usize) {
    let Some(session) = app.session() else { return };
    let columns = usize::from(body.width).saturating_sub(4).min(66);
    let inside = boxed(pen, body, (columns, session.drafts.len().min(10) + 2), app.words.get("cmd-drafts"));
    pen.brief((inside.x, inside.y), columns, app.words.get("tui-drafts-hint"), Meaning::Quiet);
    let high = usize::from(inside.height.saturating_sub(1));
    let top = (at + 1).saturating_sub(high);
    for (n, draft) in session.drafts.iter().enumerate().skip(top).take(high) {
        let (mark, meaning) = if n == at { ("› ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
        let time = draft.at.with_timezone(&when::zone()).format("%d/%m %H:%M");
        let named = draft_named(&draft.body);
        let unreadable = || (app.words.get("tui-draft-unreadable").to_owned(), String::new());
        let (form, first) = named.map_or_else(unreadable, |(p, first)| (names::purpose(p, &app.words), first));
        let line = format!("{mark}{time}  {form}  {}", clean::shown(&first));
        let place = Rect { y: inside.y + 1 + cols(n - top), height: 1, ..inside };
        pen.brief((place.x, place.y), columns, &line, meaning);
        pen.click(place, || to_line(at, n));
    }
}
