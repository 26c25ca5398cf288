//! The two threads on a real logbook: what they answer, in which order, and what outlives a lock or a panic.

mod office;
mod windows;

use std::path::Path;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Map, Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::*;
use crate::acts::session::{self, Founding, found};
use crate::acts::week::{self, Held};
use crate::logbook::{Filter, Mode, Stop};
use crate::tui::app::export::Choice;
use crate::tui::app::week::{Ask, Told};
use crate::tui::app::{Deed, Detail, Refused, Save, Saved, Secret};

const PASSWORD: &str = "mật khẩu thử";

struct Bench {
    folder: Rc<tempfile::TempDir>,
    hands: Hands,
    heard: Receiver<Heard>,
}

impl Bench {
    fn new() -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        let areas = ["TDP 4".to_owned()];
        let founding = Founding {
            folder: folder.path(),
            unit: "LDG-P2",
            name: "Công an phường 2",
            officer: "Nguyễn Văn An",
            areas: &areas,
            desk: false,
            demo: None,
            password: PASSWORD,
            work: 15,
        };
        found(&founding, &mut Clock).unwrap();
        let (hands, heard) = Self::hands(folder.path());
        Self { folder, hands, heard }
    }

    /// Another window on the same logbook.
    fn another_window(&self) -> Self {
        let (hands, heard) = Self::hands(self.folder.path());
        Self { folder: Rc::clone(&self.folder), hands, heard }
    }

    fn hands(folder: &Path) -> (Hands, Receiver<Heard>) {
        let (send, heard) = channel();
        (Hands::new(folder, &send).unwrap(), heard)
    }

    fn next(&self) -> Heard {
        self.heard.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    fn msg(&self) -> Msg {
        match self.next() {
            Heard::Msg(msg) => msg,
            Heard::Died => panic!("a thread died"),
            _ => panic!("not a message"),
        }
    }

    fn unlock(&mut self) -> Opened {
        let password = Secret(Zeroizing::new(PASSWORD.to_owned()));
        self.hands.perform(Effect::Unlock { login: "nguyen-van-an".into(), password });
        let Heard::Opened(book, opened) = self.next() else { panic!("not opened") };
        self.hands.open(book, opened.who.clone());
        *opened
    }

    fn keep(&mut self, body: &str) {
        self.hands.perform(Effect::KeepDraft { key: "incident".into(), body: body.into() });
    }

    fn save(&mut self, title: &str, (entry, record): (Uuid, Uuid)) -> Result<Saved, Refused> {
        let save = Save {
            ticket: 7,
            deed: Deed::Create(crate::record::Kind::Incident),
            entry,
            record,
            fields: incident(title),
        };
        self.hands.perform(Effect::Save(Box::new(save)));
        let Msg::Saved(7, done) = self.msg() else { panic!("not saved") };
        done
    }

    fn detail(&mut self, record: Uuid) -> Detail {
        self.hands.perform(Effect::Detail { record });
        let Msg::Detail(detail) = self.msg() else { panic!("no detail") };
        *detail.unwrap()
    }
}

fn incident(title: &str) -> Map<String, Value> {
    let now = crate::record::when::kept(Clock.now());
    let fields = json!({"category": "PROP.THVH", "channel": "phone", "reported_at": now, "area": "TDP 4", "title": title,
        "exact_place": "12/4 Hùng Vương",
        "persons": [{"role": "victim", "name": "Trần Thị Cúc", "phone": "0912345678", "address": "12/4 Hùng Vương"},
                    {"role": "informant", "name": "Lê Văn Dũng", "phone": "0987654321", "keep_secret": true}]});
    fields.as_object().unwrap().clone()
}

#[test]
fn what_is_saved_is_found_and_its_persons_are_masked_until_revealed() {
    let mut bench = Bench::new();
    let opened = bench.unlock();
    assert_eq!((opened.who.name.as_str(), opened.areas.len(), opened.manners.lock_minutes), ("Nguyễn Văn An", 1, 10));
    let ids = (Clock.id(), Clock.id());
    let saved = bench.save("Trộm xe máy trước chợ", ids).unwrap();
    assert!(bench.save("Trộm xe máy trước chợ", ids).unwrap().known, "the same entry twice is one");

    let query = Some("trom xe".to_owned());
    let filter = Filter { query, limit: 10, ..Filter::default() };
    bench.hands.perform(Effect::Page { generation: 3, filter: Box::new(filter) });
    let Msg::Page(3, Ok(rows)) = bench.msg() else { panic!("no page") };
    assert_eq!(rows.iter().map(|entry| entry.row.record).collect::<Vec<_>>(), [saved.record]);

    let shown = Value::Object(bench.detail(saved.record).record.data.0);
    assert_eq!(
        (&shown["persons"][0]["name"], &shown["persons"][0]["phone"]),
        (&json!("T*** T** C**"), &json!("***678"))
    );
    assert_eq!((&shown["persons"][1]["name"], &shown["persons"][1]["phone"]), (&json!("***"), &Value::Null));
    assert!(!shown.to_string().contains("Hùng Vương"), "{shown}");

    bench.hands.perform(Effect::Reveal { record: saved.record, why: "gọi lại người bị hại".into() });
    let Msg::Revealed(of, Ok(data)) = bench.msg() else { panic!("not revealed") };
    assert_eq!((of, data.get("exact_place")), (saved.record, &json!("12/4 Hùng Vương")));
}

