//! Backups: one tar of the database and the keys. Restoring never goes on in the same journal: the lost days may stand
//! at the desk already, and two stories under one number would be a fork.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Folder, Logbook, Stage, Stop, Watch, files, folder, keys, sql, tar};
use crate::fault::{Fault, Kind, Outcome};

/// Newest backups that are kept, and weeks of which one each is kept besides.
const NEWEST: usize = 7;
const WEEKS: usize = 8;
/// No backup takes that long; an older unfinished one was given up.
const ABANDONED: Duration = Duration::from_secs(6 * 3600);

/// More keys than any post or desk has officers.
const MOST_KEYS: usize = 1000;

/// A backup unpacked within the folder where the logbook will be; dropped, it leaves nothing behind.
pub struct Restored {
    staging: PathBuf,
    target: PathBuf,
    made: bool,
    done: bool,
}

impl Restored {
    /// Unpacks a backup. The target has to be new or empty.
    ///
    /// # Errors
    /// E024 not empty; E041, E046 not a backup, or damaged.
    pub fn unpack(file: &Path, target: &Path) -> Outcome<Self> {
        let made = !target.exists();
        if !made && !fs::read_dir(target).is_ok_and(|mut inside| inside.next().is_none()) {
            return Err(Fault::new(Kind::Use, "E024").with("folder", files::shown(target)));
        }
        let restored = Self { staging: target.join(".restore.part"), target: target.to_owned(), made, done: false };
        let cannot = |error| files::cannot_write(&restored.staging, error);
        for name in folder::INSIDE {
            fs::create_dir_all(restored.staging.join(name)).map_err(cannot)?;
        }
        folder::private(target).map_err(cannot)?;
        unpack(file, &restored.staging)?;
        Ok(restored)
    }

    /// Where it lies for now.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.staging
    }

    /// Puts it in its place, the database last: with it the folder becomes a logbook. Nobody may have it open.
    ///
    /// # Errors
    /// E042.
    pub fn settle(mut self) -> Outcome<()> {
        let moved = (|| {
            let mut names: Vec<_> = fs::read_dir(&self.staging)?.flatten().map(|entry| entry.file_name()).collect();
            names.sort_by_key(|name| name == "logbook.db");
            for name in names {
                fs::rename(self.staging.join(&name), self.target.join(&name))?;
            }
            fs::remove_dir(&self.staging)?;
            files::sync_folder(&self.target)?;
            files::sync_folder(files::parent(&self.target))
        })();
        moved.map_err(|error| files::cannot_write(&self.target, error))?;
        self.done = true;
        Ok(())
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        if !self.done {
            let _ = fs::remove_dir_all(&self.staging);
        }
        if !self.done && self.made {
            let _ = fs::remove_dir(&self.target);
        }
    }
}

/// Unpacks the members of a backup, which may be anybody's file: only the names that a backup has, each once, none
/// larger than the file itself, and nothing before or after them.
fn unpack(file: &Path, into: &Path) -> Outcome<()> {
    let bad = || Fault::new(Kind::Data, "E046").with("file", files::shown(file));
    let unreadable = |error| Fault::new(Kind::Disk, "E041").with("file", files::shown(file)).because(error);
    let opened = fs::metadata(file).and_then(|about| Ok((about, File::open(file)?)));
    let (about, archive) = opened.map_err(unreadable)?;
    if !about.is_file() {
        return Err(bad());
    }
    let mut archive = BufReader::new(archive);
    let mut seen = BTreeSet::new();
    while let Some((name, size)) = member(&mut archive).map_err(|error| bad().because(error))? {
        let key = name.strip_prefix("keys/").is_some_and(|key| key.ends_with(".age") && !key.contains('/'));
        let fits = if key { size <= keys::LARGEST } else { name == "logbook.db" && size <= about.len() };
        if !fits || seen.len() > MOST_KEYS || !seen.insert(name.clone()) {
            return Err(bad());
        }
        let mut cut = false;
        let copied = files::write_with(&into.join(&name), |out| {
            cut = std::io::copy(&mut (&mut archive).take(size), out)? != size;
            Ok(())
        });
        copied?;
        let mut rest = vec![0; tar::padding(size)];
        let filled = archive.read_exact(&mut rest).is_ok() && rest.iter().all(|byte| *byte == 0);
        if cut || !filled {
            return Err(bad());
        }
    }
    let whole = ["logbook.db", "keys/logbook.age"].iter().all(|name| seen.contains(*name));
    if whole { Ok(()) } else { Err(bad()) }
}

