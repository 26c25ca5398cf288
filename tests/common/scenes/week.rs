//! The week: looked at, approved, exported.

use trucban::sync::{Progress, Stage as Step};
use trucban::tui::app::week::Told;
use trucban::tui::app::{Effect, Msg};

use super::at_log;
use crate::stage::Stage;
use crate::ward;

/// The weeks, seen.
pub fn at_weeks(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F9");
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(ward::weeks("Gây rối, hát karaoke quá giờ ở hẻm 42"))))));
}

/// The week before, its findings.
pub fn week(stage: &mut Stage) {
    at_weeks(stage);
    stage.keys("Down Down");
}

/// A week that is held is approved.
pub fn week_approve(stage: &mut Stage) {
    at_weeks(stage);
    stage.keys("Ctrl+D \"chờ kết luận của cấp trên\"");
}

/// A week on its way out.
pub fn week_export(stage: &mut Stage) {
    at_weeks(stage);
    let mut seen = ward::weeks("");
    seen.preview.approved = true;
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(seen)))));
    stage.keys("Ctrl+X Enter \"/media/usb\" Enter");
    stage.pass(8);
    stage.tell(Msg::Going(Progress { stage: Step::Seal, done: 120, total: 312 }));
    stage.keys("F3 \"x\" Tab");
    assert!(stage.app.is_working() && !stage.taken().iter().any(|effect| matches!(effect, Effect::Stop)));
}

/// A week that was exported.
pub fn week_exported(stage: &mut Stage) {
    at_weeks(stage);
    stage.tell(Msg::Week(Told::Exported(Ok(Box::new(ward::written("tuan"))))));
}

/// What receipts said.
pub fn week_receipts(stage: &mut Stage) {
    at_weeks(stage);
    stage.keys("End Up");
}

/// The week before last, which has gone out: what of it can be written.
pub fn week_older(stage: &mut Stage) {
    at_weeks(stage);
    let mut seen = ward::weeks("");
    seen.preview.week = seen.weeks[2].week.unwrap();
    seen.preview.sealed = true;
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(seen)))));
    stage.keys("Ctrl+X Down");
}

/// What of the week that is due can be written.
pub fn week_choice(stage: &mut Stage) {
    at_weeks(stage);
    let mut seen = ward::weeks("");
    seen.preview.findings.clear();
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(seen)))));
    stage.keys("Ctrl+X Down");
}

/// Personal data is to go along.
pub fn week_persons(stage: &mut Stage) {
    week_choice(stage);
    stage.keys("Enter \"/media/usb\"");
}

/// The receiver.
pub fn receiver(stage: &mut Stage) {
    at_weeks(stage);
    stage.keys("Ctrl+T");
}

/// Another card was read.
pub fn receiver_compare(stage: &mut Stage) {
    receiver(stage);
    stage.keys("Enter \"/media/usb/the.txt\" Enter");
    stage.tell(Msg::Week(Told::CardRead(Ok(ward::read_card("Công an tỉnh Lâm Đồng")))));
}
