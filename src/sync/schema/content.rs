//! From the description of records to JSON Schema: what an envelope's data may hold, kind by kind. A field that is
//! described is in the schema; nothing here names fields one by one.

use serde_json::{Map, Value, json};

use super::{SHA256, UUID, at_least, maybe, object, pattern};
use crate::journal::Act;
use crate::record::{Envelope, Fallback, Field, Kind, MAX_MONEY, NOTE, Shape, fields};
use crate::words::Words;

/// A moment at +07:00, to the second.
const WHEN: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+07:00$";

/// One definition per kind (of its versions) and per other act, for the data of facts envelopes.
pub(super) fn facts(words: &[Words; 2]) -> Map<String, Value> {
    let mut all: Map<String, Value> =
        Kind::ALL.iter().map(|kind| (kind.name().to_owned(), version(*kind, words))).collect();
    for act in Act::ALL.into_iter().filter(|act| !act.is_version()) {
        all.insert(act.name().to_owned(), other(act, words));
    }
    all
}

/// One definition per kind that knows persons, for the data of persons envelopes.
pub(super) fn persons(words: &[Words; 2]) -> Map<String, Value> {
    let private = |kind: &Kind| fields(*kind).iter().any(|field| field.envelope == Envelope::Persons);
    let described = |kind: Kind| described(kind.name(), &kept(kind, Envelope::Persons), words);
    Kind::ALL.iter().filter(|kind| private(kind)).map(|kind| (kind.name().to_owned(), described(*kind))).collect()
}

/// The data of a create or amend: all fields of the kind, the record's number, and the version that it was made from.
fn version(kind: Kind, words: &[Words; 2]) -> Value {
    let letters = kind.code();
    let number = pattern(&format!("^[A-Z0-9-]+-{letters}-[0-9]{{4}}-[0-9]{{6,}}$"));
    let whole = described(kind.name(), &kept(kind, Envelope::Facts), words);
    let mut whole = and_maybe(and_maybe(whole, "number", number), "base", at_least(1));
    if let Some(needed) = whole.get_mut("required").and_then(Value::as_array_mut) {
        needed.push("number".into());
    }
    whole
}

/// The same object, which may have one key more.
fn and_maybe(mut object: Value, key: &str, value: Value) -> Value {
    if let Some(known) = object.get_mut("properties").and_then(Value::as_object_mut) {
        known.insert(key.to_owned(), value);
    }
    object
}

/// The data of an act that carries no version.
fn other(act: Act, words: &[Words; 2]) -> Value {
    match act {
        Act::Note => described("note", NOTE, words),
        Act::Sign => {
            object(&[("role", json!({"enum": ["outgoing", "incoming", "commander"]})), ("of", pattern(SHA256))])
        }
        Act::Purge => {
            let item = object(&[("seq", at_least(1)), ("which", json!({"enum": ["facts", "persons"]}))]);
            let item = and_maybe(item, "journal", pattern(UUID));
            object(&[("items", json!({"type": "array", "items": item})), ("rule", maybe(json!({"type": "string"})))])
        }
        Act::Void | Act::Create | Act::Amend => json!({"type": "object"}),
    }
}

/// The fields of a kind that stand in this envelope.
fn kept(kind: Kind, envelope: Envelope) -> Vec<Field> {
    fields(kind).iter().filter(|field| field.envelope == envelope).copied().collect()
}

/// The object of a list of fields. Keys that a newer program adds are no defect; those that have to be given are
/// needed, and the others only where the writer knew them.
fn described(path: &str, all: &[Field], words: &[Words; 2]) -> Value {
    let known: Map<String, Value> = all.iter().map(|field| (field.key.to_owned(), named(path, field, words))).collect();
    let needed: Vec<&str> =
        all.iter().filter(|field| field.fallback == Fallback::Required).map(|field| field.key).collect();
    json!({"type": "object", "properties": known, "required": needed})
}

/// A field's schema, with what people call it in both languages.
fn named(path: &str, field: &Field, words: &[Words; 2]) -> Value {
    let path = format!("{path}.{}", field.key);
    let mut schema = Map::new();
    let (kind, inner) = path.split_once('.').unwrap_or((&path, ""));
    for (key, words) in ["title", "description"].iter().zip(words) {
        schema.insert((*key).to_owned(), words.field(kind, inner).into());
    }
    if let Value::Object(shape) = shape(&path, field, words) {
        schema.extend(shape);
    }
    Value::Object(schema)
}

fn shape(path: &str, field: &Field, words: &[Words; 2]) -> Value {
    let plain = match field.shape {
        Shape::Line(max) | Shape::Block(max) => json!({"type": "string", "minLength": 1, "maxLength": max}),
        Shape::One(choice) => json!({"type": "string", "enum": choice.values}),
        Shape::Category => pattern(r"^[A-Z]{4}\.[A-Z]{4}$"),
        Shape::Area => json!({"type": "string", "minLength": 1, "maxLength": 64}),
        Shape::Officer | Shape::Record => pattern(UUID),
        Shape::When => pattern(WHEN),
        Shape::Day => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Count(max) => json!({"type": "integer", "minimum": 0, "maximum": max}),
        Shape::Money => json!({"type": "integer", "minimum": 0, "maximum": MAX_MONEY}),
        Shape::Decimal => pattern(r"^[0-9]{1,15}(\.[0-9]{1,15})?$"),
        Shape::Officers => json!({"type": "array", "items": pattern(UUID)}),
        Shape::Group(inner) => described(path, inner, words),
        Shape::List(inner) => json!({"type": "array", "items": described(path, inner, words)}),
    };
    if field.fallback == Fallback::Null { maybe(plain) } else { plain }
}
