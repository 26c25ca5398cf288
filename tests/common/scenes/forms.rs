//! Forms: new, half written, refused, on a record that is there.

use super::{answer, at_log, reading};
use crate::stage::Stage;

/// An incident, nothing written.
pub fn incident(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F3");
}

/// Its category is being found.
pub fn incident_category(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F3 \"trom xe\"");
}

/// It is nearly written.
pub fn incident_written(stage: &mut Stage) {
    at_log(stage);
    stage
        .keys("F3 \"trom xe\" Enter \"4\" Enter \"cổng chợ\" Enter Enter \"-15'\" Enter \"hôm qua 22:30\" Enter Enter");
    stage.keys("\"Trộm xe máy trước chợ\" Enter");
    stage.keys("\"Chị B để xe trước cổng chợ, quay ra không thấy.\" Enter \"Đã xem camera tiệm vàng.\"");
}

/// It gets a person.
pub fn incident_persons(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F3");
    stage.to("persons");
    stage.keys("Enter \"bi hai\" Enter \"Nguyễn Thị Bưởi\" Enter \"1990\" Enter");
}

/// It can't be saved yet.
pub fn incident_problems(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F3 \"trom xe\" Enter Enter Enter Enter Ctrl+U \"25h\" F2");
}

/// A record is amended.
pub fn amend(stage: &mut Stage) {
    reading(stage);
    stage.keys("Ctrl+E \"bị hại nói lại\"");
}

/// A record gets a note.
pub fn note(stage: &mut Stage) {
    reading(stage);
    stage.keys("Ctrl+N \"Đã gọi lại cho bị hại\"");
}

/// An incident is closed.
pub fn settle(stage: &mut Stage) {
    reading(stage);
    stage.keys("Ctrl+D");
}

/// A record is to be left for one that it is linked with.
pub fn record_links(stage: &mut Stage) {
    reading(stage);
    stage.keys("Enter");
}

/// A form looks for a record.
pub fn record_sought(stage: &mut Stage) {
    reading(stage);
    stage.keys("Ctrl+E");
    stage.to("links");
    stage.keys("Enter Right Tab \"12\"");
    answer(stage);
}
