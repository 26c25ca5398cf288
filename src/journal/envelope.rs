//! The content of an entry, in two sealed sheets: facts, and persons. Each is kept as bytes and bound by its hash;
//! the salt keeps a short content from being guessed out of the hash.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::{Map, Value};

use super::hash::Hash;
use crate::fault::{Fault, Kind, Outcome};
use crate::record::{MAX_DEPTH, MAX_ENVELOPE, strict};

/// 16 random bytes.
pub type Salt = [u8; 16];

/// The content of an envelope.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The reason, in a facts envelope.
    pub why: Option<String>,
    /// The content.
    pub data: Map<String, Value>,
}

/// A facts envelope.
///
/// # Errors
/// E006 when it would be larger than 64 KiB or too deep: what is saved is never refused later.
pub fn facts(salt: &Salt, why: Option<&str>, data: &Map<String, Value>) -> Outcome<Vec<u8>> {
    write(&Facts { salt: STANDARD.encode(salt), why, data }, data)
}

/// A persons envelope.
///
/// # Errors
/// As [`facts`].
pub fn persons(salt: &Salt, data: &Map<String, Value>) -> Outcome<Vec<u8>> {
    write(&Persons { salt: STANDARD.encode(salt), data }, data)
}

#[derive(Serialize)]
struct Facts<'a> {
    salt: String,
    why: Option<&'a str>,
    data: &'a Map<String, Value>,
}

#[derive(Serialize)]
struct Persons<'a> {
    salt: String,
    data: &'a Map<String, Value>,
}

fn write(sheet: &impl Serialize, data: &Map<String, Value>) -> Outcome<Vec<u8>> {
    let bytes = serde_json::to_vec(sheet).map_err(Fault::bug)?;
    // The sheet itself and its data are two levels more.
    let deepest = data.values().map(strict::depth).max().unwrap_or(0) + 2;
    if bytes.len() > MAX_ENVELOPE || deepest > MAX_DEPTH {
        return Err(Fault::new(Kind::Finding, "E006").with("max", MAX_ENVELOPE / 1024));
    }
    Ok(bytes)
}

/// Reads an envelope.
///
/// # Errors
/// E114 when it is too large or not an envelope.
pub fn open(bytes: &[u8]) -> Outcome<Opened> {
    let bad = || Fault::new(Kind::Data, "E114");
    if bytes.len() > MAX_ENVELOPE {
        return Err(bad());
    }
    let mut sheet = strict::object(bytes, MAX_DEPTH).map_err(|fault| bad().because(fault))?;
    let salt = sheet.get("salt").and_then(Value::as_str).and_then(|salt| STANDARD.decode(salt).ok());
    if salt.is_none_or(|salt| salt.len() != size_of::<Salt>()) {
        return Err(bad());
    }
    let why = match sheet.remove("why") {
        None | Some(Value::Null) => None,
        Some(Value::String(why)) => Some(why),
        Some(_) => return Err(bad()),
    };
    match sheet.remove("data") {
        Some(Value::Object(data)) => Ok(Opened { why, data }),
        _ => Err(bad()),
    }
}

/// Reads an envelope that has to have this hash.
///
/// # Errors
/// E114.
pub fn open_checked(bytes: &[u8], hash: &Hash) -> Outcome<Opened> {
    if Hash::of(bytes) != *hash {
        return Err(Fault::new(Kind::Data, "E114"));
    }
    open(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sheets_read_back_byte_for_byte() {
        let data = json!({"title": "Trộm xe máy", "n": [1, {"x": null}]}).as_object().unwrap().clone();
        let sheet = facts(&[7; 16], Some("gõ nhầm"), &data).unwrap();
        assert!(
            String::from_utf8(sheet.clone())
                .unwrap()
                .starts_with(r#"{"salt":"BwcHBwcHBwcHBwcHBwcHBw==","why":"gõ nhầm","data":{"title""#)
        );
        let opened = open_checked(&sheet, &Hash::of(&sheet)).unwrap();
        assert_eq!(opened, Opened { why: Some("gõ nhầm".into()), data: data.clone() });
        assert_eq!(open(&persons(&[1; 16], &data).unwrap()).unwrap().why, None);
        assert_eq!(open_checked(&sheet, &Hash::ZERO).unwrap_err().code, "E114");
    }

    #[test]
    fn too_much_is_refused_at_the_door() {
        let big = json!({"t": "x".repeat(MAX_ENVELOPE)}).as_object().unwrap().clone();
        assert_eq!(facts(&[0; 16], None, &big).unwrap_err().code, "E006");
        let deep = json!({"a": {"b": {"c": {"d": {"e": {"f": {"g": {}}}}}}}}).as_object().unwrap().clone();
        assert_eq!(facts(&[0; 16], None, &deep).unwrap_err().code, "E006");
    }

    #[test]
    fn what_is_no_envelope_is_named() {
        for bytes in [
            &b"{}"[..],
            b"[]",
            b"{\"salt\":\"AA==\",\"data\":{}}",
            b"{\"salt\":\"BwcHBwcHBwcHBwcHBwcHBw==\",\"data\":1}",
        ] {
            assert_eq!(open(bytes).unwrap_err().code, "E114");
        }
    }
}
