//! The folder of a logbook: names of its files, and the lock that says who has it open.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::files;
use crate::fault::{Fault, Kind, Outcome};

/// The folders in it.
pub(super) const INSIDE: [&str; 4] = ["keys", "outbox", "inbox", "backups"];

/// The database before it has its name, and what lies beside it.
const UNNAMED: [&str; 4] = ["logbook.db.new", "logbook.db.new-journal", "logbook.db.new-wal", "logbook.db.new-shm"];

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

    /// Whether a new logbook may be made there: nothing is there, or only what a founding left that was cut off before
    /// it came to anything.
    #[must_use]
    pub fn is_vacant(path: &Path) -> bool {
        match std::fs::read_dir(path) {
            Ok(mut entries) => entries.next().is_none() || is_leftover(path),
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        }
    }

    /// Makes the folder of a new logbook; it has to be vacant, and nothing is touched in one that isn't.
    ///
    /// # Errors
    /// E024 when something is in it; E042 when it can't be made.
    pub fn create(path: &Path) -> Outcome<Self> {
        let cannot = |error| files::cannot_write(path, error);
        let taken = || Fault::new(Kind::Use, "E024").with("folder", files::shown(path));
        std::fs::create_dir_all(path).map_err(cannot)?;
        sweep(path);
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
        if !is_there(&path.join("lock"), &lock).map_err(cannot)? {
            return Err(taken());
        }
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
        for name in UNNAMED.into_iter().chain(["lock"]) {
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

/// Sweeps away what a founding left that was cut off, holding its lock. Whoever founds right now is left alone: they
/// hold the lock, or look whether theirs is still there as soon as they do.
fn sweep(path: &Path) {
    let Ok(lock) = File::options().read(true).write(true).open(path.join("lock")) else { return };
    if lock.try_lock().is_ok() && is_leftover(path) {
        Folder::discard(path);
    }
}

/// Whether all that is there was left by a founding that was cut off. Once its database has a name it is a logbook;
/// keys without a database may be what is left of one.
fn is_leftover(path: &Path) -> bool {
    let names = |folder: &Path| -> Option<Vec<String>> {
        let entries = std::fs::read_dir(folder).ok()?;
        entries.map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
    };
    let Some(here) = names(path) else { return false };
    let known = |name: &String| name == "lock" || INSIDE.contains(&&**name) || UNNAMED.contains(&&**name);
    let unnamed = here.iter().any(|name| UNNAMED.contains(&&**name));
    let empty = |name: &&str| {
        let within = names(&path.join(name));
        within.is_none_or(|within| within.is_empty() || (unnamed && *name == "keys"))
    };
    here.iter().any(|name| name == "lock") && here.iter().all(known) && INSIDE.iter().all(empty)
}

/// Whether this is still the file of that name.
#[cfg(unix)]
fn is_there(path: &Path, file: &File) -> std::io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let here = file.metadata()?;
    let named = |there: std::fs::Metadata| (there.dev(), there.ino()) == (here.dev(), here.ino());
    Ok(path.metadata().is_ok_and(named))
}

#[cfg(not(unix))]
fn is_there(_: &Path, _: &File) -> std::io::Result<bool> {
    // Nobody can remove a file there that is open.
    Ok(true)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_founding_left_at_any_point_is_swept_away_and_nothing_else() {
        let made = |names: &[&str]| {
            let folder = tempfile::tempdir().unwrap();
            for name in names {
                let path = folder.path().join(name);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                if name.ends_with('/') {
                    std::fs::create_dir_all(path).unwrap();
                } else {
                    std::fs::write(path, "").unwrap();
                }
            }
            folder
        };
        let whole = ["lock", "keys/", "outbox/", "inbox/", "backups/", "logbook.db.new", "keys/an.key"];
        let early = ["lock", "keys/", "logbook.db.new", "logbook.db.new-journal"];
        let vacant = (0..whole.len() - 1).map(|n| &whole[..n]).chain([&whole[..], &early[..]]);
        for names in vacant {
            let folder = made(names);
            assert!(Folder::is_vacant(folder.path()), "{names:?}");
            assert!(Folder::create(folder.path()).is_ok(), "{names:?}");
        }
        let other: [&[&str]; 5] = [
            &["lock", "keys/an.key"],
            &["keys/"],
            &["lock", "notes.txt"],
            &["lock", "logbook.db.new", "outbox/week.tar"],
            &["lock", "logbook.db"],
        ];
        for names in other {
            let folder = made(names);
            assert!(!Folder::is_vacant(folder.path()), "{names:?}");
            assert_eq!(Folder::create(folder.path()).err().unwrap().code, "E024", "{names:?}");
            assert!(names.iter().all(|name| folder.path().join(name).exists()), "{names:?}");
        }
    }

    #[test]
    fn who_founds_right_now_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let first = Folder::create(place.path()).unwrap();
        assert_eq!(Folder::create(place.path()).err().unwrap().code, "E024");
        assert!(place.path().join("keys").is_dir());
        drop(first);
        assert!(Folder::create(place.path()).is_ok());
    }
}
