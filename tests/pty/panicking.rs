//! The real screens with a fault in them, so that the product needs no hidden trigger: F12 panics while a message is
//! taken in, F11 while it is drawn. This test program runs itself again as the program in the terminal.

use std::path::Path;
use std::process::Command;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use trucban::record::when::Moment;
use trucban::tui::app::{App, Code, Effect, Msg, Now};
use trucban::tui::{self, Options, run::Screens};
use trucban::words::{Lang, Words};

const FOLDER: &str = "PANICKING_SCREENS_OF";

/// The program with the fault.
pub fn program(folder: &Path) -> Command {
    let mut program = Command::new(std::env::current_exe().unwrap());
    program.args(["panicking::screens", "--exact", "--ignored", "--nocapture", "--quiet"]);
    program.env(FOLDER, folder).env("TERM", "xterm-256color");
    program
}

struct Panicking {
    app: App,
    ill: bool,
}

impl Screens for Panicking {
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        match msg {
            Msg::Key(key) if key.code == Code::F(12) => panic!("secret"),
            Msg::Key(key) if key.code == Code::F(11) => self.ill = true,
            _ => {}
        }
        self.app.update(msg, now)
    }

    fn mouse(&self) -> bool {
        self.app.mouse()
    }

    fn draw(&self, cells: &mut Buffer) -> Option<Position> {
        assert!(!self.ill, "secret");
        self.app.draw(cells)
    }

    fn wake(&self) -> Option<Moment> {
        self.app.wake()
    }
}

#[test]
#[ignore = "the program in the terminal of other tests"]
fn screens() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let options = Options { lang: Lang::En, ..Options::default() };
    let shown = tui::run_with(folder.as_ref(), options, |app| Panicking { app, ill: false });
    let Err(fault) = shown else { std::process::exit(0) };
    let (what, hint) = Words::new(Lang::En).fault(&fault);
    eprintln!("{what}\n{hint}");
    std::process::exit(fault.kind.exit().into());
}
