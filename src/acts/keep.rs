//! Keeping the log: the doctor, backups, restoring, and the journal as a file that anyone can check.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;
use uuid::Uuid;

use super::registers::unit;
use super::session::{open, put};
use super::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{
    Health, Logbook, Mode, Restored, Stop, Watch, check_folder, files, login_for, logins_in, unlock_key,
};
use crate::record::Kind;
use crate::record::when::{self, Moment};

/// Checks everything about an open logbook.
///
/// # Errors
/// E021; damage is in the result.
pub fn doctor(book: &Logbook, who: &Who) -> Outcome<Health> {
    who.need(Right::Read)?;
    book.check()
}

/// As [`doctor`], for somebody who looks on and may stop it.
///
/// # Errors
/// As [`doctor`]; what `watch` says.
pub fn doctor_watched(book: &Logbook, who: &Who, stop: &Stop, watch: Watch<'_>) -> Outcome<Health> {
    who.need(Right::Read)?;
    book.check_watched(stop, watch)
}

/// Checks a logbook that may not open: only its key files have to.
///
/// # Errors
/// E020, E022, E023, E026, E027, E044; damage of the database is in the result.
pub fn doctor_of(folder: &Path, login: &str, password: &str) -> Outcome<Health> {
    let logins = logins_in(folder);
    let missing = || Fault::new(Trouble::Right, "E022").with("name", crate::text::clean::line(login));
    let login = login_for(login, &logins).ok_or_else(missing)?;
    check_folder(folder, &unlock_key(folder, &login, password)?)
}

/// Makes the views anew from the journal.
///
/// # Errors
/// E021, E028; those of the disk.
pub fn rebuild(book: &Logbook, who: &Who) -> Outcome<()> {
    rebuild_watched(book, who, &mut |_| Ok(()))
}

/// As [`rebuild`], for somebody who looks on and may stop it; then the views are as they were.
///
/// # Errors
/// As [`rebuild`]; what `watch` says.
pub fn rebuild_watched(book: &Logbook, who: &Who, watch: Watch<'_>) -> Outcome<()> {
    who.need(Right::Read)?;
    book.rebuild_watched(watch)
}

/// The name under which the logbook remembers its last backup in another place.
const ELSEWHERE: &str = "backup_elsewhere";

/// Writes a backup file, and remembers when and where unless it lies in the logbook's own folder.
///
/// # Errors
/// E021; those of the disk.
pub fn backup(book: &Logbook, who: &Who, file: &Path, mint: &mut dyn Mint) -> Outcome<()> {
    backup_watched(book, who, file, mint, (&Stop::default(), &mut |_| Ok(())))
}

/// As [`backup`], for somebody who looks on and may stop it; then there is no new file.
///
/// # Errors
/// As [`backup`]; what `watch` says.
pub fn backup_watched(
    book: &Logbook,
    who: &Who,
    file: &Path,
    mint: &mut dyn Mint,
    (stop, watch): (&Stop, Watch<'_>),
) -> Outcome<()> {
    who.need(Right::Read)?;
    book.backup_watched(file, stop, watch)?;
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let file = whole(file);
    if file.starts_with(whole(book.folder().path())) {
        return Ok(());
    }
    let place = json!({"at": when::kept(mint.now()), "file": file.to_string_lossy()}).to_string();
    book.write(|book| book.keep(ELSEWHERE, &place))
}

/// The backups that this logbook knows of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    /// Those in its own folder, the newest first.
    pub here: Vec<(Moment, PathBuf)>,
    /// The newest in another place.
    pub elsewhere: Option<(Moment, PathBuf)>,
}

/// Every backup that this logbook knows of.
///
/// # Errors
/// E021; those of the database.
pub fn backups(book: &Logbook, who: &Who) -> Outcome<Backups> {
    who.need(Right::Read)?;
    Ok(Backups { here: book.backups(), elsewhere: elsewhere(book)? })
}

/// The newest backup that was written outside of the logbook's own folder, and where.
///
/// # Errors
/// Those of the database.
pub(super) fn elsewhere(book: &Logbook) -> Outcome<Option<(Moment, PathBuf)>> {
    let Some(place) = book.kept(ELSEWHERE)? else { return Ok(None) };
    let place: serde_json::Value = serde_json::from_str(&place).unwrap_or_default();
    let text = |key: &str| place.get(key).and_then(serde_json::Value::as_str);
    Ok(text("at").and_then(when::parse).zip(text("file").map(PathBuf::from)))
}

