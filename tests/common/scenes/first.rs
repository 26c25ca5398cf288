//! The first run, question by question.

use trucban::logbook::{Progress, Stage as Step};
use trucban::record::when;
use trucban::sync::Card;
use trucban::tui::app::first::{Ask, Told};
use trucban::tui::app::receiver::Read;
use trucban::tui::app::{Door, Effect, Msg, Secret};
use zeroize::Zeroizing;

use crate::stage::Stage;

/// A code that is no secret: nothing is founded with it.
pub const CODE: &str = "AGE-SECRET-KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE";

/// Nothing is there yet.
pub fn first(stage: &mut Stage) {
    let door =
        Door { logins: Vec::new(), first: Some("/home/truc/.local/share/trucban".into()), ..stage.app.door.clone() };
    *stage = Stage::at_door(door, stage.app.words.lang(), stage.app.size);
    stage.keys("\"Nguyễn Văn Đường\"");
}

/// The clock was never set.
pub fn first_clock(stage: &mut Stage) {
    first(stage);
    stage.at = when::parse("1970-01-01T07:02:00+07:00").unwrap();
    stage.keys("Enter");
}

/// The name of the post is typed.
pub fn first_name(stage: &mut Stage) {
    first(stage);
    stage.keys("Enter \"Công an phường 2, Bảo Lộc\"");
}

/// A code is suggested; the one that was typed is none.
pub fn first_code(stage: &mut Stage) {
    first_name(stage);
    stage.keys("Enter \"LDG P2\" Enter");
}

/// A card was read and is compared.
pub fn first_receiver(stage: &mut Stage) {
    first_name(stage);
    stage.keys("Enter Enter \"/media/usb/the.txt\" Enter");
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGVnOm5vdCBhIGtleSBvZiBhbnlib2R5IGF0IGFs".to_owned();
    let name = "Công an thành phố Bảo Lộc".to_owned();
    let card = Card { unit: "LDG-CT".into(), name, key, recipient: "age1".into() };
    let fingerprint = "SHA256:uNiVztksCsDhcc0u9e8BrYyVNbKHgVnrmqIUVXFGzgE".to_owned();
    stage.tell(Msg::First(Told::Card(Ok(Read { card, fingerprint }))));
}

/// Areas are pasted.
pub fn first_areas(stage: &mut Stage) {
    first_receiver(stage);
    stage.keys("Enter");
    let areas: Vec<String> = (1..=9).map(|n| format!("Tổ dân phố {n}")).collect();
    stage.tell(Msg::Paste(areas.join("\n")));
}

/// The two passwords aren't the same.
pub fn first_officer(stage: &mut Stage) {
    first_areas(stage);
    stage.keys("Tab \"Nguyễn Văn An\" Enter \"mật khẩu dài\" Enter \"mật khẩu dai\" Enter");
}

/// The code is shown.
pub fn first_paper(stage: &mut Stage) {
    first_areas(stage);
    stage.keys("Tab \"Nguyễn Văn An\" Enter \"mật khẩu dài\" Enter \"mật khẩu dài\" Enter");
    assert!(stage.taken().iter().any(|effect| matches!(effect, Effect::First(Ask::Paper))));
    stage.tell(Msg::First(Told::Paper(Secret(Zeroizing::new(CODE.to_owned())))));
}

/// A group was copied wrong.
pub fn first_check(stage: &mut Stage) {
    first_paper(stage);
    stage.keys("Enter \"9x8gf\" Enter \"XXXXX\" Enter");
}

/// It is written into a file.
pub fn first_print(stage: &mut Stage) {
    first_paper(stage);
    stage.keys("F2 \"/media/usb\"");
}

/// A ward is being made up.
pub fn first_demo(stage: &mut Stage) {
    first(stage);
    stage.keys("Down Enter");
    stage.pass(2);
    stage.tell(Msg::Going(Progress { stage: Step::Demo, done: 240, total: 600 }));
}

/// Whether this terminal has every letter, from the unlock screen.
pub fn glyphs(stage: &mut Stage) {
    stage.keys("F3 \"Nguyễn Văn Đường\"");
}
