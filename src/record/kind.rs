//! The kinds of record, and the number that people quote.

use std::fmt;

/// What sort of thing a record is. Journal lines carry the English name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Ca trực.
    Shift,
    /// Vụ việc.
    Incident,
    /// Tuần tra.
    Patrol,
    /// Tuần báo cáo, made by approval.
    Week,
    /// Cán bộ.
    Officer,
    /// Khu dân cư.
    Area,
    /// Đơn vị.
    Unit,
}

impl Kind {
    /// Every kind, in the order in which lists of kinds show them.
    pub const ALL: [Self; 7] =
        [Self::Incident, Self::Patrol, Self::Shift, Self::Week, Self::Officer, Self::Area, Self::Unit];

    /// The English name, as journal, JSON and command line write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shift => "shift",
            Self::Incident => "incident",
            Self::Patrol => "patrol",
            Self::Week => "week",
            Self::Officer => "officer",
            Self::Area => "area",
            Self::Unit => "unit",
        }
    }

    /// The two letters in human numbers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shift => "CT",
            Self::Incident => "VV",
            Self::Patrol => "TT",
            Self::Week => "TU",
            Self::Officer => "CB",
            Self::Area => "KV",
            Self::Unit => "DV",
        }
    }

    /// The kind with this English name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind with these two letters, in either case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code().eq_ignore_ascii_case(code))
    }

    /// The field that says when it happened; figures and lists count by it.
    #[must_use]
    pub const fn main_times(self) -> &'static [&'static str] {
        match self {
            Self::Incident => &["reported_at"],
            Self::Patrol | Self::Shift => &["started_at", "planned_start"],
            Self::Week => &["from"],
            Self::Officer | Self::Area | Self::Unit => &[],
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A human number, `<UNIT>-<KK>-<YEAR>-<000123>`; at the post the unit may be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The post, if it was written.
    pub unit: Option<String>,
    /// The kind, as its two letters; an unknown kind keeps its letters.
    pub code: String,
    /// Year of the main time at +07:00.
    pub year: i32,
    /// Running number within unit, kind and year.
    pub serial: u64,
}

impl Number {
    /// Reads the long or the short form, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let upper = text.trim().to_ascii_uppercase();
        let mut parts = upper.rsplitn(4, '-');
        let digits = |text: &&str| text.len() <= 12 && text.bytes().all(|b| b.is_ascii_digit());
        let serial = parts.next().filter(digits)?.parse().ok()?;
        let year = parts.next().filter(|y| y.len() == 4).filter(digits)?.parse().ok()?;
        let code = parts.next().filter(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase()))?;
        Some(Self { unit: parts.next().map(str::to_owned), code: code.to_owned(), year, serial })
    }

    /// Without the unit: `VV-2026-000123`.
    #[must_use]
    pub fn short(&self) -> String {
        format!("{}-{}-{:06}", self.code, self.year, self.serial)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.unit {
            Some(unit) => write!(f, "{unit}-{}", self.short()),
            None => f.write_str(&self.short()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        let long = Number::parse("LDG-P2-VV-2026-000123").unwrap();
        assert_eq!(
            (long.unit.as_deref(), long.code.as_str(), long.year, long.serial),
            (Some("LDG-P2"), "VV", 2026, 123)
        );
        assert_eq!(long.to_string(), "LDG-P2-VV-2026-000123");
        let short = Number::parse("vv-2026-123").unwrap();
        assert_eq!((short.unit.clone(), short.short()), (None, "VV-2026-000123".to_owned()));
        for wrong in ["", "VV", "VV-26-1", "VV-2026-", "V-2026-1", "123", "-VV-2026-x", "VV-2026-+1", "VV-+026-1"] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_and_codes_are_unique() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(kind));
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
    }
}
