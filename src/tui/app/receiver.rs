//! The receiver and the cards: whose card this post has taken, taking another one after its fingerprint was compared,
//! and writing the own card for the other side.

use super::App;
use super::cards::Question;
use super::csv::Written;
use super::menu::Then;
use super::week::Ask;
use crate::acts::Right;
use crate::fault::Outcome;
use crate::sync::Card as UnitCard;
use crate::text::clean;

/// A card that was read from a file and belongs to nobody yet.
#[derive(Debug)]
pub struct Read {
    /// The card.
    pub card: UnitCard,
    /// The fingerprint of its signing key.
    pub fingerprint: String,
}

impl App {
    /// Shows the receiver and offers to take another one, or to write the own card.
    pub(super) fn ask_receiver(&mut self) {
        let Some(session) = self.session() else { return };
        if let Err(fault) = session.who.need(Right::Manage) {
            return self.trouble(&fault);
        }
        let taken = session.weeks().and_then(|weeks| weeks.seen.as_ref()?.preview.receiver.as_ref());
        let said = match taken {
            Some(card) => card_lines(card, &card.fingerprint().unwrap_or_default()),
            None => vec![self.words.get("tui-week-no-receiver").to_owned()],
        };
        let offers = [("tui-receiver-take", Question::TakeCard), ("tui-receiver-own", Question::OwnCard)];
        let offers = offers.map(|(id, question)| (self.words.get(id).to_owned(), Then::Ask(question)));
        self.offer("cmd-receiver", said, offers.into());
    }

    /// A card was read: its fingerprint is compared by two people before it counts.
    pub(super) fn card_read(&mut self, result: Outcome<Read>) {
        match result {
            Ok(Read { card, fingerprint }) => {
                let said = card_lines(&card, &fingerprint);
                let ask = Ask::Receiver { card, fingerprint };
                let offers = vec![
                    (self.words.get("tui-receiver-differs").to_owned(), Then::Back),
                    (self.words.get("tui-receiver-same").to_owned(), Then::Week(ask)),
                ];
                self.offer("tui-receiver-compare", said, offers);
            }
            Err(fault) => self.trouble(&fault),
        }
    }

    /// Another receiver was taken.
    pub(super) fn receiver_set(&mut self, result: Outcome<UnitCard>) {
        match result {
            Ok(card) => {
                let args = [("unit", &*card.unit), ("name", &*card.name)];
                self.notice = Some(self.words.with("desk-receiver", &args));
                self.look_at_week(None);
            }
            Err(fault) => self.trouble(&fault),
        }
    }

    /// The own card was written.
    pub(super) fn card_written(&mut self, result: Outcome<(Read, Written)>) {
        match result {
            Ok((Read { card, fingerprint }, written)) => {
                let mut said = card_lines(&card, &fingerprint);
                said.push(self.written(&written));
                self.card = Some(super::Card::Told { heading: "tui-receiver-own", said, top: 0 });
            }
            Err(fault) => self.trouble(&fault),
        }
    }
}

/// The fingerprint, which must be seen whole in the smallest window, and whose it is.
pub(super) fn card_lines(card: &UnitCard, fingerprint: &str) -> Vec<String> {
    vec![fingerprint.to_owned(), clean::shown(&format!("{} · {}", card.unit, card.name))]
}
