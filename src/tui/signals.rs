//! What the system says to the program: stop, go on, end, the terminal is gone. Threads that only wait and send; none
//! of them draws, saves or exits.

/// Something that the system said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Save the draft and end: TERM, INT, QUIT.
    End,
    /// Save the draft and end without a word, for nobody reads it any more.
    HangUp,
    /// Give the terminal back and stop, as the shell does for a job.
    Suspend,
    /// Take the terminal again.
    Resume,
    /// The terminal has another size.
    Resize,
}

#[cfg(unix)]
pub use unix::{listen, stop, watch};

#[cfg(unix)]
mod unix {
    use std::io;
    use std::thread;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::Signal;

    /// Sends each signal on, until `send` says that nobody listens.
    ///
    /// # Errors
    /// When the handlers or the thread can't be set up.
    pub fn listen(send: impl Fn(Signal) -> bool + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".into()).spawn(move || {
            let heard = signals.forever().map(|number| match number {
                SIGHUP => Signal::HangUp,
                SIGTSTP => Signal::Suspend,
                SIGCONT => Signal::Resume,
                SIGWINCH => Signal::Resize,
                _ => Signal::End,
            });
            for signal in heard {
                if !send(signal) {
                    break;
                }
            }
        })?;
        Ok(())
    }

    /// Waits for the terminal to go away. A closed window need not bring a signal (`nohup`, a lost session leader),
    /// and a read of a dead terminal returns at once for ever, so it has to be asked for by itself.
    ///
    /// # Errors
    /// When the thread can't be set up.
    pub fn watch(send: impl Fn(Signal) -> bool + Send + 'static) -> io::Result<()> {
        thread::Builder::new().name("watch".into()).spawn(move || {
            let stdin = io::stdin();
            loop {
                // With nothing asked for, only the end of the terminal wakes it.
                let mut asked = [PollFd::new(&stdin, PollFlags::empty())];
                match poll(&mut asked, None) {
                    Err(rustix::io::Errno::INTR) | Ok(0) => {}
                    Ok(_) | Err(_) => break,
                }
            }
            send(Signal::HangUp);
        })?;
        Ok(())
    }

    /// Stops the process as the shell's job control would; returns once it was told to go on.
    pub fn stop() {
        let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
    }
}

/// Elsewhere the autosave is what keeps the draft.
#[cfg(not(unix))]
mod other {
    use std::io;

    use super::Signal;

    /// Nothing to listen to.
    ///
    /// # Errors
    /// Never.
    pub fn listen(_: impl Fn(Signal) -> bool + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    /// Nothing to watch.
    ///
    /// # Errors
    /// Never.
    pub fn watch(_: impl Fn(Signal) -> bool + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    /// Nothing stops here.
    pub fn stop() {}
}

#[cfg(not(unix))]
pub use other::{listen, stop, watch};
