//! Signals: what stands out, how it was computed, and the way to its records and back.

use serde_json::json;
use trucban::record::Kind;

use super::post::Post;

#[test]
fn a_signal_leads_to_its_records_and_back() {
    let mut post = Post::new((120, 40));
    post.add(
        Kind::Incident,
        json!({"category": "PROP.THVH", "channel": "phone", "area": "TDP 4", "title": "Mất xe",
        "reported_at": "2026-10-01T08:00:00+07:00"}),
    );
    post.add(
        Kind::Outreach,
        json!({"date": "2026-11-20", "form": "zalo", "topic": "theft", "area": "TDP 7",
        "title": "Nhắc khóa xe", "result": "Có 12 người hỏi lại"}),
    );
    post.add(
        Kind::Model,
        json!({"name": "Camera an ninh", "type": "cameras", "area": "TDP 4", "state": "weak",
        "units": {"total": 285, "working": 88}}),
    );
    post.sign_in();
    post.keys("F8");
    post.says("chưa có hoạt động nào, đã 53 ngày (mức nhắc 30)");
    post.says("88/285 đang chạy");
    // What happens by itself is no work of anybody; what was held is.
    post.says("Số ngày từ lần hoạt động cuối");
    post.says_not("TDP 7: im");

    post.keys("\"tdp 4\" Enter");
    post.says("[TDP 4]");
    post.says("VV-2026-000001 01/10 08:00 Mất xe");
    post.keys("Esc");
    post.says("Đáng chú ý (");

    post.keys("Ctrl+U \"camera\" Enter");
    post.says("[Nội dung]");
    post.says("Camera an ninh");
    post.keys("Esc");
    post.says("Đáng chú ý (");
    post.keys("Esc Esc");
    post.says("Tuần tra 7 ngày");
}

#[test]
fn keys_are_taken_while_signals_are_computed() {
    let mut post = Post::new((80, 24));
    post.with_incident();
    post.sign_in();
    // Nobody answers yet.
    post.stage.keys("F8");
    post.says("Đang tính…");
    post.stage.keys("\"tdp 4\"");
    post.says("Tìm: tdp 4");
    post.stage.keys("Ctrl+U Esc");
    post.says("Tuần tra 7 ngày");
    // What comes late changes nothing on the board, and is computed anew when somebody looks again.
    post.serve();
    post.says("Tuần tra 7 ngày");
    post.says_not("Đang tính…");
    post.keys("F8");
    post.says("Đáng chú ý (");
}

#[test]
fn enter_leads_to_the_very_records_that_a_signal_was_made_from() {
    let mut post = Post::new((120, 40));
    post.with_incident();
    let held = |title: &str, partner: &str, area: &str| {
        json!({"date": "2026-11-20", "form": "zalo", "topic": "theft", "area": area, "title": title,
            "partner": partner, "result": "Có 12 người hỏi lại"})
    };
    for n in 0..10 {
        post.add(Kind::Outreach, held(&format!("Nhắc khóa xe {n}"), "youth", "TDP 4"));
    }
    post.add(Kind::Outreach, held("Nhắc phòng cháy", "women", "TDP 7"));
    post.add(
        Kind::Patrol,
        json!({"mode": "foot", "planned_start": "2026-11-22T20:00:00+07:00",
        "started_at": "2026-11-22T20:00:00+07:00", "ended_at": "2026-11-22T22:00:00+07:00", "state": "done",
        "route": [{"area": "TDP 4", "at": "2026-11-22T20:30:00+07:00"}]}),
    );
    post.sign_in();
    // A partner: all ten, and nothing that was done with another one.
    post.keys("F8 \"doan thanh\" Enter");
    post.says("[10 bản ghi]");
    post.says("Nhắc khóa xe 9");
    post.says_not("Nhắc phòng cháy");
    // An area: what was done there, the patrol that came by too; what happened there by itself is no work.
    post.keys("Esc Ctrl+U \"tdp 4\" Enter");
    post.says("[11 bản ghi]");
    post.says("TT-2026-000001");
    post.says_not("Mất xe ở chợ");
    post.keys("Esc");
    post.says("Đáng chú ý (");
}

#[test]
fn a_setting_changes_what_counts_as_quiet_at_once() {
    let mut post = Post::new((120, 40));
    post.add(
        Kind::Outreach,
        json!({"date": "2026-11-03", "form": "zalo", "topic": "theft", "area": "TDP 4",
        "title": "Nhắc khóa xe", "result": "Có 12 người hỏi lại"}),
    );
    post.unlock();
    post.keys("F8");
    post.says_not("im 20 ngày");
    post.keys("Ctrl+A \"cai dat\" Enter \"im lang\" Enter \"20\" Enter F8");
    post.says("im 20 ngày, lần cuối 03/11/2026 (mức nhắc 20)");
}

#[test]
fn a_campaign_says_what_was_done_of_its_plan() {
    let mut post = Post::new((100, 40));
    post.unlock();
    post.add(
        Kind::Campaign,
        json!({"name": "Cao điểm cuối năm", "type": "crime", "from": "2026-11-01",
        "to": "2026-11-30", "quotas": {"patrols": 0, "outreach": 6, "checks": 2}}),
    );
    let campaign = post.id("CD-2026-000001");
    for (title, named) in [("Nhắc khóa xe", true), ("Nhắc khóa cửa", true), ("Nhắc phòng cháy", false)] {
        post.add(Kind::Outreach, json!({"date": "2026-11-20", "form": "zalo", "topic": "theft", "area": "TDP 4",
            "title": title, "result": "Có 12 người hỏi lại", "campaign": if named { campaign.clone() } else { json!(null) }}));
    }
    post.keys("\"cao diem\" Enter");
    post.says("2/6 · 33,33 %");
    post.says("0/2 · 0,00 %");
    post.says_not("Lượt tuần tra: 0");
    // Twenty-three of thirty days are over, and less than half of what they ask for is done.
    post.keys("Esc Ctrl+U F8");
    post.says("Lượt kiểm tra: 0/2, ngày 23/30");
}
