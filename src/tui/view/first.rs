//! The first run: the choice to begin with, one question at a time, the recovery code and whether it was noted. What
//! is typed into is never pushed out by what is said about it.

use ratatui::layout::{Position, Rect};

use super::card::boxed;
use super::pen::{Pen, cols, cursor, row};
use super::pointer::{to_line, walk};
use super::theme::Meaning;
use crate::record::when;
use crate::text::edit::Editor;
use crate::text::{clean, wrap};
use crate::tui::app::first::{Paper, Question, Step};
use crate::tui::app::office::Noting;
use crate::tui::app::{App, Code, First, Secret};

/// Lines are no longer than people like to read.
const WIDEST: u16 = 76;
/// From this height on there is room between the parts.
const ROOMY: u16 = 14;

/// Where the next line goes.
struct Sheet<'a, 'b> {
    app: &'a App,
    pen: &'a mut Pen<'b>,
    /// What is left of the window.
    area: Rect,
    roomy: bool,
    place: Option<Position>,
}

/// Draws it and says where the cursor is.
pub(super) fn draw(app: &App, first: &First, pen: &mut Pen, body: Rect) -> Option<Position> {
    let width = body.width.min(WIDEST) - 2;
    let roomy = body.height >= ROOMY;
    let area = Rect { x: body.x + (body.width - width) / 2, width, ..body };
    let mut sheet = Sheet { app, pen, area, roomy, place: None };
    sheet.gap();
    match first.step {
        Step::Welcome => sheet.welcome(first),
        Step::Ask(question) => sheet.question(first, question),
        Step::Paper => first.paper.iter().for_each(|paper| sheet.paper(first, paper)),
        Step::Check => first.paper.iter().for_each(|paper| sheet.check(first, paper)),
    }
    sheet.place.filter(|_| !first.waits)
}

/// The card on which somebody looks whether this terminal shows and takes Vietnamese.
pub(super) fn glyphs_card(app: &App, trial: &Editor, pen: &mut Pen, body: Rect) -> Option<Position> {
    let inside = boxed(pen, body, (usize::from(WIDEST), 12), app.words.get("cmd-glyphs"));
    let mut sheet = Sheet { app, pen, area: inside, roomy: false, place: None };
    sheet.trial(trial);
    sheet.glyphs();
    sheet.place
}

impl Sheet<'_, '_> {
    fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// The next row, if there is one.
    fn next(&mut self) -> Option<Rect> {
        let line = (self.area.height > 0).then(|| row(self.area, 0))?;
        self.area = Rect { y: self.area.y + 1, height: self.area.height - 1, ..self.area };
        Some(line)
    }

    fn gap(&mut self) {
        if self.roomy {
            self.next();
        }
    }

    fn line(&mut self, text: &str, meaning: Meaning) {
        let width = self.width();
        if let Some(line) = self.next() {
            self.pen.brief((line.x, line.y), width, text, meaning);
        }
    }

    /// A text over as many rows as it needs and there are.
    fn text(&mut self, text: &str, meaning: Meaning) {
        let width = self.width();
        for range in wrap::lines(text, width) {
            let Some(line) = self.next() else { return };
            self.pen.text((line.x, line.y), width, text.get(range).unwrap_or_default().trim_end(), meaning);
        }
    }

    fn welcome(&mut self, first: &First) {
        let words = &self.app.words;
        self.line(&words.with("tui-first", &[("folder", &first.folder)]), Meaning::Head);
        self.gap();
        for (n, id) in ["tui-first-new", "tui-first-demo"].into_iter().enumerate() {
            let Some(line) = self.next() else { return };
            let (mark, meaning) = if n == first.at { ("› ", Meaning::Picked) } else { ("  ", Meaning::Plain) };
            self.pen.brief((line.x, line.y), usize::from(line.width), &format!("{mark}{} ", words.get(id)), meaning);
            self.pen.click(line, || to_line(first.at, n));
        }
        self.gap();
        let unset = First::is_unset(self.app.now);
        let (id, meaning) =
            if unset { ("tui-first-clock-unset", Meaning::Problem) } else { ("tui-first-clock", Meaning::Quiet) };
        let said = words.with(id, &[("now", &when::shown(self.app.now))]);
        self.text(&if unset { format!("! {said}") } else { said }, meaning);
        self.gap();
        self.trial(&first.trial);
        self.glyphs();
        self.gap();
        self.text(words.get("tui-no-secrets"), Meaning::Quiet);
    }

