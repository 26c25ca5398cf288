//! A record in words: names for codes and ids, one line a field. Blank fields are left out.

use std::collections::HashMap;

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr as _;
use uuid::Uuid;

use crate::fault::Outcome;
use crate::logbook::{Badge, Logbook};
use crate::record::{Data, Field, Kind, Reason, Shape, fields, when};
use crate::report::names;
use crate::text::number;
use crate::words::{Words, value_id};

/// What ids and codes are called in one logbook.
pub struct Names<'a> {
    book: &'a Logbook,
    officers: HashMap<Uuid, String>,
    areas: HashMap<String, String>,
}

impl<'a> Names<'a> {
    /// The names of a logbook's registers.
    pub fn of(book: &'a Logbook) -> Outcome<Self> {
        let officers = book.officers()?.into_iter().filter_map(|o| Some((o.id, o.name.or(o.login)?))).collect();
        let areas = book.areas()?.into_iter().map(|area| (area.code, area.name)).collect();
        Ok(Self { book, officers, areas })
    }

    /// A human number without the unit, where it is the own one.
    pub fn number<'n>(&self, number: &'n str) -> &'n str {
        let rest = number.strip_prefix(self.book.own().unit.as_str());
        rest.and_then(|rest| rest.strip_prefix('-')).unwrap_or(number)
    }

    /// Keeps what is known of officers of other units.
    pub fn meet(&mut self, badges: &[Badge], words: &Words) {
        self.officers.extend(badges.iter().map(|badge| (badge.id, names::badge(badge, words))));
    }

    /// An officer's name, or what is known instead; nobody is ever shown an id.
    pub fn officer(&self, id: &str, words: &Words) -> String {
        let known = Uuid::try_parse(id).ok().and_then(|id| self.officers.get(&id));
        known.cloned().unwrap_or_else(|| words.get("officer-unknown").to_owned())
    }

    /// An area's code, and its name where that says more.
    pub fn area(&self, code: &str) -> String {
        match self.areas.get(code) {
            Some(name) => names::area(code, name),
            None => code.to_owned(),
        }
    }

    fn record(&self, id: &str, words: &Words) -> String {
        let found = Uuid::try_parse(id).ok().and_then(|id| self.book.row_of(&id).ok().flatten());
        found.map_or_else(|| words.get("record-elsewhere").to_owned(), |row| self.number(&row.number).to_owned())
    }
}

/// A value of a closed list; one of a newer program as it is.
fn choice(list: &str, value: &str, words: &Words) -> String {
    let id = value_id(list, value);
    let known = words.get(&id);
    if known == id { value.to_owned() } else { known.to_owned() }
}

/// Text filled up with blanks to a number of columns.
pub fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// The lines of a record's content.
pub fn lines(kind: Kind, data: &Data, names: &Names<'_>, words: &Words) -> Vec<String> {
    let mut page = Page { kind, names, words, lines: Vec::new() };
    page.object(fields(kind), &data.0, "", 0);
    page.lines
}

/// One value in a line.
pub fn value(field: &Field, value: &Value, names: &Names<'_>, words: &Words) -> String {
    let text = value.as_str().unwrap_or_default();
    match field.shape {
        _ if value.is_null() => words.get("cli-unknown").to_owned(),
        Shape::One(list) => choice(list.name, text, words),
        Shape::Category => names::category_and_code(text, words),
        Shape::Area => names.area(text),
        Shape::Officer => names.officer(text, words),
        Shape::Record => names.record(text, words),
        Shape::When => when::parse(text).map_or_else(|| text.to_owned(), when::shown),
        Shape::Day => when::parse_day(text).map_or_else(|| text.to_owned(), number::day),
        Shape::Flag => words.get(if value == &Value::Bool(true) { "cli-yes" } else { "cli-no" }).to_owned(),
        Shape::Count(_) => value.as_u64().map_or_else(|| value.to_string(), number::grouped),
        Shape::Money => value.as_u64().map_or_else(|| value.to_string(), number::money),
        Shape::Officers => {
            let all = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            all.map(|id| names.officer(id, words)).collect::<Vec<_>>().join(", ")
        }
        Shape::Decimal => number::decimal(text),
        Shape::Line(_) | Shape::Block(_) => text.to_owned(),
        Shape::Group(inner) => inner
            .iter()
            .filter_map(|f| Some(self::value(f, value.get(f.key)?, names, words)))
            .collect::<Vec<_>>()
            .join(" · "),
        Shape::List(inner) => {
            let group = Field { shape: Shape::Group(inner), ..*field };
            let all = value.as_array().into_iter().flatten();
            all.map(|item| self::value(&group, item, names, words)).collect::<Vec<_>>().join("; ")
        }
    }
}

struct Page<'a> {
    kind: Kind,
    names: &'a Names<'a>,
    words: &'a Words,
    lines: Vec<String>,
}

impl Page<'_> {
    fn object(&mut self, described: &[Field], object: &Map<String, Value>, above: &str, depth: usize) {
        for field in described {
            let path = if above.is_empty() { field.key.to_owned() } else { format!("{above}.{}", field.key) };
            if let Some(value) = object.get(field.key).filter(|value| !blank(value)) {
                self.field(field, value, &path, depth);
            }
        }
    }

    fn field(&mut self, field: &Field, value: &Value, path: &str, depth: usize) {
        let name = self.words.field(self.kind.name(), path).to_owned();
        match (field.shape, value) {
            (Shape::Group(inner), Value::Object(object)) => {
                self.line(depth, &format!("{name}:"));
                self.object(inner, object, path, depth + 1);
            }
            (Shape::List(inner), Value::Array(items)) => {
                for (n, item) in (1..).zip(items) {
                    self.line(depth, &format!("{name} {n}:"));
                    self.object(inner, item.as_object().unwrap_or(&Map::new()), path, depth + 1);
                }
            }
            _ => {
                let text = self::value(field, value, self.names, self.words);
                let mut parts = text.lines();
                self.line(depth, &format!("{name}: {}", parts.next().unwrap_or_default()));
                parts.for_each(|part| self.line(depth + 1, part));
            }
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.lines.push(format!("{}{text}", "  ".repeat(depth)));
    }
}

/// Nothing worth a line: not known, no, none.
fn blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_u64() == Some(0),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.values().all(blank),
        _ => false,
    }
}

/// A reason as people read it: what the program gave has its wording, what a person wrote stays.
pub fn why(text: &str, words: &Words) -> String {
    Reason::parse(text).map_or_else(|| text.to_owned(), |reason| words.get(&reason.id()).to_owned())
}
