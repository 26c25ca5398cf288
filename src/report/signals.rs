//! A signal in words: what it is about, what it says, how it was computed and from how many records.

use super::names;
use crate::figures::signals::{About, Signal};
use crate::words::{Words, field_id, value_id};

/// A signal as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The name of its sort.
    pub sort: String,
    /// What it is about.
    pub about: String,
    /// What it says.
    pub text: String,
    /// How it was computed.
    pub how: String,
    /// From how many records.
    pub from: String,
}

/// Puts a signal into words; `area` names an area by its code.
#[must_use]
pub fn said(signal: &Signal, words: &Words, area: impl Fn(&str) -> String) -> Said {
    let name = signal.sort.name();
    let sort = format!("signal-sort-{name}");
    let values: Vec<(&str, String)> = signal.args.iter().map(|(key, value)| (*key, named(key, value, words))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    Said {
        sort: words.get(&sort).to_owned(),
        about: about(&signal.about, words, area),
        text: words.with(&format!("signal-{name}"), &values),
        how: words.get(&format!("{sort}.hint")).to_owned(),
        from: words.with("signal-from", &[("records", &signal.records.to_string())]),
    }
}

/// Codes among the values have names.
fn named(key: &str, value: &str, words: &Words) -> String {
    match key {
        "topic" => words.get(&value_id("topic", value)).to_owned(),
        "quota" => words.get(&field_id("campaign", &format!("quotas.{value}"))).to_owned(),
        _ => value.to_owned(),
    }
}

fn about(about: &About, words: &Words, area: impl Fn(&str) -> String) -> String {
    use crate::text::clean::shown;
    match about {
        About::Area(code) => area(code),
        About::Named(name) | About::Item(name) => shown(name),
        About::Partner(code) => words.get(&value_id("partner", code)).to_owned(),
        About::Category(code) => names::category(code, words),
        About::Place { area: code, place } => format!("{} · {}", area(code), shown(place)),
        About::Cameras => words.get("signal-cameras").to_owned(),
        About::Post => words.get("signal-post").to_owned(),
        About::Lead => words.get("signal-lead").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::figures::signals::Sort;
    use crate::words::{Lang, Words};

    #[test]
    fn every_sort_has_a_name_a_text_and_says_how_it_is_computed() {
        for words in Lang::ALL.map(Words::new) {
            for sort in Sort::ALL {
                let name = format!("signal-sort-{}", sort.name());
                for id in [format!("signal-{}", sort.name()), format!("{name}.hint"), name] {
                    assert_ne!(words.with(&id, &[]), id);
                }
            }
        }
    }
}
