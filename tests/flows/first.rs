//! The first run with answers that can't be: each is told at its own question, costs nothing that was typed before, and
//! founds nothing.

use trucban::record::when;
use trucban::tui::app::first::{Ask, Told};
use trucban::tui::app::{Door, Effect, Msg, Secret, Theme};
use trucban::words::Lang;
use zeroize::Zeroizing;

use crate::stage::Stage;

const CODE: &str = "AGE-SECRET-KEY-1AAAAABBBBBCCCCCDDDDDEEEEEFFFFFGGGGGHHHHHJJJJJKKKKKLLLLLMMM";

fn nothing() -> Stage {
    let door = Door {
        logins: Vec::new(),
        login: None,
        demo: None,
        first: Some("/home/truc/so".into()),
        theme: Theme::Terminal,
    };
    Stage::at_door(door, Lang::Vi, (80, 24))
}

fn says(stage: &Stage, text: &str) {
    assert!(stage.text().contains(text), "no {text:?} in\n{}", stage.text());
}

/// At the recovery code.
fn noting() -> Stage {
    let mut stage = nothing();
    stage.keys("Enter \"Công an phường 2, Bảo Lộc\" Enter Enter Enter Tab");
    stage.keys("\"Nguyễn Văn An\" Enter \"mật khẩu dài\" Enter \"mật khẩu dài\" Enter");
    assert!(matches!(&stage.taken()[..], [Effect::First(Ask::Paper)]));
    stage.tell(Msg::First(Told::Paper(Secret(Zeroizing::new(CODE.into())))));
    stage
}

#[test]
fn what_is_typed_takes_the_place_of_a_suggested_code() {
    let mut stage = nothing();
    stage.keys("Enter \"Công an phường 2, Bảo Lộc\" Enter");
    says(&stage, "CAP2-BL");
    stage.keys("\"ldg-p2\"");
    assert!(!stage.text().contains("CAP2"), "{}", stage.text());
    stage.keys("Esc Enter");
    says(&stage, "ldg-p2");
    stage.keys("End \"9\"");
    says(&stage, "ldg-p29");
}

#[test]
fn an_answer_that_cannot_be_kept_is_told_at_its_question() {
    let mut stage = nothing();
    stage.keys("Enter Enter");
    says(&stage, "Cần điền mục này");
    stage.tell(Msg::Paste("x".repeat(201)));
    stage.keys("Enter");
    says(&stage, "dài quá 200 ký tự");
    stage.keys("Ctrl+U \"CA xã Lộc An\" Enter \"mã sai\" Enter");
    says(&stage, "Mã chỉ có chữ không dấu");
    stage.keys("Ctrl+U \"LA\" Enter Enter");
    stage.tell(Msg::Paste(format!("Thôn 1\n{}", "x".repeat(65))));
    stage.keys("Tab");
    says(&stage, "dài quá 64 ký tự");
    stage.keys("Backspace Tab Enter Enter Enter");
    says(&stage, "Cần điền mục này");
    stage.keys("\"An\" Enter \"ngắn\" Enter \"ngắn\" Enter");
    says(&stage, "Mật khẩu quá ngắn");
    assert!(stage.taken().is_empty(), "nothing is asked of the disk");
}

#[test]
fn a_clock_that_cannot_be_right_is_asked_about_first() {
    let mut stage = nothing();
    stage.at = when::parse("1970-01-01T07:02:00+07:00").unwrap();
    stage.keys("Enter");
    says(&stage, "Đồng hồ máy có đúng không?");
    stage.keys("Enter");
    says(&stage, "Chưa có sổ trực");
    stage.keys("Enter Up Enter");
    says(&stage, "Câu 1/5");
}

#[test]
fn nothing_is_founded_before_both_groups_are_right() {
    let mut stage = noting();
    stage.keys("Enter Enter Enter");
    says(&stage, "không giống mã đã hiện");
    stage.keys("\"aaaaa\" Enter \"xxxxx\" Enter");
    says(&stage, "không giống mã đã hiện");
    assert!(stage.taken().is_empty());
}

#[test]
fn a_code_that_was_left_alone_is_wiped() {
    let mut stage = noting();
    says(&stage, "BBBBB");
    stage.pass(11 * 60);
    assert!(!stage.text().contains("BBBBB"), "{}", stage.text());
    says(&stage, "Câu 5/5");
    says(&stage, "Nguyễn Văn An");
    assert!(!stage.text().contains("••"), "{}", stage.text());
}
