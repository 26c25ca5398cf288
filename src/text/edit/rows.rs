//! The editor as rows of a width: moving up and down, the ends of rows, where the cursor stands on the screen.

use std::ops::Range;

use super::Editor;
use crate::text::wrap;

impl Editor {
    /// To the start of the row.
    pub fn home(&mut self, width: usize) {
        let rows = self.rows(width);
        self.go(rows.get(self.row(&rows)).map_or(0, |row| row.start));
    }

    /// To the end of the row.
    pub fn end(&mut self, width: usize) {
        let rows = self.rows(width);
        self.go(self.place(&rows, self.row(&rows), usize::MAX));
    }

    /// A row up, in the same column; whether there was one.
    pub fn up(&mut self, width: usize) -> bool {
        let rows = self.rows(width);
        self.row(&rows).checked_sub(1).is_some_and(|row| self.climb(&rows, row))
    }

    /// A row down, in the same column; whether there was one.
    pub fn down(&mut self, width: usize) -> bool {
        let rows = self.rows(width);
        let row = self.row(&rows) + 1;
        row < rows.len() && self.climb(&rows, row)
    }

    /// To a row and column, as a mouse points.
    pub fn point(&mut self, width: usize, row: usize, column: usize) {
        let rows = self.rows(width);
        self.go(self.place(&rows, row.min(rows.len() - 1), column));
    }

    /// The rows as byte ranges, so broken that the cursor always finds a free column within the width.
    #[must_use]
    pub fn rows(&self, width: usize) -> Vec<Range<usize>> {
        wrap::lines(&self.text, width.saturating_sub(1))
    }

    /// Row and column of the cursor.
    #[must_use]
    pub fn cursor_at(&self, width: usize) -> (usize, usize) {
        let rows = self.rows(width);
        let row = self.row(&rows);
        (row, self.column(&rows, row).min(width.saturating_sub(1)))
    }

    /// The piece of a single line that a row of this width shows, and the column of the cursor in it.
    #[must_use]
    pub fn view(&self, width: usize) -> (&str, usize) {
        let column = wrap::width(self.head());
        let skipped = (column + 1).saturating_sub(width.max(1));
        let mut start = wrap::fit(&self.text, skipped).len();
        if wrap::width(self.text.get(..start).unwrap_or_default()) < skipped {
            start = self.behind(start);
        }
        let start = start.min(self.at);
        let rest = self.text.get(start..).unwrap_or_default();
        let before = wrap::width(self.text.get(start..self.at).unwrap_or_default());
        (wrap::fit(rest, width), before.min(width.saturating_sub(1)))
    }

    fn climb(&mut self, rows: &[Range<usize>], row: usize) -> bool {
        let wish = self.wish.unwrap_or_else(|| self.column(rows, self.row(rows)));
        self.go(self.place(rows, row, wish));
        self.wish = Some(wish);
        true
    }

    /// The row of the cursor; where a row breaks softly, the cursor stands at the start of the next.
    fn row(&self, rows: &[Range<usize>]) -> usize {
        rows.iter().rposition(|row| row.start <= self.at).unwrap_or(0)
    }

    fn column(&self, rows: &[Range<usize>], row: usize) -> usize {
        rows.get(row).map_or(0, |row| wrap::width(self.slice(row.start..self.at)))
    }

    /// The byte index of a column in a row.
    fn place(&self, rows: &[Range<usize>], row: usize, column: usize) -> usize {
        let Some(range) = rows.get(row) else { return self.at };
        let at = range.start + wrap::fit(self.slice(range.clone()), column).len();
        let soft = rows.get(row + 1).is_some_and(|next| next.start == at);
        if soft { self.before(at) } else { at }
    }
}
