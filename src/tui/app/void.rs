//! A record is declared void: the reason is asked, then whether that is really meant. It stays readable, struck through.
//! Where another window changed it meanwhile, what changed is shown before anybody decides again.

use serde_json::Map;
use uuid::Uuid;

use super::cards::Question;
use super::effect::Effect;
use super::form::facts_of;
use super::lines::number_at;
use super::menu::Then;
use super::msg::{Deed, Now, Save};
use super::{App, Refused, Saved};
use crate::acts::write::may_void;
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::logbook::Record;
use crate::record::{Data, changes};
use crate::text::clean;

/// So many changes of another window are named.
const NAMED: usize = 6;

/// A record that is being declared void.
#[derive(Debug)]
pub struct Voiding {
    record: Uuid,
    why: String,
    /// What was read when it was asked for.
    before: Data,
    /// It was changed meanwhile, and the newer version is on its way.
    pub changed: bool,
}

impl App {
    /// Whether the record being read may be declared void by whoever reads it.
    ///
    /// # Errors
    /// E021, E009, E011 another post's, E012 it is void.
    fn voidable(&self) -> Outcome<Option<&Record>> {
        let Some(session) = self.session() else { return Ok(None) };
        let Some(record) = session.log.reading.as_ref().map(|reading| &reading.detail.record) else { return Ok(None) };
        let refused = |code| Fault::new(Trouble::Finding, code).with("record", &record.row.number);
        if record.row.unit != session.unit {
            return Err(refused("E011"));
        }
        if record.row.void {
            return Err(refused("E012"));
        }
        may_void(&session.who, record, session.shift.as_ref().map(|shift| shift.row.record))?;
        Ok(Some(record))
    }

    /// Whether the key that does so means something here.
    pub(super) fn may_void(&self) -> bool {
        self.voidable().is_ok_and(|record| record.is_some())
    }

    /// Asks why; who may not is told so before writing anything.
    pub(super) fn ask_void(&mut self) {
        match self.voidable() {
            Ok(Some(_)) => self.ask(Question::Void),
            Ok(None) => {}
            Err(fault) => self.trouble(&fault),
        }
    }

    /// The reason was typed: is it meant?
    pub(super) fn void_answer(&mut self, why: &str) {
        let why = clean::line(why);
        if why.is_empty() {
            self.ask(Question::Void);
            self.notice = Some(self.words.get("tui-needed").to_owned());
            return;
        }
        let Some(session) = self.session() else { return };
        let Some(row) = session.log.reading.as_ref().map(|reading| &reading.detail.record.row) else { return };
        let title = row.title.as_deref().map(|title| format!(" · {}", clean::shown(title))).unwrap_or_default();
        let number = format!("{}{title}", number_at(session, &row.number));
        let said = vec![number, format!("{}: {why}", self.words.get("tui-why"))];
        self.offer_void("tui-void-sure", (said, "tui-sure-no"), why);
    }

    fn offer_void(&mut self, wording: &'static str, (said, no): (Vec<String>, &str), why: String) {
        let offers = vec![
            (self.words.get(no).to_owned(), Then::Back),
            (self.words.get("tui-void-yes").to_owned(), Then::Void { why }),
        ];
        self.offer(wording, said, offers);
    }

    /// It is meant.
    pub(super) fn void_record(&mut self, why: String, now: Now) {
        let ticket = self.tickets + 1;
        let Some(session) = self.session_mut() else { return };
        let Some(record) = session.log.reading.as_ref().map(|reading| &reading.detail.record) else { return };
        let (id, base) = (record.row.record, record.version);
        session.voiding = Some(Voiding { record: id, why: why.clone(), before: facts_of(record), changed: false });
        session.ticket = ticket;
        self.tickets = ticket;
        let deed = Deed::Void { why, base };
        self.emit([Effect::Save(Box::new(Save { ticket, deed, entry: now.ids[0], record: id, fields: Map::new() }))]);
    }

    /// What became of it.
    pub(super) fn voided(&mut self, voiding: Voiding, result: Result<Saved, Refused>, now: Now) {
        match result {
            Ok(saved) => {
                self.wrote(&saved, now);
                let Some(session) = self.session() else { return };
                let number = number_at(session, &saved.number);
                self.notice = Some(self.words.with("cli-voided", &[("number", &number)]));
            }
            Err(Refused::Fault(fault)) if fault.code == "E010" => {
                let (record, changed) = (voiding.record, true);
                if let Some(session) = self.session_mut() {
                    session.voiding = Some(Voiding { changed, ..voiding });
                }
                self.read(record);
            }
            Err(Refused::Fault(fault)) => self.trouble(&fault),
            Err(Refused::Findings(found)) => self.notice = found.first().map(|finding| self.words.finding(finding).0),
        }
    }

    /// The record was read that another window changed meanwhile: what changed, and whether it is void still.
    pub(super) fn void_compared(&mut self, read: Uuid) {
        let voiding = self.session_mut().and_then(|session| session.voiding.take_if(|voiding| voiding.changed));
        let Some(voiding) = voiding.filter(|voiding| voiding.record == read && self.card.is_none()) else { return };
        let Some(session) = self.session().filter(|session| session.reads(read)) else { return };
        let Some(record) = session.log.reading.as_ref().map(|reading| &reading.detail.record) else { return };
        let mut said = vec![number_at(session, &record.row.number)];
        if let Some(kind) = record.kind {
            for change in changes(kind, &voiding.before, &facts_of(record)).iter().take(NAMED) {
                let [before, after] = [&change.before, &change.after].map(|value| {
                    let text = session.known.reads(&change.field, value, &self.words);
                    if text.is_empty() { self.words.get("tui-nothing").to_owned() } else { text }
                });
                said.push(format!("{}: {before} → {after}", self.words.field(kind.name(), &change.path)));
            }
        }
        match self.voidable() {
            Ok(_) => self.offer_void("tui-void-changed", (said, "tui-void-look"), voiding.why),
            Err(fault) => self.trouble(&fault),
        }
    }
}
