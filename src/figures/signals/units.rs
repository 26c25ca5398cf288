//! What there is of what there should be: what works of each model, such as 88 of 285 cameras, and of all security cameras
//! together; the people of each team.

use super::{About, Asked, Jump, Signal, Sort, register};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::{Data, Kind};

pub(super) fn signals(book: &Logbook) -> Outcome<Vec<Signal>> {
    let (mut all, mut cameras, mut rows) = (Vec::new(), (0, 0), Vec::new());
    for (record, row, data) in register(book, Kind::Model)? {
        let Some((working, total)) = counted(&data) else { continue };
        let name = About::Named(data.title(Kind::Model).unwrap_or_default().to_owned());
        all.push(judge(name, (working, total), 1).leads_to(Jump::Record(record)));
        if data.text("type") == Some("cameras") {
            cameras = (cameras.0 + working, cameras.1 + total);
            rows.push(row);
        }
    }
    let together = judge(About::Cameras, cameras, rows.len() as u64);
    all.extend((rows.len() > 1).then(|| together.leads_to(Jump::these(rows))));
    Ok(all)
}

/// Working and total, where both are known of a model that hasn't ended.
fn counted(data: &Data) -> Option<(u64, u64)> {
    let working = data.get("units.working").as_u64()?;
    let total = data.get("units.total").as_u64().filter(|total| *total > 0)?;
    (data.text("state") != Some("ended")).then_some((working, total))
}

/// Less than half is told.
pub(super) fn judge(about: About, (working, total): (u64, u64), models: u64) -> Signal {
    Signal::new(Sort::Units, about, 2 * working < total, models).with("working", working).with("total", total)
}

pub(super) fn rosters(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let mut all = Vec::new();
    for (record, _, data) in register(book, Kind::Team)? {
        let over = data.day("valid_to").is_some_and(|day| day < asked.today);
        let known = data.get("members").as_u64().zip(data.get("required").as_u64().filter(|required| *required > 0));
        let Some((members, required)) = known.filter(|_| !over) else { continue };
        let name = About::Named(data.title(Kind::Team).unwrap_or_default().to_owned());
        let signal = roster(name, (members, required), data.get("trained").as_u64());
        all.push(signal.leads_to(Jump::Record(record)));
    }
    Ok(all)
}

/// Told when there are fewer than were decided.
pub(super) fn roster(about: About, (members, required): (u64, u64), trained: Option<u64>) -> Signal {
    let trained = trained.map_or_else(|| "none".to_owned(), |trained| trained.to_string());
    let signal = Signal::new(Sort::Roster, about, members < required, 1);
    signal.with("members", members).with("required", required).with("trained", trained)
}
