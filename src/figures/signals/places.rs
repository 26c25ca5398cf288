//! Places at which incidents happen again and again within a season: by area and what was written as the place. Who was
//! there is never looked at.

use std::collections::HashMap;

use super::{About, Asked, ENOUGH, Jump, SEASON, Signal, Sort};
use crate::fault::Outcome;
use crate::logbook::{Filter, Logbook};
use crate::record::Kind;
use crate::record::when::Moment;
use crate::text::fold;

/// Incidents by area and folded place, each with the place as it was written last.
pub(super) type Places = HashMap<(String, String), (String, u64)>;

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let (mut places, period) = (Places::new(), asked.last(SEASON));
    book.each_in_period(&book.own().unit, Kind::Incident, period, |_, data| {
        let Some((area, place)) = data.text("area").zip(data.text("place")) else { return };
        count(&mut places, area, place);
    })?;
    Ok(judge(places, period.0))
}

pub(super) fn count(places: &mut Places, area: &str, place: &str) {
    let (written, count) = places.entry((area.to_owned(), fold::folded(place))).or_default();
    place.clone_into(written);
    *count += 1;
}

/// The places with enough incidents, most first.
pub(super) fn judge(places: Places, from: Moment) -> Vec<Signal> {
    let mut again: Vec<_> = places.into_iter().filter(|(_, (_, count))| *count >= ENOUGH).collect();
    again.sort_by(|((_, a), (_, many)), ((_, b), (_, more))| more.cmp(many).then(a.cmp(b)));
    let signal = |((area, _), (place, count)): ((String, String), (String, u64))| {
        let filter = Filter {
            kind: Some(Kind::Incident),
            area: Some(area.clone()),
            query: Some(place.clone()),
            from: Some(from),
            ..Filter::default()
        };
        Signal::new(Sort::Place, About::Place { area, place }, true, count)
            .with("count", count)
            .leads_to(Jump::List(Box::new(filter)))
    };
    again.into_iter().map(signal).collect()
}
