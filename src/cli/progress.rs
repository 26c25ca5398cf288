//! Progress of long work, on stderr and only on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::logbook::Stop;
use crate::sync::{self, Stage};
use crate::words::Words;

/// A bar or a spinner; nothing at all where nobody looks.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar over so many steps.
    pub fn counting(what: &str, steps: u64) -> Self {
        Self::styled(ProgressBar::new(steps), "{msg} {wide_bar} {pos}/{len} {eta}", what)
    }

    /// Work of which nobody knows how long it takes.
    pub fn waiting(what: &str) -> Self {
        let spinner = Self::styled(ProgressBar::new_spinner(), "{spinner} {msg} {elapsed}", what);
        spinner.0.enable_steady_tick(Duration::from_millis(120));
        spinner
    }

    fn styled(bar: ProgressBar, look: &str, what: &str) -> Self {
        let style = ProgressStyle::with_template(look);
        Self(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())).with_message(what.to_owned()))
    }

    /// So many steps are done.
    pub fn reach(&self, steps: u64) {
        self.0.set_position(steps);
    }

    /// Takes it off the screen.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// A bar for each stage of a long act.
pub struct Steps<'a> {
    words: &'a Words,
    bar: Option<(Stage, Progress)>,
}

impl<'a> Steps<'a> {
    /// No bar yet.
    pub const fn new(words: &'a Words) -> Self {
        Self { words, bar: None }
    }

    /// Shows how far it is.
    pub fn show(&mut self, at: sync::Progress) {
        if self.bar.as_ref().is_none_or(|(stage, _)| *stage != at.stage) {
            self.end();
            self.bar = Some((at.stage, Progress::counting(self.words.get(at.stage.id()), at.total)));
        }
        if let Some((_, bar)) = &self.bar {
            bar.reach(at.done);
        }
    }

    /// Says a line above the bars.
    pub fn say(&self, line: &str) {
        if let Some((_, bar)) = &self.bar {
            bar.0.println(line);
        }
    }

    /// Takes it off the screen.
    pub fn end(&mut self) {
        if let Some((_, bar)) = self.bar.take() {
            bar.end();
        }
    }
}

/// Set by Ctrl+C or a wish of the system to end: long work stops at the next place where nothing is half done. Whoever
/// asks a second time doesn't wait for it.
#[cfg(unix)]
pub fn interrupted() -> Stop {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag::{register, register_conditional_default};
    let stop = Stop::default();
    for signal in [SIGINT, SIGTERM] {
        // Without a handler the signal ends the program at once: nothing is half done then either, only unanswered.
        let _ = register_conditional_default(signal, stop.flag()).and_then(|_| register(signal, stop.flag()));
    }
    stop
}

/// Nothing says so here.
#[cfg(not(unix))]
pub fn interrupted() -> Stop {
    Stop::default()
}
