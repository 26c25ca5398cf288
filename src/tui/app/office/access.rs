//! Who saw what: a stretch of days, newest first, read page by page as far as somebody looks. A word that is typed is
//! looked for in further pages, too, up to an end that says so.

use super::super::App;
use super::super::csv::Written;
use super::super::filter::Stretch;
use super::super::lines::short_number;
use super::{Ask, Of, Office, Room, Row, Wanted};
use crate::acts::look::Looked;
use crate::fault::Outcome;
use crate::record::when;
use crate::report::access::did;
use crate::text::clean::shown;
use crate::text::number;

/// So many rows are read at a time; the next ones when so few are left below the cursor.
pub const PAGE: usize = 200;
const AHEAD: usize = 50;
/// Nobody looks through more; whoever wants more narrows the days, or takes a file.
const MOST: usize = 20_000;

/// How far the page has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pages {
    /// The days that are shown; all when none are chosen.
    pub days: Option<Stretch>,
    /// The last row that was read.
    last: Option<i64>,
    /// There is more.
    pub more: bool,
}

/// A page that was read.
#[derive(Debug, Clone)]
pub struct Accesses {
    /// The days that were asked for.
    pub days: Option<Stretch>,
    /// The row after which it was asked for.
    pub before: Option<i64>,
    /// What was found.
    pub found: Vec<Looked>,
}

impl Office {
    /// The question for what comes next, if there is anything left to ask.
    fn ask_more(&mut self) -> Option<Ask> {
        let near = self.table.found() < self.table.at + AHEAD;
        let wanted = self.room == Room::Access && self.pages.more && !self.waits && near && self.table.len() < MOST;
        self.waits |= wanted;
        wanted.then_some(Ask::Accesses { days: self.pages.days, before: self.pages.last })
    }
}

impl App {
    /// Asks for the newest of the days that are shown.
    pub(super) fn look_at_accesses(&mut self) {
        let Some(office) = self.office_mut() else { return };
        office.waits = true;
        let ask = Ask::Accesses { days: office.pages.days, before: None };
        self.ask_office(ask);
    }

    /// Asks for more when the cursor comes near the end, or what is searched wasn't found often enough.
    pub(super) fn more_accesses(&mut self) {
        let asked = self.office_mut().and_then(Office::ask_more);
        if let Some(ask) = asked {
            self.ask_office(ask);
        }
    }

    /// A page was read. One that nobody waits for any more is let go.
    pub(super) fn accesses_seen(&mut self, page: Outcome<Accesses>) {
        let rows = page.map(|page| (self.access_rows(&page.found), page));
        let Some(office) = self.office_mut().filter(|office| office.room == Room::Access) else { return };
        match rows {
            Ok((rows, page)) if page.days == office.pages.days => {
                office.waits = false;
                office.pages.more = page.found.len() == PAGE;
                office.pages.last = page.found.last().map(|last| last.row);
                match page.before {
                    None => office.table.fill(rows, None),
                    Some(_) => office.table.extend(rows),
                }
                let cut = office.pages.more && office.table.len() >= MOST;
                self.notice =
                    cut.then(|| self.words.with("tui-access-cut", &[("count", &number::grouped(MOST as u64))]));
                self.more_accesses();
            }
            Ok(_) => {}
            Err(fault) => {
                office.waits = false;
                self.trouble(&fault);
            }
        }
    }

    fn access_rows(&self, found: &[Looked]) -> Vec<Row> {
        let known = self.session().map(|session| &session.known);
        let row = |one: &Looked| {
            let by = one.by.map(|by| by.to_string()).unwrap_or_default();
            let who = known.and_then(|known| known.officer_name(&by)).unwrap_or(by);
            let number = one.record.as_ref().map(|(_, number)| short_number(number)).unwrap_or_default();
            let at = one.at.map(when::shown).unwrap_or_default();
            let cells = vec![at, shown(&who), did(&self.words, &one.what), number, shown(&one.why)];
            let said: Vec<&str> = cells.iter().skip(1).map(String::as_str).filter(|said| !said.is_empty()).collect();
            let note = said.join(" · ");
            Row::new(Of::Access(one.row, one.record.as_ref().map(|(record, _)| *record)), cells).noted(note)
        };
        found.iter().map(row).collect()
    }

    /// Days were typed; nothing for all of them.
    pub(super) fn choose_days(&mut self, text: &str) {
        let days = Stretch::typed(text, self.now);
        if days.is_none() && !text.is_empty() {
            self.wants(Wanted::Days);
            self.notice = Some(self.words.get("tui-days-unclear").to_owned());
            return;
        }
        if let Some(office) = self.office_mut() {
            office.typed = None;
            office.pages = super::Pages { days, ..super::Pages::default() };
            office.table = super::Table::default();
        }
        self.look_at_accesses();
    }

    /// Which days a file is to hold, and where it is to go.
    pub(super) fn export_accesses(&mut self, to: String) {
        let days = self.office().and_then(|office| office.pages.days);
        self.ask_office(Ask::AccessFile { to, days, lang: self.words.lang() });
    }

    /// The file was written.
    pub(super) fn accesses_written(&mut self, result: Outcome<(usize, Written)>) {
        self.file_written("tui-access-done", "tui-access-rows", result);
        self.look_at_office();
    }
}
