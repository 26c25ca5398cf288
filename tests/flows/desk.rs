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
    desk.keys(&format!("F3 \"{usb}\" Enter"));
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
    post.logs("=HYPERLINK(1)");
    post.sends("Hai", &usb);
    desk.keys(&format!("F3 \"{usb}\" Enter Enter F6 Ctrl+K Down Enter"));
    desk.says("So sánh 23/11/2026 - 29/11/2026");
    desk.says("Công an phường khác  2");
    let file = desk.path("table.xlsx");
    desk.keys(&format!("Ctrl+X \"{file}\" Enter"));
    desk.says("table.xlsx");
    assert_eq!(desk.accesses(), ["export: indicators"]);
    let mut book: Xlsx<_> = calamine::open_workbook(&file).unwrap();
    let (_, read) = book.worksheets().swap_remove(0);
    let row = read.rows().find(|row| row[0] == Data::String("incident.total".into())).unwrap();
    assert_eq!(row[3..], [Data::Float(2.0), Data::Float(2.0)]);
    assert_eq!(read.get_value((0, 4)), Some(&Data::String("LDG-P2 · Công an phường khác".into())));
    desk.keys("Enter Down Enter");
    desk.says("Đơn vị gửi › LDG-P2");
}
