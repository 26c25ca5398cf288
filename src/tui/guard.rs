//! Every mode that the terminal is put into, behind one guard: raw input, the alternate screen, bracketed paste, the
//! mouse, the hidden cursor. Whatever ends the screens (a return, an error, a panic) gives the terminal back as it was. Leaving
//! twice does no harm, and no step of leaving waits for the one before it to work. Nothing else may change a mode.

use std::io::{self, Write as _, stdout};
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

/// Whether the terminal is in our modes now.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is to be ours while the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Presses and the wheel, with places beyond column 223. Not every movement, as crossterm would ask for: an idle
/// program must not wake whenever the mouse is pushed.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// The same, given back.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// Held while bytes go to the terminal, so that leaving never falls into the middle of a frame.
static WRITING: Mutex<()> = Mutex::new(());
/// Where the first panic happened, for the line that is said once the terminal is back.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// The terminal in our modes, until this is dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When the terminal doesn't take a mode; those taken before it are given back.
    pub fn new() -> io::Result<Self> {
        install_hook();
        let guard = Self(());
        enter()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes every mode, again if need be: the shell changes them while the program is stopped.
///
/// # Errors
/// When the terminal doesn't take a mode.
pub fn enter() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    let _ = disable_raw_mode();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide, Clear(ClearType::All))?;
    if MOUSE.load(Ordering::SeqCst) { write(MOUSE_ON) } else { Ok(()) }
}

/// Takes the mouse from the terminal, or gives it back, if that isn't so already.
///
/// # Errors
/// When the terminal is gone.
pub fn take_mouse(ours: bool) -> io::Result<()> {
    if MOUSE.swap(ours, Ordering::SeqCst) == ours {
        return Ok(());
    }
    write(if ours { MOUSE_ON } else { MOUSE_OFF })
}

/// Whether the terminal is in our modes now.
#[must_use]
pub fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Writes a frame, whole, unless the terminal was given back meanwhile.
///
/// # Errors
/// When the terminal is gone.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let _writing = writing();
    if bytes.is_empty() || !is_entered() {
        return Ok(());
    }
    let mut out = stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Where a panic happened since this was last asked, if one did.
#[must_use]
pub fn take_panic() -> Option<String> {
    PANIC.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Gives every mode back, each on its own: on a terminal that is half gone, one that fails must not keep the others.
pub fn leave() {
    let _writing = patient();
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    let _ = queue!(out, SetAttribute(Attribute::Reset));
    let _ = out.write_all(MOUSE_OFF);
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen);
    let _ = execute!(out, Show);
    let _ = disable_raw_mode();
}

fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As [`writing`], but for at most a moment: a panicking thread may be the one that holds it.
fn patient() -> Option<MutexGuard<'static, ()>> {
    for _ in 0..50 {
        match WRITING.try_lock() {
            Ok(held) => return Some(held),
            Err(std::sync::TryLockError::Poisoned(held)) => return Some(held.into_inner()),
            Err(std::sync::TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
    None
}

/// One hook for the life of the process. Outside of our modes it does what the hook before it did.
fn install_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if is_entered() || is_told() {
                leave();
                remember(info);
            } else {
                before(info);
            }
        }));
    });
}

/// Keeps the place of the first panic. Its message stays out: it may quote what somebody typed.
fn remember(info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
    PANIC.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(place);
}

fn is_told() -> bool {
    PANIC.lock().is_ok_and(|panic| panic.is_some())
}
