//! What can be done in the office: whose each task is, and which question comes before it. Nothing is done here; the
//! thread that writes is asked.

use super::super::App;
use super::super::cards::{Card, Question};
use super::super::desk;
use super::super::form::Purpose;
use super::super::menu::{Menu, Then};
use super::super::msg::Now;
use super::super::password::Whose;
use super::super::registers::officer_name;
use super::rows::{setting_id, setting_value};
use super::{Ask, Of, Take};
use crate::acts::Right;
use crate::logbook::{Officer, SETTINGS, Values};
use crate::record::Kind;
use crate::text::clean;
use crate::text::edit::Editor;
use crate::words::Words;

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// A form for an officer.
    AddOfficer,
    /// A new password for the officer under the cursor.
    SetPassword,
    /// A new password for oneself.
    MyPassword,
    /// Ends the officer under the cursor.
    Disable,
    /// A form for an area.
    AddArea,
    /// Several areas, one a line.
    AddAreas,
    /// Ends the area under the cursor.
    EndArea,
    /// Changes the setting under the cursor.
    Change,
    /// Writes a backup.
    Backup,
    /// Checks everything.
    Check,
    /// Makes the views anew.
    Rebuild,
    /// Finds what would go of one record.
    PurgeRecord,
    /// Lets go for good what was found.
    Purge,
    /// Puts a hold on a record.
    Hold,
    /// Takes the hold from the record under the cursor.
    Release,
    /// Chooses the days of which accesses are shown.
    Days,
    /// Shows what is overdue, then what is due soon, then every clock.
    NextClocks,
    /// Writes who saw what into a file.
    AccessFile,
    /// Begins a new journal.
    NewJournal,
    /// Makes a new recovery code.
    NewRecovery,
    /// The figures of the period before.
    Earlier,
    /// Of the period after.
    Later,
    /// Of longer or shorter periods.
    Length,
    /// Something at the desk.
    Desk(desk::Task),
}

/// What a card asks for with a line before something is done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The value of a setting.
    Value(&'static str),
    /// Why an area ends.
    AreaEnds(uuid::Uuid),
    /// Where a backup is written to; nothing for the logbook's own place.
    BackupTo,
    /// The number of the record of which something is to go.
    PurgeNumber,
    /// Why it goes.
    PurgeWhy,
    /// The number of the record that is to be kept.
    HoldNumber,
    /// The days of which accesses are shown; nothing for all.
    Days,
    /// Where the file of accesses is written to; nothing for the outbox.
    AccessTo,
    /// Why a new journal begins.
    JournalWhy,
    /// Something at the desk.
    Desk(desk::Wanted),
}

impl Wanted {
    /// The wording id of its card.
    #[must_use]
    pub const fn wording(&self) -> &'static str {
        match self {
            Self::Value(_) => "tui-ask-setting",
            Self::AreaEnds(_) => "tui-ask-area-ends",
            Self::BackupTo => "tui-ask-backup",
            Self::PurgeNumber => "tui-ask-purge-number",
            Self::PurgeWhy => "tui-ask-purge-why",
            Self::HoldNumber => "tui-ask-hold",
            Self::Days => "tui-ask-days",
            Self::AccessTo => "tui-ask-access",
            Self::JournalWhy => "tui-ask-journal",
            Self::Desk(wanted) => wanted.wording(),
        }
    }

    /// The values that its hint speaks of.
    #[must_use]
    pub fn args(&self, words: &Words) -> [(&'static str, String); 2] {
        match self {
            Self::Value(name) => {
                let values = SETTINGS.iter().find(|setting| setting.name == *name).map(|setting| setting.values);
                let about = words.get(&setting_id(name)).to_owned();
                [("about", about), ("values", values.map_or_else(String::new, |values| values.to_string()))]
            }
            Self::Desk(wanted) => [("about", wanted.about()), ("values", String::new())],
            _ => [("about", String::new()), ("values", String::new())],
        }
    }

    /// Whether nothing typed means something.
    const fn takes_nothing(&self) -> bool {
        match self {
            Self::BackupTo | Self::Days | Self::AccessTo => true,
            Self::Desk(wanted) => wanted.takes_nothing(),
            _ => false,
        }
    }
}

