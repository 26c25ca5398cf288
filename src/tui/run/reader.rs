//! The thread that reads: lists, searches, single records. It owns a read-only connection, does only the newest of
//! what is asked, and never writes.

use std::collections::VecDeque;
use std::mem::discriminant;
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::clock::Clock;
use super::{Heard, Wire, office, opened};
use crate::acts::{Who, board, look, patrol};
use crate::fault::{Kind, Outcome};
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Stand, is_interrupted};
use crate::record::when::Moment;
use crate::tui::app::office::{Ask, Told};
use crate::tui::app::{Effect, Msg};

/// What the reader is told.
pub enum Job {
    /// A connection to read with, and for whom.
    Open(Box<Logbook>, Who),
    /// Close the connection, and let this go when it is closed.
    Close(Sender<()>),
    /// A page or a record.
    Do(Effect),
}

struct Reader {
    open: Option<(Box<Logbook>, Who)>,
    /// At most one question of a sort: a newer one makes the older pointless.
    waiting: VecDeque<Effect>,
    /// What the board that was handed out last was made from, and from when to when it stands.
    stands: Option<(Stand, Range<Moment>)>,
    jobs: Receiver<Job>,
    answer: Sender<Heard>,
}

/// Starts the thread.
///
/// # Errors
/// When it can't be set up.
pub fn start(jobs: Receiver<Job>, answer: Sender<Heard>) -> std::io::Result<JoinHandle<()>> {
    let wire = Wire(answer.clone());
    thread::Builder::new().name("reader".into()).spawn(move || {
        let _wire = wire;
        Reader { open: None, waiting: VecDeque::new(), stands: None, jobs, answer }.work();
    })
}