    /// A line to type into, to see whether the keyboard is right.
    fn trial(&mut self, trial: &Editor) {
        let label = format!("{}: ", self.app.words.get("tui-trial"));
        let wide = wrap::width(&label);
        self.entry(&label, wide, trial, true);
    }

    /// Every letter with marks, and the signs of the screens.
    fn glyphs(&mut self) {
        let words = &self.app.words;
        self.text(words.get("tui-glyphs"), Meaning::Plain);
        self.text(words.get("tui-glyphs.hint"), Meaning::Quiet);
    }

    fn question(&mut self, first: &First, question: Question) {
        let words = &self.app.words;
        let (n, name) = ((question as usize + 1).to_string(), words.get(question.wording()));
        let count = Question::ALL.len().to_string();
        self.line(&words.with("tui-first-step", &[("n", &n), ("count", &count), ("name", name)]), Meaning::Head);
        self.gap();
        match question {
            Question::Officer => self.officer(first),
            Question::Areas => self.block(first.answer(question)),
            _ => self.entry("", 0, first.answer(question), true),
        }
        if let Some(read) = &first.read {
            self.text(&read.fingerprint, Meaning::Head);
            self.line(&clean::shown(&format!("{} · {}", read.card.unit, read.card.name)), Meaning::Plain);
        } else if let (Question::Receiver, Some(card)) = (question, &first.receiver) {
            self.line(&clean::shown(&format!("✓ {} · {}", card.unit, card.name)), Meaning::Notice);
        }
        self.said(first);
        self.gap();
        let hint =
            if first.read.is_some() { "tui-first-compare".into() } else { format!("{}.hint", question.wording()) };
        self.text(words.get(&hint), Meaning::Quiet);
    }

    fn officer(&mut self, first: &First) {
        let words = &self.app.words;
        let labels = ["tui-first-officer", "cli-password-new", "cli-password-again"];
        let labels = labels.map(|id| format!("{}: ", words.get(id)));
        let wide = labels.iter().map(|label| wrap::width(label)).max().unwrap_or(0).min(self.width() * 3 / 5);
        let [name, new, again] = &labels;
        self.walk(first.at, 0);
        self.entry(name, wide, first.answer(Question::Officer), first.at == 0);
        for (n, (label, typed)) in [new, again].into_iter().zip(&first.passwords).enumerate() {
            self.walk(first.at, n + 1);
            self.secret((label, wide), &"•".repeat(typed.signs()), first.at == n + 1);
        }
    }

    /// A click on the next row brings the cursor there.
    fn walk(&mut self, at: usize, to: usize) {
        let line = Rect { height: self.area.height.min(1), ..self.area };
        self.pen.click(line, || walk((at, to), (Code::Up, Code::Down)));
    }

    /// A label, and what was typed.
    fn entry(&mut self, label: &str, wide: usize, editor: &Editor, here: bool) {
        let room = self.width().saturating_sub(wide);
        let (text, column) = editor.view(room);
        self.typed((label, wide), text, here.then_some(column));
    }

    /// As [`Self::entry`], for what is no text to move in.
    fn secret(&mut self, label: (&str, usize), shown: &str, here: bool) {
        let room = self.width().saturating_sub(label.1);
        let shown = wrap::fit(shown, room.saturating_sub(1));
        self.typed(label, shown, here.then(|| wrap::width(shown)));
    }

    fn typed(&mut self, (label, wide): (&str, usize), text: &str, column: Option<usize>) {
        let width = self.width();
        let Some(line) = self.next() else { return };
        self.pen.brief((line.x, line.y), wide, label, Meaning::Plain);
        let field = Rect { x: line.x + cols(wide), width: cols(width - wide), ..line };
        self.pen.blank(field, Meaning::Entry);
        self.pen.text((field.x, field.y), usize::from(field.width), text, Meaning::Entry);
        if let Some(column) = column {
            self.place = cursor(line, usize::from(field.x) + column, line.y);
        }
    }

