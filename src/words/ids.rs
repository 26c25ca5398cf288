//! How wording ids are made from kinds, fields and values, so that every face asks for the same ones.

/// The name of a kind of record: `kind-incident`.
#[must_use]
pub fn kind_id(kind: &str) -> String {
    format!("kind-{}", dashed(kind))
}

/// The name of a field: `field-incident-persons-phone` for `persons[0].phone`.
#[must_use]
pub fn field_id(kind: &str, path: &str) -> String {
    let parts = path.split('.').map(|part| part.split('[').next().unwrap_or_default());
    let path: Vec<String> = parts.map(dashed).collect();
    format!("field-{}-{}", dashed(kind), path.join("-"))
}

/// The name of a value of a closed list: `value-channel-in-person`.
#[must_use]
pub fn value_id(list: &str, value: &str) -> String {
    format!("value-{}-{}", dashed(list), dashed(value))
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

/// The message ids of a Fluent file, in their order: only they begin a line.
pub(super) fn of(text: &str) -> impl Iterator<Item = &str> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    text.lines().filter(begins).filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_kinds_paths_and_values() {
        assert_eq!(kind_id("incident"), "kind-incident");
        assert_eq!(field_id("incident", "persons[0].birth_year"), "field-incident-persons-birth-year");
        assert_eq!(field_id("patrol", "headcount.police"), "field-patrol-headcount-police");
        assert_eq!(value_id("place-kind", "building_site"), "value-place-kind-building-site");
        assert_eq!(
            of("# x = y\na-b = c\n    .hint = d\nE010 =\n    long = text\n").collect::<Vec<_>>(),
            ["a-b", "E010"]
        );
    }
}
