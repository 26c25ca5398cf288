//! What keeps the log safe: backups, the doctor, purges and holds, who saw what, volumes of the journal.

use std::path::Path;

use serde_json::json;
use trucban::acts::week::{self, Export, Which};
use trucban::acts::{session, write};
use trucban::journal::Mint as _;
use trucban::logbook::{Access, Mode};
use trucban::record::Kind;
use trucban::tui::app::Card;

use super::common::{Clock, PASSWORD, incident};
use super::post::{NEXT, Post};

/// Another program logs an incident, with more than the usual in it.
fn log_elsewhere(folder: &str, title: &str, more: serde_json::Value) {
    let mut clock = Clock::at("2026-11-23T20:05:00+07:00", 7);
    let (book, who) = session::sign_in(Path::new(folder), None, PASSWORD, Mode::Write).unwrap();
    let mut input = incident(title);
    input.extend(super::common::object(more));
    let form = write::Form { id: clock.id(), record: clock.id(), kind: Kind::Incident, input: &input };
    write::create(&book, &who, &form, &mut clock).unwrap();
}

/// A post with an incident of two years ago that is closed.
fn with_old_incident() -> Post {
    let post = Post::new((80, 24));
    let closed = json!({"reported_at": "2024-11-20T19:20:00+07:00", "status": "closed", "classification": "assistance",
        "outcome": "assisted", "outcome_at": "2024-11-21T08:00:00+07:00"});
    log_elsewhere(&post.path("log"), "Mất ví, đã trả lại", closed);
    post
}

#[test]
fn a_backup_is_made_now_and_listed_and_how_to_restore_it_is_said() {
    let mut post = Post::new((120, 40));
    post.unlock();
    post.keys("F7 Tab Tab Tab");
    // From the board's own line; where nothing is typed it lies in the logbook's folder.
    post.keys("End Up Enter");
    post.says("Chưa có bản sao lưu nào");
    post.keys("Ctrl+N Enter");
    for said in ["Đã sao lưu", "SHA-256", "backups/LDG-P2-2026"] {
        post.says(said);
    }
    post.keys("Enter");
    post.says("Sao lưu (1)");
    // A stick that isn't there: no folder is made in its place, and the path is there to be set right.
    let usb = post.path("usb");
    post.keys(&format!("Ctrl+N \"{usb}/so\" Enter"));
    post.says("Không có thư mục");
    assert!(!std::path::Path::new(&usb).exists());
    std::fs::create_dir(&usb).unwrap();
    post.keys("Esc Ctrl+N Backspace Backspace Backspace Enter Enter");
    post.says("› 23/11/2026 20:1");
    post.says("ngoài máy:");
    assert_eq!(std::fs::read_dir(&usb).unwrap().count(), 1);
    post.keys("Enter");
    post.says("trucban restore");
    post.says("THƯ-MỤC-MỚI");
    // Nothing is written over.
    let there = std::fs::read_dir(&usb).unwrap().next().unwrap().unwrap().path().display().to_string();
    post.keys(&format!("Esc Ctrl+N \"{there}\" Enter"));
    post.says("Đã có tệp");
}

#[test]
fn everything_is_checked_and_what_is_wrong_is_mended_where_it_can_be() {
    let mut post = Post::new((80, 24));
    post.with_incident();
    post.unlock();
    post.keys("Ctrl+A \"kiem tra\" Enter");
    post.says("Chưa kiểm tra lần nào");
    post.keys("Enter");
    post.says("Sổ trực tốt, không có gì sai");
    post.says("› Tệp dữ liệu");
    post.keys("Enter");
    post.says("Mọi trang của tệp");
    post.keys("Esc");
    post.break_the_views();
    post.keys("Ctrl+R");
    post.says("Danh sách khác với nhật ký: records: 2");
    post.keys("Down Enter");
    post.says("Đã dựng lại");
    post.keys("Ctrl+R");
    post.says("Sổ trực tốt, không có gì sai");
}

