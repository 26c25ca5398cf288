//! The ways that officers go through the screens, as key scripts over a real logbook and no terminal: what is typed,
//! what the screen then says, what is in the logbook.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "flows/duty.rs"]
mod duty;
#[path = "flows/keeping.rs"]
mod keeping;
#[path = "flows/desk.rs"]
mod desk;
#[path = "flows/office.rs"]
mod office;
#[path = "common/post.rs"]
mod post;
#[path = "common/stage.rs"]
mod stage;
#[path = "flows/early.rs"]
mod early;
#[path = "flows/drafts.rs"]
mod drafts;
#[path = "flows/first.rs"]
mod first;
#[path = "common/forms.rs"]
mod forms;
#[path = "flows/keystrokes.rs"]
mod keystrokes;
#[path = "flows/visible.rs"]
mod visible;
#[path = "flows/patrol.rs"]
mod patrol;
#[path = "flows/records.rs"]
mod records;
#[path = "flows/void.rs"]
mod void;
#[path = "flows/registers.rs"]
mod registers;
#[path = "flows/windows.rs"]
mod windows;

#[path = "flows/figures.rs"]
mod figures;
#[path = "flows/clocks.rs"]
mod clocks;
#[path = "flows/findings.rs"]
mod findings;
#[path = "flows/signals.rs"]
mod signals;
#[path = "flows/week.rs"]
mod week;

use post::Post;
use trucban::tui::app::Effect;

/// An incident in Vietnamese: category by typing, times in short forms, area by its digit.
const INCIDENT: &str = "F3 \"trom xe\" Enter \"4\" Enter \"cổng chợ Đường Nguyễn Huệ\" Enter Enter \"-15'\" Enter \
     \"hôm qua 22:30\" Enter Enter \"Trộm xe máy trước chợ\" Enter";

#[test]
fn an_incident_is_logged_found_amended_and_the_change_is_seen() {
    let mut post = Post::new((80, 44));
    post.unlock();
    post.says("Sổ chưa có gì");

    post.keys(INCIDENT);
    post.says("Trộm xe máy, ô tô, xe đạp điện");
    post.says("23/11/2026 19:59");
    post.says("22/11/2026 22:30");
    post.keys("F2");
    post.says("Đã lưu VV-2026-000001 lúc 20:14");
    post.says("› VV-2026-000001 23/11 19:59 Trộm xe máy trước chợ");

    post.keys("\"trom xe may\"");
    post.says("› VV-2026-000001");
    post.keys("Ctrl+U \"dương\"");
    post.says("Không thấy gì khớp");
    post.keys("Esc \"duong\"");
    post.says("› VV-2026-000001");

    post.keys("Ctrl+E \"bị hại nói lại chỗ mất\"");
    post.stage.to("place");
    post.keys("Ctrl+U \"trước số 12 Nguyễn Huệ\" F2");
    post.says("Đã lưu VV-2026-000001");
    post.keys("Esc Enter Tab");
    for line in
        ["sửa · Nguyễn Văn An", "bị hại nói lại chỗ mất", "- cổng chợ Đường Nguyễn Huệ", "+ trước số 12 Nguyễn Huệ"]
    {
        post.says(line);
    }
}

#[test]
fn the_board_shows_what_is_on_and_follows() {
    let mut post = Post::new((120, 40));
    post.sign_in();
    for said in ["Đang mở (0)", "Chưa mở ca (F6 mở ca)", "! Sao lưu ngoài máy", "chưa tuần tra □□□□□□□"]
    {
        post.says(said);
    }
    post.keys(INCIDENT);
    post.keys("F2");
    post.says("Đã lưu VV-2026-000001");
    post.says("Đang mở (1)");
    post.says("›● VV-1 Trộm xe máy trước chợ");
    post.says("VV-1 lập: Trộm xe máy trước chợ");
    // Another window writes; the next minute shows it, and the bar with it.
    post.open_shift_elsewhere();
    post.says("chưa mở ca");
    post.stage.pass(61);
    post.serve();
    post.says("· ca CT-2026-000001 ·");
    post.keys("Enter");
    post.says("[Nội dung]");
    post.says("cổng chợ Đường Nguyễn Huệ");
    post.keys("Esc");
    post.says("Đang mở (1)");
    post.keys("\"trom\"");
    post.says("› VV-2026-000001");
    post.keys("Esc Esc");
    post.says("Đang mở (1)");
    // There is more behind most lines: an area, the week, the shift.
    post.keys("Tab Tab Down");
    post.says("›TDP 7");
    post.keys("Enter");
    post.says("[TDP 7]");
    post.says("Không thấy gì khớp");
    post.keys("Esc");
    post.says("›TDP 7");
    post.keys("Tab Enter");
    post.says("Giao ca CT-1");
    post.keys("Esc Down Down Enter");
    post.says("Nơi nhận: chưa chọn");
    post.keys("Esc Home");
    // Nobody looks, so nothing is asked, neither in the log nor in a form over the board.
    let asks = |post: &mut Post| {
        post.stage.pass(130);
        post.stage.taken().iter().filter(|effect| matches!(effect, Effect::Board { .. })).count()
    };
    assert_eq!(asks(&mut post), 2);
    post.keys("F3");
    assert_eq!(asks(&mut post), 0);
    post.keys("Esc F7");
    assert_eq!(asks(&mut post), 0);
}

