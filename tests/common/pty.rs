//! A terminal window for tests: a real pty with a program in it and a screen that understands what it draws. It
//! answers what programs ask of a terminal, and it can be closed as a window is: at once, with nothing sent before.
//!
//! The master is an ordinary file of this process, so that dropping it is the hang-up; `setsid` (util-linux) gives
//! the program its controlling terminal.
#![allow(dead_code, reason = "not every test program types")]

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// Longer than anything takes that works; key derivation on a busy machine is the longest.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came out of the program.
pub struct Seen {
    /// The screen as it is now.
    pub screen: vt100::Screen,
    /// Every byte.
    pub bytes: Vec<u8>,
}

/// How a program ended.
pub struct Ended {
    /// Time that it used, in ticks.
    pub used: u64,
    /// Its exit.
    pub status: ExitStatus,
}

/// What came out so far, and when the last of it did.
struct Out {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    at: Instant,
}

/// Shared with the thread that reads; whoever waits is told of every piece.
type Shared = Arc<(Mutex<Out>, Condvar)>;

/// A terminal window with a program in it.
pub struct Terminal {
    master: Option<File>,
    child: Child,
    out: Shared,
    closing: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

fn size(rows: u16, columns: u16) -> Winsize {
    Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }
}

fn nonzero(n: u16) -> NonZero<u16> {
    NonZero::new(n).unwrap()
}