#[test]
fn what_is_due_is_looked_at_and_goes_for_good_after_a_reason_and_one_more_question() {
    let mut post = with_old_incident();
    post.with_incident();
    post.unlock();
    post.keys("Ctrl+A \"xoa\" Enter");
    post.says("› Vụ việc nhận tin đã hơn một năm");
    post.keys("Enter");
    post.says("Sẽ xóa ở 1 hồ sơ: 1 phần người liên quan, 0 bản cũ. Giữ lại 0 hồ sơ.");
    post.says("VV-2024-000001");
    post.says_not("VV-2026-000001");
    post.keys("Ctrl+D Enter");
    post.says("Cần điền mục này");
    post.keys("\"hết thời hạn lưu\" Enter");
    post.says("giấy khôi phục cũng không lấy lại được");
    post.says("› Thôi, để nguyên");
    post.keys("Enter");
    post.journal_holds("incident", "purge", 0);
    // The reason is still there for whoever only wanted to look once more.
    post.keys("Ctrl+D");
    post.says("hết thời hạn lưu");
    post.keys("Enter Down Enter");
    post.says("Đã xóa hẳn ở 1 hồ sơ: 1 phần người liên quan, 0 bản cũ. Giữ lại 0 hồ sơ.");
    post.journal_holds("incident", "purge", 1);
    let health = post.health();
    assert!(health.is_ok() && (health.purged, health.lost) == (1, 0), "{health:?}");
    assert_eq!(post.history("VV-2024-000001").last().unwrap().why.as_deref(), Some("hết thời hạn lưu"));
    post.keys("Enter");
    post.says("Không có gì đến hạn xóa.");
}

#[test]
fn a_hold_keeps_a_record_from_every_purge() {
    let mut post = with_old_incident();
    post.unlock();
    post.keys("Ctrl+A \"xoa\" Enter Enter Ctrl+N");
    post.says("Số: VV-2024-000001");
    post.keys("Enter");
    post.says("được giữ, không xóa");
    post.says("Giữ lại 1 hồ sơ");
    post.keys("Ctrl+D");
    post.says("Không có gì đến hạn xóa.");
    // By its number neither, and a wrong one is said.
    post.keys("Esc Ctrl+N \"VV-2024-000009\" Enter");
    post.says("Không có bản ghi VV-2024-000009");
    post.keys("Esc Ctrl+N Backspace \"1\" Enter");
    post.says("được giữ, không xóa");
    post.keys("Esc Esc Esc Ctrl+A \"giu\" Enter");
    post.says("› VV-2024-000001");
    post.says("Nguyễn Văn An giữ từ 23/11/2026");
    post.keys("Enter");
    post.says("Mất ví, đã trả lại");
    post.keys("Esc Ctrl+D");
    post.says("VV-2024-000001: đã thôi giữ");
    post.says("Chưa giữ hồ sơ nào");
    // From a record that is read, its number stands there.
    post.keys("Esc Esc F7 Enter Ctrl+P \"giu ho so\" Enter");
    post.says("Số: VV-2024-000001");
    post.keys("Enter");
    post.says("từ nay không lệnh xóa nào động đến");
    post.keys("Ctrl+P \"xoa mot\" Enter Enter");
    post.says("được giữ, không xóa");
}

