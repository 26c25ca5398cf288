//! The folder of a logbook: names of its files, and the lock that says who has it open.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::files;
use crate::fault::{Fault, Kind, Outcome};

/// A logbook's folder, held open by a share of its lock.
pub struct Folder {
    path: PathBuf,
    lock: File,
}

impl Folder {
    /// Takes a share of the lock of an existing logbook.
    ///
    /// # Errors
    /// E023 when there is no logbook; E044 while another window rebuilds or restores it.
    pub fn open(path: &Path) -> Outcome<Self> {
        if !path.join("logbook.db").is_file() {
            return Err(Fault::new(Kind::Use, "E023").with("folder", files::shown(path)));
        }
        Self::share(path)
    }

    /// Makes the folder of a new logbook; it has to be new or empty.
    ///
    /// # Errors
    /// E024 when something is in it; E042 when it can't be made.
    pub fn create(path: &Path) -> Outcome<Self> {
        let cannot = |error| files::cannot_write(path, error);
        std::fs::create_dir_all(path.join("keys")).map_err(cannot)?;
        let taken = std::fs::read_dir(path).map_err(cannot)?.flatten().any(|entry| {
            entry.file_name() != "keys" || entry.path().read_dir().is_ok_and(|mut keys| keys.next().is_some())
        });
        if taken {
            return Err(Fault::new(Kind::Use, "E024").with("folder", files::shown(path)));
        }
        private(path).map_err(cannot)?;
        for name in ["outbox", "inbox", "backups"] {
            std::fs::create_dir_all(path.join(name)).map_err(cannot)?;
        }
        Self::share(path)
    }

    fn share(path: &Path) -> Outcome<Self> {
        let name = path.join("lock");
        let lock = File::options().read(true).write(true).create(true).truncate(false).open(&name);
        let lock = lock.map_err(|error| files::cannot_write(&name, error))?;
        match lock.try_lock_shared() {
            Ok(()) => Ok(Self { path: path.to_owned(), lock }),
            Err(TryLockError::WouldBlock) => Err(Fault::new(Kind::Busy, "E044")),
            Err(TryLockError::Error(error)) => Err(files::cannot_write(&name, error)),
        }
    }

    /// Runs `work` while nobody else has the logbook open.
    ///
    /// # Errors
    /// E028 when another window has it open.
    pub fn alone<T>(&self, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let failed = |error: std::io::Error| files::cannot_write(&self.path.join("lock"), error);
        match self.lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                // A failed upgrade may have dropped our share.
                self.lock.lock_shared().map_err(failed)?;
                return Err(Fault::new(Kind::Busy, "E028"));
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let done = work();
        self.lock.lock_shared().map_err(failed)?;
        done
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.path.join("logbook.db")
    }

    /// Batches and receipts to be handed on.
    #[must_use]
    pub fn outbox(&self) -> PathBuf {
        self.path.join("outbox")
    }

    /// Copies of what came in.
    #[must_use]
    pub fn inbox(&self) -> PathBuf {
        self.path.join("inbox")
    }

    /// Backups made at shift close.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }
}

#[cfg(unix)]
fn private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn private(_: &Path) -> std::io::Result<()> {
    Ok(())
}
