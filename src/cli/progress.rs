//! Progress of long work, on stderr and only on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar or a spinner; nothing at all where nobody looks.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar over so many steps.
    pub fn counting(what: &str, steps: usize) -> Self {
        Self::styled(ProgressBar::new(steps as u64), "{msg} {wide_bar} {pos}/{len} {eta}", what)
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
    pub fn reach(&self, steps: usize) {
        self.0.set_position(steps as u64);
    }

    /// Takes it off the screen.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
