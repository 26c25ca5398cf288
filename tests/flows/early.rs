//! Keys from before the logbook is open: none is lost that was meant for it, and none of a password gets anywhere.

use trucban::fault::{Fault, Kind};
use trucban::tui::app::{Effect, Msg};

use crate::common::PASSWORD;
use crate::post::Post;

/// A post whose logbook is just being opened.
fn opening(early: &str) -> Post {
    let mut post = Post::new((80, 24));
    post.stage.keys(&format!("\"{PASSWORD}\" Enter {early}"));
    post
}

#[test]
fn an_incident_is_begun_while_the_logbook_opens() {
    let mut post = opening("F3 \"trom xe\" Enter \"4\" Enter \"cổng chợ\"");
    post.says("Đã giữ 19 phím");
    post.serve();
    for said in ["Ghi vụ việc", "Trộm xe máy, ô tô, xe đạp điện", "TDP 4", "cổng chợ"] {
        post.says(said);
    }
}

#[test]
fn what_may_be_a_password_goes_nowhere() {
    let mut post = opening(&format!("Ctrl+U \"{PASSWORD}\" Enter \"lạ lùng\""));
    post.says("chữ gõ lúc này không được nhận");
    post.stage.tell(Msg::Paste("dán vào".into()));
    post.serve();
    post.says("Đang mở (0)");
    for nowhere in [PASSWORD, "lạ lùng", "dán"] {
        post.says_not(nowhere);
    }
    assert!(post.stage.app.session().unwrap().log.query.text().is_empty());

    // A wrong password takes everything with it that was typed behind it.
    let mut post = Post::new((80, 24));
    post.stage.keys("\"sai\" Enter F7 \"bí mật\"");
    post.serve();
    post.says("Sai mật khẩu");
    post.stage.tell(Msg::Paste("x".into()));
    post.keys(&format!("Ctrl+U \"{PASSWORD}\" Enter"));
    post.says("Đang mở (0)");
    post.says_not("bí mật");
}

#[test]
fn a_question_that_nobody_had_seen_is_answered_first() {
    let mut post = opening("F3 \"trom xe\" Enter");
    // The clock stands behind the last entry.
    post.stage.at -= chrono::TimeDelta::days(3);
    post.serve();
    post.says("Đồng hồ");
    post.says_not("Ghi vụ việc");
    post.keys("Enter");
    post.says("Ghi vụ việc");
    post.says("Trộm xe máy, ô tô, xe đạp điện");
}

#[test]
fn who_takes_up_a_draft_instead_is_told_that_the_keys_are_gone() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F3 \"danh nhau\" Enter Esc Enter Ctrl+L");
    post.stage.keys(&format!("\"{PASSWORD}\" Enter F3 \"trom xe\" Enter"));
    post.serve();
    post.says("Bản nháp");
    post.keys("Enter");
    post.says("Phím gõ trong lúc mở sổ đã bỏ");
    post.says("đánh nhau");
    post.says_not("Trộm xe máy");
}

#[test]
fn bringing_an_older_logbook_up_to_date_shows_how_far_it_is_and_can_be_stopped() {
    use trucban::logbook::{STOPPED, Stage};
    let mut post = opening("");
    post.stage.tell(Msg::Going(Stage::Copy.at(0, 0)));
    post.stage.at += chrono::TimeDelta::seconds(60);
    post.stage.tell(Msg::Going(Stage::Views.at(0, 1_000_000)));
    post.stage.at += chrono::TimeDelta::seconds(30);
    post.stage.tell(Msg::Going(Stage::Views.at(250_000, 1_000_000)));
    for said in ["Đừng tắt máy", "mở lại", "250.000/1.000.000", "25 %", "90"] {
        post.says(said);
    }
    post.stage.keys("F3 \"x\" Esc Esc");
    let stops = post.stage.taken().iter().filter(|effect| matches!(effect, Effect::Stop)).count();
    assert_eq!(stops, 1);
    post.stage.tell(Msg::Unlocked(Err(Fault::new(Kind::Use, STOPPED))));
    post.says("Đã dừng theo yêu cầu");
    post.keys("Esc");
    post.sign_in();
    post.says("Đang mở (0)");
    post.says_not("Ghi vụ việc");
}
