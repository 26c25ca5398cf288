//! A record declared void from the screens: by whom, with a reason, after a question, and never past what another window
//! has written.

use crate::INCIDENT;
use crate::post::{NEXT, Post};

#[test]
fn a_mistaken_record_is_void_with_a_reason_and_stays_readable() {
    let mut post = Post::new((80, 44));
    post.with_incident();
    post.unlock();
    post.keys("Enter Delete Enter");
    post.says("Cần điền mục này");
    post.keys("\"ghi trùng\" Enter");
    post.says("VV-2026-000001 · Mất xe ở chợ");
    post.says("Lý do: ghi trùng");
    // Enter alone changes nothing.
    post.keys("Enter");
    post.journal_holds("incident", "void", 0);
    post.keys("Delete \"ghi trùng\" Enter Down Enter");
    post.says("Đã hủy VV-2026-000001");
    post.says("ĐÃ HỦY. Bản ghi này không được tính vào số liệu.");
    post.says_not("Delete Hủy");
    post.keys("Tab");
    post.says("hủy · Nguyễn Văn An");
    post.says("ghi trùng");
    // It is over for good.
    post.keys("Delete");
    post.says("đã hủy, không ghi thêm được");
    post.keys("Esc Esc");
    post.says("› VV-2026-000001 23/11 19:20 (hủy) Mất xe ở chợ");
    post.journal_holds("incident", "void", 1);
    let health = post.health();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn an_officer_declares_void_what_is_theirs_and_of_this_shift() {
    let mut post = Post::new((80, 44));
    post.with_incident();
    post.with_officer();
    post.sign_in_as(1, NEXT);
    post.keys("F6 F2 F7");
    post.keys(INCIDENT);
    post.keys("F2");
    post.says("Đã lưu VV-2026-000002");
    post.keys("\"mat xe o cho\" Enter");
    post.says("Vụ việc VV-2026-000001");
    post.says_not("Delete Hủy");
    post.keys("Delete");
    post.says("không được làm việc này");
    post.keys("Esc Esc Ctrl+U \"trom xe may\" Enter");
    post.says("Delete Hủy bản ghi");
    post.keys("Delete \"gõ nhầm\" Enter Down Enter");
    post.says("Đã hủy VV-2026-000002");
}

#[test]
fn what_another_window_changed_is_seen_before_a_record_is_void() {
    let mut one = Post::new((80, 44));
    one.with_incident();
    one.unlock();
    let mut other = one.another_window();
    other.unlock();
    one.keys("Enter Delete \"ghi trùng\" Enter Down");
    other.keys("Enter Ctrl+E \"định giá lại\"");
    other.stage.to("loss_vnd");
    other.keys("Ctrl+U \"20000000\" F2");
    other.says("Đã lưu VV-2026-000001");

    one.keys("Enter");
    one.says("Bản ghi vừa được sửa ở nơi khác");
    one.says("Thiệt hại (đồng): 18.000.000 đ → 20.000.000 đ");
    one.journal_holds("incident", "void", 0);
    one.keys("Enter");
    one.says("20.000.000 đ");
    one.keys("Delete \"vẫn trùng\" Enter Down Enter");
    one.says("Đã hủy VV-2026-000001");
    // The other one learns of it before it can say so twice.
    other.keys("Delete \"trùng\" Enter Down Enter");
    other.says("đã hủy, không ghi thêm được");
    one.journal_holds("incident", "void", 1);
}

#[test]
fn a_full_disk_voids_nothing_and_says_so() {
    let mut post = Post::new((80, 44));
    post.with_incident();
    post.unlock();
    post.full = true;
    post.keys("Enter Delete \"ghi trùng\" Enter Down Enter Esc");
    post.journal_holds("incident", "void", 0);
    post.full = false;
    post.keys("Delete \"ghi trùng\" Enter Down Enter");
    post.says("Đã hủy VV-2026-000001");
}