impl Task {
    /// Who may do it. The acts decide; this only spares people a form that would be refused.
    const fn right(self) -> Right {
        match self {
            Self::Desk(task) => task.right(),
            Self::MyPassword
            | Self::Backup
            | Self::Check
            | Self::Rebuild
            | Self::Earlier
            | Self::Later
            | Self::Length
            | Self::NextClocks => Right::Read,
            Self::Days | Self::AccessFile => Right::ReadAccess,
            _ => Right::Manage,
        }
    }
}

impl App {
    /// Begins a task: a form or a question, or what is asked at once.
    pub(in super::super) fn begin(&mut self, task: Task, now: Now) {
        let of = self.office().and_then(|office| office.table.row()).map(|row| row.of.clone());
        let me = self.session().map(|session| Of::Officer(session.who.officer));
        let own = task == Task::SetPassword && of.is_some() && of == me;
        if let Some(said) = self.not_allowed(task.right()).filter(|_| !own) {
            self.notice = Some(said);
            return;
        }
        match (task, of) {
            (Task::AddOfficer, _) => self.new_form(Purpose::Create(Kind::Officer), now),
            (Task::AddArea, _) => self.new_form(Purpose::Create(Kind::Area), now),
            (Task::AddAreas, _) => self.new_form(Purpose::Areas, now),
            (Task::MyPassword, _) => self.ask_for(me.as_ref()),
            (Task::SetPassword, of @ Some(Of::Officer(_))) => self.ask_for(of.as_ref()),
            (Task::Disable, of @ Some(Of::Officer(_))) => self.ask_disable(of.as_ref()),
            (Task::EndArea, Some(Of::Area(record))) => self.wants(Wanted::AreaEnds(record)),
            (Task::Backup, _) => self.wants(Wanted::BackupTo),
            (Task::Check, _) => self.ask_office(Ask::Check),
            (Task::Rebuild, _) => self.ask_office(Ask::Rebuild),
            (Task::PurgeRecord, _) => self.wants_number(Wanted::PurgeNumber),
            (Task::Purge, _) => self.ask_purge(),
            (Task::Hold, _) => self.wants_number(Wanted::HoldNumber),
            (Task::Release, Some(Of::Record(record))) => self.ask_office(Ask::Release { record }),
            (Task::NextClocks, _) => self.next_clocks(),
            (Task::Days, _) => self.wants(Wanted::Days),
            (Task::AccessFile, _) => self.wants(Wanted::AccessTo),
            (Task::NewRecovery, _) => self.ask_for_code(),
            (Task::NewJournal, _) => self.wants(Wanted::JournalWhy),
            (Task::Earlier, _) => self.step_figures(-1),
            (Task::Later, _) => self.step_figures(1),
            (Task::Length, _) => self.offer_lengths(),
            (Task::Desk(task), _) => self.begin_at_desk(task),
            (Task::Change, Some(Of::Setting(name))) => self.change_setting(name),
            _ => self.notice = Some(self.words.get("tui-nothing-to-do").to_owned()),
        }
    }

    /// The login of an officer who can sign in, and the name; says so where nobody can.
    fn can_sign_in(&mut self, officer: Option<&Of>) -> Option<(String, String)> {
        let here = |known: &&Officer| Some(&Of::Officer(known.id)) == officer && !known.ended;
        let known = self.session()?.known.officers.iter().find(here);
        let found = known.and_then(|known| Some((known.login.clone()?, clean::shown(&officer_name(known)))));
        if found.is_none() {
            self.notice = Some(self.words.get("tui-officer-no-login").to_owned());
        }
        found
    }

