//! How many keys it takes to write down what happens every day. Text is what somebody reads later or looks for; every
//! other key, the ones that open and save the form included, is counted.

use crate::post::Post;
use crate::stage::script_keys;

/// Keys of a script that aren't text.
fn beyond_text(script: &str) -> usize {
    script_keys(script).iter().filter(|key| key.text().is_none()).count()
}

/// A post with its officer at the board, as most of the day.
fn at_board() -> Post {
    let mut post = Post::new((80, 24));
    post.sign_in();
    post.keys("F6 F2");
    post.says("Đã lưu CT-2026-000001");
    post
}

#[test]
fn a_common_incident_takes_twelve_keys_beyond_its_text_at_most() {
    let script = "F3 \"trom xe\" Enter \"4\" Enter \"cổng chợ\" Enter Enter \"19h30\" Enter \"18h\" Enter Enter \
         \"Trộm xe máy trước chợ\" Enter \"Để xe trước cổng, quay ra không thấy.\" F2";
    let mut post = at_board();
    post.keys(script);
    post.says("Đã lưu VV-2026-000001");
    let saved = post.content("VV-2026-000001");
    for (key, value) in [
        ("category", "PROP.THVH"),
        ("area", "TDP 4"),
        ("place", "cổng chợ"),
        ("reported_at", "2026-11-23T19:30:00+07:00"),
        ("occurred_from", "2026-11-23T18:00:00+07:00"),
        ("title", "Trộm xe máy trước chợ"),
        ("narrative", "Để xe trước cổng, quay ra không thấy."),
    ] {
        assert_eq!(saved[key], value);
    }
    let keys = beyond_text(script);
    assert!(keys <= 12, "{keys}");

    // The next one in the same area only passes what stands there already.
    let next = "F3 \"danh nhau\" Enter Enter Enter Enter Enter Enter Enter \"Đánh nhau ở quán\" Enter \"Hai nhóm.\" F2";
    post.keys(next);
    post.says("Đã lưu VV-2026-000002");
    assert_eq!(post.content("VV-2026-000002")["area"], "TDP 4");
    assert!(beyond_text(next) <= 12);
}

#[test]
fn an_event_and_the_end_of_an_incident_take_five_keys_beyond_their_text_at_most() {
    let mut post = at_board();
    post.keys("F3 \"trom xe\" Enter \"4\" Enter Enter Enter Enter Enter Enter \"Mất xe\" F2");
    // From the record, which the board or the log opens with one key.
    post.keys("Esc Home Enter");
    let event = "Ctrl+N \"Báo công an phường 1 cùng tìm\" Tab \"thong bao\" Enter F2";
    post.keys(event);
    post.says("Diễn biến tiếp theo");
    post.says("đã thông báo · Báo công an phường 1 cùng tìm");
    assert!(beyond_text(event) <= 5);

    let end = "Ctrl+D \"to giac\" Enter \"tra lai\" Enter Enter \"Tìm thấy xe ở bãi giữ xe\" F2";
    post.keys(end);
    post.says("Đã lưu VV-2026-000001");
    let saved = post.content("VV-2026-000001");
    for (key, value) in [
        ("classification", "crime_report"),
        ("outcome", "returned"),
        ("outcome_at", "2026-11-23T20:14:00+07:00"),
        ("outcome_text", "Tìm thấy xe ở bãi giữ xe"),
        ("status", "closed"),
    ] {
        assert_eq!(saved[key], value);
    }
    assert_eq!(post.history("VV-2026-000001").last().unwrap().why.as_deref(), Some("incident settled"));
    let keys = beyond_text(end);
    assert!(keys <= 5, "{keys}");
}

#[test]
fn a_finished_patrol_takes_ten_keys_beyond_its_text_at_most() {
    let script = "F4 \"19h\" Enter \"20h10\" Enter \"7\" Enter \"2\" Enter \"3\" Enter Enter Enter \
         \"Nhắc nhở 2 quán nhậu quá giờ\" F2";
    let mut post = at_board();
    post.keys(script);
    post.says("Đã lưu TT-2026-000001");
    let saved = post.content("TT-2026-000001");
    for (key, value) in [
        ("state", "done"),
        ("started_at", "2026-11-23T19:00:00+07:00"),
        ("ended_at", "2026-11-23T20:10:00+07:00"),
        ("area", "TDP 7"),
        ("text", "Nhắc nhở 2 quán nhậu quá giờ"),
    ] {
        assert_eq!(saved[key], value);
    }
    assert_eq!((&saved["headcount"]["police"], &saved["headcount"]["grassroots"]), (&2.into(), &3.into()));
    let keys = beyond_text(script);
    assert!(keys <= 10, "{keys}");
}
