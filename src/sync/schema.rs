//! What travels in a bag beside the data, so that anybody can check it without this program: a JSON Schema 2020-12 of
//! each data file, of the receipt that comes back, and the BagIt profile. Describes; decides nothing.

mod content;
mod forms;
mod profile;

use serde_json::{Map, Value, json};

use crate::journal::{Act, VERSION};
use crate::record::MAX_ENVELOPE;
use crate::words::{Lang, Words};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
const UUID: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
const SHA256: &str = "^[0-9a-f]{64}$";
const UNIT: &str = "^(?=.{1,16}$)[A-Z0-9]+(-[A-Z0-9]+)*$";
/// RFC 3339 with an offset; the journal adds milliseconds.
const AT: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?[+-][0-9]{2}:[0-9]{2}$";

/// The files below `schema/` in a bag: name and content, in order of name.
#[must_use]
pub fn files() -> Vec<(&'static str, String)> {
    let words = Lang::ALL.map(Words::new);
    vec![
        ("schema/bagit-profile.json", text(&profile::profile())),
        ("schema/batch.schema.json", file("batch", forms::batch())),
        ("schema/facts.schema.json", file("facts", sheets(content::facts(&words), true))),
        ("schema/journal.schema.json", file("journal", line())),
        ("schema/persons.schema.json", file("persons", sheets(content::persons(&words), false))),
        ("schema/receipt.schema.json", file("receipt", forms::receipt())),
    ]
}

fn file(name: &str, schema: Value) -> String {
    let mut whole = Map::new();
    whole.insert("$schema".into(), DIALECT.into());
    whole.insert("$id".into(), format!("urn:trucban:schema:1:{name}").into());
    if let Value::Object(schema) = schema {
        whole.extend(schema);
    }
    text(&Value::Object(whole))
}

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// A line of data/journal.jsonl.
fn line() -> Value {
    let acts = Act::ALL.map(Act::name);
    object(&[
        ("v", json!({"const": VERSION})),
        ("journal", pattern(UUID)),
        ("unit", pattern(UNIT)),
        ("seq", at_least(1)),
        ("id", pattern(UUID)),
        ("at", pattern(AT)),
        ("by", pattern(UUID)),
        ("shift", maybe(pattern(UUID))),
        ("act", json!({"enum": acts})),
        ("kind", pattern("^[a-z_]{1,32}$")),
        ("record", pattern(UUID)),
        ("rev", at_least(1)),
        ("facts", pattern(SHA256)),
        ("persons", maybe(pattern(SHA256))),
        ("prev", pattern(SHA256)),
    ])
}

/// A line of data/facts.jsonl or data/persons.jsonl. The envelope is text with the exact bytes; read as JSON it has
/// to fit `#/$defs/envelope`, and its data the definition of its kind, or of its act where that is no version.
fn sheets(data: Map<String, Value>, why: bool) -> Value {
    let envelope = json!({"type": "string", "maxLength": MAX_ENVELOPE, "contentMediaType": "application/json",
        "contentSchema": {"$ref": "#/$defs/envelope"}});
    let mut line = object(&[("sha256", pattern(SHA256)), ("envelope", envelope)]);
    let salt = json!({"type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/]{22}==$"});
    let mut keys = vec![("salt", salt), ("data", json!({"type": "object"}))];
    if why {
        keys.insert(1, ("why", json!({"type": ["string", "null"]})));
    }
    let mut known = Map::new();
    known.insert("envelope".into(), object(&keys));
    known.extend(data);
    if let Some(line) = line.as_object_mut() {
        line.insert("$defs".into(), Value::Object(known));
    }
    line
}

/// An object that needs all of these keys. Others may come with a newer minor version.
fn object(keys: &[(&str, Value)]) -> Value {
    let known: Map<String, Value> = keys.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let needed: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    json!({"type": "object", "properties": known, "required": needed})
}

fn pattern(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

fn at_least(least: u64) -> Value {
    json!({"type": "integer", "minimum": least})
}

/// null = not known, or none.
fn maybe(mut schema: Value) -> Value {
    if let Some(known) = schema.as_object_mut() {
        if let Some(kind) = known.get("type").cloned() {
            known.insert("type".into(), json!([kind, "null"]));
        }
        if let Some(values) = known.get_mut("enum").and_then(Value::as_array_mut) {
            values.push(Value::Null);
        }
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Kind, fields};

    fn schema(name: &str) -> Value {
        let files = files();
        let (_, text) = files.iter().find(|(file, _)| file.ends_with(&format!("{name}.schema.json"))).unwrap();
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn every_described_field_is_in_the_schema_of_its_envelope() {
        let (facts, persons) = (schema("facts"), schema("persons"));
        for kind in Kind::ALL {
            for field in fields(kind) {
                let at = format!("/$defs/{kind}/properties/{}", field.key);
                let found = [&facts, &persons].map(|schema| schema.pointer(&at).is_some());
                let private = field.envelope == crate::record::Envelope::Persons;
                assert_eq!(found, [!private, private], "{at}");
            }
        }
    }

    #[test]
    fn the_journal_schema_names_the_keys_of_a_line_in_their_order() {
        let (id, hash) = (uuid::Uuid::nil(), crate::journal::Hash::ZERO);
        let at = crate::record::when::parse("2026-11-23T20:14:05+07:00").unwrap();
        let (unit, act, kind) = ("A".to_owned(), Act::Create, "incident".to_owned());
        let (record, facts, persons, prev) = (id, hash, None, hash);
        let entry = crate::journal::Entry {
            journal: id,
            unit,
            seq: 1,
            id,
            at,
            by: id,
            shift: None,
            act,
            kind,
            record,
            rev: 1,
            facts,
            persons,
            prev,
        };
        let line: Map<String, Value> = serde_json::from_str(&entry.to_line()).unwrap();
        let known = schema("journal");
        assert!(known["properties"].as_object().unwrap().keys().eq(line.keys()));
        assert_eq!(known["required"].as_array().unwrap().len(), line.len());
    }

    #[test]
    fn the_same_program_writes_the_same_schemas() {
        assert_eq!(files(), files());
        assert!(files().iter().all(|(_, text)| text.ends_with("}\n")));
        assert!(files().is_sorted_by(|a, b| a.0 < b.0));
    }
}
