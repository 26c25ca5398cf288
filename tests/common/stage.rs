//! A stage for the screens without a terminal: key scripts go in, screens and effects come out. A script is words
//! such as `F2`, `Enter`, `Ctrl+S` and quoted text, which is typed letter by letter.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use trucban::record::when::{self, Moment};
use trucban::tui::app::{self, App, Code, Door, Effect, Key, Msg, Now, Theme};
use trucban::tui::view;
use trucban::words::{Lang, Words};
use uuid::Uuid;

/// The screens, a clock that only the script moves, and what they want done.
pub struct Stage {
    pub app: App,
    pub at: Moment,
    pub effects: Vec<Effect>,
    /// What ids are made of.
    pub count: u128,
}

impl Stage {
    /// The unlock screen on the evening of 23 November 2026, a Monday.
    pub fn new(lang: Lang, colour: bool, size: (u16, u16)) -> Self {
        let logins = ["nguyen-van-a", "tran-thi-b", "y-bhim-nie"].map(str::to_owned).to_vec();
        let theme = if colour { Theme::Terminal } else { Theme::None };
        let door = Door { logins, login: None, demo: None, first: None, theme };
        Self::at_door(door, lang, size)
    }

    /// The unlock screen of a door.
    pub fn at_door(door: Door, lang: Lang, size: (u16, u16)) -> Self {
        let at = when::parse("2026-11-23T20:14:00+07:00").unwrap();
        let now = Now { at, ids: [Uuid::nil(); 2] };
        Self { app: App::new(Words::new(lang), door, size, now), at, effects: Vec::new(), count: 0x100 }
    }

    /// One message.
    pub fn tell(&mut self, msg: Msg) {
        let ids = [self.count + 1, self.count + 2].map(Uuid::from_u128);
        self.count += 2;
        let done = app::update(&mut self.app, msg, Now { at: self.at, ids });
        self.effects.extend(done);
    }

    /// A script of keys.
    pub fn keys(&mut self, script: &str) {
        for key in script_keys(script) {
            self.tell(Msg::Key(key));
        }
    }

    /// Goes down the form, from where the cursor is, to the field at this path.
    pub fn to(&mut self, path: &str) {
        let at = |app: &App| {
            let form = app.session().and_then(|session| session.form.as_ref());
            form.and_then(|form| form.slot()).map(|slot| slot.path.clone())
        };
        for _ in 0..100 {
            if at(&self.app).as_deref() == Some(path) {
                return;
            }
            self.keys("Tab");
        }
        panic!("no field {path}:\n{}", self.text());
    }

    /// A click on a place.
    pub fn click(&mut self, (x, y): (u16, u16)) {
        for key in view::keys_at(&self.app, Position::new(x, y)) {
            self.tell(Msg::Key(key));
        }
    }

    /// A click on the first place where the window says this.
    pub fn click_on(&mut self, text: &str) {
        let shown = self.text();
        let found = shown.lines().enumerate().find_map(|(y, line)| Some((line.find(text)?, line, y)));
        let (at, line, y) = found.unwrap_or_else(|| panic!("no {text:?} in\n{shown}"));
        let x = trucban::text::wrap::width(&line[..at]);
        self.click((u16::try_from(x).unwrap(), u16::try_from(y).unwrap()));
    }

    /// Time passes, with a tick when one is wanted.
    pub fn pass(&mut self, seconds: i64) {
        let until = self.at + TimeDelta::seconds(seconds);
        while let Some(wake) = self.app.wake().filter(|wake| *wake <= until) {
            self.at = wake;
            self.tell(Msg::Tick);
        }
        self.at = until;
        self.tell(Msg::Tick);
    }

    /// What was wanted since the last look.
    pub fn taken(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The window as cells.
    pub fn cells(&self) -> (Buffer, Option<Position>) {
        let (width, height) = self.app.size;
        let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
        let place = view::draw(&self.app, &mut cells);
        (cells, place)
    }

    /// The window as text, and below it the cursor and where the looks change.
    pub fn screen(&self) -> String {
        let (cells, place) = self.cells();
        let mut text = shown(&cells);
        match place {
            Some(place) => text.push_str(&format!("cursor {},{}\n", place.x, place.y)),
            None => text.push_str("no cursor\n"),
        }
        text.push_str(&looks(&cells));
        text
    }

    /// The window as text.
    pub fn text(&self) -> String {
        shown(&self.cells().0)
    }
}

/// The keys of a script.
pub fn script_keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    for (n, part) in script.split('"').enumerate() {
        if n % 2 == 1 {
            keys.extend(part.chars().map(|c| Key::plain(Code::Char(c))));
        } else {
            keys.extend(part.split_whitespace().map(key));
        }
    }
    keys
}

fn key(name: &str) -> Key {
    if let Some(rest) = name.strip_prefix("Ctrl+") {
        return Key { ctrl: true, ..key(&rest.to_lowercase()) };
    }
    let code = match name {
        "Enter" | "enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "BackTab" => Code::BackTab,
        "Backspace" => Code::Backspace,
        "Delete" => Code::Delete,
        "Left" | "left" => Code::Left,
        "Right" | "right" => Code::Right,
        "Up" | "up" => Code::Up,
        "Down" | "down" => Code::Down,
        "Home" => Code::Home,
        "End" | "end" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        f if f.starts_with('F') && f.len() > 1 => Code::F(f[1..].parse().unwrap()),
        one if one.chars().count() == 1 => Code::Char(one.chars().next().unwrap()),
        other => panic!("no key {other:?}"),
    };
    Key::plain(code)
}

fn shown(cells: &Buffer) -> String {
    let mut text = String::new();
    for y in cells.area.top()..cells.area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for x in cells.area.left()..cells.area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = cells[(x, y)].symbol();
            skip = trucban::text::wrap::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Runs of cells that look like something, row by row.
fn looks(cells: &Buffer) -> String {
    let mut text = String::new();
    for y in cells.area.top()..cells.area.bottom() {
        let mut runs: Vec<(u16, u16, Style)> = Vec::new();
        for x in cells.area.left()..cells.area.right() {
            let style = cells[(x, y)].style();
            match runs.last_mut() {
                Some((_, end, last)) if *last == style => *end = x,
                _ => runs.push((x, x, style)),
            }
        }
        let said: Vec<String> =
            runs.iter().filter_map(|(from, to, style)| Some(format!("{from}-{to} {}", look(*style)?))).collect();
        if !said.is_empty() {
            text.push_str(&format!("{y}: {}\n", said.join(", ")));
        }
    }
    text
}

fn look(style: Style) -> Option<String> {
    let mut said: Vec<String> = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::CROSSED_OUT, "crossed"),
    ]
    .into_iter()
    .filter(|(modifier, _)| style.add_modifier.contains(*modifier))
    .map(|(_, name)| name.to_owned())
    .collect();
    said.extend(style.fg.filter(|fg| *fg != ratatui::style::Color::Reset).map(|fg| format!("{fg}").to_lowercase()));
    said.extend(style.bg.filter(|bg| *bg != ratatui::style::Color::Reset).map(|bg| format!("on {bg}").to_lowercase()));
    (!said.is_empty()).then(|| said.join("+"))
}
