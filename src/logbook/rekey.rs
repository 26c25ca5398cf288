//! A new database key, so that whoever leaves opens nothing with what they may have copied. At every moment exactly one
//! of the keys in keys/logbook.age opens the database, also after a power cut in the middle.

use super::keys::Key;
use super::{Logbook, files, sql};
use crate::fault::{Fault, Kind, Outcome};

impl Logbook {
    /// Ends a login for good, together with what `register` writes about its officer, and changes the database key.
    /// Done again after it was interrupted, it goes on where it was.
    ///
    /// # Errors
    /// E022 no such login, E028 another window has the logbook open, E055 no room on the disk; those of `register`.
    pub fn disable_login(&mut self, login: &str, register: impl FnOnce(&Self) -> Outcome<()>) -> Outcome<()> {
        let known = self.logins()?.into_iter().find(|known| known.login == login);
        let known = known.ok_or_else(|| Fault::new(Kind::Finding, "E022").with("name", login))?;
        let lock = self.folder.hold_alone()?;
        self.room_for_a_copy()?;
        if known.active {
            self.write(|book| {
                register(book)?;
                let end = "UPDATE logins SET active = 0 WHERE login = ?1";
                book.db.execute(end, [login]).map_err(sql::fault)?;
                book.write_key(&[book.key()])
            })?;
        }
        self.rekey()?;
        // The last step: while the file is there, the change of the key may not be complete.
        let removed = std::fs::remove_file(self.key_file(login));
        drop(lock);
        match removed {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(files::cannot_write(&self.key_file(login), error))
            }
            _ => files::sync_folder(&self.folder.path().join("keys"))
                .map_err(|error| files::cannot_write(&self.key_file(login), error)),
        }
    }

    fn rekey(&mut self) -> Outcome<()> {
        let new = Key::generate()?;
        self.write(|book| book.write_key(&[book.key(), &new]))?;
        self.db.flush_prepared_statement_cache();
        self.db.execute_batch(&new.pragma("rekey")).map_err(sql::fault)?;
        self.key = new;
        // What the old key can read is gone from the write-ahead log too.
        self.db.query_row("PRAGMA wal_checkpoint (TRUNCATE)", [], |_| Ok(())).map_err(sql::fault)?;
        self.write(|book| book.write_key(&[book.key()]))
    }

    /// Every page is written once more, first into the write-ahead log.
    fn room_for_a_copy(&self) -> Outcome<()> {
        let size = std::fs::metadata(self.folder.database()).map_or(0, |file| file.len());
        let needed = size + size / 8;
        match self.folder.room() {
            Some(room) if room < needed => {
                Err(Fault::new(Kind::Disk, "E055").with("needed", (needed >> 20) + 1).with("room", room >> 20))
            }
            _ => Ok(()),
        }
    }
}
