//! The log narrowed to something.

use trucban::acts::look::{PersonSearch, Slice};
use trucban::journal::Hash;
use trucban::sync::{Progress, Stage as Step};
use trucban::tui::app::{Effect, Msg, Written};

use super::{answer, at_log};
use crate::stage::Stage;
use crate::ward;

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

/// Where the list goes to as a file.
pub fn log_csv(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+X");
}

/// It is being written.
pub fn log_csv_going(stage: &mut Stage) {
    log_csv(stage);
    stage.keys("Enter \"x\" F3");
    stage.tell(Msg::Going(Progress { stage: Step::List, done: 12_500, total: 0 }));
}

/// It was written.
pub fn log_csv_done(stage: &mut Stage) {
    log_csv(stage);
    stage.keys("Enter");
    let size = 48_211;
    let written = Written { file: "/home/truc/trucban.csv".into(), size, sha256: Hash::of(b"list").hex() };
    stage.tell(Msg::Csv(Ok((1234, written))));
}

/// A search for persons that was not begun yet.
pub fn persons(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Ctrl+G \"trần thị cúc\" Enter \"gọi lại cho bị hại\"");
}

/// It found something and goes on.
pub fn persons_found(stage: &mut Stage) {
    persons(stage);
    stage.keys("Enter");
    let asked = stage.taken().into_iter().find_map(|effect| match effect {
        Effect::FindPersons { ticket, .. } => Some(ticket),
        _ => None,
    });
    let found = ward::rows().into_iter().take(3).collect();
    let search = Box::new(PersonSearch::default());
    stage.tell(Msg::Persons(asked.unwrap(), Ok((search, Slice { found, done: (4000, 12_000) }))));
    stage.keys("Down");
}

/// One condition of each sort.
pub fn log_chips(stage: &mut Stage) {
    at_log(stage);
    for chip in ["vu viec", "tdp 4", "17/11-20/11", "trom xe", "tru ban da huy"] {
        stage.keys(&format!("Ctrl+F \"{chip}\" Enter"));
    }
    answer(stage);
}
