//! The engine on its own: slots follow the description, values come out as records want them, and back again.

use serde_json::{Value, json};
use uuid::Uuid;

use super::super::msg::{Code, Key, Now};
use super::super::registers::Registers;
use super::slots::{Part, Slot};
use super::*;
use crate::logbook::{Area, Officer};
use crate::record::{Kind, Shape, fields, when};
use crate::words::{Lang, Words};

const ME: Uuid = Uuid::from_u128(0xA);

fn now() -> Moment {
    when::parse("2026-11-23T20:14:00+07:00").unwrap()
}

fn known() -> Registers {
    let area = |code: &str| Area { id: Uuid::nil(), code: code.into(), name: code.into(), kind: None, ended: false };
    let name = Some("Nguyễn Văn A".to_owned());
    let officer = Officer { id: ME, name, rank: None, role: "officer".into(), login: None, ended: false };
    Registers { officers: vec![officer], areas: vec![area("TDP 4"), area("TDP 7")], ..Registers::default() }
}

fn create(purpose: Purpose) -> Form {
    let now = Now { at: now(), ids: [Uuid::from_u128(1), Uuid::from_u128(2)] };
    Form::create(purpose, &known(), now, &ME, Some("TDP 7"))
}

/// Types into the field at a path.
fn put(form: &mut Form, path: &str, text: &str) {
    let (known, words) = (known(), Words::new(Lang::Vi));
    let around = Around { known: &known, words: &words, now: now(), width: 80 };
    let at = form.slots.iter().position(|slot| slot.path == path && slot.takes_cursor());
    form.go(at, &known, now());
    for c in text.chars() {
        form.key(Key::plain(Code::Char(c)), around);
    }
    if form.cell().is_some_and(cell::Cell::is_open) {
        form.key(Key::plain(Code::Enter), around);
    }
    form.go(None, &known, now());
}

fn press(form: &mut Form, key: Key) {
    let (known, words) = (known(), Words::new(Lang::Vi));
    form.key(key, Around { known: &known, words: &words, now: now(), width: 80 });
}

fn add(form: &mut Form, list: &str) {
    let at = form.slots.iter().position(|slot| slot.path == list && matches!(slot.part, Part::Add)).unwrap();
    form.at = at;
    press(form, Key::plain(Code::Enter));
}

fn text(form: &Form, path: &str) -> Value {
    form.slots.iter().find(|slot| slot.path == path).and_then(Slot::cell).unwrap().raw()
}

#[test]
fn every_field_of_the_log_has_a_slot() {
    for kind in [Kind::Incident, Kind::Patrol] {
        let form = create(Purpose::Create(kind));
        // A patrol that is over is asked for no plans.
        let never = ["external_id", "campaign", "planned_start", "planned_end"];
        for field in fields(kind).iter().filter(|field| !never.contains(&field.key)) {
            assert!(form.slots.iter().any(|slot| slot.path == field.key), "{kind} {}", field.key);
            if let Shape::Group(inner) = field.shape {
                let path = |part: &crate::record::Field| format!("{}.{}", field.key, part.key);
                assert!(inner.iter().all(|part| form.slots.iter().any(|slot| slot.path == path(part))));
            }
        }
    }
}

#[test]
fn what_is_told_first_is_described_and_stands_first() {
    for (kind, purposes) in
        [Kind::Incident, Kind::Patrol].map(|kind| (kind, [Purpose::Create(kind), Purpose::Amend(kind)]))
    {
        for purpose in purposes {
            let told = purpose.told();
            assert!(told.len() > 3 && told.iter().all(|key| fields(kind).iter().any(|field| field.key == *key)));
            let asked = purpose.fields(&Map::new());
            let first = asked.iter().skip(usize::from(purpose == Purpose::Amend(kind))).map(|field| field.key);
            assert_eq!(first.take(told.len()).collect::<Vec<_>>(), told);
        }
    }
}

