//! Board, log and a record.

use trucban::tui::app::{Effect, Msg};

use super::{answer, at_board, at_log, reading};
use crate::stage::Stage;
use crate::ward;

/// The board with its cursor on the second line.
pub fn board(stage: &mut Stage) {
    at_board(stage);
    stage.keys("Down");
}

/// The board before anything is logged.
pub fn board_new(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    stage.tell(Msg::Unlocked(Ok(Box::new(ward::opened()))));
    let mut board = ward::board();
    (board.shift, board.open_total, board.backup, board.backup_elsewhere) = (None, 0, None, None);
    board.open.clear();
    board.patrols.clear();
    board.lines.clear();
    board.coverage.clear();
    stage.tell(Msg::Board(Ok(Box::new(board))));
}

/// The board while its clocks are being read.
pub fn board_counting(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    stage.tell(Msg::Unlocked(Ok(Box::new(ward::opened()))));
    let mut board = ward::board();
    (board.due, board.ticking) = (Vec::new(), None);
    stage.tell(Msg::Board(Ok(Box::new(board))));
}

/// The log with its cursor on the second row.
pub fn log(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Down");
    answer(stage);
}

/// The log of a made-up ward.
pub fn log_demo(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    let mut opened = ward::opened();
    opened.demo = true;
    stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
    stage.keys("F7");
    answer(stage);
}

/// A search with filters.
pub fn log_search(stage: &mut Stage) {
    at_log(stage);
    stage.keys("\"trom xe\" Ctrl+K Ctrl+T");
    answer(stage);
}

/// Nothing was found.
pub fn log_none(stage: &mut Stage) {
    at_log(stage);
    stage.keys("\"xyzzy\"");
    for effect in stage.taken() {
        if let Effect::Page { generation, .. } = effect {
            stage.tell(Msg::Page(generation, Ok(Vec::new())));
        }
    }
}

/// A record.
pub fn record(stage: &mut Stage) {
    reading(stage);
}

/// The history of a record.
pub fn history(stage: &mut Stage) {
    reading(stage);
    stage.keys("Tab");
}
