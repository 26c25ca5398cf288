//! The folder of a logbook: names of its files, and the lock that says who has it open.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::files;
use crate::fault::{Fault, Kind, Outcome};

/// The folders in it.
pub(super) const INSIDE: [&str; 4] = ["keys", "outbox", "inbox", "backups"];

/// A logbook's folder, held open by a share of its lock.
pub struct Folder {
    path: PathBuf,
    lock: File,
}

/// The whole lock of a folder; dropped, it is a share again.
pub(super) struct Alone(File);

impl Drop for Alone {
    fn drop(&mut self) {
        let _ = self.0.lock_shared();
    }
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

    /// Makes the folder of a new logbook; it has to be new or empty, and nothing is touched in one that isn't.
    ///
    /// # Errors
    /// E024 when something is in it; E042 when it can't be made.
    pub fn create(path: &Path) -> Outcome<Self> {
        let cannot = |error| files::cannot_write(path, error);
        let taken = || Fault::new(Kind::Use, "E024").with("folder", files::shown(path));
        std::fs::create_dir_all(path).map_err(cannot)?;
        if std::fs::read_dir(path).map_err(cannot)?.next().is_some() {
            return Err(taken());
        }
        // Whoever makes the lock makes the logbook; of two at once, one comes too late.
        let lock = File::options().read(true).write(true).create_new(true).open(path.join("lock"));
        let lock = lock.map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => taken(),
            _ => cannot(error),
        })?;
        lock.lock_shared().map_err(cannot)?;
        let folder = Self { path: path.to_owned(), lock };
        folder.furnish().map_err(cannot)?;
        Ok(folder)
    }

    fn furnish(&self) -> std::io::Result<()> {
        private(&self.path)?;
        for name in INSIDE {
            std::fs::create_dir_all(self.path.join(name))?;
        }
        self.sync()
    }

    /// Makes names in the folder, and its own name, last through a power cut.
    pub(super) fn sync(&self) -> std::io::Result<()> {
        files::sync_folder(&self.path)?;
        files::sync_folder(files::parent(&self.path))
    }

    /// Removes what [`Folder::create`] and whoever came after it made, because nothing came of it.
    pub(super) fn discard(path: &Path) {
        for name in INSIDE {
            let _ = std::fs::remove_dir_all(path.join(name));
        }
        for name in ["logbook.db.new", "logbook.db.new-wal", "logbook.db.new-shm", "lock"] {
            let _ = std::fs::remove_file(path.join(name));
        }
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
        let _alone = self.hold_alone()?;
        work()
    }

    /// Keeps everybody else from opening the logbook until what this returns is dropped.
    ///
    /// # Errors
    /// E028 when another window has it open.
    pub(super) fn hold_alone(&self) -> Outcome<Alone> {
        let failed = |error: std::io::Error| files::cannot_write(&self.path.join("lock"), error);
        let lock = self.lock.try_clone().map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Alone(lock)),
            Err(TryLockError::WouldBlock) => {
                // A failed upgrade may have dropped our share.
                lock.lock_shared().map_err(failed)?;
                Err(Fault::new(Kind::Busy, "E028"))
            }
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Bytes that are free where the folder lies, where the system can say.
    pub(super) fn room(&self) -> Option<u64> {
        room(&self.path)
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
pub(super) fn private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
pub(super) fn private(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn room(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}
