//! The handover: answers, signatures, and what keeps a shift from closing.

use super::common::{PASSWORD, object};
use super::{OTHERS, Post, accepted, codes, evening, start};
use serde_json::{Map, Value, json};
use trucban::acts::session::{Proven, prove};
use trucban::acts::shift::{self, Handover, Role, Sort};
use trucban::acts::write::{Amendment, Form, amend, create, note};
use trucban::acts::{Refused, Saved, keep};
use trucban::journal::{Act, Entry, Hash, Mint};
use trucban::record::clock::State;
use trucban::record::{Kind, Reason, when};
use uuid::Uuid;

impl Post {
    pub fn proven(&self) -> Proven {
        prove(&self.book, "Phạm Văn Dũng", OTHERS).unwrap()
    }

    pub fn hand_over(&mut self, list: &Value, incoming: Option<&Proven>) -> Result<Saved, Refused> {
        let input = object(json!({"handover": list}));
        let given = Handover { id: self.mint.id(), base: None, input: &input, incoming };
        shift::handover(&self.book, &self.commander, &given, &mut self.mint)
    }

    pub fn close(&mut self, despite: Option<&str>) -> Result<Saved, Refused> {
        let id = self.mint.id();
        shift::close(&self.window, &self.officer, (id, None), (&Map::new(), despite), &mut self.mint)
    }

    fn signatures(&self, shift: &Uuid) -> Vec<shift::Signature> {
        shift::signatures(&self.book, &self.commander, shift).unwrap()
    }

    fn entries(&self) -> Vec<(Entry, Hash)> {
        let mut entries = Vec::new();
        let mut each = |_, line: &[u8]| {
            entries.push((Entry::from_line(line)?, Hash::of(line)));
            Ok(())
        };
        self.book.each_line(&self.book.own().journal, 1, &mut each).unwrap();
        entries
    }
}

fn all(incident: Uuid) -> Value {
    json!([
        accepted(incident),
        {"item": "order", "answer": "queried", "note": "nhà trọ nào trước?"},
        {"item": "fault", "answer": "accepted"},
    ])
}

#[test]
fn every_open_matter_is_on_the_list() {
    let mut post = start();
    let incident = post.incident("Trộm xe máy");
    assert_eq!(
        shift::items(&post.book, &post.commander, evening()).unwrap().len(),
        1,
        "without a shift only the log's"
    );
    post.open_shift();
    let items = shift::items(&post.window, &post.officer, evening()).unwrap();
    let seen: Vec<_> = items.iter().map(|item| (item.sort, item.name(), item.answer.is_some())).collect();
    assert_eq!(
        seen,
        [
            (Sort::Incident, incident.number.as_str(), false),
            (Sort::Order, "Kiểm tra nhà trọ", false),
            (Sort::Fault, "bộ đàm: 1 hỏng pin", false),
        ]
    );
    assert_eq!(items[1].since.unwrap().to_rfc3339(), "2026-11-23T19:30:00+07:00");
    assert_eq!(Sort::PersonHeld.id(), "value-handover-item-person-held");
}

#[test]
fn both_sign_the_same_line_and_the_shift_closes() {
    let mut post = start();
    let shift = post.open_shift();
    let incident = post.incident("Trộm xe máy");
    assert_eq!(codes(post.close(None)), ["E404"]);
    let incoming = post.proven();
    let saved = post.hand_over(&all(incident.record), Some(&incoming)).unwrap();
    let entries = post.entries();
    let [(amended, line), (outgoing, _), (taken, _)] = entries.iter().rev().take(3).rev().collect::<Vec<_>>()[..]
    else {
        panic!("three entries")
    };
    assert_eq!((amended.act, outgoing.act, taken.act), (Act::Amend, Act::Sign, Act::Sign));
    assert_eq!((outgoing.by, taken.by, taken.rev), (post.commander.officer, post.officer.officer, saved.rev));
    let signatures = post.signatures(&shift);
    assert_eq!(signatures.iter().map(|s| s.role).collect::<Vec<_>>(), [Role::Outgoing, Role::Incoming]);
    assert!(signatures.iter().all(|s| s.of == *line && s.rev == Some(amended.rev) && !s.changed));
    let kept = post.book.record(&shift).unwrap();
    let list = kept.data.items("handover");
    assert_eq!((&list[1]["what"], &list[1]["note"]), (&json!("Kiểm tra nhà trọ"), &json!("nhà trọ nào trước?")));
    assert_eq!(list[2]["what"], "bộ đàm: 1 hỏng pin");
    assert!(shift::items(&post.book, &post.commander, evening()).unwrap().iter().all(|item| item.answer.is_some()));
    post.close(None).unwrap();
    assert!(post.signatures(&shift).iter().all(|s| !s.changed), "its end was only written down");
    let history = post.book.history(&shift).unwrap();
    let why: Vec<_> = history.iter().filter_map(|v| v.why.as_deref()).map(Reason::parse).collect();
    assert_eq!(why, [Some(Reason::ShiftHandedOver), Some(Reason::ShiftClosed)]);
    assert!(keep::doctor(&post.book, &post.commander).unwrap().is_ok());
    assert_eq!(std::fs::read_dir(post.book.folder().backups()).unwrap().count(), 1);
}

