//! Keys, clicks, pastes and bursts, as messages. Only presses count. The thread sleeps until the terminal has something, so a
//! terminal that is gone costs nothing; it decides nothing about what a key does.

use std::io;
use std::thread;
use std::time::Duration;

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::app::{Code, Key, Msg};

/// Keys closer together than this weren't typed by a hand.
const BURST: Duration = Duration::from_millis(5);
/// How long the terminal may take to hand over what it has. Zero would ask it for nothing.
const AT_ONCE: Duration = Duration::from_millis(1);
/// A burst is handed on in pieces of at most so many keys.
const LONGEST: usize = 64 * 1024;

/// Starts the thread that reads the terminal and sends what it reads, until `send` says that nobody listens.
///
/// # Errors
/// When the thread can't be set up.
pub fn listen(send: impl Fn(Msg) -> bool + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("input".into()).spawn(move || {
        let mut input = Input { brackets: false };
        while readable() {
            match input.hand_on(&send) {
                Ok(true) => {}
                Ok(false) => return,
                Err(_) => break,
            }
        }
        send(Msg::Hangup);
    })?;
    Ok(())
}

/// Waits until the terminal has something to read; false when it is gone.
#[cfg(unix)]
fn readable() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdin = io::stdin();
    loop {
        let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut asked, None) {
            Err(rustix::io::Errno::INTR) => {}
            Ok(_) => return asked.iter().all(|fd| fd.revents() == PollFlags::IN),
            Err(_) => return false,
        }
    }
}

#[cfg(not(unix))]
fn readable() -> bool {
    event::poll(Duration::from_secs(3600)).is_ok()
}

/// What the reader knows of its terminal.
struct Input {
    /// It marks its pastes, so that a burst of keys is no paste.
    brackets: bool,
}

