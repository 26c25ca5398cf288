//! Questions and answers in lines. A question is one line that ends where the answer is typed; an empty answer takes
//! what stands in brackets, `0` or `q` goes back (where a number is asked, only `q`), and the end of the input ends everything cleanly.

use std::io::{BufRead as _, Read as _};

use crate::cli::context::Context;
use crate::cli::{Done, ask};
use crate::fault::{Fault, Outcome};
use crate::logbook::Mode;
use crate::record::MAX_LINE;
use crate::text::clean;

/// Minutes after which the password is asked for again, where the logbook doesn't say.
const LOCK_MINUTES: i64 = 10;

/// Why a conversation doesn't go on.
#[derive(Debug)]
pub enum Stop {
    /// Somebody wants to go back.
    Back,
    /// Nothing more is to be read.
    End,
    /// Something went wrong.
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What comes of a conversation.
pub type Heard<T> = Result<T, Stop>;

impl Context {
    /// Says something by its wording id.
    pub fn say(&mut self, id: &str) {
        let text = self.words.get(id).to_owned();
        self.out.line(&text);
    }

    /// Runs a command; what it refuses is said, and the conversation goes on.
    pub fn told(&mut self, command: impl FnOnce(&mut Self) -> Done) -> Heard<()> {
        command(self).map(|_| ()).map_err(Stop::Fault)
    }

    /// Asks by a wording id. None is an empty answer.
    pub fn ask(&mut self, id: &str) -> Heard<Option<String>> {
        let question = self.words.get(id).to_owned();
        self.ask_as(&question, true)
    }

    /// Asks by a wording id for a line that has to be given.
    pub fn ask_needed(&mut self, id: &str) -> Heard<String> {
        loop {
            if let Some(answer) = self.ask(id)? {
                return Ok(answer);
            }
            self.say("tui-needed");
        }
    }

    /// Asks with a line that is ready to be shown. `zero` goes back, unless it can be an answer.
    pub fn ask_as(&mut self, question: &str, zero: bool) -> Heard<Option<String>> {
        self.out.put(format!("{}: ", clean::shown(question)).as_bytes());
        self.out.flush()?;
        let asked = std::time::Instant::now();
        let answer = line();
        if answer.is_err() || !ask::is_terminal() {
            // Nobody's Enter has ended the line of the question.
            self.out.put(b"\n");
        }
        let answer = answer?;
        if ask::is_terminal() && asked.elapsed().as_secs() / 60 >= self.lock_minutes() {
            // Whoever answers after so long may be somebody else.
            self.forget();
            self.say("tui-locked");
            self.sign_in()?;
        }
        let answer = clean::line(&answer);
        match answer.as_str() {
            "q" | "Q" => Err(Stop::Back),
            "0" if zero => Err(Stop::Back),
            "" => Ok(None),
            _ => Ok(Some(answer)),
        }
    }

    /// Lets choose one of these by number; `zero` is the wording id of what 0 does, which is to go back.
    pub fn choose(&mut self, question: &str, items: &[String], zero: &str) -> Heard<usize> {
        self.list(items, zero);
        self.number(question, items, zero)
    }

    /// As [`Self::choose`], for what was listed before: it is listed again on request.
    pub fn number(&mut self, question: &str, items: &[String], zero: &str) -> Heard<usize> {
        loop {
            let answer = self.ask(question)?;
            if answer.as_deref() == Some("?") {
                self.list(items, zero);
                continue;
            }
            let chosen = answer.and_then(|answer| answer.parse::<usize>().ok()?.checked_sub(1));
            match chosen.filter(|n| *n < items.len()) {
                Some(n) => return Ok(n),
                None => self.say("plain-no-number"),
            }
        }
    }

    /// Lists what can be chosen.
    pub fn list(&mut self, items: &[String], zero: &str) {
        for (n, item) in (1..).zip(items) {
            self.out.line(&format!("{n}. {item}"));
        }
        let zero = format!("0. {}", self.words.get(zero));
        self.out.line(&zero);
    }

    fn lock_minutes(&self) -> u64 {
        let minutes = || -> Outcome<i64> {
            let (book, _) = self.open(Mode::Read)?;
            Ok(book.setting("lock.minutes")?.parse().unwrap_or(LOCK_MINUTES))
        };
        u64::try_from(minutes().unwrap_or(LOCK_MINUTES)).unwrap_or_default().max(1)
    }
}

/// The next line of the input, without its line break.
fn line() -> Heard<String> {
    let mut bytes = Vec::new();
    let mut stdin = std::io::stdin().lock().take(MAX_LINE as u64);
    // A terminal that is gone can't be read any more: that is an end, too, or it would be asked for ever.
    let read = stdin.read_until(b'\n', &mut bytes).unwrap_or(0);
    // A line that has no end is no answer.
    if read == 0 || read == MAX_LINE {
        return Err(Stop::End);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