#[test]
fn what_is_typed_becomes_what_records_hold() {
    let mut form = create(Purpose::Create(Kind::Incident));
    put(&mut form, "category", "trom xe");
    put(&mut form, "reported_at", "-15'");
    put(&mut form, "area", "4");
    put(&mut form, "title", "  Trộm  xe ");
    put(&mut form, "loss_vnd", "18.000.000");
    put(&mut form, "first_response.officer", "nguyen");
    add(&mut form, "persons");
    put(&mut form, "persons[0].role", "bi hai");
    put(&mut form, "persons[0].birth_year", "1990");
    add(&mut form, "quantities");
    put(&mut form, "quantities[0].amount", "1,5");
    let values = form.values(&known(), now());
    assert_eq!(
        Value::Object(values),
        json!({
            "category": "PROP.THVH", "channel": "in_person", "reported_at": "2026-11-23T19:59:00+07:00",
            "area": "TDP 4", "title": "Trộm xe", "urgency": "normal", "loss_vnd": 18_000_000,
            "quantities": [{"amount": "1.5"}], "first_response": {"officer": ME.to_string()}, "status": "open",
            "persons": [{"role": "victim", "birth_year": 1990}],
        })
    );
}

#[test]
fn a_time_typed_anew_replaces_the_old_and_undo_brings_it_back() {
    let mut form = create(Purpose::Create(Kind::Incident));
    put(&mut form, "reported_at", "7h");
    assert_eq!(text(&form, "reported_at"), "23/11/2026 07:00");
    while form.undo(false, now()) {}
    assert_eq!(text(&form, "reported_at"), "23/11/2026 20:14");
    press(&mut form, Key::ctrl(Code::Down));
    assert_eq!(text(&form, "reported_at"), "23/11/2026 20:10");
    press(&mut form, Key::plain(Code::Home));
    press(&mut form, Key::ctrl(Code::Down));
    assert_eq!(text(&form, "reported_at"), "22/11/2026 20:10");
    for _ in 0..2 {
        assert!(form.undo(false, now()));
    }
    assert_eq!(text(&form, "reported_at"), "23/11/2026 20:14");
}

#[test]
fn a_bare_hour_lies_where_its_field_says() {
    for (purpose, path, typed, expected) in [
        (Purpose::Create(Kind::Incident), "occurred_from", "22h", "22/11/2026 22:00"),
        (Purpose::Create(Kind::Incident), "reported_at", "20h", "23/11/2026 20:00"),
        (Purpose::PlanPatrol, "planned_start", "22h", "23/11/2026 22:00"),
        (Purpose::PlanPatrol, "planned_end", "1h", "24/11/2026 01:00"),
        (Purpose::StartPatrol, "planned_end", "+2h", "23/11/2026 22:14"),
        (Purpose::OpenShift, "planned_start", "19h", "23/11/2026 19:00"),
        (Purpose::OpenShift, "planned_end", "7h", "24/11/2026 07:00"),
        (Purpose::OpenShift, "started_at", "19h", "23/11/2026 19:00"),
        (Purpose::FinishPatrol, "ended_at", "23h", "22/11/2026 23:00"),
    ] {
        let mut form = create(purpose);
        put(&mut form, path, typed);
        assert_eq!(text(&form, path), expected, "{path}");
    }
}

#[test]
fn a_choice_is_taken_back_and_made_again() {
    for (path, first, second) in [
        ("category", "trom xe", "danh nhau"),
        ("channel", "phone", "hotline"),
        ("area", "4", "7"),
        ("first_response.officer", "nguyen", "nguyen"),
        ("occurred_approx", "co", "khong"),
    ] {
        let mut form = create(Purpose::Create(Kind::Incident));
        let mut seen = vec![text(&form, path)];
        for choice in [first, second] {
            put(&mut form, path, choice);
            seen.push(text(&form, path));
        }
        form.stand_on(path);
        press(&mut form, Key::plain(Code::Delete));
        seen.push(text(&form, path));
        seen.dedup();
        for before in seen.iter().rev().skip(1) {
            assert!(form.undo(false, now()), "{path}");
            assert_eq!(&text(&form, path), before);
        }
        assert!(!form.undo(false, now()), "{path}");
        for after in seen.iter().skip(1) {
            assert!(form.undo(true, now()), "{path}");
            assert_eq!(&text(&form, path), after);
        }
        assert!(!form.undo(true, now()) && form.dirty);
    }
}

