//! The legal clocks of that evening.

use serde_json::json;
use trucban::acts::board::Ticking;
use trucban::acts::clocks::Due;
use trucban::logbook::Version;
use trucban::record::clock::{self, Clock, Step};
use trucban::record::rulebook::Rulebook;
use trucban::record::{Data, Kind, when};

use super::{at, object, row_of};

/// The clocks of a story, as they stand that evening.
pub fn of(data: &Data, history: &[Version]) -> Vec<Clock> {
    let steps = history.iter().map(|one| Step { at: one.at, data: one.data.as_ref(), note: one.note.as_ref() });
    let told = clock::happened(Kind::Incident, steps);
    clock::clocks(Rulebook::builtin(), (Kind::Incident, data), &told, at("2026-11-23T20:14"))
}

/// What runs out next: something overdue, something of today, something with time.
pub fn due() -> Vec<Due> {
    let stories =
        [(118, "22T20:40", "crime_report"), (109, "19T09:00", "administrative"), (121, "20T08:00", "crime_report")];
    let mut due = Vec::new();
    for (serial, time, class) in stories {
        let told = json!({"reported_at": when::kept(at(&format!("2026-11-{time}"))), "classification": class});
        let row = row_of(serial, Kind::Incident, "Trộm cắp", "open", "2026-11-22T20:40");
        due.extend(of(&Data(object(told)), &[]).into_iter().map(|clock| Due { row: row.clone(), clock }));
    }
    due.sort_by_key(|due| due.clock.due);
    due
}

/// How many that are.
pub fn ticking() -> Ticking {
    let late = due().iter().filter(|due| due.clock.state == clock::State::Red).count();
    Ticking { all: due().len(), late }
}
