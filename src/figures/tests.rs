//! Counted on a real logbook: what lies in the period and nothing else, every row every time, the same file twice.

use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::journal::{Act, Mint, Salt};
use crate::logbook::{New, Own};
use crate::record::period::{Length, Period};
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind, clean};
use crate::words::{Lang, Words};

struct Counter(u128);

impl Mint for Counter {
    fn now(&mut self) -> Moment {
        at("2026-11-24T08:00:00+07:00")
    }

    fn id(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }

    fn salt(&mut self) -> Salt {
        [7; 16]
    }
}

fn at(text: &str) -> Moment {
    when::parse(text).unwrap()
}

struct Post {
    book: Logbook,
    mint: Counter,
    _folder: tempfile::TempDir,
}

impl Post {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = Own {
            unit: "LDG-P2".into(),
            name: "Phường 2".into(),
            journal: Uuid::from_u128(9),
            desk: false,
            demo: None,
        };
        let officer = Uuid::from_u128(1);
        let (book, ..) = Logbook::create(
            &folder.path().join("p"),
            own,
            (officer, "An"),
            "mật khẩu dài",
            0,
            &crate::seal::Identity::generate(),
            |_, _| Ok(()),
        )
        .unwrap();
        let mut post = Self { book, mint: Counter(100), _folder: folder };
        post.add(Kind::Area, &json!({"code": "TDP4", "name": "Tổ dân phố 4"}));
        post
    }

    fn add(&mut self, kind: Kind, input: &Value) -> Uuid {
        let (data, findings) = clean(kind, input.as_object().unwrap(), &self.book, self.mint.now());
        assert!(findings.is_empty(), "{findings:?}");
        let record = self.mint.id();
        self.append(Act::Create, kind, record, data);
        record
    }

    fn append(&mut self, act: Act, kind: Kind, record: Uuid, data: Data) {
        let (id, now) = (self.mint.id(), self.mint.now());
        let by = Uuid::from_u128(1);
        let why = (act != Act::Create).then_some("lý do");
        let new = New { id, at: now, by, shift: None, act, kind, record, base: None, why, data };
        self.book.write(|book| book.append(&new, &mut self.mint)).unwrap();
    }

    fn incident(&mut self, category: &str, reported: &str, more: &Value) -> Uuid {
        let mut input = json!({"category": category, "channel": "phone", "reported_at": reported, "area": "TDP4",
            "title": "Việc"});
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.add(Kind::Incident, &input)
    }

    fn week(&self) -> Vec<Indicator> {
        indicators(&self.book, at("2026-11-16T00:00:00+07:00"), at("2026-11-23T00:00:00+07:00")).unwrap()
    }
}

fn value(table: &[Indicator], code: &str) -> u64 {
    table.iter().find(|row| row.code == code).unwrap_or_else(|| panic!("{code}")).value
}

#[test]
fn incidents_are_counted_by_report_time_and_not_when_void() {
    let mut post = Post::new();
    let empty = json!({});
    post.incident("PROP.THVH", "2026-11-15T23:59:59+07:00", &empty);
    post.incident("PROP.THVH", "2026-11-16T00:00:00+07:00", &json!({"loss_vnd": 18_000_000, "recovered_vnd": 1}));
    post.incident(
        "PROP.BURG",
        "2026-11-22T16:59:59Z",
        &json!({"loss_vnd": 2, "status": "closed",
        "classification": "crime_report", "outcome": "transferred"}),
    );
    post.incident("TRAF.TACC", "2026-11-20T01:00:00+07:00", &json!({"dead": 1, "injured": 2}));
    post.incident("PROP.THVH", "2026-11-23T00:00:00+07:00", &empty);
    let void = post.incident("PROP.THVH", "2026-11-20T10:00:00+07:00", &json!({"dead": 5}));
    post.append(Act::Void, Kind::Incident, void, Data::default());
    let week = post.week();
    for (code, count) in [
        ("incident.total", 3),
        ("incident.group.PROP", 2),
        ("incident.group.TRAF", 1),
        ("incident.group.FIRE", 0),
        ("incident.category.PROP.THVH", 1),
        ("incident.category.PROP.BURG", 1),
        ("incident.status.open", 2),
        ("incident.status.closed", 1),
        ("incident.classification.crime_report", 1),
        ("incident.classification.none", 2),
        ("incident.outcome.transferred", 1),
        ("incident.dead", 1),
        ("incident.injured", 2),
        ("incident.loss_vnd", 18_000_002),
        ("incident.recovered_vnd", 1),
    ] {
        assert_eq!(value(&week, code), count, "{code}");
    }
}

