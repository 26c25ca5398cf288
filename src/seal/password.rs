//! A secret under a password: age with scrypt, about half a second of work and never more than an old PC can do.

use std::time::{Duration, Instant};

use age::scrypt;
use age::secrecy::SecretString;
use zeroize::Zeroizing;

use super::recipients::{read_whole, write_whole};
use crate::fault::{Fault, Kind, Outcome};

/// Least work (log2 of the rounds).
const FLOOR: u8 = 15;
/// Most that is made: 2^17 rounds take 128 MiB.
const CEILING: u8 = 17;
/// Most that is accepted: more would not fit into 2 GB beside everything else.
const ACCEPTED: u8 = 20;
/// What a derivation should take.
const TARGET: Duration = Duration::from_millis(500);

/// Seals `plain` under a password, with 2^`work` rounds (kept within 15 to 17).
///
/// # Errors
/// A bug: the library refused.
pub fn lock(password: &str, plain: &[u8], work: u8) -> Outcome<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(password.to_owned()));
    recipient.set_work_factor(work.clamp(FLOOR, CEILING));
    write_whole(std::iter::once(&recipient as &dyn age::Recipient), plain)
}

/// Opens what [`lock`] sealed.
///
/// # Errors
/// E020 wrong password; E027 damaged, not under a password, or asking for more work than 2^20 rounds.
pub fn unlock(password: &str, sealed: &[u8]) -> Outcome<Zeroizing<Vec<u8>>> {
    let mut identity = scrypt::Identity::new(SecretString::from(password.to_owned()));
    identity.set_max_work_factor(ACCEPTED);
    let plain = read_whole(std::iter::once(&identity as &dyn age::Identity), sealed);
    plain.map_err(|error| match error {
        // age can't tell a wrong password from a key that doesn't fit.
        age::DecryptError::DecryptionFailed | age::DecryptError::KeyDecryptionFailed => Fault::new(Kind::Right, "E020"),
        other => Fault::new(Kind::Data, "E027").because(other),
    })
}

/// The work factor that takes about half a second here, 15 to 17.
#[must_use]
pub fn calibrated() -> u8 {
    let start = Instant::now();
    let _ = lock("calibration", b"", FLOOR);
    let mut took = start.elapsed();
    let mut work = FLOOR;
    while work < CEILING && took * 2 <= TARGET {
        took *= 2;
        work += 1;
    }
    work
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_opens() {
        let sealed = lock("mật khẩu dài", b"khoa", FLOOR).unwrap();
        assert_eq!(unlock("mật khẩu dài", &sealed).unwrap().as_slice(), b"khoa");
        assert_eq!(unlock("mat khau dai", &sealed).unwrap_err().code, "E020");
        let mut cut = sealed.clone();
        cut.truncate(sealed.len() - 1);
        assert_eq!(unlock("mật khẩu dài", &cut).unwrap_err().code, "E027");
        assert_eq!(unlock("mật khẩu dài", b"age-encryption.org/v1\n").unwrap_err().code, "E027");
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused() {
        let sealed = lock("mật khẩu dài", b"khoa", FLOOR).unwrap();
        let at = sealed.windows(4).position(|w| w == b" 15\n").unwrap();
        let mut greedy = sealed.clone();
        greedy[at + 1..at + 3].copy_from_slice(b"30");
        assert_eq!(unlock("mật khẩu dài", &greedy).unwrap_err().code, "E027");
    }
}
