//! What places are called, by the ids of their wording, and what stands on keys.

use super::Place;
use crate::tui::app::{Code, Key};

/// The wording id of a place's name.
#[must_use]
pub const fn place_wording(place: Place) -> &'static str {
    match place {
        Place::First => "tui-place-first",
        Place::Paper => "tui-place-paper",
        Place::Unlock => "tui-place-unlock",
        Place::Board => "tui-place-board",
        Place::Log => "tui-place-log",
        Place::Detail => "tui-place-detail",
        Place::Form => "tui-place-form",
        Place::Week => "tui-place-week",
        Place::Persons => "tui-place-persons",
        Place::Handover => "tui-place-handover",
        Place::Sheet => "tui-place-sheet",
        Place::Office(room) => room.plan().wording,
        Place::Patrols => "tui-place-patrols",
        Place::Patrol => "tui-place-patrol",
        Place::Card => "tui-place-card",
    }
}

/// A key as it stands on the keyboard.
#[must_use]
pub fn cap(key: Key) -> String {
    let name = match key.code {
        Code::Char(c) => c.to_uppercase().to_string(),
        Code::F(n) => format!("F{n}"),
        Code::BackTab => "Shift+Tab".into(),
        Code::PageUp => "PgUp".into(),
        Code::PageDown => "PgDn".into(),
        Code::Up => "↑".into(),
        Code::Down => "↓".into(),
        Code::Left => "←".into(),
        Code::Right => "→".into(),
        other => format!("{other:?}"),
    };
    if key.ctrl { format!("Ctrl+{name}") } else { name }
}
