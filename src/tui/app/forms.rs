//! Forms come and go: opened for a purpose, filled by keys, saved, taken up again from a draft.

use serde_json::Value;

use super::cards::Card;
use super::effect::Effect;
use super::form::{Around, Base, Form, Purpose, facts_of};
use super::msg::{Deed, Detail, Key, Now, Save, Secret};
use super::password::Whose;
use super::{App, Session};
use crate::record::{Kind, Reason};
use crate::tui::command::Id;
use crate::words::Words;

impl App {
    /// Something is being written: no key may come in between.
    pub(super) fn is_saving(&self) -> bool {
        self.session().is_some_and(|session| {
            session.form.as_ref().is_some_and(|form| form.saving)
                || session.patrols().is_some_and(|p| p.stepping)
                || session.voiding.as_ref().is_some_and(|voiding| !voiding.changed)
        })
    }

    pub(super) fn new_form(&mut self, purpose: Purpose, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let area = session.recall.area();
        let form = Form::create(purpose, &session.known, now, &session.who.officer, area);
        session.form = Some(form);
    }

    /// Offers the registers that have no key of their own.
    pub(super) fn offer_kinds(&mut self) {
        self.card = Some(Card::Kinds { at: 0 });
    }

    pub(super) fn amend_form(&mut self, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(reading) = session.log.reading.as_ref() else { return };
        let record = &reading.detail.record;
        let Some(kind) = record.kind.filter(|kind| *kind != Kind::Week && !record.row.void) else {
            self.notice = Some(self.words.get("tui-amend-not").to_owned());
            return;
        };
        let data = reading.revealed.clone().unwrap_or_else(|| facts_of(record));
        let base = Base { version: record.version, data: data.clone(), number: record.row.number.clone() };
        let around = (&session.known, now.at);
        session.form =
            Some(Form::new(Purpose::Amend(kind), now.ids[0], record.row.record, Some(base), &data.0, around));
    }

    /// How an incident ended, and nothing else.
    pub(super) fn settle_form(&mut self, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(record) = session.log.reading.as_ref().map(|reading| &reading.detail.record) else { return };
        if record.kind != Some(Kind::Incident) || record.row.void {
            self.notice = Some(self.words.get("tui-settle-not").to_owned());
            return;
        }
        session.form = Some(Form::settle_incident(record, (&session.known, now)));
    }

    pub(super) fn note_form(&mut self, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(reading) = session.log.reading.as_ref() else { return };
        let record = reading.detail.record.row.record;
        let given = Purpose::Note.defaults(now.at, "", None);
        session.form = Some(Form::new(Purpose::Note, now.ids[0], record, None, &given, (&session.known, now.at)));
    }

    /// A key in a form; whether it meant something.
    pub(super) fn form_key(&mut self, key: Key) -> bool {
        let (now, width) = (self.now, usize::from(self.size.0));
        let Self { screen: super::Screen::Open(session), words, .. } = self else { return false };
        let Session { form: Some(form), known, .. } = &mut **session else { return false };
        let meant = form.key(key, Around { known, words, now, width });
        self.seek();
        meant
    }

    pub(super) fn form_paste(&mut self, text: &str, now: Now) {
        let width = usize::from(self.size.0);
        let Self { screen: super::Screen::Open(session), words, .. } = self else { return };
        if let Session { form: Some(form), known, .. } = &mut **session {
            form.paste(text, Around { known, words, now: now.at, width });
        }
        self.seek();
    }

    /// Repeat, drop, empty, undo, redo.
    pub(super) fn edit_form(&mut self, id: Id, now: Now) {
        let nothing = id == Id::Repeat && self.repeat(now);
        let Some(Session { form: Some(form), .. }) = self.session_mut() else { return };
        let said = match id {
            Id::Repeat => nothing,
            Id::Undo | Id::Redo => !form.undo(id == Id::Redo, now.at),
            Id::Empty => {
                form.empty(now.at);
                false
            }
            _ => !form.drop_item(now.at),
        };
        let asks = form.dropping;
        self.seek();
        if asks {
            self.notice = Some(self.words.get("tui-drop-again").to_owned());
        } else if said {
            self.notice = Some(self.words.get("tui-nothing-to-do").to_owned());
        }
    }

