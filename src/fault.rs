//! What can go wrong, as data: a kind that fixes the exit code, a numbered code, and the values that the
//! wording needs. The faces find the words (`words/*.ftl`); nothing here speaks to anybody.

use std::fmt;

/// The result of everything that can fail.
pub type Outcome<T> = Result<T, Fault>;

/// What sort of trouble it is; fixes the exit code of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Findings of level error or hold stand in the way (exit 1).
    Finding,
    /// The command or its input was used wrongly (exit 2).
    Use,
    /// Wrong password, or the role may not do this (exit 3).
    Right,
    /// Not JSON, not UTF-8, tampered, refused, damaged (exit 4).
    Data,
    /// The disk did not take or give the bytes (exit 5).
    Disk,
    /// Busy, or changed by another window (exit 6).
    Busy,
    /// A bug in this program (exit 70).
    Bug,
}

impl Kind {
    /// The exit code of the process.
    #[must_use]
    pub const fn exit(self) -> u8 {
        match self {
            Self::Finding => 1,
            Self::Use => 2,
            Self::Right => 3,
            Self::Data => 4,
            Self::Disk => 5,
            Self::Busy => 6,
            Self::Bug => 70,
        }
    }
}

/// One failure. `code` is also the id of its wording: the message, and as attribute `hint` what to do.
#[derive(Debug)]
pub struct Fault {
    /// The sort of trouble.
    pub kind: Kind,
    /// The numbered code, for example `E010`.
    pub code: &'static str,
    /// Values for the wording.
    pub args: Vec<(&'static str, String)>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Fault {
    /// A fault without values.
    #[must_use]
    pub const fn new(kind: Kind, code: &'static str) -> Self {
        Self { kind, code, args: Vec::new(), source: None }
    }

    /// Adds a value for the wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Keeps the technical cause, for the log of a developer; users see the wording.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(cause.into());
        self
    }

    /// A bug: something that the code itself promised can't be.
    #[must_use]
    pub fn bug(what: impl fmt::Display) -> Self {
        Self::new(Kind::Bug, "E090").with("what", what)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        match &self.source {
            Some(cause) => write!(f, " ({cause})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|e| e as _)
    }
}