#[test]
fn the_list_is_narrowed_by_chips_that_are_always_seen() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.says("Không lọc");
    post.keys(INCIDENT);
    post.keys("F2 F6 F2");
    for (typed, chip, found) in [
        ("chua xong", "[Chưa xong]", true),
        ("tdp 4", "[TDP 4]", true),
        ("hom qua", "[22/11/2026]", false),
        ("hom nay", "[23/11/2026]", true),
        ("xam pham tai san", "[Xâm phạm tài sản]", true),
        ("trom xe", "[Trộm xe máy, ô tô, xe đạp điện]", true),
    ] {
        post.keys(&format!("Ctrl+F \"{typed}\" Enter"));
        post.says(chip);
        if found {
            post.says("VV-2026-000001 23/11");
        } else {
            post.says("Không thấy gì khớp");
        }
    }
    post.says_not("CT-2026-000001 23/11");
    // The last chip goes, then another by being chosen again, then all of them.
    post.keys("Delete");
    post.says_not("Trộm xe máy, ô tô");
    post.keys("Ctrl+F \"tdp 4\" Enter");
    post.says_not("[TDP 4]");
    post.keys("Esc");
    post.says("Không lọc");
    // A status names its kind.
    post.keys("Ctrl+F \"dang mo\" Enter");
    post.says("[Ca trực] [Đang mở]");
    post.says("› CT-2026-000001");
    post.keys("Ctrl+K");
    post.says_not("Đang mở");
}

#[test]
fn what_stands_in_the_list_goes_into_a_file_and_that_is_logged() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys(INCIDENT);
    post.keys("F2 F6 F2 Ctrl+F \"vu viec\" Enter \"trom\"");
    let file = post.path("danh-sach");
    post.keys(&format!("Ctrl+X Ctrl+U \"{file}\" Enter"));
    post.says("Đã xuất danh sách");
    post.says("1 bản ghi");
    post.says("SHA-256");
    let text = std::fs::read_to_string(format!("{file}.csv")).unwrap();
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(rows.len() == 2 && rows[0].starts_with("Số,Thời gian,"), "{text}");
    assert!(rows[1].contains("VV-2026-000001,23/11/2026 19:59,vụ việc,LDG-P2,TDP 4,"), "{text}");
    assert_eq!(post.accesses(), ["export: trom"]);
    // Nothing is written over, and a folder gets a name of its own.
    post.keys(&format!("Enter Ctrl+X Ctrl+U \"{file}.csv\" Enter"));
    post.says("Đã có tệp");
    let folder = post.path("");
    post.keys(&format!("Esc Ctrl+X Ctrl+U \"{folder}\" Enter"));
    post.says("Đã xuất danh sách");
    let names = std::fs::read_dir(&folder).unwrap().flatten().map(|file| file.file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.starts_with("trucban-2026-11-23-") && name.ends_with(".csv")).count(), 1);
}

#[test]
fn a_person_is_searched_with_words_and_a_reason_that_are_logged() {
    let mut post = Post::new((80, 24));
    post.with_incident();
    post.unlock();
    post.keys("Ctrl+G Enter Enter");
    post.says("Cần điền mục này");
    post.keys("\"cuc\" Enter \"gọi lại cho bị hại\"");
    assert_eq!(post.accesses(), [""; 0], "nothing was searched yet");
    post.keys("Enter");
    post.says("Đã tìm hết sổ, thấy 1 bản ghi");
    assert_eq!(post.accesses(), ["search: cuc · gọi lại cho bị hại"]);
    post.says_not("Trần Thị Cúc");
    // The record, still masked; Esc comes back to what was found.
    post.keys("Enter PgDn");
    post.says("T*** T** C**");
    post.keys("Esc");
    post.says("› VV-2026-000001");
    // Another search begins from nothing.
    post.keys("Up Up Ctrl+U \"vo thi sau\" Enter Enter");
    post.says("thấy 0 bản ghi");
    assert_eq!(post.accesses().len(), 2);
    post.keys("Esc");
    post.says("Không lọc");
}

#[test]
fn what_stands_in_the_way_of_a_save_is_shown_where_it_is() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("F3 \"trom xe\" Enter Enter Enter Enter Ctrl+U \"25h\" F2");
    post.says("Chưa lưu: còn 3 chỗ cần xem lại");
    post.says("!Nhận tin lúc*");
    post.keys("\"4\" Enter Enter Enter \"20h\" Enter \"23/11 21h\" Enter Enter \"Mất xe\" F2");
    post.says("! Thời điểm 23/11/2026 21:00 còn ở phía trước");
    post.keys("Ctrl+U \"19h\" F2");
    post.says("Đã lưu VV-2026-000001");
}

