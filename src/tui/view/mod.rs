//! The program as cells: drawing takes `&App`, never changes it, and says where the real cursor stands (input
//! methods follow it).

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::app::App;

/// Draws the whole window and says where the cursor is.
#[must_use]
pub fn draw(_app: &App, _cells: &mut Buffer) -> Option<Position> {
    None
}
