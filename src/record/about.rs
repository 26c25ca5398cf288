//! What a kind of record says about itself, and the questions that the rest of the program asks of it. Whoever shows,
//! checks, lists or hands on records asks here instead of naming kinds.

use super::column::Column;
use super::data::Data;
use super::field::{Choice, Field};
use super::finding::Finding;
use super::kinds::Kind;

/// All that a kind says about itself, in its own file below `kinds`.
pub(super) struct About {
    /// The English name, as journal, JSON and command line write it.
    pub name: &'static str,
    /// The two letters in human numbers.
    pub code: &'static str,
    /// Who writes it.
    pub hand: Hand,
    /// Its fields, in the order of the form and of the JSON.
    pub fields: &'static [Field],
    /// The fields that a form asks for first, in the order in which people tell it; the rest follows as described.
    pub told: &'static [&'static str],
    /// The fields that say when it happened, the first that is known; figures and lists count by it.
    pub main_times: &'static [&'static str],
    /// The field whose first line names it in lists. Facts only.
    pub title: &'static str,
    /// What its register shows beside number and title, the most important first.
    pub columns: &'static [Column],
    /// Where a record of it stands; none where nothing is ever open.
    pub standing: Option<Standing>,
    /// The field that says when it left its open states.
    pub ends: Option<&'static str>,
    /// What the rules say about one cleaned record, beyond what they say about all kinds.
    pub rules: fn(&Data) -> Vec<Finding>,
    /// As which item open records of it are handed from shift to shift.
    pub handed: Option<&'static str>,
    /// Its persons envelope never leaves the post, and nobody finds it by a person's name.
    pub sealed: bool,
    /// The text that tells what was done. The same words twice say that nobody looked.
    pub account: Option<&'static str>,
}

/// Who writes records of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Whoever is on duty; what is older or another's is the commander's to amend.
    Duty,
    /// Those who manage the post.
    Manager,
    /// It comes by an act of its own, and those who manage the post amend it. It is never void.
    Act,
    /// The program alone.
    Program,
}

/// Where a record stands: the column by which lists filter and open things are found.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// The states that there are.
    pub states: &'static Choice,
    /// Those in which it waits for somebody; of the states that the index of open records holds.
    pub open: &'static [&'static str],
    /// The state of a record.
    pub of: fn(&Data) -> Option<&str>,
}

/// A kind that officers on duty write, before it says anything else about itself.
pub(super) const DUTY: About = About {
    name: "",
    code: "",
    hand: Hand::Duty,
    fields: &[],
    told: &[],
    main_times: &[],
    title: "",
    columns: &[],
    standing: None,
    ends: None,
    rules: |_| Vec::new(),
    handed: None,
    sealed: false,
    account: None,
};

impl Kind {
    /// The English name, as journal, JSON and command line write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.about().name
    }

    /// The two letters in human numbers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.about().code
    }

    /// The kind with this English name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Who writes it.
    #[must_use]
    pub const fn hand(self) -> Hand {
        self.about().hand
    }

    /// Whether the log holds its records; registers have lists of their own.
    #[must_use]
    pub const fn is_logged(self) -> bool {
        matches!(self.hand(), Hand::Duty | Hand::Program)
    }

    /// The kinds whose records the log holds.
    pub fn logged() -> impl Iterator<Item = Self> + Clone {
        Self::ALL.into_iter().filter(|kind| kind.is_logged())
    }

    /// The fields that say when it happened, the first that is known.
    #[must_use]
    pub const fn main_times(self) -> &'static [&'static str] {
        self.about().main_times
    }

    /// The field whose first line names it in lists.
    #[must_use]
    pub const fn titled(self) -> &'static str {
        self.about().title
    }

    /// What its register shows beside number and title, the most important first.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        self.about().columns
    }

    /// Where a record of it stands; none where nothing is ever open.
    #[must_use]
    pub const fn standing(self) -> Option<&'static Standing> {
        self.about().standing.as_ref()
    }

    /// The statuses or states that its records go through, if they have any.
    #[must_use]
    pub fn states(self) -> Option<&'static Choice> {
        self.standing().map(|standing| standing.states)
    }

    /// The fields that a form asks for first, in the order in which people tell it.
    #[must_use]
    pub const fn told(self) -> &'static [&'static str] {
        self.about().told
    }

    /// As which item open records of it are handed from shift to shift.
    #[must_use]
    pub const fn handed(self) -> Option<&'static str> {
        self.about().handed
    }

    /// The text that tells what was done, by the key of its field.
    #[must_use]
    pub const fn account(self) -> Option<&'static str> {
        self.about().account
    }

    /// Whether its persons envelope never leaves the post, not even where persons go along, and nobody finds it by a
    /// person's name.
    #[must_use]
    pub const fn is_sealed(self) -> bool {
        self.about().sealed
    }
}

/// The fields of a kind, in the order of the form and of the JSON.
#[must_use]
pub const fn fields(kind: Kind) -> &'static [Field] {
    kind.about().fields
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Envelope, Shape};

    #[test]
    fn keys_are_unique_and_never_those_that_the_program_adds() {
        let own = ["id", "number", "kind", "rev", "void", "persons_hidden", "history", "unit", "clocks"];
        for kind in Kind::ALL {
            let mut keys: Vec<_> = fields(kind).iter().map(|f| f.key).collect();
            assert!(keys.iter().all(|key| !own.contains(key)), "{kind}");
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), fields(kind).len(), "{kind}");
        }
    }

    #[test]
    fn names_and_codes_are_unique_and_what_is_named_exists() {
        for kind in Kind::ALL {
            let about = kind.about();
            assert_eq!(Kind::parse(about.name), Some(kind));
            assert_eq!(Kind::ALL.iter().filter(|other| other.code() == about.code).count(), 1, "{kind}");
            let facts = |key: &str| fields(kind).iter().find(|f| f.key == key && f.envelope == Envelope::Facts);
            assert!(facts(about.title).is_some(), "{kind}");
            assert!(about.told.iter().all(|key| fields(kind).iter().any(|f| f.key == *key)), "{kind}");
            for key in about.main_times {
                assert!(facts(key).is_some_and(|f| matches!(f.shape, Shape::When | Shape::Day)), "{kind}.{key}");
            }
            for state in about.standing.iter().flat_map(|standing| standing.open) {
                assert!(about.standing.is_some_and(|s| s.states.values.contains(state)), "{kind}: {state}");
                assert!(["open", "in_progress", "planned", "active"].contains(state), "not in the index: {state}");
            }
        }
    }
}
