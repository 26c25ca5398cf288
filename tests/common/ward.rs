//! A small made-up ward as plain values: officers, areas, rows, a record with its history. No logbook behind it.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use serde_json::{Value, json};
use std::path::PathBuf;
use trucban::acts::board::{Board, Coverage};
use trucban::acts::look::Checked;
use trucban::acts::patrol::Tour;
use trucban::acts::shift::{HandoverItem, Sort};
use trucban::acts::week::{Brief, Exported, Listed, Preview, State};
use trucban::acts::{Role, Who};
use trucban::journal::{Act, Hash};
use trucban::logbook::{Area, Draft, Line, Officer, Record, Remark, Row, Sealed, Version};
use trucban::record::period::Week;
use trucban::record::rulebook::Rulebook;
use trucban::record::when::{self, Moment};
use trucban::record::{Data, Finding, Kind, Overdue, Reason};
use trucban::sync::receipt::{Item, Receipt, Request};
use trucban::sync::{BatchName, Card};
use trucban::tui::app::receiver::Read;
use trucban::tui::app::week::{Answer, Batches, Seen};
use trucban::tui::app::{Detail, Link, Manners, Opened, Written};
use uuid::Uuid;

#[path = "ward/clocks.rs"]
pub mod clocks;
#[path = "ward/desk.rs"]
pub mod desk;
#[path = "ward/duty.rs"]
pub mod duty;
#[path = "ward/register.rs"]
pub mod register;

pub use duty::shift;

/// The officer who signs in.
pub const ME: Uuid = Uuid::from_u128(0xA);

pub fn at(text: &str) -> Moment {
    when::parse(&format!("{text}:00+07:00")).unwrap()
}

/// The logbook right after signing in.
pub fn opened() -> Opened {
    Opened {
        who: Who { officer: ME, role: Role::Commander, name: "Nguyễn Văn A".into(), login: "nguyen-van-a".into() },
        unit: "LDG-P2".into(),
        unit_name: "CA phường 2, Bảo Lộc".into(),
        demo: false,
        posts: None,
        officers: vec![
            officer(0xA, "Nguyễn Văn A", "commander"),
            officer(0xB, "Trần Thị Bích", "officer"),
            officer(0xC, "Y Bhim Niê", "officer"),
        ],
        areas: (1..=7).map(area).collect(),
        shift: None,
        drafts: Vec::new(),
        last_entry: Some(at("2026-11-23T19:50")),
        manners: Manners::default(),
    }
}

fn officer(id: u128, name: &str, role: &str) -> Officer {
    let login = trucban::text::fold::folded(name).replace(' ', "-");
    Officer {
        id: Uuid::from_u128(id),
        name: Some(name.into()),
        rank: None,
        role: role.into(),
        login: Some(login),
        ended: false,
    }
}

fn area(n: u128) -> Area {
    let code = format!("TDP {n}");
    Area { id: Uuid::from_u128(0x20 + n), name: format!("Tổ dân phố {n}"), code, kind: None, ended: false }
}

pub fn row(serial: u128, kind: Kind, title: Option<&str>, status: &str, time: &str) -> Row {
    Row {
        row: i64::try_from(serial).unwrap(),
        record: Uuid::from_u128(0x1000 + serial),
        unit: "LDG-P2".into(),
        kind: kind.name().into(),
        number: format!("LDG-P2-{}-2026-{serial:06}", kind.code()),
        title: title.map(str::to_owned),
        area: Some(format!("TDP {}", serial % 7 + 1)),
        category: (kind == Kind::Incident).then(|| "PROP.THVH".into()),
        status: Some(status.into()),
        at: at(time),
        void: false,
        hidden: 0,
    }
}

/// Some rows, newest first.
pub fn rows() -> Vec<Row> {
    let mut rows = vec![
        row(124, Kind::Incident, Some("Trộm xe máy trước chợ, phía đường Hùng Vương"), "open", "2026-11-23T19:20"),
        row(88, Kind::Patrol, Some("Tuần tra tổ 3, nhắc nhở 2 quán nhậu quá giờ"), "done", "2026-11-23T18:05"),
        row(214, Kind::Shift, None, "open", "2026-11-23T07:00"),
        row(123, Kind::Incident, Some("Gây rối, hát karaoke quá giờ ở hẻm 42"), "in_progress", "2026-11-22T22:40"),
        row(
            122,
            Kind::Incident,
            Some("Nhặt được ví có giấy tờ của người Ê-đê tên H\u{2019}Bia Ayun\u{306}"),
            "closed",
            "2026-11-22T09:15",
        ),
        row(
            121,
            Kind::Incident,
            Some("Lừa đảo qua Zalo: giả danh cán bộ ngân hàng, mất 35 triệu 😡"),
            "transferred",
            "2026-11-21T16:30",
        ),
    ];
    rows[0].hidden = 2;
    rows[4].void = true;
    rows.extend((1..60).rev().map(|n| {
        row(n, Kind::Incident, Some("Va chạm giao thông, hai bên tự thỏa thuận"), "closed", "2026-11-01T08:00")
    }));
    rows
}

