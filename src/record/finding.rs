//! What a rule has to say about a record: a numbered code, a place and values. Its wording stands in `words/*.ftl`.

use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Stops nothing.
    Warning,
    /// Doesn't stop a save, but stops sealing until mended or passed by the commander with a reason.
    Hold,
    /// Stops the save.
    Error,
}

/// One remark of a rule on a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The numbered code; its first letter is the level.
    pub code: &'static str,
    /// Where in the record, such as `persons[0].phone`; empty for the whole record.
    pub path: String,
    /// Values for the wording.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    /// A finding at a place.
    #[must_use]
    pub fn new(code: &'static str, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), args: Vec::new() }
    }

    /// Adds a value for the wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The weight, which the code's first letter tells.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.code.as_bytes().first() {
            Some(b'W') => Level::Warning,
            Some(b'H') => Level::Hold,
            _ => Level::Error,
        }
    }
}

impl crate::words::Coded for Finding {
    fn code(&self) -> &'static str {
        self.code
    }

    fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }
}
