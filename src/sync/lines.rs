//! The lines of facts.jsonl and persons.jsonl. The envelope is a JSON string with its exact bytes, so that no reader
//! can change what its hash was made of.

use std::borrow::Cow;

use serde::Deserialize;

use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Hash;
use crate::record::MAX_ENVELOPE;

/// Longest line: an envelope of which every byte is escaped.
const LONGEST: usize = 6 * MAX_ENVELOPE + 200;

#[derive(Deserialize)]
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
    let line: Line<'_> = serde_json::from_slice(line).map_err(|error| bad("json").because(error))?;
    let hash = Hash::parse(&line.sha256).ok_or_else(|| bad("sha256"))?;
    Ok((hash, line.envelope.into_owned()))
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
            good[..good.len() - 1].to_owned(),
            good.to_uppercase(),
        ] {
            assert_eq!(read(bad.as_bytes()).unwrap_err().code, "E112", "{bad}");
        }
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