#[test]
fn a_later_change_shows_under_the_signatures() {
    let mut post = start();
    let shift = post.open_shift();
    let incoming = post.proven();
    let list = json!([{"item": "order", "answer": "accepted"}, {"item": "fault", "answer": "accepted"}]);
    post.hand_over(&list, Some(&incoming)).unwrap();
    let input = object(json!({"present": 5}));
    let amendment = Amendment { id: post.mint.id(), record: shift, input: &input, why: "đếm lại", base: None };
    amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    assert!(post.signatures(&shift).iter().all(|s| s.changed));
    let ids = (post.mint.id(), shift);
    shift::countersign(&post.book, &post.commander, ids, &mut post.mint).unwrap();
    let again = shift::countersign(&post.book, &post.commander, ids, &mut post.mint).unwrap();
    assert!(again.known);
    let signatures = post.signatures(&shift);
    let commander: Vec<_> = signatures.iter().map(|s| (s.role, s.changed)).collect();
    assert_eq!(commander, [(Role::Outgoing, true), (Role::Incoming, true), (Role::Commander, false)]);
    let ids = (post.mint.id(), shift);
    note(&post.book, &post.commander, ids, &object(json!({"text": "Bổ sung"})), &mut post.mint).unwrap();
    assert!(post.signatures(&shift).iter().all(|s| s.changed), "a note is a change too");
    let ids = (post.mint.id(), shift);
    assert_eq!(codes(shift::countersign(&post.window, &post.officer, ids, &mut post.mint)), ["E021"]);
    let incident = post.incident("Không phải ca trực").record;
    let ids = (post.mint.id(), incident);
    assert_eq!(codes(shift::countersign(&post.book, &post.commander, ids, &mut post.mint)), ["E009"]);
}

#[test]
fn nobody_signs_who_has_not_shown_their_own_password() {
    let mut post = start();
    let fault = |name: &str, password: &str| prove(&post.book, name, password).unwrap_err().code;
    assert_eq!(fault("Phạm Văn Dũng", "sai mật khẩu"), "E020");
    assert_eq!(fault("Phạm Văn Dũng", PASSWORD), "E020", "the other officer's password is not theirs");
    assert_eq!(fault("Không Có", OTHERS), "E022");
    let elsewhere = start();
    let keys = |post: &Post| post.folder.path().join("keys").join("pham-van-dung.age");
    std::fs::copy(keys(&elsewhere), keys(&post)).unwrap();
    assert_eq!(fault("Phạm Văn Dũng", OTHERS), "E027", "a key of another logbook proves nothing here");
    post.open_shift();
    let own = prove(&post.book, &post.commander.login, PASSWORD).unwrap();
    let before = post.entries().len();
    assert_eq!(codes(post.hand_over(&json!([]), Some(&own))), ["E405"]);
    assert_eq!(post.entries().len(), before);
}

