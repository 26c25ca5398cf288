//! One place of a form that takes input: a text, or a choice that is found by typing. It knows its own value only.

use serde_json::Value;

use super::super::msg::{Code, Key};
use crate::record::{Fallback, Field, Shape, when};
use crate::text::edit::Editor;
use crate::text::number;

/// What takes the input.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Text, also times and numbers while they are typed.
    Text(Editor),
    /// One of many.
    Pick(Pick),
}

/// A choice in the making.
#[derive(Debug, Clone, Default)]
pub struct Pick {
    /// What was typed to find it.
    pub query: Editor,
    /// The code chosen.
    pub chosen: Option<String>,
    /// The list of choices is open.
    pub open: bool,
    /// The line under the cursor of that list.
    pub at: usize,
    /// What was chosen before, the last one last.
    before: Vec<Option<String>>,
    /// What was taken back.
    undone: Vec<Option<String>>,
}

impl Cell {
    /// The cell for a field, holding a value: one of a record, or what a draft kept.
    #[must_use]
    pub fn new(field: &Field, value: &Value) -> Self {
        match field.shape {
            Shape::One(_) | Shape::Category | Shape::Area | Shape::Officer | Shape::Record | Shape::Flag => {
                Self::Pick(Pick { chosen: code(value), ..Pick::default() })
            }
            Shape::Block(_) => Self::Text(Editor::block(value.as_str().unwrap_or_default())),
            _ => Self::Text(Editor::line(&typed(field, value))),
        }
    }

    /// What a draft keeps: the text as typed, or the code.
    #[must_use]
    pub fn raw(&self) -> Value {
        match self {
            Self::Text(editor) if editor.text().is_empty() => Value::Null,
            Self::Text(editor) => Value::from(editor.text()),
            Self::Pick(pick) => pick.chosen.as_deref().map_or(Value::Null, flag_or_code),
        }
    }

    /// Whether the list of choices is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Pick(Pick { open: true, .. }))
    }

    /// The editor that typing goes to.
    pub const fn editor(&mut self) -> &mut Editor {
        match self {
            Self::Text(editor) => editor,
            Self::Pick(pick) => &mut pick.query,
        }
    }

    /// Empties it.
    pub fn clear(&mut self) {
        match self {
            Self::Text(editor) => editor.erase_all(),
            Self::Pick(pick) => pick.set(None),
        }
    }

    /// Takes another value in, so that undo leads back to the one before.
    pub fn take(&mut self, other: Self) {
        match (self, other) {
            (Self::Text(editor), Self::Text(new)) => editor.replace(new.text(), new.text().len()),
            (Self::Pick(pick), Self::Pick(new)) => pick.set(new.chosen),
            (cell, other) => *cell = other,
        }
    }

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self) -> bool {
        match self {
            Self::Text(editor) => editor.undo(),
            Self::Pick(pick) => pick.undo(),
        }
    }

    /// Does it again; whether there was something to do.
    pub fn redo(&mut self) -> bool {
        match self {
            Self::Text(editor) => editor.redo(),
            Self::Pick(pick) => pick.redo(),
        }
    }

    /// Typing, erasing and moving inside of it; whether the key meant something here.
    pub fn key(&mut self, key: Key, width: usize) -> bool {
        if let Some(c) = key.text() {
            self.insert(c);
            return true;
        }
        match self {
            Self::Text(editor) => edit(editor, key, width),
            Self::Pick(pick) => pick.key(key),
        }
    }

    fn insert(&mut self, c: char) {
        match self {
            Self::Text(editor) => editor.insert(c),
            Self::Pick(pick) => {
                pick.open = true;
                pick.at = 0;
                if c != ' ' || !pick.query.text().is_empty() {
                    pick.query.insert(c);
                }
            }
        }
    }
}

impl Pick {
    /// Takes a code and closes the list.
    pub fn choose(&mut self, code: String) {
        self.set(Some(code));
    }

    /// Closes the list and forgets what was typed.
    pub fn close(&mut self) {
        (self.query, self.open, self.at) = (Editor::default(), false, 0);
    }

    fn set(&mut self, chosen: Option<String>) {
        self.close();
        if self.chosen != chosen {
            self.undone.clear();
            self.before.push(std::mem::replace(&mut self.chosen, chosen));
        }
    }

    /// While the list is open it is what was typed that is taken back, and then the list.
    fn undo(&mut self) -> bool {
        if self.open {
            self.at = 0;
            if !self.query.undo() {
                self.close();
            }
            return true;
        }
        let Some(before) = self.before.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.chosen, before));
        true
    }

    fn redo(&mut self) -> bool {
        if self.open {
            return self.query.redo();
        }
        let Some(again) = self.undone.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.chosen, again));
        true
    }

    fn key(&mut self, key: Key) -> bool {
        match key {
            Key { code: Code::Backspace, .. } if self.open => {
                self.query.backspace();
                self.at = 0;
            }
            Key { code: Code::Delete, .. } if !self.open => self.set(None),
            _ => return false,
        }
        true
    }
}

/// Moving and erasing in an editor; whether the key meant something.
pub fn edit(editor: &mut Editor, key: Key, width: usize) -> bool {
    match (key.code, key.ctrl) {
        (Code::Left, false) => editor.left(),
        (Code::Right, false) => editor.right(),
        (Code::Left, true) => editor.word_left(),
        (Code::Right, true) => editor.word_right(),
        (Code::Home, false) => editor.home(width),
        (Code::End, false) => editor.end(width),
        (Code::Home, true) => editor.top(),
        (Code::End, true) => editor.bottom(),
        (Code::Backspace, _) => editor.backspace(),
        (Code::Delete, _) => editor.delete(),
        (Code::Char('w'), true) => editor.erase_word(),
        (Code::Char('u'), true) => editor.erase_all(),
        _ => return false,
    }
    true
}

fn code(value: &Value) -> Option<String> {
    match value {
        Value::String(code) => Some(code.clone()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

fn flag_or_code(code: &str) -> Value {
    match code {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        code => Value::from(code),
    }
}

/// A value as it would have been typed.
fn typed(field: &Field, value: &Value) -> String {
    match (field.shape, value) {
        (_, Value::Null) => String::new(),
        (Shape::When, Value::String(text)) => when::parse(text).map_or_else(|| text.clone(), when::shown),
        (Shape::Day, Value::String(text)) => when::parse_day(text).map_or_else(|| text.clone(), number::day),
        (Shape::Decimal, Value::String(text)) => number::decimal(text),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Number(n)) if n.as_u64() == Some(0) && field.fallback == Fallback::Zero => String::new(),
        (Shape::Money, Value::Number(n)) => n.as_u64().map(number::grouped).unwrap_or_default(),
        (_, other) => other.to_string(),
    }
}