    /// Several lines, those around the cursor.
    fn block(&mut self, editor: &Editor) {
        let width = self.width();
        let high = usize::from(self.area.height / 2).clamp(1, 10);
        let rows = editor.rows(width);
        let (at, column) = editor.cursor_at(width);
        let top = (at + 1).saturating_sub(high);
        for n in top..top + high {
            let Some(line) = self.next() else { return };
            let text = rows.get(n).and_then(|range| editor.text().get(range.clone())).unwrap_or_default();
            self.pen.blank(line, Meaning::Entry);
            self.pen.text((line.x, line.y), width, text, Meaning::Entry);
            if n == at {
                self.place = cursor(line, usize::from(line.x) + column, line.y);
            }
        }
    }

    /// What stands in the way, or that something is being done.
    fn said(&mut self, first: &First) {
        if let Some(problem) = &first.problem {
            self.text(&format!("! {problem}"), Meaning::Problem);
        } else if first.waits {
            self.line(self.app.words.get("tui-first-waits"), Meaning::Notice);
        }
    }

    fn paper(&mut self, first: &First, paper: &Paper) {
        self.line(self.app.words.get("tui-first-paper"), Meaning::Head);
        self.gap();
        self.groups(paper);
        self.said(first);
        self.gap();
        self.text(self.app.words.get("tui-first-paper.hint"), Meaning::Quiet);
    }

    /// The code in numbered groups.
    fn groups(&mut self, paper: &Paper) {
        self.line(paper.head(), Meaning::Plain);
        let groups = paper.groups();
        let across = (self.width() / 9).clamp(1, 6);
        for (n, some) in groups.chunks(across).enumerate() {
            let Some(line) = self.next() else { return };
            for (m, group) in some.iter().enumerate() {
                let x = line.x + cols(m * 9);
                self.pen.text((x, line.y), 2, &format!("{:>2}", n * across + m + 1), Meaning::Quiet);
                self.pen.text((x + 3, line.y), 5, group, Meaning::Head);
            }
        }
    }

    fn check(&mut self, first: &First, paper: &Paper) {
        self.line(self.app.words.get("tui-first-check"), Meaning::Head);
        self.gap();
        self.asked(paper, first.at);
        self.said(first);
        self.gap();
        self.text(self.app.words.get("tui-first-check.hint"), Meaning::Quiet);
    }

    /// The two groups that are asked for.
    fn asked(&mut self, paper: &Paper, here: usize) {
        let words = &self.app.words;
        let label = |n: usize| format!("{}: ", words.with("tui-first-group", &[("n", &(n + 1).to_string())]));
        let wide = paper.asked.iter().map(|n| wrap::width(&label(*n))).max().unwrap_or(0);
        let pairs = paper.asked.iter().zip(&paper.typed);
        for (at, (n, Secret(typed))) in pairs.enumerate() {
            self.walk(here, at);
            self.secret((&label(*n), wide), typed, here == at);
        }
    }
}

/// The card on which another recovery code is noted.
pub(super) fn paper_card(app: &App, noting: &Noting, pen: &mut Pen, body: Rect) -> Option<Position> {
    let (heading, hint) = if noting.checking {
        ("tui-first-check", "tui-recovery-check")
    } else {
        ("tui-recovery-new", "tui-recovery-new.hint")
    };
    let inside = boxed(pen, body, (usize::from(WIDEST) - 10, 8), app.words.get(heading));
    let mut sheet = Sheet { app, pen, area: inside, roomy: inside.height >= 8, place: None };
    if noting.checking {
        sheet.asked(&noting.paper, noting.at);
    } else {
        sheet.groups(&noting.paper);
        if let Some(file) = &noting.file {
            let label = format!("{}: ", app.words.get("tui-ask-paper-label"));
            sheet.entry(&label, wrap::width(&label), file, true);
        } else if let Some(file) = &noting.written {
            sheet.text(&clean::shown(file), Meaning::Notice);
            sheet.text(app.words.get("tui-first-printed"), Meaning::Notice);
        }
    }
    if let Some(problem) = &noting.problem {
        sheet.text(&format!("! {problem}"), Meaning::Problem);
    }
    sheet.gap();
    sheet.text(app.words.get(hint), Meaning::Quiet);
    sheet.place
}
