//! What tests share: a clock and ids that repeat, and a small logbook on disk with the cheapest key derivation.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::path::Path;

use chrono::TimeDelta;
use serde_json::{Map, Value};
use trucban::acts::session::{Founded, Founding, found};
use trucban::journal::{Mint, Salt};
use trucban::record::when::{self, Moment};
use uuid::Uuid;

/// The password of every officer in tests.
pub const PASSWORD: &str = "mật khẩu thử";
/// The least work that key derivation takes.
pub const WORK: u8 = 15;

/// A clock that goes on by a second at each look, and ids and salts from a counter.
pub struct Clock {
    at: Moment,
    count: u64,
}

impl Clock {
    /// A clock that stands at this moment; another seed gives other ids.
    pub fn at(text: &str, seed: u64) -> Self {
        Self { at: when::parse(text).unwrap(), count: seed << 32 }
    }

    /// The evening of 23 November 2026, a Monday.
    pub fn evening() -> Self {
        Self::at("2026-11-23T20:00:00+07:00", 1)
    }

    /// Moves on.
    pub fn pass(&mut self, time: TimeDelta) {
        self.at += time;
    }
}

impl Mint for Clock {
    fn now(&mut self) -> Moment {
        self.at += TimeDelta::seconds(1);
        self.at
    }

    fn id(&mut self) -> Uuid {
        self.count += 1;
        let millis = u64::try_from(self.at.timestamp_millis()).unwrap();
        let mut random = [0; 10];
        random[2..].copy_from_slice(&self.count.to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    fn salt(&mut self) -> Salt {
        self.count += 1;
        let mut salt = [0; 16];
        salt[8..].copy_from_slice(&self.count.to_be_bytes());
        salt
    }
}

/// A post with two areas; its first officer is Nguyễn Văn An, commander, login `nguyen-van-an`.
pub fn post(folder: &Path, mint: &mut dyn Mint) -> Founded {
    founded(folder, ("LDG-P2", "Công an phường 2", "Nguyễn Văn An"), false, mint)
}

/// A post of another code.
pub fn post_of(folder: &Path, unit: &str, mint: &mut dyn Mint) -> Founded {
    founded(folder, (unit, "Công an phường khác", "Nguyễn Văn An"), false, mint)
}

/// A receiving desk; its clerk is Lê Thị Bình, login `le-thi-binh`.
pub fn desk(folder: &Path, mint: &mut dyn Mint) -> Founded {
    founded(folder, ("LDG-CT", "Công an thành phố", "Lê Thị Bình"), true, mint)
}

fn founded(folder: &Path, (unit, name, officer): (&str, &str, &str), desk: bool, mint: &mut dyn Mint) -> Founded {
    let areas = if desk { Vec::new() } else { vec!["TDP 4".to_owned(), "TDP 7".to_owned()] };
    let founding =
        Founding { folder, unit, name, officer, areas: &areas, desk, demo: None, password: PASSWORD, work: WORK };
    found(&founding, mint).unwrap()
}

/// An incident as JSON writes it.
pub fn incident(title: &str) -> Map<String, Value> {
    object(serde_json::json!({
        "category": "PROP.THVH", "channel": "in_person", "reported_at": "2026-11-23T19:20:00+07:00",
        "area": "TDP 4", "title": title, "narrative": "Mất xe trước cổng chợ", "loss_vnd": 18_000_000,
        "persons": [{"role": "victim", "name": "Trần Thị Cúc", "phone": "0912345678"}],
    }))
}

/// A JSON object.
pub fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("not an object: {other}"),
    }
}
