//! The receiving desk: which posts it trusts, what they hand in, and what it answers.

mod answer;
mod compare;
mod copies;
mod copying;
mod decide;
mod incoming;
mod log;
mod marks;
mod posts;
mod receive;
mod retry;
mod story;
mod take;

use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Post};
use crate::seal::Identity;
use crate::sync::Card;

use super::week::compare;
use super::{Right, Who};

pub use compare::{compared, export_compared};
pub(super) use copies::release;
pub use decide::{request, revoke, start};
pub(super) use incoming::gather;
pub use marks::{Mark, numbers, revoked};
pub use posts::{Reporting, groups, posts};
pub use receive::{Handed, Run, receive};
pub use story::{Origin, Refusal, Story, origin, story};

/// Trusts the post of a card, and its key. The fingerprint was compared by the caller, or is compared here.
///
/// # Errors
/// E021, E129; E124 when the fingerprint differs; E125 when the post or key is known otherwise; E104 when it is revoked.
pub fn trust(book: &Logbook, who: &Who, card: &Card, fingerprint: Option<&str>, mint: &mut dyn Mint) -> Outcome<()> {
    who.need(Right::Desk)?;
    at_desk(book)?;
    compare(card, fingerprint)?;
    if card.unit == book.own().unit {
        return Err(Fault::new(Trouble::Use, "E125").with("unit", &card.unit));
    }
    let Card { unit, name, recipient, key } = card.clone();
    book.write(|book| book.put_post(&Post { unit, name, recipient, since: mint.now() }, &key))
}

/// The identity to which batches for this desk are encrypted, to be kept away from this machine. That it was taken
/// out is on disk before this returns.
///
/// # Errors
/// E021, E129, E043.
pub fn identity(book: &Logbook, who: &Who, mint: &mut dyn Mint) -> Outcome<Identity> {
    who.need(Right::Desk)?;
    at_desk(book)?;
    super::look::log(book, who, "identity", (None, None), mint)?;
    own_identity(book)
}

/// The identity of this logbook.
pub(super) fn own_identity(book: &Logbook) -> Outcome<Identity> {
    Identity::parse(&book.kept("identity")?.ok_or_else(|| Fault::new(Trouble::Data, "E043"))?)
}

/// Only a desk receives.
fn at_desk(book: &Logbook) -> Outcome<()> {
    if book.own().desk { Ok(()) } else { Err(Fault::new(Trouble::Use, "E129").with("place", "desk")) }
}
