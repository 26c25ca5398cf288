//! The reasons that the program itself gives for an amendment. They stand in the journal as short codes; whoever shows
//! one asks for its wording, and what a person wrote is no code and stays as it is.

/// Why the program amended a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The shift ended.
    ShiftClosed,
    /// What is open was handed over.
    ShiftHandedOver,
    /// The patrol went out.
    PatrolStarted,
    /// It reached a point of its route.
    PatrolCheckpoint,
    /// It noticed something.
    PatrolObserved,
    /// It came back.
    PatrolFinished,
    /// One of its observations became an incident.
    PatrolIncident,
    /// An incident goes on, or has its outcome.
    IncidentSettled,
    /// The post signs with another key.
    UnitKey,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::ShiftClosed,
        Self::ShiftHandedOver,
        Self::PatrolStarted,
        Self::PatrolCheckpoint,
        Self::PatrolObserved,
        Self::PatrolFinished,
        Self::PatrolIncident,
        Self::IncidentSettled,
        Self::UnitKey,
    ];

    /// As the journal writes it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ShiftClosed => "shift closed",
            Self::ShiftHandedOver => "shift handed over",
            Self::PatrolStarted => "patrol started",
            Self::PatrolCheckpoint => "patrol checkpoint",
            Self::PatrolObserved => "patrol observed",
            Self::PatrolFinished => "patrol finished",
            Self::PatrolIncident => "patrol incident",
            Self::IncidentSettled => "incident settled",
            Self::UnitKey => "unit key",
        }
    }

    /// The id of its wording.
    #[must_use]
    pub fn id(self) -> String {
        format!("reason-{}", self.code().replace(' ', "-"))
    }

    /// The reason that a text of the journal is, unless a person wrote it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.code()), Some(reason));
        }
        assert_eq!(Reason::parse("gõ nhầm"), None);
        assert_eq!(Reason::ShiftHandedOver.id(), "reason-shift-handed-over");
    }
}
