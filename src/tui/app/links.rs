//! From a record to those it speaks of, and those that speak of it: Enter follows, Esc comes back the same way.

use uuid::Uuid;

use super::cards::{Card, Chosen, Does, From};
use super::lines::short_number;
use super::msg::Link;
use super::registers::{Choosable, matching};
use super::{App, Session};
use crate::record::Kind;
use crate::text::clean;
use crate::words::{Words, value_id};

impl Session {
    /// The links of the record being read.
    fn links(&self) -> &[Link] {
        self.log.reading.as_ref().map_or(&[], |reading| &reading.detail.links)
    }
}

impl App {
    /// Enter on a record: to the only one that it is linked with, else to be chosen.
    pub(super) fn follow(&mut self) {
        let links = self.session().map(Session::links).unwrap_or_default();
        match links {
            [] => self.notice = Some(self.words.get("tui-links-none").to_owned()),
            [only] => self.go_to(only.row.record),
            _ => self.card = Some(Card::choose(From::Links)),
        }
    }

    /// The records at the other ends, to choose from.
    pub(super) fn linked(&self, query: &str) -> Vec<Chosen> {
        let Some(session) = self.session() else { return Vec::new() };
        let kind = session.log.reading.as_ref().and_then(|reading| reading.detail.record.kind);
        let all = session.links().iter().enumerate();
        let named = all.map(|(n, link)| Choosable { code: n.to_string(), name: name(link) });
        let found = matching(named, query).into_iter();
        let chosen = |choice: Choosable| {
            let link = choice.code.parse().ok().and_then(|n: usize| session.links().get(n))?;
            let end = how(link, kind, &self.words);
            Some(Chosen { name: choice.name, end, does: Does::Read(link.row.record) })
        };
        found.filter_map(chosen).collect()
    }

    /// Reads another record; Esc comes back to this one.
    pub(super) fn go_to(&mut self, record: Uuid) {
        let Some(session) = self.session_mut() else { return };
        let here = session.log.reading.as_ref().map(|reading| reading.detail.record.row.record);
        session.log.trail.extend(here);
        self.read(record);
    }

    /// Back to the record from which this one was reached; whether there is one.
    pub(super) fn go_back(&mut self) -> bool {
        let before = self.session_mut().and_then(|session| session.log.trail.pop());
        if let Some(record) = before {
            self.read(record);
        }
        before.is_some()
    }
}

/// A linked record: its number and what it is called.
fn name(link: &Link) -> String {
    let title = link.row.title.as_deref().map(|title| format!(" · {}", clean::shown(title))).unwrap_or_default();
    format!("{}{title}", short_number(&link.row.number))
}

/// How the two are linked; an arrow where it is the other one that says so.
fn how(link: &Link, kind: Option<Kind>, words: &Words) -> String {
    let speaks = if link.back { link.row.kind.as_str() } else { kind.map_or("", Kind::name) };
    format!("{}{}", if link.back { "← " } else { "" }, meaning(&link.how, speaks, words))
}

/// What a link is called: how it is meant, or the name of the field in which it stands.
#[must_use]
pub fn meaning(how: &str, kind: &str, words: &Words) -> String {
    let id = value_id("link", how);
    let named = Some(words.get(&id)).filter(|name| *name != id);
    clean::shown(named.unwrap_or_else(|| words.field(kind, how)))
}
