//! Signatures: Ed25519 in the SSHSIG format, as `ssh-keygen -Y` makes and checks them.

use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};
use zeroize::Zeroizing;

use crate::fault::{Fault, Kind, Outcome};

/// A signing key.
#[derive(Clone)]
pub struct SigningKey(PrivateKey);

impl SigningKey {
    /// A new one.
    ///
    /// # Errors
    /// A bug: the system gives no randomness.
    pub fn generate() -> Outcome<Self> {
        PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).map(Self).map_err(Fault::bug)
    }

    /// Reads what [`SigningKey::to_openssh`] wrote.
    ///
    /// # Errors
    /// E043: it stood in the database.
    pub fn parse(text: &str) -> Outcome<Self> {
        PrivateKey::from_openssh(text).map(Self).map_err(|error| Fault::new(Kind::Data, "E043").because(error))
    }

    /// The OpenSSH private key format, without password: kept inside the encrypted database only.
    ///
    /// # Errors
    /// A bug.
    pub fn to_openssh(&self) -> Outcome<Zeroizing<String>> {
        self.0.to_openssh(LineEnding::LF).map_err(Fault::bug)
    }

    /// One `ssh-ed25519 AAAA…` line.
    ///
    /// # Errors
    /// A bug.
    pub fn public(&self) -> Outcome<String> {
        let mut public = self.0.public_key().clone();
        public.set_comment("");
        public.to_openssh().map(|line| line.trim().to_owned()).map_err(Fault::bug)
    }

    /// Signs bytes within a namespace. The result is armored, as `ssh-keygen -Y sign` writes it.
    ///
    /// # Errors
    /// A bug.
    pub fn sign(&self, namespace: &str, bytes: &[u8]) -> Outcome<String> {
        let signature = self.0.sign(namespace, HashAlg::Sha512, bytes).map_err(Fault::bug)?;
        signature.to_pem(LineEnding::LF).map_err(Fault::bug)
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey")
    }
}

/// Which of these public keys made the signature.
///
/// # Errors
/// E102 when it is malformed, of another namespace, or by none of them.
pub fn verify(keys: &[&str], namespace: &str, bytes: &[u8], armored: &str) -> Outcome<usize> {
    let bad = || Fault::new(Kind::Data, "E102");
    let signature = SshSig::from_pem(armored).map_err(|error| bad().because(error))?;
    let made =
        |line: &&str| PublicKey::from_openssh(line).is_ok_and(|key| key.verify(namespace, bytes, &signature).is_ok());
    keys.iter().position(made).ok_or_else(bad)
}

/// Whether a signature is well-formed and which key it names, as `ssh-ed25519 AAAA…`; says nothing of its truth.
///
/// # Errors
/// E102.
pub fn signer(armored: &str) -> Outcome<String> {
    let bad = |error: ssh_key::Error| Fault::new(Kind::Data, "E102").because(error);
    let signature = SshSig::from_pem(armored).map_err(bad)?;
    PublicKey::new(signature.public_key().clone(), "").to_openssh().map(|line| line.trim().to_owned()).map_err(bad)
}

/// Whether a text is an Ed25519 public key line.
#[must_use]
pub fn is_public_key(line: &str) -> bool {
    PublicKey::from_openssh(line).is_ok_and(|key| key.algorithm() == Algorithm::Ed25519)
}

/// `SHA256:…`, as `ssh-keygen -l` prints it and people read it over the phone.
///
/// # Errors
/// E030 when it isn't a key.
pub fn fingerprint(public: &str) -> Outcome<String> {
    let key = PublicKey::from_openssh(public).map_err(|error| {
        Fault::new(Kind::Use, "E030")
            .with("name", "key")
            .with("value", "")
            .with("values", "ssh-ed25519 …")
            .because(error)
    })?;
    Ok(key.fingerprint(HashAlg::Sha256).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_bytes_namespace_and_key_only() {
        let (key, other) = (SigningKey::generate().unwrap(), SigningKey::generate().unwrap());
        let (public, another) = (key.public().unwrap(), other.public().unwrap());
        let signature = key.sign("trucban-batch@v1", b"bytes").unwrap();
        assert_eq!(verify(&[&another, &public], "trucban-batch@v1", b"bytes", &signature).unwrap(), 1);
        assert_eq!(signer(&signature).unwrap(), public);
        for (keys, namespace, bytes) in [
            (vec![public.as_str()], "trucban-batch-file@v1", &b"bytes"[..]),
            (vec![public.as_str()], "trucban-batch@v1", b"byteS"),
            (vec![another.as_str()], "trucban-batch@v1", b"bytes"),
            (vec![], "trucban-batch@v1", b"bytes"),
        ] {
            assert_eq!(verify(&keys, namespace, bytes, &signature).unwrap_err().code, "E102");
        }
        assert_eq!(verify(&[&public], "trucban-batch@v1", b"bytes", "no signature").unwrap_err().code, "E102");
    }

    #[test]
    fn keys_read_back() {
        let key = SigningKey::generate().unwrap();
        let again = SigningKey::parse(&key.to_openssh().unwrap()).unwrap();
        let public = again.public().unwrap();
        assert_eq!(public, key.public().unwrap());
        assert!(public.starts_with("ssh-ed25519 ") && public.split(' ').count() == 2 && is_public_key(&public));
        assert!(fingerprint(&public).unwrap().starts_with("SHA256:"));
    }
}
