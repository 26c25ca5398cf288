//! The value that a field had last. It is kept for as long as the screen is open; after a lock it is read again, from
//! the newest record of the officer's own, once somebody asks for it. Nothing personal is ever repeated.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::effect::Effect;
use super::form::{Form, Purpose, cell::Cell};
use super::msg::Now;
use super::registers::Registers;
use super::{App, Session};
use crate::fault::Outcome;
use crate::record::when::Moment;
use crate::record::{Data, Envelope, Kind, fields};
use crate::tui::command::Id;
use crate::words::field_id;

/// What each field held last.
#[derive(Debug, Default)]
pub struct Recall {
    /// By wording id of the field.
    last: BTreeMap<String, Value>,
    /// The kinds whose newest record was read.
    read: Vec<Kind>,
    /// The form and field for which one is on its way.
    wanted: Option<(Uuid, String)>,
}

impl Recall {
    /// The area of the record before.
    #[must_use]
    pub fn area(&self) -> Option<&str> {
        self.last.get("area").and_then(Value::as_str)
    }
}

impl App {
    /// Repeats what the field under the cursor held last; whether there is nothing to repeat.
    pub(super) fn repeat(&mut self, now: Now) -> bool {
        let Some(session) = self.session_mut() else { return true };
        let Some(form) = session.form.as_mut() else { return true };
        let Some(path) = form.slot().map(|slot| slot.path.clone()) else { return true };
        if let Some(value) = session.recall.last.get(&remembered(form.purpose, &path)).cloned() {
            form.fill(&path, &value);
            form.touched(now.at);
            return false;
        }
        let Some(kind) = form.purpose.follows().filter(|kind| !session.recall.read.contains(kind)) else { return true };
        session.recall.read.push(kind);
        session.recall.wanted = Some((form.entry, path));
        self.emit([Effect::Recall { kind }]);
        false
    }

    /// The newest record of the officer's own, of a kind. It adds what isn't known better already.
    pub(super) fn recalled(&mut self, kind: Kind, result: Outcome<Option<Data>>, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let wanted = session.recall.wanted.take();
        match result {
            Ok(Some(facts)) => {
                let purpose = Purpose::Create(kind);
                let form = Form::new(purpose, Uuid::nil(), Uuid::nil(), None, &facts.0, (&session.known, now.at));
                for (key, value) in held(&form, &session.known, now.at) {
                    session.recall.last.entry(key).or_insert(value);
                }
            }
            Ok(None) => {}
            Err(fault) => return self.trouble(&fault),
        }
        let stands = |form: &Form| Some((form.entry, form.slot()?.path.clone()));
        if wanted.is_some() && self.session().and_then(|session| session.form.as_ref()).and_then(stands) == wanted {
            self.edit_form(Id::Repeat, now);
        }
    }
}

impl Session {
    /// Remembers what each field of the form holds.
    pub(super) fn remember(&mut self, now: Now) {
        if let Some(form) = &self.form {
            self.recall.last.extend(held(form, &self.known, now.at));
        }
    }
}

/// What a form holds, by the names under which it is remembered. What somebody was called or which number they gave is
/// never put into another record by a key.
fn held(form: &Form, known: &Registers, now: Moment) -> Vec<(String, Value)> {
    let kind = form.purpose.kind();
    let private = |path: &str| {
        let top = path.split(['[', '.']).next();
        let described = kind.map_or(&[][..], fields).iter().find(|field| Some(field.key) == top);
        described.is_some_and(|field| field.envelope == Envelope::Persons)
    };
    let cells = form.slots.iter().filter(|slot| !private(&slot.path));
    let raw = cells.filter_map(|slot| Some((remembered(form.purpose, &slot.path), slot.cell().map(Cell::raw)?)));
    let area = form.values(known, now).get("area").cloned().map(|area| ("area".to_owned(), area));
    raw.chain(area).filter(|(_, value)| !value.is_null()).collect()
}

/// Under which name the value of a field is remembered, the same in every item of a list.
fn remembered(purpose: Purpose, path: &str) -> String {
    field_id(purpose.named(), path)
}
