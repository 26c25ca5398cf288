//! Backups: one tar of the database and the keys. Restoring never goes on in the same journal: the lost days may stand
//! at the desk already, and two stories under one number would be a fork.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{Folder, Logbook, files, sql, tar};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Head;

/// Newest backups that are kept, and weeks of which one each is kept besides.
const NEWEST: usize = 7;
const WEEKS: usize = 8;

/// A backup unpacked beside the place where the logbook will be; dropped, it leaves nothing behind.
pub struct Restored {
    staging: PathBuf,
    target: PathBuf,
    done: bool,
}

impl Restored {
    /// Unpacks a backup. The target has to be new or empty.
    ///
    /// # Errors
    /// E024 not empty; E041, E046 not a backup, or damaged.
    pub fn unpack(file: &Path, target: &Path) -> Outcome<Self> {
        if target.exists() && !fs::read_dir(target).is_ok_and(|mut inside| inside.next().is_none()) {
            return Err(Fault::new(Kind::Use, "E024").with("folder", files::shown(target)));
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let staging = target.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let restored = Self { staging, target: target.to_owned(), done: false };
        let cannot = |error| files::cannot_write(&restored.staging, error);
        for folder in ["keys", "outbox", "inbox", "backups"] {
            fs::create_dir_all(restored.staging.join(folder)).map_err(cannot)?;
        }
        restored.members(file)?;
        Ok(restored)
    }

    /// Where it lies for now.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.staging
    }

    /// Puts it in its place. Nobody may have it open.
    ///
    /// # Errors
    /// E042.
    pub fn settle(mut self) -> Outcome<()> {
        let cannot = |error| files::cannot_write(&self.target, error);
        if self.target.exists() {
            fs::remove_dir(&self.target).map_err(cannot)?;
        }
        fs::rename(&self.staging, &self.target).map_err(cannot)?;
        self.done = true;
        let parent = self.target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        files::sync_folder(parent).map_err(cannot)
    }

    fn members(&self, file: &Path) -> Outcome<()> {
        let bad = || Fault::new(Kind::Data, "E046").with("file", files::shown(file));
        let mut archive = File::open(file)
            .map_err(|error| Fault::new(Kind::Disk, "E041").with("file", files::shown(file)).because(error))?;
        let mut whole = false;
        loop {
            let mut block = [0; tar::BLOCK];
            archive.read_exact(&mut block).map_err(|error| bad().because(error))?;
            if block == [0; tar::BLOCK] {
                break;
            }
            let (name, size) = tar::read_header(&block).ok_or_else(bad)?;
            let key = name.strip_prefix("keys/").is_some_and(|key| key.ends_with(".age") && !key.contains('/'));
            if !key && name != "logbook.db" {
                return Err(bad());
            }
            whole |= name == "logbook.db";
            let to = self.staging.join(&name);
            let copied = files::write_with(&to, |out| {
                let copied = std::io::copy(&mut (&mut archive).take(size), out)?;
                if copied == size { Ok(()) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
            });
            copied.map_err(|fault| if fault.to_string().contains("unexpected end") { bad() } else { fault })?;
            archive.read_exact(&mut vec![0; tar::padding(size)]).map_err(|error| bad().because(error))?;
        }
        if whole { Ok(()) } else { Err(bad()) }
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        if !self.done {
            let _ = fs::remove_dir_all(&self.staging);
        }
    }
}

impl Logbook {
    /// Writes a backup.
    ///
    /// # Errors
    /// E040, E042.
    pub fn backup(&self, file: &Path) -> Outcome<()> {
        let copy = self.folder.backups().join(format!(".copy.{}.db", std::process::id()));
        let _ = fs::remove_file(&copy);
        let written = self.copy_to(&copy).and_then(|()| pack(&self.folder, &copy, file));
        let _ = fs::remove_file(&copy);
        written
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

    /// A whole copy of the database under the same key.
    pub(super) fn copy_to(&self, file: &Path) -> Outcome<()> {
        let name = file.to_str().ok_or_else(|| Fault::new(Kind::Disk, "E042").with("file", files::shown(file)))?;
        self.db.execute("VACUUM INTO ?1", [name]).map_err(sql::fault)?;
        File::open(file).and_then(|file| file.sync_all()).map_err(|error| files::cannot_write(file, error))
    }

    /// Begins a new journal that continues this one. `first` makes its first entry, the unit's own, from the id and
    /// head of the journal that ends.
    ///
    /// # Errors
    /// Those of the database, and of `first`; then nothing has changed.
    pub fn continue_in<T>(&mut self, journal: Uuid, first: impl FnOnce(&Self, Uuid, Head) -> Outcome<T>) -> Outcome<T> {
        let ended = std::mem::replace(&mut self.own.journal, journal);
        let begun = self.write(|book| {
            let old = book.journal_num(&ended)?.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
            let (head, _) = book.head_of(old)?;
            let put = "INSERT INTO journals (id, unit, continues, continues_seq) VALUES (?1, ?2, ?3, ?4)";
            let values = (sql::blob(&journal), &book.own.unit, old, sql::int(head.seq));
            book.db.execute(put, values).map_err(sql::fault)?;
            book.keep("journal", &journal.to_string())?;
            first(book, ended, head)
        });
        if begun.is_err() {
            self.own.journal = ended;
        }
        begun
    }
}

fn pack(folder: &Folder, copy: &Path, file: &Path) -> Outcome<()> {
    files::write_with(file, |out| {
        let mut keys: Vec<_> = fs::read_dir(folder.path().join("keys"))?.flatten().map(|key| key.path()).collect();
        keys.retain(|key| key.extension().is_some_and(|e| e == "age"));
        keys.sort();
        add(out, "logbook.db", copy)?;
        for key in keys {
            let name = key.file_name().unwrap_or_default().to_string_lossy().into_owned();
            add(out, &format!("keys/{name}"), &key)?;
        }
        tar::finish(out)
    })
}

fn add(out: &mut File, name: &str, file: &Path) -> std::io::Result<()> {
    let mut from = File::open(file)?;
    let size = from.metadata()?.len();
    tar::write(out, name, size, &mut from)
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
