//! Where the slots of a form stand: one column, or two where there is room. Geometry only; nothing is drawn here, so
//! that update can move through a text by the rows that the screen shows.

use super::Form;
use super::slots::{Part, Slot};
use crate::record::Shape;

/// From this width on, short fields stand side by side.
pub const WIDE: usize = 100;
/// Rows that a text of several lines takes while it is written.
pub const BLOCK_ROWS: usize = 6;

/// How wide the parts of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The whole column.
    pub column: usize,
    /// The label, with the mark before it.
    pub label: usize,
    /// The value.
    pub value: usize,
}

/// The columns of a form in a window of this width; `wide` for a slot that spans both.
#[must_use]
pub fn columns(width: usize, spans: bool) -> Columns {
    let column = if width >= WIDE && !spans { (width - 1) / 2 } else { width };
    let label = (column * 2 / 5).clamp(8, 26).min(column);
    let label = if width >= WIDE { 26.min(column) } else { label };
    Columns { column, label, value: (column - label).saturating_sub(1) }
}

/// Whether a slot takes the whole width.
#[must_use]
pub fn spans(slot: &Slot) -> bool {
    match slot.part {
        Part::Cell(_) => matches!(slot.field.shape, Shape::Block(_) | Shape::Line(65..)),
        _ => true,
    }
}

/// The lines of a form: each holds one slot, or two side by side.
#[must_use]
pub fn lines(form: &Form, width: usize) -> Vec<(usize, Option<usize>)> {
    let mut lines: Vec<(usize, Option<usize>)> = Vec::new();
    for (n, slot) in form.slots.iter().enumerate() {
        let free = lines.last_mut().filter(|(left, right)| {
            let beside = form.slots.get(*left).is_some_and(|left| !spans(left) && is_sibling(left, slot));
            width >= WIDE && right.is_none() && !spans(slot) && beside
        });
        match free {
            Some(line) => line.1 = Some(n),
            None => lines.push((n, None)),
        }
    }
    lines
}

fn is_sibling(a: &Slot, b: &Slot) -> bool {
    let parent = |path: &str| path.rsplit_once('.').map(|(parent, _)| parent.to_owned());
    parent(&a.path) == parent(&b.path)
}
