//! The unlock screen: who, the password, what must never be typed into this program.

use ratatui::layout::{Position, Rect};

use super::pen::{Pen, cols, cursor};
use super::pointer::walk;
use super::theme::Meaning;
use crate::text::{clean, wrap};
use crate::tui::app::{App, Code, Unlock};

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, unlock: &Unlock, pen: &mut Pen, body: Rect) -> Option<Position> {
    let width = usize::from(body.width.min(64) - 2);
    let left = body.x + (body.width - cols(width)) / 2;
    let shown = app.door.logins.len().clamp(1, usize::from(body.height.saturating_sub(5)).clamp(1, 6));
    let needed = cols(shown) + 4 + u16::from(app.door.demo.is_some());
    let mut y = body.y + body.height.saturating_sub(needed) / 3;
    banner(app, pen, (body, y));
    y += if needed < body.height { 2 } else { 1 };
    y = logins(app, unlock, pen, (left, y, width, shown));
    let label = format!("{}: ", app.words.get("tui-password"));
    let used = pen.text((left, y), width, &label, Meaning::Plain);
    let room = width.saturating_sub(usize::from(used));
    let signs = unlock.password.signs().min(room.saturating_sub(1));
    pen.blank(Rect { x: left + used, y, width: cols(room), height: 1 }, Meaning::Entry);
    pen.text((left + used, y), room, &"•".repeat(signs), Meaning::Entry);
    let place = cursor(body, usize::from(left + used) + signs, y);
    y += 1;
    if let Some((login, password)) = &app.door.demo {
        let said = app.words.with("tui-demo-sign-in", &[("login", login), ("password", password)]);
        for row in wrap::lines(&said, width) {
            pen.text((left, y), width, said.get(row).unwrap_or_default(), Meaning::Head);
            y += 1;
        }
    }
    pen.brief((left, y), width, &state(app, unlock, "tui-unlock-hint"), Meaning::Quiet);
    if unlock.work.is_some() {
        let said = app.words.get("opening-older");
        for (y, row) in (y + 1..body.bottom()).zip(wrap::lines(said, width)) {
            pen.text((left, y), width, said.get(row).unwrap_or_default(), Meaning::Notice);
        }
    }
    place.filter(|_| !unlock.busy)
}

fn banner(app: &App, pen: &mut Pen, (body, y): (Rect, u16)) {
    let text = format!(" {} ", app.words.get("tui-no-secrets"));
    let width = wrap::width(&text).min(usize::from(body.width));
    let x = body.x + (body.width - cols(width)) / 2;
    pen.brief((x, y), width, &text, Meaning::Banner);
}

/// The logins around the one under the cursor; the row below them.
fn logins(app: &App, unlock: &Unlock, pen: &mut Pen, (x, mut y, width, shown): (u16, u16, usize, usize)) -> u16 {
    let top = unlock.at.saturating_sub(shown / 2).min(app.door.logins.len().saturating_sub(shown));
    for (n, login) in app.door.logins.iter().enumerate().skip(top).take(shown) {
        let picked = n == unlock.at;
        let (mark, meaning) = if picked { ("› ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
        pen.brief((x, y), width, &format!("{mark}{} ", clean::shown(login)), meaning);
        pen.click(Rect { x, y, width: cols(width), height: 1 }, || walk((unlock.at, n), (Code::Up, Code::Down)));
        y += 1;
    }
    y
}

/// What is being done with the password, or what to do.
pub(super) fn state(app: &App, unlock: &Unlock, hint: &str) -> String {
    let waits = unlock.waits(app.now);
    if unlock.busy {
        app.words.get(if app.session().is_some() { "tui-proving" } else { "tui-unlocking" }).to_owned()
    } else if unlock.until.is_some() && waits > 0 {
        app.words.with("tui-wait", &[("seconds", &waits.to_string())])
    } else {
        app.words.get(hint).to_owned()
    }
}