impl Reader {
    fn work(&mut self) {
        while let Ok(job) = self.jobs.recv() {
            self.note(job);
            self.catch_up();
            while let Some(effect) = self.waiting.pop_front() {
                let found = self.look(&effect);
                self.catch_up();
                match found {
                    // When nobody listens, the program is ending.
                    Ok(Some(msg)) => drop(self.answer.send(Heard::Msg(msg))),
                    Err(Interrupted) => self.put_off(effect),
                    Ok(None) => {}
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
            Job::Open(book, who) => (self.open, self.stands) = (Some((book, who)), None),
            Job::Close(closed) => {
                self.open = None;
                self.waiting.clear();
                drop(closed);
            }
            Job::Do(effect) => {
                self.waiting.retain(|older| discriminant(older) != discriminant(&effect));
                self.waiting.push_back(effect);
            }
        }
    }

    /// Answers it after the newer question that interrupted it, unless that one is of its sort.
    fn put_off(&mut self, effect: Effect) {
        let is_outdated = self.waiting.iter().any(|newer| discriminant(newer) == discriminant(&effect));
        if self.open.is_some() && !is_outdated {
            self.waiting.push_back(effect);
        }
    }

    /// Looks it up; nothing where there is nothing to look in.
    fn look(&mut self, effect: &Effect) -> Result<Option<Msg>, Interrupted> {
        let Some((book, who)) = self.open.as_mut() else { return Ok(None) };
        match effect {
            Effect::Page { generation, filter } => {
                let page = whole(again(book, |book| look::register(book, who, filter, Clock.now())))?;
                Ok(Some(Msg::Page(*generation, page)))
            }
            Effect::Recall { kind } => {
                let last = whole(again(book, |book| look::own_newest(book, who, *kind)))?;
                Ok(Some(Msg::Recalled(*kind, last)))
            }
            Effect::Seek { ticket, filter } => {
                let found = whole(again(book, |book| look::list(book, who, filter)))?;
                Ok(Some(Msg::Sought(*ticket, found)))
            }
            Effect::Detail { record } => {
                let detail = whole(again(book, |book| opened::detail(book, who, record, Clock.now())))?;
                Ok(Some(Msg::Detail(detail.map(Box::new))))
            }
            Effect::Board { at } => {
                // Taken before it is made: what is written meanwhile makes another one.
                let stand = again(book, Logbook::stand).ok();
                if self.stands.as_ref().is_some_and(|(of, times)| stand == Some(*of) && times.contains(at)) {
                    return Ok(None);
                }
                if self.stands.is_none() {
                    // The first picture after opening comes in two steps, so that nobody waits for the clocks.
                    if let Ok(first) = whole(again(book, |book| board::without_clocks(book, who, *at)))? {
                        drop(self.answer.send(Heard::Msg(Msg::Board(Ok(Box::new(first))))));
                    }
                }
                let board = whole(again(book, |book| board::board(book, who, *at)))?;
                self.stands = stand.zip(board.as_ref().ok().map(|board| board.at..board.until));
                Ok(Some(Msg::Board(board.map(Box::new))))
            }
            Effect::Persons { ticket, search } => {
                let slice = whole(again(book, |book| {
                    let mut search = search.clone();
                    let slice = search.slice(book)?.unwrap_or_else(|| search.begun());
                    Ok((search, slice))
                }))?;
                Ok(Some(Msg::Persons(*ticket, slice)))
            }
            Effect::Office(Ask::Figures(asked)) => {
                let table = whole(again(book, |book| office::figures(book, who, *asked, Clock.now())))?;
                Ok(Some(Msg::Office(Told::Figures(*asked, table))))
            }
            Effect::Office(ask @ Ask::Look(room)) if ask.is_read() => {
                let seen = whole(again(book, |book| office::read(book, who, *room, Clock.now())))?;
                Ok(Some(Msg::Office(Told::Seen(*room, seen))))
            }
            Effect::Patrols { at, also } => {
                let tours = whole(again(book, |book| patrol::tours(book, who, *also, *at)))?;
                Ok(Some(Msg::Patrols(tours)))
            }
            _ => Ok(None),
        }
    }
}

/// A newer question came while this one was being answered.
struct Interrupted;

fn whole<T>(answer: Outcome<T>) -> Result<Outcome<T>, Interrupted> {
    match answer {
        Err(fault) if is_interrupted(&fault) => Err(Interrupted),
        answer => Ok(answer),
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::acts::session::{Founding, found};
    use crate::tui::app::office::{Ask, Room};

    #[test]
    fn what_was_interrupted_waits_for_the_newer_question_and_is_dropped_for_one_of_its_sort() {
        let folder = tempfile::tempdir().unwrap();
        let founding = Founding {
            folder: folder.path(),
            unit: "P2",
            name: "P2",
            officer: "An",
            areas: &[],
            desk: false,
            demo: None,
            password: "mật khẩu thử",
            work: 15,
        };
        let made = found(&founding, &mut Clock).unwrap();
        let ((_, jobs), (answer, heard)) = (channel(), channel());
        let open = Some((Box::new(made.book.reader().unwrap()), made.who));
        let mut reader = Reader { open, waiting: VecDeque::new(), stands: None, jobs, answer };
        let signals = || Effect::Office(Ask::Look(Room::Signals));
        let board = || Effect::Board { at: Clock.now() };
        reader.note(Job::Do(board()));
        reader.put_off(signals());
        let order: Vec<_> = reader.waiting.iter().map(discriminant).collect();
        assert_eq!(order, [discriminant(&board()), discriminant(&signals())]);
        reader.put_off(board());
        assert_eq!(reader.waiting.len(), 2);
        // A board that stands is not made again: a window that nobody touches costs nothing.
        let mut looks = |at: Moment| reader.look(&Effect::Board { at }).ok().unwrap().is_some();
        let now = Clock.now();
        assert!(looks(now));
        let first = heard.try_recv();
        assert!(matches!(first, Ok(Heard::Msg(Msg::Board(Ok(first)))) if first.ticking.is_none()), "in two steps");
        assert_eq!((looks(now), looks(now + chrono::TimeDelta::seconds(1))), (false, false));
        assert_eq!(
            (looks(now - chrono::TimeDelta::seconds(1)), looks(now)),
            (true, false),
            "a clock that was set back"
        );
        made.book.set("quiet.areas", "31").unwrap();
        assert_eq!((looks(now), looks(now)), (true, false), "somebody wrote");
        assert!(looks(now + chrono::TimeDelta::days(1)), "another day");
        assert!(heard.try_recv().is_err(), "whoever has seen clocks isn't shown a board without them");
        reader.open = None;
        reader.waiting.clear();
        reader.put_off(signals());
        assert!(reader.waiting.is_empty(), "nobody is signed in any more");
    }
}