#[test]
fn while_choices_are_open_undo_takes_back_what_was_typed_to_find_one() {
    let mut form = create(Purpose::Create(Kind::Incident));
    form.stand_on("area");
    for c in "tdp".chars() {
        press(&mut form, Key::plain(Code::Char(c)));
    }
    assert!(form.undo(false, now()) && form.cell().is_some_and(cell::Cell::is_open));
    assert!(form.undo(false, now()) && !form.cell().is_some_and(cell::Cell::is_open));
    assert_eq!(text(&form, "area"), "TDP 7");
}

#[test]
fn rules_speak_at_their_fields() {
    let mut form = create(Purpose::Create(Kind::Incident));
    assert!(!form.judge(&known(), now()));
    let missing: Vec<&str> = form.problems.keys().map(String::as_str).collect();
    assert_eq!(missing, ["category", "title"]);
    put(&mut form, "category", "chay");
    put(&mut form, "title", "Cháy rác");
    put(&mut form, "occurred_from", "20h");
    put(&mut form, "reported_at", "19h");
    add(&mut form, "persons");
    put(&mut form, "persons[0].name", "Nguyễn Văn B");
    assert!(!form.judge(&known(), now()));
    let found: Vec<(&str, &str)> = form.problems.iter().map(|(path, f)| (path.as_str(), f.code)).collect();
    assert_eq!(found, [("persons[0].role", "E007"), ("reported_at", "E201")]);
    put(&mut form, "reported_at", "20h10");
    put(&mut form, "persons[0].role", "bi hai");
    assert!(form.judge(&known(), now()), "{:?}", form.problems);
}

#[test]
fn items_are_dropped_with_care_and_the_others_move_up() {
    let mut form = create(Purpose::Create(Kind::Incident));
    for name in ["Một", "Hai", "Ba"] {
        let n = form.count("persons");
        add(&mut form, "persons");
        put(&mut form, &format!("persons[{n}].name"), name);
    }
    form.at = form.slots.iter().position(|slot| slot.path == "persons[1].name").unwrap();
    assert!(form.drop_item(now()) && form.dropping && form.count("persons") == 3, "asked twice");
    assert!(form.drop_item(now()) && form.count("persons") == 2);
    assert_eq!((text(&form, "persons[0].name"), text(&form, "persons[1].name")), (json!("Một"), json!("Ba")));
    add(&mut form, "persons");
    form.prune();
    assert_eq!(form.count("persons"), 2, "an empty item is none");
    assert!(form.slot().is_some_and(Slot::takes_cursor));
    form.at = 0;
    assert!(!form.drop_item(now()), "no item here");
}

#[test]
fn enter_on_a_new_item_that_nobody_writes_in_leads_past_its_list() {
    let mut form = create(Purpose::Create(Kind::Incident));
    add(&mut form, "quantities");
    assert_eq!(form.slot().unwrap().path, "quantities[0].what");
    press(&mut form, Key::plain(Code::Enter));
    assert_eq!((form.count("quantities"), form.slot().unwrap().path.as_str()), (0, "first_response.officer"));
    add(&mut form, "quantities");
    put(&mut form, "quantities[0].unit", "kg");
    form.at = form.slots.iter().position(|slot| slot.path == "quantities[0].what").unwrap();
    press(&mut form, Key::plain(Code::Enter));
    assert_eq!((form.count("quantities"), form.slot().unwrap().path.as_str()), (1, "quantities[0].unit"));
    assert!(!form.takes_enter());
    add(&mut form, "persons");
    form.next(&known(), now());
    assert_eq!(form.slot().unwrap().path, "persons[0].name");
    press(&mut form, Key::plain(Code::Enter));
    assert_eq!(form.count("persons"), 1, "only at its beginning");
}

