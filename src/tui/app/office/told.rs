//! What was said about the office: read, done, refused. Only shows it.

use super::super::{App, Manners};
use super::{Said, Seen, Told};
use crate::fault::Fault;

impl App {
    /// What the thread that writes says about the office.
    pub(in super::super) fn office_told(&mut self, told: Told) {
        match told {
            Told::Seen(room, seen) => {
                if let Ok(seen) = &seen {
                    self.learn(seen);
                }
                let rows = seen.map(|seen| self.rows(&seen));
                let Some(office) = self.office_mut().filter(|office| office.room == room) else { return };
                office.waits = false;
                match rows {
                    Ok(rows) => office.table.fill(rows, office.wanted.take().as_ref()),
                    Err(fault) => self.trouble(&fault),
                }
            }
            Told::Done(done) => self.office_done(done),
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
            Seen::Settings(settings) => {
                let value = |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
                let manners = Manners::read(|name| Ok(value(name).cloned().unwrap_or_default()));
                if let Ok(manners) = manners {
                    self.behave(manners);
                }
            }
        }
    }

    fn office_done(&mut self, done: Result<Said, Fault>) {
        self.work_over();
        match done {
            Ok(said) => {
                let args: Vec<(&str, &str)> = said.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.notice = Some(self.words.with(said.wording, &args));
            }
            Err(fault) => self.trouble(&fault),
        }
        self.look_at_office();
    }
}
