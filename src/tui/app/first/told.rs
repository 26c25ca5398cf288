//! Answers on the first run: a recovery code, a card, a written paper, and at last a logbook to sign in to.

use super::{Paper, Ready, Step, Told};
use crate::tui::app::msg::Now;
use crate::tui::app::work::STOPPED;
use crate::tui::app::{App, Card, Screen, locked};

impl App {
    pub(in crate::tui::app) fn first_told(&mut self, told: Told, now: Now) {
        let Screen::First(first) = &mut self.screen else { return };
        first.waits = false;
        match told {
            Told::Paper(code) => {
                first.paper = Some(Paper::new(code, now.ids[0]));
                first.go(Step::Paper);
            }
            Told::Card(Ok(read)) => first.read = Some(read),
            Told::Printed(Ok(file)) => {
                let said = vec![file, self.words.get("tui-first-printed").to_owned()];
                self.card = Some(Card::Told { heading: "cmd-paper", said, top: 0 });
            }
            Told::Ready(Ok(ready)) => self.first_over(ready),
            Told::Card(Err(fault)) | Told::Printed(Err(fault)) => self.first_fault(&fault),
            Told::Ready(Err(fault)) => {
                self.work_over();
                if fault.code == STOPPED {
                    self.notice = Some(self.words.fault(&fault).0);
                } else {
                    self.first_fault(&fault);
                }
            }
        }
    }

    /// There is a logbook: its commander shows at once that the password is known.
    fn first_over(&mut self, ready: Ready) {
        let Ready { logins, login, demo } = ready;
        let said = if demo.is_some() { "tui-first-demo-ready" } else { "tui-first-ready" };
        self.door.logins = logins;
        self.door.demo = demo.map(|password| (login.clone(), password));
        self.door.login = Some(login);
        self.door.first = None;
        self.screen = Screen::Unlock(locked(&self.door));
        self.notice = Some(self.words.get(said).to_owned());
    }
}
