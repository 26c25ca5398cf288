//! What every command has at hand: options, wording, streams, the clock, and the way into the logbook.

use std::path::PathBuf;

use super::args::Globals;
use super::clock::Clock;
use super::out::Out;
use super::progress::Steps;
use super::{Start, ask, refuse};
use crate::acts::{Who, session};
use crate::fault::{Fault, Outcome};
use crate::logbook::{Key, Logbook, Mode, Progress, unlock_key};
use crate::words::Words;

/// What a command works with.
pub struct Context {
    /// Options of every command.
    pub globals: Globals,
    /// The wording.
    pub words: Words,
    /// Where results go.
    pub out: Out,
    /// Time, ids and salts.
    pub mint: Clock,
    /// The screens that a command wants to open when it is done.
    pub then: Option<Start>,
    /// Login and keys of whoever signed in for more than one act.
    signed_in: Option<(String, Vec<Key>)>,
}

impl Context {
    pub fn new(globals: Globals, words: Words) -> Self {
        Self { globals, words, out: Out::new(), mint: Clock, then: None, signed_in: None }
    }

    /// Whether results are JSON.
    pub const fn json(&self) -> bool {
        self.globals.json
    }

    /// Prints a fault and gives its exit code. Results that were there before it still come out.
    pub fn fail(&mut self, fault: &Fault) -> u8 {
        let _ = self.out.flush();
        refuse::print(fault, self.json(), &self.words)
    }

    /// What the screens begin with.
    pub fn start(&self) -> Outcome<Start> {
        Ok(Start { folder: self.folder()?, officer: self.officer(), lang: self.words.lang() })
    }

    /// The folder of the logbook.
    pub fn folder(&self) -> Outcome<PathBuf> {
        ask::folder(self.globals.logbook.as_deref())
    }

    /// Who is at work, if somebody said.
    pub fn officer(&self) -> Option<String> {
        self.globals.officer.clone().or_else(|| ask::set("TRUCBAN_OFFICER"))
    }

    /// Signs in for all acts that follow. Only keys are held on to: between two acts the logbook is closed.
    pub fn sign_in(&mut self) -> Outcome<()> {
        let (folder, officer) = (self.folder()?, self.officer());
        let login = session::login(&folder, officer.as_deref())?;
        let password = ask::password(self.globals.password_file.as_deref(), &self.words)?;
        let keys = unlock_key(&folder, &login, &password)?;
        session::go_on(&folder, (&login, &keys), (Mode::Write, &mut self.opening()))?;
        self.signed_in = Some((login, keys));
        Ok(())
    }

    /// Forgets who signed in.
    pub fn forget(&mut self) {
        self.signed_in = None;
    }

    /// Whoever signed in.
    pub fn who(&self) -> Outcome<Who> {
        self.open(Mode::Read).map(|(_, who)| who)
    }

    /// Signs in, unless somebody has.
    pub fn open(&self, mode: Mode) -> Outcome<(Logbook, Who)> {
        let (folder, officer) = (self.folder()?, self.officer());
        if let Some((login, keys)) = &self.signed_in {
            return session::go_on(&folder, (login, keys), (mode, &mut self.opening()));
        }
        // Before a password is asked for: is there anything to open, and for whom?
        session::login(&folder, officer.as_deref())?;
        let password = ask::password(self.globals.password_file.as_deref(), &self.words)?;
        session::sign_in_watched(&folder, officer.as_deref(), &password, (mode, &mut self.opening()))
    }

    /// Shows how far a logbook of an older program is on its way to this one.
    fn opening(&self) -> impl FnMut(Progress) -> Outcome<()> {
        let (mut bars, mut told) = (Steps::new(&self.words), false);
        move |at| {
            bars.show(at);
            if !std::mem::replace(&mut told, true) {
                bars.say(self.words.get("opening-older"));
            }
            Ok(())
        }
    }
}
