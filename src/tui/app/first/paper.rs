//! The recovery code on its way to paper: in groups that can be copied by hand, some of which are asked for before a
//! logbook is founded with it. Wiped when it is dropped, never shown by accident.

use uuid::Uuid;

use crate::tui::app::msg::Secret;
use crate::words::Words;

/// Letters of a group.
const GROUP: usize = 5;

/// The code, and what of it is asked for.
#[derive(Debug)]
pub struct Paper {
    code: Secret,
    /// The groups that are asked for, counted from 0.
    pub asked: [usize; 2],
    /// What was typed for them.
    pub typed: [Secret; 2],
}

impl Paper {
    /// A code; which groups are asked for follows from a fresh id.
    #[must_use]
    pub fn new(code: Secret, id: Uuid) -> Self {
        let mut paper = Self { code, asked: [0, 0], typed: [Secret::default(), Secret::default()] };
        let count = paper.groups().len().max(2);
        let [.., a, b] = *id.as_bytes();
        let first = usize::from(a) % count;
        // Another one, wherever it lies.
        let second = (first + 1 + usize::from(b) % (count - 1)) % count;
        paper.asked = [first.min(second), first.max(second)];
        paper
    }

    /// All of it, as it is kept on paper.
    pub(in crate::tui::app) fn code(&self) -> &str {
        &self.code.0
    }

    /// What stands before the groups: up to the last 1, which no group has.
    #[must_use]
    pub fn head(&self) -> &str {
        self.code.0.rfind('1').and_then(|at| self.code.0.get(..=at)).unwrap_or_default()
    }

    /// The groups, the last one shorter.
    #[must_use]
    pub fn groups(&self) -> Vec<&str> {
        let body = self.code.0.get(self.head().len()..).unwrap_or_default();
        (0..body.len()).step_by(GROUP).filter_map(|at| body.get(at..(at + GROUP).min(body.len()))).collect()
    }

    /// The first of the two that was not typed as it stands on the paper.
    pub(in crate::tui::app) fn wrong(&self) -> Option<usize> {
        let groups = self.groups();
        let right = |(asked, typed): (&usize, &Secret)| {
            let typed = typed.0.split_whitespace().flat_map(str::chars).map(|c| c.to_ascii_uppercase());
            groups.get(*asked).is_some_and(|group| typed.eq(group.chars()))
        };
        self.asked.iter().zip(&self.typed).position(|pair| !right(pair))
    }
}

/// A recovery paper on its way into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// The file, or a folder, as it was typed.
    pub path: String,
    /// The name of the file in a folder.
    pub name: String,
    /// The lines of the paper.
    pub text: Secret,
}

impl Paper {
    /// The paper of a unit, for the file that was typed; none where nothing was.
    pub(in crate::tui::app) fn print(&self, typed: &str, unit: &str, words: &Words) -> Option<Print> {
        let path = crate::text::clean::line(typed);
        let text = Secret(crate::report::paper::lines(unit, self.code(), words));
        (!path.is_empty()).then(|| Print { path, name: format!("recovery-{unit}.txt"), text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::Identity;

    #[test]
    fn two_different_groups_are_asked_for_and_what_was_copied_opens() {
        for n in 0..400u128 {
            let identity = Identity::generate();
            let mut paper = Paper::new(Secret(identity.secret()), Uuid::from_u128(n * 7919));
            let [a, b] = paper.asked;
            assert!(a < b && b < paper.groups().len());
            let copied = format!("{} {}", paper.head(), paper.groups().join(" "));
            assert_eq!(Identity::parse(&copied).unwrap().recipient(), identity.recipient());
            assert_eq!(paper.wrong(), Some(0));
            let groups = paper.asked.map(|n| paper.groups()[n].to_owned());
            paper.typed[0].paste(&groups[0].to_lowercase());
            assert_eq!(paper.wrong(), Some(1));
            paper.typed[1].paste(&format!(" {} ", groups[1]));
            assert_eq!(paper.wrong(), None);
            assert!(groups.iter().all(|group| !format!("{paper:?}").contains(group.as_str())));
        }
    }
}
