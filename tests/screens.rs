//! Every screen at every size as text, with the cursor and the looks: a change of any of them shows here first.
//! The snapshots stand in `tests/snapshots`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "common/stage.rs"]
mod stage;
#[path = "common/ward.rs"]
mod ward;

use stage::Stage;
use trucban::acts::Refused;
use trucban::fault::{Fault, Kind as Trouble};
use trucban::sync::{Progress, Stage as Step};
use trucban::tui::app::week::Told;
use trucban::tui::app::{Door, Effect, Msg, OnDuty};
use trucban::words::Lang;

/// A window to look at a screen in: name, language, colour, size.
type Window = (&'static str, Lang, bool, (u16, u16));

const WINDOWS: [Window; 6] = [
    ("40x10", Lang::Vi, true, (40, 10)),
    ("80x24", Lang::Vi, true, (80, 24)),
    ("120x40", Lang::Vi, true, (120, 40)),
    ("200x60", Lang::Vi, true, (200, 60)),
    ("80x24-en", Lang::En, true, (80, 24)),
    ("80x24-no-color", Lang::Vi, false, (80, 24)),
];

/// Looks at a screen in every window.
fn look(name: &str, prepare: impl Fn(&mut Stage)) {
    for (window, lang, colour, size) in WINDOWS {
        let mut stage = Stage::new(lang, colour, size);
        prepare(&mut stage);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}-{window}"), stage.screen());
        });
    }
}

/// Signed in, the first page read, the record beside it where there is room.
fn signed_in(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F7");
    answer(stage);
}

/// Signed in, at the board.
fn at_board(stage: &mut Stage) {
    stage.keys("\"mat khau\" Enter");
    stage.tell(Msg::Unlocked(Ok(Box::new(ward::opened()))));
    answer(stage);
}

/// Answers what was asked for a page or a record.
fn answer(stage: &mut Stage) {
    for effect in stage.taken() {
        match effect {
            Effect::Page { generation, .. } => stage.tell(Msg::Page(generation, Ok(ward::rows()))),
            Effect::Board { .. } => stage.tell(Msg::Board(Ok(Box::new(ward::board())))),
            Effect::Detail { record } => stage.tell(Msg::Detail(Ok(Box::new(ward::detail_of(record))))),
            _ => {}
        }
    }
    if !stage.effects.is_empty() {
        answer(stage);
    }
}

/// The record of the first row, opened.
fn reading(stage: &mut Stage) {
    signed_in(stage);
    stage.keys("Enter");
    answer(stage);
}

#[test]
fn unlock() {
    look("unlock", |stage| stage.keys("Down \"mật khẩu\""));
}

#[test]
fn unlock_of_a_made_up_logbook() {
    for (window, lang, colour, size) in [WINDOWS[0], WINDOWS[1]] {
        let logins = vec!["le-van-trung".to_owned()];
        let demo = Some(("le-van-trung".to_owned(), "trucban-demo".to_owned()));
        let stage = Stage::at_door(Door { logins, login: None, demo, colour }, lang, size);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("unlock-demo-{window}"), stage.screen());
        });
    }
}

#[test]
fn unlock_waits_after_wrong_passwords() {
    look("unlock-wrong", |stage| {
        for _ in 0..3 {
            stage.pass(6);
            stage.keys("\"sai\" Enter");
            stage.tell(Msg::Unlocked(Err(Fault::new(Trouble::Right, "E020"))));
        }
    });
}

#[test]
fn the_board() {
    look("board", |stage| {
        at_board(stage);
        stage.keys("Down");
    });
}

#[test]
fn the_board_before_anything_is_logged() {
    look("board-new", |stage| {
        stage.keys("\"x\" Enter");
        stage.tell(Msg::Unlocked(Ok(Box::new(ward::opened()))));
        let mut board = ward::board();
        (board.shift, board.open_total, board.backup, board.backup_elsewhere) = (None, 0, None, None);
        board.open.clear();
        board.patrols.clear();
        board.lines.clear();
        board.coverage.clear();
        stage.tell(Msg::Board(Ok(Box::new(board))));
    });
}

#[test]
fn the_log() {
    look("log", |stage| {
        signed_in(stage);
        stage.keys("Down");
        answer(stage);
    });
}

