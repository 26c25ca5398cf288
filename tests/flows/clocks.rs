//! The legal clocks on their own screen: what is late, the way to the record and back, and what ends a clock there.

use serde_json::json;
use trucban::record::Kind;

use super::post::Post;

#[test]
fn every_clock_that_runs_leads_to_its_record_and_an_event_ends_it() {
    let mut post = Post::new((120, 40));
    for (reported, title, class) in [
        ("2026-11-22T19:00:00+07:00", "Mất xe", "crime_report"),
        ("2026-11-23T10:00:00+07:00", "Đổ rác", "administrative"),
    ] {
        post.add(
            Kind::Incident,
            json!({"category": "PROP.THVH", "channel": "phone", "area": "TDP 4", "title": title,
            "reported_at": reported, "classification": class}),
        );
    }
    post.sign_in();
    post.says("Hạn gần nhất (4, 1 quá hạn)");
    post.keys("Ctrl+T");
    post.says("Thời hạn (4)");
    post.says("Chuyển tin báo");
    post.says("Đổ rác");
    post.keys("Ctrl+T");
    post.says_not("VV-2");
    post.says("tính từ 22/11/2026 19:00");
    post.keys("Enter");
    post.says("Mất xe");
    post.keys("Ctrl+N \"Chuyển hồ sơ\" Tab \"da chuyen\" Enter F2");
    post.keys("Esc Esc");
    post.says("Thời hạn (1)");
    post.keys("Esc");
    post.says("Hạn gần nhất (1)");
}