#[test]
fn a_handover_with_a_gap_is_not_signed() {
    let mut post = start();
    let incident = post.incident("Trộm xe máy").record;
    assert_eq!(codes(post.hand_over(&json!([]), None)), ["E402"]);
    post.open_shift();
    let incoming = post.proven();
    let before = post.entries().len();
    let Refused::Findings(found) = post.hand_over(&json!([accepted(incident)]), Some(&incoming)).unwrap_err() else {
        panic!("findings")
    };
    assert_eq!((found[0].code, found[0].path.as_str()), ("E404", "handover"));
    assert_eq!(found[0].args[0], ("count", "2".to_owned()));
    assert_eq!(found[0].args[2], ("first", "Kiểm tra nhà trọ".to_owned()));
    let silent = json!([{"record": incident, "item": "incident", "answer": "queried"}]);
    assert_eq!(codes(post.hand_over(&silent, None)), ["E406"]);
    assert_eq!(post.entries().len(), before, "nothing of it was written");
    post.hand_over(&json!([accepted(incident)]), None).unwrap();
    assert_eq!(post.entries().len(), before + 1, "answers are kept, nobody has signed");
}

#[test]
fn an_answer_holds_for_what_was_answered() {
    let mut post = start();
    let shift = post.open_shift();
    let list = json!([{"item": "order", "answer": "accepted"}, {"item": "fault", "answer": "accepted"}]);
    post.hand_over(&list, None).unwrap();
    let open = |post: &Post| -> Vec<String> {
        let items = shift::items(&post.book, &post.commander, evening()).unwrap();
        items.into_iter().filter(|item| item.answer.is_none()).map(|item| item.title).collect()
    };
    assert!(open(&post).is_empty());
    let input = object(json!({
        "orders": [{"text": "Lệnh mới", "done": false}, {"text": "Kiểm tra nhà trọ", "done": false}],
        "persons_held": 2,
    }));
    let amendment = Amendment { id: post.mint.id(), record: shift, input: &input, why: "lệnh mới", base: None };
    amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    assert_eq!(open(&post), ["Lệnh mới", "2"]);
    let promise = json!([{"item": "promise", "note": "hẹn bà Tư 9h"}]);
    post.hand_over(&promise, None).unwrap();
    assert!(open(&post).contains(&"hẹn bà Tư 9h".to_owned()), "{:?}", open(&post));
}

#[test]
fn only_a_commander_closes_over_what_is_open_and_says_why() {
    let mut post = start();
    let shift = post.open_shift();
    assert_eq!(codes(post.close(Some("vội"))), ["E021"]);
    let close = |despite, post: &mut Post| {
        let id = post.mint.id();
        shift::close(&post.book, &post.commander, (id, None), (&Map::new(), despite), &mut post.mint)
    };
    assert_eq!(codes(close(Some("  "), &mut post)), ["E013"]);
    assert_eq!(codes(close(None, &mut post)), ["E404"]);
    close(Some("người nhận ca đến muộn"), &mut post).unwrap();
    let history = post.book.history(&shift).unwrap();
    assert_eq!(history.last().unwrap().why.as_deref(), Some("người nhận ca đến muộn"));
    assert_eq!(codes(close(None, &mut post)), ["E402"]);
}

#[test]
fn what_is_not_done_goes_on_into_the_next_shift() {
    let mut post = start();
    post.open_shift();
    let list = json!([{"item": "order", "answer": "accepted"}, {"item": "fault", "answer": "accepted"}]);
    post.hand_over(&list, None).unwrap();
    post.close(None).unwrap();
    let plan = object(json!({
        "planned_start": "2026-11-23T20:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00", "persons_held": 1,
    }));
    let ids = (post.mint.id(), post.mint.id());
    let next = shift::open(&post.window, &post.officer, ids, &plan, &mut post.mint).unwrap().record;
    let next = post.book.record(&next).unwrap().data;
    let orders: Vec<_> = next.items("orders").iter().map(|order| &order["text"]).collect();
    assert_eq!(orders, ["Kiểm tra nhà trọ"]);
    assert_eq!((next.items("equipment").len(), next.count("persons_held")), (2, 1));
    assert!(next.items("handover").is_empty(), "answers belong to their shift");
}

#[test]
fn two_windows_do_not_hand_over_past_each_other() {
    let mut post = start();
    let shift = post.open_shift();
    let seen = post.window.record(&shift).unwrap().version;
    let list = object(json!({"handover": [{"item": "order", "answer": "accepted"}]}));
    let id = post.mint.id();
    let given = Handover { id, base: Some(seen), input: &list, incoming: None };
    let first = shift::handover(&post.book, &post.commander, &given, &mut post.mint).unwrap();
    let again = shift::handover(&post.book, &post.commander, &given, &mut post.mint).unwrap();
    assert!(again.known && again.rev == first.rev, "the same form saved twice");
    let late = Handover { id: post.mint.id(), base: Some(seen), input: &list, incoming: None };
    assert_eq!(codes(shift::handover(&post.window, &post.officer, &late, &mut post.mint)), ["E010"]);
}

