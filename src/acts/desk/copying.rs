//! The desk's own copy of a file: begun before anything in the file is read, and on disk before anything is said of it or
//! merged. In between the disk works while the file is opened and checked.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::acts::week::beside;
use crate::fault::{Fault, Outcome};
use crate::logbook::files;
use crate::sync::MAX_FILE;

/// A larger file is copied first: it would otherwise stay in memory while it is checked.
const BESIDE: usize = 4 * 1024 * 1024;

/// A copy that is being written.
pub(super) struct Copying(Cell<Option<JoinHandle<Outcome<()>>>>);

impl Copying {
    /// Begins to write a file and its signature.
    ///
    /// # Errors
    /// E042 of a large one, which is on disk when this returns.
    pub(super) fn begin(copy: PathBuf, file: &Arc<Vec<u8>>, signature: String) -> Outcome<Self> {
        if file.len() > BESIDE {
            keep(&copy, file, &signature)?;
            return Ok(Self::none());
        }
        let file = Arc::clone(file);
        Ok(Self(Cell::new(Some(std::thread::spawn(move || keep(&copy, &file, &signature))))))
    }

    /// Of a file that is one already.
    pub(super) const fn none() -> Self {
        Self(Cell::new(None))
    }

    /// Waits until it is on disk.
    ///
    /// # Errors
    /// E042.
    pub(super) fn done(&self) -> Outcome<()> {
        let stopped = |_| Fault::bug("a copy was not finished");
        self.0.take().map_or(Ok(()), |writing| writing.join().map_err(stopped)?)
    }
}

impl Drop for Copying {
    fn drop(&mut self) {
        // Nothing is written behind the back of who comes next.
        let _ = self.done();
    }
}

/// Writes a copy unless it is there.
///
/// # Errors
/// E042.
pub(super) fn keep(copy: &Path, file: &[u8], signature: &str) -> Outcome<()> {
    let there = files::read(copy, MAX_FILE, "E101").is_ok_and(|kept| kept == file);
    let sig = beside(copy);
    files::sweep(copy);
    files::sweep(&sig);
    let (signed, whole) = ((&*sig, signature.as_bytes()), (copy, file));
    if there { files::write_together(&[signed]) } else { files::write_together(&[signed, whole]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_there_when_it_is_done_and_a_failure_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for (name, size) in [("small", 10), ("large", BESIDE + 1)] {
            let (copy, file) = (folder.path().join(name), Arc::new(vec![7; size]));
            let copying = Copying::begin(copy.clone(), &file, "signature".to_owned()).unwrap();
            copying.done().unwrap();
            assert_eq!(std::fs::read(&copy).unwrap(), *file);
            assert_eq!(std::fs::read(beside(&copy)).unwrap(), b"signature");
            assert_eq!(Arc::strong_count(&file), 1);
            let nowhere = Copying::begin(copy.join("below a file"), &file, String::new());
            assert_eq!(nowhere.and_then(|copying| copying.done()).unwrap_err().code, "E042", "{name}");
        }
    }
}
