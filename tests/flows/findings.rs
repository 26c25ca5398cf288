//! What a rule has to say is met wherever the record is: in its form, by `check`, in the week, at the desk, in the receipt.

use super::INCIDENT;
use super::post::Post;

#[test]
fn one_finding_is_met_in_the_form_by_check_in_the_week_at_the_desk_and_in_the_receipt() {
    let mut post = Post::new((80, 44));
    post.with_desk();
    post.unlock();
    post.keys(INCIDENT);
    post.says_not("Có số tài khoản");
    // Said as soon as the field is left: what is saved once stays in the journal.
    post.keys("\"Tiền vào STK 0123456789\" Tab BackTab");
    post.says("! Có số tài khoản hoặc trang cá nhân trong phần nội dung gửi đi: ***789");
    post.keys("F2");
    post.says("Đã lưu VV-2026-000001 lúc 20:14 · Có số tài khoản");
    assert_eq!(post.checked(), ["H607 VV-2026-000001"]);
    post.keys("F9");
    post.says("PHẢI SỬA H607 (1)");
    let out = post.path("usb");
    post.keys(&format!("Ctrl+D \"đã hỏi bị hại\" Enter Ctrl+X Enter \"{out}\" Enter Esc"));
    let receipt = post.receive("usb");
    assert_eq!(post.desk_found(), ["H607"]);
    post.keys(&format!("Ctrl+R \"{receipt}\" Enter"));
    post.says("H607 VV-2026-000001");
}
