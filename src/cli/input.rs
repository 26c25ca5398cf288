//! Files handed in: read whole, up to a limit, and never trusted.

use std::io::Read as _;
use std::path::Path;

use serde_json::{Map, Value};

use crate::fault::{Fault, Kind, Outcome};
use crate::logbook::files;
use crate::record::{MAX_DEPTH, strict};

/// No file that people hand in is larger.
const LARGEST: u64 = 1024 * 1024 * 1024;

/// The bytes of a file, or of stdin for `-`.
pub fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    if file != Path::new("-") {
        return files::read(file, LARGEST, "E048");
    }
    let cannot = |error| Fault::new(Kind::Disk, "E041").with("file", "stdin").because(error);
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Fault::new(Kind::Data, "E048").with("file", "stdin").with("max", LARGEST / 1024 / 1024));
    }
    Ok(bytes)
}

/// One JSON object, which may stand on many lines.
pub fn object(file: &Path) -> Outcome<Map<String, Value>> {
    strict::object(without_bom(&bytes(file)?), MAX_DEPTH)
}

/// The lines of a text file.
pub fn lines(file: &Path) -> Outcome<Vec<String>> {
    let bytes = bytes(file)?;
    let text = std::str::from_utf8(without_bom(&bytes));
    let text = text.map_err(|e| Fault::new(Kind::Data, "E002").with("at", e.valid_up_to() + 1))?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
