//! The board: what is on now. It is asked for every minute and after each save, so nothing in it costs more when the
//! log has grown, and it says until when it stands if nobody writes.

use std::path::PathBuf;
use std::sync::Arc;

use super::clocks::{Due, Timer};
use super::shift::{self, HandoverItem};
use super::week::{self, Brief};
use super::{Right, Who};
use crate::fault::{Fault, Outcome};
use crate::figures::areas;
use crate::figures::signals::{Share, shares};
use crate::logbook::{Filter, Line, Logbook, Record, Row};
use crate::record::clock::State;
use crate::record::period::Week;
use crate::record::when::{self, Moment};
use crate::record::{Course, Kind, Overdue, course, overdue, overdue_next};

/// Open matters that are shown, lines of the journal, patrols.
const OPEN: usize = 50;
const LINES: usize = 20;
const PATROLS: usize = 20;
const CLOCKS: usize = 30;
/// Campaigns that run at once, and those that are looked at for it: one lasts weeks, not years.
const CAMPAIGNS: usize = 3;
const RECENT: usize = 50;
const LONGEST: u64 = 366;
/// Counting stops here; nobody reads a larger number.
const COUNTED: u32 = 1000;
/// A picture is made anew after this long, whatever it was made from.
const LONGEST_STAND: chrono::TimeDelta = chrono::TimeDelta::hours(1);
/// Days of the patrol picture.
pub const DAYS: usize = 7;

/// What is on now.
#[derive(Debug)]
pub struct Board {
    /// The moment of this picture.
    pub at: Moment,
    /// The moment from which it may say something else though nobody wrote anything: a clock turns, a patrol is late, a
    /// day or the week is over.
    pub until: Moment,
    /// The open shift.
    pub shift: Option<Record>,
    /// What is open, oldest first; the list is cut, `open_total` says how many there are.
    pub open: Vec<HandoverItem>,
    /// How many matters are open; records are counted up to 1000 of each state.
    pub open_total: u64,
    /// The legal clocks that run, what is due first before the rest; the list is cut.
    pub due: Vec<Due>,
    /// How many run, and how many of them are overdue; none where they weren't read yet.
    pub ticking: Option<Ticking>,
    /// What is wrong with the post's own rules; those of the program go on.
    pub rules: Option<Arc<Fault>>,
    /// Patrols that are planned or under way, oldest first, and what is late about them.
    pub patrols: Vec<(Row, Option<Overdue>)>,
    /// The campaigns that run, the one that ends next first.
    pub campaigns: Vec<Running>,
    /// The newest lines of the log, newest first.
    pub lines: Vec<Line>,
    /// Each area with its patrols of seven days, in order of code.
    pub coverage: Vec<Coverage>,
    /// The week that is due; none at a desk.
    pub week: Option<Brief>,
    /// The newest backup in the logbook's own folder.
    pub backup: Option<Moment>,
    /// The newest backup that was written to another place, and where.
    pub backup_elsewhere: Option<(Moment, PathBuf)>,
    /// The receiver holds another story than the journal.
    pub forked: bool,
    /// The first digits of the hash at which the journal stands.
    pub head: String,
}

/// How many legal clocks run at this post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ticking {
    /// All.
    pub all: usize,
    /// Those that are overdue.
    pub late: usize,
}

/// Whether patrols have seen an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Code of the area.
    pub area: String,
    /// Its name.
    pub name: String,
    /// The last seven days, today last: whether a patrol was there.
    pub days: [bool; DAYS],
    /// Days since the last patrol; none if there never was one.
    pub quiet: Option<u64>,
}

/// A campaign that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The campaign.
    pub row: Row,
    /// What was done of its plan.
    pub shares: Vec<Share>,
    /// How far it is in its days.
    pub course: Course,
}

/// The board as it stands.
///
/// # Errors
/// E021; those of the database.
pub fn board(book: &Logbook, who: &Who, now: Moment) -> Outcome<Board> {
    let mut board = without_clocks(book, who, now)?;
    let mut due = Timer::of(book, now).due(book)?;
    let late = due.iter().filter(|due| due.clock.state == State::Red).count();
    board.ticking = Some(Ticking { all: due.len(), late });
    board.stands(due.iter().filter_map(|due| due.clock.turns()));
    due.truncate(CLOCKS);
    board.due = due;
    Ok(board)
}

