//! The folder and its encrypted database: the only place with SQL. Saved means fsynced; history is only ever added to.

mod access;
mod acknowledged;
mod append;
mod backup;
mod carry;
mod chain;
mod compare;
mod derive;
mod doctor;
mod drafts;
mod duty;
mod newest;
pub mod files;
mod folder;
mod found;
mod history;
mod intake;
mod index;
mod keys;
mod lines;
mod list;
mod look;
mod merge;
mod open;
mod own;
mod period;
mod persons;
mod purge;
mod posts;
mod received;
mod refer;
mod registers;
mod rekey;
mod requests;
mod rules;
mod reserve;
mod rhythm;
mod sealed;
mod search;
mod settings;
mod slice;
mod sql;
mod stand;
mod starts;
mod story;
pub mod tar;
mod work;
mod withheld;

pub use access::{Access, Seen};
pub use acknowledged::{Acknowledged, KeptReceipt};
pub use append::{Appended, New, from_newest};
pub use backup::Restored;
pub use doctor::{Health, check_folder};
pub use drafts::Draft;
pub use folder::Folder;
pub use found::Remark;
pub use history::Version;
pub use keys::{Key, Login, check_password, login_for, logins_in, open_with, unlock_key};
pub use list::{Cursor, Filter, Row};
pub use look::Record;
pub use merge::{Before, Foreign, Journal, Lineage};
pub use newest::Line;
pub use open::Mode;
pub use own::{Own, demo_in};
pub use posts::{KeyState, Post, PostKey, Revocation};
pub use purge::{Hold, Sheaf};
pub use received::{Fate, Received};
pub use refer::Visited;
pub use registers::{Area, Badge, Officer};
pub use requests::Asked;
pub use rhythm::Busy;
pub use sealed::{Sealed, Unsealed};
pub use settings::{SETTINGS, Setting, Values};
pub use slice::Sheet;
pub use stand::Stand;
pub use starts::Start;
pub use story::Against;
pub use work::{Progress, STOPPED, Stage, Stop, Watch};

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use crate::fault::{Fault, Kind, Outcome};

/// An open logbook: one connection, one share of the folder's lock.
pub struct Logbook {
    folder: Folder,
    key: Key,
    mode: Mode,
    own: Own,
    db: Connection,
    /// What a transaction keeps in mind until it ends.
    tip: Cell<Option<append::Tip>>,
    waiting: index::Waiting,
    /// Ranks of journals, see `derive`.
    ranks: RefCell<HashMap<Uuid, i64>>,
    /// How often it was opened anew.
    opened: u32,
}

impl Logbook {
    fn new(folder: Folder, key: &Key, mode: Mode, own: Own, db: Connection) -> Self {
        let (tip, waiting, ranks) = (Cell::default(), index::Waiting::default(), RefCell::default());
        Self { folder, key: key.clone(), mode, own, db, tip, waiting, ranks, opened: 0 }
    }

    /// What this logbook is: unit, journal, desk or post.
    #[must_use]
    pub const fn own(&self) -> &Own {
        &self.own
    }

    /// Where it lies.
    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Runs `work` in one transaction: all of it is on disk when this returns, or nothing of it.
    ///
    /// # Errors
    /// What `work` returns; E044 when another window holds the database too long; E040 when the disk fails.
    pub fn write<T>(&self, work: impl FnOnce(&Self) -> Outcome<T>) -> Outcome<T> {
        self.attempt(work)
    }

    /// As [`Logbook::write`], for work that may also be refused for reasons of its own. What it reads and what it
    /// writes belong together: no other window writes in between.
    ///
    /// # Errors
    /// As [`Logbook::write`].
    pub fn attempt<T, E: From<Fault>>(&self, work: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        if self.mode == Mode::Read {
            return Err(Fault::bug("write on a read-only logbook").into());
        }
        let tx = rusqlite::Transaction::new_unchecked(&self.db, rusqlite::TransactionBehavior::Immediate)
            .map_err(sql::fault)?;
        self.waiting.clear();
        self.tip.set(None);
        self.ranks.borrow_mut().clear();
        let done = work(self)?;
        self.index_waiting()?;
        tx.commit().map_err(sql::fault)?;
        Ok(done)
    }

    /// Stops a running query of this connection from another thread.
    #[must_use]
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(self.db.get_interrupt_handle())
    }

    /// Closes the connection and opens it anew, as is right after a disk error.
    ///
    /// # Errors
    /// As opening.
    pub fn reopen(&mut self) -> Outcome<()> {
        // A connection that failed to close is given up too: what it held in memory can't be trusted.
        let _ = self.disconnect();
        self.db = open::connect(&self.folder, &self.key, self.mode)?;
        self.own = own::read(&self.db)?;
        self.opened += 1;
        Ok(())
    }

    /// Closes the connection and leaves an empty one in its place. The old one has to go first: connections of one
    /// process share what they believe to be on disk.
    fn disconnect(&mut self) -> Outcome<()> {
        let nothing = Connection::open_in_memory().map_err(sql::fault)?;
        std::mem::replace(&mut self.db, nothing).close().map_err(|(_, error)| sql::fault(error))
    }

    /// A second connection to the same logbook, for reading.
    ///
    /// # Errors
    /// As opening.
    pub fn reader(&self) -> Outcome<Self> {
        Self::open(self.folder.path(), &self.key, Mode::Read)
    }

    fn in_write(&self) -> Outcome<()> {
        if self.db.is_autocommit() { Err(Fault::bug("append outside of a transaction")) } else { Ok(()) }
    }
}

/// Interrupts a query from another thread.
pub struct Interrupter(rusqlite::InterruptHandle);

impl Interrupter {
    /// Stops what runs now, if anything does.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

/// Whether a fault only says that a newer question interrupted this one.
#[must_use]
pub fn is_interrupted(fault: &Fault) -> bool {
    fault.kind == Kind::Busy && fault.args.iter().any(|(name, _)| *name == "interrupted")
}
