//! The thread that writes. It owns the only connection that can, signs in (deriving the key takes its time, and the
//! screens go on), and runs every act. Drafts go before everything else. A panic of an act costs that act and nothing
//! more: the drafts can still be kept.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::thread::{self, JoinHandle};

use uuid::Uuid;

use super::clock::Clock;
use super::{Heard, Wire, deeds, lists, opened, shifts, weeks};
use crate::acts::look::{PersonSearch, Slice};
use crate::acts::{Refused, Saved, Who, look, session};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint as _;
use crate::logbook::{Appended, Draft, Filter, Logbook, Mode, Stop};
use crate::record::Data;
use crate::sync::Progress;
use crate::tui::app::first;
use crate::tui::app::office;
use crate::tui::app::week::Ask;
use crate::tui::app::{Effect, Msg, Save, handover};
use crate::words::Lang;

/// What the writer is told.
pub enum Job {
    /// Something that the screens want done.
    Do(Effect),
    /// The same, once the reader has let go of the logbook.
    After(Receiver<()>, Effect),
    /// Say so when everything asked for before this is done: whether the newest draft is on disk, or why it isn't.
    Settle(Sender<Outcome<()>>),
}

struct Open {
    book: Logbook,
    who: Who,
}

struct Writer {
    folder: PathBuf,
    open: Option<Open>,
    drafts: VecDeque<Effect>,
    rest: VecDeque<Job>,
    /// Why the newest draft isn't on disk.
    unsaved: Option<Fault>,
    jobs: Receiver<Job>,
    answer: Sender<Heard>,
    clock: Clock,
    /// Long work ends when this is set.
    stop: Stop,
}

/// Starts the thread.
///
/// # Errors
/// When it can't be set up.
pub fn start(folder: &Path, jobs: Receiver<Job>, answer: Sender<Heard>, stop: Stop) -> std::io::Result<JoinHandle<()>> {
    let wire = Wire(answer.clone());
    let (drafts, rest, clock) = (VecDeque::new(), VecDeque::new(), Clock);
    let folder = folder.to_owned();
    thread::Builder::new().name("writer".into()).spawn(move || {
        let _wire = wire;
        Writer { folder, open: None, drafts, rest, unsaved: None, jobs, answer, clock, stop }.work();
    })
}

impl Writer {
    fn work(&mut self) {
        while let Ok(job) = self.jobs.recv() {
            self.note(job);
            loop {
                while let Ok(job) = self.jobs.try_recv() {
                    self.note(job);
                }
                if let Some(effect) = self.drafts.pop_front() {
                    self.draft(effect);
                } else if let Some(job) = self.rest.pop_front() {
                    self.unharmed(job);
                } else {
                    break;
                }
            }
        }
    }

    fn note(&mut self, job: Job) {
        match job {
            Job::Do(effect @ (Effect::KeepDraft { .. } | Effect::DropDraft { .. })) => self.drafts.push_back(effect),
            job => self.rest.push_back(job),
        }
    }

    fn say(&self, msg: Msg) {
        // When nobody listens, the program is ending.
        let _ = self.answer.send(Heard::Msg(msg));
    }

    /// Runs an act, and outlives its panic.
    fn unharmed(&mut self, job: Job) {
        let done = catch_unwind(AssertUnwindSafe(|| match job {
            Job::Do(effect) => self.perform(effect),
            Job::After(closed, effect) => {
                // It says nothing; it is let go, also by a reader that is no more.
                let _ = closed.recv();
                self.perform(effect);
                self.reader_again();
            }
            Job::Settle(told) => drop(told.send(self.unsaved.take().map_or(Ok(()), Err))),
        }));
        if done.is_err() {
            let _ = self.answer.send(Heard::Died);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Unlock { login, password } => self.unlock(&login, &password.0),
            Effect::Lock => self.open = None,
            Effect::Save(save) => {
                let done = self.save(&save);
                self.say(Msg::Saved(save.ticket, done));
            }
            Effect::Reveal { record, why } => {
                let done = self.reveal(&record, &why);
                self.say(Msg::Revealed(record, done));
            }
            Effect::FindPersons { ticket, words, why } => {
                let begun = self.find_persons(&words, &why);
                self.say(Msg::Persons(ticket, begun));
            }
            Effect::First(ask) => self.first(&ask),
            Effect::Week(ask) => self.week(&ask),
            Effect::Csv { filter, path, lang } => self.csv((&filter, &path, lang)),
            Effect::Shift(ask) => self.shift(&ask),
            Effect::Office(ask) => self.office(&ask),
            _ => {}
        }
    }

    /// The reader had to let go of the logbook, and gets another connection.
    fn reader_again(&self) {
        let Some(open) = &self.open else { return };
        match open.book.reader() {
            Ok(book) => drop(self.answer.send(Heard::Reader(Box::new(book)))),
            Err(fault) => self.say(Msg::Failed(fault)),
        }
    }

    fn unlock(&mut self, login: &str, password: &str) {
        self.open = None;
        match self.sign_in(login, password) {
            Ok((open, heard)) => {
                let _ = self.answer.send(heard);
                // Without room for it there may still be room for the log; it is tried again after each save.
                let _ = open.book.folder().keep_reserve();
                self.open = Some(open);
            }
            Err(fault) => self.say(Msg::Unlocked(Err(fault))),
        }
    }

    fn sign_in(&self, login: &str, password: &str) -> Outcome<(Open, Heard)> {
        let mut watch = watch(&self.stop, &self.answer);
        let (book, who) = session::sign_in_watched(&self.folder, Some(login), password, (Mode::Write, &mut watch))?;
        let heard = Heard::Opened(Box::new(book.reader()?), Box::new(opened::opened(&book, &who)?));
        Ok((Open { book, who }, heard))
    }

