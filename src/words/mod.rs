//! Wording in Vietnamese and English, from the two Fluent files in this folder. All that people read stands there;
//! nothing here decides anything, and a missing id shows as itself (a test makes sure that none is).

mod ids;
mod lang;

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use ids::{field_id, kind_id, value_id};
pub use lang::Lang;

use crate::fault::Fault;

/// Something with a numbered code, which is the id of its message; the attribute `hint` says what to do.
pub trait Coded {
    /// The code, such as `E010`.
    fn code(&self) -> &'static str;
    /// Values for the wording.
    fn args(&self) -> &[(&'static str, String)];
}

impl Coded for Fault {
    fn code(&self) -> &'static str {
        self.code
    }

    fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }
}

/// All wording in one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// What needs no values, resolved once and not at every frame.
    fixed: HashMap<String, String>,
}

impl Words {
    /// The wording in this language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks are bidi characters; a terminal shows them as rubbish.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(lang.text().to_owned()).unwrap_or_else(|(partial, _)| partial);
        // The files are part of the program and a test reads them whole, so nothing is dropped here.
        let _ = bundle.add_resource(resource);
        let fixed = fixed(&bundle, lang);
        Self { lang, bundle, fixed }
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Wording that needs no values. An attribute is asked for as `id.attribute`.
    #[must_use]
    pub fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.fixed.get(id).map_or(id, String::as_str)
    }

    /// What a field is called. Those that many kinds have are named once, as fields of `common`.
    #[must_use]
    pub fn field<'a>(&'a self, kind: &str, path: &'a str) -> &'a str {
        let known = self.fixed.get(&field_id(kind, path)).or_else(|| self.fixed.get(&field_id("common", path)));
        known.map_or(path, String::as_str)
    }

    /// Wording with values. An empty value reads as `none` and a whole number as a number, so that the wording can
    /// choose.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        if let Some(text) = self.fixed.get(id) {
            return text.clone();
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, given(value));
        }
        resolve(&self.bundle, id, Some(&values)).map_or_else(|| id.to_owned(), |(text, _)| text)
    }

    /// What happened, and what to do about it.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> (String, String) {
        self.finding(fault)
    }

    /// What a rule found, and what to do about it.
    #[must_use]
    pub fn finding(&self, coded: &impl Coded) -> (String, String) {
        let args: Vec<(&str, &str)> = coded.args().iter().map(|(name, value)| (*name, value.as_str())).collect();
        (self.with(coded.code(), &args), self.with(&format!("{}.hint", coded.code()), &args))
    }
}

/// A value as the wording sees it. What is no plain number, such as a code with leading zeros, stays as it is written.
fn given(value: &str) -> FluentValue<'_> {
    let plain =
        value.len() < 10 && (value == "0" || !value.starts_with('0')) && value.bytes().all(|b| b.is_ascii_digit());
    match value.parse::<u32>().ok().filter(|_| plain) {
        Some(number) => FluentValue::from(number),
        None => FluentValue::from(if value.is_empty() { "none" } else { value }),
    }
}

fn fixed(bundle: &FluentBundle<FluentResource>, lang: Lang) -> HashMap<String, String> {
    let mut fixed = HashMap::new();
    for id in ids::of(lang.text()) {
        let hint = format!("{id}.hint");
        for id in [id.to_owned(), hint] {
            if let Some((text, true)) = resolve(bundle, &id, None) {
                fixed.insert(id, text);
            }
        }
    }
    fixed
}

/// The text, and whether it needed no values that weren't there.
fn resolve(bundle: &FluentBundle<FluentResource>, id: &str, args: Option<&FluentArgs<'_>>) -> Option<(String, bool)> {
    let (name, attribute) = id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut missing = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut missing).into_owned();
    Some((text, missing.is_empty()))
}

#[cfg(test)]
mod tests;
