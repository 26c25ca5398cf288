//! Who may do what (design of roles: officer, commander, clerk, auditor). The program keeps roles, cryptography doesn't:
//! whoever can open the database can read all of it.

use uuid::Uuid;

use crate::fault::{Fault, Kind, Outcome};

/// What somebody is at this logbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Duty officer or patrol leader.
    Officer,
    /// Shift commander.
    Commander,
    /// Clerk of a receiving desk.
    Clerk,
    /// Reads, and writes nothing.
    Auditor,
}

impl Role {
    /// The role of a code of the register.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "officer" => Some(Self::Officer),
            "commander" => Some(Self::Commander),
            "clerk" => Some(Self::Clerk),
            "auditor" => Some(Self::Auditor),
            _ => None,
        }
    }

    /// The code of the register.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Commander => "commander",
            Self::Clerk => "clerk",
            Self::Auditor => "auditor",
        }
    }

    /// Whether it has this right.
    #[must_use]
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::Read | Right::Reveal => true,
            Right::ReadAccess => !matches!(self, Self::Officer),
            Right::Write => matches!(self, Self::Officer | Self::Commander),
            Right::Oversee => matches!(self, Self::Commander),
            Right::Manage => matches!(self, Self::Commander | Self::Clerk),
            Right::Desk => matches!(self, Self::Clerk),
        }
    }
}

/// A group of acts that somebody may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// List, search, doctor, verify, backup.
    Read,
    /// See persons, print, export lists. Each time is logged.
    Reveal,
    /// See who saw what.
    ReadAccess,
    /// Write, note, amend one's own records of the open shift.
    Write,
    /// Amend or void what others wrote or what is older, approve, export, pass holds.
    Oversee,
    /// Officers, areas, settings, receiver, card, recovery, new journal, restore.
    Manage,
    /// Trust, revoke, start, receive, request, identity.
    Desk,
}

impl Right {
    /// The name, as its wording id ends: `right-manage`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Reveal => "reveal",
            Self::ReadAccess => "read-access",
            Self::Write => "write",
            Self::Oversee => "oversee",
            Self::Manage => "manage",
            Self::Desk => "desk",
        }
    }
}

/// Somebody who has signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The officer's record.
    pub officer: Uuid,
    /// What they are here.
    pub role: Role,
    /// The name, as the register has it.
    pub name: String,
    /// The name of the key file.
    pub login: String,
}

impl Who {
    /// Whether the role has this right.
    #[must_use]
    pub const fn may(&self, right: Right) -> bool {
        self.role.may(right)
    }

    /// Lets the act go on, if the role has this right.
    ///
    /// # Errors
    /// E021 with role and right.
    pub fn need(&self, right: Right) -> Outcome<()> {
        if self.may(right) {
            return Ok(());
        }
        Err(Fault::new(Kind::Right, "E021").with("role", self.role.code()).with("right", right.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_rights_is_that_of_the_design() {
        use Right::{Desk, Manage, Oversee, Read, ReadAccess, Reveal, Write};
        for (role, rights) in [
            (Role::Officer, &[Read, Reveal, Write][..]),
            (Role::Commander, &[Read, Reveal, ReadAccess, Write, Oversee, Manage]),
            (Role::Clerk, &[Read, Reveal, ReadAccess, Manage, Desk]),
            (Role::Auditor, &[Read, Reveal, ReadAccess]),
        ] {
            let who = Who { officer: Uuid::nil(), role, name: String::new(), login: String::new() };
            for right in [Read, Reveal, ReadAccess, Write, Oversee, Manage, Desk] {
                assert_eq!(who.may(right), rights.contains(&right), "{role:?} {right:?}");
                assert_eq!(who.need(right).is_ok(), rights.contains(&right));
            }
            assert_eq!(Role::parse(role.code()), Some(role));
        }
    }
}
