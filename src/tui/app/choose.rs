//! Cards on which something is chosen by typing: what there is to choose, and what the choice does.

use serde_json::Value;

use super::App;
use super::cards::{Card, Chosen, Does, From};
use super::msg::Now;
use crate::record::{Field, Shape};
use crate::text::edit::Editor;

/// An area, as fields describe it.
const AREA: Field = Field::new("area", Shape::Area);

impl App {
    /// What there is to choose, the best first.
    #[must_use]
    pub fn choosable(&self, from: From, query: &str) -> Vec<Chosen> {
        let Some(session) = self.session() else { return Vec::new() };
        match from {
            From::Areas => {
                let areas = session.known.choices(&AREA, query, &self.words).into_iter();
                areas.map(|area| Chosen { name: area.name, end: String::new(), does: Does::Reach(area.code) }).collect()
            }
            From::Links => self.linked(query),
        }
    }

    /// Enter on such a card.
    pub(super) fn picked(&mut self, from: From, query: &str, at: usize, now: Now) {
        match self.choosable(from, query).into_iter().nth(at).map(|chosen| chosen.does) {
            Some(Does::Reach(area)) => self.checkpoint(Value::from(area), now),
            Some(Does::Read(record)) => self.go_to(record),
            // What was typed finds nothing: it is mended, not lost.
            None => self.card = Some(Card::Choose { from, query: Editor::line(query), at: 0 }),
        }
    }
}
