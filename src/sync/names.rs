//! What a batch is called: `LDG-P2-2026W47-000012-7f3a` is the name of its folder, and with an ending of its files.

use std::fmt;

use uuid::Uuid;

use crate::journal::is_unit_code;

/// The parts of a batch's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchName {
    /// Code of the post.
    pub unit: String,
    /// The week as file names write it, `2026W47`.
    pub week: String,
    /// Running number within the journal.
    pub number: u64,
    /// The last four hex digits of the journal's id.
    pub tag: String,
}

impl BatchName {
    /// The name of a batch; `week` is such as `2026-W47`.
    #[must_use]
    pub fn new(unit: &str, week: &str, number: u64, journal: &Uuid) -> Self {
        let tag = journal.simple().to_string().split_off(28);
        Self { unit: unit.to_owned(), week: week.replace('-', ""), number, tag }
    }

    /// The encrypted file.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{self}.tar.age")
    }

    /// The signature beside it.
    #[must_use]
    pub fn signature(&self) -> String {
        format!("{self}.tar.age.sig")
    }

    /// Reads a name, with or without an ending; it is only a hint of what is inside.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let stem = name.split('.').next()?;
        let mut parts = stem.rsplitn(4, '-');
        let tag = parts.next().filter(|tag| tag.len() == 4 && tag.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let number = parts.next().filter(|n| n.len() >= 6 && n.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
        let week = parts.next().filter(|week| week.len() == 7 && week.as_bytes().get(4) == Some(&b'W'))?;
        let unit = parts.next().filter(|unit| is_unit_code(unit))?;
        Some(Self { unit: unit.to_owned(), week: week.to_owned(), number, tag: tag.to_owned() })
    }
}

impl fmt::Display for BatchName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:06}-{}", self.unit, self.week, self.number, self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        let journal = Uuid::from_u128(0x0198_f3a2_0000_7000_8000_0000_0000_7f3a);
        let name = BatchName::new("LDG-P2", "2026-W47", 12, &journal);
        assert_eq!(name.file(), "LDG-P2-2026W47-000012-7f3a.tar.age");
        assert_eq!(BatchName::parse(&name.signature()), Some(name));
        for wrong in ["", "x.tar.age", "LDG-P2-2026W47-12-7f3a", "ldg-2026W47-000012-7f3a", "A-2026-47-000012-7f3a"] {
            assert_eq!(BatchName::parse(wrong), None, "{wrong}");
        }
    }
}
