//! From outside JSON to a record: every key known, every value of its shape, text cleaned, codes resolved.
//! Nothing passes here half: either the cleaned value or a finding that says where and what.

use serde_json::{Map, Number, Value};
use uuid::Uuid;

use super::about::fields;
use super::catalogue::Catalogue;
use super::data::{Data, fallback};
use super::field::{Choice, Fallback, Field, Shape};
use super::finding::Finding;
use super::kinds::Kind;
use super::when::{self, Lies, Moment};
use crate::text::{clean as tidy, fold};

/// What the cleaning asks of the logbook.
pub trait Lookup {
    /// The code of the area with this code or name.
    fn area(&self, text: &str) -> Option<String>;
    /// The id of the officer with this id, login or name.
    fn officer(&self, text: &str) -> Option<Uuid>;
    /// The id of the record with this id or human number.
    fn record(&self, text: &str) -> Option<Uuid>;
    /// English name of a record's kind, where that is known here.
    fn kind_of(&self, _record: &Uuid) -> Option<String> {
        None
    }
}

/// Cleans a whole record: absent keys get their fallbacks. `at` is the entry's own time.
#[must_use]
pub fn clean(kind: Kind, input: &Map<String, Value>, known: &dyn Lookup, at: Moment) -> (Data, Vec<Finding>) {
    let mut pass = Pass { known, at, findings: Vec::new() };
    let whole = pass.object(fields(kind), input, "");
    (Data(whole), pass.findings)
}

/// Cleans an object against any list of fields, such as a note's.
#[must_use]
pub fn clean_fields(
    described: &[Field],
    input: &Map<String, Value>,
    known: &dyn Lookup,
    at: Moment,
) -> (Map<String, Value>, Vec<Finding>) {
    let mut pass = Pass { known, at, findings: Vec::new() };
    let whole = pass.object(described, input, "");
    (whole, pass.findings)
}

/// Cleans an amendment: keys given replace, null clears, absent keys stay.
#[must_use]
pub fn merge(
    kind: Kind,
    base: &Data,
    input: &Map<String, Value>,
    known: &dyn Lookup,
    at: Moment,
) -> (Data, Vec<Finding>) {
    let mut whole = base.0.clone();
    for (key, value) in input {
        whole.insert(key.clone(), value.clone());
    }
    let (mut data, findings) = clean(kind, &whole, known, at);
    for (key, value) in &base.0 {
        // What a newer program wrote is kept as it is.
        if !data.0.contains_key(key) && !input.contains_key(key) {
            data.0.insert(key.clone(), value.clone());
        }
    }
    let newer = |finding: &Finding| finding.code == "E004" && base.0.contains_key(&finding.path);
    (data, findings.into_iter().filter(|f| !newer(f)).collect())
}

/// Reads what was typed into a form's field: empty is null.
///
/// # Errors
/// The finding that the field shows.
pub fn parse_text(field: &Field, text: &str, known: &dyn Lookup, at: Moment) -> Result<Value, Finding> {
    let plain = tidy::line(text);
    if plain.is_empty() {
        return Ok(fallback(field));
    }
    let value = match field.shape {
        Shape::When => when::typed(&plain, at, field.lies).map_or(Value::from(plain), |t| Value::from(when::kept(t))),
        Shape::Day => {
            when::typed_day(&plain, at, field.lies).map_or(Value::from(plain), |d| Value::from(d.to_string()))
        }
        Shape::Count(_) | Shape::Money => whole(&plain).map_or(Value::from(plain), Value::from),
        Shape::Decimal => Value::from(plain.replace(',', ".")),
        _ => Value::from(text),
    };
    let mut pass = Pass { known, at, findings: Vec::new() };
    let cleaned = pass.value(field, &value, field.key);
    pass.findings.into_iter().next().map_or(Ok(cleaned), Err)
}

struct Pass<'a> {
    known: &'a dyn Lookup,
    at: Moment,
    findings: Vec<Finding>,
}

