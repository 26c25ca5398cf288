//! Encryption to recipients: age with X25519. Plaintext comes out whole or not at all.

use std::io::{Read as _, Write as _};
use std::str::FromStr as _;

use age::secrecy::ExposeSecret as _;
use age::x25519;
use zeroize::Zeroizing;

use crate::fault::{Fault, Kind, Outcome};

/// A secret identity, to which anyone who knows the recipient can encrypt.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

impl Identity {
    /// A new one.
    #[must_use]
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Reads an identity, or an identity file (other lines start with `#`). Blanks within it don't count: whoever copies
    /// it from paper types it in groups.
    ///
    /// # Errors
    /// E027.
    pub fn parse(text: &str) -> Outcome<Self> {
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        let dense: Zeroizing<String> = Zeroizing::new(line.unwrap_or_default().split_whitespace().collect());
        let parsed = x25519::Identity::from_str(&dense);
        parsed.map(Self).map_err(|error| Fault::new(Kind::Data, "E027").because(error))
    }

    /// `AGE-SECRET-KEY-1…`.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// `age1…`, to give away.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.recipient())
    }
}

/// Whether a text is a recipient, `age1…`.
#[must_use]
pub fn is_recipient(text: &str) -> bool {
    x25519::Recipient::from_str(text).is_ok()
}

/// Encrypts to every recipient.
///
/// # Errors
/// E030 when one isn't a recipient.
pub fn encrypt(recipients: &[String], plain: &[u8]) -> Outcome<Vec<u8>> {
    let parse = |text: &String| {
        x25519::Recipient::from_str(text).map_err(|error| {
            Fault::new(Kind::Use, "E030")
                .with("name", "recipient")
                .with("value", text)
                .with("values", "age1…")
                .because(error)
        })
    };
    let recipients: Vec<_> = recipients.iter().map(parse).collect::<Outcome<_>>()?;
    write_whole(recipients.iter().map(|recipient| recipient as &dyn age::Recipient), plain)
}

/// Decrypts a whole file. age releases the beginning of a damaged file; this never does.
///
/// # Errors
/// E106 when it is damaged or for somebody else; `for_others` in the values tells the second.
pub fn decrypt(identities: &[Identity], sealed: &[u8]) -> Outcome<Zeroizing<Vec<u8>>> {
    let identities = identities.iter().map(|identity| &identity.0 as &dyn age::Identity);
    read_whole(identities, sealed).map_err(|error| {
        let others = matches!(error, age::DecryptError::NoMatchingKeys);
        let fault = Fault::new(Kind::Data, if others { "E105" } else { "E106" });
        fault.because(error)
    })
}

pub(super) fn write_whole<'a>(
    recipients: impl Iterator<Item = &'a dyn age::Recipient>,
    plain: &[u8],
) -> Outcome<Vec<u8>> {
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(Fault::bug)?;
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(Fault::bug)?;
    writer.write_all(plain).map_err(Fault::bug)?;
    writer.finish().map_err(Fault::bug)?;
    Ok(sealed)
}

pub(super) fn read_whole<'a>(
    identities: impl Iterator<Item = &'a dyn age::Identity>,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, age::DecryptError> {
    let mut reader = age::Decryptor::new_buffered(sealed)?.decrypt(identities)?;
    // Room for all of it at once: a growing buffer would leave copies of secrets behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader.read_to_end(&mut plain)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recipient_opens_it_and_nobody_else() {
        let (one, two, other) = (Identity::generate(), Identity::generate(), Identity::generate());
        let sealed = encrypt(&[one.recipient(), two.recipient()], b"noi dung").unwrap();
        for identity in [&one, &two] {
            assert_eq!(decrypt(std::slice::from_ref(identity), &sealed).unwrap().as_slice(), b"noi dung");
        }
        assert_eq!(decrypt(&[other], &sealed).unwrap_err().code, "E105");
        assert!(is_recipient(&one.recipient()) && !is_recipient("age1x"));
        assert_eq!(encrypt(&["age1x".into()], b"").unwrap_err().code, "E030");
    }

    #[test]
    fn a_damaged_file_gives_nothing() {
        let one = Identity::generate();
        let sealed = encrypt(&[one.recipient()], &vec![7; 200_000]).unwrap();
        for at in [30, sealed.len() / 2, sealed.len() - 1] {
            let mut bad = sealed.clone();
            bad[at] ^= 1;
            assert!(decrypt(std::slice::from_ref(&one), &bad).is_err(), "{at}");
        }
        for cut in [0, 10, 70_000, sealed.len() - 1] {
            assert_eq!(decrypt(std::slice::from_ref(&one), &sealed[..cut]).unwrap_err().code, "E106");
        }
    }

    #[test]
    fn identities_read_back_also_from_files() {
        let one = Identity::generate();
        let file = format!("# giấy khôi phục\n{}\n", *one.secret());
        assert_eq!(Identity::parse(&file).unwrap().recipient(), one.recipient());
        assert_eq!(Identity::parse("x").unwrap_err().code, "E027");
        assert!(!format!("{one:?}").contains("SECRET"));
    }
}
