//! What is typed into any form outlives whatever ends it: a closed window, a signal, a power cut, the lock, a disk that
//! takes nothing. The forms are those of `tests/common/forms.rs`, and none is missing there.

use trucban::tui::app::office::Room;
use trucban::tui::app::{Effect, Form, Msg};
use trucban::tui::command::{COMMANDS, Id, Place};

use crate::forms::{FORMS, Way};
use crate::post::Post;

const TEXT: &str = "Mất xe ở chợ Đà Lạt";

fn post(busy: bool) -> Post {
    let mut post = Post::new((80, 24));
    if busy {
        post.with_incident();
        post.sign_in();
        post.open_shift_elsewhere();
        return post.started_anew();
    }
    post
}

fn form(post: &Post) -> Option<&Form> {
    post.stage.app.session().and_then(|session| session.form.as_ref())
}

/// The form at the end of a way, with text in it.
fn typing(way: &Way) -> Post {
    let mut post = post(way.busy);
    post.sign_in();
    post.keys(way.keys);
    assert_eq!(form(&post).map(|form| form.purpose), Some(way.purpose), "{way:?}:\n{}", post.stage.text());
    post.stage.to(way.path);
    post.keys(&format!("\"{TEXT}\""));
    post
}

/// The next start, where the draft is offered and gone on with; it has this text in it.
fn taken_up(post: Post, way: &Way, text: &str) -> Post {
    let mut post = post.started_anew();
    post.sign_in();
    take_up(&mut post, way, text);
    post
}

fn take_up(post: &mut Post, way: &Way, text: &str) {
    post.says("Bản nháp chưa lưu");
    post.keys("Enter");
    let form = form(post).unwrap();
    assert_eq!(form.purpose, way.purpose);
    assert!(form.body().contains(&format!("\"{}\":\"{text}\"", way.path)), "{way:?}: {}", form.body());
}

/// How an officer comes to each place from the board, by every way on which Enter opens something else there; nowhere,
/// where no form can be opened. A new place needs its way.
const fn ways_to(place: Place) -> &'static [&'static str] {
    match place {
        Place::Board => &[""],
        Place::Log => &["F7"],
        Place::Detail => &["F7 Enter", "F7 \"mat xe\" Enter"],
        Place::Week => &["F9"],
        Place::Persons => &["Ctrl+G"],
        Place::Handover => &["F6"],
        Place::Sheet => &["F6 Tab"],
        Place::Office(Room::Menu) => &["Ctrl+A"],
        Place::Office(Room::Officers) => &["Ctrl+A \"can bo\" Enter"],
        Place::Office(Room::Areas) => &["Ctrl+A \"khu dan cu\" Enter"],
        Place::Office(Room::Settings) => &["Ctrl+A \"cai dat\" Enter"],
        Place::Office(Room::Backups) => &["Ctrl+A \"sao luu\" Enter"],
        Place::Office(Room::Purge) => &["Ctrl+A \"xoa\" Enter"],
        Place::Office(Room::Due) => &["Ctrl+A \"xoa\" Enter Enter"],
        Place::Office(Room::Holds) => &["Ctrl+A \"giu\" Enter"],
        Place::Office(Room::Access) => &["Ctrl+A \"ai da xem\" Enter"],
        Place::Office(Room::Recovery) => &["Ctrl+A \"ma khoi\" Enter"],
        Place::Office(Room::Journals) => &["Ctrl+A \"quyen\" Enter"],
        Place::Office(Room::Doctor) => &["Ctrl+A \"kiem tra\" Enter"],
        Place::Office(Room::Signals) => &["F8"],
        Place::Office(Room::Figures) => &["F8 F6"],
        Place::Office(Room::Clocks) => &["Ctrl+T"],
        Place::Patrols => &["F4 F4", "F4 F4 Down", "F4 F4 Down Down"],
        Place::Patrol => &["F4 F4 Down Enter F2", "F4 F4 Down Enter F2 F5 \"dark\" Enter F2"],
        Place::Office(Room::Posts | Room::Post | Room::Compare)
        | Place::First
        | Place::Paper
        | Place::Unlock
        | Place::Form
        | Place::Card => &[],
    }
}

