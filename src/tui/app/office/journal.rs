//! The volumes of the journal, and beginning a new one: seldom needed, and said what it means before it happens.

use super::super::App;
use super::super::menu::Then;
use super::{Ask, Of, Row};
use crate::acts::keep::{Volume, Volumes};
use crate::record::when;
use crate::text::number;

impl App {
    /// The volumes, the newest first; each is called by its place in the story.
    pub(super) fn volume_rows(&self, volumes: &Volumes) -> Vec<Row> {
        let count = volumes.all.len();
        volumes.all.iter().enumerate().map(|(n, one)| self.volume_row(one, count - n, n == 0, volumes.forked)).collect()
    }

    fn volume_row(&self, one: &Volume, place: usize, newest: bool, forked: bool) -> Row {
        let words = &self.words;
        let state = match (newest, forked) {
            (true, true) => "tui-volume-forked",
            (true, false) => "tui-volume-written",
            (false, _) if one.until < one.last => "tui-volume-carried",
            (false, _) => "tui-volume-continued",
        };
        let begun = one.begun.map(when::shown).unwrap_or_default();
        let lines = number::grouped(one.until);
        let args = [("until", &*lines), ("last", &*number::grouped(one.last)), ("journal", &*one.journal.to_string())];
        let cells = vec![place.to_string(), begun, lines.clone(), words.with(state, &args)];
        Row::new(Of::Volume(one.journal), cells).noted(words.with(&format!("{state}.hint"), &args))
    }

    /// Says what a new volume means, and asks once more.
    pub(super) fn ask_new_journal(&mut self, why: String) {
        let said = vec![self.words.get("tui-journal-said").to_owned()];
        let offers = vec![
            (self.words.get("tui-sure-no").to_owned(), Then::Back),
            (self.words.get("tui-journal-yes").to_owned(), Then::Office(Ask::NewJournal { why })),
        ];
        self.offer("tui-journal", said, offers);
    }
}
