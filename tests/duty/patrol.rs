//! A patrol while it is out, and an observation that becomes an incident.

use super::common::object;
use super::{Post, codes, start};
use serde_json::{Map, Value, json};
use trucban::acts::patrol::{self, Found};
use trucban::acts::write::{self, Amendment};
use trucban::acts::{Refused, Role, Saved, Who, keep, look};
use trucban::journal::Mint;
use trucban::record::{Kind, Reason, references};
use uuid::Uuid;

impl Post {
    /// A patrol that the commander planned and the officer leads.
    fn planned(&mut self) -> Uuid {
        let route = json!([{"area": "TDP 4"}, {"area": "TDP 7"}]);
        let at = "2026-11-23T20:00:00+07:00";
        self.patrol(json!({"mode": "motorbike", "planned_start": at, "route": route})).record
    }

    fn out(&mut self) -> Uuid {
        let patrol = self.planned();
        let ids = (self.mint.id(), patrol);
        patrol::start(&self.window, &self.officer, ids, &object(json!({})), &mut self.mint).unwrap();
        let ids = (self.mint.id(), patrol);
        patrol::checkpoint(&self.window, &self.officer, ids, "tdp 4", &mut self.mint).unwrap();
        patrol
    }

    /// The first thing that the patrol noticed, as it stands.
    fn seen(&self, patrol: Uuid) -> Map<String, Value> {
        object(self.book.record(&patrol).unwrap().data.items("observations")[0].clone())
    }

    fn found(&mut self, patrol: Uuid, observation: &Map<String, Value>) -> Result<Saved, Refused> {
        let extra = object(json!({"category": "PROP.THVH", "urgency": "high"}));
        let (id, record) = (self.mint.id(), self.mint.id());
        let found = Found { id, record, patrol, observation, extra: &extra };
        patrol::to_incident(&self.window, &self.officer, &found, &mut self.mint)
    }

    fn observe(&mut self, patrol: Uuid, text: &str) -> Result<Saved, Refused> {
        let ids = (self.mint.id(), patrol);
        let seen = object(json!({"kind": "unlocked", "text": text, "action": "gọi chủ nhà"}));
        patrol::observe(&self.window, &self.officer, ids, &seen, &mut self.mint)
    }
}

#[test]
fn a_patrol_goes_out_reaches_notices_and_comes_back() {
    let mut post = start();
    let id = post.planned();
    assert_eq!(codes(post.observe(id, "sớm quá")), ["E302"], "it isn't out yet");
    let ids = (post.mint.id(), id);
    patrol::start(&post.window, &post.officer, ids, &object(json!({"headcount": {"police": 2}})), &mut post.mint)
        .unwrap();
    let again = patrol::start(&post.window, &post.officer, ids, &object(json!({})), &mut post.mint).unwrap();
    assert!(again.known, "the same key pressed twice");
    let ids = (post.mint.id(), id);
    assert_eq!(codes(patrol::start(&post.book, &post.commander, ids, &object(json!({})), &mut post.mint)), ["E302"]);
    for area in ["TDP 7", "TDP 7", "TDP 4"] {
        let ids = (post.mint.id(), id);
        patrol::checkpoint(&post.window, &post.officer, ids, area, &mut post.mint).unwrap();
    }
    let ids = (post.mint.id(), id);
    assert_eq!(codes(patrol::checkpoint(&post.window, &post.officer, ids, "TDP 99", &mut post.mint)), ["E016"]);
    post.observe(id, "cửa kho không khóa").unwrap();
    let ids = (post.mint.id(), id);
    let back = object(json!({"results": {"reminders": 1}, "km": "4.5"}));
    patrol::finish(&post.window, &post.officer, ids, &back, &mut post.mint).unwrap();
    let data = post.book.record(&id).unwrap().data;
    let route: Vec<_> =
        data.items("route").iter().map(|p| (p["area"].as_str().unwrap(), p["at"].is_string())).collect();
    assert_eq!(route, [("TDP 4", true), ("TDP 7", true), ("TDP 7", true)]);
    assert_eq!(
        (data.text("state"), data.count("headcount.police"), data.count("results.reminders")),
        (Some("done"), 2, 1)
    );
    assert_eq!(data.items("observations")[0]["area"], "TDP 4", "where it was last");
    let history = post.book.history(&id).unwrap();
    let why: Vec<_> = history.iter().filter_map(|v| v.why.as_deref()).map(|why| Reason::parse(why).unwrap()).collect();
    assert_eq!(why.first(), Some(&Reason::PatrolStarted));
    assert_eq!(why.last(), Some(&Reason::PatrolFinished));
    let ids = (post.mint.id(), id);
    assert_eq!(codes(patrol::finish(&post.window, &post.officer, ids, &back, &mut post.mint)), ["E302"]);
}

