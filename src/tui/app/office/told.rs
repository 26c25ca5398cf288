//! What was said about the office: read, done, refused. Only shows it.

use super::super::cards::Card;
use super::super::csv::Written;
use super::super::work::STOPPED;
use super::super::{App, Manners};
use super::{Said, Seen, Told};
use crate::fault::{Fault, Outcome};

impl App {
    /// What the thread that writes says about the office.
    pub(in super::super) fn office_told(&mut self, told: Told) {
        match told {
            Told::Seen(room, seen) => {
                if let Ok(seen) = &seen {
                    self.learn(seen);
                }
                let rows = seen.map(|seen| self.rows(&seen));
                self.fill_room(room, rows);
            }
            Told::Desk(told) => self.desk_told(told),
            Told::Done(done) => self.office_done(done),
            Told::BackedUp(written) => self.backed_up(written),
            Told::Checked(health) => self.checked(health),
            Told::Due(due) => self.due_found(due),
            Told::Code(code) => self.show_code(code),
            Told::Printed(written) => self.code_written(written),
            Told::Purged(gone) => self.purged(gone),
            Told::Accesses(page) => self.accesses_seen(page),
            Told::Figures(asked, table) => self.figures_told(asked, table),
            Told::AccessFile(written) => self.accesses_written(written),
        }
    }

    /// The rest of the screens knows what was read here, too.
    fn learn(&mut self, seen: &Seen) {
        let Some(session) = self.session_mut() else { return };
        match seen {
            Seen::Officers(officers) => {
                session.known.officers.clone_from(officers);
                let here = officers.iter().filter(|officer| !officer.ended);
                let mut logins: Vec<String> = here.filter_map(|officer| officer.login.clone()).collect();
                logins.sort();
                self.door.logins = logins;
            }
            Seen::Areas(areas) => session.known.areas.clone_from(areas),
            Seen::Backups(_)
            | Seen::Rules(_)
            | Seen::Holds(_)
            | Seen::Volumes(_)
            | Seen::Signals(_)
            | Seen::Clocks(_) => {}
            Seen::Settings(settings) => {
                let value = |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
                let manners = Manners::read(|name| Ok(value(name).cloned().unwrap_or_default()));
                if let Ok(manners) = manners {
                    self.behave(manners);
                }
            }
        }
    }

    pub(in super::super) fn office_done(&mut self, done: Result<Said, Fault>) {
        self.work_over();
        match done {
            Ok(said) => {
                self.forget_typed();
                let args: Vec<(&str, &str)> = said.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.notice = Some(self.words.with(said.wording, &args));
            }
            Err(fault) => self.office_failed(&fault),
        }
        self.look_at_office();
        self.due_again();
    }

    /// It was stopped, or couldn't be done.
    pub(super) fn office_failed(&mut self, fault: &Fault) {
        if fault.code == STOPPED {
            self.notice = Some(self.words.fault(fault).0);
        } else {
            self.trouble(fault);
        }
    }

    /// What was typed was taken.
    pub(in super::super) fn forget_typed(&mut self) {
        if let Some(office) = self.office_mut() {
            office.typed = None;
        }
    }

    fn backed_up(&mut self, written: Outcome<Written>) {
        self.work_over();
        match written {
            Ok(written) => {
                self.forget_typed();
                let said = vec![self.written(&written), self.words.get("tui-backup-keep").to_owned()];
                self.card = Some(Card::Told { heading: "tui-backup-done", said, top: 0 });
            }
            Err(fault) => self.office_failed(&fault),
        }
        self.look_at_office();
    }
}
