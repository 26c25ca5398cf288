//! A new password, typed twice on a card of its own: it never goes through a form, so no draft and no field ever holds
//! it. It is wiped when the card goes.

use super::App;
use super::cards::Card;
use super::effect::Effect;
use super::msg::{Code, Key, Now, Secret};
use super::office::Ask;
use crate::fault::{Fault, Kind};
use crate::logbook::check_password;

/// Whose password it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// One's own.
    Mine,
    /// That of this login.
    Login(String),
    /// That of the officer in the form, who is saved with it.
    Enlisted,
}

/// The card.
#[derive(Debug, Clone)]
pub struct Password {
    /// Whose.
    pub whose: Whose,
    /// How that officer is called.
    pub name: String,
    /// What was typed, first and again.
    pub typed: [Secret; 2],
    /// It is being typed again.
    pub again: bool,
    /// What stands in the way, in words.
    pub problem: Option<String>,
}

impl Password {
    /// Answers a key; Enter and Esc are the card's.
    pub(super) fn key(&mut self, key: Key) {
        match key.code {
            Code::Up | Code::BackTab => self.again = false,
            Code::Down | Code::Tab => self.again = true,
            _ => {
                self.here().key(key);
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.here().paste(text);
    }

    const fn here(&mut self) -> &mut Secret {
        let [first, second] = &mut self.typed;
        if self.again { second } else { first }
    }

    /// Whether it can be taken: long enough, and the same twice.
    fn check(&self) -> Result<(), Fault> {
        let [first, second] = &self.typed;
        check_password(&first.0)?;
        if first == second { Ok(()) } else { Err(Fault::new(Kind::Use, "E052")) }
    }
}

impl App {
    /// Asks for a new password.
    pub(super) fn ask_password(&mut self, whose: Whose, name: String) {
        let typed = [Secret::default(), Secret::default()];
        self.card = Some(Card::Password(Password { whose, name, typed, again: false, problem: None }));
    }

    /// Enter on the card: on to the second line, or on with the password.
    pub(super) fn password_typed(&mut self, mut password: Password, now: Now) {
        let short = check_password(&password.typed[0].0).err();
        let problem = if password.again { password.check().err() } else { short };
        if let Some(fault) = problem {
            password.problem = Some(self.words.fault(&fault).0);
            password.typed = [Secret::default(), Secret::default()];
            password.again = false;
            self.card = Some(Card::Password(password));
        } else if password.again {
            let [secret, _] = password.typed;
            match password.whose {
                Whose::Enlisted => self.send_form(Some(secret), now),
                Whose::Mine => self.emit([Effect::Office(Ask::Password { login: None, password: secret })]),
                Whose::Login(login) => {
                    self.emit([Effect::Office(Ask::Password { login: Some(login), password: secret })]);
                }
            }
        } else {
            (password.again, password.problem) = (true, None);
            self.card = Some(Card::Password(password));
        }
    }
}
