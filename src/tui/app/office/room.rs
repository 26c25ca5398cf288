//! The rooms of the office, each a small description: what it is called, whose it is, where Esc leads, what the columns
//! of its table are. Its rows are made in `rows`, what can be done in it stands in `task`.

use crate::acts::Right;

/// A room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Room {
    /// The way into all others.
    Menu,
    /// Who can sign in, or could.
    Officers,
    /// The residential areas.
    Areas,
    /// The settings.
    Settings,
    /// The backups.
    Backups,
    /// What was found when everything was checked.
    Doctor,
    /// The posts that report to this desk.
    Posts,
    /// One of them, week by week.
    Post,
    /// They beside each other.
    Compare,
    /// What stands out in the work.
    Signals,
    /// The figures of a period beside others.
    Figures,
    /// The legal clocks that run.
    Clocks,
    /// The rules by which something goes for good.
    Purge,
    /// What a purge would take.
    Due,
    /// What no purge touches.
    Holds,
    /// Who saw what.
    Access,
    /// The volumes of the journal.
    Journals,
    /// The recovery code.
    Recovery,
}

/// How a room is laid out.
#[derive(Debug)]
pub struct Plan {
    /// The wording id of its name; as attribute `hint` what it is for.
    pub wording: &'static str,
    /// Who may look into it. The acts decide; this only spares people a way that ends at a shut door.
    pub right: Right,
    /// Where Esc leads; out of the office when there is nothing above.
    pub above: Option<Room>,
    /// The wording id of what stands there when there is no row.
    pub empty: &'static str,
    /// The columns of its table; one of them takes what the others leave.
    pub columns: &'static [Column],
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The wording id of its name.
    pub wording: &'static str,
    /// Its columns of cells; 0 for what the others leave.
    pub width: u16,
    /// It is shown in windows of at least so many columns.
    pub from: u16,
    /// It holds names, many of which begin alike: where one is too long its last words stay.
    pub names: bool,
}

impl Column {
    const fn names(self) -> Self {
        Self { names: true, ..self }
    }
}

const fn rest(wording: &'static str) -> Column {
    column(wording, 0, 0)
}

const fn column(wording: &'static str, width: u16, from: u16) -> Column {
    Column { wording, width, from, names: false }
}

const MENU: Plan = Plan {
    wording: "room-menu",
    right: Right::Read,
    above: None,
    empty: "tui-office-empty",
    columns: &[column("column-room", 20, 0), rest("column-what")],
};

const OFFICERS: Plan = Plan {
    wording: "room-officers",
    right: Right::Read,
    above: Some(Room::Menu),
    empty: "tui-office-empty",
    columns: &[
        rest("field-officer-name"),
        column("field-officer-rank", 10, 60),
        column("field-officer-role", 15, 60),
        column("column-login", 18, 72),
        column("column-state", 8, 0),
    ],
};

const AREAS: Plan = Plan {
    wording: "room-areas",
    right: Right::Read,
    above: Some(Room::Menu),
    empty: "tui-areas-empty",
    columns: &[
        column("field-area-code", 12, 0),
        rest("field-area-name"),
        column("field-area-type", 14, 60),
        column("column-state", 8, 0),
    ],
};

const SETTINGS: Plan = Plan {
    wording: "room-settings",
    right: Right::Read,
    above: Some(Room::Menu),
    empty: "tui-office-empty",
    columns: &[rest("column-setting").names(), column("column-value", 12, 0)],
};

const BACKUPS: Plan = Plan {
    wording: "room-backups",
    right: Right::Read,
    above: Some(Room::Menu),
    empty: "tui-backups-empty",
    columns: &[column("column-at", 16, 0), column("column-age", 9, 0), rest("column-file")],
};

const DOCTOR: Plan = Plan {
    wording: "room-doctor",
    right: Right::Read,
    above: Some(Room::Menu),
    empty: "tui-doctor-empty",
    columns: &[column("column-check", 30, 0), rest("column-result")],
};

const POSTS: Plan = Plan {
    wording: "room-posts",
    right: Right::Read,
    above: None,
    empty: "tui-posts-empty",
    columns: &[
        column("column-post", 12, 0),
        column("column-name", 0, 60),
        column("column-last", 8, 60),
        column("column-standing", 22, 0),
        column("column-findings", 7, 60),
        column("column-asked", 7, 100),
        column("column-came", 16, 100),
    ],
};

const COMPARE: Plan = Plan {
    wording: "room-compare",
    right: Right::Read,
    above: None,
    empty: "tui-compare-empty",
    columns: &[
        column("column-post", 12, 0),
        column("column-name", 0, 80),
        column("column-incidents", 8, 0),
        column("column-closed", 8, 60),
        column("column-patrols", 8, 0),
        column("column-observations", 8, 60),
        column("column-shifts", 7, 60),
    ],
};

