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
    gather(fields(kind), &data.0, "", &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

fn gather(described: &[Field], object: &Map<String, Value>, path: &str, found: &mut Vec<(String, Uuid)>) {
    for field in described {
        let Some(value) = object.get(field.key) else { continue };
        let deeper = || if path.is_empty() { field.key.to_owned() } else { format!("{path}.{}", field.key) };
        match (field.shape, value) {
            (Shape::Group(inner), Value::Object(group)) => gather(inner, group, &deeper(), found),
            (Shape::List(inner), Value::Array(items)) => {
                items.iter().filter_map(Value::as_object).for_each(|item| gather(inner, item, &deeper(), found));
            }
            (Shape::Record, Value::String(id)) => {
                let link = object.get("type").and_then(Value::as_str).filter(|_| path == "links");
                let how = link.map_or_else(deeper, str::to_owned);
                found.extend(Uuid::try_parse(id).ok().map(|id| (how, id)));
            }
            _ => {}
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
}
