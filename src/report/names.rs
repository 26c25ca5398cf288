//! What codes are called: the same names in every list, on the screen, on paper and in files.

use crate::journal::Act;
use crate::logbook::Badge;
use crate::record::catalogue::Catalogue;
use crate::record::{Kind, Number, Purpose};
use crate::text::clean;
use crate::words::{Lang, Words, kind_id, value_id};

/// A kind's name; a kind of a newer program keeps its own.
#[must_use]
pub fn kind(name: &str, words: &Words) -> String {
    Kind::parse(name).map_or_else(|| clean::shown(name), |kind| words.get(&kind_id(kind.name())).to_owned())
}

/// What an entry did.
#[must_use]
pub fn act(act: Act, words: &Words) -> String {
    words.get(&format!("act-{}", act.name())).to_owned()
}

/// What somebody is asked to fill in.
#[must_use]
pub fn purpose(purpose: Purpose, words: &Words) -> String {
    let kind = purpose.kind().map(|of| kind(of.name(), words)).unwrap_or_default();
    words.with(purpose.wording(), &[("kind", &kind)])
}

/// A status or state as it reads in records of this kind; one of a newer program as it is.
#[must_use]
pub fn status(kind: &str, status: &str, words: &Words) -> String {
    match Kind::parse(kind).and_then(Kind::states).filter(|choice| choice.values.contains(&status)) {
        Some(choice) => words.get(&value_id(choice.name, status)).to_owned(),
        None => clean::shown(status),
    }
}

/// The name of a category, or of a group of them; a code of a newer catalogue as it is.
#[must_use]
pub fn category(code: &str, words: &Words) -> String {
    let catalogue = Catalogue::builtin();
    let category = catalogue.get(code).map(|found| (&found.vi, &found.en));
    let group = || catalogue.groups().iter().find(|group| group.code == code).map(|found| (&found.vi, &found.en));
    let names = category.or_else(group);
    names.map_or_else(|| clean::shown(code), |(vi, en)| if words.lang() == Lang::Vi { vi } else { en }.clone())
}

/// A category's name with its code.
#[must_use]
pub fn category_and_code(code: &str, words: &Words) -> String {
    let (name, code) = (category(code, words), clean::shown(code));
    if name == code { code } else { format!("{name} ({code})") }
}

/// A record's number in few signs: `VV-124` for `LDG-P2-VV-2026-000124`.
#[must_use]
pub fn tiny(number: &str) -> String {
    Number::parse(number).map_or_else(|| clean::shown(number), |n| format!("{}-{}", n.code, n.serial))
}

/// An officer of another unit: by name, or else by all that is known without it.
#[must_use]
pub fn badge(badge: &Badge, words: &Words) -> String {
    if let Some(name) = &badge.name {
        return clean::shown(name);
    }
    let role = value_id("role", &badge.role);
    let known = words.get(&role);
    let role = if known == role { clean::shown(&badge.role) } else { known.to_owned() };
    let number = badge.number.as_deref().map(|number| words.with("badge-number", &[("number", number)]));
    let record = || Number::parse(&badge.record).map(|number| number.short());
    [badge.rank.clone(), Some(role), number.or_else(record)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// An area's code, and its name where that says more.
#[must_use]
pub fn area(code: &str, name: &str) -> String {
    if code == name { clean::shown(name) } else { format!("{} · {}", clean::shown(code), clean::shown(name)) }
}
