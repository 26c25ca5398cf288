//! The catalogue of incident categories, as `catalogue/vn.toml` in this folder lists them. Codes are never reused.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold;

/// One category. Its code is `GROUP.CODE`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "they are the flags of a line in the file")]
pub struct Category {
    /// The stable code, such as `PROP.THVH`.
    pub code: String,
    /// The code of its group.
    #[serde(skip)]
    pub group: String,
    /// The Vietnamese name.
    pub vi: String,
    /// The English name.
    pub en: String,
    /// The NIBRS codes that fit.
    pub nibrs: Option<String>,
    /// The ICCS codes that fit.
    pub iccs: Option<String>,
    /// The form asks how pressing it is.
    #[serde(default)]
    pub urgent: bool,
    /// The victim stays masked.
    #[serde(default)]
    pub masked: bool,
    /// Dead, injured and loss are asked for.
    #[serde(default)]
    pub numbers: bool,
    /// May be chosen for a new record.
    #[serde(default = "yes")]
    pub active: bool,
    /// Other words that people use for it; only the picker reads them.
    #[serde(default)]
    pub also: String,
}

/// A group of categories.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The stable code, such as `PROP`.
    pub code: String,
    /// The Vietnamese name.
    pub vi: String,
    /// The English name.
    pub en: String,
    #[serde(default)]
    categories: Vec<Category>,
}

/// All groups and categories, in their order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    #[serde(rename = "group", default)]
    groups: Vec<Group>,
}

impl Catalogue {
    /// The one inside the program.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Catalogue> = OnceLock::new();
        // The file is part of the program and a test reads it, so the empty fallback is never seen.
        BUILTIN.get_or_init(|| Self::read(include_str!("catalogue/vn.toml")).unwrap_or_default())
    }

    fn read(text: &str) -> Result<Self, toml::de::Error> {
        let mut whole: Self = toml::from_str(text)?;
        for group in &mut whole.groups {
            for category in &mut group.categories {
                category.group.clone_from(&group.code);
            }
        }
        Ok(whole)
    }

    /// The groups, in their order.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Every category, in the order of the catalogue, also those no longer in use.
    pub fn categories(&self) -> impl Iterator<Item = &Category> {
        self.groups.iter().flat_map(|group| &group.categories)
    }

    /// The category with exactly this code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Category> {
        self.categories().find(|category| category.code == code)
    }

    /// The code that was probably meant: a slip in a code, or a name written out.
    #[must_use]
    pub fn nearest(&self, text: &str) -> Option<&str> {
        let named =
            || self.pick(text).first().filter(|_| !text.trim().is_empty()).map(|category| category.code.as_str());
        fold::nearest(text, self.categories().map(|category| category.code.as_str())).or_else(named)
    }

    /// The categories in use that have every word of the query in code, name or everyday words, best first; all
    /// when nothing is asked. A word typed with marks has to match them.
    #[must_use]
    pub fn pick(&self, query: &str) -> Vec<&Category> {
        let wanted: Vec<&str> = fold::words(query).collect();
        let mut found: Vec<(usize, &Category)> =
            self.categories().filter(|c| c.active).filter_map(|c| rank(c, &wanted).map(|r| (r, c))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, category)| category).collect()
    }
}

/// How far from the start of what names the category the wanted words stand, summed; `None` when one is missing.
fn rank(category: &Category, wanted: &[&str]) -> Option<usize> {
    let names = [&category.vi, &category.code, &category.en, &category.also];
    wanted.iter().map(|word| names.iter().enumerate().find_map(|(n, name)| Some(n * 20 + place(name, word)?))).sum()
}

/// Where in a text a word starts with the wanted one; a whole word comes before a mere beginning.
fn place(text: &str, wanted: &str) -> Option<usize> {
    let spelt = if fold::is_marked(wanted) { fold::exact } else { fold::folded };
    let wanted = spelt(wanted);
    let words: Vec<String> = fold::words(text).map(spelt).collect();
    let whole = words.iter().position(|word| *word == wanted);
    whole.map(|at| 2 * at).or_else(|| words.iter().position(|word| word.starts_with(&wanted)).map(|at| 2 * at + 1))
}

const fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(query: &str) -> Vec<&str> {
        Catalogue::builtin().pick(query).into_iter().map(|c| c.code.as_str()).collect()
    }

    #[test]
    fn the_file_is_whole() {
        let whole = Catalogue::read(include_str!("catalogue/vn.toml")).unwrap();
        assert_eq!((whole.groups().len(), whole.categories().count()), (14, 45));
        let mut seen = std::collections::BTreeSet::new();
        for category in whole.categories() {
            assert!(seen.insert(&category.code), "{} twice", category.code);
            assert!(category.code.starts_with(&format!("{}.", category.group)), "{}", category.code);
            assert!(category.active && !category.vi.is_empty() && !category.en.is_empty());
        }
    }

    #[test]
    fn flags_follow_the_source() {
        let whole = Catalogue::builtin();
        let flagged = |f: fn(&Category) -> bool| whole.categories().filter(|c| f(c)).count();
        assert_eq!((flagged(|c| c.urgent), flagged(|c| c.masked), flagged(|c| c.numbers)), (14, 8, 19));
        let theft = whole.get("PROP.THVH").unwrap();
        assert_eq!((theft.nibrs.as_deref(), theft.iccs.as_deref()), (Some("240"), Some("050211")));
        assert!(whole.get("prop.thvh").is_none());
    }

    #[test]
    fn typing_finds_what_was_meant() {
        assert_eq!(codes("").len(), 45);
        assert_eq!(codes("trom xe").first(), Some(&"PROP.THVH"));
        assert_eq!(codes("vehicle th"), ["PROP.THVH"]);
        assert_eq!(codes("thvh"), ["PROP.THVH"]);
        assert_eq!(codes("lô đề"), ["VICE.GAMB"]);
        assert_eq!(codes("chay").first(), Some(&"FIRE.FIRE"));
        assert!(!codes("chảy").contains(&"FIRE.FIRE"), "a marked word has to match its marks");
        assert!(codes("xyzzy").is_empty());
    }

    #[test]
    fn slips_and_names_lead_to_a_code() {
        let whole = Catalogue::builtin();
        assert_eq!(whole.nearest("PROP.THVX"), Some("PROP.THVH"));
        assert_eq!(whole.nearest("trộm xe máy"), Some("PROP.THVH"));
        assert_eq!((whole.nearest("xyzzyqq rrr"), whole.nearest("")), (None, None));
    }
}
