//! Records: found by their last digits, linked and followed, told on and closed, and what of the one before comes back.

use crate::common::PASSWORD;
use crate::post::{NEXT, Post};

#[test]
fn the_last_digits_lead_to_a_record_in_the_log_and_in_a_form() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F6 F2");
    for title in ["Trộm xe máy trước chợ", "Đánh nhau ở quán 2", "Cháy rác"] {
        post.keys(&common_incident(title));
    }
    // Enter may come before the list does: it opens what was typed, not what stood there.
    for c in "2".chars() {
        post.stage.keys(&format!("\"{c}\""));
    }
    post.stage.keys("Enter");
    post.serve();
    post.says("Vụ việc VV-2026-000002");
    // A form finds the record too: by digits, by words, or the newest ones; Enter may be as fast.
    post.keys("Ctrl+E \"cùng một nhóm\"");
    post.stage.to("links");
    post.keys("Enter Right Right Tab");
    post.stage.keys("\"1\" Enter");
    post.serve();
    post.says("Bản ghi liên quan (1)");
    post.keys("Enter Right Tab \"chay\"");
    post.says("VV-2026-000003 · 23/11 · Cháy rác");
    post.keys("Enter Enter Right Tab \" \"");
    post.says("CT-2026-000001");
    post.says_not("VV-2026-000002 ·");
    post.keys("Esc Ctrl+D Ctrl+D F2");
    post.says("Đã lưu VV-2026-000002");
    let (first, third) = (post.id("VV-2026-000001"), post.id("VV-2026-000003"));
    let links = post.content("VV-2026-000002")["links"].clone();
    assert_eq!((&links[0]["to"], &links[1]["to"]), (&first, &third), "{links}");
}

/// An incident from the board.
fn common_incident(title: &str) -> String {
    format!("F3 \"trom xe\" Enter \"4\" Enter Enter Enter Enter Enter Enter \"{title}\" F2")
}

#[test]
fn what_happened_since_stands_in_its_order_and_links_are_followed_both_ways() {
    let mut post = Post::new((80, 44));
    post.unlock();
    post.keys("F6 F2 F7");
    for title in ["Mất xe ở chợ", "Bắt được người lấy xe", "Trả xe"] {
        post.keys(&common_incident(title));
    }
    post.says_not("Liên quan");
    // What is told later may have happened before.
    post.keys("\"1\" Enter Ctrl+N \"Quyết định xử phạt\" Tab \"ra quyet dinh\" Enter F2");
    post.keys("Ctrl+N \"Gọi cho bị hại\" Tab Tab \"-30'\" F2");
    let text = post.stage.text();
    let at = |said: &str| text.find(said).unwrap_or_else(|| panic!("no {said:?} in\n{text}"));
    assert!(at("23/11/2026 19:44") < at("Gọi cho bị hại") && at("Gọi cho bị hại") < at("đã ra quyết định"), "{text}");

    // Two records speak of the first: it says so, and leads there and back.
    for (number, how) in [("2", "led_to"), ("3", "follow_up")] {
        post.keys(&format!("Esc Esc \"{number}\" Enter Ctrl+E \"cùng vụ\""));
        post.stage.to("links");
        post.keys("Enter Right");
        if how == "follow_up" {
            post.keys("Right Right Right");
        }
        post.keys("Tab \"1\" Enter F2");
    }
    post.keys("Enter");
    post.says("Vụ việc VV-2026-000001");
    post.says("Enter Liên quan");
    post.keys("Enter");
    post.says("VV-2026-000002 · Bắt được người lấy xe");
    post.says("← ");
    post.keys("\"tra xe\" Enter");
    post.says("Vụ việc VV-2026-000003");
    // The way back is the way that led here.
    post.keys("Esc");
    post.says("Vụ việc VV-2026-000001");
    post.keys("Esc");
    post.says("Vụ việc VV-2026-000003");
    post.keys("Esc");
    post.says("Tìm: 3");
}

#[test]
fn only_an_incident_is_closed_and_the_screen_says_so() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("F6 F2 F7 Enter");
    post.says_not("Kết thúc");
    post.keys("Ctrl+D");
    post.says("Chỉ vụ việc chưa hủy mới có kết thúc");
    post.keys(&format!("Esc {}", common_incident("Mất xe")));
    post.keys("Enter");
    post.says("Ctrl+D Kết thúc");
}

#[test]
fn the_value_before_comes_back_after_a_lock_from_the_own_newest_record() {
    let mut post = Post::new((80, 24));
    post.with_officer();
    post.sign_in();
    post.keys("F6 F2");
    post.keys("F3 \"trom xe\" Enter \"4\" Enter \"cổng chợ\" Enter Enter Enter Enter Enter \"Mất xe\" Enter");
    post.stage.to("persons");
    post.keys("Enter \"bi hai\" Enter \"Trần Thị Cúc\" F2");
    post.says("Đã lưu VV-2026-000001");
    post.keys("Ctrl+L");
    assert!(post.stage.app.session().is_none(), "nothing is kept in memory");
    post.sign_in_as(0, PASSWORD);
    post.keys("F3 Ctrl+R Enter Ctrl+R Enter Ctrl+R");
    for said in ["Trộm xe máy, ô tô", "TDP 4", "cổng chợ"] {
        post.says(said);
    }
    // No key ever repeats who somebody was.
    post.stage.to("persons");
    post.keys("Enter Tab Ctrl+R");
    post.says("Không có gì để");
    post.says_not("Trần Thị Cúc");
    // Another officer's records are not one's own.
    post.keys("Esc Down Down Enter Ctrl+L");
    post.sign_in_as(1, NEXT);
    post.keys("F3 Ctrl+R");
    post.says("Không có gì để");
    post.says_not("Trộm xe máy, ô tô");
}
