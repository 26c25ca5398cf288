//! The legal clocks that run, one row each, what is due first before the rest. What is late and what soon will be is
//! found by the words that say so, as if they had been typed.

use super::super::App;
use super::super::lines::tiny;
use super::{Of, Row};
use crate::acts::clocks::Due;
use crate::record::clock::State;
use crate::report::clock;
use crate::text::clean::shown;

/// What the query finds in turns: what is overdue, what is due soon; then everything again.
const TURNS: [&str; 2] = ["clocks-overdue", "clocks-soon"];

impl App {
    /// A row for each clock.
    pub(super) fn clock_rows(&self, due: &[Due]) -> Vec<Row> {
        due.iter().map(|one| self.clock_row(one)).collect()
    }

    fn clock_row(&self, due: &Due) -> Row {
        let (words, now, one) = (&self.words, self.now, &due.clock);
        let title = due.row.title.as_deref().map(shown).unwrap_or_default();
        let (number, told) = (tiny(&due.row.number), clock::told(one, now, words));
        let cells = vec![
            format!("{} {}", clock::mark(one), clock::last(one, now)),
            clock::standing(one, now, words),
            clock::name(one, words),
            number.clone(),
            title.clone(),
        ];
        let note = format!("{told} · {number} {title}");
        Row::new(Of::Record(due.row.record), cells).noted(note).alarming(one.state == State::Red)
    }

    /// Only what is overdue, then only what is due soon, then everything.
    pub(super) fn next_clocks(&mut self) {
        let said = TURNS.map(|id| self.words.get(id).to_owned());
        let Some(office) = self.office_mut() else { return };
        let turn = said.iter().position(|words| words == office.table.query.text());
        let next = turn.map_or(0, |turn| turn + 1);
        office.table.seek(said.get(next).map_or("", String::as_str));
    }
}
