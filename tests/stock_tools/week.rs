//! One real week of a real post, sealed and handed over: what the tools are shown.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::path::PathBuf;

use serde_json::{Map, Value, json};
use trucban::acts::Role;
use trucban::acts::desk::{receive, trust};
use trucban::acts::purge::{Which, purge};
use trucban::acts::registers::{NewOfficer, add_officer};
use trucban::acts::session::{Founded, prove};
use trucban::acts::shift::{self, Handover};
use trucban::acts::week::{self, Export, Exported, Which as Wanted};
use trucban::acts::write::{Amendment, Form, amend, create, note, void};
use trucban::journal::Mint as _;
use trucban::logbook::{Filter, Key, Sealed, open_with};
use trucban::record::Kind;
use trucban::seal::Identity;
use trucban::sync::{Card, NAMESPACE_FILE, card, pack};
use uuid::Uuid;

use crate::common::{self, Clock, WORK, incident, object};

#[path = "work.rs"]
pub mod work;

/// A post, its desk, and the folder in which a receiver finds the batch.
pub struct Week {
    pub post: Founded,
    pub desk: Founded,
    pub mint: Clock,
    pub sealed: Sealed,
    /// The batch's name, which is its folder's.
    pub name: String,
    root: tempfile::TempDir,
}

impl Week {
    /// Officers write a few days' worth; the commander seals it and hands it over.
    pub fn new(persons: bool) -> Self {
        let (root, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
        let desk = common::desk(&root.path().join("desk"), &mut mint);
        let post = common::post(&root.path().join("post"), &mut mint);
        write(&post, &mut mint);
        week::set_receiver(&post.book, &post.who, &Card::own(&desk.book).unwrap(), None).unwrap();
        let out = root.path().join("out");
        let wanted = Export { week: Some("2026-W48"), which: Wanted::Due, out: Some(&out), persons, despite: None };
        let exported = week::export(&post.book, &post.who, &wanted, &mut mint, &mut |_| Ok(()));
        let Exported { newest: sealed, name, .. } = exported.unwrap();
        let week = Self { post, desk, mint, sealed, name: name.to_string(), root };
        week.put("desk.age-identity", &week.desk.book.kept("identity").unwrap().unwrap());
        week.put("paper.txt", &format!("# giấy khôi phục\n{}\n", *week.post.recovery));
        for (whose, book) in [("post", &week.post.book), ("desk", &week.desk.book)] {
            week.put(&format!("{whose}.card"), &Card::own(book).unwrap().to_text());
        }
        week
    }

    /// Where the receiver's files lie.
    pub fn out(&self) -> PathBuf {
        self.root.path().join("out")
    }

    /// The folder of the post's logbook.
    pub fn logbook(&self) -> PathBuf {
        self.root.path().join("post")
    }

    /// Writes the same batch once more, into another folder of this name beside the first.
    pub fn again(&mut self, folder: &str) {
        let out = self.out().join(folder);
        let which = Wanted::Number(self.sealed.number);
        let wanted = Export { week: None, which, out: Some(&out), persons: false, despite: None };
        let (book, who) = (&self.post.book, &self.post.who);
        week::export(book, who, &wanted, &mut self.mint, &mut |_| Ok(())).unwrap();
    }

    /// The inner tar, made again from the journal.
    pub fn tar(&self) -> Vec<u8> {
        pack::remake(&self.post.book, &self.sealed).unwrap()
    }

    /// The key of the post's database, as the program opens it.
    pub fn key(&self) -> Key {
        let paper = Identity::parse(&self.post.recovery).unwrap();
        open_with(&self.logbook(), &paper).unwrap().into_iter().next().unwrap()
    }

    /// Any bytes, signed as the post signs its files.
    pub fn put_signed(&self, name: &str, bytes: &[u8]) {
        let signature = card::signing(&self.post.book).unwrap().sign(NAMESPACE_FILE, bytes).unwrap();
        std::fs::write(self.out().join(name), bytes).unwrap();
        self.put(&format!("{name}.sig"), &signature);
    }

    /// The desk trusts the post.
    pub fn introduce(&mut self) {
        let card = Card::own(&self.post.book).unwrap();
        let print = card.fingerprint().unwrap();
        trust(&self.desk.book, &self.desk.who, &card, Some(&print), &mut self.mint).unwrap();
    }

    /// The desk receives what lies there and writes its receipt beside it: results and codes.
    pub fn receive(&mut self) -> Vec<(String, Option<String>)> {
        let all = self.out();
        self.received(&[all])
    }

    /// Records of each sort that a purge may take: an incident whose first version holds these words, a tip, property,
    /// a team.
    pub fn with_secrets(&mut self, words: &str) -> Vec<Uuid> {
        let record = add(&self.post, Kind::Incident, &incident(&format!("Nhắc {words}")), &mut self.mint);
        let (id, input) = (self.mint.id(), object(json!({"title": "Nhắc Zukhosau"})));
        let amendment = Amendment { id, record, input: &input, why: "Ghi nhầm", base: None };
        amend(&self.post.book, &self.post.who, &amendment, &mut self.mint).unwrap();
        let all = Filter { limit: 100, ..Filter::default() };
        let rows = self.post.book.list(&all).unwrap();
        let kept = ["tip", "property", "team"];
        let private = rows.into_iter().filter(|row| kept.contains(&row.kind.as_str())).map(|row| row.record);
        std::iter::once(record).chain(private).collect()
    }

    /// What isn't sealed is sealed, with persons, and the desk receives it.
    pub fn hand_in(&mut self, folder: &str) {
        let out = self.out().join(folder);
        let wanted =
            Export {
                week: Some("2026-W48"), which: Wanted::Due, out: Some(&out), persons: true, despite: Some("thử")
            };
        week::export(&self.post.book, &self.post.who, &wanted, &mut self.mint, &mut |_| Ok(())).unwrap();
        self.received(&[out]);
    }

    /// The desk receives one file.
    pub fn receive_one(&mut self, name: &str) -> (String, Option<String>) {
        let file = self.out().join(name);
        self.received(&[file]).remove(0)
    }

    fn received(&mut self, from: &[PathBuf]) -> Vec<(String, Option<String>)> {
        let (book, who) = (&self.desk.book, &self.desk.who);
        let run = receive(book, who, (from, None), &mut self.mint, &mut |_| Ok(())).unwrap();
        assert!(run.trouble.is_none(), "{:?}", run.trouble);
        run.files.into_iter().map(|file| (file.item.result, file.item.code)).collect()
    }

    /// A file beside the batch.
    pub fn put(&self, name: &str, text: &str) {
        std::fs::write(self.out().join(name), text).unwrap();
    }
}

/// A shift, incidents with all that JSON can say of one, an amendment, notes, a void, patrols.
fn write(post: &Founded, mint: &mut Clock) {
    let Founded { book, who, .. } = post;
    let ids = (mint.id(), mint.id());
    shift::open(book, who, ids, &duty(), mint).unwrap();
    let theft = add(post, Kind::Incident, &incident("Trộm xe máy trước chợ Đông"), mint);
    let quarrel = add(post, Kind::Incident, &quarrel(), mint);
    let wrong = add(post, Kind::Incident, &incident("Ghi \"nhầm\" \\ ⟨thử⟩ 👮"), mint);
    let (id, more) = (mint.id(), object(json!({"status": "in_progress", "recovered_vnd": 18_000_000})));
    let amendment = Amendment { id, record: theft, input: &more, why: "Đã tìm thấy xe", base: None };
    amend(book, who, &amendment, mint).unwrap();
    let ids = (mint.id(), quarrel);
    note(book, who, ids, &object(json!({"text": "Đã mời hai bên", "event": "notified"})), mint).unwrap();
    let ids = (mint.id(), wrong);
    void(book, who, ids, ("Ghi nhầm", None), mint).unwrap();
    add(post, Kind::Patrol, &patrol(), mint);
    for (kind, fields) in work::kinds() {
        add(post, kind, &fields, mint);
    }
    forget(post, mint);
    hand_over(post, theft, mint);
    let id = mint.id();
    shift::close(book, who, (id, None), (&Map::new(), None), mint).unwrap();
}

/// An incident whose first version and persons are purged again.
fn forget(post: &Founded, mint: &mut Clock) {
    let record = add(post, Kind::Incident, &incident("Số điện thoại ghi nhầm chỗ"), mint);
    let (id, input) = (mint.id(), object(json!({"title": "Ghi lại cho đúng", "status": "transferred"})));
    let amendment = Amendment { id, record, input: &input, why: "Ghi nhầm chỗ", base: None };
    amend(&post.book, &post.who, &amendment, mint).unwrap();
    let gone = purge(&post.book, &post.who, Which::Record(record), "Không cần nữa", mint).unwrap();
    assert_eq!(gone[0].sheaves.len(), 3, "facts once, persons twice");
}

/// Everything open is accepted by another officer, and both sign.
fn hand_over(post: &Founded, open: Uuid, mint: &mut Clock) {
    let (name, password) = ("Lý Thị Hoa", "một mật khẩu khác");
    let new = NewOfficer { name, role: Role::Officer, rank: Some("Trung úy"), number: None, password, work: WORK };
    add_officer(&post.book, &post.who, &new, mint).unwrap();
    let incoming = prove(&post.book, name, password).unwrap();
    let input = object(json!({"handover": [
        {"record": open, "item": "incident", "answer": "accepted"}, {"item": "order", "answer": "accepted"},
        {"item": "fault", "answer": "queried", "note": "máy nào?"},
    ]}));
    let given = Handover { id: mint.id(), base: None, input: &input, incoming: Some(&incoming) };
    shift::handover(&post.book, &post.who, &given, mint).unwrap();
}

fn add(post: &Founded, kind: Kind, input: &Map<String, Value>, mint: &mut Clock) -> Uuid {
    let form = Form { id: mint.id(), record: mint.id(), kind, input };
    create(&post.book, &post.who, &form, mint).unwrap().record
}

fn duty() -> Map<String, Value> {
    object(json!({
        "planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00", "present": 6,
        "absent": [{"count": 1, "reason": "đi học"}], "orders": [{"from": "Công an thành phố", "text": "Trực 100 %"}],
        "equipment": [{"item": "bộ đàm", "count": 4, "fault": "1 hỏng pin"}],
    }))
}

fn quarrel() -> Map<String, Value> {
    object(json!({
        "external_id": "2026-0831", "category": "CIVL.NEIG", "channel": "hotline",
        "reported_at": "2026-11-23T18:05:00+07:00", "occurred_from": "2026-11-23T17:30:00+07:00",
        "occurred_to": "2026-11-23T18:00:00+07:00", "occurred_approx": true, "area": "TDP 7", "place": "hẻm 12",
        "place_kind": "alley", "title": "Cãi nhau vì chỗ để xe", "narrative": "Hai nhà\nlời qua tiếng lại",
        "urgency": "high", "quantities": [{"what": "gậy gỗ", "unit": "cái", "amount": "1"}],
        "first_response": {"arrived_at": "2026-11-23T18:20:00+07:00", "action": "giải thích"},
        "documents": [{"kind": "01", "number": "15/BB", "date": "2026-11-23", "kept": "tủ 2"}],
        "classification": "civil", "status": "closed", "outcome": "mediated",
        "outcome_at": "2026-11-23T19:00:00+07:00", "exact_place": "12/4 Hùng Vương",
        "persons": [{"role": "involved", "name": "Phạm Văn Dũng", "birth_year": 1970, "sex": "m",
            "phone": "0987654321", "address": "12/4 Hùng Vương", "plate": "49A1-123.45", "keep_secret": true}],
    }))
}

fn patrol() -> Map<String, Value> {
    object(json!({
        "mode": "motorbike", "started_at": "2026-11-23T19:05:00+07:00", "ended_at": "2026-11-23T19:50:00+07:00",
        "headcount": {"police": 2, "grassroots": 3}, "route": [{"area": "TDP 4"}],
        "observations": [{"area": "TDP 4", "kind": "dark_street", "text": "đèn hẻm 12 hỏng"}],
        "results": {"people_checked": 4, "reminders": 2}, "km": "11.5", "state": "done", "text": "Yên",
    }))
}