pub fn object(value: Value) -> serde_json::Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other}"),
    }
}

/// The facts of the first row, in two versions.
fn facts(amended: bool) -> Data {
    let place = if amended { "cổng chợ, phía đường Hùng Vương" } else { "cổng chợ" };
    let loss = if amended { 18_000_000 } else { 15_000_000 };
    let facts = object(json!({
        "category": "PROP.THVH", "channel": "in_person", "reported_at": "2026-11-23T19:20:00+07:00",
        "occurred_from": "2026-11-23T18:30:00+07:00", "occurred_to": "2026-11-23T19:00:00+07:00",
        "area": "TDP 6", "place": place, "place_kind": "market",
        "title": "Trộm xe máy trước chợ, phía đường Hùng Vương",
        "narrative": "Chị B để xe Wave màu đỏ trước cổng chợ lúc 18:30, vào mua rau, quay ra không thấy xe.\nĐã xem camera tiệm vàng đối diện: hai người đi xe không biển số.",
        "urgency": "high", "loss_vnd": loss, "status": "open", "classification": "crime_report",
        "documents": [{"kind": "01", "number": "15/BB", "date": "2026-11-23", "kept": null}],
        "first_response": {"officer": ME.to_string(), "arrived_at": "2026-11-23T19:35:00+07:00", "action": "lấy lời khai, xem camera"}
    }));
    let whole = Data::join(Kind::Incident, facts, None);
    let (facts, _) = whole.split(Kind::Incident);
    Data(facts)
}

/// The first row as a record with three entries.
pub fn detail() -> Detail {
    detail_of(rows()[0].record)
}

/// The same story told of any row.
pub fn detail_of(record: Uuid) -> Detail {
    let known = rows().into_iter().find(|row| row.record == record);
    let row = known.unwrap_or_else(|| Row { record, ..rows().remove(0) });
    let version = |rev, act, time: &str, why: Option<&str>, data| Version {
        rev,
        act,
        at: at(time),
        by: ME,
        why: why.map(str::to_owned),
        data,
        note: None,
        persons: rev == 1,
    };
    let mut note = version(2, Act::Note, "2026-11-23T19:58", None, None);
    note.note = Some(object(
        json!({"text": "Đã thông báo cho CA phường 1 phối hợp truy tìm", "event": "notified", "at": "2026-11-23T19:55:00+07:00"}),
    ));
    let history = vec![
        version(1, Act::Create, "2026-11-23T19:40", None, Some(facts(false))),
        note,
        version(3, Act::Amend, "2026-11-23T20:10", Some("bị hại nói lại giá trị xe"), Some(facts(true))),
    ];
    let mut record = Record::apart(row, Some(Kind::Incident), 3, ME, facts(true));
    record.shift = Some(rows()[2].record);
    let found_by = Link { row: rows()[1].clone(), how: "found_by".into(), back: false };
    let led_to = Link { row: rows()[1].clone(), how: "led_to".into(), back: true };
    let numbers = vec![(rows()[1].record, rows()[1].number.clone())];
    let clocks = clocks::of(&record.data, &history);
    Detail {
        record,
        history,
        links: vec![found_by, led_to],
        progress: Vec::new(),
        beside: None,
        clocks,
        numbers,
        origin: None,
    }
}

/// A patrol that is out and late, with what it reached and noticed.
pub fn tour(words: &str) -> Tour {
    let route = json!([
        {"area": "TDP 4", "at": "2026-11-23T18:40:00+07:00"}, {"area": "TDP 7", "at": null}, {"area": "TDP 2", "at": null}
    ]);
    let observations = json!([
        {"at": "2026-11-23T18:31:00+07:00", "area": "TDP 4", "kind": "dark_street", "text": "Đèn hẻm 12 hỏng",
            "action": "báo điện lực", "incident": null},
        {"at": "2026-11-23T18:35:00+07:00", "area": "TDP 4", "kind": "unlocked", "text": words, "action": null,
            "incident": rows()[0].record}
    ]);
    let data = object(json!({
        "mode": "motorbike", "state": "active", "started_at": "2026-11-23T18:05:00+07:00",
        "planned_end": "2026-11-23T21:00:00+07:00", "headcount": {"police": 2, "grassroots": 3, "militia": 0, "other": 0},
        "area": "TDP 4", "leader": ME.to_string(), "route": route, "observations": observations,
    }));
    let row = Row { title: None, ..row_of(89, Kind::Patrol, "", "active", "2026-11-23T18:05") };
    tour_of(row, data, Some(Overdue::Silent(at("2026-11-23T18:40"))))
}