#[test]
fn the_log_of_a_made_up_ward() {
    look("log-demo", |stage| {
        stage.keys("\"x\" Enter");
        let mut opened = ward::opened();
        opened.demo = true;
        stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
        stage.keys("F7");
        answer(stage);
    });
}

#[test]
fn a_search_with_filters() {
    look("log-search", |stage| {
        signed_in(stage);
        stage.keys("\"trom xe\" Ctrl+K Ctrl+T");
        answer(stage);
    });
}

#[test]
fn nothing_found() {
    look("log-none", |stage| {
        signed_in(stage);
        stage.keys("\"xyzzy\"");
        for effect in stage.taken() {
            if let Effect::Page { generation, .. } = effect {
                stage.tell(Msg::Page(generation, Ok(Vec::new())));
            }
        }
    });
}

#[test]
fn a_record() {
    look("record", reading);
}

#[test]
fn the_history_of_a_record() {
    look("history", |stage| {
        reading(stage);
        stage.keys("Tab");
    });
}

#[test]
fn why_persons_are_revealed() {
    look("reveal", |stage| {
        reading(stage);
        stage.keys("F5 \"bị hại xin lại giấy tờ\"");
    });
}

#[test]
fn an_incident() {
    look("incident", |stage| {
        signed_in(stage);
        stage.keys("F3");
    });
}

#[test]
fn an_incident_whose_category_is_being_found() {
    look("incident-category", |stage| {
        signed_in(stage);
        stage.keys("F3 \"trom xe\"");
    });
}

#[test]
fn an_incident_that_is_nearly_written() {
    look("incident-written", |stage| {
        signed_in(stage);
        stage.keys("F3 \"trom xe\" Enter Enter \"-15'\" Enter \"hôm qua 22:30\" Enter Enter Enter \"4\" Enter");
        stage.keys("\"cổng chợ\" Enter \"cho\" Enter \"Trộm xe máy trước chợ\" Enter");
        stage.keys("\"Chị B để xe trước cổng chợ, quay ra không thấy.\" Enter \"Đã xem camera tiệm vàng.\"");
    });
}

#[test]
fn an_incident_with_persons() {
    look("incident-persons", |stage| {
        signed_in(stage);
        stage.keys("F3");
        let add = |stage: &Stage| stage.app.session().unwrap().form.as_ref().unwrap().slot().unwrap().path == "persons";
        for _ in 0..80 {
            if add(stage) {
                break;
            }
            stage.keys("Tab");
        }
        stage.keys("Enter \"bi hai\" Enter \"Nguyễn Thị Bưởi\" Enter \"1990\" Enter");
    });
}

#[test]
fn an_incident_that_can_not_be_saved_yet() {
    look("incident-problems", |stage| {
        signed_in(stage);
        stage.keys("F3 \"trom xe\" Enter Enter Ctrl+U \"25h\" F2");
    });
}

#[test]
fn a_patrol() {
    look("patrol", |stage| {
        signed_in(stage);
        stage.keys("F4");
    });
}

#[test]
fn a_shift_is_opened() {
    look("shift-open", |stage| {
        signed_in(stage);
        stage.keys("F6");
        stage.tell(Msg::Shift(Ok(OnDuty::default())));
    });
}

#[test]
fn a_shift_is_closed() {
    look("shift-close", |stage| {
        signed_in(stage);
        stage.keys("F6");
        stage.tell(Msg::Shift(Ok(ward::on_duty())));
    });
}

#[test]
fn a_record_is_amended() {
    look("amend", |stage| {
        reading(stage);
        stage.keys("Ctrl+E \"bị hại nói lại\"");
    });
}

#[test]
fn a_note() {
    look("note", |stage| {
        reading(stage);
        stage.keys("Ctrl+N \"Đã gọi lại cho bị hại\"");
    });
}

#[test]
fn a_form_is_left() {
    look("leave", |stage| {
        signed_in(stage);
        stage.keys("F3 \"trom\" Enter Esc");
    });
}

#[test]
fn drafts_are_offered() {
    look("drafts", |stage| {
        stage.keys("\"x\" Enter");
        let mut opened = ward::opened();
        opened.drafts = vec![ward::draft()];
        stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
        answer(stage);
    });
}

