//! A made-up desk as plain values: six posts, one of them with a gap, one forked, one with a revoked key, one without
//! anything, and the story of the one with the gap.

use trucban::acts::desk::{Handed, Origin, Refusal, Reporting, Run, Story};
use trucban::acts::{Role, Who};
use trucban::desk::{Compared, Counted, Due};
use trucban::fault::{Fault, Kind};
use trucban::figures::{Indicator, Unit};
use trucban::journal::Hash;
use trucban::logbook::{Against, Asked, Badge, Fate, KeyState, Post, PostKey, Received, Remark, Row, STOPPED};
use trucban::record::period::Week;
use trucban::record::rulebook::Rulebook;
use trucban::sync::receipt::Item;
use trucban::tui::app::{Detail, Opened};
use uuid::Uuid;

use super::{ME, at};

const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID/ha6NwpWNtHV3OiKCKvlGs6Ow0CVTRzjZYr8NmN//m";

/// The desk right after signing in.
pub fn opened() -> Opened {
    Opened {
        who: Who { officer: ME, role: Role::Clerk, name: "Lê Thị Bình".into(), login: "le-thi-binh".into() },
        unit: "LDG-CT".into(),
        unit_name: "Công an tỉnh Lâm Đồng".into(),
        posts: Some(posts("Công an xã Đạ Tẻh").into_iter().map(|one| one.post).collect()),
        areas: Vec::new(),
        ..super::opened()
    }
}

fn post(unit: &str, name: &str) -> Reporting {
    Reporting {
        post: Post { unit: unit.into(), name: name.into(), recipient: "age1".into(), since: at("2026-01-05T08:00") },
        keys: vec![PostKey {
            key: KEY.into(),
            state: KeyState::Valid,
            since: at("2026-01-05T08:00"),
            revoked: None,
            why: None,
        }],
        start: None,
        last: None,
        through: None,
        held: Vec::new(),
        forks: Vec::new(),
        findings: Vec::new(),
        withheld: 0,
        requests: Vec::new(),
        due: None,
        ended: None,
        follows: Vec::new(),
        followed_by: None,
    }
}

fn batch(unit: &str, number: u64, week: &str, fate: Fate) -> Received {
    let id = |what: &str| Hash::of(format!("{unit} {number} {what}").as_bytes());
    Received {
        unit: unit.into(),
        batch: id("batch"),
        journal: Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_7f3a),
        number,
        first: 300 * number,
        last: 300 * number + 211,
        head: id("head"),
        week: week.into(),
        at: at("2026-11-16T08:30") + chrono::TimeDelta::minutes(i64::try_from(number).unwrap()),
        file: id("file"),
        name: format!("{unit}-{}-{number:06}-7f3a-0a1b2c3d.tar.age", week.replace('-', "")),
        fate,
    }
}

fn remark(code: &str, record: u128) -> Remark {
    Remark { code: code.into(), record: Uuid::from_u128(record), path: "narrative".into() }
}

/// The posts; the words are the name of one.
pub fn posts(words: &str) -> Vec<Reporting> {
    let well = |unit: &str, name: &str, number| Reporting {
        last: Some(batch(unit, number, "2026-W47", Fate::Merged)),
        ..post(unit, name)
    };
    let gap = Reporting {
        last: Some(batch("LDG-P3", 41, "2026-W44", Fate::Merged)),
        held: vec![batch("LDG-P3", 43, "2026-W46", Fate::Held), batch("LDG-P3", 45, "2026-W47", Fate::Held)],
        findings: vec![remark("H601", 1), remark("W303", 2)],
        requests: vec![asked(None)],
        ..post("LDG-P3", "Công an phường 3 Bảo Lộc")
    };
    let mut revoked = well("LDG-XDT", words, 40);
    revoked.keys[0].state = KeyState::Stolen;
    revoked.keys[0].revoked = Some(at("2026-11-20T15:00"));
    revoked.keys[0].why = Some("mất máy".into());
    vec![
        Reporting { findings: vec![remark("W303", 3)], ..well("LDG-P2", "Công an phường 2 Bảo Lộc", 46) },
        gap,
        Reporting {
            forks: vec![batch("LDG-P4", 30, "2026-W46", Fate::Fork)],
            ..well("LDG-P4", "Công an phường Xuân Hương - Đà Lạt", 29)
        },
        revoked,
        Reporting {
            start: Some(trucban::logbook::Start { number: 21, officer: ME, at: at("2026-06-01T09:00") }),
            ..well("LDG-XLH", "Công an xã Lộc An", 45)
        },
        late(post("LDG-XTN", "Công an xã Tân Hà")),
    ]
}

/// It owes two weeks.
fn late(post: Reporting) -> Reporting {
    let week = Week::containing(at("2026-11-19T08:00"), Rulebook::builtin().calendar());
    Reporting { due: Some(Due { week, late: 2, since: Some(at("2026-11-18T00:00")) }), ..post }
}

fn asked(sent: Option<u64>) -> Asked {
    let text = "Bổ sung biên bản và kết quả xử lý".to_owned();
    Asked { record: Uuid::from_u128(1), code: None, text, officer: ME, at: at("2026-11-20T09:00"), sent }
}