#[test]
fn who_saw_what_is_read_page_by_page_narrowed_to_days_and_taken_away_as_a_file() {
    let mut post = Post::new((80, 24));
    post.with_incident();
    let (book, who) = session::sign_in(Path::new(&post.path("log")), None, PASSWORD, Mode::Write).unwrap();
    let mut clock = Clock::at("2026-11-20T08:00:00+07:00", 8);
    book.write(|book| {
        (0..450).try_for_each(|n| {
            let why = format!("lần {n} {}", if n == 3 { "hiếm gặp" } else { "thường" });
            let (at, by) = (clock.now(), who.officer);
            book.log_access(&Access { at, by, what: "reveal", record: None, why: Some(&why) })
        })
    })
    .unwrap();
    drop(book);
    post.unlock();
    post.keys("F7 Enter F5 \"bị hại xin xác nhận\" Enter Esc Ctrl+A \"ai da xem\" Enter");
    post.says("Ai đã xem gì (200+)");
    post.says("› 23/11/2026 20:1");
    post.says("xem thông tin cá nhân · VV-2026-000001 · bị hại xin xác nhận");
    post.keys("Enter");
    post.says("Mất xe ở chợ");
    post.keys("Esc End");
    post.says("(400+)");
    post.keys("End End");
    post.says("(451)");
    post.says("lần 0 thường");
    // A word is found wherever it stands, and a day is asked of the logbook.
    post.keys("Esc Ctrl+A \"ai da xem\" Enter \"hiem gap\"");
    post.says("lần 3 hiếm gặp");
    post.keys("Ctrl+F \"hôm nao\" Enter");
    post.says("Không hiểu ngày này");
    post.keys("Ctrl+U \"21/11 - 22/11\" Enter");
    post.says("Không có lần xem nào trong những ngày này");
    post.keys("Ctrl+F \"hôm nay\" Enter");
    post.says("Ai đã xem gì · 23/11/2026 (1)");
    let file = post.path("xem");
    post.keys(&format!("Ctrl+X \"{file}\" Enter"));
    post.says("2 dòng");
    let text = std::fs::read_to_string(format!("{file}.csv")).unwrap();
    assert_eq!(text.lines().count(), 3, "that this was written stands in it: {text}");
    assert!(text.contains("Nguyễn Văn An,xem thông tin cá nhân,LDG-P2-VV-2026-000001,bị hại xin xác nhận"), "{text}");
    assert!(!text.contains("Trần Thị Cúc"));
    post.keys("Enter");
    post.says("xuất danh sách này");
    assert_eq!(post.accesses()[0], "export-access: ");
}

#[test]
fn rooms_that_are_not_an_officers_say_whose_they_are() {
    let mut post = with_old_incident();
    post.with_officer();
    post.sign_in_as(1, NEXT);
    post.keys("F7 Ctrl+A \"xoa\"");
    post.says("Việc này do chỉ huy làm");
    post.keys("Enter Ctrl+N");
    post.says("Việc này do chỉ huy làm");
    post.keys("Esc Ctrl+U \"ai da xem\" Enter");
    post.says("Mục này chỉ dành cho chỉ huy, cán bộ tiếp nhận và người kiểm tra");
    post.keys("Esc Ctrl+U \"quyen\" Enter Ctrl+N");
    post.says("Việc này do chỉ huy làm");
    post.keys("Esc Esc Esc F7 F7 Enter Ctrl+P \"giu ho so\" Enter");
    post.says("Việc này do chỉ huy làm");
}

/// A post whose desk has heard another story from a copy of its logbook.
fn forked() -> Post {
    let mut post = Post::new((80, 24));
    post.with_desk();
    post.with_incident();
    let (log, twin) = (post.path("log"), post.path("twin"));
    copy(Path::new(&log), Path::new(&twin));
    post.unlock();
    let out = post.path("one");
    post.keys(&format!("F9 Ctrl+X Enter \"{out}\" Enter Enter Esc"));
    post.receive("one");
    log_elsewhere(&twin, "Chuyện kể khác", json!({}));
    let (book, who) = session::sign_in(Path::new(&twin), None, PASSWORD, Mode::Write).unwrap();
    let out = post.path("two");
    let export =
        Export { week: None, which: Which::Due, out: Some(Path::new(&out)), persons: false, despite: Some("thử") };
    week::export(&book, &who, &export, &mut Clock::at("2026-11-23T20:20:00+07:00", 9), &mut |_| Ok(())).unwrap();
    let receipt = post.receive("two");
    post.keys(&format!("F9 Ctrl+R \"{receipt}\" Enter"));
    post
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &target);
        } else {
            std::fs::copy(file.path(), target).unwrap();
        }
    }
}

