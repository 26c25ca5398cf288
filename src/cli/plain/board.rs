//! What is on now, in lines.

use crate::acts::board::{Board, board};
use crate::cli::Done;
use crate::cli::context::Context;
use crate::cli::view::Names;
use crate::journal::Mint as _;
use crate::logbook::Mode;
use crate::record::when::{self, Moment};
use crate::words::Words;

/// Lines of the log.
const LINES: usize = 8;

/// Says it.
pub fn show(context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let seen = board(&book, &who, context.mint.now())?;
    let names = Names::of(&book)?;
    let words = &context.words;
    let mut lines = vec![format!("{} · {} · {}", book.own().name, who.name, when::shown(seen.at))];
    lines.extend(book.own().demo.is_some().then(|| words.get("tui-demo").to_owned()));
    lines.push(shift(&seen, &names, words));
    lines.push(match seen.open_total {
        0 => words.get("tui-board-open-none").to_owned(),
        count => words.with("tui-board-open", &[("count", &count.to_string())]),
    });
    for item in &seen.open {
        let number = item.number.as_deref().map(|number| format!("{} ", names.number(number))).unwrap_or_default();
        let since = item.since.map(|since| format!(", {}", when::shown(since))).unwrap_or_default();
        lines.push(format!("  {number}{}{since}", item.title));
    }
    for (row, late) in &seen.patrols {
        let state = crate::report::names::status(&row.kind, row.status.as_deref().unwrap_or_default(), words);
        let late = if late.is_some() { "! " } else { "" };
        lines.push(format!("  {late}{} {state}, {}", names.number(&row.number), when::shown(row.at)));
    }
    lines.push(words.get("tui-board-lines").to_owned());
    for line in seen.lines.iter().take(LINES) {
        let title = line.row.title.as_deref().unwrap_or_default();
        lines.push(format!("  {} {} {title}", when::shown(line.at), names.number(&line.row.number)));
    }
    lines.extend(week(&seen, words));
    lines.push(backup("tui-board-backup", seen.backup, words));
    lines.push(backup("tui-board-elsewhere", seen.backup_elsewhere.as_ref().map(|(at, _)| *at), words));
    lines.push(words.with("tui-board-head", &[("head", &seen.head)]));
    context.out.lines(&lines);
    Ok(0)
}

fn shift(seen: &Board, names: &Names<'_>, words: &Words) -> String {
    let Some(shift) = &seen.shift else { return words.get("plain-no-shift").to_owned() };
    let at = shift.data.when("started_at").map(when::shown).unwrap_or_default();
    let present = shift.data.0.get("present").filter(|n| !n.is_null()).map(ToString::to_string).unwrap_or_default();
    words.with("tui-board-shift", &[("number", names.number(&shift.row.number)), ("at", &at), ("present", &present)])
}

fn week(seen: &Board, words: &Words) -> Vec<String> {
    let Some(brief) = &seen.week else { return Vec::new() };
    let state = words.get(&format!("week-{}", brief.state.name())).to_owned();
    let args = [("week", &*brief.week.name()), ("dates", &*brief.week.dates()), ("state", &*state)];
    let [errors, holds, warnings] = brief.findings.map(|n| n.to_string());
    let found = [("errors", &*errors), ("holds", &*holds), ("warnings", &*warnings)];
    let found = Some(words.with("tui-board-findings", &found)).filter(|_| brief.findings != [0, 0, 0]);
    std::iter::once(words.with("tui-board-week", &args)).chain(found).collect()
}

fn backup(id: &str, at: Option<Moment>, words: &Words) -> String {
    let at = at.map_or_else(|| words.get("tui-board-backup-none").to_owned(), when::shown);
    format!("{}: {at}", words.get(id))
}
