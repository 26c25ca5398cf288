//! What stands around every screen: the bar on top, the line about what just happened, the keys at the bottom.

use chrono::Datelike;
use ratatui::layout::Rect;

use super::hints;
use super::pen::{Pen, cols, row};
use super::theme::Meaning;
use crate::record::lunar::LunarDay;
use crate::record::when;
use crate::text::{clean, number, wrap};
use crate::tui::app::lines::{short_number, tiny};
use crate::tui::app::{App, Session, Work};

/// The bar on top: program, unit, shift, officer; the clock on the right; that data is made up comes first.
pub(super) fn bar(app: &App, pen: &mut Pen) {
    let area = row(pen.area(), 0);
    pen.blank(area, Meaning::Bar);
    let width = usize::from(area.width);
    let clock = clock(app, width >= 60);
    let mut clock_at = width.saturating_sub(wrap::width(&clock) + 1);
    let mut x =
        area.x + pen.text((area.x, area.y), width, &format!(" {} ", app.words.get("tui-program")), Meaning::Bar);
    if app.door.demo.is_some() || app.session().is_some_and(|session| session.demo) {
        x += pen.text((x, area.y), width, &format!(" {} ", app.words.get("tui-demo")), Meaning::Banner);
    }
    let room = clock_at.saturating_sub(usize::from(x - area.x) + 1);
    let said = app.session().map(|session| said(app, session, room)).unwrap_or_default();
    pen.brief((x, area.y), room, &said, Meaning::Bar);
    // The lunar date takes no room from anything else.
    let lunar = lunar(app);
    let fits = width >= 60 && wrap::width(&said) + wrap::width(&lunar) < room;
    let clock = if fits { format!("{clock} {lunar}") } else { clock };
    clock_at -= if fits { wrap::width(&lunar) + 1 } else { 0 };
    pen.text((area.x + cols(clock_at), area.y), width, &clock, Meaning::Bar);
}

/// The day of the lunar calendar, by which people here know holidays and market days.
fn lunar(app: &App) -> String {
    let lunar = LunarDay::of(app.now.with_timezone(&when::zone()).date_naive());
    let id = if lunar.leap { "tui-lunar-leap" } else { "tui-lunar" };
    app.words.with(id, &[("day", &lunar.day.to_string()), ("month", &lunar.month.to_string())])
}

/// Unit, shift and officer; where there is little room the number is short, and then the unit goes.
fn said(app: &App, session: &Session, room: usize) -> String {
    let shift = |number: fn(&str) -> String| match &session.shift {
        Some(shift) => app.words.with("tui-bar-shift", &[("number", &number(&shift.row.number))]),
        None => app.words.get("tui-bar-no-shift").to_owned(),
    };
    let (unit, name) = (clean::shown(&session.unit_name), clean::shown(&session.who.name));
    if session.desk {
        // There are no shifts at a desk.
        let whole = format!("· {unit} · {name}");
        return if wrap::width(&whole) <= room { whole } else { format!("· {name}") };
    }
    let short = format!("· {} · {name}", shift(tiny));
    let said = [format!("· {unit} · {} · {name}", shift(short_number)), format!("· {unit} {short}")];
    said.into_iter().find(|said| wrap::width(said) <= room).unwrap_or(short)
}

fn clock(app: &App, long: bool) -> String {
    let now = app.now.with_timezone(&when::zone());
    if !long {
        return now.format("%H:%M").to_string();
    }
    let day = format!("tui-weekday-{}", now.weekday().number_from_monday());
    format!("{} {}", app.words.get(&day), when::shown(now))
}

/// From this height on, more keys stand in the line of the notice while there is nothing to say.
const ROOMY: u16 = 20;

/// The two lines at the bottom.
pub(super) fn foot(app: &App, pen: &mut Pen) {
    let area = pen.area();
    let mut rows = vec![row(area, area.height - 1)];
    let width = usize::from(area.width);
    if let Some(work) = app.under_way() {
        progress(app, work, pen, row(area, area.height - 2));
    } else if let Some(notice) = &app.notice {
        pen.brief((area.x + 1, area.bottom() - 2), width - 2, &clean::shown(notice), Meaning::Notice);
    } else if area.height >= ROOMY {
        rows.push(row(area, area.height - 2));
    }
    hints::draw(app, pen, &rows);
}

/// A bar, the share that is done, the time left, and how it is stopped.
fn progress(app: &App, work: &Work, pen: &mut Pen, area: Rect) {
    let width = usize::from(area.width);
    let (stage, done, total) = match &work.going {
        Some(going) => (app.words.get(going.stage.id()), going.done, going.total.max(1)),
        None => (app.words.get("tui-work-begins"), 0, 1),
    };
    let (counted, done) = (done, done.min(total));
    let percent = (done.saturating_mul(100) / total).to_string();
    let left = work.left(app.now).map(|left| left.to_string()).unwrap_or_default();
    let said = if work.stopping {
        app.words.get("tui-work-stopping").to_owned()
    } else if !work.stops {
        app.words.with("tui-work-through", &[("stage", stage)])
    } else if work.going.is_some_and(|going| going.total == 0 && going.done == 0) {
        app.words.with("tui-work-at", &[("stage", stage)])
    } else if work.going.is_some_and(|going| going.total == 0) {
        app.words.with("tui-work-counted", &[("stage", stage), ("done", &number::grouped(counted))])
    } else {
        let (done, total) = (number::grouped(done), number::grouped(total));
        let args = [("stage", stage), ("done", &*done), ("total", &*total), ("percent", &*percent), ("left", &*left)];
        app.words.with("tui-work-going", &args)
    };
    let used = usize::from(pen.brief((area.x + 1, area.y), width.saturating_sub(2), &said, Meaning::Notice));
    let room = width.saturating_sub(used + 4).min(40);
    if room >= 10 && work.going.is_none_or(|going| going.total > 0) {
        let share = usize::try_from(done.saturating_mul(room as u64) / total).unwrap_or(0).min(room);
        let bar = format!("{}{}", "█".repeat(share), "░".repeat(room - share));
        pen.text((area.x + cols(used) + 3, area.y), room, &bar, Meaning::Key);
    }
}