/// The next member's name and size; none at the end, which is two empty blocks and nothing after them.
fn member(archive: &mut impl Read) -> std::io::Result<Option<(String, u64)>> {
    let wrong = || std::io::Error::from(std::io::ErrorKind::InvalidData);
    let mut block = [0; tar::BLOCK];
    archive.read_exact(&mut block)?;
    if block != [0; tar::BLOCK] {
        return tar::read_header(&block).map(Some).ok_or_else(wrong);
    }
    archive.read_exact(&mut block)?;
    let after = archive.read(&mut [0])?;
    if block == [0; tar::BLOCK] && after == 0 { Ok(None) } else { Err(wrong()) }
}

impl Logbook {
    /// Writes a backup and reads it back.
    ///
    /// # Errors
    /// E040, E042.
    pub fn backup(&self, file: &Path) -> Outcome<()> {
        self.backup_watched(file, &Stop::default(), &mut |_| Ok(()))
    }

    /// As [`Logbook::backup`], for somebody who looks on and may stop it; then there is no new file.
    ///
    /// # Errors
    /// As [`Logbook::backup`]; what `watch` says.
    pub fn backup_watched(&self, file: &Path, stop: &Stop, watch: Watch<'_>) -> Outcome<()> {
        let copy = self.folder.backups().join(format!(".copy.{}.db", std::process::id()));
        watch(Stage::Copy.at(0, 0))?;
        let copied = self.beside(stop)?.copy_to(&copy);
        let packed = watch(Stage::Pack.at(0, 0)).and(copied).and_then(|()| {
            tidy(&copy);
            pack(&self.folder, &copy, file, watch)
        });
        let _ = fs::remove_file(&copy);
        packed
    }

    /// A backup in the folder's own place, with the old ones thinned out: the newest few, then one a week.
    ///
    /// # Errors
    /// E040, E042.
    pub fn backup_here(&self, at: crate::record::when::Moment) -> Outcome<PathBuf> {
        let file = self.folder.backups().join(format!("{}-{}.tar", self.own.unit, at.format("%Y%m%d-%H%M%S")));
        self.backup(&file)?;
        thin(&self.folder.backups(), &self.own.unit);
        Ok(file)
    }

    /// A new backup in the folder's own place instead of all the older ones, because they hold what was removed.
    ///
    /// # Errors
    /// E040, E042; then the older ones are still there.
    pub fn renew_backups(&self, at: crate::record::when::Moment) -> Outcome<()> {
        let new = self.backup_here(at)?;
        let older = fs::read_dir(self.folder.backups()).into_iter().flatten().flatten().map(|file| file.path());
        for file in older.filter(|file| *file != new && file.is_file()) {
            fs::remove_file(&file).map_err(|error| files::cannot_write(&file, error))?;
        }
        Ok(())
    }

    /// The newest backup in the folder's own place: when it was made, as its name says, and the file.
    #[must_use]
    pub fn newest_backup(&self) -> Option<(crate::record::when::Moment, PathBuf)> {
        self.backups().into_iter().next()
    }

    /// The backups in the folder's own place, the newest first.
    #[must_use]
    pub fn backups(&self) -> Vec<(crate::record::when::Moment, PathBuf)> {
        let files = fs::read_dir(self.folder.backups()).into_iter().flatten().flatten();
        let made = files.filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            let stamp = name.strip_prefix(&self.own.unit)?.strip_prefix('-')?.strip_suffix(".tar")?;
            let at = chrono::NaiveDateTime::parse_from_str(stamp, "%Y%m%d-%H%M%S").ok()?;
            Some((crate::record::when::local(at), file.path()))
        });
        let mut made: Vec<_> = made.collect();
        made.sort_by(|one, other| other.cmp(one));
        made
    }

    /// A whole copy of the database under the same key, in the place of an older one.
    pub(super) fn copy_to(&self, file: &Path) -> Outcome<()> {
        let name = file.to_str().ok_or_else(|| Fault::new(Kind::Disk, "E042").with("file", files::shown(file)))?;
        let part = format!("{name}.part");
        let cannot = |error| files::cannot_write(file, error);
        // A logbook that was copied by hand may have come without its empty folders.
        fs::create_dir_all(files::parent(file)).map_err(cannot)?;
        let _ = fs::remove_file(&part);
        let copied = self.db.execute("VACUUM INTO ?1", [&part]).map_err(sql::fault).and_then(|_| {
            let synced = File::open(&part).and_then(|part| part.sync_all());
            synced.and_then(|()| fs::rename(&part, file)).map_err(cannot)
        });
        if copied.is_err() {
            let _ = fs::remove_file(&part);
        }
        copied.and_then(|()| files::sync_folder(files::parent(file)).map_err(cannot))
    }
}

