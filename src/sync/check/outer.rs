//! The file as it came: who signed it, and what is in it. Strangers are turned away before a byte of it is read.

use zeroize::Zeroizing;

use crate::fault::{Fault, Kind, Outcome};
use crate::logbook::KeyState;
use crate::seal::{self, Identity};
use crate::sync::{MAX_FILE, NAMESPACE_FILE};

/// A signature that is well-formed and names its key; nothing is said of its truth yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The signature.
    pub armored: String,
    /// The key that it names.
    pub key: String,
}

/// The file is no larger than batches are.
///
/// # Errors
/// E101.
pub fn size(bytes: u64) -> Outcome<()> {
    if bytes <= MAX_FILE { Ok(()) } else { Err(Fault::new(Kind::Data, "E101").with("max", MAX_FILE / 1024 / 1024)) }
}

/// There is a signature, and it is one.
///
/// # Errors
/// E102.
pub fn signature(bytes: Option<&[u8]>) -> Outcome<Signed> {
    let wrong = || Fault::new(Kind::Data, "E102");
    let bytes = bytes.ok_or_else(|| wrong().with("why", "none"))?;
    let armored = std::str::from_utf8(bytes).map_err(|_| wrong())?;
    Ok(Signed { key: seal::signer(armored)?, armored: armored.to_owned() })
}

/// The key belongs to a post and may sign. Returns the post.
///
/// # Errors
/// E103 unknown, E104 revoked.
pub fn key(found: Option<(String, KeyState)>) -> Outcome<String> {
    match found {
        None => Err(Fault::new(Kind::Data, "E103")),
        Some((unit, KeyState::Valid)) => Ok(unit),
        Some((unit, _)) => Err(Fault::new(Kind::Data, "E104").with("unit", unit)),
    }
}

/// The signature is that key's, over these bytes.
///
/// # Errors
/// E102.
pub fn signed(file: &[u8], signed: &Signed) -> Outcome<()> {
    seal::verify(&[&signed.key], NAMESPACE_FILE, file, &signed.armored).map(drop)
}

/// The tar, whole or not at all.
///
/// # Errors
/// E105 for somebody else, E106 damaged.
pub fn decrypt(file: &[u8], identities: &[Identity]) -> Outcome<Zeroizing<Vec<u8>>> {
    seal::decrypt(identities, file)
}
