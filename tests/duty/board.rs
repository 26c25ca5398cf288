//! The board: what is on now, as the log says it.

use super::common::object;
use super::{Post, start};
use chrono::TimeDelta;
use serde_json::json;
use trucban::acts::board::{Board, board};
use trucban::acts::keep;
use trucban::acts::shift::Sort;
use trucban::acts::week::State;
use trucban::acts::write::{Amendment, Form, amend, create, void};
use trucban::acts::{registers, signals};
use trucban::figures::signals::About;
use trucban::journal::{Act, Mint};
use trucban::record::{Kind, Overdue, when};

impl Post {
    fn board(&mut self) -> Board {
        let now = self.mint.now();
        board(&self.window, &self.officer, now).unwrap()
    }
}

#[test]
fn open_matters_stand_oldest_first_with_their_age() {
    let mut post = start();
    let late = post.incident("Mới hơn");
    let early = post.incident("Cũ hơn");
    let input = object(json!({"reported_at": "2026-11-20T08:00:00+07:00", "status": "in_progress"}));
    let amendment = Amendment { id: post.mint.id(), record: early.record, input: &input, why: "giờ", base: None };
    amend(&post.book, &post.commander, &amendment, &mut post.mint).unwrap();
    let closed = post.incident("Xong rồi");
    let ids = (post.mint.id(), closed.record);
    void(&post.book, &post.commander, ids, ("ghi nhầm", None), &mut post.mint).unwrap();
    post.open_shift();
    let board = post.board();
    let open: Vec<_> = board.open.iter().map(|item| (item.sort, item.name())).collect();
    assert_eq!(open[0], (Sort::Incident, early.number.as_str()));
    assert_eq!(open.len(), 4);
    assert_eq!(board.open_total, 4);
    assert!(open.contains(&(Sort::Incident, late.number.as_str())));
    assert_eq!(board.shift.unwrap().row.kind, "shift");
    assert_eq!(board.head.len(), 12);
    assert_eq!(board.head, post.book.own_head().unwrap().hash.short());
}

#[test]
fn the_list_of_open_matters_is_cut_and_says_how_many_there_are() {
    let mut post = start();
    for n in 0..60 {
        post.incident(&format!("Vụ {n}"));
    }
    let board = post.board();
    assert_eq!((board.open.len(), board.open_total, board.lines.len()), (50, 60, 20));
    assert_eq!(board.lines[0].row.title.as_deref(), Some("Vụ 59"));
    assert_eq!(board.lines[0].act, Act::Create);
    let week = board.week.unwrap();
    assert_eq!((week.week.name().as_str(), week.state, week.findings[2] > 0), ("2026-W48", State::Open, true));
    assert!(!week.more);
}

#[test]
fn patrols_show_where_nobody_has_been() {
    let mut post = start();
    post.patrol(json!({
        "mode": "foot", "state": "done", "started_at": "2026-11-21T22:00:00+07:00",
        "ended_at": "2026-11-21T23:00:00+07:00", "route": [{"area": "TDP 4", "at": "2026-11-21T22:10:00+07:00"}],
    }));
    let wrong = post.patrol(json!({
        "mode": "foot", "state": "done", "area": "TDP 7", "started_at": "2026-11-22T22:00:00+07:00",
    }));
    post.patrol(json!({"mode": "foot", "area": "TDP 7", "planned_start": "2026-11-23T23:00:00+07:00"}));
    let coverage = post.board().coverage;
    assert_eq!(coverage.iter().map(|area| area.area.as_str()).collect::<Vec<_>>(), ["TDP 4", "TDP 7"]);
    assert_eq!((coverage[0].days, coverage[0].quiet), ([false, false, false, false, true, false, false], Some(2)));
    assert_eq!((coverage[1].days[5], coverage[1].quiet), (true, Some(1)));
    let ids = (post.mint.id(), wrong.record);
    void(&post.book, &post.commander, ids, ("không đi", None), &mut post.mint).unwrap();
    let board = post.board();
    assert_eq!((board.coverage[1].days, board.coverage[1].quiet), ([false; 7], None), "a void patrol saw nothing");
    assert_eq!(board.patrols.len(), 1);
    assert_eq!(board.patrols[0].1, None);
    let planned = when::parse("2026-11-23T23:00:00+07:00").unwrap();
    let until = post.board().until - post.mint.now();
    assert!(until > TimeDelta::minutes(59) && until <= TimeDelta::hours(1), "{until}");
    post.mint.pass(TimeDelta::hours(3));
    let late = planned + TimeDelta::minutes(30);
    assert!(post.mint.now() < late, "the planned time is only just over");
    assert_eq!((post.board().until, post.board().patrols[0].1), (late, None));
    post.mint.pass(TimeDelta::hours(1));
    assert_eq!(post.board().patrols[0].1, Some(Overdue::NotStarted(planned)));
    post.mint.pass(TimeDelta::days(30));
    assert_eq!(post.board().coverage[0].quiet, Some(33));
    assert!(keep::doctor(&post.book, &post.commander).unwrap().is_ok());
}

