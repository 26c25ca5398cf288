//! The receiving desk: posts are trusted, what they send is received, something is asked of them, a key is revoked.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx};
use trucban::acts::session::Founded;
use trucban::acts::week::{self, Export, Which};
use trucban::acts::write::{self, Form};
use trucban::journal::Mint as _;
use trucban::logbook::files;
use trucban::record::Kind;
use trucban::sync::{Card, MAX_SMALL};

use super::common::{self, Clock, incident};
use super::post::Post;

/// A post beside the desk.
struct Sender {
    founded: Founded,
    clock: Clock,
}

impl Sender {
    fn new(folder: &Path, unit: &str, seed: u64) -> Self {
        let mut clock = Clock::at("2026-11-23T20:00:00+07:00", seed);
        Self { founded: common::post_of(folder, unit, &mut clock), clock }
    }

    /// Takes the desk as its receiver and writes its own card.
    fn meets(&mut self, desk: &str, own: &str) -> String {
        let Founded { book, who, .. } = &self.founded;
        let card = Card::parse(&files::read(Path::new(desk), MAX_SMALL, "E101").unwrap()).unwrap();
        week::set_receiver(book, who, &card, None).unwrap();
        let card = week::card(book, who).unwrap();
        std::fs::write(own, card.to_text()).unwrap();
        card.fingerprint().unwrap()
    }

    fn logs(&mut self, title: &str) {
        let input = incident(title);
        let form = Form { id: self.clock.id(), record: self.clock.id(), kind: Kind::Incident, input: &input };
        write::create(&self.founded.book, &self.founded.who, &form, &mut self.clock).unwrap();
    }

    /// Logs something and sends a batch.
    fn sends(&mut self, title: &str, out: &str) -> PathBuf {
        self.logs(title);
        let out = PathBuf::from(out);
        let export = Export { week: None, which: Which::Due, out: Some(&out), persons: false, despite: None };
        let Founded { book, who, .. } = &self.founded;
        week::export(book, who, &export, &mut self.clock, &mut |_| Ok(())).unwrap().file
    }
}

/// A desk with its screens, and a post that it trusts, both done by keys.
fn two() -> (Post, Sender) {
    let mut desk = Post::desk((80, 24));
    desk.sign_in();
    desk.says("Chưa có đơn vị nào");
    desk.keys(&format!("Ctrl+T \"{}\" Enter", desk.path("desk.txt")));
    desk.says("Ghi thẻ của đơn vị mình ra tệp");
    desk.keys("Enter");
    let mut post = Sender::new(Path::new(&desk.path("p2")), "LDG-P2", 7);
    let fingerprint = post.meets(&desk.path("desk.txt"), &desk.path("p2.txt"));
    desk.keys(&format!("Ctrl+N \"{}\" Enter", desk.path("p2.txt")));
    desk.says(&fingerprint);
    desk.says("› Chưa so được");
    desk.keys("Enter");
    desk.says("Chưa có đơn vị nào");
    desk.keys(&format!("Ctrl+N \"{}\" Enter Down Enter", desk.path("p2.txt")));
    desk.says("Đã công nhận Công an phường khác (LDG-P2)");
    desk.says("› LDG-P2");
    (desk, post)
}

#[test]
fn a_folder_is_received_and_its_records_are_found_and_asked_about() {
    let (mut desk, mut post) = two();
    let usb = desk.path("usb");
    post.sends("Trộm xe máy trước chợ", &usb);
    desk.keys("F7");
    desk.says("Chưa nhận được bản ghi nào. Esc rồi F3");
    desk.keys(&format!("Esc F3 \"{usb}\" Enter"));
    desk.says("1 tệp: 1 đã nhập");
    desk.says("1 biên nhận ở");
    assert!(desk.files("usb").iter().any(|name| name == "receipt-LDG-P2-1.json"));
    desk.keys("Enter");
    desk.says("› LDG-P2       Công an phường khác");
    desk.says("đủ");

    // One post: its weeks, and the log of it with a chip.
    desk.keys("Enter");
    desk.says("Đơn vị gửi › LDG-P2");
    desk.says("Gói 1");
    desk.keys("F7");
    desk.says("[LDG-P2]");
    desk.says("LDG-P2 VV-2026-000001");
    desk.keys("Enter");
    desk.says("LDG-P2-VV-2026-000001");
    desk.keys("End");
    desk.says("LDG-P2 · Công an phường khác");
    desk.says("Gói 1 · Tuần 48");
    // Whoever wrote it has no name here, and is never an id.
    desk.says("Người ghi");
    desk.says("chỉ huy, CB-2026-000001");
    desk.keys("Right");
    desk.says("lập · chỉ huy, CB-2026-000001");
    desk.keys("Left End");
    desk.says_not("0912345678");

    // Something is asked about it; it goes with the next receipt.
    desk.keys("Ctrl+R \"bổ sung biên bản\" Enter");
    desk.says("Đã ghi yêu cầu về LDG-P2-VV-2026-000001");
    desk.keys("Esc Esc");
    desk.says("Đơn vị gửi (1)");
    desk.keys("Enter");
    desk.says("VV-2026-000001: bổ sung biên bản");
    desk.keys("F3 \"/nowhere\" Enter");
    desk.says("/nowhere");
    desk.keys(&format!("Esc F3 Ctrl+U \"{usb}\" Enter"));
    desk.says("1 đã nhập từ trước");
    desk.keys("Enter");
    desk.says("yêu cầu");

    // One search over all posts.
    desk.keys("Esc F7 \"trom xe\"");
    desk.says("› LDG-P2 VV-2026-000001");
    desk.keys("Esc Esc");
    desk.says("Đơn vị gửi (1)");
}

