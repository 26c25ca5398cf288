//! What a receiver checks, one function a step, in the order in which they may be asked: nothing is parsed before it
//! was signed by somebody known, nothing is decrypted by halves, nothing is unpacked. Each step says its own code.
//!
//! ```text
//! outer     size E101 · signature there E102 · key known E103, valid E104 · signature good E102 · decrypt E105 E106
//! inner     tar E107 · inner signature E108 · manifests E109 · batch.json E110 E111, files E110, size E101 · for us E105
//! lines     line E112 · chain E113 · record rule E115
//! content   envelope E114 · number of the record E115
//! ```

mod content;
mod inner;
mod lines;
mod outer;

pub use content::{Content, content, persons_of, sheets};
pub use inner::{addressed, files, header, manifests, signature as inner_signature, walk};
pub use lines::{Line, Records, lines};
pub use outer::{Signed, decrypt, key, signature, signed, size};

use super::Header;
use super::bag::Bag;
use crate::fault::Outcome;
use crate::journal::Hash;

/// A batch whose bytes have passed every step that needs no journal.
pub struct Checked<'a> {
    /// Its bag.
    pub bag: Bag<'a>,
    /// Its id.
    pub id: Hash,
    /// What batch.json says.
    pub header: Header,
    /// Its entries, each with its bytes.
    pub lines: Vec<Line<'a>>,
    /// For each entry, the lines with its envelopes.
    pub content: Content<'a>,
}

/// Whose batch it may be and for whom.
#[derive(Debug, Clone, Default)]
pub struct Parties {
    /// The post that signed the file.
    pub unit: Option<String>,
    /// Keys of that post, but for stolen ones.
    pub keys: Vec<String>,
    /// Who is checking, if that matters.
    pub receiver: Option<String>,
}

/// All steps from the decrypted tar on, in their order.
///
/// # Errors
/// E101, E105, E107 to E115, as the first step says that fails.
pub fn tar<'a>(archive: &'a [u8], parties: &Parties) -> Outcome<Checked<'a>> {
    bag(walk(archive)?, parties)
}

/// The same of a bag that was unpacked.
///
/// # Errors
/// As [`tar`].
pub fn bag<'a>(bag: Bag<'a>, parties: &Parties) -> Outcome<Checked<'a>> {
    let keys: Vec<&str> = parties.keys.iter().map(String::as_str).collect();
    let id = inner_signature(&bag, &keys)?;
    manifests(&bag)?;
    let header = header(&bag)?;
    files(&bag, &header)?;
    addressed(&header, parties.unit.as_deref(), parties.receiver.as_deref())?;
    let lines = lines(&bag, &header)?;
    let content = content(&bag, &header, &lines)?;
    Ok(Checked { bag, id, header, lines, content })
}

/// Every result.
pub const RESULTS: [&str; 10] = [
    "merged",
    "already-merged",
    "held-gap",
    "fork",
    "bad-signature",
    "unknown-post",
    "not-for-us",
    "bad-format",
    "unsupported-version",
    "too-large",
];

/// The name of the result that a code stands for, as receipts and commands write it.
#[must_use]
pub fn result(code: &str) -> &'static str {
    match code {
        "E101" => "too-large",
        "E102" | "E104" => "bad-signature",
        "E103" => "unknown-post",
        "E105" | "E116" => "not-for-us",
        "E111" => "unsupported-version",
        "E120" => "held-gap",
        "E121" => "fork",
        _ => "bad-format",
    }
}

/// Whether a code speaks of the file, and not of this machine.
#[must_use]
pub fn is_verdict(code: &str) -> bool {
    code.strip_prefix('E').and_then(|n| n.parse::<u16>().ok()).is_some_and(|n| (101..=116).contains(&n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_have_results_and_nothing_else_is_one() {
        for n in 101..=116 {
            let code = format!("E{n}");
            assert!(is_verdict(&code) && RESULTS.contains(&result(&code)), "{code}");
        }
        for code in ["E040", "E043", "E120", "W130", "E"] {
            assert!(!is_verdict(code), "{code}");
        }
        assert!(!is_verdict(&format!("E{}", 100)) && !is_verdict(&format!("W{}", 101)));
    }
}
