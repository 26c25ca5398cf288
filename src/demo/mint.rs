//! Time, ids and salts of the made-up ward: the clock stands where the story stands, ids and salts come from the dice.

use uuid::{Builder, Uuid};

use super::dice::Dice;
use crate::journal::{Mint, Salt};
use crate::record::when::{self, Moment};

/// A mint that gives the same for the same seed.
#[derive(Debug)]
pub(super) struct StoryMint {
    millis: i64,
    dice: Dice,
}

impl StoryMint {
    /// A clock that stands at this second.
    pub fn new(seconds: i64, seed: u64) -> Self {
        Self { millis: seconds * 1000, dice: Dice::new(seed, 1) }
    }

    /// Moves the clock on to this second; it never goes back.
    pub fn reach(&mut self, seconds: i64) {
        self.millis = self.millis.max(seconds * 1000);
    }

    /// The second at which the clock stands.
    pub fn seconds(&self) -> i64 {
        self.millis.div_euclid(1000)
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        for part in bytes.chunks_mut(8) {
            let thrown = self.dice.next().to_le_bytes();
            part.iter_mut().zip(thrown).for_each(|(to, from)| *to = from);
        }
        bytes
    }
}

impl Mint for StoryMint {
    fn now(&mut self) -> Moment {
        chrono::DateTime::from_timestamp_millis(self.millis).unwrap_or_default().with_timezone(&when::zone())
    }

    fn id(&mut self) -> Uuid {
        // A millisecond passes, so that ids are in the order in which they were made.
        self.millis += 1;
        let millis = u64::try_from(self.millis).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    fn salt(&mut self) -> Salt {
        self.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_the_clock_never_goes_back() {
        let mut mint = StoryMint::new(1_700_000_000, 1);
        let (first, second) = (mint.id(), mint.id());
        assert!(first < second && first.get_version_num() == 7);
        mint.reach(1_600_000_000);
        assert_eq!(mint.seconds(), 1_700_000_000);
        assert_eq!(when::kept(mint.now()), "2023-11-15T05:13:20+07:00");
        assert_ne!(mint.salt(), mint.salt());
        assert_eq!(StoryMint::new(1_700_000_000, 1).id(), first);
    }
}
