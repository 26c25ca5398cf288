//! Incidents of a period: how many, of what sort, where they stand, and what they cost.

use super::table::{Indicator, NONE, Unit};
use super::tally::{Counted, Tally};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::catalogue::Catalogue;
use crate::record::when::Moment;
use crate::record::{Data, Kind};

const INCIDENTS: Counted = Counted {
    kind: Kind::Incident,
    unit: Unit::Case,
    lists: &["status", "classification", "outcome"],
    sums: &[
        ("dead", Unit::Person, Data::count),
        ("injured", Unit::Person, Data::count),
        ("loss_vnd", Unit::Dong, Data::count),
        ("recovered_vnd", Unit::Dong, Data::count),
    ],
};

pub(super) fn count(book: &Logbook, unit: &str, period: (Moment, Moment)) -> Outcome<Vec<Indicator>> {
    let mut tally = Tally::new(INCIDENTS);
    book.each_in_period(unit, Kind::Incident, period, |_, data| {
        tally.add(data);
        let category = data.text("category").unwrap_or(NONE);
        tally.one("group", category.split('.').next().unwrap_or(NONE));
        tally.one("category", category);
    })?;
    let mut table = vec![tally.total()];
    table.extend(tally.rows("group", Catalogue::builtin().groups().iter().map(|group| group.code.as_str())));
    table.extend(tally.rows("category", Catalogue::builtin().categories().map(|category| category.code.as_str())));
    table.extend(tally.lists());
    table.extend(tally.sums());
    Ok(table)
}
