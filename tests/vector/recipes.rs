//! What can be wrong with a batch, one failure each, in the order of the checks: made in the golden batch it is a vector,
//! and made in a batch of today it shows that today's program writes nothing else than it checks.

use crate::content::CONTENT;
use crate::inside::INSIDE;
use crate::outside::OUTSIDE;
use crate::parts::{Files, Maker, Sent};

/// The hands that make a vector.
pub enum Hands {
    /// Change the bag; then it is listed and signed again.
    Bag(fn(&mut Files)),
    /// Change the bag, and what lists and signs it is left to them.
    Inside(fn(&mut Files, &Maker)),
    /// Change the finished tar.
    Tar(fn(Vec<u8>) -> Vec<u8>),
    /// Change what is sent.
    Outside(fn(&Maker) -> Sent),
}

/// A vector: its folder, its code (none when it is merged), what is wrong with it, how it is made.
pub type Recipe = (&'static str, Option<&'static str>, &'static str, Hands);

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Recipe> {
    OUTSIDE.iter().chain(INSIDE).chain(CONTENT)
}

/// What these hands make of a batch.
pub fn made(hands: &Hands, maker: &Maker) -> Sent {
    match hands {
        Hands::Bag(change) => {
            let mut files = Files::of(&maker.tar);
            change(&mut files);
            files.sign(maker);
            maker.send(&files.bag().pack().unwrap())
        }
        Hands::Inside(change) => {
            let mut files = Files::of(&maker.tar);
            change(&mut files, maker);
            maker.send(&files.bag().pack().unwrap())
        }
        Hands::Tar(change) => maker.send(&change(maker.tar.clone())),
        Hands::Outside(make) => make(maker),
    }
}
