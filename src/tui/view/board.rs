//! The board: five parts in two columns, or below one another where it is narrow. The part with the cursor scrolls so
//! that the cursor is seen.

use ratatui::layout::Rect;

use super::pen::{Pen, cols, row, top};
use super::pointer::to_line;
use super::theme::Meaning;
use crate::acts::board::{Board, Coverage, Running, Ticking};
use crate::acts::clocks::Due;
use crate::acts::week::Brief;
use crate::logbook::{Line, Record, Row};
use crate::record::Overdue;
use crate::record::clock::State;
use crate::record::when::Moment;
use crate::report::{campaign, clock, names};
use crate::text::clean;
use crate::tui::app::handover_lines::present;
use crate::tui::app::home::{Entry, Part, parts};
use crate::tui::app::lines::{capital, did, tiny};
use crate::tui::app::week_lines::week_number;
use crate::tui::app::{App, Session};
use crate::words::value_id;

/// From so many columns on the parts stand in two columns.
const TWO: u16 = 76;
/// After so many days without a patrol an area is said to be quiet, and without a backup elsewhere one is missed.
const QUIET: u64 = 3;
const MISSED: i64 = 7;

/// One line as it is drawn: what it says, what stands at its right end, how it is meant.
struct Said {
    text: String,
    /// In its place where there is too little room.
    short: Option<String>,
    end: String,
    meaning: Meaning,
}

/// What drawing the board needs.
struct Canvas<'a, 'b> {
    app: &'a App,
    session: &'a Session,
    board: &'a Board,
    pen: &'a mut Pen<'b>,
}

/// Draws it.
pub(super) fn draw(app: &App, session: &Session, pen: &mut Pen, body: Rect) {
    let Some(board) = session.home.board.as_deref() else {
        pen.brief((body.x + 2, body.y), usize::from(body.width - 2), app.words.get("tui-loading"), Meaning::Quiet);
        return;
    };
    let mut canvas = Canvas { app, session, board, pen };
    if body.width < TWO { canvas.one(body) } else { canvas.two(body) }
}

