//! Encryption (age) and signatures (SSHSIG). The only floor that names them; no cryptography of our own.

mod password;
mod recipients;
mod signature;

pub use password::{calibrated, lock, unlock};
pub use recipients::{Identity, decrypt, encrypt, is_recipient};
pub use signature::{SigningKey, fingerprint, is_public_key, signer, verify};
