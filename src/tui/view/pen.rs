//! Writing into cells, safe at every size: what lies outside is left out, wide signs are never cut in two.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::pointer::Targets;
use super::theme::{self, Meaning};
use crate::text::wrap;
use crate::tui::app::{Key, Theme};

/// What draws.
pub struct Pen<'a> {
    cells: &'a mut Buffer,
    theme: Theme,
    targets: Option<&'a mut Targets>,
}

impl<'a> Pen<'a> {
    /// A pen for these cells.
    pub const fn new(cells: &'a mut Buffer, theme: Theme, targets: Option<&'a mut Targets>) -> Self {
        Self { cells, theme, targets }
    }

    /// A click into this area presses these keys. They are only asked for when somebody clicked.
    pub fn click(&mut self, area: Rect, keys: impl FnOnce() -> Vec<Key>) {
        if let Some(targets) = &mut self.targets {
            targets.put(area, keys());
        }
    }

    /// What was drawn so far is no more to be clicked on.
    pub fn cover(&mut self) {
        if let Some(targets) = &mut self.targets {
            targets.cover();
        }
    }

    /// The whole area.
    pub const fn area(&self) -> Rect {
        self.cells.area
    }

    /// Writes one line within so many columns; how many it took.
    pub fn text(&mut self, (x, y): (u16, u16), columns: usize, text: &str, meaning: Meaning) -> u16 {
        let area = self.cells.area;
        if x >= area.right() || y >= area.bottom() || x < area.left() || y < area.top() {
            return 0;
        }
        let columns = columns.min(usize::from(area.right() - x));
        let text = wrap::fit(text, columns);
        let (end, _) = self.cells.set_stringn(x, y, text, columns, theme::style(self.theme, meaning));
        end - x
    }

    /// Writes one line, cut with a sign where it is too long; how many columns it took.
    pub fn brief(&mut self, at: (u16, u16), columns: usize, text: &str, meaning: Meaning) -> u16 {
        self.text(at, columns, &wrap::brief(text, columns), meaning)
    }

    /// Writes one line whose end keeps its place at the right, so that ages and times stand below one another. The short
    /// text stands for one that is too long.
    pub fn pair(&mut self, area: Rect, (text, short, end): (&str, Option<&str>, &str), meaning: Meaning, picked: bool) {
        let meaning = if picked { Meaning::Picked } else { meaning };
        self.blank(area, if picked { Meaning::Picked } else { Meaning::Plain });
        let width = usize::from(area.width);
        if picked {
            self.text((area.x, area.y), 1, "›", Meaning::Picked);
        }
        let end = wrap::brief(end, width.saturating_sub(8));
        let wide = wrap::width(&end);
        let room = width.saturating_sub(2 + wide + usize::from(wide > 0));
        let text = short.filter(|_| wrap::width(text) > room).unwrap_or(text);
        self.brief((area.x + 1, area.y), room, text, meaning);
        self.text((area.right() - 1 - cols(wide), area.y), wide, &end, meaning);
    }

    /// Gives a row of cells this look and empties it.
    pub fn blank(&mut self, area: Rect, meaning: Meaning) {
        let style = theme::style(self.theme, meaning);
        for position in area.intersection(self.cells.area).positions() {
            if let Some(cell) = self.cells.cell_mut(position) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// A framed empty box with a heading.
    pub fn frame(&mut self, area: Rect, heading: &str) {
        let area = area.intersection(self.cells.area);
        self.blank(area, Meaning::Plain);
        if area.width < 2 || area.height < 2 {
            return;
        }
        let inner = usize::from(area.width - 2);
        let (left, right, bottom) = (area.left(), area.right() - 1, area.bottom() - 1);
        self.text((left, area.top()), inner + 2, &format!("┌{}┐", "─".repeat(inner)), Meaning::Quiet);
        for y in area.top() + 1..bottom {
            self.text((left, y), 1, "│", Meaning::Quiet);
            self.text((right, y), 1, "│", Meaning::Quiet);
        }
        self.text((left, bottom), inner + 2, &format!("└{}┘", "─".repeat(inner)), Meaning::Quiet);
        if inner > 4 {
            self.brief((left + 2, area.top()), inner - 2, &format!(" {heading} "), Meaning::Head);
        }
    }
}

/// A row of an area.
pub const fn row(area: Rect, n: u16) -> Rect {
    Rect { y: area.y + n, height: 1, ..area }
}

/// The first row that is seen, so that the cursor keeps to the middle.
pub fn top(at: usize, rows: usize, high: usize) -> usize {
    at.saturating_sub(high / 2).min(rows.saturating_sub(high))
}

/// A place for the cursor, if it lies inside.
pub fn cursor(area: Rect, x: usize, y: u16) -> Option<Position> {
    let x = u16::try_from(x).ok()?;
    let place = Position::new(x, y);
    area.contains(place).then_some(place)
}

/// A number of columns as cells count them.
pub fn cols(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
