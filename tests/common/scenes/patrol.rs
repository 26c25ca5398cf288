//! Patrols: what can be done about them, one that is led on, and the forms of its steps.

use trucban::acts::patrol::Tour;
use trucban::tui::app::Msg;

use super::at_board;
use crate::stage::Stage;
use crate::ward;

/// What a patrol noticed.
const SEEN: &str = "Ba xe máy để ngoài hiên, chìa còn trên ổ";

/// F4 while these patrols stand.
fn at_patrols(stage: &mut Stage, tours: Vec<Tour>) {
    at_board(stage);
    stage.keys("F4");
    stage.taken();
    stage.tell(Msg::Patrols(Ok(tours)));
}

pub fn patrol_out(stage: &mut Stage) {
    at_patrols(stage, vec![ward::planned_tour(), ward::tour(SEEN)]);
}

pub fn patrols(stage: &mut Stage) {
    patrol_out(stage);
    stage.keys("F4");
}

pub fn patrol(stage: &mut Stage) {
    at_patrols(stage, Vec::new());
    stage.keys("Enter");
}

pub fn patrol_plan(stage: &mut Stage) {
    at_patrols(stage, Vec::new());
    stage.keys("Down Down Enter");
}

pub fn patrol_start(stage: &mut Stage) {
    at_patrols(stage, Vec::new());
    stage.keys("Down Enter");
}

pub fn patrol_planned(stage: &mut Stage) {
    at_patrols(stage, vec![ward::planned_tour()]);
    stage.keys("End Enter");
}

pub fn patrol_observe(stage: &mut Stage) {
    patrol_out(stage);
    stage.keys("\"den\" Enter \"Đèn hẻm 15 hỏng\"");
}

pub fn patrol_found(stage: &mut Stage) {
    patrol_out(stage);
    stage.keys("End Up F3 \"trom xe\"");
}

pub fn patrol_finish(stage: &mut Stage) {
    patrol_out(stage);
    stage.keys("F6 \"4\" Enter \"2\" Enter");
}

pub fn patrol_elsewhere(stage: &mut Stage) {
    patrol_out(stage);
    stage.keys("Down Down Enter \"3\"");
}

pub fn patrol_cancel(stage: &mut Stage) {
    patrol_out(stage);
    stage.keys("Ctrl+D \"mưa to, đường ngập\"");
}
