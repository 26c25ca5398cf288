//! Room set aside in the folder: on a full disk it is given up, so that a draft can still be written.

use std::io::Write as _;

use super::{Folder, files};
use crate::fault::Outcome;

/// More than the largest draft and the pages that it touches.
const SIZE: usize = 2 * 1024 * 1024;

impl Folder {
    /// Sets the room aside, unless it is already.
    ///
    /// # Errors
    /// E042 when there is no room for it.
    pub fn keep_reserve(&self) -> Outcome<()> {
        let path = self.reserve();
        if std::fs::metadata(&path).is_ok_and(|there| there.len() == SIZE as u64) {
            return Ok(());
        }
        // Written, not only stretched: a hole in a file sets no room aside.
        let block = [0; 16 * 1024];
        files::write_with(&path, |file| (0..SIZE / block.len()).try_for_each(|_| file.write_all(&block)))
    }

    /// Gives the room up; false when there was none.
    #[must_use]
    pub fn give_up_reserve(&self) -> bool {
        std::fs::remove_file(self.reserve()).is_ok()
    }

    fn reserve(&self) -> std::path::PathBuf {
        self.path().join("reserve")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_set_aside_once_and_given_up_once() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::create(&dir.path().join("post")).unwrap();
        folder.keep_reserve().unwrap();
        let size = std::fs::metadata(folder.path().join("reserve")).unwrap().len();
        assert_eq!(size, 2 * 1024 * 1024);
        folder.keep_reserve().unwrap();
        assert!(folder.give_up_reserve());
        assert!(!folder.give_up_reserve());
    }
}
