//! Whatever a record can hold has a name in both languages.

use super::{Field, Kind, NOTE, Reason, Shape, fields};
use crate::words::{Lang, Words, kind_id, value_id};

#[test]
fn kinds_fields_and_values_have_names() {
    let (mut wanted, mut named) = (Vec::new(), Vec::new());
    for kind in Kind::ALL {
        wanted.push(kind_id(kind.name()));
        gather(kind.name(), fields(kind), "", (&mut wanted, &mut named));
        let states = kind.standing().map(|standing| standing.states);
        wanted.extend(states.iter().flat_map(|list| list.values.iter().map(|value| value_id(list.name, value))));
    }
    gather("note", NOTE, "", (&mut wanted, &mut named));
    wanted.extend(Reason::ALL.map(Reason::id));
    assert!(wanted.len() > 100 && named.len() > 150, "{} {}", wanted.len(), named.len());
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let missing: Vec<&String> = wanted.iter().filter(|id| words.get(id) == id.as_str()).collect();
        assert!(missing.is_empty(), "no name in {}.ftl: {missing:?}", lang.code());
        let missing: Vec<_> = named.iter().filter(|(kind, path)| words.field(kind, path) == path).collect();
        assert!(missing.is_empty(), "no name in {}.ftl: {missing:?}", lang.code());
    }
}

/// The values and fields that want a name.
fn gather(kind: &str, fields: &[Field], above: &str, (wanted, named): (&mut Vec<String>, &mut Vec<(String, String)>)) {
    for field in fields {
        let path = if above.is_empty() { field.key.to_owned() } else { format!("{above}.{}", field.key) };
        named.push((kind.to_owned(), path.clone()));
        match field.shape {
            Shape::Group(inner) | Shape::List(inner) => gather(kind, inner, &path, (wanted, named)),
            Shape::One(list) => wanted.extend(list.values.iter().map(|value| value_id(list.name, value))),
            _ => {}
        }
    }
}
