//! Patrols: planned, led on step by step while they are out, written down afterwards. Each step is looked up in the
//! logbook as well.

use serde_json::{Value, json};

use crate::post::Post;

/// A plan for tonight with two points.
const PLAN: &str = "F4 Down Down Enter Enter Enter Enter \"4\" Enter Enter \"2\" Enter \"3\" Enter Enter Enter \
     Enter \"4\" Enter Enter Enter \"7\" Enter F2";

/// The officer at the board, a shift open.
fn on_duty(size: (u16, u16)) -> Post {
    let mut post = Post::new(size);
    post.sign_in();
    post.keys("F6 F2");
    post
}

fn acts(post: &Post, number: &str) -> Vec<String> {
    post.history(number).into_iter().map(|version| version.why.unwrap_or_else(|| "lập".into())).collect()
}

#[test]
fn a_patrol_is_planned_led_on_and_finished() {
    let mut post = on_duty((80, 24));
    post.keys(PLAN);
    post.says("Đã lưu TT-2026-000001");
    post.says("▷ TT-1 Tuần tra");
    post.keys("F4");
    post.says("TT-1 · xe máy · 5 người");
    post.keys("End Enter");
    post.says("›▷ Xuất phát ngay");
    post.says("Enter Xuất phát ngay");
    post.keys("Enter");
    post.says("đi được");
    post.says("›□ TDP 4");

    // It leads on: one key at each point.
    post.keys("Enter");
    post.says("■ TDP 4");
    post.says("›□ TDP 7");
    post.keys("\"den\" Enter \"Đèn hẻm 12 hỏng\" Enter \"báo điện lực\" F2");
    post.says("›20:14 TDP 4 · đường thiếu đèn: Đèn hẻm 12 hỏng → báo điện lực");
    // What was noticed becomes an incident by one key; the category is all that it lacks.
    post.keys("F3");
    post.says("Vụ việc từ sơ hở");
    post.keys("\"trom xe\" Enter F2");
    post.says("Đã lưu VV-2026-000001");
    post.says("VV-1");
    post.keys("F3");
    post.says("Sơ hở này đã lập vụ việc VV-2026-000001");
    post.keys("Enter");
    post.says("Vụ việc VV-2026-000001");
    post.says("tuần tra phát hiện");
    post.says("phát hiện từ · TT-2026-000001");
    post.keys("Esc F5 \"gay on\" Enter F2 Home Down Down Enter");
    post.says("■ TDP 7");
    post.says("›+ Đến thêm một khu");
    post.keys("Enter \"4\" Enter");
    post.says("Lộ trình (3/3)");

    post.keys("F6");
    post.says("Số vụ phát hiện          1");
    post.keys("\"2\" Enter \"1\"");
    post.stage.to("text");
    post.keys("\"Nhắc nhở 2 quán nhậu\" F2");
    post.says("đã xong 20:14");
    post.keys("F5");
    post.says("TT-2026-000001: tuần tra đã xong");
    post.keys("Esc");
    post.says("TT-1 kết thúc tuần tra: Nhắc nhở");
    it_stands_in_the_journal(&post);
}

