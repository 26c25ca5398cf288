//! Registers: the log narrowed to one kind, with the columns that matter for it.

use super::{answer, at_board, at_log};
use crate::stage::Stage;

/// A register that was chosen on the board, its cursor on the second row.
fn chosen(stage: &mut Stage, downs: usize) {
    at_board(stage);
    stage.keys(&format!("F5 {}Enter", "Down ".repeat(downs)));
    answer(stage);
    stage.keys("Down");
    answer(stage);
}

/// Incidents.
pub fn register_incident(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+K");
    answer(stage);
}

/// Patrols.
pub fn register_patrol(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+K Ctrl+K");
    answer(stage);
}

/// Models.
pub fn register_model(stage: &mut Stage) {
    chosen(stage, 5);
}

/// Tips.
pub fn register_tip(stage: &mut Stage) {
    chosen(stage, 0);
}

/// Joint work.
pub fn register_joint(stage: &mut Stage) {
    chosen(stage, 2);
}

/// Campaigns.
pub fn register_campaign(stage: &mut Stage) {
    chosen(stage, 3);
}

/// One of them, and how far it is.
pub fn campaign(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F5 Down Down Down Enter");
    answer(stage);
    stage.keys("Enter");
    answer(stage);
}
