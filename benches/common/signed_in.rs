//! The release program on a made-up logbook, in a real terminal.

use std::path::Path;
use std::process::Command;

use trucban::logbook::demo_in;

use crate::pty::Terminal;

/// The program with the password typed and not yet sent.
pub fn locked(folder: &Path) -> Terminal {
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.args(["--lang", "en", "--logbook"]).arg(folder).env("TERM", "xterm-256color");
    let terminal = Terminal::open(&program);
    terminal.wait_for("Password:");
    terminal.keys(demo_in(folder).unwrap().1.chars().map(String::from));
    terminal
}

/// Sends the password and waits for the board.
pub fn enter(terminal: &Terminal) {
    terminal.send("\r");
    terminal.wait("board", |screen| screen.contents().contains("On duty: "));
}

/// Signed in, the board in front with all that it tells.
pub fn at_board(folder: &Path) -> Terminal {
    let terminal = locked(folder);
    enter(&terminal);
    terminal.settle();
    if terminal.text().contains("Is the clock right?") {
        // The made-up ward stopped days ago.
        terminal.send("\r");
        terminal.settle();
    }
    terminal.wait("clocks", |screen| !screen.contents().contains("Computing…"));
    terminal.settle();
    terminal
}

/// Signed in and gone on to the log.
pub fn unlocked(folder: &Path) -> Terminal {
    let terminal = at_board(folder);
    terminal.send("\x1b[18~");
    terminal.wait_for("Find: ");
    terminal.settle();
    terminal
}