impl Canvas<'_, '_> {
    /// Two columns: what is open and what happened; what is due, the areas and how things stand.
    fn two(&mut self, body: Rect) {
        let board = self.board;
        let right = (body.width * 9 / 20).min(72);
        let left = body.width - right;
        let state = cols(parts(board)[4].1.len()) + 2;
        let low = state.min(body.height / 2);
        let half = body.height / 2;
        let high = (cols(board.due.len().max(1)) + 2).min((body.height - low) / 2);
        let areas = [
            Rect { width: left, height: half, ..body },
            Rect { x: body.x + left, width: right, height: high, ..body },
            Rect { width: left, y: body.y + half, height: body.height - half, ..body },
            Rect { x: body.x + left, y: body.y + high, width: right, height: body.height - low - high },
            Rect { x: body.x + left, width: right, y: body.bottom() - low, height: low },
        ];
        let mut first = 0;
        for ((part, entries), area) in parts(board).into_iter().zip(areas) {
            self.pen.frame(area, &self.heading(part));
            let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 };
            if entries.is_empty() {
                self.none(part, row(inner, 0));
            }
            let at = self.session.home.at.checked_sub(first).filter(|at| *at < entries.len());
            let high = usize::from(inner.height);
            let top = top(at.unwrap_or(0), entries.len(), high);
            for (n, entry) in entries.iter().enumerate().skip(top).take(high) {
                self.entry(row(inner, cols(n - top)), entry, first + n);
            }
            if entries.len() > top + high {
                self.pen.text((area.right() - 2, area.bottom() - 1), 1, "↓", Meaning::Key);
            }
            first += entries.len();
        }
    }

    /// One below another, headings among them.
    fn one(&mut self, body: Rect) {
        let mut rows: Vec<(Part, Option<(usize, Entry)>)> = Vec::new();
        let mut count = 0;
        for (part, entries) in parts(self.board) {
            rows.push((part, None));
            for entry in entries {
                rows.push((part, Some((count, entry))));
                count += 1;
            }
        }
        let here = self.session.home.at;
        let at = rows.iter().position(|(_, entry)| entry.is_some_and(|(n, _)| n == here)).unwrap_or(0);
        let high = usize::from(body.height);
        let top = top(at, rows.len(), high);
        for (n, (part, entry)) in rows.iter().skip(top).take(high).enumerate() {
            let area = row(body, cols(n));
            if let Some((n, entry)) = entry {
                self.entry(area, entry, *n);
            } else {
                let heading = self.heading(*part);
                self.pen.brief((area.x + 1, area.y), usize::from(area.width - 1), &heading, Meaning::Head);
            }
        }
    }

    fn heading(&self, part: Part) -> String {
        let words = &self.app.words;
        match part {
            Part::Open => words.with("tui-board-open", &[("count", &self.board.open_total.to_string())]),
            Part::Due => {
                let told = |ticking: Ticking| (ticking.all.to_string(), ticking.late.to_string());
                let (all, late) = self.board.ticking.map_or_else(|| ("…".to_owned(), "0".to_owned()), told);
                words.with("tui-board-due", &[("all", &all), ("late", &late)])
            }
            Part::Lines => words.get("tui-board-lines").to_owned(),
            Part::Areas => words.get("tui-board-areas").to_owned(),
            Part::State => words.get("tui-board-state").to_owned(),
        }
    }

    fn none(&mut self, part: Part, area: Rect) {
        let said = match part {
            Part::Open => "tui-board-open-none",
            Part::Due if self.board.ticking.is_none() => "tui-computing",
            Part::Due => "tui-board-due-none",
            Part::Lines => "tui-board-lines-none",
            _ => "tui-board-areas-none",
        };
        self.pen.brief((area.x + 1, area.y), usize::from(area.width - 1), self.app.words.get(said), Meaning::Quiet);
    }

    /// One line; its end keeps its place, so that ages and squares stand below one another.
    fn entry(&mut self, area: Rect, entry: &Entry, n: usize) {
        let at = self.session.home.at;
        let picked = n == at;
        self.pen.click(area, || to_line(at, n));
        let said = self.said(entry);
        self.pen.pair(area, (&said.text, said.short.as_deref(), &said.end), said.meaning, picked);
    }

    fn said(&self, entry: &Entry) -> Said {
        let words = &self.app.words;
        let plain = |text: String, end: String| Said { text, short: None, end, meaning: Meaning::Plain };
        match entry {
            Entry::Item(item) => {
                let number = item.number.as_deref().map(tiny);
                let name = number.unwrap_or_else(|| words.get(&value_id("board-item", item.sort.code())).to_owned());
                let area = item.area.as_deref().map(|code| format!(" · {}", clean::shown(code))).unwrap_or_default();
                let mark = if item.record.is_some() { "●" } else { "○" };
                plain(format!("{mark} {name} {}{area}", clean::shown(&item.title)), self.app.age(item.since))
            }
            Entry::Patrol(row, late) => self.patrol(row, *late),
            Entry::Line(line) => plain(self.line(line), String::new()),
            Entry::Due(due) => self.due(due),
            Entry::Rules(fault) => {
                let text = format!("! {}", words.fault(fault).0);
                Said { text, short: None, end: String::new(), meaning: Meaning::Problem }
            }
            Entry::Area(area) => self.area(area),
            Entry::Shift(shift) => plain(self.shift(*shift), String::new()),
            Entry::OnDuty(shift) => plain(self.on_duty(shift), String::new()),
            Entry::Campaign(running) => self.campaign(running),
            Entry::Week(brief) => plain(self.week(brief), String::new()),
            Entry::Findings(brief) => self.findings(brief),
            Entry::Backup(at) => self.backup("tui-board-backup", *at, at.is_none()),
            Entry::Elsewhere(at) => {
                let old = at.is_none_or(|at| (self.app.now - at).num_days() >= MISSED);
                self.backup("tui-board-elsewhere", *at, old)
            }
            Entry::Forked => {
                let text = words.get("tui-board-forked").to_owned();
                Said { meaning: Meaning::Problem, ..plain(text, String::new()) }
            }
            Entry::Head(head) => plain(words.with("tui-board-head", &[("head", head)]), String::new()),
        }
    }

    fn patrol(&self, row: &Row, late: Option<Overdue>) -> Said {
        let words = &self.app.words;
        let title = row.title.as_deref().map(clean::shown);
        let title = title.unwrap_or_else(|| capital(&names::kind(&row.kind, words)));
        let (name, short) = (format!("{} {title}", tiny(&row.number)), None);
        match late {
            None => Said { text: format!("▷ {name}"), short, end: self.app.hour(row.at), meaning: Meaning::Plain },
            Some(late) => {
                let end = self.app.late(late);
                Said { text: format!("! {name}"), short, end, meaning: Meaning::Problem }
            }
        }
    }

    /// The figures stay where the name is too long.
    fn campaign(&self, running: &Running) -> Said {
        let (number, figures) = (tiny(&running.row.number), campaign::brief(&running.shares, &self.app.words));
        let title = running.row.title.as_deref().map(clean::shown).unwrap_or_default();
        let (text, short) = (format!("{number} {title}: {figures}"), Some(format!("{number} {figures}")));
        Said { text, short, end: campaign::left(running.course, &self.app.words), meaning: Meaning::Plain }
    }

    /// The number stays where the name is too long.
    fn due(&self, due: &Due) -> Said {
        let (words, now) = (&self.app.words, self.app.now);
        let head = format!("{} {:>5}", clock::mark(&due.clock), clock::last(&due.clock, now));
        let (name, number) = (clock::name(&due.clock, words), tiny(&due.row.number));
        let meaning = match due.clock.state {
            State::Red => Meaning::Problem,
            State::Amber => Meaning::Notice,
            _ => Meaning::Plain,
        };
        let (text, short) = (format!("{head} {name} {number}"), Some(format!("{head} {number} {name}")));
        Said { text, short, end: clock::left(&due.clock, now, words), meaning }
    }

    fn line(&self, line: &Line) -> String {
        let words = &self.app.words;
        let title = line.row.title.as_deref().map(clean::shown);
        let title = title.unwrap_or_else(|| names::kind(&line.row.kind, words));
        let did = did(line.act, line.reason, words);
        format!("{} {} {did}: {title}", self.app.hour(line.at), tiny(&line.row.number))
    }

    /// The squares keep their place; whether an area is quiet stands before them.
    fn area(&self, area: &Coverage) -> Said {
        let words = &self.app.words;
        let squares: String = area.days.iter().map(|seen| if *seen { '■' } else { '□' }).collect();
        let quiet = match area.quiet {
            Some(days) if days >= QUIET => words.with("tui-board-quiet", &[("days", &days.to_string())]),
            Some(_) => String::new(),
            None => words.get("tui-board-never").to_owned(),
        };
        let name = if area.name == area.area || area.name.contains(&area.area) {
            clean::shown(&area.name)
        } else {
            format!("{} {}", clean::shown(&area.area), clean::shown(&area.name))
        };
        let end = format!("{quiet} {squares}").trim_start().to_owned();
        Said { text: name, short: Some(clean::shown(&area.area)), end, meaning: Meaning::Plain }
    }

    fn shift(&self, shift: Option<&Record>) -> String {
        let words = &self.app.words;
        let Some(shift) = shift else { return words.get("tui-board-no-shift").to_owned() };
        let at = shift.data.when("started_at").or_else(|| shift.data.when("planned_start")).unwrap_or(shift.row.at);
        let (number, at) = (tiny(&shift.row.number), self.app.hour(at));
        let present = present(shift);
        words.with("tui-board-shift", &[("number", &number), ("at", &at), ("present", &present)])
    }

    fn on_duty(&self, shift: &Record) -> String {
        let officers = shift.data.items("officers").iter().filter_map(serde_json::Value::as_str);
        let names: Vec<String> = officers.filter_map(|id| self.session.known.officer_name(id)).collect();
        self.app.words.with("tui-board-on-duty", &[("names", &clean::shown(&names.join(", ")))])
    }

    fn week(&self, brief: &Brief) -> String {
        let words = &self.app.words;
        let state = words.get(&format!("week-{}", brief.state.name())).to_owned();
        let name = brief.week.name();
        let dates = format!("{}-{}", brief.week.from.format("%d/%m"), brief.week.last_day().format("%d/%m"));
        words.with("tui-board-week", &[("week", week_number(&name)), ("dates", &dates), ("state", &state)])
    }

    /// Errors and holds keep a week from going out; warnings don't.
    fn findings(&self, brief: &Brief) -> Said {
        let [errors, holds, warnings] = brief.findings.map(|count| count.to_string());
        let found = [("errors", errors.as_str()), ("holds", &holds), ("warnings", &warnings)];
        let said = self.app.words.with("tui-board-findings", &found);
        let said = said.trim_end_matches([' ', ',']).to_owned();
        let (text, meaning) = if brief.findings.iter().take(2).all(|count| *count == 0) {
            (said, Meaning::Plain)
        } else {
            (format!("! {said}"), Meaning::Problem)
        };
        Said { text, short: None, end: String::new(), meaning }
    }

    fn backup(&self, id: &str, at: Option<Moment>, missed: bool) -> Said {
        let words = &self.app.words;
        let mark = if missed { "! " } else { "" };
        let end = at.map_or_else(|| words.get("tui-board-backup-none").to_owned(), |at| self.app.age(Some(at)));
        let meaning = if missed { Meaning::Problem } else { Meaning::Plain };
        Said { text: format!("{mark}{}", words.get(id)), short: None, end, meaning }
    }
}
