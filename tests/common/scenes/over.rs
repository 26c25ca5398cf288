//! Cards that lie over a screen.

use trucban::acts::Refused;
use trucban::fault::{Fault, Kind};
use trucban::journal::Act;
use trucban::tui::app::{Effect, Msg};

use super::{answer, at_board, at_log, reading};
use crate::stage::Stage;
use crate::ward;

/// What else can be written down.
pub fn kinds(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F5 Down");
}

/// Why persons are revealed.
pub fn reveal(stage: &mut Stage) {
    reading(stage);
    stage.keys("F5 \"bị hại xin lại giấy tờ\"");
}

/// A form is left.
pub fn leave(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F3 \"trom\" Enter Esc");
}

/// Drafts are offered.
pub fn drafts(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    let mut opened = ward::opened();
    opened.drafts = vec![ward::draft()];
    stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
    answer(stage);
}

/// A clock that looks wrong is asked about.
pub fn clock(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    let mut opened = ward::opened();
    opened.last_entry = Some(ward::at("2026-11-25T08:00"));
    stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
    answer(stage);
}

/// Another window amended the same record.
pub fn conflict(stage: &mut Stage) {
    reading(stage);
    stage.keys("Ctrl+E \"nhầm\" F2");
    let form = stage.app.session().unwrap().form.as_ref().unwrap();
    assert!(!form.saving, "nothing changed, so nothing is to be saved");
    stage.keys("Tab Tab Tab Tab Tab Tab Tab Tab \" nhà lồng\" F2");
    let ticket = stage.taken().iter().find_map(|e| if let Effect::Save(save) = e { Some(save.ticket) } else { None });
    let fault = Fault::new(Kind::Busy, "E010").with("record", "VV-2026-000124");
    stage.tell(Msg::Saved(ticket.unwrap(), Err(Refused::Fault(fault))));
    let mut theirs = ward::detail();
    theirs.record.data.0.insert("place".into(), "trước cổng số 2".into());
    theirs.record.version = 4;
    stage.tell(Msg::Detail(Ok(Box::new(theirs))));
}

/// Why a record is void.
pub fn void_why(stage: &mut Stage) {
    reading(stage);
    stage.keys("Delete \"ghi trùng với VV-123\"");
}

/// Whether that is meant.
pub fn void_sure(stage: &mut Stage) {
    void_why(stage);
    stage.keys("Enter Down");
}

/// Another window amended it meanwhile.
pub fn void_changed(stage: &mut Stage) {
    void_sure(stage);
    stage.keys("Enter");
    let ticket = stage.taken().iter().find_map(|e| if let Effect::Save(save) = e { Some(save.ticket) } else { None });
    let fault = Fault::new(Kind::Busy, "E010").with("record", "VV-2026-000124");
    stage.tell(Msg::Saved(ticket.unwrap(), Err(Refused::Fault(fault))));
    let mut theirs = ward::detail();
    theirs.record.data.0.insert("place".into(), "trước cổng số 2".into());
    theirs.record.version = 4;
    stage.tell(Msg::Detail(Ok(Box::new(theirs))));
}

/// A record that is void, and why.
pub fn voided(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Enter");
    let mut void = ward::detail();
    void.record.row.void = true;
    let mut last = void.history[2].clone();
    (last.rev, last.act, last.data) = (4, Act::Void, None);
    last.why = Some("ghi trùng với VV-123".into());
    void.history.push(last);
    stage.tell(Msg::Detail(Ok(Box::new(void))));
    stage.keys("Tab");
}

/// Help.
pub fn help(stage: &mut Stage) {
    at_log(stage);
    stage.keys("F1");
}

/// The palette.
pub fn palette(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+P \"tuan\"");
}

/// Something failed.
pub fn trouble(stage: &mut Stage) {
    at_log(stage);
    stage.tell(Msg::Failed(Fault::new(Kind::Disk, "E040")));
}
