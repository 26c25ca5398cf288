//! The file that is handed over: the tar encrypted to the receiver and to the post's own recovery paper, and a
//! signature over the ciphertext, so that a receiver can turn strangers away before reading anything.

use super::card::{self, Card};
use super::{MAX_FILE, NAMESPACE_FILE};
use crate::fault::{Fault, Kind, Outcome};
use crate::logbook::Logbook;
use crate::seal;

/// An encrypted batch and its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The encrypted tar.
    pub file: Vec<u8>,
    /// The armored signature over it.
    pub signature: String,
}

/// Encrypts and signs a tar for a receiver. The bytes differ each time; the batch id inside doesn't.
///
/// # Errors
/// E043 damaged keys; E101 too large, which the caps of sealing don't let happen.
pub fn wrap(book: &Logbook, receiver: &Card, tar: &[u8]) -> Outcome<Sent> {
    let recovery = book.kept("recovery")?.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
    let file = seal::encrypt(&[receiver.recipient.clone(), (*recovery).clone()], tar)?;
    if file.len() as u64 > MAX_FILE {
        return Err(Fault::new(Kind::Data, "E101").with("max", MAX_FILE / 1024 / 1024));
    }
    let signature = card::signing(book)?.sign(NAMESPACE_FILE, &file)?;
    Ok(Sent { file, signature })
}
