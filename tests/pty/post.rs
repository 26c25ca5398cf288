//! A small post for the tests in a terminal: its logbook, the program on it, and the hands of its officer.

use std::path::Path;
use std::process::Command;

use chrono::{Datelike as _, Utc};
use tempfile::TempDir;
use trucban::acts::session::sign_in;
use trucban::acts::{shift, write};
use trucban::journal::Mint as _;
use trucban::logbook::{Filter, Logbook, Mode, Row};
use trucban::record::{Kind, when};
use trucban::tui::app::{Code, Key};

use crate::common::{self, Clock, PASSWORD};
use crate::pty::Terminal;
use crate::stage::script_keys;

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const TAB: &str = "\t";
pub const BACK_TAB: &str = "\x1b[Z";
pub const BACKSPACE: &str = "\x7f";
pub const F2: &str = "\x1bOQ";
pub const F3: &str = "\x1bOR";
pub const F7: &str = "\x1b[18~";

/// A logbook whose clock is the real one, so that nothing about it is odd.
pub fn logbook() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    common::post(dir.path(), &mut clock(7));
    dir
}

/// Such a logbook with a shift that is open and an incident in it.
pub fn busy() -> TempDir {
    let dir = logbook();
    let (book, who) = sign_in(dir.path(), None, PASSWORD, Mode::Write).unwrap();
    let mut mint = clock(9);
    let now = mint.now();
    let hours = |hours| when::kept(now + chrono::TimeDelta::hours(hours));
    let planned = common::object(serde_json::json!({"planned_start": hours(-1), "planned_end": hours(11)}));
    let ids = (mint.id(), mint.id());
    shift::open(&book, &who, ids, &planned, &mut mint).unwrap();
    let mut input = common::incident("Mất xe ở chợ");
    input.insert("reported_at".into(), hours(0).into());
    let (id, record) = (mint.id(), mint.id());
    write::create(&book, &who, &write::Form { id, record, kind: Kind::Incident, input: &input }, &mut mint).unwrap();
    dir
}

/// A clock that stands where it stood five minutes ago.
pub fn clock(seed: u64) -> Clock {
    Clock::at(&when::kept(Utc::now().with_timezone(&when::zone()) - chrono::TimeDelta::minutes(5)), seed)
}

/// The number of the first incident of this year.
pub fn first_incident() -> String {
    format!("VV-{}-000001", Utc::now().with_timezone(&when::zone()).year())
}

/// The program on this logbook.
pub fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.args(["--lang", "en", "--logbook"]).arg(folder);
    program.env("TERM", "xterm-256color").env_remove("NO_COLOR");
    program
}

/// The program at its unlock screen.
pub fn open(folder: &TempDir) -> Terminal {
    at_unlock(&program(folder.path()))
}

/// Any program at its unlock screen.
pub fn at_unlock(program: &Command) -> Terminal {
    let terminal = Terminal::open(program);
    terminal.wait_for("Password:");
    terminal
}

/// The program with its officer signed in.
pub fn unlocked(folder: &TempDir) -> Terminal {
    let terminal = open(folder);
    unlock(&terminal);
    terminal
}

/// The program with its officer signed in, at the board.
pub fn at_board(folder: &TempDir) -> Terminal {
    let terminal = open(folder);
    enter(&terminal);
    terminal
}

/// Signs in.
pub fn enter(terminal: &Terminal) {
    terminal.keys(letters(PASSWORD));
    terminal.send(ENTER);
    // The board comes in two steps; the second one must not be taken for the answer to a key.
    let told = |text: String| !text.contains("Password:") && !text.contains("Computing…");
    terminal.wait("board", |screen| told(screen.contents()));
    terminal.settle_for(300);
}

/// Signs in and goes on to the log; a card that lies above keeps the key to itself.
pub fn unlock(terminal: &Terminal) {
    enter(terminal);
    terminal.send(F7);
    terminal.settle();
}

/// A script of keys (`tests/common/stage.rs`), a key at a time as the program keeps up.
pub fn script(terminal: &Terminal, script: &str) {
    for key in script_keys(script) {
        terminal.press(bytes(key));
        if key.code == Code::F(2) {
            // What is saved goes to the disk first, and no key means anything until it is there.
            terminal.settle_for(500);
        }
    }
}

/// What a terminal sends for a key.
fn bytes(key: Key) -> String {
    match (key.code, key.ctrl) {
        (Code::Char(c), true) => char::from(u8::try_from(c).unwrap() & 0x1f).into(),
        (Code::Char(c), false) => c.into(),
        (Code::Enter, _) => ENTER.into(),
        (Code::Tab, _) => TAB.into(),
        (Code::Esc, _) => ESC.into(),
        (Code::Down, _) => "\x1b[B".into(),
        (Code::F(n @ 1..=4), _) => format!("\x1bO{}", char::from(b'O' + n)),
        (Code::F(n @ 5..=9), _) => format!("\x1b[{}~", [15, 17, 18, 19, 20][usize::from(n - 5)]),
        other => panic!("no bytes for {other:?}"),
    }
}

/// A text key by key.
pub fn letters(text: &str) -> impl Iterator<Item = String> {
    text.chars().map(String::from)
}

/// A new incident with its category chosen, the cursor in the field with this label.
pub fn incident(terminal: &Terminal, label: &str) {
    terminal.send(F3);
    terminal.wait_for("New incident");
    terminal.keys(letters("trom xe"));
    terminal.wait_for("Vehicle theft");
    terminal.send(ENTER);
    field(terminal, label);
}

/// Goes to a field: on to the end of the form, then back to its beginning.
pub fn field(terminal: &Terminal, label: &str) {
    let here = format!("›{label}");
    for key in [TAB, BACK_TAB] {
        let mut before = String::new();
        while before != terminal.text() {
            before = terminal.text();
            if before.contains(&here) {
                return;
            }
            terminal.press(key);
        }
    }
    panic!("no field {label}:\n{}", terminal.text());
}

/// The row of the screen that has this in it.
pub fn row(terminal: &Terminal, part: &str) -> String {
    let text = terminal.text();
    text.lines().find(|row| row.contains(part)).unwrap_or_else(|| panic!("no {part}:\n{text}")).to_owned()
}

/// The logbook, opened beside the program.
pub fn beside(folder: &TempDir) -> (Logbook, Vec<Row>) {
    let (book, _) = sign_in(folder.path(), None, PASSWORD, Mode::Read).unwrap();
    let rows = book.list(&Filter { limit: 10, ..Filter::default() }).unwrap();
    (book, rows)
}

/// Every mode of the terminal is given back, and that was said in bytes.
pub fn assert_given_back(terminal: &Terminal) {
    let seen = terminal.seen();
    let screen = &seen.screen;
    assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor(), "{}", screen.contents());
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    let said = |bytes: &[u8]| seen.bytes.windows(bytes.len()).filter(|window| *window == bytes).count();
    for bytes in [&b"\x1b[?1049h"[..], b"\x1b[?2004h", b"\x1b[?2004l", b"\x1b[?25h", b"\x1b[?1000h"] {
        assert!(said(bytes) > 0, "{} was never said", bytes.escape_ascii());
    }
    let (entered, left) = (said(b"\x1b[?1049h"), said(b"\x1b[?1049l"));
    assert_eq!(left, entered, "left as often as entered, or the shell's text is overwritten");
}