#[test]
fn a_long_advice_is_read_to_its_end() {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F3 \"trom xe\" Enter \"4\" Enter");
    post.stage.to("reported_at");
    post.keys("\"31/12/2030 10:00\"");
    post.stage.to("title");
    post.keys("\"Mất xe ở chợ\" F2");
    post.says("! Thời điểm 31/12/2030 10:00 còn ở phía trước. Xem lại ngày giờ");
    post.says("đồng hồ của máy.");
}

#[test]
fn a_shift_is_opened_a_patrol_logged_and_the_shift_closed() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.says("chưa mở ca");
    post.keys("F6 F2");
    post.says("Đã lưu CT-2026-000001");
    post.says("ca CT-1");
    post.keys("F4 \"19h\" Enter Enter \"7\" Enter \"2\" Enter \"3\" F2");
    post.says("Đã lưu TT-2026-000001");
    post.keys("F6 F8");
    post.says("Đóng ca CT-2026-000001");
    post.keys("F2 Esc Enter Tab");
    post.says("chưa mở ca");
    post.says("đóng ca · Nguyễn Văn An");
}

#[test]
fn a_note_is_added_to_what_is_read() {
    let mut post = Post::new((120, 40));
    post.unlock();
    post.keys(INCIDENT);
    post.keys("F2 Ctrl+N \"Đã báo công an phường 1\" Enter \"cùng tìm\" Tab \"thong bao\" Enter F2");
    post.says("Đã lưu VV-2026-000001");
    post.keys("Tab");
    for line in ["ghi thêm · Nguyễn Văn An", "Đã báo công an phường 1", "cùng tìm", "đã thông báo"] {
        post.says(line);
    }
}

#[test]
fn a_draft_is_kept_while_typing_and_offered_at_the_next_start() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("F3 \"danh nhau\" Enter");
    post.stage.pass(2);
    post.serve();
    post.says("nháp 20:14");
    // The power is cut: nothing more is said to the screens.
    let mut again = post.started_anew();
    again.unlock();
    again.says("Bản nháp chưa lưu");
    again.keys("Enter");
    again.says("Cố ý gây thương tích, đánh nhau");
    again.keys("\"4\" Enter Enter Enter Enter Enter Enter \"Đánh nhau ở quán\" F2");
    again.says("Đã lưu VV-2026-000001");
    let mut last = again.started_anew();
    last.unlock();
    last.says_not("Bản nháp chưa lưu");
}

#[test]
fn leaving_asks_only_when_something_was_typed() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("F3 Esc");
    post.says("Sổ chưa có gì");
    post.keys("F3 \"danh nhau\" Enter Esc");
    post.says("› Giữ bản nháp");
    post.keys("Esc");
    post.says("Ghi vụ việc");
    post.keys("Esc Enter");
    post.says("Đã giữ bản nháp");
    post.keys("Ctrl+O Enter Esc Down Down Enter");
    post.says("Đã bỏ bản nháp");
    post.keys("Ctrl+O");
    post.says("Không có bản nháp nào");
}

#[test]
fn persons_are_masked_until_a_reason_is_given_and_then_it_is_logged() {
    let mut post = Post::new((80, 24));
    post.with_incident();
    post.unlock();
    post.keys("Enter PgDn");
    post.says("T*** T** C**");
    post.says_not("Trần Thị Cúc");
    post.keys("F5 Enter");
    post.says("Cần nêu lý do");
    post.keys("\"bị hại xin xác nhận\" Enter End");
    post.says("Trần Thị Cúc");
    assert_eq!(post.accesses(), ["reveal: bị hại xin xác nhận"]);
}

#[test]
fn three_wrong_passwords_make_it_wait() {
    let mut post = Post::new((80, 24));
    for _ in 0..3 {
        post.keys("\"sai\" Enter");
        post.says("Sai mật khẩu");
    }
    post.says("Đợi");
    post.keys("\"mật khẩu thử\" Enter");
    assert!(post.stage.app.session().is_none(), "a try before the time is up counts for nothing");
    post.stage.pass(6);
    post.keys("Enter F7");
    post.says("Sổ chưa có gì");
}

#[test]
fn what_input_methods_send_is_what_stands_there() {
    let mut post = Post::new((80, 24));
    post.unlock();
    // Telex as programs send it: letters, backspaces and the letters again, and marks that come after their letter.
    post.keys("F3 \"trom\" Backspace Backspace \"ộm xe\" Enter \"4\" Enter Enter Enter Enter Enter Enter");
    post.keys("\"tru\" Backspace \"ư\" Backspace \"ực ban\" Enter");
    post.says("trực ban");
    post.keys("Up Ctrl+U \"Nguye\u{302}\u{303}n Huệ\" F2");
    post.says("Nguyễn Huệ");
    post.says("Đã lưu VV-2026-000001");
}
