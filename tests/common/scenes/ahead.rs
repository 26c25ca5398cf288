//! What stands before the logbook is open.

use trucban::fault::{Fault, Kind};
use trucban::logbook::Stage as Progress;
use trucban::tui::app::{Door, Msg};

use crate::stage::Stage;

/// Another login is picked, the password half typed.
pub fn unlock(stage: &mut Stage) {
    stage.keys("Down \"mật khẩu\"");
}

/// A made-up logbook says how to get in.
pub fn unlock_demo(stage: &mut Stage) {
    let login = "le-van-trung".to_owned();
    let demo = Some((login.clone(), "trucban-demo".to_owned()));
    let door = Door { logins: vec![login], login: None, demo, ..stage.app.door.clone() };
    *stage = Stage::at_door(door, stage.app.words.lang(), stage.app.size);
}

/// Wrong passwords make one wait.
pub fn unlock_wrong(stage: &mut Stage) {
    for _ in 0..3 {
        stage.pass(6);
        stage.keys("\"sai\" Enter");
        stage.tell(Msg::Unlocked(Err(Fault::new(Kind::Right, "E020"))));
    }
}

/// The logbook opens; what is typed ahead is kept.
pub fn unlock_early(stage: &mut Stage) {
    stage.keys("\"x\" Enter F3 \"trom\"");
}

/// It is one of an older program, and a long one.
pub fn unlock_older(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    stage.tell(Msg::Going(Progress::Copy.at(0, 0)));
    stage.tell(Msg::Going(Progress::Views.at(0, 1_204_000)));
    stage.at += chrono::TimeDelta::seconds(34);
    stage.tell(Msg::Going(Progress::Views.at(312_000, 1_204_000)));
}
