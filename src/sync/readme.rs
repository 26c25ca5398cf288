//! The bag's README.txt: how anybody checks a batch with stock tools, in Vietnamese and English.

use super::BatchName;

/// The text for one batch; `signer` is the post's public key line.
#[must_use]
pub fn text(name: &BatchName, receiver: &str, signer: &str) -> String {
    format!("{name}\n{receiver}\n{signer}\n")
}
