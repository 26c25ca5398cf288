//! The figures of the post: every indicator of a period beside the one before, last year's and the year so far. The
//! period is stepped through by the arrows, its length chosen from a list.

use super::super::App;
use super::super::lines::capital;
use super::super::menu::Then;
use super::{Ask, Of, Room, Row};
use crate::acts::figures::Table;
use crate::fault::Outcome;
use crate::figures::compare;
use crate::record::period::Length;
use crate::report::figures::{called, cells, is_told, told};
use crate::text::wrap;

/// Which period is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How long it is.
    pub length: Length,
    /// How many after the one that runs; none lies ahead.
    pub steps: i32,
}

impl Default for Asked {
    /// The week that ended last.
    fn default() -> Self {
        Self { length: Length::Week, steps: -1 }
    }
}

/// Columns of a number's cell.
const WIDE: usize = 8;

impl App {
    /// Asks for the period that is looked at.
    pub(super) fn look_at_figures(&mut self) {
        if let Some(session) = self.session() {
            self.ask_office(Ask::Figures(session.figures));
        }
    }

    /// A period earlier or later.
    pub(super) fn step_figures(&mut self, by: i32) {
        let Some(session) = self.session_mut() else { return };
        let steps = session.figures.steps.saturating_add(by).min(0);
        if steps == session.figures.steps {
            self.notice = Some(self.words.get("tui-figures-newest").to_owned());
            return;
        }
        session.figures.steps = steps;
        self.look_at_figures();
    }

    /// Offers weeks, months, quarters, half years, years.
    pub(super) fn offer_lengths(&mut self) {
        let steps = Asked::default().steps;
        let offers = Length::ALL.map(|length| {
            let name = self.words.get(&format!("length-{}", length.name())).to_owned();
            (name, Then::Office(Ask::Figures(Asked { length, steps })))
        });
        self.offer("task-length", Vec::new(), offers.into());
    }

    /// What was counted.
    pub(super) fn figures_told(&mut self, asked: Asked, table: Outcome<Box<Table>>) {
        if let Some(session) = self.session_mut() {
            session.figures = asked;
        }
        let rows = table.map(|table| {
            let runs = if asked.steps == 0 { self.words.get("tui-figures-runs") } else { "" };
            let heading = table.period.as_ref().map(|period| format!("{}{runs}", called(period, &self.words)));
            let told = table.rows.iter().filter(|row| is_told(row)).enumerate();
            let rows = told.map(|(n, row)| self.figure(n, row)).collect();
            if let Some(office) = self.office_mut().filter(|office| office.room == Room::Figures) {
                office.of = heading;
            }
            rows
        });
        self.fill_room(Room::Figures, rows);
    }

    fn figure(&self, n: usize, row: &compare::Row) -> Row {
        let aligned = |cell: String| format!("{}{cell}", " ".repeat(WIDE.saturating_sub(wrap::width(&cell))));
        let name = capital(&row.this.name(&self.words));
        let cells = std::iter::once(name).chain(cells(row, false).map(aligned)).collect();
        Row::new(Of::Said(n), cells).noted(told(row, &self.words)).faint(row.this.value == 0)
    }
}
