//! The board on the screen: what is on now, and one cursor that walks over all of it. It asks anew once a minute and
//! after each save while it is in front, and costs nothing while it isn't.

use uuid::Uuid;

use super::effect::Effect;
use super::filter::{Chip, Filters};
use super::msg::{Code, Key};
use super::office::Room;
use super::page::Page;
use super::{App, Screen, Session};
use crate::acts::board::{Board, Coverage, Running};
use crate::acts::clocks::Due;
use crate::acts::shift::HandoverItem;
use crate::acts::week::Brief;
use crate::fault::{Fault, Outcome};
use crate::logbook::{Line, Record, Row};
use crate::record::Overdue;
use crate::record::when::Moment;

/// From where somebody was led to the log; Esc leads back there.
#[derive(Debug, Default)]
pub enum Led {
    /// From nowhere.
    #[default]
    No,
    /// From the board.
    Board,
    /// From this page, as it was, and whether the board lay below it.
    Page(Box<Page>, bool),
}

/// The board as the screens keep it.
#[derive(Debug, Default)]
pub struct Home {
    /// The keys go to it, unless something lies above.
    pub shown: bool,
    /// What is on now, once it was read.
    pub board: Option<Box<Board>>,
    /// The entry under the cursor, counted over all parts.
    pub at: usize,
    /// The record being read was opened from here; going back leads here.
    pub opened: bool,
    /// The log shows one area that was chosen here; going back leads here.
    pub narrowed: Led,
    /// The fault of the last picture, which is said once and not every minute.
    failed: Option<&'static str>,
    /// The minute for which it was asked last.
    asked: Option<i64>,
}

/// A part of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Open matters, and patrols that are planned or out.
    Open,
    /// Legal clocks that run.
    Due,
    /// The newest lines of the journal.
    Lines,
    /// The areas and their patrols.
    Areas,
    /// Shift, campaigns, week, backups, journal.
    State,
}