#[test]
fn a_gap_is_seen_and_filled() {
    let (mut desk, mut post) = two();
    let (usb, later) = (desk.path("usb"), desk.path("later"));
    let first = post.sends("Một", &later);
    post.sends("Hai", &usb);
    for file in [&first, &first.with_extension("age.sig")] {
        std::fs::remove_file(PathBuf::from(&usb).join(file.file_name().unwrap())).unwrap();
    }
    desk.keys(&format!("F3 \"{usb}\" Enter"));
    desk.says("giữ lại, chờ gói trước");
    desk.says("Còn thiếu gói 1 của LDG-P2");
    desk.keys("Enter");
    desk.says("thiếu gói 1");
    desk.keys("Enter");
    desk.says("Gói 1 chưa đến");
    desk.keys(&format!("F3 \"{later}\" Enter"));
    desk.says("2 tệp: 2 đã nhập");
    desk.keys("Enter Esc");
    desk.says("đủ");
}

#[test]
fn esc_stops_a_receive_and_the_next_one_goes_on_there() {
    let (mut desk, mut post) = two();
    let usb = desk.path("usb");
    for title in ["Một", "Hai", "Ba", "Bốn"] {
        post.sends(title, &usb);
    }
    desk.esc_at = Some(2);
    desk.keys(&format!("F3 \"{usb}\" Enter"));
    desk.says("2 tệp: 2 đã nhập");
    desk.says("Đã dừng theo yêu cầu. Gói nào đã nhập thì giữ nguyên.");
    desk.says("Còn 2 tệp chưa nhận. Nhận lại cùng thư mục là đi tiếp từ đó.");
    // What went in is answered, and can be read.
    desk.says("1 biên nhận ở");
    desk.keys("Enter F7");
    desk.says("VV-2026-000002");
    desk.says_not("VV-2026-000003");
    assert!(desk.health().is_ok());

    desk.esc_at = None;
    desk.keys(&format!("Esc F3 Ctrl+U \"{usb}\" Enter"));
    desk.says("4 tệp: 2 đã nhập, 2 đã nhập từ trước");
    desk.says_not("dừng");
    desk.keys("Enter F7");
    desk.says("VV-2026-000004");

    // Before anything was looked at.
    desk.esc_at = Some(0);
    desk.keys(&format!("Esc F3 Ctrl+U \"{usb}\" Enter"));
    desk.says("Đã dừng theo yêu cầu");
    desk.says("Còn 4 tệp chưa nhận");
    desk.says_not("0 tệp");
}

#[test]
fn a_stick_that_takes_no_receipt_and_files_without_a_signature_are_told_with_what_to_do() {
    let (mut desk, mut post) = two();
    let usb = desk.path("usb");
    let file = post.sends("Một", &usb);
    let signature = file.with_extension("age.sig");
    let bytes = std::fs::read(&signature).unwrap();
    std::fs::remove_file(&signature).unwrap();
    desk.keys(&format!("F3 \"{usb}\" Enter"));
    desk.says("Thiếu tệp chữ ký .sig nằm cạnh gói");
    std::fs::write(&signature, &bytes[..bytes.len() / 2]).unwrap();
    desk.keys(&format!("Enter F3 Ctrl+U \"{usb}\" Enter"));
    desk.says("Chữ ký không đúng: tệp gói");
    std::fs::write(&signature, bytes).unwrap();
    std::fs::create_dir(PathBuf::from(&usb).join("receipt-LDG-P2-1.json")).unwrap();
    desk.keys(&format!("Enter F3 Ctrl+U \"{usb}\" Enter"));
    desk.says("1 đã nhập");
    desk.says("Không ghi được biên nhận vào");
    assert!(desk.files("log/outbox").iter().any(|name| name == "receipt-LDG-P2-1.json"));
    assert!(!desk.files("usb").iter().any(|name| name.ends_with(".part")));
}