#[test]
fn after_a_fork_the_board_and_the_doctor_lead_to_a_new_volume_and_say_what_it_means() {
    let mut post = forked();
    post.says("khác với sổ này");
    post.keys("Esc Esc F7");
    post.says("! Nhật ký rẽ nhánh");
    post.keys("Ctrl+A \"kiem tra\" Enter Enter");
    post.says("Đơn vị nhận giữ những dòng khác");
    post.keys("Esc Esc Esc End Up Enter");
    post.says("Quyển nhật ký (1)");
    post.says("RẼ NHÁNH, phải mở quyển mới");
    post.keys("Ctrl+N \"hai máy cùng ghi, dùng máy này\" Enter");
    post.says("Không quay về quyển cũ được");
    post.keys("Enter");
    post.says("Quyển nhật ký (1)");
    post.keys("Ctrl+N Enter Down Enter");
    post.says("Đã bắt đầu quyển nhật ký mới");
    post.says("Quyển nhật ký (2)");
    post.says("đang ghi");
    post.says_not("RẼ NHÁNH");
    assert!(post.health().is_ok());
    post.keys("Esc Esc F7");
    post.says_not("rẽ nhánh");
}

/// The own password once more.
const PROOF: &str = "\"mật khẩu thử\" Enter";

/// The code on the card, and the groups of it that are asked for.
fn shown_code(post: &Post) -> (String, [String; 2]) {
    let Some(Card::Paper(noting)) = &post.stage.app.card else { panic!("no code in\n{}", post.stage.text()) };
    let groups = noting.paper.groups();
    let asked = noting.paper.asked.map(|n| groups[n].to_owned());
    (format!("{}{}", noting.paper.head(), groups.concat()), asked)
}

#[test]
fn a_new_recovery_code_counts_once_two_of_its_groups_were_typed_back() {
    let mut post = Post::new((80, 24));
    let folder = post.path("log");
    let opens = |code: &str| trucban::acts::keep::open_with_paper(Path::new(&folder), code).is_ok();
    post.unlock();
    post.keys("Ctrl+A \"ma khoi\" Enter Enter \"sai\" Enter");
    post.says("Sai mật khẩu");
    post.says_not("AGE-SECRET-KEY-1");
    post.keys(PROOF);
    let (left, _) = shown_code(&post);
    post.says("AGE-SECRET-KEY-1");
    post.keys("Esc");
    post.says("giấy khôi phục cũ vẫn dùng được");
    post.keys(&format!("Enter {PROOF}"));
    let (code, [one, other]) = shown_code(&post);
    let file = post.path("giay.txt");
    post.keys(&format!("F2 \"{file}\" Enter"));
    post.says("In ra giấy, rồi xóa tệp");
    assert!(std::fs::read_to_string(&file).unwrap().lines().any(|line| line == code));
    post.keys(&format!("F2 \"{file}\" Enter"));
    post.says("!");
    post.keys("Esc Enter");
    assert!(code != left && !opens(&left) && !opens(&code));
    post.says_not("AGE-SECRET-KEY-1");
    post.keys(&format!("\"{one}\" Enter \"sai\" Enter"));
    post.says("không giống mã đã hiện");
    assert!(!opens(&code) && !format!("{:?}", post.stage.app.card).contains(&one));
    post.keys(&format!("\"{}\" Enter", other.to_lowercase()));
    post.says("Giấy mới đã thay giấy cũ");
    assert!(opens(&code) && !opens(&left));
    assert_eq!(post.accesses(), ["recovery: "]);
    assert_eq!(post.history("CB-2026-000001").len(), 1, "the journal says nothing of it");
}

#[test]
fn a_code_that_is_shown_is_gone_when_the_window_locks() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys(&format!("Ctrl+A \"ma khoi\" Enter Enter {PROOF}"));
    let (code, _) = shown_code(&post);
    post.stage.pass(601);
    let said = format!("{:?}", post.stage.effects);
    post.serve();
    post.says("Đã khóa");
    post.says_not("AGE-SECRET-KEY-1");
    assert!(!said.contains(&code) && !said.contains("Draft"), "{said}");
    post.sign_in();
    post.says_not("AGE-SECRET-KEY-1");
    assert_eq!(post.accesses(), [""; 0]);
}
