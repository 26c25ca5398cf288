//! What the screens know of officers and areas, and how a value reads for people. No value is changed here.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::lines::short_number;
use super::seek::Sought;

use crate::logbook::{Area, Badge, Officer, Post};
use crate::record::catalogue::Catalogue;
use crate::record::{Choice, Field, Lookup, Number, Shape, when};
use crate::report::names;
use crate::text::{clean, fold, number};
use crate::words::{Words, value_id};

/// The registers, as read when the logbook was opened, and the names of records that were met since.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    /// The officers of this post.
    pub officers: Vec<Officer>,
    /// Its areas.
    pub areas: Vec<Area>,
    /// The posts that report here, at a desk.
    pub posts: Vec<Post>,
    /// Short human numbers of records: nobody is ever shown an id.
    pub numbers: BTreeMap<Uuid, String>,
    /// Officers of other units that were met in their records, by what is known of them.
    pub met: BTreeMap<Uuid, String>,
    /// Records that a field asks for.
    pub sought: Sought,
}

/// One thing to choose: the code that is kept and the name that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
}

impl Registers {
    /// The name of an officer.
    #[must_use]
    pub fn officer_name(&self, id: &str) -> Option<String> {
        let id = Uuid::try_parse(id).ok()?;
        let own = self.officers.iter().find(|officer| officer.id == id).map(officer_name);
        own.or_else(|| self.met.get(&id).cloned())
    }

    /// An officer as people read it; nobody is ever shown an id.
    #[must_use]
    pub fn officer(&self, id: &str, words: &Words) -> String {
        self.officer_name(id).unwrap_or_else(|| words.get("officer-unknown").to_owned())
    }

    /// Keeps what is known of officers of other units.
    pub fn meet(&mut self, badges: &[Badge], words: &Words) {
        self.met.extend(badges.iter().map(|badge| (badge.id, names::badge(badge, words))));
    }

    /// The name of an area, with its code where that says more.
    #[must_use]
    pub fn area_name(&self, code: &str) -> Option<String> {
        self.areas.iter().find(|area| area.code == code).map(area_name)
    }

    /// A post by its code and name.
    #[must_use]
    pub fn post_name(&self, unit: &str) -> String {
        let name = self.posts.iter().find(|post| post.unit == unit).map(|post| format!("{unit} · {}", post.name));
        clean::shown(&name.unwrap_or_else(|| unit.to_owned()))
    }

    /// Keeps the numbers of records that were read, or are named by one.
    pub fn learn(&mut self, numbers: impl IntoIterator<Item = (Uuid, String)>) {
        self.numbers.extend(numbers.into_iter().map(|(id, number)| (id, short_number(&number))));
    }

    /// The short number of a record.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<&str> {
        self.numbers.get(&Uuid::try_parse(id).ok()?).map(String::as_str)
    }

    /// Values as forms show them: a record by its number.
    #[must_use]
    pub fn numbered(&self, described: &[&Field], values: &Map<String, Value>) -> Map<String, Value> {
        let by_key = |key: &str| described.iter().find(|field| field.key == key);
        let shown = |(key, value): (&String, &Value)| {
            (key.clone(), by_key(key).map_or_else(|| value.clone(), |field| self.numbered_value(field, value)))
        };
        values.iter().map(shown).collect()
    }

    fn numbered_value(&self, field: &Field, value: &Value) -> Value {
        match (field.shape, value) {
            (Shape::Record, Value::String(id)) => Value::from(self.number(id).unwrap_or(id)),
            (Shape::List(inner), Value::Array(items)) => {
                let inner: Vec<&Field> = inner.iter().collect();
                let item = |item: &Value| item.as_object().map(|object| self.numbered(&inner, object));
                items.iter().map(|one| item(one).map_or_else(|| one.clone(), Value::Object)).collect()
            }
            _ => value.clone(),
        }
    }

    /// What can be chosen for a field, the best first. A word typed with marks has to match them.
    #[must_use]
    pub fn choices(&self, field: &Field, query: &str, words: &Words) -> Vec<Choosable> {
        let query = asked(query);
        match field.shape {
            Shape::Category => Catalogue::builtin()
                .pick(query)
                .into_iter()
                .map(|category| choosable(&category.code, names::category(&category.code, words)))
                .collect(),
            Shape::One(choice) => {
                matching(choice.values.iter().map(|v| choosable(v, value_name(choice, v, words))), query)
            }
            Shape::Area => {
                matching(self.areas.iter().filter(|a| !a.ended).map(|a| choosable(&a.code, area_name(a))), query)
            }
            Shape::Officer => {
                let here = self.officers.iter().filter(|o| !o.ended);
                matching(here.map(|o| choosable(&o.id.to_string(), officer_name(o))), query)
            }
            Shape::Flag => {
                let both = [("true", "tui-yes"), ("false", "tui-no")];
                matching(both.into_iter().map(|(code, id)| choosable(code, words.get(id).to_owned())), query)
            }
            Shape::Record => self.sought.choices(query),
            _ => Vec::new(),
        }
    }

    /// The name of a code that was chosen; the code itself where it has none.
    #[must_use]
    pub fn named(&self, field: &Field, code: &str, words: &Words) -> String {
        let name = match field.shape {
            Shape::Category => Some(names::category(code, words)),
            Shape::One(choice) if choice.values.contains(&code) => Some(value_name(choice, code, words)),
            Shape::Area => self.area_name(code),
            Shape::Officer => self.officer_name(code),
            Shape::Record => self.number(code).map(str::to_owned),
            Shape::Flag => Some(words.get(if code == "true" { "tui-yes" } else { "tui-no" }).to_owned()),
            _ => None,
        };
        name.unwrap_or_else(|| crate::text::clean::shown(code))
    }

    /// A value as people read it; nothing for one that isn't known.
    #[must_use]
    pub fn reads(&self, field: &Field, value: &Value, words: &Words) -> String {
        match (field.shape, value) {
            (_, Value::Null) => String::new(),
            (Shape::Money, Value::Number(n)) => number::money(n.as_u64().unwrap_or(0)),
            (Shape::Count(_), Value::Number(n)) => number::grouped(n.as_u64().unwrap_or(0)),
            (Shape::List(inner), Value::Array(items)) => {
                items.iter().map(|item| self.reads_object(inner, item, words)).collect::<Vec<_>>().join("; ")
            }
            (Shape::Group(inner), object) => self.reads_object(inner, object, words),
            (Shape::Officers, Value::Array(items)) => {
                let names = items.iter().filter_map(Value::as_str).map(|id| self.officer(id, words));
                names.collect::<Vec<_>>().join(", ")
            }
            (_, Value::Bool(yes)) => words.get(if *yes { "tui-yes" } else { "tui-no" }).to_owned(),
            (_, Value::String(text)) => self.reads_text(field, text, words),
            (_, other) => other.to_string(),
        }
    }

    fn reads_text(&self, field: &Field, text: &str, words: &Words) -> String {
        match field.shape {
            Shape::When => when::parse(text).map_or_else(|| text.to_owned(), when::shown),
            Shape::Day => when::parse_day(text).map_or_else(|| text.to_owned(), number::day),
            Shape::Block(_) => crate::text::clean::block(text),
            Shape::Decimal => number::decimal(&crate::text::clean::shown(text)),
            Shape::Officer => self.officer(text, words),
            Shape::Record if Uuid::try_parse(text).is_ok() && self.number(text).is_none() => {
                words.get("record-elsewhere").to_owned()
            }
            _ => self.named(field, text, words),
        }
    }

    fn reads_object(&self, inner: &[Field], object: &Value, words: &Words) -> String {
        let parts = inner.iter().filter_map(|field| {
            let value = object.get(field.key)?;
            let said = !matches!(value, Value::Null | Value::Bool(false));
            said.then(|| self.reads(field, value, words)).filter(|text| !text.is_empty())
        });
        parts.collect::<Vec<_>>().join(" · ")
    }
}

