//! A shift: opened, handed over, signed, closed, on paper.

use trucban::acts::Saved;
use trucban::fault::{Fault, Kind as Trouble};
use trucban::tui::app::handover::{Ask, Seen, Told};
use trucban::tui::app::{Effect, Msg};

use super::at_log;
use crate::stage::Stage;
use crate::ward::duty;

/// F6, with how the shift stands.
pub fn at_duty(stage: &mut Stage, seen: Seen) {
    at_log(stage);
    stage.keys("F6");
    tell(stage, Told::Seen(Ok(Box::new(seen))));
}

fn tell(stage: &mut Stage, told: Told) {
    stage.taken();
    stage.tell(Msg::Shift(told));
}

/// No shift is open: the form of the next one, with what it takes over.
pub fn shift_open(stage: &mut Stage) {
    at_duty(stage, duty::none());
}

/// Two matters are answered, the question under the cursor.
pub fn handover(stage: &mut Stage) {
    at_duty(stage, duty::begun());
    stage.keys("Down");
}

/// There is nothing to hand over.
pub fn handover_nothing(stage: &mut Stage) {
    let mut seen = duty::seen();
    seen.shown.as_mut().unwrap().items.clear();
    at_duty(stage, seen);
}

/// How the shift stands, below the matters or beside them.
pub fn handover_facts(stage: &mut Stage) {
    at_duty(stage, duty::signed(true));
    stage.keys("End");
}

/// The incoming officer asks something.
pub fn handover_query(stage: &mut Stage) {
    at_duty(stage, duty::begun());
    stage.keys("Ctrl+N \"đã lấy lời khai ai chưa?\"");
}

/// Something was promised.
pub fn handover_promise(stage: &mut Stage) {
    at_duty(stage, duty::begun());
    stage.keys("Ctrl+K \"hẹn ông Năm chiều mai xem camera\"");
}

/// Everything is answered.
pub fn handover_answered(stage: &mut Stage) {
    at_duty(stage, duty::answered());
}

/// The incoming officer signs.
pub fn handover_sign(stage: &mut Stage) {
    at_duty(stage, duty::answered());
    stage.keys("F6 Down \"mật khẩu\"");
}

/// With a wrong password, three times.
pub fn handover_wrong(stage: &mut Stage) {
    at_duty(stage, duty::answered());
    stage.keys("F6");
    for _ in 0..3 {
        stage.pass(6);
        stage.keys("\"sai\" Enter");
        assert!(stage.taken().iter().any(|effect| matches!(effect, Effect::Shift(Ask::Sign(_)))));
        stage.tell(Msg::Shift(Told::Signed(Err(Fault::new(Trouble::Right, "E020").into()))));
    }
}

/// Both have signed.
pub fn handover_signed(stage: &mut Stage) {
    at_duty(stage, duty::answered());
    stage.keys("F6 \"mật khẩu\" Enter");
    let record = duty::seen().shown.unwrap().shift.row;
    let saved = Saved { record: record.record, number: record.number, rev: 5, known: false, findings: Vec::new() };
    tell(stage, Told::Signed(Ok(saved)));
    tell(stage, Told::Seen(Ok(Box::new(duty::signed(false)))));
}

/// Strength, equipment and orders are set right.
pub fn shift_edit(stage: &mut Stage) {
    at_duty(stage, duty::begun());
    stage.keys("Ctrl+E");
}

/// The shift ends, over something that has no answer.
pub fn shift_close(stage: &mut Stage) {
    at_duty(stage, duty::begun());
    stage.keys("F8 Tab Tab \"người nhận ca đến muộn\"");
}

/// It has ended: where the backup lies, and what comes next.
pub fn shift_closed(stage: &mut Stage) {
    at_duty(stage, duty::signed(false));
    stage.keys("F8 F2");
    let ticket = stage.taken().iter().find_map(|e| if let Effect::Save(save) = e { Some(save.ticket) } else { None });
    let record = duty::closed().shown.unwrap().shift.row;
    let saved = Saved { record: record.record, number: record.number, rev: 6, known: false, findings: Vec::new() };
    stage.tell(Msg::Saved(ticket.unwrap(), Ok(saved)));
    tell(stage, Told::Seen(Ok(Box::new(duty::closed()))));
}

/// The commander countersigns it afterwards.
pub fn shift_countersign(stage: &mut Stage) {
    shift_closed(stage);
    stage.keys("Esc");
}

/// The sheet.
pub fn sheet(stage: &mut Stage) {
    at_duty(stage, duty::signed(false));
    stage.keys("Tab");
    tell(stage, Told::Sheet(Ok(duty::SHEET.into())));
    stage.keys("Down");
}

/// Into which file it goes.
pub fn sheet_print(stage: &mut Stage) {
    sheet(stage);
    stage.keys("Ctrl+X");
}
