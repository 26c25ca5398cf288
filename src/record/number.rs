//! The human number that people quote.

use std::fmt;

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
}
