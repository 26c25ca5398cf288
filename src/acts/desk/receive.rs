//! Receiving: file by file, in the order in which they go in; what waited for one is tried again; at the end every
//! post gets its receipt.

use std::path::{Path, PathBuf};

use super::incoming::gather;
use super::log::Waiting;
use super::take::Desk;
use super::{answer, at_desk, own_identity, retry};
use crate::acts::{Right, Who};
use crate::fault::{Fault, Outcome};
use crate::journal::Mint;
use crate::logbook::Logbook;
use crate::sync::receipt::Item;
use crate::sync::{Stage, Watch};

/// The fault of a file that can't be read.
const UNREADABLE: &str = "E041";

/// What became of one file.
#[derive(Debug)]
pub struct Handed {
    /// The file.
    pub file: PathBuf,
    /// The post, once its signature was good.
    pub unit: Option<String>,
    /// What its receipt says.
    pub item: Item,
    /// Why it was refused or waits.
    pub fault: Option<Fault>,
    /// A signing key that it names and that was new here: the post has changed its key.
    pub named: Option<String>,
    /// The receipt in which it stands.
    pub receipt: Option<PathBuf>,
}

/// What became of everything that was handed over.
#[derive(Debug, Default)]
pub struct Run {
    /// Each file, also those that waited and went in now.
    pub files: Vec<Handed>,
    /// Receipts that only ask for something: post and file.
    pub asked: Vec<(String, PathBuf)>,
    /// A folder with files that took no receipts: these lie in the outbox, and somebody has to carry them over.
    pub aside: Option<PathBuf>,
    /// What kept a file from being looked at, or a receipt from being written: the disk or a wish to stop, not the file.
    pub trouble: Option<Fault>,
    /// How many files were not looked at because of it. The same run once more goes on there.
    pub left: usize,
}

/// Receives files and folders. Receipts are written into `out`, else beside the files, else into the outbox. Told to
/// stop, or when nothing can be written any more, it ends after the batch in hand and answers what was done.
///
/// # Errors
/// E021, E129, E041 when a path isn't there, E043. What becomes of each file stands in the result.
pub fn receive(
    book: &Logbook,
    who: &Who,
    (paths, out): (&[PathBuf], Option<&Path>),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Outcome<Run> {
    who.need(Right::Desk)?;
    at_desk(book)?;
    let desk = Desk { book, who, identity: own_identity(book)?, waiting: Waiting::default() };
    let paths = gather(paths)?;
    let mut run = Run::default();
    retry::all(&desk, mint, &mut run)?;
    let total = paths.len();
    for (done, path) in paths.iter().enumerate() {
        let taken = watch(Stage::Receive.at(done as u64, total as u64)).and_then(|()| one(&desk, path, mint, &mut run));
        match taken {
            Ok(()) => {}
            // A file that can't be read stands in no other's way.
            Err(fault) if fault.code == UNREADABLE => run.stumble(fault),
            Err(fault) => {
                run.stumble(fault);
                run.left = total - done;
                break;
            }
        }
    }
    if let Err(fault) = desk.settle_log(true) {
        run.stumble(fault);
    }
    answer::receipts(&desk, out, &mut run, mint);
    Ok(run)
}

/// Takes one file, and what waited for it.
fn one(desk: &Desk<'_>, path: &Path, mint: &mut dyn Mint, run: &mut Run) -> Outcome<()> {
    let handed = desk.take(path, mint)?;
    let unit = handed.unit.clone().filter(|_| handed.item.result == "merged");
    run.files.push(handed);
    unit.map_or(Ok(()), |unit| retry::held(desk, &unit, mint, run))
}

impl Run {
    /// Adds what became of a batch that waited; if it came in this same run, its own row says so.
    pub(super) fn put(&mut self, handed: Handed) {
        let waiting = |row: &&mut Handed| row.item.batch == handed.item.batch && row.item.result == "held-gap";
        match self.files.iter_mut().filter(|row| row.unit == handed.unit).find(waiting) {
            Some(row) => *row = Handed { file: row.file.clone(), ..handed },
            None => self.files.push(handed),
        }
    }

    /// Keeps the first trouble.
    pub(super) fn stumble(&mut self, fault: Fault) {
        self.trouble.get_or_insert(fault);
    }
}
