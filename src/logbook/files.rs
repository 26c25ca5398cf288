//! Files written for someone: under a temporary name, synced, renamed, and the folder synced. A name stands for a
//! whole file or for nothing.

use std::fs::{self, File};
use std::io::{Read as _, Write};
use std::path::Path;

use crate::fault::{Fault, Kind, Outcome};

/// Lets a file be written that isn't there yet: nothing is written over that somebody named by mistake.
///
/// # Errors
/// E049.
pub fn absent(path: &Path) -> Outcome<()> {
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Fault::new(Kind::Use, "E049").with("file", shown(path)))
}

/// Writes a file whole or not at all.
///
/// # Errors
/// E042 with the name.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    write_with(path, |file| file.write_all(bytes))
}

/// As [`write()`], with content that comes piece by piece.
///
/// # Errors
/// E042 with the name.
pub fn write_with(path: &Path, fill: impl FnOnce(&mut File) -> std::io::Result<()>) -> Outcome<()> {
    put(path, fill)?;
    sync_folder(parent(path)).map_err(|error| cannot_write(path, error))
}

/// As [`write()`], for files of one folder that belong together, in this order: the folder is synced once for all.
///
/// # Errors
/// E042 with the name.
pub fn write_together(files: &[(&Path, &[u8])]) -> Outcome<()> {
    for (path, bytes) in files {
        put(path, |file| file.write_all(bytes))?;
    }
    let Some((path, _)) = files.last() else { return Ok(()) };
    sync_folder(parent(path)).map_err(|error| cannot_write(path, error))
}

/// Puts a whole file under its name; that the name lasts is asked for afterwards.
fn put(path: &Path, fill: impl FnOnce(&mut File) -> std::io::Result<()>) -> Outcome<()> {
    let folder = parent(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.part", std::process::id()));
    let written = (|| {
        fs::create_dir_all(folder)?;
        let mut part = create(&temporary)?;
        fill(&mut part)?;
        part.sync_all()?;
        fs::rename(&temporary, path)
    })();
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        cannot_write(path, error)
    })
}

/// As [`write()`], for others to read, and read back. What a killed program left of an earlier try is swept away first.
///
/// # Errors
/// E042 with the name.
pub fn write_checked(path: &Path, bytes: &[u8]) -> Outcome<()> {
    sweep(path);
    write_with(path, |out| {
        out.write_all(bytes)?;
        readable(out)
    })?;
    let kept = read_back(path, |out| out.write_all(bytes));
    if kept.is_err() {
        let _ = fs::remove_file(path);
    }
    kept
}

/// What is handed over is encrypted or public; on a share, others have to be able to read it.
#[cfg(unix)]
fn readable(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    match file.set_permissions(fs::Permissions::from_mode(0o644)) {
        // Sticks know no permissions.
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn readable(_: &File) -> std::io::Result<()> {
    Ok(())
}

/// Removes what a killed program left of its try to write a file of this name.
pub fn sweep(path: &Path) {
    let begin = format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy());
    for file in fs::read_dir(parent(path)).into_iter().flatten().flatten() {
        let name = file.file_name();
        let left = name.to_str().and_then(|name| name.strip_prefix(&begin)?.strip_suffix(".part"));
        if left.is_some_and(|pid| pid.bytes().all(|b| b.is_ascii_digit())) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Compares a file with what `fill` writes once more: a disk that took the bytes need not have kept them.
///
/// # Errors
/// E042 with the name.
pub fn read_back(path: &Path, fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Outcome<()> {
    let same = (|| {
        let mut written = Same(std::io::BufReader::new(File::open(path)?));
        fill(&mut written)?;
        if written.0.read(&mut [0])? == 0 { Ok(()) } else { Err(differs()) }
    })();
    same.map_err(|error| cannot_write(path, error))
}

/// Takes only the bytes that a reader gives.
struct Same<R>(R);

impl<R: std::io::Read> Write for Same<R> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut kept = vec![0; bytes.len()];
        self.0.read_exact(&mut kept)?;
        if kept == bytes { Ok(bytes.len()) } else { Err(differs()) }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn differs() -> std::io::Error {
    std::io::ErrorKind::InvalidData.into()
}

/// The folder that a file lies in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Reads a file that may be hostile, up to a limit in bytes.
///
/// # Errors
/// E041 when it can't be read, `over` when it is larger.
pub fn read(path: &Path, limit: u64, over: &'static str) -> Outcome<Vec<u8>> {
    let cannot = |error: std::io::Error| Fault::new(Kind::Disk, "E041").with("file", shown(path)).because(error);
    // Asked before opening: a pipe that nobody writes to would be waited for without end.
    if !fs::metadata(path).map_err(cannot)?.is_file() {
        return Err(cannot(std::io::ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(cannot)?;
    if bytes.len() as u64 > limit {
        return Err(Fault::new(Kind::Data, over).with("file", shown(path)).with("max", limit / 1024 / 1024));
    }
    Ok(bytes)
}

/// Size and SHA-256 of a file as it lies on the disk.
///
/// # Errors
/// E041.
pub fn print(path: &Path) -> Outcome<(u64, String)> {
    use sha2::Digest as _;
    let cannot = |error: std::io::Error| Fault::new(Kind::Disk, "E041").with("file", shown(path)).because(error);
    let mut from = File::open(path).map_err(cannot)?;
    let mut hash = sha2::Sha256::new();
    let size = std::io::copy(&mut from, &mut hash).map_err(cannot)?;
    Ok((size, hex::encode(hash.finalize())))
}

/// A path as a message may show it: file names are outside input too.
#[must_use]
pub fn shown(path: &Path) -> String {
    crate::text::clean::shown(&path.display().to_string())
}

/// The fault of a file that can't be written.
#[must_use]
pub fn cannot_write(path: &Path, error: std::io::Error) -> Fault {
    Fault::new(Kind::Disk, "E042").with("file", shown(path)).because(error)
}

#[cfg(unix)]
fn create(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path) -> std::io::Result<File> {
    File::create(path)
}

/// Makes the renames in a folder last through a power cut.
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