#[test]
fn an_area_that_was_made_from_two_has_what_was_seen_in_both() {
    let mut post = start();
    for (area, day) in [("TDP 4", 20), ("TDP 7", 22)] {
        post.patrol(json!({
            "mode": "foot", "state": "done", "started_at": format!("2026-11-{day}T22:00:00+07:00"),
            "ended_at": format!("2026-11-{day}T23:00:00+07:00"), "area": area,
        }));
    }
    let areas = post.book.areas().unwrap();
    let (id, input) = (post.mint.id(), object(json!({"valid_to": "2026-12-31"})));
    let early = Amendment { id, record: areas[0].id, input: &input, why: "sáp nhập", base: None };
    let refused = amend(&post.book, &post.commander, &early, &mut post.mint);
    assert_eq!(super::codes(refused), ["E017"], "nobody could choose it until then");
    for area in areas {
        registers::end_area(&post.book, &post.commander, area.id, "sáp nhập", &mut post.mint).unwrap();
    }
    assert_eq!(post.board().coverage.len(), 2, "they stand to the end of this day");
    let fields = object(json!({"code": "TDP 47", "name": "Tổ dân phố 47", "predecessor": "TDP 4 và TDP 7",
        "valid_from": "2026-11-24"}));
    let (id, record) = (post.mint.id(), post.mint.id());
    let form = Form { id, record, kind: Kind::Area, input: &fields };
    create(&post.book, &post.commander, &form, &mut post.mint).unwrap();
    post.mint.pass(TimeDelta::days(1));
    let coverage = post.board().coverage;
    assert_eq!(coverage.len(), 1);
    assert_eq!((coverage[0].area.as_str(), coverage[0].quiet), ("TDP 47", Some(2)));
    assert_eq!(coverage[0].days, [false, false, true, false, true, false, false]);
    let now = post.mint.now();
    let signals = signals::all(&post.book, &post.commander, now).unwrap();
    let of_area: Vec<_> = signals.iter().filter(|signal| matches!(signal.about, About::Area(_))).collect();
    assert_eq!((of_area.len(), of_area[0].told, of_area[0].records), (1, false, 2));
}

#[test]
fn the_board_knows_its_backups() {
    let mut post = start();
    let board = post.board();
    assert_eq!((board.backup, board.backup_elsewhere), (None, None));
    post.book.backup_here(post.mint.now()).unwrap();
    let inside = post.folder.path().join("copy.tar");
    keep::backup(&post.book, &post.commander, &inside, &mut post.mint).unwrap();
    let board = post.board();
    assert!(board.backup.is_some());
    assert_eq!(board.backup_elsewhere, None, "the same folder is no other place");
    let other = tempfile::tempdir().unwrap();
    let file = other.path().join("copy.tar");
    keep::backup(&post.book, &post.commander, &file, &mut post.mint).unwrap();
    let (at, place) = post.board().backup_elsewhere.unwrap();
    assert!(place.ends_with("copy.tar") && at > when::parse("2026-11-23T20:00:00+07:00").unwrap());
}

#[test]
fn another_window_shows_on_the_next_look() {
    let mut post = start();
    assert_eq!(post.board().open_total, 0);
    post.incident("Từ cửa sổ kia");
    assert_eq!(post.board().open_total, 1);
}
