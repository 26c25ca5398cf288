//! What keys do in a form. Enter and Tab go on, arrows move, everything else is the cell's; nothing here saves.

use super::super::msg::{Code, Key};
use super::super::registers::Registers;
use super::super::seek::Wanted;
use super::Form;
use super::cell::{Cell, Pick};
use super::slots::{Part, Slot};
use super::{dial, layout};
use crate::record::when::Moment;
use crate::record::{Kind, Shape};
use crate::words::Words;

/// What the form needs to know of the world to answer a key.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Officers and areas.
    pub known: &'a Registers,
    /// The wording, for choices found by typing.
    pub words: &'a Words,
    /// The clock.
    pub now: Moment,
    /// Columns of the window.
    pub width: usize,
}

impl Form {
    /// Answers a key; whether it meant something here.
    pub fn key(&mut self, key: Key, around: Around) -> bool {
        self.dropping &= key == Key::ctrl(Code::Char('d'));
        if self.cell().is_some_and(Cell::is_open) && self.open_key(key, around) {
            return true;
        }
        match (key.code, key.ctrl) {
            (Code::Enter, false) if matches!(self.slot(), Some(Slot { part: Part::Add, .. })) => {
                self.add_item(around.now);
            }
            (Code::Enter, false) if self.is_block() => {
                self.change(around, |cell| {
                    cell.editor().newline();
                    true
                });
            }
            (Code::Enter, false) if self.is_new_item() => self.leave_new_item(around),
            (Code::Enter | Code::Tab, false) => self.next(around.known, around.now),
            (Code::BackTab, _) => self.back(around.known, around.now),
            (Code::Up | Code::Down, true) => return self.shift_time(key.code == Code::Up, around),
            (Code::Up | Code::Down, false) => self.up_or_down(key.code == Code::Up, around),
            (Code::PageUp | Code::PageDown, false) => self.page(key.code == Code::PageUp, around),
            (Code::Left | Code::Right, false) if matches!(self.cell(), Some(Cell::Pick(_))) => {
                self.turn(key.code == Code::Right, around);
            }
            _ => return self.cell_key(key, around),
        }
        true
    }

    /// Text pasted in one piece.
    pub fn paste(&mut self, text: &str, around: Around) {
        self.change(around, |cell| {
            cell.editor().paste(text);
            if let Cell::Pick(pick) = cell {
                (pick.open, pick.at) = (true, 0);
            }
            true
        });
    }

    /// The choices that are open, and the one under the cursor.
    #[must_use]
    pub fn choices(&self, known: &Registers, words: &Words) -> Vec<super::super::registers::Choosable> {
        match (self.slot().map(|slot| slot.field), self.cell()) {
            (Some(field), Some(Cell::Pick(pick))) => known.choices(field, pick.query.text(), words),
            _ => Vec::new(),
        }
    }

    /// What the field under the cursor looks for in the logbook: of which kind, and by what was typed.
    #[must_use]
    pub fn seeks(&self) -> Option<Wanted> {
        match (self.slot().map(|slot| slot.field), self.cell()) {
            (Some(field), Some(Cell::Pick(pick))) if pick.open && field.shape == Shape::Record => {
                Some((field.of.and_then(Kind::parse), pick.query.text().to_owned()))
            }
            _ => None,
        }
    }

    /// Whether Enter breaks the line here.
    #[must_use]
    pub fn is_block(&self) -> bool {
        matches!(self.cell(), Some(Cell::Text(editor)) if editor.is_block())
    }

    /// Whether Enter does something of its own here and doesn't go on.
    #[must_use]
    pub fn takes_enter(&self) -> bool {
        self.is_block() || matches!(self.slot(), Some(Slot { part: Part::Add, .. }))
    }

    /// Whether a time or a number stands here, which is written anew rather than mended.
    fn is_figure(&self) -> bool {
        let shape = self.slot().map(|slot| slot.field.shape);
        matches!(shape, Some(Shape::When | Shape::Day | Shape::Count(_) | Shape::Money | Shape::Decimal))
    }

    fn open_key(&mut self, key: Key, around: Around) -> bool {
        let choices = self.choices(around.known, around.words);
        let Some(Cell::Pick(pick)) = self.cell_mut() else { return false };
        match key.code {
            Code::Up => pick.at = pick.at.saturating_sub(1),
            Code::Down => pick.at = (pick.at + 1).min(choices.len().saturating_sub(1)),
            Code::Esc => pick.close(),
            Code::Enter | Code::Tab => {
                if let Some(choice) = choices.get(pick.at) {
                    pick.choose(choice.code.clone());
                    self.touch(around.now);
                    self.next(around.known, around.now);
                }
            }
            _ => return false,
        }
        true
    }

    fn cell_key(&mut self, key: Key, around: Around) -> bool {
        let spans = self.slot().is_none_or(layout::spans);
        let value = layout::columns(around.width, spans).value;
        let replaces = std::mem::take(&mut self.fresh) && key.text().is_some() && self.is_figure();
        self.change(around, |cell| {
            if replaces {
                cell.clear();
            }
            cell.key(key, value)
        })
    }

    /// Does something to the cell; it counts as typing when the value or the query became another.
    fn change(&mut self, around: Around, with: impl FnOnce(&mut Cell) -> bool) -> bool {
        let Some(cell) = self.cell_mut() else { return false };
        let before = text_of(cell).to_owned();
        let meant = with(cell);
        if text_of(cell) != before {
            self.touch(around.now);
        }
        meant
    }

    fn up_or_down(&mut self, up: bool, around: Around) {
        let width = layout::columns(around.width, true).value;
        let inside = self.is_block()
            && self.cell_mut().is_some_and(|cell| if up { cell.editor().up(width) } else { cell.editor().down(width) });
        match (inside, up) {
            (true, _) => {}
            (false, true) => self.back(around.known, around.now),
            (false, false) => self.next(around.known, around.now),
        }
    }

    fn page(&mut self, up: bool, around: Around) {
        for _ in 0..8 {
            if up { self.back(around.known, around.now) } else { self.next(around.known, around.now) }
        }
    }

    /// The next or previous choice without opening the list.
    fn turn(&mut self, forward: bool, around: Around) {
        let choices = self.choices(around.known, around.words);
        let Some(Cell::Pick(pick)) = self.cell_mut() else { return };
        let here = choices.iter().position(|choice| pick.chosen.as_deref() == Some(&choice.code));
        let last = choices.len().saturating_sub(1);
        let next = match (here, forward) {
            (None, _) => 0,
            (Some(n), true) => (n + 1).min(last),
            (Some(n), false) => n.saturating_sub(1),
        };
        if let Some(choice) = choices.get(next).filter(|choice| pick.chosen.as_deref() != Some(&choice.code)) {
            pick.choose(choice.code.clone());
            self.touch(around.now);
        }
    }

    /// The part of a time under the cursor, later or earlier.
    fn shift_time(&mut self, later: bool, around: Around) -> bool {
        let Some(Slot { field, part: Part::Cell(Cell::Text(editor)), .. }) = self.slots.get_mut(self.at) else {
            return false;
        };
        let Some((text, at)) = dial::turned(field, (editor.text(), editor.at()), later, around.now) else {
            return false;
        };
        editor.replace(&text, at);
        self.touch(around.now);
        true
    }
}

fn text_of(cell: &Cell) -> &str {
    match cell {
        Cell::Text(editor) => editor.text(),
        Cell::Pick(Pick { chosen, .. }) => chosen.as_deref().unwrap_or_default(),
    }
}
