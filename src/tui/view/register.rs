//! The rows of a register, below the headings of its columns.

use ratatui::layout::Rect;

use super::pen::{Pen, cols};
use super::theme::Meaning;
use crate::report::register::{Entry, Reader, heading};
use crate::tui::app::columns::Layout;
use crate::tui::app::lines::capital;
use crate::tui::app::{App, Session};

/// The headings of the columns.
pub(super) fn heads(app: &App, pen: &mut Pen, line: Rect, layout: &Layout) {
    let title = capital(app.words.field(layout.kind.name(), layout.kind.titled()));
    let columns = layout.columns.iter().map(|column| (column.width, heading(column, &app.words)));
    let number = (layout.number, app.words.get("cli-column-number").to_owned());
    put(pen, line, [number, (layout.title, title)].into_iter().chain(columns), Meaning::Quiet);
}

/// One record: `number` and `title` as any list says them, then its columns.
pub(super) fn row(
    app: &App,
    session: &Session,
    pen: &mut Pen,
    (line, meaning): (Rect, Meaning),
    (layout, entry): (&Layout, &Entry),
    [number, title]: [String; 2],
) {
    let officer = |id: &str| session.known.officer_name(id).unwrap_or_default();
    let reader = Reader { words: &app.words, now: app.now, officer: &officer };
    let columns = layout.columns.iter().map(|column| (column.width, reader.cell(layout.kind, column, entry)));
    put(pen, line, [(layout.number, number), (layout.title, title)].into_iter().chain(columns), meaning);
}

fn put(pen: &mut Pen, line: Rect, cells: impl Iterator<Item = (usize, String)>, meaning: Meaning) {
    let mut x = line.x + 2;
    for (width, text) in cells {
        let room = width.min(usize::from(line.right().saturating_sub(x)));
        pen.brief((x, line.y), room, &text, meaning);
        x = (x + cols(width) + 1).min(line.right());
    }
}
