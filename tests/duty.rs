//! A shift on a real logbook on disk: what is handed over, who signs it, when it may close, what the board says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "duty/board.rs"]
mod board;
#[path = "duty/clocks.rs"]
mod clocks;
#[path = "duty/handover.rs"]
mod handover;
#[path = "duty/patrol.rs"]
mod patrol;
#[path = "duty/paper.rs"]
mod paper;
#[path = "duty/steps.rs"]
mod steps;

use std::path::Path;

use common::{Clock, WORK, incident, object, post};
use serde_json::{Value, json};
use tempfile::TempDir;
use trucban::acts::session::{Founded, sign_in};
use trucban::acts::write::{Form, create};
use trucban::acts::{Refused, Role, Saved, Who, registers, shift};
use trucban::journal::Mint;
use trucban::logbook::{Logbook, Mode};
use trucban::record::Kind;
use trucban::record::when::{self, Moment};
use uuid::Uuid;

/// The password of the officer who takes over.
const OTHERS: &str = "một mật khẩu khác";

/// A post whose commander An and officer Dũng are in two windows.
struct Post {
    folder: TempDir,
    mint: Clock,
    book: Logbook,
    commander: Who,
    window: Logbook,
    officer: Who,
}

fn start() -> Post {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who: commander, .. } = post(folder.path(), &mut mint);
    let (window, officer) = add_officer(folder.path(), &book, &commander, &mut mint);
    Post { folder, mint, book, commander, window, officer }
}

fn add_officer(folder: &Path, book: &Logbook, commander: &Who, mint: &mut Clock) -> (Logbook, Who) {
    let (name, role) = ("Phạm Văn Dũng", Role::Officer);
    let new = registers::NewOfficer { name, role, rank: None, number: None, password: OTHERS, work: WORK };
    registers::add_officer(book, commander, &new, mint).unwrap();
    sign_in(folder, Some(name), OTHERS, Mode::Write).unwrap()
}

impl Post {
    /// Opens a shift with an order and a fault.
    fn open_shift(&mut self) -> Uuid {
        let fields = object(json!({
            "planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00",
            "started_at": "2026-11-23T19:00:00+07:00", "present": 6,
            "orders": [
                {"from": "Công an tỉnh", "at": "2026-11-23T19:30:00+07:00", "text": "Kiểm tra nhà trọ", "done": false},
                {"text": "Gửi báo cáo ngày", "done": true},
            ],
            "equipment": [{"item": "bộ đàm", "count": 4, "fault": "1 hỏng pin"}, {"item": "xe máy", "count": 2}],
        }));
        let ids = (self.mint.id(), self.mint.id());
        shift::open(&self.book, &self.commander, ids, &fields, &mut self.mint).unwrap().record
    }

    fn incident(&mut self, title: &str) -> Saved {
        let (id, record) = (self.mint.id(), self.mint.id());
        let form = Form { id, record, kind: Kind::Incident, input: &incident(title) };
        create(&self.book, &self.commander, &form, &mut self.mint).unwrap()
    }
}

impl Post {
    fn patrol(&mut self, fields: Value) -> Saved {
        let (id, record) = (self.mint.id(), self.mint.id());
        let form = Form { id, record, kind: Kind::Patrol, input: &object(fields) };
        create(&self.book, &self.commander, &form, &mut self.mint).unwrap()
    }
}

/// The evening of these stories.
fn evening() -> Moment {
    when::parse("2026-11-23T20:00:00+07:00").unwrap()
}

/// The codes of a refusal.
fn codes<T: std::fmt::Debug>(refused: Result<T, Refused>) -> Vec<&'static str> {
    match refused.unwrap_err() {
        Refused::Fault(fault) => vec![fault.code],
        Refused::Findings(findings) => findings.iter().map(|finding| finding.code).collect(),
    }
}

/// An answer to an incident.
fn accepted(record: Uuid) -> Value {
    json!({"record": record, "item": "incident", "answer": "accepted"})
}
