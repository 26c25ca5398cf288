//! The register of a kind: chosen behind one key or by the filter, its columns, a new record of it, and back.

use serde_json::{Value, json};
use trucban::record::Kind;

use crate::post::Post;

fn model(name: &str, founded: &str, working: Option<u64>) -> Value {
    json!({"name": name, "type": "cameras", "area": "TDP 4", "founded": founded, "checked_on": "2026-11-20",
        "units": {"total": 285, "working": working}, "state": "weak"})
}

#[test]
fn a_register_is_chosen_read_and_written_in() {
    let mut post = Post::new((80, 24));
    post.add(Kind::Model, model("Camera khu chợ", "2021-05-19", Some(88)));
    post.add(Kind::Model, model("Camera cổng trường", "2024-01-02", None));
    post.with_incident();
    post.sign_in();
    post.keys("F5");
    for kind in ["Tin quần chúng", "Mô hình tự quản", "Tổ bảo vệ ANTT"] {
        post.says(kind);
    }
    post.keys("Down Down Down Down Down Enter");
    post.says("[Mô hình tự quản]");
    for said in ["Tên mô hình", "Tình trạng", "Còn dùng", "Kiểm tra", "88/285", "?/285", "20/11/2026", "TDP 4"]
    {
        post.says(said);
    }
    post.says_not("Mất xe ở chợ");
    // Newest first; Enter opens, Esc comes back.
    post.says("› MH-2024-000001 Camera cổng trường");
    post.keys("Down Enter");
    post.says("Mô hình tự quản MH-2021-000001");
    post.keys("Esc");
    post.says("› MH-2021-000001 Camera khu chợ");
    // A new one of this kind, and back in the register.
    post.keys("Ctrl+B \"Tiếng kẻng an ninh\" Enter \"keng\" Enter F2");
    post.says("Đã lưu MH-2026-000001");
    post.says("[Mô hình tự quản]");
    post.says("Tiếng kẻng an ninh");
    post.keys("Esc");
    post.says("Đang mở (1)");
    // Whoever knows what to write needs no list.
    post.keys("F5 Enter");
    post.says("Sổ này chưa có gì");
    post.keys("Esc F5 Ctrl+B");
    post.says("Ghi tin quần chúng");
    post.keys("Esc Esc");
    post.says("Đang mở (1)");
}

#[test]
fn the_filter_leads_to_the_same_register_and_each_kind_begins_in_its_own_way() {
    let mut post = Post::new((80, 24));
    post.with_incident();
    post.unlock();
    post.says("Ctrl+B Việc khác");
    post.keys("Ctrl+K");
    post.says("[Vụ việc]");
    post.says("Ctrl+B Ghi mới");
    for said in ["Thời hạn", "Khu", "› VV-2026-000001 Mất xe ở chợ", "mới", "TDP 4"] {
        post.says(said);
    }
    post.keys("Ctrl+B");
    post.says("Loại vụ việc");
    post.keys("Esc Ctrl+K");
    post.says("[Tuần tra]");
    post.keys("Ctrl+B");
    post.says("Ghi một lượt đã đi xong");
    post.keys("Esc");
    post.says("[Tuần tra]");
    post.keys("Ctrl+K Ctrl+B");
    post.says("Mở ca");
    // A search goes on within the register, and Esc leads to the whole log.
    post.keys("Esc Esc Ctrl+K \"mat xe\"");
    post.says("› VV-2026-000001 Mất xe ở chợ");
    post.keys("Ctrl+U \"xyzzy\"");
    post.says("Không thấy gì khớp");
    post.keys("Esc");
    post.says("› VV-2026-000001 23/11 19:20 Mất xe ở chợ");
}

#[test]
fn columns_go_by_importance_in_a_small_window_and_come_back_in_a_large_one() {
    let mut post = Post::new((40, 10));
    post.add(Kind::Model, model("Camera khu chợ", "2021-05-19", Some(88)));
    post.sign_in();
    post.keys("F5 Down Down Down Down Down Enter");
    post.says("› MH-1    Camera khu");
    post.says("hoạt động yếu");
    post.says_not("88/285");
    let mut post = Post::new((200, 30));
    post.add(Kind::Model, model("Camera khu chợ", "2021-05-19", Some(88)));
    post.sign_in();
    post.keys("F5 Down Down Down Down Down Enter");
    for said in ["MH-2021-000001", "Camera khu chợ", "hoạt động yếu", "88/285", "20/11/2026", "camera an ninh"]
    {
        post.says(said);
    }
}

#[test]
fn a_campaign_says_how_far_it_is_in_its_register_and_its_page() {
    let mut post = Post::new((80, 24));
    let quotas = json!({"patrols": 4, "outreach": 2, "checks": 0});
    let campaign = json!({"name": "Cao điểm Tết", "type": "holiday", "from": "2026-11-14", "to": "2026-12-13",
        "plan_number": "12/KH", "quotas": quotas});
    post.add(Kind::Campaign, campaign);
    let patrol = json!({"mode": "foot", "state": "done", "started_at": "2026-11-20T20:00:00+07:00",
        "ended_at": "2026-11-20T22:00:00+07:00", "text": "Tuần tra chợ", "campaign": "CD-2026-000001"});
    post.add(Kind::Patrol, patrol);
    post.sign_in();
    post.says("CD-1 TT 1/4 TR 0/2");
    post.says("còn 20 ngày");
    post.keys("F5 Down Down Down Enter");
    for said in ["Cao điểm Tết", "TT 1/4 TR 0/2", "còn 20 ngày"] {
        post.says(said);
    }
    post.says_not("KT ");
    post.keys("Enter");
    for said in ["Tiến độ", "10/30 · còn 20 ngày", "1/4 · 25,00 %", "0/2 · 0,00 %", "■■■"] {
        post.says(said);
    }
}
