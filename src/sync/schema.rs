//! The bag's schema/*: JSON Schema 2020-12 of each data file, and the BagIt Profile. Stable names, stable bytes.

/// Name within the bag and content, in order of name.
#[must_use]
pub fn files() -> Vec<(&'static str, String)> {
    vec![("schema/bagit-profile.json", "{}\n".to_owned())]
}
