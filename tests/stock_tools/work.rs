//! Records of every kind of community work, with persons and details that belong to nobody else.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use serde_json::{Map, Value, json};
use trucban::record::Kind;

use crate::common::object;

/// Who told something, and what only the owner knows: neither leaves the post, whatever is asked for.
pub const SECRETS: [&str; 2] = ["Đinh Thị Kín", "khắc chữ lồng sau mặt đá"];
/// The head of a team, who goes along where persons do.
pub const HEAD: &str = "Hồ Văn Trưởng";

/// One of each kind.
pub fn kinds() -> Vec<(Kind, Map<String, Value>)> {
    let at = "2026-11-23T18:00:00+07:00";
    let all = [
        (
            Kind::Tip,
            json!({"received_at": at, "channel": "phone", "topic": "drugs", "area": "TDP 4", "usable": "yes",
            "content": "Có nhóm lạ tụ tập", "persons": [{"role": "informant", "name": SECRETS[0]}]}),
        ),
        (
            Kind::Outreach,
            json!({"date": "2026-11-22", "form": "meeting", "topic": "fraud", "area": "TDP 4",
            "title": "Họp dân về lừa đảo qua mạng", "attendance": 46, "leaflets": 50, "partner": "front",
            "result": "Bà con nhất trí gọi trực ban trước khi chuyển tiền"}),
        ),
        (
            Kind::Joint,
            json!({"date": "2026-11-21", "type": "inspection", "title": "Kiểm tra nhà trọ", "area": "TDP 7",
            "partner": "people_committee", "people": 6, "content": "Nhắc ba cơ sở",
            "findings": [{"text": "Dây điện câu móc", "due": "2026-12-01"}]}),
        ),
        (
            Kind::Campaign,
            json!({"name": "Cao điểm cuối năm", "type": "crime", "from": "2026-11-15", "to": "2026-12-31",
            "quotas": {"patrols": 40, "outreach": 6, "checks": 8}, "lunar": false}),
        ),
        (
            Kind::Property,
            json!({"type": "found", "item": "Dây chuyền", "area": "TDP 4", "found_at": at,
            "received_at": "2026-11-23T18:30:00+07:00", "receipt": "12/BB", "state": "returned",
            "disposed_at": "2026-11-23T19:30:00+07:00", "claims": [{"at": at, "result": "fits"}],
            "withheld": SECRETS[1]}),
        ),
        (
            Kind::Model,
            json!({"name": "Camera an ninh", "type": "cameras", "area": "TDP 4", "founded": "2021-05-19",
            "units": {"total": 285, "working": 188}, "checked_on": "2026-11-20"}),
        ),
        (
            Kind::Team,
            json!({"name": "Tổ bảo vệ an ninh, trật tự", "area": "TDP 4", "members": 4, "required": 5,
            "trained": 3, "valid_from": "2024-07-01", "persons": [{"role": "head", "name": HEAD}]}),
        ),
    ];
    all.into_iter().map(|(kind, fields)| (kind, object(fields))).collect()
}
