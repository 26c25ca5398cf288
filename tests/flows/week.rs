//! The week at a post: looked through, approved, exported in each way, answered by the desk; the receiver.

use super::INCIDENT;
use super::post::Post;

#[test]
fn a_week_is_looked_through_mended_approved_exported_and_acknowledged() {
    let mut post = Post::new((80, 44));
    post.with_desk();
    post.unlock();
    post.keys(INCIDENT);
    post.keys("\"Gọi cho chị Cúc theo số 0912345678\" F2 F9");
    for line in ["Tuần 48", "chưa gửi", "Sẽ gửi: 1 bản ghi", "Công an thành phố", "PHẢI SỬA H601 (1)"]
    {
        post.says(line);
    }
    // From the finding to its record and back.
    post.keys("Down Enter");
    post.says("Vụ việc VV-2026-000001");
    post.keys("Esc");
    post.says("PHẢI SỬA H601 (1)");

    let out = post.path("usb");
    post.keys("Ctrl+X");
    post.says("chỉ huy duyệt kèm lý do");
    post.keys("Ctrl+D Enter");
    post.says("Cần điền mục này");
    post.keys("\"đã hỏi ý kiến chị Cúc\" Enter");
    post.says("Đã duyệt tuần 48");
    post.says("Chỉ huy: đã duyệt, chờ xuất");
    post.keys("Ctrl+X");
    post.says("› Phần chưa gửi, không có thông tin cá nhân");
    post.keys(&format!("Enter \"{out}\" Enter"));
    for line in ["Đã xuất", "SHA-256", ".tar.age", "Gói mới nhất"] {
        post.says(line);
    }
    post.keys("Esc");
    post.says("chờ biên nhận");
    post.says("Không còn gì chưa gửi");

    let receipt = post.receive("usb");
    post.keys(&format!("Ctrl+R \"{receipt}\" Enter"));
    post.says("cấp trên đã nhận đến tuần 48");
    post.says("› Biên nhận số 1 của");
    post.says("Gói 1: đã nhập");
    // What the rules found goes back with the receipt, and leads to the record, as does what the desk asks for.
    post.says("H601 VV-2026-000001");
    post.desk_asks("VV-2026-000001", "Đề nghị bổ sung biên bản");
    let receipt = post.receive("usb");
    post.keys(&format!("Ctrl+R \"{receipt}\" Enter"));
    post.says("Cấp trên yêu cầu: Đề nghị bổ sung biên bản");
    post.keys("Down Enter");
    post.says("Vụ việc VV-2026-000001");
    post.keys("Esc Esc");
    post.says("VV-2026-000001 ");
    post.says_not("cấp trên đã nhận");
}

#[test]
fn a_week_in_which_nothing_happened_is_a_key_away() {
    let mut post = Post::new((80, 24));
    post.with_desk();
    post.unlock();
    post.keys("F9");
    post.says("Sẽ gửi: báo cáo không phát sinh");
    post.keys("Ctrl+B");
    post.says("Đã xuất");
    post.keys("Enter");
    post.says("chờ biên nhận");
    post.keys("Ctrl+B");
    post.says("Không còn gì chưa gửi");
    post.keys("Esc");
    post.keys(INCIDENT);
    post.keys("F2 F9 Ctrl+B");
    post.says("Tuần này có 1 bản ghi, không phải tuần không phát sinh");
}

#[test]
fn personal_data_goes_along_only_when_it_was_chosen_and_that_is_logged() {
    let mut post = Post::new((80, 24));
    post.with_desk();
    post.with_incident();
    post.unlock();
    let out = post.path("usb");
    post.keys("F9 Ctrl+X Down Enter");
    post.says("Xuất gói KÈM thông tin cá nhân");
    post.says("lần gửi này được ghi lại");
    post.keys("Esc");
    assert_eq!(post.accesses(), [""; 0]);
    post.keys(&format!("Ctrl+X Down Enter \"{out}\" Enter"));
    post.says("Đã xuất");
    assert_eq!(post.accesses(), ["export: 2026-W48 -> LDG-CT"]);
    assert_eq!(post.files("usb").len(), 2);
}

#[test]
fn a_batch_is_written_again_by_its_number() {
    let mut post = Post::new((80, 24));
    post.with_desk();
    post.with_incident();
    post.unlock();
    let (first, again, from) = (post.path("usb"), post.path("usb2"), post.path("usb3"));
    post.keys(&format!("F9 Ctrl+X Enter \"{first}\" Enter Enter"));
    post.keys("Esc");
    post.keys(INCIDENT);
    post.keys(&format!("F2 F9 Ctrl+X Enter \"{first}\" Enter Enter"));
    assert_eq!(post.files("usb").len(), 4);
    post.keys("Ctrl+X Down");
    post.says("› Chỉ ghi lại gói 2");
    post.keys(&format!("Enter \"{again}\" Enter Enter Ctrl+X Down Down"));
    post.says("› Ghi lại gói 1 và mọi gói sau đó");
    post.keys(&format!("Enter \"{from}\" Enter Enter"));
    assert_eq!((post.files("usb2").len(), post.files("usb3").len()), (2, 4));
    assert!(post.files("usb3").iter().all(|file| post.files("usb").contains(file)));
}

#[test]
fn a_receiver_is_taken_when_its_fingerprint_was_compared() {
    let mut post = Post::new((80, 24));
    let card = post.card_of_a_desk();
    post.unlock();
    post.keys("F9");
    post.says("Nơi nhận: chưa chọn");
    post.keys(&format!("Ctrl+T Enter \"{card}\" Enter"));
    post.says("SHA256:");
    post.says("› Chưa so được");
    post.keys("Enter");
    post.says("Nơi nhận: chưa chọn");
    post.keys(&format!("Ctrl+T Enter \"{card}\" Enter Down Enter"));
    post.says("Đơn vị nhận từ nay");
    post.says("Dấu vân khóa SHA256:");
    // The other side gets this unit's card.
    let own = post.path("the");
    post.keys(&format!("Ctrl+T Down Enter \"{own}\" Enter"));
    post.says("LDG-P2");
    assert!(std::fs::read_to_string(format!("{own}.txt")).unwrap().starts_with("trucban-card: 1"));
    post.keys("Enter");
}
