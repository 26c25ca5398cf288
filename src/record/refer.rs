//! Which records a record speaks of.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::about::fields;
use super::data::Data;
use super::field::{Field, Shape};
use super::kinds::Kind;

/// Lists that name whatever was open at the time: they say nothing about the records in them.
const ROLL_CALLS: [&str; 2] = ["handover", "holds"];

/// The records that this one speaks of, each with how: the type of a link (`found_by`), else the path of the field
/// (`observations.incident`).
#[must_use]
pub fn references(kind: Kind, data: &Data) -> Vec<(String, Uuid)> {
    let mut found = mentions(kind, data);
    found.retain(|(how, _)| !ROLL_CALLS.iter().any(|list| how.split('.').next() == Some(*list)));
    found
}

/// Every record that this one names, also in lists of whatever was open.
#[must_use]
pub fn mentions(kind: Kind, data: &Data) -> Vec<(String, Uuid)> {
    let mut found = Vec::new();
    each_value(fields(kind), &data.0, "", &mut |place| {
        let Place { shape: Shape::Record, value: Value::String(id), .. } = place else { return };
        let how = place.link().map_or_else(|| place.path(), str::to_owned);
        found.extend(Uuid::try_parse(id).ok().map(|id| (how, id)));
    });
    found.sort_unstable();
    found.dedup();
    found
}

/// The officers that a record names.
#[must_use]
pub fn officers(kind: Kind, data: &Data) -> Vec<Uuid> {
    let mut found = Vec::new();
    each_value(fields(kind), &data.0, "", &mut |Place { shape, value, .. }| match (shape, value) {
        (Shape::Officer, Value::String(id)) => found.extend(Uuid::try_parse(id).ok()),
        (Shape::Officers, Value::Array(ids)) => {
            found.extend(ids.iter().filter_map(Value::as_str).filter_map(|id| Uuid::try_parse(id).ok()));
        }
        _ => {}
    });
    found
}

/// A value, and where it stands.
struct Place<'a> {
    shape: Shape,
    value: &'a Value,
    key: &'a str,
    above: &'a str,
    within: &'a Map<String, Value>,
}

impl Place<'_> {
    fn path(&self) -> String {
        deeper(self.above, self.key)
    }

    /// The type of the link that it is the other end of.
    fn link(&self) -> Option<&str> {
        self.within.get("type").and_then(Value::as_str).filter(|_| self.above == "links")
    }
}

fn deeper(above: &str, key: &str) -> String {
    if above.is_empty() { key.to_owned() } else { format!("{above}.{key}") }
}

fn each_value(described: &[Field], within: &Map<String, Value>, above: &str, each: &mut dyn FnMut(&Place<'_>)) {
    for field in described {
        let Some(value) = within.get(field.key) else { continue };
        match (field.shape, value) {
            (Shape::Group(inner), Value::Object(group)) => each_value(inner, group, &deeper(above, field.key), each),
            (Shape::List(inner), Value::Array(items)) => {
                let path = deeper(above, field.key);
                items.iter().filter_map(Value::as_object).for_each(|item| each_value(inner, item, &path, each));
            }
            (shape, value) => each(&Place { shape, value, key: field.key, above, within }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn links_and_fields_name_records_but_roll_calls_do_not() {
        let id = |n: u128| Uuid::from_u128(n);
        let data = |value: Value| Data(value.as_object().unwrap().clone());
        let patrol = data(json!({
            "observations": [{"incident": id(1)}, {"incident": null}],
            "links": [{"type": "follow_up", "to": id(2)}],
        }));
        let found = references(Kind::Patrol, &patrol);
        assert_eq!(found, [("follow_up".to_owned(), id(2)), ("observations.incident".to_owned(), id(1))]);
        let shift = data(json!({"handover": [{"record": id(1), "item": "incident"}]}));
        assert_eq!(references(Kind::Shift, &shift), []);
        assert_eq!(mentions(Kind::Shift, &shift), [("handover.record".to_owned(), id(1))]);
    }

    #[test]
    fn officers_are_named_alone_in_lists_and_within() {
        let id = |n: u128| Uuid::from_u128(n);
        let data = |value: Value| Data(value.as_object().unwrap().clone());
        let shift = data(json!({"commander": id(1), "officers": [id(2), id(3), 7], "handover": [{"record": id(4)}]}));
        assert_eq!(officers(Kind::Shift, &shift), [id(1), id(2), id(3)]);
        let incident = data(json!({"first_response": {"officer": id(5)}, "title": id(6)}));
        assert_eq!(officers(Kind::Incident, &incident), [id(5)]);
    }
}