#[test]
fn the_list_of_every_post_is_a_workbook_of_text_and_dates() {
    let (mut desk, mut post) = two();
    let usb = desk.path("usb");
    post.logs("=HYPERLINK(1)");
    post.sends("00123", &usb);
    desk.keys(&format!("F3 \"{usb}\" Enter Enter F7"));
    desk.keys(&format!("Ctrl+X \"{}\" Enter", desk.path("usb2/all.xlsx")));
    desk.says("Không có thư mục");
    let file = desk.path("all.xlsx");
    desk.keys(&format!("Esc Ctrl+X Ctrl+U \"{file}\" Enter"));
    desk.says("Đã xuất danh sách");
    desk.says("3 bản ghi");
    let mut book: Xlsx<_> = calamine::open_workbook(&file).unwrap();
    assert!(book.worksheet_formula("Nhật ký").unwrap().is_empty());
    let read = book.worksheet_range("Nhật ký").unwrap();
    let rows: Vec<_> = read.rows().collect();
    let text = |said: &str| Data::String(said.into());
    assert_eq!((rows.len(), &rows[0][3], &rows[0][7]), (4, &text("Đơn vị"), &text("Trích yếu")));
    assert_eq!([&rows[1][0], &rows[1][3]], [&text("LDG-P2-VV-2026-000002"), &text("LDG-P2")]);
    assert_eq!([&rows[1][7], &rows[2][7]], [&text("00123"), &text("=HYPERLINK(1)")]);
    assert!(matches!(&rows[1][1], Data::DateTime(at) if at.is_datetime()), "{:?}", rows[1][1]);
    assert_eq!(desk.accesses(), ["export: "]);
}

#[test]
fn a_desk_begins_in_the_middle_and_revokes_a_key() {
    let (mut desk, mut post) = two();
    desk.keys("Ctrl+B \"hai\" Enter");
    desk.says("“hai” không dùng được");
    desk.keys("Esc Ctrl+B Ctrl+U \"2\" Enter");
    desk.says("LDG-P2: nhận từ gói số 2");
    let usb = desk.path("usb");
    let first = post.sends("Một", &usb);
    post.sends("Hai", &usb);
    std::fs::remove_file(first).unwrap();
    desk.keys(&format!("F3 \"{usb}\" Enter Enter Enter"));
    desk.says("nhận từ gói số 2, không có các gói trước");

    desk.keys("Ctrl+D");
    desk.says("› Thôi, để nguyên");
    desk.keys("Enter Ctrl+D Down Enter Enter");
    desk.says("Cần điền mục này");
    desk.keys("\"đổi máy\" Enter");
    desk.says("LDG-P2: đã thu hồi 1 khóa");
    post.sends("Ba", &desk.path("third"));
    desk.keys(&format!("F3 \"{}\" Enter", desk.path("third")));
    desk.says("chữ ký không đúng");
    desk.keys("Enter Esc");
    desk.says("khóa đã thu hồi");
}

#[test]
fn a_desk_writes_nothing_down_and_a_post_receives_nothing() {
    let mut desk = Post::desk((80, 24));
    desk.sign_in();
    desk.keys("F7 F3 F4 F6 F9 Ctrl+B Ctrl+E Ctrl+N");
    assert!(desk.stage.app.session().unwrap().form.is_none() && desk.stage.app.session().unwrap().page.is_none());
    desk.keys("Ctrl+P \"vu viec\"");
    desk.says_not("Ghi vụ việc");
    desk.keys("Esc Esc");
    desk.says("Đơn vị gửi");
    let mut post = Post::new((80, 24));
    post.unlock();
    post.keys("Ctrl+P \"don vi gui\"");
    post.says_not("Đơn vị gửi");
    post.keys("Esc Ctrl+R");
    assert!(post.stage.app.card.is_none());
}

#[test]
fn posts_are_compared_and_the_table_is_a_spreadsheet_with_numbers() {
    let (mut desk, mut post) = two();
    let usb = desk.path("usb");
    let before = desk.path("before.xlsx");
    desk.keys("F6 Ctrl+K Down Enter");
    desk.says("Công an phường khác  …        …");
    desk.keys(&format!("Down Ctrl+X \"{before}\" Enter"));
    desk.says("Chưa nhận tuần nào của kỳ này");
    let mut book: Xlsx<_> = calamine::open_workbook(&before).unwrap();
    let (_, read) = book.worksheets().swap_remove(0);
    assert!(read.rows().skip(1).all(|row| row[4] == Data::Empty), "nobody said that there was none");
    desk.keys("Enter Esc");
    post.logs("=HYPERLINK(1)");
    post.sends("Hai", &usb);
    desk.keys(&format!("F3 \"{usb}\" Enter Enter F6 Ctrl+K Down Enter"));
    desk.says("So sánh 23/11/2026 - 29/11/2026");
    desk.says("Công an phường khác  2…");
    desk.says("Chưa đủ: 1 trong 1 đơn vị");
    let file = desk.path("table.xlsx");
    desk.keys(&format!("Ctrl+X \"{file}\" Enter"));
    desk.says("table.xlsx");
    assert_eq!(desk.accesses(), ["export: indicators"; 2]);
    let mut book: Xlsx<_> = calamine::open_workbook(&file).unwrap();
    let (_, read) = book.worksheets().swap_remove(0);
    let row = read.rows().find(|row| row[0] == Data::String("incident.total".into())).unwrap();
    assert_eq!(row[3..], [Data::Float(2.0), Data::Float(2.0)]);
    assert_eq!(read.get_value((0, 4)), Some(&Data::String("LDG-P2 · Công an phường khác".into())));
    desk.keys("Enter Down Enter");
    desk.says("Đơn vị gửi › LDG-P2");
}