#[test]
fn more_answers_than_a_shift_can_hold_are_refused_in_words_and_it_can_still_be_closed() {
    let mut post = start();
    post.open_shift();
    let promises = |count: usize| {
        let promise = |n| json!({"item": "promise", "what": format!("Hẹn số {n}"), "answer": "accepted", "note": "x"});
        Value::from((0..count).map(promise).collect::<Vec<_>>())
    };
    let refused = post.hand_over(&promises(1000), None);
    let Err(Refused::Findings(found)) = refused else { panic!("{refused:?}") };
    assert_eq!((found[0].code, &*found[0].args[0].1), ("E407", "1000"));
    post.hand_over(&promises(450), None).unwrap();
    post.close(Some("quá nhiều việc")).unwrap_err();
    let id = post.mint.id();
    let closed = shift::close(&post.book, &post.commander, (id, None), (&Map::new(), Some("gấp")), &mut post.mint);
    assert!(closed.is_ok(), "{closed:?}");
}

#[test]
fn whoever_takes_over_sees_the_nearest_clock_and_the_late_ones() {
    let mut post = start();
    let input = object(json!({"category": "PROP.THVH", "channel": "phone", "area": "TDP 4", "title": "Trộm xe",
        "classification": "crime_report", "reported_at": "2026-11-22T19:00:00+07:00"}));
    let (id, record) = (post.mint.id(), post.mint.id());
    create(&post.book, &post.commander, &Form { id, record, kind: Kind::Incident, input: &input }, &mut post.mint)
        .unwrap();
    let shift = post.open_shift();
    let clocks = |post: &Post, now: &str| -> Vec<(String, State)> {
        let items = shift::items(&post.book, &post.commander, when::parse(now).unwrap()).unwrap();
        assert!(items.iter().skip(1).all(|item| item.clocks.is_empty()), "orders and faults have none");
        items[0].clocks.iter().map(|clock| (clock.id.clone(), clock.state)).collect()
    };
    let named = |list: &[(&str, State)]| -> Vec<(String, State)> {
        list.iter().map(|(id, state)| ((*id).to_owned(), *state)).collect()
    };
    assert_eq!(clocks(&post, "2026-11-22T20:00:00+07:00"), named(&[("D1", State::Amber)]), "of three the nearest");
    let evening = "2026-11-23T20:00:00+07:00";
    assert_eq!(
        clocks(&post, evening),
        named(&[("D1", State::Red), ("D3", State::Green)]),
        "the late one, and the next"
    );
    let fields = object(json!({"text": "…", "event": "notified", "at": "2026-11-23T19:50:00+07:00"}));
    let ids = (post.mint.id(), record);
    note(&post.book, &post.commander, ids, &fields, &mut post.mint).unwrap();
    assert_eq!(clocks(&post, evening), named(&[("D1", State::Red), ("D4", State::Green)]));
    let incoming = post.proven();
    post.hand_over(&all(record), Some(&incoming)).unwrap();
    post.close(None).unwrap();
    // What is done after the shift doesn't change how it was handed over.
    let fields = object(json!({"text": "…", "event": "transferred", "at": "2026-11-23T19:59:00+07:00"}));
    let ids = (post.mint.id(), record);
    note(&post.book, &post.commander, ids, &fields, &mut post.mint).unwrap();
    let closed = post.book.record(&shift).unwrap();
    let kept = shift::matters(&post.book, &post.commander, &closed, when::parse("2027-01-01T08:00:00+07:00").unwrap());
    let kept = kept.unwrap().swap_remove(0).clocks;
    let kept: Vec<_> = kept.into_iter().map(|clock| (clock.id, clock.state)).collect();
    assert_eq!(kept, named(&[("D1", State::Red), ("D4", State::Green)]));
    assert_eq!(clocks(&post, evening), named(&[("D1", State::Late)]), "done now, and late for ever");
}
