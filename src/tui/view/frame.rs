//! What stands around every screen: the bar on top, the line about what just happened, the keys at the bottom.

use chrono::Datelike;
use ratatui::layout::Rect;

use super::pen::{Pen, cols, row};
use super::theme::Meaning;
use crate::record::when;
use crate::text::{clean, wrap};
use crate::tui::app::lines::short_number;
use crate::tui::app::{App, Session};
use crate::tui::command::{COMMANDS, Id, Place, cap};

/// The bar on top: program, unit, shift, officer; the clock on the right; that data is made up comes first.
pub(super) fn bar(app: &App, pen: &mut Pen) {
    let area = row(pen.area(), 0);
    pen.blank(area, Meaning::Bar);
    let width = usize::from(area.width);
    let clock = clock(app, width >= 60);
    let clock_at = width.saturating_sub(wrap::width(&clock) + 1);
    let mut x =
        area.x + pen.text((area.x, area.y), width, &format!(" {} ", app.words.get("tui-program")), Meaning::Bar);
    if app.door.demo.is_some() || app.session().is_some_and(|session| session.demo) {
        x += pen.text((x, area.y), width, &format!(" {} ", app.words.get("tui-demo")), Meaning::Banner);
    }
    let room = clock_at.saturating_sub(usize::from(x - area.x) + 1);
    if let Some(session) = app.session() {
        pen.text((x, area.y), room, &wrap::brief(&said(app, session), room), Meaning::Bar);
    }
    pen.text((area.x + cols(clock_at), area.y), width, &clock, Meaning::Bar);
}

fn said(app: &App, session: &Session) -> String {
    let shift = match &session.shift {
        Some(shift) => app.words.with("tui-bar-shift", &[("number", &short_number(&shift.row.number))]),
        None => app.words.get("tui-bar-no-shift").to_owned(),
    };
    format!("· {} · {shift} · {}", clean::shown(&session.unit_name), clean::shown(&session.who.name))
}

fn clock(app: &App, long: bool) -> String {
    let now = app.now.with_timezone(&when::zone());
    if !long {
        return now.format("%H:%M").to_string();
    }
    let day = format!("tui-weekday-{}", now.weekday().number_from_monday());
    format!("{} {}", app.words.get(&day), when::shown(now))
}

/// The two lines at the bottom.
pub(super) fn foot(app: &App, pen: &mut Pen) {
    let area = pen.area();
    let width = usize::from(area.width);
    if let Some(notice) = &app.notice {
        pen.brief((area.x + 1, area.bottom() - 2), width - 2, &clean::shown(notice), Meaning::Notice);
    }
    hints(app, pen, row(area, area.height - 1));
}

/// The keys that mean something here, as many as there is room for.
fn hints(app: &App, pen: &mut Pen, area: Rect) {
    let place = app.place();
    let mut x = area.x + 1;
    let mut hint = |key: &str, name: &str| {
        let wide = cols(wrap::width(key) + 1 + wrap::width(name));
        if x + wide > area.right() {
            return false;
        }
        x += pen.text((x, area.y), usize::from(area.right() - x), key, Meaning::Key) + 1;
        x += pen.text((x, area.y), usize::from(area.right() - x), name, Meaning::Quiet) + 2;
        true
    };
    if place == Place::Card || place == Place::Unlock {
        hint("Enter", app.words.get("tui-hint-enter"));
    }
    // While an export is under way, it can be stopped and nothing else.
    let means = |id| !app.is_exporting() || matches!(id, Id::Leave | Id::Quit);
    for command in COMMANDS.iter().filter(|command| command.works(place) && means(command.id)) {
        let Some(key) = command.keys.first() else { continue };
        if !hint(&cap(*key), app.words.get(command.wording)) {
            break;
        }
    }
}
