//! Puts the cells on the terminal: only those that changed, in one write, and the real cursor where input methods
//! look for it. Never asks the terminal anything, for it may not answer.

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What the terminal shows now.
#[derive(Debug)]
pub struct Paint {
    cells: Buffer,
    cursor: Option<Position>,
    /// Nothing is known of what it shows.
    fresh: bool,
}

impl Paint {
    /// A window of this size, of which nothing is known.
    pub fn new((columns, rows): (u16, u16)) -> Self {
        Self { cells: Buffer::empty(Rect::new(0, 0, columns, rows)), cursor: None, fresh: true }
    }

    /// The bytes that bring the terminal from what it shows to what `draw` says; none when that is the same.
    pub fn frame(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> std::io::Result<Vec<u8>> {
        let mut next = Buffer::empty(self.cells.area);
        let cursor = draw(&mut next).filter(|at| self.cells.area.contains(*at));
        let changed = self.cells.diff(&next);
        let mut bytes = Vec::new();
        if !self.fresh && changed.is_empty() && cursor == self.cursor {
            return Ok(bytes);
        }
        queue!(bytes, Hide)?;
        if self.fresh {
            queue!(bytes, Clear(ClearType::All))?;
        }
        CrosstermBackend::new(&mut bytes).draw(changed.into_iter())?;
        if let Some(Position { x, y }) = cursor {
            queue!(bytes, MoveTo(x, y), Show)?;
        }
        (self.cells, self.cursor, self.fresh) = (next, cursor, false);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Modifier, Style};

    fn terminal(rows: u16, columns: u16) -> vt100::Parser {
        vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0)
    }

    fn shown(parser: &mut vt100::Parser, bytes: &[u8]) -> String {
        parser.process(bytes);
        parser.screen().contents()
    }

    #[test]
    fn only_what_changed_is_written_and_the_cursor_follows() {
        let mut terminal = terminal(2, 20);
        let mut paint = Paint::new((20, 2));
        let first = paint.frame(|cells| {
            cells.set_string(0, 0, "Đường Nguyễn", Style::new());
            Some(Position::new(5, 0))
        });
        assert_eq!(shown(&mut terminal, &first.unwrap()), "Đường Nguyễn");
        assert_eq!((terminal.screen().cursor_position(), terminal.screen().hide_cursor()), ((0, 5), false));

        let draw = |cells: &mut Buffer| {
            cells.set_string(0, 0, "Đường Nguyền", Style::new());
            None
        };
        let second = paint.frame(draw).unwrap();
        assert!(second.len() < 60, "{}", second.escape_ascii());
        assert_eq!(shown(&mut terminal, &second), "Đường Nguyền");
        assert!(terminal.screen().hide_cursor());
        assert!(paint.frame(draw).unwrap().is_empty());
    }

    #[test]
    fn a_fresh_window_is_wiped_first() {
        let mut terminal = terminal(2, 20);
        terminal.process(b"rubbish\r\nmore");
        let bytes = Paint::new((20, 2)).frame(|_| None).unwrap();
        assert_eq!(shown(&mut terminal, &bytes), "");
    }

    #[test]
    fn what_is_marked_without_colour_stays_marked() {
        let mut terminal = terminal(1, 4);
        let bytes = Paint::new((4, 1)).frame(|cells| {
            cells.set_string(0, 0, "abcd", Style::new().add_modifier(Modifier::REVERSED));
            None
        });
        terminal.process(&bytes.unwrap());
        assert!(terminal.screen().cell(0, 3).is_some_and(vt100::Cell::inverse));
    }

    #[test]
    fn a_cursor_outside_of_the_window_is_hidden() {
        let mut terminal = terminal(1, 1);
        let bytes = Paint::new((1, 1)).frame(|_| Some(Position::new(5, 5))).unwrap();
        terminal.process(&bytes);
        assert!(terminal.screen().hide_cursor());
    }
}
