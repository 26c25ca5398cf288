//! The rooms that keep the log safe: backups, the doctor, purges and holds, who saw what, volumes.

use trucban::logbook::Health;
use trucban::sync::Stage as Stages;
use trucban::tui::app::office::{Found, Room, Seen, Told};
use trucban::tui::app::{Effect, Msg};

use super::answer;
use super::office::{health, room, volumes};
use crate::stage::Stage;

/// The backups.
pub fn backups(stage: &mut Stage) {
    room(stage, Room::Backups);
    stage.keys("Down");
}

/// A backup is under way.
pub fn backup_going(stage: &mut Stage) {
    backups(stage);
    stage.keys("Ctrl+N \"/media/usb\" Enter");
    stage.pass(4);
    stage.tell(Msg::Going(Stages::Pack.at(1_400_000, 4_821_504)));
}

/// It is written.
pub fn backup_done(stage: &mut Stage) {
    backup_going(stage);
    answer(stage);
}

/// How the logbook comes back.
pub fn restore(stage: &mut Stage) {
    backups(stage);
    stage.keys("Enter");
}

/// Nothing was checked yet.
pub fn doctor(stage: &mut Stage) {
    room(stage, Room::Doctor);
}

/// Everything is being checked, and somebody stops it.
pub fn doctor_going(stage: &mut Stage) {
    doctor(stage);
    stage.keys("Ctrl+R");
    stage.tell(Msg::Going(Stages::Pages.at(0, 0)));
    stage.keys("F3 Esc Esc");
    assert_eq!(stage.taken().iter().filter(|effect| matches!(effect, Effect::Stop)).count(), 1);
}

/// All is well.
pub fn doctor_well(stage: &mut Stage) {
    doctor(stage);
    stage.keys("Ctrl+R");
    answer(stage);
    stage.keys("Down");
}

/// The lists are not what the journal says.
pub fn doctor_ill(stage: &mut Stage) {
    doctor(stage);
    stage.keys("Ctrl+R");
    let ill = Health { derived: "records: 2, search: 14".into(), lost: 3, ..health("3f9c21d0") };
    stage.tell(Msg::Office(Told::Checked(Ok(Found { health: ill, forked: true }))));
}

/// The rules.
pub fn purge(stage: &mut Stage) {
    room(stage, Room::Purge);
}

/// What would go, and what a hold keeps.
pub fn purge_due(stage: &mut Stage) {
    purge(stage);
    stage.keys("Enter");
    answer(stage);
    stage.keys("Down");
}

/// Why it goes.
pub fn purge_why(stage: &mut Stage) {
    purge_due(stage);
    stage.keys("Ctrl+D \"hết thời hạn lưu\"");
}

/// The last question.
pub fn purge_sure(stage: &mut Stage) {
    purge_why(stage);
    stage.keys("Enter");
}

/// It is gone.
pub fn purge_done(stage: &mut Stage) {
    purge_sure(stage);
    stage.keys("Down Enter");
    stage.tell(Msg::Going(Stages::Purge.at(0, 2)));
    stage.keys("Esc Ctrl+Q Ctrl+Q");
    answer(stage);
}

/// The holds.
pub fn holds(stage: &mut Stage) {
    room(stage, Room::Holds);
}

/// A record is to be kept.
pub fn hold_new(stage: &mut Stage) {
    holds(stage);
    stage.keys("Ctrl+N \"VV-2026-000118\"");
}

/// Who saw what.
pub fn access(stage: &mut Stage) {
    room(stage, Room::Access);
}

/// Days are chosen.
pub fn access_days(stage: &mut Stage) {
    access(stage);
    stage.keys("Ctrl+F \"20/11 - hôm nay\"");
}

/// They are shown.
pub fn access_chosen(stage: &mut Stage) {
    access_days(stage);
    stage.keys("Enter");
    answer(stage);
    stage.keys("Down");
}

/// The file is written.
pub fn access_file(stage: &mut Stage) {
    access_chosen(stage);
    stage.keys("Ctrl+X Enter");
    answer(stage);
}

/// The volumes of the journal.
pub fn journals(stage: &mut Stage) {
    room(stage, Room::Journals);
    stage.keys("Down");
}

/// The receiver holds another story.
pub fn journals_forked(stage: &mut Stage) {
    room(stage, Room::Journals);
    let mut forked = volumes();
    forked.forked = true;
    stage.tell(Msg::Office(Told::Seen(Room::Journals, Ok(Seen::Volumes(forked)))));
}

/// A new volume is to begin.
pub fn journal_sure(stage: &mut Stage) {
    journals_forked(stage);
    stage.keys("Ctrl+N \"hai máy cùng ghi\" Enter");
}

/// What the recovery code is for.
pub fn recovery(stage: &mut Stage) {
    room(stage, Room::Recovery);
}

/// Whoever wants a new one shows who they are.
pub fn recovery_proof(stage: &mut Stage) {
    recovery(stage);
    stage.keys("Enter \"mật khẩu\"");
}

/// A new one is shown.
pub fn recovery_code(stage: &mut Stage) {
    recovery_proof(stage);
    stage.keys("Enter");
    answer(stage);
}

/// It goes into a file, too.
pub fn recovery_file(stage: &mut Stage) {
    recovery_code(stage);
    stage.keys("F2 \"/media/usb\"");
}

/// Two of its groups are asked for.
pub fn recovery_check(stage: &mut Stage) {
    recovery_code(stage);
    stage.keys("Enter \"qpzry\" Enter");
}

/// They are not what stands there.
pub fn recovery_wrong(stage: &mut Stage) {
    recovery_check(stage);
    stage.keys("\"xxxxx\" Enter");
}
