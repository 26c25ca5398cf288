//! The shift of that evening: what it hands over, who has signed.

use serde_json::{Map, json};
use trucban::acts::shift::{Answer, HandoverItem, Role, Signature, Sort};
use trucban::journal::Hash;
use trucban::logbook::Record;
use trucban::record::clock::Clock;
use trucban::record::{Data, Kind};
use trucban::tui::app::handover::{Seen, Shown};
use uuid::Uuid;

use super::{ME, at, object, rows};

/// Who takes over.
pub const NEXT: Uuid = Uuid::from_u128(0xB);

/// The open shift.
pub fn shift() -> Record {
    let row = rows().remove(2);
    let data = Data::join(
        Kind::Shift,
        object(json!({
            "planned_start": "2026-11-23T07:00:00+07:00", "planned_end": "2026-11-23T19:00:00+07:00",
            "started_at": "2026-11-23T07:05:00+07:00", "officers": [ME.to_string()], "present": 5,
            "equipment": [{"item": "bộ đàm", "count": 3, "fault": null}]
        })),
        None,
    );
    Record::apart(row, Some(Kind::Shift), 1, ME, data)
}

/// The open shift before anybody has answered.
pub fn seen() -> Seen {
    let mut record = shift();
    record.data.0.extend(object(json!({
        "present": 6, "absent": [{"count": 1, "reason": "đi học"}],
        "orders": [{"from": "Trưởng CA phường", "text": "Kiểm tra nhà trọ số 15", "done": false}],
        "equipment": [{"item": "bộ đàm", "count": 4, "fault": "1 máy hỏng pin"}, {"item": "áo giáp", "count": 6}],
        "remarks": "Camera cổng chợ đang bảo trì",
    })));
    let mut items = vec![
        matter(Sort::Incident, 3, "", "2026-11-22T19:40"),
        matter(Sort::Incident, 0, "", "2026-11-23T19:20"),
        matter(Sort::Order, 0, "Kiểm tra nhà trọ số 15", "2026-11-23T07:00"),
        matter(Sort::Fault, 0, "bộ đàm: 1 máy hỏng pin", "2026-11-23T07:00"),
        matter(Sort::Promise, 0, "hẹn bà Tư 9h trả giấy tờ", "2026-11-23T07:00"),
    ];
    items[0].clocks = clocks("2026-11-22T19:40", 2);
    items[1].clocks = clocks("2026-11-23T19:20", 1);
    let backup = Some((at("2026-11-23T07:02"), "/so-truc/backups/LDG-P2-20261123-070200.tar".into()));
    let shown =
        Shown { shift: Box::new(record.clone()), items, signatures: Vec::new(), head: "9f86d081884c".into(), backup };
    Seen { open: Some(Box::new(record)), shown: Some(shown), next: Map::new() }
}

/// An incident of a row, or something of the shift in its own words.
fn matter(sort: Sort, nth: usize, what: &str, since: &str) -> HandoverItem {
    let row = (sort == Sort::Incident).then(|| rows().swap_remove(nth));
    let title = row.as_ref().map_or_else(|| what.to_owned(), |row| row.title.clone().unwrap());
    HandoverItem {
        sort,
        record: row.as_ref().map(|row| row.record),
        number: row.as_ref().map(|row| row.number.clone()),
        what: row.is_none().then(|| what.to_owned()),
        title,
        area: row.and_then(|row| row.area),
        since: Some(at(since)),
        answer: None,
        clocks: Vec::new(),
    }
}

/// The first clocks of a report that came in then.
fn clocks(reported: &str, count: usize) -> Vec<Clock> {
    let told = object(json!({"reported_at": format!("{reported}:00+07:00"), "classification": "crime_report"}));
    super::clocks::of(&Data(told), &[]).into_iter().take(count).collect()
}

/// The same, the first two answered.
pub fn begun() -> Seen {
    let mut seen = seen();
    let items = &mut seen.shown.as_mut().unwrap().items;
    items[0].answer = Some(Answer { accepted: true, note: None });
    items[2].answer = Some(Answer { accepted: false, note: Some("đã báo chủ trọ chưa?".into()) });
    seen
}

/// The same, all answered.
pub fn answered() -> Seen {
    let mut seen = begun();
    for item in &mut seen.shown.as_mut().unwrap().items {
        item.answer.get_or_insert(Answer { accepted: true, note: None });
    }
    seen
}

/// Both have signed; `changed` afterwards.
pub fn signed(changed: bool) -> Seen {
    let mut seen = answered();
    let shown = seen.shown.as_mut().unwrap();
    shown.signatures = [(Role::Outgoing, ME), (Role::Incoming, NEXT)]
        .map(|(role, officer)| Signature {
            role,
            officer,
            at: at("2026-11-23T20:12"),
            of: Hash::of(b"the shift"),
            rev: Some(3),
            changed,
        })
        .to_vec();
    seen
}

/// It has ended.
pub fn closed() -> Seen {
    let mut seen = signed(false);
    seen.open = None;
    let shift = &mut seen.shown.as_mut().unwrap().shift;
    shift.row.status = Some("closed".into());
    shift.data.0.insert("ended_at".into(), "2026-11-23T20:14:00+07:00".into());
    Seen { next: next(), ..seen }
}

/// No shift is open; what the next one takes over.
pub fn none() -> Seen {
    Seen { next: next(), ..Seen::default() }
}

fn next() -> Map<String, serde_json::Value> {
    object(json!({
        "present": 6, "absent": [{"count": 1, "reason": "đi học"}],
        "orders": [{"from": "Trưởng CA phường", "at": null, "text": "Kiểm tra nhà trọ số 15", "done": false}],
        "equipment": [{"item": "bộ đàm", "count": 4, "fault": "1 máy hỏng pin"}, {"item": "áo giáp", "count": 6}],
        "persons_held": 0, "property_held": 1,
    }))
}

/// The sheet as the act makes it.
pub const SHEET: &str = "\
Công an phường 2, Bảo Lộc (LDG-P2)
BIÊN BẢN GIAO CA LDG-P2-CT-2026-000214
--------------------------------------------------------------------------------
Vào ca lúc: 23/11/2026 07:00
Quân số có mặt: 6
Vắng mặt: 1 (đi học)

NỘI DUNG BÀN GIAO
  1. [nhận] vụ việc: LDG-P2-VV-2026-000123 Gây rối, hát karaoke quá giờ ở hẻm 42
  2. [hỏi lại] mệnh lệnh chưa xong: Kiểm tra nhà trọ số 15 · đã báo chủ trọ chưa?

CHỮ KÝ
  Người giao ca: Nguyễn Văn A · 23/11/2026 20:12 · 9f86d081884c
  Người nhận ca: Trần Thị Bích · 23/11/2026 20:12 · 9f86d081884c
--------------------------------------------------------------------------------
Mã nhật ký khi in: 9f86d081884c · in lúc 23/11/2026 20:14
";
