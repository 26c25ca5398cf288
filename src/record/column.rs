//! What a register shows of a kind's records beside number and title. A kind names its columns in its own file, the most
//! important first: where there is little room, the last ones are left out.

use super::about::fields;
use super::data::Data;
use super::field::{Field, Shape};
use super::kinds::Kind;

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Ends the id of its heading: `register-<name>`.
    pub name: &'static str,
    /// As wide as this, in signs.
    pub width: usize,
    /// What stands in it.
    pub shows: Shows,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
pub enum Shows {
    /// The main time.
    Main,
    /// The status or state.
    State,
    /// The value at a path, such as `units.working`: of a list how many there are, of a group of numbers their sum.
    Field(&'static str),
    /// From the day or moment at one path to that at the other.
    Span(&'static str, &'static str),
    /// One number of another, at their paths.
    Share(&'static str, &'static str),
    /// One number of another, counted; nothing where there is nothing to count.
    Counted(fn(&Data) -> Option<(usize, usize)>),
    /// The areas that it passed, by their codes.
    Areas(fn(&Data) -> Vec<&str>),
    /// The legal clock that runs out first.
    Clock,
    /// What a campaign has done of its plan.
    Progress,
    /// The days that a campaign has left.
    Left,
}

impl Column {
    /// A column.
    pub(super) const fn new(name: &'static str, width: usize, shows: Shows) -> Self {
        Self { name, width, shows }
    }

    /// The field at its path, if it shows one.
    #[must_use]
    pub fn field(&self, kind: Kind) -> Option<&'static Field> {
        let Shows::Field(path) = self.shows else { return None };
        described(kind, path)
    }
}

/// The field at a path.
fn described(kind: Kind, path: &str) -> Option<&'static Field> {
    let mut parts = path.split('.');
    let first = parts.next()?;
    let first = fields(kind).iter().find(|field| field.key == first)?;
    parts.try_fold(first, |field, key| match field.shape {
        Shape::Group(inner) => inner.iter().find(|field| field.key == key),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Envelope;

    #[test]
    fn columns_show_facts_that_are_there() {
        for kind in Kind::logged() {
            assert!(!kind.columns().is_empty(), "{kind}");
            for column in kind.columns() {
                let paths = match column.shows {
                    Shows::Field(path) => vec![path],
                    Shows::Span(from, to) => vec![from, to],
                    Shows::Share(part, whole) => vec![part, whole],
                    _ => Vec::new(),
                };
                for path in paths {
                    let top = described(kind, path.split('.').next().unwrap_or_default());
                    assert!(described(kind, path).is_some(), "{kind}.{path}");
                    assert!(top.is_some_and(|field| field.envelope == Envelope::Facts), "{kind}.{path}");
                }
                assert!(!matches!(column.shows, Shows::State) || kind.states().is_some(), "{kind}");
            }
        }
    }
}