/// References that the screens can resolve; another record's number goes on to the logbook as it was typed.
impl Lookup for Registers {
    fn area(&self, text: &str) -> Option<String> {
        let plain = fold::folded(text);
        let mut here = self.areas.iter().filter(|area| !area.ended);
        here.clone()
            .find(|a| a.code == text)
            .or_else(|| here.find(|a| fold::folded(&a.name) == plain))
            .map(|a| a.code.clone())
    }

    fn officer(&self, text: &str) -> Option<Uuid> {
        let (id, plain) = (Uuid::try_parse(text).ok(), fold::folded(text));
        let is = |o: &&Officer| Some(o.id) == id || o.name.as_ref().is_some_and(|name| fold::folded(name) == plain);
        self.officers.iter().find(is).map(|officer| officer.id)
    }

    fn record(&self, text: &str) -> Option<Uuid> {
        Uuid::try_parse(text).ok().or_else(|| Number::parse(text).map(|_| Uuid::nil()))
    }
}

fn choosable(code: &str, name: String) -> Choosable {
    Choosable { code: code.to_owned(), name }
}

pub(super) fn officer_name(officer: &Officer) -> String {
    officer.name.clone().or_else(|| officer.login.clone()).unwrap_or_else(|| officer.id.to_string())
}

fn area_name(area: &Area) -> String {
    names::area(&area.code, &area.name)
}

fn value_name(choice: &Choice, value: &str, words: &Words) -> String {
    words.get(&value_id(choice.name, value)).to_owned()
}

/// Those whose name or code has a word that begins with each word of the query.
pub(super) fn matching(all: impl Iterator<Item = Choosable>, query: &str) -> Vec<Choosable> {
    let wanted: Vec<&str> = fold::words(query).collect();
    all.filter(|c| wanted.iter().all(|word| begins(&c.name, word) || begins(&c.code, word))).collect()
}

/// As much of a query as anybody types to find a choice; a text pasted by mistake must not be searched for word by word.
#[must_use]
pub fn asked(query: &str) -> &str {
    query.char_indices().nth(64).map_or(query, |(end, _)| query.get(..end).unwrap_or_default())
}

/// Whether a word of the text begins with the wanted one.
#[must_use]
pub fn begins(text: &str, wanted: &str) -> bool {
    let spelt = if fold::is_marked(wanted) { fold::exact } else { fold::folded };
    let wanted = spelt(wanted);
    fold::words(text).any(|word| spelt(word).starts_with(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use serde_json::json;

    #[test]
    fn numbers_are_read_as_they_are_written_by_hand() {
        let (known, words) = (Registers::default(), Words::new(Lang::Vi));
        let reads = |shape, value| known.reads(&Field::new("n", shape), &value, &words);
        assert_eq!(reads(Shape::Decimal, json!("31.7")), "31,7");
        assert_eq!(reads(Shape::Count(10_000), json!(1240)), "1.240");
        assert_eq!(reads(Shape::Money, json!(18_000_000)), "18.000.000 đ");
    }
}
