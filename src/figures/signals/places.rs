//! Places at which incidents happen again and again within a season: by area and what was written as the place. Who was
//! there is never looked at.

use std::collections::HashMap;

use super::{About, Asked, ENOUGH, Jump, SEASON, Signal, Sort};
use crate::fault::Outcome;
use crate::figures::areas;
use crate::logbook::Logbook;
use crate::record::Kind;
use crate::text::fold;

/// Incidents by area and folded place, each with the place as it was written last, and their rows.
pub(super) type Places = HashMap<(String, String), (String, Vec<i64>)>;

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let (mut places, here) = (Places::new(), areas::standing(book, asked.today)?);
    book.each_in_period(&book.own().unit, Kind::Incident, asked.last(SEASON), |row, data| {
        let Some((area, place)) = data.text("area").zip(data.text("place")) else { return };
        note(&mut places, (areas::now(&here, area), place), row);
    })?;
    Ok(judge(places))
}

pub(super) fn note(places: &mut Places, (area, place): (&str, &str), row: i64) {
    let (written, rows) = places.entry((area.to_owned(), fold::folded(place))).or_default();
    place.clone_into(written);
    rows.push(row);
}

/// The places with enough incidents, most first.
pub(super) fn judge(places: Places) -> Vec<Signal> {
    let mut again: Vec<_> = places.into_iter().filter(|(_, (_, rows))| rows.len() as u64 >= ENOUGH).collect();
    again.sort_by(|((_, a), (_, many)), ((_, b), (_, more))| more.len().cmp(&many.len()).then(a.cmp(b)));
    let signal = |((area, _), (place, rows)): ((String, String), (String, Vec<i64>))| {
        Signal::new(Sort::Place, About::Place { area, place }, true, rows.len() as u64)
            .with("count", rows.len())
            .leads_to(Jump::these(rows))
    };
    again.into_iter().map(signal).collect()
}