/// One line of the board.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'a> {
    /// An open matter.
    Item(&'a HandoverItem),
    /// A patrol that is planned or out, and what is late about it.
    Patrol(&'a Row, Option<Overdue>),
    /// A legal clock that runs.
    Due(&'a Due),
    /// A line of the journal.
    Line(&'a Line),
    /// An area.
    Area(&'a Coverage),
    /// The open shift, or that none is.
    Shift(Option<&'a Record>),
    /// Who is on duty in it.
    OnDuty(&'a Record),
    /// A campaign that runs.
    Campaign(&'a Running),
    /// The week that is due.
    Week(&'a Brief),
    /// What the rules say about what goes out next, if they say anything.
    Findings(&'a Brief),
    /// What is wrong with the post's own rules.
    Rules(&'a Fault),
    /// The newest backup in the folder.
    Backup(Option<Moment>),
    /// The newest backup at another place.
    Elsewhere(Option<Moment>),
    /// The receiver holds another story than the journal.
    Forked,
    /// Where the journal stands.
    Head(&'a str),
}

/// Where Enter leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// To a record.
    Record(Uuid),
    /// To a patrol that is planned or out.
    Patrol(Uuid),
    /// To the log of an area.
    Area(String),
    /// To the weeks.
    Week,
    /// To the shift: to open one, or to what it hands over.
    Shift,
    /// To a room of the office.
    Room(Room),
    /// To what is wrong with the post's own rules.
    Rules,
}

impl Entry<'_> {
    /// Where Enter leads.
    #[must_use]
    pub fn way(&self) -> Way {
        match self {
            Self::Item(item) => item.record.map_or(Way::Shift, Way::Record),
            Self::Patrol(row, _) => Way::Patrol(row.record),
            Self::Line(line) => Way::Record(line.row.record),
            Self::Due(due) => Way::Record(due.row.record),
            Self::Campaign(running) => Way::Record(running.row.record),
            Self::Rules(_) => Way::Rules,
            Self::Shift(_) | Self::OnDuty(_) => Way::Shift,
            Self::Area(area) => Way::Area(area.area.clone()),
            Self::Week(_) | Self::Findings(_) => Way::Week,
            Self::Backup(_) | Self::Elsewhere(_) => Way::Room(Room::Backups),
            Self::Forked => Way::Room(Room::Journals),
            Self::Head(_) => Way::Room(Room::Doctor),
        }
    }

    /// The record to which it leads.
    #[must_use]
    pub fn record(&self) -> Option<Uuid> {
        if let Way::Record(id) | Way::Patrol(id) = self.way() { Some(id) } else { None }
    }
}

/// The parts of a board, each with its lines.
#[must_use]
pub fn parts(board: &Board) -> [(Part, Vec<Entry<'_>>); 5] {
    let items = board.open.iter().map(Entry::Item);
    let open = items.chain(board.patrols.iter().map(|(row, late)| Entry::Patrol(row, *late))).collect();
    let mut state = vec![Entry::Shift(board.shift.as_ref())];
    let named = |shift: &&Record| !shift.data.items("officers").is_empty();
    state.extend(board.shift.as_ref().filter(named).map(Entry::OnDuty));
    state.extend(board.campaigns.iter().map(Entry::Campaign));
    state.extend(board.week.as_ref().map(Entry::Week));
    let found = |brief: &&Brief| brief.findings.iter().any(|count| *count > 0);
    state.extend(board.week.as_ref().filter(found).map(Entry::Findings));
    state.extend(board.rules.as_deref().map(Entry::Rules));
    state.push(Entry::Backup(board.backup));
    state.push(Entry::Elsewhere(board.backup_elsewhere.as_ref().map(|(at, _)| *at)));
    state.extend(board.forked.then_some(Entry::Forked));
    state.push(Entry::Head(&board.head));
    [
        (Part::Open, open),
        (Part::Due, board.due.iter().map(Entry::Due).collect()),
        (Part::Lines, board.lines.iter().map(Entry::Line).collect()),
        (Part::Areas, board.coverage.iter().map(Entry::Area).collect()),
        (Part::State, state),
    ]
}

impl Home {
    /// The board in front, as after signing in.
    pub(super) fn in_front() -> Self {
        Self { shown: true, ..Self::default() }
    }

    /// Asks for the board of this minute.
    pub(super) fn ask(&mut self, now: Moment) -> Effect {
        self.asked = Some(now.timestamp().div_euclid(60));
        Effect::Board { at: now }
    }

    /// Asks again when the minute has changed.
    pub(super) fn minute(&mut self, now: Moment) -> Option<Effect> {
        let other = self.asked != Some(now.timestamp().div_euclid(60));
        other.then(|| self.ask(now))
    }

    fn entries(&self) -> Vec<Entry<'_>> {
        self.board.as_deref().map_or_else(Vec::new, |board| parts(board).into_iter().flat_map(|part| part.1).collect())
    }

    /// Where the line under the cursor leads.
    #[must_use]
    pub fn way(&self) -> Option<Way> {
        self.entries().get(self.at).map(Entry::way)
    }

    fn record(&self) -> Option<Uuid> {
        self.entries().get(self.at).and_then(Entry::record)
    }

    /// Takes a newer picture; the cursor stays on its record where that is still in the same part.
    fn take(&mut self, board: Board) {
        let stood = self.record().filter(|_| self.at > 0);
        self.board = Some(Box::new(board));
        let entries = self.entries();
        let near = |found: &usize| found.abs_diff(self.at);
        let same = entries.iter().enumerate().filter(|(_, entry)| stood.is_some() && entry.record() == stood);
        let at = same.map(|(at, _)| at).min_by_key(near).unwrap_or(self.at);
        self.at = at.min(entries.len().saturating_sub(1));
    }

    fn key(&mut self, code: Code, page: isize) {
        let last = self.entries().len().saturating_sub(1);
        let by = match code {
            Code::Up => -1,
            Code::Down => 1,
            Code::PageUp => -page,
            Code::PageDown => page,
            Code::Home => isize::MIN,
            Code::End => isize::MAX,
            _ => return self.next_part(code == Code::Tab),
        };
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// To the first line of the next part that has any, or of the one before.
    fn next_part(&mut self, on: bool) {
        let Some(board) = self.board.as_deref() else { return };
        let mut starts = Vec::new();
        let mut sum = 0;
        for (_, entries) in parts(board) {
            if !entries.is_empty() {
                starts.push(sum);
            }
            sum += entries.len();
        }
        let found = if on {
            starts.iter().find(|start| **start > self.at).or(starts.first())
        } else {
            starts.iter().rev().find(|start| **start < self.at).or(starts.last())
        };
        self.at = found.copied().unwrap_or(0);
    }
}

impl App {
    /// Shows the board, with what is on now.
    pub(super) fn show_board(&mut self) {
        let now = self.now;
        let Some(session) = self.session_mut() else { return };
        session.log.inside = false;
        session.page = None;
        (session.home.opened, session.home.narrowed) = (false, Led::No);
        session.home.shown = true;
        let ask = session.home.ask(now);
        self.emit([ask]);
    }

    /// Goes from the board to the log.
    pub(super) fn show_log(&mut self) {
        let Some(session) = self.session_mut() else { return };
        (session.home.shown, session.home.narrowed) = (false, Led::No);
        session.log.inside = false;
        self.read_beside();
    }

    /// A key on the board. Typing searches the log.
    pub(super) fn board_key(&mut self, key: Key) {
        if key.text().is_some() {
            self.show_log();
            return self.log_key(key);
        }
        let page = isize::from(self.size.1.saturating_sub(6).max(1).cast_signed());
        let walks =
            [Code::Up, Code::Down, Code::PageUp, Code::PageDown, Code::Home, Code::End, Code::Tab, Code::BackTab];
        if let Some(session) = self.session_mut().filter(|_| walks.contains(&key.code)) {
            session.home.key(key.code, page);
        }
    }

    /// Enter on the board: there is more behind most lines.
    pub(super) fn open_entry(&mut self) {
        let Some(session) = self.session_mut() else { return };
        match session.home.way() {
            Some(Way::Record(record)) => {
                (session.home.shown, session.home.opened) = (false, true);
                session.log.enter();
                self.read(record);
            }
            Some(Way::Patrol(patrol)) => self.open_patrols(Some(patrol)),
            Some(Way::Area(code)) => self.show_area(code),
            Some(Way::Week) => self.open_week(),
            Some(Way::Shift) => self.open_handover(),
            Some(Way::Room(room)) => self.open_room(room),
            Some(Way::Rules) => {
                let wrong = session.home.board.as_ref().and_then(|board| board.rules.clone());
                if let Some(fault) = wrong {
                    self.trouble(&fault);
                }
            }
            None => {}
        }
    }

    /// The log of one area; Esc comes back.
    fn show_area(&mut self, code: String) {
        let mut filters = Filters::default();
        filters.set(Chip::Area(code));
        self.show_records(filters, "");
    }

    /// The log of what somebody was led to; Esc comes back to where it was.
    pub(super) fn show_records(&mut self, filters: Filters, query: &str) {
        let Some(session) = self.session_mut() else { return };
        let shown = session.home.shown;
        let from = match session.page.take() {
            Some(page) => Led::Page(Box::new(page), shown),
            None if shown => Led::Board,
            None => Led::No,
        };
        self.show_log();
        let Some(session) = self.session_mut() else { return };
        session.home.narrowed = from;
        session.log.query.set(query);
        session.log.filters = filters;
        let asked = session.log.refresh();
        self.emit(asked);
    }

    /// Esc on the log: what narrows it goes, and it leads back to where one was led from. Whether it did.
    pub(super) fn leave_log(&mut self) {
        let Some(session) = self.session_mut() else { return };
        let narrowed = session.log.clear();
        let led = std::mem::take(&mut session.home.narrowed);
        let asked = session.log.refresh();
        self.emit(asked);
        match led {
            Led::Page(page, shown) => {
                if let Some(session) = self.session_mut() {
                    (session.page, session.home.shown) = (Some(*page), shown);
                }
            }
            Led::No if narrowed => {}
            Led::No | Led::Board => self.show_home(),
        }
    }

    /// The board as it stands now.
    pub(super) fn board(&mut self, result: Outcome<Box<Board>>) {
        match result {
            Ok(board) => {
                let Screen::Open(session) = &mut self.screen else { return };
                session.shift = board.shift.clone().map(Box::new);
                session.home.failed = None;
                session.home.take(*board);
            }
            Err(fault) => {
                // Whoever has read it once has seen it; a card every minute would only take keys.
                let Screen::Open(session) = &mut self.screen else { return };
                if session.home.failed.replace(fault.code) == Some(fault.code) {
                    self.notice = Some(self.words.fault(&fault).0);
                } else {
                    self.trouble(&fault);
                }
            }
        }
    }

    /// After a save, if the board is in front.
    pub(super) fn board_again(&mut self) {
        let now = self.now;
        let board = |session: &&mut Session| session.home.shown && !session.desk;
        let ask = self.session_mut().filter(board).map(|session| session.home.ask(now));
        self.emit(ask);
    }
}
