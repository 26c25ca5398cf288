//! Which language is spoken: Vietnamese unless somebody asks for English.

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language of a code or a locale: `vi`, `en`, `en_US.UTF-8`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// What was asked for on the command line, else `TRUCBAN_LANG`, else the locale, else Vietnamese.
    #[must_use]
    pub fn chosen(flag: Option<&str>, env: &dyn Fn(&str) -> Option<String>) -> Self {
        let set = |name| env(name).filter(|value| !value.is_empty());
        let locale = || set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"));
        let asked = flag.and_then(Self::parse).or_else(|| set("TRUCBAN_LANG").as_deref().and_then(Self::parse));
        asked.or_else(|| locale().as_deref().and_then(Self::parse)).unwrap_or_default()
    }

    /// The code, `vi` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Vi => include_str!("vi.ftl"),
            Self::En => include_str!("en.ftl"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_wish_wins() {
        let env = |set: &'static [(&str, &str)]| {
            move |name: &str| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let chosen = |flag, set| Lang::chosen(flag, &env(set));
        assert_eq!(chosen(None, &[]), Lang::Vi);
        assert_eq!(chosen(None, &[("LANG", "C.UTF-8")]), Lang::Vi);
        assert_eq!(chosen(None, &[("LANG", "en_US.UTF-8")]), Lang::En);
        assert_eq!(chosen(None, &[("LC_ALL", "vi_VN"), ("LANG", "en_US.UTF-8")]), Lang::Vi);
        assert_eq!(chosen(None, &[("LC_ALL", ""), ("LANG", "en_GB")]), Lang::En);
        assert_eq!(chosen(None, &[("TRUCBAN_LANG", "vi"), ("LANG", "en_US")]), Lang::Vi);
        assert_eq!(chosen(Some("en"), &[("TRUCBAN_LANG", "vi")]), Lang::En);
        assert_eq!(chosen(Some("klingon"), &[("LANG", "en_US")]), Lang::En);
    }
}
