//! What a click does: it presses the keys that lead to what lies under the pointer. Drawing says where those things
//! are, so the mouse can do nothing that the keyboard can't, and no screen has to know of it twice.

use ratatui::layout::{Position, Rect};

use crate::tui::app::{Code, Key};

/// What was drawn that can be clicked on.
#[derive(Debug, Default)]
pub struct Targets(Vec<(Rect, Vec<Key>)>);

impl Targets {
    /// These keys are pressed by a click into this area; what is drawn later lies above.
    pub fn put(&mut self, area: Rect, keys: Vec<Key>) {
        self.0.push((area, keys));
    }

    /// Nothing that was drawn so far can be clicked on any more.
    pub fn cover(&mut self) {
        self.0.clear();
    }

    /// The keys that a click presses there.
    pub fn at(self, place: Position) -> Vec<Key> {
        self.0.into_iter().rev().find(|(area, _)| area.contains(place)).map(|(_, keys)| keys).unwrap_or_default()
    }
}

/// The keys from one line to another; on the line itself Enter, so that a second click opens what the first chose.
pub fn to_line(from: usize, to: usize) -> Vec<Key> {
    match walk((from, to), (Code::Up, Code::Down)) {
        keys if keys.is_empty() => vec![Key::plain(Code::Enter)],
        keys => keys,
    }
}

/// So many presses of the one key or the other as lie between two places.
pub fn walk((from, to): (usize, usize), (back, on): (Code, Code)) -> Vec<Key> {
    vec![Key::plain(if to < from { back } else { on }); from.abs_diff(to)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_above_is_hit_and_a_cover_hides_what_lies_below() {
        let (all, part) = (Rect::new(0, 0, 10, 4), Rect::new(2, 1, 3, 1));
        let drawn = |cover| {
            let mut targets = Targets::default();
            targets.put(all, to_line(3, 1));
            targets.put(part, to_line(1, 1));
            if cover {
                targets.cover();
            }
            targets
        };
        let (up, enter) = (Key::plain(Code::Up), Key::plain(Code::Enter));
        assert_eq!(drawn(false).at(Position::new(0, 0)), [up, up]);
        assert_eq!(drawn(false).at(Position::new(3, 1)), [enter]);
        assert!(drawn(false).at(Position::new(10, 0)).is_empty() && drawn(true).at(Position::new(3, 1)).is_empty());
        assert_eq!(walk((1, 3), (Code::Left, Code::Right)), [Key::plain(Code::Right); 2]);
    }
}
