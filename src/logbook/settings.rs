//! Settings: a closed list, each with a check and a visible effect.

use std::fmt;

use chrono::Weekday;
use rusqlite::OptionalExtension as _;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::record::period::Calendar;
use crate::record::rulebook::Rulebook;
use crate::text::fold;

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name.
    pub name: &'static str,
    /// What it is when nobody said.
    pub fallback: &'static str,
    /// The values that it may have.
    pub values: Values,
}

/// The values that a setting may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// One of these codes.
    OneOf(&'static [&'static str]),
    /// A whole number from the first to the second.
    Between(u32, u32),
}

impl Values {
    fn allow(self, value: &str) -> bool {
        match self {
            Self::OneOf(all) => all.contains(&value),
            Self::Between(low, high) => value.parse().is_ok_and(|n: u32| (low..=high).contains(&n)),
        }
    }
}

/// As a message names them.
impl fmt::Display for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(all) => f.write_str(&all.join(" ")),
            Self::Between(low, high) => write!(f, "{low} - {high}"),
        }
    }
}

/// Every setting.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "week.day",
        fallback: "mon",
        values: Values::OneOf(&["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
    },
    Setting { name: "week.hour", fallback: "0", values: Values::Between(0, 23) },
    Setting { name: "lock.minutes", fallback: "10", values: Values::Between(1, 120) },
    Setting {
        name: "screen.theme",
        fallback: "auto",
        values: Values::OneOf(&["auto", "terminal", "dark", "light", "16", "none"]),
    },
    Setting { name: "screen.mouse", fallback: "on", values: Values::OneOf(&["on", "off"]) },
    Setting { name: "quiet.areas", fallback: "30", values: Values::Between(7, 365) },
    Setting { name: "quiet.models", fallback: "90", values: Values::Between(7, 365) },
    Setting { name: "shift.minimum", fallback: "0", values: Values::Between(0, 200) },
];

fn day(name: &str) -> Option<Weekday> {
    name.parse().ok()
}

impl Logbook {
    /// The value of a setting.
    ///
    /// # Errors
    /// E030 when there is no such setting.
    pub fn setting(&self, name: &str) -> Outcome<String> {
        let setting = known(name)?;
        let mut find = self.db.prepare_cached("SELECT value FROM settings WHERE name = ?1").map_err(sql::fault)?;
        let found = find.query_row([name], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(found.unwrap_or_else(|| setting.fallback.to_owned()))
    }

    /// Changes a setting.
    ///
    /// # Errors
    /// E030 when there is no such setting or value.
    pub fn set(&self, name: &str, value: &str) -> Outcome<()> {
        let setting = known(name)?;
        if !setting.values.allow(value) {
            return Err(wrong(name, value, setting.values));
        }
        let put = "INSERT INTO settings VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2";
        self.db.execute(put, (name, value)).map_err(sql::fault)?;
        Ok(())
    }

    /// The value of a setting that is a whole number.
    ///
    /// # Errors
    /// E030 when there is no such setting.
    pub fn number_set(&self, name: &str) -> Outcome<u32> {
        Ok(self.setting(name)?.parse().unwrap_or(0))
    }

    /// Where periods begin at this post: by its own rules, and before these by the settings and the program's rules.
    ///
    /// # Errors
    /// Those of the database.
    pub fn calendar(&self) -> Outcome<Calendar> {
        let day = day(&self.setting("week.day")?).unwrap_or(Weekday::Mon);
        let hour = self.setting("week.hour")?.parse().unwrap_or(0);
        Ok(self.rules().0.calendar().clone().beginning(Rulebook::builtin().calendar(), (day, hour)))
    }
}

fn known(name: &str) -> Outcome<&'static Setting> {
    let names = || SETTINGS.iter().map(|setting| setting.name);
    SETTINGS.iter().find(|setting| setting.name == name).ok_or_else(|| {
        let all = fold::nearest(name, names()).map_or_else(|| names().collect::<Vec<_>>().join(", "), str::to_owned);
        wrong("KEY", name, all)
    })
}

fn wrong(name: &str, value: &str, values: impl fmt::Display) -> Fault {
    let value = crate::text::clean::line(value);
    Fault::new(Kind::Use, "E030").with("name", name).with("value", value).with("values", values)
}