impl Pass<'_> {
    fn object(&mut self, described: &[Field], input: &Map<String, Value>, path: &str) -> Map<String, Value> {
        for key in input.keys() {
            if !described.iter().any(|field| field.key == key) {
                let near = fold::nearest(key, described.iter().map(|f| f.key)).unwrap_or_default();
                self.add(Finding::new("E004", join(path, key)).with("key", tidy::shown(key)).with("near", near));
            }
        }
        let mut whole = Map::new();
        for field in described {
            let place = join(path, field.key);
            let value = match input.get(field.key) {
                None | Some(Value::Null) if field.fallback == Fallback::Required => {
                    self.add(Finding::new("E007", &place).with("key", field.key));
                    Value::Null
                }
                None | Some(Value::Null) => fallback(field),
                Some(value) => self.value(field, value, &place),
            };
            whole.insert(field.key.to_owned(), value);
        }
        whole
    }

    fn value(&mut self, field: &Field, value: &Value, path: &str) -> Value {
        match field.shape {
            Shape::Group(inner) => match value.as_object() {
                Some(object) => Value::Object(self.object(inner, object, path)),
                None => self.wrong(path, value),
            },
            Shape::List(inner) => self.list(value, path, |pass, item, place| match item.as_object() {
                Some(object) => Value::Object(pass.object(inner, object, place)),
                None => pass.wrong(place, item),
            }),
            Shape::Officers => self.list(value, path, |pass, item, place| {
                pass.reference(item, place, |known, text| known.officer(text).map(|id| id.to_string()), "E022")
            }),
            Shape::Flag => value.as_bool().map_or_else(|| self.wrong(path, value), Value::Bool),
            Shape::Count(max) => self.number(value, path, max),
            Shape::Money => self.number(value, path, super::MAX_MONEY),
            _ => match value.as_str() {
                Some(text) => self.text(field, text, path),
                None => self.wrong(path, value),
            },
        }
    }

    fn text(&mut self, field: &Field, text: &str, path: &str) -> Value {
        let line = if let Shape::Block(_) = field.shape { tidy::block(text) } else { tidy::line(text) };
        if line.is_empty() {
            return self.blank(field, path);
        }
        let value = Value::from(line.as_str());
        match field.shape {
            Shape::Line(max) | Shape::Block(max) => self.short(line, max, path),
            Shape::One(choice) => self.one(choice, &line, path),
            Shape::Category => self.category(&line, path),
            Shape::Area => self.reference(&value, path, |known, text| known.area(text), "E016"),
            Shape::Officer => {
                self.reference(&value, path, |known, text| known.officer(text).map(|id| id.to_string()), "E022")
            }
            Shape::Record => self.record(field, &line, path),
            Shape::When => self.moment(field, &line, path),
            Shape::Day => self.day(field, &line, path),
            Shape::Decimal if decimal(&line) => value,
            _ => self.wrong(path, &value),
        }
    }

    fn blank(&mut self, field: &Field, path: &str) -> Value {
        if field.fallback == Fallback::Required {
            self.add(Finding::new("E007", path).with("key", field.key));
        }
        fallback(field)
    }

    fn list(&mut self, value: &Value, path: &str, each: impl Fn(&mut Self, &Value, &str) -> Value) -> Value {
        let Some(items) = value.as_array() else { return self.wrong(path, value) };
        let place = |n: usize| format!("{path}[{n}]");
        Value::Array(items.iter().enumerate().map(|(n, item)| each(self, item, &place(n))).collect())
    }

    fn number(&mut self, value: &Value, path: &str, max: u64) -> Value {
        match value.as_u64() {
            Some(n) if n <= max => Value::Number(Number::from(n)),
            _ => self.wrong(path, value),
        }
    }

    fn short(&mut self, text: String, max: usize, path: &str) -> Value {
        if text.chars().count() > max {
            self.add(Finding::new("E018", path).with("max", max));
        }
        Value::from(text)
    }

    fn one(&mut self, choice: &Choice, text: &str, path: &str) -> Value {
        if !choice.values.contains(&text) {
            let near = fold::nearest(text, choice.values.iter().copied()).unwrap_or_default();
            let values = if near.is_empty() { choice.values.join(", ") } else { String::new() };
            self.unknown(path, text, near, &values);
        }
        Value::from(text)
    }

    fn category(&mut self, text: &str, path: &str) -> Value {
        let catalogue = Catalogue::builtin();
        if !catalogue.get(text).is_some_and(|c| c.active) {
            self.unknown(path, text, catalogue.nearest(text).unwrap_or_default(), "");
        }
        Value::from(text)
    }

    fn reference(
        &mut self,
        value: &Value,
        path: &str,
        find: impl Fn(&dyn Lookup, &str) -> Option<String>,
        code: &'static str,
    ) -> Value {
        let Some(text) = value.as_str() else { return self.wrong(path, value) };
        let text = tidy::line(text);
        if let Some(found) = find(self.known, &text) {
            return Value::from(found);
        }
        self.add(Finding::new(code, path).with("value", &text).with("name", &text).with("record", &text));
        Value::from(text)
    }

    fn moment(&mut self, field: &Field, text: &str, path: &str) -> Value {
        let Some(at) = when::parse(text) else { return self.wrong(path, &Value::from(text)) };
        if field.lies == Lies::Behind && at - self.at > when::LEEWAY {
            self.add(Finding::new("E017", path).with("at", when::shown(at)));
        }
        Value::from(when::kept(at))
    }

    fn record(&mut self, field: &Field, text: &str, path: &str) -> Value {
        let known = |known: &dyn Lookup, text: &str| known.record(text).map(|id| id.to_string());
        let value = self.reference(&Value::from(text), path, known, "E011");
        let id = value.as_str().and_then(|id| Uuid::try_parse(id).ok());
        let found = id.and_then(|id| self.known.kind_of(&id));
        if let Some((wanted, _)) = field.of.zip(found).filter(|(wanted, found)| wanted != found) {
            self.add(Finding::new("E510", path).with("record", text).with("kind", wanted));
        }
        value
    }

    fn day(&mut self, field: &Field, text: &str, path: &str) -> Value {
        let Some(day) = when::parse_day(text) else { return self.wrong(path, &Value::from(text)) };
        if field.lies == Lies::Behind && day > self.at.with_timezone(&when::zone()).date_naive() {
            self.add(Finding::new("E017", path).with("at", crate::text::number::day(day)));
        }
        Value::from(day.to_string())
    }

    fn wrong(&mut self, path: &str, value: &Value) -> Value {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.unknown(path, &text, "", "");
        value.clone()
    }

    fn unknown(&mut self, path: &str, text: &str, near: &str, values: &str) {
        let value: String = tidy::shown(text).chars().take(40).collect();
        self.add(Finding::new("E008", path).with("value", value).with("near", near).with("values", values));
    }

    fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

/// A whole number as people type it: `18000000`, `18.000.000` or `18 000 000`, and never `1.5`.
fn whole(text: &str) -> Option<u64> {
    let groups: Vec<&str> = text.split(['.', ' ']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    if grouped && digits { groups.concat().parse().ok() } else { None }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn decimal(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.len() <= 15 && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(part)
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn numbers_are_typed_with_or_without_groups() {
        for (text, number) in [("0", 0), ("18000000", 18_000_000), ("18.000.000", 18_000_000), ("1 500", 1500)] {
            assert_eq!(whole(text), Some(number), "{text}");
        }
        for text in ["1.5", "1.50", "1000.000", "1..000", ".000", "", "-1", "+1", "1,5", "1.5 triệu"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
