//! From a key to the frame. First update and drawing alone, with no terminal and no logbook behind them; the limit
//! beside each is the same window filled with plain text, which any screen has to do at least. Then the release program
//! in a real terminal, in turns with nano.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench may stop at the first surprise"
)]

#[cfg(unix)]
#[path = "keystroke/beside_nano.rs"]
mod beside_nano;
mod common;
#[cfg(unix)]
#[path = "../tests/common/pty.rs"]
mod pty;
#[cfg(unix)]
#[path = "common/signed_in.rs"]
mod signed_in;
#[path = "../tests/common/stage.rs"]
mod stage;
#[path = "../tests/common/ward.rs"]
mod ward;

use std::hint::black_box;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use stage::Stage;
use trucban::tui::app::{Code, Effect, Key, Msg};
use trucban::words::Lang;

/// Keys in one measurement.
const KEYS: usize = 200;

fn main() {
    common::table("From a key to the frame, 200 keys", "plain text");
    for size in [(80, 24), (200, 60)] {
        let named = |what: &str| format!("{what}, {}x{}", size.0, size.1);
        let mut log = signed_in(size, 1);
        measure(&named("down the list"), &mut log, Key::plain(Code::Down));
        let mut deep = signed_in(size, 1000);
        measure(&named("down the list, 100,000 rows read"), &mut deep, Key::plain(Code::Down));
        measure(&named("a letter in the search"), &mut log, Key::plain(Code::Char('t')));
        let mut form = signed_in(size, 1);
        form.keys("F3");
        measure(&named("the next field"), &mut form, Key::plain(Code::Tab));
        let mut note = narrative(size, 0);
        measure(&named("a letter in an empty narrative"), &mut note, Key::plain(Code::Char('ộ')));
        let mut full = narrative(size, 15_000);
        measure(&named("a letter in a narrative of 15,000"), &mut full, Key::plain(Code::Char('ộ')));
    }
    #[cfg(unix)]
    beside_nano::run();
}

/// A key and its frame beside the same window filled with plain text.
fn measure(name: &str, stage: &mut Stage, key: Key) {
    let (width, height) = stage.app.size;
    let line = "Trộm xe máy trước chợ ".repeat(usize::from(width) / 20 + 1);
    let ours = || {
        for _ in 0..KEYS {
            stage.tell(Msg::Key(key));
            black_box(stage.cells());
        }
    };
    let bare = || {
        for _ in 0..KEYS {
            let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
            for y in 0..height {
                cells.set_stringn(0, y, &line, usize::from(width), Style::new());
            }
            black_box(cells);
        }
    };
    let (ours, bare) = common::pair(ours, bare);
    common::row(name, ours, bare, "a frame under 16 ms");
}

/// The log with so many pages read.
fn signed_in(size: (u16, u16), pages: usize) -> Stage {
    let mut stage = Stage::new(Lang::Vi, true, size);
    stage.keys("\"x\" Enter");
    stage.tell(Msg::Unlocked(Ok(Box::new(ward::opened()))));
    stage.keys("F7");
    let rows = ward::rows();
    let page: Vec<_> = rows.iter().cycle().take(100 * pages).cloned().collect();
    for effect in stage.taken() {
        if let Effect::Page { generation, .. } = effect {
            stage.tell(Msg::Page(generation, Ok(page.iter().cloned().map(Into::into).collect())));
        }
    }
    stage
}

/// An incident whose narrative has the cursor and so many characters.
fn narrative(size: (u16, u16), length: usize) -> Stage {
    let mut stage = signed_in(size, 1);
    stage.keys("F3");
    while stage.app.session().unwrap().form.as_ref().unwrap().slot().unwrap().path != "narrative" {
        stage.keys("Tab");
    }
    stage.tell(Msg::Paste("Chị B để xe trước cổng chợ. ".repeat(length / 28)));
    stage
}