    /// Asks for a new password of an officer who can sign in.
    fn ask_for(&mut self, officer: Option<&Of>) {
        let Some((login, name)) = self.can_sign_in(officer) else { return };
        let mine = self.session().is_some_and(|session| session.who.login == login);
        self.ask_password(if mine { Whose::Mine } else { Whose::Login(login) }, name);
    }

    /// Says what it means to end an officer, and asks once more.
    fn ask_disable(&mut self, officer: Option<&Of>) {
        let Some((login, name)) = self.can_sign_in(officer) else { return };
        let said = vec![format!("{name} ({login})"), self.words.get("tui-disable-said").to_owned()];
        let offers = vec![
            (self.words.get("tui-sure-no").to_owned(), Then::Back),
            (self.words.get("tui-disable-yes").to_owned(), Then::Office(Ask::Disable { login })),
        ];
        self.offer("tui-disable", said, offers);
    }

    /// Asks for the value of a setting: one of a few, or a number.
    fn change_setting(&mut self, name: &'static str) {
        match SETTINGS.iter().find(|setting| setting.name == name).map(|setting| setting.values) {
            Some(Values::OneOf(all)) => {
                let now = self.office().and_then(|office| office.table.row()).and_then(|row| row.cells.get(1).cloned());
                let named = |value: &&str| setting_value(&self.words, name, value);
                let at = all.iter().position(|value| Some(named(value)) == now).unwrap_or(0);
                let ask = |value: &str| Then::Office(Ask::Set { name, value: value.to_owned() });
                let offers = all.iter().map(|value| (named(value), ask(value))).collect();
                let said = vec![self.words.get(&setting_id(name)).to_owned()];
                self.card = Some(Card::Menu(Box::new(Menu { wording: "tui-choose-setting", said, offers, at })));
            }
            Some(Values::Between(..)) => self.wants(Wanted::Value(name)),
            None => {}
        }
    }

    /// Asks for the number of a record; that of the record which is read stands there already.
    fn wants_number(&mut self, wanted: Wanted) {
        self.wants(wanted);
        let here = self.number_here();
        if let Some(editor) = self.card.as_mut().and_then(Card::editor).filter(|_| !here.is_empty()) {
            editor.set(&here);
        }
    }

    /// Asks for a line; one that was refused stands there to be set right.
    pub(in super::super) fn wants(&mut self, wanted: Wanted) {
        let typed = self.office().and_then(|office| office.typed.as_ref()).filter(|(before, _)| *before == wanted);
        let text = Editor::line(typed.map_or("", |(_, text)| text));
        self.card = Some(Card::Ask { question: Question::Office(wanted), text });
    }

    /// A line was typed on a card of the office.
    pub(in super::super) fn office_answer(&mut self, wanted: Wanted, text: &str) {
        let said = clean::line(text);
        if said.is_empty() && !wanted.takes_nothing() {
            self.wants(wanted);
            self.notice = Some(self.words.get("tui-needed").to_owned());
            return;
        }
        if let Some(office) = self.office_mut() {
            office.typed = Some((wanted.clone(), said.clone()));
        }
        let ask = match wanted {
            Wanted::Value(name) => Ask::Set { name, value: said },
            Wanted::AreaEnds(record) => Ask::EndArea { record, why: said },
            Wanted::BackupTo => Ask::Backup { to: said },
            Wanted::PurgeNumber => Ask::Due(Take::Record(said)),
            Wanted::PurgeWhy => return self.ask_purge_again(said),
            Wanted::HoldNumber => Ask::Hold { number: said },
            Wanted::Days => return self.choose_days(&said),
            Wanted::AccessTo => return self.export_accesses(said),
            Wanted::JournalWhy => return self.ask_new_journal(said),
            Wanted::Desk(wanted) => Ask::Desk(wanted.ask(said)),
        };
        self.ask_office(ask);
    }
}
