//! Where a key goes: to the command that it means, else to the card, form, record or list that has the cursor.

use super::cards::{self, Card};
use super::desk;
use super::effect::Effect;
use super::filter::offers;
use super::form::Purpose;
use super::leave::Leaving;
use super::lines;
use super::msg::{Code, Key, Now};
use super::office::Room;
use super::page::Page;
use super::{App, Screen};
use crate::record::Kind;
use crate::tui::command::{self, Command, Id, Place};

impl App {
    pub(super) fn key(&mut self, key: Key, now: Now) {
        self.touched = now.at;
        let place = self.place();
        let id = command::meant(key, place);
        if id != Some(Id::Quit) {
            self.quitting = false;
        }
        if self.is_working() && (id != Some(Id::Quit) || self.is_bound()) {
            self.stop_work(key);
        } else if self.is_opening() && id != Some(Id::Quit) {
            self.early_key(key);
        } else if id != Some(Id::Quit) && self.hold_key(key, id) {
            // It is answered when what is on its way has come.
        } else if !self.is_saving() && !self.takes_first(key) {
            self.notice = None;
            match (id, place) {
                (_, Place::Card) => self.card_key(key, now),
                (Some(id), _) => self.run(id, key, now),
                (None, _) => self.plain_key(key, now),
            }
        } else if id == Some(Id::Quit) {
            self.run(Id::Quit, key, now);
        }
    }

    pub(super) fn paste(&mut self, text: &str, now: Now) {
        self.touched = now.at;
        if self.is_saving() {
            return;
        }
        if self.is_opening() {
            self.notice = Some(self.words.get("tui-early-none").to_owned());
            return;
        }
        if let Some(card) = &mut self.card {
            if matches!(card, Card::Sign)
                && let Some(page) = self.handover()
            {
                return page.signing.who.password.paste(text);
            }
            if let Some(card) = &mut self.card {
                card.paste(text);
            }
            return;
        }
        match &mut self.screen {
            Screen::First(_) => self.first_paste(text),
            Screen::Unlock(unlock) => unlock.password.paste(text),
            Screen::Open(session) if session.form.is_some() => self.form_paste(text, now),
            Screen::Open(session) if session.page.is_some() => self.page_paste(text),
            Screen::Open(session) => {
                session.home.shown = false;
                session.log.query.paste(text);
                let asked = session.log.refresh();
                self.emit(asked);
            }
        }
    }

    /// A form whose list of choices is open wants Enter, Tab and Esc before any command.
    fn takes_first(&mut self, key: Key) -> bool {
        let open = self
            .session()
            .and_then(|s| s.form.as_ref())
            .and_then(super::Form::cell)
            .is_some_and(super::form::cell::Cell::is_open);
        let choosing = matches!(key.code, Code::Enter | Code::Tab | Code::Esc) && !key.ctrl;
        open && choosing && self.card.is_none() && self.form_key(key)
    }