/// What became of the patrol above.
fn it_stands_in_the_journal(post: &Post) {
    let patrol = post.content("TT-2026-000001");
    assert_eq!((&patrol["state"], &patrol["text"]), (&json!("done"), &json!("Nhắc nhở 2 quán nhậu")));
    let route: Vec<&Value> = patrol["route"].as_array().unwrap().iter().map(|point| &point["area"]).collect();
    assert_eq!(route, ["TDP 4", "TDP 7", "TDP 4"]);
    assert!(patrol["route"].as_array().unwrap().iter().all(|point| point["at"].is_string()));
    let results = &patrol["results"];
    assert_eq!(
        (&results["cases_found"], &results["people_checked"], &results["vehicles_checked"]),
        (&json!(1), &json!(2), &json!(1))
    );
    assert_eq!(patrol["headcount"], json!({"police": 2, "grassroots": 3, "militia": 0, "other": 0}));
    let seen = patrol["observations"].as_array().unwrap();
    assert_eq!((seen.len(), &seen[1]["kind"], &seen[1]["area"]), (2, &json!("noise"), &json!("TDP 4")));
    let incident = post.content("VV-2026-000001");
    assert_eq!((&incident["channel"], &incident["title"]), (&json!("patrol"), &json!("Đèn hẻm 12 hỏng")));
    assert_eq!(seen[0]["incident"], post.id("VV-2026-000001"));
    assert_eq!(incident["links"], json!([{"type": "found_by", "to": post.id("TT-2026-000001")}]));
    let all = "lập, patrol started, patrol checkpoint, patrol observed, patrol incident, patrol observed, \
         patrol checkpoint, patrol checkpoint, patrol finished";
    assert_eq!(acts(post, "TT-2026-000001").join(", "), all);
    assert!(post.health().is_ok());
}

#[test]
fn the_patrol_that_is_out_is_gone_on_with_and_nothing_of_it_is_lost() {
    let mut post = on_duty((80, 24));
    post.keys("F4 Down Enter \"xe dap\" Enter F2");
    post.says("Đã lưu TT-2026-000001");
    post.says("đi được 0'");
    post.says("xe đạp");
    post.keys("\"den\" Enter \"Đèn ngõ 3");
    post.stage.pass(2);
    post.serve();
    // The power is cut in the middle of a word.
    let mut again = post.started_anew();
    again.sign_in();
    again.says("Ghi sơ hở");
    again.keys("Enter \" hỏng\" F2");
    again.says("Đã lưu TT-2026-000001");
    again.keys("F4");
    again.says("đường thiếu đèn: Đèn ngõ 3 hỏng");
    again.keys("F4");
    again.says("›Ghi một lượt đã đi xong");
    again.keys("End Enter");
    again.says("xe đạp");
    assert_eq!(acts(&again, "TT-2026-000001"), ["lập", "patrol observed"]);
}

#[test]
fn a_patrol_is_called_off_with_a_reason() {
    let mut post = on_duty((80, 24));
    post.keys(PLAN);
    post.keys("F4 End Enter F6");
    post.says("TT-2026-000001: tuần tra chưa đi");
    post.keys("Ctrl+D F2");
    post.says("Cần điền mục này");
    post.keys("\"mưa to\" F2");
    post.says("hủy");
    post.keys("Ctrl+D");
    post.says("TT-2026-000001: tuần tra đã hủy");
    assert_eq!(acts(&post, "TT-2026-000001"), ["lập", "mưa to"]);
    assert_eq!(post.content("TT-2026-000001")["state"], "cancelled");
}

#[test]
fn what_a_patrol_that_is_over_noticed_becomes_an_incident_too() {
    let mut post = on_duty((80, 24));
    post.keys("F4 \"19h\"");
    post.stage.to("observations");
    post.keys("Enter");
    post.stage.to("observations[0].kind");
    post.keys("\"khong khoa\" Enter \"Cửa kho để ngỏ\" F2");
    post.says("Đã lưu TT-2026-000001");
    post.keys("F7 Enter F4 End F3");
    post.says("Vụ việc từ sơ hở");
    post.keys("\"trom xe\" Enter \"4\" Enter F2");
    post.says("Đã lưu VV-2026-000001");
    assert_eq!(post.content("TT-2026-000001")["observations"][0]["incident"], post.id("VV-2026-000001"));
}

#[test]
fn a_late_patrol_is_shown_wherever_patrols_are() {
    let mut post = on_duty((120, 40));
    post.keys("F4 Down Enter F2 Esc");
    post.stage.pass(95 * 60);
    post.serve();
    post.says("Đã khóa");
    post.sign_in();
    post.says("! TT-1 Tuần tra");
    post.says("chưa báo tin 1h3");
    post.keys("F4");
    post.says("! Chưa báo tin 1h3");
}