#[test]
fn no_command_opens_a_form_that_is_not_in_the_list() {
    let mut met = Vec::new();
    for busy in [false, true] {
        let mut post = post(busy);
        post.sign_in();
        for command in COMMANDS.iter().filter(|command| !matches!(command.id, Id::Lock | Id::Quit)) {
            // What has no key leads to a room, and is tried there.
            let Some(key) = command.keys.first() else { continue };
            for way in command.places.iter().flat_map(|place| ways_to(*place)) {
                post.keys(way);
                post.stage.tell(Msg::Key(*key));
                post.serve();
                if post.stage.app.card.is_some() {
                    post.keys("Enter");
                }
                met.extend(form(&post).map(|form| form.purpose));
                to_board(&mut post);
            }
        }
    }
    let missing: Vec<_> = met.iter().filter(|met| !FORMS.iter().any(|way| way.leads_to(**met))).collect();
    assert!(missing.is_empty(), "a line for each in tests/common/forms.rs: {missing:?}");
    assert!(FORMS.iter().all(|way| met.iter().any(|met| way.leads_to(*met))), "{met:?}");
}

fn to_board(post: &mut Post) {
    for _ in 0..12 {
        if post.stage.app.place() == Place::Board {
            return;
        }
        post.keys("Esc");
    }
    panic!("no way back to the board:\n{}", post.stage.text());
}

#[test]
fn whatever_ends_it_each_form_has_its_draft() {
    for way in FORMS {
        // The power is cut: nothing is said to the screens, and what was typed is on disk within two seconds.
        let mut one = typing(way);
        one.stage.pass(2);
        one.serve();
        one.says("nháp 20:14");
        let mut two = taken_up(one, way, TEXT);
        assert_eq!(form(&two).unwrap().slot().unwrap().path, way.path, "the cursor stands where it stood");

        // The window is closed, or the system asks for the end: the last letter is kept first.
        for (letter, msg) in [("a", Msg::Hangup), ("b", Msg::Terminate)] {
            two.keys(&format!("\"{letter}\""));
            two.stage.tell(msg);
            assert!(matches!(&two.stage.effects[..], [Effect::KeepDraft { .. }, Effect::Quit]), "{way:?}");
            two.serve();
            two = taken_up(two, way, &format!("{TEXT}{}", &"ab"[..="ab".find(letter).unwrap()]));
        }

        // Nobody is there for ten minutes, then somebody locks it.
        two.keys("\"c\"");
        two.stage.pass(11 * 60);
        two.serve();
        two.says("Đã khóa");
        two.says_not(TEXT);
        two.sign_in();
        take_up(&mut two, way, &format!("{TEXT}abc"));
        two.keys("\"d\" Ctrl+L");
        two.says("Đã khóa");
        two.sign_in();
        take_up(&mut two, way, &format!("{TEXT}abcd"));
    }
}

#[test]
fn a_disk_that_takes_nothing_leaves_each_form_as_it_is_and_that_is_said() {
    for way in FORMS {
        let mut post = typing(way);
        post.full = true;
        post.stage.pass(2);
        post.serve();
        post.says("chưa lưu: từ 20:14 không ghi được xuống đĩa");
        post.stage.pass(180);
        post.serve();
        post.keys("\" nữa\" F2");
        post.stage.pass(2);
        post.serve();
        for wish in ["Ctrl+L", "Ctrl+Q Ctrl+Q"] {
            to_form(&mut post);
            post.keys(wish);
            post.says("Đĩa không ghi hoặc không đọc được");
        }
        to_form(&mut post);
        post.says("chưa lưu: từ 20:14 không ghi được xuống đĩa");
        assert!(form(&post).unwrap().body().contains(&format!("\"{TEXT} nữa\"")), "{way:?}");

        post.full = false;
        post.stage.pass(2);
        post.serve();
        post.says("nháp 20:1");
        taken_up(post, way, &format!("{TEXT} nữa"));
    }
}

/// Takes what lies over the form away.
fn to_form(post: &mut Post) {
    while post.stage.app.card.is_some() {
        post.keys("Esc");
    }
    assert_eq!(post.stage.app.place(), Place::Form, "{}", post.stage.text());
}
