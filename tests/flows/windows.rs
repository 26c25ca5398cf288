//! Two windows on one logbook, each with its own screens and its own connection.

use crate::INCIDENT;
use crate::post::Post;

/// Two windows with their officer signed in, in the log.
fn two(size: (u16, u16)) -> (Post, Post) {
    let mut one = Post::new(size);
    one.with_incident();
    one.unlock();
    let mut other = one.another_window();
    other.unlock();
    (one, other)
}

#[test]
fn who_amends_later_is_shown_what_the_other_changed() {
    let (mut one, mut other) = two((80, 24));
    one.keys("Enter Ctrl+E \"mất ở cổng sau\"");
    one.stage.to("place");
    one.keys("\"cổng sau\"");
    other.keys("Enter Ctrl+E \"định giá lại\"");
    other.stage.to("loss_vnd");
    other.keys("Ctrl+U \"20000000\" F2");
    other.says("Đã lưu VV-2026-000001");

    one.keys("F2");
    one.says("Bản ghi vừa được sửa ở nơi khác");
    one.says("Thiệt hại");
    one.says("Ở bản mới: 20.000.000 đ");
    one.says("Đang viết: 18.000.000 đ");
    let before = one.content("VV-2026-000001");
    assert_eq!((&before["loss_vnd"], before.get("place")), (&20_000_000.into(), Some(&().into())), "nothing yet");
    one.keys("Enter F2");
    one.says("Đã lưu VV-2026-000001");
    one.keys("Tab");
    one.says("+ cổng sau");
    one.says("+ 20.000.000 đ");
    let both = one.content("VV-2026-000001");
    assert_eq!((&both["loss_vnd"], &both["place"]), (&20_000_000.into(), &"cổng sau".into()));
}

#[test]
fn what_both_add_at_once_is_numbered_in_one_row() {
    let (mut one, mut other) = two((80, 44));
    one.keys(INCIDENT);
    other.keys(INCIDENT);
    other.keys("F2");
    other.says("Đã lưu VV-2026-000002");
    one.keys("F2");
    one.says("Đã lưu VV-2026-000003");
    one.says("VV-2026-000002");
    other.keys("F7 F7 \"cho\" Ctrl+U");
    other.says("VV-2026-000003");
    let health = one.health();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn an_order_that_another_window_takes_down_outlives_the_end_of_the_shift() {
    let (mut one, mut other) = two((80, 44));
    one.keys("F6 F2");
    one.says("Đã lưu CT-2026-000001");
    one.keys("F6 F8");
    one.says("Đóng ca CT-2026-000001");
    other.keys("Ctrl+K Ctrl+K Ctrl+K Enter Ctrl+E \"lệnh mới\"");
    other.stage.to("orders");
    other.keys("Enter Tab Tab \"Kiểm tra nhà trọ\" F2");
    other.says("Đã lưu CT-2026-000001");

    one.keys("F2");
    one.says("Bản ghi vừa được sửa ở nơi khác");
    one.says("Kiểm tra nhà trọ");
    assert!(one.content("CT-2026-000001")["ended_at"].is_null(), "not closed past what nobody here has seen");
}