#[test]
fn a_draft_brings_everything_back_and_a_broken_one_nothing() {
    let mut form = create(Purpose::Create(Kind::Patrol));
    put(&mut form, "started_at", "khoảng 7 giờ");
    add(&mut form, "observations");
    put(&mut form, "observations[0].text", "đèn hẻm 12 hỏng");
    put(&mut form, "headcount.police", "2");
    let body = form.body();
    let back = Form::restore(&body, &known(), now()).unwrap();
    assert_eq!(
        (back.entry, back.record, back.purpose, back.raw()),
        (form.entry, form.record, form.purpose, form.raw())
    );
    assert_eq!(back.slot().map(|slot| slot.path.as_str()), Some("headcount.police"));
    assert!(back.dirty && back.draft_key() == form.draft_key());
    for broken in ["", "{}", "[]", &body.replace("\"purpose\"", "\"x\""), &body.replace("patrol", "tank")] {
        assert!(Form::restore(broken, &known(), now()).is_none(), "{broken}");
    }
}

#[test]
fn an_amendment_sends_what_changed_and_nothing_else() {
    let kept = json!({
        "category": "FIRE.FIRE", "channel": "phone", "reported_at": "2026-11-23T19:20:00+07:00", "area": "TDP 4",
        "title": "Cháy", "loss_vnd": 5, "place": "chợ", "documents": [{"kind": "01"}], "status": "open",
    });
    let data = crate::record::Data::join(Kind::Incident, kept.as_object().unwrap().clone(), None);
    let (facts, _) = data.split(Kind::Incident);
    let base = Base { version: 3, data: crate::record::Data(facts.clone()), number: "VV-2026-000001".into() };
    let mut form = Form::new(Purpose::Amend(Kind::Incident), ME, ME, Some(base), &facts, (&known(), now()));
    assert!(form.changed(&known(), now()).is_empty());
    assert!(!form.slots.iter().any(|slot| slot.path == "persons"), "persons were not revealed");
    put(&mut form, "title", " to");
    form.at = form.slots.iter().position(|slot| slot.path == "place").unwrap();
    form.empty(now());
    form.at = form.slots.iter().position(|slot| slot.path == "documents[0].kind").unwrap();
    form.drop_item(now());
    form.drop_item(now());
    let changed = Value::Object(form.changed(&known(), now()));
    assert_eq!(changed, json!({"title": "Cháy to", "place": null, "documents": []}));
    assert!(!form.judge(&known(), now()), "a reason is needed");
    put(&mut form, "why", "cháy lan");
    assert!(form.judge(&known(), now()) && form.why() == "cháy lan", "{:?}", form.problems);
}

#[test]
fn a_category_is_chosen_by_arrows_too() {
    let mut form = create(Purpose::Create(Kind::Incident));
    form.at = form.slots.iter().position(|slot| slot.path == "channel").unwrap();
    press(&mut form, Key::plain(Code::Right));
    assert_eq!(text(&form, "channel"), "phone");
    press(&mut form, Key::plain(Code::Left));
    press(&mut form, Key::plain(Code::Left));
    assert_eq!(text(&form, "channel"), "in_person");
    press(&mut form, Key::plain(Code::Char(' ')));
    assert_eq!(form.choices(&known(), &Words::new(Lang::Vi)).len(), 9);
    press(&mut form, Key::plain(Code::Down));
    press(&mut form, Key::plain(Code::Backspace));
    press(&mut form, Key::plain(Code::Esc));
    assert_eq!(text(&form, "channel"), "in_person", "Esc and Backspace choose nothing");
}

#[test]
fn short_fields_stand_side_by_side_where_there_is_room() {
    let form = create(Purpose::Create(Kind::Patrol));
    let narrow = layout::lines(&form, 80);
    assert!(narrow.iter().all(|(_, right)| right.is_none()) && narrow.len() == form.slots.len());
    let wide = layout::lines(&form, 120);
    let pairs: Vec<(&str, &str)> = wide
        .iter()
        .filter_map(|(left, right)| Some((form.slots[*left].path.as_str(), form.slots[(*right)?].path.as_str())))
        .collect();
    assert!(pairs.contains(&("headcount.police", "headcount.grassroots")), "{pairs:?}");
    assert!(!pairs.iter().any(|(left, right)| left.contains('.') != right.contains('.')), "{pairs:?}");
}
