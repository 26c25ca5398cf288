//! Cards: who a post or desk is. Plain text, so that two people can read it to each other; trust comes from comparing
//! the fingerprint on another way, never from the card itself.

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::fault::{Fault, Kind, Outcome};
use crate::journal::is_unit_code;
use crate::logbook::Logbook;
use crate::seal::{self, Identity, SigningKey};
use crate::text::clean;

const FIRST: &str = "trucban-card: 1";

/// A post or desk as its card names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Code.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Public signing key, one `ssh-ed25519` line.
    pub key: String,
    /// To whom files for it are encrypted, `age1…`.
    pub recipient: String,
}

impl Card {
    /// The card of this logbook.
    ///
    /// # Errors
    /// E043 when its keys are damaged.
    pub fn own(book: &Logbook) -> Outcome<Self> {
        let identity = Identity::parse(&book.kept("identity")?.ok_or_else(damaged)?)?;
        let own = book.own();
        Ok(Self {
            unit: own.unit.clone(),
            name: own.name.clone(),
            key: signing(book)?.public()?,
            recipient: identity.recipient(),
        })
    }

    /// The receiver that this post has taken, if it has.
    ///
    /// # Errors
    /// Those of the database.
    pub fn receiver(book: &Logbook) -> Outcome<Option<Self>> {
        book.kept("receiver")?.map(|text| Self::parse(text.as_bytes())).transpose()
    }

    /// The card as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Self { unit, name, key, recipient } = self;
        format!("{FIRST}\nunit: {unit}\nname: {name}\nsigning-key: {key}\nrecipient: {recipient}\n")
    }

    /// Reads a card that may be hostile: each line once, nothing else.
    ///
    /// # Errors
    /// E123 with the line that is wrong.
    pub fn parse(bytes: &[u8]) -> Outcome<Self> {
        let bad = |line: &'static str| Fault::new(Kind::Data, "E123").with("line", line);
        let text = std::str::from_utf8(bytes).map_err(|error| bad("UTF-8").because(error))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        if lines.next() != Some(FIRST) {
            return Err(bad("trucban-card"));
        }
        let mut next = |key: &'static str| {
            let value = lines.next().and_then(|line| line.strip_prefix(key)?.strip_prefix(':')).map(str::trim);
            value.map(str::to_owned).ok_or_else(|| bad(key))
        };
        let card =
            Self { unit: next("unit")?, name: next("name")?, key: next("signing-key")?, recipient: next("recipient")? };
        let wrong = [
            ("unit", !is_unit_code(&card.unit)),
            ("name", card.name.is_empty() || card.name != clean::line(&card.name) || card.name.chars().count() > 200),
            ("signing-key", !seal::is_public_key(&card.key) || card.key.split(' ').count() != 2),
            ("recipient", !seal::is_recipient(&card.recipient)),
            ("end", lines.next().is_some()),
        ];
        wrong.iter().find(|(_, is)| *is).map_or(Ok(card), |(line, _)| Err(bad(line)))
    }

    /// `SHA256:…` of the signing key.
    ///
    /// # Errors
    /// E030 when it isn't a key.
    pub fn fingerprint(&self) -> Outcome<String> {
        seal::fingerprint(&self.key)
    }
}

/// Names under which the signing keys are kept.
const SIGNING: &str = "signing";
const NEXT: &str = "signing_next";

/// The key with which this logbook signs: a new one once the receiver has acknowledged the entry that names it, for only
/// then does the receiver know it.
///
/// # Errors
/// E043 when it is damaged; those of the database.
pub fn signing(book: &Logbook) -> Outcome<SigningKey> {
    match next(book)? {
        Some((key, journal, seq)) if has_arrived(book, &journal, seq)? => Ok(key),
        _ => current(book),
    }
}

/// Every public key that this logbook signs with, or has signed with until the next one took its place.
///
/// # Errors
/// As [`signing`].
pub fn own_keys(book: &Logbook) -> Outcome<Vec<String>> {
    let keys = next(book)?.map(|(key, ..)| key).into_iter().chain([current(book)?]);
    keys.map(|key| key.public()).collect()
}

/// Signs with another key from now on. Within a write.
///
/// # Errors
/// Those of the database.
pub fn sign_with(book: &Logbook, key: &SigningKey) -> Outcome<()> {
    book.keep(SIGNING, &key.to_openssh()?)?;
    book.keep_no_more(NEXT)
}

/// Signs with another key once the receiver holds the entry of this number, which names it. Within a write.
///
/// # Errors
/// E043; those of the database.
pub fn sign_later_with(book: &Logbook, key: &SigningKey, seq: u64) -> Outcome<()> {
    sign_with(book, &signing(book)?)?;
    let journal = book.own().journal;
    book.keep(NEXT, &Zeroizing::new(format!("{journal} {seq}\n{}", *key.to_openssh()?)))
}

fn current(book: &Logbook) -> Outcome<SigningKey> {
    SigningKey::parse(&book.kept(SIGNING)?.ok_or_else(damaged)?)
}

/// The key that comes next, and the entry that names it.
fn next(book: &Logbook) -> Outcome<Option<(SigningKey, Uuid, u64)>> {
    let Some(text) = book.kept(NEXT)? else { return Ok(None) };
    let (place, key) = text.split_once('\n').ok_or_else(damaged)?;
    let (journal, seq) = place.split_once(' ').ok_or_else(damaged)?;
    let journal = Uuid::try_parse(journal).map_err(|error| damaged().because(error))?;
    Ok(Some((SigningKey::parse(key)?, journal, seq.parse().map_err(|error| damaged().because(error))?)))
}

/// Whether the receiver has acknowledged an entry, wherever it stands since.
fn has_arrived(book: &Logbook, journal: &Uuid, seq: u64) -> Outcome<bool> {
    let (journal, seq) = book.carried_to(journal, seq)?;
    Ok(book.acknowledged(&journal)?.is_some_and(|ack| ack.seq >= seq))
}

fn damaged() -> Fault {
    Fault::new(Kind::Data, "E043")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Card {
        Card {
            unit: "LDG-P2".into(),
            name: "Công an phường 2".into(),
            key: SigningKey::generate().unwrap().public().unwrap(),
            recipient: Identity::generate().recipient(),
        }
    }

    #[test]
    fn a_card_reads_back_also_with_foreign_line_breaks() {
        let card = sample();
        assert_eq!(Card::parse(card.to_text().as_bytes()).unwrap(), card);
        let windows = format!("\u{feff}{}\r\n", card.to_text().replace('\n', "\r\n"));
        assert_eq!(Card::parse(windows.as_bytes()).unwrap(), card);
        assert!(card.fingerprint().unwrap().starts_with("SHA256:"));
    }

    #[test]
    fn a_card_that_is_more_or_less_is_refused() {
        let text = sample().to_text();
        for (from, to) in [
            ("trucban-card: 1", "trucban-card: 2"),
            ("LDG-P2", "../x"),
            ("Công", "\u{1b}[31mCông"),
            ("ssh-ed25519 ", "ssh-rsa "),
            ("age1", "age2"),
            ("unit:", "unit: A\nunit:"),
            ("recipient", "x"),
        ] {
            assert_eq!(Card::parse(text.replace(from, to).as_bytes()).unwrap_err().code, "E123", "{from}");
        }
        assert_eq!(Card::parse(format!("{text}more\n").as_bytes()).unwrap_err().code, "E123");
        assert_eq!(Card::parse(b"\xff").unwrap_err().code, "E123");
    }
}
