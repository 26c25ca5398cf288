//! How one field of a record is described. Everything that shows, reads, checks or exports a field asks this.

use super::when::Lies;

/// A closed list of values; wording ids are `value-<name>-<value>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The list's name.
    pub name: &'static str,
    /// The codes, in the order in which people choose.
    pub values: &'static [&'static str],
}

impl Choice {
    /// A list with these codes.
    pub(super) const fn new(name: &'static str, values: &'static [&'static str]) -> Self {
        Self { name, values }
    }
}

/// What a value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of text, at most this many characters.
    Line(usize),
    /// Text with line breaks, at most this many characters.
    Block(usize),
    /// A code from a closed list.
    One(&'static Choice),
    /// A category code of the catalogue.
    Category,
    /// The code of a residential area.
    Area,
    /// An officer's id.
    Officer,
    /// Several officers' ids.
    Officers,
    /// Another record's id.
    Record,
    /// A moment, RFC 3339, kept at +07:00 to the second.
    When,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// Yes or no.
    Flag,
    /// A whole number from 0 to this.
    Count(u64),
    /// Whole đồng, 0 or more.
    Money,
    /// A decimal number as text, such as `1.5`.
    Decimal,
    /// An object.
    Group(&'static [Field]),
    /// A list of objects.
    List(&'static [Field]),
}

/// The longest line that is a code rather than prose.
const CODE: usize = 64;

impl Shape {
    /// Text in which people tell something; numbers of papers and other short codes are none.
    #[must_use]
    pub const fn is_prose(self) -> bool {
        match self {
            Self::Line(most) => most > CODE,
            Self::Block(_) => true,
            _ => false,
        }
    }
}

/// What a field is when nobody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// Not known.
    Null,
    /// It has to be given.
    Required,
    /// None at all.
    Zero,
    /// No.
    No,
    /// This code.
    Code(&'static str),
    /// An empty list, or an object of fallbacks.
    Empty,
}

/// What stands in a form for a new record before anybody types: what is nearly always right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// This moment, or this day.
    Now,
    /// Whoever has signed in.
    Me,
    /// The area of the record before.
    LastArea,
    /// This code.
    Code(&'static str),
}

/// Which of the two envelopes holds the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Envelope {
    /// What happened, where, when, how much.
    Facts,
    /// People other than officers, contacts, exact private addresses, plates.
    Persons,
}

/// One field of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The JSON key.
    pub key: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// What it is when it isn't given.
    pub fallback: Fallback,
    /// Where it is kept.
    pub envelope: Envelope,
    /// Where a moment or day lies; behind also means that it can't lie after the entry itself.
    pub lies: Lies,
    /// Made by the program (approval, sign-in), so no form asks for it.
    pub made: bool,
    /// Its words go into the search index.
    pub searched: bool,
    /// What a form for a new record begins with.
    pub offered: Option<Offer>,
    /// English name of the kind that it points to, if it can't be any.
    pub of: Option<&'static str>,
}

impl Field {
    /// A field that may be left out.
    #[must_use]
    pub const fn new(key: &'static str, shape: Shape) -> Self {
        let fallback = match shape {
            Shape::Flag => Fallback::No,
            Shape::List(_) | Shape::Group(_) | Shape::Officers => Fallback::Empty,
            _ => Fallback::Null,
        };
        let (lies, made, searched) = (Lies::Around, false, false);
        Self { key, shape, fallback, envelope: Envelope::Facts, lies, made, searched, offered: None, of: None }
    }

    /// It has to be given.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.fallback = Fallback::Required;
        self
    }

    /// 0 unless given.
    #[must_use]
    pub const fn zero(mut self) -> Self {
        self.fallback = Fallback::Zero;
        self
    }

    /// This code unless given, also in forms.
    #[must_use]
    pub const fn or(mut self, code: &'static str) -> Self {
        self.fallback = Fallback::Code(code);
        self.offered(Offer::Code(code))
    }

    /// A form for a new record begins with this.
    #[must_use]
    pub const fn offered(mut self, offer: Offer) -> Self {
        self.offered = Some(offer);
        self
    }

    /// It points to records of this kind only.
    #[must_use]
    pub const fn of(mut self, kind: &'static str) -> Self {
        self.of = Some(kind);
        self
    }

    /// Kept in the persons envelope.
    #[must_use]
    pub const fn private(mut self) -> Self {
        self.envelope = Envelope::Persons;
        self
    }

    /// Can't lie in the future.
    #[must_use]
    pub const fn past(mut self) -> Self {
        self.lies = Lies::Behind;
        self
    }

    /// Lies in the future, where nobody says more.
    #[must_use]
    pub const fn ahead(mut self) -> Self {
        self.lies = Lies::Ahead;
        self
    }

    /// No form asks for it.
    #[must_use]
    pub const fn made(mut self) -> Self {
        self.made = true;
        self
    }

    /// Its words can be searched.
    #[must_use]
    pub const fn searched(mut self) -> Self {
        self.searched = true;
        self
    }
}
