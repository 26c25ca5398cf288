//! Legal clocks: from what a record says and what happened to it, to when something is due, and whether it was done in
//! time. Pure; the moment now comes in as a value. What was late once stays late.

use chrono::TimeDelta;
use serde_json::{Map, Value};

use super::data::Data;
use super::kinds::Kind;
use super::rulebook::{ClockRule, Counts, Rulebook};
use super::when::{self, Moment};

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is time.
    Green,
    /// Less than a quarter of the time is left, or less than a day.
    Amber,
    /// It is over, and nothing was done.
    Red,
    /// The matter is suspended.
    Paused,
    /// It was done in time.
    InTime,
    /// It was done too late.
    Late,
}

/// Less than this is little time, whatever the limit.
const AMBER: TimeDelta = TimeDelta::hours(24);

impl State {
    /// The name, as JSON writes it and its wording id ends.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Paused => "paused",
            Self::InTime => "in_time",
            Self::Late => "late",
        }
    }
}

/// A clock on one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The id of its rule, or of the extension that it runs by.
    pub id: String,
    /// What has to be done, in Vietnamese and in English.
    pub name: [String; 2],
    /// Where it is written.
    pub source: String,
    /// Whether that was read as it stands now.
    pub confirmed: bool,
    /// From when it counts.
    pub from: Moment,
    /// Its end: of hours the last moment, of days the midnight after the last one.
    pub due: Moment,
    /// It ends with a day, not at a minute.
    pub by_day: bool,
    /// When it was done.
    pub done: Option<Moment>,
    /// How it stands.
    pub state: State,
}

impl Clock {
    /// Whether somebody still has to do something.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self.state, State::Green | State::Amber | State::Red)
    }

    /// The moment at which its state changes next, if nothing happens.
    #[must_use]
    pub fn turns(&self) -> Option<Moment> {
        match self.state {
            State::Green => Some(self.due - AMBER.max((self.due - self.from) / 4)),
            State::Amber => Some(self.due),
            State::Red | State::Paused | State::InTime | State::Late => None,
        }
    }

    /// The last moment at which it is in time, as people name it.
    #[must_use]
    pub fn last(&self) -> Moment {
        if self.by_day { self.due - TimeDelta::minutes(1) } else { self.due }
    }
}

/// Something that happened to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// An event of notes.
    pub event: String,
    /// When.
    pub at: Moment,
}

/// One entry on a record, as far as clocks need it.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// When it was written.
    pub at: Moment,
    /// All fields, of a version.
    pub data: Option<&'a Data>,
    /// Text and event, of a note.
    pub note: Option<&'a Map<String, Value>>,
}

/// What happened to a record, in the order of time: the events of its notes, and that it left the open states or came
/// back to them.
#[must_use]
pub fn happened<'a>(kind: Kind, steps: impl IntoIterator<Item = Step<'a>>) -> Vec<Happened> {
    let Some(standing) = kind.standing() else { return Vec::new() };
    let mut found = Vec::new();
    let mut was_open = None;
    for step in steps {
        if let Some(event) = step.note.and_then(|note| note.get("event")).and_then(Value::as_str) {
            let at = step.note.and_then(|note| note.get("at")).and_then(Value::as_str).and_then(when::parse);
            found.push(Happened { event: event.to_owned(), at: at.unwrap_or(step.at) });
        }
        let Some(data) = step.data else { continue };
        let state = (standing.of)(data);
        let is_open = state.is_none_or(|state| standing.open.contains(&state));
        if !is_open && was_open != Some(false) {
            let event = if state == Some("transferred") { "transferred" } else { "closed" };
            let ended = kind.about().ends.and_then(|field| data.when(field));
            let known = was_open.map_or_else(|| data.main_time(kind).unwrap_or(step.at), |_| step.at);
            found.push(Happened { event: event.to_owned(), at: ended.unwrap_or(known) });
        } else if is_open && was_open == Some(false) {
            found.push(Happened { event: "reopened".to_owned(), at: step.at });
        }
        was_open = Some(is_open);
    }
    found.sort_by_key(|one| one.at);
    found
}

