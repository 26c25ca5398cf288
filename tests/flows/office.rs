//! The registers of the office: officers, areas, settings.

use trucban::acts::Role;

use super::common::PASSWORD;
use super::post::Post;

/// A new officer, with a password typed twice.
const DUNG: &str = "Ctrl+A \"can bo\" Enter Ctrl+N \"Phạm Văn Dũng\" Enter \"Thượng úy\" Enter Enter \"123-456\" Enter \
     \"0912345678\" F2";

#[test]
fn an_officer_is_added_with_a_password_that_is_typed_twice() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys(DUNG);
    post.says("Mật khẩu của Phạm Văn Dũng");
    post.keys("\"ngắn\" Enter");
    post.says("! Mật khẩu quá ngắn: ít nhất 10 ký tự");
    post.keys("\"một câu dễ nhớ\" Enter \"một câu khác hẳn\" Enter");
    post.says("! Hai lần gõ mật khẩu không giống nhau");
    post.says_not("một câu");
    post.keys("\"một câu dễ nhớ\" Enter \"một câu dễ nhớ\" Enter");
    post.says("Đã lưu CB-2026-000002");
    post.says("› Phạm Văn Dũng");
    post.says("pham-van-dung");

    // Their telephone is a person's: masked, and shown for a reason that is logged.
    post.keys("Enter");
    post.says_not("0912345678");
    post.keys("F5 \"gọi đi trực thay\" Enter");
    post.says("0912345678");
    post.keys("Esc");
    post.says("› Phạm Văn Dũng");
    assert_eq!(post.accesses(), ["reveal: gọi đi trực thay"]);
    post.journal_holds("officer", "create", 2);

    // The new one signs in, and may not do what the commander may.
    post.keys("Ctrl+L");
    post.sign_in_as(1, "một câu dễ nhớ");
    assert_eq!(post.stage.app.session().unwrap().who.role, Role::Officer);
    post.keys("Ctrl+A \"can bo\" Enter Ctrl+N");
    post.says("Việc này do chỉ huy làm");
    post.keys("\"an\" Ctrl+R");
    post.says("Việc này do chỉ huy làm");
    // One's own password is one's own.
    post.keys("Esc \"dung\" Ctrl+R");
    post.says_not("Chỉ chỉ huy");
    post.keys(" \"câu dễ nhớ khác\" Enter \"câu dễ nhớ khác\" Enter");
    post.says("Đã đổi mật khẩu của pham-van-dung");
    post.keys("Ctrl+L");
    post.sign_in_as(1, "một câu dễ nhớ");
    post.says("Sai mật khẩu");
    post.sign_in_as(1, "câu dễ nhớ khác");
    post.says("Tuần tra 7 ngày");
}

#[test]
fn no_password_is_kept_in_a_draft_or_shown_by_anything() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys(DUNG);
    post.keys("\"mật khẩu bí mật\" Enter \"mật khẩu bí\"");
    post.stage.pass(3);
    let said = format!("{:?}", post.stage.effects);
    assert!(said.contains("KeepDraft") && !said.contains("bí"), "{said}");
    assert!(!format!("{:?}", post.stage.app.card).contains("bí"));
    assert!(!post.stage.text().contains("bí"));
    post.keys("\" mật\" Enter");
    post.says("Đã lưu CB-2026-000002");
    assert!(!format!("{:?}", post.stage.effects).contains("bí"));
}

#[test]
fn areas_come_one_by_one_or_many_at_once_and_end() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("Ctrl+A \"khu\" Enter Ctrl+N \"Buôn Ja\" F2");
    post.says("› Buôn Ja");
    post.keys("Ctrl+B");
    post.stage.tell(trucban::tui::app::Msg::Paste("TDP 8\r\n\r\nTDP 4\nTDP 9".into()));
    post.keys("F2");
    post.says("› TDP 8");
    post.says("TDP 9");
    post.says("Khu dân cư (5)");
    post.journal_holds("area", "create", 5);
    post.keys("Ctrl+B \"tdp 8\" Ctrl+U \"TDP 8\" F2");
    post.says("Mã khu dân cư “TDP 8” đã có");
    post.keys("Esc Down Down Enter Ctrl+D Enter");
    post.says("Cần điền mục này");
    post.keys("\"nhập vào TDP 7\" Enter");
    post.says("đã thôi");
    post.journal_holds("area", "amend", 1);
    post.keys("Esc Esc F3 \"trom xe\" Enter \"8\"");
    post.says("Không thấy mục nào khớp");
}

#[test]
fn a_setting_is_in_force_as_soon_as_it_is_changed() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("Ctrl+A \"cai dat\" Enter Down Down Enter");
    post.says("tự khóa (1 - 120)");
    post.keys("\"0\" Enter");
    post.says("“0” không dùng được");
    post.keys("Esc Enter Backspace \"2\" Enter");
    post.says("Đã đổi, có hiệu lực ngay");
    post.keys("Home Enter End Enter");
    post.says("chủ nhật");
    post.keys("\"mau\" Enter Down Down Enter");
    assert_eq!(post.stage.app.theme(), trucban::tui::app::Theme::Dark);
    post.keys("Esc Esc Esc");
    post.stage.pass(121);
    post.serve();
    post.says("Đã khóa");
    let mut again = post.started_anew();
    again.keys(&format!("\"{PASSWORD}\" Enter Ctrl+A \"cai\" Enter"));
    again.says("chủ nhật");
}

#[test]
fn an_officer_is_disabled_after_a_second_question_and_their_name_stays() {
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys(DUNG);
    post.keys("\"một câu dễ nhớ\" Enter \"một câu dễ nhớ\" Enter Ctrl+D");
    post.says("Phạm Văn Dũng (pham-van-dung)");
    post.says("› Thôi, để nguyên");
    post.keys("Enter");
    post.journal_holds("officer", "amend", 0);
    post.keys("Ctrl+D Down Enter");
    post.says("pham-van-dung không vào được sổ nữa");
    post.says("› Phạm Văn Dũng");
    post.says("đã thôi");
    post.journal_holds("officer", "amend", 1);
    assert_eq!(post.stage.app.door.logins, ["nguyen-van-an"]);
    // Neither again, nor oneself.
    post.keys("Ctrl+D");
    post.says("Cán bộ này không đăng nhập ở sổ này");
    post.keys("Up Ctrl+D Down Enter");
    post.says("Không thể tự khóa tài khoản của chính mình");
    post.keys("Esc Ctrl+L");
    post.sign_in();
    post.says("Tuần tra 7 ngày");
}