impl Input {
    /// Hands on what there is to read now, each as soon as it is read: a key isn't to wait for the question whether
    /// another one follows. False when nobody listens.
    fn hand_on(&mut self, send: impl Fn(Msg) -> bool) -> io::Result<bool> {
        while event::poll(AT_ONCE)? {
            let all = match event::read()? {
                Event::Key(event) => match key(event) {
                    Some(enter) if enter == Key::plain(Code::Enter) && !self.brackets => burst(after(enter)?),
                    other => other.map(Msg::Key).into_iter().collect(),
                },
                Event::Paste(text) => {
                    self.brackets = true;
                    vec![Msg::Paste(lines(&text))]
                }
                Event::Resize(columns, rows) => vec![Msg::Resize(columns, rows)],
                Event::Mouse(event) => mouse(event),
                _ => Vec::new(),
            };
            if !all.into_iter().all(&send) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The Enter key and all that follows faster than a hand types. A paste that comes in between ends it.
fn after(enter: Key) -> io::Result<Vec<Msg>> {
    let mut all = vec![Msg::Key(enter)];
    while all.len() < LONGEST && event::poll(BURST)? {
        match event::read()? {
            Event::Key(event) => all.extend(key(event).map(Msg::Key)),
            Event::Paste(text) => {
                all.push(Msg::Paste(lines(&text)));
                break;
            }
            Event::Resize(columns, rows) => all.push(Msg::Resize(columns, rows)),
            Event::Mouse(event) => all.extend(mouse(event)),
            _ => {}
        }
    }
    Ok(all)
}

/// A burst that begins with Enter, has text behind it and nothing but text is a paste of several lines into a
/// terminal that doesn't mark pastes. Enters at its end stay keys: nobody pastes only a line's end. A Backspace or
/// an arrow shows that a hand or an input method was at work.
fn burst(all: Vec<Msg>) -> Vec<Msg> {
    let mut text = String::new();
    for msg in &all {
        match msg {
            Msg::Key(Key { code: Code::Enter, ctrl: false, alt: false }) => text.push('\n'),
            Msg::Key(Key { code: Code::Tab, ctrl: false, alt: false }) => text.push('\t'),
            Msg::Key(key) if key.text().is_some() => text.extend(key.text()),
            _ => return all,
        }
    }
    let body = text.trim_end_matches('\n');
    if body.trim().is_empty() {
        return all;
    }
    let enters = text.len() - body.len();
    let keys = std::iter::repeat_with(|| Msg::Key(Key::plain(Code::Enter))).take(enters);
    std::iter::once(Msg::Paste(body.to_owned())).chain(keys).collect()
}

/// Line ends as the editor has them.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A press of the first button is one, the wheel is a few presses of an arrow, the rest is nothing.
fn mouse(event: MouseEvent) -> Vec<Msg> {
    let arrows = |code| vec![Msg::Key(Key::plain(code)), Msg::Key(Key::plain(code)), Msg::Key(Key::plain(code))];
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => vec![Msg::Press(event.column, event.row)],
        MouseEventKind::ScrollUp => arrows(Code::Up),
        MouseEventKind::ScrollDown => arrows(Code::Down),
        _ => Vec::new(),
    }
}

/// The key as the program knows it. Ctrl+H and Ctrl+J are what some terminals send for Backspace and Enter.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let code = match event.code {
        KeyCode::Char('h') if ctrl && !alt => return Some(Key::plain(Code::Backspace)),
        KeyCode::Char('j') if ctrl && !alt => return Some(Key::plain(Code::Enter)),
        KeyCode::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    Some(Key { code, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<Msg> {
        let code = |c| match c {
            '\n' => Code::Enter,
            '\t' => Code::Tab,
            '<' => Code::Backspace,
            c => Code::Char(c),
        };
        text.chars().map(|c| Msg::Key(Key::plain(code(c)))).collect()
    }

    fn shown(all: &[Msg]) -> Vec<String> {
        all.iter().map(|msg| format!("{msg:?}")).collect()
    }

    #[test]
    fn text_right_behind_an_enter_is_a_paste() {
        let pasted = burst(typed("\nhai\tba\nbốn"));
        assert!(matches!(pasted.as_slice(), [Msg::Paste(text)] if text == "\nhai\tba\nbốn"), "{pasted:?}");
        let ended = burst(typed("\nhai\n\n"));
        assert!(matches!(ended.as_slice(), [Msg::Paste(text), Msg::Key(a), Msg::Key(b)]
            if text == "\nhai" && a.code == Code::Enter && b.code == Code::Enter));
    }

    #[test]
    fn what_a_hand_or_an_input_method_typed_stays_keys() {
        for keys in ["\n", "\n\n", "\n\t", "\na<â<ấ"] {
            assert_eq!(shown(&burst(typed(keys))), shown(&typed(keys)));
        }
        let mut command = typed("\nx");
        command.push(Msg::Key(Key::plain(Code::F(2))));
        assert_eq!(burst(command).len(), 3);
    }

    #[test]
    fn releases_are_nothing_and_old_terminals_are_understood() {
        let press = |code, modifiers| key(KeyEvent::new(code, modifiers));
        assert_eq!(press(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Key::plain(Code::Backspace)));
        assert_eq!(press(KeyCode::Char('j'), KeyModifiers::CONTROL), Some(Key::plain(Code::Enter)));
        assert_eq!(press(KeyCode::Char('Đ'), KeyModifiers::SHIFT), Some(Key::plain(Code::Char('Đ'))));
        assert_eq!(press(KeyCode::Char('S'), KeyModifiers::CONTROL), Some(Key::ctrl(Code::Char('s'))));
        assert_eq!(press(KeyCode::Tab, KeyModifiers::SHIFT), Some(Key::plain(Code::BackTab)));
        let mut release = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(key(release), None);
    }

    #[test]
    fn the_mouse_presses_and_its_wheel_walks() {
        let event = |kind| mouse(MouseEvent { kind, column: 7, row: 3, modifiers: KeyModifiers::NONE });
        assert_eq!(shown(&event(MouseEventKind::Down(MouseButton::Left))), ["Press(7, 3)"]);
        assert_eq!(
            shown(&event(MouseEventKind::ScrollDown)),
            vec![format!("{:?}", Msg::Key(Key::plain(Code::Down))); 3]
        );
        for kind in
            [MouseEventKind::Up(MouseButton::Left), MouseEventKind::Down(MouseButton::Right), MouseEventKind::Moved]
        {
            assert!(event(kind).is_empty());
        }
    }

    #[test]
    fn a_paste_has_plain_line_ends() {
        assert_eq!(lines("a\r\nb\rc\nd"), "a\nb\nc\nd");
    }
}
