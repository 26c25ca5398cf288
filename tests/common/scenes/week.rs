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
    stage.keys("Ctrl+X \"/media/usb\" Enter");
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
