//! The table of commands keeps its promises: safe chords, one meaning in a place, a fresh page of keys.

use super::*;
use crate::words::{Lang, Words};

/// A chord that no terminal, window manager or input method takes for something else.
fn is_safe(key: Key) -> bool {
    match (key.code, key.ctrl) {
        _ if key.alt => false,
        (Code::Char(c), true) => c.is_ascii_lowercase() && !"ijmh".contains(c),
        (Code::Char(_), false) | (Code::Backspace, _) => false,
        (Code::F(n), ctrl) => !ctrl && matches!(n, 1..=9 | 12),
        (Code::Enter | Code::Esc | Code::Tab | Code::BackTab, ctrl) => !ctrl,
        _ => true,
    }
}

#[test]
fn unsafe_chords_are_refused() {
    for c in ['i', 'j', 'm', 'h', '['] {
        assert!(!is_safe(ctrl(c)), "{c}");
    }
    for key in [f(10), f(11), Key::plain(Code::Char('d')), Key::plain(Code::Backspace)] {
        assert!(!is_safe(key), "{key:?}");
    }
    assert!(!is_safe(Key { code: Code::Char('z'), ctrl: false, alt: true }));
    for command in COMMANDS {
        assert!(command.keys.iter().all(|key| is_safe(*key)), "{command:?}");
    }
}

#[test]
fn a_key_means_one_thing_in_a_place() {
    for place in PLACES.iter().copied().chain([Card]) {
        let mut seen = std::collections::HashSet::new();
        for key in COMMANDS.iter().filter(|c| c.works(place)).flat_map(|c| c.keys) {
            assert!(seen.insert(*key), "{key:?} twice at {place:?}");
        }
    }
    // Some links eat Ctrl+S and Ctrl+Q for flow control, so neither is the only way.
    for command in COMMANDS {
        assert!(!matches!(command.keys, [key] if *key == ctrl('s') || *key == ctrl('q')), "{command:?}");
    }
}

/// The page of keys, made from the table. `TRUCBAN_WRITE_KEYS=1 cargo test keys` writes it.
#[test]
fn the_page_of_keys_is_fresh() {
    let page = page();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("TRUCBAN_WRITE_KEYS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "TRUCBAN_WRITE_KEYS=1 makes it anew");
}

fn page() -> String {
    let words = Lang::ALL.map(Words::new);
    let mut page = String::from("# Phím tắt · Keys\n");
    for place in PLACES.iter().copied() {
        let name = place_wording(place);
        page.push_str(&format!("\n## {} · {}\n\n", words[0].get(name), words[1].get(name)));
        page.push_str("| Phím · Key | Việc | What it does |\n|---|---|---|\n");
        for command in COMMANDS.iter().filter(|c| c.works(place) && !c.keys.is_empty()) {
            let keys: Vec<String> = command.keys.iter().map(|key| format!("`{}`", cap(*key))).collect();
            let hint = format!("{}.hint", command.wording);
            page.push_str(&format!("| {} | {} | {} |\n", keys.join(" "), words[0].get(&hint), words[1].get(&hint)));
        }
    }
    page.push_str(&format!("\n## {} · {}\n\n", words[0].get(KEYLESS), words[1].get(KEYLESS)));
    page.push_str("| Lệnh · Command | Việc | What it does |\n|---|---|---|\n");
    for command in COMMANDS.iter().filter(|c| c.keys.is_empty()) {
        let names = words.each_ref().map(|words| words.get(command.wording));
        let hint = format!("{}.hint", command.wording);
        let hints = words.each_ref().map(|words| words.get(&hint));
        page.push_str(&format!("| {} · {} | {} | {} |\n", names[0], names[1], hints[0], hints[1]));
    }
    page
}

#[test]
fn every_room_of_the_office_has_its_place_and_its_command() {
    for room in Room::ALL {
        assert!(PLACES.contains(&Office(room)), "{room:?}");
        let commanded = COMMANDS.iter().any(|command| command.id == Id::Room(room));
        let shown = room.plan().above.is_none() || Room::in_menu().any(|other| other == room);
        assert_eq!(commanded, shown, "{room:?}");
    }
}
