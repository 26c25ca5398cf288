//! What a record, its history and the help say, as lines for a width. Text only: the view gives them their looks.

use super::desk::{is_seen, serves};
use super::links::meaning;
use super::list::Reading;
use super::registers::Registers;
use super::week_lines::week_number;
use super::{App, Session};
use crate::acts::desk::Origin;
use crate::acts::figures::Table;
use crate::figures::signals::Share;
use crate::journal::Act;
use crate::logbook::{Record, Version};
use crate::record::clock::{Clock, State};
use crate::record::when::Moment;
use crate::record::{Data, Field, Kind, Number, Reason, Shape, changes, course, fields, when};
use crate::report::{campaign, clock, figures, names};
use crate::text::{clean, number, wrap};
use crate::tui::command::{self, COMMANDS, Command, PLACES, cap, place_wording};
use crate::words::{Words, value_id};

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Head,
    /// A name and its value.
    Pair,
    /// Said beside the point.
    Quiet,
    /// What was.
    Gone,
    /// What is new.
    New,
    /// What is late or stands in the way.
    Problem,
}

/// One line, already cut to its width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How it is meant.
    pub tone: Tone,
    /// What stands before it.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// Columns of the label before a value.
#[must_use]
pub fn label_width(width: usize) -> usize {
    (width * 2 / 5).clamp(8, 24).min(width)
}

struct Page<'a> {
    words: &'a Words,
    known: &'a Registers,
    width: usize,
    lines: Vec<Line>,
}

impl App {
    /// Columns that a record being read has.
    #[must_use]
    pub fn record_width(&self) -> usize {
        let width = usize::from(self.size.0);
        if self.is_wide() { width - self.list_width() - 2 } else { width.saturating_sub(2) }
    }

    /// Columns of the list where the record stands beside it; a register has more to say than a list of titles.
    #[must_use]
    pub fn list_width(&self) -> usize {
        let width = usize::from(self.size.0);
        let register = self.session().is_some_and(|session| session.register().is_some());
        if register { (width * 3 / 5).min(120) } else { (width / 2).min(96) }
    }

    /// What the record being read says, content or history.
    #[must_use]
    pub fn record_lines(&self) -> Vec<Line> {
        let Some(session) = self.session() else { return Vec::new() };
        let Some(reading) = &session.log.reading else { return Vec::new() };
        let page = Page { words: &self.words, known: &session.known, width: self.record_width(), lines: Vec::new() };
        if reading.history { page.history(reading) } else { page.content(session, reading, self.now) }
    }
}