/// The story of the post with a gap; the words are what it was asked for.
pub fn story(words: &str) -> Story {
    let standing = posts("").swap_remove(1);
    let row = super::rows().swap_remove(0);
    let row = Row { unit: "LDG-P3".into(), number: row.number.replace("LDG-P2", "LDG-P3"), ..row };
    let merged = |number, week: &str| batch("LDG-P3", number, week, Fate::Merged);
    let with = batch("LDG-P3", 41, "2026-W44", Fate::Merged).batch;
    Story {
        batches: standing.held.iter().rev().cloned().chain([merged(41, "2026-W44"), merged(40, "2026-W43")]).collect(),
        against: ["H601", "W303"]
            .map(|code| Against {
                remark: Remark { record: row.record, ..remark(code, 1) },
                batch: with,
                row: row.clone(),
            })
            .into(),
        asked: vec![(Asked { text: words.into(), ..asked(Some(12)) }, Some(row))],
        refused: vec![Refusal {
            file: "/media/usb/LDG-P3-2026W45-000042-7f3a.tar.age".into(),
            at: "2026-11-16T08:45:00+07:00".into(),
            code: "E102".into(),
        }],
        standing,
    }
}

/// A page of the log.
pub fn rows() -> Vec<Row> {
    let of = |row: Row| Row { unit: "LDG-P3".into(), number: row.number.replace("LDG-P2", "LDG-P3"), ..row };
    super::rows().into_iter().map(of).collect()
}

/// A record of the post.
pub fn detail(record: Uuid) -> Detail {
    let mut detail = super::detail_of(record);
    detail.record.row.unit = "LDG-P3".into();
    detail.record.row.number = detail.record.row.number.replace("LDG-P2", "LDG-P3");
    let journal = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_7f3a);
    detail.origin = Some(Origin {
        post: Some(posts("").swap_remove(1).post),
        journal: (journal, 12345),
        batch: Some(batch("LDG-P3", 40, "2026-W43", Fate::Merged)),
        newest: Some(batch("LDG-P3", 41, "2026-W44", Fate::Merged)),
        officers: vec![Badge {
            id: detail.record.author,
            record: "LDG-P3-CB-2026-000001".into(),
            name: None,
            rank: Some("Thiếu tá".into()),
            role: "commander".into(),
            number: Some("345-678".into()),
        }],
    });
    detail
}

/// What came of receiving a stick; the words stand in the name of a file.
pub fn run(words: &str) -> Run {
    let handed = |name: String, unit: &str, result: &str, fault: Option<Fault>| Handed {
        file: format!("/media/usb/{name}").into(),
        unit: Some(unit.into()),
        item: Item {
            file: Hash::of(name.as_bytes()),
            journal: None,
            number: Some(46),
            batch: None,
            result: result.into(),
            code: fault.as_ref().map(|fault| fault.code.into()),
            missing: Vec::new(),
            entries_new: if fault.is_none() { 212 } else { 0 },
            entries_known: 0,
            findings: Vec::new(),
        },
        fault,
        named: None,
        receipt: Some(format!("/media/usb/receipt-{unit}-12.json").into()),
    };
    let name = |unit: &str| format!("{unit}-2026W47-000046-7f3a.tar.age");
    let gap = Fault::new(Kind::Finding, "E120").with("unit", "LDG-P3").with("missing", "42, 44");
    let mut key = handed(name("LDG-P2"), "LDG-P2", "merged", None);
    key.named = Some(KEY.into());
    let files = vec![
        key,
        handed(name("LDG-XLH"), "LDG-XLH", "merged", None),
        handed(name("LDG-P3"), "LDG-P3", "held-gap", Some(gap)),
        handed(format!("{words}.tar.age"), "LDG-P4", "bad-signature", Some(Fault::new(Kind::Data, "E102"))),
    ];
    Run { files, asked: vec![("LDG-XTN".into(), "/so/outbox/receipt-LDG-XTN-3.json".into())], ..Run::default() }
}

/// What came of receiving the same stick up to where somebody stopped it.
pub fn run_stopped() -> Run {
    let mut whole = run("x");
    whole.files.truncate(2);
    Run { files: whole.files, trouble: Some(Fault::new(Kind::Use, STOPPED)), left: 310, ..Run::default() }
}

/// The posts beside each other.
pub fn compared(words: &str) -> Compared {
    let indicator = |code: &str, unit, value| Indicator { code: code.into(), unit, value };
    let posts = (0..).zip(posts(words)).map(|(n, post)| {
        let indicators = vec![
            indicator("incident.total", Unit::Case, 12 * n),
            indicator("incident.status.closed", Unit::Case, 9 * n),
            indicator("incident.loss_vnd", Unit::Dong, 18_000_000 * n),
            indicator("patrol.total", Unit::Turn, 1300 * n),
            indicator("patrol.observations", Unit::Instance, 31 * n),
            indicator("shift.total", Unit::Shift, 14),
        ];
        let with = if post.post.unit == "LDG-P2" { vec!["LDG-P1".into()] } else { Vec::new() };
        // One handed in a part of the week, one nothing of it.
        match n {
            1 => Counted { post: post.post, with, through: Some(at("2026-11-20T00:00")), indicators },
            4 => Counted { post: post.post, with, through: None, indicators: Vec::new() },
            _ => Counted { post: post.post, with, through: Some(at("2026-11-23T00:00")), indicators },
        }
    });
    Compared { from: at("2026-11-16T00:00"), to: at("2026-11-23T00:00"), posts: posts.collect() }
}
