//! What works of each model, such as 88 of 285 cameras, and of all security cameras together.

use super::{About, Jump, Signal, Sort};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::{Data, Kind};

pub(super) fn signals(book: &Logbook) -> Outcome<Vec<Signal>> {
    let (mut all, mut cameras) = (Vec::new(), (0, 0, 0));
    book.each_version(Kind::Model, |record, data, newest| {
        let Some((working, total)) = counted(data).filter(|_| newest) else { return };
        let name = About::Named(data.title(Kind::Model).unwrap_or_default().to_owned());
        all.push(judge(name, (working, total), 1).leads_to(Jump::Record(record)));
        if data.text("type") == Some("cameras") {
            cameras = (cameras.0 + working, cameras.1 + total, cameras.2 + 1);
        }
    })?;
    let (working, total, models) = cameras;
    all.extend((models > 1).then(|| judge(About::Cameras, (working, total), models)));
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
