//! What the week's screen says of the chosen week, as lines for a width; some of them lead to a record.

use uuid::Uuid;

use super::lines::{Tone, capital, short_number};
use super::week::{Seen, Weeks};
use super::{App, Line, Session};
use crate::acts::look::Checked;
use crate::acts::week::{Listed, Preview, State};
use crate::record::period::Span;
use crate::record::{Finding, Level, when};
use crate::text::{clean, wrap};

/// Columns of the list of weeks where it stands beside the chosen one.
pub const LIST: usize = 44;

/// A line, and the record to which it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leading {
    /// What it says.
    pub line: Line,
    /// The record.
    pub record: Option<Uuid>,
}

impl App {
    /// Columns that the chosen week has.
    #[must_use]
    pub fn week_width(&self) -> usize {
        let width = usize::from(self.size.0);
        if self.is_wide() { width.saturating_sub(LIST + 4) } else { width.saturating_sub(3) }
    }

    /// What the chosen week says.
    #[must_use]
    pub fn week_lines(&self) -> Vec<Leading> {
        let seen = self.session().and_then(Session::weeks).and_then(|weeks| weeks.seen.as_ref());
        let Some(seen) = seen else { return Vec::new() };
        let mut page = Page { app: self, width: self.week_width().max(8), lines: Vec::new() };
        page.all(seen);
        page.lines
    }

    /// What people call a week: by its number; its dates stand beside it.
    fn week_name(&self, name: &str) -> String {
        self.words.with("tui-week-name", &[("number", week_number(name))])
    }

    /// One week of the list: name, dates, where it stands.
    #[must_use]
    pub fn week_line(&self, listed: &Listed) -> String {
        let dates = listed.week.map(|week| week.dates()).unwrap_or_default();
        let state = self.words.get(&format!("week-{}", listed.state.name())).to_owned();
        format!("{}  {dates}  {state}", self.week_name(&listed.name))
    }
}

/// The lines in the making.
pub(super) struct Page<'a> {
    pub(super) app: &'a App,
    pub(super) width: usize,
    pub(super) lines: Vec<Leading>,
}

