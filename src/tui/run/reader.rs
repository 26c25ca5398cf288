//! The thread that reads: lists, searches, single records. It owns a read-only connection, does only the newest of
//! what is asked, and never writes.

use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use super::{Died, Heard, opened};
use crate::acts::{Who, look};
use crate::fault::{Kind, Outcome};
use crate::logbook::{Logbook, is_interrupted};
use crate::tui::app::{Effect, Msg};

/// What the reader is told.
pub enum Job {
    /// A connection to read with, and for whom.
    Open(Box<Logbook>, Who),
    /// Close the connection.
    Close,
    /// A page or a record.
    Do(Effect),
}

struct Reader {
    open: Option<(Box<Logbook>, Who)>,
    page: Option<Effect>,
    detail: Option<Effect>,
    jobs: Receiver<Job>,
    answer: Sender<Heard>,
}

/// Starts the thread.
///
/// # Errors
/// When it can't be set up.
pub fn start(jobs: Receiver<Job>, answer: Sender<Heard>) -> std::io::Result<()> {
    let died = Died(answer.clone());
    thread::Builder::new().name("reader".into()).spawn(move || {
        let _died = died;
        Reader { open: None, page: None, detail: None, jobs, answer }.work();
    })?;
    Ok(())
}

impl Reader {
    fn work(&mut self) {
        while let Ok(job) = self.jobs.recv() {
            self.note(job);
            while self.page.is_some() || self.detail.is_some() {
                self.catch_up();
                let Some(effect) = self.page.take().or_else(|| self.detail.take()) else { break };
                let Some(msg) = self.answer_to(effect) else { continue };
                if self.answer.send(Heard::Msg(msg)).is_err() {
                    return;
                }
            }
        }
    }

    /// Takes in everything that waits, so that only the newest questions are left.
    fn catch_up(&mut self) {
        while let Ok(job) = self.jobs.try_recv() {
            self.note(job);
        }
    }

    fn note(&mut self, job: Job) {
        match job {
            Job::Open(book, who) => self.open = Some((book, who)),
            Job::Close => (self.open, self.page, self.detail) = (None, None, None),
            Job::Do(effect @ Effect::Page { .. }) => self.page = Some(effect),
            Job::Do(effect) => self.detail = Some(effect),
        }
    }

    /// Does it. None when it was interrupted, which is for a newer question or is asked again.
    fn answer_to(&mut self, effect: Effect) -> Option<Msg> {
        let (book, who) = self.open.as_mut()?;
        match effect {
            Effect::Page { generation, filter } => match again(book, |book| look::list(book, who, &filter)) {
                Err(fault) if is_interrupted(&fault) => {
                    self.catch_up();
                    self.page.get_or_insert(Effect::Page { generation, filter });
                    None
                }
                page => Some(Msg::Page(generation, page)),
            },
            Effect::Detail { record } => match again(book, |book| opened::detail(book, who, &record)) {
                Err(fault) if is_interrupted(&fault) => {
                    self.catch_up();
                    self.detail.get_or_insert(Effect::Detail { record });
                    None
                }
                detail => Some(Msg::Detail(detail.map(Box::new))),
            },
            _ => None,
        }
    }
}

/// Reads; after a disk error once more, on a new connection.
fn again<T>(book: &mut Logbook, read: impl Fn(&Logbook) -> Outcome<T>) -> Outcome<T> {
    match read(book) {
        Err(fault) if fault.kind == Kind::Disk => {
            book.reopen()?;
            read(book)
        }
        done => done,
    }
}
