//! A whole shift: opened, worked in, handed over matter by matter, signed, closed, its week handed in. Each step is
//! held against the journal.

use serde_json::{Value, json};
use trucban::tui::app::Msg;

use super::post::{NEXT, Post};

/// An incident with this title, reported a quarter of an hour ago.
fn incident(title: &str) -> String {
    format!("F3 \"trom xe\" Enter \"4\" Enter Enter Enter \"-15'\" Enter Enter Enter \"{title}\" F2")
}

/// Signs in the card as the officer who takes over.
fn sign() -> String {
    format!("F6 \"{NEXT}\" Enter")
}

#[test]
fn a_whole_shift_from_its_opening_to_its_week() {
    let mut post = Post::new((80, 24));
    post.with_desk();
    post.with_officer();
    post.sign_in();
    post.says("Chưa mở ca (F6 mở ca)");
    open(&mut post);
    log(&mut post);
    patrol(&mut post);
    answer(&mut post);
    sign_and_close(&mut post);
    next(&mut post);
    week(&mut post);
    assert!(post.health().is_ok());
}

fn open(post: &mut Post) {
    post.keys("F6 Tab Tab Tab Tab Tab Tab \"6\" F2");
    post.says("Đã lưu CT-2026-000001");
    assert_eq!(post.journal(), ["create shift"]);
    assert_eq!(post.content("CT-2026-000001")["present"], json!(6));
    assert_eq!(post.content("CT-2026-000001")["officers"].as_array().unwrap().len(), 1);
}

fn log(post: &mut Post) {
    for title in ["Trộm xe máy trước chợ", "Mất xe đạp ở trường", "Trộm xe ở bãi gửi"] {
        post.keys(&incident(title));
        post.says("Đã lưu VV-2026-00000");
    }
    assert_eq!(post.journal(), ["create incident"; 3]);
    // An order came in, which is the shift's own matter.
    post.keys("F6");
    post.says("Đã trả lời 0/3, còn 3");
    post.keys("Ctrl+E Tab Tab Enter Tab Tab \"Kiểm tra nhà trọ\" F2");
    post.says("Đã trả lời 0/4, còn 4");
    post.says("[ ] Mệnh lệnh chưa xong: Kiểm tra nhà trọ");
    assert_eq!(post.journal(), ["amend shift"]);
    assert_eq!(post.content("CT-2026-000001")["orders"][0]["text"], "Kiểm tra nhà trọ");
}

fn patrol(post: &mut Post) {
    post.keys("Esc F4");
    post.says("›Ghi một lượt đã đi xong");
    post.keys("Down Enter F2");
    post.says("đi được 0'");
    assert_eq!(post.journal(), ["create patrol"]);
    post.keys("\"den\" Enter \"Đèn hẻm 12 hỏng\" F2");
    post.says("đường thiếu đèn: Đèn hẻm 12 hỏng");
    assert_eq!(post.journal(), ["amend patrol"]);
    // What was noticed becomes an incident by one key, which knows where it came from.
    post.keys("F3");
    post.says("Vụ việc từ sơ hở");
    post.keys("\"trom xe\" Enter \"4\" Enter F2");
    post.says("Đã lưu VV-2026-000004");
    assert_eq!(post.journal(), ["create incident", "amend patrol"]);
    post.keys("F6");
    post.stage.to("results.people_checked");
    post.keys("\"2\" F2");
    post.says("đã xong");
    assert_eq!(post.journal(), ["amend patrol"]);
    let tour = post.content("TT-2026-000001");
    assert_eq!((&tour["state"], &tour["results"]["people_checked"]), (&json!("done"), &json!(2)));
    assert_eq!(tour["observations"][0]["incident"], post.id("VV-2026-000004"));
    let incident = post.content("VV-2026-000004");
    assert_eq!((&incident["title"], &incident["channel"]), (&json!("Đèn hẻm 12 hỏng"), &json!("patrol")));
    assert_eq!(incident["links"], json!([{"type": "found_by", "to": post.id("TT-2026-000001")}]));
    post.keys("Esc");
}

fn answer(post: &mut Post) {
    post.keys("F6 F6");
    post.says("Còn 5 việc chưa trả lời");
    post.keys("Home Ctrl+D");
    post.says("Đã trả lời 1/5, còn 4");
    // The next one without an answer is looked at first, and comes back to where it was.
    post.says("› [ ] VV-2");
    post.keys("Enter");
    post.says("Mất xe đạp ở trường");
    post.says("[Nội dung]");
    post.keys("Esc");
    post.says("› [ ] VV-2");
    post.keys("Ctrl+N Enter");
    post.says("Cần điền mục này");
    post.keys("\"đã xem camera chưa?\" Enter");
    post.says("[?] VV-2");
    post.says("hỏi: đã xem camera chưa?");
    post.says("Đã trả lời 2/5, còn 3");
    post.keys("Ctrl+T");
    post.says("Đã trả lời 5/5, còn 0");
    post.says("Đã trả lời hết. Người nhận ca ký: F6");
    assert_eq!(post.journal(), ["amend shift"; 3], "every answer is in the journal when it is on the screen");
    let said = |n: usize| post.content("CT-2026-000001")["handover"][n]["answer"].clone();
    assert_eq!([0, 1, 2, 3, 4].map(said), ["accepted", "queried", "accepted", "accepted", "accepted"].map(Value::from));
}

