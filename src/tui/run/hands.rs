//! The hands of the loop: the two threads that know the logbook, and which of them does what. Only sends; what they
//! did comes back over the one channel.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Heard, reader, writer};
use crate::acts::Who;
use crate::fault::{Fault, Outcome};
use crate::logbook::{Interrupter, Logbook, Stop};
use crate::tui::app::Effect;

/// How long the end waits for the last save and draft: longer than the database waits for another window.
const PATIENCE: Duration = Duration::from_secs(12);

/// The two threads.
pub struct Hands {
    writer: Sender<writer::Job>,
    reader: Sender<reader::Job>,
    /// The officer who reads, and how to interrupt that.
    reading: Option<(Who, Interrupter)>,
    /// Long work of the writer ends when this is set.
    stop: Stop,
    threads: [JoinHandle<()>; 2],
}

impl Hands {
    /// Starts both.
    ///
    /// # Errors
    /// When the threads can't be set up.
    pub fn new(folder: &Path, heard: &Sender<Heard>) -> std::io::Result<Self> {
        let (writer, jobs) = channel();
        let stop = Stop::default();
        let first = writer::start(folder, jobs, heard.clone(), stop.clone())?;
        let (reader, jobs) = channel();
        let second = reader::start(jobs, heard.clone())?;
        Ok(Self { writer, reader, reading: None, stop, threads: [first, second] })
    }

    /// Hands the reader its connection.
    pub fn open(&mut self, book: Box<Logbook>, who: Who) {
        self.reading = Some((who.clone(), book.interrupter()));
        let _ = self.reader.send(reader::Job::Open(book, who));
    }

    /// Hands the reader another connection after the writer wanted the logbook for itself; unless it was locked since.
    pub fn open_again(&mut self, book: Box<Logbook>) {
        if let Some((who, _)) = self.reading.take() {
            self.open(book, who);
        }
    }

    /// Has it done. A thread that is gone has said so itself.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Persons { .. } => {
                let _ = self.reader.send(reader::Job::Do(effect));
            }
            Effect::Office(ask) if ask.is_read() => {
                let _ = self.reader.send(reader::Job::Do(Effect::Office(ask)));
            }
            Effect::Board { .. }
            | Effect::Recall { .. }
            | Effect::Patrols { .. }
            | Effect::Page { .. }
            | Effect::Seek { .. }
            | Effect::Detail { .. } => {
                let _ = self.reader.send(reader::Job::Do(effect));
                // After sending, so that whoever is interrupted finds the newer question waiting.
                self.interrupt();
            }
            Effect::Lock => {
                self.close_reader();
                self.reading = None;
                let _ = self.writer.send(writer::Job::Do(effect));
            }
            Effect::Stop => self.stop.set(),
            Effect::Office(ask) if ask.is_alone() => {
                self.stop.reset();
                let closed = self.close_reader();
                let _ = self.writer.send(writer::Job::After(closed, Effect::Office(ask)));
            }
            effect => {
                if effect.is_long() {
                    // What was stopped before has nothing to do with this.
                    self.stop.reset();
                }
                let _ = self.writer.send(writer::Job::Do(effect));
            }
        }
    }

    /// Has the reader close its connection; what this returns hears when it is closed.
    fn close_reader(&self) -> Receiver<()> {
        let (closed, hears) = channel();
        let _ = self.reader.send(reader::Job::Close(closed));
        self.interrupt();
        hears
    }

    /// Lets both threads end, connections closed, before the process does: the libraries below are taken down with it,
    /// and would crash whoever still reads, or only closes. Waits two seconds at most.
    pub fn end(self) {
        self.stop.set();
        drop((self.writer, self.reader));
        for _ in 0..400 {
            if self.threads.iter().all(JoinHandle::is_finished) {
                return self.threads.into_iter().for_each(|thread| drop(thread.join()));
            }
            if let Some((_, interrupter)) = &self.reading {
                interrupter.interrupt();
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn interrupt(&self) {
        if let Some((_, interrupter)) = &self.reading {
            interrupter.interrupt();
        }
    }

    /// Waits until all that was asked for is done, and every draft on disk.
    ///
    /// # Errors
    /// Why the newest draft isn't; E082 when that takes too long.
    pub fn settle(&self) -> Outcome<()> {
        let (told, settled) = channel();
        let _ = self.writer.send(writer::Job::Settle(told));
        settled.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(Fault::new(crate::fault::Kind::Disk, "E082")))
    }
}
