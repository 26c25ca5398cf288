//! The hands of the loop: the two threads that know the logbook, and which of them does what. Only sends; what they
//! did comes back over the one channel.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use super::{Heard, reader, writer};
use crate::acts::Who;
use crate::fault::{Fault, Outcome};
use crate::logbook::{Interrupter, Logbook};
use crate::tui::app::Effect;

/// How long the end waits for the last save and draft: longer than the database waits for another window.
const PATIENCE: Duration = Duration::from_secs(12);

/// The two threads.
pub struct Hands {
    writer: Sender<writer::Job>,
    reader: Sender<reader::Job>,
    interrupter: Option<Interrupter>,
    /// Long work of the writer ends when this is set.
    stop: Arc<AtomicBool>,
}

impl Hands {
    /// Starts both.
    ///
    /// # Errors
    /// When the threads can't be set up.
    pub fn new(folder: &Path, heard: &Sender<Heard>) -> std::io::Result<Self> {
        let (writer, jobs) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        writer::start(folder, jobs, heard.clone(), Arc::clone(&stop))?;
        let (reader, jobs) = channel();
        reader::start(jobs, heard.clone())?;
        Ok(Self { writer, reader, interrupter: None, stop })
    }

    /// Hands the reader its connection.
    pub fn open(&mut self, book: Box<Logbook>, who: Who) {
        self.interrupter = Some(book.interrupter());
        let _ = self.reader.send(reader::Job::Open(book, who));
    }

    /// Has it done. A thread that is gone has said so itself.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Board { .. } | Effect::Persons { .. } => {
                let _ = self.reader.send(reader::Job::Do(effect));
            }
            Effect::Page { .. } | Effect::Detail { .. } => {
                let _ = self.reader.send(reader::Job::Do(effect));
                // After sending, so that whoever is interrupted finds the newer question waiting.
                self.interrupt();
            }
            Effect::Lock => {
                let _ = self.reader.send(reader::Job::Close);
                self.interrupt();
                self.interrupter = None;
                let _ = self.writer.send(writer::Job::Do(effect));
            }
            Effect::Stop => self.stop.store(true, Ordering::Relaxed),
            effect => {
                if matches!(effect, Effect::Week(_) | Effect::Office(_) | Effect::Csv { .. }) {
                    // What was stopped before has nothing to do with this.
                    self.stop.store(false, Ordering::Relaxed);
                }
                let _ = self.writer.send(writer::Job::Do(effect));
            }
        }
    }

    fn interrupt(&self) {
        if let Some(interrupter) = &self.interrupter {
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