fn sign_and_close(post: &mut Post) {
    post.keys("F6 \"không phải\" Enter");
    post.says("Sai mật khẩu");
    post.says("│ Mật khẩu:");
    assert_eq!(post.journal(), [""; 0]);
    post.keys(&format!("\"{NEXT}\" Enter"));
    post.says("Đã giao ca CT-2026-000001, hai bên đã ký");
    post.says("Người nhận ca: Phạm Văn Dũng");
    assert_eq!(post.journal(), ["amend shift", "sign shift", "sign shift"]);
    // A later change shows, and is signed once more.
    post.keys("Ctrl+E \"5\" F2");
    post.says("ĐÃ SỬA SAU KHI KÝ");
    post.says("Sửa sau khi ký. Người nhận ký lại: F6");
    post.keys(&sign());
    post.says("Hai bên đã ký. Đóng ca và sao lưu: F8");
    assert_eq!(post.journal(), ["amend shift", "amend shift", "sign shift", "sign shift"]);
    post.keys("F8 F2");
    post.says("Đã đóng ca");
    post.says("Bản sao lưu: ");
    assert_eq!(post.journal(), ["amend shift"]);
    assert_eq!(post.backups(), 1);
}

fn next(post: &mut Post) {
    post.keys("Down Enter");
    post.says("Mở ca trực");
    post.says("Phạm Văn Dũng");
    post.says("Quân số có mặt           5");
    post.says("Kiểm tra nhà trọ");
    post.keys("F2");
    post.says("· ca CT-2 ·");
    assert_eq!(post.journal(), ["create shift"]);
    assert_eq!(post.content("CT-2026-000002")["orders"][0]["text"], "Kiểm tra nhà trọ");
    assert_eq!(post.content("CT-2026-000002")["handover"], json!([]), "answers belong to their shift");
    // The shift before is still in front; the commander countersigns it.
    post.says("Ca đã đóng. Chỉ huy ký xác nhận: F6");
    post.keys(&format!("F6 \"{}\" Enter", super::common::PASSWORD));
    post.says("Ca đã đóng, trực chỉ huy đã ký xác nhận");
    assert_eq!(post.journal(), ["sign shift"]);
    sheet(post);
}

fn sheet(post: &mut Post) {
    post.keys("Tab");
    post.says("BIÊN BẢN GIAO CA LDG-P2-CT-2026-000001");
    let file = post.path("bien-ban.txt");
    post.keys(&format!("Ctrl+X {} \"{file}\" Enter", "Backspace ".repeat(30)));
    for said in ["Đã ghi biên bản", "bien-ban.txt", "SHA-256"] {
        post.says(said);
    }
    let text = std::fs::read_to_string(&file).unwrap();
    for said in [
        "[hỏi lại] vụ việc: LDG-P2-VV-2026-000002",
        "Mất xe đạp ở trường · đã xem",
        "Trực chỉ huy: Nguyễn Văn An",
        "SAU KHI KÝ",
    ] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    post.keys(&format!("Enter Ctrl+X {} \"{file}\" Enter", "Backspace ".repeat(30)));
    post.says("Đã có tệp");
    post.keys("Enter Esc Esc");
    post.says("Đang mở (5)");
    assert_eq!(post.accesses().iter().filter(|access| access.starts_with("print")).count(), 2);
}

fn week(post: &mut Post) {
    let out = post.path("usb");
    post.keys("F9 Ctrl+D");
    post.says("Đã duyệt tuần");
    post.keys(&format!("Ctrl+X Enter \"{out}\" Enter"));
    post.says("Đã xuất");
    assert_eq!(post.journal(), ["create week"]);
}

#[test]
fn a_shift_with_an_unanswered_matter_is_closed_by_a_commander_with_a_reason_only() {
    let mut post = Post::new((80, 24));
    post.with_officer();
    post.sign_in_as(1, NEXT);
    post.keys("F6 F2");
    post.keys(&incident("Trộm xe máy trước chợ"));
    post.keys("F6 F8");
    post.says("Còn 1 việc chưa trả lời");
    post.says_not("Hết ca lúc");
    post.keys("Ctrl+L");
    post.sign_in_as(0, super::common::PASSWORD);
    post.keys("F6 F8");
    post.says("Chỉ huy cho đóng, vì");
    post.keys("F2");
    post.says("Còn 1 việc đang mở chưa được trả lời");
    post.keys("Tab Tab \"người nhận ca đến muộn\" F2");
    post.says("Đã đóng ca");
    post.keys("Down Down Enter Enter Tab");
    post.says("người nhận ca đến muộn");
    assert!(post.health().is_ok());
}

