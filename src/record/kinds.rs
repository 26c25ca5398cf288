//! The one list of kinds. Each describes itself in a file of its own; what it says there is all that form, lists, JSON,
//! schema, search and rules know of it. Code that is about one kind may name it, nothing else does.

mod area;
mod prelude;
mod incident;
mod officer;
mod patrol;
mod shift;
mod unit;
mod week;

use super::about::About;

pub use patrol::{Overdue, overdue, visits};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $file:ident;)+) => {
        /// What sort of thing a record is. Journal lines carry the English name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $kind),+ }

        impl Kind {
            /// Every kind, in the order in which lists of kinds show them.
            pub const ALL: [Self; [$(stringify!($kind)),+].len()] = [$(Self::$kind),+];

            /// What it says about itself.
            pub(super) const fn about(self) -> &'static About {
                match self { $(Self::$kind => &$file::ABOUT),+ }
            }
        }
    };
}

kinds! {
    /// Vụ việc.
    Incident = incident;
    /// Tuần tra.
    Patrol = patrol;
    /// Ca trực.
    Shift = shift;
    /// Tuần báo cáo, made by approval.
    Week = week;
    /// Cán bộ.
    Officer = officer;
    /// Khu dân cư.
    Area = area;
    /// Đơn vị.
    Unit = unit;
}