#[test]
fn the_newest_version_counts() {
    let mut post = Post::new();
    let record = post.incident("PROP.THVH", "2026-11-20T10:00:00+07:00", &json!({"loss_vnd": 5}));
    let mut data = post.book.record(&record).unwrap().data;
    data.0.insert("loss_vnd".into(), Value::from(7));
    post.append(Act::Amend, Kind::Incident, record, data);
    let week = post.week();
    assert_eq!((value(&week, "incident.total"), value(&week, "incident.loss_vnd")), (1, 7));
}

#[test]
fn patrols_count_once_they_have_begun() {
    let mut post = Post::new();
    let start = "2026-11-18T22:00:00+07:00";
    post.add(
        Kind::Patrol,
        &json!({"mode": "foot", "started_at": start, "ended_at": "2026-11-19T00:35:59+07:00",
        "state": "done", "headcount": {"police": 2, "grassroots": 3}, "observations": [{"kind": "noise"}],
        "results": {"people_checked": 4, "vehicles_checked": 3, "minutes_written": 1, "reminders": 2, "cases_found": 1,
            "fines_vnd": 250_000}}),
    );
    post.add(Kind::Patrol, &json!({"mode": "foot", "started_at": start, "headcount": {"militia": 1}}));
    post.add(Kind::Patrol, &json!({"mode": "foot", "planned_start": start, "headcount": {"police": 9}}));
    post.add(Kind::Patrol, &json!({"mode": "foot", "planned_start": start, "state": "cancelled"}));
    let (ends, closed) = ("2026-11-19T07:00:00+07:00", "2026-11-19T07:05:00+07:00");
    post.add(
        Kind::Shift,
        &json!({"planned_start": start, "planned_end": ends, "started_at": start, "ended_at": closed}),
    );
    post.add(Kind::Shift, &json!({"planned_start": start, "planned_end": ends, "started_at": start}));
    post.add(Kind::Shift, &json!({"planned_start": start, "planned_end": ends}));
    let week = post.week();
    for (code, count) in [
        ("patrol.total", 2),
        ("patrol.cancelled", 1),
        ("patrol.people", 6),
        ("patrol.people.police", 2),
        ("patrol.people.militia", 1),
        ("patrol.duration", 155),
        ("patrol.observations", 1),
        ("patrol.people_checked", 4),
        ("patrol.vehicles_checked", 3),
        ("patrol.minutes_written", 1),
        ("patrol.reminders", 2),
        ("patrol.cases_found", 1),
        ("patrol.fines_vnd", 250_000),
        ("shift.total", 2),
        ("shift.closed", 1),
    ] {
        assert_eq!(value(&week, code), count, "{code}");
    }
}

#[test]
fn work_with_the_community_is_counted_by_what_it_was_about_and_whom_it_reached() {
    let mut post = Post::new();
    let held = |date: &str, form: &str, attendance: Option<u64>, leaflets: u64| {
        json!({"date": date, "form": form, "topic": "fraud", "title": "Họp dân", "area": "TDP4",
            "attendance": attendance, "leaflets": leaflets})
    };
    post.add(Kind::Outreach, &held("2026-11-15", "meeting", Some(500), 500));
    post.add(Kind::Outreach, &held("2026-11-16", "meeting", Some(42), 50));
    post.add(Kind::Outreach, &held("2026-11-22", "zalo", None, 0));
    let tip = |usable: &str| {
        json!({"received_at": "2026-11-20T09:00:00+07:00", "channel": "phone", "topic": "drugs", "content": "Có nhóm lạ",
            "usable": usable})
    };
    post.add(Kind::Tip, &tip("yes"));
    post.add(Kind::Tip, &tip("unchecked"));
    let findings = json!([{"text": "Lối thoát bị chặn", "closed_on": "2026-11-21"}, {"text": "Thiếu bình"}]);
    post.add(
        Kind::Joint,
        &json!({"date": "2026-11-20", "type": "inspection", "title": "Kiểm tra nhà trọ", "partner": "people_committee",
            "people": 7, "findings": findings}),
    );
    post.add(
        Kind::Property,
        &json!({"type": "found", "item": "Ví da", "received_at": "2026-11-20T09:00:00+07:00", "state": "returned"}),
    );
    let week = post.week();
    for (code, count) in [
        ("tip.total", 2),
        ("tip.topic.drugs", 2),
        ("tip.usable.yes", 1),
        ("outreach.total", 2),
        ("outreach.topic.fraud", 2),
        ("outreach.form.meeting", 1),
        ("outreach.form.zalo", 1),
        ("outreach.attendance", 42),
        ("outreach.leaflets", 50),
        ("joint.total", 1),
        ("joint.type.inspection", 1),
        ("joint.people", 7),
        ("joint.found", 2),
        ("joint.mended", 1),
        ("property.total", 1),
        ("property.type.found", 1),
        ("property.state.returned", 1),
    ] {
        assert_eq!(value(&week, code), count, "{code}");
    }
    let words = Words::new(Lang::Vi);
    let name = |code: &str| week.iter().find(|row| row.code == code).unwrap().name(&words);
    assert_eq!(name("outreach.form.meeting"), "Tuyên truyền theo hình thức: họp dân");
    assert_eq!(name("tip.topic.drugs"), "Tin quần chúng theo nội dung: ma túy");
}

