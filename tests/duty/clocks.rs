//! Legal clocks on a real logbook: on the board, on the record, among the findings; by the post's own rules too.

use super::common::object;
use super::{Post, start};
use serde_json::{Value, json};
use trucban::acts::board::board;
use trucban::acts::write::{Amendment, Form, add_lines, amend, create, note, void};
use trucban::acts::{clocks, look, week};
use trucban::journal::Mint;
use trucban::record::Kind;
use trucban::record::clock::State;
use trucban::record::when::{self, Moment};
use uuid::Uuid;

/// A moment long after the evening of these stories.
fn later() -> Moment {
    when::parse("2026-11-30T08:00:00+07:00").unwrap()
}

impl Post {
    fn report(&mut self, reported: &str, more: &Value) -> Uuid {
        let mut input =
            object(json!({"category": "PROP.THVH", "channel": "phone", "area": "TDP 4", "title": "Trộm xe",
            "classification": "crime_report", "reported_at": reported}));
        input.extend(object(more.clone()));
        let (id, record) = (self.mint.id(), self.mint.id());
        let form = Form { id, record, kind: Kind::Incident, input: &input };
        create(&self.book, &self.commander, &form, &mut self.mint).unwrap().record
    }

    fn event(&mut self, record: Uuid, event: &str, at: &str) {
        let fields = object(json!({"text": "…", "event": event, "at": at}));
        let ids = (self.mint.id(), record);
        note(&self.book, &self.commander, ids, &fields, &mut self.mint).unwrap();
    }

    fn due(&self, now: Moment) -> Vec<(String, State)> {
        let found = board(&self.window, &self.officer, now).unwrap().due;
        found.into_iter().map(|due| (due.clock.id, due.clock.state)).collect()
    }

    fn clocks(&self, record: Uuid) -> Vec<(String, State)> {
        let record = self.book.record(&record).unwrap();
        let found = clocks::on(&self.book, &self.commander, &record, later()).unwrap();
        found.into_iter().map(|clock| (clock.id, clock.state)).collect()
    }

    fn codes(&self) -> Vec<&'static str> {
        let found = look::check(&self.book, &self.commander, (None, None), later()).unwrap();
        found.into_iter().flat_map(|checked| checked.findings).map(|finding| finding.code).collect()
    }
}

fn named(list: &[(&str, State)]) -> Vec<(String, State)> {
    list.iter().map(|(id, state)| ((*id).to_owned(), *state)).collect()
}

#[test]
fn the_board_shows_what_is_due_first_and_events_end_it() {
    let mut post = start();
    let record = post.report("2026-11-22T19:00:00+07:00", &json!({}));
    let now = post.mint.now();
    assert_eq!(post.due(now), named(&[("D1", State::Red), ("D3", State::Green), ("D4", State::Green)]));
    assert_eq!(post.codes(), ["W210", "W210"], "a week later the notice is overdue too");
    post.event(record, "notified", "2026-11-23T10:00:00+07:00");
    assert_eq!(post.due(now), named(&[("D1", State::Red), ("D4", State::Green)]));
    post.event(record, "transferred", "2026-11-23T19:30:00+07:00");
    assert_eq!(post.due(now), []);
    assert_eq!(post.clocks(record), named(&[("D1", State::Late), ("D3", State::InTime), ("D4", State::InTime)]));
    assert_eq!(post.codes(), ["W211"], "late stays late");
    let ids = (post.mint.id(), record);
    void(&post.book, &post.commander, ids, ("ghi nhầm", None), &mut post.mint).unwrap();
    assert_eq!((post.clocks(record), post.codes()), (vec![], vec![]));
    assert_eq!(post.book.check().unwrap().derived, "same", "nothing of it is stored");
}

#[test]
fn classification_starts_a_clock_and_closing_ends_it() {
    let mut post = start();
    let record = post.report("2026-11-23T08:00:00+07:00", &json!({"classification": null}));
    let now = post.mint.now();
    assert_eq!(post.due(now), []);
    let mut set = |more: Value| {
        let input = object(more);
        let amendment = Amendment { id: post.mint.id(), record, input: &input, why: "rõ thêm", base: None };
        amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    };
    set(json!({"classification": "administrative"}));
    set(json!({"status": "closed", "outcome": "warned", "outcome_at": "2026-11-23T19:00:00+07:00"}));
    assert_eq!(post.clocks(record), named(&[("D9", State::InTime)]));
}

#[test]
fn an_overdue_clock_stands_in_the_week_though_its_record_went_out_long_ago() {
    let mut post = start();
    let record = post.report("2026-11-20T08:00:00+07:00", &json!({}));
    let preview = week::preview(&post.book, &post.commander, None, later()).unwrap();
    let found = |preview: &week::Preview| {
        let all = preview.findings.iter().filter(|checked| checked.row.record == record);
        all.flat_map(|checked| &checked.findings).filter(|finding| finding.code == "W210").count()
    };
    assert_eq!(found(&preview), 2, "once, though it is unsealed and overdue");
}

