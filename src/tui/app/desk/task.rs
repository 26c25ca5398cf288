//! What a clerk can do at the desk, and which question comes before it. Nothing is done here; the thread that writes is
//! asked.

use super::super::App;
use super::super::cards::Question;
use super::super::menu::Then;
use super::super::office::{self, Of, Wanted as OfOffice};
use super::super::receiver::{Read, card_lines};
use super::Ask;
use crate::acts::Right;
use crate::desk::Span;
use crate::fault::Outcome;
use crate::text::clean;
use crate::tui::command::Place;
use crate::words::Lang;

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Takes in what posts have sent.
    Receive,
    /// Trusts a post by its card.
    Trust,
    /// The keys of a post count no more.
    Revoke,
    /// Begins with a post in the middle.
    Start,
    /// Asks a post for something about a record.
    Request,
    /// Writes the desk's own card.
    OwnCard,
    /// Compares over another stretch of time.
    Span,
    /// Writes what is compared as a spreadsheet.
    Sheet,
}

/// What a card asks for with a line before something is done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The file or folder with what was sent.
    From,
    /// Where the card of a post lies.
    Card,
    /// Where a spreadsheet is written to; nothing for the outbox.
    Sheet(Span, Lang),
    /// Where the own card is written to; nothing for the outbox.
    OwnCard,
    /// Why the keys of a post count no more.
    Revoked {
        /// The post.
        unit: String,
        /// Somebody else has a key.
        stolen: bool,
    },
    /// The number of the first batch that is taken.
    Start(String),
    /// What a post is asked for.
    Request {
        /// The post.
        unit: String,
        /// The record, by its number or id.
        record: String,
        /// The finding that it is about.
        code: Option<String>,
    },
}

impl Task {
    /// Who may do it. The acts decide; this only spares people a question that leads nowhere.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::OwnCard => Right::Manage,
            Self::Span => Right::Read,
            Self::Sheet => Right::Reveal,
            _ => Right::Desk,
        }
    }
}

impl Wanted {
    /// The wording id of its card.
    #[must_use]
    pub const fn wording(&self) -> &'static str {
        match self {
            Self::From => "tui-ask-receive",
            Self::Card => "tui-ask-post-card",
            Self::OwnCard => "tui-ask-own-card",
            Self::Sheet(..) => "tui-ask-sheet",
            Self::Revoked { stolen: false, .. } => "tui-ask-revoke",
            Self::Revoked { stolen: true, .. } => "tui-ask-revoke-stolen",
            Self::Start(_) => "tui-ask-start",
            Self::Request { .. } => "tui-ask-request",
        }
    }

    /// What its hint speaks of.
    #[must_use]
    pub fn about(&self) -> String {
        match self {
            Self::From | Self::Card | Self::OwnCard | Self::Sheet(..) => String::new(),
            Self::Revoked { unit, .. } | Self::Start(unit) => clean::shown(unit),
            Self::Request { unit, record, code } => {
                let code = code.as_deref().map(|code| format!(" · {code}")).unwrap_or_default();
                clean::shown(&format!("{unit} · {record}{code}"))
            }
        }
    }

    /// Whether nothing typed means something.
    #[must_use]
    pub const fn takes_nothing(&self) -> bool {
        matches!(self, Self::OwnCard | Self::Sheet(..))
    }

    /// What is asked of the thread that writes once it was answered.
    #[must_use]
    pub fn ask(self, said: String) -> Ask {
        match self {
            Self::From => Ask::Receive { from: said },
            Self::Card => Ask::ReadCard { file: said },
            Self::OwnCard => Ask::OwnCard { file: said },
            Self::Sheet(span, lang) => Ask::Sheet { span, path: said, lang },
            Self::Revoked { unit, stolen } => Ask::Revoke { unit, stolen, why: said },
            Self::Start(unit) => Ask::Start { unit, number: said },
            Self::Request { unit, record, code } => Ask::Request { unit, record, code, text: said },
        }
    }
}

impl App {
    /// Begins a task of the desk.
    pub(in super::super) fn begin_at_desk(&mut self, task: Task) {
        let wanted = match task {
            Task::Receive => Some(Wanted::From),
            Task::Trust => Some(Wanted::Card),
            Task::OwnCard => Some(Wanted::OwnCard),
            Task::Revoke => return self.offer_revoking(),
            Task::Span => return self.offer_spans(),
            Task::Sheet => self.session().map(|session| Wanted::Sheet(session.span, self.words.lang())),
            Task::Start => self.post_here().map(Wanted::Start),
            Task::Request => self.record_here(),
        };
        match wanted {
            Some(wanted) => self.wants(OfOffice::Desk(wanted)),
            None => self.nothing_to_do(),
        }
    }

    fn nothing_to_do(&mut self) {
        self.notice = Some(self.words.get("tui-nothing-to-do").to_owned());
    }

    /// The post that is looked at, or that the cursor stands on.
    fn post_here(&self) -> Option<String> {
        let office = self.office()?;
        let under = office.table.row().and_then(|row| match &row.of {
            Of::Post(unit) => Some(unit.clone()),
            _ => None,
        });
        office.of.clone().or(under)
    }

    /// The record under the cursor, in a post's story or in the log, or the one being read.
    fn record_here(&self) -> Option<Wanted> {
        let session = self.session()?;
        if let Place::Office(_) = self.place() {
            let office = self.office()?;
            let Of::Sent { number, code, .. } = &office.table.row()?.of else { return None };
            return Some(Wanted::Request { unit: office.of.clone()?, record: number.clone(), code: code.clone() });
        }
        let read = session.log.reading.as_ref().map(|reading| &reading.detail.record.row);
        let row = if session.log.inside { read } else { session.log.row() }?;
        let here = row.unit != session.unit;
        here.then(|| Wanted::Request { unit: row.unit.clone(), record: row.number.clone(), code: None })
    }

    /// Says what it means to revoke, and asks how it came to it.
    fn offer_revoking(&mut self) {
        let Some(unit) = self.post_here() else { return self.nothing_to_do() };
        let name = self.session().map(|session| session.known.post_name(&unit)).unwrap_or_default();
        let why = |stolen| {
            let wanted = Wanted::Revoked { unit: unit.clone(), stolen };
            Then::Ask(Question::Office(OfOffice::Desk(wanted)))
        };
        let offers = vec![
            (self.words.get("tui-sure-no").to_owned(), Then::Back),
            (self.words.get("tui-revoke-replaced").to_owned(), why(false)),
            (self.words.get("tui-revoke-stolen").to_owned(), why(true)),
        ];
        self.offer("tui-revoke", vec![name], offers);
    }

    /// The card of a post was read: its fingerprint is compared by two people before it counts.
    pub(super) fn post_card_read(&mut self, result: Outcome<Read>) {
        match result {
            Ok(Read { card, fingerprint }) => {
                let said = card_lines(&card, &fingerprint);
                let ask = office::Ask::Desk(Ask::Trust { card, fingerprint });
                let offers = vec![
                    (self.words.get("tui-receiver-differs").to_owned(), Then::Back),
                    (self.words.get("tui-trust-same").to_owned(), Then::Office(ask)),
                ];
                self.offer("tui-receiver-compare", said, offers);
            }
            Err(fault) => self.trouble(&fault),
        }
    }
}