impl Page<'_> {
    fn all(&mut self, seen: &Seen) {
        let preview = &seen.preview;
        let name = preview.week.name();
        let listed = seen.weeks.iter().find(|week| week.name == name);
        let state =
            self.app.words.get(&format!("week-{}", listed.map_or(State::Open, |week| week.state).name())).to_owned();
        let called = self.app.week_name(&name);
        self.say(Tone::Head, &format!("{called} · {} · {state}", preview.week.dates()));
        for finding in &preview.missing {
            let (message, hint) = self.app.words.finding(finding);
            self.say(Tone::Problem, &format!("{} {message}", finding.code));
            self.say(Tone::Quiet, &hint);
        }
        let takes = self.app.session().and_then(Session::weeks).is_none_or(Weeks::takes);
        if takes {
            self.going(preview);
        }
        self.days(preview);
        for (batch, known) in listed.iter().flat_map(|week| &week.batches) {
            let at = when::shown(batch.at);
            let (number, entries) = (batch.number.to_string(), batch.entries().to_string());
            let args = [
                ("number", &*number),
                ("entries", &*entries),
                ("at", &*at),
                ("known", if *known { "yes" } else { "no" }),
            ];
            self.say(Tone::Pair, &self.app.words.with("tui-week-batch", &args));
        }
        if takes && preview.entries > 0 {
            self.findings(&preview.findings);
        }
        self.receipts(seen);
    }

    /// What goes, to whom, and whether the commander has said yes.
    fn going(&mut self, preview: &Preview) {
        let (entries, records) = (preview.entries.to_string(), preview.records.to_string());
        let goes = if preview.entries == 0 && preview.sealed {
            self.app.words.get("tui-week-nothing").to_owned()
        } else if preview.records == 0 {
            self.app.words.with("tui-week-zero", &[("entries", &entries)])
        } else {
            self.app.words.with("tui-week-goes", &[("entries", &entries), ("records", &records)])
        };
        self.say(Tone::Pair, &goes);
        let receiver = match &preview.receiver {
            Some(card) => self.app.words.with("tui-week-receiver", &[("name", &clean::shown(&card.name))]),
            None => self.app.words.get("tui-week-no-receiver").to_owned(),
        };
        self.say(Tone::Pair, &receiver);
        if let Some(fingerprint) = preview.receiver.as_ref().and_then(|card| card.fingerprint().ok()) {
            self.say(Tone::Quiet, &self.app.words.with("tui-week-fingerprint", &[("fingerprint", &fingerprint)]));
        }
        let approved = if preview.approved { "tui-week-approved" } else { "tui-week-not-approved" };
        if preview.entries > 0 || !preview.sealed {
            self.say(Tone::Pair, self.app.words.get(approved));
        }
    }

    /// The days as small tables of seven; a week in which the rule changes has fewer or more.
    fn days(&mut self, preview: &Preview) {
        let days: Vec<_> = preview.week.days().zip(&preview.days).collect();
        for days in days.chunks(7) {
            self.seven(days);
        }
    }

    fn seven(&mut self, days: &[(Span, &[u64; 3])]) {
        use chrono::Datelike as _;
        let label = 9;
        let mut heads = " ".repeat(label);
        for ((at, _), _) in days {
            let name = self.app.words.get(&format!("tui-weekday-{}", at.weekday().number_from_monday())).to_owned();
            heads.push_str(&aligned(&name, 4));
        }
        self.add(Tone::Quiet, heads, None);
        for (n, kind) in ["kind-incident", "kind-patrol", "kind-shift"].into_iter().enumerate() {
            let name = wrap::brief(&capital(self.app.words.get(kind)), label);
            let mut row = format!("{name}{}", " ".repeat(label.saturating_sub(wrap::width(&name))));
            for (_, day) in days {
                row.push_str(&aligned(&day.get(n).copied().unwrap_or(0).to_string(), 4));
            }
            self.add(Tone::Pair, row, None);
        }
    }

    /// Code by code, the gravest first: what it says, and its records.
    fn findings(&mut self, findings: &[Checked]) {
        let mut all: Vec<(&Finding, &Checked)> = findings
            .iter()
            .flat_map(|checked| checked.findings.iter().map(move |finding| (finding, checked)))
            .collect();
        all.sort_by_key(|(finding, _)| (gravity(finding.level()), finding.code));
        if all.is_empty() {
            return self.say(Tone::Quiet, self.app.words.get("tui-week-clean"));
        }
        let mut last = "";
        for (finding, checked) in &all {
            if finding.code != last {
                last = finding.code;
                let count = all.iter().filter(|(other, _)| other.code == last).count();
                let level = self.app.words.get(&format!("tui-level-{}", gravity(finding.level()))).to_owned();
                self.say(Tone::Head, &format!("{level} {last} ({count}): {}", self.app.words.finding(*finding).0));
            }
            let title = checked.row.title.as_deref().map(clean::shown).unwrap_or_default();
            let text = format!("{} {title}", short_number(&checked.row.number));
            self.add(Tone::Pair, wrap::brief(&format!("  {text}"), self.width), Some(checked.row.record));
        }
    }

    pub(super) fn say(&mut self, tone: Tone, text: &str) {
        for row in wrap::lines(text, self.width) {
            self.add(tone, text.get(row).unwrap_or_default().trim_end().to_owned(), None);
        }
    }

    pub(super) fn add(&mut self, tone: Tone, text: String, record: Option<Uuid>) {
        self.lines.push(Leading { line: Line { tone, label: String::new(), text }, record });
    }
}

const fn gravity(level: Level) -> u8 {
    match level {
        Level::Error => 0,
        Level::Hold => 1,
        Level::Warning => 2,
    }
}

fn aligned(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(wrap::width(text))))
}

/// `47` of `2026-W47`.
#[must_use]
pub fn week_number(name: &str) -> &str {
    name.rsplit_once("-W").map_or(name, |(_, number)| number)
}