#[test]
fn a_posts_own_rules_hold_and_wrong_ones_are_said_and_left_alone() {
    let mut post = start();
    let record = post.report("2026-11-22T19:00:00+07:00", &json!({}));
    let now = post.mint.now();
    let own = r#"[[clock]]
id = "D1"
vi = "Chuyển tin báo (vùng sâu)"
en = "Pass on"
kind = "incident"
when = { classification = ["crime_report"] }
start = "reported_at"
stop = ["transferred"]
limit = { hours = 48 }
source = "TTLT 01/2017"
confirmed = true
from = "2018-03-01"
"#;
    let file = post.book.rules_file();
    std::fs::write(&file, own).unwrap();
    let seen = board(&post.window, &post.officer, now).unwrap();
    assert_eq!((seen.due[0].clock.id.as_str(), seen.due[0].clock.state), ("D1", State::Amber));
    assert!(seen.rules.is_none());
    for (wrong, code, line) in [
        (own.replace("hours", "weeks").into_bytes(), "E060", Some("9")),
        (own.replace("transferred", "sent").into_bytes(), "E060", Some("8")),
        (vec![0xff, 0xfe], "E060", Some("1")),
        (vec![b'#'; 300 * 1024], "E061", None),
    ] {
        std::fs::write(&file, wrong).unwrap();
        let seen = board(&post.window, &post.officer, now).unwrap();
        let fault = seen.rules.expect("said");
        let said = fault.args.iter().find(|(name, _)| *name == "line").map(|(_, value)| value.as_str());
        assert_eq!((fault.code, said), (code, line));
        assert_eq!(post.due(now)[0], ("D1".to_owned(), State::Red), "the program's own rules go on");
        assert_eq!(post.clocks(record).len(), 3);
    }
    std::fs::remove_file(&file).unwrap();
    assert!(board(&post.window, &post.officer, now).unwrap().rules.is_none());
}

#[test]
fn the_oldest_matter_is_not_forgotten_behind_five_hundred_others() {
    let mut post = start();
    let line = |n: u32| {
        let reported = format!("2026-11-01T{:02}:{:02}:00+07:00", n / 60, n % 60);
        let line = json!({"category": "CIVL.NEIG", "channel": "phone", "area": "TDP 4", "title": format!("Vụ {n}"),
            "classification": "civil", "reported_at": reported});
        format!("{line}\n")
    };
    let lines: String = (0..600).map(line).collect();
    let input = lines.as_bytes();
    let added = add_lines(&post.book, &post.commander, Kind::Incident, input, &mut post.mint, &mut |_| {}).unwrap();
    assert_eq!(added.unwrap().len(), 600);
    // Behind all of them in the order of the index.
    post.report("2026-11-22T19:00:00+07:00", &json!({}));
    let now = post.mint.now();
    assert_eq!(post.due(now), named(&[("D1", State::Red), ("D3", State::Green), ("D4", State::Green)]));
    let ticking = board(&post.window, &post.officer, now).unwrap().ticking.unwrap();
    assert_eq!((ticking.all, ticking.late), (3, 1));
}

#[test]
fn the_board_says_how_many_clocks_run_when_it_shows_a_part() {
    let mut post = start();
    for day in 1..=15 {
        post.report(&format!("2026-11-{day:02}T08:00:00+07:00"), &json!({}));
    }
    let now = post.mint.now();
    let seen = board(&post.window, &post.officer, now).unwrap();
    // Of each the hours and the three days are over; the twenty days of the first three end this evening.
    let ticking = seen.ticking.unwrap();
    assert_eq!((seen.due.len(), ticking.all, ticking.late), (30, 45, 30));
    assert!(seen.due.windows(2).all(|pair| pair[0].clock.due <= pair[1].clock.due));
    assert_eq!(clocks::due(&post.window, &post.officer, now).unwrap().len(), 45, "their own screen shows all");
}

#[test]
fn closing_on_the_screen_ends_clocks_at_the_end_that_it_names_or_when_it_was_written() {
    let mut post = start();
    let moment = |text: &str| when::parse(text).unwrap();
    let close = |post: &mut Post, record: Uuid, more: Value| {
        let mut input = object(json!({"status": "closed", "outcome": "warned"}));
        input.extend(object(more));
        let amendment = Amendment { id: post.mint.id(), record, input: &input, why: "xong", base: None };
        amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
        let record = post.book.record(&record).unwrap();
        clocks::on(&post.book, &post.commander, &record, later()).unwrap()
    };
    for class in ["crime_report", "administrative"] {
        let more = json!({"classification": class});
        let named = post.report("2026-11-22T19:00:00+07:00", &more);
        let unnamed = post.report("2026-11-22T19:30:00+07:00", &more);
        let found = close(&mut post, named, json!({"outcome_at": "2026-11-23T18:00:00+07:00"}));
        assert!(found.iter().all(|clock| clock.done == Some(moment("2026-11-23T18:00:00+07:00"))), "{found:?}");
        assert!(found.iter().all(|clock| clock.state == State::InTime));
        let found = close(&mut post, unnamed, json!({}));
        let written = post.book.history(&unnamed).unwrap().last().unwrap().at;
        assert!(found.iter().all(|clock| clock.done == Some(written)), "{found:?}");
        let late: Vec<&str> = found.iter().filter(|one| one.state == State::Late).map(|one| one.id.as_str()).collect();
        // Half an hour too late for the twenty-four hours; two working days are not over.
        assert_eq!(late, if class == "crime_report" { vec!["D1"] } else { vec![] });
    }
    assert_eq!(post.due(later()), [], "nothing runs");
}

#[test]
fn what_was_done_late_is_counted_in_the_week() {
    let mut post = start();
    let record = post.report("2026-11-22T19:00:00+07:00", &json!({}));
    post.event(record, "transferred", "2026-11-23T19:30:00+07:00");
    let preview = week::preview(&post.book, &post.commander, Some("2026-W48"), later()).unwrap();
    let codes = preview.findings.iter().flat_map(|checked| &checked.findings).map(|finding| finding.code);
    assert_eq!(codes.filter(|code| *code == "W211").count(), 1);
}
