//! Whatever a record can hold has a name in both languages.

use super::{CHOICES, Field, Kind, NOTE, Reason, Shape, fields};
use crate::words::{Lang, Words, field_id, kind_id, value_id};

#[test]
fn kinds_fields_and_values_have_names() {
    let mut wanted = Vec::new();
    for kind in Kind::ALL {
        wanted.push(kind_id(kind.name()));
        name(kind.name(), fields(kind), "", &mut wanted);
    }
    name("note", NOTE, "", &mut wanted);
    for choice in CHOICES {
        wanted.extend(choice.values.iter().map(|value| value_id(choice.name, value)));
    }
    wanted.extend(Reason::ALL.map(Reason::id));
    assert!(wanted.len() > 250, "{}", wanted.len());
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let missing: Vec<&String> = wanted.iter().filter(|id| words.get(id) == id.as_str()).collect();
        assert!(missing.is_empty(), "no name in {}.ftl: {missing:?}", lang.code());
    }
}

fn name(kind: &str, fields: &[Field], above: &str, wanted: &mut Vec<String>) {
    for field in fields {
        let path = if above.is_empty() { field.key.to_owned() } else { format!("{above}.{}", field.key) };
        wanted.push(field_id(kind, &path));
        if let Shape::Group(inner) | Shape::List(inner) = field.shape {
            name(kind, inner, &path, wanted);
        }
    }
}