#[test]
fn a_link_is_seen_from_both_ends() {
    let mut bench = Bench::new();
    bench.unlock();
    let first = bench.save("Trộm xe máy", (Clock.id(), Clock.id())).unwrap();
    let mut fields = incident("Bắt kẻ trộm xe máy");
    fields.insert("links".into(), json!([{"type": "follow_up", "to": first.record}]));
    let ids = (Clock.id(), Clock.id());
    let deed = Deed::Create(crate::record::Kind::Incident);
    let save = Save { ticket: 8, deed, entry: ids.0, record: ids.1, fields };
    bench.hands.perform(Effect::Save(Box::new(save)));
    let Msg::Saved(8, Ok(second)) = bench.msg() else { panic!("not saved") };
    let mut links = |record| {
        let links = bench.detail(record).links.into_iter();
        links.map(|link| (link.row.number, link.how, link.back)).collect::<Vec<_>>()
    };
    assert_eq!(links(first.record), [(second.number.clone(), "follow_up".to_owned(), true)]);
    assert_eq!(links(second.record), [(first.number.clone(), "follow_up".to_owned(), false)]);
    assert_eq!(bench.detail(second.record).numbers, [(first.record, first.number)]);
}

#[test]
fn a_draft_outlives_a_lock_and_is_offered_to_its_officer() {
    let mut bench = Bench::new();
    assert!(bench.unlock().drafts.is_empty());
    bench.keep("{\"title\":\"Tr\"}");
    bench.keep("{\"title\":\"Trộm\"}");
    bench.hands.perform(Effect::Lock);
    bench.hands.settle().unwrap();
    for _ in 0..2 {
        assert!(matches!(bench.msg(), Msg::DraftKept(Ok(_))));
    }
    let drafts = bench.unlock().drafts;
    assert_eq!(drafts.iter().map(|draft| draft.body.as_str()).collect::<Vec<_>>(), ["{\"title\":\"Trộm\"}"]);
    bench.hands.perform(Effect::DropDraft { key: "incident".into() });
    bench.hands.settle().unwrap();
    assert!(bench.unlock().drafts.is_empty());
}

#[test]
fn drafts_go_before_what_was_asked_earlier() {
    let bench = Bench::new();
    let ((send, jobs), (answer, heard)) = (channel(), channel());
    let login = "nguyen-van-an".to_owned();
    for effect in [
        Effect::Unlock { login, password: Secret::default() },
        Effect::KeepDraft { key: "incident".into(), body: "{}".into() },
    ] {
        send.send(writer::Job::Do(effect)).unwrap();
    }
    writer::start(bench.folder.path(), jobs, answer, Stop::default()).unwrap();
    let first = heard.recv_timeout(Duration::from_secs(20)).unwrap();
    assert!(matches!(first, Heard::Msg(Msg::DraftKept(_))));
}

#[test]
fn an_export_that_is_told_to_stop_leaves_nothing_behind() {
    let bench = Bench::new();
    let desk = tempfile::tempdir().unwrap();
    let (unit, name, officer) = ("LDG-CT", "Công an thành phố", "Lê Thị Bình");
    let founding = Founding {
        folder: desk.path(),
        unit,
        name,
        officer,
        areas: &[],
        desk: true,
        demo: None,
        password: PASSWORD,
        work: 15,
    };
    let desk = found(&founding, &mut Clock).unwrap();
    let (book, who) = session::sign_in(bench.folder.path(), None, PASSWORD, Mode::Write).unwrap();
    week::set_receiver(&book, &who, &week::card(&desk.book, &desk.who).unwrap(), None).unwrap();
    let due = week::preview(&book, &who, None, Clock.now()).unwrap().week.name();
    let ((send, jobs), (answer, heard)) = (channel(), channel());
    let password = Secret(Zeroizing::new(PASSWORD.to_owned()));
    let ask = Ask::Export { week: due, out: String::new(), choice: Choice::DUE };
    for effect in [Effect::Unlock { login: who.login.clone(), password }, Effect::Week(ask)] {
        send.send(writer::Job::Do(effect)).unwrap();
    }
    let stop = Stop::default();
    stop.set();
    writer::start(bench.folder.path(), jobs, answer, stop).unwrap();
    let next = || heard.recv_timeout(Duration::from_secs(20)).unwrap();
    assert!(matches!(next(), Heard::Opened(..)));
    let Heard::Msg(Msg::Week(Told::Exported(Err(Held::Fault(fault))))) = next() else { panic!("not stopped") };
    assert_eq!(fault.code, "E083");
    assert!(book.sealed().unwrap().is_empty());
}

#[test]
fn without_a_key_nothing_is_kept_and_the_end_says_so() {
    let mut bench = Bench::new();
    bench.keep("{}");
    assert_eq!(bench.hands.settle().unwrap_err().code, "E090");
    assert!(matches!(bench.msg(), Msg::DraftKept(Err(_))));
}

#[test]
fn room_for_drafts_is_set_aside_when_somebody_signs_in() {
    let mut bench = Bench::new();
    bench.unlock();
    bench.hands.settle().unwrap();
    let reserve = std::fs::metadata(bench.folder.path().join("reserve")).unwrap();
    assert_eq!(reserve.len(), 2 * 1024 * 1024);
}

#[test]
fn of_many_questions_the_newest_is_answered() {
    let mut bench = Bench::new();
    bench.unlock();
    for n in 0..40 {
        bench.save(&format!("Vụ số {n}"), (Clock.id(), Clock.id())).unwrap();
    }
    for generation in 0..200 {
        let filter = Filter { query: Some("vụ số".into()), limit: 40, ..Filter::default() };
        bench.hands.perform(Effect::Page { generation, filter: Box::new(filter) });
    }
    loop {
        let Msg::Page(generation, page) = bench.msg() else { panic!("no page") };
        assert_eq!(page.unwrap().len(), 40, "an interrupted page is no answer");
        if generation == 199 {
            return;
        }
    }
}
