//! What the registers of that evening hold.

use serde_json::{Value, json};
use trucban::acts::board::Running;
use trucban::acts::clocks::Due;
use trucban::figures::signals::Share;
use trucban::logbook::{Record, Row};
use trucban::record::{Data, Kind, course};
use trucban::report::register::{Entry, Told};
use trucban::tui::app::Detail;
use uuid::Uuid;

use super::{at, board, detail_of, object, rows};

/// What an evening's register of a kind holds; of no kind, what the log holds.
pub fn page(kind: Option<Kind>) -> Vec<Entry> {
    let Some(kind) = kind else { return rows().into_iter().map(Entry::from).collect() };
    (0..3).filter_map(|n| fields(kind, n).map(|(title, status, data)| entry(kind, n, (title, status), data))).collect()
}

/// A record to be read: one of these registers, else one of the log.
pub fn detail(record: Uuid) -> Detail {
    let detail = detail_of(record);
    let all = Kind::logged().flat_map(|kind| page(Some(kind)).into_iter().map(move |entry| (kind, entry)));
    let found = all.into_iter().find(|(_, entry)| entry.row.record == record);
    let Some((kind, Entry { row, told: Some(told) })) = found else { return detail };
    let record = Record::apart(row, Some(kind), 1, detail.record.author, told.data);
    let history = detail.history.into_iter().take(1).collect();
    Detail { record, history, progress: told.progress, clocks: told.clocks, links: Vec::new(), ..detail }
}

fn entry(kind: Kind, n: usize, (title, status): (&str, Option<&str>), data: Value) -> Entry {
    let data = Data::join(kind, object(data), None);
    let row = Row {
        row: 50 - i64::try_from(n).unwrap(),
        record: Uuid::from_u128(0x4000 + 16 * kind as u128 + n as u128),
        unit: "LDG-P2".into(),
        kind: kind.name().into(),
        number: format!("LDG-P2-{}-2026-{:06}", kind.code(), 12 - n),
        title: (!title.is_empty()).then(|| title.to_owned()),
        area: data.text("area").map(str::to_owned),
        category: data.text("category").map(str::to_owned),
        status: status.map(str::to_owned),
        at: data.main_time(kind).unwrap(),
        void: n == 2,
        hidden: 0,
    };
    let due = |n| board().due.into_iter().map(|Due { clock, .. }| clock).skip(n).take(1).collect();
    let clocks = if kind == Kind::Incident { due(n) } else { Vec::new() };
    let progress = if kind == Kind::Campaign { shares(n as u64) } else { Vec::new() };
    let numbers = vec![(Uuid::from_u128(7), "LDG-P2-VV-2026-000124".to_owned())];
    Entry { row, told: Some(Box::new(Told { data, clocks, progress, numbers, officers: Vec::new() })) }
}

fn shares(n: u64) -> Vec<Share> {
    let share = |key, planned, done| Share { key, planned, done };
    vec![share("patrols", 20, 12 + n), share("outreach", 10, 3), share("checks", 4, 0)]
}

/// The campaigns of the board.
pub fn running() -> Vec<Running> {
    let Entry { row, told: Some(told) } = page(Some(Kind::Campaign)).remove(0) else { return Vec::new() };
    let course = course(&told.data, at("2026-11-23T20:14").date_naive()).unwrap();
    vec![Running { row, shares: told.progress, course }]
}

/// Title, status and fields of the record at a place.
fn fields(kind: Kind, n: usize) -> Option<(&'static str, Option<&'static str>, Value)> {
    let time = |time: &str| format!("2026-11-2{}T{time}:00+07:00", 3 - n);
    let day = format!("2026-11-{}", 20 - n);
    let area = format!("TDP {}", n + 4);
    let of = |all: [&'static str; 3]| all[n];
    let mended = |on: Value| json!({"text": "Thiếu bình chữa cháy", "closed_on": on});
    let findings =
        [json!([mended(Value::Null), mended(json!(day))]), json!([]), json!([mended(json!(day))])][n].clone();
    let (working, led) = ([json!(88), Value::Null, json!(12)][n].clone(), Uuid::from_u128(7));
    let led = [Value::Null, json!(led), Value::Null][n].clone();
    Some(match kind {
        Kind::Incident => (
            of(["Trộm xe máy trước chợ, phía đường Hùng Vương", "Gây rối, hát karaoke quá giờ", "Nhặt được ví"]),
            Some(of(["open", "in_progress", "closed"])),
            json!({"category": "PROP.THVH", "reported_at": time("19:20"), "area": area}),
        ),
        Kind::Patrol => (
            of(["Tuần tra tổ 3, nhắc nhở 2 quán nhậu quá giờ", "", "Tuần tra đêm khu chợ"]),
            Some(of(["done", "active", "done"])),
            json!({"started_at": time("20:02"), "route": [{"area": area}, {"area": "TDP 7"}],
                "headcount": {"police": 2, "grassroots": 3 + n, "militia": 0, "other": 0},
                "results": {"reminders": 2, "minutes_written": n}, "observations": [{"kind": "dark_street"}]}),
        ),
        Kind::Model => (
            of(["Camera an ninh khu chợ và đường Hùng Vương", "Cổng trường an toàn", "Tiếng kẻng an ninh"]),
            Some(of(["weak", "active", "ended"])),
            json!({"type": of(["cameras", "school_gate", "gong"]), "area": area, "founded": day,
                "units": {"total": 285, "working": working}, "checked_on": day}),
        ),
        Kind::Tip => (
            of(["Có nhóm lạ thuê trọ, đêm hay tụ tập đông người", "Người bán hàng lừa đảo", "Xe tải chở rác đổ trộm"]),
            Some(of(["unchecked", "yes", "no"])),
            json!({"received_at": time("09:15"), "topic": of(["drugs", "fraud", "other"]), "channel": "phone",
                "incident": led}),
        ),
        Kind::Campaign => (
            of(["Cao điểm tấn công, trấn áp tội phạm dịp Tết Nguyên đán", "Tháng an toàn giao thông", "Lễ hội trà"]),
            None,
            json!({"from": of(["2026-11-15", "2026-12-15", "2026-10-01"]), "to": of(["2026-12-14", "2027-02-20", "2026-10-31"]),
                "plan_number": "12/KH-CAP", "quotas": {"patrols": 20, "outreach": 10, "checks": 4}, "type": "crime"}),
        ),
        Kind::Joint => (
            of(["Kiểm tra điểm bán pháo, kho hàng quanh chợ", "Họp Ban Chỉ đạo 138", "Tập huấn chữa cháy"]),
            [Some("open"), None, Some("closed")][n],
            json!({"date": day, "type": of(["inspection", "committee", "training"]), "partner": "people_committee", "area": area,
                "findings": findings}),
        ),
        _ => return None,
    })
}
