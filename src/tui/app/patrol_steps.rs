//! Patrol mode at work: keys become steps. Each step is written at once, so nothing is lost with the window; what has to
//! be typed for it is a form like any other.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::cards::{Card, From};
use super::effect::Effect;
use super::form::{Base, Form, Origin, Purpose};
use super::lines::short_number;
use super::msg::{Deed, Key, Now, Save};
use super::page::Page;
use super::patrol::{Choice, Patrols, Spot, fits, incident_at, is_ahead, is_out};
use super::{App, Refused, Saved, Session};
use crate::acts::patrol::{Tour, incident_fields, reached};
use crate::fault::Outcome;
use crate::record::{Finding, Kind};
use crate::tui::command::Id;

impl App {
    /// The patrols; the wanted one, if one is, else the one that is out.
    pub(super) fn open_patrols(&mut self, wanted: Option<Uuid>) {
        let now = self.now;
        let Some(session) = self.session_mut() else { return };
        let reading = session.log.reading.as_ref().filter(|_| session.log.inside).map(|reading| &reading.detail.record);
        let read = reading.filter(|record| record.kind == Some(Kind::Patrol)).map(|record| record.row.record);
        let mut patrols = Patrols::leading(wanted.or(read));
        let ask = patrols.ask(now);
        session.log.inside = false;
        session.home.opened = false;
        session.page = Some(Page::Patrol(patrols));
        self.emit([ask]);
    }

    fn patrols(&mut self) -> Option<&mut Patrols> {
        match self.session_mut()?.page.as_mut()? {
            Page::Patrol(patrols) => Some(patrols),
            _ => None,
        }
    }

    /// Reads them anew, if they are in front.
    pub(super) fn patrols_again(&mut self) {
        let now = self.now;
        let ask = self.patrols().map(|patrols| patrols.ask(now));
        self.emit(ask);
    }

    /// The patrols as they stand now.
    pub(super) fn patrols_seen(&mut self, result: Outcome<Vec<Tour>>) {
        let Some(session) = self.session_mut() else { return };
        let me = session.who.officer;
        match result {
            Ok(tours) => {
                let named = tours.iter().flat_map(|tour| tour.numbers.clone());
                let own = tours.iter().map(|tour| (tour.record.row.record, tour.record.row.number.clone()));
                session.known.learn(named.chain(own));
                if let Some(patrols) = self.patrols() {
                    patrols.take(tours, &me);
                }
            }
            Err(fault) => self.trouble(&fault),
        }
    }

    /// A key on this screen. Typing goes into the form that is chosen; on a patrol that is out it begins an observation.
    pub(super) fn patrol_key(&mut self, key: Key, now: Now) {
        let Some(patrols) = self.patrols() else { return };
        if key.text().is_none_or(char::is_whitespace) {
            return patrols.key(key.code);
        }
        match patrols.tour() {
            None => self.choose_patrol(now),
            Some(tour) if is_out(tour) => self.observe(now),
            Some(_) => {}
        }
        self.form_key(key);
    }

    /// Enter where something is chosen.
    pub(super) fn choose_patrol(&mut self, now: Now) {
        let Some(patrols) = self.patrols().filter(|patrols| patrols.tours.is_some()) else { return };
        let purpose = match patrols.choices().get(patrols.at) {
            Some(Choice::Write) => Purpose::Create(Kind::Patrol),
            Some(Choice::Start) => Purpose::StartPatrol,
            Some(Choice::Plan) => Purpose::PlanPatrol,
            Some(Choice::Lead(n)) => {
                let tour = patrols.tours.as_ref().and_then(|tours| tours.get(*n));
                (patrols.led, patrols.spot) = (tour.map(|tour| tour.record.row.record), None);
                return;
            }
            None => return,
        };
        if let Some(session) = self.session_mut() {
            session.page = None;
        }
        self.new_form(purpose, now);
    }

    /// Enter on a patrol: it goes out, has reached the point, or what it led to is read.
    pub(super) fn reach(&mut self, now: Now) {
        let Some(patrols) = self.patrols() else { return };
        let (here, Some(tour)) = (patrols.here(), patrols.tour()) else { return };
        match here {
            Spot::Whole => {
                let record = tour.record.row.record;
                self.read_aside(record);
            }
            Spot::Go => self.step(Deed::StartPatrol, Map::new(), now),
            Spot::Point(n) => {
                let area = tour.record.data.items("route").get(n).and_then(|point| point.get("area")).cloned();
                match area.filter(|_| is_out(tour) && is_ahead(tour, n)) {
                    Some(area) => self.checkpoint(area, now),
                    None => self.notice = Some(self.words.get("tui-patrol-no-step").to_owned()),
                }
            }
            Spot::Elsewhere => self.card = Some(Card::choose(From::Areas)),
            Spot::Seen(n) => match incident_at(tour, n) {
                Some(incident) => self.read_aside(incident),
                None => self.notice = Some(self.words.get("tui-patrol-no-incident").to_owned()),
            },
        }
    }

    /// The patrol has reached an area.
    pub(super) fn checkpoint(&mut self, area: Value, now: Now) {
        self.step(Deed::Checkpoint, Map::from_iter([("area".to_owned(), area)]), now);
    }