    /// The wording id of what a command does as things stand; none while it does nothing.
    #[must_use]
    pub fn hint(&self, command: &Command) -> Option<&'static str> {
        // While long work is under way, it can be stopped and nothing else.
        if self.is_working() && (self.is_bound() || !matches!(command.id, Id::Leave | Id::Before | Id::Quit)) {
            return None;
        }
        if matches!(&self.screen, Screen::First(first) if command.id == Id::Before && first.is_begin()) {
            return None;
        }
        if self.is_opening() && !self.is_working() && command.id != Id::Quit {
            return None;
        }
        if !desk::serves(command.id, self.is_desk()) {
            return None;
        }
        if command.id == Id::New {
            return self.new_hint();
        }
        match self.session().and_then(|session| Some((session, session.page.as_ref()?))) {
            Some((_, Page::Office(office))) if self.place() == Place::Office(Room::Posts) => {
                (command.id != Id::Leave || office.table.is_searched()).then_some(command.wording)
            }
            Some((session, Page::Handover(page))) if self.place() == Place::Handover => {
                page.offers(command.id, &session.who).then_some(command.wording)
            }
            Some((_, Page::Patrol(patrols))) if matches!(self.place(), Place::Patrols | Place::Patrol) => {
                patrols.hint(command)
            }
            _ if command.id == Id::Board && self.is_desk() => Some("room-posts"),
            _ => self.offers(command.id).then_some(command.wording),
        }
    }

    /// Does what a command says.
    pub(super) fn run(&mut self, id: Id, key: Key, now: Now) {
        if !desk::serves(id, self.is_desk()) {
            return;
        }
        if matches!(id, Id::Amend | Id::Note | Id::Settle | Id::Reveal) && !self.has_record(id) {
            return;
        }
        match id {
            Id::Help => self.card = Some(Card::Help { top: 0 }),
            Id::Palette => self.card = Some(Card::Palette { query: crate::text::edit::Editor::line(""), at: 0 }),
            Id::Incident => self.new_form(Purpose::Create(Kind::Incident), now),
            Id::Patrol => self.open_patrols(None),
            Id::Choose => self.choose_patrol(now),
            Id::Reach => self.reach(now),
            Id::Observe | Id::Found | Id::Finish | Id::Cancel | Id::Others => self.patrol_act(id, now),
            Id::Other => self.offer_kinds(),
            Id::New => self.write_new(now),
            Id::Shift => self.open_handover(),
            Id::Amend | Id::Note | Id::Settle | Id::Void | Id::Follow => self.record_act(id, now),
            Id::Save => self.save(now),
            Id::Repeat | Id::Drop | Id::Empty | Id::Undo | Id::Redo => self.edit_form(id, now),
            Id::Next | Id::Back => {
                self.form_key(key);
            }
            Id::Open => match self.place() {
                Place::Week => self.open_found(),
                Place::Board => self.open_entry(),
                Place::Handover => self.open_matter(),
                Place::Office(_) => self.open_office_row(),
                _ => self.open_row(),
            },
            Id::Room(room) => self.open_room(room),
            Id::Task(task) => self.begin(task, now),
            Id::Log if self.is_desk() => self.show_posts_log(),
            Id::Log => self.show_log(),
            Id::Board => self.show_home(),
            Id::Week => self.open_week(),
            Id::Accept | Id::Query | Id::AcceptRest | Id::Sign | Id::CloseShift | Id::ShiftEdit => {
                self.handover_act(id, now);
            }
            Id::Promise | Id::Done | Id::Sheet | Id::Print => self.handover_act(id, now),
            Id::Approve | Id::Export | Id::Zero | Id::Receipt | Id::Receiver => self.week_act(id),
            Id::Tab => self.other_tab(),
            Id::Reveal => self.ask_reveal(),
            Id::Kind | Id::Status => self.next_filter(id),
            Id::Filter => self.open_filter(),
            Id::Csv => self.ask_csv(),
            Id::Persons => self.open_persons(),
            Id::Find => self.persons_enter(),
            Id::Go | Id::Before | Id::Paper => self.first_run(id, key),
            Id::Glyphs => self.card = Some(Card::Glyphs { trial: crate::text::edit::Editor::line("") }),
            Id::Mouse => self.other_mouse(),
            Id::Drafts => self.offer_drafts(true),
            Id::Leave => self.leave_place(),
            Id::Lock => self.go_away(Leaving::Lock),
            Id::Quit => self.ask_quit(),
        }
    }

    fn unlock_key(&mut self, key: Key, now: Now) {
        let Screen::Unlock(unlock) = &mut self.screen else { return };
        let tried = unlock.key(key, self.door.logins.len(), now.at);
        let login = self.door.logins.get(unlock.at).cloned();
        self.emit(login.zip(tried).map(|(login, password)| Effect::Unlock { login, password }));
    }

    fn plain_key(&mut self, key: Key, now: Now) {
        match self.place() {
            Place::First | Place::Paper => self.first_key(key),
            Place::Unlock => self.unlock_key(key, now),
            Place::Form => {
                self.form_key(key);
            }
            Place::Detail => self.detail_key(key),
            Place::Week => self.week_key(key),
            Place::Persons => self.persons_key(key),
            Place::Handover | Place::Sheet => self.handover_key(key),
            Place::Office(_) => self.office_key(key),
            Place::Patrols | Place::Patrol => self.patrol_key(key, now),
            Place::Log => self.log_key(key),
            Place::Board => self.board_key(key),
            Place::Card => {}
        }
    }

    fn card_key(&mut self, key: Key, now: Now) {
        let lines = self.card_lines();
        let Some(card) = &mut self.card else { return };
        match (key.code, key.ctrl) {
            (Code::Esc, _) => self.card_left(),
            (Code::F(1), _) if matches!(card, Card::Help { .. }) => self.card = None,
            _ if matches!(card, Card::Sign) => self.sign_key(key, now),
            _ if matches!(card, Card::Prove(_)) => self.proof_key(key, now),
            _ if command::meant(key, Place::Card) == Some(Id::New) && matches!(card, Card::Kinds { .. }) => {
                self.write_new(now);
            }
            (Code::Enter, false) => self.card_taken(now),
            _ => card.key(key, lines),
        }
    }

    /// How many lines the cursor of the card can stand on.
    fn card_lines(&self) -> usize {
        match &self.card {
            Some(Card::Palette { query, .. }) => {
                cards::found(query.text(), self.below(), self.is_desk(), &self.words).len()
            }
            Some(Card::Choose { from, query, .. }) => self.choosable(*from, query.text()).len(),
            Some(Card::Filter { query, .. }) => {
                self.session().map_or(0, |session| offers(session, query.text(), &self.words, self.now).len())
            }
            Some(Card::Menu(menu)) => menu.offers.len(),
            Some(Card::Drafts { .. }) => self.session().map_or(0, |session| session.drafts.len()),
            Some(Card::Kinds { .. }) => cards::kinds().count(),
            Some(Card::Help { .. }) => {
                // Bar, frame and the two lines at the bottom take five rows.
                let seen = usize::from(self.size.1.saturating_sub(5).max(1));
                lines::help(self, usize::from(self.size.0)).len().saturating_sub(seen) + 1
            }
            // As many as it could have in the narrowest window: the view keeps to the end.
            Some(Card::Told { said, .. }) => said.iter().map(String::len).sum::<usize>() / 8 + said.len(),
            Some(card) => cards::options(card).len(),
            None => 0,
        }
    }

    /// Where the keys would go without the card.
    #[must_use]
    pub fn below(&self) -> Place {
        self.screen.place()
    }

    /// Esc on a card: nothing happens, or what is safest.
    fn card_left(&mut self) {
        match self.card.take() {
            Some(Card::Clock { last: Some(_), .. }) => self.go_away(Leaving::Lock),
            Some(Card::Sign) => {
                if let Some(page) = self.handover() {
                    page.signing.who.password = super::Secret::default();
                }
            }
            Some(Card::Paper(noting)) => self.code_left(*noting),
            Some(Card::Drafts { .. }) => self.notice = Some(self.words.get("tui-drafts-later").to_owned()),
            _ => {}
        }
    }

    /// Enter on a card.
    fn card_taken(&mut self, now: Now) {
        match self.card.take() {
            Some(Card::Palette { query, at }) => {
                let chosen = cards::found(query.text(), self.below(), self.is_desk(), &self.words).get(at).copied();
                if let Some(command) = chosen {
                    let key = command.keys.first().copied().unwrap_or(Key::plain(Code::Enter));
                    self.run(command.id, key, now);
                }
            }
            Some(Card::Choose { from, query, at }) => self.picked(from, query.text(), at, now),
            Some(Card::Filter { query, at }) => self.filter_chosen(query.text(), at),
            Some(Card::Menu(menu)) => self.chosen(*menu, now),
            Some(Card::Leave { at }) => self.leave_form(at),
            Some(Card::Clock { last: None, at }) => self.first_clock(at == 0),
            Some(Card::Clock { at: 0, .. }) => self.offer_drafts(false),
            Some(Card::Clock { .. }) => self.go_away(Leaving::Lock),
            Some(Card::Drafts { at }) => self.take_draft(at, now),
            Some(Card::Kinds { at }) => self.kind_chosen(at),
            Some(Card::Conflict { theirs, at }) => self.settle_conflict(*theirs, at, now),
            Some(Card::Reveal { record, why }) => self.reveal(record, why),
            Some(Card::Ask { question, text }) if question.is_of_handover() => {
                self.handover_answer(question, text.text(), now);
            }
            Some(Card::Ask { question, text }) => self.week_answer(question, text.text()),
            Some(Card::Password(password)) => self.password_typed(password, now),
            Some(Card::Paper(noting)) => self.code_noted(*noting),
            Some(Card::Closed { at }) => self.after_shift(at, now),
            Some(
                Card::Help { .. }
                | Card::Glyphs { .. }
                | Card::Trouble { .. }
                | Card::Told { .. }
                | Card::Sign
                | Card::Prove(_),
            )
            | None => {}
        }
    }
}
