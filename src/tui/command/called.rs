//! What places are called, by the ids of their wording.

use super::Place;

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