#[test]
fn what_was_promised_goes_on_until_somebody_says_that_it_is_kept() {
    let mut post = Post::new((80, 24));
    post.with_officer();
    post.sign_in();
    post.keys("F6 F2 F6");
    post.says("Không có việc gì phải bàn giao");
    post.keys("Ctrl+K \"hẹn bà Tư 9h trả giấy tờ\" Enter");
    post.says("[ ] Hẹn với dân: hẹn bà Tư 9h trả giấy tờ");
    post.keys("Ctrl+D");
    post.keys(&sign());
    // The window is locked for the officer who takes over, who opens the next shift.
    post.keys("F8 F2 Enter");
    post.says("› pham-van-dung");
    post.keys(&format!("\"{NEXT}\" Enter F6 F2 F6"));
    post.says("Giao ca CT-2");
    post.says("[ ] Hẹn với dân: hẹn bà Tư 9h trả giấy tờ");
    post.keys("Ctrl+X");
    post.says("Không có việc gì phải bàn giao");
}

#[test]
fn keys_that_come_while_an_answer_is_written_wait_for_it() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F6 F2");
    for title in ["Việc một", "Việc hai", "Việc ba"] {
        post.keys(&incident(title));
    }
    post.keys("F6");
    for key in super::stage::script_keys("Ctrl+D Ctrl+D Ctrl+D") {
        post.stage.tell(Msg::Key(key));
    }
    post.says("Đã trả lời 0/3, còn 3");
    post.serve();
    post.says("Đã trả lời 3/3, còn 0");
    assert_eq!(post.journal().iter().filter(|act| *act == "amend shift").count(), 3);
}

#[test]
fn somebody_else_was_faster_and_what_was_typed_stays() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F6 F2");
    post.keys(&incident("Trộm xe máy trước chợ"));
    post.keys("F6 Ctrl+N \"đã xem camera chưa?\"");
    post.count_elsewhere();
    post.keys("Enter");
    post.says("Ca vừa được sửa ở cửa sổ khác");
    post.says("Hỏi: đã xem camera chưa?");
    post.keys("Enter");
    post.says("[?] VV-1");
    post.says("hỏi: đã xem camera chưa?");
}

#[test]
fn a_full_disk_takes_no_answer_and_the_question_stays() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F6 F2");
    post.keys(&incident("Trộm xe máy trước chợ"));
    post.keys("F6");
    post.full = true;
    post.keys("Ctrl+D");
    post.says("Đĩa không ghi hoặc không đọc được, chưa lưu");
    post.keys("Enter");
    post.says("[ ] VV-1");
    post.keys("Ctrl+N \"đã xem camera chưa?\" Enter");
    post.says("Đĩa không ghi hoặc không đọc được, chưa lưu");
    post.says("Hỏi: đã xem camera chưa?");
    post.full = false;
    post.keys("Enter");
    post.says("hỏi: đã xem camera chưa?");
    post.says("Đã trả lời 1/1, còn 0");
}

#[test]
fn what_the_form_of_a_new_shift_was_emptied_of_is_not_taken_over() {
    let mut post = Post::new((80, 44));
    post.sign_in();
    post.keys("F6");
    post.stage.to("orders");
    post.keys("Enter Tab Tab \"Kiểm tra nhà trọ\" F2 F6 Ctrl+T F8 F2 Esc Esc F6");
    post.says("Kiểm tra nhà trọ");
    post.stage.to("orders[0].text");
    post.keys("Ctrl+D Ctrl+D F2");
    post.says("Đã lưu CT-2026-000002");
    assert_eq!(post.content("CT-2026-000001")["orders"][0]["text"], "Kiểm tra nhà trọ");
    assert_eq!(post.content("CT-2026-000002")["orders"], json!([]));
}

#[test]
fn a_password_that_is_half_typed_is_gone_when_the_window_locks() {
    let mut post = Post::new((80, 24));
    post.with_officer();
    post.sign_in();
    post.keys(&format!("F6 F2 F6 F6 \"{NEXT}\""));
    post.says("•••");
    post.keys("Esc F6");
    post.says_not("•••");
    post.keys(&format!("\"{NEXT}\""));
    post.journal();
    post.stage.pass(11 * 60);
    post.serve();
    post.says("Đã khóa");
    post.sign_in_as(0, super::common::PASSWORD);
    post.keys("F6");
    post.says("chưa ai ký");
    assert_eq!(post.journal(), [""; 0]);
}

#[test]
fn an_answer_outlives_whatever_ends_the_program() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F6 F2");
    post.keys(&incident("Trộm xe máy trước chợ"));
    post.keys("F6 Ctrl+N \"đã xem camera chưa?\" Enter");
    // The power is cut: nothing more is said to the screens.
    let mut again = post.started_anew();
    again.sign_in();
    again.keys("F6");
    again.says("Đã trả lời 1/1, còn 0");
    again.says("hỏi: đã xem camera chưa?");
}
