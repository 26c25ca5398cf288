//! Another signing key for this post. The receiver learns of it from the post's own record, in a batch that the key so
//! far has signed; so that one goes on signing until a receipt says that this batch has arrived. Where the receiver takes
//! the key so far no more, the new one signs from now on, and its card has to be trusted as the first one was.

use serde_json::Value;

use super::{at_post, is_acknowledged};
use crate::acts::session::version;
use crate::acts::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Mint};
use crate::logbook::{Logbook, New};
use crate::record::{Kind, Reason};
use crate::seal::SigningKey;
use crate::sync::{Card, card, pack};

/// Makes a new signing key, and an amendment of the post's own record that names it. `revoked`: the receiver takes the
/// key so far no more. Then what it hasn't acknowledged is signed anew, inside as well. Returns the card of the new key.
///
/// # Errors
/// E021, E129, E043; those of the disk.
pub fn new_key(book: &Logbook, who: &Who, revoked: bool, mint: &mut dyn Mint) -> Outcome<Card> {
    who.need(Right::Manage)?;
    at_post(book)?;
    let key = SigningKey::generate()?;
    let public = key.public()?;
    book.write(|book| {
        let seq = name(book, who, &public, mint)?;
        if revoked {
            card::sign_with(book, &key)?;
            seal_anew(book, mint)
        } else {
            card::sign_later_with(book, &key, seq)
        }
    })?;
    Ok(Card { key: public, ..Card::own(book)? })
}

/// Names the key in the post's own record. Returns the number of the entry.
fn name(book: &Logbook, who: &Who, public: &str, mint: &mut dyn Mint) -> Outcome<u64> {
    let record = book.unit_record()?.ok_or_else(|| Fault::new(Trouble::Data, "E043"))?;
    let unit = book.record(&record)?;
    let (id, at) = (mint.id(), mint.now());
    let mut data = book.with_persons(&unit)?;
    data.0.insert("signing_key".into(), Value::from(public));
    let new = New {
        act: Act::Amend,
        base: Some(unit.version),
        why: Some(Reason::UnitKey.code()),
        ..version(id, at, who.officer, (Kind::Unit, record), data)
    };
    book.append(&new, mint)?;
    Ok(book.own_head()?.seq)
}

/// Seals once more what the receiver doesn't hold: it believes the old key's signature inside no more, if it was stolen.
fn seal_anew(book: &Logbook, mint: &mut dyn Mint) -> Outcome<()> {
    for batch in book.sealed()? {
        if is_acknowledged(book, &batch)? {
            continue;
        }
        match pack::reseal(book, &batch, mint.now()) {
            // Where more is missing than purges have taken it can't be made at all, and export says so.
            Err(fault) if fault.code != "E127" => return Err(fault),
            _ => {}
        }
    }
    Ok(())
}
