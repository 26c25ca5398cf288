//! The keys that mean something here, in the rows at the bottom: as many as there is room for, and where not all of
//! them fit, last of all the way to the rest.

use ratatui::layout::Rect;

use super::pen::{Pen, cols};
use super::theme::Meaning;
use crate::text::wrap;
use crate::tui::app::{App, Code, Form, Key, Screen};
use crate::tui::command::{COMMANDS, Id, Place, cap};

/// A key and what it does.
struct Hint<'a> {
    key: Key,
    name: &'a str,
    id: Option<Id>,
}

impl Hint<'_> {
    /// Columns that it takes, with what keeps it apart from the next.
    fn width(&self) -> usize {
        wrap::width(&cap(self.key)) + 1 + wrap::width(self.name) + 2
    }
}

/// Draws them; the first row is filled first.
pub(super) fn draw(app: &App, pen: &mut Pen, rows: &[Rect]) {
    let all = all(app);
    let width = rows.first().map_or(0, |row| usize::from(row.width));
    for (row, hints) in rows.iter().zip(laid(&all, width, rows.len())) {
        let mut x = row.x + 1;
        for hint in hints {
            let room = |x: u16| usize::from(row.right().saturating_sub(x));
            pen.click(Rect { x, width: cols(hint.width() - 2), ..*row }, || vec![hint.key]);
            let name_at = x + pen.text((x, row.y), room(x), &cap(hint.key), Meaning::Key) + 1;
            pen.text((name_at, row.y), room(name_at), hint.name, Meaning::Quiet);
            x += cols(hint.width());
        }
    }
}

/// Every key that means something now, in the order of the table.
fn all(app: &App) -> Vec<Hint<'_>> {
    let place = app.place();
    let enter = (matches!(place, Place::Card | Place::Unlock) && !app.is_opening()).then(|| Hint {
        key: Key::plain(Code::Enter),
        name: app.words.get("tui-hint-enter"),
        id: None,
    });
    let here = COMMANDS.iter().filter(|command| command.works(place));
    let writes = match &app.screen {
        Screen::First(first) => first.takes_enter(),
        Screen::Open(session) => session.form.as_ref().is_some_and(Form::takes_enter),
        Screen::Unlock(_) => false,
    };
    let commands = here.filter_map(|command| {
        // Where Enter breaks a line or adds an item, another key goes on.
        let other = |key: &&Key| !writes || **key != Key::plain(Code::Enter);
        let key = command.keys.iter().find(other)?;
        Some(Hint { key: *key, name: app.words.get(app.hint(command)?), id: Some(command.id) })
    });
    enter.into_iter().chain(commands).collect()
}

/// Which of them stand in each of so many rows of this width.
fn laid<'a>(all: &'a [Hint<'a>], width: usize, rows: usize) -> Vec<Vec<&'a Hint<'a>>> {
    // The first column stays free, and so may the two behind the last name.
    let room = width.saturating_sub(1) + 2;
    let taken = |line: &[&Hint]| line.iter().map(|hint| hint.width()).sum::<usize>();
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    let mut rest = all.iter().peekable();
    while let Some(hint) = rest.peek() {
        if taken(&line) + hint.width() <= room {
            line.extend(rest.next());
        } else if lines.len() + 1 < rows {
            lines.push(std::mem::take(&mut line));
        } else {
            break;
        }
    }
    let way = rest.find(|hint| hint.id == Some(Id::Palette));
    if let Some(way) = way {
        while !line.is_empty() && taken(&line) + way.width() > room {
            line.pop();
        }
        line.push(way);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints(names: &[&'static str]) -> Vec<Hint<'static>> {
        let id = |name: &str| (name == "rest").then_some(Id::Palette);
        names.iter().map(|name| Hint { key: Key::plain(Code::F(1)), name, id: id(name) }).collect()
    }

    fn names(all: &[&'static str], width: usize, rows: usize) -> Vec<Vec<String>> {
        let all = hints(all);
        let names = |line: Vec<&Hint>| line.iter().map(|hint| hint.name.to_owned()).collect();
        laid(&all, width, rows).into_iter().map(names).collect()
    }

    #[test]
    fn where_not_all_fit_the_way_to_the_rest_comes_last() {
        let all = ["help", "save", "rest", "lock", "quit"];
        assert_eq!(names(&all, 80, 1), [all.to_vec()]);
        assert_eq!(names(&all, 28, 2), [vec!["help", "save", "rest"], vec!["lock", "quit"]]);
        assert_eq!(names(&all, 20, 1), [["help", "rest"]]);
        assert_eq!(names(&all, 10, 2), [["help"], ["rest"]]);
        assert_eq!(names(&all, 3, 1), [["rest"]], "also where it has no room of its own");
        assert_eq!(names(&["help", "save"], 10, 1), [["help"]]);
    }
}