    /// Judges the form; a good one goes to the writer, the cursor goes to the first problem of another.
    pub(super) fn save(&mut self, now: Now) {
        let Self { screen: super::Screen::Open(session), words, .. } = self else { return };
        let Session { form: Some(form), known, .. } = &mut **session else { return };
        form.go(None, known, now.at);
        form.prune();
        if !form.judge(known, now.at) {
            let notice = form.show_problem(words);
            self.notice = Some(notice);
            return;
        }
        let fields = form.changed(known, now.at);
        if form.purpose.amends() && fields.is_empty() {
            self.notice = Some(words.get("tui-nothing-changed").to_owned());
            return;
        }
        if form.purpose == Purpose::Create(Kind::Officer) {
            let name = fields.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            return self.ask_password(Whose::Enlisted, name);
        }
        self.send_form(None, now);
    }

    /// Sends what the form holds to the writer; a new officer's form with the password.
    pub(super) fn send_form(&mut self, password: Option<Secret>, now: Now) {
        let ticket = self.tickets + 1;
        let Some(Session { form: Some(form), known, ticket: last, .. }) = self.session_mut() else { return };
        let fields = form.changed(known, now.at);
        form.saving = true;
        *last = ticket;
        let deed = password.map_or_else(|| deed(form), Deed::Enlist);
        let save = Save { ticket, deed, entry: form.entry, record: form.record, fields };
        self.tickets = ticket;
        self.emit([Effect::Save(Box::new(save))]);
    }

    /// The drafts, if there are any; asked for by hand it also says that there are none.
    pub(super) fn offer_drafts(&mut self, by_hand: bool) {
        let some = self.session().is_some_and(|session| !session.drafts.is_empty());
        if some {
            self.card = Some(Card::Drafts { at: 0 });
        } else if by_hand {
            self.notice = Some(self.words.get("tui-drafts-none").to_owned());
        }
    }

    pub(super) fn take_draft(&mut self, at: usize, now: Now) {
        let Some(session) = self.session_mut() else { return };
        let Some(draft) = session.drafts.get(at) else { return };
        let kept = draft.at;
        match Form::restore(&draft.body, &session.known, now.at) {
            Some(mut form) => {
                form.kept = Some(kept);
                session.form = Some(form);
            }
            None => self.notice = Some(self.words.get("tui-draft-unreadable").to_owned()),
        }
    }

    /// The officer's choice when somebody else had changed the record: mine over theirs, theirs, or back to the form.
    pub(super) fn settle_conflict(&mut self, theirs: Detail, choice: usize, now: Now) {
        let Some(session) = self.session_mut() else { return };
        match choice {
            0 => {
                if let Some(form) = session.form.as_mut() {
                    form.rebase(&theirs.record, &session.known, now.at);
                }
                self.notice = Some(self.words.get("tui-conflict-rebased").to_owned());
            }
            1 => {
                self.drop_draft();
                self.close_form();
                if let Some(session) = self.session_mut() {
                    session.log.opening = Some(theirs.record.row.record);
                }
                self.take_detail(theirs);
            }
            _ => {}
        }
    }
}

/// What a form does to the logbook.
fn deed(form: &Form) -> Deed {
    let base = form.base.as_ref().map_or(0, |base| base.version);
    match form.purpose {
        Purpose::Create(kind) => Deed::Create(kind),
        Purpose::PlanPatrol | Purpose::StartPatrol => Deed::Create(Kind::Patrol),
        Purpose::Observe => Deed::Observe,
        Purpose::FinishPatrol => Deed::FinishPatrol,
        Purpose::CancelPatrol => Deed::CancelPatrol { why: form.why() },
        Purpose::Found => form.origin.clone().map_or(Deed::Create(Kind::Incident), Deed::Found),
        Purpose::Settle => Deed::Amend { why: Reason::IncidentSettled.code().to_owned(), base },
        Purpose::Amend(_) => Deed::Amend { why: form.why(), base },
        Purpose::Note => Deed::Note,
        Purpose::Areas => Deed::AddAreas,
        Purpose::OpenShift => Deed::OpenShift,
        Purpose::HandOver => Deed::HandOver { base },
        Purpose::CloseShift { .. } => Deed::CloseShift { base, despite: form.despite() },
    }
}

impl Form {
    /// Puts the cursor on the first problem and says in one line what stands in the way.
    pub(super) fn show_problem(&mut self, words: &Words) -> String {
        if let Some(first) = self.first_problem() {
            (self.at, self.fresh) = (first, true);
            let count = self.problems.len().to_string();
            return words.with("tui-problems", &[("count", &count)]);
        }
        self.problems.values().next().map(|finding| words.finding(finding).0).unwrap_or_default()
    }
}