    fn save(&mut self, save: &Save) -> Result<Saved, Refused> {
        let open = self.open.as_mut().ok_or_else(locked)?;
        let done = match deeds::write(&open.book, &open.who, save, &mut self.clock) {
            Err(Refused::Fault(fault)) if on_disk(&fault) => {
                open.book.reopen()?;
                match open.book.appended(&save.entry)? {
                    Some(there) => Ok(known(there)),
                    None => deeds::write(&open.book, &open.who, save, &mut self.clock),
                }
            }
            done => done,
        }?;
        let _ = open.book.folder().keep_reserve();
        Ok(done)
    }

    fn reveal(&mut self, record: &Uuid, why: &str) -> Outcome<Data> {
        let open = self.open.as_mut().ok_or_else(locked)?;
        let clock = &mut self.clock;
        again(open, |open| {
            let record = look::show(&open.book, &open.who, &record.to_string())?;
            look::reveal(&open.book, &open.who, &record, why, clock)
        })
    }

    /// Writes down that persons are searched; the reader goes on.
    fn find_persons(&mut self, words: &str, why: &str) -> Outcome<(Box<PersonSearch>, Slice)> {
        let open = self.open.as_mut().ok_or_else(locked)?;
        let clock = &mut self.clock;
        let search = again(open, |open| look::find_persons(&open.book, &open.who, (words, why), clock))?;
        let begun = search.begun();
        Ok((Box::new(search), begun))
    }

    fn first(&mut self, ask: &first::Ask) {
        let mut watch = watch(&self.stop, &self.answer);
        let told = super::first::answer(&mut self.folder, ask, &mut self.clock, &mut watch);
        self.say(Msg::First(told));
    }

    fn week(&mut self, ask: &Ask) {
        let Some(open) = &self.open else { return };
        let mut watch = watch(&self.stop, &self.answer);
        let told = weeks::answer(&open.book, &open.who, ask, &mut self.clock, &mut watch);
        self.say(Msg::Week(told));
    }

    fn csv(&mut self, wanted: (&Filter, &str, Lang)) {
        let Some(open) = &self.open else { return };
        let mut watch = watch(&self.stop, &self.answer);
        let written = lists::list(&open.book, &open.who, wanted, &mut self.clock, &mut watch);
        self.say(Msg::Csv(written));
    }

    /// What is asked in the office.
    fn office(&mut self, ask: &office::Ask) {
        let Some(open) = &mut self.open else { return };
        let mut watch = watch(&self.stop, &self.answer);
        let told = super::office::answer(&mut open.book, &open.who, ask, &mut self.clock, (&self.stop, &mut watch));
        self.say(Msg::Office(told));
    }

    /// The acts of a shift. What they ask for has an id of its own, so a second try finds what the first wrote.
    fn shift(&mut self, ask: &handover::Ask) {
        let Some(open) = self.open.as_mut() else { return };
        let mut told = shifts::answer(&open.book, &open.who, ask, &mut self.clock);
        if told.fault().is_some_and(on_disk) && open.book.reopen().is_ok() {
            told = shifts::answer(&open.book, &open.who, ask, &mut self.clock);
        }
        let _ = open.book.folder().keep_reserve();
        self.say(Msg::Shift(told));
    }

    fn draft(&mut self, effect: Effect) {
        match effect {
            Effect::KeepDraft { key, body } => {
                let kept = self.keep(key, body);
                self.unsaved = kept.as_ref().err().map(|fault| Fault::new(fault.kind, fault.code));
                self.say(Msg::DraftKept(kept));
            }
            Effect::DropDraft { key } => {
                let Some(open) = self.open.as_mut() else { return };
                if let Err(fault) = again(open, |open| open.book.drop_draft(&open.who.officer, &key)) {
                    self.say(Msg::Failed(fault));
                }
            }
            _ => {}
        }
    }

    /// Keeps a draft; on a full disk the reserve makes room for it.
    fn keep(&mut self, key: String, body: String) -> Outcome<Draft> {
        let at = self.clock.now();
        let open = self.open.as_mut().ok_or_else(locked)?;
        let draft = Draft { key, officer: open.who.officer, at, body };
        match again(open, |open| open.book.save_draft(&draft)) {
            Err(fault) if on_disk(&fault) && open.book.folder().give_up_reserve() => open.book.save_draft(&draft)?,
            kept => kept?,
        }
        Ok(draft)
    }
}

/// Says how far long work is, and ends it there when it was told to stop.
fn watch(stop: &Stop, answer: &Sender<Heard>) -> impl FnMut(Progress) -> Outcome<()> {
    |going| {
        stop.check()?;
        let _ = answer.send(Heard::Msg(Msg::Going(going)));
        Ok(())
    }
}

/// What the first try wrote, though the disk said that it failed.
fn known(there: Appended) -> Saved {
    let Appended { record, number, rev, .. } = there;
    Saved { record, number, rev, known: true, findings: Vec::new() }
}

/// Does it; after a disk error once more, on a new connection.
fn again<T>(open: &mut Open, mut act: impl FnMut(&Open) -> Outcome<T>) -> Outcome<T> {
    match act(open) {
        Err(fault) if on_disk(&fault) => {
            open.book.reopen()?;
            act(open)
        }
        done => done,
    }
}

fn on_disk(fault: &Fault) -> bool {
    fault.kind == Kind::Disk
}

/// The screens ask for nothing while the logbook is locked.
fn locked() -> Fault {
    Fault::bug("the logbook is locked")
}
