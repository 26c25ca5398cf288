//! The log as a file for spreadsheets, and how such files are written. Runs in the thread that writes; says how far it
//! is, and stops when it is told to: then there is no file.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::acts::{Who, look};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint;
use crate::logbook::{Filter, Logbook, files};
use crate::record::when::{self, Moment};
use crate::report::list::Table;
use crate::report::register::Entry;
use crate::report::sheet::{Cell, Form, Sheet};
use crate::sync::{Progress, Stage, Watch};
use crate::tui::app::Written;
use crate::words::{Lang, Words};

/// Writes all that a filter lets through into a new file, named as it was typed and, by that name, a workbook or text;
/// in a folder, the logbook's own if none was typed, under a name with the moment.
///
/// # Errors
/// E021; E049 the file is there already; E042 the disk; that the work was stopped.
pub fn list(
    book: &Logbook,
    who: &Who,
    (filter, path, lang): (&Filter, &str, Lang),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Outcome<(usize, Written)> {
    let now = mint.now();
    let name = now.with_timezone(&when::zone()).format("trucban-%Y-%m-%d-%H%M.csv").to_string();
    let file = place(book, path, &name)?;
    let words = Words::new(lang);
    let table = Table::of(book, filter.kind, now, &words)?;
    let whole = Filter { limit: usize::MAX, ..filter.clone() };
    let sheet = Sheet::begin(Form::of(&file), words.get("sheet-log"), &table.heads())?;
    write(&file, (sheet, now), watch, |put| {
        let mut rows = |page: &[Entry]| put(page.iter().map(|row| table.row(row)).collect());
        look::export_list(book, who, &whole, mint, &mut rows).map(|_| ())
    })
}

/// Takes rows.
type Put<'a> = &'a mut dyn FnMut(Vec<Vec<Cell>>) -> Outcome<()>;

/// Writes a table into a file, page by page; how many rows. Nothing is left of one that was stopped.
///
/// # Errors
/// Those of `rows`; E042 the disk; E059 too many rows; that the work was stopped.
pub fn write(
    file: &Path,
    (mut sheet, at): (Sheet, Moment),
    watch: Watch<'_>,
    rows: impl FnOnce(Put<'_>) -> Outcome<()>,
) -> Outcome<(usize, Written)> {
    let (mut written, mut fault) = (0, None);
    let closed = files::write_with(file, |out| {
        let mut out = std::io::BufWriter::new(out);
        let cannot = |error| files::cannot_write(file, error);
        let done = rows(&mut |page| {
            sheet.add(&page)?;
            out.write_all(&sheet.ready()).map_err(cannot)?;
            written += page.len();
            watch(Progress { stage: Stage::List, done: written as u64, total: 0 })
        });
        fault = done.and_then(|()| out.write_all(&sheet.end(at)?).map_err(cannot)).err();
        if fault.is_some() { Err(std::io::ErrorKind::Interrupted.into()) } else { out.flush() }
    });
    if let Some(fault) = fault {
        return Err(fault);
    }
    closed?;
    let (size, sha256) = files::print(file)?;
    Ok((written, Written { file: files::shown(file), size, sha256 }))
}

/// Where a file goes whose path was typed: into a folder, the logbook's own if nothing was typed, under this name; with
/// the ending of this name, if it has none.
///
/// # Errors
/// E049 the file is there already: nothing is written over. E058 the folder isn't there.
pub fn place(book: &Logbook, path: &str, name: &str) -> Outcome<PathBuf> {
    let mut file = if path.is_empty() { book.folder().outbox() } else { typed(path) };
    if path.is_empty() || file.is_dir() {
        file.push(name);
    } else if file.extension().is_none() {
        file.set_extension(Path::new(name).extension().unwrap_or_default());
    }
    files::absent(&file)?;
    if !path.is_empty() {
        in_a_folder(&file)?;
    }
    Ok(file)
}

/// Lets a file be written into a folder that is there. One made under the name of a stick that isn't plugged in would lie
/// on the logbook's own disk, and nobody would look for it there.
///
/// # Errors
/// E058.
pub fn in_a_folder(file: &Path) -> Outcome<()> {
    match file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        Some(folder) => Err(Fault::new(Kind::Use, "E058").with("folder", files::shown(folder))),
        None => Ok(()),
    }
}

/// A path as it was typed; `~` is the home folder, as in every shell.
#[must_use]
pub fn typed(path: &str) -> PathBuf {
    match path.strip_prefix("~/").zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest),
        None => PathBuf::from(path),
    }
}