#[test]
fn a_clock_that_looks_wrong() {
    look("clock", |stage| {
        stage.keys("\"x\" Enter");
        let mut opened = ward::opened();
        opened.last_entry = Some(ward::at("2026-11-25T08:00"));
        stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
        answer(stage);
    });
}

#[test]
fn a_conflict() {
    look("conflict", |stage| {
        reading(stage);
        stage.keys("Ctrl+E \"nhầm\" F2");
        let form = stage.app.session().unwrap().form.as_ref().unwrap();
        assert!(!form.saving, "nothing changed, so nothing is to be saved");
        stage.keys("Tab Tab Tab Tab Tab Tab Tab Tab \" nhà lồng\" F2");
        let ticket =
            stage.taken().iter().find_map(|e| if let Effect::Save(save) = e { Some(save.ticket) } else { None });
        let fault = Fault::new(Trouble::Busy, "E010").with("record", "VV-2026-000124");
        stage.tell(Msg::Saved(ticket.unwrap(), Err(Refused::Fault(fault))));
        let mut theirs = ward::detail();
        theirs.record.data.0.insert("place".into(), "trước cổng số 2".into());
        theirs.record.version = 4;
        stage.tell(Msg::Detail(Ok(Box::new(theirs))));
    });
}

/// The weeks, seen.
fn weeks(stage: &mut Stage) {
    signed_in(stage);
    stage.keys("F9");
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(ward::weeks("Gây rối, hát karaoke quá giờ ở hẻm 42"))))));
}

#[test]
fn the_week() {
    look("week", |stage| {
        weeks(stage);
        stage.keys("Down Down");
    });
}

#[test]
fn a_week_that_is_held_is_approved() {
    look("week-approve", |stage| {
        weeks(stage);
        stage.keys("Ctrl+D \"chờ kết luận của cấp trên\"");
    });
}

#[test]
fn a_week_on_its_way_out() {
    look("week-export", |stage| {
        weeks(stage);
        let mut seen = ward::weeks("");
        seen.preview.approved = true;
        stage.tell(Msg::Week(Told::Seen(Ok(Box::new(seen)))));
        stage.keys("Ctrl+X \"/media/usb\" Enter");
        stage.pass(8);
        stage.tell(Msg::Week(Told::Going(Progress { stage: Step::Seal, done: 120, total: 312 })));
        stage.keys("F3 \"x\" Tab");
        assert!(stage.app.is_exporting() && !stage.taken().iter().any(|effect| matches!(effect, Effect::Stop)));
    });
}

#[test]
fn an_export_is_stopped_by_esc_and_only_once() {
    let mut stage = Stage::new(Lang::Vi, true, (80, 24));
    weeks(&mut stage);
    stage.app.notice = None;
    let mut seen = ward::weeks("");
    seen.preview.findings.clear();
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(seen)))));
    stage.keys("Ctrl+X Enter Esc Esc");
    assert_eq!(stage.taken().iter().filter(|effect| matches!(effect, Effect::Stop)).count(), 1);
    assert!(stage.text().contains("Đang dừng"));
    stage.tell(Msg::Week(Told::Exported(Err(Fault::new(Trouble::Use, "E083").into()))));
    assert!(stage.text().contains("Đã dừng theo yêu cầu") && !stage.app.is_exporting());
}

#[test]
fn a_week_that_was_exported() {
    look("week-exported", |stage| {
        weeks(stage);
        stage.tell(Msg::Week(Told::Exported(Ok(Box::new(ward::written("tuan"))))));
    });
}

#[test]
fn help() {
    look("help", |stage| {
        signed_in(stage);
        stage.keys("F1");
    });
}

#[test]
fn the_palette() {
    look("palette", |stage| {
        signed_in(stage);
        stage.keys("Ctrl+P \"tuan\"");
    });
}

#[test]
fn something_failed() {
    look("trouble", |stage| {
        signed_in(stage);
        stage.tell(Msg::Failed(Fault::new(Trouble::Disk, "E040")));
    });
}

#[test]
fn a_window_that_is_too_small_says_so() {
    for size in [(39, 10), (40, 9), (12, 4), (1, 1)] {
        let mut stage = Stage::new(Lang::Vi, true, size);
        signed_in(&mut stage);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("too-small-{}x{}", size.0, size.1), stage.screen());
        });
    }
}