    /// A record is read; going back leads here.
    fn read_aside(&mut self, record: Uuid) {
        if let Some(session) = self.session_mut() {
            session.log.inside = true;
        }
        self.read(record);
    }

    /// What is done to a patrol beside reaching points.
    pub(super) fn patrol_act(&mut self, id: Id, now: Now) {
        if id == Id::Others {
            if let Some(patrols) = self.patrols() {
                (patrols.led, patrols.at) = (None, 0);
            }
            return;
        }
        let Some(patrols) = self.patrols() else { return };
        let (here, Some(tour)) = (patrols.here(), patrols.tour()) else { return };
        match (id, here) {
            _ if !fits(id, tour) => {
                let (record, state) = (&tour.record.row.number, tour.record.data.text("state").unwrap_or_default());
                let finding = Finding::new("E302", "state").with("record", short_number(record)).with("state", state);
                self.notice = Some(self.words.finding(&finding).0);
            }
            (Id::Observe, _) => self.observe(now),
            (Id::Finish, _) => self.finish_form(now),
            (Id::Cancel, _) => self.patrol_form(Purpose::CancelPatrol, &Map::new(), now),
            (_, Spot::Seen(n)) => self.found_form(n, now),
            _ => self.new_form(Purpose::Create(Kind::Incident), now),
        }
    }

    /// A form for something that the patrol noticed: here and now unless somebody says otherwise.
    fn observe(&mut self, now: Now) {
        let Some(tour) = self.session().and_then(Session::patrols).and_then(Patrols::tour) else { return };
        let given = Purpose::Observe.defaults(now.at, "", reached(&tour.record.data));
        self.patrol_form(Purpose::Observe, &given, now);
    }

    /// A form that says something of the patrol that is led.
    fn patrol_form(&mut self, purpose: Purpose, given: &Map<String, Value>, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some((record, base)) = session.patrols().and_then(Patrols::tour).map(based) else { return };
        let around = (&session.known, now.at);
        session.form = Some(Form::new(purpose, now.ids[0], record, Some(base), given, around));
    }

    fn finish_form(&mut self, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(tour) = session.patrols().and_then(Patrols::tour) else { return };
        let (_, base) = based(tour);
        session.form = Some(Form::finish_patrol(&tour.record, base, (&session.known, now)));
    }

    /// A form for the incident that an observation becomes.
    fn found_form(&mut self, n: usize, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(tour) = session.patrols().and_then(Patrols::tour) else { return };
        let Some(seen) = tour.record.data.items("observations").get(n).and_then(Value::as_object) else { return };
        if let Some(incident) = incident_at(tour, n) {
            let number = session.known.number(&incident.to_string()).unwrap_or_default().to_owned();
            self.notice = Some(self.words.finding(&Finding::new("E304", "").with("record", number)).0);
            return;
        }
        let mut given = Purpose::Create(Kind::Incident).defaults(now.at, "", None);
        given.extend(incident_fields(&tour.record, seen, now.at));
        let origin = Origin { patrol: tour.record.row.record, observation: seen.clone() };
        let [entry, record] = now.ids;
        let mut form = Form::new(Purpose::Found, entry, record, None, &given, (&session.known, now.at));
        form.origin = Some(origin);
        session.form = Some(form);
    }

    /// A step that needs no form. No other key means anything until it is on disk.
    fn step(&mut self, deed: Deed, fields: Map<String, Value>, now: Now) {
        let ticket = self.tickets + 1;
        let Some(session) = self.session_mut() else { return };
        session.ticket = ticket;
        let Some(patrols) = self.patrols() else { return };
        let Some(record) = patrols.led else { return };
        patrols.stepping = true;
        self.tickets = ticket;
        self.emit([Effect::Save(Box::new(Save { ticket, deed, entry: now.ids[0], record, fields }))]);
    }

    /// What became of it.
    pub(super) fn patrol_stepped(&mut self, result: Result<Saved, Refused>, now: Now) {
        let Some(patrols) = self.patrols() else { return };
        patrols.stepping = false;
        match result {
            Ok(saved) => {
                patrols.spot = None;
                self.wrote(&saved, now);
            }
            Err(Refused::Findings(found)) => {
                self.notice = found.first().map(|finding| self.words.finding(finding).0);
                self.patrols_again();
            }
            Err(Refused::Fault(fault)) => self.trouble(&fault),
        }
    }

    /// After a form of this screen was saved: the cursor goes to what comes next, or to what was noticed.
    pub(super) fn patrol_saved(&mut self, purpose: Purpose, record: Uuid) {
        if purpose == Purpose::StartPatrol {
            return self.open_patrols(Some(record));
        }
        if let Some(patrols) = self.patrols() {
            patrols.spot = match purpose {
                Purpose::Observe => Some(Spot::Seen(usize::MAX)),
                Purpose::Found => patrols.spot,
                _ => None,
            };
        }
    }
}

fn based(tour: &Tour) -> (Uuid, Base) {
    let record = &tour.record;
    let base = Base { version: record.version, data: record.data.clone(), number: record.row.number.clone() };
    (record.row.record, base)
}
