//! What is printed and what is searched about persons: both in the access log before anything is shown.

use super::common::object;
use super::{Post, accepted, codes, start};
use serde_json::json;
use trucban::acts::look::{self, find_persons};
use trucban::acts::shift;
use trucban::acts::write::{Amendment, amend};
use trucban::acts::{Refused, keep};
use trucban::journal::Mint;
use trucban::text::wrap;
use trucban::words::{Lang, Words};

impl Post {
    fn accesses(&self) -> Vec<(String, String)> {
        let seen = look::accesses(&self.book, &self.commander, None, None).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        seen.into_iter().map(|line| (text(&line.0["what"]), text(&line.0["why"]))).collect()
    }
}

impl Post {
    /// Sets a record right.
    fn set(&mut self, record: uuid::Uuid, more: serde_json::Value) {
        let input = object(more);
        let amendment = Amendment { id: self.mint.id(), record, input: &input, why: "rõ thêm", base: None };
        amend(&self.book, &self.commander, &amendment, &mut self.mint).unwrap();
    }
}

#[test]
fn the_sheet_holds_the_shift_and_can_be_held_against_the_log() {
    let mut post = start();
    let shift = post.open_shift();
    let long = "Trộm xe máy trước chợ phường lúc đông người qua lại, chủ xe đã trình báo ngay sau đó ít phút";
    let incident = post.incident(long);
    post.set(incident.record, json!({"classification": "crime_report", "reported_at": "2026-11-22T19:00:00+07:00"}));
    let incoming = post.proven();
    let list = json!([
        accepted(incident.record),
        {"item": "order", "answer": "queried", "note": "nhà trọ nào trước?"},
        {"item": "fault", "answer": "accepted"},
    ]);
    post.hand_over(&list, Some(&incoming)).unwrap();
    let words = Words::new(Lang::Vi);
    let print = |post: &mut Post| shift::sheet(&post.window, &post.officer, &shift, &words, &mut post.mint).unwrap();
    let open = print(&mut post);
    let line = shift::signatures(&post.book, &post.commander, &shift).unwrap()[0].of.short();
    let head = post.book.own_head().unwrap().hash.short();
    let short = "[hỏi lại] mệnh lệnh chưa xong: Kiểm tra nhà trọ · nhà trọ nào trước?";
    for part in ["Công an phường 2", "Nguyễn Văn An", &incident.number, short, "Phạm Văn Dũng", &line, &head, "[x]"]
    {
        assert!(open.contains(part), "{part} in\n{open}");
    }
    assert!(open.lines().all(|line| wrap::width(line) <= 80), "{open}");
    assert!(!open.contains("Trần Thị Cúc") && !open.contains("ĐÃ SỬA"), "{open}");
    assert_eq!(post.accesses()[0].0, "print");
    post.close(None).unwrap();
    let closed = print(&mut post);
    for paper in [&open, &closed] {
        let late = "!! Chuyển tin báo: trước 23/11/2026 19:00 · quá hạn 60' · tính từ";
        assert!(
            paper.contains(late) && paper.contains("Thông báo VKS, người báo: trước 25/11/2026 23:59 · còn 2 ngày"),
            "{paper}"
        );
    }
    assert!(closed.contains(short) && !closed.contains("ĐÃ SỬA"), "{closed}");
    let input = object(json!({"present": 1}));
    let amendment = Amendment { id: post.mint.id(), record: shift, input: &input, why: "đếm lại", base: None };
    amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    assert_eq!(print(&mut post).matches("ĐÃ SỬA SAU KHI KÝ").count(), 2);
    let refused = shift::sheet(&post.book, &post.commander, &incident.record, &words, &mut post.mint);
    assert_eq!(codes(refused.map_err(Refused::Fault)), ["E009"]);
}

#[test]
fn a_search_for_persons_is_logged_before_it_looks() {
    let mut post = start();
    let first = post.incident("Một");
    post.incident("Hai");
    let input = object(json!({"persons": [{"role": "witness", "name": "Võ Thị Sáu"}]}));
    let amendment = Amendment { id: post.mint.id(), record: first.record, input: &input, why: "nhầm", base: None };
    amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    let mut search = find_persons(&post.book, &post.officer, (" cúc  0912345678 ", "gọi lại"), &mut post.mint).unwrap();
    assert_eq!(
        post.accesses()[0],
        ("search".to_owned(), "cúc 0912345678 · gọi lại".to_owned()),
        "nothing was read yet"
    );
    let slice = search.slice(&post.window).unwrap().unwrap();
    let titles: Vec<_> = slice.found.iter().map(|row| row.title.as_deref().unwrap()).collect();
    assert_eq!(titles, ["Hai"], "what was amended away isn't found");
    assert_eq!(slice.done.0, slice.done.1);
    assert!(search.slice(&post.window).unwrap().is_none());
    let mut officers = find_persons(&post.book, &post.officer, ("Phạm Văn Dũng", "thử"), &mut post.mint).unwrap();
    assert!(officers.slice(&post.book).unwrap().unwrap().found.is_empty(), "officers are no persons of the log");
    let before = post.accesses().len();
    let why = find_persons(&post.book, &post.officer, ("cúc", " "), &mut post.mint);
    assert_eq!(why.unwrap_err().code, "E014");
    let none = find_persons(&post.book, &post.officer, ("a *", "thử"), &mut post.mint);
    assert_eq!(none.unwrap_err().code, "E015");
    assert_eq!(post.accesses().len(), before);
    assert!(keep::doctor(&post.book, &post.commander).unwrap().is_ok());
}