/// The same without the legal clocks: reading these takes longer the more matters are open.
///
/// # Errors
/// As [`board`].
pub fn without_clocks(book: &Logbook, who: &Who, now: Moment) -> Outcome<Board> {
    who.need(Right::Read)?;
    let shift = book.open_shift()?.map(|id| book.record(&id)).transpose()?;
    let (open, open_total) = open(book, shift.as_ref())?;
    let mut ends = vec![tomorrow(now), Week::containing(now, &book.calendar()?).to];
    let mut board = Board {
        at: now,
        until: now + LONGEST_STAND,
        open,
        open_total,
        due: Vec::new(),
        ticking: None,
        rules: book.rules().1.map(Arc::new),
        shift,
        patrols: patrols(book, now, &mut ends)?,
        campaigns: if book.own().desk { Vec::new() } else { campaigns(book, now)? },
        lines: book.newest_lines(LINES)?,
        coverage: coverage(book, now)?,
        week: if book.own().desk { None } else { Some(week::brief(book, who, now)?) },
        backup: book.newest_backup().map(|(at, _)| at),
        backup_elsewhere: super::keep::elsewhere(book)?,
        forked: super::keep::is_forked(book, who)?,
        head: book.own_head()?.hash.short(),
    };
    board.stands(ends.into_iter());
    Ok(board)
}

impl Board {
    /// It stands no longer than to any of these moments. Something may turn only behind a moment: what is due right now
    /// is looked at again at once.
    fn stands(&mut self, to: impl Iterator<Item = Moment>) {
        let next = to.filter(|to| *to >= self.at).min().unwrap_or(self.until);
        self.until = self.until.min(next.max(self.at + chrono::TimeDelta::milliseconds(1)));
    }
}

fn open(book: &Logbook, shift: Option<&Record>) -> Outcome<(Vec<HandoverItem>, u64)> {
    let mut items = shift::items_of(book, shift.map(|record| &record.data), OPEN)?;
    let of_shift = items.iter().filter(|item| item.record.is_none()).count() as u64;
    items.sort_by_key(|item| item.since);
    items.truncate(OPEN);
    let mut total = of_shift;
    for kind in Kind::ALL.into_iter().filter(|kind| kind.handed().is_some()) {
        let open = kind.standing().map_or(&[][..], |standing| standing.open);
        total += book.count_standing(kind, open, COUNTED)?;
    }
    Ok((items, total))
}

/// The patrols with what is late about them; `next` hears when more will be.
fn patrols(book: &Logbook, now: Moment, next: &mut Vec<Moment>) -> Outcome<Vec<(Row, Option<Overdue>)>> {
    let mut all = Vec::new();
    for row in book.standing(Kind::Patrol, &["planned", "active"], PATROLS)? {
        let data = book.record(&row.record)?.data;
        next.extend(overdue_next(&data, now));
        all.push((row, overdue(&data, now)));
    }
    Ok(all)
}

fn tomorrow(now: Moment) -> Moment {
    when::midnight(now.with_timezone(&when::zone()).date_naive() + chrono::Days::new(1))
}

fn campaigns(book: &Logbook, now: Moment) -> Outcome<Vec<Running>> {
    let today = now.with_timezone(&when::zone()).date_naive();
    let from = Some(when::midnight(today - chrono::Days::new(LONGEST)));
    let begun = Filter { kind: Some(Kind::Campaign), from, to: Some(now), limit: RECENT, ..Filter::default() };
    let mut running = Vec::new();
    for row in book.list(&begun)?.into_iter().filter(|row| !row.void) {
        let data = book.record(&row.record)?.data;
        if let Some(course) = course(&data, today).filter(|course| course.ahead == 0 && course.left >= 0) {
            running.push((row, data, course));
        }
    }
    running.sort_by_key(|(_, _, course)| course.left);
    running.truncate(CAMPAIGNS);
    let told =
        |(row, data, course): (Row, _, _)| Ok(Running { shares: shares(book, &row.record, &data)?, row, course });
    running.into_iter().map(told).collect()
}

fn coverage(book: &Logbook, now: Moment) -> Outcome<Vec<Coverage>> {
    let today = now.with_timezone(&when::zone()).date_naive();
    let first = today - chrono::Days::new(DAYS as u64 - 1);
    let from = when::midnight(first);
    let mut all = Vec::new();
    for area in areas::standing(book, today)? {
        let (mut days, mut last) = ([false; DAYS], None);
        for code in &area.codes {
            // Moments of a patrol may lie a little ahead of this clock.
            let visited = book.visited(code, (from, now + chrono::TimeDelta::hours(1)))?;
            last = last.max(visited.last);
            for at in visited.at {
                let day = usize::try_from((at.date_naive() - first).num_days()).unwrap_or(DAYS);
                if let Some(day) = days.get_mut(day) {
                    *day = true;
                }
            }
        }
        let since = |at: Moment| u64::try_from((today - at.date_naive()).num_days()).unwrap_or(0);
        all.push(Coverage { area: area.code, name: area.name, days, quiet: last.map(since) });
    }
    Ok(all)
}
