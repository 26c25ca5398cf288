//! The lines of facts.jsonl and persons.jsonl. The envelope is a JSON string with its exact bytes, so that no reader
//! can change what its hash was made of.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Hash;
use crate::record::{MAX_ENVELOPE, strict};

/// Longest line: an envelope of which every byte is escaped.
const LONGEST: usize = 6 * MAX_ENVELOPE + 200;

/// How deep a line may be nested.
const DEEPEST: usize = 4;

/// What a line says today; another key makes it no such line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    sha256: Cow<'a, str>,
    #[serde(borrow)]
    envelope: Cow<'a, str>,
}

/// The line of an envelope, without a line break.
///
/// # Errors
/// E114 when it isn't text.
pub fn write(hash: &Hash, envelope: &[u8]) -> Outcome<String> {
    let text = std::str::from_utf8(envelope).map_err(|error| Fault::new(Kind::Data, "E114").because(error))?;
    Ok(format!("{{\"sha256\":\"{hash}\",\"envelope\":{}}}", serde_json::Value::from(text)))
}

/// Reads a line. Keys that a newer minor version added are passed over.
///
/// # Errors
/// E112 when it isn't such a line.
pub fn read(line: &[u8]) -> Outcome<(Hash, String)> {
    let bad = |key: &str| Fault::new(Kind::Data, "E112").with("key", key);
    if line.len() > LONGEST {
        return Err(bad("length"));
    }
    let known: Result<Line<'_>, _> = serde_json::from_slice(line);
    let (sha256, envelope) = match known {
        Ok(line) => (line.sha256, line.envelope.into_owned()),
        Err(_) => newer(line)?,
    };
    let hash = Hash::parse(&sha256).ok_or_else(|| bad("sha256"))?;
    Ok((hash, envelope))
}

/// A line that says more. Slower, as keys that nobody knows must not stand there twice either.
fn newer(line: &[u8]) -> Outcome<(Cow<'_, str>, String)> {
    let bad = |key: &str| Fault::new(Kind::Data, "E112").with("key", key);
    let object = strict::object(line, DEEPEST).map_err(|fault| bad("json").because(fault))?;
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| bad(key));
    Ok((text("sha256")?.into(), text("envelope")?))
}

/// The lines of a file, each ended by a line break.
///
/// # Errors
/// E112 when the last one isn't ended.
pub fn split(file: &[u8]) -> Outcome<impl Iterator<Item = &[u8]>> {
    let whole = match file {
        [] => file,
        [before @ .., b'\n'] => before,
        _ => return Err(Fault::new(Kind::Data, "E112").with("key", "end")),
    };
    Ok(whole.split(|b| *b == b'\n').filter(move |_| !file.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_such_line_is_refused() {
        let good = write(&Hash::of(b"{}"), b"{}").unwrap();
        for bad in [
            String::new(),
            "[]".to_owned(),
            good.replace("sha256", "sha"),
            good.replace("\"{}\"", "{}"),
            good.replace("{\"sha", "{\"envelope\":\"\",\"sha"),
            good.replace("{\"sha", "{\"x\":1,\"x\":1,\"sha"),
            good.replace("{\"sha", "{\"x\":[[[[1]]]],\"sha"),
            good[..good.len() - 1].to_owned(),
            good.to_uppercase(),
        ] {
            assert_eq!(read(bad.as_bytes()).unwrap_err().code, "E112", "{bad}");
        }
        let more = good.replace("{\"sha", "{\"x\":[{\"y\":1}],\"sha");
        assert_eq!(read(more.as_bytes()).unwrap(), read(good.as_bytes()).unwrap(), "a newer version may say more");
        assert_eq!(read(&[b'"', 0xff, b'"']).unwrap_err().code, "E112");
        assert_eq!(split(b"a\nb\n").unwrap().collect::<Vec<_>>(), [b"a", b"b"]);
        assert_eq!(split(b"").unwrap().count(), 0);
        assert_eq!(split(b"\n").unwrap().collect::<Vec<_>>(), [b""]);
        assert!(split(b"a").is_err());
    }

    proptest! {
        #[test]
        fn envelopes_keep_their_bytes(text in "(?s).{0,60}") {
            let hash = Hash::of(text.as_bytes());
            let line = write(&hash, text.as_bytes()).unwrap();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(read(line.as_bytes()).unwrap(), (hash, text));
        }
    }
}