/// The clocks on a record as they stand now, by when they end.
#[must_use]
pub fn clocks(book: &Rulebook, (kind, data): (Kind, &Data), happened: &[Happened], now: Moment) -> Vec<Clock> {
    let mut found = Vec::new();
    for rule in book.clocks().iter().filter(|rule| rule.is_about(kind, data)) {
        for from in starts(rule, data, happened) {
            let day = from.with_timezone(&when::zone()).date_naive();
            if rule.stands_on(day) {
                let clock = Run::new(book, rule, from).through(happened).at(now);
                // Settled on the spot, or brought in from an old log that doesn't say when: it never ran.
                found.extend((clock.done != Some(from)).then_some(clock));
            }
        }
    }
    found.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    found
}

/// The moments from which a rule counts: a field's, or those of an event.
fn starts(rule: &ClockRule, data: &Data, happened: &[Happened]) -> Vec<Moment> {
    let of_field = |path: &String| data.when(path).or_else(|| data.day(path).map(when::midnight));
    let of_event = happened.iter().filter(|one| rule.after == Some(one.event.as_str())).map(|one| one.at);
    rule.start.as_ref().and_then(of_field).into_iter().chain(of_event).collect()
}

/// A clock on its way through what happened.
struct Run<'a> {
    book: &'a Rulebook,
    rule: &'a ClockRule,
    id: &'a str,
    from: Moment,
    due: Moment,
    by_day: bool,
    extensions: usize,
    paused: Option<Moment>,
    done: Option<(Moment, &'a str)>,
}

impl<'a> Run<'a> {
    fn new(book: &'a Rulebook, rule: &'a ClockRule, from: Moment) -> Self {
        let (due, by_day) = (book.end(from, rule.limit), !rule.limit.is_exact());
        Self { book, rule, id: &rule.id, from, due, by_day, extensions: 0, paused: None, done: None }
    }

    fn through(mut self, happened: &'a [Happened]) -> Self {
        // What started it is no longer to come; the same event later is one like any other.
        let (from, after) = (self.from, self.rule.after);
        let is_start = |one: &Happened| one.at == from && after == Some(one.event.as_str());
        for one in happened.iter().filter(|one| one.at >= from && !is_start(one)) {
            self.step(&one.event, one.at);
        }
        self
    }

    fn step(&mut self, event: &'a str, at: Moment) {
        let left = matches!(event, "transferred" | "closed");
        match (event, self.done) {
            ("reopened", Some((_, "transferred" | "closed"))) => self.done = None,
            (_, Some(_)) => {}
            _ if left || self.rule.stop.contains(&event) => self.done = Some((at, event)),
            ("extended", None) => self.extend(),
            ("suspended", None) => self.paused = self.paused.or(Some(at)),
            ("resumed", None) => self.resume(at),
            _ => {}
        }
    }

    fn extend(&mut self) {
        let rule = self.rule;
        let Some(extension) = rule.extended.get(self.extensions) else { return };
        self.extensions += 1;
        let from = match extension.counts {
            Counts::Start => self.from,
            // The last day, not the midnight after it.
            Counts::End => self.due - TimeDelta::minutes(i64::from(self.by_day)),
        };
        (self.id, self.by_day) = (&extension.id, !extension.limit.is_exact());
        self.due = self.book.end(from, extension.limit);
    }

    fn resume(&mut self, at: Moment) {
        let Some(since) = self.paused.take() else { return };
        self.due = match self.rule.resumed {
            Some(limit) => self.book.end(at, limit),
            None => self.due + (at - since),
        };
        self.by_day = self.rule.resumed.map_or(self.by_day, |limit| !limit.is_exact());
    }

    fn at(self, now: Moment) -> Clock {
        let late = |at: Moment| if self.by_day { at >= self.due } else { at > self.due };
        let left = self.due - now;
        let state = match (self.done, self.paused) {
            (Some((at, _)), _) if late(at) && !self.rule.term => State::Late,
            (Some(_), _) => State::InTime,
            (None, Some(_)) => State::Paused,
            (None, None) if late(now) => State::Red,
            _ if left < AMBER || left * 4 < self.due - self.from => State::Amber,
            _ => State::Green,
        };
        Clock {
            id: self.id.to_owned(),
            name: [self.rule.vi.clone(), self.rule.en.clone()],
            source: self.rule.source.clone(),
            confirmed: self.rule.confirmed,
            from: self.from,
            due: self.due,
            by_day: self.by_day,
            done: self.done.map(|(at, _)| at),
            state,
        }
    }
}

#[cfg(test)]
mod tests;
