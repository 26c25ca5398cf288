//! A card that offers a few ways on. What each leads to is named when the card is made.

use super::App;
use super::cards::{Card, Question};
use super::effect::Effect;
use super::msg::Now;
use super::office;
use super::week::Ask;
use crate::text::edit::Editor;

/// Some ways on, one of them under the cursor.
#[derive(Debug)]
pub struct Menu {
    /// The wording id of its name; as attribute `hint` what is to be chosen.
    pub wording: &'static str,
    /// What is known of this case.
    pub said: Vec<String>,
    /// What is offered, and what then happens.
    pub offers: Vec<(String, Then)>,
    /// The line under the cursor.
    pub at: usize,
}

/// What happens when it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// A line is asked for.
    Ask(Question),
    /// Something about weeks is done.
    Week(Ask),
    /// Something in the office is done.
    Office(office::Ask),
    /// The record being read is declared void.
    Void {
        /// The reason.
        why: String,
    },
    /// Nothing.
    Back,
}

impl App {
    /// Offers some ways on.
    pub(super) fn offer(&mut self, wording: &'static str, said: Vec<String>, offers: Vec<(String, Then)>) {
        self.card = Some(Card::Menu(Box::new(Menu { wording, said, offers, at: 0 })));
    }

    /// Asks for a line.
    pub(super) fn ask(&mut self, question: Question) {
        self.card = Some(Card::Ask { question, text: Editor::line("") });
    }

    /// Enter on a menu.
    pub(super) fn chosen(&mut self, menu: Menu, now: Now) {
        match menu.offers.into_iter().nth(menu.at) {
            Some((_, Then::Ask(question))) => self.ask(question),
            Some((_, Then::Week(ask))) => self.emit([Effect::Week(ask)]),
            Some((_, Then::Office(ask))) => self.ask_office(ask),
            Some((_, Then::Void { why })) => self.void_record(why, now),
            Some((_, Then::Back)) | None => {}
        }
    }
}
