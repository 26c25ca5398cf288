//! What there is to say of a post, whoever says it: ids of wording and their values, the gravest first.

use super::posts::Reporting;
use crate::logbook::{KeyState, PostKey};
use crate::record::when;

/// Something to say of a post: the id of its wording, and the values.
pub type Mark = (&'static str, Vec<(&'static str, String)>);

impl Reporting {
    /// Whether any of its keys signs.
    #[must_use]
    pub fn signs(&self) -> bool {
        self.keys.iter().any(|known| known.state == KeyState::Valid)
    }

    /// All that somebody has to know about it.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        if !self.forks.is_empty() {
            marks.push(("desk-post-forks", vec![("count", self.forks.len().to_string())]));
        }
        if !self.signs() {
            marks.extend(self.keys.first().map(revoked));
        }
        if !self.held.is_empty() {
            let args = vec![("count", self.held.len().to_string()), ("missing", numbers(&self.missing()))];
            marks.push(("desk-post-held", args));
        }
        marks.extend(self.due.filter(|due| due.late > 0).map(|due| {
            let since = due.since.map(when::shown).unwrap_or_default();
            ("desk-post-late", vec![("count", due.late.to_string()), ("week", due.week.name()), ("since", since)])
        }));
        marks.extend(self.ended.map(|day| ("desk-post-ended", vec![("day", day.format("%d/%m/%Y").to_string())])));
        if !self.follows.is_empty() {
            marks.push(("desk-post-follows", vec![("units", self.follows.join(", "))]));
        }
        marks.extend(self.followed_by.iter().map(|unit| ("desk-post-followed", vec![("unit", unit.clone())])));
        let mut counted = |id: &'static str, count: usize| {
            if count > 0 {
                marks.push((id, vec![("count", count.to_string())]));
            }
        };
        counted("desk-post-findings", self.findings.len());
        counted("desk-post-withheld", usize::try_from(self.withheld).unwrap_or(usize::MAX));
        let waiting = self.requests.iter().filter(|asked| asked.sent.is_none()).count();
        counted("desk-post-asked", self.requests.len() - waiting);
        counted("desk-post-waiting", waiting);
        marks.extend(self.start.map(|start| ("desk-post-start", vec![("number", start.number.to_string())])));
        marks
    }
}

/// The first few numbers of many.
#[must_use]
pub fn numbers(all: &[u64]) -> String {
    let few: Vec<String> = all.iter().take(5).map(u64::to_string).collect();
    if all.len() > few.len() { format!("{}…", few.join(", ")) } else { few.join(", ") }
}

/// That a key signs no more.
#[must_use]
pub fn revoked(known: &PostKey) -> Mark {
    let at = known.revoked.map(when::shown).unwrap_or_default();
    let args =
        vec![("state", known.state.name().to_owned()), ("at", at), ("why", known.why.clone().unwrap_or_default())];
    ("desk-post-revoked", args)
}
