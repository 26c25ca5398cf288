//! The text editor of every field: a cursor that moves by grapheme, text that is always NFC, grouped undo, soft wrap.
//! It knows columns but no terminal; what is typed mark by mark composes, and nothing typed can make it panic.

mod history;
mod rows;
#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use self::history::{History, Sort, Step};
use super::clean;

/// A text being edited.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    text: String,
    /// The cursor, a byte index that is always a grapheme boundary.
    at: usize,
    many: bool,
    /// The column that moving up and down keeps to.
    wish: Option<usize>,
    history: History,
}

impl Editor {
    /// An editor for one line; line breaks become spaces.
    #[must_use]
    pub fn line(text: &str) -> Self {
        let mut editor = Self::default();
        editor.set(text);
        editor
    }

    /// An editor for several lines.
    #[must_use]
    pub fn block(text: &str) -> Self {
        let mut editor = Self { many: true, ..Self::default() };
        editor.set(text);
        editor
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it holds several lines.
    #[must_use]
    pub const fn is_block(&self) -> bool {
        self.many
    }

    /// The cursor as a byte index.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Another text altogether; what was done before can't be undone.
    pub fn set(&mut self, text: &str) {
        self.text = self.tidy(text).nfc().collect();
        self.at = self.text.len();
        self.wish = None;
        self.history = History::default();
    }

    /// A letter or mark typed.
    pub fn insert(&mut self, typed: char) {
        let text = self.tidy(typed.encode_utf8(&mut [0; 4]));
        let after_blank = self.head().ends_with(char::is_whitespace);
        if after_blank && !text.trim().is_empty() {
            self.history.pause();
        }
        self.change(self.at..self.at, &text, Sort::Typed);
    }

    /// Text pasted in one piece.
    pub fn paste(&mut self, text: &str) {
        let text = self.tidy(text);
        self.change(self.at..self.at, &text, Sort::Alone);
    }

    /// Another text in the place of this one, as one change; the cursor goes to this byte.
    pub fn replace(&mut self, text: &str, at: usize) {
        let text = self.tidy(text);
        self.change(0..self.text.len(), &text, Sort::Alone);
        self.go(boundary(&self.text, at));
    }

    /// A line break; nothing in a single line.
    pub fn newline(&mut self) {
        if self.many {
            self.change(self.at..self.at, "\n", Sort::Alone);
        }
    }

    /// Takes the grapheme before the cursor away.
    pub fn backspace(&mut self) {
        self.change(self.before(self.at)..self.at, "", Sort::Erased);
    }

    /// Takes the grapheme behind the cursor away.
    pub fn delete(&mut self) {
        self.change(self.at..self.behind(self.at), "", Sort::Erased);
    }

    /// Takes the word before the cursor away.
    pub fn erase_word(&mut self) {
        self.change(self.word_before()..self.at, "", Sort::Alone);
    }

    /// Takes everything away.
    pub fn erase_all(&mut self) {
        self.change(0..self.text.len(), "", Sort::Alone);
    }

    /// Takes the last group of changes back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let mut group = None;
        while let Some(step) = self.history.back(&mut group) {
            self.text.replace_range(step.at..step.at + step.new.len(), &step.old);
            self.at = step.before;
        }
        self.wish = None;
        group.is_some()
    }

    /// Does the group of changes again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let mut group = None;
        while let Some(step) = self.history.again(&mut group) {
            self.text.replace_range(step.at..step.at + step.old.len(), &step.new);
            self.at = step.after;
        }
        self.wish = None;
        group.is_some()
    }

    /// One grapheme to the left.
    pub fn left(&mut self) {
        self.go(self.before(self.at));
    }

    /// One grapheme to the right.
    pub fn right(&mut self) {
        self.go(self.behind(self.at));
    }

    /// To the start of this word or of the one before.
    pub fn word_left(&mut self) {
        self.go(self.word_before());
    }

    /// To the end of this word or of the next.
    pub fn word_right(&mut self) {
        self.go(self.word_behind());
    }

    /// To the very start.
    pub fn top(&mut self) {
        self.go(0);
    }

    /// To the very end.
    pub fn bottom(&mut self) {
        self.go(self.text.len());
    }

    fn tidy(&self, text: &str) -> String {
        let unified = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
        if self.many {
            unified.split('\n').map(clean::shown).collect::<Vec<_>>().join("\n")
        } else {
            clean::shown(&unified)
        }
    }

    /// Puts text in the place of a range, composes the lines that it touches and puts the cursor behind it.
    fn change(&mut self, range: Range<usize>, with: &str, sort: Sort) {
        let (head, tail) = (self.slice(0..range.start), self.slice(range.end..self.text.len()));
        let start = head.rfind('\n').map_or(0, |at| at + 1);
        let end = range.end + tail.find('\n').unwrap_or(tail.len());
        let before: String = self.slice(start..range.start).chars().chain(with.chars()).nfc().collect();
        let new: String = before.chars().chain(self.slice(range.end..end).chars()).nfc().collect();
        let after = start + boundary(&new, before.len());
        let mut step = Step::between(self.slice(start..end), &new, self.at, after);
        step.at += start;
        self.wish = None;
        if step.old.is_empty() && step.new.is_empty() {
            self.at = after;
            return;
        }
        self.text.replace_range(start..end, &new);
        self.at = after;
        self.history.keep(step, sort);
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.wish = None;
        self.history.pause();
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn head(&self) -> &str {
        self.slice(0..self.at)
    }

    fn before(&self, at: usize) -> usize {
        self.slice(0..at).grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn behind(&self, at: usize) -> usize {
        at + self.slice(at..self.text.len()).graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = self.head().trim_end();
        head.rfind(char::is_whitespace).map_or(0, |blank| boundary(&self.text, blank + 1))
    }

    fn word_behind(&self) -> usize {
        let tail = self.slice(self.at..self.text.len());
        let word = tail.len() - tail.trim_start().len();
        let end = tail.get(word..).and_then(|rest| rest.find(char::is_whitespace)).map_or(tail.len(), |n| word + n);
        self.at + boundary(tail, end)
    }
}

/// The first grapheme boundary at or behind a byte index.
fn boundary(text: &str, at: usize) -> usize {
    text.grapheme_indices(true).map(|(start, _)| start).find(|start| *start >= at).unwrap_or(text.len())
}
