//! The screens. `app` is the program as a value, `view` turns it into cells; neither touches a terminal, a clock or
//! the logbook. `run` brings them together with the terminal and the two threads that know the logbook.

pub mod app;
pub mod command;
mod guard;
mod input;
pub mod run;
mod signals;
pub mod view;

use std::path::Path;

use self::app::{App, Door, Theme};
use crate::fault::{Fault, Kind, Outcome};
use crate::logbook::{Folder, demo_in, files, login_for, logins_in};
use crate::words::{Lang, Words};

/// How the screens are to begin.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The language.
    pub lang: Lang,
    /// The officer or login to begin with.
    pub officer: Option<String>,
}

/// Shows the screens of a logbook until the officer leaves; those of the first run where there is none yet.
///
/// # Errors
/// E023 no logbook, and something else in its place; those of [`run::show`].
pub fn run(folder: &Path, options: Options) -> Outcome<()> {
    run_with(folder, options, |app| app)
}

/// As [`run()`], with something around the program: tests put a fault there.
///
/// # Errors
/// As [`run()`].
pub fn run_with<S: run::Screens>(folder: &Path, options: Options, wrap: impl FnOnce(App) -> S) -> Outcome<()> {
    let Options { lang, officer } = options;
    let shown = files::shown(folder);
    let first = !folder.join("logbook.db").is_file();
    if first && !Folder::is_vacant(folder) {
        return Err(Fault::new(Kind::Use, "E023").with("folder", shown));
    }
    let logins = logins_in(folder);
    let demo = demo_in(folder).and_then(|(name, password)| Some((login_for(&name, &logins)?, password)));
    let login = officer.and_then(|name| login_for(&name, &logins));
    let door = Door { logins, login, demo, first: first.then_some(shown), theme: theme() };
    run::show(folder, |size, now| wrap(App::new(Words::new(lang), door, size, now)))
}

/// The theme that fits this terminal.
fn theme() -> Theme {
    let term = std::env::var("TERM").unwrap_or_default();
    Theme::fitting(&term, std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()))
}
