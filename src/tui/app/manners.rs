//! How the screens look and behave: what the logbook's settings ask for, within what the terminal can do.

use crate::fault::Outcome;

/// When the setting can't be read as a number.
const LOCK_MINUTES: u32 = 10;

/// A set of looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own colours.
    #[default]
    Terminal,
    /// Light text on a dark ground, in 256 colours.
    Dark,
    /// Dark text on a light ground, in 256 colours.
    Light,
    /// The sixteen colours that every colour terminal has, all of them named.
    Sixteen,
    /// No colour at all, only bold, dim, underlined, reversed.
    None,
}

impl Theme {
    /// Every theme with the value of the setting `screen.theme` that asks for it.
    pub const ALL: [(&str, Self); 5] = [
        ("terminal", Self::Terminal),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("16", Self::Sixteen),
        ("none", Self::None),
    ];

    /// The theme that a setting asks for; none where it leaves the choice to the terminal.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme)
    }

    /// What fits a terminal of this name (`TERM`), for a user who may have said no to colour (`NO_COLOR`).
    #[must_use]
    pub fn fitting(term: &str, no_colour: bool) -> Self {
        let mono = ["vt52", "vt1", "vt2", "vt3"].iter().any(|old| term.starts_with(old))
            || ["-m", "-mono", "-mono-256"].iter().any(|end| term.ends_with(end));
        match term {
            _ if no_colour || mono => Self::None,
            // The Linux console can't dim, and shows underlined text in another colour.
            "linux" => Self::Sixteen,
            _ if term.ends_with("16color") => Self::Sixteen,
            _ => Self::Terminal,
        }
    }
}

/// What the settings ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manners {
    /// Minutes without a key after which the screen locks; at least one.
    pub lock_minutes: u32,
    /// The theme; none where the terminal decides.
    pub theme: Option<Theme>,
    /// The mouse clicks on things; otherwise the terminal selects text with it.
    pub mouse: bool,
}

impl Default for Manners {
    fn default() -> Self {
        Self { lock_minutes: LOCK_MINUTES, theme: None, mouse: true }
    }
}

impl Manners {
    /// Reads them out of the settings.
    ///
    /// # Errors
    /// Why a setting can't be read.
    pub fn read(setting: impl Fn(&str) -> Outcome<String>) -> Outcome<Self> {
        Ok(Self {
            lock_minutes: setting("lock.minutes")?.parse().unwrap_or(LOCK_MINUTES).max(1),
            theme: Theme::parse(&setting("screen.theme")?),
            mouse: setting("screen.mouse")? != "off",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logbook::SETTINGS;

    #[test]
    fn every_theme_is_a_value_of_the_setting() {
        let setting = SETTINGS.iter().find(|setting| setting.name == "screen.theme").unwrap();
        let names: Vec<&str> = std::iter::once("auto").chain(Theme::ALL.iter().map(|(name, _)| *name)).collect();
        assert_eq!(setting.values.to_string(), names.join(" "));
        assert_eq!((Theme::parse("dark"), Theme::parse(setting.fallback)), (Some(Theme::Dark), None));
    }

    #[test]
    fn a_terminal_gets_what_it_can_show() {
        assert_eq!(Theme::fitting("xterm-256color", false), Theme::Terminal);
        assert_eq!(Theme::fitting("xterm-256color", true), Theme::None);
        for (term, theme) in [("linux", Theme::Sixteen), ("rxvt-16color", Theme::Sixteen), ("", Theme::Terminal)] {
            assert_eq!(Theme::fitting(term, false), theme, "{term}");
        }
        for term in ["vt100", "vt220", "xterm-mono", "ansi-m"] {
            assert_eq!(Theme::fitting(term, false), Theme::None, "{term}");
        }
    }
}