/// Restores a backup into an empty folder: checks it whole, then begins a new journal that continues the old one.
///
/// # Errors
/// E024 folder not empty, E046 not a backup, E020, E022, E021, E047 the backup is damaged; those of the disk.
pub fn restore(
    file: &Path,
    folder: &Path,
    (officer, password): (Option<&str>, &str),
    mint: &mut dyn Mint,
) -> Outcome<()> {
    let restored = Restored::unpack(file, folder)?;
    let (mut book, who) = super::session::sign_in(restored.folder(), officer, password, Mode::Bulk)?;
    who.need(Right::Manage)?;
    let health = book.check()?;
    if !health.is_ok() {
        let fault = Fault::new(Trouble::Data, "E047").with("file", files::shown(file));
        return Err(fault.with("what", format!("{} / {} / {}", health.chain, health.integrity, health.derived)));
    }
    begin_journal(&mut book, &who, None, mint)?;
    drop(book);
    restored.settle()
}

/// One journal of this logbook: a volume of its story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its id.
    pub journal: Uuid,
    /// The clock of its first entry.
    pub begun: Option<Moment>,
    /// Its last entry that belongs to the story.
    pub until: u64,
    /// Its last entry; after a fork it may stand beyond the story, and is carried over.
    pub last: u64,
}

/// The volumes of this logbook's story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volumes {
    /// The newest first, which is being written.
    pub all: Vec<Volume>,
    /// The receiver holds another story of the newest: a new one has to begin.
    pub forked: bool,
}

/// The journals that tell this logbook's story, and whether a new one has to begin.
///
/// # Errors
/// E021; those of the database.
pub fn volumes(book: &Logbook, who: &Who) -> Outcome<Volumes> {
    who.need(Right::Read)?;
    let mut all = Vec::new();
    for (n, (journal, until)) in book.own_line()?.into_iter().enumerate() {
        let last = book.journal_head(&journal)?.map_or(0, |head| head.seq);
        // That which is being written has no end yet.
        let until = if n == 0 { last } else { until };
        all.push(Volume { journal, begun: book.journal_begun(&journal)?, until, last });
    }
    Ok(Volumes { all, forked: is_forked(book, who)? })
}

/// Whether the receiver holds another story of the journal that is being written, as one of the newest receipts says.
///
/// # Errors
/// E021; those of the database.
pub fn is_forked(book: &Logbook, who: &Who) -> Outcome<bool> {
    /// A fork is answered in each receipt until a new journal begins.
    const NEWEST: usize = 20;
    who.need(Right::Read)?;
    super::week::is_forked(book, NEWEST)
}

/// Begins a new journal that continues the one so far. After the desk answered `fork` it continues the last entry that
/// both stories have, and carries over what was written since: the receiver can only take what goes on from what it holds.
///
/// # Errors
/// E021, E013 no reason, E138 after a fork, when no such entry is known; those of the disk.
pub fn new_journal(book: &mut Logbook, who: &Who, why: &str, mint: &mut dyn Mint) -> Outcome<Uuid> {
    who.need(Right::Manage)?;
    let why = super::write::reason(why)?;
    begin_journal(book, who, Some(&why), mint)
}

/// A new journal, with the unit's record as its first entry.
fn begin_journal(book: &mut Logbook, who: &Who, why: Option<&str>, mint: &mut dyn Mint) -> Outcome<Uuid> {
    let mut fields = unit(book)?;
    let from = super::week::common(book)?;
    let (journal, record) = (mint.id(), mint.id());
    book.continue_in(journal, from, mint, |book, ended, head, mint| {
        let continues = json!({"journal": ended.to_string(), "seq": head.seq, "head": head.hash.hex()});
        fields.insert("continues".into(), continues);
        put(book, who, (Kind::Unit, record), &fields, why, mint)
    })?;
    Ok(journal)
}

/// Writes journal.jsonl: every line of this unit's journals as it was hashed. It names no persons.
///
/// # Errors
/// E021; those of the disk.
pub fn export_journal(book: &Logbook, who: &Who, folder: &Path) -> Outcome<PathBuf> {
    who.need(Right::Read)?;
    let file = folder.join("journal.jsonl");
    let mut failed = None;
    let written = files::write_with(&file, |out| {
        let mut out = std::io::BufWriter::new(out);
        for journal in book.own_journals().map_err(|fault| keep(&mut failed, fault))? {
            let mut line = |_, bytes: &[u8]| {
                let put = out.write_all(bytes).and_then(|()| out.write_all(b"\n"));
                put.map_err(|error| files::cannot_write(&file, error))
            };
            book.each_line(&journal, 1, &mut line).map_err(|fault| keep(&mut failed, fault))?;
        }
        out.flush()
    });
    match failed {
        Some(fault) => Err(fault),
        None => written.map(|()| file),
    }
}

/// Carries a fault past a function that only knows I/O errors.
fn keep(place: &mut Option<Fault>, fault: Fault) -> std::io::Error {
    *place = Some(fault);
    std::io::ErrorKind::Other.into()
}

/// Opens a logbook with what the recovery paper gives, to give somebody a new password.
///
/// # Errors
/// E027 not the paper of this logbook; as opening.
pub fn open_with_paper(folder: &Path, paper: &str) -> Outcome<Logbook> {
    let identity = crate::seal::Identity::parse(paper)?;
    open(folder, &crate::logbook::open_with(folder, &identity)?, Mode::Write)
}