#[test]
fn an_observation_becomes_an_incident_in_one_step() {
    let mut post = start();
    let id = post.out();
    post.observe(id, "cửa kho không khóa").unwrap();
    let seen = post.seen(id);
    let saved = post.found(id, &seen).unwrap();
    let incident = post.book.record(&saved.record).unwrap();
    assert_eq!(
        (incident.data.text("channel"), incident.data.text("title")),
        (Some("patrol"), Some("cửa kho không khóa"))
    );
    assert_eq!(
        (incident.data.text("urgency"), incident.data.text("first_response.action")),
        (Some("high"), Some("gọi chủ nhà"))
    );
    assert_eq!(references(Kind::Incident, &incident.data), [("found_by".to_owned(), id)]);
    let patrol = post.book.record(&id).unwrap();
    assert_eq!(patrol.data.items("observations")[0]["incident"], saved.record.to_string());
    let linked = |record: &Uuid| -> Vec<(Uuid, String)> {
        let linked = look::linked(&post.book, &post.officer, record).unwrap();
        linked.into_iter().map(|(row, how)| (row.record, how)).collect()
    };
    assert_eq!(linked(&saved.record), [(id, "observations.incident".to_owned())]);
    assert_eq!(linked(&id), [(saved.record, "found_by".to_owned())]);
    assert_eq!(codes(post.found(id, &seen)), ["E304"]);
    assert!(keep::doctor(&post.book, &post.commander).unwrap().is_ok());
}

#[test]
fn nothing_is_left_of_an_incident_whose_observation_is_gone() {
    let mut post = start();
    let id = post.out();
    post.observe(id, "một").unwrap();
    let mut seen = post.seen(id);
    seen["text"] = json!("đã sửa ở cửa sổ khác");
    let before = post.book.own_entries().unwrap();
    assert_eq!(codes(post.found(id, &seen)), ["E303"]);
    assert_eq!(post.book.own_entries().unwrap(), before, "not even the incident");
    seen["text"] = json!("một");
    let auditor = Who { role: Role::Auditor, ..post.officer.clone() };
    let officer = std::mem::replace(&mut post.officer, auditor);
    assert_eq!(codes(post.found(id, &seen)), ["E021"]);
    assert_eq!(codes(post.observe(id, "x")), ["E021"]);
    post.officer = officer;
    let incident = post.incident("Không phải tuần tra").record;
    assert_eq!(codes(post.found(incident, &seen)), ["E009"]);
}

#[test]
fn an_observation_is_found_where_it_stands_by_now() {
    let mut post = start();
    let id = post.out();
    post.observe(id, "một").unwrap();
    let seen = post.seen(id);
    let all = post.book.record(&id).unwrap().data.items("observations").to_vec();
    let other = json!({"at": null, "area": null, "kind": "noise", "text": "thêm ở cửa sổ khác", "action": null, "incident": null});
    let input = object(json!({"observations": [other, all[0]]}));
    let amendment = Amendment { id: post.mint.id(), record: id, input: &input, why: "ghi sót", base: None };
    write::amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    let saved = post.found(id, &seen).unwrap();
    let patrol = post.book.record(&id).unwrap();
    assert_eq!(patrol.data.items("observations")[1]["incident"], saved.record.to_string());
    assert_eq!(patrol.data.items("observations")[0]["incident"], Value::Null);
}

#[test]
fn a_patrol_is_called_off_with_a_reason() {
    let mut post = start();
    let id = post.out();
    let ids = (post.mint.id(), id);
    assert_eq!(codes(patrol::cancel(&post.window, &post.officer, ids, " ", &mut post.mint)), ["E013"]);
    let out = patrol::tours(&post.window, &post.officer, None, post.mint.now()).unwrap();
    assert_eq!(out.iter().map(|tour| tour.record.row.record).collect::<Vec<_>>(), [id]);
    patrol::cancel(&post.window, &post.officer, ids, "mưa to", &mut post.mint).unwrap();
    assert_eq!(post.book.record(&id).unwrap().data.text("state"), Some("cancelled"));
    assert_eq!(post.book.history(&id).unwrap().last().unwrap().why.as_deref(), Some("mưa to"));
    assert!(patrol::tours(&post.window, &post.officer, None, post.mint.now()).unwrap().is_empty());
    let asked = patrol::tours(&post.window, &post.officer, Some(id), post.mint.now()).unwrap();
    assert_eq!(asked.len(), 1, "one that is over, because it was asked for");
    let ids = (post.mint.id(), id);
    assert_eq!(codes(patrol::cancel(&post.window, &post.officer, ids, "lần nữa", &mut post.mint)), ["E302"]);
}

#[test]
fn two_windows_add_their_observations_both() {
    let mut post = start();
    let id = post.out();
    post.observe(id, "cửa sổ một").unwrap();
    let ids = (post.mint.id(), id);
    let seen = object(json!({"kind": "noise"}));
    patrol::observe(&post.book, &post.commander, ids, &seen, &mut post.mint).unwrap();
    assert_eq!(post.book.record(&id).unwrap().data.items("observations").len(), 2);
}
