//! Somebody signs in the window of another: in which role, who, with which password. The password goes out in a message
//! and is kept nowhere.

use uuid::Uuid;

use super::cards::Card;
use super::effect::Effect;
use super::handover::Ask;
use super::msg::{Code, Key, Now, Secret};
use super::{App, Refused, Saved, Unlock};
use crate::acts::Right;
use crate::acts::Role as Office;
use crate::acts::shift::Role;
use crate::fault::Kind as Trouble;

/// What is asked of the thread that writes.
#[derive(Debug, Clone)]
pub struct Sign {
    /// The entry's id.
    pub id: Uuid,
    /// The version of the shift that was looked at.
    pub base: u64,
    /// The shift.
    pub shift: Uuid,
    /// In which role.
    pub role: Role,
    /// Who.
    pub login: String,
    /// Their own password.
    pub password: Secret,
}

/// Who is about to sign.
#[derive(Debug)]
pub struct Signing {
    /// In which role.
    pub role: Role,
    /// Login and name of each who may.
    pub people: Vec<(String, String)>,
    /// The one who is chosen, and their password.
    pub who: Unlock,
}

impl Default for Signing {
    fn default() -> Self {
        Self { role: Role::Incoming, people: Vec::new(), who: Unlock::default() }
    }
}

impl App {
    /// Opens the card on which somebody signs: who takes over, or the commander when that was done.
    pub(super) fn ask_signature(&mut self) {
        let Some(page) = self.handover() else { return };
        let done = page.shown.is_closed() || page.shown.signed(Role::Incoming).is_some();
        self.sign_as(if done { Role::Commander } else { Role::Incoming });
        self.card = Some(Card::Sign);
    }

    /// The other role in which somebody may sign now; nobody takes over a shift that has ended.
    #[must_use]
    pub fn other_signer(&self) -> Option<Role> {
        let page = self.session()?.handover().filter(|page| !page.shown.is_closed())?;
        Some(if page.signing.role == Role::Incoming { Role::Commander } else { Role::Incoming })
    }

    fn sign_as(&mut self, role: Role) {
        let Some(session) = self.session() else { return };
        let me = session.who.officer;
        let here = session.known.officers.iter().filter(|officer| !officer.ended);
        let may = here.filter(|officer| match (role, Office::parse(&officer.role)) {
            (Role::Commander, Some(office)) => office.may(Right::Oversee),
            // Nobody takes over from themselves.
            (_, Some(office)) => office.may(Right::Write) && officer.id != me,
            (_, None) => false,
        });
        let named = may.filter_map(|officer| {
            let login = officer.login.clone()?;
            Some((login.clone(), officer.name.clone().unwrap_or(login)))
        });
        let people = named.collect();
        if let Some(page) = self.handover() {
            (page.signing.role, page.signing.people) = (role, people);
            (page.signing.who.at, page.signing.who.password) = (0, Secret::default());
        }
    }

    pub(super) fn sign_key(&mut self, key: Key, now: Now) {
        let Some(page) = self.handover() else { return };
        let busy = page.signing.who.busy;
        if matches!(key.code, Code::Tab | Code::BackTab) {
            if let Some(other) = self.other_signer().filter(|_| !busy) {
                self.sign_as(other);
            }
            return;
        }
        let tried = page.signing.who.key(key, page.signing.people.len(), now.at);
        let login = page.signing.people.get(page.signing.who.at).map(|(login, _)| login.clone());
        if let Some((login, password)) = login.zip(tried) {
            let (base, shift) = (page.shown.shift.version, page.shown.shift.row.record);
            let (id, role) = (now.ids[0], page.signing.role);
            self.emit([Effect::Shift(Ask::Sign(Sign { id, base, shift, role, login, password }))]);
        }
    }

    /// Somebody has signed, or has not.
    pub(super) fn signed(&mut self, result: Result<Saved, Refused>, now: Now) {
        let Some(page) = self.handover() else { return };
        page.signing.who.busy = false;
        let role = page.signing.role;
        match result {
            Err(Refused::Fault(fault)) if fault.kind == Trouble::Right => {
                page.signing.who.was_wrong(now.at);
                self.notice = Some(self.words.fault(&fault).0);
                return;
            }
            Err(refused) => {
                self.card.take_if(|card| matches!(card, Card::Sign));
                self.refused(refused);
            }
            Ok(saved) => {
                page.signing.who = Unlock::default();
                self.card.take_if(|card| matches!(card, Card::Sign));
                let number = super::lines::short_number(&saved.number);
                let said = if role == Role::Commander { "cli-shift-countersigned" } else { "cli-shift-handed-over" };
                self.notice = Some(self.words.with(said, &[("number", &number)]));
            }
        }
        self.look_at_shift();
    }
}