impl Page<'_> {
    fn content(mut self, session: &Session, reading: &Reading, now: Moment) -> Vec<Line> {
        let record = &reading.detail.record;
        let kind = capital(&names::kind(&record.row.kind, self.words));
        self.add(Tone::Head, "", &format!("{kind} {}", number_at(session, &record.row.number)));
        if record.row.void {
            self.add(Tone::Gone, "", self.words.get("tui-void"));
        }
        self.clocks(&reading.detail.clocks, now);
        if record.kind == Some(Kind::Campaign) {
            self.progress(&record.data, &reading.detail.progress, now);
        }
        match record.kind {
            Some(kind) => self.fields(kind, reading.data(), |_| true),
            None => self.raw(reading.data()),
        }
        if reading.revealed.is_none() && record.row.hidden > 0 {
            let count = record.row.hidden.to_string();
            self.add(Tone::Quiet, "", &self.words.with("tui-persons-hidden", &[("count", &count)]));
        }
        self.timeline(&reading.detail.history);
        self.beside(reading.detail.beside.as_ref());
        for link in reading.detail.links.iter().filter(|link| link.back) {
            let how = meaning(&link.how, &link.row.kind, self.words);
            let title = link.row.title.as_deref().map(|title| format!(" · {}", clean::shown(title)));
            let said = format!("{} · {how}{}", short_number(&link.row.number), title.unwrap_or_default());
            self.add(Tone::Pair, self.words.get("tui-linked"), &said);
        }
        if let Some(origin) = &reading.detail.origin {
            self.origin(record, origin);
        } else {
            let author = session.known.officer(&record.author.to_string(), self.words);
            self.add(Tone::Quiet, "", &self.words.with("tui-written-by", &[("name", &author)]));
        }
        self.lines
    }

    /// The days of a campaign beside those before and last year's.
    fn beside(&mut self, table: Option<&Table>) {
        let Some(table) = table else { return };
        for (n, row) in table.rows.iter().enumerate() {
            let label = if n == 0 { self.words.get("tui-beside") } else { "" };
            self.add(Tone::Pair, label, &figures::beside(row, &table.spans, self.words));
        }
    }

    /// From which post it came, from whom, and with what.
    fn origin(&mut self, record: &Record, origin: &Origin) {
        let unit = &record.row.unit;
        let post = origin.post.as_ref().map_or_else(|| unit.to_owned(), |post| format!("{unit} · {}", post.name));
        self.add(Tone::Quiet, "", "");
        self.add(Tone::Pair, self.words.get("tui-origin"), &clean::shown(&post));
        let author = self.known.officer(&record.author.to_string(), self.words);
        self.add(Tone::Pair, self.words.get("tui-origin-author"), &author);
        for (id, batch) in [("tui-origin-batch", &origin.batch), ("tui-origin-newest", &origin.newest)] {
            let Some(batch) = batch else { continue };
            let week = self.words.with("tui-week-name", &[("number", &clean::shown(week_number(&batch.week)))]);
            let (number, at) = (batch.number.to_string(), when::shown(batch.at));
            let args = [("number", &*number), ("week", &*week), ("at", &*at)];
            self.add(Tone::Pair, self.words.get(id), &self.words.with("tui-origin-batch-said", &args));
        }
        let (journal, seq) = (origin.journal.0.simple().to_string(), origin.journal.1.to_string());
        let args = [("journal", journal.get(28..).unwrap_or_default()), ("seq", &*seq)];
        self.add(Tone::Pair, self.words.get("tui-origin-journal"), &self.words.with("tui-origin-journal-said", &args));
    }

    /// What was noted since, in the order in which it happened: when, the event, what was said, by whom.
    fn timeline(&mut self, history: &[Version]) {
        let noted = |version: &Version| {
            let note = version.note.as_ref().filter(|_| version.act == Act::Note)?;
            let text = |key: &str| note.get(key).and_then(serde_json::Value::as_str);
            let at = text("at").and_then(when::parse).unwrap_or(version.at);
            let event = text("event").map(|event| clean::shown(self.words.get(&value_id("event", event))));
            let said =
                [event, text("text").map(clean::block), Some(self.known.officer(&version.by.to_string(), self.words))];
            Some((at, said.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
        };
        let mut all: Vec<_> = history.iter().filter_map(noted).collect();
        all.sort_by_key(|(at, _)| *at);
        if !all.is_empty() {
            self.add(Tone::Head, "", self.words.get("tui-timeline"));
        }
        for (at, said) in all {
            self.add(Tone::Pair, &when::shown(at), &said);
        }
    }

    /// How far a campaign is: its days, and each quota.
    fn progress(&mut self, data: &Data, shares: &[Share], now: Moment) {
        let signs = (self.width / 5).clamp(5, 20);
        self.add(Tone::Head, "", self.words.get("tui-progress"));
        if let Some(course) = course(data, now.with_timezone(&when::zone()).date_naive()) {
            let said = campaign::days(course, signs, self.words);
            self.add(Tone::Pair, self.words.get("tui-progress-days"), &said);
        }
        for share in shares {
            let key = format!("quotas.{}", share.key);
            let quota = self.words.field(Kind::Campaign.name(), &key).to_owned();
            self.add(Tone::Pair, &quota, &campaign::share(*share, signs));
        }
    }

    /// Legal clocks, those that are over too: what was late once is said as long as the record is read.
    fn clocks(&mut self, clocks: &[Clock], now: Moment) {
        for (n, one) in clocks.iter().enumerate() {
            let label = if n == 0 { self.words.field("common", "clocks") } else { "" };
            let tone = match one.state {
                State::Red | State::Late => Tone::Problem,
                State::Amber => Tone::New,
                _ => Tone::Pair,
            };
            let told = clock::told(one, now, self.words);
            let room = label_width(self.width);
            self.wrapped(tone, label, &told, room);
        }
    }

    fn fields(&mut self, kind: Kind, data: &Data, wanted: impl Fn(&Field) -> bool) {
        for field in fields(kind).iter().filter(|field| wanted(field)) {
            let label = self.words.field(kind.name(), field.key).to_owned();
            let value = data.get(field.key);
            match (field.shape, value.as_array()) {
                (Shape::List(_), Some(items)) => {
                    for (n, item) in items.iter().enumerate() {
                        let one = serde_json::Value::Array(vec![item.clone()]);
                        let label = if n == 0 { label.as_str() } else { "" };
                        self.add(Tone::Pair, label, &self.known.reads(field, &one, self.words));
                    }
                }
                (Shape::Group(inner), None) if inner.iter().all(is_number) => {
                    self.numbers(kind, (field, inner), &label, value);
                }
                _ => self.field(field, &label, data.get(field.key)),
            }
        }
    }

    /// Numbers that belong together, each with its name: alone they say nothing.
    fn numbers(&mut self, kind: Kind, (group, inner): (&Field, &[Field]), label: &str, value: &serde_json::Value) {
        let named = |field: &Field| {
            let number = value.get(field.key)?.as_u64()?;
            let path = format!("{}.{}", group.key, field.key);
            let none = number == 0 && field.fallback == crate::record::Fallback::Zero;
            let said = if field.shape == Shape::Money { number::money(number) } else { number::grouped(number) };
            (!none).then(|| format!("{}: {said}", self.words.field(kind.name(), &path)))
        };
        let said: Vec<String> = inner.iter().filter_map(named).collect();
        if !said.is_empty() {
            self.add(Tone::Pair, label, &said.join(" · "));
        }
    }

    fn field(&mut self, field: &Field, label: &str, value: &serde_json::Value) {
        let zero = value.as_u64() == Some(0) && field.fallback == crate::record::Fallback::Zero;
        let text = self.known.reads(field, value, self.words);
        if !text.is_empty() && !zero && *value != serde_json::Value::Bool(false) {
            self.add(Tone::Pair, label, &text);
        }
    }

    /// A record of a newer program's kind, as it is.
    fn raw(&mut self, data: &Data) {
        for (key, value) in &data.0 {
            self.add(Tone::Pair, &clean::shown(key), &clean::shown(&value.to_string()));
        }
    }

    fn history(mut self, reading: &Reading) -> Vec<Line> {
        let versions = &reading.detail.history;
        for (n, version) in versions.iter().enumerate().rev() {
            self.version(version);
            let before = versions.iter().take(n).rev().find_map(|version| version.data.as_ref());
            let (Some(kind), Some(after), Act::Amend) = (reading.detail.record.kind, &version.data, version.act) else {
                continue;
            };
            let before = before.cloned().unwrap_or_default();
            for change in changes(kind, &before, after) {
                self.change(kind, &change);
            }
            if version.persons {
                self.add(Tone::Quiet, "", self.words.get("tui-persons-touched"));
            }
        }
        self.lines
    }

    fn version(&mut self, version: &Version) {
        if !self.lines.is_empty() {
            self.add(Tone::Quiet, "", "");
        }
        let reason = version.why.as_deref().and_then(Reason::parse);
        let act = did(version.act, reason, self.words);
        let name = self.known.officer(&version.by.to_string(), self.words);
        self.add(Tone::Head, "", &format!("{} · {act} · {name}", when::shown(version.at)));
        if let Some(why) = version.why.as_ref().filter(|_| reason.is_none()) {
            self.add(Tone::Pair, self.words.get("tui-why"), &clean::shown(why));
        }
        let Some(note) = &version.note else { return };
        for field in crate::record::NOTE {
            let label = self.words.field("note", field.key).to_owned();
            self.field(field, &label, note.get(field.key).unwrap_or(&serde_json::Value::Null));
        }
    }

    fn change(&mut self, kind: Kind, change: &crate::record::Change) {
        self.wrapped(Tone::Pair, "", self.words.field(kind.name(), &change.path), 0);
        for (tone, value) in [(Tone::Gone, &change.before), (Tone::New, &change.after)] {
            let text = self.known.reads(&change.field, value, self.words);
            let mark = if tone == Tone::Gone { "  - " } else { "  + " };
            let text = if text.is_empty() { self.words.get("tui-nothing").to_owned() } else { text };
            self.wrapped(tone, mark, &text, 4);
        }
    }

    /// A line with its label, as many rows as it needs.
    fn add(&mut self, tone: Tone, label: &str, text: &str) {
        let room = if label.is_empty() && tone != Tone::Pair { 0 } else { label_width(self.width) };
        self.wrapped(tone, label, text, room);
    }

    fn wrapped(&mut self, tone: Tone, label: &str, text: &str, room: usize) {
        let columns = self.width.saturating_sub(room).max(1);
        for (n, row) in wrap::lines(text, columns).into_iter().enumerate() {
            let label =
                if n == 0 { wrap::brief(label, room.saturating_sub(usize::from(room > 4))) } else { String::new() };
            let pad = " ".repeat(room - wrap::width(&label).min(room));
            let text = text.get(row).unwrap_or_default().trim_end().to_owned();
            self.lines.push(Line { tone, label: format!("{label}{pad}"), text });
        }
    }
}

const fn is_number(field: &Field) -> bool {
    matches!(field.shape, Shape::Count(_) | Shape::Money)
}

/// These fields of a record, each with its name.
#[must_use]
pub fn facts(app: &App, known: &Registers, (kind, data): (Kind, &Data), keys: &[&str], width: usize) -> Vec<Line> {
    let mut page = Page { words: &app.words, known, width, lines: Vec::new() };
    page.fields(kind, data, |field| keys.contains(&field.key));
    page.lines
}

pub use names::tiny;

/// A human number as it is said at the post: without the unit.
#[must_use]
pub fn short_number(number: &str) -> String {
    Number::parse(number).map_or_else(|| clean::shown(number), |number| number.short())
}

/// A human number as it is said here: at a desk with the post that it is of.
#[must_use]
pub fn number_at(session: &Session, number: &str) -> String {
    if session.desk { clean::shown(number) } else { short_number(number) }
}

/// A word as it begins a line.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What an entry did: where the program itself did it, its reason says more than the act.
#[must_use]
pub fn did(act: Act, reason: Option<Reason>, words: &Words) -> String {
    match reason {
        Some(reason) => words.get(&reason.id()).to_owned(),
        None => names::act(act, words),
    }
}

/// The help: every command that works somewhere, place by place, the place below the card first.
#[must_use]
pub fn help(app: &App, width: usize) -> Vec<Line> {
    let known = Registers::default();
    let mut page = Page { words: &app.words, known: &known, width: width.saturating_sub(4), lines: Vec::new() };
    let here = app.below();
    let desk = app.is_desk();
    let others = PLACES.iter().copied().filter(|place| *place != here && is_seen(*place, desk));
    for place in std::iter::once(here).chain(others) {
        if !page.lines.is_empty() {
            page.add(Tone::Quiet, "", "");
        }
        page.add(Tone::Head, "", app.words.get(place_wording(place)));
        let works = |command: &&Command| command.works(place) && serves(command.id, desk);
        for command in COMMANDS.iter().filter(works).filter(|command| !command.keys.is_empty()) {
            let keys: Vec<String> = command.keys.iter().map(|key| cap(*key)).collect();
            page.wrapped(
                Tone::Pair,
                &keys.join(" "),
                app.words.get(&format!("{}.hint", command.wording)),
                18.min(width / 3),
            );
        }
        page.add(Tone::Quiet, "", app.words.get(&format!("{}.hint", place_wording(place))));
    }
    page.add(Tone::Quiet, "", "");
    page.add(Tone::Head, "", app.words.get(command::KEYLESS));
    for command in COMMANDS.iter().filter(|command| command.keys.is_empty() && serves(command.id, desk)) {
        let name = app.words.get(command.wording);
        page.wrapped(Tone::Pair, name, app.words.get(&format!("{}.hint", command.wording)), 24.min(width / 3));
    }
    page.lines
}
