//! The log narrowed to something.

use super::{answer, at_log};
use crate::stage::Stage;

/// Two conditions are on, and more can be chosen.
pub fn log_filter(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+F \"tdp 4\" Enter Ctrl+F \"17/11-20/11\" Enter Ctrl+F");
    answer(stage);
}

/// A condition is found by typing.
pub fn log_filter_typed(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+F \"trom\"");
}

/// One condition of each sort.
pub fn log_chips(stage: &mut Stage) {
    at_log(stage);
    for chip in ["vu viec", "tdp 4", "17/11-20/11", "trom xe", "tru ban da huy"] {
        stage.keys(&format!("Ctrl+F \"{chip}\" Enter"));
    }
    answer(stage);
}
