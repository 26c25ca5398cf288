//! What is said at a handover before anybody signs: each word is in the journal when it was said.

use super::{OTHERS, Post, codes, evening, start};
use serde_json::json;
use trucban::acts::session::prove;
use trucban::acts::shift::{self, Answer, Handover, HandoverItem, Sort, Step};
use trucban::acts::{Refused, Saved};
use trucban::fault::Fault;
use trucban::journal::Mint;
use trucban::words::{Lang, Words};

impl Post {
    fn say(&mut self, step: &Step) -> Result<Saved, Refused> {
        let base = self.book.record(&self.book.open_shift()?.unwrap())?.version;
        let id = self.mint.id();
        shift::step(&self.book, &self.commander, (id, base), step, &mut self.mint)
    }

    fn items(&self) -> Vec<HandoverItem> {
        shift::items(&self.book, &self.commander, evening()).unwrap()
    }

    fn item(&self, sort: Sort) -> HandoverItem {
        self.items().into_iter().find(|item| item.sort == sort).unwrap()
    }
}

fn accepted() -> Answer {
    Answer { accepted: true, note: None }
}

#[test]
fn an_answer_takes_the_place_of_the_one_before() {
    let mut post = start();
    let shift = post.open_shift();
    post.incident("Trộm xe máy");
    let question = Answer { accepted: false, note: Some("đã xem camera chưa?".into()) };
    for sort in [Sort::Incident, Sort::Order] {
        let item = post.item(sort);
        post.say(&Step::Answer(vec![item], question.clone())).unwrap();
    }
    assert_eq!(post.item(Sort::Incident).answer, Some(question.clone()));
    post.say(&Step::Answer(post.items(), accepted())).unwrap();
    assert!(post.items().iter().all(|item| item.answer == Some(accepted())));
    let list = post.book.record(&shift).unwrap().data.items("handover").to_vec();
    assert_eq!(list.len(), 3, "one entry for each matter: {list:?}");
}

#[test]
fn a_promise_goes_on_from_shift_to_shift_until_it_is_kept() {
    let mut post = start();
    post.open_shift();
    post.say(&Step::Promise("hẹn bà Tư 9h".into())).unwrap();
    assert_eq!(post.item(Sort::Promise).title, "hẹn bà Tư 9h");
    post.say(&Step::Answer(post.items(), accepted())).unwrap();
    post.close(None).unwrap();
    let next = shift::suggested(&post.book, &post.commander).unwrap();
    assert_eq!(next["handover"], json!([{"item": "promise", "what": "hẹn bà Tư 9h"}]), "without the answer");
    assert_eq!((&next["present"], next["orders"].as_array().unwrap().len()), (&json!(6), 1));
    post.open_shift();
    assert_eq!(post.item(Sort::Promise).answer, None);
    post.say(&Step::Done(post.item(Sort::Promise))).unwrap();
    assert!(post.items().iter().all(|item| item.sort != Sort::Promise));
}

#[test]
fn an_order_that_was_carried_out_is_open_no_more() {
    let mut post = start();
    let shift = post.open_shift();
    post.say(&Step::Done(post.item(Sort::Order))).unwrap();
    assert!(post.items().iter().all(|item| item.sort != Sort::Order));
    let orders = post.book.record(&shift).unwrap().data.items("orders").to_vec();
    assert!(orders.iter().all(|order| order["done"] == true), "{orders:?}");
    let fault = post.item(Sort::Fault);
    post.say(&Step::Done(fault)).unwrap();
    assert_eq!(post.items().len(), 1, "a fault isn't done away with by saying so");
}

#[test]
fn a_step_from_an_older_version_writes_nothing() {
    let mut post = start();
    post.open_shift();
    let item = post.item(Sort::Order);
    let base = post.book.record(&post.book.open_shift().unwrap().unwrap()).unwrap().version;
    post.say(&Step::Promise("hẹn bà Tư".into())).unwrap();
    let id = post.mint.id();
    let late = Step::Answer(vec![item], accepted());
    let refused = shift::step(&post.window, &post.officer, (id, base), &late, &mut post.mint);
    assert_eq!(codes(refused), ["E010"]);
    assert_eq!(post.item(Sort::Order).answer, None);
}

#[test]
fn a_closed_shift_keeps_its_matters_with_their_answers() {
    let mut post = start();
    let shift = post.open_shift();
    let incident = post.incident("Trộm xe máy");
    post.say(&Step::Answer(post.items(), accepted())).unwrap();
    let incoming = prove(&post.book, "Phạm Văn Dũng", OTHERS).unwrap();
    let (id, input) = (post.mint.id(), serde_json::Map::new());
    let given = Handover { id, base: None, input: &input, incoming: Some(&incoming) };
    shift::handover(&post.book, &post.commander, &given, &mut post.mint).unwrap();
    post.close(None).unwrap();
    post.incident("Xảy ra sau khi đóng ca");
    let record = post.book.record(&shift).unwrap();
    let kept = shift::matters(&post.book, &post.officer, &record, evening()).unwrap();
    assert_eq!(kept.iter().map(|item| item.sort).collect::<Vec<_>>(), [Sort::Incident, Sort::Order, Sort::Fault]);
    assert_eq!(kept[0].number.as_deref(), Some(&*incident.number));
    assert!(kept.iter().all(|item| item.answer == Some(accepted())));
}

#[test]
fn a_sheet_is_written_over_nothing() {
    let mut post = start();
    let shift = post.open_shift();
    let words = Words::new(Lang::Vi);
    let folder = post.folder.path().join("giấy");
    std::fs::create_dir(&folder).unwrap();
    let print = |post: &mut Post| -> Result<_, Fault> {
        shift::print(&post.window, &post.officer, &shift, (&words, &folder), &mut post.mint)
    };
    let file = print(&mut post).unwrap();
    assert_eq!(file.file_name().unwrap(), "LDG-P2-CT-2026-000001.txt");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("BIÊN BẢN GIAO CA LDG-P2-CT-2026-000001"), "{text}");
    assert_eq!(print(&mut post).unwrap_err().code, "E049");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}