/// A patrol that is planned.
pub fn planned_tour() -> Tour {
    let data = object(json!({
        "mode": "foot", "state": "planned", "planned_start": "2026-11-23T22:00:00+07:00", "area": "TDP 1",
        "leader": Uuid::from_u128(0xC).to_string(), "route": [{"area": "TDP 1", "at": null}, {"area": "TDP 3", "at": null}],
    }));
    tour_of(row_of(90, Kind::Patrol, "", "planned", "2026-11-23T22:00"), data, None)
}

fn tour_of(row: Row, data: serde_json::Map<String, Value>, late: Option<Overdue>) -> Tour {
    let record = Record::apart(row, Some(Kind::Patrol), 3, ME, Data::join(Kind::Patrol, data, None));
    Tour { record, late, numbers: vec![(rows()[0].record, rows()[0].number.clone())] }
}

/// A draft of an incident, as an earlier session kept it.
pub fn draft() -> Draft {
    let body = json!({
        "v": 1, "purpose": "create", "kind": "incident", "entry": Uuid::from_u128(0x51), "record": Uuid::from_u128(0x52),
        "base": null, "at": "title",
        "values": {"category": "ORDR.DIST", "reported_at": "20h", "title": "Đánh nhau ở quán nhậu", "area": "TDP 2"}
    });
    Draft {
        key: "create/00000000-0000-0000-0000-000000000051".into(),
        officer: ME,
        at: at("2026-11-23T14:32"),
        body: body.to_string(),
    }
}

/// The board of that evening.
pub fn board() -> Board {
    let mut open = vec![duty::seen().shown.unwrap().items.remove(1)];
    let mut older = open[0].clone();
    let row = &rows()[3];
    (older.record, older.number) = (Some(row.record), Some(row.number.clone()));
    (older.title, older.since) = (row.title.clone().unwrap(), Some(row.at));
    let lodging = HandoverItem {
        sort: Sort::Order,
        record: None,
        number: None,
        what: Some("Kiểm tra nhà trọ số 15".into()),
        title: "Kiểm tra nhà trọ số 15".into(),
        area: None,
        since: Some(at("2026-11-20T07:05")),
        answer: None,
        clocks: Vec::new(),
    };
    open.extend([older, lodging]);
    open.sort_by_key(|item| item.since);
    let late = row_of(89, Kind::Patrol, "Tuần tra đêm khu chợ", "active", "2026-11-23T14:40");
    let lines = rows().into_iter().take(5).enumerate().map(|(n, row)| Line {
        seq: 900 - n as u64,
        at: row.at,
        act: if n == 3 { Act::Amend } else { Act::Create },
        by: ME,
        reason: (n == 2).then_some(Reason::ShiftHandedOver),
        row,
    });
    let coverage = (1..=7).map(|n: usize| Coverage {
        area: format!("TDP {n}"),
        name: format!("Tổ dân phố {n}"),
        days: std::array::from_fn(|day| n < 5 && !(day + n).is_multiple_of(3)),
        quiet: match n {
            5 => Some(9),
            6 => None,
            n => Some(n as u64 % 3),
        },
    });
    let week = Week::containing(at("2026-11-20T12:00"), Rulebook::builtin().calendar());
    Board {
        at: at("2026-11-23T20:14"),
        until: at("2026-11-23T20:15"),
        shift: Some(shift()),
        open,
        open_total: 3,
        due: clocks::due(),
        ticking: Some(clocks::ticking()),
        rules: None,
        patrols: vec![(late, Some(Overdue::NotBack(at("2026-11-23T14:40"))))],
        campaigns: register::running(),
        lines: lines.collect(),
        coverage: coverage.collect(),
        week: Some(Brief { week, state: State::Open, unsealed: 41, findings: [2, 0, 5], more: false }),
        backup: Some(at("2026-11-23T07:02")),
        backup_elsewhere: Some((at("2026-11-14T19:00"), "/media/usb".into())),
        forked: false,
        head: "3f9c21d07ab4".into(),
    }
}

