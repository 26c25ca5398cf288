//! The form as a flat list of slots, made from the description: headings, items of sub-lists, cells. A slot's path is
//! the path that findings name, such as `persons[0].phone`.

use serde_json::{Map, Value};

use super::cell::Cell;
use crate::record::{Field, Shape};

/// One slot of a form.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Where its value stands in the record.
    pub path: String,
    /// What is described there.
    pub field: &'static Field,
    /// What the slot is.
    pub part: Part,
}

/// What a slot is.
#[derive(Debug, Clone)]
pub enum Part {
    /// The heading of a group or a sub-list.
    Head,
    /// The heading of an item, counted from 0.
    Item(usize),
    /// Where another item is added.
    Add,
    /// Where something is typed or chosen.
    Cell(Cell),
}

/// An item of a list of officers is one officer.
static ONE_OFFICER: [Field; 1] = [Field::new("", Shape::Officer)];

impl Slot {
    /// Whether the cursor can stand on it.
    #[must_use]
    pub const fn takes_cursor(&self) -> bool {
        matches!(self.part, Part::Add | Part::Cell(_))
    }

    /// The cell, if it is one.
    #[must_use]
    pub const fn cell(&self) -> Option<&Cell> {
        match &self.part {
            Part::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    /// The cell, to be changed.
    pub const fn cell_mut(&mut self) -> Option<&mut Cell> {
        match &mut self.part {
            Part::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    /// The sub-list and item that it belongs to.
    #[must_use]
    pub fn item(&self) -> Option<(&str, usize)> {
        let (list, rest) = self.path.split_once('[')?;
        Some((list, rest.split(']').next()?.parse().ok()?))
    }
}

/// What stands in an item of a list: the described fields.
#[must_use]
pub fn inner(field: &Field) -> Option<&'static [Field]> {
    match field.shape {
        Shape::List(inner) => Some(inner),
        Shape::Officers => Some(&ONE_OFFICER),
        _ => None,
    }
}

/// The slots of these fields with their values.
#[must_use]
pub fn build(fields: &[&'static Field], values: &Map<String, Value>) -> Vec<Slot> {
    let mut slots = Vec::new();
    for field in fields {
        let value = values.get(field.key).unwrap_or(&Value::Null);
        let head = Slot { path: field.key.to_owned(), field, part: Part::Head };
        if let Shape::Group(inner) = field.shape {
            slots.push(head);
            slots.extend(
                inner.iter().map(|part| cell(format!("{}.{}", field.key, part.key), part, value.get(part.key))),
            );
        } else if inner(field).is_some() {
            slots.push(head);
            for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                slots.extend(self::item(field, n, item));
            }
            slots.push(Slot { path: field.key.to_owned(), field, part: Part::Add });
        } else {
            slots.push(cell(field.key.to_owned(), field, Some(value)));
        }
    }
    slots
}

/// The slots of one item of a list.
#[must_use]
pub fn item(field: &'static Field, n: usize, value: &Value) -> Vec<Slot> {
    let path = format!("{}[{n}]", field.key);
    match inner(field) {
        Some([one]) if one.key.is_empty() => vec![cell(path, one, Some(value))],
        Some(fields) => {
            let head = Slot { path: path.clone(), field, part: Part::Item(n) };
            let cells = fields.iter().map(|part| cell(format!("{path}.{}", part.key), part, value.get(part.key)));
            std::iter::once(head).chain(cells).collect()
        }
        None => Vec::new(),
    }
}

fn cell(path: String, field: &'static Field, value: Option<&Value>) -> Slot {
    Slot { path, field, part: Part::Cell(Cell::new(field, value.unwrap_or(&Value::Null))) }
}

/// The object that the slots hold, each cell read by `read`; what is null is left out, and so are empty items.
pub fn gather(slots: &[Slot], mut read: impl FnMut(&Slot, &Cell) -> Value) -> Map<String, Value> {
    let mut whole = Map::new();
    for slot in slots {
        let Part::Cell(cell) = &slot.part else { continue };
        let value = read(slot, cell);
        if !value.is_null() {
            put(&mut whole, &slot.path, value);
        }
    }
    for value in whole.values_mut().filter_map(Value::as_array_mut) {
        value.retain(|item| !item.is_null());
    }
    whole
}

/// Puts a value at `key`, `group.key`, `list[n]` or `list[n].key`.
fn put(whole: &mut Map<String, Value>, path: &str, value: Value) {
    let (top, rest) = path.split_once(['[', '.']).unwrap_or((path, ""));
    if rest.is_empty() {
        whole.insert(top.to_owned(), value);
        return;
    }
    let Some((n, inner)) = rest.split_once(']').and_then(|(n, inner)| Some((n.parse::<usize>().ok()?, inner))) else {
        child(whole.entry(top).or_insert(Value::Null), rest, value);
        return;
    };
    let list = whole.entry(top).or_insert_with(|| Value::Array(Vec::new()));
    let Some(items) = list.as_array_mut() else { return };
    while items.len() <= n {
        items.push(Value::Null);
    }
    let Some(item) = items.get_mut(n) else { return };
    match inner.strip_prefix('.') {
        Some(key) => child(item, key, value),
        None => *item = value,
    }
}

fn child(parent: &mut Value, key: &str, value: Value) {
    if parent.is_null() {
        *parent = Value::Object(Map::new());
    }
    if let Some(object) = parent.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}