/// Packs the database's copy and the keys, and packs them again against what was written.
fn pack(folder: &Folder, copy: &Path, file: &Path, watch: Watch<'_>) -> Outcome<()> {
    let keys = keys::files_in(folder)?;
    let mut stopped = None;
    let mut put = |out: &mut dyn Write, stage: Stage| {
        let database = File::open(copy)?;
        let size = database.metadata()?.len();
        let step = |done| watch(stage.at(done, size)).map_err(|fault| stopped = Some(fault));
        let mut database = Counted { from: database, done: 0, step };
        let mut out = std::io::BufWriter::with_capacity(1 << 16, out);
        tar::write(&mut out, "logbook.db", size, &mut database)?;
        for (name, bytes) in &keys {
            tar::write(&mut out, &format!("keys/{name}"), bytes.len() as u64, &mut bytes.as_slice())?;
        }
        tar::finish(&mut out)?;
        out.flush()
    };
    let packed = files::write_with(file, |out| put(out, Stage::Pack));
    let packed = packed.and_then(|()| {
        let same = files::read_back(file, |out| put(out, Stage::ReadBack));
        if same.is_err() {
            let _ = fs::remove_file(file);
        }
        same
    });
    stopped.map_or(packed, Err)
}

/// A reader that says how much was read, whenever that is a good part more, and is told whether to go on.
struct Counted<R, S> {
    from: R,
    done: u64,
    step: S,
}

/// Bytes between two words about how far it is.
const PART: u64 = 1 << 20;

impl<R: Read, S: FnMut(u64) -> Result<(), ()>> Read for Counted<R, S> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let before = self.done / PART;
        let read = self.from.read(into)?;
        self.done += read as u64;
        if self.done / PART > before && (self.step)(self.done).is_err() {
            return Err(std::io::ErrorKind::Other.into());
        }
        Ok(read)
    }
}

/// Removes copies that were being packed when the power went, or the program.
fn tidy(newest: &Path) {
    let changed = |file: &Path| fs::metadata(file).and_then(|about| about.modified()).ok();
    let Some(now) = changed(newest) else { return };
    for entry in fs::read_dir(files::parent(newest)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let left = name.to_str().is_some_and(|name| name.starts_with(".copy.") || name.ends_with(".part"));
        let age = changed(&entry.path()).and_then(|then| now.duration_since(then).ok());
        if left && age.is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Removes backups beyond the newest few and one a week; the day stands in the name.
fn thin(folder: &Path, unit: &str) {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok())
        .filter(|name| name.starts_with(&format!("{unit}-")) && name.ends_with(".tar"))
        .collect();
    names.sort();
    names.reverse();
    for name in spare(&names, unit) {
        let _ = fs::remove_file(folder.join(name));
    }
}

/// The names, newest first, that need not be kept.
fn spare<'a>(names: &'a [String], unit: &str) -> Vec<&'a String> {
    let mut weeks: Vec<chrono::IsoWeek> = Vec::new();
    let old = names.iter().skip(NEWEST).filter(|name| {
        let day = name.get(unit.len() + 1..unit.len() + 9);
        let week = day.and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y%m%d").ok());
        let Some(week) = week.map(|day| chrono::Datelike::iso_week(&day)) else { return false };
        let first = !weeks.contains(&week) && weeks.len() < WEEKS;
        if first {
            weeks.push(week);
        }
        !first
    });
    old.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_new_ones_and_one_a_week_are_kept() {
        let first = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let mut names: Vec<String> =
            (0..150).map(|n| format!("P2-{}-190000.tar", (first + chrono::Days::new(n)).format("%Y%m%d"))).collect();
        names.reverse();
        let spare = spare(&names, "P2");
        assert_eq!(names.len() - spare.len(), NEWEST + WEEKS);
        assert!(!spare.contains(&&names[6]) && spare.contains(&names.last().unwrap()));
    }
}
