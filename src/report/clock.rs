//! Clocks in words: what has to be done, until when, how much is left.

use crate::record::clock::{Clock, State};
use crate::record::when::{self, Moment};
use crate::text::clean;
use crate::words::{Lang, Words};

/// What has to be done.
#[must_use]
pub fn name(clock: &Clock, words: &Words) -> String {
    let [vi, en] = &clock.name;
    clean::shown(if words.lang() == Lang::Vi { vi } else { en })
}

/// The last moment in few letters: the minute where it counts today, else the day.
#[must_use]
pub fn last(clock: &Clock, now: Moment) -> String {
    let (last, now) = (clock.last().with_timezone(&when::zone()), now.with_timezone(&when::zone()));
    match (clock.by_day, last.date_naive() == now.date_naive()) {
        (false, true) => last.format("%H:%M").to_string(),
        _ => last.format("%d/%m").to_string(),
    }
}

/// A sign beside its colour.
#[must_use]
pub const fn mark(clock: &Clock) -> &'static str {
    match clock.state {
        State::Red => "!!",
        State::Amber => " !",
        State::Late => " ×",
        _ => "  ",
    }
}

/// How much is left, or how late it is; when it was done.
#[must_use]
pub fn left(clock: &Clock, now: Moment, words: &Words) -> String {
    let length = |to: Moment| span((to - clock.due).num_minutes().abs(), words);
    match (clock.state, clock.done) {
        (State::Red, _) => words.with("clock-over", &[("span", &length(now))]),
        (State::Paused, _) => words.get("clock-paused").to_owned(),
        (State::InTime, Some(at)) => words.with("clock-in-time", &[("at", &when::shown(at))]),
        (State::Late, Some(at)) => words.with("clock-late", &[("at", &when::shown(at)), ("span", &length(at))]),
        _ => words.with("clock-left", &[("span", &length(now))]),
    }
}

/// The same with its state in a word, where a line has room for it.
#[must_use]
pub fn standing(clock: &Clock, now: Moment, words: &Words) -> String {
    let length = || span((now - clock.due).num_minutes().abs(), words);
    match clock.state {
        State::Red => words.with("clock-overdue", &[("span", &length())]),
        State::Amber => words.with("clock-soon", &[("span", &length())]),
        _ => left(clock, now, words),
    }
}

/// Minutes in the unit that says enough.
fn span(minutes: i64, words: &Words) -> String {
    let (id, n) = match minutes {
        0..90 => ("clock-minutes", minutes),
        90..2880 => ("clock-hours", minutes / 60),
        _ => ("clock-days", minutes / (24 * 60)),
    };
    words.with(id, &[("n", &n.to_string())])
}

/// All of it in a line: what, until when, how it stands, where it is written.
#[must_use]
pub fn told(clock: &Clock, now: Moment, words: &Words) -> String {
    let args = [
        ("name", &*name(clock, words)),
        ("last", &*when::shown(clock.last())),
        ("left", &*standing(clock, now, words)),
        ("from", &*when::shown(clock.from)),
        ("rule", &*clean::shown(&clock.id)),
        ("source", &*clean::shown(&clock.source)),
    ];
    let said = words.with("clock-told", &args);
    if clock.confirmed { said } else { format!("{said} {}", words.get("clock-unconfirmed")) }
}
