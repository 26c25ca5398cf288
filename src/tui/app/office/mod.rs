//! The office ("Quản lý"): registers, settings, and what keeps the log safe. All of it is one page with one table; a
//! room is a description of that table (`room`), its rows (`rows`) and its tasks (`task`). It asks and shows; who may
//! do what is decided by the acts.

mod access;
mod ask;
mod clocks;
mod figures;
mod health;
mod journal;
mod purge;
mod recovery;
mod room;
mod rows;
mod table;
mod task;
mod told;

use std::path::{Path, PathBuf};

use uuid::Uuid;

pub use access::{Accesses, PAGE, Pages};
pub use ask::{Ask, Found, Said, Seen, Told};
pub use figures::Asked;
pub use purge::{Due, Take};
pub use recovery::Noting;
pub use room::{Column, Plan, Room};
pub use table::{Row, Table};
pub use task::{Task, Wanted};

use super::cards::Card;
use super::effect::Effect;
use super::filter::Filters;
use super::msg::Key;
use super::page::Page;
use super::{App, Session};
use crate::text::clean;

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A room.
    Room(Room),
    /// An officer.
    Officer(Uuid),
    /// An area.
    Area(Uuid),
    /// A setting.
    Setting(&'static str),
    /// A backup.
    Backup(PathBuf),
    /// A rule by which something goes for good.
    Rule(String),
    /// A row of the log of accesses, and the record that was seen.
    Access(i64, Option<Uuid>),
    /// A volume of the journal.
    Volume(Uuid),
    /// Something that was checked.
    Check(&'static str),
    /// A post that reports to this desk.
    Post(String),
    /// A record.
    Record(Uuid),
    /// A record of a post, of which something can be asked.
    Sent {
        /// Its id.
        record: Uuid,
        /// Its number.
        number: String,
        /// What the rules say about it, where that is what the row is for.
        code: Option<String>,
    },
    /// Something that is only said; the number keeps it apart from others.
    Said(usize),
    /// A list of records: what narrows the log, and what is searched in it.
    Records(Filters, String),
}

/// The page.
#[derive(Debug)]
pub struct Office {
    /// Where one is.
    pub room: Room,
    /// The post that the room is about, if it is about one.
    pub of: Option<String>,
    /// What it shows.
    pub table: Table,
    /// How far it has come, where it is read page by page.
    pub pages: Pages,
    /// An answer is on its way.
    pub waits: bool,
    /// Why nothing can be shown, in calm words.
    pub refused: Option<String>,
    /// What the cursor is to stand on when the rows come.
    pub(super) wanted: Option<Of>,
    /// The line that was typed last, to be set right after it was refused.
    typed: Option<(Wanted, String)>,
}

impl Office {
    /// A room before anything was read, about a post if it is about one.
    pub(super) fn new(room: Room, of: Option<String>) -> Self {
        let (table, pages) = (Table::default(), Pages::default());
        Self { room, of, table, pages, waits: false, refused: None, wanted: None, typed: None }
    }
}

impl App {
    /// Shows a room as things stand now.
    pub(super) fn open_room(&mut self, room: Room) {
        let came = self.office().map(|office| (office.room, office.of.clone()));
        let Some(session) = self.session_mut() else { return };
        session.log.inside = false;
        session.home.opened = false;
        let came = came.filter(|(from, _)| from.plan().above == Some(room));
        let wanted = came.map(|(from, of)| of.map_or(Of::Room(from), Of::Post));
        self.show_room(Office { wanted, ..Office::new(room, None) });
    }

    /// Shows a room and asks for what it holds.
    pub(super) fn show_room(&mut self, office: Office) {
        if let Some(session) = self.session_mut() {
            session.page = Some(Page::Office(Box::new(office)));
            self.look_at_office();
        }
    }

    /// Reads anew what the room shows, if the office is in front.
    pub(super) fn look_at_office(&mut self) {
        let Some(room) = self.office().map(|office| office.room) else { return };
        let refused = self.not_allowed(room.plan().right);
        let known = match room {
            Room::Menu => Some(self.menu()),
            Room::Doctor => Some(self.health_rows()),
            Room::Due => Some(self.due_rows()),
            Room::Recovery => Some(Vec::new()),
            _ => None,
        };
        let Some(office) = self.office_mut() else { return };
        match (refused, known) {
            (Some(said), _) => office.refused = Some(said),
            (None, Some(rows)) => office.table.fill(rows, office.wanted.take().as_ref()),
            (None, None) if room == Room::Access => self.look_at_accesses(),
            (None, None) if room == Room::Figures => self.look_at_figures(),
            (None, None) => {
                office.waits = true;
                match office.of.clone() {
                    of if room.is_of_desk() => self.look_at_desk(room, of),
                    _ => self.emit([Effect::Office(Ask::Look(room))]),
                }
            }
        }
    }

    /// A form was saved over the office: what it shows is read anew, and the cursor goes there.
    pub(super) fn office_wrote(&mut self, record: Uuid) {
        let Some(office) = self.office_mut() else { return };
        office.wanted = Some(if office.room == Room::Areas { Of::Area(record) } else { Of::Officer(record) });
        self.look_at_office();
    }

    /// The office, if it is looked at.
    pub(super) fn office(&self) -> Option<&Office> {
        self.session().and_then(Session::office)
    }

    pub(super) fn office_mut(&mut self) -> Option<&mut Office> {
        match self.session_mut()?.page.as_mut()? {
            Page::Office(office) => Some(office),
            _ => None,
        }
    }

    /// Has something done, as long work where it is long.
    pub(super) fn ask_office(&mut self, ask: Ask) {
        let stops = ask.stops();
        let effect = Effect::Office(ask);
        match stops {
            Some(true) => self.work(effect),
            Some(false) => self.work_through(effect),
            None => self.emit([effect]),
        }
    }

    /// A key that is no command moves the cursor or finds a row.
    pub(super) fn office_key(&mut self, key: Key) {
        let page = isize::from(self.size.1.saturating_sub(8).max(1).cast_signed());
        if let Some(office) = self.office_mut() {
            office.table.key(key, page);
        }
        self.more_accesses();
    }

    pub(super) fn office_paste(&mut self, text: &str) {
        if let Some(office) = self.office_mut() {
            office.table.paste(text);
        }
        self.more_accesses();
    }

    /// Enter: the room, or the record behind the row.
    pub(super) fn open_office_row(&mut self) {
        match self.office().and_then(|office| office.table.row()).map(|row| row.of.clone()) {
            Some(Of::Room(room)) => self.open_room(room),
            Some(
                Of::Officer(record)
                | Of::Area(record)
                | Of::Record(record)
                | Of::Access(_, Some(record))
                | Of::Sent { record, .. },
            ) => {
                self.read_over(record);
            }
            Some(Of::Rule(rule)) => self.ask_office(Ask::Due(Take::Rule(rule))),
            Some(Of::Records(filters, query)) => self.show_records(filters, &query),
            Some(Of::Backup(file)) => self.explain_restore(&file),
            Some(Of::Check(_) | Of::Said(_) | Of::Access(..) | Of::Volume(_)) => self.tell_row(),
            None if self.office().is_some_and(|office| office.room == Room::Doctor) => self.ask_office(Ask::Check),
            Some(Of::Post(unit)) => self.open_post(unit),
            None if self.office().is_some_and(|office| office.room == Room::Recovery) => self.ask_for_code(),
            Some(Of::Setting(_)) | None => {}
        }
    }

    /// All that a row says, on a card: in a small window there is little room below the table.
    fn tell_row(&mut self) {
        let Some(office) = self.office() else { return };
        let Some(row) = office.table.row() else { return };
        let said = vec![row.cells.join(": "), row.note.clone()];
        self.card = Some(Card::Told { heading: office.room.plan().wording, said, top: 0 });
    }

    /// How the logbook comes back from a backup. It is a command, for there is nothing open then.
    fn explain_restore(&mut self, file: &Path) {
        let file = clean::shown(&file.display().to_string());
        let said =
            vec![self.words.with("tui-restore-how", &[("file", &file)]), self.words.get("tui-restore-then").to_owned()];
        self.card = Some(Card::Told { heading: "tui-restore", said, top: 0 });
    }

    /// Esc: the query, the room, the office.
    pub(super) fn leave_room(&mut self) {
        let Some(office) = self.office_mut() else { return };
        let above = office.room.plan().above;
        match above {
            _ if office.table.clear() => {}
            Some(room) => self.open_room(room),
            None if office.room == Room::Posts => {}
            None => self.leave_page(),
        }
    }

    /// Why this officer may not, in words; nothing where they may.
    pub(super) fn not_allowed(&self, right: crate::acts::Right) -> Option<String> {
        let may = self.session()?.who.may(right);
        (!may).then(|| self.words.get(&format!("tui-only-{}", right.name())).to_owned())
    }
}
