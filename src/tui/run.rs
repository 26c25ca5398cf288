//! The loop between the terminal and the program as a value. The main thread owns the [`App`] and waits on one
//! channel; keys, signals and the two threads that know the logbook only send to it. It draws when something was
//! heard, so an idle program uses no time at all. It owns no connection and never touches the disk.

mod clock;
pub mod deeds;
mod first;
mod desks;
mod hands;
pub mod lists;
pub mod office;
pub mod opened;
mod paint;
mod reader;
mod sheets;
pub mod shifts;
pub mod weeks;
mod writer;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use self::clock::Clock;
use self::hands::Hands;
use self::paint::Paint;
use super::app::{self, App, Effect, Msg, Now, Opened};
use super::guard::{self, Guard};
use super::signals::{self, Signal};
use super::{input, view};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint as _;
use crate::logbook::Logbook;
use crate::record::when::Moment;

/// A frame is drawn at the latest after so many messages.
const MOST: usize = 256;
/// The clock on the wall may be set while we sleep by the other one.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// Between ticks that change nothing.
const SHORT_SLEEP: Duration = Duration::from_millis(200);

/// The program as a value, as the loop knows it.
pub trait Screens {
    /// Takes one message in and says what is to be done outside.
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect>;
    /// Draws the whole window and says where the cursor is.
    fn draw(&self, cells: &mut Buffer) -> Option<Position>;
    /// When the next tick is wanted.
    fn wake(&self) -> Option<Moment>;
    /// Whether the mouse is theirs, or the terminal's to select text with.
    fn mouse(&self) -> bool;
}

impl Screens for App {
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        let Msg::Press(x, y) = msg else { return app::update(self, msg, now) };
        let keys = view::keys_at(self, Position::new(x, y)).into_iter();
        keys.flat_map(|key| app::update(self, Msg::Key(key), now)).collect()
    }

    fn draw(&self, cells: &mut Buffer) -> Option<Position> {
        view::draw(self, cells)
    }

    fn wake(&self) -> Option<Moment> {
        self.wake()
    }

    fn mouse(&self) -> bool {
        self.wants_mouse()
    }
}

/// What reaches the loop.
pub(super) enum Heard {
    /// Something for the screens.
    Msg(Msg),
    /// Something that the system said.
    Signal(Signal),
    /// Somebody signed in; the connection is for the reader.
    Opened(Box<Logbook>, Box<Opened>),
    /// Another connection for the reader, which had to let go of the first.
    Reader(Box<Logbook>),
    /// A thread came to a bad end.
    Died,
}

/// The wire of a thread to the loop. Dropped by a panic, it says that its thread came to a bad end.
struct Wire(Sender<Heard>);

impl Wire {
    /// Says something; false when nobody listens any more.
    fn say(&self, heard: Heard) -> bool {
        self.0.send(heard).is_ok()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.0.send(Heard::Died);
        }
    }
}

/// Why the loop is over.
enum End {
    /// The screens said so.
    Quit,
    /// A thread panicked.
    Died,
}

struct Loop<S> {
    screens: S,
    paint: Paint,
    hands: Hands,
    heard: Receiver<Heard>,
    clock: Clock,
    /// The last moment at which a tick was due.
    ticked: Option<Moment>,
}

/// Shows `screens` on the terminal until they end. `make` is told the size of the window.
///
/// # Errors
/// E081 when the terminal can't be used; E091 after a panic, E092 when then a draft couldn't be kept; why the last
/// draft couldn't be kept.
pub fn show<S: Screens>(folder: &Path, make: impl FnOnce((u16, u16), Now) -> S) -> Outcome<()> {
    let (send, heard) = channel();
    let hands = start(folder, &send).map_err(no_terminal)?;
    let _guard = Guard::new().map_err(no_terminal)?;
    let wire = Wire(send);
    input::listen(move |msg| wire.say(Heard::Msg(msg))).map_err(no_terminal)?;
    let mut clock = Clock;
    let screens = make(size(), clock.moment());
    let paint = Paint::new(size());
    let mut it = Loop { screens, paint, hands, heard, clock, ticked: None };
    let ended = match catch_unwind(AssertUnwindSafe(|| it.until_the_end())) {
        Ok(Ok(End::Quit)) => it.hands.settle(),
        Ok(Err(_)) => it.hang_up(),
        Ok(Ok(End::Died)) | Err(_) => Err(it.rescue()),
    };
    it.hands.end();
    ended
}

fn start(folder: &Path, send: &Sender<Heard>) -> std::io::Result<Hands> {
    let hands = Hands::new(folder, send)?;
    let wire = Wire(send.clone());
    signals::listen(move |signal| wire.say(Heard::Signal(signal)))?;
    let wire = Wire(send.clone());
    signals::watch(move |signal| wire.say(Heard::Signal(signal)))?;
    Ok(hands)
}

