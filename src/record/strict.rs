//! JSON from outside: UTF-8, no key twice, no deeper than said. `serde_json` alone keeps the last of two equal keys,
//! so two readers could see two different records in the same bytes.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use crate::fault::{Fault, Kind, Outcome};

/// Reads one JSON value.
///
/// # Errors
/// E002 not UTF-8, E005 a key twice, E006 nested deeper than `depth`, E001 not JSON.
pub fn parse(bytes: &[u8], depth: usize) -> Outcome<Value> {
    let text =
        std::str::from_utf8(bytes).map_err(|e| Fault::new(Kind::Data, "E002").with("at", e.valid_up_to() + 1))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { left: depth }.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    value.map_err(|e| named(&e))
}

/// Reads one JSON object.
///
/// # Errors
/// As [`parse`]; E001 also when it is something else than an object.
pub fn object(bytes: &[u8], depth: usize) -> Outcome<Map<String, Value>> {
    match parse(bytes, depth)? {
        Value::Object(object) => Ok(object),
        _ => Err(Fault::new(Kind::Data, "E001").with("column", 1)),
    }
}

/// How deep a value is nested: 0 for a plain one.
#[must_use]
pub fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(object) => 1 + object.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

const TWICE: &str = "key twice: ";
const DEEP: &str = "too deep";

fn named(error: &serde_json::Error) -> Fault {
    let text = error.to_string();
    if let Some(rest) = text.strip_prefix(TWICE) {
        let key = rest.rsplit_once(" at line ").map_or(rest, |(key, _)| key);
        return Fault::new(Kind::Finding, "E005").with("key", crate::text::clean::shown(key));
    }
    if text.starts_with(DEEP) || text.starts_with("recursion limit") {
        return Fault::new(Kind::Finding, "E006").with("max", "");
    }
    Fault::new(Kind::Data, "E001").with("column", error.column().max(1))
}

/// One level of reading.
struct Strict {
    left: usize,
}

impl Strict {
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        self.left.checked_sub(1).map(|left| Self { left }).ok_or_else(|| E::custom(DEEP))
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.deeper()?)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            match object.entry(key) {
                Entry::Occupied(there) => return Err(A::Error::custom(format!("{TWICE}{}", there.key()))),
                Entry::Vacant(place) => place.insert(entries.next_value_seed(self.deeper()?)?),
            };
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(bytes: &[u8]) -> &'static str {
        parse(bytes, 4).unwrap_err().code
    }

    #[test]
    fn each_defect_has_its_code() {
        assert_eq!(code(b"{\"a\":1,\"b\":2,\"a\":3}"), "E005");
        assert_eq!(code(b"{\"x\":{\"a\":1,\"a\":3}}"), "E005");
        assert_eq!(code(b"[[[[[1]]]]]"), "E006");
        assert_eq!(code(b"{\"a\":"), "E001");
        assert_eq!(code(b"{} {}"), "E001");
        assert_eq!(code(b"\xff"), "E002");
        assert_eq!(parse(b"[[[[1]]]]", 4).map(|v| depth(&v)).unwrap(), 4);
    }

    proptest! {
        #[test]
        fn reads_what_serde_json_writes(text in "\\PC{0,40}", number in any::<i64>(), yes in any::<bool>()) {
            let value = serde_json::json!({"a": [text, number, yes, null], "b": {"c": 1.5}});
            prop_assert_eq!(parse(value.to_string().as_bytes(), 4).unwrap(), value);
        }

        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse(&bytes, 8);
        }
    }
}
