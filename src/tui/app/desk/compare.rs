//! The posts beside each other on the screen: over which stretch of time, the figures that people ask for first, and the
//! whole table as a file.

use super::super::App;
use super::super::cards::Card;
use super::super::csv::Written;
use super::super::lines::capital;
use super::super::menu::Then;
use super::super::office::{self, Of, Room, Row};
use super::Ask;
use crate::desk::{Compared, Here, Span, value};
use crate::fault::Outcome;
use crate::figures::Indicator;
use crate::logbook::STOPPED;
use crate::record::when;
use crate::text::clean::shown;
use crate::text::number::{self, grouped};

/// The indicators that have a column.
const COLUMNS: [&str; 5] =
    ["incident.total", "incident.status.closed", "patrol.total", "patrol.observations", "shift.total"];

impl App {
    /// Offers the stretches of time.
    pub(super) fn offer_spans(&mut self) {
        let offers = Span::ALL
            .map(|span| (self.words.get(span.id()).to_owned(), Then::Office(office::Ask::Desk(Ask::Compare(span)))));
        self.offer("task-span", Vec::new(), offers.into());
    }

    /// What stands in the room of the comparison.
    pub(super) fn compared(&mut self, span: Span, seen: Outcome<Box<Compared>>) {
        self.work_over();
        if let Some(session) = self.session_mut() {
            session.span = span;
        }
        match seen {
            Ok(compared) => {
                let rows = self.compared_rows(&compared);
                let last = compared.to - chrono::TimeDelta::seconds(1);
                let zone = when::zone();
                let from = compared.from.with_timezone(&zone).format("%d/%m/%Y");
                let to = last.with_timezone(&zone).format("%d/%m/%Y");
                let args = [("from", &*from.to_string()), ("to", &*to.to_string())];
                let heading = self.words.with("tui-compared", &args);
                if let Some(office) = self.office_mut().filter(|office| office.room == Room::Compare) {
                    office.of = Some(heading);
                }
                self.fill_room(Room::Compare, Ok(rows));
            }
            Err(fault) if fault.code == STOPPED => {
                self.notice = Some(self.words.fault(&fault).0);
                self.fill_room(Room::Compare, Ok(Vec::new()));
            }
            Err(fault) => self.fill_room(Room::Compare, Err(fault)),
        }
    }

    /// A row for each post, the sums first.
    fn compared_rows(&self, compared: &Compared) -> Vec<Row> {
        if compared.posts.is_empty() {
            return Vec::new();
        }
        let sums = compared.sums();
        let all = vec![self.words.get("tui-compared-all").to_owned(), String::new()];
        let (short, all_posts) = (compared.short(), compared.posts.len());
        let here = if short == 0 { Here::All } else { Here::Until(compared.to) };
        let told = [("count", &*short.to_string()), ("all", &*all_posts.to_string())];
        let told = (short > 0).then(|| self.words.with("tui-compared-short", &told));
        let mut rows = vec![self.compared_row(Of::Said(0), all, (&sums, here), told.into_iter().collect())];
        rows.extend(compared.posts.iter().map(|one| {
            let named = vec![shown(&one.post.unit), shown(&one.post.name)];
            let here = compared.here(one);
            let with = (!one.with.is_empty())
                .then(|| self.words.with("tui-compared-with", &[("units", &shown(&one.with.join(", ")))]));
            let told = self.told_here(here).into_iter().chain(with).collect();
            self.compared_row(Of::Post(one.post.unit.clone()), named, (&one.indicators, here), told)
        }));
        rows
    }

    /// What is missing of a post's figures.
    fn told_here(&self, here: Here) -> Option<String> {
        match here {
            Here::All => None,
            Here::Until(to) => {
                let last = (to - chrono::TimeDelta::seconds(1)).with_timezone(&when::zone()).date_naive();
                Some(self.words.with("tui-compared-until", &[("day", &number::day(last))]))
            }
            Here::Nothing => Some(self.words.get("tui-compared-nothing").to_owned()),
        }
    }

    /// `told` comes first, as what is said of many figures may be cut.
    fn compared_row(
        &self,
        of: Of,
        mut cells: Vec<String>,
        (indicators, here): (&[Indicator], Here),
        told: Vec<String>,
    ) -> Row {
        cells.extend(COLUMNS.map(|code| match (here, value(indicators, code)) {
            (Here::All, count) => grouped(count),
            (Here::Nothing, 0) => "…".to_owned(),
            // A batch takes along what was logged after its week.
            (_, count) => format!("{}…", grouped(count)),
        }));
        // Only what stands for itself; parts of a whole are in the file.
        let whole = indicators.iter().filter(|one| one.value > 0 && one.code.split('.').count() == 2);
        let said = whole.map(|one| {
            let unit = self.words.get(one.unit.id());
            format!("{}: {} {unit}", one.name(&self.words), grouped(one.value))
        });
        let note = told.into_iter().chain(said).collect::<Vec<_>>().join(" · ");
        Row::new(of, cells).noted(capital(&note))
    }

    /// The whole table was written.
    pub(super) fn sheet_written(&mut self, written: Outcome<Written>) {
        self.work_over();
        match written {
            Ok(written) => {
                let said = vec![self.written(&written)];
                self.card = Some(Card::Told { heading: "tui-csv-done", said, top: 0 });
            }
            Err(fault) if fault.code == STOPPED => self.notice = Some(self.words.fault(&fault).0),
            Err(fault) => self.trouble(&fault),
        }
    }
}