const POST: Plan = Plan {
    wording: "room-post",
    right: Right::Read,
    above: Some(Room::Posts),
    empty: "tui-post-empty",
    columns: &[column("column-which", 11, 0), rest("column-says"), column("column-at", 16, 72)],
};

const PURGE: Plan = Plan {
    wording: "room-purge",
    right: Right::Manage,
    above: Some(Room::Menu),
    empty: "tui-office-empty",
    columns: &[rest("column-rule")],
};

const DUE: Plan = Plan {
    wording: "room-due",
    right: Right::Manage,
    above: Some(Room::Purge),
    empty: "tui-due-none",
    columns: &[column("column-number", 15, 0), column("column-goes", 30, 60), rest("column-title")],
};

const HOLDS: Plan = Plan {
    wording: "room-holds",
    right: Right::Manage,
    above: Some(Room::Menu),
    empty: "tui-holds-empty",
    columns: &[column("column-number", 15, 0), rest("column-title")],
};

const ACCESS: Plan = Plan {
    wording: "room-access",
    right: Right::ReadAccess,
    above: Some(Room::Menu),
    empty: "tui-access-empty",
    columns: &[
        column("column-at", 16, 0),
        column("column-who", 18, 60),
        rest("column-did"),
        column("column-number", 15, 76),
        column("column-why", 36, 120),
    ],
};

const JOURNALS: Plan = Plan {
    wording: "room-journals",
    right: Right::Read,
    above: Some(Room::Menu),
    empty: "tui-office-empty",
    columns: &[
        column("column-volume", 6, 0),
        column("column-begun", 16, 0),
        column("column-lines", 9, 60),
        rest("column-volume-state"),
    ],
};

const SIGNALS: Plan = Plan {
    wording: "room-signals",
    right: Right::Read,
    above: None,
    empty: "tui-signals-empty",
    columns: &[column("column-signal", 15, 100), column("column-about", 22, 0).names(), rest("column-stands")],
};

const FIGURES: Plan = Plan {
    wording: "room-figures",
    right: Right::Read,
    above: None,
    empty: "tui-signals-empty",
    columns: &[
        rest("column-figure").names(),
        column("column-this", 8, 0),
        column("column-previous", 8, 60),
        column("column-difference", 8, 0),
        column("column-percent", 10, 60),
        column("column-last-year", 8, 100),
        column("column-cumulative", 8, 100),
    ],
};

const CLOCKS: Plan = Plan {
    wording: "room-clocks",
    right: Right::Read,
    above: None,
    empty: "tui-board-due-none",
    columns: &[
        column("column-until", 8, 0),
        column("column-standing", 22, 60),
        rest("column-to-do"),
        column("column-number", 9, 0),
        column("column-title", 40, 110),
    ],
};

const RECOVERY: Plan = Plan {
    wording: "room-recovery",
    right: Right::Manage,
    above: Some(Room::Menu),
    empty: "tui-recovery-empty",
    columns: &[],
};

impl Room {
    /// Every room, in the order of the menu.
    pub const ALL: [Self; 18] = [
        Self::Menu,
        Self::Officers,
        Self::Areas,
        Self::Settings,
        Self::Backups,
        Self::Doctor,
        Self::Purge,
        Self::Due,
        Self::Holds,
        Self::Access,
        Self::Journals,
        Self::Recovery,
        Self::Posts,
        Self::Post,
        Self::Compare,
        Self::Signals,
        Self::Figures,
        Self::Clocks,
    ];

    /// Rows that what is said about the row under the cursor may take in a window that is high enough.
    #[must_use]
    pub const fn note(self) -> u16 {
        match self {
            Self::Signals | Self::Clocks => 5,
            _ => 3,
        }
    }

    /// The wording id of what is said while its rows are on their way.
    #[must_use]
    pub const fn waits(self) -> &'static str {
        match self {
            Self::Signals => "tui-computing",
            _ => "tui-loading",
        }
    }

    /// How it is laid out.
    #[must_use]
    pub const fn plan(self) -> &'static Plan {
        match self {
            Self::Menu => &MENU,
            Self::Officers => &OFFICERS,
            Self::Areas => &AREAS,
            Self::Settings => &SETTINGS,
            Self::Backups => &BACKUPS,
            Self::Doctor => &DOCTOR,
            Self::Posts => &POSTS,
            Self::Post => &POST,
            Self::Compare => &COMPARE,
            Self::Signals => &SIGNALS,
            Self::Figures => &FIGURES,
            Self::Clocks => &CLOCKS,
            Self::Purge => &PURGE,
            Self::Due => &DUE,
            Self::Holds => &HOLDS,
            Self::Access => &ACCESS,
            Self::Journals => &JOURNALS,
            Self::Recovery => &RECOVERY,
        }
    }

    /// Whether it is one of a desk.
    #[must_use]
    pub const fn is_of_desk(self) -> bool {
        matches!(self, Self::Posts | Self::Post | Self::Compare)
    }

    /// The rooms that the menu leads to.
    pub fn in_menu() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|room| room.plan().above == Some(Self::Menu))
    }
}