impl Terminal {
    /// Opens a window of 80x24 that the program controls, as a terminal emulator does.
    pub fn open(program: &Command) -> Self {
        let mut wrapped = Command::new("setsid");
        wrapped.arg("--ctty").arg(program.get_program()).args(program.get_args());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => wrapped.env(name, value),
                None => wrapped.env_remove(name),
            };
        }
        Self::spawn(wrapped)
    }

    /// A window that the program reads and writes but doesn't control: no signal tells it that the window is gone.
    pub fn spawn(mut program: Command) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        tcsetwinsize(&master, size(24, 80)).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let side = || {
            use std::os::unix::fs::OpenOptionsExt as _;
            let flags = i32::try_from(OpenptFlags::NOCTTY.bits()).unwrap();
            Stdio::from(File::options().read(true).write(true).custom_flags(flags).open(&name).unwrap())
        };
        program.stdin(side()).stdout(side()).stderr(side());
        let child = program.spawn().unwrap();
        drop(program);
        let master = File::from(master);
        let parser = vt100::Parser::new(nonzero(24), nonzero(80), 0);
        let out = Mutex::new(Out { parser, bytes: Vec::new(), at: Instant::now() });
        let out = Arc::new((out, Condvar::new()));
        let closing = Arc::new(AtomicBool::new(false));
        let reader = read(master.try_clone().unwrap(), Arc::clone(&out), Arc::clone(&closing));
        Self { master: Some(master), child, out, closing, reader: Some(reader) }
    }

    /// The id of the program.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What has come out so far.
    pub fn seen(&self) -> Seen {
        let out = self.out.0.lock().unwrap();
        Seen { screen: out.parser.screen().clone(), bytes: out.bytes.clone() }
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        self.seen().screen.contents()
    }

    /// Types, in one write.
    pub fn send(&self, bytes: impl AsRef<[u8]>) {
        self.master.as_ref().unwrap().write_all(bytes.as_ref()).unwrap();
    }

    /// Types key by key, as a hand does: what is typed together would be taken for a paste.
    pub fn keys<B: AsRef<[u8]>>(&self, keys: impl IntoIterator<Item = B>) {
        for key in keys {
            self.send(key);
            thread::sleep(Duration::from_millis(12));
        }
    }

    /// Waits until the screen is as wanted; says what it was instead.
    pub fn wait(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        self.came(what, wanted);
    }

    /// Sends a key; how long it takes until the screen is as wanted, by the moment at which that came out.
    pub fn answer(&self, key: impl AsRef<[u8]>, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> Duration {
        let sent = Instant::now();
        self.send(key);
        self.came(what, wanted).duration_since(sent)
    }

    /// When the screen became as wanted.
    fn came(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> Instant {
        let (out, told) = &*self.out;
        let other = |out: &mut Out| !wanted(out.parser.screen());
        let (out, late) = told.wait_timeout_while(out.lock().unwrap(), PATIENCE, other).unwrap();
        assert!(!late.timed_out(), "no {what} on the screen:\n{}", out.parser.screen().contents());
        out.at
    }

    /// Waits until this text is on the screen.
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Sends a key and waits until the screen shows something else and is at rest; a second when it doesn't.
    pub fn press(&self, key: impl AsRef<[u8]>) {
        let before = self.text();
        self.send(key);
        let (out, told) = &*self.out;
        let same = |out: &mut Out| out.parser.screen().contents() == before;
        drop(told.wait_timeout_while(out.lock().unwrap(), Duration::from_secs(1), same).unwrap());
        self.settle_for(50);
    }

    /// Waits until nothing has come out for a while.
    pub fn settle(&self) {
        self.settle_for(150);
    }

    /// Waits until nothing has come out for so many milliseconds.
    pub fn settle_for(&self, millis: u64) {
        let length = || self.out.0.lock().unwrap().bytes.len();
        let mut before = usize::MAX;
        while before != length() {
            before = length();
            thread::sleep(Duration::from_millis(millis));
        }
    }

    /// Gives the window another size.
    pub fn resize(&self, rows: u16, columns: u16) {
        self.out.0.lock().unwrap().parser.screen_mut().set_size(nonzero(rows), nonzero(columns));
        tcsetwinsize(self.master.as_ref().unwrap(), size(rows, columns)).unwrap();
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Closes the window: every side of it that this process holds.
    pub fn close(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        self.reader.take().unwrap().join().unwrap();
        self.master = None;
    }

    /// Closes the window and waits for the end; how much time the program used in all, seen as late as can be.
    pub fn close_and_count(&mut self, within: Duration) -> Ended {
        let mut used = self.ticks();
        self.close();
        let end = Instant::now() + within;
        while Instant::now() < end {
            let last = self.state();
            used = used.max(self.ticks());
            if last == 'Z' {
                return Ended { used, status: self.child.wait().unwrap() };
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("it goes on");
    }

    /// Waits for the program to end by itself.
    pub fn ended(&mut self, within: Duration) -> ExitStatus {
        let end = Instant::now() + within;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().unwrap() {
                thread::sleep(Duration::from_millis(100));
                return status;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it goes on:\n{}", self.text());
    }

    /// Waits for the program to end, and says how: an exit code, or the signal as a negative number.
    pub fn exit(&mut self) -> i32 {
        let status = self.ended(PATIENCE);
        status.code().unwrap_or_else(|| -status.signal().unwrap_or_default())
    }

    /// Time that the program has used so far, in ticks of the kernel's clock (a hundredth of a second).
    pub fn ticks(&self) -> u64 {
        let line = std::fs::read_to_string(format!("/proc/{}/stat", self.pid())).unwrap();
        let fields: Vec<&str> = line.rsplit(") ").next().unwrap().split(' ').collect();
        [11, 12].iter().map(|n| fields[*n].parse::<u64>().unwrap()).sum()
    }

    /// The state that the kernel gives it: `S` asleep, `T` stopped.
    pub fn state(&self) -> char {
        let line = std::fs::read_to_string(format!("/proc/{}/stat", self.pid())).unwrap();
        line.rsplit(") ").next().unwrap().chars().next().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.closing.store(true, Ordering::SeqCst);
    }
}

/// Reads what comes out until the window is closed, and answers where the cursor is when asked.
fn read(mut side: File, out: Shared, closing: Arc<AtomicBool>) -> JoinHandle<()> {
    thread::spawn(move || {
        let tick = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };
        let mut piece = [0; 4096];
        while !closing.load(Ordering::SeqCst) {
            let mut asked = [PollFd::new(&side, PollFlags::IN)];
            if poll(&mut asked, Some(&tick)).unwrap_or(0) == 0 {
                continue;
            }
            let Ok(count) = side.read(&mut piece) else { return };
            let at = Instant::now();
            let mut seen = out.0.lock().unwrap();
            seen.at = at;
            seen.parser.process(&piece[..count]);
            seen.bytes.extend_from_slice(&piece[..count]);
            out.1.notify_all();
            if piece[..count].windows(4).any(|asked| asked == b"\x1b[6n") {
                let (row, column) = seen.parser.screen().cursor_position();
                side.write_all(format!("\x1b[{};{}R", row + 1, column + 1).as_bytes()).unwrap();
            }
        }
    })
}
