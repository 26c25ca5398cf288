//! The one list of kinds. Each describes itself in a file of its own; what it says there is all that form, lists, JSON,
//! schema, search and rules know of it. Code that is about one kind may name it, nothing else does.

/// The persons of a record, each in one of these roles. They stand in the persons envelope.
macro_rules! persons {
    ($roles:expr) => {
        Field::new(
            "persons",
            Shape::List(&[
                Field::new("role", Shape::One($roles)).required(),
                Field::new("name", LINE),
                Field::new("birth_year", Shape::Count(2100)),
                Field::new("sex", Shape::One(&super::prelude::SEX)),
                Field::new("phone", SHORT),
                Field::new("address", LINE),
                Field::new("plate", SHORT),
                Field::new("keep_secret", Shape::Flag),
            ]),
        )
        .private()
    };
}

mod area;
mod campaign;
mod incident;
mod joint;
mod model;
mod officer;
mod outreach;
mod patrol;
mod prelude;
mod property;
mod shift;
mod team;
mod tip;
mod unit;
mod week;

use super::about::About;

pub use campaign::{Course, course};
pub use patrol::{OBSERVED, Overdue, overdue, overdue_next, visits};

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
    /// Tin quần chúng.
    Tip = tip;
    /// Buổi tuyên truyền.
    Outreach = outreach;
    /// Phối hợp, kiểm tra, họp Ban Chỉ đạo.
    Joint = joint;
    /// Đợt cao điểm, phương án lễ, tết.
    Campaign = campaign;
    /// Tài sản nhặt được, tạm giữ.
    Property = property;
    /// Mô hình tự phòng, tự quản.
    Model = model;
    /// Tổ bảo vệ an ninh, trật tự.
    Team = team;
    /// Tuần báo cáo, made by approval.
    Week = week;
    /// Cán bộ.
    Officer = officer;
    /// Khu dân cư.
    Area = area;
    /// Đơn vị.
    Unit = unit;
}

/// The codes and places that the rules of a kind name, for their tests.
#[cfg(test)]
fn codes(kind: Kind, value: serde_json::Value) -> Vec<(&'static str, String)> {
    let serde_json::Value::Object(object) = value else { panic!("no object") };
    super::rules::check(kind, &super::Data(object)).into_iter().map(|found| (found.code, found.path)).collect()
}