fn row_of(serial: u128, kind: Kind, title: &str, status: &str, time: &str) -> Row {
    row(serial, kind, Some(title), status, time)
}

/// Three weeks and what the one before this hands in; the words stand in a title.
pub fn weeks(words: &str) -> Seen {
    let rule = Rulebook::builtin().calendar();
    let now = Week::containing(at("2026-11-23T20:14"), rule);
    let (before, older) = (now.previous(rule), now.previous(rule).previous(rule));
    let listed = |week: Week, state, batches| {
        let due = week == before;
        Listed { name: week.name(), week: Some(week), state, batches, due }
    };
    let weeks = vec![
        listed(now, State::Open, Vec::new()),
        listed(before, State::Open, Vec::new()),
        listed(older, State::Acknowledged, vec![(sealed(older), true)]),
    ];
    let mut rows = rows();
    rows[3].title = Some(words.to_owned());
    let checked = |n: usize, codes: &[(&'static str, &'static str)]| Checked {
        row: rows[n].clone(),
        findings: codes
            .iter()
            .map(|(code, path)| Finding::new(code, *path).with("shown", "***678").with("at", 25))
            .collect(),
    };
    let findings = vec![
        checked(0, &[("W202", "narrative")]),
        checked(3, &[("H601", "title"), ("W202", "narrative")]),
        checked(5, &[("H204", "status")]),
    ];
    let receiver = card("Công an thành phố Bảo Lộc");
    let days = [[2, 1, 2], [0, 2, 2], [1, 1, 2], [0, 0, 2], [3, 2, 2], [12, 4, 2], [1, 0, 2]];
    let preview = Preview {
        week: before,
        entries: 312,
        records: 41,
        sealed: false,
        approved: false,
        receiver: Some(receiver),
        findings,
        days: days.to_vec(),
        missing: Vec::new(),
    };
    Seen { weeks, preview, answers: vec![answer(words)] }
}

/// A desk's card.
fn card(name: &str) -> Card {
    Card {
        unit: "LDG-CT".into(),
        name: name.into(),
        key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl".into(),
        recipient: "age1".into(),
    }
}

/// That card as it was read from a file.
pub fn read_card(name: &str) -> Read {
    let card = card(name);
    Read { fingerprint: card.fingerprint().unwrap(), card }
}

/// A receipt for the week before last, with a finding and something that is asked for.
fn answer(words: &str) -> Answer {
    let rows = rows();
    let item = Item {
        file: Hash::of(b"file"),
        journal: Some(Uuid::from_u128(0x77)),
        number: Some(46),
        batch: Some(Hash::of(b"batch")),
        result: "merged".into(),
        code: None,
        missing: Vec::new(),
        entries_new: 280,
        entries_known: 0,
        findings: vec![Remark { code: "W202".into(), record: rows[5].record, path: "recovered_vnd".into() }],
    };
    let text = format!("Đề nghị bổ sung kết quả xác minh {words}");
    let request = Request { record: rows[3].record, code: None, text };
    let gone = Request { record: Uuid::from_u128(0x99), code: Some("H204".into()), text: "Xem lại".into() };
    let receipt = Receipt {
        desk: "LDG-CT".into(),
        unit: "LDG-P2".into(),
        n: 3,
        at: at("2026-11-17T09:30"),
        items: vec![item],
        requests: vec![request, gone],
        ack_through: Vec::new(),
    };
    Answer { receipt, rows: vec![rows[5].clone(), rows[3].clone()] }
}

fn sealed(week: Week) -> Sealed {
    Sealed {
        journal: Uuid::from_u128(0x77),
        number: 46,
        first: 1201,
        last: 1480,
        known: 1480,
        week: week.name(),
        at: week.to,
        receiver: "LDG-CT".into(),
        persons: false,
        findings: 2,
        batch: Hash::of(b"batch"),
    }
}

/// What an export of one batch wrote.
pub fn written(words: &str) -> Batches {
    let newest = sealed(Week::containing(at("2026-11-16T20:14"), Rulebook::builtin().calendar()));
    let name = BatchName::new("LDG-P2", &newest.week, newest.number, &newest.journal);
    let (file, signature) = (PathBuf::from(name.file()), PathBuf::from(name.signature()));
    let path = format!("/media/usb/{words}/{}", name.file());
    let sha256 = Hash::of(b"file").hex();
    let files = vec![file.clone(), signature.clone()];
    let exported = Exported { newest, name, file, signature, sealed: 1, files, gone: vec![12] };
    Batches { exported, files: vec![Written { file: path, size: 48_211, sha256 }] }
}