impl<S: Screens> Loop<S> {
    fn until_the_end(&mut self) -> std::io::Result<End> {
        loop {
            let frame = self.paint.frame(|cells| self.screens.draw(cells))?;
            guard::write(&frame)?;
            guard::take_mouse(self.screens.mouse())?;
            let mut next = self.wait();
            for taken in 1..=MOST {
                let Some(heard) = next else { break };
                if let Some(end) = self.take(heard) {
                    return Ok(end);
                }
                next = if taken < MOST { self.heard.try_recv().ok() } else { None };
            }
        }
    }

    /// Sleeps until something is heard or the screens want a tick.
    fn wait(&mut self) -> Option<Heard> {
        let Some(wake) = self.screens.wake() else { return self.heard.recv().ok() };
        loop {
            let mut left = (wake - self.clock.now()).to_std().unwrap_or_default();
            if left.is_zero() && self.ticked.replace(wake) != Some(wake) {
                return Some(Heard::Msg(Msg::Tick));
            }
            if left.is_zero() {
                // A tick changed nothing: what it is for has to wait for something else.
                (self.ticked, left) = (None, SHORT_SLEEP);
            }
            match self.heard.recv_timeout(left.min(LONGEST_SLEEP)) {
                Ok(heard) => return Some(heard),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Some(Heard::Died),
            }
        }
    }

    /// Takes one thing in; an end, when it was the last.
    fn take(&mut self, heard: Heard) -> Option<End> {
        match heard {
            Heard::Msg(msg) => self.tell(msg),
            Heard::Opened(book, opened) => {
                self.hands.open(book, opened.who.clone());
                self.tell(Msg::Unlocked(Ok(opened)))
            }
            Heard::Reader(book) => {
                self.hands.open_again(book);
                None
            }
            Heard::Signal(Signal::End) => self.tell(Msg::Terminate).or(Some(End::Quit)),
            Heard::Signal(Signal::HangUp) => self.tell(Msg::Hangup).or(Some(End::Quit)),
            Heard::Signal(Signal::Suspend) => {
                let end = self.tell(Msg::Suspend);
                if end.is_none() && guard::is_entered() {
                    self.suspend();
                }
                end
            }
            Heard::Signal(Signal::Resume) => self.resume(),
            Heard::Signal(Signal::Resize) => self.resize(size()),
            Heard::Died => Some(End::Died),
        }
    }

    fn tell(&mut self, msg: Msg) -> Option<End> {
        let last = matches!(msg, Msg::Hangup | Msg::Terminate);
        if let Msg::Resize(columns, rows) = msg {
            self.paint = Paint::new((columns, rows));
        }
        let mut end = last.then_some(End::Quit);
        for effect in self.screens.update(msg, self.clock.moment()) {
            match effect {
                Effect::Quit => end = Some(End::Quit),
                Effect::Suspend => self.suspend(),
                effect => self.hands.perform(effect),
            }
        }
        end
    }

    fn resize(&mut self, (columns, rows): (u16, u16)) -> Option<End> {
        self.tell(Msg::Resize(columns, rows))
    }

    /// Stops as a job of the shell; the signal to go on brings the terminal back.
    fn suspend(&mut self) {
        let _ = self.hands.settle();
        guard::leave();
        signals::stop();
    }

    /// Takes the terminal again and draws all of it: nobody knows what it shows.
    fn resume(&mut self) -> Option<End> {
        if guard::enter().is_err() {
            return self.tell(Msg::Hangup);
        }
        let (columns, rows) = size();
        self.paint = Paint::new((columns, rows));
        self.resize((columns, rows)).or_else(|| self.tell(Msg::Resume))
    }

    /// The terminal is gone in the middle of a frame.
    fn hang_up(&mut self) -> Outcome<()> {
        let _ = self.tell(Msg::Hangup);
        self.hands.settle()
    }

    /// After a panic: what was typed is still there, and is asked for once more.
    fn rescue(&mut self) -> Fault {
        let kept = catch_unwind(AssertUnwindSafe(|| {
            let now = self.clock.moment();
            for effect in self.screens.update(Msg::Terminate, now) {
                if matches!(effect, Effect::KeepDraft { .. }) {
                    self.hands.perform(effect);
                }
            }
            self.hands.settle()
        }));
        guard::leave();
        let code = if matches!(kept, Ok(Ok(()))) { "E091" } else { "E092" };
        Fault::new(Kind::Bug, code).with("place", guard::take_panic().unwrap_or_default())
    }
}

/// Columns and rows of the window; some terminals don't know theirs.
fn size() -> (u16, u16) {
    match crossterm::terminal::size() {
        Ok((columns, rows)) if columns > 0 && rows > 0 => (columns, rows),
        _ => (80, 24),
    }
}

fn no_terminal(error: std::io::Error) -> Fault {
    Fault::new(Kind::Use, "E081").because(error)
}

#[cfg(test)]
mod tests;
