//! The log narrowed to one kind is that kind's register: number, title, and the columns of the kind, the most important
//! first, as many as there is room for.

use super::cards::{Card, kinds};
use super::filter::{Chip, Filters};
use super::form::Purpose;
use super::msg::Now;
use super::{App, Session};
use crate::acts::write::may_add;
use crate::record::{Column, Kind};
use crate::tui::command::Place;

/// From so many signs on a number is said with its year, as in the log.
const YEARS: usize = 60;

/// How the rows of a register are laid out.
#[derive(Debug)]
pub struct Layout {
    /// The kind.
    pub kind: Kind,
    /// Signs of the number, with what stands before it.
    pub number: usize,
    /// It is said with its year.
    pub years: bool,
    /// Signs of the title.
    pub title: usize,
    /// The columns that are shown.
    pub columns: Vec<&'static Column>,
}

impl Session {
    /// The kind whose register the list is.
    #[must_use]
    pub fn register(&self) -> Option<Kind> {
        self.log.filters.kind().filter(|kind| !kind.columns().is_empty())
    }

    /// The layout of the register in so many signs; `before` of them go to what stands before the number.
    #[must_use]
    pub fn layout(&self, width: usize, before: usize) -> Option<Layout> {
        self.register().map(|kind| layout(kind, width, before))
    }
}

fn layout(kind: Kind, width: usize, before: usize) -> Layout {
    let years = width >= YEARS;
    let number = before + if years { 14 } else { 7 };
    // The cursor's mark takes two.
    let room = width.saturating_sub(2 + number + 1);
    let mut title = room;
    let least = (room * 3 / 10).clamp(12, 22);
    let fits = |column: &&'static Column| {
        let rest = title.checked_sub(column.width + 1).filter(|rest| *rest >= least);
        title = rest.unwrap_or(title);
        rest.is_some()
    };
    let columns = kind.columns().iter().filter(fits).collect();
    Layout { kind, number, years, title, columns }
}

impl App {
    /// The register of a kind; Esc comes back.
    fn show_register(&mut self, kind: Kind) {
        let mut filters = Filters::default();
        filters.set(Chip::Kind(kind));
        self.show_records(filters, "");
    }

    /// Enter on the card of kinds.
    pub(super) fn kind_chosen(&mut self, at: usize) {
        if let Some(kind) = kinds().nth(at) {
            self.show_register(kind);
        }
    }

    /// The kind of which a new record is written down here; none where another one has to be chosen.
    fn new_kind(&self) -> Option<Kind> {
        let session = self.session()?;
        let kind = match &self.card {
            Some(Card::Kinds { at }) => kinds().nth(*at),
            Some(_) => None,
            None => session.register(),
        };
        kind.filter(|kind| may_add(&session.who, *kind))
    }

    /// The wording id of what the key for a new record does.
    pub(super) fn new_hint(&self) -> Option<&'static str> {
        match (self.new_kind(), self.place()) {
            (Some(_), _) => Some("cmd-new"),
            (None, Place::Card) => None,
            (None, _) => Some("cmd-other"),
        }
    }

    /// A new record of the kind in front, in the way in which such records begin.
    pub(super) fn write_new(&mut self, now: Now) {
        let kind = self.new_kind();
        if kind.is_some() {
            self.card = None;
        }
        match kind {
            Some(Kind::Patrol) => self.open_patrols(None),
            Some(Kind::Shift) => self.open_handover(),
            Some(kind) => self.new_form(Purpose::Create(kind), now),
            None if self.card.is_none() => self.offer_kinds(),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_by_importance_and_the_title_keeps_its_room() {
        for kind in Kind::logged() {
            let names = |width| layout(kind, width, 0).columns.iter().map(|column| column.name).collect::<Vec<_>>();
            for width in [40, 58, 80, 120, 200] {
                let laid = layout(kind, width, 0);
                let taken: usize = laid.columns.iter().map(|column| column.width + 1).sum();
                assert!(
                    laid.title >= 12 && 2 + laid.number + 1 + laid.title + taken == width,
                    "{kind} {width} {laid:?}"
                );
            }
            assert!(!names(40).is_empty(), "{kind} says nothing more at 40");
            assert!(names(80).len() >= 2, "{kind}: {:?}", names(80));
            assert_eq!(names(200).len(), kind.columns().len(), "{kind}");
        }
        let incident: Vec<_> = layout(Kind::Incident, 80, 0).columns.iter().map(|column| column.name).collect();
        assert_eq!(incident, ["state", "clock", "area"]);
    }
}
