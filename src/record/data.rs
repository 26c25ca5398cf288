//! One record's content: a JSON object in the order of its kind's description, as the envelopes keep it.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::about::fields;
use super::field::{Envelope, Field, Shape};
use super::kinds::Kind;
use super::when::{self, Moment};

/// The content of a record: facts and persons together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Data(pub Map<String, Value>);

static NULL: Value = Value::Null;

impl Data {
    /// The value at a dotted path, such as `headcount.police`; null where there is none.
    #[must_use]
    pub fn get(&self, path: &str) -> &Value {
        let mut parts = path.split('.');
        let first = parts.next().and_then(|key| self.0.get(key));
        parts.fold(first, |at, key| at.and_then(|value| value.get(key))).unwrap_or(&NULL)
    }

    /// Text at a path.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.get(path).as_str()
    }

    /// A whole number at a path; 0 where there is none.
    #[must_use]
    pub fn count(&self, path: &str) -> u64 {
        self.get(path).as_u64().unwrap_or(0)
    }

    /// A moment at a path.
    #[must_use]
    pub fn when(&self, path: &str) -> Option<Moment> {
        self.text(path).and_then(when::parse)
    }

    /// A day at a path.
    #[must_use]
    pub fn day(&self, path: &str) -> Option<NaiveDate> {
        self.text(path).and_then(when::parse_day)
    }

    /// A list at a path; empty where there is none.
    #[must_use]
    pub fn items(&self, path: &str) -> &[Value] {
        self.get(path).as_array().map_or(&[], Vec::as_slice)
    }

    /// When it happened, by the kind's main time.
    #[must_use]
    pub fn main_time(&self, kind: Kind) -> Option<Moment> {
        kind.about().main_times.iter().find_map(|key| self.when(key).or_else(|| self.day(key).map(when::midnight)))
    }

    /// A one-line name for lists: a title, a name, a week or the first line of the text. Facts only.
    #[must_use]
    pub fn title(&self, kind: Kind) -> Option<&str> {
        self.text(kind.about().title).and_then(|text| text.lines().next()).filter(|line| !line.is_empty())
    }

    /// Facts, and persons unless there is nothing in them.
    #[must_use]
    pub fn split(&self, kind: Kind) -> (Map<String, Value>, Option<Map<String, Value>>) {
        let (mut facts, mut persons) = (Map::new(), Map::new());
        for (n, (key, value)) in self.0.iter().enumerate() {
            // Keys nearly always stand in the order of the description.
            let described = fields(kind);
            let field = described.get(n).filter(|f| f.key == key).or_else(|| described.iter().find(|f| f.key == key));
            let private = field.is_some_and(|f| f.envelope == Envelope::Persons);
            let part = if private { &mut persons } else { &mut facts };
            part.insert(key.clone(), value.clone());
        }
        let empty = persons.values().all(is_blank);
        (facts, (!empty).then_some(persons))
    }

    /// Facts and persons put together again, in the order of the description; keys that this program doesn't know
    /// (from a newer one) stay.
    #[must_use]
    pub fn join(kind: Kind, mut facts: Map<String, Value>, persons: Option<Map<String, Value>>) -> Self {
        let mut persons = persons.unwrap_or_default();
        let mut whole = Map::new();
        for field in fields(kind) {
            let value = match field.envelope {
                Envelope::Facts => facts.shift_remove(field.key),
                Envelope::Persons => persons.shift_remove(field.key),
            };
            whole.insert(field.key.to_owned(), value.unwrap_or_else(|| fallback(field)));
        }
        whole.extend(facts);
        whole.extend(persons);
        Self(whole)
    }

    /// The words that the search index holds: facts only, one line each.
    #[must_use]
    pub fn searched(&self, kind: Kind) -> String {
        let mut words = String::new();
        gather(fields(kind), &self.0, &mut words);
        words
    }
}

impl Data {
    /// Every text that people wrote into the facts, with its path. Numbers of papers and other short codes are none.
    #[must_use]
    pub fn prose(&self, kind: Kind) -> Vec<(String, &str)> {
        let mut found = Vec::new();
        prose(fields(kind), &self.0, "", &mut found);
        found
    }
}

fn prose<'a>(described: &[Field], object: &'a Map<String, Value>, at: &str, found: &mut Vec<(String, &'a str)>) {
    for field in described.iter().filter(|f| f.envelope == Envelope::Facts && !f.made) {
        let path = || if at.is_empty() { field.key.to_owned() } else { format!("{at}.{}", field.key) };
        match field.shape {
            Shape::Group(inner) => {
                object
                    .get(field.key)
                    .and_then(Value::as_object)
                    .into_iter()
                    .for_each(|group| prose(inner, group, &path(), found));
            }
            Shape::List(inner) => {
                let items = object.get(field.key).and_then(Value::as_array).into_iter().flatten().enumerate();
                for (n, item) in items.filter_map(|(n, item)| Some((n, item.as_object()?))) {
                    prose(inner, item, &format!("{}[{n}]", path()), found);
                }
            }
            shape if shape.is_prose() => {
                found.extend(object.get(field.key).and_then(Value::as_str).map(|text| (path(), text)));
            }
            _ => {}
        }
    }
}

fn gather(described: &[Field], object: &Map<String, Value>, words: &mut String) {
    for field in described.iter().filter(|f| f.envelope == Envelope::Facts) {
        let Some(value) = object.get(field.key) else { continue };
        match field.shape {
            Shape::Group(inner) => value.as_object().into_iter().for_each(|o| gather(inner, o, words)),
            Shape::List(inner) => {
                value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_object)
                    .for_each(|o| gather(inner, o, words));
            }
            _ if field.searched => {
                if let Some(text) = value.as_str() {
                    words.push_str(text);
                    words.push('\n');
                }
            }
            _ => {}
        }
    }
}

/// What a field is when nobody said.
pub(super) fn fallback(field: &Field) -> Value {
    use super::field::Fallback;
    match (field.fallback, field.shape) {
        (Fallback::Zero, _) => Value::from(0),
        (Fallback::No, _) => Value::Bool(false),
        (Fallback::Code(code), _) => Value::from(code),
        (Fallback::Empty, Shape::Group(inner)) => {
            Value::Object(inner.iter().map(|f| (f.key.to_owned(), fallback(f))).collect())
        }
        (Fallback::Empty, _) => Value::Array(Vec::new()),
        (Fallback::Null | Fallback::Required, _) => Value::Null,
    }
}

/// Null, an empty list, or an object of such.
#[must_use]
pub fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.values().all(is_blank),
        _ => false,
    }
}

/// One field that differs between two versions of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Dotted path of the field.
    pub path: String,
    /// The described field, for its wording and shape.
    pub field: Field,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
}

/// What differs between two versions, field by field; groups are opened, lists compared whole.
#[must_use]
pub fn changes(kind: Kind, before: &Data, after: &Data) -> Vec<Change> {
    let mut found = Vec::new();
    for field in fields(kind) {
        differ(field, field.key, before, after, &mut found);
    }
    found
}

fn differ(field: &Field, path: &str, before: &Data, after: &Data, found: &mut Vec<Change>) {
    if let Shape::Group(inner) = field.shape {
        for part in inner {
            differ(part, &format!("{path}.{}", part.key), before, after, found);
        }
    } else if before.get(path) != after.get(path) {
        found.push(Change {
            path: path.to_owned(),
            field: *field,
            before: before.get(path).clone(),
            after: after.get(path).clone(),
        });
    }
}