#[test]
fn an_empty_week_has_every_row_and_codes_are_unique() {
    let mut post = Post::new();
    let empty = post.week();
    assert!(empty.iter().all(|row| row.value == 0));
    post.incident("FIRE.FIRE", "2026-11-20T10:00:00+07:00", &json!({"status": "in_progress"}));
    let codes = |table: &[Indicator]| table.iter().map(|row| row.code.clone()).collect::<Vec<_>>();
    let mut all = codes(&empty);
    assert!(codes(&post.week()).into_iter().filter(|code| !code.ends_with(".none")).eq(all.iter().cloned()));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), empty.len());
}

#[test]
fn the_file_is_for_people_and_the_same_every_time() {
    let mut post = Post::new();
    post.incident("PROP.THVH", "2026-11-20T10:00:00+07:00", &json!({"loss_vnd": 5}));
    let (from, to) = (at("2026-11-16T00:00:00+07:00"), at("2026-11-23T00:00:00+07:00"));
    let file = indicators_csv(&post.book, from, to).unwrap();
    let period = "LDG-P2,2026-11-16T00:00:00+07:00,2026-11-23T00:00:00+07:00";
    assert!(file.starts_with("\u{feff}post,from,to,code,indicator,unit,value\r\n"));
    assert!(file.contains(&format!("{period},incident.total,Vụ việc tiếp nhận,vụ,1\r\n")), "{file}");
    let theft = "incident.category.PROP.THVH,\"Vụ việc theo loại: Trộm xe máy, ô tô, xe đạp điện\",vụ,1\r\n";
    assert!(file.contains(theft), "{file}");
    assert!(file.contains("patrol.people,Người tham gia tuần tra,lượt người,0\r\n"), "{file}");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert_eq!(indicators_csv(&post.book, from, to).unwrap(), file);
}

#[test]
fn every_row_and_unit_has_its_words() {
    let post = Post::new();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for row in post.week() {
            let name = row.name(&words);
            assert!(!name.contains("indicator-") && !name.contains("{ $"), "{}: {name}", row.code);
        }
        for unit in Unit::ALL {
            assert_ne!(words.get(unit.id()), unit.id());
        }
    }
}

#[test]
fn indicators_stand_beside_those_of_other_periods() {
    let mut post = Post::new();
    let empty = json!({});
    for day in ["2026-11-17", "2026-11-18", "2026-11-10", "2025-11-18", "2025-11-19", "2025-11-20", "2026-03-01"] {
        post.incident("PROP.THVH", &format!("{day}T10:00:00+07:00"), &empty);
    }
    let calendar = crate::record::rulebook::Rulebook::builtin().calendar();
    let week = Period::parse(Length::Week, "2026-W47", calendar).unwrap();
    let table = compare::compared(&post.book, "LDG-P2", &week.compared(calendar).unwrap()).unwrap();
    let row = table.iter().find(|row| row.this.code == "incident.total").unwrap();
    assert_eq!((row.this.value, row.previous, row.last_year, row.cumulative), (2, Some(1), Some(3), 4));
    assert_eq!((row.more(), row.more_than_last_year()), (Some(1), Some(-1)));
    let percent = crate::text::number::percent(-1, 3);
    assert_eq!(percent.as_deref(), Some("-33,33 %"));
    assert_eq!(compare::difference(u64::MAX, 0), i64::MAX);
    let before = Period::parse(Length::Week, "2025-W47", calendar).unwrap();
    let table = compare::compared(&post.book, "LDG-P2", &before.compared(calendar).unwrap()).unwrap();
    let row = table.iter().find(|row| row.this.code == "incident.total").unwrap();
    assert_eq!(
        (row.this.value, row.previous, row.last_year),
        (3, None, None),
        "nothing was logged yet: not the same as none"
    );
}
