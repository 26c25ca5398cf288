//! Records of the movement on their way to the desk: they arrive like any other, but who gave a tip stays at the post.

use serde_json::json;
use trucban::acts::look;
use trucban::acts::session::Founded;
use trucban::acts::week::Which;
use trucban::acts::write::{self, Form};
use trucban::journal::Mint as _;
use trucban::logbook::Filter;
use trucban::record::Kind;
use trucban::report::register::Reader;
use trucban::words::{Lang, Words};

use crate::common::object;
use crate::two::{Two, result};

/// Logs a record of any kind.
fn log(two: &mut Two, kind: Kind, input: serde_json::Value) -> uuid::Uuid {
    let input = object(input);
    let form = Form { id: two.clock.id(), record: two.clock.id(), kind, input: &input };
    write::create(&two.post.book, &two.post.who, &form, &mut two.clock).unwrap().record
}

#[test]
fn an_informant_never_leaves_the_post() {
    let mut two = Two::new();
    let victim = two.log("Trộm xe máy");
    let tip = log(
        &mut two,
        Kind::Tip,
        json!({"received_at": "2026-11-23T18:00:00+07:00", "channel": "phone", "topic": "theft", "content": "Có người lạ nhìn vào từng nhà",
            "persons": [{"role": "informant", "name": "Phạm Thị Ngát", "phone": "0987654321"}]}),
    );
    let out = two.out("out");
    let exported = two.try_export(&out, Which::Due, true).unwrap();
    assert!(exported.newest.persons);
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    let arrived = |record| {
        let found = two.desk.book.record(record).unwrap();
        (found.data.text("content").is_some(), two.desk.book.with_persons(&found).unwrap().items("persons").len())
    };
    assert_eq!((arrived(&victim), arrived(&tip)), ((false, 1), (true, 0)));
    let tar = trucban::sync::pack::remake(&two.post.book, &exported.newest).unwrap();
    let holds = |words: &str| tar.windows(words.len()).any(|part| part == words.as_bytes());
    assert!(holds("Trần Thị Cúc") && holds("Có người lạ nhìn vào từng nhà"));
    assert!(!holds("Phạm Thị Ngát") && !holds("0987654321"));
    let mut search = look::find_persons(&two.post.book, &two.post.who, ("Ngát", "gọi lại"), &mut two.clock).unwrap();
    assert!(search.slice(&two.post.book).unwrap().unwrap().found.is_empty(), "not found by name either");
    let record = two.post.book.record(&tip).unwrap();
    let masked = look::masked(&two.post.book, &two.post.who, &record).unwrap();
    assert_eq!(masked.items("persons")[0]["name"], "***");
    two.healthy();
}

#[test]
fn the_detail_withheld_for_claimants_never_leaves_the_post() {
    let mut two = Two::new();
    let wallet = log(
        &mut two,
        Kind::Property,
        json!({"type": "found", "item": "Ví da nâu", "received_at": "2026-11-23T18:00:00+07:00",
            "withheld": "vé số ở ngăn khóa kéo", "persons": [{"role": "finder", "name": "Phạm Thị Ngát"}]}),
    );
    let out = two.out("out");
    let exported = two.try_export(&out, Which::Due, true).unwrap();
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    let arrived = two.desk.book.record(&wallet).unwrap();
    let whole = two.desk.book.with_persons(&arrived).unwrap();
    assert_eq!((arrived.data.text("item"), whole.text("withheld")), (Some("Ví da nâu"), None));
    let tar = trucban::sync::pack::remake(&two.post.book, &exported.newest).unwrap();
    let holds = |words: &str| tar.windows(words.len()).any(|part| part == words.as_bytes());
    assert!(holds("Ví da nâu") && !holds("vé số ở ngăn khóa kéo") && !holds("Phạm Thị Ngát"));
    let now = two.clock.now();
    let items = trucban::acts::shift::items(&two.post.book, &two.post.who, now).unwrap();
    assert!(items.iter().any(|item| item.record == Some(wallet)), "it is handed from shift to shift");
    two.healthy();
}

#[test]
fn a_desk_knows_who_stands_in_a_register_by_what_came_along() {
    let mut two = Two::new();
    let commander = two.post.who.officer.to_string();
    let shift = json!({"planned_start": "2026-11-23T07:00:00+07:00", "planned_end": "2026-11-23T19:00:00+07:00",
        "started_at": "2026-11-23T07:02:00+07:00", "commander": commander});
    log(&mut two, Kind::Shift, shift);
    let exported = two.export("out");
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    let (words, now) = (Words::new(Lang::Vi), two.clock.now());
    let said = |side: &Founded| {
        let filter = Filter { kind: Some(Kind::Shift), limit: 5, ..Default::default() };
        let entries = look::register(&side.book, &side.who, &filter, now).unwrap();
        let reader = Reader { words: &words, now, officer: &|_| "?".to_owned() };
        let column = Kind::Shift.columns().iter().find(|column| column.name == "commander").unwrap();
        reader.cell(Kind::Shift, column, &entries[0])
    };
    assert_eq!(said(&two.post), "?", "its own people are known by name to whoever asks");
    assert_eq!(said(&two.desk), "chỉ huy, CB-2026-000001");
}
