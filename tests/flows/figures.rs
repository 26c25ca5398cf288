//! Figures of a period beside others: from the signals, step by step, by every length of period.

use serde_json::json;
use trucban::record::Kind;

use super::post::Post;

#[test]
fn figures_are_stepped_through_period_by_period() {
    let mut post = Post::new((120, 40));
    for day in ["2026-11-16", "2026-11-17", "2026-11-09", "2026-11-10", "2026-11-11", "2025-11-20", "2026-10-14"] {
        post.add(
            Kind::Incident,
            json!({"category": "PROP.THVH", "channel": "phone", "area": "TDP 4", "title": "Mất xe",
            "reported_at": format!("{day}T08:00:00+07:00")}),
        );
    }
    post.sign_in();
    post.keys("F8 F6");
    post.says("Tuần 47 (16/11 - 22/11/2026)");
    post.says(
        "Vụ việc tiếp nhận: 02 vụ; giảm 01 vụ (33,33 %) so với kỳ trước; tăng 01 vụ (100,00 %) so với cùng kỳ năm",
    );
    post.says("từ đầu năm 06 vụ.");
    post.says("-33,33 %");
    post.keys("Left");
    post.says("Tuần 46 (09/11 - 15/11/2026)");
    post.says("Vụ việc tiếp nhận: 03 vụ; tăng 03 vụ so với kỳ trước; chưa có số liệu để so");
    post.keys("Right Right");
    post.says("Tuần 48 (23/11 - 29/11/2026) · kỳ chưa hết");
    post.keys("Right");
    post.says("Đây là kỳ đang chạy");

    post.keys("Ctrl+K Down Enter");
    post.says("Tháng 11/2026 (15/10 - 14/11/2026)");
    post.keys("Ctrl+K Down Down Down Enter");
    post.says("Sáu tháng đầu năm 2026 (15/12/2025 - 14/06/2026)");
    post.keys("Right");
    post.says("Sáu tháng cuối năm 2026 (15/06 - 14/12/2026) · kỳ chưa hết");
    post.says("Vụ việc tiếp nhận: 06 vụ");

    // Esc leads to the board, and the period that was left is found again.
    post.keys("Esc");
    post.says("Tuần tra 7 ngày");
    post.keys("F8 F6");
    post.says("Sáu tháng cuối năm 2026");
}

#[test]
fn a_campaign_stands_beside_the_days_before_it_and_last_years_by_the_moon() {
    let mut post = Post::new((120, 40));
    // The 15th of the eighth month: 25 September 2026, 6 October 2025.
    for day in ["2026-09-25", "2026-09-26", "2026-09-23", "2025-10-06", "2025-10-07", "2025-10-07", "2025-09-25"] {
        post.add(
            Kind::Incident,
            json!({"category": "PROP.THVH", "channel": "phone", "area": "TDP 4", "title": "Mất xe",
            "reported_at": format!("{day}T20:00:00+07:00")}),
        );
    }
    post.add(
        Kind::Campaign,
        json!({"name": "Trung thu", "type": "holiday", "from": "2026-09-25", "to": "2026-09-26", "lunar": true,
        "quotas": {"patrols": 4}}),
    );
    post.sign_in();
    post.keys("F7 \"trung thu\" Enter");
    post.says("Vụ việc tiếp nhận: 02 vụ; tăng 01");
    post.says("vụ (100,00 %) so với 23/09 -");
    post.says("24/09/2026; giảm 01 vụ (33,33 %) so");
    post.says("với 06/10 - 07/10/2025");
    post.says("Tuần tra đã thực hiện: 00 lượt;");
}
