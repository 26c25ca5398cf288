//! How long ago something was, when, and what is late, in few letters. Text only.

use super::App;
use crate::record::Overdue;
use crate::record::when::{self, Moment};

impl App {
    /// How long ago something was, in the largest unit that says enough.
    #[must_use]
    pub fn age(&self, since: Option<Moment>) -> String {
        let Some(since) = since else { return String::new() };
        let minutes = (self.now - since).num_minutes().max(0);
        let (hours, days) = (minutes / 60, minutes / (24 * 60));
        match (days, hours) {
            (0, 0) => self.words.with("tui-age-minutes", &[("n", &minutes.to_string())]),
            (0, _) => {
                let args = [("h", &*hours.to_string()), ("m", &*format!("{:02}", minutes % 60))];
                self.words.with("tui-age-hours", &args)
            }
            _ => self.words.with("tui-age-days", &[("n", &days.to_string())]),
        }
    }

    /// The hour, with the day where it isn't today.
    #[must_use]
    pub fn hour(&self, at: Moment) -> String {
        let (at, now) = (at.with_timezone(&when::zone()), self.now.with_timezone(&when::zone()));
        let today = at.date_naive() == now.date_naive();
        at.format(if today { "%H:%M" } else { "%d/%m %H:%M" }).to_string()
    }

    /// What is late about a patrol.
    #[must_use]
    pub fn late(&self, late: Overdue) -> String {
        let (id, since) = match late {
            Overdue::NotStarted(since) => ("tui-board-not-started", since),
            Overdue::NotBack(since) => ("tui-board-not-back", since),
            Overdue::Silent(since) => ("tui-board-silent", since),
        };
        self.words.with(id, &[("age", &self.age(Some(since)))])
    }
}
